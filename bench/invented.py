"""Accuracy of deduplication on invented sets of nine kinds, which need no labelling and can be published.

usage: python bench/invented.py [NAME...] [--seed N] [--seeds N] [--wrong]

A set is some sixty works and their kin (different works that look similar), each in several forms, as a kind of source
would have them. ``citations`` are what authors write when they cite one another's papers (as in Cora), ``search`` is a
clean bibliography beside the results of a search engine (as DBLP beside Google Scholar; only pairs across the two
count). ``versions`` and ``haystack`` are harder forms of these two: few works in several versions that are works of
their own, cited up to 180 times; and a large bibliography, with as much that is not in it. ``parted`` is ``versions``
with reports and theses in fields of their own instead of the container, ``fields`` are citations that were cut into
fields in the wrong places, ``web`` is a bibliography beside ten times as many records read from pages. ``reviews`` are
exports of six databases for a systematic review, ``trials`` the same for trials that were reported in many papers. With
``--wrong``, prints each pair on which we and the truth disagree.
"""

import argparse
import io
import json
import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import invented_citations
import invented_fields
import invented_reviews
import invented_search
import invented_trials
import invented_versions
import invented_web
import reflist
from invented_works import Printed
from matching import Measured, compared, disagreements

SETS: dict[str, Callable[[random.Random], Iterator[Printed]]] = {
    "citations": invented_citations.citations,
    "search": invented_search.search,
    "versions": invented_versions.versions,
    "parted": invented_versions.in_own_fields,
    "haystack": invented_search.haystack,
    "reviews": invented_reviews.reviews,
    "fields": invented_fields.fields,
    "web": invented_web.web,
    "trials": invented_trials.trials,
}

ACROSS = frozenset(["search", "haystack", "web"])
"""Sets of two sources, distinguished by the first letter of an id; only pairs across the two sources count."""


class Invented(NamedTuple):
    """Items in random order, and the work of each by id."""

    items: list[dict[str, Any]]
    truth: dict[str, str]


def invented(name: str, seed: int) -> Invented:
    """Make a set; the same seed gives the same set."""
    chance = random.Random(f"{name} {seed}")
    printed = list(SETS[name](chance))
    chance.shuffle(printed)
    items = [{**one.item, "id": f"{one.source}{at}"} for at, one in enumerate(printed)]
    return Invented(items, {item["id"]: one.work for item, one in zip(items, printed, strict=True)})


def measured(name: str, seed: int) -> Measured:
    """Match an invented set and compare the pairs with the truth."""
    items, truth = invented(name, seed)
    references = list(reflist.read(io.BytesIO(json.dumps(items).encode()), "csljson"))
    return compared(references, truth, across=name in ACROSS)


def lines(names: list[str], seeds: range) -> Iterator[str]:
    """One line per set and seed."""
    yield f"{'set':<10} {'seed':>4} {'records':>7} {'works':>6} {'F1':>6} {'P':>6} {'R':>6}  false merges  asked"
    for name in names:
        for seed in seeds:
            found = measured(name, seed)
            right, ours = len(found.right), len(found.right | found.false)
            theirs = len(found.right | found.missed)
            yield (
                f"{name:<10} {seed:>4} {len(found.references):>7} {len(found.matching.works):>6} {found.f1:>6.4f} "
                f"{right / max(1, ours):>6.4f} {right / max(1, theirs):>6.4f} {found.false_merges:>13} "
                f"{len(found.matching.review):>6}"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench/invented.py", description="How well invented works are distinguished.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(SETS))
    parser.add_argument("--seed", type=int, default=1, help="the first of the sets of a kind (1)")
    parser.add_argument("--seeds", type=int, default=1, help="how many sets of a kind (1)")
    parser.add_argument("--wrong", action="store_true", help="print each pair on which we and the truth disagree")
    options = parser.parse_args()
    if unknown := set(options.names) - set(SETS):
        parser.error(f"unknown set {min(unknown)}; there are {', '.join(SETS)}")
    seeds = range(options.seed, options.seed + options.seeds)
    if options.wrong:
        for name in options.names or SETS:
            for seed in seeds:
                print("\n".join(disagreements(measured(name, seed))))
    else:
        for line in lines(options.names or list(SETS), seeds):
            print(line, flush=True)

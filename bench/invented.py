"""How well works are told apart in invented sets of nine kinds, which nobody has to label or may not publish.

usage: python bench/invented.py [NAME...] [--seed N] [--seeds N] [--wrong]

A set is some sixty works with their kin (what looks like them and is another work), each printed several times as its
kind of source prints. ``citations`` are what authors write of one another's papers (as in Cora), ``search`` a clean
bibliography beside what a search engine has found of it (as DBLP beside Google Scholar; pairs across the two count),
``versions`` and ``haystack`` are the same two, harder: few works in several versions that are works of their own, cited
up to 180 times; a large bibliography, and as much that is not in it. ``parted`` is ``versions`` with what stands for a
container in fields of its own, ``fields`` are citations that were cut into fields in the wrong places, ``web`` is a
bibliography beside ten times as much, read off pages. ``reviews`` are exports of six databases for a systematic review,
``trials`` the same of trials that are told in many papers. With ``--wrong`` each pair that we and the truth see
differently.
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
from matching import Measured, hold, said_wrong

SETS: dict[str, Callable[[random.Random], Iterator[Printed]]] = {
    "citations": invented_citations.citations,
    "search": invented_search.search,
    "versions": invented_versions.versions,
    "parted": invented_versions.parted,
    "haystack": invented_search.haystack,
    "reviews": invented_reviews.reviews,
    "fields": invented_fields.fields,
    "web": invented_web.web,
    "trials": invented_trials.trials,
}

ACROSS = frozenset(["search", "haystack", "web"])
"""Sets of two sources, told by the first letter of an id, of which only pairs across the two count."""


class Invented(NamedTuple):
    """Items in an order of chance, and the work of each by ids."""

    items: list[dict[str, Any]]
    truth: dict[str, str]


def invented(name: str, seed: int) -> Invented:
    """A set: the same for the same seed."""
    chance = random.Random(f"{name} {seed}")
    printed = list(SETS[name](chance))
    chance.shuffle(printed)
    items = [{**one.item, "id": f"{one.source}{at}"} for at, one in enumerate(printed)]
    return Invented(items, {item["id"]: one.work for item, one in zip(items, printed, strict=True)})


def measured(name: str, seed: int) -> Measured:
    """Match an invented set and compare the pairs with the truth."""
    items, truth = invented(name, seed)
    references = list(reflist.read(io.BytesIO(json.dumps(items).encode()), "csljson"))
    return hold(references, truth, across=name in ACROSS)


def lines(names: list[str], seeds: range) -> Iterator[str]:
    """A line a set and seed."""
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
    parser = argparse.ArgumentParser(prog="bench/invented.py", description="How well works of invented sets are told.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(SETS))
    parser.add_argument("--seed", type=int, default=1, help="the first of the sets of a kind (1)")
    parser.add_argument("--seeds", type=int, default=1, help="how many sets of a kind (1)")
    parser.add_argument("--wrong", action="store_true", help="each pair that we and the truth see differently")
    options = parser.parse_args()
    if unknown := set(options.names) - set(SETS):
        parser.error(f"unknown set {min(unknown)}; there are {', '.join(SETS)}")
    seeds = range(options.seed, options.seed + options.seeds)
    if options.wrong:
        for name in options.names or SETS:
            for seed in seeds:
                print("\n".join(said_wrong(measured(name, seed))))
    else:
        for line in lines(options.names or list(SETS), seeds):
            print(line, flush=True)

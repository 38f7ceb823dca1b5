"""Accuracy of deduplication: pairwise F1 on labelled sets, in the one default setting.

usage: python bench/matching.py [NAME...] [--wrong]: the sets named, or all. With ``--wrong``, prints each pair on which
we and the labels disagree, with our score and its reasons. Without the data there is nothing to measure.
"""

import argparse
import io
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import reflist
from inputs import DATA
from reflist.matching import Matching, match
from reflist.matching.record import Record
from reflist.matching.score import score
from reflist.model import Reference

SETS = DATA.parent / "matching"

GOALS = {
    "stroke": 0.998,
    "haematology": 0.92,
    "diabetes": 0.995,
    "copper": 0.995,
    "databases": 0.98,
    "dblp_acm": 0.98,
}
"""The sets, each with the F1 to reach."""

ACROSS = frozenset(["dblp_acm"])
"""Sets of two sources, distinguished by the first letter of an id; only pairs across the two sources count."""

Pair = tuple[str, str]


class Measured(NamedTuple):
    """Results for a set: correct pairs, pairs that only we have, pairs that only the labels have, and seconds taken."""

    references: Sequence[Reference]
    matching: Matching
    right: frozenset[Pair]
    false: frozenset[Pair]
    missed: frozenset[Pair]
    seconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of pairs."""
        return 2 * len(self.right) / (2 * len(self.right) + len(self.false) + len(self.missed))

    @property
    def false_merges(self) -> int:
        """The number of our works that contain records with several labels."""
        return len({self.work_of[one] for one, _ in self.false})

    @property
    def work_of(self) -> Mapping[str, str]:
        """The work of each record, by ids."""
        return {one.id: work for one, work in zip(self.references, self.matching.work_ids, strict=True)}


def measured(name: str) -> Measured:
    """Match a set and compare the pairs with its labels."""
    references = list(reflist.read(SETS / f"{name}.json", "csljson"))
    return compared(references, truth_of(name), across=name in ACROSS)


def compared(references: Sequence[Reference], truth: Mapping[str, str], across: bool) -> Measured:
    """Match references and compare the pairs with their labels by id; with ``across``, only pairs of two sources."""
    began = time.process_time()
    matching = match(references)
    took = time.process_time() - began
    ids = [one.id for one in references]
    ours = pairs_of(zip(ids, matching.work_ids, strict=True), across)
    theirs = pairs_of(((id, truth[id]) for id in ids), across)
    return Measured(references, matching, ours & theirs, ours - theirs, theirs - ours, took)


def truth_of(name: str) -> dict[str, str]:
    """The label of each record of a set, by ids."""
    labels: dict[str, str] = json.loads((SETS / f"{name}.truth.json").read_text(encoding="utf-8"))
    return labels


def pairs_of(labelled: Iterable[tuple[str, str]], across: bool) -> frozenset[Pair]:
    """The pairs of ids with the same label: all, or only those ``across`` two sources, given by their first letters."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id, label in labelled:
        groups[label].append(id)
    found = (pair for own in groups.values() for pair in combinations(sorted(own), 2))
    return frozenset((a, b) for a, b in found if not across or a[0] != b[0])


def hard_pairs() -> Iterator[tuple[str, bool]]:
    """The names of the hard pairs, and whether we agree with the label of each."""
    for pair in json.loads((SETS / "pairs.json").read_text(encoding="utf-8")):
        both = [one for side in ("a", "b") for one in _read([pair[side]])]
        yield pair["name"], (len(match(both).works) == 1) == pair["same_work"]


def _read(items: object) -> list[Reference]:
    """References from CSL-JSON items."""
    return list(reflist.read(io.BytesIO(json.dumps(items).encode()), "csljson").references)


def lines(names: Sequence[str]) -> Iterator[str]:
    """One line per set."""
    yield f"{'set':<12} {'records':>7} {'F1':>6} {'goal':>6} {'P':>6} {'R':>6} false merges/10,000  asked/100  rec/s"
    for name in names:
        found = measured(name)
        count = len(found.references)
        precision = len(found.right) / max(1, len(found.right | found.false))
        recall = len(found.right) / max(1, len(found.right | found.missed))
        yield (
            f"{name:<12} {count:>7} {found.f1:>6.4f} {GOALS[name]:>6} {precision:>6.4f} {recall:>6.4f} "
            f"{found.false_merges:>5} {found.false_merges * 10_000 / count:>13.1f} "
            f"{len(found.matching.review) * 100 / count:>14.2f} {count / found.seconds:>6.0f}"
        )


def disagreements(found: Measured) -> Iterator[str]:
    """Each pair on which we and the labels disagree."""
    by_id = {one.id: one for one in found.references}
    asked = {frozenset(question.members) for question in found.matching.review}
    for title, pairs in (("only ours", found.false), ("only the labels'", found.missed)):
        for a, b in sorted(pairs):
            one = score(Record(by_id[a]), Record(by_id[b]))
            is_asked = "(asked)" if frozenset((a, b)) in asked else ""
            yield f"--- {title}: {one.value:.4f} {is_asked} {'; '.join(one.reasons)}"
            yield from (f"  {_shown(by_id[id])}" for id in (a, b))


def _shown(reference: Reference) -> str:
    people = "; ".join(name.display for name in reference.names("author")[:4])
    values = ("title", "container-title", "volume", "issue", "page", "DOI")
    shown = " | ".join(reference.plain(name)[:130] for name in values)
    return f"{reference.id} {people[:100]} | {reference.date('issued').year} | {shown}"


if __name__ == "__main__":
    if not SETS.is_dir():
        sys.exit("the labelled sets are not there: set REFLIST_DATA")
    parser = argparse.ArgumentParser(prog="bench/matching.py", description="How well works are distinguished.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(GOALS))
    parser.add_argument("--wrong", action="store_true", help="print each pair on which we and the labels disagree")
    options = parser.parse_args()
    for name in options.names or GOALS if options.wrong else ():
        print("\n".join(disagreements(measured(name))))
    if not options.wrong:
        print("\n".join(lines(options.names or list(GOALS))))
        pairs = dict(hard_pairs())
        wrong = [name for name, right in pairs.items() if not right]
        print(f"hard pairs: {sum(pairs.values())} of {len(pairs)}", *wrong)

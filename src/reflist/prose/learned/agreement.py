"""What the strings of a list have in common: the order of parts, the marks between them, and repeated names.

A list has one style. Of two likely readings of a string, the right one is usually the one that matches how most other
strings are read.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import NamedTuple

from reflist.prose.labels import Label
from reflist.prose.learned.readings import Part

EVEN = 0.1
"""The probability of each next part before anything has been counted; scores are relative to it."""

SURE, DOUBTED = 2, 1
"""The weight of a string that is read with certainty, and of one with doubtful labels."""

MARKS_NEEDED = 5 * SURE
"""The weight of the strings with the same marks after a part at which the counts for these marks matter as much as the
counts for any marks.
"""

PARTS_NEEDED = 10 * SURE
"""The weight of the strings with a part at which the counts matter as much as the even chance."""

AGAIN = 3.0
"""The bonus for giving a name the label that it has elsewhere in the list (a natural logarithm)."""

MIXED, UNIFORM = 0.6, 0.9
"""The shares of the two most frequent beginnings at which strings have many styles, and one."""

REPEATED = frozenset({Label.CONTAINER, Label.PUBLISHER, Label.PLACE, Label.SERIES, Label.EVENT})
"""The labels of names that several references may share."""

LONGEST_MARKS = 14
"""The number of characters between two parts that are compared."""

KEPT = 5_000
"""The number of cached sequences of marks; the same few occur between most parts."""


class Step(NamedTuple):
    """The transition between two parts: the label before, the text printed between them, the label after."""

    before: str
    marks: str
    after: str


BEGINNING = Part("beginning", 0, 0)
"""Stands in for the part before the first."""


class Seen(NamedTuple):
    """What a reading of a string shows of the style of its list."""

    steps: list[Step]
    names: list[tuple[str, str]]


def seen_in(raw: str, parts: Iterable[Part]) -> Seen:
    """The steps and the names in the parts of a string."""
    seen = Seen([], [])
    last = BEGINNING
    for part in parts:
        seen.steps.append(step(raw, last, part))
        if part.label in REPEATED:
            seen.names.append(name(raw, part))
        last = part
    seen.steps.append(step(raw, last, end_of(raw)))
    return seen


def unity(strings: Iterable[Seen]) -> float:
    """How far strings have one style: 0 if they have many, and agreement says nothing, to 1.

    Measured by what follows their first part, usually the authors: in the lists of journals, the two most frequent
    steps make up nearly all; in strings from many journals, far fewer.
    """
    first = Counter(seen.steps[1] for seen in strings if len(seen.steps) > 1)
    share = sum(count for _, count in first.most_common(2)) / max(1, first.total())
    return min(1.0, max(0.0, (share - MIXED) / (UNIFORM - MIXED)))


def end_of(raw: str) -> Part:
    """Stands in for the part after the last."""
    return Part("end", len(raw), len(raw))


def step(raw: str, part: Part, after: Part) -> Step:
    """The step from a part to the next."""
    first = raw[after.start : after.start + 1]
    return Step(part.label, _marks(raw, part.end, after.start) + ("" if first.isalnum() else first), after.label)


def name(raw: str, part: Part) -> tuple[str, str]:
    """A name in a form that can be compared, and its label."""
    return raw[part.start : part.end].casefold().strip(" .,"), part.label


def _marks(raw: str, begin: int, end: int) -> str:
    """The text between two parts, with every digit as ``9``."""
    return _alike(raw[begin : min(end, begin + LONGEST_MARKS)])


@lru_cache(KEPT)
def _alike(between: str) -> str:
    return "".join("9" if mark.isdigit() else mark for mark in between.casefold())


class Agreement:
    """Counts of steps and names over the strings of a list."""

    def __init__(self) -> None:
        self._steps = Counter[Step]()
        self._marks = Counter[tuple[str, str]]()  # after a label
        self._pairs = Counter[tuple[str, str]]()  # of labels, whatever is between them
        self._labels = Counter[str]()
        self._named = Counter[tuple[str, str]]()  # with their labels
        self._names = Counter[str]()
        self._known: dict[Step, float] = {}

    def add(self, seen: Seen, weight: int) -> None:
        """Count the steps and names of one more string; a negative weight removes a counted one."""
        for step in seen.steps:
            before, marks, after = step
            self._steps[step] += weight
            self._marks[before, marks] += weight
            self._pairs[before, after] += weight
            self._labels[before] += weight
        for named in seen.names:
            self._named[named] += weight
            self._names[named[0]] += weight
        self._known.clear()

    def of_step(self, step: Step) -> float:
        """How well a step agrees with the other strings: a natural logarithm, 0 if nothing speaks for or against it."""
        known = self._known.get(step)
        if known is None:
            known = self._known[step] = self._of_step(*step)
        return known

    def _of_step(self, before: str, marks: str, after: str) -> float:
        pairs, labels = self._pairs.get((before, after), 0), self._labels.get(before, 0)
        steps, all_marks = self._steps.get(Step(before, marks, after), 0), self._marks.get((before, marks), 0)
        chance = (pairs + PARTS_NEEDED * EVEN) / (labels + PARTS_NEEDED)
        return log((steps + MARKS_NEEDED * chance) / (all_marks + MARKS_NEEDED) / EVEN)

    def of_name(self, name: str, label: str) -> float:
        """How well giving a name this label agrees with the other strings: a natural logarithm."""
        total = self._names.get(name, 0)
        return AGAIN * (2 * self._named.get((name, label), 0) - total) / total if total else 0.0

"""What the strings of a list agree on: which part follows which, behind which marks, and the names that come again.

A list has one style. Of two readings of a string, both of which the model thinks likely, that is right which reads it
as most others are read.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import NamedTuple

from reflist.prose.labels import Label
from reflist.prose.learned.readings import Part

EVEN = 0.1
"""The chance of what follows a part as long as nothing was seen of it; what is seen is measured by it."""

SURE, DOUBTED = 2, 1
"""What a reading counts, and one that is doubtful by itself."""

MARKS_NEEDED = 5 * SURE
"""What those must count that have the same marks behind a part, to count as much as all that have others."""

PARTS_NEEDED = 10 * SURE
"""What those must count that have a part, to count as much as the even chance."""

AGAIN = 3.0
"""What it speaks for a reading that a name, elsewhere in the list, is the same thing (a natural logarithm)."""

REPEATED = frozenset({Label.CONTAINER, Label.PUBLISHER, Label.PLACE, Label.SERIES, Label.EVENT})
"""The names that references share."""

LONGEST_MARKS = 14
"""So many characters between two parts are looked at."""

KEPT = 5_000
"""How many rows of marks are remembered: most parts have one of a few between them."""


class Step(NamedTuple):
    """From one part to the next: the label before, what is printed between, the label behind."""

    before: str
    marks: str
    behind: str


BEGINNING = Part("beginning", 0, 0)
"""What stands for a part before the first."""


class Seen(NamedTuple):
    """What a reading of a string shows of its list's style."""

    steps: list[Step]
    names: list[tuple[str, str]]


def seen_in(raw: str, parts: Iterable[Part]) -> Seen:
    """What the parts of a string show."""
    seen = Seen([], [])
    last = BEGINNING
    for part in parts:
        seen.steps.append(step(raw, last, part))
        if part.label in REPEATED:
            seen.names.append(name(raw, part))
        last = part
    seen.steps.append(step(raw, last, end_of(raw)))
    return seen


def end_of(raw: str) -> Part:
    """What stands for a part behind the last."""
    return Part("end", len(raw), len(raw))


def step(raw: str, part: Part, behind: Part) -> Step:
    """The step from a part to the one behind it."""
    first = raw[behind.start : behind.start + 1]
    return Step(part.label, _marks(raw, part.end, behind.start) + ("" if first.isalnum() else first), behind.label)


def name(raw: str, part: Part) -> tuple[str, str]:
    """A name as it may come again, and what it is the name of."""
    return raw[part.start : part.end].casefold().strip(" .,"), part.label


def _marks(raw: str, begin: int, end: int) -> str:
    """What stands between two parts, any digit for any other."""
    return _alike(raw[begin : min(end, begin + LONGEST_MARKS)])


@lru_cache(KEPT)
def _alike(between: str) -> str:
    return "".join("9" if mark.isdigit() else mark for mark in between.casefold())


class Agreement:
    """The styles of the strings of a list, counted."""

    def __init__(self) -> None:
        self._steps = Counter[Step]()
        self._marks = Counter[tuple[str, str]]()  # that stand behind a label
        self._pairs = Counter[tuple[str, str]]()  # of labels, whatever stands between
        self._labels = Counter[str]()
        self._named = Counter[tuple[str, str]]()  # and what it is the name of
        self._names = Counter[str]()
        self._known: dict[Step, float] = {}

    def add(self, seen: Seen, weight: int) -> None:
        """Count what one more string shows; with a negative weight, count it no longer."""
        for step in seen.steps:
            before, marks, behind = step
            self._steps[step] += weight
            self._marks[before, marks] += weight
            self._pairs[before, behind] += weight
            self._labels[before] += weight
        for named in seen.names:
            self._named[named] += weight
            self._names[named[0]] += weight
        self._known.clear()

    def of_step(self, step: Step) -> float:
        """How well a step goes with the others: a natural logarithm, 0 where nothing speaks for or against it."""
        known = self._known.get(step)
        if known is None:
            known = self._known[step] = self._of_step(*step)
        return known

    def _of_step(self, before: str, marks: str, behind: str) -> float:
        pairs, labels = self._pairs.get((before, behind), 0), self._labels.get(before, 0)
        steps, all_marks = self._steps.get(Step(before, marks, behind), 0), self._marks.get((before, marks), 0)
        chance = (pairs + PARTS_NEEDED * EVEN) / (labels + PARTS_NEEDED)
        return log((steps + MARKS_NEEDED * chance) / (all_marks + MARKS_NEEDED) / EVEN)

    def of_name(self, name: str, label: str) -> float:
        """How well it goes with the others that a name is one of this: a natural logarithm."""
        total = self._names.get(name, 0)
        return AGAIN * (2 * self._named.get((name, label), 0) - total) / total if total else 0.0

"""What the strings of a list agree on: which part follows which, behind which marks, and the names that come again.

A list has one style. Of two readings of a string, both of which the model thinks likely, that is right which reads it
as most others are read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
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
    between = raw[begin : min(end, begin + LONGEST_MARKS)].casefold()
    return "".join("9" if mark.isdigit() else mark for mark in between)


_NOTHING = Counter[str]()


class Agreement:
    """The styles of the strings of a list, counted."""

    def __init__(self) -> None:
        self._behind_marks: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._behind: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, seen: Seen, weight: int) -> None:
        """Count what one more string shows; with a negative weight, count it no longer."""
        for before, marks, behind in seen.steps:
            self._behind_marks[before, marks][behind] += weight
            self._behind[before][behind] += weight
        for name, label in seen.names:
            self._names[name][label] += weight

    def of_step(self, step: Step) -> float:
        """How well a step goes with the others: a natural logarithm, 0 where nothing speaks for or against it."""
        behind = self._behind.get(step.before, _NOTHING)
        both = self._behind_marks.get((step.before, step.marks), _NOTHING)
        chance = (behind[step.behind] + PARTS_NEEDED * EVEN) / (behind.total() + PARTS_NEEDED)
        return log((both[step.behind] + MARKS_NEEDED * chance) / (both.total() + MARKS_NEEDED) / EVEN)

    def of_name(self, name: str, label: str) -> float:
        """How well it goes with the others that a name is one of this: a natural logarithm."""
        labels = self._names.get(name, _NOTHING)
        total = labels.total()
        return AGAIN * (2 * labels[label] - total) / total if total else 0.0

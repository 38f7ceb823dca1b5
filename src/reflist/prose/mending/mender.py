"""Applies the rules of mending to the parts of a string, in order, each only where it can change something."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, Rule
from reflist.prose.tokens import words_in

KEPT = 2_000
"""How many sequences of labels have their rules cached: for nine strings of ten, one of 500 sequences is enough."""

_MARKS = "()[],.;: "


class _Step(NamedTuple):
    """A rule with its position in the table, and where it is to be called."""

    number: int
    rule: Rule
    places: tuple[int, ...]


class Mender:
    """A list of rules, in order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._steps = lru_cache(KEPT)(self._steps_for)
        self._numbered = lru_cache(KEPT)(self._numbered_for)

    def mend(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """The spans of a reference string, in order, after all rules."""
        parts = Parts(text, sorted((span for span in spans if _says(text, span)), key=attrgetter("start")))
        words, marks = words_in(text), frozenset(text)
        steps, at = self._steps(parts.labels), 0
        while at < len(steps):
            number, rule, places = steps[at]
            at += 1
            if (rule.words and rule.words.isdisjoint(words)) or (rule.marks and rule.marks.isdisjoint(marks)):
                continue
            before, parts = parts, rule.mended(parts, places)
            if parts.labels != before.labels:
                steps = self._steps(parts.labels)
                at = bisect_right(steps, number, key=attrgetter("number"))
        return list(parts.spans)

    def _steps_for(self, labels: tuple[Label, ...]) -> tuple[_Step, ...]:
        """The rules for strings whose parts have these labels in this order."""
        called = [_Step(number, rule, rule.places(labels)) for number, rule in self._numbered(frozenset(labels))]
        return tuple([step for step in called if step.places])

    def _numbered_for(self, labels: frozenset[Label]) -> Sequence[tuple[int, Rule]]:
        """The rules for strings whose parts have these labels in any order, with their positions in the table."""
        return [(number, rule) for number, rule in enumerate(self._rules) if rule.is_for(labels)]


def _says(text: str, span: Span) -> bool:
    """Whether a part is more than brackets and punctuation; a dash counts, since it may stand for repeated names."""
    return text[span.start] not in _MARKS or bool(text[span.start : span.end].strip(_MARKS))

"""Rules of mending: which parts a string must have for a rule, and what the rule makes of them.

The parts of most strings are in one of a few hundred orders. Which rules may change strings of an order, and where, is
computed once, and only those rules are called.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import NAMES

Needed = Label | frozenset[Label]
"""A label, or labels any of which will do."""


class Parts:
    """The parts of a reference string as known so far: its text, and the spans, in order and without overlap."""

    __slots__ = ("labels", "spans", "text")

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.spans = spans
        self.labels = tuple([span.label for span in spans])

    def __getitem__(self, index: int) -> Span:
        return self.spans[index]

    def has(self, *labels: Label) -> bool:
        """Whether any part has one of these labels."""
        return any(label in self.labels for label in labels)

    def printed(self, span: Span) -> str:
        """The text of a part."""
        return self.text[span.start : span.end]

    def after(self, index: int) -> str:
        """The text between a part and the next one, or the end of the string."""
        end = self.spans[index + 1].start if index + 1 < len(self.spans) else len(self.text)
        return self.text[self.spans[index].end : end]

    def is_first(self, index: int) -> bool:
        """Whether only names and years precede a part."""
        return all(label in NAMES or label is Label.DATE for label in self.labels[:index])

    def replaced(self, index: int, count: int, new: Sequence[Span]) -> "Parts":
        """The same string with ``count`` parts from ``index`` on replaced."""
        return Parts(self.text, [*self.spans[:index], *new, *self.spans[index + count :]])


Mend = Callable[[Parts, int], Sequence[Span] | None]
"""The function of a rule: replaces the parts it is called for, given the index of the first; None to leave them.

If the rule has no ``row``, it is called once and replaces all parts.
"""


class Rule(NamedTuple):
    """A function that corrects parts, and the conditions on a string.

    ``row``: the labels of the consecutive parts that it is called for; if empty, it is called once for the string;
    ``having``: labels that other parts of the string must have; ``lacking``: labels that no part may have;
    ``words``: in lower case, at least one of which the string must have; ``marks``: the same for characters.
    """

    mend: Mend
    row: tuple[frozenset[Label], ...]
    having: tuple[frozenset[Label], ...]
    lacking: frozenset[Label]
    words: frozenset[str]
    marks: frozenset[str]

    def places(self, labels: tuple[Label, ...]) -> tuple[int, ...]:
        """The indexes at which to call the rule for parts with these labels in this order, if it `is_for` them."""
        if not self.row:
            return (0,)
        first, length = self.row[0], len(self.row)
        begins = [index for index in range(len(labels) - length + 1) if labels[index] in first]
        return tuple([index for index in begins if self._is_row(labels, index)]) if length > 1 else tuple(begins)

    def is_for(self, labels: Collection[Label]) -> bool:
        """Whether parts with these labels may be in an order that the rule can change."""
        if not self.lacking.isdisjoint(labels):
            return False
        return not any(needed.isdisjoint(labels) for needed in (*self.row, *self.having))

    def _is_row(self, labels: tuple[Label, ...], index: int) -> bool:
        return all(map(frozenset.__contains__, self.row, labels[index : index + len(self.row)]))

    def mended(self, parts: Parts, places: Sequence[int]) -> Parts:
        """The parts after the rule was called at these indexes; the same object if it changes nothing."""
        for place in places:
            new = self.mend(parts, place)
            if new is not None:
                return self._mended_on(parts, place, new) if self.row else Parts(parts.text, new)
        return parts

    def _mended_on(self, parts: Parts, place: int, new: Sequence[Span]) -> Parts:
        """The parts with ``new`` ones at an index, and the parts after them as the rule changes them.

        The last new part may begin the next match of ``row``. Linear in the number of parts.
        """
        parts = parts.replaced(place, len(self.row), new)
        place += max(0, len(new) - len(self.row) + 1)
        while self.is_for(parts.labels) and place + len(self.row) <= len(parts.labels):
            found = self.mend(parts, place) if self._is_row(parts.labels, place) else None
            if found is None:
                place += 1
            else:
                parts = parts.replaced(place, len(self.row), found)
                place += max(0, len(found) - len(self.row) + 1)
        return parts


def rule(
    *row: Needed, having: Sequence[Needed] = (), lacking: Sequence[Label] = (), words: str = "", marks: str = ""
) -> Callable[[Mend], Rule]:
    """Makes a function a `Rule`; the arguments are as documented there, with spaces between ``words``."""

    def made(mend: Mend) -> Rule:
        order, needed = tuple(map(_one_of, row)), tuple(map(_one_of, having))
        return Rule(mend, order, needed, frozenset(lacking), frozenset(words.split()), frozenset(marks))

    return made


def _one_of(needed: Needed) -> frozenset[Label]:
    return frozenset({needed}) if isinstance(needed, Label) else needed

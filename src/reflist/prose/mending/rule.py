"""What a rule of mending is: which parts a string must have for it, and what it makes of them.

Most strings have parts in one of a few hundred orders. Which rules may change a string of such an order, and where, is
found out once; only these are called.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import NAMES

Needed = Label | frozenset[Label]
"""A label, or labels any one of which will do."""


class Parts:
    """The parts of a reference string as they are known so far: its text, and the spans, in order and apart."""

    __slots__ = ("labels", "spans", "text")

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.spans = spans
        self.labels = tuple([span.label for span in spans])

    def __getitem__(self, index: int) -> Span:
        return self.spans[index]

    def has(self, *labels: Label) -> bool:
        """Whether a part has one of these labels."""
        return any(label in self.labels for label in labels)

    def printed(self, span: Span) -> str:
        """What stands in a part."""
        return self.text[span.start : span.end]

    def behind(self, index: int) -> str:
        """What stands between a part and the next one, or the end."""
        end = self.spans[index + 1].start if index + 1 < len(self.spans) else len(self.text)
        return self.text[self.spans[index].end : end]

    def is_first(self, index: int) -> bool:
        """Whether nothing but names and years stands before a part: it is at the head of the string."""
        return all(label in NAMES or label is Label.DATE for label in self.labels[:index])

    def replaced(self, index: int, count: int, new: Sequence[Span]) -> "Parts":
        """The same string with others in the place of so many parts."""
        return Parts(self.text, [*self.spans[:index], *new, *self.spans[index + count :]])


Mend = Callable[[Parts, int], Sequence[Span] | None]
"""Gives what stands in the place of the parts that it is called for, the first of which has this index; None: they do.

Of a rule that is for no parts more than for others, in the place of all.
"""


class Rule(NamedTuple):
    """What puts parts right, and what a string must have for that.

    ``row``: the labels of the parts, one behind the other, that it is called for; none: all parts, once for a string;
    ``having``: labels that parts of the string must have beside; ``lacking``: those that none may have;
    ``words``: in small letters, one of them must stand in it; ``marks``: so must one of these characters.
    """

    mend: Mend
    row: tuple[frozenset[Label], ...]
    having: tuple[frozenset[Label], ...]
    lacking: frozenset[Label]
    words: frozenset[str]
    marks: frozenset[str]

    def places(self, labels: tuple[Label, ...]) -> tuple[int, ...]:
        """Where in parts with these labels, in this order, the rule is to be called, if it is for parts with them."""
        if not self.row:
            return (0,)
        return tuple([index for index in range(len(labels) - len(self.row) + 1) if self._is_row(labels, index)])

    def is_for(self, labels: Collection[Label]) -> bool:
        """Whether parts with these labels may stand in an order that the rule can change."""
        if not self.lacking.isdisjoint(labels):
            return False
        return not any(needed.isdisjoint(labels) for needed in (*self.row, *self.having))

    def _is_row(self, labels: tuple[Label, ...], index: int) -> bool:
        return all(map(frozenset.__contains__, self.row, labels[index : index + len(self.row)]))

    def mended(self, parts: Parts, places: Sequence[int]) -> Parts:
        """The parts as the rule has them, which is called at these places; the same object where it changes nothing."""
        for place in places:
            new = self.mend(parts, place)
            if new is not None:
                return self._mended_on(parts, place, new) if self.row else Parts(parts.text, new)
        return parts

    def _mended_on(self, parts: Parts, place: int, new: Sequence[Span]) -> Parts:
        """The parts with others in a place, and the rest of them as the rule has it.

        The last part of what it gave may be the first of the next row. Linear in the number of parts.
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
    """Makes a function a rule; what is said beside it is as `Rule` has it, words with spaces between them."""

    def made(mend: Mend) -> Rule:
        order, needed = tuple(map(_one_of, row)), tuple(map(_one_of, having))
        return Rule(mend, order, needed, frozenset(lacking), frozenset(words.split()), frozenset(marks))

    return made


def _one_of(needed: Needed) -> frozenset[Label]:
    return frozenset({needed}) if isinstance(needed, Label) else needed

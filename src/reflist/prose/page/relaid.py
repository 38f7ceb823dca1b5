"""A source whose lines are read in another order or without some of them, with the places of the lines as printed."""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.report import Place
from reflist.source import Source


class Printed(NamedTuple):
    """A line, or the part of one that stands in a column, and the number of the line, counted from 1."""

    number: int
    text: str

    @property
    def width(self) -> int:
        """How many characters it has, those it is indented by counted."""
        return len(self.text)

    @property
    def indent(self) -> int:
        """How many characters it is indented by."""
        return len(self.text) - len(self.text.lstrip())


class Relaid(Source):
    """A source of other lines than the one it was made from; its places are those of that source."""

    def __init__(self, source: Source, lines: Sequence[Printed]) -> None:
        super().__init__(source.name, "\n".join(line.text for line in lines).encode("utf-8", "replace"))
        self._source = source
        self._numbers = [line.number for line in lines]

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """The place in the source as printed."""
        return self._source.place(line and self._numbers[line - 1], column)

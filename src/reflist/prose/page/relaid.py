"""A source whose lines are read in another order, or only some of them, with their places in the printed source."""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.report import Place
from reflist.source import Source


class Printed(NamedTuple):
    """A line, or the part of one that is in a column, and the number of the line, counted from 1."""

    number: int
    text: str

    @property
    def width(self) -> int:
        """The number of characters, including the indentation."""
        return len(self.text)

    @property
    def indent(self) -> int:
        """The number of characters by which it is indented."""
        return len(self.text) - len(self.text.lstrip())


class Relaid(Source):
    """A source made of lines of another one; its places are those in the other source."""

    def __init__(self, source: Source, lines: Sequence[Printed]) -> None:
        super().__init__(source.name, "\n".join(line.text for line in lines).encode("utf-8", "replace"))
        self._source = source
        self._numbers = [line.number for line in lines]

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """The place in the source as printed."""
        return self._source.place(line and self._numbers[line - 1], column)

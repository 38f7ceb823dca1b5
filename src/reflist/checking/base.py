"""What the checks read and what they return."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reflist.formats import Item
from reflist.model import Paper, Reference
from reflist.report import Place, Report, Rule
from reflist.source import Source


class Finding(NamedTuple):
    """Something wrong with a reference: the rule, a message, and the wrong words as printed."""

    rule: Rule
    message: str
    printed: str = ""


class Cited(NamedTuple):
    """A key that a text cites, and its offset."""

    key: str
    offset: int


ALL = "*"
"""A key that asks for all references."""

Check = Callable[[Reference], Iterator[Finding]]
"""A check of one reference by itself."""


class Input:
    """One input of the command: its source and the items read from it.

    ``is_file`` is whether it is a file of references; else it is free text: a manuscript, a page, a list.
    ``cites_by_key`` is whether its text cites by key, ``has_keys`` whether its references are those that such texts
    cite. ``listed`` holds its references, including those of papers; ``papers`` its papers.
    """

    def __init__(
        self,
        source: Source,
        items: Sequence[Item],
        is_file: bool,
        cites_by_key: bool = False,
        has_keys: bool | None = None,
    ) -> None:
        self.source = source
        self.is_file = is_file
        self.cites_by_key = cites_by_key
        self.has_keys = is_file if has_keys is None else has_keys
        self.papers = [item for item in items if isinstance(item, Paper)]
        self.listed = [
            reference
            for item in items
            for reference in (item.references if isinstance(item, Paper) else (item,))
            if isinstance(reference, Reference)
        ]

    def place(self, reference: Reference, printed: str) -> Place:
        """The place of words in a reference: line and column if found in its record, else the reference's line."""
        line = reference.origin.line
        if line is None or not printed or not 0 < line < len(self._lines):
            return Place(self.source.name, line)
        start = self._lines[line - 1]
        at = self._find(printed, start, self._lines[self._next[line] - 1])
        if at < 0 or self._shared[line]:
            return Place(self.source.name, line)
        while self._lines[line] <= at:
            line += 1
        return Place(self.source.name, line, at - self._lines[line - 1] + 1)

    def _find(self, printed: str, start: int, end: int) -> int:
        """The offset of words, however their dashes are written; -1 if they are not found."""
        found = (self.source.text.find(printed.replace("-", dash), start, end) for dash in ("-", "--", "\u2013", "/"))
        return next((at for at in found if at >= 0), -1)

    @cached_property
    def _lines(self) -> list[int]:
        """The offset at which each line begins, and the offset of the text's end."""
        starts = [0]
        for line in self.source.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    @cached_property
    def _next(self) -> dict[int, int]:
        """For each line on which a record begins, the line on which the next one begins."""
        begins = sorted({reference.origin.line or 0 for reference in self.listed})
        return dict(zip(begins, [*begins[1:], len(self._lines)], strict=True))

    @cached_property
    def _shared(self) -> dict[int, bool]:
        """For each line on which a record begins, whether several do."""
        shared: dict[int, bool] = {}
        for reference in self.listed:
            line = reference.origin.line or 0
            shared[line] = line in shared
        return shared


CheckAll = Callable[[Sequence[Input], Report], None]
"""A check of all inputs together, which adds its findings to the report."""

"""The columns of a PDF's pages, put back in the order in which they are read.

Programs that take the text out of a PDF part its pages with form feeds. Some keep the columns of a page side by side
(``pdftotext -layout``). Others put a column that is all of one piece, as one of references is, before the rest of
the column to its left, and so above the heading of the list.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from reflist.prose.beginnings import begins_like_reference, is_numbered
from reflist.prose.breaks import is_page_number
from reflist.prose.page.headings import Part, part_of
from reflist.report import Place
from reflist.source import Source

FEWEST_LINES = 8
"""Fewer lines with text on both sides of a gutter make no columns."""

NARROWEST = 20
"""A gutter stands so many characters from the margin at least: what is aligned nearer is a number or a label."""

FULL = 0.55
"""The usual line of a column fills this share of it; cells of a table do not."""

MOST_ACROSS = 0.5
"""More of the lines of a page that run across a gutter are no heads, titles and abstracts: the page has no columns."""

FEWEST_BEGUN, SHARE_BEGUN = 3, 0.1
"""So many lines of a column of references begin one."""

BESIDE = 8
"""So many characters a line of the first column runs past its gutter, at most."""

WIDEST = 220
"""Lines longer than this are not laid out in columns."""

AT_MARGIN = 8
"""One of so many lines of the second column begins where the column does, not indented."""

MOST_LINES = 400
"""Of more lines than a page has, so many at least tell where the gutter is."""

LIKELY = 12
"""So many places are looked at, those with most gaps before them."""

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_PAGE_BREAK = "\f"


class Unwound(Source):
    """A source whose columns stand one below the other; its places are those of the source as printed."""

    def __init__(self, source: Source, lines: Sequence["_Printed"]) -> None:
        super().__init__(source.name, "\n".join(line.text for line in lines).encode("utf-8", "replace"))
        self._numbers = [line.number for line in lines]

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """The place in the source as printed."""
        return super().place(line and self._numbers[line - 1], column)


class _Printed(NamedTuple):
    """A line, or the part of one that stands in a column, and the number of the line, counted from 1."""

    number: int
    text: str

    @property
    def width(self) -> int:
        return len(self.text)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def unwound(source: Source) -> Source | Unwound:
    """The source with its columns one below the other, page by page; itself if it is of one page that has none.

    Linear in its length.
    """
    gaps = sum(1 for _ in islice(_GAP.finditer(source.text), FEWEST_LINES))
    if gaps < FEWEST_LINES and _PAGE_BREAK not in source.text:
        return source
    pages: list[list[_Printed]] = [[]]
    for number, text in enumerate(source.text.split("\n"), start=1):
        if text.startswith(_PAGE_BREAK):
            pages[-1].append(_Printed(number, ""))  # the number of a page does not touch the head of the next
            pages.append([])
        pages[-1].append(_Printed(number, text.lstrip(_PAGE_BREAK).rstrip()))
    lines = [line for page in pages for line in _read_down(page)]
    return source if lines == pages[0] else Unwound(source, lines)


def _read_down(page: Sequence[_Printed]) -> list[_Printed]:
    """The lines of a page in the order in which they are read; the number at its foot is of no column."""
    foot = max((index for index, line in enumerate(page) if line.text), default=0)
    if not (page and is_page_number(page[foot].text.strip())):
        foot = len(page)
    return _list_below_heading([*_in_order(page[:foot]), *page[foot:]])


def _in_order(page: Sequence[_Printed]) -> Iterator[_Printed]:
    """The lines of a page, those of its first column first. A column may itself be two."""
    gutter = _gutter(page)
    if gutter is None:
        yield from _at_margin(page)
        return
    halves: list[tuple[_Printed, _Printed]] = []
    for line in page:
        half = _halved(line, gutter)
        if half is None:
            yield from _columns(halves)
            halves = []
            yield line
        else:
            halves.append(half)
    yield from _columns(halves)


def _columns(halves: Sequence[tuple[_Printed, _Printed]]) -> Iterator[_Printed]:
    if halves:
        left, right = zip(*halves, strict=True)
        yield from (*_at_margin(left), halves[-1][0]._replace(text=""), *_in_order(list(_at_margin(right))))


def _at_margin(column: Sequence[_Printed]) -> Iterator[_Printed]:
    """The lines of a column without the white space that stands before all of them.

    A list of references has a margin of its own. A line by itself, as a running head is, may stand farther out.
    """
    heads = [index + 1 for index, line in enumerate(column) if part_of(line.text.strip()) is Part.REFERENCES]
    for begin, end in pairwise((0, *heads, len(column))):
        part = column[begin:end]
        indents = [part[index].indent for block in _blocks(part) if len(block) > 1 for index in block]
        margin = min(indents or [line.indent for line in part if line.text], default=0)
        yield from (line._replace(text=line.text[min(margin, line.indent) :]) for line in part)


def _list_below_heading(page: list[_Printed]) -> list[_Printed]:
    """The lines of a page, those that stand above the heading of its list and read as of that list at its end."""
    head = next((index for index, line in enumerate(page) if part_of(line.text.strip()) is Part.REFERENCES), None)
    blocks = list(_blocks(page))
    early = [block for block in blocks if head is not None and block.stop <= head and _reads_as_list(page, block)]
    own = [block.stop for block in blocks if head is not None and block.stop > head + 1 and len(block) > 1]
    if not early or not own:
        return page
    moved = {index for block in early for index in block}
    kept = [line for index, line in enumerate(page[: own[-1]]) if index not in moved]
    return [*kept, *(page[index] for index in sorted(moved)), *page[own[-1] :]]


def _blocks(page: Sequence[_Printed]) -> Iterator[range]:
    """The stretches of lines between blank ones."""
    blanks = [-1, *(index for index, line in enumerate(page) if not line.text), len(page)]
    return (range(above + 1, below) for above, below in pairwise(blanks) if below - above > 1)


def _reads_as_list(page: Sequence[_Printed], block: range) -> bool:
    """Whether several lines of a block begin as references do, and not too few of all."""
    texts = [page[index].text.strip() for index in block]
    begun = sum(begins_like_reference(text) or is_numbered(text) for text in texts)
    return begun >= FEWEST_BEGUN and begun >= SHARE_BEGUN * len(texts)


def _gutter(page: Sequence[_Printed]) -> int | None:
    """Where the lines of the second column begin: there most lines have a gap, and few run across."""
    if max((len(line.text) for line in page), default=0) > WIDEST:
        return None
    page = page[:: 1 + len(page) // MOST_LINES]
    begins = Counter(gap.end() for line in page for gap in _GAP.finditer(line.text) if gap.end() >= NARROWEST)
    likely = [(_count_beside(page, begin), count, begin) for begin, count in begins.most_common(LIKELY)]
    found = [(beside, begin) for beside, count, begin in likely if FEWEST_LINES <= beside <= AT_MARGIN * count]
    return max(found)[1] if found else None


def _count_beside(page: Sequence[_Printed], gutter: int) -> int:
    """How many lines have text on both sides of a gutter; 0 where these make no columns."""
    halves = [_halved(line, gutter) for line in page if line.text]
    both = [half for half in halves if half and half[0].text and half[1].text]
    if not both or halves.count(None) > MOST_ACROSS * len(halves):
        return 0
    left = sorted(half[0].width - half[0].indent for half in both)
    right = sorted(half[1].width - half[1].indent for half in both)
    middle, margin = len(both) // 2, min(half[0].indent for half in both)
    is_full = left[middle] >= FULL * (gutter - margin) and right[middle] >= max(NARROWEST, FULL * right[-1])
    return len(both) if is_full else 0


def _halved(line: _Printed, gutter: int) -> tuple[_Printed, _Printed] | None:
    """What stands on either side of a gutter; None for a line that runs across.

    The second column may begin up to two characters before its gutter, and the first run past it: text is laid out to
    the nearest character.
    """
    text, begin = line.text, gutter - 2
    if len(text) <= begin:
        return line, line._replace(text="")
    ends = [line.indent] if line.indent >= begin else []
    ends += [gap.end() for gap in _GAP.finditer(text) if gap.start() <= gutter + BESIDE]
    for end in ends:
        if end >= begin:
            left = line._replace(text=text[:end].rstrip())
            return left, line._replace(text=" " * (end - begin) + text[end:])
    is_first = len(text) <= gutter + BESIDE and line.indent < gutter // 2
    return (line, line._replace(text="")) if is_first else None

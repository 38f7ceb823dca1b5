"""The columns of a PDF's pages, in reading order.

Programs that extract the text of a PDF separate its pages by form feeds. Some keep the columns of a page side by side
(``pdftotext -layout``). Others put a column that is one block, such as a column of references, before the rest of the
column to its left, and so above the heading of the list.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from reflist.prose.beginnings import begins_like_reference, begins_with_person, is_dated, is_identifier, is_numbered
from reflist.prose.breaks import is_page_number
from reflist.prose.page.headings import Part, is_subheading, part_of
from reflist.prose.page.relaid import Printed, Relaid
from reflist.prose.text_lines import reads_on
from reflist.source import Source

FEWEST_LINES = 8
"""Columns need at least this many lines with text on both sides of a gutter."""

FEWEST_BESIDE = 2
"""Columns as on earlier pages need only this many such lines, if hardly any line runs across the gutter."""

MOST_BESIDE = 0.9
"""A gutter has at least this share of the most lines with text on both sides of a position."""

NARROWEST = 20
"""The least distance of a gutter from the margin, in characters; narrower alignment is due to numbers or labels."""

MOST_HEADS = 2
"""On a page with few other lines, this many lines may run across a gutter: those at its head."""

FULL = 0.55
"""The median line of a column fills at least this share of it, unlike the cells of a table."""

LONGER_LINES = 20
"""One in this many lines may run past its column, as addresses do."""

MOST_ACROSS = 0.5
"""If a larger share of the lines runs across a gutter, these cannot all be heads, titles and abstracts: no columns."""

FEWEST_BEGUN, SHARE_BEGUN = 3, 0.1
"""The least number and share of lines in a column of references that begin a reference."""

FEWEST_OF_TEXT, SHARE_OF_TEXT = 3, 0.75
"""The least number of lines of a paragraph of running text, and the share that must read as running text."""

FEWEST_WORDS = 3
"""At least this many lines of one word each were originally one line."""

BESIDE = 8
"""The number of characters by which a line of the first column may run past the gutter."""

WIDEST = 220
"""Longer lines are not laid out in columns."""

AT_MARGIN = 8
"""At least one in this many lines of the second column begins at its left edge, without indentation."""

MOST_LINES = 400
"""Only about this many lines, evenly spaced, are examined to find the gutter."""

LIKELY = 12
"""The number of positions that are examined: those after most gaps."""

_OPEN = re.compile(r"(?:^|\s)[^\s/@]*[^\W\d_,]$|[,;:&(–—-]$")
"""The end of a line that does not end a sentence: a word that is not part of an address, or an open mark."""

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LABEL = re.compile(r"\[?\d{1,3}(?:[.\])]?$|[.\])]?[^\W\d_])")
_PAGE_BREAK = "\f"


class _Halves(NamedTuple):
    """The parts of a line on either side of a gutter."""

    left: Printed
    right: Printed


def unwound(source: Source) -> Source | Relaid:
    """The source with its columns one below the other, page by page; unchanged if it is a single page without columns.

    Linear in its length.
    """
    gaps = sum(1 for _ in islice(_GAP.finditer(source.text), FEWEST_LINES))
    if gaps < FEWEST_LINES and _PAGE_BREAK not in source.text:
        return source
    pages: list[list[Printed]] = [[]]
    for number, text in enumerate(source.text.split("\n"), start=1):
        if text.startswith(_PAGE_BREAK):
            pages[-1].append(Printed(number, ""))  # keeps the number of a page apart from the head of the next
            pages.append([])
        pages[-1].append(Printed(number, text.lstrip(_PAGE_BREAK).rstrip()))
    gutters: list[int] = []
    lines = [line for page in pages for line in _read_down(page, gutters)]
    return source if lines == pages[0] else Relaid(source, lines)


def _read_down(page: Sequence[Printed], gutters: list[int]) -> list[Printed]:
    """The lines of a page in reading order; the page number at its foot belongs to no column.

    ``gutters``: those of the pages before it, to which its own are added.
    """
    foot = max((index for index, line in enumerate(page) if line.text), default=0)
    if not (page and is_page_number(page[foot].text.strip())):
        foot = len(page)
    return _list_below_heading([*_in_order(_with_whole_lines(page[:foot]), gutters), *page[foot:]])


def _with_whole_lines(page: Sequence[Printed]) -> list[Printed]:
    """The lines of a page, where lines extracted word by word, with wide spaces taken for gutters, are joined again."""
    lines: list[Printed] = []
    for has_one_word, run in groupby(page, _has_one_word):
        found = list(run)
        if has_one_word and len(found) >= FEWEST_WORDS:
            words = [line.text.strip() for line in found]
            starts = [0, *(at for at in range(1, len(words)) if _begins_line(words, at))]
            parts = [found[begin:end] for begin, end in pairwise((*starts, len(found)))]
            found = [part[0]._replace(text=" ".join(line.text.strip() for line in part)) for part in parts]
        lines += found
    return lines


def _has_one_word(line: Printed) -> bool:
    word = line.text.strip()
    return bool(word) and " " not in word and not (word[0].isupper() and part_of(word))


def _begins_line(words: Sequence[str], at: int) -> bool:
    """Whether a word begins a line: it is an address, or after a stop a label or a person's name."""
    if is_identifier(words[at]):
        return True
    if not (words[at - 1].endswith((".", ")", "]")) or "10." in words[at - 1]):
        return words[at].startswith("[") and bool(_LABEL.match(words[at]))
    return bool(_LABEL.match(words[at])) or begins_with_person(" ".join(words[at : at + FEWEST_WORDS]))


def _in_order(page: Sequence[Printed], gutters: list[int], is_page: bool = True) -> Iterator[Printed]:
    """The lines of a page, or of a column of one, the first column before the second.

    A column may itself have two columns.
    """
    gutter = _gutter(page) or _gutter_as_before(page, gutters, is_page)
    if gutter is None:
        yield from _at_margin(page)
        return
    gutters.append(gutter)
    halves = [_halved(line, gutter) for line in page]
    begin = 0
    for index, line in enumerate(page):
        if halves[index] is None and _is_between(halves, index):
            halves[index] = _split_at(line, gutter)
        if halves[index] is None:
            yield from _columns(halves[begin:index], gutters)
            yield line
            begin = index + 1
    yield from _columns(halves[begin:], gutters)


def _is_between(halves: Sequence["_Halves | None"], index: int) -> bool:
    """Whether a line is directly between lines of columns; titles and captions across them have blank lines around."""
    beside = [*halves[max(0, index - 1) : index], *halves[index + 1 : index + 2]]
    return any(map(_are_two, beside)) and all(half and (half.left.text or half.right.text) for half in beside)


def _columns(halves: Sequence["_Halves | None"], gutters: list[int]) -> Iterator[Printed]:
    """The lines of two columns, with a blank line between them unless the second continues a sentence of the first."""
    both = [half for half in halves if half]
    if not both:
        return
    left, right = zip(*both, strict=True)
    first = list(_in_order(_at_margin(_closed_up(left, right)), gutters, is_page=False))
    second = list(_in_order(_at_margin(_closed_up(right, left)), gutters, is_page=False))
    above = max((index for index, line in enumerate(first) if line.text), default=-1)
    below = next((index for index, line in enumerate(second) if line.text), len(second))
    if above >= 0 and below < len(second) and _goes_on(first[above].text, second[below].text):
        yield from (*first[: above + 1], *second[below:])
    else:
        yield from (*first, both[-1].left._replace(text=""), *second)


def _closed_up(column: Sequence[Printed], beside: Sequence[Printed]) -> list[Printed]:
    """The lines of a column without blank lines inside a sentence, which occur if the columns are not level."""
    begun = sum(_begins(line.text.strip()) for line in column)
    is_list = begun >= max(FEWEST_BEGUN, SHARE_BEGUN * len(column))
    kept: list[Printed] = []
    blank: list[Printed] = []
    is_beside = True
    for line, other in zip(column, beside, strict=True):
        if not line.text:
            blank.append(line)
            is_beside = is_beside and bool(other.text)
            continue
        if not (
            is_beside and kept and (_goes_on(kept[-1].text, line.text) or (is_list and _begins_nothing(line.text)))
        ):
            kept += blank
        kept.append(line)
        blank, is_beside = [], True
    return kept + blank


def _goes_on(above: str, below: str) -> bool:
    """Whether a line clearly continues a sentence of the line above."""
    if part_of(above.strip()):
        return False
    return below.lstrip()[0].islower() or (_is_open(above) and not begins_like_reference(below.strip()))


def _begins_nothing(text: str) -> bool:
    """Whether a line begins neither a reference nor a part of the page."""
    return not (_begins(text.strip()) or is_dated(text) or part_of(text.strip()) or is_subheading(text.strip()))


def _is_open(text: str) -> bool:
    """Whether a line is no heading and clearly does not end a sentence."""
    return part_of(text.strip()) is None and _OPEN.search(text) is not None


def _at_margin(column: Sequence[Printed]) -> list[Printed]:
    """The lines of a column without the indentation that all of them share.

    A list of references has a margin of its own. A single line, such as a running head, may be farther left.
    """
    heads = [index + 1 for index, line in enumerate(column) if part_of(line.text.strip()) is Part.REFERENCES]
    lines: list[Printed] = []
    for begin, end in pairwise((0, *heads, len(column))):
        part = column[begin:end]
        indents = [part[index].indent for block in _blocks(part) if len(block) > 1 for index in block]
        margin = min(indents or [line.indent for line in part if line.text], default=0)
        lines += (line._replace(text=line.text[min(margin, line.indent) :]) for line in part)
    return lines


def _list_below_heading(page: list[Printed]) -> list[Printed]:
    """The lines of a page, with references moved below the list's heading and running text above it.

    References from above the heading are moved to the end of the list on the page.
    """
    head = next((index for index, line in enumerate(page) if part_of(line.text.strip()) is Part.REFERENCES), None)
    if head is None:
        return page
    blocks = list(_blocks(page))
    early = _of_list(page, [block for block in blocks if block.stop <= head])
    below = [(above, block) for above, block in pairwise(blocks) if block.start > head]
    late = [block for above, block in below if _reads_as_text(page, block, page[above[-1]].text)]
    own = [block.stop for block in blocks if block.stop > head + 1 and len(block) > 1 and block not in late]
    if not own:
        return page
    listed, text = ({index for block in moved for index in (*block, block.stop)} for moved in (early, late))
    end = own[-1]
    rest = [index for index in range(len(page)) if index not in listed and index not in text]
    order = (
        *(index for index in rest if index < head),
        *sorted(text),
        *(index for index in rest if head <= index < end),
        *sorted(listed),
        *(index for index in rest if index >= end),
    )
    return [page[index] for index in order if index < len(page)]


def _blocks(page: Sequence[Printed]) -> Iterator[range]:
    """The ranges of lines between blank lines."""
    blanks = [-1, *(index for index, line in enumerate(page) if not line.text), len(page)]
    return (range(above + 1, below) for above, below in pairwise(blanks) if below - above > 1)


def _of_list(page: Sequence[Printed], blocks: Sequence[range]) -> list[range]:
    """The blocks of references: blocks with several, or several blocks with one or two each."""
    texts = {block: [page[index].text.strip() for index in block] for block in blocks}
    begun = {block: sum(map(_begins, texts[block])) for block in blocks}
    found = [
        block
        for block in blocks
        if begun[block] >= max(SHARE_BEGUN * len(block), 1)
        and (begun[block] >= FEWEST_BEGUN or (_begins(texts[block][0]) and any(map(is_dated, texts[block]))))
    ]
    return found if sum(begun[block] for block in found) >= FEWEST_BEGUN else []


def _begins(text: str) -> bool:
    return begins_like_reference(text) or is_numbered(text)


def _reads_as_text(page: Sequence[Printed], block: range, above: str) -> bool:
    """Whether a block is a heading of running text, or sentences with or without such a heading."""
    texts = [page[index].text.strip() for index in block]
    if part_of(texts[0]) is Part.BODY:
        del texts[0]
    elif _is_open(above):
        return False
    if len(texts) < FEWEST_OF_TEXT:
        return not texts
    return reads_on(texts[0]) and sum(map(reads_on, texts[:-1])) >= SHARE_OF_TEXT * (len(texts) - 1)


def _gutter(page: Sequence[Printed]) -> int | None:
    """The position where the second column begins: after a gap in most lines, with few lines across."""
    if max((len(line.text) for line in page), default=0) > WIDEST:
        return None
    page = page[:: 1 + len(page) // MOST_LINES]
    begins = Counter(gap.end() for line in page for gap in _GAP.finditer(line.text) if gap.end() >= NARROWEST)
    likely = [(_count_beside(page, begin), count, begin) for begin, count in begins.most_common(LIKELY)]
    return _rightmost(
        [(beside, begin) for beside, count, begin in likely if FEWEST_LINES <= beside <= AT_MARGIN * count]
    )


def _gutter_as_before(page: Sequence[Printed], gutters: Sequence[int], is_page: bool) -> int | None:
    """A gutter near one of earlier pages, for a page with too few lines to find one: hardly any line runs across it.

    The second column of a page may be short. A column of a page has columns only if most of its lines have a gap there.
    """
    lines = [line for line in page if line.text]
    is_short = len(lines) < 2 * FEWEST_LINES
    if not gutters or not (is_page or is_short):
        return None
    likely: list[tuple[int, int]] = []
    for begin in {gap.end() for line in lines for gap in _GAP.finditer(line.text)}:
        if min(abs(begin - gutter) for gutter in gutters) <= BESIDE:
            halves = [_halved(line, begin) for line in lines]
            beside, across = sum(map(_are_two, halves)), halves.count(None)
            is_beside = is_short and 2 * beside >= len(halves) - across
            if across <= MOST_HEADS and (is_beside or (is_page and _has_column(halves))):
                likely.append((-across, begin))
    return max(likely)[1] if likely else None


def _rightmost(found: Sequence[tuple[int, int]]) -> int | None:
    """Of the positions with the most lines on both sides, the one farthest right.

    Wide spaces at the ends of justified lines give positions farther left, with a few lines more.
    """
    most = max((beside for beside, _ in found), default=0)
    last = max((begin for beside, begin in found if beside >= MOST_BESIDE * most), default=0)
    return max(((beside, begin) for beside, begin in found if abs(begin - last) <= 2), default=(0, None))[1]


def _has_column(halves: Sequence["_Halves | None"]) -> bool:
    """Whether the text on the right of a gutter, though short, is as wide as a column."""
    right = [half.right for half in halves if half and _are_two(half)]
    return len(right) >= FEWEST_BESIDE and max(line.width - line.indent for line in right) >= NARROWEST


def _count_beside(page: Sequence[Printed], gutter: int) -> int:
    """The number of lines with text on both sides of a gutter; 0 if these are no columns."""
    halves = [_halved(line, gutter) for line in page if line.text]
    both = [half for half in halves if half and _are_two(half)]
    if not both or halves.count(None) > MOST_ACROSS * len(halves):
        return 0
    left = sorted(half.left.width - half.left.indent for half in both)
    right = sorted(half.right.width - half.right.indent for half in both)
    middle, margin = len(both) // 2, min(half.left.indent for half in both)
    is_full = left[middle] >= FULL * (gutter - margin) and right[middle] >= max(
        NARROWEST, FULL * right[-1 - len(right) // LONGER_LINES]
    )
    return len(both) if is_full else 0


def _are_two(half: "_Halves | None") -> bool:
    """Whether there is text on both sides of the gutter."""
    return half is not None and bool(half.left.text and half.right.text)


def _halved(line: Printed, gutter: int) -> "_Halves | None":
    """The parts of a line on either side of a gutter; None for a line that runs across.

    The second column may begin up to two characters before its gutter, and the first run past it: text is laid out to
    the nearest character, and addresses are not divided.
    """
    text, begin = line.text, gutter - 2
    if len(text) <= begin:
        return _Halves(line, line._replace(text=""))
    ends = [line.indent] if line.indent >= begin else []
    ends += [gap.end() for gap in _GAP.finditer(text) if gap.start() <= gutter + BESIDE]
    for end in ends:
        if end >= begin:
            return _split(line, end, begin)
    is_first = line.indent < gutter // 2 and (len(text) <= gutter + BESIDE or " " not in text.strip())
    return _Halves(line, line._replace(text="")) if is_first else None


def _split_at(line: Printed, gutter: int) -> "_Halves":
    """The halves of a line among lines of columns, with only one space between its columns.

    If no word begins at the gutter, the whole line belongs to the first column.
    """
    begins = [
        at for at in range(gutter - 2, gutter + 3) if line.text[at - 1 : at] == " " and line.text[at : at + 1].strip()
    ]
    if not begins:
        return _Halves(line, line._replace(text=""))
    return _split(line, min(begins, key=lambda at: abs(at - gutter)), gutter - 2)


def _split(line: Printed, end: int, begin: int) -> "_Halves":
    """The parts of a line before and after the end of a gap; the second column begins at ``begin``."""
    left, right = line.text[:end].rstrip(), line.text[end:]
    return _Halves(line._replace(text=left), line._replace(text=" " * (end - begin) + right))

"""Page breaks in a text copied from a PDF: running heads and page numbers, which belong to no reference."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reflist.prose.text_lines import Line

SHORTEST_HEAD = 12
LONGEST_HEAD = 200
"""The length of a running head, in characters."""

SHORTEST_PAGE = 20
"""The least number of lines on a page."""

_BLANKS = 4
"""The head of the next page follows a page number within fewer lines than this."""

_PAGE_NUMBER = re.compile(r"(?!(?:1[4-9]|20)\d\d$)\d{1,4}")
_JOURNAL_HEAD = re.compile(
    r"(?:\d{1,5} )?[^/]+ / [^/]+ \d{1,4} \((?:1[89]|20)\d\d\) [A-Z]?\d+[-–][A-Z]?\d+(?: \d{1,5})?"
)
_LEADING = re.compile(r"(?P<page>\d{1,4})[\s|]+(?P<head>[^\W\d_].*)")
_TRAILING = re.compile(r"(?P<head>[^\W\d_].*[^\W_])[\s|]+(?P<page>\d{1,4})")


class _Head(NamedTuple):
    """A line that may be a running head: its index, and the page number before it, or after or beside it."""

    at: int
    before: int | None
    after: int | None


FEWEST_SPACED, SMALL_SHARE = 6, 0.15
"""At least this many lines, with blank lines between all of them, are double-spaced if a larger share begins in lower
case, since then they are wrapped.
"""


def single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the blank lines of double spacing; all lines if the text is not double-spaced."""
    texts = [line.text for line in lines if line]
    if len(texts) < FEWEST_SPACED or any(one and other for one, other in pairwise(lines)):
        return lines
    if sum(text[0].islower() for text in texts) <= SMALL_SHARE * len(texts):
        return lines
    return [
        line for before, line in zip((None, *lines), lines, strict=False) if line or (before is not None and not before)
    ]


def is_page_number(text: str) -> bool:
    """Whether a line is only a number, and not a year."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def running_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are running heads. Linear in the length of the text.

    ``102 J. Weir / A Journal 44 (2019) 101-118`` is one by its form. A separate line after a page number is one if
    another separate line is its beginning. Any other line is one if it occurs on several pages, with a page number
    before it, or with increasing ones after or beside it, at least a page apart.

    >>> text = "102 A title of some length", "It goes on", "A title of some length", "to its end."
    >>> sorted(running_heads([Line(number, line) for number, line in enumerate(text)]))
    [0, 2]
    """
    found = {line.number for line in lines if _is_journal_head(line.text)}
    found.update(_after_page_numbers(lines))
    heads: dict[str, list[_Head]] = defaultdict(list)
    for index, line in enumerate(lines):
        if SHORTEST_HEAD <= len(line.text) <= LONGEST_HEAD and line.text[-1] not in ".,;:":
            for key, head in _readings(lines, index):
                heads[key].append(head)
    for group in heads.values():
        if _stands_on_pages(group):
            found.update(lines[head.at].number for head in group)
    return frozenset(found)


def _after_page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """The lines around a page break: ``112``, then ``A Journal 14 (2011) J. Weir`` between blank lines."""
    seen: set[str] = set()
    page = -_BLANKS
    for index, line in enumerate(lines):
        if any(lines[index + 1 : index + 2]):
            continue
        if is_page_number(line.text):
            page = index
        elif line and not any(lines[max(0, index - 1) : index]):
            if index - page < _BLANKS and any(line.text[:end] in seen for end in range(SHORTEST_HEAD, LONGEST_HEAD)):
                yield from (lines[page].number, line.number)
            seen.add(line.text)


def _is_journal_head(text: str) -> bool:
    return text.count(" / ") == 1 and len(text) <= LONGEST_HEAD and bool(_JOURNAL_HEAD.fullmatch(text))


def _readings(lines: Sequence[Line], index: int) -> Iterator[tuple[str, _Head]]:
    """The text of a possible head, and its page number."""
    text = lines[index].text
    if leading := _LEADING.fullmatch(text):
        yield leading["head"].casefold(), _Head(index, int(leading["page"]), None)
    elif trailing := _TRAILING.fullmatch(text):
        yield trailing["head"].casefold(), _Head(index, None, int(trailing["page"]))
    else:
        above = next((line.text for line in lines[max(0, index - _BLANKS) : index][::-1] if line), "0")
        beside = (above, *(line.text for line in lines[index + 1 : index + 2]))
        page = next((int(near) for near in beside if is_page_number(near)), None)
        yield text.casefold(), _Head(index, None, page)


def _stands_on_pages(group: Sequence[_Head]) -> bool:
    if len(group) < 2:
        return False
    before = {head.before for head in group}
    if len(before) >= 2:
        return True
    after = [(head.at, head.after) for head in group if head.after is not None]
    return len(after) >= 2 and all(
        there - here >= SHORTEST_PAGE and page < next_page for (here, page), (there, next_page) in pairwise(after)
    )

"""How the strings of a list print page ranges, which shows where to divide a range that has lost its dash.

``91122`` is 91-122 in a list that prints the last page in full, and 911-22 in one that shortens it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import Ending, ends_so

FEWEST = 3
"""Fewer ranges are no evidence for the others."""

FEWEST_OF_ALL = 2
"""The number of ranges without a dash that is sufficient evidence in a list where none has one."""

AGREED = 0.8
"""The share of a list's ranges that must have one form for this to be the list's form."""

_DASHED = re.compile(rf"(?<![\w.,/–-])(?!{YEAR}[–-])(?P<first>\d{{3,5}})[–-](?P<last>\d{{1,5}})(?![\w/–-])")
ENOUGH_MARKS = 5
"""Fewer complete ranges do not show which mark precedes all of them."""

_MARKED = re.compile(r"\d\)?(?P<mark>[,:;])\s?(?:pp?\.?\s?)?\d{2,5}[–-]\d{1,5}(?![\w/–-])")
_LOST = re.compile(rf"(?:[:,;]\s?|\b(?:pp|S)\.?\s?)(?!(?:{YEAR}|10)\b)(?P<digits>\d{{4,10}})(?=[.,;)]{{0,2}}(?:\s|$))")


_BEFORE_YEAR = re.compile(rf"\d,? (?P<page>\d{{1,10}}(?P<range>[–-]\d+)?)\.? \({YEAR}\)\.?$")
LONGEST_PAGE = 5
"""A longer number is not a page but a range that has lost its dash."""


class Ranges(NamedTuple):
    """How a list prints the ends of its ranges, if this is known, and whether its ranges have lost their dashes."""

    ending: Ending | None = None
    lossy: bool = False
    marks: frozenset[str] = frozenset()  # those that precede whole ranges: a comma, a colon
    first_only: bool = False  # whether all articles are cited by their first page: ``Phys. Rev. 78, 1360 (1973)``


UNKNOWN = Ranges()


def ranges_of(texts: Iterable[str]) -> Ranges:
    """How the strings of a list print their page ranges."""
    fits, ranges, lost, others, dashed = Counter[Ending](), 0, 0, 0, 0
    marks = Counter[str]()
    firsts = wholes = 0
    for text in texts:
        if found := _BEFORE_YEAR.search(text):
            is_whole = bool(found["range"]) or len(found["page"]) > LONGEST_PAGE
            firsts, wholes = firsts + (not is_whole), wholes + is_whole
        marks.update(found["mark"] for found in _MARKED.finditer(text))
        dashed += any(True for _ in _DASHED.finditer(text))
        for endings in _endings(text):
            ranges += 1
            fits.update(endings)
        for found in _LOST.finditer(text):
            is_range = any(ends_so(found["digits"], ending) for ending in Ending)
            lost, others = lost + is_range, others + (not is_range)
    lossy = lost > others and (lost >= FEWEST or (lost >= FEWEST_OF_ALL and not (dashed or others)))
    first_only = firsts >= FEWEST and not wholes
    if ranges < FEWEST:
        return Ranges(lossy=lossy, marks=_often(marks), first_only=first_only)
    # If all ranges fit both TWO and CHANGED, either describes them.
    ending = max((Ending.TWO, Ending.CHANGED, Ending.FULL), key=fits.__getitem__)
    return Ranges(ending if fits[ending] >= AGREED * ranges else None, lossy, _often(marks), first_only)


def _often(marks: Counter[str]) -> frozenset[str]:
    """The marks, if they are numerous enough to show that other marks precede no range."""
    return frozenset(marks) if marks.total() >= ENOUGH_MARKS else frozenset()


def _endings(text: str) -> Iterator[tuple[Ending, ...]]:
    """For each range that fits only some of the forms, these forms."""
    for found in _DASHED.finditer(text):
        endings = _of_dashed(found["first"], found["last"])
        if endings:
            yield endings
    for found in _LOST.finditer(text):
        endings = tuple(ending for ending in Ending if ends_so(found["digits"], ending))
        if 0 < len(endings) < len(Ending):
            yield endings


def _of_dashed(first: str, last: str) -> tuple[Ending, ...]:
    """The forms of a range with a dash; none if it fits all forms or is no range."""
    if len(last) >= len(first):
        is_whole = len(last) == len(first) and last[0] == first[0] and last > first
        return (Ending.FULL,) if is_whole else ()
    if len(last) == 1:
        return (Ending.CHANGED,) if last > first[-1] else ()
    same = first[-len(last)]
    if last[0] == same:
        return (Ending.TWO,) if len(last) == 2 and last > first[-2:] else ()
    return (Ending.TWO, Ending.CHANGED) if last[0] > same else ()

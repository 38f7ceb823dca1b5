"""Page ranges: ``310–17`` is 310-317, ``699721`` is 699-721 without its dash, ``e0123456`` is an article number."""

import re
from collections.abc import Iterator
from enum import Enum
from math import exp
from typing import NamedTuple

from reflist.late import late

LONGEST = 120
"""The longest plausible article or chapter, in pages, when a range that lost its dash is split."""

USUAL = 60
"""The usual greatest length, in pages."""

LONGEST_NUMBER = 12
"""The most digits of a range that lost its dash."""

DASH = r"(?:\s*[-‐‑‒–—―−﹣－]{1,2}\s*)"
NUMBER = r"[A-Za-z]{0,3}\.?\d+[A-Za-z]?"
ROMAN = r"[ivxlcdm]+"
RANGE = rf"(?:{NUMBER}{DASH}{NUMBER}|{ROMAN}{DASH}{ROMAN})"
"""One page range, as a part of a regular expression."""

_RANGE = late(rf"(?P<first>{NUMBER}|{ROMAN}){DASH}(?P<last>{NUMBER}|{ROMAN})")
_ABBREVIATED = late(r"(?:[A-Za-z]\. ?){2,}(?<! )")
"""Abbreviations in place of pages: ``s.v.``, ``n.p.``."""
_BETWEEN = late(rf"(?<=\w){DASH}(?=\w)")
_LETTERED = late(r"(?P<first>(?P<letters>[A-Za-z])(?P<low>\d+))(?P<last>(?P=letters)(?P<high>\d+))")
_PREFIXED = late(r"(?P<letters>[A-Z]|i{1,3}|iv|vi{0,3})(?P<digits>\d+)")
"""A page number with letters before it, unlike an article number such as e849."""

_SPLIT = late(r"(?P<prefix>[A-Za-z]*\.?)(?P<digits>\d+)(?P<tail>[A-Za-z]?)")


class Ending(Enum):
    """How a list prints the last page of a range: in full, by at least two digits, or by the digits that change."""

    FULL = "310-317"
    TWO = "310-17"
    CHANGED = "310-7"


class Pages(NamedTuple):
    """Pages in full, with hyphens; and whether a lost dash was put back."""

    value: str
    repaired: bool = False


def read_pages(printed: str, lost_dash: bool = True, shortened: bool = True, ending: Ending | None = None) -> Pages:
    """Read printed pages (without their label).

    ``lost_dash``: whether digits may be a range that lost its dash; ``shortened``: also one with a shortened end;
    ``ending``: how the list prints ends of ranges, if known.

    >>> read_pages("846–60").value, read_pages("331 - 350").value, read_pages("e12-e19").value
    ('846-860', '331-350', 'e12-e19')
    >>> read_pages("699721"), read_pages("104512")
    (Pages(value='699-721', repaired=True), Pages(value='104512', repaired=False))
    >>> read_pages("s.v.").value
    's.v.'
    """
    if _ABBREVIATED.fullmatch(printed):
        return Pages(printed)
    printed = " ".join(printed.split()).strip(" .,;:")
    halves = _halves(printed, shortened, ending) if lost_dash else None
    if halves:
        return Pages("-".join(halves), repaired=True)
    parts = re.split(r"\s*([,;&+]|\band\b)\s*", printed)
    return Pages(
        "".join(
            f"{part} " if part in (",", ";") else f" {part} " if i % 2 else _expand(part)
            for i, part in enumerate(parts)
        ).strip()
    )


def _expand(printed: str) -> str:
    found = _RANGE.fullmatch(printed)
    if not found:
        return _BETWEEN.sub("-", printed)  # XII–XV, 12.1–12.17: no number we could complete
    first, last = _SPLIT.fullmatch(found["first"]), _SPLIT.fullmatch(found["last"])
    if not first or not last:
        return f"{found['first']}-{found['last']}"
    digits = last["digits"]
    missing = len(first["digits"]) - len(digits)
    if missing > 0 and last["prefix"] in ("", first["prefix"]):
        digits = first["digits"][:missing] + digits
        if digits <= first["digits"]:  # of equal length; not a shortened range after all
            digits = last["digits"]
    prefix = last["prefix"] or (first["prefix"] if missing > 0 or (first["prefix"].isupper() and not missing) else "")
    return f"{found['first']}-{prefix}{digits}{last['tail']}"


def _lettered(printed: str) -> tuple[str, str] | None:
    """``S31S47``: the letters before both ends show where the first one ends."""
    found = _LETTERED.fullmatch(printed)
    return (found["first"], found["last"]) if found and int(found["low"]) < int(found["high"]) else None


def _is_supplement(letters: str) -> bool:
    """Whether pages of supplements may have these letters before them: ``S12``, ``ii199``."""
    return letters == "S" or letters.islower()


def _halves(printed: str, shortened: bool, ending: Ending | None) -> tuple[str, str] | None:
    found = _PREFIXED.fullmatch(printed) if len(printed) >= FEWEST_LETTERED else None
    letters, digits = (found["letters"], found["digits"]) if found else ("", printed)
    shortened = shortened and ending is not Ending.FULL
    ends = split_as(digits, ending) if ending else None
    if ends is None and _is_supplement(letters):
        ends = split_lost_dash(digits, shortened)
    if ends:
        return letters + ends[0], letters + ends[1]
    return _lettered(printed) or split_lost_dash(printed, shortened)


def split_as(digits: str, ending: Ending) -> tuple[str, str] | None:
    """The two ends, in full, of a page range that lost its dash, if it is known how its list prints the last page.

    The likeliest of several readings; a range in full is possible in any list. None if no reading gives an ascending
    range of at most `USUAL` pages.

    >>> split_as("91122", Ending.TWO), split_as("13709", Ending.CHANGED), split_as("307328", Ending.TWO)
    (('911', '922'), ('1370', '1379'), ('307', '328'))
    """
    readings = {ends: likelihood for ends, _, likelihood in readings_of(digits, ending) if likelihood}
    return max(readings, key=readings.__getitem__, default=None)


def ends_so(digits: str, ending: Ending) -> bool:
    """Whether digits may be a range whose last page is printed in this way."""
    return any(is_so for _, is_so, _ in readings_of(digits, ending))


def readings_of(digits: str, ending: Ending) -> Iterator[tuple[tuple[str, str], bool, float]]:
    """The ranges that digits may stand for: each with whether its end is printed in this way, and its likelihood.

    Only ranges whose end is printed in this way, or in full.
    """
    if not digits.isdecimal() or not 3 <= len(digits) <= LONGEST_NUMBER:
        return
    for begin in range(len(digits) // 2, min(len(digits), max(len(digits) // 2, MOST_DIGITS) + 1)):
        first, last = digits[:begin], digits[begin:]
        ends = first, first[: max(0, len(first) - len(last))] + last
        is_so = _ends_so(first, last, ending)
        if (is_so or len(last) >= len(first)) and _ascends(ends) and not _is_long(ends):
            yield ends, is_so, _likelihood(ends) * (1 if is_so else EXCEPTION)


def _ends_so(first: str, last: str, ending: Ending) -> bool:
    """Whether an end has exactly the digits that this way of printing gives it after this first page."""
    if len(last) > len(first) or ending is Ending.FULL:
        return len(last) >= len(first)
    changes = last[0] > first[-len(last)]
    return changes if ending is Ending.CHANGED else len(last) == 2 or (len(last) > 2 and changes)


MOST_DIGITS = 4
"""The most digits of a page number, unless both ends must have more."""

EXCEPTION = 0.1
"""The likelihood of a range in full in a list that shortens the others, relative to a shortened one."""

_BEGIN = {1: 0.06 / 9, 2: 0.14 / 90, 3: 0.5 / 900, 4: 0.27 / 9000, 5: 0.003 / 90000}
"""How often a range begins with a given page of this many digits."""

FEWEST_LETTERED = 5
"""The fewest characters of a range after one letter that lost its dash: ``S2413``."""

_MEAN = 15
"""The mean number of pages, used to compare the likelihood of ranges."""


def _likelihood(ends: tuple[str, str]) -> float:
    return _BEGIN.get(len(ends[0]), 0.0) * exp(-_pages_in(ends) / _MEAN)


LONGEST_SHORTENED = 6
"""The digits of a four-digit first page and a two-digit last one."""


def split_lost_dash(digits: str, shortened: bool = True) -> tuple[str, str] | None:
    """The two ends of a page range that lost its dash: halves of equal length, or the second one digit longer.

    If these are not a range, or one of more than `USUAL` pages, and the end may be ``shortened``, an odd number of
    digits, or six, are read as such a range. None if no reading gives an ascending range of at most `LONGEST` pages.

    >>> split_lost_dash("1935"), split_lost_dash("98114"), split_lost_dash("10731087"), split_lost_dash("2014")
    (('19', '35'), ('98', '114'), ('1073', '1087'), None)
    >>> split_lost_dash("15982"), split_lost_dash("21134"), split_lost_dash("104512")
    (('159', '182'), ('211', '234'), None)
    """
    if not digits.isdecimal() or not 3 <= len(digits) <= LONGEST_NUMBER:
        return None
    half = len(digits) // 2
    ranges = [(digits[:half], digits[half:])]
    if shortened and len(digits) % 2 and len(digits) > 3 and digits[half + 1] != "0":
        first, last = digits[: half + 1], digits[half + 1 :]
        ranges.append((first, first[: len(first) - len(last)] + last))
    elif shortened and len(digits) == LONGEST_SHORTENED:
        ranges.append((digits[:4], digits[:2] + digits[4:]))
    return min(filter(_ascends, ranges), key=_is_long, default=None)


def _ascends(ends: tuple[str, str]) -> bool:
    first, last = ends
    return first[0] != "0" and last[0] != "0" and 0 < _pages_in(ends) <= LONGEST


def _is_long(ends: tuple[str, str]) -> bool:
    return _pages_in(ends) > USUAL


def _pages_in(ends: tuple[str, str]) -> int:
    return int(ends[1]) - int(ends[0])

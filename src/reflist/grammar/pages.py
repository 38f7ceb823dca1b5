"""Page ranges: ``310–17`` is 310-317, ``699721`` is 699-721 without its dash, ``e0123456`` is an article number."""

import re
from typing import NamedTuple

LONGEST = 120
"""The most pages an article or chapter is believed to have when a range that lost its dash is looked for."""

USUAL = 60
"""The most pages that most of them have."""

LONGEST_NUMBER = 12
"""The most digits that a range which lost its dash may have."""

DASH = r"(?:\s*[-‐‑‒–—―−﹣－]{1,2}\s*)"
NUMBER = r"[A-Za-z]{0,3}\.?\d+[A-Za-z]?"
ROMAN = r"[ivxlcdm]+"
RANGE = rf"(?:{NUMBER}{DASH}{NUMBER}|{ROMAN}{DASH}{ROMAN})"
"""One range, as a part of a regular expression."""

_RANGE = re.compile(rf"(?P<first>{NUMBER}|{ROMAN}){DASH}(?P<last>{NUMBER}|{ROMAN})")
_BETWEEN = re.compile(rf"(?<=\w){DASH}(?=\w)")
_LETTERED = re.compile(r"(?P<first>(?P<letters>[A-Z])(?P<low>\d+))(?P<last>(?P=letters)(?P<high>\d+))")
_SPLIT = re.compile(r"(?P<prefix>[A-Za-z]*\.?)(?P<digits>\d+)(?P<tail>[A-Za-z]?)")


class Pages(NamedTuple):
    """Pages in full, with hyphens; and whether a dash that had been lost was put back."""

    value: str
    repaired: bool = False


def read_pages(printed: str, lost_dash: bool = True, shortened: bool = True) -> Pages:
    """Read the pages printed (without their label).

    ``lost_dash``: whether digits may be a range that lost its dash; ``shortened``: also one with a shortened end.

    >>> read_pages("846–60").value, read_pages("331 - 350").value, read_pages("e12-e19").value
    ('846-860', '331-350', 'e12-e19')
    >>> read_pages("699721"), read_pages("104512")
    (Pages(value='699-721', repaired=True), Pages(value='104512', repaired=False))
    """
    printed = " ".join(printed.split()).strip(" .,;:")
    if lost_dash and (halves := _lettered(printed) or split_lost_dash(printed, shortened)):
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
    return f"{found['first']}-{last['prefix']}{digits}{last['tail']}"


def _lettered(printed: str) -> tuple[str, str] | None:
    """``S31S47``: the letters before both ends show where the first one ends."""
    found = _LETTERED.fullmatch(printed)
    return (found["first"], found["last"]) if found and int(found["low"]) < int(found["high"]) else None


def split_lost_dash(digits: str, shortened: bool = True) -> tuple[str, str] | None:
    """The two ends of a page range whose dash was lost: halves of equal length, or the second a digit longer.

    Where these are none, or more than `USUAL` pages, and the end may be ``shortened``, an odd number of digits is read
    as such a range. None where no reading gives an ascending range of at most `LONGEST` pages.

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
    return min(filter(_ascends, ranges), key=_is_long, default=None)


def _ascends(ends: tuple[str, str]) -> bool:
    first, last = ends
    return first[0] != "0" and last[0] != "0" and 0 < _pages_in(ends) <= LONGEST


def _is_long(ends: tuple[str, str]) -> bool:
    return _pages_in(ends) > USUAL


def _pages_in(ends: tuple[str, str]) -> int:
    return int(ends[1]) - int(ends[0])

"""Dates in the notation of ISO 8601-2 (EDTF), used in newer BibLaTeX fields, CSL-YAML and data formats."""

import re

from reflist.late import late
from reflist.model.date import Date, DateParts

_SEASON = 20
"""EDTF writes the seasons spring to winter as the months 21 to 24."""

_MONTHS = frozenset((*range(1, 13), *range(_SEASON + 1, _SEASON + 5)))

_DAY = late(r"(Y?-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_OPEN = ("", "..")
"""The ends of a range that are unknown or still to come."""

_TIME = late(r"T\d\d:\d\d.*", re.DOTALL)
_NO_MONTH_OR_DAY = late(r"(?:-[uxX]{2}){1,2}(?=[?~%]*\Z)")
_NO_DIGITS = late(r"(?<=\d)[uxX]{1,2}(?=[?~%]*\Z)")
_DOUBLY_DOUBTED = late(r"(?:\?~|~\?)\Z")
_EARLIER_WORDS = {"unknown": "", "open": ".."}
"""What drafts of EDTF wrote for such an end."""


def write(date: Date) -> str:
    """The date in EDTF, level 1; empty if EDTF cannot express it (words, a season with a name of its own).

    >>> write(Date(((2003, 9, 17), (2003, 9, 18))))
    '2003-09-17/2003-09-18'
    """
    if not date.parts or not date.parts[0] or date.literal:
        return ""
    parts = date.parts
    if date.season:
        if date.season not in ("1", "2", "3", "4") or len(parts) > 1 or len(parts[0]) > 1:
            return ""
        parts = ((*parts[0], _SEASON + int(date.season)),)
    about = "~" if date.circa else ""
    return "/".join(_write_day(day) + about if day else ".." for day in parts)


def read(text: str) -> Date | None:
    """The date in EDTF, level 1; None if the text is not in that notation.

    >>> read("2001-21~")
    Date(parts=((2001,),), season='1', circa=True)
    """
    first, slash, last = text.strip().partition("/")
    days = [first, last] if slash else [first]
    found = [_DAY.fullmatch(day) for day in days]
    if found[0] is None or any(match is None and day not in _OPEN for match, day in zip(found, days, strict=True)):
        return None
    parts = tuple(_read_day(match) if match else () for match in found)
    if any(day[1] not in _MONTHS or day[2:] > (31,) or 0 in day[2:] for day in parts if len(day) > 1):
        return None
    circa = any(match is not None and bool(match[4]) for match in found)
    if len(parts) == 1 and len(parts[0]) == 2 and parts[0][1] > _SEASON:
        return Date((parts[0][:1],), season=str(parts[0][1] - _SEASON), circa=circa)
    return Date(parts, circa=circa)


def nearest(text: str) -> Date | None:
    """The nearest date for EDTF that means more than a date can hold; None if the text is not EDTF.

    The time of day is dropped; unspecified digits, months and days give the whole period. Also accepts what drafts
    of EDTF had instead: lower case, ``u`` for a digit, words for open ends.

    >>> nearest("199X")
    Date(parts=((1990,), (1999,)))
    >>> nearest("2004-04-25T14:34:00Z")
    Date(parts=((2004, 4, 25),))
    """
    first, slash, last = (_simpler(end) for end in text.strip().partition("/"))
    period = f"{first}/{last}" if slash else f"{first}/{first}" if "X" in first else first
    first, slash, last = period.partition("/")
    return read(first.replace("X", "0") + slash + last.replace("X", "9"))


def _simpler(end: str) -> str:
    """One end of a period as `read` accepts it, except for unspecified digits, which stay as an X each."""
    end = _EARLIER_WORDS.get(end, end)
    end = _NO_MONTH_OR_DAY.sub("", _TIME.sub("", end))
    end = _DOUBLY_DOUBTED.sub("%", end.replace("y", "Y", 1))
    return _NO_DIGITS.sub(lambda digits: "X" * len(digits[0]), end)


def _write_day(day: DateParts) -> str:
    year, *others = day
    year += year < 0  # the year 1 BC is written 0
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    if abs(year) > 9999:
        written = "Y" + written
    return "-".join([written, *(f"{number:02}" for number in others)])


def _read_day(match: re.Match[str]) -> DateParts:
    year = int(match[1].removeprefix("Y")[:12])
    year -= year <= 0
    return (year, *(int(number) for number in match.groups()[1:3] if number))

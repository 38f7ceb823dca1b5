"""Dates in the notation of ISO 8601-2 (EDTF), which BibTeX's later fields, CSL-YAML and data formats use."""

import re

from reflist.model import Date, DateParts

_SEASON = 20
"""EDTF writes spring to winter as the months 21 to 24."""

_DAY = re.compile(r"(Y?-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_OPEN = ("", "..")
"""What stands for an end that is not known or still to come."""


def write(date: Date) -> str:
    """The date in EDTF, level 1; empty where EDTF cannot say it (words, a season with a name of its own).

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
    """The date that EDTF, level 1, says; None where the text is nothing of the kind.

    >>> read("2001-21~")
    Date(parts=((2001,),), season='1', circa=True)
    """
    first, slash, last = text.strip().partition("/")
    days = [first, last] if slash else [first]
    found = [_DAY.fullmatch(day) for day in days]
    if found[0] is None or any(match is None and day not in _OPEN for match, day in zip(found, days, strict=True)):
        return None
    parts = tuple(_read_day(match) if match else () for match in found)
    if any(not 1 <= number <= 12 + _SEASON for day in parts for number in day[1:]):
        return None
    circa = any(match is not None and bool(match[4]) for match in found)
    if len(parts) == 1 and len(parts[0]) == 2 and parts[0][1] > _SEASON:
        return Date((parts[0][:1],), season=str(parts[0][1] - _SEASON), circa=circa)
    return Date(parts, circa=circa)


def _write_day(day: DateParts) -> str:
    year, *others = day
    year += year < 0  # the year before 1 is written 0
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    if abs(year) > 9999:
        written = "Y" + written
    return "-".join([written, *(f"{number:02}" for number in others)])


def _read_day(match: re.Match[str]) -> DateParts:
    year = int(match[1].removeprefix("Y")[:12])
    year -= year <= 0
    return (year, *(int(number) for number in match.groups()[1:3] if number))

"""Printed dates: month names of several languages, the day before or after the month, ranges, seasons."""

import re
from typing import NamedTuple

from reflist.grammar.seasons import SEASONS
from reflist.late import late
from reflist.model import Date, DateParts

_MONTH_NAMES = """
January Jan Januar Jänner janvier janv enero ene gennaio janeiro januari
February Feb Februar février févr fév febrero febr febbraio fevereiro fev februari
March Mar März Mrz mars marzo março maart
April Apr avril avr abril abr aprile
May Mai mayo maggio maio mei
June Jun Juni juin junio giugno giu junho
July Jul Juli juillet juil julio luglio lug julho
August Aug août aout agosto ago augustus
September Sep Sept septembre septiembre setiembre settembre sett setembro
October Oct Oktober Okt octobre octubre ottobre ott outubro oktober
November Nov novembre noviembre novembro
December Dec Dezember Dez décembre déc diciembre dic dicembre dezembro december
"""
MONTHS: dict[str, int] = {
    name.casefold(): number
    for number, line in enumerate(_MONTH_NAMES.strip().splitlines(), start=1)
    for name in line.split()
}
"""Month names and abbreviations, case folded, with the number of each month."""

MONTH = r"(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![^\W\d_])\.?"
"""A month, as a part of a case-insensitive regular expression."""

_WORD = r"[^\W\d_]{3,10}+(?![^\W\d_])\.?"
"""What may be a month, which is then looked up: cheaper to compile than all months in each pattern."""

DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|º|\.))?"
_DASH = r"\s*(?:[-–—‐/]|to|and|bis|à)\s*"
YEAR = r"(?:1[4-9]|20)\d\d"
"""A year of publication."""

_FIRST = rf"(?P<first>{DAY}){_ORDINAL}"
_LAST = rf"(?P<last>{DAY}){_ORDINAL}"
DAYS = rf"{_FIRST}(?:{_DASH}{_LAST})?"
LOST_DASH_DAYS = r"(?P<glued>\d{2,4})"

_PATTERNS = (
    # 12 November 2007; 17-18 September; 12. November 2007; 1er mai 2011; 3 de mayo de 2011; 3rd of May 2011
    rf"{DAYS}\s*(?:(?:de|of)\s+)?(?P<month>{_WORD})(?:,?\s*(?:de\s+)?(?P<year>{YEAR}))?",
    # 1718 September: two days that lost their dash
    rf"{LOST_DASH_DAYS}\s+(?P<month>{_WORD})(?:,?\s*(?P<year>{YEAR}))?",
    # November 12, 2007; September 17-18
    rf"(?P<month>{_WORD})\s+{DAYS}(?:,?\s+(?P<year>{YEAR}))?(?!\d)",
    # August 31 - September 3, 2000; August 31September 3
    rf"(?P<month>{_WORD})\s+{_FIRST}(?:{_DASH}|(?P<lost>))(?P<last_month>{_WORD})\s+{_LAST}(?:,?\s+(?P<year>{YEAR}))?",
    # 30 March - 2 April 2010
    rf"{_FIRST}\s+(?P<month>{_WORD}){_DASH}{_LAST}\s+(?P<last_month>{_WORD})(?:,?\s+(?P<year>{YEAR}))?",
    # January/February 2007
    rf"(?P<month>{_WORD})(?:/|{_DASH})(?P<last_month>{_WORD})(?:,?\s*(?:de\s+)?(?P<year>{YEAR}))?",
    # November 2007; November
    rf"(?P<month>{_WORD})(?:,?\s*(?:de\s+)?(?P<year>{YEAR}))?",
    # 29.12.2013; 29/12/2013; 3.5.11
    rf"(?P<first>{DAY})(?P<mark>[./-])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<year>{YEAR}|\d\d)",
    # 12/29/2013
    rf"(?P<number>0?[1-9]|1[0-2])/(?P<first>1[3-9]|2\d|3[01])/(?P<year>{YEAR})",
    # 14./15.7.2001
    rf"(?P<first>{DAY})\.\s?[-–/]\s?(?P<last>{DAY})\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?(?P<year>{YEAR})",
    # 04-Oct-2003; 4/Oct/2003
    rf"(?P<first>{DAY})[-/.](?P<month>{_WORD})[-/.](?P<year>{YEAR})",
    # 2013-12-29; 2013/12/29
    rf"(?P<year>{YEAR})(?P<mark>[-/.])(?P<number>0[1-9]|1[0-2])(?P=mark)(?P<first>{DAY})",
    # 2007, November 12; 2007 Nov 12; 2007, November
    rf"(?P<year>{YEAR}),?\s+(?P<month>{_WORD})(?:\s+{DAYS})?(?!\d)",
    # Spring 2007; Winter 2007/08
    rf"(?P<season>{'|'.join(SEASONS)})(?:,?\s+(?P<year>{YEAR})(?:(?P<to>[-–/])(?P<last_year>{YEAR}|\d\d))?)?",
    rf"(?P<year>{YEAR})(?:(?P<to>[-–/])(?P<last_year>{YEAR}|\d\d))?",
)
"""The forms of a date; longer forms stand before shorter ones that they contain."""

_FORMS = tuple(map(late, _PATTERNS))  # of lower case: case-insensitive patterns take twice as long to load
_NUMBERS_ONLY = tuple(
    form for form, pattern in zip(_FORMS, _PATTERNS, strict=True) if not re.search("<(?:month|season)>", pattern)
)
"""The forms without words."""

STOPPED_MONTHS = {"set.": 9, "out.": 10}
"""Abbreviated months that without their full stop are other words."""

_WORDS = late(r"[^\W\d_]+")
_NAMES = (*MONTHS, *(name.rstrip(".") for name in STOPPED_MONTHS), *SEASONS)
"""What one of the words of a date ends in, if it has words."""

_WEEKDAY = late(
    r"(?:mon|tue(?:s|rs)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+(?=\d|[a-z]{3,9}\.?\s+\d)"
)
"""The day of the week before a date, which adds nothing."""


class Day(NamedTuple):
    """A date read from print; it may lack the year, and two glued days may have been separated."""

    year: int | None
    last_year: int | None
    first: DateParts  # (month,) or (month, day); empty if only a year or season is given
    last: DateParts
    season: str
    repaired: bool

    def in_year(self, year: int | None = None) -> Date:
        """The date, in this year if the print gives none; an empty date if there is no year at all."""
        year = self.year or year
        if year is None:
            return Date()
        parts: list[DateParts] = [(year, *self.first)]
        if self.last or self.last_year:
            parts.append((self.last_year or year, *self.last))
        return Date(tuple(parts), self.season)


def read_day(printed: str) -> Day | None:
    """Read a whole printed date; None if it is not one.

    >>> read_day("12 November 2007").in_year()
    Date(parts=((2007, 11, 12),))
    >>> read_day("1718 September").in_year(2013)
    Date(parts=((2013, 9, 17), (2013, 9, 18)))
    """
    printed = _WEEKDAY.sub("", _small(" ".join(printed.split()).strip(" ,.;")), count=1)
    words = _WORDS.findall(printed)
    if words and not any(word.endswith(_NAMES) for word in words):
        return None
    for form in _FORMS if words else _NUMBERS_ONLY:
        if (found := form.fullmatch(printed)) and (day := _day(found.groupdict())):
            return day
    return None


def match_day(text: str, start: int) -> tuple[Day, int] | None:
    """Read the longest date that begins at ``text[start]``: the date and its end, or None if none begins there."""
    best: tuple[Day, int] | None = None
    small = _small(text)
    if weekday := _WEEKDAY.match(small, start):
        start = weekday.end()
    for form in _FORMS:
        found = form.match(small, start)
        if not found or (best and found.end() <= best[1]) or text[found.end() : found.end() + 1].isalnum():
            continue
        if day := _day(found.groupdict()):
            best = day, found.end()
    return best


def _small(text: str) -> str:
    """The text in lower case, at the same length."""
    return text.replace("İ", "i").lower()


def _day(parts: dict[str, str | None]) -> Day | None:
    names = [_month(name.casefold()) for name in (parts.get("month"), parts.get("last_month")) if name]
    if not all(names):
        return None
    month = names[0] if names else int(parts.get("number") or 0)
    first, last = parts.get("first"), parts.get("last")
    glued = parts.get("glued")
    if glued:
        halves = None if _is_recent_year(glued) and not parts.get("year") else _glued_days(glued)
        if halves is None:
            return None
        first, last = halves
    year, last_year = _years(parts.get("year"), parts.get("last_year"))
    if year and last_year and last_year < year:
        if parts["to"] != "-" or len(parts["last_year"] or "") > 2 or parts.get("season") or last_year % 100 > 12:
            return None
        month, last_year = last_year % 100, None  # 2007-05
    last_month = names[1] if len(names) > 1 else 0
    begin = tuple(int(part) for part in (month, first) if part)
    end = tuple(int(part) for part in (last_month or month, last) if part) if last or last_month else ()
    season = SEASONS.get((parts.get("season") or "").casefold(), "")
    return Day(year, last_year, begin, end, season, bool(glued) or parts.get("lost") is not None)


def _month(name: str) -> int:
    """The number of a month; 0 if it is not a month."""
    return MONTHS.get(name.rstrip("."), 0) or STOPPED_MONTHS.get(name, 0)


def _years(printed: str | None, last: str | None) -> tuple[int | None, int | None]:
    """The years in full: ``98`` is 1998, ``07`` is 2007; the last year of a range is in the first one's century."""
    if not printed:
        return None, None
    year = int(printed)
    if year < 100:
        year += 2000 if year < 50 else 1900
    last_year = int(last) if last else None
    if last_year is not None and last_year < 100:
        last_year += year // 100 * 100
        if last_year < year and last_year % 100 == 0:  # 1999/00; but 2007-05 is a month, and 2020-13 nothing
            last_year += 100
    return year, last_year


def _is_recent_year(digits: str) -> bool:
    """Whether digits as in ``2021 June`` (medical journals) are a year, not the 20th and 21st."""
    return len(digits) == 4 and digits.startswith("20")


def _glued_days(digits: str) -> tuple[str, str] | None:
    """Two days that lost the dash between them: ``1718`` is 17 and 18, ``911`` is 9 and 11."""
    for cut in (1, 2):
        first, last = digits[:cut], digits[cut:]
        if _GLUED_DAY.fullmatch(first) and _GLUED_DAY.fullmatch(last) and int(first) < int(last):
            return first, last
    return None


_GLUED_DAY = late(r"[1-9]|[12]\d|3[01]")

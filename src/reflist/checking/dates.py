"""Impossible dates, and dates that cannot be meant."""

import re
from calendar import monthrange
from collections.abc import Container, Iterator

from reflist.checking.base import Finding
from reflist.model import KINDS, Date, DateParts, Kind, Reference
from reflist.model.csl import FORMAT as CSL_JSON
from reflist.report import Rule, Severity

IMPOSSIBLE_DATE = Rule(
    "impossible-date",
    Severity.ERROR,
    "A date has a month that does not exist, or a day that its month does not have (30 February).",
)
DATES_REVERSED = Rule("dates-reversed", Severity.ERROR, "A range of dates ends before it begins.")
FAR_YEAR = Rule(
    "far-year",
    Severity.ERROR,
    "A year is far in the future: perhaps two digits are swapped, or there is one too many.",
)

LATEST_YEAR = 2060
"""The last year that a work may be announced for; fixed, so that results do not depend on today's date."""

DATE_TAGS = frozenset({"date", "year", "py", "y1", "da"})
"""The tags of extras that hold dates, in lower case."""

_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_JSON_PARTS = re.compile(r"\[\s*\"?(\d{1,6})\"?\s*,\s*\"?(\d{1,4})\"?\s*(?:,\s*\"?(\d{1,4})\"?\s*)?\]")
_SEASONS = range(21, 25)
"""The numbers of seasons in EDTF, written in place of the month."""
_CSL_SEASONS = (*range(13, 17), *_SEASONS)
"""The same in CSL-JSON before 1.0.2 as well."""


def dates(reference: Reference) -> Iterator[Finding]:
    """What is wrong with each date, and with each string that a reader could not read as a date."""
    for variable, value in reference.variables.items():
        if isinstance(value, Date):
            yield from _date(variable, value)
    for (format, tag), values in reference.extras.items():
        if tag.lower() == "month":
            yield from (_impossible(tag, written) for written in values if _is_wrong_month(written))
        elif format == CSL_JSON and KINDS.get(tag) is Kind.DATE:
            yield from _parts_unread(tag, values)
        elif tag.lower() in DATE_TAGS:
            yield from (found for written in values for found in _figures_unread(tag, written))


def _date(variable: str, date: Date) -> Iterator[Finding]:
    days = [*date.parts, *_in_words(date.literal)]
    for parts in days:
        if not _is_possible(parts):
            yield _impossible(variable, _shown(parts))
        elif parts and parts[0] > LATEST_YEAR:
            yield Finding(FAR_YEAR, f"{variable}: {parts[0]} is far in the future", str(parts[0]))
    if len(date.parts) == 2 and all(date.parts) and _reversed(*date.parts):
        first, last = map(_shown, date.parts)
        yield Finding(DATES_REVERSED, f"{variable}: {last} is before {first}", last)


def _parts_unread(variable: str, values: tuple[str, ...]) -> Iterator[Finding]:
    """What is wrong with a CSL-JSON date that could be read only in part."""
    for year, month, day in _JSON_PARTS.findall(" ".join(values)):
        parts = tuple(int(part) for part in (year, month, day) if part)
        if not _is_possible(parts, _CSL_SEASONS):
            yield _impossible(variable, _shown(parts))


def _figures_unread(tag: str, written: str) -> Iterator[Finding]:
    """What is wrong with a numeric date that could be read only in part."""
    for parts in _in_words(written.rstrip("/ ")):
        if not _is_possible(parts):
            yield _impossible(tag, written.strip())


def _impossible(field: str, written: str) -> Finding:
    return Finding(IMPOSSIBLE_DATE, f"{field}: there is no {written}", written)


def _in_words(literal: str) -> list[DateParts]:
    """A numeric date that was kept as a literal because it is impossible."""
    found = _NUMERIC.fullmatch(literal.strip())
    return [tuple(int(part) for part in found.groups() if part)] if found else []


def _is_possible(parts: DateParts, seasons: Container[int] = _SEASONS) -> bool:
    year, month, day = (*parts, 1, 1, 1)[:3]
    if not 1 <= month <= 12:
        return len(parts) == 2 and month in seasons
    # Years outside Python's calendar are leap years if those a multiple of 400 years away are.
    return 1 <= day <= monthrange(year % 400 + 2000, month)[1]


def _reversed(first: DateParts, last: DateParts) -> bool:
    """Whether the end comes before the beginning, as far as both are known."""
    known = min(len(first), len(last))
    return last[:known] < first[:known]


def _is_wrong_month(written: str) -> bool:
    return written.isdecimal() and not 1 <= int(written[:9]) <= 12


def _shown(parts: DateParts) -> str:
    return "-".join(f"{part:02}" for part in parts)

"""Dates in BibTeX: publication dates as year, month and day; all other dates in biblatex's notation (EDTF)."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from reflist.formats.bibtex_tables import MONTHS
from reflist.grammar import latex
from reflist.grammar.dates import MONTHS as MONTH_NAMES
from reflist.grammar.dates import read_day
from reflist.late import late
from reflist.model import Date, edtf
from reflist.text import Text

FIELDS = frozenset({"year", "month", "day", "date"})
"""The fields that together give the date of publication."""

_SPACE = late(r"[\s,~]+")


class Issued(NamedTuple):
    """A date of publication, and the tags of the fields it was read from; other date fields hold another date."""

    date: Date = Date()
    tags: frozenset[str] = frozenset()


def write_date(tag: str, date: Date) -> dict[str, str]:
    """The fields of a date: year, month and day of publication; EDTF for other dates, and where they do not suffice."""
    about = edtf.write(date) or edtf.write(Date(date.parts, circa=date.circa))
    if tag != "issued":
        return {tag: about or latex.write(Text(" ".join(date.literal.split())))}
    if not about:
        return {"year": latex.write(Text(" ".join(date.literal.split())))}
    fields = {"date": about}
    if date == Date(date.parts[:1]):
        fields.clear()
    for name, number in zip(("year", "month", "day"), date.parts[0], strict=False):
        fields[name] = MONTHS[number - 1] if name == "month" and 1 <= number <= 12 else str(number)
    return fields


def read_date(written: str) -> Date:
    """A date in one field: in EDTF, as people print it, or in words."""
    if found := edtf.read(written):
        return found
    plain = latex.read(written).plain
    day = read_day(plain)
    return (day.in_year() if day else Date()) or Date(literal=plain)


_ACCESS = late(
    r"\[?(?:Online[;,] |Last )?(?:accessed|retrieved|visited|abgerufen(?: am)?|zugegriffen(?: am)?|consulté(?: le)?)"
    r"(?: on)?:? ([^:\[\]\n]{6,30}?)\.?\]?\.?",
    re.IGNORECASE,
)
_ONE_FIGURE = late(r"-(\d)(?!\d)")


def day_of_access(note: str) -> Date | None:
    """The day in a note that is only on when an address was accessed; None for any other note.

    >>> day_of_access("Accessed: 2023-4-12"), day_of_access("[Online; accessed 12-April-2023]"), day_of_access("A note")
    (Date(parts=((2023, 4, 12),)), Date(parts=((2023, 4, 12),)), None)
    """
    found = _ACCESS.fullmatch(note)
    if found is None:
        return None
    if date := edtf.read(_ONE_FIGURE.sub(r"-0\1", found[1])):
        return date
    day = read_day(found[1]) or read_day(found[1].replace("-", " "))
    return (day.in_year() or None) if day else None


def read_issued(fields: Mapping[str, str]) -> Issued:
    """The date of publication from an entry's fields, by tags in lower case."""
    get = fields.get
    if "date" in fields:
        date = read_date(fields["date"])
        if not date.parts and get("year") and "month" not in fields:
            return _completed_by_year(get("year", ""), fields["date"])
        first = write_date("issued", Date(date.parts[:1])) if date.parts else {}
        return Issued(date, frozenset({"date", *(tag for tag in first if get(tag, "") == first[tag])}))
    return _issued(get("year", ""), get("month", ""), get("day", ""), get("pubstate", ""))


def _completed_by_year(year: str, date: str) -> Issued:
    """The date from ``date`` without a year (``date = {Jan}``) and the year of another field, as far as readable."""
    issued = _issued(year, date, "", "")
    return Issued(issued.date, frozenset({"date" if tag == "month" else tag for tag in issued.tags}))


@lru_cache(maxsize=1024)
def _issued(printed: str, month: str, day: str, status: str) -> Issued:
    year = printed if printed.isdecimal() else latex.read_plain(printed).strip()
    if not year:
        return Issued()
    if not year.removeprefix("-").isdecimal():
        if year == latex.read_plain(status):
            return Issued(tags=frozenset({"year"}))
        return Issued(read_date(printed), frozenset({"year"}))
    if not int(year[:12]):
        return Issued(Date(literal=year), frozenset({"year"}))  # there was no year 0: the year is unknown
    return _in_year(year[:12], month.strip(), day.strip())


def _in_year(year: str, month: str, day: str) -> Issued:
    """The date with the month and the day, as far as they can be read."""
    month = month.strip("#")  # JabRef's mark of a @string name, which old versions left in braces
    number = MONTH_NAMES.get(month.rstrip(".").casefold(), 0) or _number(month, 12)
    if number or not month:
        last = _number(day, 31) if number else 0
        tags = {"year", *(["month"] if number else []), *(["day"] if last else [])}
        return Issued(Date((tuple(part for part in (int(year), number, last) if part),)), frozenset(tags))
    printed = _SPACE.sub(" ", latex.read_plain(month)).replace(" and ", "/")
    for fields, words in ((("day", "month"), f"{day} {printed} {year}"), (("month",), f"{printed} {year}")):
        found = read_day(words)
        if found and (fields == ("month",) or day):
            return Issued(found.in_year(), frozenset({"year", *fields}))
    return Issued(Date.of(int(year)), frozenset({"year"}))


def _number(written: str, largest: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 4 and 1 <= int(written) <= largest else 0

"""A fast path for the values of almost all fields of CSL-JSON items.

These are strings, names whose parts are strings, and days of whole numbers. `csl_reading` would read them in the same
way and report nothing.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeGuard

from reflist.model.date import Date, DateParts
from reflist.model.name import Name
from reflist.model.reference import Value
from reflist.model.variables import KINDS, Kind
from reflist.text import Text

NAME_FIELDS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
"""The fields of a CSL-JSON name and the attributes of `Name` for them."""

_MOST = (9999, 12, 31)
"""The largest year, month and day that the fast path accepts."""

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _text(raw: Any) -> Text | None:
    # The test of `_is_plain_string`, inlined: a call for each text would take a third of the time.
    is_plain = type(raw) is str and (raw.isascii() or raw.isprintable()) and "<" not in raw
    return Text(raw) if is_plain and raw and not raw.isspace() else None


def _string(raw: Any) -> str | None:
    return raw if _is_plain_string(raw) else None


def _is_plain_string(raw: Any) -> TypeGuard[str]:
    """Whether a field is a string with content and without lone surrogates, which cannot be written."""
    return type(raw) is str and (raw.isascii() or raw.isprintable()) and raw != "" and not raw.isspace()


def _names(raw: Any) -> tuple[Name, ...] | None:
    """Names whose parts are all strings; None if any is not."""
    if type(raw) is not list:
        return None
    names = []
    for person in raw:
        if type(person) is not dict:
            return None
        family, given = person.get("family"), person.get("given")
        is_plain = len(person) == 2 and type(family) is str and type(given) is str
        name = _person(family, given) if is_plain else _name(person)
        if name is None:
            return None
        names.append(name)
    return tuple(names) or None


def _name(person: dict[str, Any]) -> Name | None:
    """A name with any parts, if each is a string."""
    if not (person and person.keys() <= NAME_FIELDS.keys() and all(map(_is_plain_string, person.values()))):
        return None
    return Name(**{NAME_FIELDS[field]: part for field, part in person.items()})


@lru_cache(maxsize=20_000)
def _person(family: str, given: str) -> Name | None:
    """A person, cached since people recur in a collection; None if a part is odd."""
    return Name(family, given) if _is_plain_string(family) and _is_plain_string(given) else None


def _date(raw: Any) -> Date | None:
    """A day, month or year of whole numbers and nothing else."""
    if type(raw) is not dict or len(raw) != 1:
        return None
    days = raw.get("date-parts")
    if type(days) is not list or len(days) != 1 or type(days[0]) is not list:
        return None
    day = days[0]
    for number in day:
        if type(number) is not int:
            return None
    return _day(tuple(day))


@lru_cache(maxsize=2_000)
def _day(day: DateParts) -> Date | None:
    """The date of a day if it exists in the calendar; else None."""
    is_there = 0 < len(day) <= len(_MOST) and all(0 < part <= most for part, most in zip(day, _MOST, strict=False))
    return Date((day,)) if is_there and in_month(day) else None


def in_month(day: DateParts) -> bool:
    """Whether a day exists in its month; February is given 29 days."""
    return len(day) < len(_MOST) or not 1 <= day[1] <= len(_LENGTHS) or day[2] <= _LENGTHS[day[1] - 1]


READERS: dict[Kind, Callable[[Any], Value | None]] = {
    Kind.NAMES: _names,
    Kind.DATE: _date,
    Kind.NUMBER: _string,
    Kind.TEXT: _text,
    Kind.VERBATIM: _string,
}
"""For each kind of variable, a function from a raw field to a value; None for what needs a closer look."""

PLAIN: dict[str, Callable[[Any], Value | None]] = {name: READERS[kind] for name, kind in KINDS.items()}
"""The same for each variable."""

"""The values that nearly all fields of CSL-JSON items have, read without a closer look.

They are strings, names whose parts are strings, and days of whole numbers: what `csl_reading` would make of them is
known, and nothing is to be said about it.
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
"""The fields of a CSL-JSON name and the attributes of `Name`."""

_MOST = (9999, 12, 31)
"""The largest year, month and day that need no closer look."""

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _text(raw: Any) -> Text | None:
    # As `_says` has it: a call for each text would take a third of the time.
    is_plain = type(raw) is str and (raw.isascii() or raw.isprintable()) and "<" not in raw
    return Text(raw) if is_plain and raw and not raw.isspace() else None


def _string(raw: Any) -> str | None:
    return raw if _says(raw) else None


def _says(raw: Any) -> TypeGuard[str]:
    """Whether a field is a string that says something, of whole characters: halves of them cannot be printed."""
    return type(raw) is str and (raw.isascii() or raw.isprintable()) and raw != "" and not raw.isspace()


def _names(raw: Any) -> tuple[Name, ...] | None:
    """Names, all of whose parts are strings."""
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
    """A name of any parts, as long as each is a string."""
    if not (person and person.keys() <= NAME_FIELDS.keys() and all(map(_says, person.values()))):
        return None
    return Name(**{NAME_FIELDS[field]: part for field, part in person.items()})


@lru_cache(maxsize=20_000)
def _person(family: str, given: str) -> Name | None:
    """A person, who is held once: in a collection the same people come again and again. None where a part is odd."""
    return Name(family, given) if _says(family) and _says(given) else None


def _date(raw: Any) -> Date | None:
    """A day, month or year of whole numbers, and nothing more."""
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
    """The date of a day that a calendar has; None for any other."""
    is_there = 0 < len(day) <= len(_MOST) and all(0 < part <= most for part, most in zip(day, _MOST, strict=False))
    return Date((day,)) if is_there and in_month(day) else None


def in_month(day: DateParts) -> bool:
    """Whether the day of a date is one of its month; February is given 29."""
    return len(day) < len(_MOST) or not 1 <= day[1] <= len(_LENGTHS) or day[2] <= _LENGTHS[day[1] - 1]


READERS: dict[Kind, Callable[[Any], Value | None]] = {
    Kind.NAMES: _names,
    Kind.DATE: _date,
    Kind.NUMBER: _string,
    Kind.TEXT: _text,
    Kind.VERBATIM: _string,
}
"""By kind of variable, what gives the value of a raw field; None for one that needs a closer look."""

PLAIN: dict[str, Callable[[Any], Value | None]] = {name: READERS[kind] for name, kind in KINDS.items()}
"""The same by variable."""

"""A reference in the form that citeproc-py takes: strings with marks, names and dates as plain values, all cleaned."""

import re
import unicodedata
from typing import NamedTuple

from reflist.engines.citeproc_py.marks import ON_OFF, VALUE_END
from reflist.engines.citeproc_py.quotes import marked_quotes
from reflist.model import KINDS, Date, Kind, Name, Reference, Value
from reflist.model.csl_plain import NAME_FIELDS
from reflist.text import Text

OLD_NAMES = {
    "event-title": "event",
    "container-title-short": "journalAbbreviation",
    "title-short": "shortTitle",
}
"""Variables and the other names that older styles and data use for them."""

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
"""Seasons in words, with the numbers of their terms."""

_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.)?doi(?:\.org/|:\s*)", re.IGNORECASE)
_SPACES = (*range(0x20), 0x7F, 0x85, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x3000)
_INVISIBLE = (0xAD, 0x200B, 0x2060, 0xFEFF)  # soft hyphen, zero-width space and joiner, byte order mark
_CLEAN: dict[int, str] = dict.fromkeys(_SPACES, " ") | dict.fromkeys(_INVISIBLE, "")


class SingleDate(NamedTuple):
    """A year, with month and day; 0 if unknown."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


class ItemDate(NamedTuple):
    """One or two single dates, or a date in words."""

    parts: tuple[SingleDate, ...]
    words: str
    circa: bool


class Item(NamedTuple):
    """The values of a reference by variable."""

    type: str
    strings: dict[str, str]
    names: dict[str, list[dict[str, str]]]
    dates: dict[str, ItemDate]


def prepared(reference: Reference) -> Item:
    """The item of a reference. The year suffix is left out, since the list it is rendered in assigns its own."""
    item = Item(reference.type, {}, {}, {})
    for variable, value in reference.variables.items():
        if variable != "year-suffix":
            _put(item, variable, value)
    for new, old in OLD_NAMES.items():
        string = item.strings.get(new) or item.strings.get(old)
        if string:
            item.strings.update({new: string, old: string})
    return item


def _put(item: Item, variable: str, value: Value) -> None:
    if isinstance(value, tuple):
        names = [name for name in map(_name, value) if name]
        if names:
            item.names[variable] = names
    elif isinstance(value, Date):
        date = _date(value)
        if date is not None:
            item.dates[variable] = date
    else:
        string = _text(value) if isinstance(value, Text) else clean(value)
        if variable == "DOI":
            string = _DOI_PREFIX.sub("", string)
        if string:
            item.strings[variable] = marked_quotes(string) if KINDS[variable] is Kind.NUMBER else string + VALUE_END


def clean(string: str) -> str:
    """A string on one line with single spaces, without invisible characters and noncharacters."""
    string = " ".join(string.translate(_CLEAN).split())
    if any("\ufdd0" <= character <= "\ufdef" for character in string):
        string = "".join("\ufffd" if "\ufdd0" <= character <= "\ufdef" else character for character in string)
    return unicodedata.normalize("NFC", string)


def _text(text: Text) -> str:
    if not text.spans:
        return marked_quotes(clean(text.plain))
    marked = Text(text.plain.translate(dict.fromkeys(range(0xFDD0, 0xFDF0), "\ufffd")), text.spans).render(ON_OFF)
    return marked_quotes(" ".join(unicodedata.normalize("NFC", marked.translate(_CLEAN)).split()))


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": marked_quotes(clean(name.literal))}
    fields = {field: clean(getattr(name, attribute)) for field, attribute in NAME_FIELDS.items()}
    return {field: marked_quotes(value) for field, value in fields.items() if value}


def _date(date: Date) -> ItemDate | None:
    season = SEASONS.get(date.season.casefold(), int(date.season) if date.season.isdecimal() else 0)
    parts = tuple(_single_date(parts, season) for parts in date.parts)
    if not any(part.year for part in parts):
        words = clean(date.literal)
        return ItemDate((), marked_quotes(words), date.circa) if words else None
    return ItemDate(parts, "", date.circa)


def _single_date(parts: tuple[int, ...], season: int) -> SingleDate:
    """A single date; a month above 12 is a season, as EDTF (21 to 24) and CSL 1.0.2 (13 to 16) number them."""
    year, month, day = (*parts, 0, 0, 0)[:3]
    if month in range(13, 17) or month in range(21, 25):
        return SingleDate(year, season=month % 10 - 2 if month < 20 else month % 10)
    if month not in range(1, 13):
        return SingleDate(year, season=season if season in range(1, 5) else 0)
    return SingleDate(year, month, day if day in range(1, 32) else 0)

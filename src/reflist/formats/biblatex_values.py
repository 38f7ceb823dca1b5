"""The values of biblatex's fields, read and written: depending on the field's tag, or else its variable's kind.

Source: the biblatex manual, 2.2.1 (kinds of fields), 2.3.4 (lists), 2.3.8 (dates), 4.9.2 (localisation keys).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from reflist.formats import biblatex_tables as tables
from reflist.formats import bibtex_dates
from reflist.formats.biblatex_languages import LANGUAGES, OLD_LANGUAGES
from reflist.formats.bibtex_entries import BRACE_CODES
from reflist.formats.bibtex_references import PAGES_IN_WORDS, read_printed_edition
from reflist.grammar import latex, titlecase
from reflist.grammar.bibtexnames import split_list
from reflist.grammar.editions import read_edition
from reflist.late import late
from reflist.model import KINDS, Date, Kind, Value, edtf
from reflist.text import Text

_DAY = late(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_AND = late(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_BETWEEN = "; "
"""What separates the members of a list in a CSL variable."""
_BORDER = late(rf"(?<=\S){_BETWEEN}(?=\S)")
_ADDRESS_ESCAPES = re.compile(r"\\([_%#&~$-])(?:\{\})?|[{}]|\\url\b")
_DOI_RESOLVER = late(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
_RANGE_DASH = late(r"(?<=\w)[-–](?=\w)")


# --- reading --------------------------------------------------------------------------------------


def read_date(written: str) -> Date:
    """A date in EDTF, as far as a `Date` can hold it; else as people print it; else in words."""
    if (day := _DAY.fullmatch(written)) and written[:4] != "0000":
        parts = tuple(map(int, filter(None, day.groups())))
        if len(parts) == 1 or parts[1] <= 12:
            return Date((parts,))
    found = edtf.read(written) or edtf.nearest(written)
    if found is None and day:
        return Date(literal=written)  # a month or day that does not exist; not a span of years
    return found or bibtex_dates.read_date(written)


def read_list(written: str) -> Text:
    """The members of a list, separated by semicolons."""
    if "and" not in written:
        return latex.read(written)
    return Text.join(_BETWEEN, (latex.read(member.strip()) for member in split_list(written) if member.strip()))


def read_pages(written: str) -> str:
    """Pages, with a hyphen between the first and the last."""
    return PAGES_IN_WORDS.sub("", latex.read_plain(written).replace(" – ", "-").replace("–", "-"))


def read_address(written: str) -> str:
    """A URL without LaTeX escapes, which people often put in it."""
    return (_ADDRESS_ESCAPES.sub(r"\1", written) if "\\" in written or "{" in written else written).strip()


def read_doi(written: str) -> str:
    """A DOI without the address of a resolver."""
    return _DOI_RESOLVER.sub("", read_address(written))


def read_genre(written: str) -> Text:
    """A genre: in words, or the words that biblatex prints for a key."""
    return Text(tables.GENRES[written]) if written in tables.GENRES else latex.read(written)


def read_state(written: str) -> Text:
    """A status of publication: in words, or the words that biblatex prints for a key."""
    return Text(tables.STATES[written]) if written in tables.STATES else latex.read(written)


def read_language(written: str) -> str:
    """The language tag (BCP 47) for a name that babel knows; any other name as it stands."""
    name = latex.read_plain(written).strip()
    known = name.removeprefix("lang").lower()
    return LANGUAGES.get(known) or OLD_LANGUAGES.get(known) or name


# --- writing --------------------------------------------------------------------------------------


def write_date(date: Date) -> str:
    """A date in EDTF, as far as EDTF can express it; else in words."""
    return edtf.write(date) or edtf.write(Date(date.parts, circa=date.circa)) or latex.write_unicode(Text(date.literal))


def _write_text(value: Value) -> str:
    assert isinstance(value, Text | str)
    return latex.on_one_line(latex.write_unicode(value if isinstance(value, Text) else Text(value)))


def _write_title(value: Value) -> str:
    assert isinstance(value, Text)
    return latex.on_one_line(latex.write_unicode(value, titlecase.protected(value.plain)))


def _write_name(value: Value) -> str:
    assert isinstance(value, Text)
    return latex.on_one_line(latex.write_unicode(value, titlecase.capitals(value.plain)))


def _write_list(value: Value) -> str:
    """A list: its members are separated by semicolons in the value. A member that contains "and" is put in braces."""
    assert isinstance(value, Text)
    borders = [0, *(at for found in _BORDER.finditer(value.plain) for at in found.span()), len(value.plain)]
    return " and ".join(_member(value[start:end]) for start, end in zip(borders[::2], borders[1::2], strict=True))


def _member(text: Text) -> str:
    written = _write_text(text)
    return f"{{{written}}}" if _AND.search(text.plain) or text.plain.casefold() == "others" else written


def _write_pages(value: Value) -> str:
    assert isinstance(value, str)
    return _write_text(_RANGE_DASH.sub("–", value))


def _write_edition(value: Value) -> str:
    """An edition: a number; text that would be read as a number is put in braces."""
    assert isinstance(value, str)
    return _write_text(value) if read_edition(value) == value else f"{{{_write_text(value)}}}"


def _write_address(value: Value) -> str:
    assert isinstance(value, str)
    return latex.on_one_line(value.translate(BRACE_CODES))


def _write_language(value: Value) -> str:
    assert isinstance(value, str)
    return _LANGUAGE_NAMES.get(value, "") or _write_text(value)


_LANGUAGE_NAMES = {tag: name for name, tag in LANGUAGES.items()}


# --- by field ----------------------------------------------------------------------------------------


class Conversion(NamedTuple):
    """How the values of a field are read and written; names and dates are handled separately."""

    read: Callable[[str], Value]
    write: Callable[[Value], str]


BY_TAG = {
    "pages": Conversion(read_pages, _write_pages),
    "edition": Conversion(read_printed_edition, _write_edition),
    "url": Conversion(read_address, _write_address),
    "doi": Conversion(read_doi, _write_address),
    "type": Conversion(read_genre, _write_text),
    "pubstate": Conversion(read_state, _write_text),
    "langid": Conversion(read_language, _write_language),
    "language": Conversion(read_language, _write_language),
    **dict.fromkeys(tables.LISTS, Conversion(read_list, _write_list)),
    **dict.fromkeys(tables.TITLES, Conversion(latex.read_title, _write_title)),
}
"""Fields whose values are read and written in a special way."""

BY_KIND = {
    Kind.TEXT: Conversion(latex.read, _write_text),
    Kind.NUMBER: Conversion(latex.read_plain, _write_text),
    Kind.VERBATIM: Conversion(latex.read_plain, _write_text),
}
"""All other fields, by the kind of their variable."""


NAME = Conversion(latex.read, _write_name)
"""How proper names of things are read and written."""


def conversion_of(tag: str, variable: str, entry: str = "") -> Conversion:
    """How a variable is read from and written to a field in an entry of this type."""
    if tag in tables.NAMES and not tables.NAMES[tag].isdisjoint(("", entry)):
        return NAME
    return BY_TAG.get(tag, BY_KIND[KINDS[variable]])


def holds_more(tag: str, written: str, value: Value) -> bool:
    """Whether a field holds more than the value read from it: a time of day, an uncertainty, a key of biblatex."""
    if isinstance(value, Date):
        return (_DAY.fullmatch(written) is None or len(value.parts) > 1) and write_date(value) != written
    return written in _OWN_WORDS[tag] and BY_TAG[tag].write(value) != written


_OWN_WORDS = {
    "type": tables.GENRES,
    "pubstate": tables.STATES,
    "langid": OLD_LANGUAGES,
    "language": OLD_LANGUAGES,
}
"""The keys of biblatex in fields that accept them."""

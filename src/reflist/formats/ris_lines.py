"""How each variable is written in lines of RIS and similar formats, and whether those give it back.

This is looked up in a table made once for each reference type, so that writing a value costs little.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from reflist.formats.ris_habits import are_numbers
from reflist.formats.ris_tables import (
    CLEANED,
    EXTRA,
    NOTES,
    REPEATED,
    TAGS,
    UNPUBLISHED,
    WITH_DAY,
    shapes_of,
    tag_of,
    variable_of,
    variables_of,
)
from reflist.formats.ris_types import GENERIC, TYPES
from reflist.formats.ris_values import (
    are_usual,
    join_pages,
    line,
    read_date,
    read_issued,
    read_name,
    write_date,
    write_day,
    write_issued,
    write_name,
    write_pages,
)
from reflist.grammar import markup
from reflist.model import KINDS, Date, DateParts, Kind, Name, Value
from reflist.text import Text

NAME_DETAILS = {"acronym": "acronym", "affiliation": "affiliation", "orcid": "ORCID"}
"""The details of a name, and how the notes on them call them."""

Line = tuple[str, str]
"""A tag of RIS and its value."""

Written = tuple[list[Line], int]
"""The lines of a value, not to be changed, none if it is empty; and how exactly a reader gets the value from them."""

INEXACT, WITHOUT_DETAILS, EXACT = range(3)
"""How exactly a reader gets a value from its lines: another value, or not quite the same; names without details; it."""


class Dialect:
    """A format with the fields of RIS, under other tags or (RIS itself) the same.

    ``places`` gives the tag of a variable if it is not RIS's: in some reference types or (with the type "") in all
    others. ``types`` maps the reference types to those that the format has. ``own_tag`` matches tags of the format,
    ``ranges`` is whether first and last page are in one field. ``unknown`` is the item type of a record that gives
    none. ``read_as`` returns the tag of RIS that a tag of the format is read as, in a reference type.
    """

    def __init__(
        self,
        name: str,
        tags: Mapping[str, str] | None = None,
        places: Mapping[tuple[str, str], str] | None = None,
        types: Mapping[str, str] | None = None,
        own_tag: re.Pattern[str] = re.compile("[A-Z][A-Z0-9]"),
        ranges: bool = False,
        unknown: str = "document",
        read_as: Callable[[str, str], str] = lambda tag, _: tag,
    ) -> None:
        self.name, self.tags, self.places, self.types = name, tags or {}, places or {}, types or {}
        self.own_tag, self.ranges, self.unknown, self.read_as = own_tag, ranges, unknown, read_as

    def own(self, tag: str) -> str:
        """The format's tag for a tag of RIS; the same tag if the format has no other."""
        return self.tags.get(tag, tag)

    def reads(self, tag: str, variable: str, type_: str) -> bool:
        """Whether a tag is read as this variable."""
        return variables_of(type_).get(self.read_as(self.own(tag), type_)) == variable

    def tag_of(self, variable: str, type_: str) -> str | None:
        """The tag of RIS that a variable is written under; None if the format has none for it."""
        tag = self.places.get((variable, type_)) or self.places.get((variable, "")) or tag_of(variable, type_)
        return tag if not self.tags or tag in self.tags else None

    def type_of(self, csl: str) -> str:
        """The reference type of an item type in RIS, or the one that the format has for it."""
        return self.types.get(TYPES[csl], GENERIC) if self.types else TYPES[csl]


RIS = Dialect("ris", places={("PMCID", "JOUR"): "C2"}, unknown="article-journal")
"""In RIS, GEN is used for unknown types, mostly of articles from databases; Zotero reads it as an article."""


_ORDER = {row.tag: at for at, row in enumerate(TAGS)} | {NOTES: len(TAGS) + 2, EXTRA: len(TAGS) + 1}


def order_of(tag: str) -> int:
    """The position of a tag in a record: by the table; other tags after those, before the notes."""
    return _ORDER.get(tag, len(TAGS))


class Column(NamedTuple):
    """A variable in a reference type: its tag, its position in a record, and the function that writes its values.

    If it is ``verbatim``, any text without markup that `line` does not change is read back unchanged from one line. If
    it is not ``readable``, its tag is read as another variable.
    """

    tag: str
    order: int
    write: Callable[[Any], Written]
    verbatim: bool
    readable: bool


@cache
def columns_of(dialect: Dialect, type_: str) -> Mapping[str, Column]:
    """The variables that have a tag in a reference type."""
    tags = ((variable, dialect.tag_of(variable, type_)) for variable in KINDS)
    return {
        variable: Column(
            tag,
            order_of(tag),
            _writer(variable, tag, type_, dialect),
            _is_verbatim(variable, tag, type_),
            dialect.reads(tag, variable, type_),
        )
        for variable, tag in tags
        if tag
    }


def _is_verbatim(variable: str, tag: str, type_: str) -> bool:
    """Whether a tag is always read as the variable, and a line holds its value as it is."""
    if KINDS[variable] in (Kind.NAMES, Kind.DATE) or variable in ("page", "keyword", *CLEANED):
        return False
    alone = tag not in shapes_of(type_) and (tag, type_) not in REPEATED
    return alone and variables_of(type_).get(tag) == variable


def lines_of(variable: str, value: Value, type_: str, dialect: Dialect) -> list[Line]:
    """The lines of a variable in a reference type, under the tags that they are read as; none if it has no tag."""
    column = columns_of(dialect, type_).get(variable)
    lines = column.write(value)[0] if column else ()
    return [(dialect.read_as(dialect.own(tag), type_), written) for tag, written in lines]


def _writer(variable: str, tag: str, type_: str, dialect: Dialect) -> Callable[[Any], Written]:
    """The function that writes the values of a variable under a tag."""
    read_as = dialect.read_as(dialect.own(tag), type_)
    depends_on_form = read_as in shapes_of(type_)
    readable = dialect.reads(tag, variable, type_)
    if KINDS[variable] is Kind.NAMES:
        return _names_writer(tag, readable)
    if KINDS[variable] is Kind.DATE:
        if variable == "issued":
            return partial(_issued_lines, with_day=type_ in WITH_DAY and not dialect.tags)
        if depends_on_form:
            return lambda date: _date_lines(tag, variable_of(read_as, write_date(date), type_) == variable, date)
        return partial(_date_lines, tag, readable)
    if variable == "page":
        return lambda page: _page_lines(page, type_, dialect.ranges)
    if variable == "keyword":
        return lambda keywords: _keyword_lines(tag, keywords)
    if depends_on_form:
        return lambda value: _lines_by_form(tag, variable, (read_as, type_), value)
    if variable in CLEANED:
        return _cleaned_writer(tag, CLEANED[variable], readable)
    tags = [tag, *filter(None, [REPEATED.get((tag, type_))])]
    return _text_writer(tags, readable) if KINDS[variable] is Kind.TEXT else _string_writer(tag, readable)


def _text_writer(tags: Sequence[str], readable: bool) -> Callable[[Text], Written]:
    def write(text: Text) -> Written:
        written, comes_back = _text_line(text)
        return ([(tag, written) for tag in tags] if written else []), EXACT if readable and comes_back else INEXACT

    return write


def _text_line(text: Text) -> tuple[str, bool]:
    """A text in a line, with markup as in CSL-JSON, which databases and Zotero write; and whether it comes back."""
    marked_up = markup.write(text) if text.spans else text.plain
    written = line(marked_up)
    is_plain = not text.spans and "<" not in written
    return written, written == marked_up and (is_plain or markup.read(written) == text)


def _string_writer(tag: str, readable: bool) -> Callable[[str], Written]:
    def write(value: str) -> Written:
        written = line(value)
        return ([(tag, written)] if written else []), EXACT if readable and written == value else INEXACT

    return write


def _cleaned_writer(tag: str, around: re.Pattern[str], readable: bool) -> Callable[[str], Written]:
    """The function that writes an identifier; a reader removes what matches ``around``."""

    def write(value: str) -> Written:
        written = line(value)
        exact = readable and written == value and not around.search(written)
        return ([(tag, written)] if written else []), EXACT if exact else INEXACT

    return write


def _lines_by_form(tag: str, variable: str, read_in: tuple[str, str], value: Text | str) -> Written:
    """A value that is distinguished by its form from others under its tag, or from which a reader removes something.

    ``read_in`` is the tag that it is read as, and the reference type.
    """
    written, exact = _text_line(value if isinstance(value, Text) else Text(value))
    around = CLEANED.get(variable)
    read_as, type_ = read_in
    exact = exact and not (around and around.search(written)) and variable_of(read_as, written, type_) == variable
    exact = exact and not (read_as == "SN" and are_numbers(written))
    return ([(tag, written)] if written else []), EXACT if exact else INEXACT


def _keyword_lines(tag: str, keywords: Text) -> Written:
    words = [word for part in keywords.plain.split(", ") if (word := line(part))]
    exact = not keywords.spans and "<" not in keywords.plain and ", ".join(words) == keywords.plain
    return [(tag, word) for word in words], EXACT if exact else INEXACT


def _page_lines(page: str, type_: str, ranges: bool) -> Written:
    first, _, last = page.partition("-")
    if first.isdecimal() and last.isdecimal() and len(first) <= len(last) and first != last and not ranges:
        return [("SP", first), ("EP", last)], EXACT  # most pages; `join_pages` restores them
    return _other_page_lines(page, type_, ranges)


@lru_cache(maxsize=4096)
def _other_page_lines(page: str, type_: str, ranges: bool) -> Written:
    lines = [("SP", line(page))] if ranges else write_pages(page)
    first, last = lines[0][1], lines[1][1] if len(lines) > 1 else ""
    if not first:
        return [], INEXACT
    exact = join_pages(first, last) == page and (last != "" or variable_of("SP", first, type_) == "page")
    return lines, EXACT if exact else INEXACT


def _date_lines(tag: str, readable: bool, date: Date) -> Written:
    written = write_date(date)
    return ([(tag, written)] if written else []), EXACT if readable and read_date(written) == date else INEXACT


def _issued_lines(date: Date, with_day: bool) -> Written:
    if date.season or date.circa or date.literal:
        return _any_issued_lines(date, with_day)
    return _day_lines(date.parts, with_day)


@lru_cache(maxsize=4096)
def _day_lines(parts: tuple[DateParts, ...], with_day: bool) -> Written:
    """The same for a date that consists only of numbers."""
    return _any_issued_lines(Date(parts), with_day)


_USUAL_YEARS = range(1000, 10_000)
_USUAL_MONTHS = frozenset([(), *((month,) for month in range(1, 13))])
"""The months of dates that are read as written: a year with four digits, alone or with a month."""


def _any_issued_lines(date: Date, with_day: bool) -> Written:
    lines = [(tag, written) for tag, written in write_issued(date) if written]
    if with_day and len(lines) == 1 and (day := write_day(date)):
        lines.append(("DA", day))
    if not lines or date.literal.casefold() in UNPUBLISHED:
        return lines, INEXACT
    if date == Date(date.parts[:1]) and date.parts[0][0] in _USUAL_YEARS and date.parts[0][1:] in _USUAL_MONTHS:
        return lines, EXACT
    return lines, EXACT if read_issued(tuple([written for _, written in lines]))[0] == date else INEXACT


# --- names ----------------------------------------------------------------------------------------------------


def _names_writer(tag: str, readable: bool) -> Callable[[tuple[Name, ...]], Written]:
    def write(names: tuple[Name, ...]) -> Written:
        lines, exactness = name_lines(names)
        return [(tag, written) for written in lines], exactness if readable else INEXACT

    return write


def name_lines(names: tuple[Name, ...]) -> tuple[list[str], int]:
    """The names as in their lines, and how exactly a reader gets them from these: names of the usual form come back."""
    lines = [f"{name.family}, {name.given}" if name.has_two_parts else "" for name in names]
    usual = list(filter(None, lines)) if "" in lines else lines
    if not are_usual(usual):
        lines, usual = [""] * len(names), []
    if len(usual) == len(names):
        return usual, EXACT
    each = [(written, EXACT) if written else _name_line(name) for written, name in zip(lines, names, strict=True)]
    return [written for written, _ in each if written], min((exactness for _, exactness in each), default=EXACT)


@lru_cache(maxsize=8192)
def _name_line(name: Name) -> tuple[str, int]:
    """A name in a line, and how exactly a reader gets it from that."""
    written = write_name(name)
    if (written.endswith(",") and not name.literal) or not holds_name(written, name):
        return written, INEXACT  # with a comma at the end, a name is an institution's
    return written, WITHOUT_DETAILS if name.acronym or name.affiliation or name.orcid else EXACT


def holds_name(written: str, name: Name) -> bool:
    """Whether a name is read back from a line, apart from details, which are in notes."""
    found = read_name(written)
    if len(found) == 1 and (found[0] is name or found[0] == name):
        return True
    if not (name.acronym or name.affiliation or name.orcid) or _unclear(name):
        return False
    return found == (name.replace(acronym="", affiliation="", orcid=""),)


def detail_notes(name: Name) -> list[str]:
    """The notes on the details of a name."""
    if not (name.acronym or name.affiliation or name.orcid):
        return []
    details = ((title, getattr(name, detail)) for detail, title in NAME_DETAILS.items())
    return [f"{title} of {line(name.display)}: {line(value)}" for title, value in details if value]


def _unclear(name: Name) -> bool:
    """Whether a note on a name would be ambiguous about the end of the name, or incomplete."""
    details = [getattr(name, detail) for detail in NAME_DETAILS]
    return ": " in name.display or any(line(value) != value for value in (*details, name.display))

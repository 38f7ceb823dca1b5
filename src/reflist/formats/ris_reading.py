"""References from records of RIS and similar formats.

A table for each reference type has the treatment of each tag. Notes of our writer only count as long as the lines
they were written with are still there: changes made by other programs since then have priority.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial

from reflist.formats.databases import REFERENCES
from reflist.formats.ris_extra import KEY, TYPE, name_line, read_extra
from reflist.formats.ris_habits import are_editors, are_numbers, correct_habits, numbers_in, separate_class
from reflist.formats.ris_lines import Dialect, lines_of
from reflist.formats.ris_notes import DETAILS, Details, exact_note, may_be_exact, without
from reflist.formats.ris_records import Field, Record, key
from reflist.formats.ris_tables import (
    ABBREVIATED,
    CLEANED,
    EXTRA,
    NOTES,
    SEVERAL,
    UNPUBLISHED,
    implied_type,
    shapes_of,
    variable_of,
    variables_of,
)
from reflist.formats.ris_types import GENERIC, ITEM_TYPES, TYPE_NAMES
from reflist.formats.ris_values import (
    LIFE,
    is_read_in_part,
    join_pages,
    line,
    read_date,
    read_issued,
    read_names_of_lines,
)
from reflist.formats.ris_writing import NOTE, WRITTEN
from reflist.grammar import markup
from reflist.model import KINDS, TYPES, Date, Kind, Origin, Reference, Value, edtf
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

UNKNOWN_TYPE = Rule(
    "ris-unknown-type",
    Severity.REPAIR,
    "The reference type is not one of RIS or EndNote. The record was read as an article if it has a journal, else as "
    "a document; the printed type is kept.",
)

_TYPES_BY_NAME = {name.casefold(): type_ for name, type_ in TYPE_NAMES.items()}


def read_record(record: Record, dialect: Dialect, source: Source, report: Report) -> Reference:
    """The reference of a record."""
    printed = record.type or ""
    reading = _Reading(type_named(printed), dialect)
    if reading.type not in ITEM_TYPES:
        reading.keep("TY", printed)
        place = source.place(record.line)
        report.add(UNKNOWN_TYPE, f"{printed[:40]!r} is not a type of reference", place, key(record))
    reference = reading.reference(record, source.name)
    if reading.resolved:
        message = f"read as a character: {markup.reference_in(reading.resolved)}"
        report.add(REFERENCES, message, source.place(record.line), key(record))
    return reference


def type_named(printed: str) -> str:
    """The reference type for its abbreviation, or for its name in EndNote; as printed if it is neither."""
    if printed in ITEM_TYPES:
        return printed
    return _TYPES_BY_NAME.get(printed.casefold(), printed.upper()) or GENERIC


class _Reading:
    """One record being read, and the values found in its fields so far.

    ``several`` holds the values of variables with several lines, ``resolved`` the first value that contained character
    references; ``text`` makes the `Text` of a value.
    """

    __slots__ = (
        "abbreviated",
        "details",
        "dialect",
        "extras",
        "id",
        "issued",
        "extra_lines",
        "pages",
        "resolved",
        "several",
        "text",
        "stated_type",
        "type",
        "variables",
    )

    def __init__(self, type_: str, dialect: Dialect) -> None:
        self.type, self.dialect = type_, dialect
        self.id = self.stated_type = ""
        self.variables: dict[str, Value] = {}
        self.extras: dict[tuple[str, str], list[str]] = {}
        self.several: dict[str, list[str]] = {}
        self.issued: list[Field] = []
        self.pages: list[Field] = []
        self.extra_lines: list[Field] = []
        self.details: Details | None = None
        self.abbreviated = False
        self.resolved = ""
        self.text: Callable[[str], Text] = Text

    def reference(self, record: Record, source: str) -> Reference:
        """The reference, after all fields of the record have been read."""
        tags: Sequence[str] = record.tags
        values: Sequence[str] = record.values
        if ": {" in record.raw and any(map(may_be_exact, tags, values)):
            tags, values = self._exact(record.fields)
        if "&" in record.raw and markup.reference_in(record.raw):
            values = list(map(self._resolve, tags, values))
        if "<" in record.raw or self.resolved:
            self.text = markup.read
        self._take(tags, values)
        for variable, values in self.several.items():
            _FINISH[variable](self, variable, values)
        if self.pages:
            _finish_pages(self)
        if self.extra_lines:
            _finish_extra_lines(self)
        if self.issued:
            _finish_issued(self)
        correct_habits(self.variables, self.extras, record.tags, self.abbreviated)
        for note in self.details.left() if self.details else ():
            self.keep(NOTES, note)
        type_ = self.stated_type or implied_type(self.type, record.tags, self.dialect.unknown)
        if "genre" in self.variables:
            separate_class(self.variables, self.extras, type_, self.id, (self.dialect.name, self.dialect.own("M3")))
        extras = {extra: tuple(values) for extra, values in self.extras.items()}
        return Reference.made(self.id, type_, self.variables, extras, Origin(source, record.line, record.raw))

    def _take(self, tags: Sequence[str], values: Sequence[str]) -> None:
        """Read all fields by the table of the reference type; the usual ones without a call, since they are many."""
        places = _places(self.type if self.type in ITEM_TYPES else "", self.text)
        variables, several = self.variables, self.several
        for tag, value in zip(tags, values, strict=True):
            place = places.get(tag)
            if place is None:
                self.keep(tag, value)
                continue
            variable, make, handle = place
            if handle:
                handle(self, tag, value)
            elif not make:
                several.setdefault(variable, []).append(value)
            elif variable in variables:
                self.keep_second(tag, variable, value)
            else:
                variables[variable] = make(value)

    def keep(self, tag: str, value: str) -> None:
        """Keep a value without a variable, under the format's own tag."""
        self.keep_of(self.dialect.name, self.dialect.own(tag), value)

    def keep_of(self, format: str, tag: str, value: str) -> None:
        """Keep an extra of another format."""
        self.extras.setdefault((format, tag), []).append(value)

    def put(self, tag: str, variable: str, value: str) -> None:
        """Set a variable that takes one value."""
        if variable in self.variables:
            self.keep_second(tag, variable, value)
        else:
            self.variables[variable] = self.text(value) if KINDS[variable] is Kind.TEXT else value

    def keep_second(self, tag: str, variable: str, value: str) -> None:
        """Keep a second value of a variable, unless it is the same."""
        if self.variables[variable] != (self.text(value) if KINDS[variable] is Kind.TEXT else value):
            self.keep(tag, value)

    def plain(self, variable: str) -> str:
        """A variable without markup; empty if it is missing or not a text."""
        value = self.variables.get(variable, "")
        return value.plain if isinstance(value, Text) else value if isinstance(value, str) else ""

    def _resolve(self, tag: str, value: str) -> str:
        """The value with character references replaced; not in keys and in notes, which may be ours."""
        if "&" not in value or tag in (NOTES, "ID"):
            return value
        resolved = markup.resolved(value)
        if resolved != value:
            self.resolved = self.resolved or value
        return resolved

    def _exact(self, fields: Iterable[Field]) -> tuple[Sequence[str], Sequence[str]]:
        """Read the notes in CSL-JSON, one of each title; returns the tags and values of the remaining fields."""
        left: list[Field] = []
        notes: dict[str, Reference] = {}
        for tag, value in fields:
            note = exact_note(value) if may_be_exact(tag, value) else None
            if note and note[0] not in notes:
                notes[note[0]] = note[1]
            else:
                left.append((tag, value))
        for title, exact in notes.items():
            self.id = self.id or exact.id
            self.extras |= {extra: list(values) for extra, values in exact.extras.items()}
            for variable, noted in exact.variables.items():
                rest = without(left, lines_of(variable, noted, self.type, self.dialect)) if title == WRITTEN else left
                if rest is not None:  # else another program has changed the lines
                    left = rest
                    self.variables[variable] = noted
        return [tag for tag, _ in left], [value for _, value in left]


# --- how tags are handled -----------------------------------------------------------------------------------

_Handler = Callable[[_Reading, str, str], None]
"""Handles a value; the arguments are the reading, the tag and the value."""

_Place = tuple[str, Callable[[str], Value] | None, _Handler | None]
"""How the values of a tag are handled: a variable with one value, made by a function, or several; or a function."""


@cache
def _places(type_: str, text: Callable[[str], Text]) -> Mapping[str, _Place]:
    """The tags of a reference type ("" for an unknown one) and how their values are handled.

    ``text`` makes the `Text` of a value.
    """
    places = {tag: _place(tag, variable, text) for tag, variable in variables_of(type_).items() if variable}
    places |= {"ID": ("", None, _take_id), "EP": ("", None, _take_page)}
    places |= {NOTES: ("", None, _take_note), EXTRA: ("", None, _take_extra_line)}
    for tag, shapes in shapes_of(type_).items():
        forms: list[tuple[Callable[[str], object], _Handler]] = [
            (shape.pattern.fullmatch, _handler(*_place(tag, shape.variable))) for shape in shapes
        ]
        forms += [(are_numbers, _take_numbers)] if tag == "SN" else []
        otherwise = _handler(*places[tag]) if tag in places else _Reading.keep
        places[tag] = ("", None, _handler_by_form(forms, otherwise))
    return places


def _place(tag: str, variable: str, text: Callable[[str], Text] = Text) -> _Place:
    """How the values of a tag with a variable are handled."""
    kind = KINDS[variable]
    if variable in _FINISH and (kind is not Kind.TEXT or tag in SEVERAL):
        return variable, None, None
    if variable == "issued":
        return variable, None, _take_issued
    if variable == "page" or tag == "SP":
        return variable, None, _take_page
    if kind is Kind.DATE:
        return variable, None, partial(_take_date, variable=variable)
    if tag in ABBREVIATED:
        return variable, None, partial(_take_abbreviated, variable=variable)
    if variable in CLEANED:
        return variable, None, partial(_take_identifier, variable=variable)
    return variable, text if kind is Kind.TEXT else str, None


def _handler(variable: str, make: Callable[[str], Value] | None, handle: _Handler | None) -> _Handler:
    """The function for the values of a place."""
    if handle:
        return handle
    if make:
        return lambda reading, tag, value: reading.put(tag, variable, value)
    return lambda reading, _, value: reading.several.setdefault(variable, []).append(value)


def _handler_by_form(forms: Sequence[tuple[Callable[[str], object], _Handler]], otherwise: _Handler) -> _Handler:
    """A function that handles a value depending on its form."""

    def handle(reading: _Reading, tag: str, value: str) -> None:
        for fits, handler in forms:
            if fits(value):
                handler(reading, tag, value)
                return
        otherwise(reading, tag, value)

    return handle


def _take_id(reading: _Reading, tag: str, value: str) -> None:
    if not reading.id:
        reading.id = value
    elif line(reading.id) != value:
        reading.keep(tag, value)


def _take_issued(reading: _Reading, tag: str, value: str) -> None:
    reading.issued.append((tag, value))


def _take_page(reading: _Reading, tag: str, value: str) -> None:
    reading.pages.append((tag, value))


def _take_extra_line(reading: _Reading, tag: str, value: str) -> None:
    reading.extra_lines.append((tag, value))


def _take_date(reading: _Reading, tag: str, value: str, variable: str) -> None:
    if variable in reading.variables:
        reading.keep(tag, value)
    elif date := read_date(value):
        reading.variables[variable] = date


def _take_abbreviated(reading: _Reading, tag: str, value: str, variable: str) -> None:
    reading.abbreviated = True
    reading.put(tag, variable, value)


def _take_identifier(reading: _Reading, tag: str, value: str, variable: str) -> None:
    reading.put(tag, variable, CLEANED[variable].sub("", value))


def _take_numbers(reading: _Reading, tag: str, value: str) -> None:
    for number in numbers_in(value):
        _take_identifier(reading, tag, number, variable_of(tag, number, reading.type) or "ISSN")


def _take_note(reading: _Reading, tag: str, value: str) -> None:
    """Read a note of our writer's: on a variable, the type, a name, or an extra of another format."""
    found = NOTE.fullmatch(value)
    if found is None:
        if value.startswith(DETAILS):
            reading.details = reading.details or Details()
            reading.details.add(value)
        else:
            reading.keep(tag, value)
        return
    variable, printed = found["variable"], found["value"]
    if found["format"]:
        reading.keep_of(found["format"], found["tag"], printed)
    elif variable == "type" and printed in TYPES:
        reading.stated_type = printed
    elif variable in KINDS:
        _take_noted(reading, variable, printed)
    else:
        reading.keep(tag, value)


def _take_noted(reading: _Reading, variable: str, printed: str) -> None:
    """Read a variable from a note."""
    if KINDS[variable] is Kind.NAMES:
        reading.several.setdefault(variable, []).append(printed)
    elif variable in reading.variables:
        reading.keep(variable, printed)
    elif KINDS[variable] is Kind.DATE:
        reading.variables[variable] = edtf.read(printed) or Date(literal=printed)
    else:
        reading.variables[variable] = Text(printed) if KINDS[variable] is Kind.TEXT else printed


# --- values of several lines --------------------------------------------------------------------------------


def _finish_names(reading: _Reading, variable: str, values: Sequence[str]) -> None:
    if variable == "author" and "editor" not in reading.several and are_editors(values):
        variable = "editor"
    names = read_names_of_lines(values)
    for whole in filter(LIFE.search, values):
        reading.keep(variable, whole)
    if reading.details:
        names = tuple(map(reading.details.added_to, names))
    if names and variable not in reading.variables:
        reading.variables[variable] = names
    elif names:
        reading.keep(variable, "; ".join(name.display for name in names))


def _finish_paragraphs(reading: _Reading, variable: str, values: Sequence[str]) -> None:
    """Put paragraphs together; one that occurs twice is left out (abstracts occur under two tags)."""
    _finish_text(reading, variable, "\n".join(dict.fromkeys(values)) if len(values) > 1 else values[0])


def _finish_text(reading: _Reading, variable: str, text: str) -> None:
    if variable in reading.variables:
        reading.keep(variable, text)
    else:
        reading.variables[variable] = reading.text(text)


_FINISH: Mapping[str, Callable[[_Reading, str, Sequence[str]], None]] = {
    **{variable: _finish_names for variable, kind in KINDS.items() if kind is Kind.NAMES},
    **dict.fromkeys(("abstract", "annote", "note"), _finish_paragraphs),
    "keyword": lambda reading, variable, values: _finish_text(reading, variable, ", ".join(values)),
}
"""How the value of a variable is made from all its lines."""


def _finish_pages(reading: _Reading) -> None:
    """First and last page; for whole works, a single number is the number of pages or the length."""
    firsts = [(tag, page) for tag, page in reading.pages if tag != "EP"]
    lasts = [(tag, page) for tag, page in reading.pages if tag == "EP"]
    first = firsts[0][1] if firsts else ""
    last = lasts[0][1] if lasts else ""
    variable = (variable_of("SP", first, reading.type) if first and not last else None) or "page"
    value = first if variable != "page" else join_pages(first, last)
    if variable in reading.variables:
        reading.keep(variable, value)
    elif value:
        reading.variables[variable] = reading.text(value) if KINDS[variable] is Kind.TEXT else value
    else:
        reading.keep(*reading.pages[0])
    for tag, other in (*firsts[1:], *lasts[1:]):
        if other not in (first, last):
            reading.keep(tag, other)


def _finish_extra_lines(reading: _Reading) -> None:
    """Lines of Extra: each variable without a tag in the record, the item type, the id."""
    names: dict[str, list[str]] = {}
    for tag, value in reading.extra_lines:
        variable, printed = read_extra(value) or ("", "")
        if variable == TYPE and printed in TYPES:
            reading.stated_type = printed
        elif variable == KEY and not reading.id:
            reading.id = printed
        elif variable not in KINDS or variable in reading.variables:
            reading.keep(tag, value)
        elif KINDS[variable] is Kind.NAMES:
            names.setdefault(variable, []).append(name_line(printed))
        elif KINDS[variable] is Kind.DATE:
            reading.variables[variable] = edtf.read(printed) or Date(literal=printed)
        else:
            reading.put(tag, variable, printed)
    for variable, lines in names.items():
        _finish_names(reading, variable, lines)


def _finish_issued(reading: _Reading) -> None:
    """The date from all lines together; none if they only repeat the status."""
    date, others = read_issued(tuple([value for _, value in reading.issued]))
    if date.literal:
        if date.literal == line(reading.plain("status")):
            return
        if date.literal.casefold() in UNPUBLISHED:
            reading.put("PY", "status", date.literal)
            return
    noted = reading.variables.get("issued")
    if date and (not isinstance(noted, Date) or date.year != noted.year):
        reading.variables["issued"] = date
    kept = frozenset(others)
    for at, (tag, value) in enumerate(reading.issued):
        if at in kept or is_read_in_part(value):
            reading.keep(tag, value)

"""Refer, the tagged text of Unix, BibIX and EndNote ("EndNote Export", ``.enw``): ``%``, a letter, and a value.

It has the fields of RIS under other tags, so everything but the tags is shared with RIS.
"""

import re
from collections.abc import Iterable, Iterator

from reflist.formats.base import Format, Item
from reflist.formats.refer_tables import NAMES, PEOPLE, REFER, TAGS, TYPE_BY_TAG, ris_tag
from reflist.formats.ris_extra import read_extra
from reflist.formats.ris_reading import read_record, type_named
from reflist.formats.ris_records import Field, Fields, Record, lines
from reflist.formats.ris_tables import EXTRA, LISTS, NOTES
from reflist.formats.ris_values import write_name
from reflist.formats.ris_writing import fields
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.persons import read_direct
from reflist.model import Reference, Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Source

OUTSIDE = Rule(
    "refer-outside",
    Severity.NOTE,
    "There is text outside any record (a header, a remark). It was skipped.",
)

NAME = "refer"
_FIELD = re.compile(r"[ \t\ufeff]{0,8}(%[^\s%])(?:[ \t]+(.*)|$)")
_EDGES = " \t\v\f\x00\ufeff\u200b"
_BEGINNING = ("%A", "%T")
"""Tags that begin another record after an empty line, if the record before it has them already."""


class _Scanner:
    """Takes lines one after the other, and holds the record that they belong to."""

    def __init__(self) -> None:
        self.line = 0
        self.fields = Fields()
        self.tags: set[str] = set()
        self.raw: list[str] = []
        self.gap = False

    def begins(self, tag: str) -> bool:
        """Whether a tag begins another record: the type does, and after an empty line a tag that a record has once."""
        if tag == "%0":
            return bool(self.tags - {"%0"})
        return self.gap and ("%0" not in self.tags or (tag in _BEGINNING and "%T" in self.tags))

    def add(self, tag: str, value: str, number: int) -> None:
        """Take a field of the record."""
        self.line = self.line or number
        self.fields.add(tag, value)
        self.tags.add(tag)
        self.gap = False

    def continue_field(self, value: str) -> None:
        """Take a line that continues the last field, or an empty line."""
        if value:
            self.fields.continue_field(value)
        else:
            self.gap = True

    def take(self) -> Iterator[Record]:
        """Return the record so far, if there is one, and start the next."""
        if self.fields:
            yield _record(self.fields.close(), self.line, "\n".join(self.raw).rstrip())
        self.line, self.fields, self.tags, self.raw, self.gap = 0, Fields(), set(), [], False


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; text that belongs to none of them as a `Remainder`."""
    scanner = _Scanner()
    for number, line in enumerate(lines(source.text), start=1):
        found = _FIELD.match(line)
        if found and scanner.begins(found[1]):
            yield from _references(scanner, source, report)
        if found:
            scanner.add(found[1], found[2] or "", number)
        elif scanner.fields:
            scanner.continue_field(line.strip(_EDGES))
        elif line.strip(_EDGES):
            place = source.place(number)
            report.add(OUTSIDE, f"skipped: {line.strip()[:60]}", place)
            yield Remainder(NAME, line, place)
            continue
        if scanner.fields:
            scanner.raw.append(line)
    yield from _references(scanner, source, report)


def _references(scanner: _Scanner, source: Source, report: Report) -> Iterator[Item]:
    for record in scanner.take():
        yield read_record(record, REFER, source, report)


def _record(fields: list[Field], line: int, raw: str) -> Record:
    """The record as RIS would have it; a type that is not given is inferred from the tags."""
    types = [value for tag, value in fields if tag == "%0" and value]
    tags = {tag for tag, value in fields if value}
    type_ = types[-1] if types else next((name for tag, name in TYPE_BY_TAG.items() if tag in tags), None)
    code = type_named(type_ or "")
    left = [(_tag(tag, value, code), _family_first(tag, value)) for tag, value in fields if tag != "%0"]
    return Record.of(type_, left, LISTS, line, raw)


def _tag(tag: str, value: str, type_: str) -> str:
    """The tag of RIS for a field."""
    return EXTRA if tag == TAGS[EXTRA] and read_extra(value) else ris_tag(tag, type_)


def _family_first(tag: str, value: str) -> str:
    """The value; a personal name in the form of refer(1), ``Brian W. Kernighan``, is changed to that of RIS."""
    direct = tag in PEOPLE and value[:1].isupper() and " " in value and "," not in value and "\n" not in value
    if not direct:
        return value
    name = read_direct(value)
    return value if looks_like_institution(value.removesuffix(name.suffix).rstrip()) else write_name(name)


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:  # noqa: ARG001  # a writer's parameter
    """The records, one after the other, with an empty line between them."""
    between = ""
    for reference in references:
        (_, type_), (_, id_), *others = fields(reference, REFER)
        rows = [(TAGS["TY"], NAMES[type_]), *([(TAGS["ID"], id_)] if id_ else [])]
        rows += [(TAGS.get(tag, tag), value) for tag, value in others]
        written = "".join([f"{tag} {value}\n" for tag, value in rows])
        yield between + written
        between = "\n"


FORMAT = Format(
    NAME,
    "Refer (EndNote tagged)",
    (".enw", ".ref", ".refer"),
    read,
    write,
    SNIFFERS["refer"],
    extras=f"lines {TAGS[EXTRA]} and {TAGS[NOTES]} of the form ``variable: value``",
)

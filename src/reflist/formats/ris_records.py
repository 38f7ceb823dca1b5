"""RIS as it is found: lines to records, whatever databases and hands have done to them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reflist.formats.ris_tables import LISTS, READ_ONLY_TAGS, TAGS
from reflist.model import Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Source

NO_END = Rule(
    "ris-no-end",
    Severity.REPAIR,
    "A record does not end with a line ER. It was taken to end where the next one begins, or with the file.",
)
NO_TYPE = Rule(
    "ris-no-type",
    Severity.REPAIR,
    "A record does not begin with a line TY, which says what it describes. It was read as a document.",
)
NO_RECORD = Rule(
    "ris-no-record",
    Severity.ERROR,
    "A line TY is followed by another one, or by the end of the file: there is no record. It was kept as it stands.",
)
LOOSE_TAG = Rule(
    "ris-loose-tag",
    Severity.REPAIR,
    "Tags stand in small letters, or with more or fewer spaces around them than the two before the hyphen and the one "
    "behind it that RIS asks for. They were read all the same; said once for a record.",
)
OUTSIDE = Rule(
    "ris-outside",
    Severity.NOTE,
    "Text stands outside of any record (a header, a number, a remark). It was passed over.",
)

NAME = "ris"
BLOCK = 65_536
"""Characters that are divided into lines at a time, so that a large text is never there twice."""

_LOOSE = re.compile(r"[ \t\ufeff\u200b]{0,40}([A-Za-z][A-Za-z0-9])(?:([ \t]{1,8})-|-(?=[ \t]{2}))[ \t]*(.*)")
_KNOWN = frozenset({row.tag for row in TAGS + READ_ONLY_TAGS} | {"TY", "ER", "ID", "EP"} | LISTS)
_EDGES = " \t\v\f\x00\ufeff\u200b"
"""What is no content at the ends of a line."""


class Field(NamedTuple):
    """One line of a record, with those that continue it: its tag, its value, and the number of the line."""

    tag: str
    value: str
    line: int


class Record(NamedTuple):
    """A record as it stands: its fields without TY and ER, the type of TY as printed, its first line, its text."""

    type: str | None
    fields: list[Field]
    line: int
    raw: str


class Fields:
    """The fields of a record as its lines come; lines that go on with one are joined once, however many they are."""

    def __init__(self) -> None:
        self.done: list[Field] = []
        self.more: list[str] = []

    def __bool__(self) -> bool:
        return bool(self.done)

    def add(self, tag: str, value: str, number: int) -> None:
        """A line with a tag."""
        if self.more:
            self._join()
        self.done.append(Field(tag, value, number))

    def go_on(self, value: str, number: int, tag: str) -> None:
        """A line without one: a further value or the rest of a text, by ``tag``, the last field's in RIS."""
        if tag not in LISTS:
            self.more.append(value)
        elif self.done[-1].value:
            self.done.append(Field(self.done[-1].tag, value, number))
        else:
            self.done[-1] = self.done[-1]._replace(value=value)

    def close(self) -> list[Field]:
        """All fields."""
        self._join()
        return self.done

    def _join(self) -> None:
        if self.more:
            last = self.done[-1]
            self.done[-1] = last._replace(value="\n".join([last.value, *self.more] if last.value else self.more))
            self.more = []


class _Open:
    """A record being read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.type: str | None = None
        self.fields = Fields()
        self.raw: list[str] = []
        self.loose: int | None = None

    def close(self) -> Record:
        return Record(self.type, self.fields.close(), self.line, "\n".join(self.raw))


def records(source: Source, report: Report) -> Iterator[Record | Remainder]:
    """The records of a source in order, and what stands between them."""
    scanner = _Scanner(source, report)
    for number, line in enumerate(lines(source.text), start=1):
        yield from scanner.take(number, line)
    yield from scanner.end()


def lines(text: str) -> Iterator[str]:
    """The lines of a text, without their ends."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + BLOCK)
        end = len(text) if end < 0 else end
        yield from text[start:end].split("\n")
        start = end + 1


class _Scanner:
    """Takes lines one after the other and gives records as they are complete."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source, self.report = source, report
        self.open: _Open | None = None
        self.outside: list[str] = []
        self.outside_line = 0

    def take(self, number: int, line: str) -> Iterator[Record | Remainder]:
        """One line; what it completes."""
        if line[2:5] == "  -" and line[5:6] in ("", " ") and line[:2].isalnum() and line[:2].isupper():
            tag, value, loose = line[:2], line[6:].strip(_EDGES), False
        else:
            found = _loose(line)
            if found is None:
                self._text(number, line)
                return
            (tag, value), loose = found, True
        if tag == "TY":
            yield from self._begin(number, value)
        elif tag == "ER":
            yield from self._finish(number, line)
            return
        elif self.open is None:
            yield from self._left_out()
            self.open = _Open(number)
        assert self.open
        self.open.raw.append(line)
        if loose and self.open.loose is None:
            self.open.loose = number
        if tag != "TY":
            self.open.fields.add(tag, value, number)

    def end(self) -> Iterator[Record | Remainder]:
        """The end of the file."""
        yield from self._unfinished()
        yield from self._left_out()

    def _begin(self, number: int, type_: str) -> Iterator[Record | Remainder]:
        """A line TY; it may also stand after the first fields of its record."""
        if self.open is None or self.open.type is not None:
            yield from self._unfinished()
            yield from self._left_out()
            self.open = _Open(number)
        self.open.type = type_

    def _finish(self, number: int, line: str) -> Iterator[Record | Remainder]:
        """A line ER."""
        if self.open is None:
            self._text(number, line)
            return
        self.open.raw.append(line)
        yield self._close(self.open)

    def _unfinished(self) -> Iterator[Record | Remainder]:
        """A record that has no ER."""
        if self.open is None:
            return
        place = self.source.place(self.open.line)
        if self.open.fields:
            record = self._close(self.open)
            self.report.add(NO_END, "the record has no ER line", place, key(record))
            yield record
            return
        self.report.add(NO_RECORD, "nothing follows this TY line", place)
        yield Remainder(NAME, "\n".join(self.open.raw), place)
        self.open = None

    def _close(self, open_: _Open) -> Record:
        record = open_.close()
        if open_.type is None:
            self.report.add(NO_TYPE, "the record has no TY line", self.source.place(open_.line), key(record))
        if open_.loose is not None:
            message = "tags in small letters, or spaced otherwise than RIS asks for"
            self.report.add(LOOSE_TAG, message, self.source.place(open_.loose), key(record))
        self.open = None
        return record

    def _text(self, number: int, line: str) -> None:
        """A line without a tag: it continues the last field, or stands outside of any record."""
        value = line.strip(_EDGES)
        if self.open is not None:
            self.open.raw.append(line)
            if value and self.open.fields:
                self.open.fields.go_on(value, number, self.open.fields.done[-1].tag)
        elif value:
            self.outside_line = self.outside_line if self.outside else number
            self.outside.append(line)

    def _left_out(self) -> Iterator[Remainder]:
        """What stood outside of records."""
        if self.outside:
            place = self.source.place(self.outside_line)
            self.report.add(OUTSIDE, f"passed over: {self.outside[0].strip()[:60]}", place)
            yield Remainder(NAME, "\n".join(self.outside), place)
            self.outside = []


def key(record: Record) -> str | None:
    """The id of a record, if it has one."""
    return next((field.value for field in record.fields if field.tag == "ID" and field.value), None)


def _loose(line: str) -> tuple[str, str] | None:
    """The tag and value of a line that is not written as RIS asks for; None where it is no tag but text.

    A word of two letters before a hyphen is a tag only if RIS knows it; one in small letters only with two spaces.
    """
    found = _LOOSE.match(line)
    if found is None or (tag := found[1].upper()) not in _KNOWN:
        return None
    if not found[1].isupper() and len(found[2] or "") < 2 and tag not in ("TY", "ER"):
        return None
    return tag, found[3].strip(_EDGES)

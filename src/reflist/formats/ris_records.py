"""The records of RIS files, whatever databases and people have done to them.

A record in the exact form of RIS is divided at its tags at once; all others are read line by line.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from reflist.formats.ris_tables import LISTS, READ_ONLY_TAGS, TAGS
from reflist.formats.ris_types import ITEM_TYPES
from reflist.formats.ris_values import EDGES, SPACES
from reflist.late import late
from reflist.model import Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Source

NO_END = Rule(
    "ris-no-end",
    Severity.REPAIR,
    "A record does not end with a line ER. It was assumed to end at the beginning of the next record, or at the end of "
    "the file.",
)
NO_TYPE = Rule(
    "ris-no-type",
    Severity.REPAIR,
    "A record does not begin with a line TY, which gives the type of work. It was read as GEN.",
)
NO_RECORD = Rule(
    "ris-no-record",
    Severity.ERROR,
    "A line TY is followed by another one, or by the end of the file, without a record between them. It was kept "
    "unchanged.",
)
LOOSE_TAG = Rule(
    "ris-loose-tag",
    Severity.REPAIR,
    "Tags are in lower case, or do not have exactly two spaces before the hyphen and one after it, as RIS requires. "
    "They were read nevertheless; reported once per record.",
)
OUTSIDE = Rule(
    "ris-outside",
    Severity.NOTE,
    "There is text outside any record (a header, a number, a remark). It was skipped.",
)

NAME = "ris"
BLOCK = 65_536
"""How many characters are divided into lines at a time, so that there is no second copy of a large text."""

Field = tuple[str, str]
"""A tag and its value, which is not empty and has no line ends."""

_TAG = r"[A-Z][A-Z0-9]  -(?: |(?=\n|\Z))"
_TAGS = late(r"\n([A-Z][A-Z0-9])  -(?: +|(?=\n|\Z))")
_END = late(r"\nER  -[ \t]*+(?:\n++|\Z)")
_SPELLED_OUT = {"PMID": "AN", "PMCID": "C2", "PMC": "C2", "DOI": "DO", "ISBN": "SN", "ISSN": "SN", "URL": "UR"}
"""Names that some programs write in place of tags, and the tags."""
_LONG = late(rf"({'|'.join(_SPELLED_OUT)}) {{1,2}}-(?: +(.*)|\Z)")
_DOUBTFUL = late(rf"\n(?!{_TAG})[ \t\ufeff\u200b]*+(?:[^\W_]{{2}}|{'|'.join(_SPELLED_OUT)})[ \t]*+-")
"""A line that is not a field in the exact form of RIS, but begins like one."""

_LOOSE = late(r"[ \t\ufeff\u200b]{0,40}([A-Za-z][A-Za-z0-9])(?:([ \t]{1,8})-|-(?=[ \t]{2}))[ \t]*(.*)")
_CLOSED_UP = late(r"([A-Z][A-Z0-9])()-(.*)")
_KNOWN = frozenset({row.tag for row in TAGS + READ_ONLY_TAGS} | {"TY", "ER", "ID", "EP"} | LISTS)


class Record(NamedTuple):
    """A record as it stands: the type of TY as printed, the other tags and their values, its first line, its text."""

    type: str | None
    tags: list[str]
    values: list[str]
    line: int
    raw: str

    @property
    def fields(self) -> Iterator[Field]:
        """The tags, each with its value."""
        return zip(self.tags, self.values, strict=True)

    @classmethod
    def of(cls, type: str | None, written: Iterable[Field], lists: Collection[str], line: int, raw: str) -> "Record":
        """The record with these fields; continuation lines are further values under the tags in ``lists``."""
        fields = [(tag, value) for tag, printed in written for value in _values(printed, tag in lists)]
        return cls(type, [tag for tag, _ in fields], [value for _, value in fields], line, raw)


def _values(printed: str, is_list: bool) -> list[str]:
    """The value in one or more lines, or the value of each line if they are a list; without empty ones."""
    if "\n" not in printed:
        value = printed.strip(SPACES)
        return [value] if value else []
    values = [value for part in printed.split("\n") if (value := part.strip(SPACES))]
    return values if is_list or not values else [" ".join(values)]


class Fields:
    """The fields of a record while its lines are read; continuation lines are joined once, however many there are."""

    def __init__(self) -> None:
        self.done: list[Field] = []
        self.tag = ""
        self.lines: list[str] = []

    def __bool__(self) -> bool:
        return bool(self.tag)

    def add(self, tag: str, value: str) -> None:
        """Add a line with a tag."""
        self._join()
        self.tag, self.lines = tag, [value]

    def continue_field(self, value: str) -> None:
        """Add a continuation line."""
        self.lines.append(value)

    def close(self) -> list[Field]:
        """All fields with their lines, as `Record.of` takes them."""
        self._join()
        return self.done

    def _join(self) -> None:
        if self.tag:
            self.done.append((self.tag, "\n".join(self.lines)))


def records(source: Source, report: Report) -> Iterator[Record | Remainder]:
    """The records of a source in order, and the text between them."""
    scanner, regular = _Scanner(source, report), _Regular(source.text)
    text, at, number = source.text, 0, source.first_line
    while at < len(text):
        record = regular.record(at, number) if scanner.open is None and text.startswith("TY  - ", at) else None
        if record:
            yield from scanner.outside_text()
            yield record
            at = regular.after
            number += regular.lines
            continue
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end > at:
            yield from scanner.take(number, text[at:end])
        elif scanner.open:
            scanner.open.raw.append("")
        at = end + 1
        number += 1
    yield from scanner.end()


def ends(text: str) -> int:
    """The offset after the last line ER; 0 if there is none."""
    at = text.rfind("\nER  -")
    return text.find("\n", at + 1) + 1 if at >= 0 else 0


class _Regular:
    """Finds the records of a text that have the exact form of RIS."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = self.next = -1
        """The offset of the next line ER and of the next line TY; each is searched for once."""
        self.after = self.lines = 0
        """The offset after the last record found, and how many lines further down that is."""

    def record(self, at: int, number: int) -> Record | None:
        """The record whose line TY begins here; None if anything in it is not in the exact form."""
        text = self.text
        if self.end <= at:
            self.end = _position(text, "\nER  -", at)
        if self.next <= at:
            self.next = _position(text, "\nTY", at)
        end = _END.match(text, self.end) if self.end < self.next else None
        if end is None:
            return None
        type_, *parts = _TAGS.split(text[at + 6 : self.end])
        tags, values = parts[::2], parts[1::2]
        raw = text[at : end.end()].rstrip("\n")
        lines = raw.count("\n")
        self.after = end.end()
        self.lines = lines + self.after - at - len(raw)
        if lines == len(tags) + 1 and " \n" not in raw and "\t" not in raw and "" not in values:
            return Record(type_.strip(SPACES), tags, values, number, raw)
        if "\n" in type_ or _DOUBTFUL.search(raw):
            return None
        return Record.of(type_.strip(SPACES), zip(tags, values, strict=True), LISTS, number, raw)


def _position(text: str, part: str, start: int) -> int:
    """The offset of the next occurrence of a part of the text; the end of the text if there is none."""
    found = text.find(part, start)
    return len(text) if found < 0 else found


def lines(text: str) -> Iterator[str]:
    """The lines of a text, without line ends."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + BLOCK)
        end = len(text) if end < 0 else end
        yield from text[start:end].split("\n")
        start = end + 1


class _Open:
    """A record being read; ``small`` and ``closed_up`` are how its line TY is written: ``ty - JOUR``, ``TY-JOUR``."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.type: str | None = None
        self.fields = Fields()
        self.raw: list[str] = []
        self.loose: int | None = None
        self.small = self.closed_up = False

    def close(self) -> Record:
        return Record.of(self.type, self.fields.close(), LISTS, self.line, "\n".join(self.raw))


class _Scanner:
    """Takes lines one after the other and returns records as they are complete."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source, self.report = source, report
        self.open: _Open | None = None
        self.outside: list[str] = []
        self.outside_line = 0

    def take(self, number: int, line: str) -> Iterator[Record | Remainder]:
        """Take a line; yields what it completes."""
        if line[2:5] == "  -" and line[5:6] in ("", " ") and line[:2].isalnum() and line[:2].isupper():
            tag, value, loose = line[:2], line[6:].strip(SPACES), False
        else:
            found = _loose(line, self.open)
            if found is None:
                self._text(number, line)
                return
            (tag, value), loose = found, True
        if tag == "TY":
            yield from self._begin(number, value)
        elif tag == "ER":
            yield from self._finish(number, line)
            return
        elif self.open is None and not value:  # EF, which ends files of Web of Science
            self._text(number, line)
            return
        elif self.open is None:
            yield from self.outside_text()
            self.open = _Open(number)
        assert self.open
        self.open.raw.append(line)
        if loose and tag == "TY":
            self.open.small, self.open.closed_up = line.lstrip(EDGES)[0].islower(), " " not in line.rstrip()
        if loose and self.open.loose is None:
            self.open.loose = number
        if tag != "TY":
            self.open.fields.add(tag, value)

    def end(self) -> Iterator[Record | Remainder]:
        """Take the end of the file."""
        yield from self._unfinished()
        yield from self.outside_text()

    def outside_text(self) -> Iterator[Remainder]:
        """The text outside records so far, which is reported."""
        if self.outside:
            place = self.source.place(self.outside_line)
            self.report.add(OUTSIDE, f"skipped: {self.outside[0].strip()[:60]}", place)
            yield Remainder(NAME, "\n".join(self.outside), place)
            self.outside = []

    def _begin(self, number: int, type_: str) -> Iterator[Record | Remainder]:
        """Take a line TY; it may also stand after the first fields of its record."""
        if self.open is None or self.open.type is not None:
            yield from self._unfinished()
            yield from self.outside_text()
            self.open = _Open(number)
        self.open.type = type_

    def _finish(self, number: int, line: str) -> Iterator[Record | Remainder]:
        """Take a line ER."""
        if self.open is None:
            self._text(number, line)
            return
        self.open.raw.append(line)
        yield self._close(self.open)

    def _unfinished(self) -> Iterator[Record | Remainder]:
        """The record that has no ER, which is reported."""
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
            message = "tags in lower case, or with other spaces than RIS requires"
            self.report.add(LOOSE_TAG, message, self.source.place(open_.loose), key(record))
        self.open = None
        return record

    def _text(self, number: int, line: str) -> None:
        """Take a line without a tag: it continues the last field, or is outside any record."""
        value = line.strip(EDGES)
        if self.open is not None:
            self.open.raw.append(line)
            if value and self.open.fields:
                self.open.fields.continue_field(value)
        elif value:
            self.outside_line = self.outside_line if self.outside else number
            self.outside.append(line)


def key(record: Record) -> str | None:
    """The id of a record, if it has one."""
    return next((value for tag, value in record.fields if tag == "ID"), None)


def _loose(line: str, record: _Open | None) -> tuple[str, str] | None:
    """The tag and value of a line that is not in the exact form of RIS; None if it is text without a tag.

    Two characters before a hyphen are a tag only if RIS has it; a longer word only if it is the name of an identifier.
    A tag in lower case must be followed by two spaces, and TY without any space by a known type; other tags may be
    written like that if the line TY of their record is.
    """
    if long := _LONG.match(line):
        return _SPELLED_OUT[long[1]], (long[2] or "").strip(SPACES)
    found = _LOOSE.match(line) or _CLOSED_UP.match(line)
    if found is None or (tag := found[1].upper()) not in _KNOWN:
        return None
    value = found[3].strip(SPACES)
    is_closed_up = found[2] == ""
    if is_closed_up and not (value in ITEM_TYPES if tag == "TY" else record and record.closed_up):
        return None
    if not found[1].isupper() and len(found[2] or "") < 2 and not (tag in ("TY", "ER") or (record and record.small)):
        return None
    return tag, value

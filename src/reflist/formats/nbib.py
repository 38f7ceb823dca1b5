"""The PubMed format (nbib, MEDLINE): lines with a tag and a value, one record per reference, empty lines between.

What no tag can hold is written to general notes (GN), in MEDLINE's form for notes with an owner, one CSL-JSON field per
note: ``reflist: event-place: "London"``. Other programs show it as a note.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reflist.formats.base import Format, Item
from reflist.formats.missing_values import completed, missing_values
from reflist.formats.nbib_record import Field, fields_of, reference_of
from reflist.formats.sniffing import SNIFFERS
from reflist.model import Origin, Reference, Remainder
from reflist.model.csl_reading import dump
from reflist.report import Report, Rule, Severity
from reflist.source import Source

STRAY = Rule(
    "nbib-stray",
    Severity.ERROR,
    "There is text without a tag between records, or before the first. It was kept unchanged.",
)
UNINDENTED = Rule(
    "nbib-unindented",
    Severity.REPAIR,
    "A line begins neither with a tag nor with spaces. It was read as a continuation of the value before it.",
)
NOTE_CHANGED = Rule(
    "nbib-note",
    Severity.LOSS,
    "A note (GN) that reflist wrote has been changed and is no longer JSON. It was kept as an extra field.",
)

NAME = "nbib"
NOTE = "GN"
OWNER = "reflist"
"""The owner of our notes, and of records without an owner of their own."""
WIDTH = 82
"""The width of a value, in characters; longer values continue on the next line."""

_TAG = r"[A-Z][A-Z0-9]{1,3} {0,3}-(?:[ \t]|$)"
_FIELD = re.compile(
    rf"^(?P<tag>[A-Z][A-Z0-9]{{1,3}}) {{0,3}}-(?:[ \t]|$)(?P<value>[^\n]*+(?>(?:\n(?!{_TAG})[ \t]*+[^\n \t][^\n]*+)*))",
    re.MULTILINE,
)
_CONTINUATION = re.compile(r"[ \t]*\n[ \t]*")
_SPACE = re.compile(r"[ \t]+")
_UNINDENTED = re.compile(r"\n(?![ \t])")
_OWN = re.compile(rf'{OWNER}: ([\w-]+|"(?:[^"\\]|\\.)*+"): (.*)', re.DOTALL)
_WORD = re.compile(r"[\w-]+")
_UNWRITABLE = re.compile(r"[\x00-\x20\x7f]+")
_LINE = re.compile(rf"[^ ].{{0,{WIDTH - 1}}}(?= |\Z)|[^ ]+")
BEGINNINGS = ("PMID", "OWN")
"""Tags that begin a record after an empty line; so does the tag that began the record before."""


class _Record(NamedTuple):
    """The fields of a record as they stand, the line of the first, and the raw text."""

    fields: list[Field]
    line: int
    raw: str


# --- reading ------------------------------------------------------------------------------------------


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; text that belongs to none of them as a `Remainder`."""
    for found in _records(source, report):
        yield found if isinstance(found, Remainder) else _reference(found, source, report)


def _records(source: Source, report: Report) -> Iterator[_Record | Remainder]:
    """The records, and the text between them."""
    text = source.text.removeprefix("\ufeff")
    fields: list[Field] = []
    begin = end = 0
    begin_line = line = 1
    for found in _FIELD.finditer(text):
        between = text[end : found.start()]
        if fields and _begins(found["tag"], fields, "\n" in between.removeprefix("\n")):
            yield _Record(fields, begin_line, text[begin:end])
            fields = []
        if between.strip():
            yield _stray(between, line, source, report)
        line += between.count("\n")
        if not fields:
            begin, begin_line = found.start(), line
        fields.append((found["tag"], _value(found["value"], line, source, report)))
        line += found["value"].count("\n")
        end = found.end()
    if fields:
        yield _Record(fields, begin_line, text[begin:end])
    if text[end:].strip():
        yield _stray(text[end:], line, source, report)


def _begins(tag: str, fields: list[Field], after_space: bool) -> bool:
    """Whether a tag begins a new record: a second PMID always does, other tags after an empty line."""
    if tag == "PMID":
        return after_space or any(before == tag for before, _ in fields)
    return after_space and (tag in BEGINNINGS or tag == fields[0][0])


def _stray(text: str, line: int, source: Source, report: Report) -> Remainder:
    begin = len(text) - len(text.lstrip())
    place = source.place(line + text.count("\n", 0, begin))
    report.add(STRAY, f"no tag: {' '.join(text[begin : begin + 60].split())}", place)
    return Remainder(NAME, text.strip("\n"), place)


def _value(raw: str, line: int, source: Source, report: Report) -> str:
    """The value with its lines joined."""
    if "\n" in raw:
        if stray := _UNINDENTED.search(raw):
            at = source.place(line + raw.count("\n", 0, stray.end()))
            report.add(UNINDENTED, "a line without a tag: read as a continuation of the line before", at)
        raw = _CONTINUATION.sub(" ", raw)
    return raw.strip(" \t")


def _reference(record: _Record, source: Source, report: Report) -> Reference:
    place = source.place(record.line)
    fields: list[Field] = []
    own: dict[str, Any] = {}
    for tag, value in record.fields:
        note = _OWN.fullmatch(value) if tag == NOTE else None
        if note is None:
            fields.append((tag, _SPACE.sub(" ", value)))
            continue
        try:
            own[json.loads(note[1]) if note[1].startswith('"') else note[1]] = json.loads(note[2])
        except (ValueError, RecursionError):
            report.add(NOTE_CHANGED, f"{note[1]}: not JSON", place)
            fields.append((tag, value))
    read_back = reference_of(fields, Origin(source.name, record.line, record.raw))
    return completed(read_back, own, place)


# --- writing ------------------------------------------------------------------------------------------


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:  # noqa: ARG001  # a writer's parameter
    """The records, one after the other, with an empty line between them. The format can hold everything."""
    between = ""
    for reference in references:
        cleaned = ((tag, _UNWRITABLE.sub(" ", value).strip(" ")) for tag, value in fields_of(reference))
        fields = [(tag, value) for tag, value in cleaned if value and not (tag == NOTE and _OWN.fullmatch(value))]
        left = missing_values(reference, reference_of(fields))
        notes = (f"{NOTE:4}- {OWNER}: {_key(field)}: {dump(value)}\n" for field, value in left.items())
        yield between + "".join(_written(tag, value) for tag, value in fields) + "".join(notes)
        between = "\n"


def _key(field: str) -> str | None:
    """The name of a CSL-JSON field in our notes; as JSON if it is not a plain word."""
    return field if _WORD.fullmatch(field) else dump(field)


def _written(tag: str, value: str) -> str:
    """The line of a field, with its continuation lines."""
    return f"{tag:4}- " + "\n      ".join(_LINE.findall(value)) + "\n"


FORMAT = Format(
    NAME,
    "PubMed (nbib)",
    (".nbib",),
    read,
    write,
    SNIFFERS[NAME],
    extras="tags of their own; ours in notes GN of the form ``reflist: variable: JSON``",
)

"""Invisible characters, reported for each record that is read or, if made by code, written."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from reflist.late import late
from reflist.model import Date, Name, Reference, Value
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

CONTROL = Rule(
    "control-character",
    Severity.NOTE,
    "A value holds a control character, or one that changes the direction of writing. It is invisible, and some "
    "programs cannot cope with it. It was kept if the output format can hold it.",
)
HALF = Rule(
    "half-character",
    Severity.LOSS,
    "A value holds half of a character (a lone surrogate), which no encoding can write. It was replaced.",
)

_CONTROLS, _HALVES = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]", "[\ud800-\udfff]"
_CONTROL, _HALF, _ANY = late(_CONTROLS), late(_HALVES), late(f"{_CONTROLS}|{_HALVES}")
_PARTS = attrgetter(*(part for part in Name.__slots__ if part != "comma_suffix"))
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r") | {0x7F})
_TURNING = re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])|\xc2[\x80-\x9f]")


_ESCAPES = (b"\\", b"&#")
_OF_JSON = (b"\\u", b"\\b", b"\\f")
ESCAPES: dict[str, tuple[bytes, ...]] = {
    "bibtex": (),
    "csljson": _OF_JSON,
    "csljsonl": _OF_JSON,
    "ris": (*_OF_JSON, b"&#"),  # JSON in notes of ours
}
"""The beginnings of escapes that may stand for such characters, in formats whose files are full of other backslashes.
In all others it may be a backslash, or a character reference as in XML."""


def may_hold(source: Source, format: str = "") -> bool:
    """Whether a source in a format may hold such characters, literally or escaped: a fast test of its bytes."""
    data = source.data
    if source.encoding not in ("utf-8", "utf-8-sig") or any(sign in data for sign in ESCAPES.get(format, _ESCAPES)):
        return True
    return len(data.translate(None, _CONTROL_BYTES)) < len(data) or _TURNING.search(data) is not None


def report_values(reference: Reference, report: Report) -> None:
    """Report which values of a reference hold such characters."""
    strings = "".join(_strings(reference))
    if strings.isprintable() or not _ANY.search(strings):
        return
    for name, value in _values(reference):
        if value.isprintable():
            continue
        for rule, pattern in ((CONTROL, _CONTROL), (HALF, _HALF)):
            if found := pattern.search(value):
                report.add(rule, f"{name} holds U+{ord(found[0]):04X}", reference.origin.place, reference.id)


def reported(references: Iterable[Reference], report: Report) -> Iterator[Reference]:
    """The references, unchanged; such characters are reported in those that were not read from a file."""
    for reference in references:
        if not reference.origin.source:
            report_values(reference, report)
        yield reference


def _strings(reference: Reference) -> list[str]:
    """All strings of a reference."""
    strings = [reference.id]
    for value in reference.variables.values():
        if type(value) is str:
            strings.append(value)
        elif type(value) is Text:
            strings.append(value.plain)
        elif type(value) is tuple:
            for name in value:
                strings += _PARTS(name)
        else:
            strings.append(_string(value))
    for (_, tag), values in reference.extras.items():
        strings.append(tag)
        strings += values
    return strings


def _values(reference: Reference) -> Iterator[tuple[str, str]]:
    """The strings of a reference, each with the name of its variable or field."""
    yield "id", reference.id
    for name, value in reference.variables.items():
        yield name, _string(value)
    for (format, tag), values in reference.extras.items():
        yield f"{format} field {tag}", "".join((tag, *values))


def _string(value: Value) -> str:
    """All characters of a value, concatenated."""
    if isinstance(value, Text):
        return value.plain
    if isinstance(value, Date):
        return value.literal
    return (
        value
        if isinstance(value, str)
        else "".join(str(getattr(name, part)) for name in value for part in Name.__slots__)
    )

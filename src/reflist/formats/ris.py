"""RIS, the format that every reference manager imports ("RIS Format Specifications", 2011), and databases export."""

import re
from collections.abc import Iterable, Iterator

from reflist.formats.base import Format, Item
from reflist.formats.ris_lines import RIS
from reflist.formats.ris_reading import read_record
from reflist.formats.ris_records import NAME, Record, records
from reflist.formats.ris_tables import NOTES
from reflist.formats.ris_writing import fields
from reflist.formats.sniffing import SNIFFERS
from reflist.model import Reference
from reflist.report import Report, Rule, Severity
from reflist.source import Source

CONTROL = Rule(
    "ris-control",
    Severity.NOTE,
    "A value holds control characters (such as those that turn the direction of writing). Those that end lines were "
    "written as spaces and stand in a note; the others were written as they are.",
)

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; what belongs to none as a `Remainder`."""
    for item in records(source, report):
        yield read_record(item, RIS, source, report) if isinstance(item, Record) else item


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """The records, one after the other, with an empty line between."""
    between = ""
    for reference in references:
        written = "".join([f"{tag}  - {value}\n" for tag, value in fields(reference)])
        note_controls(reference, written, report)
        yield f"{between}{written}ER  - \n"
        between = "\n"


def note_controls(reference: Reference, written: str, report: Report) -> None:
    """Say that there are control characters in what is written, or escaped in its notes."""
    if "\\u00" in written or (not written.isascii() and _CONTROL.search(written)):
        report.add(CONTROL, "control characters in a value", reference.origin.place, reference.id)


FORMAT = Format(
    NAME,
    "RIS",
    (".ris",),
    read,
    write,
    SNIFFERS["ris"],
    extras=f"lines {NOTES} of the form ``variable: value``",
)

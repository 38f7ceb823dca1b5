"""RIS, the format that all reference managers import ("RIS Format Specifications", 2011) and databases export."""

from collections.abc import Iterable, Iterator

from reflist.formats.base import Format, Item
from reflist.formats.ris_lines import RIS
from reflist.formats.ris_reading import read_record
from reflist.formats.ris_records import NAME, Record, ends, records
from reflist.formats.ris_simple import plain_record
from reflist.formats.ris_tables import EXTRA, NOTES
from reflist.formats.ris_writing import fields
from reflist.formats.sniffing import SNIFFERS
from reflist.model import Reference
from reflist.report import Report
from reflist.source import Source


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; text that belongs to none of them as a `Remainder`."""
    for item in records(source, report):
        yield read_record(item, RIS, source, report) if isinstance(item, Record) else item


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:  # noqa: ARG001  # a writer's parameter
    """The records, one after the other, with an empty line between them."""
    between = ""
    for reference in references:
        written = plain_record(reference)
        if written is None:
            written = "".join([f"{tag}  - {value}\n" for tag, value in fields(reference) if value])
        yield f"{between}{written}ER  - \n"
        between = "\n"


FORMAT = Format(
    NAME,
    "RIS",
    (".ris",),
    read,
    write,
    SNIFFERS["ris"],
    extras=f"lines {EXTRA} and {NOTES} of the form ``variable: value``",
    ends=ends,
)

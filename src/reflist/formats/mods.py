"""MODS, the Metadata Object Description Schema of the Library of Congress (version 3.8).

What no element can hold of a reference is written to an ``extension`` of ours.
"""

from collections.abc import Iterable, Iterator

from reflist.formats.additional_field import Codec
from reflist.formats.base import Format, Item
from reflist.formats.mods_fields import OURS, fields_of, to_xml
from reflist.formats.mods_reading import NAME, read_fields
from reflist.formats.mods_writing import write_fields
from reflist.formats.sniffing import SNIFFERS
from reflist.formats.xml import note_controls, note_length, records
from reflist.model import Origin, Reference, Remainder
from reflist.report import Report
from reflist.source import Source

NAMESPACE = "http://www.loc.gov/mods/v3"

CODEC = Codec(write_fields, read_fields, (NAME, f"extension/{OURS}"), note_controls)


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; records that are not XML as `Remainder`."""
    for record in records(source, report, "mods", NAME):
        if isinstance(record, Remainder):
            yield record
        else:
            yield CODEC.whole(*fields_of(record.element), Origin(source.name, record.place.line))


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """A collection with one record for each reference. Every value is written: in its element or in the extension."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="{NAMESPACE}" version="3.8">\n'
    for reference in references:
        record = to_xml(*CODEC.parts(reference, report))
        note_length(record, reference, report)
        yield record + "\n"
    yield "</modsCollection>\n"


FORMAT = Format(NAME, "MODS", (".mods", ".xml"), read, write, SNIFFERS["mods"], extras="an ``extension`` of ours")

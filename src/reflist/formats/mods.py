"""MODS, the Metadata Object Description Schema of the Library of Congress (version 3.8).

What no element says of a reference stands in an ``extension`` of ours.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from reflist.formats.base import Format, Item
from reflist.formats.beside import beside, restored
from reflist.formats.mods_reading import NAME, OURS, Read, read_record
from reflist.formats.mods_writing import write_record
from reflist.formats.sniffing import SNIFFERS
from reflist.formats.xml import note_controls, records
from reflist.model import NOWHERE, Origin, Reference, Remainder
from reflist.report import Report
from reflist.source import Source

NAMESPACE = "http://www.loc.gov/mods/v3"


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; records that are no XML as `Remainder`."""
    for record in records(source, report, "mods", NAME):
        if isinstance(record, Remainder):
            yield record
        else:
            yield _whole(read_record(record.element, Origin(source.name, record.place.line)))


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """A collection with a record for each reference. Every value is there: in its element, or in the extension."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="{NAMESPACE}" version="3.8">\n'
    for reference in references:
        fields = write_record(reference)
        more = beside(reference, _read_back(fields))
        note_controls(reference, report)
        yield (write_record(reference, more) if more else fields) + "\n"
    yield "</modsCollection>\n"


def _read_back(record: str) -> Reference:
    return read_record(etree.fromstring(record), NOWHERE).reference


def _whole(found: Read) -> Reference:
    """The reference with what stands beside its fields."""
    if not found.beside:
        return found.reference
    whole = restored(found.reference, found.beside, lambda reference: _read_back(write_record(reference)))
    if whole:
        return whole
    return found.reference.replace(extras={**found.reference.extras, (NAME, f"extension/{OURS}"): (found.beside,)})


FORMAT = Format(NAME, "MODS", (".mods", ".xml"), read, write, SNIFFERS["mods"], extras="an ``extension`` of ours")

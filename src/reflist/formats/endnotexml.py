"""EndNote XML, as EndNote exports libraries, and Zotero, JabRef and others after it (DTD of records, RSXML).

What no field says of a reference stands beside the fields, in a foreign key of ours: ``<key app="reflist">``.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from reflist.formats.base import Format, Item
from reflist.formats.beside import beside, restored
from reflist.formats.endnotexml_reading import NAME, REF_TYPE, Read, read_record
from reflist.formats.endnotexml_writing import write_record
from reflist.formats.sniffing import SNIFFERS
from reflist.formats.xml import note_controls, records
from reflist.model import NOWHERE, Origin, Reference, Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Source

UNKNOWN_TYPE = Rule(
    "endnotexml-unknown-type",
    Severity.REPAIR,
    "A record is of a reference type that EndNote does not have. It was read as a document; the printed type is kept.",
)


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; records that are no XML as `Remainder`."""
    for record in records(source, report, "record", NAME):
        if isinstance(record, Remainder):
            yield record
            continue
        found = read_record(record.element, Origin(source.name, record.place.line))
        reference = _whole(found)
        if unknown := reference.extras.get((NAME, REF_TYPE)):
            report.add(UNKNOWN_TYPE, f"{unknown[0]!r:.60}: read as document", record.place, reference.id)
        yield reference


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """A document with a record for each reference. Every value is there: in its field, or beside the fields."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
    for reference in references:
        fields = write_record(reference)
        more = beside(reference, _read_back(fields))
        note_controls(reference, report)
        yield (write_record(reference, more) if more else fields) + "\n"
    yield "</records></xml>\n"


def _read_back(record: str) -> Reference:
    return read_record(etree.fromstring(record), NOWHERE).reference


def _whole(found: Read) -> Reference:
    """The reference with what stands beside its fields."""
    if not found.beside:
        return found.reference
    whole = restored(found.reference, found.beside, lambda reference: _read_back(write_record(reference)))
    if whole:
        return whole
    return found.reference.replace(extras={**found.reference.extras, (NAME, "foreign-keys/key"): (found.beside,)})


FORMAT = Format(
    NAME,
    "EndNote XML",
    (".xml",),
    read,
    write,
    SNIFFERS["endnotexml"],
    extras='a foreign key, app="reflist"',
)

"""EndNote XML, as EndNote exports libraries, and Zotero, JabRef and others do too (DTD of records, RSXML).

What the fields cannot hold of a reference is written in addition, in a foreign key of ours: ``<key app="reflist">``.
"""

from collections.abc import Iterable, Iterator

from reflist.formats.additional_field import Codec
from reflist.formats.base import Format, Item
from reflist.formats.endnotexml_fields import KEYS, REF_TYPE, fields_of, to_xml
from reflist.formats.endnotexml_old import RECORD, is_old, old_fields_of
from reflist.formats.endnotexml_reading import NAME, read_fields
from reflist.formats.endnotexml_writing import write_fields
from reflist.formats.sniffing import SNIFFERS
from reflist.formats.xml import note_controls, note_length, records
from reflist.model import Origin, Reference, Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Source

UNKNOWN_TYPE = Rule(
    "endnotexml-unknown-type",
    Severity.REPAIR,
    "A record is of a reference type that EndNote does not have. It was read as a document; the printed type is kept.",
)

CODEC = Codec(write_fields, read_fields, (NAME, f"{KEYS}/key"), note_controls)


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; records that are not XML as `Remainder`."""
    old = is_old(source.beginning) is not None
    for record in records(source, report, RECORD if old else "record", NAME):
        if isinstance(record, Remainder):
            yield record
            continue
        fields, additional = (old_fields_of(record.element), "") if old else fields_of(record.element)
        reference = CODEC.whole(fields, additional, Origin(source.name, record.place.line))
        if unknown := reference.extras.get((NAME, REF_TYPE)):
            report.add(UNKNOWN_TYPE, f"{unknown[0]!r:.60}: read as document", record.place, reference.id)
        yield reference


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """A document with one record for each reference. Every value is written: in its field or in the foreign key."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
    for reference in references:
        record = to_xml(*CODEC.parts(reference, report))
        note_length(record, reference, report)
        yield record + "\n"
    yield "</records></xml>\n"


FORMAT = Format(
    NAME,
    "EndNote XML",
    (".xml",),
    read,
    write,
    SNIFFERS["endnotexml"],
    extras='a foreign key, app="reflist"',
)

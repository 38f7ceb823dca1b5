"""RIS, the format that every reference manager imports ("RIS Format Specifications", 2011). Written only.

An institution is written with a comma behind it (``AU  - Department of Health,``), the custom since EndNote: readers
take what stands before the comma as the family name, and so keep the words together.
"""

import re
from collections.abc import Iterable, Iterator

from reflist.formats.base import Format
from reflist.formats.ris_tables import NOTES, TAGS, TYPES, tag_of
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar import edtf
from reflist.model import Date, Name, Reference, Value
from reflist.report import Report, Rule, Severity
from reflist.text import Text

MARKS_LEFT_OUT = Rule(
    "ris-marks",
    Severity.LOSS,
    "RIS has no italics, superscripts or other marks. The words were written without them.",
)
NAME_CHANGED = Rule(
    "ris-name",
    Severity.LOSS,
    "A part of a person's name holds a comma, which RIS takes as the end of the part. Readers will divide the "
    "name otherwise.",
)

NAME = "ris"
NAME_DETAILS = {"acronym": "acronym", "affiliation": "affiliation", "orcid": "ORCID"}
"""What a name carries beyond its parts, and what the note on it is called."""

SEASONS = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}

Line = tuple[str, str]
"""A tag and its value."""

_SPACE = re.compile(r"\s+")
_RANGE = re.compile(r"(\w+)[-–](\w+)")
_ORDER = {row.tag: at for at, row in enumerate(TAGS)} | {NOTES: len(TAGS)}


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """The records, one after the other, with an empty line between."""
    between = ""
    for reference in references:
        lines = [("TY", TYPES[reference.type]), *_lines(reference, report)]
        written = (f"{tag}  - {_SPACE.sub(' ', value).strip()}\n" for tag, value in lines)
        yield f"{between}{''.join(written)}ER  - \n"
        between = "\n"


def _lines(reference: Reference, report: Report) -> list[Line]:
    """The lines between TY and ER."""
    type_ = TYPES[reference.type]
    lines: list[Line] = []
    for variable, value in reference.variables.items():
        tag = tag_of(variable, type_)
        if tag is None:
            lines += [(NOTES, f"{variable}: {written}") for written in _plain(value)]
        elif variable == "issued" and isinstance(value, Date):
            lines += _issued(value)
        elif isinstance(value, Date):
            lines.append((tag, _day(value) or _words(value)))
        elif variable == "page":
            lines += _pages(str(value))
        elif variable == "keyword":
            lines += [(tag, keyword) for keyword in reference.plain(variable).split(", ")]
        else:
            lines += [(tag, written) for written in _plain(value)]
        _note_losses(reference, variable, report)
    lines += _notes(reference)
    if "issued" not in reference and "status" in reference:
        lines.append(("PY", reference.plain("status")))
    return [
        ("ID", reference.id),
        *sorted(lines, key=lambda line: _ORDER[line[0].replace("EP", "SP").replace("DA", "PY")]),
    ]


def _plain(value: Value) -> list[str]:
    """A value as lines of plain text: one, or one for each name."""
    if isinstance(value, tuple):
        return [written for name in value if (written := _name(name))]
    if isinstance(value, Date):
        return [_words(value)]
    return [value.plain if isinstance(value, Text) else value]


def _name(name: Name) -> str:
    """``Family, Given, Suffix``, with the particles before the family name; an institution with a comma behind it."""
    if name.literal or not name.family:
        whole = name.literal or name.given
        return f"{whole}," if whole else ""
    family = name.replace(given="", suffix="").display
    parts = [family, name.given, name.suffix] if name.suffix else [family, name.given]
    return ", ".join(parts).strip()


def _pages(page: str) -> list[Line]:
    """First and last page of a range; anything else as it stands."""
    pages = _RANGE.fullmatch(page)
    return [("SP", pages[1]), ("EP", pages[2])] if pages else [("SP", page)]


def _issued(date: Date) -> list[Line]:
    """The year; the day, month or season too where they are known; and in a note what RIS's dates cannot say."""
    if date.year is None:
        return [("PY", date.literal)]
    lines = [("PY", str(date.year))]
    if len(date.parts[0]) > 1 or date.season in SEASONS:
        lines.append(("DA", _day(Date(date.parts[:1], date.season))))
    if date.circa or len(date.parts) > 1 or date.literal or (date.season and date.season not in SEASONS):
        lines.append((NOTES, f"issued: {_words(date)}"))
    return lines


def _day(date: Date) -> str:
    """``YYYY/MM/DD/season``, as the specification has dates; empty for a date that it cannot say."""
    if date.circa or date.literal or len(date.parts) != 1 or (date.season and date.season not in SEASONS):
        return ""
    year, month, day = (*(str(part).zfill(2) for part in date.parts[0]), "", "")[:3]
    return f"{year}/{month}/{day}/{SEASONS.get(date.season, '')}"


def _words(date: Date) -> str:
    """The date in EDTF or in words, with all that it says."""
    said = edtf.write(date)
    if said:
        return said
    return ", ".join(filter(None, (edtf.write(Date(date.parts, circa=date.circa)), date.season, date.literal)))


def _notes(reference: Reference) -> list[Line]:
    """Notes of what has no tag: the exact type, details of names, and what other formats brought."""
    notes = []
    if reference.type != _FIRST_TYPE[TYPES[reference.type]]:
        notes.append(f"type: {reference.type}")
    for value in reference.variables.values():
        for name in value if isinstance(value, tuple) else ():
            for detail, title in NAME_DETAILS.items():
                if said := getattr(name, detail):
                    notes.append(f"{title} of {name.display}: {said}")
    for (source, tag), values in reference.extras.items():
        notes += [f"{source}:{tag}: {value}" for value in values]
    return [(NOTES, note) for note in notes]


_FIRST_TYPE = {type_: csl for csl, type_ in reversed(TYPES.items())}


def _note_losses(reference: Reference, variable: str, report: Report) -> None:
    value = reference[variable]
    if isinstance(value, Text) and value.spans:
        marks = ", ".join(sorted({span.mark.value for span in value.spans}))
        report.add(MARKS_LEFT_OUT, f"{variable}: marks left out ({marks})", reference.origin.place, reference.id)
    for name in value if isinstance(value, tuple) else ():
        if not name.literal and "," in name.family + name.given + name.suffix:
            message = f"{variable}: {name.display!r} has a comma in one of its parts"
            report.add(NAME_CHANGED, message, reference.origin.place, reference.id)


FORMAT = Format(
    NAME, "RIS", (".ris",), write=write, sniff=SNIFFERS["ris"], extras=f"lines {NOTES} of the form ``variable: value``"
)

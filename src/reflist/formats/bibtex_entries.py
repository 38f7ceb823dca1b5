"""References to and from the entries of BibTeX: a type, a key, and fields in LaTeX."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_tables as tables
from reflist.formats.bibtex_dates import write_date
from reflist.grammar import latex, titlecase
from reflist.grammar.bibtexnames import write_names
from reflist.model import Date, Reference
from reflist.text import Text

NAME = "bibtex"
MASTERS = re.compile(r"\b(?:master|magister|m\.?\s?(?:a|sc|phil|ed|res|ba)\b)", re.IGNORECASE)
FIELD_NAME = re.compile(r"[A-Za-z][\w.:+-]*", re.ASCII)
"""What every reader takes as the name of a field."""


ENTRY_TYPE = "entrytype"
"""The extra that holds the type of an entry for which CSL has no type of its own."""

_WORD = re.compile(r"[a-z][a-z0-9_]*")


class Entry(NamedTuple):
    """An entry: its type, its key, and its fields by tag, in LaTeX, in the order of writing."""

    type: str
    key: str
    fields: dict[str, str]


def to_entry(reference: Reference, key: str) -> Entry:
    """The reference as an entry, as far as fields hold it."""
    row = tables.entry_type(reference.type)
    entry = _entry_type(reference, row)
    fields: dict[str, str] = {}
    for variable, value in reference.variables.items():
        tag = tables.field_of(variable, entry)
        if isinstance(value, tuple):
            fields |= {tag: write_names(value)} | annotations.write(tag, value)
        elif isinstance(value, Date):
            fields |= write_date(tag, value)
        else:
            fields[tag] = _text(tag, value)
    for (derived_in, tag), derive in DERIVED.items():
        if derived_in in (entry, "") and tag not in fields and (text := derive(reference)):
            fields[tag] = _text(tag, text)
    if row.subtype and entry == row.entry:
        fields["entrysubtype"] = row.subtype
    fields |= _particles(reference)
    _put_extras(reference, fields)
    ordered = sorted(fields, key=lambda tag: _ORDER.get(tag.partition("+")[0], len(_ORDER)))
    return Entry(entry, key, {tag: fields[tag] for tag in ordered if fields[tag]})


def _entry_type(reference: Reference, row: tables.Type) -> str:
    """The type that the reference had in a BibTeX file, where that still fits; else that of the table."""
    if row.csl == "thesis" and MASTERS.search(reference.plain("genre")):
        return tables.MASTERS_THESIS
    had = reference.extras.get((NAME, ENTRY_TYPE), ("",))[0]
    return had if had and tables.item_type(had) == row.csl and _WORD.fullmatch(had) else row.entry


# --- fields that only say again, for styles that ask for them, what stands elsewhere --------------


def _institution(reference: Reference) -> Text:
    """The author of a report that names no publisher, where it is an institution: it is who published it."""
    author = reference.names("author")[:1]
    return Text(author[0].literal) if author else Text()


def _occasion(reference: Reference) -> Text:
    """What an unpublished work is, and where it was given."""
    kind = reference.text("genre") or Text("Speech" if reference.type == "speech" else "Unpublished")
    return Text.join(", ", filter(None, (kind, reference.text("event-title"), reference.text("event-place"))))


def _year(reference: Reference) -> Text:
    return Text() if "issued" in reference else reference.text("status")


DERIVED: Mapping[tuple[str, str], Callable[[Reference], Text]] = {
    ("techreport", "type"): lambda _: Text("Report"),
    ("techreport", "institution"): _institution,
    ("inproceedings", "booktitle"): lambda reference: reference.text("event-title"),
    ("unpublished", "note"): _occasion,
    ("", "year"): _year,
}
"""By entry type ("" for all) and field: fields that styles ask for, or would fill themselves ("Technical report").

Reading leaves them out again. What it cannot tell: whether the publisher of a report, the same as its author and
without a place, was there before.
"""


# --- values ---------------------------------------------------------------------------------------

_LINE_BREAKS = re.compile(r"[ \t\r\n]+")
_RANGE_DASH = re.compile(r"(?<=\w)[-–](?=\w)")
_BRACE_CODES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E"})


def _text(tag: str, value: Text | str) -> str:
    """A text in LaTeX, or as it stands where the field holds no LaTeX."""
    text = Text(value) if isinstance(value, str) else value
    if tag in tables.VERBATIM:
        return _LINE_BREAKS.sub(" ", text.plain.translate(_BRACE_CODES)).strip()
    if tag == "pages":
        text = Text(_RANGE_DASH.sub("–", text.plain))
    elif tag == "edition" and text.plain.isdecimal():
        text = Text(text.plain + _ordinal_ending(int(text.plain[-2:])))
    protected = titlecase.protected(text.plain) if tag in tables.TITLES else []
    return _LINE_BREAKS.sub(" ", latex.write(text, protected)).strip()


def _ordinal_ending(number: int) -> str:
    """What makes an English ordinal of a number ("BibTeXing", 3.2: an edition should be one)."""
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


# --- names ----------------------------------------------------------------------------------------

KEPT, DROPPED = ("options", "useprefix=true"), ("options", "useprefix=false")
PARTICLES = (KEPT, DROPPED)
"""Fields that say whether the particles in an entry belong to the family names (biblatex manual, 3.1.3)."""


def _particles(reference: Reference) -> dict[str, str]:
    """The field that tells whether particles are dropped: for all names of an entry alike, more BibTeX cannot say."""
    names = [name for value in reference.variables.values() if isinstance(value, tuple) for name in value]
    kept = any(name.non_dropping_particle for name in names)
    dropped = any(name.dropping_particle for name in names)
    if kept and dropped:
        return {}
    return dict([KEPT]) if kept else dict([DROPPED]) if dropped else {}


# --- what other formats brought -------------------------------------------------------------------


def _put_extras(reference: Reference, fields: dict[str, str]) -> None:
    """Write the extras as fields: BibTeX's by name, others' as ``format:tag``, a second value as ``format:tag+2``.

    One of a name that no BibTeX field can have is left out.
    """
    for (source, tag), values in reference.extras.items():
        if (source, tag) == (NAME, ENTRY_TYPE):
            continue
        name = tag if source == NAME else f"{source}:{tag}"
        if not FIELD_NAME.fullmatch(name):
            continue
        for number, value in enumerate(values, start=2 if name in fields else 1):
            fields[name if number == 1 else f"{name}+{number}"] = _text("", value)


_ORDER = {tag: at for at, tag in enumerate(dict.fromkeys(row.tag for row in tables.FIELDS))}
_ORDER |= dict.fromkeys(("year", "month", "day", "date"), _ORDER["issued"])

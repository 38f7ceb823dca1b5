"""References to and from the entries of BibTeX: a type, a key, and fields in LaTeX."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_tables as tables
from reflist.formats.bibtex_dates import FIELDS as DATE_FIELDS
from reflist.formats.bibtex_dates import read_date, read_issued, write_date
from reflist.grammar import latex, titlecase
from reflist.grammar.bibtexnames import read_names, write_names
from reflist.model import KINDS, NOWHERE, Date, Kind, Name, Origin, Reference, Value
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


def from_entry(entry: Entry, origin: Origin = NOWHERE) -> Reference:
    """The reference of an entry; fields that are no variable's, or say it a second time, are kept as extras."""
    lower = {tag.lower(): written for tag, written in entry.fields.items()}
    subtype = lower.get("entrysubtype", "")
    dropped = lower.get(DROPPED[0]) == DROPPED[1]
    issued = read_issued(lower)
    known = issued.said | ({"entrysubtype"} if tables.is_subtype(entry.type, subtype) else frozenset())
    variables: dict[str, Value] = {}
    extras: dict[tuple[str, str], tuple[str, ...]] = {}
    for tag, variable, written in _in_order(entry, known):
        if variable is None or variable in variables:
            _keep(tag.lower() if tag.lower() in tables.SUBTITLES else tag, written, extras)
            continue
        value = _value(tag.lower(), KINDS[variable], written)
        variables[variable] = _drop_particles(value) if dropped and isinstance(value, tuple) else value
    if issued.date:
        variables["issued"] = issued.date
    if entry.type == tables.MASTERS_THESIS:
        variables.setdefault("genre", Text("Master’s thesis"))
    elif entry.type not in tables.SAID_BY_ITEM_TYPE:
        extras[NAME, ENTRY_TYPE] = (entry.type,)
    for tag, variable in tables.SUBTITLES.items():
        if (NAME, tag) in extras and isinstance(title := variables.get(variable), Text):
            variables[variable] = _continued(title, latex.read_title(lower[tag]))
            del extras[NAME, tag]
    type = tables.item_type(entry.type, subtype)
    reference = _annotated(Reference(entry.key, type, variables, extras, origin), entry.fields)
    return _without_derived(reference, entry)


def _continued(title: Text, subtitle: Text) -> Text:
    """The title with its subtitle, behind a colon unless it ends in a sign of its own."""
    return Text.join(" " if title.plain.endswith(("?", "!", ":", ".")) else ": ", (title, subtitle))


def _in_order(entry: Entry, known: frozenset[str]) -> list[tuple[str, str | None, str]]:
    """The fields with their variables: those that we write so first, so that other names for the same come second."""
    usual: list[tuple[str, str | None, str]] = []
    others: list[tuple[str, str | None, str]] = []
    variables = tables.variables_of(entry.type)
    for tag, written in entry.fields.items():
        lower = tag.lower()
        if lower in known or not written or (lower == PARTICLES[0][0] and (lower, written) in PARTICLES):
            continue
        variable = variables.get(lower)
        if variable and lower not in DATE_FIELDS:
            usual.append((tag, variable, written))
        elif "+" not in lower or not _is_annotation(lower):
            others.append((tag, tables.READ_ONLY_FIELDS.get(lower), written))
    return usual + others


def _keep(tag: str, written: str, extras: dict[tuple[str, str], tuple[str, ...]]) -> None:
    """Keep a field that no variable holds, under the format it came from."""
    source = (NAME, tag)
    if others := ":" in tag and _OTHERS_EXTRA.fullmatch(tag):
        source = (others[1], others[2])
    elif second := "+" in tag and _SECOND.fullmatch(tag):
        source = (NAME, second[1])
    extras[source] = (*extras.get(source, ()), latex.read_plain(written))


# --- fields that only say again, for styles that ask for them, what stands elsewhere --------------


def _institution(reference: Reference) -> Text:
    """The author of a report that names no publisher, where it is an institution: it is who published it."""
    author = reference.names("author")[:1]
    return Text(author[0].literal) if author and "publisher" not in reference else Text()


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


def _without_derived(reference: Reference, entry: Entry) -> Reference:
    for (derived_in, tag), derive in DERIVED.items():
        variable = tables.variable_of(tag, entry.type)
        if derived_in != entry.type or variable is None or variable not in reference:
            continue
        if variable == "publisher" and "publisher-place" in reference:
            continue
        without = reference | {variable: None}
        if reference.text(variable) == derive(without):
            reference = without
    return reference


# --- values ---------------------------------------------------------------------------------------

_LINE_BREAKS = re.compile(r"[ \t\r\n]+")
_RANGE_DASH = re.compile(r"(?<=\w)[-–](?=\w)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_BRACE_CODES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_ADDRESS_ESCAPES = re.compile(r"\\([_%#&~$-])(?:\{\})?|[{}]|\\url\b")
_DOI_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)


def _text(tag: str, value: Text | str) -> str:
    """A text in LaTeX, or as it stands where the field holds no LaTeX."""
    text = Text(value) if isinstance(value, str) else value
    if tag in tables.VERBATIM:
        return _LINE_BREAKS.sub(" ", text.plain.translate(_BRACE_CODES))
    if tag == "pages":
        text = Text(_RANGE_DASH.sub("–", text.plain))
    elif tag == "edition" and text.plain.isdecimal():
        text = Text(text.plain + _ordinal_ending(int(text.plain[-2:])))
    protected = titlecase.protected(text.plain) if tag in tables.TITLES else []
    return _LINE_BREAKS.sub(" ", latex.write(text, protected))


def _ordinal_ending(number: int) -> str:
    """What makes an English ordinal of a number ("BibTeXing", 3.2: an edition should be one)."""
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _value(tag: str, kind: Kind, written: str) -> Value:
    if kind is Kind.NAMES:
        return read_names(written)
    if kind is Kind.DATE:
        return read_date(written)
    if tag in tables.VERBATIM:
        address = _ADDRESS_ESCAPES.sub(r"\1", written) if "\\" in written or "{" in written else written
        return _DOI_RESOLVER.sub("", address.strip()) if tag == "doi" else address.strip()
    text = latex.read_title(written) if tag in tables.TITLES else latex.read(written)
    if tag == "pages":
        return text.plain.replace("–", "-")
    if tag == "edition" and (ordinal := _ORDINAL.fullmatch(text.plain)):
        return ordinal[1]
    if tag == "type":
        return Text(tables.GENRES[text.plain]) if text.plain in tables.GENRES else text
    return text if kind is Kind.TEXT else text.plain


# --- names ----------------------------------------------------------------------------------------

KEPT, DROPPED = ("options", "useprefix=true"), ("options", "useprefix=false")
PARTICLES = (KEPT, DROPPED)
"""Fields that say whether the particles in an entry belong to the family names (biblatex manual, 3.1.3)."""


def _is_annotation(tag: str) -> bool:
    """Whether the field tells details of names that we hold."""
    return tables.variable_of(annotations.annotated(tag), "") is not None


def _particles(reference: Reference) -> dict[str, str]:
    """The field that tells whether particles are dropped: for all names of an entry alike, more BibTeX cannot say."""
    names = [name for value in reference.variables.values() if isinstance(value, tuple) for name in value]
    kept = any(name.non_dropping_particle for name in names)
    dropped = any(name.dropping_particle for name in names)
    if kept and dropped:
        return {}
    return dict([KEPT]) if kept else dict([DROPPED]) if dropped else {}


def _drop_particles(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name.replace(dropping_particle=name.non_dropping_particle, non_dropping_particle="") for name in names)


def _annotated(reference: Reference, fields: Mapping[str, str]) -> Reference:
    """The reference with the details of its names that annotations give."""
    tags = {annotations.annotated(tag) for tag in fields if "+" in tag}
    variables = {tag: variable for tag in sorted(tags) if (variable := tables.variable_of(tag, ""))}
    found = annotations.read({tag: reference.names(variable) for tag, variable in variables.items()}, fields)
    return reference | {variables[tag]: names for tag, names in found.items()} if found else reference


# --- what other formats brought -------------------------------------------------------------------

_SECOND = re.compile(r"(.+)\+\d+")
_OTHERS_EXTRA = re.compile(r"([a-z]\w*):([\w.-]+)(?:\+\d+)?")


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

"""Entries of BibTeX from references, and whether an entry gives back its reference.

How each variable is written is looked up in a table made once for each type of entry. Most short strings are written as
they are, which is checked for all of them together. If a value may not come back, or fields may interact, the whole
entry is read to find out.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from reflist.formats import bibtex_tables as tables
from reflist.formats.bibtex_dates import FIELDS as DATE_FIELDS
from reflist.formats.bibtex_dates import day_of_access
from reflist.formats.bibtex_entries import DERIVED, DROPPED, ENTRY_TYPE, KEPT, NAME, Entry, is_verbatim, is_writable
from reflist.formats.bibtex_eprints import ARXIV, PREPRINTS, eprint_of
from reflist.formats.bibtex_foreign import field_of
from reflist.formats.bibtex_references import from_entry, source_of
from reflist.formats.bibtex_values import (
    DOUBTFUL,
    FOLDED,
    LONG,
    PARTICLE,
    Setter,
    Written,
    are_plain,
    folded,
    in_latex,
    plain_fields,
    setters_of,
    write_plain,
)
from reflist.late import late
from reflist.model import Reference
from reflist.text import Text

MASTERS = late(r"\b(?:master|magister|m\.?\s?(?:a|sc|phil|ed|res|ba)\b)", re.IGNORECASE)
FIELD_NAME = late(r"[A-Za-z_][\w.:+-]*", re.ASCII)
"""What every program accepts as the name of a field."""

_WORD = late(r"[a-z][a-z0-9_]*")


def to_entry(reference: Reference, key: str) -> tuple[Entry, Reference | None]:
    """The reference as an entry, as far as fields hold it; and the reference read from that if it may differ."""
    row = tables.entry_type(reference.type)
    entry = _entry_type(reference, row)
    fields: dict[str, str] = {}
    as_is: list[str] = []
    doubts = _put_variables(reference, tables.row_of(entry), fields, as_is)
    for put_derived in _derived(entry if entry in _WITH_DERIVED else ""):
        doubts |= put_derived(reference, fields)
    if (eprint := eprint_of(reference)) and entry in PREPRINTS:
        doubts |= _put_eprint(eprint, entry, fields, as_is)
    elif row.subtype and entry == row.entry:
        fields["entrysubtype"] = row.subtype
    if doubts & PARTICLE:
        fields |= _particles(reference)
    for (source, tag), values in reference.extras.items():
        doubts |= _put_extra(source, tag, values, fields, as_is)
    if "note" in fields and day_of_access(reference.plain("note")):
        doubts |= DOUBTFUL
    if not are_plain([fields[tag] for tag in as_is]):
        for tag in as_is:
            fields[tag], doubt = write_plain(fields[tag])
            doubts |= doubt
    written = Entry(entry, key, {tag: value for tag in _in_order(tuple(fields)) if (value := fields[tag])})
    if doubts & DOUBTFUL:
        return written, from_entry(written)
    return written, folded(reference) if doubts & FOLDED else None


def _put_variables(reference: Reference, entry: str, fields: dict[str, str], as_is: list[str]) -> int:
    """Put all variables into fields of an entry of this type, which is in the tables; returns the doubts about them.

    Short strings with a simple field are written as they are, and their fields are added to ``as_is``.
    """
    setters, alone = setters_of(entry), plain_fields(entry)
    doubts = 0
    for variable, value in reference.variables.items():
        plain = value.plain if type(value) is Text and not value.spans else value
        if variable in alone and type(plain) is str and plain.isascii() and len(plain) < LONG:
            fields[alone[variable]] = plain
            as_is.append(alone[variable])
        else:
            doubts |= setters[variable](fields, value)
    return doubts


def _entry_type(reference: Reference, row: tables.Type) -> str:
    """The entry type that the reference had in a BibTeX file, if it still fits; else that of the table."""
    if row.csl == "thesis" and MASTERS.search(reference.plain("genre")):
        return tables.MASTERS_THESIS
    had = reference.extras.get((NAME, ENTRY_TYPE), ("",))[0]
    return had if had and tables.item_type(had) == row.csl and _WORD.fullmatch(had) else row.entry


class _Order(dict[str, int]):
    """The position of a field: as in the table, annotations after the field they are about; other fields at the end."""

    def __missing__(self, tag: str) -> int:
        return self.get(tag.partition("+")[0], len(self))


_ORDER = _Order({tag: at for at, tag in enumerate(dict.fromkeys(row.tag for row in tables.FIELDS))})
_ORDER.update(dict.fromkeys(DATE_FIELDS, _ORDER["issued"]))


@lru_cache(maxsize=4096)
def _in_order(tags: tuple[str, ...]) -> Sequence[str]:
    """The tags in the order of writing; cached, since most entries share theirs with others."""
    return sorted(tags, key=_ORDER.__getitem__)


# --- fields of several variables or none ----------------------------------------------------------


def _particles(reference: Reference) -> dict[str, str]:
    """The field for whether particles are dropped, which BibTeX can only give for all names of an entry together."""
    names = [name for value in reference.variables.values() if isinstance(value, tuple) for name in value]
    kept = any(name.non_dropping_particle for name in names)
    dropped = any(name.dropping_particle for name in names)
    if kept and dropped:
        return {}
    return dict([KEPT]) if kept else dict([DROPPED])


_DerivedSetter = Callable[[Reference, dict[str, str]], int]
"""Puts a field that only repeats another field, if the entry does not have it."""


def _derived_setter(tag: str, variable: str, put: Setter, derive: Callable[[Reference], Text]) -> _DerivedSetter:
    """The function that puts a derived field.

    Reading leaves out fields with the derived value. So a field that the reference itself has with this value is
    doubtful, and so is a derived one that reading would not leave out.
    """

    def put_derived(reference: Reference, fields: dict[str, str]) -> int:
        text = derive(reference)
        if tag in fields:
            return DOUBTFUL if reference.text(variable) == text else 0
        if not text:
            return 0
        doubts = put(fields, text)
        return DOUBTFUL if variable == "publisher" and "publisher-place" in reference else doubts

    return put_derived


def _put_status(reference: Reference, fields: dict[str, str]) -> int:
    """Write the status as the year of a work that has none, since styles print it there. Reading leaves it out."""
    if "year" not in fields and (text := DERIVED["", "year"](reference)):
        fields["year"] = in_latex(text)
    return 0


def _put_eprint(eprint: str, entry: str, fields: dict[str, str], as_is: list[str]) -> int:
    """Write the number of a preprint to ``eprint`` instead of the variables' fields. Doubtful, so the entry is read."""
    for variable in ("number", "publisher"):
        tag = tables.field_of(variable, tables.row_of(entry))
        del fields[tag]
        if tag in as_is:
            as_is.remove(tag)
    fields |= {"eprint": eprint, "archiveprefix": ARXIV}
    return DOUBTFUL


_WITH_DERIVED = frozenset(entry for entry, _ in DERIVED)
"""The types of entry with derived fields."""


@cache
def _derived(entry: str) -> Sequence[_DerivedSetter]:
    """The functions that put the derived fields of an entry of this type."""
    setters: list[_DerivedSetter] = [_put_status]
    for (derived_in, tag), derive in DERIVED.items():
        if derived_in == entry and (variable := tables.variable_of(tag, entry)):
            setters.append(_derived_setter(tag, variable, setters_of(tables.row_of(entry))[variable], derive))
    return setters


def _put_extra(source: str, tag: str, values: tuple[str, ...], fields: dict[str, str], as_is: list[str]) -> int:
    """Put an extra into fields: BibTeX's by name, others as ``format:tag``, a second value as ``format:tag+2``.

    An extra whose tag cannot be the name of a field is left out. The fields are added to ``as_is``.
    """
    name, doubts = _field_of_extra(source, tag)
    if name:
        for number, value in enumerate(values, start=2 if name in fields else 1):
            field = name if number == 1 else f"{name}+{number}"
            fields[field] = value
            if not is_verbatim(name):
                as_is.append(field)
            elif not is_writable(value):
                as_is.append(field)
                doubts |= DOUBTFUL
    return doubts


_KNOWN_FIELDS = {
    *(row.tag for row in tables.FIELDS),
    *tables.READ_ONLY_FIELDS,
    *tables.SUBTITLES,
    *DATE_FIELDS,
    "entrysubtype",
    "options",
    "eprint",
}
"""Fields with a meaning: extras with such names may be read as that."""


@lru_cache(maxsize=1024)
def _field_of_extra(source: str, tag: str) -> Written:
    """The field of an extra, empty if there is none; doubtful if it may not be read as that extra."""
    if (source, tag) == (NAME, ENTRY_TYPE):
        return "", 0
    name = tag if source == NAME else field_of(source, tag)
    if not FIELD_NAME.fullmatch(name):
        return "", DOUBTFUL
    sure = "+" not in name and name.lower() not in _KNOWN_FIELDS and source_of(name) == (source, tag)
    return name, 0 if sure else DOUBTFUL

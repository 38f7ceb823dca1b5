"""Entries of BibLaTeX from references.

What takes several fields is written as biblatex defines it: roles of names, titles of volumes, dropped particles.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from reflist.formats import biblatex_tables as tables
from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_tables
from reflist.formats.biblatex_names import read_names, write_names
from reflist.formats.biblatex_reading import ADDITIONAL, AS_WRITTEN, EVENTS, NAME
from reflist.formats.biblatex_values import conversion_of, read_date, write_date
from reflist.formats.bibtex_entries import ENTRY_TYPE, Entry, is_verbatim, is_writable
from reflist.formats.bibtex_entries import NAME as BIBTEX
from reflist.formats.bibtex_eprints import ARXIV, PREPRINTS, eprint_of
from reflist.formats.bibtex_foreign import field_of
from reflist.formats.bibtex_writing import FIELD_NAME
from reflist.grammar import latex
from reflist.grammar.latex_mathematics import balanced
from reflist.late import late
from reflist.model import KINDS, Date, Kind, Name, Reference, Value
from reflist.text import Text

SAME_SYNTAX = (NAME, BIBTEX)
"""Formats whose extras are fields of the same names."""

_LINE_BREAKS = late(r"\s*[\r\n]\s*")
_REFUSED = late("[\x00-\x08\x0b-\x1f\x7f]")
_WORD = late(r"[a-z][a-z0-9_]*")
_ROLE_OF = {variable: role for role, variable in tables.ROLES.items()}


def to_entry(reference: Reference, key: str) -> Entry:
    """The reference as an entry. What its fields cannot hold is found by reading them back."""
    row = tables.entry_type(reference.type)
    entry = _entry_type(reference, row)
    writers = _writers(entry)
    fields: dict[str, str] = {}
    people: dict[str, tuple[Name, ...]] = {}
    for variable, value in reference.variables.items():
        if isinstance(value, tuple):
            people[variable] = value
        elif isinstance(value, Date):
            fields |= _date(tables.fields_of(entry)[variable], value)
        else:
            tag, write = writers[variable]
            fields[tag] = write(value)
    if people:
        _put_names(people, entry, fields)
    for variable, put in _DEPENDENT_FIELDS.items():
        if variable in reference:
            put(reference, entry, fields)
    if (eprint := eprint_of(reference)) and "eprint" not in fields and entry in PREPRINTS:
        del fields[tables.fields_of(entry)["number"]], fields[tables.fields_of(entry)["publisher"]]
        fields |= {"eprint": eprint, "eprinttype": ARXIV.lower()}
    elif subtype := _subtype(reference, row, entry):
        fields["entrysubtype"] = subtype
    if reference.extras:
        _put_extras(reference, fields)
    ordered = sorted(fields, key=lambda tag: _ORDER.get(tag.partition("+")[0], len(_ORDER)))
    return Entry(entry, key, {tag: value for tag in ordered if (value := _one_line(fields[tag]))})


def _one_line(value: str) -> str:
    """The value on one line, without space around it and without characters that TeX rejects."""
    return (value if value.isprintable() else _REFUSED.sub("", _LINE_BREAKS.sub(" ", value))).strip()


def _entry_type(reference: Reference, row: bibtex_tables.Type) -> str:
    """The entry type that the reference had in a file of this syntax, if it still fits; else that of the table."""
    for format in SAME_SYNTAX:
        had = reference.extras.get((format, ENTRY_TYPE), ("",))[0]
        if had and tables.item_type(had, _had_subtype(reference)) == row.csl and _WORD.fullmatch(had):
            return had
    return row.entry


def _had_subtype(reference: Reference) -> str:
    return reference.extras.get((NAME, "entrysubtype"), ("",))[0]


def _subtype(reference: Reference, row: bibtex_tables.Type, entry: str) -> str:
    """The ``entrysubtype``, which distinguishes item types with the same entry type.

    Without one, a manuscript with an event would be read as a talk.
    """
    if entry != row.entry or (_had_subtype(reference) and tables.item_type(entry, _had_subtype(reference)) == row.csl):
        return ""
    return row.csl if row.csl == "manuscript" and not EVENTS.isdisjoint(reference.variables) else row.subtype


@cache
def _writers(entry: str) -> dict[str, tuple[str, Callable[[Value], str]]]:
    """The field of each variable except names and dates, in entries of this type, and the function that writes it."""
    return {
        variable: (tag, conversion_of(tag, variable, entry).write)
        for variable, tag in tables.fields_of(entry).items()
        if KINDS[variable] not in (Kind.NAMES, Kind.DATE)
    }


def _date(tag: str, date: Date) -> dict[str, str]:
    """The field of a date; a date of publication in words is written to ``year`` (manual, 2.2.2)."""
    return {"year" if tag == "date" and not date.parts else tag: write_date(date)}


# --- names --------------------------------------------------------------------------------------------


def _put_names(people: Mapping[str, tuple[Name, ...]], entry: str, fields: dict[str, str]) -> None:
    """Write the fields of all names, and the option for dropping particles."""
    tags = tables.fields_of(entry)
    kept = any(name.non_dropping_particle for names in people.values() for name in names)
    dropped = any(name.dropping_particle for names in people.values() for name in names)
    roles = _role_fields(people)
    for variable, names in people.items():
        tag = roles.get(variable) or tags[variable]
        fields[tag] = write_names(names, by_parts=kept and dropped)
        if variable in roles:
            fields[f"{tag}type"] = _ROLE_OF[variable]
        if variable == "author" and len(names) == 1 and names[0].literal and names[0].acronym:
            fields["shortauthor"] = write_names([Name(literal=names[0].acronym)])
        elif tag == tags[variable]:
            fields |= annotations.write(tag, names, latex.write_unicode)
    if kept != dropped:
        fields["options"] = f"useprefix={'true' if kept else 'false'}"


def _role_fields(people: Mapping[str, tuple[Name, ...]]) -> dict[str, str]:
    """The fields for names whose role another field must give, as far as there are such fields."""
    roles = [variable for variable in people if variable in _ROLE_OF]
    free: Iterator[str] = iter(tables.ROLE_FIELDS)
    found = {}
    if "editor" not in people and (editors := [role for role in roles if role in tables.AS_EDITORS]):
        found[editors[0]] = "editor"
    return found | dict(zip((role for role in roles if role not in found), free, strict=False))


# --- values in several fields --------------------------------------------------------------------------


def _put_volume(reference: Reference, entry: str, fields: dict[str, str]) -> None:
    """Write the title of the volume if the work has a different one."""
    of_work = tables.TITLE_OF_VOLUME.get(entry, "")
    if of_work in reference:
        write = conversion_of("maintitle", of_work).write
        fields["maintitle"] = write(reference[of_work])
        fields[tables.fields_of(entry)[of_work]] = write(reference["volume-title"])
        del fields["volume-title"]


def _put_kind_of_eprint(_: Reference, __: str, fields: dict[str, str]) -> None:
    fields["eprinttype"] = tables.PUBMED


def _put_issue(reference: Reference, _: str, fields: dict[str, str]) -> None:
    """Write the issue of a journal: a number to ``number``, words to ``issue`` (manual, 2.3.11)."""
    if "issue" not in fields and not any(map(str.isdigit, reference.plain("issue"))):
        fields["issue"] = fields.pop("number")


_DEPENDENT_FIELDS = {"volume-title": _put_volume, "PMID": _put_kind_of_eprint, "issue": _put_issue}
"""Variables that need more than their field."""


# --- extras ----------------------------------------------------------------------------------------------


def _put_extras(reference: Reference, fields: dict[str, str]) -> None:
    """Write extras as fields: those of this syntax by name, others as ``format:tag``, a second value as ``tag+2``."""
    for (source, tag), values in reference.extras.items():
        name = tag if source in SAME_SYNTAX else field_of(source, tag)
        if (tag == ENTRY_TYPE and source in SAME_SYNTAX) or not FIELD_NAME.fullmatch(name) or name == ADDITIONAL:
            continue
        if source == NAME and tag.endswith(AS_WRITTEN):
            _put_as_written(tag.removesuffix(AS_WRITTEN), values[0], fields)
        elif name == "options" and "options" in fields:
            fields["options"] = ",".join([fields["options"], *values])
        else:
            for number, value in enumerate(values, start=2 if name in fields else 1):
                as_it_is = is_verbatim(name) and is_writable(value)
                in_latex = value if as_it_is else conversion_of("", "note").write(Text(value))
                fields[name if number == 1 else f"{name}+{number}"] = in_latex


_READERS: dict[str, Callable[[str], object]] = {
    **{row.tag: read_date for row in tables.FIELDS if KINDS[row.variable] is Kind.DATE},
    **{row.tag: read_names for row in tables.FIELDS if KINDS[row.variable] is Kind.NAMES},
    **{
        tag: conversion_of(tag, variable).read
        for tag, variable in (("type", "genre"), ("pubstate", "status"), ("langid", "language"))
    },
}
"""Fields that may hold more than their variable, and how they are read."""


def _put_as_written(tag: str, before: str, fields: dict[str, str]) -> None:
    """Restore a field as it was written, if its meaning is still that of the present value."""
    read = _READERS.get(tag)
    if read and tag in fields and balanced(before) and read(before) == read(fields[tag]):
        fields[tag] = before


def without_outdated_fields(reference: Reference) -> Reference:
    """The reference without fields as written that no longer agree with their variables."""
    if not any(tag.endswith(AS_WRITTEN) for _, tag in reference.extras):
        return reference
    fields = to_entry(reference, "").fields
    extras = {
        (source, tag): values
        for (source, tag), values in reference.extras.items()
        if not tag.endswith(AS_WRITTEN) or source != NAME or values[:1] == (fields.get(tag.removesuffix(AS_WRITTEN)),)
    }
    return reference.replace(extras=extras)


_WRITTEN_AFTER = {
    "editor": ("editortype", *(field for tag in tables.ROLE_FIELDS for field in (tag, f"{tag}type"))),
    "author": ("shortauthor",),
    "title": ("maintitle",),
    "date": ("year",),
    "eprint": ("eprinttype",),
}
"""Fields that are written after another one."""

_TAGS = dict.fromkeys(row.tag for row in tables.FIELDS)
_ORDER = {tag: at for at, tag in enumerate(tag for first in _TAGS for tag in (first, *_WRITTEN_AFTER.get(first, ())))}

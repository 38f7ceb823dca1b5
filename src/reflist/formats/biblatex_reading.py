"""References from entries of BibLaTeX.

Most fields hold one variable each. Variables that depend on several fields are found by `STEPS`, in order. What is left
is kept as extras, in the order of the file.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from reflist.formats import biblatex_tables as tables
from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_dates
from reflist.formats import bibtex_eprints as eprints
from reflist.formats.biblatex_names import holds_more as names_hold_more
from reflist.formats.biblatex_names import read_names
from reflist.formats.biblatex_values import conversion_of, holds_more, read_date
from reflist.formats.bibtex_entries import ENTRY_TYPE, Entry, is_verbatim, put_issn
from reflist.formats.bibtex_foreign import read_field
from reflist.formats.bibtex_references import with_subtitle
from reflist.grammar import latex
from reflist.late import late
from reflist.model import KINDS, NOWHERE, Date, Kind, Name, Origin, Reference, Value
from reflist.text import Text

NAME = "biblatex"
ADDITIONAL = "reflist"
"""The field for what no other field can hold (see `reflist.formats.additional_field`)."""

AS_WRITTEN = "-as-written"
"""The end of the tag of an extra that keeps a field as written, if that holds more than its variable."""

_ADDRESS = late(r"\s*(?:\\(?:url|path)\s*\{|https?://|www\.)", re.IGNORECASE)
_SECOND = late(r"(.+)\+\d+")
_USE_PREFIX = late(r"\s*useprefix\s*=\s*(true|false)\s*", re.IGNORECASE)


class Field(NamedTuple):
    """A field's variable and how it is read; ``read`` is None for names, which depend on an option of the entry."""

    variable: str
    read: Callable[[str], Value] | None
    may_hold_more: bool


@cache
def _fields(entry: str) -> dict[str, Field]:
    """The fields, by tag, of an entry of this type that are read as one variable each."""
    variables = tables.variables_of(entry)
    return {tag: _field(tag, variable, entry) for tag, variable in variables.items() if tag not in _BY_STEPS}


@cache
def _field(tag: str, variable: str, entry: str = "") -> Field:
    kind = KINDS[variable]
    if kind is Kind.NAMES:
        return Field(variable, None, may_hold_more=False)
    if kind is Kind.DATE:
        return Field(variable, read_date, may_hold_more=True)
    return Field(
        variable,
        conversion_of(tag, variable, entry).read,
        may_hold_more=tag in ("type", "pubstate", "langid", "language"),
    )


def from_entry(entry: Entry, origin: Origin = NOWHERE) -> Reference:
    """The reference of an entry. Fields without a variable, or for one already found, are kept as extras."""
    reading = _Reading(entry)
    reading.take_fields()
    if reading.left:
        for triggers, step in STEPS:
            if not triggers.isdisjoint(reading.left):
                step(reading)
        if reading.annotated:
            _details(reading)
        reading.keep_rest()
    if "ISBN" in reading.variables:
        put_issn(reading.variables)
    if reading.type == "manuscript" and not reading.subtype and not EVENTS.isdisjoint(reading.variables):
        reading.type = "speech"
    genre = tables.IMPLIED_GENRES.get(entry.type)
    if genre:
        reading.variables.setdefault("genre", Text(genre))
    elif entry.type not in tables.IMPLIED_BY_ITEM_TYPE and not reading.subtype:
        reading.extras[NAME, ENTRY_TYPE] = (entry.type,)
    return Reference(entry.key, reading.type, reading.variables, reading.extras, origin)


class _Reading:
    """The variables found so far, and the remaining fields, by tags in lower case."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.type = tables.item_type(entry.type)
        self.variables: dict[str, Value] = {}
        self.extras: dict[tuple[str, str], tuple[str, ...]] = {}
        self.left: dict[str, str] = {}
        self.tags: dict[str, str] = {}
        self.dropped = self.annotated = self.subtype = False

    def take_fields(self) -> None:
        """Read the fields that hold one variable each."""
        fields = _fields(self.entry.type)
        self.dropped = self._drops_particles()
        for tag, written in self.entry.fields.items():
            if not written:
                continue
            field = fields.get(tag)
            if field is None:
                lower = tag.lower()
                field = fields.get(lower)
                if field is None or field.variable in self.variables:
                    self._leave(tag, lower, written)
                    continue
            self.put(field, tag.lower(), written)

    def _drops_particles(self) -> bool:
        fields = self.entry.fields
        option = _USE_PREFIX.search(fields.get("options") or fields.get("Options") or fields.get("OPTIONS", ""))
        return option is not None and option[1].lower() == "false"

    def _leave(self, tag: str, lower: str, written: str) -> None:
        name, number = lower, 1
        while name in self.left:
            number += 1
            name = f"{lower}+{number}"
        self.left[name] = written
        self.annotated = self.annotated or "+an:" in lower
        if tag != lower:
            self.tags[name] = tag

    def put(self, field: Field, tag: str, written: str) -> None:
        """Read a field as its variable; if it holds more than the variable can, also keep it as written."""
        if field.read is None:
            value: Value = read_names(written, self.dropped)
            more = names_hold_more(written)
        else:
            value = field.read(written)
            more = field.may_hold_more and holds_more(tag, written, value)
        if not value:  # empty values are not stored
            self._leave(tag, tag, written)
            return
        self.variables[field.variable] = value
        if more:
            self.extras[NAME, tag + AS_WRITTEN] = (written,)

    def read(self, tag: str, variable: str) -> None:
        """Read one of the remaining fields as this variable."""
        self.put(_field(tag, variable, self.entry.type), tag, self.left.pop(tag))

    def keep_rest(self) -> None:
        """Keep the remaining fields as extras: under their tag, or under the format and tag that they came from."""
        found: dict[tuple[str, str], list[str]] = {}
        for lower, written in self.left.items():
            source = (NAME, self.tags.get(lower, lower))
            if foreign := ":" in lower and read_field(source[1]):
                source = foreign
            elif second := "+" in lower and _SECOND.fullmatch(lower):
                source = (NAME, self.tags.get(second[1], second[1]))
            if plain := written if is_verbatim(lower) else latex.read_plain(written):
                found.setdefault(source, []).append(plain)
        self.extras |= {source: tuple(values) for source, values in found.items()}


# --- steps --------------------------------------------------------------------------------------------


def _subtype(reading: _Reading) -> None:
    """The item type given by ``entrysubtype``."""
    reading.tags.pop("entrysubtype", None)
    entry, subtype = reading.entry.type, latex.read_plain(reading.left["entrysubtype"])
    reading.type = tables.item_type(entry, subtype)
    if tables.is_subtype(entry, subtype):
        reading.subtype = True
        del reading.left["entrysubtype"]


def _year(reading: _Reading) -> None:
    """The date of publication from BibTeX's fields; beside a ``date``, fields that repeat it are removed."""
    fields = {tag: reading.left[tag] for tag in _OLD_DATE if tag in reading.left}
    old = bibtex_dates.read_issued({**fields, "pubstate": reading.entry.fields.get("pubstate", "")})
    issued = reading.variables.setdefault("issued", old.date)
    assert isinstance(issued, Date)
    day = old.date.parts[0] if old.date.parts else ()
    if issued != old.date and not (issued.parts and day and issued.parts[0][: len(day)] == day):
        return
    for tag in old.tags:
        del reading.left[tag]


def _subtitles(reading: _Reading) -> None:
    """Titles joined with their subtitles."""
    for tag, variable in tables.SUBTITLES.items():
        title = reading.variables.get(variable)
        if tag in reading.left and isinstance(title, Text):
            reading.variables[variable] = with_subtitle(title, latex.read_title(reading.left.pop(tag)))


def _main_title(reading: _Reading) -> None:
    """The title of a work in several volumes, whose volumes have titles of their own (manual, 2.3.5)."""
    volume = tables.TITLE_OF_VOLUME.get(reading.entry.type)
    if volume is None or "volume-title" in reading.variables:
        return
    title = latex.read_title(reading.left.pop("maintitle"))
    if "mainsubtitle" in reading.left:
        title = with_subtitle(title, latex.read_title(reading.left.pop("mainsubtitle")))
    if volume in reading.variables:
        reading.variables["volume-title"] = reading.variables[volume]
    reading.variables[volume] = title


def _roles(reading: _Reading) -> None:
    """Names whose role is given by another field."""
    role = tables.ROLES.get(reading.left.get("editortype", "").lower())
    if role and role not in reading.variables and "editor" in reading.variables:
        reading.variables[role] = reading.variables.pop("editor")
        del reading.left["editortype"]
    for tag in tables.ROLE_FIELDS:
        role = tables.ROLES.get(reading.left.get(f"{tag}type", "").lower())
        if role and role not in reading.variables and tag in reading.left:
            reading.variables[role] = read_names(reading.left.pop(tag), reading.dropped)
            del reading.left[f"{tag}type"]


def _eprint(reading: _Reading) -> None:
    """The number of an article in PubMed, from ``eprint``."""
    kind = "eprinttype" if "eprinttype" in reading.left else "archiveprefix"
    if reading.left.get(kind, "").lower() in tables.PUBMED_NAMES and "PMID" not in reading.variables:
        reading.read("eprint", "PMID")
        del reading.left[kind]


def _preprint(reading: _Reading) -> None:
    """The number of a preprint on arXiv, from ``eprint``."""
    left, kind = reading.left, next(filter(reading.left.__contains__, eprints.KINDS), "")
    if not kind or reading.subtype or "publisher" in left:
        return
    if eprints.take_preprint(reading.entry.type, left["eprint"], left[kind], reading.variables):
        del left["eprint"], left[kind]
        reading.type = eprints.TYPE


def _how_published(reading: _Reading) -> None:
    """The field ``howpublished``: often an address, otherwise who published the work."""
    variable = "URL" if _ADDRESS.match(reading.left["howpublished"]) else "publisher"
    if variable not in reading.variables and (variable == "URL" or "publisher" not in reading.left):
        written = reading.left.pop("howpublished")
        reading.put(_field("url" if variable == "URL" else "howpublished", variable), "howpublished", written)


def _acronym(reading: _Reading) -> None:
    """The acronym of an institution that is the author: its short name."""
    author, short = reading.variables.get("author"), read_names(reading.left["shortauthor"])
    if isinstance(author, tuple) and len(author) == len(short) == 1 and author[0].literal and short[0].literal:
        reading.variables["author"] = (author[0].replace(acronym=short[0].literal),)
        del reading.left["shortauthor"]


def _other_tags(reading: _Reading) -> None:
    """Variables in fields with other tags than those that we write."""
    for tag, variable in tables.OTHER_TAGS.items():
        if tag in reading.left and variable not in reading.variables:
            reading.read(tag, variable)


def _options(reading: _Reading) -> None:
    """Remove the option ``useprefix`` if it was applied: if there are names with particles."""
    people = (name for value in reading.variables.values() if isinstance(value, tuple) for name in value)
    if any(name.non_dropping_particle or name.dropping_particle for name in people):
        options = [option for option in reading.left["options"].split(",") if not _USE_PREFIX.fullmatch(option)]
        reading.left["options"] = ",".join(options).strip()
        if not options:
            del reading.left["options"]


def _details(reading: _Reading) -> None:
    """The details of names that annotations give."""
    variables = tables.variables_of(reading.entry.type)
    tags = {annotations.annotated(tag): tag for tag in reading.left if "+" in tag}
    people: dict[str, tuple[Name, ...]] = {}
    for tag in sorted(tags):
        names = reading.variables.get(variables.get(tag, ""))
        if isinstance(names, tuple):
            people[tag] = names
    if not people:
        return
    for tag, names in annotations.read(people, reading.left).items():
        reading.variables[variables[tag]] = names
    reading.left = {tag: left for tag, left in reading.left.items() if annotations.annotated(tag) not in people}


_OLD_DATE = ("year", "month", "day")
_BY_STEPS = frozenset({"eprint", "howpublished"})
EVENTS = frozenset({"event-title", "event-date"})
"""Variables that an unpublished work has if it was a talk."""

STEPS: tuple[tuple[frozenset[str], Callable[[_Reading], None]], ...] = (
    (frozenset({"entrysubtype"}), _subtype),
    (frozenset({"year"}), _year),
    (frozenset(tables.SUBTITLES), _subtitles),
    (frozenset({"maintitle"}), _main_title),
    (frozenset({"editortype", *tables.ROLE_FIELDS}), _roles),
    (frozenset({"eprint"}), _eprint),
    (frozenset({"howpublished"}), _how_published),
    (frozenset({"shortauthor"}), _acronym),
    (frozenset(tables.OTHER_TAGS), _other_tags),
    (frozenset({"eprint"}), _preprint),
    (frozenset({"options"}), _options),
)

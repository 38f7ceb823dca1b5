"""References from the entries of BibTeX.

How each field is read is looked up in a table made once for each type of entry. What entries with the same type and
fields have in common is worked out once (`_plan`). If no value of an entry contains LaTeX, which is checked for all of
them together, the values are taken as they stand.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_eprints as eprints
from reflist.formats import bibtex_tables as tables
from reflist.formats.bibtex_dates import FIELDS as DATE_FIELDS
from reflist.formats.bibtex_dates import day_of_access, read_date, read_issued
from reflist.formats.bibtex_entries import DERIVED, DROPPED, ENTRY_TYPE, NAME, PARTICLES, Entry, is_verbatim, put_issn
from reflist.formats.bibtex_foreign import read_field
from reflist.formats.bibtex_journals import MACROS
from reflist.formats.databases import BEFORE_DOI
from reflist.grammar import latex
from reflist.grammar.bibtexnames import read_names
from reflist.grammar.editions import read_edition
from reflist.late import late
from reflist.model import KINDS, NOWHERE, Date, Kind, Name, Origin, Reference, Value
from reflist.text import Text
from reflist.value import remembered

Variables = dict[str, Value]
Extras = dict[tuple[str, str], tuple[str, ...]]
Left = list[tuple[str, str, tuple[str, str] | None]]
"""Fields that have not become variables so far: the tag, the text, and the extra that it would be."""


HOW_PUBLISHED = "howpublished"
"""The field that often holds an address, otherwise who published the work."""

_ADDRESSES = (r"\url", "http://", "https://")
"""How an address in it begins."""


def from_entry(entry: Entry, origin: Origin = NOWHERE) -> Reference:
    """The reference of an entry. Fields without a variable, or for one already found, are kept as extras.

    Most entries only have fields of variables, a year, and extras; others are handled by `_from_special`.
    """
    fields = entry.fields
    if "" in fields.values():
        fields = {tag: written for tag, written in fields.items() if written}
    plan = _plan(entry.type, tuple(fields), fields.get("year", "0").isdecimal())
    plain = _is_plain(fields)
    variables: Variables = {}
    for tag, variable, read in plan.plain if plain else plan.steps:
        if (value := read(fields[tag])) is not None:
            variables[variable] = value
    left: Left = [(tag, fields[tag], extra) for tag, extra in plan.left] if plan.special else []
    if plan.repeated and len(variables) < len(plan.steps):
        variables, left = _first_values(fields, entry.type, plain)
    if plan.special:
        return _from_special(entry, variables, left, plain, origin)
    extras: Extras = {extra: (_extra(tag, fields[tag], plain),) for tag, extra in plan.left if extra}
    if plan.year:
        variables["issued"] = _of_year(fields["year"])
    return _typed(entry, plan.type, variables, extras, origin)


def _from_special(entry: Entry, variables: Variables, left: Left, plain: bool, origin: Origin) -> Reference:
    """The same for any entry: one with a month, a subtitle, options, fields of other formats or with other names.

    ``variables`` are those read from the usual fields, ``left`` the remaining fields.
    """
    lower = {tag.lower(): written for tag, written in entry.fields.items()}
    subtype = lower.get("entrysubtype", "")
    issued = read_issued(lower)
    done = issued.tags | {"entrysubtype"} if subtype and tables.is_subtype(entry.type, subtype) else issued.tags
    extras = _extras(_other_names(entry.type, left, variables), done, plain)
    if issued.date:
        variables["issued"] = issued.date
    if ("options", lower.get("options", "")) == DROPPED:
        _drop_particles(variables)
    _append_subtitles(variables, extras, lower)
    type = tables.item_type(entry.type, subtype)
    if "eprint" in lower and not subtype and _take_preprint(entry.type, variables, extras):
        type = eprints.TYPE
    reference = _typed(entry, type, variables, extras, origin)
    return _annotated(reference, entry.fields) if any("+" in tag for tag in lower) else reference


def _take_preprint(type: str, variables: Variables, extras: Extras) -> bool:
    """Read an arXiv number and its archive as variables; returns whether they were, and the extras were removed."""
    tags = {tag.lower(): tag for format, tag in extras if format == NAME}
    kind = next((tags[kind] for kind in eprints.KINDS if kind in tags), "")
    values = [*extras.get((NAME, tags["eprint"]), ()), *extras.get((NAME, kind), ())]
    if len(values) != 2 or not eprints.take_preprint(type, values[0], values[1], variables):
        return False
    del extras[NAME, tags["eprint"]], extras[NAME, kind]
    return True


def _typed(entry: Entry, type: str, variables: Variables, extras: Extras, origin: Origin) -> Reference:
    """The reference, with what its entry type gives beyond the item type."""
    if "ISBN" in variables:
        put_issn(variables)
    note = variables.get("note")
    if isinstance(note, Text) and "accessed" not in variables and (day := day_of_access(note.plain)):
        variables["accessed"] = day
        del variables["note"]
    if entry.type == tables.MASTERS_THESIS:
        variables.setdefault("genre", Text("Master’s thesis"))
    elif entry.type not in tables.IMPLIED_BY_ITEM_TYPE:
        extras[NAME, ENTRY_TYPE] = (entry.type,)
    reference = Reference.made(entry.key, type, variables, extras, origin)
    return _without_derived(reference, entry.type) if entry.type in _DERIVED else reference


class _Plan(NamedTuple):
    """What entries with the same type and fields have in common.

    Fields that are read as one variable each are the ``steps``; the others are ``left``. ``plain`` are the ``steps``
    for entries without LaTeX. ``special`` means that ``left`` may hold more than extras and a year in figures;
    ``repeated`` that two fields are for one variable, of which the first that is not empty counts.
    """

    type: str
    steps: Sequence[tuple[str, str, "Reading"]]
    plain: Sequence[tuple[str, str, "Reading"]]
    left: Sequence[tuple[str, tuple[str, str] | None]]
    year: bool
    special: bool
    repeated: bool


@lru_cache(maxsize=4096)
def _plan(type: str, tags: tuple[str, ...], year_in_figures: bool) -> _Plan:
    """How entries of a type with these fields, none of them empty, are read."""
    places = _places(tables.row_of(type))
    found = set[str]()
    steps, plain, left = [], [], []
    repeated = special = False
    for tag in tags:
        variable, read, read_plain, extra = places[tag]
        if read and variable not in found:
            found.add(variable)
            steps.append((tag, variable, read))
            plain.append((tag, variable, read_plain))
            continue
        left.append((tag, extra))
        repeated = repeated or read is not None
        special = special or (extra is None and not (tag == "year" and year_in_figures))
    return _Plan(tables.item_type(type), steps, plain, left, ("year", None) in left, special or repeated, repeated)


def _first_values(fields: Mapping[str, str], type: str, plain: bool) -> tuple[Variables, Left]:
    """The variables and the remaining fields if several fields are for a variable: the first with a value counts."""
    places = _places(tables.row_of(type))
    variables: Variables = {}
    left: Left = []
    for tag, written in fields.items():
        variable, read, read_plain, extra = places[tag]
        if read is None or variable in variables:
            left.append((tag, written, extra))
        elif (value := (read_plain if plain else read)(written)) is not None:
            variables[variable] = value
    return variables, left


# --- values ---------------------------------------------------------------------------------------

Reading = Callable[[str], Value | None]
"""Reads a field that is not empty; None if nothing is found in it."""


class Place(NamedTuple):
    """What a field is read as: a variable, and the functions that read it, in general and from text without LaTeX.

    A field without a variable, or for one already found, becomes the ``extra``. Both are missing for fields that are
    special: dates, options, parts of titles, fields of other formats, and other names of a field.
    """

    variable: str
    read: Reading | None
    read_plain: Reading
    extra: tuple[str, str] | None


def _other_names(type: str, left: Left, variables: Variables) -> Left:
    """Read fields that are other names for variables not found yet; returns the rest."""
    usual = tables.variables_of(type)
    rest: Left = []
    for tag, written, extra in left:
        lower = tag.lower()
        if lower == HOW_PUBLISHED:
            lower = "url" if written.startswith(_ADDRESSES) else lower
            variable = "URL" if lower == "url" else "publisher"
        else:
            variable = tables.READ_ONLY_FIELDS.get(lower, "") if lower not in usual else ""
            if lower == "location" and "publisher-place" in variables and type in tables.OF_MEETINGS:
                variable = "event-place"  # as in the ACM's styles
        if lower == tables.FULL_JOURNAL and variable in variables and "container-title-short" not in variables:
            variables["container-title-short"] = variables.pop(variable)
        if not variable or variable in variables:
            rest.append((tag, written, extra))
        elif written and (value := _reading(lower, variable)[0](written)) is not None:
            variables[variable] = value
    return rest


def _extra(tag: str, written: str, plain: bool) -> str:
    """The value of a field that is kept as an extra."""
    return written if (plain and "--" not in written) or is_verbatim(tag) else latex.read_plain(written)


def _extras(left: Left, done: frozenset[str], plain: bool) -> Extras:
    """The fields without a variable, under the format that each came from and its tag there; not those ``done``."""
    extras: Extras = {}
    seconds: dict[tuple[str, str], list[str]] = {}
    for tag, written, _ in left:
        lower = tag.lower()
        if not written or lower in done or _is_about_names(lower, written):
            continue
        source = source_of(lower if lower in tables.SUBTITLES else tag)
        value = _extra(tag, written, plain)
        if source in extras:
            seconds.setdefault(source, []).append(value)
        else:
            extras[source] = (value,)
    for source, values in seconds.items():
        extras[source] += tuple(values)
    return extras


def _is_about_names(tag: str, written: str) -> bool:
    """Whether a field is an option for reading names, or annotates names."""
    if "+" in tag:
        return tables.variable_of(annotations.annotated(tag), "") is not None
    return tag == "options" and (tag, written) in PARTICLES


def _is_plain(fields: Mapping[str, str]) -> bool:
    """Whether no field holds LaTeX, apart from dashes in ``pages``, which are handled in any case."""
    if latex.is_plain("\n".join(fields.values())):
        return True
    return "--" in fields.get("pages", "") and latex.is_plain(
        "\n".join([written for tag, written in fields.items() if tag != "pages"])
    )


def source_of(tag: str) -> tuple[str, str]:
    """The format that a field without a variable came from, and its tag there."""
    if ":" in tag or "+" in tag:
        if foreign := read_field(tag):
            return foreign
        if second := _SECOND.fullmatch(tag):
            return NAME, second[1]
    return NAME, tag


_SECOND = late(r"(.+)\+\d+")


def _text(written: str) -> Text | None:
    return latex.read(written) or None


def _title(written: str) -> Text | None:
    return latex.read_title(written) or None


def _string(written: str) -> str | None:
    return latex.read_plain(written) or None


def _names(written: str) -> tuple[Name, ...] | None:
    return read_names(written) or None


def _date(written: str) -> Date | None:
    return read_date(written) or None


def _pages(written: str) -> str | None:
    if _PLAIN_PAGES.fullmatch(written):
        return written.replace("--", "-")
    plain = latex.read_plain(written).replace(" – ", "-").replace(" - ", "-").replace("–", "-")
    return PAGES_IN_WORDS.sub("", plain) or None


def read_printed_edition(written: str) -> str:
    """An edition as a number if it is one; in a pair of braces, as it stands."""
    plain = latex.read_plain(written)
    return plain if written.startswith("{") and written.endswith("}") else read_edition(plain)


def _edition(written: str) -> str | None:
    return read_printed_edition(written) or None


def _journal(written: str) -> Text | None:
    macro = _MACRO.fullmatch(written)
    return Text(MACROS[macro[1]]) if macro and macro[1] in MACROS else _text(written)


def _genre(written: str) -> Text | None:
    text = latex.read(written)
    return Text(tables.GENRES[text.plain]) if text.plain in tables.GENRES else text or None


def _address(written: str) -> str | None:
    address = _ADDRESS_ESCAPES.sub(r"\1", written) if "\\" in written or "{" in written else written
    return address.strip() or None


def _doi(written: str) -> str | None:
    return written if written.startswith("10.") and "\\" not in written and "{" not in written else _resolved(written)


def _resolved(written: str) -> str | None:
    return _DOI_RESOLVER.sub("", _address(written) or "") or None


PAGES_IN_WORDS = late(r"^(?:[Pp]{1,2}\.|[Pp]ages?(?=\s)|S\.(?=\s))\s*(?=\w*\d)")
"""Words for "page" before page numbers, as people, or reference managers in German, write them."""
_PLAIN_PAGES = late(r"\w++(?:--?\w++)?")
_MACRO = late(r"\{?\\([a-z]+)\s*(?:\{\}|\})?\s*")
_ADDRESS_ESCAPES = late(r"\\([_%#&~$-])(?:\{\})?|[{}]|\\url\b")
_DOI_RESOLVER = late(rf"{BEFORE_DOI}(?=10\.)", re.IGNORECASE)

_of_year = remembered(lambda year: read_issued({"year": year}).date)
"""The date for a year in figures."""

_cached_text = remembered(Text)
"""The `Text` of a value that is likely to occur again: the name of a journal, a publisher, a place."""

_BY_TAG: Mapping[str, tuple[Reading, Reading]] = {
    "pages": (_pages, _pages),
    "edition": (_edition, _edition),
    "journal": (remembered(_journal), _cached_text),
    "type": (_genre, _genre),
    "url": (_address, _address),
    "doi": (_doi, _doi),
    **dict.fromkeys(tables.TITLES, (_title, Text)),
    **dict.fromkeys(("abstract", "annote", "note", "keywords"), (_text, Text)),
}
"""Fields that are read in a special way: in general, and if they hold no LaTeX."""

_BY_KIND: Mapping[Kind, tuple[Reading, Reading]] = {
    Kind.NAMES: (_names, _names),
    Kind.DATE: (_date, _date),
    Kind.TEXT: (remembered(_text), _cached_text),
    Kind.NUMBER: (_string, str),
    Kind.VERBATIM: (_string, str),
}
"""How all other fields are read, by the kind of their variable."""


_SPECIAL = DATE_FIELDS.union(tables.SUBTITLES, tables.READ_ONLY_FIELDS, ("options", "entrysubtype", "eprint"))
"""Fields that cannot be read by themselves, unless they are usual in a type of entry."""

_MOST_TAGS = 2_000
"""How many tags are cached for each type of entry; real files have a few hundred."""


class _Places(dict[str, Place]):
    """What the fields of a type of entry that is in the tables are read as, by tag."""

    def __init__(self, entry: str) -> None:
        self.usual = tables.variables_of(entry)

    def __missing__(self, tag: str) -> Place:
        place = self._place(tag, tag.lower())
        if len(self) < _MOST_TAGS:
            self[tag] = place
        return place

    def _place(self, tag: str, lower: str) -> Place:
        variable = self.usual.get(lower)
        if variable and lower not in DATE_FIELDS and lower != HOW_PUBLISHED:
            return Place(variable, *_reading(lower, variable), (NAME, tag))
        special = lower in _SPECIAL or ":" in tag or "+" in tag
        return Place("", None, str, None if special else (NAME, tag))


_places = cache(_Places)


def reader_of(tag: str, variable: str, entry: str) -> Reading:
    """The function that reads this variable from a field in an entry of this type, which is in the tables."""
    place = _places(entry)[tag]
    return place.read if place.read and place.variable == variable else _read_as_another


def _read_as_another(_: str) -> None:
    """For a field that is read as a different variable than the one it was written from."""


def _reading(tag: str, variable: str) -> tuple[Reading, Reading]:
    return _BY_TAG.get(tag) or _BY_KIND[KINDS[variable]]


# --- values from several fields -------------------------------------------------------------------


def _append_subtitles(variables: Variables, extras: Extras, lower: Mapping[str, str]) -> None:
    """Append subtitles to their titles."""
    for tag, variable in tables.SUBTITLES.items():
        if (NAME, tag) in extras and isinstance(title := variables.get(variable), Text):
            variables[variable] = with_subtitle(title, latex.read_title(lower[tag]))
            del extras[NAME, tag]


def with_subtitle(title: Text, subtitle: Text) -> Text:
    """The title with its subtitle, after a colon unless the title ends in a punctuation mark."""
    return Text.join(" " if title.plain.endswith(("?", "!", ":", ".")) else ": ", (title, subtitle))


def _drop_particles(variables: Variables) -> None:
    """Make the particles of all names dropping particles."""
    for variable, value in variables.items():
        if isinstance(value, tuple):
            variables[variable] = tuple(
                name.replace(dropping_particle=name.non_dropping_particle, non_dropping_particle="") for name in value
            )


def _annotated(reference: Reference, fields: Mapping[str, str]) -> Reference:
    """The reference with the details of its names that annotations give."""
    tags = {annotations.annotated(tag) for tag in fields if "+" in tag}
    variables = {tag: variable for tag in sorted(tags) if (variable := tables.variable_of(tag, ""))}
    found = annotations.read({tag: reference.names(variable) for tag, variable in variables.items()}, fields)
    return reference | {variables[tag]: names for tag, names in found.items()} if found else reference


_DERIVED = {
    entry: [(variable, derive) for (type, tag), derive in DERIVED.items() if type == entry
            if (variable := tables.variable_of(tag, entry))]
    for entry, _ in DERIVED if entry
}  # fmt: skip


def _without_derived(reference: Reference, type: str) -> Reference:
    """The reference without values that styles require but that only repeat other values."""
    for variable, derive in _DERIVED[type]:
        if variable not in reference or (variable == "publisher" and "publisher-place" in reference):
            continue
        if reference.text(variable) == derive(reference):
            reference |= {variable: None}
    return reference

"""References to the entries of BibTeX, and whether the entry gives the reference back.

What each variable becomes is looked up in a table made once for each type of entry. Most values stand in an entry as
they are, or one by one as special characters, and so come back for sure; of the others each is read as its field will
be. Where a value does not come back, or fields may say something together, the entry is doubtful: all of it is read.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_tables as tables
from reflist.formats.bibtex_dates import FIELDS as DATE_FIELDS
from reflist.formats.bibtex_dates import read_date, read_issued, write_date
from reflist.formats.bibtex_entries import DERIVED, DROPPED, ENTRY_TYPE, KEPT, NAME, Entry, is_issn_form
from reflist.formats.bibtex_references import HOW_PUBLISHED, Reading, from_entry, reader_of, source_of
from reflist.grammar import latex, titlecase
from reflist.grammar.bibtexnames import joined, read_names, write_name
from reflist.model import KINDS, Date, DateParts, Kind, Name, Reference, Value
from reflist.text import Text
from reflist.value import any_in, is_printable, remembered

MASTERS = re.compile(r"\b(?:master|magister|m\.?\s?(?:a|sc|phil|ed|res|ba)\b)", re.IGNORECASE)
FIELD_NAME = re.compile(r"[A-Za-z][\w.:+-]*", re.ASCII)
"""What every reader takes as the name of a field."""

_WORD = re.compile(r"[a-z][a-z0-9_]*")

_DOUBTFUL, _FOLDED, _PARTICLE, _DETAIL = 1, 2, 4, 8
"""What is to be said of a value (any sum of them; 0 where it comes back from its field): that it may not come back, or
but for its white space; and of names that one has a particle, or details beyond its parts."""

_Put = Callable[[dict[str, str], Any], int]
"""Puts a value into fields, and tells what is to be said of it."""

_Said = tuple[str, int]
"""A string in LaTeX, on one line, and what is to be said of it."""


def to_entry(reference: Reference, key: str) -> tuple[Entry, Reference | None]:
    """The reference as an entry, as far as fields hold it; and what that gives back, if it is not known to be all."""
    row = tables.entry_type(reference.type)
    entry = _entry_type(reference, row)
    puts = _puts(tables.row_of(entry))
    fields: dict[str, str] = {}
    doubts = 0
    for variable, value in reference.variables.items():
        doubts |= puts[variable](fields, value)
    for put_derived in _derived(entry if entry in _DERIVING else ""):
        doubts |= put_derived(reference, fields)
    if row.subtype and entry == row.entry:
        fields["entrysubtype"] = row.subtype
    if doubts & _PARTICLE:
        fields |= _particles(reference)
    for (source, tag), values in reference.extras.items():
        doubts |= _put_extra(source, tag, values, fields)
    ordered = {tag: fields[tag] for tag in sorted(fields, key=_ORDER.__getitem__) if fields[tag]}
    written = Entry(entry, key, ordered)
    if doubts & _DOUBTFUL:
        return written, from_entry(written)
    return written, _folded(reference) if doubts & _FOLDED else None


def _entry_type(reference: Reference, row: tables.Type) -> str:
    """The type that the reference had in a BibTeX file, where that still fits; else that of the table."""
    if row.csl == "thesis" and MASTERS.search(reference.plain("genre")):
        return tables.MASTERS_THESIS
    had = reference.extras.get((NAME, ENTRY_TYPE), ("",))[0]
    return had if had and tables.item_type(had) == row.csl and _WORD.fullmatch(had) else row.entry


class _Order(dict[str, int]):
    """Where a field stands: as in the table, with what is told about it behind it; others at the end."""

    def __missing__(self, tag: str) -> int:
        return self.get(tag.partition("+")[0], len(self))


_ORDER = _Order({tag: at for at, tag in enumerate(dict.fromkeys(row.tag for row in tables.FIELDS))})
_ORDER.update(dict.fromkeys(DATE_FIELDS, _ORDER["issued"]))


# --- what several variables say, or none ----------------------------------------------------------


def _particles(reference: Reference) -> dict[str, str]:
    """The field that tells whether particles are dropped: for all names of an entry alike, more BibTeX cannot say."""
    names = [name for value in reference.variables.values() if isinstance(value, tuple) for name in value]
    kept = any(name.non_dropping_particle for name in names)
    dropped = any(name.dropping_particle for name in names)
    if kept and dropped:
        return {}
    return dict([KEPT]) if kept else dict([DROPPED])


_PutDerived = Callable[[Reference, dict[str, str]], int]
"""Puts a field that only says again what stands elsewhere, where it is not there."""


def _deriving(tag: str, variable: str, put: _Put, derive: Callable[[Reference], Text]) -> _PutDerived:
    """What puts a derived field.

    Reading leaves out what says that; so what is there and says it is doubtful, and what reading would not leave out.
    """

    def put_derived(reference: Reference, fields: dict[str, str]) -> int:
        text = derive(reference)
        if tag in fields:
            return _DOUBTFUL if reference.text(variable) == text else 0
        if not text:
            return 0
        doubts = put(fields, text)
        return _DOUBTFUL if variable == "publisher" and "publisher-place" in reference else doubts

    return put_derived


def _put_status(reference: Reference, fields: dict[str, str]) -> int:
    """The status, where a work has no year yet: styles print it there. It is doubtful itself."""
    if "year" not in fields and (text := DERIVED["", "year"](reference)):
        fields["year"] = _written(text)
    return 0


_DERIVING = frozenset(entry for entry, _ in DERIVED)
"""The types of entry with derived fields of their own."""


@cache
def _derived(entry: str) -> Sequence[_PutDerived]:
    """What puts the derived fields of an entry of this type."""
    puts: list[_PutDerived] = [_put_status]
    for (derived_in, tag), derive in DERIVED.items():
        if derived_in == entry and (variable := tables.variable_of(tag, entry)):
            puts.append(_deriving(tag, variable, _puts(tables.row_of(entry))[variable], derive))
    return puts


def _put_extra(source: str, tag: str, values: tuple[str, ...], fields: dict[str, str]) -> int:
    """Write an extra as fields: BibTeX's by name, others' as ``format:tag``, a second value as ``format:tag+2``.

    One of a name that no BibTeX field can have is left out.
    """
    name, doubts = _field_of_extra(source, tag)
    if not name:
        return doubts
    for number, value in enumerate(values, start=2 if name in fields else 1):
        fields[name if number == 1 else f"{name}+{number}"], said = _say(value)
        doubts |= said
    return doubts


_MEANT = {
    *(row.tag for row in tables.FIELDS),
    *tables.READ_ONLY_FIELDS,
    *tables.SUBTITLES,
    *DATE_FIELDS,
    "entrysubtype",
    "options",
}
"""Fields that say something of a work: extras of such names may be read as that."""


@lru_cache(maxsize=1024)
def _field_of_extra(source: str, tag: str) -> _Said:
    """The field of an extra, empty where there is none; in doubt if it may not be read as that extra."""
    if (source, tag) == (NAME, ENTRY_TYPE):
        return "", 0
    name = tag if source == NAME else f"{source}:{tag}"
    if not FIELD_NAME.fullmatch(name):
        return "", _DOUBTFUL
    sure = "+" not in name and name.lower() not in _MEANT and source_of(name) == (source, tag)
    return name, 0 if sure else _DOUBTFUL


# --- text -----------------------------------------------------------------------------------------

_RANGE_DASH = re.compile(r"(?<=\w)[-–](?=\w)")
_BRACE_CODES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E"})
_SOUND = re.compile(r"[^\s{}\\]+(?: [^\s{}\\]+)*+")
"""What comes back: every sign is written by itself, and white space is not folded."""

_SIMPLE_PAGES = re.compile(r"[A-Za-z]?\d+(?:-[A-Za-z]?\d+)?")


def _written(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    """A text in LaTeX, on one line."""
    return latex.on_one_line(latex.write(text, protected)).strip()


def _is_one_line(plain: str) -> bool:
    """Whether white space is single spaces between words."""
    return is_printable(plain) and "  " not in plain and plain.strip(" ") == plain


def _say_text(plain: str) -> _Said:
    if not (plain and _is_one_line(plain)):
        return _say_folded(plain)
    if latex.stands(plain):
        return plain, 0
    written = latex.write(Text(plain))
    sound = not any_in(("\\", "{", "}"), plain)
    return written, 0 if sound or latex.read(written) == Text(plain) else _DOUBTFUL


def _say_folded(plain: str) -> _Said:
    """A text in which white space may be folded."""
    written = _written(Text(plain))
    if _SOUND.fullmatch(plain):
        return written, 0
    back = latex.read(written)
    if back == Text(plain):
        return written, 0
    return written, _FOLDED if written and back == Text(_on_one_line(plain)) else _DOUBTFUL


def _on_one_line(plain: str) -> str:
    return latex.on_one_line(plain).strip(" ")


def _folded(reference: Reference) -> Reference:
    """The reference with all its texts and strings on one line each."""
    variables: dict[str, Value] = {}
    for variable, value in reference.variables.items():
        if isinstance(value, str):
            variables[variable] = _on_one_line(value)
        elif isinstance(value, Text) and not value.spans:
            variables[variable] = Text(_on_one_line(value.plain))
        else:
            variables[variable] = value
    extras = {extra: tuple(map(_on_one_line, values)) for extra, values in reference.extras.items()}
    return Reference.made(reference.id, reference.type, variables, extras)


_say = remembered(_say_text)


def _say_new_title(plain: str) -> _Said:
    """The same with words in braces that a style must leave in capitals."""
    protected = titlecase.protected(plain)
    if not protected:
        return _say_text(plain)
    if not (latex.stands(plain) and _is_one_line(plain)):
        return _written(Text(plain), protected), 0 if _SOUND.fullmatch(plain) else _DOUBTFUL
    pieces, at = list[str](), 0
    for start, end in protected:
        pieces += plain[at:start], "{", plain[start:end], "}"
        at = end
    pieces.append(plain[at:])
    return "".join(pieces), 0


_say_title = remembered(_say_new_title, most=1024, longest=300)


def _written_pages(plain: str) -> str:
    return _written(Text(_RANGE_DASH.sub("–", plain)))


def _written_edition(plain: str) -> str:
    """An English ordinal where it is a number ("BibTeXing", 3.2)."""
    return _written(Text(plain + ordinal_ending(int(plain[-2:])) if plain.isdecimal() else plain))


def ordinal_ending(number: int) -> str:
    """What makes an English ordinal of a number below 100."""
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _written_address(plain: str) -> str:
    """As it stands, but for signs that would end the field: the field holds no LaTeX."""
    return latex.on_one_line(plain.translate(_BRACE_CODES)).strip()


def _saying(write: Callable[[str], str], read: Reading) -> Callable[[str], _Said]:
    """What writes a string, and reads it to see whether it comes back."""

    def say(plain: str) -> _Said:
        written = write(plain)
        back = read(written)
        return written, 0 if (back.plain if isinstance(back, Text) else back) == plain else _DOUBTFUL

    return say


_WRITTEN_OTHERWISE = {
    "pages": _written_pages,
    "edition": _written_edition,
    "type": lambda plain: _written(Text(plain)),  # of which some words stand for others
    **dict.fromkeys(tables.VERBATIM, _written_address),
}
"""Fields that are written or read in a way of their own."""


def _putting(variable: str, entry: str) -> _Put:
    """What puts the values of a variable into fields of an entry of this type."""
    tag = tables.field_of(variable, entry)
    if KINDS[variable] is Kind.NAMES:
        return _putting_names(tag)
    if KINDS[variable] is Kind.DATE:
        return _putting_dates(tag)
    if tag in tables.TITLES:
        return _putting_text(tag, _say_title, reader_of(tag, variable, entry))
    if tag in _WRITTEN_OTHERWISE:
        read = reader_of(tag, variable, entry)
        say = _saying(_WRITTEN_OTHERWISE[tag], read)
        if tag == "pages":
            return lambda fields, page: _put_pages(fields, page, say)
        return _putting_text(tag, say, read) if KINDS[variable] is Kind.TEXT else _putting_string(tag, say)
    if KINDS[variable] is Kind.TEXT:
        sure = variable != "status" and tag != HOW_PUBLISHED
        return _putting_text(tag, _say, reader_of(tag, variable, entry), sure)
    return _putting_string(tag, _say_isbn if variable == "ISBN" else _say)


def _say_isbn(plain: str) -> _Said:
    """One with the form of an ISSN is read as that."""
    written, doubts = _say(plain)
    return written, _DOUBTFUL if is_issn_form(plain) else doubts


def _putting_string(tag: str, say: Callable[[str], _Said]) -> _Put:
    def put(fields: dict[str, str], value: str) -> int:
        fields[tag], doubts = say(value)
        return doubts

    return put


def _putting_text(tag: str, say: Callable[[str], _Said], read: Reading, sure: bool = True) -> _Put:
    def put(fields: dict[str, str], value: Text) -> int:
        if not value.spans:
            fields[tag], doubts = say(value.plain)
            return doubts if sure else _DOUBTFUL
        fields[tag] = _written(value, titlecase.protected(value.plain) if tag in tables.TITLES else ())
        return 0 if sure and _says_the_same(read(fields[tag]), value) else _DOUBTFUL

    return put


def _put_pages(fields: dict[str, str], page: str, say: Callable[[str], _Said]) -> int:
    """Pages; a plain number or range without a closer look."""
    if _SIMPLE_PAGES.fullmatch(page):
        fields["pages"] = page.replace("-", "--")
        return 0
    fields["pages"], doubts = say(page)
    return doubts


def _says_the_same(back: Value | None, text: Text) -> bool:
    """Whether a text comes back; a mark for a quotation may be its signs."""
    if not isinstance(back, Text):
        return False
    return back == text or (_SOUND.fullmatch(text.plain) is not None and back.to_csl() == text.to_csl())


@cache
def _puts(entry: str) -> Mapping[str, _Put]:
    """By variable, what puts its values into fields of an entry of this type, one of the tables."""
    return {variable: _putting(variable, entry) for variable in KINDS}


# --- dates ----------------------------------------------------------------------------------------


def _putting_dates(tag: str) -> _Put:
    def put(fields: dict[str, str], date: Date) -> int:
        if date.season or date.circa or date.literal:
            said, doubts = _said_date(tag, date)
        else:
            said, doubts = _said_days(tag, date.parts)
        fields.update(said)
        return doubts

    return put


def _said_date(tag: str, date: Date) -> tuple[dict[str, str], int]:
    """The fields of a date, and whether they do not say that date when they are read."""
    said = write_date(tag, date)
    back = read_issued(said) if tag == "issued" else None
    comes_back = (back.date == date and back.said >= set(said)) if back else read_date(said[tag]) == date
    return said, 0 if comes_back else _DOUBTFUL


@lru_cache(maxsize=4096)
def _said_days(tag: str, parts: tuple[DateParts, ...]) -> tuple[dict[str, str], int]:
    """The same for a date that is only numbers; not to be changed."""
    return _said_date(tag, Date(parts))


# --- names ----------------------------------------------------------------------------------------

_NAME_WORD = r"(?!(?:A[Nn][Dd]|Others)\b)[A-Z](?:[A-Za-z.]|['-](?!['-]))*+"
_NAME_PART = rf"{_NAME_WORD}(?: {_NAME_WORD})*+"
_USUAL_NAME = rf"{_NAME_PART}, {_NAME_PART}"
_USUAL_NAMES = re.compile(rf"{_USUAL_NAME}(?: and {_USUAL_NAME})*+")
"""Names in the form that stands and is read as it is: every word begins with a capital, none is BibTeX's own."""


def _putting_names(tag: str) -> _Put:
    def put(fields: dict[str, str], names: tuple[Name, ...]) -> int:
        usual = [f"{name.family}, {name.given}" for name in names if name.has_two_parts]
        written = " and ".join(usual)
        if len(usual) == len(names) == written.count(" and ") + 1 and _USUAL_NAMES.fullmatch(written):
            fields[tag] = written
            return 0
        said = list(map(_say_name, names))
        fields[tag] = joined([written for written, _ in said])
        doubts = 0
        for _, of_name in said:
            doubts |= of_name
        if doubts & _DETAIL:
            fields.update(annotations.write(tag, names))
        return doubts

    return put


@lru_cache(maxsize=8192)
def _say_name(name: Name) -> _Said:
    """A name in LaTeX, and whether it is read as that name; particles all as kept ones."""
    written = write_name(name)
    particle = _PARTICLE if name.dropping_particle or name.non_dropping_particle else 0
    if name.acronym or name.affiliation or name.orcid:
        return written, _DOUBTFUL | _DETAIL | particle
    return written, particle | (0 if read_names(written) == (name,) else _DOUBTFUL)

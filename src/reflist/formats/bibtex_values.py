"""How values are written into the fields of BibTeX, and whether they come back when those are read.

Most are written as they are, or character by character with commands, and certainly come back. For the others, the
field is read to find out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from reflist.formats import bibtex_annotations as annotations
from reflist.formats import bibtex_tables as tables
from reflist.formats.bibtex_dates import read_date, read_issued, write_date
from reflist.formats.bibtex_entries import BRACE_CODES, is_issn_form
from reflist.formats.bibtex_references import HOW_PUBLISHED, Reading, reader_of
from reflist.grammar import latex, titlecase
from reflist.grammar.bibtexnames import joined, read_names, write_name
from reflist.grammar.editions import read_edition
from reflist.late import late
from reflist.model import KINDS, Date, DateParts, Kind, Name, Reference, Value
from reflist.text import Text
from reflist.value import any_in, is_printable, remembered

DOUBTFUL, FOLDED, PARTICLE, DETAIL = 1, 2, 4, 8
"""Doubts about a value written to a field; any sum of them, 0 if it certainly comes back: it may not come back, or only
with its white space normalised; a name has a particle, or details beyond its parts."""

Setter = Callable[[dict[str, str], Any], int]
"""Puts a value into fields, and returns the doubts about it."""

Written = tuple[str, int]
"""A string in LaTeX, on one line, and the doubts about it."""

# --- text -----------------------------------------------------------------------------------------

_RANGE_DASH = late(r"(?<=\w)[-–](?=\w)")
_SOUND = late(r"[^\s{}\\]+(?>(?: [^\s{}\\]+)*)")
"""Text that comes back: every character is written by itself, and white space need not be normalised."""

_SIMPLE_PAGES = late(r"[A-Za-z]?\d+(?:-[A-Za-z]?\d+)?")


def in_latex(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    """A text in LaTeX, on one line."""
    return latex.on_one_line(latex.write(text, protected)).strip()


LONG = 200
"""The length from which on a text is checked alone: it is likely to hold a character that others do not."""

_BETWEEN = "@"
"""A character without a meaning in LaTeX, put between texts that are checked together."""


def are_plain(texts: Sequence[str]) -> bool:
    """Whether all texts, of one line each, stand for themselves in LaTeX; False if that is not certain."""
    together = f"{_BETWEEN}{_BETWEEN.join(texts)}{_BETWEEN}"
    return _is_one_line(together) and latex.needs_no_commands(together) and not any_in(_BORDERS, together)


_BORDERS = (f" {_BETWEEN}", f"{_BETWEEN} ")


def _is_one_line(plain: str) -> bool:
    """Whether all white space is single spaces between words."""
    return is_printable(plain) and "  " not in plain and plain.strip(" ") == plain


def _write_text(plain: str) -> Written:
    if not (plain and _is_one_line(plain)):
        return _write_folded(plain)
    if latex.needs_no_commands(plain):
        return plain, 0
    written = latex.write(Text(plain))
    sound = not any_in(("\\", "{", "}"), plain)
    return written, 0 if sound or latex.read(written) == Text(plain) else DOUBTFUL


def _write_folded(plain: str) -> Written:
    """A text in LaTeX whose white space may have to be normalised, and the doubts about it."""
    written = in_latex(Text(plain))
    if _SOUND.fullmatch(plain):
        return written, 0
    back = latex.read(written)
    if back == Text(plain):
        return written, 0
    return written, FOLDED if written and back == Text(_on_one_line(plain)) else DOUBTFUL


def _on_one_line(plain: str) -> str:
    return latex.on_one_line(plain).strip(" ")


def folded(reference: Reference) -> Reference:
    """The reference with all texts and strings on one line each, with single spaces."""
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


write_plain = remembered(_write_text)
"""A text without markup, or a string, in LaTeX; and the doubts about it."""


def _write_title_uncached(plain: str) -> Written:
    """The same for a title, with words in braces whose capitals a style must keep."""
    protected = titlecase.protected(plain)
    if not protected:
        return _write_text(plain)
    if not (latex.needs_no_commands(plain) and _is_one_line(plain)):
        return in_latex(Text(plain), protected), 0 if _SOUND.fullmatch(plain) else DOUBTFUL
    pieces, at = list[str](), 0
    for start, end in protected:
        pieces += plain[at:start], "{", plain[start:end], "}"
        at = end
    pieces.append(plain[at:])
    return "".join(pieces), 0


_write_title = remembered(_write_title_uncached, most=1024, longest=300)


def _pages_in_latex(plain: str) -> str:
    return in_latex(Text(_RANGE_DASH.sub("–", plain)))


def _edition_in_latex(plain: str) -> str:
    """An English ordinal for a number ("BibTeXing", 3.2); text that would be read as a number is put in braces."""
    written = in_latex(Text(plain + ordinal_ending(int(plain[-2:])) if plain.isdecimal() else plain))
    return written if plain.isdecimal() or read_edition(plain) == plain else f"{{{written}}}"


def ordinal_ending(number: int) -> str:
    """The ending of the English ordinal of a number below 100."""
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _address_on_one_line(plain: str) -> str:
    """An address as it stands, except characters that would end the field, since the field is not in LaTeX."""
    return latex.on_one_line(plain.translate(BRACE_CODES)).strip()


def _checked_writer(
    to_latex: Callable[[str], str], read: Reading, as_is: re.Pattern[str] | None
) -> Callable[[str], Written]:
    """A function that writes a string and reads it to see whether it comes back; ``as_is`` matches what surely does."""

    def write(plain: str) -> Written:
        if as_is and as_is.fullmatch(plain):
            return plain, 0
        written = to_latex(plain)
        back = read(written)
        return written, 0 if (back.plain if isinstance(back, Text) else back) == plain else DOUBTFUL

    return write


_SPECIAL = {
    "pages": _pages_in_latex,
    "edition": _edition_in_latex,
    "type": lambda plain: in_latex(Text(plain)),  # some words in it stand for others
    **dict.fromkeys(tables.VERBATIM, _address_on_one_line),
}
"""Fields that are written or read in a special way."""

_AS_IS = {
    "doi": late(r"10\.[\w.:;,/()<>+-]+", re.ASCII),
    "url": late(r"[\w.:;,/()?=&%#~+!*'@$-]+", re.ASCII),
}
"""Values of these fields that are written as they are and come back."""


def _setter(variable: str, entry: str) -> Setter:
    """The function that puts values of a variable into fields of an entry of this type."""
    tag = tables.field_of(variable, entry)
    if KINDS[variable] is Kind.NAMES:
        return _names_setter(tag)
    if KINDS[variable] is Kind.DATE:
        return _dates_setter(tag)
    if tag in tables.TITLES:
        return _text_setter(tag, _write_title, reader_of(tag, variable, entry))
    if tag in _SPECIAL:
        read = reader_of(tag, variable, entry)
        write = _checked_writer(_SPECIAL[tag], read, _AS_IS.get(tag))
        if tag == "pages":
            return lambda fields, page: _put_pages(fields, page, write)
        return _text_setter(tag, write, read) if KINDS[variable] is Kind.TEXT else _string_setter(tag, write)
    if KINDS[variable] is Kind.TEXT:
        return _text_setter(tag, write_plain, reader_of(tag, variable, entry), _is_sure(variable, tag))
    return _string_setter(tag, _write_isbn if variable == "ISBN" else write_plain)


def _is_sure(variable: str, tag: str) -> bool:
    """Whether a text is read as this variable, whatever it is and whatever the other fields are."""
    return variable != "status" and tag != HOW_PUBLISHED


def _write_isbn(plain: str) -> Written:
    """An ISBN; one with the form of an ISSN would be read as that."""
    written, doubts = write_plain(plain)
    return written, DOUBTFUL if is_issn_form(plain) else doubts


def _string_setter(tag: str, write: Callable[[str], Written]) -> Setter:
    def put(fields: dict[str, str], value: str) -> int:
        fields[tag], doubts = write(value)
        return doubts

    return put


def _text_setter(tag: str, write: Callable[[str], Written], read: Reading, sure: bool = True) -> Setter:
    def put(fields: dict[str, str], value: Text) -> int:
        if not value.spans:
            fields[tag], doubts = write(value.plain)
            return doubts if sure else DOUBTFUL
        fields[tag] = in_latex(value, titlecase.protected(value.plain) if tag in tables.TITLES else ())
        return 0 if sure and _comes_back(read(fields[tag]), value) else DOUBTFUL

    return put


def _put_pages(fields: dict[str, str], page: str, write: Callable[[str], Written]) -> int:
    """Pages; a simple number or range needs no check."""
    if _SIMPLE_PAGES.fullmatch(page):
        fields["pages"] = page.replace("-", "--")
        return 0
    fields["pages"], doubts = write(page)
    return doubts


def _comes_back(back: Value | None, text: Text) -> bool:
    """Whether a text comes back; markup for a quotation may come back as quotation marks."""
    if not isinstance(back, Text):
        return False
    return back == text or (_SOUND.fullmatch(text.plain) is not None and back.to_csl() == text.to_csl())


@cache
def plain_fields(entry: str) -> Mapping[str, str]:
    """The variables whose fields, in an entry of this type, hold just their text in LaTeX, and these fields."""
    tags = {variable: tables.field_of(variable, entry) for variable in KINDS if variable != "ISBN"}
    return {
        variable: tag
        for variable, tag in tags.items()
        if KINDS[variable] not in (Kind.NAMES, Kind.DATE)
        and tag not in tables.TITLES
        and tag not in _SPECIAL
        and _is_sure(variable, tag)
    }


@cache
def setters_of(entry: str) -> Mapping[str, Setter]:
    """By variable, the function that puts its values into fields of an entry of this type, which is in the tables."""
    return {variable: _setter(variable, entry) for variable in KINDS}


# --- dates ----------------------------------------------------------------------------------------


def _dates_setter(tag: str) -> Setter:
    def put(fields: dict[str, str], date: Date) -> int:
        if date.season or date.circa or date.literal:
            written, doubts = _date_fields(tag, date)
        else:
            written, doubts = _day_fields(tag, date.parts)
        fields.update(written)
        return doubts

    return put


def _date_fields(tag: str, date: Date) -> tuple[dict[str, str], int]:
    """The fields of a date, and the doubt whether they are read as that date."""
    fields = write_date(tag, date)
    back = read_issued(fields) if tag == "issued" else None
    comes_back = (back.date == date and back.tags >= set(fields)) if back else read_date(fields[tag]) == date
    return fields, 0 if comes_back else DOUBTFUL


@lru_cache(maxsize=4096)
def _day_fields(tag: str, parts: tuple[DateParts, ...]) -> tuple[dict[str, str], int]:
    """The same for a date that is only numbers. The result is cached and must not be changed."""
    return _date_fields(tag, Date(parts))


# --- names ----------------------------------------------------------------------------------------

_NAME_WORD = r"(?!(?:A[Nn][Dd]|Others)\b)[A-Z](?>(?:[A-Za-z.]|['-](?!['-]))*)"
_NAME_PART = rf"{_NAME_WORD}(?>(?: {_NAME_WORD})*)"
_USUAL_NAME = rf"{_NAME_PART}, {_NAME_PART}"
_USUAL_NAMES = late(rf"{_USUAL_NAME}(?>(?: and {_USUAL_NAME})*)")
"""Names that are written and read as they are: every word begins with a capital, none has a meaning in BibTeX."""


def _names_setter(tag: str) -> Setter:
    def put(fields: dict[str, str], names: tuple[Name, ...]) -> int:
        usual = [f"{name.family}, {name.given}" for name in names if name.has_two_parts]
        written = " and ".join(usual)
        if len(usual) == len(names) == written.count(" and ") + 1 and _USUAL_NAMES.fullmatch(written):
            fields[tag] = written
            return 0
        each = list(map(_write_name, names))
        fields[tag] = joined([written for written, _ in each])
        doubts = 0
        for _, of_name in each:
            doubts |= of_name
        if doubts & DETAIL:
            fields.update(annotations.write(tag, names))
        return doubts

    return put


@lru_cache(maxsize=8192)
def _write_name(name: Name) -> Written:
    """A name in LaTeX, and the doubts about it; all particles are taken as not dropped."""
    written = write_name(name)
    particle = PARTICLE if name.dropping_particle or name.non_dropping_particle else 0
    if name.acronym or name.affiliation or name.orcid:
        return written, DOUBTFUL | DETAIL | particle
    return written, particle | (0 if read_names(written) == (name,) else DOUBTFUL)

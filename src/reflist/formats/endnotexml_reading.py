"""References from the fields of a record in EndNote XML: the reference type, and each value by the table."""

import re
from functools import lru_cache

from reflist.draft import Draft
from reflist.formats.databases import isbn_in, issn_in
from reflist.formats.endnotexml_fields import REF_TYPE, Content, Fields, plain
from reflist.formats.endnotexml_tables import (
    ABBREVIATION,
    ACCESS_DAY,
    ACCESS_YEAR,
    COMMENTS_ON_THE_YEAR,
    CSL_TYPES,
    DAY,
    FULL_TITLE,
    LABEL,
    LAYOUTS,
    MONTH,
    NUMBERS,
    REPEATING,
    VALUE_FORMS,
    WEB_PAGE,
    YEAR,
    paths,
)
from reflist.formats.ris_values import read_family_first
from reflist.grammar.dates import read_day
from reflist.grammar.identifiers import read_doi
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.persons import read_direct
from reflist.model import KINDS, Date, Kind, Name, Origin, Reference, edtf
from reflist.text import Mark, Span, Text

NAME = "endnotexml"

Contents = dict[str, list[Content]]


def read_fields(fields: Fields, origin: Origin) -> Reference:
    """The reference of a record's fields."""
    contents = fields.contents.copy()
    kind, unknown = _kind(fields)
    draft = Draft(NAME, CSL_TYPES.get(kind.casefold(), "document"))
    if unknown:
        draft.keep(REF_TYPE, unknown)
    id_ = _id(contents, draft)
    _issued(contents, draft)
    _accessed(contents, draft, kind)
    rows = paths(kind, _layout(kind, contents))
    for path, found in contents.items():
        if path not in REPEATING:
            _put(draft, path, found, rows.get(path, ()))
    _replace_abbreviation(contents, draft)
    for path, variable in REPEATING.items():
        for raw in map(plain, contents.get(path, ())):
            _put_unless_repeated(draft, path, variable, raw)
    return draft.build(id_, origin)


def _layout(kind: str, contents: Contents) -> str:
    layouts = (layout for layout in LAYOUTS if layout.kind == kind)
    return next((layout.name for layout in layouts if layout.fits(contents)), "")


_KINDS = {number: kind for kind, number in NUMBERS.items()}
_NAMES = {kind.casefold(): kind for kind in NUMBERS}


def _kind(fields: Fields) -> tuple[str, str]:
    """The reference type, and its printed name if EndNote has no such type."""
    name, number = fields.kind, fields.number
    if name in NUMBERS:
        return name, ""
    if not name:
        if not number or (number.isdecimal() and len(number) < 4):
            return _KINDS.get(int(number or 0), "Generic"), ""
        return "", number
    known = _NAMES.get(name.casefold())
    return (known, "") if known else (name, "" if name.casefold() in CSL_TYPES else name)


# --- values -----------------------------------------------------------------------------------------------------------


def _put(draft: Draft, path: str, contents: list[Content], variables: tuple[str, ...]) -> None:
    """Put the contents of a path into the first variable that each fits; the rest is kept."""
    first = variables[0] if variables else ""
    if first and KINDS[first] is Kind.NAMES and first not in draft:
        draft.put(first, tuple(read_name(plain(content)) for content in contents))
    elif first == "keyword":
        draft.put(first, ", ".join(", ".join(plain(content).split("\n")) for content in contents))
    else:
        for content in contents:
            raw = plain(content)
            if not _put_one(draft, variables, content, raw) and not (first and draft.variables.get(first) == raw):
                draft.keep(path, raw)  # the same again


def _put_one(draft: Draft, variables: tuple[str, ...], content: Content, raw: str) -> bool:
    for variable in variables:
        if variable in draft or (variable in VALUE_FORMS and not VALUE_FORMS[variable].fullmatch(raw)):
            continue
        kind = KINDS[variable]
        if kind is Kind.TEXT:
            draft.put(variable, text(content))
        elif kind is Kind.DATE:
            draft.put(variable, edtf.read(raw) or raw)
        elif variable in NUMBER_IN:
            number, complete = NUMBER_IN[variable](raw)
            draft.put(variable, number)
            return complete and variable in draft
        else:
            draft.put(variable, read_doi(raw) if variable == "DOI" and not raw.startswith("10.") else raw)
        return variable in draft
    return False


NUMBER_IN = {"ISBN": isbn_in, "ISSN": issn_in}
"""Functions that take a number out of the text around it: ``1234-5679 (Print)``, several numbers on lines."""


def _replace_abbreviation(contents: Contents, draft: Draft) -> None:
    """Replace an abbreviated periodical title by the full one, if EndNote's list of periodicals has both."""
    full, short = ([plain(content) for content in contents.get(path, ())] for path in (FULL_TITLE, ABBREVIATION))
    title = draft.variables.get("container-title")
    if title and full and [title] == list(map(Text, short)) and full != short and "container-title-short" not in draft:
        draft.variables |= {"container-title": Text(full[0]), "container-title-short": title}


def _put_unless_repeated(draft: Draft, path: str, variable: str, raw: str) -> None:
    """Put the value of an element that usually repeats another one, if the value is a new one."""
    found = [value.plain for name in REPEATING.values() if isinstance(value := draft.variables.get(name), Text)]
    if raw not in found:
        if variable in draft:
            draft.keep(path, raw)
        else:
            draft.put(variable, raw)


LONGEST_NAME = 200
"""The number of characters beyond which a name is not a person's."""


def read_name(raw: str) -> Name:
    """A name as EndNote writes it: ``Family, Given, Suffix``; with a comma at the end, an institution.

    >>> read_name("King, Martin Luther, Jr.").suffix, read_name("Department of Health,").literal
    ('Jr.', 'Department of Health')
    """
    return _cached_name(raw) if len(raw) <= LONGEST_NAME else Name(literal=raw.replace("\n", " ").rstrip(", "))


@lru_cache(maxsize=4096)
def _cached_name(raw: str) -> Name:
    raw = raw.replace("\n", " ")
    if raw.endswith(","):
        return Name(literal=raw.rstrip(", "))
    if "," in raw:
        return read_family_first(raw)
    if looks_like_institution(raw):
        return Name(literal=raw)
    return read_direct(raw) if " " in raw else Name(raw)


def _id(contents: Contents, draft: Draft) -> str:
    """The label, in which citing programs keep their keys; a label with spaces is a remark and not the id."""
    labels = [plain(content) for content in contents.pop(LABEL, ())]
    id_ = labels.pop(0) if labels and " " not in labels[0] else ""
    for label in labels:
        draft.keep(LABEL, label)
    return id_


def text(content: Content) -> Text:
    """The words of a content with the marks of its styles."""
    if isinstance(content, str):
        return Text(content)
    words, spans, begun = "", list[Span](), dict[Mark, int]()
    for run, marks in content:
        piece = _SPACES.sub(" ", run).replace(" \r", "\r").replace("\r ", "\r").replace("\r", "\n")
        spans += [Span(begun.pop(mark), len(words), mark) for mark in [*begun] if mark not in marks]
        begun |= {mark: len(words) for mark in marks if mark not in begun}
        words += piece.lstrip(" ") if words[-1:] in ("", " ", "\n") else piece
    spans += [Span(start, len(words), mark) for mark, start in begun.items()]
    return Text(words, spans).strip()


_SPACES = re.compile(r"[ \t\n]+")


# --- the date of issue ------------------------------------------------------------------------------------------------

LONGEST_DATE = 60
"""The number of characters beyond which a date is words."""

_FOUR_DIGITS = re.compile(r"[1-9]\d{3}", re.ASCII)
_ABOUT = re.compile(r"(?:c|ca|circa)\b\.?\s*(\d{3,4})", re.IGNORECASE)


def _issued(contents: Contents, draft: Draft) -> None:
    """The date of issue: the year, and the day or month beside it; words that are not a date are the status."""
    years = [plain(content) for content in contents.pop(YEAR, ())]
    days = [plain(content) for path in (DAY, MONTH) for content in contents.pop(path, ())]
    year = years[0] if years else ""
    date = _date_in_year(year, days[0]) if days and len(days[0]) <= LONGEST_DATE and len(year) <= LONGEST_DATE else None
    for raw in days[1 if date else 0 :]:
        draft.keep(DAY, raw)
    if not date and year.casefold() in COMMENTS_ON_THE_YEAR:
        draft.put("status", year)
    elif date or year:
        draft.put("issued", date or (_year(year) if len(year) <= LONGEST_DATE else Date(literal=year)))
    for raw in years[1:]:
        draft.keep(YEAR, raw)


def _accessed(contents: Contents, draft: Draft, kind: str) -> None:
    """The day a web page was accessed: EndNote has its year and day in the fields of volume and number."""
    if kind != WEB_PAGE or "access-date" in contents:
        return
    year, day = (plain(contents[path][0]) if path in contents else "" for path in (ACCESS_YEAR, ACCESS_DAY))
    date = _date_in_year(year, day) if len(year) == 4 and not day.isdecimal() and len(day) <= LONGEST_DATE else None
    if date:
        draft.put("accessed", date)
        for path in (ACCESS_YEAR, ACCESS_DAY):
            contents[path] = contents[path][1:]


@lru_cache(maxsize=4096)
def _date_in_year(year: str, day: str) -> Date | None:
    """The date of a day, month or season and its year."""
    if day.isdecimal() and len(day) < 3 and 1 <= int(day) <= 12:  # a month, as in JabRef
        day = f"{year}-{int(day):02}"
    number = int(year) if _FOUR_DIGITS.fullmatch(year) else None
    if exact := edtf.read(day):
        return exact if exact.year and number in (None, exact.year) else None
    read = read_day(day)
    if read is None or (read.year and number not in (None, read.year)):
        return None
    return read.in_year(number) or None


@lru_cache(maxsize=4096)
def _year(raw: str) -> Date:
    if about := _ABOUT.fullmatch(raw):
        return Date(((int(about[1]),),), circa=True)
    read = None if raw.isdecimal() else read_day(raw)
    date = edtf.read(raw) or (read.in_year() if read else None)
    if not date and raw.isdecimal() and len(raw) < 4 and int(raw):
        date = Date.of(int(raw))
    return date or Date(literal=raw)

"""A record of EndNote XML to a reference: its elements by path, and each value by the table."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lxml import etree

from reflist.formats.endnotexml_tables import (
    COMMENTS_ON_THE_YEAR,
    CSL_TYPES,
    LAYOUTS,
    LOOKS,
    NUMBERS,
    SAID_TWICE,
    fields,
)
from reflist.formats.xml import RecordDraft, is_element, name_of, squeezed
from reflist.grammar import edtf
from reflist.grammar.dates import read_day
from reflist.grammar.identifiers import read_doi
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.names import read_direct, read_inverted
from reflist.model import KINDS, Date, Kind, Name, Origin, Reference
from reflist.text import Mark, Span, Text

NAME = "endnotexml"
OURS = "reflist"
"""The program that a foreign key names as its own where it is ours."""

FACES = {"italic": Mark.ITALIC, "bold": Mark.BOLD, "superscript": Mark.SUP, "subscript": Mark.SUB}
"""The faces of styles and their marks; an underline has none, and ``normal`` is none."""

BOOKKEEPING = frozenset({"database", "source-app", "foreign-keys"})
"""What says in which library a record stood; it means nothing outside of that."""

LABEL = "label"
YEAR, DAY, MONTH = "dates/year", "dates/pub-dates/date", "dates/month"
REF_TYPE = "ref-type"

Leaves = dict[str, list[etree._Element]]  # noqa: SLF001  # lxml has no other name for an element
"""The elements that hold values, by their path."""


class Read(NamedTuple):
    """What a record says: the reference in its fields, and what was written beside them."""

    reference: Reference
    beside: str = ""


def read_record(record: etree._Element, origin: Origin) -> Read:
    """The reference in a record."""
    leaves: Leaves = {}
    beside = ""
    for path, element in _leaves(record):
        if path == "foreign-keys/key" and element.get("app") == OURS:
            beside = element.text or ""
        elif path.partition("/")[0] not in BOOKKEEPING:
            leaves.setdefault(path, []).append(element)
    kind, unknown = _kind(leaves.pop(REF_TYPE, []))
    draft = RecordDraft(NAME, CSL_TYPES.get(kind.casefold(), "document"))
    if unknown:
        draft.keep(REF_TYPE, unknown)
    id_ = _id(leaves, draft)
    _issued(leaves, draft)
    rows = _rows(kind, _layout(kind, leaves))
    for path, elements in leaves.items():
        if path not in SAID_TWICE:
            _put(draft, path, elements, rows.get(path, ()))
    for path, variable in SAID_TWICE.items():
        for raw in map(plain, leaves.get(path, ())):
            _put_again(draft, path, variable, raw)
    return Read(draft.build(id_, origin), beside)


def _leaves(record: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The elements that hold no others but styles, with their paths."""
    waiting = [("", child) for child in reversed(record)]
    while waiting:
        above, element = waiting.pop()
        path = above + name_of(element)
        inner = [child for child in element if is_element(child) and name_of(child) != "style"]
        if inner:
            waiting += [(f"{path}/", child) for child in reversed(inner)]
        elif path == REF_TYPE or (element.text or len(element)):
            yield path, element


@cache
def _rows(kind: str, layout: str) -> dict[str, tuple[str, ...]]:
    """The variables that each path may hold in a reference type."""
    rows: dict[str, tuple[str, ...]] = {}
    for row in fields(kind, layout):
        rows[row.path] = (*rows.get(row.path, ()), row.variable)
    return rows


def _layout(kind: str, leaves: Leaves) -> str:
    found = (
        layout.name
        for layout in LAYOUTS
        if layout.kind == kind and any(path in leaves for path in layout.having)
        if not any(path in leaves for path in layout.lacking)
    )
    return next(found, "")


_KINDS = {number: kind for kind, number in NUMBERS.items()}
_NAMES = {kind.casefold(): kind for kind in NUMBERS}


def _kind(elements: list[etree._Element]) -> tuple[str, str]:
    """The reference type, and its printed name where EndNote has none of it."""
    for element in elements:
        number = plain(element)
        name = squeezed(element.get("name") or "")
        if not name:
            return (_KINDS.get(int(number), "Generic"), "") if number.isdecimal() and len(number) < 4 else ("", number)
        known = _NAMES.get(name.casefold())
        return (known, "") if known else (name, "" if name.casefold() in CSL_TYPES else name)
    return "Generic", ""


# --- values -----------------------------------------------------------------------------------------------------------


def _put(draft: RecordDraft, path: str, elements: list[etree._Element], variables: tuple[str, ...]) -> None:
    """Put the values of a path into the first variable each fits; the rest is kept."""
    if variables and KINDS[variables[0]] is Kind.NAMES and variables[0] not in draft:
        draft.put(variables[0], tuple(map(read_name, map(plain, elements))))
    elif variables and variables[0] == "keyword":
        draft.put("keyword", ", ".join(", ".join(plain(element).split("\n")) for element in elements))
    else:
        for element in elements:
            raw = plain(element)
            if not raw or _put_one(draft, variables, element, raw):
                continue
            if not (variables and draft.variables.get(variables[0]) == raw):  # said twice
                draft.keep(path, raw)


def _put_one(draft: RecordDraft, variables: tuple[str, ...], element: etree._Element, raw: str) -> bool:
    for variable in variables:
        if variable in draft or (variable in LOOKS and not LOOKS[variable].fullmatch(raw)):
            continue
        kind = KINDS[variable]
        if variable == "DOI":
            raw = raw if raw.startswith("10.") else read_doi(raw)
        if kind is Kind.TEXT:
            draft.put(variable, text(element))
        else:
            draft.put(variable, (edtf.read(raw) or raw) if kind is Kind.DATE else raw)
        return variable in draft
    return False


def _put_again(draft: RecordDraft, path: str, variable: str, raw: str) -> None:
    """What says again what another field has said, if it says anything new."""
    said = [value.plain for name in SAID_TWICE.values() if isinstance(value := draft.variables.get(name), Text)]
    if raw and raw not in said:
        if variable in draft:
            draft.keep(path, raw)
        else:
            draft.put(variable, raw)


def read_name(raw: str) -> Name:
    """A name as EndNote has it: ``Family, Given, Suffix``; with a comma behind it, an institution.

    >>> read_name("King, Martin Luther, Jr.").suffix, read_name("Department of Health,").literal
    ('Jr.', 'Department of Health')
    """
    raw = raw.replace("\n", " ")
    if raw.endswith(","):
        return Name(literal=raw.rstrip(", "))
    if "," in raw:
        return read_inverted(raw)
    if looks_like_institution(raw):
        return Name(literal=raw)
    return read_direct(raw) if " " in raw else Name(raw)


def _id(leaves: Leaves, draft: RecordDraft) -> str:
    """The label, where programs that cite keep their keys; with spaces in it, it is somebody's remark."""
    labels = [raw for raw in map(plain, leaves.pop(LABEL, [])) if raw]
    id_ = labels.pop(0) if labels and " " not in labels[0] else ""
    for label in labels:
        draft.keep(LABEL, label)
    return id_


LONGEST_DATE = 60
"""Characters beyond which a date is words."""

_FOUR_DIGITS = re.compile(r"[1-9]\d{3}", re.ASCII)
_ABOUT = re.compile(r"(?:c|ca|circa)\b\.?\s*(\d{3,4})", re.IGNORECASE)


def _issued(leaves: Leaves, draft: RecordDraft) -> None:
    """The date of issue: the year, and the day or month beside it; words that are no date are the status."""
    years = [raw for raw in map(plain, leaves.pop(YEAR, [])) if raw]
    days = [raw for path in (DAY, MONTH) for raw in map(plain, leaves.pop(path, [])) if raw]
    year = years[0] if years else ""
    date = _within(year, days[0]) if days else None
    for raw in days[1 if date else 0 :]:
        draft.keep(DAY, raw)
    if not date and year.casefold() in COMMENTS_ON_THE_YEAR:
        draft.put("status", year)
    elif date or year:
        draft.put("issued", date or _year(year))
    for raw in years[1:]:
        draft.keep(YEAR, raw)


def _within(year: str, day: str) -> Date | None:
    """The date that a day, month or season makes with its year."""
    if len(day) > LONGEST_DATE:
        return None
    if day.isdecimal() and len(day) < 3 and 1 <= int(day) <= 12:  # a month, as JabRef has it
        day = f"{year}-{int(day):02}"
    number = int(year) if _FOUR_DIGITS.fullmatch(year) else None
    if exact := edtf.read(day):
        return exact if exact.year and number in (None, exact.year) else None
    read = read_day(day)
    if read is None or (read.year and number not in (None, read.year)):
        return None
    return read.in_year(number) or None


def _year(raw: str) -> Date:
    if len(raw) > LONGEST_DATE:
        return Date(literal=raw)
    if about := _ABOUT.fullmatch(raw):
        return Date(((int(about[1]),),), circa=True)
    read = None if raw.isdecimal() else read_day(raw)
    date = edtf.read(raw) or (read.in_year() if read else None)
    if not date and raw.isdecimal() and len(raw) < 4 and int(raw):
        date = Date.of(int(raw))
    return date or Date(literal=raw)


def plain(element: etree._Element) -> str:
    """The words of an element, without its styles."""
    if not len(element):
        return squeezed(element.text or "")
    return squeezed("".join(words for words, _ in _runs(element)))


def text(element: etree._Element) -> Text:
    """The words of an element with the marks of its styles."""
    runs = [run for run in _runs(element) if run[0]]
    if not any(marks for _, marks in runs):
        return Text(plain(element))
    words, spans, begun = "", list[Span](), dict[Mark, int]()
    for run, marks in runs:
        piece = _SPACES.sub(" ", run).replace(" \r", "\r").replace("\r ", "\r").replace("\r", "\n")
        spans += [Span(begun.pop(mark), len(words), mark) for mark in [*begun] if mark not in marks]
        begun |= {mark: len(words) for mark in marks if mark not in begun}
        words += piece.lstrip(" ") if words[-1:] in ("", " ", "\n") else piece
    spans += [Span(start, len(words), mark) for mark, start in begun.items()]
    return Text(words, spans).strip()


_SPACES = re.compile(r"[ \t\n]+")


def _runs(element: etree._Element) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Pieces of text and their marks; the space that only sets the styles apart is none."""
    yield _between(element, element.text), ()
    for style in element:
        if is_element(style):
            faces = (style.get("face") or "").split()
            yield "".join(map(str, style.itertext())), tuple(FACES[face] for face in faces if face in FACES)
        yield _between(element, style.tail), ()


def _between(element: etree._Element, words: str | None) -> str:
    return words if words and (words.strip() or not len(element)) else ""

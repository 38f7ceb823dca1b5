"""A reference to a record of EndNote XML: the values by their paths, and the elements in the order of the DTD."""

import re
from collections.abc import Iterable
from itertools import pairwise

from reflist.formats.endnotexml_reading import DAY, FACES, LABEL, NAME, OURS, REF_TYPE, YEAR
from reflist.formats.endnotexml_tables import (
    BOOK,
    COMMENTS_ON_THE_YEAR,
    EDITED,
    FIELDS,
    LAYOUTS,
    NUMBERS,
    ORDER,
    SHARED,
    TYPES,
    Field,
    fields,
)
from reflist.formats.xml import escaped
from reflist.grammar import edtf
from reflist.model import Date, Name, Reference, Value
from reflist.text import Text

SEASONS = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}
MONTHS = """January February March April May June July August September October November December""".split()

_SUB_ORDER = {path: at for at, path in enumerate([*dict.fromkeys(row.path for row in FIELDS), YEAR, DAY])}
_TOP_ORDER = {name: at for at, name in enumerate(ORDER)}
_PATH = re.compile(r"[A-Za-z_][\w.-]*(?:/[A-Za-z_][\w.-]*)*", re.ASCII)
_FACES = {mark: face for face, mark in FACES.items()}

Contents = dict[str, list[str]]
"""The contents of elements, as XML, by path."""


def write_record(reference: Reference, beside: str = "") -> str:
    """The record of a reference, with what its fields do not say beside them."""
    kind = EDITED if _is_edited(reference) else TYPES[reference.type]
    contents = _contents(reference, kind)
    name = reference.extras.get((NAME, REF_TYPE), (kind,))[0] if kind == "Generic" else kind
    key = f'<foreign-keys><key app="{OURS}">{escaped(beside)}</key></foreign-keys>' if beside else ""
    type_ = f'<ref-type name="{escaped(name)}">{NUMBERS[kind]}</ref-type>'
    return f"<record>{key}{type_}{_nested(contents)}</record>"


def _is_edited(reference: Reference) -> bool:
    return TYPES[reference.type] == BOOK and "editor" in reference and "author" not in reference


def _contents(reference: Reference, kind: str) -> Contents:
    contents: Contents = {LABEL: [escaped(reference.id)]} if reference.id else {}
    rows = _rows(reference, kind)
    for variable, value in reference.variables.items():
        row = next((row for row in rows if row.variable == variable and row.path not in contents), None)
        if variable == "issued" and isinstance(value, Date):
            year, day = _year_and_day(value)
            contents |= {path: [escaped(said)] for path, said in ((YEAR, year), (DAY, day)) if said}
        elif row:
            contents[row.path] = _written(variable, value)
    status = reference.plain("status")
    if "issued" not in reference and status.casefold() in COMMENTS_ON_THE_YEAR:
        contents[YEAR] = [escaped(status)]
    if "container-title" in reference and reference.type.startswith("article-"):
        contents["periodical/full-title"] = [escaped(reference.plain("container-title"))]
    for (format, path), values in reference.extras.items():
        if format == NAME and path != REF_TYPE and _PATH.fullmatch(path):
            contents.setdefault(path, []).extend(map(escaped, values))
    return contents


def _rows(reference: Reference, kind: str) -> list[Field]:
    """The rows that may be used, the type's own first; of an element that two may share, the first one's."""
    rows = fields(kind, _layout(reference, kind))
    owners: dict[str, str] = {}
    for row in rows:
        if row.path in SHARED and row.variable in reference:
            owners.setdefault(row.path, row.variable)
    usable = (row for row in rows if owners.get(row.path, row.variable) == row.variable)
    return sorted(usable, key=lambda row: not row.kinds)


def _layout(reference: Reference, kind: str) -> str:
    found = (
        layout.name
        for layout in LAYOUTS
        if layout.kind == kind and layout.variables and all(variable in reference for variable in layout.variables)
        if any(variable in reference for variable in layout.others)
    )
    return next(found, "")


def _written(variable: str, value: Value) -> list[str]:
    """A value as the contents of one element, or of several."""
    if isinstance(value, tuple):
        return [escaped(name) for name in map(write_name, value) if name]
    if isinstance(value, Date):
        return [escaped(edtf.write(value) or value.literal)]
    if variable == "keyword" and isinstance(value, Text):
        return [escaped(keyword) for keyword in value.plain.split(", ")]
    return [_styled(value) if isinstance(value, Text) else escaped(value)]


def write_name(name: Name) -> str:
    """``Family, Given, Suffix``; an institution with a comma behind it.

    >>> write_name(Name("Beethoven", "Ludwig", dropping_particle="van")), write_name(Name(literal="Cabinet Office"))
    ('Beethoven, Ludwig van', 'Cabinet Office,')
    """
    if not name.family:
        whole = name.literal or name.given
        return f"{whole}," if whole else ""
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return ", ".join([name.surname, given, name.suffix] if name.suffix else [name.surname, given]).removesuffix(", ")


def _styled(value: Text) -> str:
    """A text with a style around each piece that is marked alike; a plain one as it is."""
    spans = [span for span in value.spans if span.mark in _FACES]
    if not spans:
        return escaped(value.plain)
    cuts = sorted({0, len(value), *(span.start for span in spans), *(span.end for span in spans)})
    return "".join(
        _style(value.plain[start:end], [_FACES[mark] for _, _, mark in spans if _covers(spans, mark, start)])
        for start, end in pairwise(cuts)
    )


def _style(words: str, faces: Iterable[str]) -> str:
    face = " ".join(dict.fromkeys(faces)) or "normal"
    return f'<style face="{face}" font="default" size="100%">{escaped(words)}</style>'


def _covers(spans: Iterable[tuple[int, int, str]], mark: str, at: int) -> bool:
    return any(start <= at < end for start, end, other in spans if other == mark)


def _year_and_day(date: Date) -> tuple[str, str]:
    """The year, and the day, month or season of it in words; all in EDTF where words would not do."""
    if not date.parts or date.literal:
        return date.literal, ""
    first, last = date.parts[0], date.parts[-1]
    year = str(first[0])
    if not _sayable(date):
        return edtf.write(date), ""
    if date.circa:
        return (f"ca. {year}" if first == last == first[:1] and not date.season else edtf.write(date)), ""
    if date.season or len(first) == 1:
        return year, SEASONS.get(date.season, date.season) if len(date.parts) == 1 else ""
    days = [_in_words(first), *([_in_words(last)] if date.parts[1:] else [])]
    if len(first) == 3 and first[:2] == last[:2] and date.parts[1:] and len(last) == 3:
        days[1] = str(last[2])
    return year, "-".join(days)


def _sayable(date: Date) -> bool:
    """Whether words can say it: one of the years with four digits, or days or months of the same one."""
    return all(
        parts and parts[0] == date.year and 1000 <= parts[0] <= 9999 and all(1 <= month <= 12 for month in parts[1:2])
        for parts in date.parts
    )


def _in_words(parts: tuple[int, ...]) -> str:
    return " ".join([MONTHS[parts[1] - 1], *map(str, parts[2:])]) if parts[1:] else str(parts[0])


def _nested(contents: Contents) -> str:
    """The elements in order, each within those that its path names."""
    written, opened = "", list[str]()
    for path in sorted(contents, key=_place):
        *above, name = path.split("/")
        same = 0
        while same < min(len(above), len(opened)) and above[same] == opened[same]:
            same += 1
        written += "".join(f"</{outer}>" for outer in reversed(opened[same:]))
        written += "".join(f"<{outer}>" for outer in above[same:])
        opened = above
        written += "".join(f"<{name}>{content}</{name}>" for content in contents[path])
    return written + "".join(f"</{outer}>" for outer in reversed(opened))


def _place(path: str) -> tuple[int, int, str]:
    top = path.partition("/")[0]
    return _TOP_ORDER.get(top, len(_TOP_ORDER)), _SUB_ORDER.get(path, len(_SUB_ORDER)), path

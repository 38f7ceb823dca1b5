"""Fields of a record in EndNote XML from a reference: each value by its path."""

from collections import Counter, defaultdict
from itertools import pairwise

from reflist.formats.endnotexml_fields import FACES, REF_TYPE, Content, Fields, in_order, is_written
from reflist.formats.endnotexml_reading import NAME
from reflist.formats.endnotexml_tables import (
    BOOK,
    COMMENTS_ON_THE_YEAR,
    DAY,
    EDITED,
    LABEL,
    LAYOUTS,
    NUMBERS,
    SHARED,
    TYPES,
    YEAR,
    paths,
    places,
)
from reflist.formats.xml import allowed, as_read
from reflist.grammar.seasons import ENGLISH_SEASONS
from reflist.model import Date, Name, Reference, Value, edtf
from reflist.text import Mark, Text

MONTHS = """January February March April May June July August September October November December""".split()


def write_fields(reference: Reference) -> Fields:
    """The fields of a reference. Values that do not come back from reading are not in the fields."""
    kind = EDITED if _is_edited(reference) else TYPES[reference.type]
    contents: dict[str, list[Content]] = {LABEL: [as_read(reference.id)]} if as_read(reference.id) else {}
    layout = _layout(reference, kind)
    variables_at, at = paths(kind, layout), places(kind, layout)
    for variable, value in reference.variables.items():
        if variable == "issued" and isinstance(value, Date):
            year, day = _year_and_day(value)
            contents |= {path: [as_read(written)] for path, written in ((YEAR, year), (DAY, day)) if written}
        elif path := _free(at.get(variable, ()), variable, reference, variables_at, contents):
            contents[path] = [content for content in _written(variable, value) if content]
    _write_repeated_fields(reference, contents)
    for (format, path), values in reference.extras.items():
        if format == NAME and is_written(path):
            contents.setdefault(path, []).extend(filter(None, map(as_read, values)))
    name = reference.extras.get((NAME, REF_TYPE), (kind,))[0] if kind == "Generic" else kind
    return Fields(as_read(name), str(NUMBERS[kind]), in_order(contents))


def _is_edited(reference: Reference) -> bool:
    return TYPES[reference.type] == BOOK and "editor" in reference and "author" not in reference


def _layout(reference: Reference, kind: str) -> str:
    layouts = (layout for layout in LAYOUTS if layout.kind == kind)
    return next((layout.name for layout in layouts if layout.is_needed_for(reference.variables)), "")


def _free(
    at: tuple[str, ...],
    variable: str,
    reference: Reference,
    variables_at: dict[str, tuple[str, ...]],
    contents: dict[str, list[Content]],
) -> str:
    """The first free path of a variable. A path shared by several is for the first of them that the reference has."""
    for path in at:
        if path not in contents and (
            path not in SHARED or variable == next(other for other in variables_at[path] if other in reference)
        ):
            return path
    return ""


def _write_repeated_fields(reference: Reference, contents: dict[str, list[Content]]) -> None:
    """Write the status in place of a missing year, and the periodical's title, which EndNote looks up."""
    status = reference.plain("status")
    if "issued" not in reference and status.casefold() in COMMENTS_ON_THE_YEAR:
        contents[YEAR] = [status]
    if "container-title" in reference and reference.type.startswith("article-"):
        contents["periodical/full-title"] = [as_read(reference.plain("container-title"))]


def _written(variable: str, value: Value) -> list[Content]:
    """A value as the contents of one element or of several."""
    if isinstance(value, tuple):
        return [as_read(write_name(name)) for name in value]
    if isinstance(value, Date):
        return [as_read(edtf.write(value) or value.literal)]
    if not isinstance(value, Text):
        return [as_read(value)]
    if variable == "keyword":
        return [as_read(keyword) for keyword in value.plain.split(", ")]
    return [_styled(value) if value.spans else as_read(value.plain)]


def write_name(name: Name) -> str:
    """``Family, Given, Suffix``; an institution with a comma at the end.

    >>> write_name(Name("Beethoven", "Ludwig", dropping_particle="van")), write_name(Name(literal="Cabinet Office"))
    ('Beethoven, Ludwig van', 'Cabinet Office,')
    """
    if not name.family:
        whole = name.literal or name.given
        return f"{whole}," if whole else ""
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return ", ".join([name.surname, given, name.suffix] if name.suffix else [name.surname, given]).removesuffix(", ")


def _styled(value: Text) -> Content:
    """A text as runs with styles; as a string if none of its marks has a style."""
    spans = [span for span in value.spans if span.mark in FACES.values()]
    if not spans:
        return as_read(value.plain)
    begin, end = defaultdict[int, list[Mark]](list), defaultdict[int, list[Mark]](list)
    for span in spans:
        begin[span.start].append(span.mark)
        end[span.end].append(span.mark)
    runs: list[tuple[str, tuple[Mark, ...]]] = []
    open_: Counter[Mark] = Counter()
    for at, next_ in pairwise(sorted({0, len(value), *begin, *end})):
        for mark in end[at]:
            open_[mark] -= 1
            if not open_[mark]:
                del open_[mark]
        open_.update(begin[at])
        words = allowed(value.plain[at:next_]).replace("\n", "\r")
        runs.append((words, tuple(open_)))
    return tuple(run for run in runs if run[0])


def _year_and_day(date: Date) -> tuple[str, str]:
    """The year, and its day, month or season in words; everything in EDTF if words cannot express the date."""
    if not date.parts or date.literal:
        return date.literal, ""
    first, last = date.parts[0], date.parts[-1]
    year = str(first[0])
    if not _is_expressible(date):
        return edtf.write(date), ""
    if date.circa:
        return (f"ca. {year}" if first == last == first[:1] and not date.season else edtf.write(date)), ""
    if date.season or len(first) == 1:
        return year, ENGLISH_SEASONS.get(date.season, date.season) if len(date.parts) == 1 else ""
    days = [_in_words(first), *([_in_words(last)] if date.parts[1:] else [])]
    if len(first) == 3 and first[:2] == last[:2] and date.parts[1:] and len(last) == 3:
        days[1] = str(last[2])
    return year, "-".join(days)


def _is_expressible(date: Date) -> bool:
    """Whether words can express a date: only years of four digits, or days or months of the same year."""
    return all(
        parts and parts[0] == date.year and 1000 <= parts[0] <= 9999 and all(1 <= month <= 12 for month in parts[1:2])
        for parts in date.parts
    )


def _in_words(parts: tuple[int, ...]) -> str:
    return " ".join([MONTHS[parts[1] - 1], *map(str, parts[2:])]) if parts[1:] else str(parts[0])

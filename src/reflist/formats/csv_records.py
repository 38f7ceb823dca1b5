"""References from the rows of a table: what each column holds, and how the cells of a row are read."""

import json
import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from reflist.draft import Draft
from reflist.formats.csv_cells import (
    VERBATIM,
    bare,
    date_in,
    day_of_year,
    foreign_date,
    foreign_names,
    is_nobody,
    names_in,
    published_in,
)
from reflist.formats.csv_rows import DELIMITERS, Row, rows
from reflist.formats.csv_tables import (
    AFTER_VOLUME,
    ANTHOLOGY,
    CITATION,
    COUNTED,
    DAY,
    DAY_OF_MONTH,
    EXTRA,
    FIRST_PAGE,
    HEADERS,
    ID,
    ISSUES,
    LAST_PAGE,
    OTHER,
    PLAIN_TYPES,
    SIGNS,
    SINGLE,
    SINGLE_AUTHORS,
    TAGS,
    TYPE,
    TYPE_IS_GENRE,
    TYPE_NAMES,
    ZOTERO_HEADERS,
    folded,
)
from reflist.formats.ris_extra import extra_value, read_extra
from reflist.grammar import markup
from reflist.late import late
from reflist.model import KINDS, NOWHERE, TYPES, Date, Kind, Origin, Reference

NAME = "csv"
SNIFFED = 65_536
"""How many characters are searched for the header."""
MOST_BEFORE = 30
"""How many rows may stand before the header, where databases print the query."""
NEEDED = frozenset({"title", "container-title", "DOI", "PMID"})
"""A table of references has at least one of these columns."""


_MEETING = late(r"\b(?:conference|proceedings|symposium|workshop|congress)\b", re.IGNORECASE)


class Column(NamedTuple):
    """A column: its header, what it holds (a variable, a column of ours, or "" if unknown), and its rank."""

    header: str
    holds: str
    rank: int


class Table(NamedTuple):
    """How a text is read as a table: its delimiter, the line of its header, and the columns."""

    delimiter: str
    line: int
    columns: list[Column]

    @property
    def is_own(self) -> bool:
        """Whether it is a table that we wrote."""
        return {ID, OTHER} <= {column.holds for column in self.columns if column.rank == 0}


def find_table(text: str) -> Table | None:
    """The table in a text, with the delimiter for which most columns are known; None if it has no references."""
    head = text[:SNIFFED]
    best: Table | None = None
    for delimiter in DELIMITERS:
        for row in islice(rows(head, delimiter), MOST_BEFORE):
            table = Table(delimiter, row.line, columns_of(row.cells))
            if best is None or _known(table) > _known(best):
                best = table
    if best is None or _known(best) < 2 or NEEDED.isdisjoint(column.holds for column in best.columns):
        return None
    return best


def _known(table: Table) -> int:
    return len({column.holds for column in table.columns} - {""})


def columns_of(headers: list[str]) -> list[Column]:
    """The columns with these headers."""
    keys = [folded(header) for header in headers]
    known = TAGS if set(keys) >= SIGNS else HEADERS | TYPE_IS_GENRE if set(keys) >= ZOTERO_HEADERS else HEADERS
    columns: list[Column] = []
    for number, (header, key) in enumerate(zip(headers, keys, strict=True), 1):
        holds = known.get(key, ("", 0))
        if key in AFTER_VOLUME and columns and columns[-1].holds == "volume":
            holds = ("issue", 1)
        columns.append(Column(header.strip() or f"column {number}", *holds))
    return columns


def reference_of(table: Table, row: Row, origin: Origin = NOWHERE) -> tuple[Reference, str]:
    """The reference of a row, without the column ``other``, and the content of that.

    A cell without a variable is kept as an extra under its header.
    """
    cells, left = _cells(table, row)
    (_, id), (type_header, type_), (_, other) = (cells.pop(column, ("", "")) for column in (ID, TYPE, OTHER))
    draft = Draft(NAME)
    if table.is_own and type_ in TYPES:
        draft.type = type_
    else:
        draft.type = TYPE_NAMES.get(folded(type_)) or _guessed(cells)
        if folded(type_) not in ("", folded(draft.type), *PLAIN_TYPES):
            left.append((type_header, type_))
    if not table.is_own and draft.type in ISSUES and "issue" not in cells and "number" in cells:
        cells["issue"] = cells.pop("number")
    _join_days(cells, left)
    _put_pages(draft, cells, left)
    day, citation, extra = (cells.pop(column, None) for column in (DAY, CITATION, EXTRA))
    readers = OWN_READERS if table.is_own else READERS
    for variable, (header, cell) in cells.items():
        readers.get(KINDS[variable], _put)(draft, variable, header, cell)
    for header, cell in left:
        draft.keep(header, cell)
    if day:
        _put_day(draft, *day)
    if citation:
        _put_published(draft, *citation, typed=bool(type_))
    if extra:
        _put_extra(draft, *extra)
    return draft.build(id, origin), other


def _cells(table: Table, row: Row) -> tuple[dict[str, tuple[str, str]], list[tuple[str, str]]]:
    """The cell that counts for each known column, with its header; and the other cells."""
    cells: dict[str, tuple[str, str]] = {}
    left: list[tuple[str, str]] = []
    filled = [
        (column, cell) for column, raw in zip(table.columns, row.cells, strict=False) if (cell := bare(raw)).strip()
    ]
    for column, cell in sorted(filled, key=lambda filled: filled[0].rank):
        before = cells.get(column.holds)
        if cell == "0" and column.holds in COUNTED and not table.is_own:
            left.append((column.header, cell))
        elif column.holds and not before:
            cells[column.holds] = (column.header, cell)
        elif before and column.rank == SINGLE and folded(before[0]) in SINGLE_AUTHORS:
            cells[column.holds] = (before[0], f"{before[1]}; {cell}")
        elif before and folded(before[0]) == ANTHOLOGY and "collection-title" not in cells:
            cells["collection-title"] = (column.header, cell)
        else:
            left.append((column.header, cell))
    return cells, left


def _guessed(cells: Mapping[str, tuple[str, str]]) -> str:
    """The item type, if no column gives it."""
    if "container-title" in cells:
        meets = "volume" not in cells and _MEETING.search(cells["container-title"][1])
        return "paper-conference" if meets else "article-journal"
    return "book" if "ISBN" in cells or "publisher" in cells else "document"


def _join_days(cells: dict[str, tuple[str, str]], left: list[tuple[str, str]]) -> None:
    """Append the day to its month; alone it would mean nothing."""
    if (of_month := cells.pop(DAY_OF_MONTH, None)) and DAY in cells:
        cells[DAY] = (cells[DAY][0], f"{cells[DAY][1]} {of_month[1]}")
    elif of_month:
        left.append(of_month)


def _put_pages(draft: Draft, cells: dict[str, tuple[str, str]], left: list[tuple[str, str]]) -> None:
    """Put pages from two columns, which take priority over an article's number."""
    first, last = cells.pop(FIRST_PAGE, None), cells.pop(LAST_PAGE, None)
    if first is None:
        left += [last] if last else []
        return
    left += [cells.pop("page")] if "page" in cells else []
    draft.put("page", f"{first[1].strip()}-{last[1].strip()}" if last and last[1] != first[1] else first[1])


def _put_day(draft: Draft, header: str, day: str) -> None:
    """Put the month, with or without a day, into the date of the year; else keep the cell."""
    issued = draft.variables.get("issued")
    year = issued.year if isinstance(issued, Date) else None
    date = day_of_year(day.strip(), year) if year and issued == Date.of(year) else None
    if date:
        draft.variables["issued"] = date
    else:
        draft.keep(header, day)


def _put_published(draft: Draft, header: str, citation: str, *, typed: bool) -> None:
    """Put when and where a work appeared, if no other column gives it. The citation itself is kept, too."""
    published = published_in(citation)
    if "publisher" in published and not typed:
        draft.type = "chapter" if "container-title" in published else "book"
    for variable, value in published.items():
        known = draft.variables.get(variable)
        if known is None or (isinstance(known, Date) and isinstance(value, Date) and known == Date.of(value.year or 0)):
            draft.variables[variable] = value
    draft.keep(header, citation)


def _put_extra(draft: Draft, header: str, cell: str) -> None:
    """Put the variables in the lines of Zotero's field Extra; the other lines are a note."""
    left = []
    for line in cell.split("\n"):
        variable, printed = read_extra(line.strip()) or ("", "")
        if variable in KINDS and variable not in draft:
            draft.put(variable, extra_value(variable, printed))
        elif line.strip():
            left.append(line.strip())
    if left and "note" not in draft:
        draft.put("note", "\n".join(left))
    elif left:
        draft.keep(header, "\n".join(left))


def _put(draft: Draft, variable: str, header: str, cell: str) -> None:  # noqa: ARG001  # a reader's parameter
    draft.put(variable, cell)


def _put_verbatim(draft: Draft, variable: str, header: str, cell: str) -> None:
    value, complete = VERBATIM[variable](cell) if variable in VERBATIM else (cell, True)
    draft.put(variable, value)
    if not complete:
        draft.keep(header, cell)


def _put_names(draft: Draft, variable: str, header: str, cell: str) -> None:
    if is_nobody(cell):
        draft.keep(header, cell)
    else:
        draft.put(variable, foreign_names(cell))


def _put_date(draft: Draft, variable: str, header: str, cell: str) -> None:
    date, complete = foreign_date(cell)
    draft.put(variable, date)
    if not complete:
        draft.keep(header, cell)


CellReader = Callable[[Draft, str, str, str], None]
"""Puts a cell into a draft; the arguments are the draft, the variable, the header and the cell."""

OWN_READERS: Mapping[Kind, CellReader] = {
    Kind.NAMES: lambda draft, variable, _, cell: draft.put(variable, names_in(cell)),
    Kind.DATE: lambda draft, variable, _, cell: draft.put(variable, date_in(cell)),
}
READERS: Mapping[Kind, CellReader] = {
    Kind.NAMES: _put_names,
    Kind.DATE: _put_date,
    Kind.TEXT: lambda draft, variable, _, cell: draft.put(variable, markup.read(cell.strip())),
    Kind.VERBATIM: _put_verbatim,
}
"""How the cells of each kind of variable are read; those of other kinds are put in as they stand."""


def other_fields(other: str) -> dict[str, Any] | None:
    """The fields of the column ``other``; None if it is not as we write it."""
    try:
        fields = json.loads(other) if other else {}
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None

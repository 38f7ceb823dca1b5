"""Tables with one row per reference, under a header (RFC 4180, with line feeds).

Tables that we write always have the same columns: texts without markup, names as ``Family, Given``, separated by
semicolons. What the cells cannot hold is in the last column, ``other``, as a JSON object of CSL-JSON fields. We read
these tables and those that databases and reference managers export, by the names of their columns. The delimiter
(comma, semicolon, tab or bar) is the one with which most columns are known.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO

from reflist.formats.base import Format, Item
from reflist.formats.csv_cells import guarded, write_cell
from reflist.formats.csv_records import NAME, Table, columns_of, find_table, other_fields, reference_of
from reflist.formats.csv_rows import Row, rows
from reflist.formats.csv_tables import COLUMNS, ID, OTHER, TYPE
from reflist.formats.databases import REFERENCES
from reflist.formats.missing_values import completed, missing_values
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar import markup
from reflist.grammar.keys import keyed
from reflist.model import Origin, Reference, Remainder
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Source

NO_TABLE = Rule(
    "csv-no-table",
    Severity.ERROR,
    "No row at the beginning names known columns (title, authors, year, DOI ...). The text was kept unchanged. "
    "Name the columns in the first row.",
)
BROKEN_ROW = Rule(
    "csv-row",
    Severity.ERROR,
    "A row has more cells than the table has columns, or lacks some because a quote is not closed. It was kept "
    "unchanged; reading went on with the next row.",
)
QUOTE = Rule(
    "csv-quote",
    Severity.REPAIR,
    "A quotation mark in a cell is not doubled, or not closed. It was read as an ordinary character.",
)
OTHER_CHANGED = Rule(
    "csv-other",
    Severity.LOSS,
    "A cell of the column “other”, in which reflist keeps what has no column, is not a JSON object. It was kept as "
    "an extra field.",
)

HEADER = (ID, TYPE, *COLUMNS, OTHER)


# --- reading ------------------------------------------------------------------------------------------


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; text before the header, and broken rows, as a `Remainder`."""
    text = source.text.removeprefix("\ufeff")
    table = find_table(text)
    if table is None:
        report.add(NO_TABLE, f"no known columns in the first row: {_shortened(text)}".rstrip(), source.place(1))
        yield Remainder(NAME, text, source.place(1))
        return
    for row in rows(text, table.delimiter):
        if row.line < table.line and row.raw.strip():
            yield Remainder(NAME, row.raw, source.place(row.line))
        elif row.line > table.line and any(cell.strip() for cell in row.cells):
            yield _item(table, row, source, report)


def _shortened(text: str) -> str:
    """The beginning of a text's first line."""
    first = text.lstrip().partition("\n")[0].strip()
    return f"{first[:60]}…" if len(first) > 60 else first


def _item(table: Table, row: Row, source: Source, report: Report) -> Reference | Remainder:
    place = source.place(row.line)
    surplus = any(cell.strip() for cell in row.cells[len(table.columns) :])
    if surplus or (not row.is_sound and len(row.cells) < len(table.columns)):
        report.add(BROKEN_ROW, f"{len(row.cells)} cells in {len(table.columns)} columns", place)
        return Remainder(NAME, row.raw, place)
    if not row.is_sound:
        report.add(QUOTE, "a quote is not doubled, or not closed", place)
    if not table.is_own and "&" in row.raw:
        row = _resolved(row, place, report)
    reference, other = reference_of(table, row, Origin(source.name, row.line, row.raw))
    fields = other_fields(other)
    if fields is None:
        report.add(OTHER_CHANGED, "the column other is not a JSON object", place, reference.id)
        return reference.replace(extras={**reference.extras, (NAME, OTHER): (other,)})
    return completed(reference, fields, place)


def _resolved(row: Row, place: Place, report: Report) -> Row:
    """The row with character references in its cells replaced by the characters."""
    cells = list(map(markup.resolved, row.cells))
    if changed := [cell for cell, resolved in zip(row.cells, cells, strict=True) if cell != resolved]:
        found = markup.reference_in(changed[0])
        report.add(REFERENCES, f"read as a character: {found}", place)
    return row._replace(cells=cells)


# --- writing ------------------------------------------------------------------------------------------


def write(references: Iterable[Reference], report: Report, delimiter: str = ",") -> Iterator[str]:  # noqa: ARG001  # a writer's parameters
    """The header, then one row for each reference. A table can hold everything."""
    yield _row(HEADER, delimiter)
    table = Table(delimiter, 1, columns_of(list(HEADER)))
    for reference in keyed(references):
        values = (reference.variables.get(variable, "") for variable in COLUMNS)
        cells = [guarded(cell) for cell in (reference.id, reference.type, *map(write_cell, values))]
        read_back, _ = reference_of(table, Row(cells, 1, ""))
        left = missing_values(reference, read_back)
        yield _row([*cells, json.dumps(left, ensure_ascii=False) if left else ""], delimiter)


def _row(cells: Iterable[str], delimiter: str) -> str:
    line = StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return line.getvalue()


FORMAT = Format(NAME, "CSV", (".csv",), read, write, SNIFFERS[NAME], extras="the column other, as JSON")

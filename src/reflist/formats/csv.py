"""CSV for spreadsheets: a row a reference, a header, always the same columns (RFC 4180, with line feeds). Written only.

Texts are written without their marks, names as ``Family, Given``, joined with semicolons. What has no column stands
in the last one, ``other``, as a JSON object of CSL-JSON fields.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from reflist.formats.base import Format
from reflist.grammar import edtf
from reflist.model import Date, Name, Reference, Value, to_csl
from reflist.report import Report, Rule, Severity
from reflist.text import Text

MARKS_LEFT_OUT = Rule(
    "csv-marks",
    Severity.LOSS,
    "The cells of a table are plain text, without italics, superscripts or other marks. The words were written "
    "without them.",
)

NAME = "csv"
COLUMNS = tuple(
    """author editor translator issued year-suffix title container-title volume issue page edition chapter-number
    collection-title collection-number genre number publisher publisher-place event-title event-place event-date
    status DOI ISBN ISSN PMID URL accessed language keyword note abstract""".split()
)
"""The variables with a column of their own, between ``id``, ``type`` and ``other``."""


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """The header, then a row for each reference."""
    yield _row(["id", "type", *COLUMNS, "other"])
    for reference in references:
        cells = [_cell(reference.variables.get(variable, "")) for variable in COLUMNS]
        yield _row([reference.id, reference.type, *cells, _other(reference)])
        for variable in COLUMNS:
            if marks := sorted({span.mark.value for span in reference.text(variable).spans}):
                message = f"{variable}: marks left out ({', '.join(marks)})"
                report.add(MARKS_LEFT_OUT, message, reference.origin.place, reference.id)


def _row(cells: list[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_name, value)))
    if isinstance(value, Date):
        return edtf.write(value) or edtf.write(Date(value.parts, circa=value.circa)) or value.literal
    return value.plain if isinstance(value, Text) else value


def _name(name: Name) -> str:
    """The name with the family name first; an institution as it stands."""
    if name.literal:
        return name.literal
    family = name.replace(given="", suffix="").display
    return ", ".join(filter(None, (family, name.given, name.suffix)))


def _other(reference: Reference) -> str:
    """What no cell holds, as JSON: fields without a column, and dates of which the cell cannot say everything."""
    item = to_csl(reference)
    left: dict[str, Any] = {}
    for field, value in item.items():
        date = reference.variables.get(field)
        incomplete = isinstance(date, Date) and (edtf.read(_cell(date)) or Date(literal=date.literal)) != date
        if field not in ("id", "type") and (field not in COLUMNS or incomplete):
            left[field] = value
    return json.dumps(left, ensure_ascii=False) if left else ""


FORMAT = Format(NAME, "CSV", (".csv",), write=write, extras="the column other, as JSON")

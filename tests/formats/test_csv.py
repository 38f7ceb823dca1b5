"""References as a table."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import csv as csv_format
from reflist.model import Date, Name, Reference, Value
from reflist.report import Report
from reflist.text import Mark, Span, Text
from strategies import references


def rows(written: list[Reference]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_format.write(written, Report())))))


def test_cells() -> None:
    names = (Name("Berg", "I.", non_dropping_particle="van den", suffix="Jr."), Name(literal="Homes, Towns"), Name())
    variables: dict[str, Value] = {
        "author": names,
        "issued": Date.of(2007, 11),
        "title": Text('Say "no",\nplease'),
        "dimensions": Text("3 m"),
    }
    (row,) = rows([Reference("k", "book", variables)])
    cells = {column: cell for column, cell in row.items() if cell}
    assert json.loads(cells.pop("other")) == {"dimensions": "3 m"}
    assert cells == {
        "id": "k",
        "type": "book",
        "author": "van den Berg, I., Jr.; Homes, Towns",
        "issued": "2007-11",
        "title": 'Say "no",\nplease',
    }


def test_a_date_that_no_cell_holds_stands_in_the_last_column_too() -> None:
    season = Date(((2007,),), season="Lent")
    (row,) = rows(
        [Reference("k", "book", {"issued": season, "accessed": Date(literal="n.d."), "event-date": Date.of(2001)})]
    )
    assert (row["issued"], row["accessed"], row["event-date"]) == ("2007", "n.d.", "2001")
    assert json.loads(row["other"]) == {"issued": {"date-parts": [[2007]], "season": "Lent"}}


def test_the_columns_are_always_the_same() -> None:
    header = "".join(csv_format.write([], Report()))
    assert header == ",".join(["id", "type", *csv_format.COLUMNS, "other"]) + "\n"


def test_marks_are_a_loss() -> None:
    report = Report()
    list(csv_format.write([Reference("k", "book", {"title": Text("E. coli", [Span(0, 7, Mark.ITALIC)])})], report))
    assert [str(diagnostic) for diagnostic in report] == ["loss[csv-marks] title: marks left out (italic) (k)"]


@given(st.lists(references(), max_size=3))
def test_a_row_a_reference(written: list[Reference]) -> None:
    assert [(row["id"], row["type"]) for row in rows(written)] == [(item.id, item.type) for item in written]

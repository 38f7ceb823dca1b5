"""The plain values of CSL-JSON, which are read without a closer look: just as the closer look would read them."""

from typing import Any

import pytest

from reflist.model import Date, Name, Value, from_csl
from reflist.model.csl_plain import PLAIN
from reflist.report import Report
from reflist.text import Text


@pytest.mark.parametrize(
    ("variable", "raw", "value"),
    [
        ("title", "On birds", Text("On birds")),
        ("title", "Über Vögel", Text("Über Vögel")),
        ("volume", "12", "12"),
        ("DOI", "10.1/x", "10.1/x"),
        (
            "author",
            [{"family": "Doe", "given": "Jane"}, {"literal": "WHO"}],
            (Name("Doe", "Jane"), Name(literal="WHO")),
        ),
        ("author", [{"given": "Jane", "family": "Doe"}], (Name("Doe", "Jane"),)),
        ("author", [{"family": "Doe"}, {"given": "Jane"}], (Name("Doe"), Name(given="Jane"))),
        (
            "author",
            [{"family": "Doe", "given": "Jane", "non-dropping-particle": "van", "suffix": "Jr"}],
            (Name("Doe", "Jane", non_dropping_particle="van", suffix="Jr"),),
        ),
        ("issued", {"date-parts": [[2003, 5, 21]]}, Date.of(2003, 5, 21)),
        ("issued", {"date-parts": [[2003]]}, Date.of(2003)),
    ],
)
def test_plain_values(variable: str, raw: Any, value: Value) -> None:
    assert PLAIN[variable](raw) == value
    report = Report()
    assert from_csl({"id": "x", "type": "book", variable: raw}, report)[variable] == value
    assert not report


@pytest.mark.parametrize(
    ("variable", "raw"),
    [
        ("title", "On <i>birds</i>"),
        ("title", 7),
        ("title", " "),
        ("title", ""),
        ("title", "half \ud800"),
        ("volume", 12),
        ("author", "Doe"),
        ("author", []),
        ("author", ["Doe"]),
        ("author", [{"literal": ""}]),
        ("author", [{"family": "Doe", "given": 7}]),
        ("author", [{"family": " ", "given": "Jane"}]),
        ("author", [{}]),
        ("author", [{"family": "Doe", "comma-suffix": True}]),
        ("issued", "2003"),
        ("issued", {"raw": "2003"}),
        ("issued", {"date-parts": [[2003], [2004]]}),
        ("issued", {"date-parts": [2003]}),
        ("issued", {"date-parts": [["2003"]]}),
        ("issued", {"date-parts": [[True]]}),
        ("issued", {"date-parts": [[2003, 13]]}),
        ("issued", {"date-parts": [[2003, 1, 1, 1]]}),
        ("issued", {"date-parts": [[-44]]}),
        ("issued", {"date-parts": [[]]}),
        ("issued", {"date-parts": [[2003]], "season": "2"}),
    ],
)
def test_what_needs_a_closer_look(variable: str, raw: Any) -> None:
    assert PLAIN[variable](raw) is None

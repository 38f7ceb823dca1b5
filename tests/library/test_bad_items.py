"""What is wrong in an item is reported with its place, and the rest of it, and of the list, is formatted."""

import json
from pathlib import Path
from typing import Any

import pytest

import reflist

GOOD = {"id": "good", "type": "book", "title": "Good"}
DEEP = 100_000


def listed(tmp_path: Path, item: Any) -> tuple[list[str], list[tuple[str, str | None, int | None, str | None]]]:
    """The entries of a list of an item and a good one, and what is reported about it: code, source, line, key."""
    file = tmp_path / "items.json"
    file.write_text(f"[\n{json.dumps(item)},\n{json.dumps(GOOD)}\n]", "utf-8")
    library = reflist.read(file)
    rendered = reflist.render(library.references, style="apa", to="text")
    assert "Good. (n.d.)." in [entry.text.plain for entry in rendered.entries]
    reported = [(one.code, one.place.source, one.place.line, one.key) for one in library.report]
    return [entry.text.plain for entry in rendered.entries if entry.id != "good"], reported


@pytest.mark.parametrize(
    ("fields", "entry", "codes"),
    [
        ({"title": ["x", {"y": 1}]}, "", ["csl-not-a-value"]),
        ({"title": 1984}, "1984. (n.d.).", ["csl-wrong-type"]),
        ({"author": "Doe, Jane"}, "Doe, Jane. (n.d.). T.", ["csl-wrong-type"]),
        ({"author": [7, None, {"family": 3}]}, "T. (n.d.).", ["csl-not-a-value"]),
        ({"volume": {"a": 1}}, "T. (n.d.).", ["csl-not-a-value"]),
        ({"issued": [2001]}, "T. (n.d.).", ["csl-not-a-value"]),
        ({"issued": {"date-parts": [["x"]]}}, "T. (n.d.).", ["csl-not-a-value"]),
        ({"issued": {"date-parts": [[10**20]]}}, "T. (n.d.).", ["csl-not-a-value"]),
        ({"issued": {"date-parts": [[2001, 99]]}}, "T. (2001).", ["csl-date-impossible"]),
        ({"issued": {"date-parts": [[2001, 13, 45]]}}, "T. (2001).", ["csl-date-impossible"]),
        ({"issued": {"date-parts": [[2001, 2, 30]]}}, "T. (2001).", ["csl-date-impossible"]),
        ({"issued": {"date-parts": [[2001], [2002], [2003]]}}, "T. (2001–2002).", ["csl-date-impossible"]),
        ({"issued": {"date-parts": [[2004, 2, 29]]}}, "T. (2004).", []),
        ({"issued": {"date-parts": [[2001, 22]]}}, "T. (2001).", []),
        ({"title": "a <i>b"}, "a <i>b. (n.d.).", ["csl-markup-odd"]),
        ({"title": "a</b> b"}, "a</b> b. (n.d.).", ["csl-markup-odd"]),
        ({"title": "a <i>b <sup>c</i>"}, "a b <sup>c. (n.d.).", ["csl-markup-odd"]),
        ({"title": "a <i>b</i> < c <d>"}, "a b < c <d>. (n.d.).", []),
        ({"title": f"{'<i>' * DEEP}x{'</i>' * DEEP}"}, "x. (n.d.).", ["csl-markup-odd"]),
        ({"title": f"{'<b>x</b>' * 200} end"}, f"{'x' * 200} end. (n.d.).", []),
        ({"type": "no such type"}, "T. (n.d.).", ["csl-unknown-type"]),
    ],
)
def test_one_field_is_wrong(fields: dict[str, Any], entry: str, codes: list[str], tmp_path: Path) -> None:
    entries, reported = listed(tmp_path, {"id": "bad", "type": "book", "title": "T", **fields})
    assert [(code, source, line, key) for code, source, line, key in reported] == [
        (code, "items.json", 2, "bad") for code in codes
    ]
    assert entries == [entry] or not entry


def test_markup_that_is_never_closed_is_text(tmp_path: Path) -> None:
    entries, reported = listed(tmp_path, {"id": "bad", "type": "book", "title": "<i>" * DEEP})
    assert entries == [f"{'<i>' * DEEP}. (n.d.)."]
    assert [code for code, *_ in reported] == ["csl-markup-odd"]


def test_a_thousand_authors(tmp_path: Path) -> None:
    crowd = [{"family": f"N{number}", "given": "A"} for number in range(1000)]
    entries, reported = listed(tmp_path, {"id": "crowd", "type": "book", "title": "T", "author": crowd})
    assert entries[0].endswith("N18, A., … N999, A. (n.d.). T.")
    assert reported == []


@pytest.mark.parametrize("item", [7, "x", None, [1]])
def test_what_is_not_an_item(item: Any, tmp_path: Path) -> None:
    assert listed(tmp_path, item) == ([], [("csljson-no-item", "items.json", 2, None)])

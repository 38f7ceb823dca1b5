"""CSL-JSON lines, read and written."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import csljson, csljsonl
from reflist.model import Date, Origin, Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source
from sniffed import sniffed
from strategies import references


def read(text: str) -> tuple[list[Reference | Remainder], list[str]]:
    report = Report()
    items = list(csljsonl.read(Source.from_text(text, "x.jsonl"), report))
    return [item for item in items if isinstance(item, Reference | Remainder)], [str(found) for found in report]


def written(*items: Reference) -> str:
    return "".join(csljsonl.write(items, Report()))


def test_an_item_a_line() -> None:
    items, findings = read('\ufeff\n{"id": "a", "type": "book"}\n  \n{"id": "b", "type": "book", "my": 1}')
    assert findings == []
    assert items == [Reference("a", "book"), Reference("b", "book", {}, {("csljson", "my"): ("1",)})]
    assert [item.origin for item in items if isinstance(item, Reference)] == [
        Origin("x.jsonl", 2),
        Origin("x.jsonl", 4),
    ]


def test_a_broken_line_costs_only_itself() -> None:
    items, findings = read(
        '{"id": "a", "type": "book"}\n{"id": "b", \n7\n{"id": "c", "type": "book", "id": "d"}\n'
        '{"id": "e", "type": "book", "volume": 1e999}\n{"id": "f", "type": "book"}\n'
    )
    assert [item.raw if isinstance(item, Remainder) else item.id for item in items] == [
        "a",
        '{"id": "b", ',
        "7",
        "d",
        "e",
        "f",
    ]
    assert findings == [
        "x.jsonl:2:13: error[csljson-syntax] expecting property name enclosed in double quotes",
        "x.jsonl:3:1: error[csljson-syntax] neither an array nor an object",
        "x.jsonl:4:1: loss[csljson-duplicate-field] id occurs twice: the last was read (d)",
    ]
    assert [item.place.line if isinstance(item, Remainder) else item.origin.line for item in items] == [*range(1, 7)]


def test_a_line_of_several_items() -> None:
    items, findings = read(
        '[{"id": "a", "type": "book"}, {"id": "b", "type": "book"}]\n{"items": [{"id": "c", "type": "book"}]}\n'
    )
    assert findings == []
    assert [item.id for item in items if isinstance(item, Reference)] == ["a", "b", "c"]


def test_one_json_text_over_many_lines() -> None:
    items, findings = read('[\n  {"id": "a", "type": "book"},\n  {\n"id": "b", "type": "book"}\n]\n')
    assert findings == []
    assert [item.id for item in items if isinstance(item, Reference)] == ["a", "b"]


def test_an_origin_of_its_own_stays() -> None:
    item = Reference("a", "book", {}, {}, Origin("page.txt", 7, "as printed"))
    (line,) = csljsonl.write([item], Report(), origin=True)
    for text in (line, f"[{line.strip()}]"):
        (back,), _ = read(text)
        assert isinstance(back, Reference)
        assert back.origin == item.origin


def test_a_line_feed_in_a_value_is_not_an_end() -> None:
    variables: dict[str, Value] = {"volume": "a\nb\u2028c\x85d", "issued": Date.of(2001)}
    text = written(Reference("a", "book", variables))
    assert text.count("\n") == 1
    assert read(text)[0] == [Reference("a", "book", variables)]


def test_deep_nesting_is_kept_raw() -> None:
    text = '{"id": "a", "type": "book", "x": ' + "[" * 100_000 + "\n" + '{"id": "b", "type": "book"}\n'
    items, findings = read(text)
    assert [type(item) for item in items] == [Remainder, Reference]
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"id": "a"}\n{"id": "b"}\n', "csljsonl"),
        ('\ufeff\n{"id": "a"}\n\n{"id": "b"', "csljsonl"),
        ('{"id": "a"}\n', "csljson"),
        ('[{"id": "a"},\n{"id": "b"}]', "csljson"),
        ('{"items": [\n{"id": "a"},\n{"id": "b"}]}', "csljson"),
    ],
)
def test_recognised_by_content(text: str, name: str) -> None:
    assert sniffed(text) == name


@given(st.lists(references(), max_size=3))
def test_what_is_written_is_read(items: list[Reference]) -> None:
    text = written(*items)
    assert read(text) == (items, [])
    assert [json.loads(line) for line in text.splitlines()] == json.loads("".join(csljson.write(items, Report())))


@given(st.text(st.sampled_from('{}[]":, \nid1\\')))
def test_no_text_is_refused(text: str) -> None:
    read(text)


def test_real_items(data: Path | None) -> None:
    if data is None:
        pytest.skip("no data")
    items = json.loads((data / "bench" / "items-1000.json").read_text(encoding="utf-8"))
    found, findings = read("\n".join(map(json.dumps, items)))
    assert len(found) == len(items)
    assert not [finding for finding in findings if "error" in finding]
    assert read(written(*(item for item in found if isinstance(item, Reference))))[0] == found

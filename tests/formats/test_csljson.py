"""CSL-JSON: round trips, and that a mistake in a file costs no more than what is wrong."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import csljson
from reflist.formats.base import Item
from reflist.model import Date, Name, Origin, Reference, Remainder, Value, to_csl
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text
from strategies import references


def read(text: str) -> tuple[list[Item], Report]:
    report = Report()
    return list(csljson.read(Source.from_text(text, "file.json"), report)), report


def ids(items: list[Item]) -> list[str]:
    return [item.id if isinstance(item, Reference) else type(item).__name__ for item in items]


def messages(report: Report) -> list[str]:
    return [f"{diagnostic.code} {diagnostic.place}" for diagnostic in report]


@given(st.lists(references(), max_size=3))
def test_what_is_written_reads_back(given_references: list[Reference]) -> None:
    report = Report()
    items, found = read("".join(csljson.write(given_references, report)))
    assert items == given_references
    assert not list(report)
    assert {finding.code for finding in found} <= {"csl-markup-odd"}  # a text may contain <b>


def test_an_item_alone_and_items_in_an_object() -> None:
    assert ids(read('{"id": "a", "type": "book"}')[0]) == ["a"]
    assert ids(read('{"style": {"x": [1]}, "items": [{"id": "a", "type": "book"}], "more": "]"}')[0]) == ["a"]
    assert ids(read('{"references": [{"id": "a", "type": "book"}, {"id": "b", "type": "book"}]}')[0]) == ["a", "b"]


def test_a_byte_order_mark_and_another_encoding() -> None:
    source = Source("x.json", '[{"id": "a", "type": "book", "title": "Élan"}]'.encode("latin-1"))
    (item,) = csljson.read(source, Report())
    assert isinstance(item, Reference)
    assert item.plain("title") == "Élan"
    assert ids(read('\ufeff[{"id": "a", "type": "book"}]')[0]) == ["a"]


@pytest.mark.parametrize(
    ("text", "found", "reported"),
    [
        ("", [], ["csljson-syntax file.json:1:1"]),
        ("[]", [], []),
        ("no json", ["Remainder"], ["csljson-syntax file.json:1:1"]),
        ('[{"id":"a","type":"book"},\n{"id":"b","ty', ["a", "Remainder"], ["csljson-syntax file.json:2:11"]),
        ('[{"id":"a","type":"book"},\n', ["a"], ["csljson-syntax file.json:2:1"]),
        ('[{"id":"a","type":"book"}', ["a"], ["csljson-syntax file.json:1:26"]),
        ('[{"id":"a",},\n{"id":"b","type":"book"}]', ["Remainder", "b"], ["csljson-syntax file.json:1:12"]),
        ('[{"id":"a","type":"book"} {"id":"b","type":"book"}]', ["a", "b"], ["csljson-syntax file.json:1:27"]),
        ('[{"id":"a","type":"book"},]', ["a"], ["csljson-syntax file.json:1:27"]),
        ('[{"id":"a","type":"book"}] tail', ["a", "Remainder"], ["csljson-syntax file.json:1:28"]),
        (
            '["x", null, 7, {"id":"a","type":"book"}]',
            ["Remainder"] * 3 + ["a"],
            ["csljson-no-item file.json:1:2", "csljson-no-item file.json:1:7", "csljson-no-item file.json:1:13"],
        ),
        ('[{"id":"a","x":"open},\n{"id":"b","type":"book"}]', ["Remainder", "b"], ["csljson-syntax file.json:1:23"]),
        (
            '[{"id":"a","author":[{"family":"A"},{"given":"B"}},\n{"type":"book","id":"b"}]',
            ["Remainder", "b"],
            ["csljson-syntax file.json:1:50"],
        ),
        ('[{"id":"a","id":"b","type":"book"}]', ["b"], ["csljson-duplicate-field file.json:1:2"]),
        ('{"items": [{"id":"a","type":"book"}', ["a"], ["csljson-syntax file.json:1:36"]),
        ('{"id":"a", "x": }', ["Remainder"], ["csljson-syntax file.json:1:17"]),
        ('{"id":"a" "type":"book"}', ["Remainder"], ["csljson-syntax file.json:1:11"]),
        ("[,]", ["Remainder"], ["csljson-syntax file.json:1:2"]),
    ],
)
def test_what_is_broken(text: str, found: list[str], reported: list[str]) -> None:
    items, report = read(text)
    assert ids(items) == found
    assert messages(report) == reported


def test_a_broken_item_is_kept_unchanged() -> None:
    (item,) = read('[{"id":"a",}]')[0]
    assert item == Remainder("csljson", '{"id":"a",}', Source("file.json", b"").place(1, 2))


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, '[{"id":"a","x":' + "[" * 5_000 + "]" * 5_000 + "}]"]
)
def test_nesting_without_bound(text: str) -> None:
    items, report = read(text)
    assert ids(items) == ["Remainder"]
    assert [diagnostic.code for diagnostic in report] == ["csljson-too-deep"]


def test_nesting_up_to_the_bound() -> None:
    """Some depth can be decoded but not written again; wherever that is, nothing is raised."""
    for depth in range(10, 1_000, 15):
        items, report = read(f'[{{"id":"a","type":"book","x":{"[" * depth}{"]" * depth}}},{{"id":"b","type":"book"}}]')
        assert ids(items) in (["a", "b"], ["Remainder", "b"])
        assert bool(list(report)) == (ids(items)[0] == "Remainder")


def test_numbers_out_of_bounds() -> None:
    (item,), report = read(f'[{{"id":1e999,"type":"book","volume":{"9" * 5_000},"issued":"{"9" * 5_000}","x":NaN}}]')
    assert isinstance(item, Reference)
    assert item.id == "1e999"
    assert item["volume"] == "9" * 5_000
    assert item["issued"] == Date(literal="9" * 5_000)
    json.loads("".join(csljson.write([item], report)))


def test_half_characters() -> None:
    (item,), _ = read(r'[{"id":"a","type":"book","title":"x\ud800","custom":{"\ud800":["\ud83d\ude00"]}}]')
    assert isinstance(item, Reference)
    assert item.plain("title") == "x\ufffd"
    "".join(csljson.write([item], Report())).encode()


def test_many_lines_are_counted_once() -> None:
    text = "[\n" + ",\n".join(f'{{"id": "{at}",\n "type": 1}}' for at in range(2_000)) + "]"
    _, report = read(text)
    assert [diagnostic.place.line for diagnostic in report] == list(range(2, 4_002, 2))


def test_where_a_reference_came_from() -> None:
    reference = Reference("a", "book", {"title": Text("T")}, origin=Origin("list.txt", 4, "A raw line."))
    (item,) = json.loads("".join(csljson.write([reference], Report(), origin=True)))
    assert item["custom"]["reflist"]["raw"] == "A raw line."


def test_real_items_come_back(root: Path) -> None:
    path = root.parent / "shared" / "data" / "bench" / "items-1000.json"
    if not path.exists():
        pytest.skip("../shared/data is not there")
    text = path.read_text("utf-8")
    items, report = read(text)
    assert len(items) == len(json.loads(text))
    assert not report.of(*[rule.severity for rule in (csljson.SYNTAX,)])
    again, _ = read("".join(csljson.write([item for item in items if isinstance(item, Reference)], report)))
    assert again == items


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(JSON)
def test_items_are_laid_out_as_json_dumps_does(value: object) -> None:
    assert csljson.indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


@given(references())
def test_references_are_laid_out_as_their_items(reference: Reference) -> None:
    assert csljson.item_text(reference) == json.dumps(to_csl(reference), ensure_ascii=False, indent=2)


@pytest.mark.parametrize(
    "variables",
    [
        {"title": Text("1 < 2")},
        {"title": Text.from_csl("<i>a</i>")},
        {"author": (Name("Doe", "Jane"), Name("Roe"))},
        {"author": (Name("Doe", "Jane", suffix="Jr."),)},
        {"author": (Name("Doe", "Jane", orcid="0000-0002-1825-0097"), Name("Roe", "Richard", affiliation="Acme"))},
        {"author": (Name("Doe", "J. “Q”"), Name("Roe", "Richard"))},
        {"issued": Date.of(2007, 9, 30)},
        {"issued": Date(((2007,), ()))},
        {"issued": Date.of(2007), "accessed": Date(((2008,),), season="2"), "submitted": Date(literal="soon")},
    ],
)
@pytest.mark.parametrize("extras", [{}, {("ris", "XX"): ("a", "b")}, {("csljson", "x"): ("1",), ("ris", "XX"): ("a",)}])
def test_values_are_laid_out_as_their_items(
    variables: dict[str, Value], extras: dict[tuple[str, str], tuple[str, ...]]
) -> None:
    reference = Reference("id \\ 1", "book", variables, extras)
    assert csljson.item_text(reference) == json.dumps(to_csl(reference), ensure_ascii=False, indent=2)


def test_half_a_character_is_reported() -> None:
    report = Report()
    (item,) = csljson.read(Source("x", rb'[{"id": "a", "type": "book", "title": "a\uD800b \ud83d\ude00"}]'), report)
    assert isinstance(item, Reference)
    assert item.plain("title") == "a\ufffdb \U0001f600"
    assert [(finding.code, finding.key) for finding in report] == [("csljson-half-character", "a")]


def test_arrays_and_objects_that_were_put_together() -> None:
    item = '{{"id": "{}", "type": "book"}}'.format
    items, report = read(f'[{item("a")}]\n[{item("b")}] {item("c")} {{"items": [{item("d")}]}} end')
    assert [item.id for item in items if isinstance(item, Reference)] == ["a", "b", "c", "d"]
    assert [(reported.code, reported.place.line) for reported in report] == [
        ("csljson-several", 2),
        ("csljson-several", 2),
        ("csljson-several", 2),
        ("csljson-syntax", 2),
    ]


def test_a_reference_without_an_id_has_one_of_its_own() -> None:
    weir, lind = (
        Reference("", "book", {"author": (Name(name, "A."),), "issued": Date.of(2004)}) for name in ("Weir", "Lind")
    )
    items = json.loads("".join(csljson.write([weir, lind, weir, weir.replace(id="w")], Report())))
    assert [item["id"] for item in items] == ["weir2004", "lind2004", "weir2004#2", "w"]

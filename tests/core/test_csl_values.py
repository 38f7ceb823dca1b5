"""The values of CSL-JSON items, of the kind that the schema asks for or not."""

import json
from typing import Any

import pytest

from core.csl_items import again, book, read
from reflist.model import Date, Name, Reference, Value, from_csl, to_csl
from reflist.model.csl import date_to_csl, name_to_csl
from reflist.report import Place, Report
from reflist.text import Text

# --- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "names", "codes"),
    [
        ([{"family": "Smith", "given": "J."}], [Name("Smith", "J.")], []),
        ([{"family": "Berg", "non-dropping-particle": "van"}], [Name("Berg", non_dropping_particle="van")], []),
        (
            [{"family": "King", "suffix": "Jr.", "comma-suffix": True}],
            [Name("King", suffix="Jr.", comma_suffix=True)],
            [],
        ),
        ([{"family": "King", "comma-suffix": "false"}], [Name("King")], []),
        ([{"literal": "Cabinet Office"}], [Name(literal="Cabinet Office")], []),
        ("Cabinet Office", [Name(literal="Cabinet Office")], ["csl-wrong-type"]),
        (["Smith", {"family": "Jones"}], [Name(literal="Smith"), Name("Jones")], ["csl-wrong-type"]),
        ({"family": "Smith"}, [Name("Smith")], ["csl-wrong-type"]),
        ([{"family": 12}], [Name("12")], []),
        ([{"family": "Smith"}, {}, {"family": ""}, None, ""], [Name("Smith")], []),
        ([], [], []),
        ([{}], [], []),
        ([5], [], ["csl-not-a-value"]),
        (5, [], ["csl-not-a-value"]),
        ([{"family": ["Smith"]}], [], ["csl-not-a-value"]),
        ([{"family": True}], [], ["csl-not-a-value"]),
        ([{"family": "Smith"}, 5], [], ["csl-not-a-value"]),
    ],
)
def test_names(raw: Any, names: list[Name], codes: list[str]) -> None:
    reference, found = read({"id": "a", "type": "book", "author": raw})
    assert reference.names("author") == tuple(names)
    assert found == codes
    assert (("csljson", "author") in reference.extras) == ("csl-not-a-value" in codes)


def test_what_a_name_does_not_hold_is_kept() -> None:
    item = {"id": "a", "type": "book", "author": [{"family": "Mao", "given": "Zedong", "static-ordering": True}]}
    reference, _ = read(item)
    assert reference.names("author") == (Name("Mao", "Zedong"),)
    assert json.loads(reference.extras["csljson", "author"][0]) == item["author"]
    assert again(reference) == reference


def test_acronyms_are_ours() -> None:
    name = Name(literal="Department of Health", acronym="DoH", orcid="0000-0001", affiliation="UK")
    assert name_to_csl(name) == {"literal": "Department of Health"}
    item = to_csl(book(author=(Name("Smith"), name)))
    assert item["custom"]["reflist"]["names"]["author"][0] == {}
    assert from_csl(item).names("author")[1] == name
    item["author"].append({"family": "New"})  # someone added an author: ours no longer fit
    assert from_csl(item).names("author")[1] == Name(literal="Department of Health")


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "date", "codes"),
    [
        ({"date-parts": [[2007]]}, Date.of(2007), []),
        ({"date-parts": [["2007", "9", "1"]]}, Date.of(2007, 9, 1), []),
        ({"date-parts": [[2007.0, 9]]}, Date.of(2007, 9), []),
        ({"date-parts": [[2007, 0, 0]]}, Date.of(2007), []),
        ({"date-parts": [[2007, None, ""]]}, Date.of(2007), []),
        ({"date-parts": [[-44, 3, 15]]}, Date.of(-44, 3, 15), []),
        ({"date-parts": [[2007], [2008]]}, Date(((2007,), (2008,))), []),
        ({"date-parts": [[2007], [0]]}, Date(((2007,), ())), []),
        ({"date-parts": [[2007], []]}, Date(((2007,), ())), []),
        ({"date-parts": [[2007], [None]]}, Date.of(2007), []),
        ({"date-parts": [[1971, 72]]}, Date.of(1971), ["csl-date-impossible"]),
        ({"date-parts": [[1971, 21]]}, Date(((1971,),), season="1"), []),
        ({"date-parts": [[1971, "16"]]}, Date(((1971,),), season="4"), []),
        ({"date-parts": [[1971, 18]]}, Date(((1971,),), season="2"), []),
        ({"date-parts": [[1971, 13, 2]]}, Date(((1971,),), season="1"), ["csl-date-impossible"]),
        ({"date-parts": [[1971, 13], [1972, 3]]}, Date(((1971, 21), (1972, 3))), []),
        ({"date-parts": [[1971], [1972, 24]]}, Date(((1971,), (1972, 24))), []),
        ({"date-parts": [[2007]], "season": 1}, Date(((2007,),), season="1"), []),
        ({"date-parts": [[2007]], "season": "Trinity"}, Date(((2007,),), season="Trinity"), []),
        ({"date-parts": [[2007]], "season": 0}, Date.of(2007), []),
        ({"date-parts": [[2007]], "circa": True}, Date(((2007,),), circa=True), []),
        ({"date-parts": [[2007]], "circa": "1"}, Date(((2007,),), circa=True), []),
        ({"date-parts": [[2007]], "circa": "false"}, Date.of(2007), []),
        ({"literal": "n.d."}, Date(literal="n.d."), []),
        ({"raw": "in spring"}, Date(literal="in spring"), []),
        (2007, Date.of(2007), ["csl-wrong-type"]),
        ("2007", Date.of(2007), []),
        ("2007-09-12", Date.of(2007, 9, 12), []),
        ("2007-21/2007-23~", Date(((2007, 21), (2007, 23)), circa=True), []),
        ("2007/..", Date(((2007,), ())), []),
        ("-0043", Date.of(-44), []),
        ("Y12345678", Date(literal="Y12345678"), ["csl-wrong-type"]),
        ({"raw": "2007-09"}, Date.of(2007, 9), []),
        ("-44", Date.of(-44), ["csl-wrong-type"]),
        ("0", Date(literal="0"), ["csl-wrong-type"]),
        ("forthcoming", Date(literal="forthcoming"), ["csl-wrong-type"]),
        ("20070912", Date(literal="20070912"), ["csl-wrong-type"]),
        ({"date-parts": [[None]]}, Date(), []),
        ({"date-parts": []}, Date(), []),
        ("", Date(), []),
        ({}, Date(), []),
        ({"date-parts": [[0]]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": 2007}, Date(), ["csl-not-a-value"]),
        ({"date-parts": "2007"}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [2007]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [["spring"]]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [[2007.5]]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [[float("nan")]]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [[float("inf")]]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [[10**9]]}, Date(), ["csl-not-a-value"]),
        ({"date-parts": [[{}]]}, Date(), []),
        ({"date-parts": [[{"a": 1}]]}, Date(), ["csl-not-a-value"]),
        ({"circa": True}, Date(), ["csl-not-a-value"]),
        (True, Date(), ["csl-not-a-value"]),
        ([2007], Date(), ["csl-not-a-value"]),
    ],
    ids=repr,
)
def test_dates(raw: Any, date: Date, codes: list[str]) -> None:
    reference, found = read({"id": "a", "type": "book", "issued": raw})
    assert reference.date("issued") == date
    assert found == codes
    assert again(reference) == reference


@pytest.mark.parametrize(
    "raw",
    [
        {"date-parts": [[1971, 72]]},
        {"date-parts": [[2007]], "raw": "2007?"},
        {"literal": "spring", "raw": "2007"},
        {"date-parts": [[2007]], "timestamp": 5},
    ],
)
def test_what_a_date_does_not_hold_is_kept(raw: dict[str, Any]) -> None:
    reference, codes = read({"id": "a", "type": "book", "issued": raw})
    assert json.loads(reference.extras["csljson", "issued"][0]) == raw
    assert reference.date("issued")
    assert codes == (["csl-date-impossible"] if "72" in str(raw) else [])


def test_dates_are_written_as_the_schema_asks() -> None:
    assert date_to_csl(Date(((2007,), ()))) == {"date-parts": [[2007], [0]]}
    assert date_to_csl(Date(((2007,),), "2", True, "about")) == {
        "date-parts": [[2007]],
        "season": 2,
        "circa": True,
        "literal": "about",
    }
    assert date_to_csl(Date(((2007,),), "05")) == {"date-parts": [[2007]], "season": "05"}


# --- other variables --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "raw", "value", "codes"),
    [
        ("volume", 12, "12", []),
        ("volume", 12.0, "12", ["csl-wrong-type"]),
        ("volume", 1.5, "1.5", ["csl-wrong-type"]),
        ("volume", 1e300, str(int(1e300)), ["csl-wrong-type"]),
        ("volume", "", None, []),
        ("volume", None, None, []),
        ("volume", True, None, ["csl-not-a-value"]),
        ("volume", float("nan"), None, ["csl-not-a-value"]),
        ("volume", {"a": 1}, None, ["csl-not-a-value"]),
        ("ISSN", ["1234-5678", "8765-4321"], "1234-5678, 8765-4321", ["csl-wrong-type"]),
        ("ISSN", [["x"]], None, ["csl-not-a-value"]),
        ("ISSN", [], None, []),
        ("title", ["On <i>E. coli</i>"], Text.from_csl("On <i>E. coli</i>"), ["csl-wrong-type"]),
        ("title", 1984, Text("1984"), ["csl-wrong-type"]),
        ("title", "half \ud800", Text("half \ufffd"), []),
        ("title", "\ud83d\ude00", Text("😀"), []),
        ("DOI", 12, "12", ["csl-wrong-type"]),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_plain_variables(field: str, raw: Any, value: Value | None, codes: list[str]) -> None:
    reference, found = read({"id": "a", "type": "book", field: raw})
    assert reference.variables.get(field) == value
    assert found == codes
    assert again(reference) == reference


def test_a_number_too_long_to_write_is_reported() -> None:
    reference, codes = read({"id": "a", "type": "book", "volume": 10**5000})
    assert reference == book()
    assert set(codes) == {"csl-not-a-value"}


@pytest.mark.parametrize(
    ("item", "id"),
    [
        ({"id": 12}, "12"),
        ({}, ""),
        ({"id": None}, ""),
        ({"id": "\ud800"}, "\ufffd"),
        ({"id": []}, ""),
        ({"id": 1.5}, "1.5"),
    ],
)
def test_ids(item: dict[str, Any], id: str) -> None:
    assert from_csl(item).id == id


@pytest.mark.parametrize("raw", ["Book", 5, [], {"a": 1}, True])
def test_an_unknown_type_is_kept(raw: Any) -> None:
    reference, codes = read({"id": "a", "type": raw})
    assert reference.type == "document"
    assert codes == ["csl-unknown-type"]
    assert json.loads(reference.extras["csljson", "type"][0]) == raw
    assert again(reference) == reference


def test_a_missing_type_is_reported() -> None:
    assert read({"id": "a"}) == (Reference("a", "document"), ["csl-unknown-type"])


def test_findings_have_a_place() -> None:
    report = Report()
    from_csl({"id": "a", "type": "book", "volume": {"x": "y" * 100}}, report, Place("x.json", 2))
    shown = str(report.diagnostics[0])
    assert shown.startswith('x.json:2: loss[csl-not-a-value] volume cannot be {"x": "yyy')
    assert len(shown) < 140

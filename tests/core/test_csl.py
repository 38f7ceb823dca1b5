"""CSL-JSON items: whatever they hold is read, and what is written reads back as the same reference."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.csl_items import again, book, read
from reflist.model import KINDS, Date, FieldOrigin, Name, Origin, Reference, Value, from_csl, to_csl
from reflist.model.csl import plain_item
from reflist.report import Place
from reflist.text import Mark, Span, Text
from strategies import any_references, json_values, references

# --- written and read back --------------------------------------------------------------------------------------------


@given(references())
def test_what_readers_give_reads_back_the_same(reference: Reference) -> None:
    assert again(reference) == reference


@given(any_references())
def test_what_code_makes_reads_back_the_same(reference: Reference) -> None:
    assert again(reference) == reference
    assert again(reference, origin=True) == reference


@given(
    st.dictionaries(st.one_of(st.sampled_from(["id", "type", "custom", *KINDS]), st.text(max_size=5)), json_values())
)
def test_anything_json_holds_is_read_and_reads_back_the_same(item: dict[str, Any]) -> None:
    reference, _ = read(item)
    assert again(reference) == reference
    json.dumps(to_csl(reference), ensure_ascii=False).encode()


@given(st.sampled_from(sorted(KINDS)), json_values())
def test_a_filled_field_is_a_variable_or_an_extra(field: str, raw: Any) -> None:
    reference, codes = read({"id": "a", "type": "book", field: raw})
    kept = ("csljson", field) in reference.extras
    assert (field in reference) or kept or _says_nothing(raw) or "csl-not-a-value" in codes
    assert kept or "csl-not-a-value" not in codes


def _says_nothing(raw: Any) -> bool:
    if isinstance(raw, dict | list):
        return all(map(_says_nothing, raw.values() if isinstance(raw, dict) else raw))
    return raw is None or (isinstance(raw, str) and not raw.strip())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (Text("a <i>b</i> c"), "a <i>b</i> c"),
        (Text("abc", [Span(0, 2, Mark.ITALIC), Span(1, 3, Mark.BOLD)]), "<i>a<b>b</b></i><b>c</b>"),
        (Text("a b", [Span(2, 3, Mark.QUOTE)]), "a “b”"),
        (Text("E=m", [Span(0, 3, Mark.MATH)]), "E=m"),
    ],
)
def test_a_text_that_markup_cannot_hold_is_kept_in_addition(text: Text, written: str) -> None:
    item = to_csl(book(title=text))
    assert item["title"] == written
    assert item["custom"]["reflist"]["texts"].keys() == {"title"}
    assert from_csl(item)["title"] == text


def test_an_edited_text_counts_more_than_ours() -> None:
    item = to_csl(book(title=Text("E=m", [Span(0, 3, Mark.MATH)])))
    assert from_csl({**item, "title": "E=mc"})["title"] == Text("E=mc")
    assert "title" not in from_csl({**item, "title": None})


def test_plain_items_have_no_custom() -> None:
    item = to_csl(
        book(title=Text.from_csl("On <i>E. coli</i>"), author=(Name("Smith", "J."),), issued=Date.of(2007, 9))
    )
    assert item == {
        "id": "a",
        "type": "book",
        "title": "On <i>E. coli</i>",
        "author": [{"family": "Smith", "given": "J."}],
        "issued": {"date-parts": [[2007, 9]]},
    }


# --- extras and custom ------------------------------------------------------------------------------------------------


def test_unknown_fields_come_back_as_they_were() -> None:
    item = {"id": "a", "type": "book", "x-tags": ["a", {"b": None}], "categories": ["c"], "0": 1.5}
    reference, codes = read(item)
    assert to_csl(reference) == item
    assert codes == []


@pytest.mark.parametrize(
    "custom",
    [{"a": 1}, "words", 0, False, ["a"], {"reflist": 5, "b": 1}, {"reflist": {}}, {}],
    ids=repr,
)
@pytest.mark.parametrize("acronym", ["", "DoH"])
def test_a_foreign_custom_stays(custom: Any, acronym: str) -> None:
    reference, _ = read({"id": "a", "type": "book", "custom": custom})
    changed = reference | {"author": (Name(literal="Department of Health", acronym=acronym),)}
    assert again(changed) == changed


def test_a_foreign_custom_is_kept_with_ours() -> None:
    reference, _ = read({"id": "a", "type": "book", "custom": {"theirs": 1}})
    ours = reference.replace(extras={**reference.extras, ("ris", "ZZ"): ("x", "y")})
    assert to_csl(ours)["custom"] == {"theirs": 1, "reflist": {"extras": {"ris": {"ZZ": ["x", "y"]}}}}


def test_an_extra_gives_way_to_a_variable_but_is_not_lost() -> None:
    reference, _ = read({"id": "a", "type": "book", "issued": [2007]})
    changed = reference | {"issued": Date.of(2007)}
    assert to_csl(changed)["issued"] == {"date-parts": [[2007]]}
    assert again(changed) == changed


@pytest.mark.parametrize(
    "own",
    [
        {"extras": 5},
        {"extras": {"csljson": {"custom": ["{"], "x": ["not json"], "y": [1, None]}, "ris": {"A": "b"}}},
        {"names": {"author": [5], "editor": "x", "nothing": [{}]}},
        {"names": {"author": [{"acronym": ["x"], "orcid": 5}]}},
        {"texts": {"title": {"plain": 5, "spans": []}, "author": {"plain": "x", "spans": []}, "note": 5}},
        {"texts": {"title": {"plain": "T", "spans": [[0, 1]]}}},
        {"texts": {"title": {"plain": "T", "spans": [[0, 1, "underlined"]]}}},
        {"texts": {"title": {"plain": "T", "spans": [[0, float("inf"), "math"]]}}},
        {"texts": {"title": {"plain": "T", "spans": [[0, 1, "math"]] * 1000}}},
        {"raw": 5, "line": "x", "confidence": "y", "fields": {"title": 5}},
        {
            "raw": "r",
            "line": True,
            "confidence": float("nan"),
            "fields": {"title": {"printed": 7, "confidence": 10**400}},
        },
    ],
    ids=repr,
)
def test_what_was_ours_may_have_been_spoilt(own: dict[str, Any]) -> None:
    item = {"id": "a", "type": "book", "title": "T", "author": [{"family": "S"}], "custom": {"reflist": own}}
    reference, _ = read(item)
    assert reference["title"] == Text("T")
    assert again(reference, origin=True) == reference


def test_too_deep_nesting_is_reported() -> None:
    deep: Any = "a"
    for _ in range(100_000):
        deep = [deep]
    reference, codes = read({"id": "a", "type": "book", "x": deep, "custom": deep, "title": deep, "author": deep})
    assert reference.variables == {}
    assert reference.extras == {}
    assert set(codes) == {"csl-not-a-value"}
    while isinstance(deep, list):  # taken apart here, since to free it at once would recurse
        deep = deep[0]


def test_values_that_are_not_json_are_reported() -> None:
    reference, codes = read({"id": "a", "type": "book", "x": {1, 2}, 5: "y"})  # type: ignore[dict-item]  # as YAML may give
    assert reference.extras == {("csljson", "5"): ('"y"',)}
    assert codes == ["csl-not-a-value"]


def test_not_a_number_is_kept_as_a_word() -> None:
    reference, _ = read({"id": "a", "type": "book", "x": [float("nan"), float("-inf")]})
    assert to_csl(reference)["x"] == ["NaN", "-Infinity"]


# --- origins ----------------------------------------------------------------------------------------------------------


def test_an_origin_is_written_on_request_and_read() -> None:
    fields = {"author": FieldOrigin(0, 5, "Smith", 0.5), "title": FieldOrigin(7, 8, "T")}
    origin = Origin("list.txt", 3, "Smith. T", 0.9, fields)
    reference = book(title=Text("T")).replace(origin=origin)
    assert "custom" not in to_csl(reference)
    assert again(reference, origin=True).origin == origin
    assert from_csl({"id": "a", "type": "book"}, place=Place("x.json", 2)).origin == Origin("x.json", 2)


def test_a_printed_string_that_is_not_in_the_raw_one_has_no_place() -> None:
    item = {"id": "a", "type": "book", "custom": {"reflist": {"raw": "abc", "fields": {"title": {"printed": "x"}}}}}
    assert from_csl(item).origin.fields["title"] == FieldOrigin(0, 0, "x")


def test_an_item_of_variables_alone() -> None:
    reported: dict[str, Value] = {
        "title": Text("On birds", [Span(3, 8, Mark.ITALIC)]),
        "author": (Name("Doe", non_dropping_particle="van"),),
        "issued": Date.of(2007),
        "volume": "2",
    }
    item = to_csl(Reference("", "book", reported))
    assert plain_item(reported) == {variable: item[variable] for variable in reported}
    assert plain_item({"title": Text("On birds", [Span(3, 8, Mark.MATH)])}) is None
    assert plain_item({"author": (Name("Doe", orcid="0000"),)}) is None

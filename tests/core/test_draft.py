"""Raw strings become typed variables; what no variable can hold is kept."""

import pytest

from reflist.draft import Draft
from reflist.model import Date, FieldOrigin, Name, Origin, Value
from reflist.text import Text


@pytest.mark.parametrize(
    ("variable", "raw", "value"),
    [
        ("title", " On trust ", Text("On trust")),
        ("author", "Smith, J. and Jones, A.", (Name("Smith", "J."), Name("Jones", "A."))),
        ("issued", "12 November 2007", Date.of(2007, 11, 12)),
        ("issued", "in the autumn of his life", Date(literal="in the autumn of his life")),
        ("accessed", "29.12.2013", Date.of(2013, 12, 29)),
        ("volume", "12", "12"),
        ("page", "310–17", "310-317"),
        ("page", "699721", "699721"),
        ("DOI", "10.1000/1", "10.1000/1"),
    ],
)
def test_raw_strings_are_read(variable: str, raw: str, value: Value) -> None:
    draft = Draft("ris")
    draft.put(variable, raw)
    reference = draft.build("a")
    assert reference.variables == {variable: value}
    assert not reference.extras
    assert variable in draft


def test_a_typed_value_stays_as_it_is() -> None:
    draft = Draft("ris", "book")
    field = FieldOrigin(0, 4, "2007")
    draft.put("issued", Date.of(2007), field)
    reference = draft.build("a", Origin("x.ris", 1, "2007 raw"))
    assert (reference.id, reference.type) == ("a", "book")
    assert reference.date("issued") == Date.of(2007)
    assert reference.origin.fields == {"issued": field}
    assert reference.origin.raw == "2007 raw"


@pytest.mark.parametrize(
    ("variable", "values", "kept"),
    [
        ("ZZ", ["x", "y"], ("x", "y")),
        ("title", [Text("one"), Text("two")], ("two",)),
        ("title", [Text("one"), "two"], ("two",)),
        ("issued", [Date.of(2007), Date(((2008, 1), (2008, 2)))], ("2008-1/2008-2",)),
        ("issued", [Date.of(2007), Date(literal="n.d.")], ("n.d.",)),
        ("author", [(Name("A", "B."),), (Name("C", "D."), Name(literal="E"))], ("D. C; E",)),
    ],
)
def test_what_no_variable_holds_is_kept(variable: str, values: list[Value], kept: tuple[str, ...]) -> None:
    draft = Draft("ris")
    for value in values:
        draft.put(variable, value)
    assert draft.build().extras == {("ris", variable): kept}


@pytest.mark.parametrize("value", ["", "  ", Text(), Date(), ()])
def test_nothing_is_kept_of_nothing(value: Value) -> None:
    draft = Draft("ris")
    for variable in ("title", "author", "issued", "page", "ZZ"):
        draft.put(variable, value)
    assert not draft.build().variables
    assert not draft.build().extras


def test_what_is_not_a_name_is_kept() -> None:
    draft = Draft("ris")
    draft.put("author", ";;")
    draft.put("page", ".,")
    assert draft.build().extras == {("ris", "author"): (";;",), ("ris", "page"): (".,",)}


def test_a_draft_may_go_on_after_it_was_built() -> None:
    draft = Draft("ris")
    draft.put("title", "One")
    first = draft.build()
    draft.put("volume", "2", FieldOrigin(0, 1, "2"))
    assert "volume" not in first
    assert not first.origin.fields

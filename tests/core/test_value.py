"""The base of the values: compared by content, unchangeable, and sent from process to process."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.model import Citation, Date, FieldOrigin, Kind, Name, Origin, Paper, Reference, Value, Work
from reflist.text import Text
from reflist.value import Frozen, remembered, sealed
from strategies import references, values

REFERENCE = Reference(
    "smith2007",
    "book",
    {"title": Text.from_csl("On <i>E. coli</i>"), "author": (Name("Smith", "J."),), "issued": Date.of(2007)},
    {("ris", "ZZ"): ("kept",)},
    Origin("list.txt", 3, "Smith, J. (2007)", 0.9, {"author": FieldOrigin(0, 9, "Smith, J.")}),
)
WORK = Work(REFERENCE, (REFERENCE,), variants={"note": ()})
VALUES = (
    Name("Smith", "J."),
    Date.of(2007, 9),
    Text.from_csl("<i>a</i>"),
    Citation("Smith 2007", 1, ("Smith",), False, "2007"),
    FieldOrigin(0, 4, "2007"),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_equal_values_have_equal_hashes(value: Frozen) -> None:
    twin = copy.deepcopy(value)
    assert value == twin
    assert hash(value) == hash(twin)
    assert value != "another type"


@given(st.one_of(values(Kind.NAMES), values(Kind.DATE), values(Kind.TEXT)))
def test_hashes_agree_with_equality(value: Value) -> None:
    twin = pickle.loads(pickle.dumps(value))
    assert value == twin
    assert hash(value) == hash(twin)


@given(references())
def test_any_reference_pickles(reference: Reference) -> None:
    assert pickle.loads(pickle.dumps(reference)) == reference


def test_another_attribute_makes_another_value() -> None:
    assert Name("Smith", "J.") != Name("Smith", "K.")
    assert Name("Smith") != Date(literal="Smith")


def test_values_do_not_change() -> None:
    name = Name("Smith")
    with pytest.raises(AttributeError, match="Name is immutable: cannot set 'family'"):
        name.family = "Jones"
    with pytest.raises(AttributeError, match="cannot delete 'family'"):
        del name.family
    assert name.replace(family="Jones") == Name("Jones")
    assert name == Name("Smith")


def test_replace_refuses_what_is_not_an_attribute() -> None:
    with pytest.raises(TypeError, match="surname"):
        Name("Smith").replace(surname="Jones")


def test_a_value_shows_what_it_holds() -> None:
    assert repr(Name("Smith", suffix="Jr.")) == "Name(family='Smith', suffix='Jr.')"


@pytest.mark.parametrize("value", [REFERENCE, WORK, Paper(REFERENCE, (REFERENCE,))], ids=lambda v: type(v).__name__)
def test_references_and_what_holds_them_pickle_and_copy(value: Reference | Work | Paper) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert copy.copy(value) == value


def test_an_origin_pickles_with_its_fields() -> None:
    origin = pickle.loads(pickle.dumps(REFERENCE.origin))
    assert origin == REFERENCE.origin
    with pytest.raises(TypeError):
        origin.fields["title"] = FieldOrigin(0, 1, "x")


def test_sealed_copies() -> None:
    mapping = {"a": 1}
    copied = sealed(mapping)
    mapping["a"] = 2
    assert copied == {"a": 1}
    assert sealed(None) == {}


def test_what_a_function_made_of_short_strings_is_remembered() -> None:
    asked: list[str] = []

    def length(string: str) -> int:
        asked.append(string)
        return len(string)

    remembering = remembered(length, most=2, longest=5)
    assert [remembering(string) for string in ("a", "a", "bb", "long string", "long string")] == [1, 1, 2, 11, 11]
    assert asked == ["a", "bb", "long string", "long string"]

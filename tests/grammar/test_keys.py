"""Keys: a function of the work alone, in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar.keys import ascii_letters, distinct, key, numbered
from reflist.model import Date, Name, Reference, Value
from reflist.text import Text
from strategies import references


def work(**variables: Value) -> Reference:
    return Reference("", "book", {name.replace("_", "-"): value for name, value in variables.items()})


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (
            work(
                author=(Name("Bovaird"), Name("L")),
                issued=Date.of(2007),
                title=Text("Beyond the market and trust"),
            ),
            "bovaird2007beyondMarketTrust",
        ),
        (work(author=(Name(literal="Cabinet Office"),), title=Text("The Report")), "cabinetofficereport"),
        (work(author=(Name(literal="Department of Health", acronym="DoH"),), issued=Date.of(1997)), "doh1997"),
        (work(author=(Name(given="Plato"),), title=Text("Republic")), "platorepublic"),
        (work(editor=(Name("O’Neill", non_dropping_particle="d’"),), title=Text("Trust")), "oneilltrust"),
        (work(author=(Name("Müller"),), status=Text("forthcoming")), "mullerforthcoming"),
        (work(author=(Name("Caesar"),), issued=Date.of(-50), title=Text("De bello Gallico")), "caesarbc50belloGallico"),
        (work(title=Text("The Of And")), "theOfAnd"),
        (work(title=Text("Über Größe: ein Versuch in 3 Teilen")), "uberGrosseVersuch"),
        (work(author=(Name("A" * 99),), title=Text("B" * 99)), "a" * 24 + "b" * 24),
    ],
)
def test_keys(reference: Reference, expected: str) -> None:
    assert key(reference) == expected


def test_keys_of_other_scripts_are_hashes() -> None:
    one, two = work(author=(Name("毛泽东"),)), work(author=(Name("周恩来"),))
    assert key(one) != key(two)
    assert key(work(title=Text("论语"))) != key(work(title=Text("孟子")))
    assert key(work()) != key(work(note=Text("x")))
    assert key(one) == key(work(author=(Name("毛泽东"),)))


def test_the_same_work_has_the_same_key_whatever_its_id_and_extras() -> None:
    one = work(note=Text("x"))
    assert key(one) == key(one.replace(id="b", extras={("ris", "ZZ"): ("y",)}))


def test_works_that_share_a_key_get_distinct_ones() -> None:
    first = work(author=(Name("Needham"),), issued=Date.of(2011), title=Text("On trust"))
    second, third = first | {"publisher": Text("A")}, work(title=Text("Else"))
    keys = distinct([first, second, third])
    assert keys[2] == "else"
    assert len(set(keys)) == 3
    assert all(shared.startswith("needham2011trust-") for shared in keys[:2])
    assert distinct([third, second, first]) == keys[::-1]
    assert distinct([first, third]) == ["needham2011trust", "else"]


def test_ids_are_numbered_from_their_second_use() -> None:
    assert numbered(["a", "b", "a", "a", "b"]) == ["a", "b", "a#2", "a#3", "b#2"]


@given(references())
def test_a_key_is_ascii_and_not_empty(reference: Reference) -> None:
    assert key(reference)
    assert key(reference).isascii()
    assert " " not in key(reference)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Löffler", "Loffler"),
        ("Søren Łukasz Đặng", "Soren Lukasz Dang"),
        ("Straße STRAẞE", "Strasse STRASSE"),
        ("O'Neill’s", "ONeills"),
        ("a--b_c", "a b c"),
        ("ﬁ ①", "fi 1"),
        ("论语", ""),
    ],
)
def test_ascii_letters(text: str, expected: str) -> None:
    assert ascii_letters(text) == expected


@given(st.text())
def test_ascii_letters_of_anything(text: str) -> None:
    assert ascii_letters(text).isascii()
    assert ascii_letters(ascii_letters(text)) == ascii_letters(text)

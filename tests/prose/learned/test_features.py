"""What the learned tagger sees of a token."""

import pytest

from reflist.prose.learned.features import FEATURES, features
from reflist.prose.learned.features.around import around
from reflist.prose.learned.features.behind import behind
from reflist.prose.learned.features.enclosed import enclosed
from reflist.prose.learned.features.form import form, shape
from reflist.prose.learned.features.position import position
from reflist.prose.learned.features.stretch import stretch
from reflist.prose.learned.features.vocabulary import vocabulary
from reflist.prose.tokens import Token, tokenize


def tokens(text: str) -> list[Token]:
    return list(tokenize(text))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("McNabb", "XxXxx"), ("DfES", "XxXX"), ("1998", "dd"), ("T52", "Xdd"), ("co-production", "xx-xx"), ("–", "–")],
)
def test_the_shape_of_a_word(word: str, expected: str) -> None:
    assert shape(word) == expected


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("Press", {"w=press", "p3=pre", "s3=ess", "sh=Xxx"}),
        ("J", {"initial"}),
        ("e", {"letter"}),
        ("März", {"month"}),
        ("spring", {"season"}),
        ("https", {"address"}),
        ("1998", {"n=4", "year"}),
        ("1848", {"old-year"}),
        ("4310", {"four"}),
        ("2055", {"four"}),
        ("12", {"day", "w=12"}),
        ("52", {"number", "n=2", "w=52"}),
        ("(", {"w=(", "mark"}),
    ],
)
def test_the_form_of_a_token(word: str, seen: set[str]) -> None:
    (found,) = form(tokens(word))
    assert seen <= set(found)


def test_words_that_lists_know() -> None:
    basingstoke, of, unknown = vocabulary(tokens("Basingstoke of Xyzzy"))
    assert basingstoke == ("in=places",)
    assert of == unknown == ()


def test_where_a_token_stands() -> None:
    first, *_, last = position(tokens("A. Smith, in 2001, 12: 3-9"))
    assert first == ("part=0", "numbers=4", "to-come=year", "to-come=in", "first=0")
    assert last == ("part=9", "numbers=0", "last=1")


@pytest.mark.parametrize(
    ("text", "word", "seen"),
    [
        ("(2001)", "2001", ["bracket", "glued"]),
        ("a) 2001", "2001", []),
        ("“Title” Journal", "Title", ["quote", "glued"]),
        ("“Title” Journal", "Journal", ["quoted"]),
        ("‘Title’, Journal", "Title", ["quote", "glued"]),
        ('"Title" Journal', "Journal", ["quoted"]),
        ("users‘ Title", "Title", []),
        ("(‘Title", "Title", ["bracket", "quote", "glued"]),
    ],
)
def test_what_is_open_around_a_token(text: str, word: str, seen: list[str]) -> None:
    found = {token.text: features for token, features in zip(tokens(text), enclosed(tokens(text)), strict=True)}
    assert list(found[word]) == seen


def test_what_a_token_has_behind_it() -> None:
    found = behind(tokens("2001: in in x 1999 y 2003 z"))
    assert found[0] == ("years=0", "mark=")
    assert found[2] == ("years=1", "mark=:")
    assert found[-1] == ("years=2", "mark=:", "after=in")


def test_the_neighbours_of_a_token() -> None:
    found = around(tokens("In Leeds: 12345678 1998"))
    assert found[0] == (
        *("-2:^", "-2~^", "-1:^", "-1~^", "1:leeds", "1~Xxx", "1in=places", "2::", "2~:", "<^|in", ">in|leeds"),
    )
    assert {"-1in=places", "2:year", "<leeds|:", "1:9*5"} <= set(found[2])
    assert "1:9*4" in around(tokens("45, 2055"))[1]


def test_the_stretch_around_a_token() -> None:
    found = stretch(tokens("Lind P. The new town. Leeds: Pluto"))
    assert found[0] == found[2] == found[6] == ("begins=lind", "ends=.|leeds", "size=few6.")
    assert found[-1] == ("begins=pluto", "ends=$|$", "size=all1$")
    assert stretch(tokens("Leeds.")) == [("begins=leeds", "ends=.|$", "size=all1.")] * 2
    assert stretch(tokens("Lind J."))[-1] == ("begins=lind", "ends=.|$", "size=all2.")
    assert stretch([]) == []


def test_features_are_joined_in_the_order_of_the_list() -> None:
    string = tokens("Smith, J. (2001) In and against the state. London: Pluto")
    assert features(string) == [
        tuple(feature for found in seen for feature in found)
        for seen in zip(*(find(string) for find in FEATURES), strict=True)
    ]
    assert features([]) == []

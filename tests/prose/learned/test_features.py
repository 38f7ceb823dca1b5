"""The features of a token that the learned tagger uses."""

import pytest

from reflist.prose.learned.attributes import attributes, name
from reflist.prose.learned.features import features, named
from reflist.prose.learned.features.form import form, shape
from reflist.prose.learned.features.vocabulary import vocabulary
from reflist.prose.tokens import tokenize

PLACE, STATE, STRETCH = 5, 6, 7
"""The indexes of a token's groups for its position, what is open around it, and its stretch."""


def groups(text: str) -> list[tuple[tuple[str | bytes, ...], ...]]:
    return list(named().groups(tokenize(text)))


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
    assert seen <= set(form(word))


def test_words_that_lists_know() -> None:
    assert vocabulary("Basingstoke") == ("in=places",)
    assert vocabulary("of") == vocabulary("Xyzzy") == ()


def test_where_a_token_stands() -> None:
    places = [found[PLACE] for found in groups("A. Smith, in 2001, 12: 3-9")]
    first, *_, last = places
    assert first == ("part=0", "numbers=4", "to-come=year", "to-come=in", "first=0")
    assert last == ("part=9", "numbers=0", "last=1")
    assert places[3] == ("part=2", "numbers=4", "to-come=year", "to-come=in")
    assert places[6] == ("part=5", "numbers=3")


def test_every_tenth_of_a_long_string_is_told() -> None:
    parts = [found[PLACE][0] for found in groups("x " * 95)]
    assert parts == [f"part={10 * index // 95}" for index in range(95)]


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
    found = {token.text: groups[STATE] for token, groups in zip(tokenize(text), groups(text), strict=True)}
    told = [one for one in found[word] if "=" not in str(one)]
    assert told == [one for one in ("bracket", "quote", "quoted", "glued") if one in seen]


def test_what_a_token_has_after_it() -> None:
    found = [groups[STATE] for groups in groups("2001: in in x 1999 y 2003 z")]
    assert found[0] == ("years=0", "mark=")
    assert found[2] == ("years=1", "mark=:")
    assert found[-1] == ("years=2", "mark=:", "after=in")


def test_the_neighbours_of_a_token() -> None:
    found = features(tokenize("In Leeds: 12345678 1998"))
    assert {
        *("-2:^", "-2~^", "-1:^", "-1~^", "1:leeds", "1~Xxx", "1in=places", "2::", "2~:", "<^|in", ">in|leeds"),
    } <= set(found[0])
    assert {"-1in=places", "2:year", "<leeds|:", "1:9*5"} <= set(found[2])
    assert {"2:$", "1:9*5", ">:|9*5"} <= set(features(tokenize("Leeds: 12345678"))[1])
    assert "1:9*4" in features(tokenize("45, 2055"))[1]


def test_the_stretch_around_a_token() -> None:
    def stretch(text: str) -> list[tuple[str | bytes, ...]]:
        return [found[STRETCH] for found in groups(text)]

    found = stretch("Lind P. The new town. Leeds: Pluto")
    assert found[0] == found[2] == found[6] == ("begins=lind", "ends=.|leeds", "size=few6.")
    assert found[-1] == ("begins=pluto", "ends=$|$", "size=all1$")
    assert stretch("Leeds.") == [("begins=leeds", "ends=.|$", "size=all1.")] * 2
    assert stretch("Lind J.")[-1] == ("begins=lind", "ends=.|$", "size=all2.")
    assert stretch("") == []


def test_features_are_the_groups_of_each_token_in_order() -> None:
    text = "Smith, J. (2001) In and against the state. London: Pluto"
    assert features(tokenize(text)) == [tuple(one for group in found for one in group) for found in groups(text)]
    assert features([]) == []


def test_a_model_has_names_for_what_it_knows() -> None:
    """A known group has one name; otherwise each known feature has one, and unknown features have none."""
    known = attributes(["w=a", "sh=x", "-1:^ -1~^", "<^|a", "-1:^"])
    ((*found,),) = known.of(tokenize("a"))
    assert found == [name(number).encode() for number in (0, 1, 2, 3)]
    assert name(255) == "ff"

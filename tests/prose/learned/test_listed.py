"""What the strings of a list have in common, and its effect on doubtful strings."""

import math
from collections.abc import Sequence

import pytest

from reflist.prose.labels import Label
from reflist.prose.learned import Listed, listed, readings, tag
from reflist.prose.learned.agreement import AGAIN, SURE, Agreement, Seen, Step, seen_in, unity
from reflist.prose.learned.confidence import STEPS, field_curve
from reflist.prose.learned.readings import Decoded, Part, parts_of, with_readings
from reflist.prose.tokens import tokenize

RAW = "Lancet. London"
AS_JOURNAL = ["B-container-title", "O", "B-publisher-place"]
AS_TITLE = ["B-title", "O", "B-publisher-place"]


class Model:
    """A model that is as sure as it is told to be."""

    def __init__(self, marginals: Sequence[dict[str, float]]) -> None:
        self.marginals = marginals

    def labels(self) -> list[str]:
        return sorted({label for marginals in self.marginals for label in marginals})

    def marginal(self, label: str, index: int) -> float:
        return self.marginals[index].get(label, 0.0)

    def probability(self, names: Sequence[str]) -> float:
        return math.prod(self.marginal(name, index) for index, name in enumerate(names))


def decoded(marginals: Sequence[dict[str, float]]) -> Decoded:
    names = [max(one, key=lambda label: one[label]) for one in marginals]
    return with_readings(Model(marginals), Decoded(names, [max(one.values()) for one in marginals]))


def test_where_nothing_is_doubtful_there_is_one_reading() -> None:
    assert not decoded([{"B-title": 0.95, "B-author": 0.05}, {"O": 1.0}]).readings


def test_the_readings_of_a_doubtful_string() -> None:
    found = decoded([{"B-title": 0.6, "B-author": 0.39, "B-URL": 0.01}, {"O": 1.0}, {"O": 0.7, "B-date": 0.3}])
    assert {tuple(names): round(math.exp(likely), 3) for likely, names in found.readings} == {
        ("B-title", "O", "O"): 0.42,
        ("B-author", "O", "O"): 0.273,
        ("B-title", "O", "B-date"): 0.18,
        ("B-author", "O", "B-date"): 0.117,
    }


@pytest.mark.parametrize(
    ("marginals", "expected"),
    [
        ([{"B-title": 0.6, "B-author": 0.4}, {"I-title": 1.0}], {("B-title", "I-title")}),
        ([{"B-title": 1.0}, {"I-title": 0.5, "I-author": 0.5}], {("B-title", "I-title")}),
        (
            [{"B-title": 0.6, "B-author": 0.4}, {"I-title": 0.6, "I-author": 0.4}],
            {("B-title", "I-title"), ("B-author", "I-author")},
        ),
    ],
)
def test_a_span_goes_on_as_it_began(marginals: list[dict[str, float]], expected: set[tuple[str, ...]]) -> None:
    assert {tuple(names) for _, names in decoded(marginals).readings} == expected


def test_a_string_in_which_no_span_can_begin_has_no_readings() -> None:
    assert not decoded([{"I-title": 0.5, "I-author": 0.5}]).readings


def test_what_is_far_less_likely_is_no_reading() -> None:
    doubtful = {"B-title": 0.85, "B-author": 0.15}
    assert len(decoded([doubtful] * 4).readings) < len(decoded([{"B-title": 0.6, "B-author": 0.4}] * 4).readings)


def test_only_so_many_readings_are_thought_of(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = [{"B-title": 0.6, "B-author": 0.4}] * 3
    monkeypatch.setattr(readings, "MOST_READINGS", 3)
    assert len(decoded(doubtful).readings) == 3
    monkeypatch.setattr(readings, "LONGEST", 2)
    assert not decoded(doubtful).readings


def test_the_parts_of_a_string() -> None:
    tokens = list(tokenize("Weir A. Lancet London"))
    names = ["B-author", "I-author", "O", "B-container-title", "B-publisher-place"]
    assert list(parts_of(tokens, names)) == [
        Part("author", 0, 6),
        Part("container-title", 8, 14),
        Part("publisher-place", 15, 21),
    ]
    assert list(parts_of(tokens, ["O"] * 5)) == []


def test_what_a_reading_shows() -> None:
    seen = seen_in(
        "12. Weir, “A title”. Leeds.", [Part("author", 4, 8), Part("title", 10, 19), Part("publisher-place", 21, 26)]
    )
    assert seen.steps == [
        Step("beginning", "99. ", "author"),
        Step("author", ", “", "title"),
        Step("title", ". ", "publisher-place"),
        Step("publisher-place", ".", "end"),
    ]
    assert seen.names == [("leeds", "publisher-place")]


def test_what_was_never_seen_speaks_for_nothing() -> None:
    assert Agreement().of_step(Step("title", ". ", "author")) == 0
    assert Agreement().of_name("leeds", "publisher-place") == 0


def test_what_is_often_seen_speaks_for_itself() -> None:
    found = Agreement()
    usual = seen_in(RAW, [Part("container-title", 0, 6), Part("publisher-place", 8, 14)])
    other = seen_in(RAW, [Part("title", 0, 6), Part("publisher-place", 8, 14)])
    for _ in range(20):
        found.add(usual, SURE)
    assert sum(map(found.of_step, usual.steps)) > 0 > sum(map(found.of_step, other.steps))
    assert found.of_name("lancet", "container-title") == AGAIN
    assert found.of_name("lancet", "publisher") == -AGAIN
    for _ in range(20):
        found.add(usual, -SURE)
    assert sum(map(found.of_step, usual.steps)) == pytest.approx(0)


def test_the_others_decide_a_doubtful_string(monkeypatch: pytest.MonkeyPatch) -> None:
    """By itself this is a title; in a list of journals it is certainly a journal."""
    alone = field_curve()[int(0.6 * STEPS)]
    sure = Decoded(AS_JOURNAL, [1.0] * 3)
    doubtful = Decoded(AS_TITLE, [0.6, 1.0, 1.0], [(math.log(0.6), AS_TITLE), (math.log(0.4), AS_JOURNAL)], [0])
    monkeypatch.setattr(listed, "decode", lambda _raw, tokens: doubtful if tokens[0].text == "Doubt" else sure)
    others = [f"{name}. London" for name in ("Lancet", "Nature", "Science", "Brain", "Gut")]
    for texts in (others, [*others, "Doubt. London", "Doubt. London"]):
        by_list = Listed(texts)
        for _ in range(2):  # asking leaves no trace
            first, *_ = by_list.tag("Doubt. London", list(tokenize("Doubt. London")))
            assert first.label is Label.CONTAINER
            assert alone < first.confidence
    first, *_ = Listed([]).tag("Doubt. London", list(tokenize("Doubt. London")))
    assert first.label is Label.TITLE
    assert first.confidence == alone


def test_a_sure_string_is_read_as_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "SURE", 0.0)
    text = "Nguyen TH, Okafor B. Screening for frailty in primary care. BMJ Open. 2014;4:112–9."
    tokens = list(tokenize(text))
    assert list(Listed([text]).tag(text, tokens)) == list(tag(text, tokens))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [("....", 1.0), (".,..", 1.0), (".,;:", 0.0), (".,.;:", 0.0), ("...,;:", 0.222), ("", 0.0)],
)
def test_strings_have_one_style_if_the_same_follows_their_first_part(marks: str, expected: float) -> None:
    beginning = Step("beginning", "", "author")
    strings = [Seen([beginning, Step("author", mark, "title")], []) for mark in marks]
    assert unity(strings) == pytest.approx(expected, abs=0.001)

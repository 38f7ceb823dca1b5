"""Texts: CSL-JSON's markup read and written, and marks that survive cutting, joining and overlapping."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.text import Mark, Span, Text
from strategies import MARKS, lines, texts

LONG = 10_000
TAGS = {mark: (f"<{mark.value}>", f"</{mark.value}>") for mark in Mark}


@pytest.mark.parametrize(
    ("markup", "plain", "spans"),
    [
        ("plain", "plain", []),
        ("", "", []),
        ("a < b", "a < b", []),
        ("<i>a</i>", "a", [(0, 1, Mark.ITALIC)]),
        ("<b>a</b><sup>2</sup>", "a2", [(0, 1, Mark.BOLD), (1, 2, Mark.SUP)]),
        ("H<sub>2</sub>O", "H2O", [(1, 2, Mark.SUB)]),
        ("<i>a <b>b</b></i>", "a b", [(0, 3, Mark.ITALIC), (2, 3, Mark.BOLD)]),
        ('<span class="nocase">DNA</span>', "DNA", [(0, 3, Mark.NO_CASE)]),
        ("<span class='nocase'>DNA</span>", "DNA", [(0, 3, Mark.NO_CASE)]),
        ('<span style="font-variant: small-caps;">ad</span>', "ad", [(0, 2, Mark.SMALL_CAPS)]),
        ('<span style="font-variant:small-caps">ad</span>', "ad", [(0, 2, Mark.SMALL_CAPS)]),
        ("<sc>ad</sc>", "ad", [(0, 2, Mark.SMALL_CAPS)]),
        ("<i></i>a", "a", []),
        ("<i>a", "<i>a", []),
        ("a</i>", "a</i>", []),
        ("<i>a<b>b</i>c</b>", "a<b>bc</b>", [(0, 5, Mark.ITALIC)]),
        ("<i><i>a</i>", "<i>a", [(3, 4, Mark.ITALIC)]),
        ("<em>a</em>", "<em>a</em>", []),
        ("<I>a</I>", "<I>a</I>", []),
        ('<span lang="fr">a</span>', '<span lang="fr">a</span>', []),
        (
            '<span class="nocase">a <span lang="fr">b</span> c</span>',
            'a <span lang="fr">b</span> c',
            [(0, 28, Mark.NO_CASE)],
        ),
        ("&lt;i&gt;", "&lt;i&gt;", []),
    ],
)
def test_markup_of_csl_json(markup: str, plain: str, spans: list[tuple[int, int, Mark]]) -> None:
    assert Text.from_csl(markup) == Text(plain, [Span(*span) for span in spans])


@given(texts(min_size=0))
def test_markup_that_is_read_is_written(text: Text) -> None:
    assert Text.from_csl(text.to_csl()) == text


@given(st.text(alphabet="ab <>/ispanubc=\"':;-", max_size=60))
def test_any_markup_is_read(markup: str) -> None:
    read = Text.from_csl(markup)
    assert len(read) <= len(markup)
    assert read.plain == Text.from_csl(read.to_csl()).plain or "<" in read.plain


def test_marks_without_a_tag() -> None:
    assert Text("a", [Span(0, 1, Mark.QUOTE)]).to_csl() == "“a”"
    assert Text("a", [Span(0, 1, Mark.MATH)]).to_csl() == "a"


@pytest.mark.parametrize(
    ("spans", "rendered"),
    [
        ([(0, 4, Mark.ITALIC), (2, 6, Mark.BOLD)], "<italic>ab<bold>cd</bold></italic><bold>ef</bold>"),
        ([(0, 2, Mark.ITALIC), (2, 4, Mark.BOLD)], "<italic>ab</italic><bold>cd</bold>ef"),
        ([(1, 3, Mark.BOLD), (0, 6, Mark.ITALIC)], "<italic>a<bold>bc</bold>def</italic>"),
        (
            [(0, 3, Mark.ITALIC), (1, 5, Mark.BOLD), (2, 6, Mark.SUP)],
            "<italic>a<bold>b<sup>c</sup></bold></italic><sup><bold>de</bold>f</sup>",
        ),
    ],
)
def test_overlapping_marks_nest(spans: list[tuple[int, int, Mark]], rendered: str) -> None:
    assert Text("abcdef", [Span(*span) for span in spans]).render(TAGS) == rendered


@given(
    lines(min_size=1), st.lists(st.tuples(st.integers(-2, 12), st.integers(-2, 12), st.sampled_from(MARKS)), max_size=6)
)
def test_rendered_marks_always_nest(plain: str, spans: list[tuple[int, int, Mark]]) -> None:
    text = Text(plain, [Span(*span) for span in spans])
    opened: list[str] = []
    tag = re.compile("\0(/?)([a-z-]+)\1")
    rendered = text.render({mark: (f"\0{mark.value}\1", f"\0/{mark.value}\1") for mark in Mark})
    for close, name in tag.findall(rendered):
        if close:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert not opened
    assert tag.sub("", rendered) == plain
    for mark in MARKS:
        assert (
            _covered(text, mark) == _covered(Text.from_csl(text.to_csl()), mark)
            or mark in (Mark.MATH, Mark.QUOTE)
            or (text.plain != Text.from_csl(text.to_csl()).plain)
        )


def _covered(text: Text, mark: Mark) -> set[int]:
    return {place for span in text.spans if span.mark is mark for place in range(span.start, span.end)}


def test_marks_over_nothing_are_none() -> None:
    assert Text("abc", [Span(1, 1, Mark.BOLD), Span(2, 9, Mark.BOLD), Span(-3, 1, Mark.SUP), Span(7, 9, Mark.SUP)]) == (
        Text("abc", [Span(0, 1, Mark.SUP), Span(2, 3, Mark.BOLD)])
    )


def test_parts_keep_their_marks() -> None:
    text = Text.from_csl("one <i>two three</i> four")
    assert text[4:].to_csl() == "<i>two three</i> four"
    assert text[:7].to_csl() == "one <i>two</i>"
    assert text[:3].spans == ()
    assert text[5:2] == Text()
    assert Text.from_csl(" <i>a </i>").strip().to_csl() == "<i>a</i>"
    assert Text("  ").strip() == Text()
    assert Text("«a»").strip("«»") == Text("a")


def test_joined_texts_keep_their_marks() -> None:
    one, two = Text.from_csl("<i>a</i>"), Text.from_csl("b<b>c</b>")
    assert (one + two).to_csl() == "<i>a</i>b<b>c</b>"
    assert (one + "!").to_csl() == "<i>a</i>!"
    assert Text.join(", ", [one, two, Text("d")]).to_csl() == "<i>a</i>, b<b>c</b>, d"
    assert Text.join(", ", []) == Text()


def test_a_mark_over_all() -> None:
    assert Text.from_csl("a<b>b</b>").marked(Mark.ITALIC).to_csl() == "<i>a<b>b</b></i>"
    assert Text().marked(Mark.ITALIC) == Text()


def test_a_text_is_as_true_and_long_as_its_words() -> None:
    assert (bool(Text()), bool(Text("a")), len(Text.from_csl("<i>abc</i>"))) == (False, True, 3)
    assert repr(Text.from_csl("<i>a</i>")) == "Text('<i>a</i>')"


@pytest.mark.parametrize("unit", ["<i>", "</i>", "<i></i>", "<i>a</i>", "<span ", "<span class='nocase'>", "<i ", "<"])
def test_no_markup_takes_long(unit: str) -> None:
    begin = time.perf_counter()
    Text.from_csl(unit * LONG).to_csl()
    assert time.perf_counter() - begin < 60  # only a hang takes so long


@given(texts())
def test_is_csl_agrees_with_reading_back(text: Text) -> None:
    assert text.is_csl == (Text.from_csl(text.to_csl()) == text)


def test_stretches_with_two_marks() -> None:
    assert Text("abc", [Span(0, 1, Mark.ITALIC), Span(1, 3, Mark.BOLD)]).has_single_marks
    assert not Text("abc", [Span(0, 2, Mark.ITALIC), Span(1, 3, Mark.BOLD)]).has_single_marks

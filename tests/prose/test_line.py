"""A line of which rules claim parts: its unclaimed text, and the segments of that."""

import re

import pytest

from reflist.prose.labels import Label, Span, Tag
from reflist.prose.line import CLAIMED, Line
from reflist.prose.tokens import tokenize


def segments(text: str) -> list[str]:
    return [text[start:end] for start, end in Line(text).segments()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A title, London; Sage", ["A title", "London", "Sage"]),
        ("A title. Sage", ["A title", "Sage"]),
        ("A title? Sage", ["A title?", "Sage"]),
        ("A title? of things", ["A title? of things"]),
        ("St. Paul vs. Peter no. 3 by J. Smith", ["St. Paul vs. Peter no. 3 by J. Smith"]),
        ("Rates in the UK. Sage", ["Rates in the UK", "Sage"]),
        ("U.S. Policy", ["U.S. Policy"]),
        ("A title (with, commas) [and, more], end", ["A title (with, commas) [and, more]", "end"]),
        ("A title (never, closed", ["A title (never", "closed"]),
        (", ; . ", []),
        ("", []),
    ],
)
def test_segments(text: str, expected: list[str]) -> None:
    assert segments(text) == expected


def test_claimed_parts_part_segments() -> None:
    line = Line("A title, 12, 3, London")
    line.claim(8, 15, Label.VOLUME)
    assert line.open == "A title," + CLAIMED * 7 + " London"
    assert [line.text[a:b] for a, b in line.segments()] == ["A title", "London"]
    assert not line.adjoin(*line.segments())
    assert line.has_words(0, 8)
    assert not line.has_words(7, 16)


def test_the_ends_of_a_claimed_part_are_no_part_of_the_span() -> None:
    line = Line("one, two ; three")
    line.claim(3, 11, Label.PUBLISHER, 0.5)
    assert line.spans == [Span(Label.PUBLISHER, 5, 8, 0.5)]
    line.claim(0, 3, Label.SEPARATOR)
    line.claim(9, 11, Label.NOTE)  # only punctuation
    assert len(line.spans) == 1


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("A title.", "A title"),
        ("Ask Jr.", "Ask Jr."),
        ("The U.S.", "The U.S."),
        ("More ...", "More ..."),
        ("Sage Inc.", "Sage Inc."),
        ("A title (", "A title"),
        ("A title, ", "A title"),
        ("Abel, J.", "Abel, J."),
    ],
)
def test_a_title_is_claimed_without_the_stop_of_its_sentence(printed: str, title: str) -> None:
    line = Line(printed)
    line.claim_title(0, len(printed), Label.TITLE)
    assert [line.printed(span) for span in line.spans] == [title]


def test_a_match_is_claimed_by_its_groups() -> None:
    line = Line("vol. 12 (3)")
    found = re.match(r"vol\. (?P<volume>\d+) \((?P<issue>\d+)\)(?P<page> \d+)?", line.text)
    assert found
    line.claim_match(found, volume=Label.VOLUME, issue=Label.ISSUE, page=Label.PAGES)
    assert [(span.label, line.printed(span)) for span in line.spans] == [(Label.VOLUME, "12"), (Label.ISSUE, "3")]
    assert not line.has_words(0, len(line.text))


def test_the_first_segment_from_an_offset() -> None:
    line = Line("One, two and three, four")
    assert line.segment_after(4) == (5, 18)
    assert line.segment_after(4, 14) is None  # it is longer than that
    assert line.segment_after(4, 15) == (5, 18)
    assert line.segment_after(len(line.text)) is None


def test_tags_of_tokens() -> None:
    line = Line("one two three")
    line.claim(0, 3, Label.TITLE)
    line.claim(4, 7, Label.TITLE, 0.5)
    assert list(line.tags(list(tokenize(line.text)))) == [
        Tag(Label.TITLE, True, 0.95),
        Tag(Label.TITLE, True, 0.5),
        Tag(Label.SEPARATOR),
    ]


def test_the_end_of_the_title() -> None:
    line = Line("Abel 2001 A title, Sage")
    line.body = 10
    assert line.title_end == 10
    line.claim(10, 17, Label.TITLE)
    assert line.title_end == 17
    assert line.has(Label.TITLE, Label.NOTE)
    assert not line.has(Label.NOTE)
    assert line.of(Label.TITLE) == line.spans

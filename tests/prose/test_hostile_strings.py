"""Arbitrary lines: reading them raises no exception, ends in time, and gives the place of each value."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printed import strings
from reflist.model import Reference
from reflist.prose.labels import Label, spans_of
from reflist.prose.reference import LONGEST, read_string
from reflist.prose.tagger import tag
from reflist.prose.tokens import tokenize
from reflist.report import Place, Report

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

PLACE = Place("hostile.txt", 3)


def read(raw: str) -> Reference | None:
    return read_string(raw, PLACE, Report())


@given(st.one_of(strings, st.text(max_size=80)))
def test_reading_never_raises_and_gives_the_same_again(raw: str) -> None:
    first, second = Report(), Report()
    reference = read_string(raw, PLACE, first)
    assert read_string(raw, PLACE, second) == reference
    assert list(first) == list(second)


@given(strings)
def test_a_value_says_where_it_stood(raw: str) -> None:
    reference = read(raw)
    for variable, field in reference.origin.fields.items() if reference else ():
        assert 0 <= field.start < field.end <= len(raw)
        assert raw[field.start : field.end] == field.printed
        assert 0 < field.confidence <= 1
        assert variable in reference if reference else False


@given(strings)
def test_spans_stand_in_order_and_apart(raw: str) -> None:
    tokens = list(tokenize(raw))
    spans = spans_of(tokens, tag(raw, tokens))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.start < span.end and span.label is not Label.SEPARATOR for span in spans)


@given(strings)
def test_tokens_leave_out_nothing_but_white_space(raw: str) -> None:
    tokens = list(tokenize(raw))
    assert "".join(token.text for token in tokens) == "".join(raw.split())
    assert all(raw[token.start : token.end] == token.text for token in tokens)


def seconds(raw: str) -> float:
    start = time.process_time()
    read(raw)
    return time.process_time() - start


HEADS = ["Smith, J. (2001), ‘A title’, ", "Smith, J. (2001), A title, in "]
LONG = [
    "A b. ",
    " ",
    "(trans. A. B)",
    "a. B",
    "e1, ",
    "pp. 1-2, ",
    "1(2), ",
    ":",
    "A, ",
    "speech to ",
    "revised ",
    "‘a’, ",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("fragment", LONG)
def test_a_long_line_takes_time_in_proportion(head: str, fragment: str) -> None:
    raw = head + fragment * LONGEST
    most = 12 * max(seconds(raw[: LONGEST // 4]), 0.02)  # for four times the length; quadratic time is 16 times as much
    assert any(seconds(raw[:LONGEST]) < most for _ in range(3))  # a machine may be slow once, a bad pattern always is


def test_what_is_longer_than_any_reference_is_none() -> None:
    book = "Smith, J. (2001), A title, London: Sage. "
    assert read(book)
    assert read(book.ljust(LONGEST))
    assert read(book.ljust(LONGEST + 1)) is None

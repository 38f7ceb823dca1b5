"""Long strings made to be slow: every reader of the grammar finishes well under a second."""

import time
from collections.abc import Callable

import pytest

from reflist.grammar.dates import match_day, read_day
from reflist.grammar.institutions import looks_like_institution, read_institution, read_institutions
from reflist.grammar.keys import ascii_letters
from reflist.grammar.names import is_institutional, read_names
from reflist.grammar.pages import read_pages
from reflist.grammar.persons import read_direct, read_inverted

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

LENGTH = 5_000
SECONDS = 60
"""Well above what any takes (a fifth of a second), well below what a quadratic one takes."""

READERS: list[Callable[[str], object]] = [
    read_names,
    is_institutional,
    read_inverted,
    read_direct,
    read_institution,
    read_institutions,
    looks_like_institution,
    read_day,
    lambda text: match_day(text, 0),
    read_pages,
    ascii_letters,
]
UNITS = [
    *("A", "a", "A.", "A-", "Aa ", "AA ", "de ", "el", "vanvan", "d’", "Smith, J., ", "Smith J ", "Ortega y "),
    *(" ", "\t", "\n", ",", ";", "&", "/", "(", "(A", "(A) ", "A/", " and ", "et al ", "Sir "),
    *("1", "1-", "1 – ", "–", "i", "1 January ", "January/", "to ", "2007-", "3.", "Spring ", "漢", "\u0301"),
]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_no_string_takes_long(unit: str) -> None:
    for end in ("", "!", ", J."):
        text = unit * (LENGTH // len(unit)) + end
        for reader in READERS:
            begin = time.perf_counter()
            reader(text)
            assert time.perf_counter() - begin < SECONDS, reader

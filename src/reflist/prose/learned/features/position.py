"""Where the token stands in its string, and what is still to come: numbers, a year, the word "in"."""

from collections.abc import Sequence
from functools import lru_cache

from reflist.prose.learned.features.form import KEPT, is_year
from reflist.prose.tokens import Token

PARTS = 10
"""The string's length is told in so many parts."""

ENDS = 3
"""So many tokens at each end are told apart."""

MOST_NUMBERS = 5

TOLD = {"in": "in", "In": "in", "IN": "in", "S": "S", "pp": "pp", "Hg": "Hg", "Hrsg": "Hg", "eds": "ed", "Eds": "ed"}
"""Words of which a token is told that they are still to come."""


def position(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The part of the string, its first and last tokens, and what is behind each."""
    count, numbers = len(tokens), 0
    coming: tuple[str, ...] = ()
    found: list[tuple[str, ...]] = []
    for index in range(count - 1, -1, -1):
        features = _named(PARTS * index // count, numbers, coming)
        if index < ENDS:
            features = (*features, f"first={index}")
        if count - index <= ENDS:
            features = (*features, f"last={count - index}")
        found.append(features)
        text = tokens[index].text
        if text[0].isdigit():
            numbers = min(numbers + 1, MOST_NUMBERS)
            told = "year" if is_year(text) else ""
        else:
            told = TOLD.get(text, "")
        if told and told not in coming:
            coming = (*coming, told)
    return found[::-1]


@lru_cache(KEPT)
def _named(part: int, numbers: int, coming: tuple[str, ...]) -> tuple[str, ...]:
    return (f"part={part}", f"numbers={numbers}", *(f"to-come={word}" for word in coming))

"""Where the token stands in its string, and what is still to come: numbers, a year, the word "in"."""

from collections.abc import Sequence

from reflist.prose.learned.features.form import is_year
from reflist.prose.tokens import Token

PARTS = 10
"""The string's length is told in so many parts."""

ENDS = 3
"""So many tokens at each end are told apart."""

MOST_NUMBERS = 5

TOLD = {"in": "in", "In": "in", "IN": "in", "S": "S", "pp": "pp", "Hg": "Hg", "Hrsg": "Hg", "eds": "ed", "Eds": "ed"}
"""Words of which a token is told that they are still to come."""


_PARTS = [f"part={part}" for part in range(PARTS)]
_NUMBERS = [f"numbers={count}" for count in range(MOST_NUMBERS + 1)]


def position(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The part of the string, its first and last tokens, and what is behind each."""
    count, numbers = len(tokens), 0
    coming: tuple[str, ...] = ()
    found: list[tuple[str, ...]] = []
    for index in range(count - 1, -1, -1):
        features = (_PARTS[PARTS * index // count], _NUMBERS[numbers], *coming)
        if index < ENDS:
            features = (*features, f"first={index}")
        if count - index <= ENDS:
            features = (*features, f"last={count - index}")
        found.append(features)
        text = tokens[index].text
        if text[0].isdigit() and numbers < MOST_NUMBERS:
            numbers += 1
        told = f"to-come={word}" if (word := _told(text)) else ""
        if told and told not in coming:
            coming = (*coming, told)
    return found[::-1]


def _told(text: str) -> str:
    return "year" if is_year(text) else TOLD.get(text, "")

"""Where the token stands in its string, and how many numbers are still to come."""

from collections.abc import Sequence

from reflist.prose.tokens import Token

PARTS = 10
"""The string's length is told in so many parts."""

ENDS = 3
"""So many tokens at each end are told apart."""

MOST_NUMBERS = 5

_PLACES = [[(f"part={part}", f"numbers={number}") for number in range(MOST_NUMBERS + 1)] for part in range(PARTS)]


def position(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The part of the string, its first and last tokens, and the numbers behind each."""
    count, numbers = len(tokens), 0
    found: list[tuple[str, ...]] = []
    for index in range(count - 1, -1, -1):
        found.append(_PLACES[PARTS * index // count][numbers])
        if numbers < MOST_NUMBERS and tokens[index].text[0].isdigit():
            numbers += 1
    found.reverse()
    for index in range(min(ENDS, count)):
        found[index] += (f"first={index}",)
        found[-1 - index] += (f"last={index + 1}",)
    return found

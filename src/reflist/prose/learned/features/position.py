"""Where the token stands in its string, and how many numbers are still to come."""

from collections.abc import Sequence

from reflist.prose.tokens import Token

PARTS = 10
"""The string's length is told in so many parts."""

ENDS = 3
"""So many tokens at each end are told apart."""

MOST_NUMBERS = 5


def position(tokens: Sequence[Token]) -> list[list[str]]:
    """The part of the string, its first and last tokens, and the numbers behind each."""
    count, numbers = len(tokens), 0
    found: list[list[str]] = []
    for index in range(count - 1, -1, -1):
        features = [f"part={PARTS * index // count}", f"numbers={min(numbers, MOST_NUMBERS)}"]
        if index < ENDS:
            features.append(f"first={index}")
        if count - index <= ENDS:
            features.append(f"last={count - index}")
        found.append(features)
        numbers += tokens[index].text[0].isdigit()
    return found[::-1]

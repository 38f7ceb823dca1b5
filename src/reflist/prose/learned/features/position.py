"""Where the token is in its string, and what follows: numbers, a year, the word "in"."""

from collections.abc import Callable, Sequence

from reflist.prose.learned.features.words import NUMBER, YEAR, Group, Word

PARTS = 10
"""The number of equal parts of a string in which a token's position is given."""

ENDS = 3
"""The number of tokens at each end that have a feature of their own."""

MOST_NUMBERS = 5

Named = Callable[[int, int, tuple[str, ...], int, int], Group]


def position(words: Sequence[Word], named: Named) -> list[Group]:
    """The part of the string, the first and last tokens, and what follows each token, as `name` names them."""
    count, numbers = len(words), 0
    coming: tuple[str, ...] = ()
    found: list[Group] = []
    now: Group = ()
    until = count  # the index of the first token for which ``now`` holds
    for index in range(count - 1, -1, -1):
        if index <= until:
            part, before, after = PARTS * index // count, min(index, ENDS), min(count - 1 - index, ENDS)
            now = named(part, numbers, coming, before, after)
            is_inside = before == after == ENDS
            until = max((part * count - 1) // PARTS, ENDS - 1) if is_inside else index - 1
        found.append(now)
        if kind := words[index].kind:
            until = index - 1
            if kind is YEAR or kind is NUMBER:
                numbers = min(numbers + 1, MOST_NUMBERS)
            if kind is not NUMBER and kind not in coming:
                coming = (*coming, kind)
    return found[::-1]


def name(part: int, numbers: int, coming: Sequence[str], before: int, after: int) -> tuple[str, ...]:
    """The features of a position in a string, with so many tokens before and after it."""
    ends = (*((f"first={before}",) if before < ENDS else ()), *((f"last={after + 1}",) if after < ENDS else ()))
    return (f"part={part}", f"numbers={numbers}", *(f"to-come={word}" for word in coming), *ends)

"""The tokens before and after: what they are, what they look like, and the pairs they make."""

from collections.abc import Sequence
from functools import lru_cache

from reflist.prose.learned.features.form import KEPT, shape
from reflist.prose.learned.features.vocabulary import lists
from reflist.prose.tokens import Token

NEAR = (-3, -2, -1, 1, 2, 3)
"""How far the tokens are looked at."""

SHAPED = 2
"""How far also what they look like."""

KNOWN = 1
"""How far also the lists they stand in."""

BEFORE, BEHIND = "^", "$"
"""What stands for a token before the first and behind the last."""


def around(tokens: Sequence[Token]) -> list[list[str]]:
    """The neighbours of each token."""
    seen = [_OUT[BEFORE]] * 3 + [_seen(token.text) for token in tokens] + [_OUT[BEHIND]] * 3
    return [
        [
            *before3[0],
            *before2[1],
            *before[2],
            *next1[3],
            *next2[4],
            *next3[5],
            f"<{before[6]}|{word[6]}",
            f">{word[6]}|{next1[6]}",
            f"~{before[7]}|{word[7]}|{next1[7]}",
        ]
        for before3, before2, before, word, next1, next2, next3 in zip(
            seen, seen[1:], seen[2:], seen[3:], seen[4:], seen[5:], seen[6:], strict=False
        )
    ]


_Seen = tuple[
    tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], str, str
]
"""What a word is to the tokens at each distance of `NEAR`, then the word in short and its shape."""


@lru_cache(KEPT)
def _seen(word: str) -> _Seen:
    return _seen_as(_short(word), shape(word), lists(word))


def _seen_as(short: str, shape: str, lists: Sequence[str]) -> _Seen:
    """A word as its neighbours see it.

    What the token before another is, that other finds at distance -1.
    """
    far3, far2, far1, near1, near2, near3 = (
        (
            f"{step}:{short}",
            *([f"{step}~{shape}"] if abs(step) <= SHAPED else ()),
            *([f"{step}{name}" for name in lists] if abs(step) <= KNOWN else ()),
        )
        for step in NEAR
    )
    return far3, far2, far1, near1, near2, near3, short, shape


_OUT = {mark: _seen_as(mark, mark, ()) for mark in (BEFORE, BEHIND)}


def _short(word: str) -> str:
    """A word without regard to case; of a number, how long it is or that it may be a year."""
    if word[0].isdigit():
        return "year" if len(word) == 4 and word[:2] in ("18", "19", "20") else f"9*{min(len(word), 5)}"
    return word.casefold()

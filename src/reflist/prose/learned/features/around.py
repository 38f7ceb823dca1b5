"""The tokens before and after: what they are, what they look like, and the pairs they make."""

from collections.abc import Sequence
from functools import cache, lru_cache

from reflist.prose.learned.features.form import KEPT, is_year, shape
from reflist.prose.learned.features.vocabulary import known
from reflist.prose.tokens import Token

NEAR = (-2, -1, 1, 2)
"""How far the tokens are looked at."""

Seen = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
"""What a token is to the others: to the one two before it, one before, one behind it, two behind; and it in short."""


def around(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The neighbours of each token."""
    start, end = _edge("^"), _edge("$")
    seen = [start, start, *[_seen(token.text) for token in tokens], end, end]
    return [
        (
            *before2[3],
            *before[2],
            *behind[1],
            *behind2[0],
            f"<{before[4]}|{word[4]}",
            f">{word[4]}|{behind[4]}",
        )
        for before2, before, word, behind, behind2 in zip(seen, seen[1:], seen[2:], seen[3:], seen[4:], strict=False)
    ]


@lru_cache(KEPT)
def _seen(word: str) -> Seen:
    return _as_seen(short(word), shape(word), known(word))


@cache
def _edge(mark: str) -> Seen:
    return _as_seen(mark, mark, ())


def _as_seen(word: str, shaped: str, lists: Sequence[str]) -> Seen:
    """What a word is at each distance; the token before another finds that other one behind it."""
    far, near, behind, far_behind = (
        (f"{step}:{word}", f"{step}~{shaped}", *(f"{step}{name}" for name in lists if abs(step) == 1))
        for step in reversed(NEAR)
    )
    return far, near, behind, far_behind, word


@lru_cache(KEPT)
def short(word: str) -> str:
    """A word without regard to case; of a number, how long it is or that it may be a year.

    >>> short("In"), short("1998"), short("27")
    ('in', 'year', '9*2')
    """
    if word[0].isdigit():
        return "year" if is_year(word) else f"9*{min(len(word), 5)}"
    return word.casefold()

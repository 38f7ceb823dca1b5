"""The tokens before and after: what they are, what they look like, and the pairs they make."""

from collections.abc import Sequence
from functools import lru_cache

from reflist.prose.learned.features.form import KEPT, shape
from reflist.prose.learned.features.vocabulary import vocabulary
from reflist.prose.tokens import Token

NEAR = (-3, -2, -1, 1, 2, 3)
"""How far the tokens are looked at."""

SHAPED = 2
"""How far also what they look like."""


def around(tokens: Sequence[Token]) -> list[list[str]]:
    """The neighbours of each token."""
    words = ["^", "^", "^", *(_short(token.text) for token in tokens), "$", "$", "$"]
    shapes = ["^", "^", *(shape(token.text) for token in tokens), "$", "$"]
    known: list[Sequence[str]] = [(), *vocabulary(tokens), ()]
    return [
        [
            *[f"{step}:{words[index + 3 + step]}" for step in NEAR],
            *[f"{step}~{shapes[index + 2 + step]}" for step in NEAR if abs(step) <= SHAPED],
            *[f"-1{name}" for name in known[index]],
            *[f"1{name}" for name in known[index + 2]],
            f"<{words[index + 2]}|{words[index + 3]}",
            f">{words[index + 3]}|{words[index + 4]}",
            f"~{shapes[index + 1]}|{shapes[index + 2]}|{shapes[index + 3]}",
        ]
        for index in range(len(tokens))
    ]


@lru_cache(KEPT)
def _short(word: str) -> str:
    """A word without regard to case; of a number, how long it is or that it may be a year."""
    if word[0].isdigit():
        return "year" if len(word) == 4 and word[:2] in ("18", "19", "20") else f"9*{min(len(word), 5)}"
    return word.casefold()

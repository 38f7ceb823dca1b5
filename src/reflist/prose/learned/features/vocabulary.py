"""The word lists that know the token: places, publishers, given names and the like, word by word."""

from collections.abc import Sequence
from functools import cache, lru_cache

from reflist.grammar.wordlists import words
from reflist.prose.learned.features.form import KEPT
from reflist.prose.tokens import Token, tokenize

LISTS = ("genres", "given_names", "institutions", "newspapers", "periodicals", "places", "publishers", "regions")


def vocabulary(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The lists that each token stands in."""
    return [known(token.text) for token in tokens]


@lru_cache(KEPT)
def known(word: str) -> tuple[str, ...]:
    """The lists that a word stands in."""
    return _known().get(word.casefold(), ())


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The lists of each word that is longer than two letters."""
    lists: dict[str, list[str]] = {}
    for name in LISTS:
        for word in {part.text.casefold() for entry in words(name) for part in tokenize(entry)}:
            if len(word) > 2:
                lists.setdefault(word, []).append(f"in={name}")
    return {word: tuple(names) for word, names in lists.items()}

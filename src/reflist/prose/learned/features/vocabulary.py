"""The word lists that know the token: places, publishers, given names and the like, word by word."""

from collections.abc import Sequence
from functools import cache

from reflist.grammar.wordlists import words
from reflist.prose.tokens import Token, tokenize

LISTS = ("genres", "given_names", "institutions", "newspapers", "periodicals", "places", "publishers", "regions")


def vocabulary(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The lists that each token stands in."""
    known = _known()
    return [known.get(token.text.casefold(), ()) for token in tokens]


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The lists of each word that is longer than two letters."""
    lists: dict[str, list[str]] = {}
    for name in LISTS:
        for word in {part.text.casefold() for entry in words(name) for part in tokenize(entry)}:
            if len(word) > 2:
                lists.setdefault(word, []).append(f"in={name}")
    return {word: tuple(names) for word, names in lists.items()}

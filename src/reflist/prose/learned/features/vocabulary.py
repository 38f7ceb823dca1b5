"""The word lists that contain the token: places, publishers, given names and others, word by word."""

from functools import cache

from reflist.grammar.wordlists import words
from reflist.prose.tokens import tokenize

LISTS = ("genres", "given_names", "institutions", "newspapers", "periodicals", "places", "publishers", "regions")


def vocabulary(word: str) -> tuple[str, ...]:
    """The lists that contain a word."""
    return _known().get(word.casefold(), ())


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The lists of each word longer than two letters."""
    lists: dict[str, list[str]] = {}
    for name in LISTS:
        for word in {part.text.casefold() for entry in words(name) for part in tokenize(entry)}:
            if len(word) > 2:
                lists.setdefault(word, []).append(f"in={name}")
    return {word: tuple(names) for word, names in lists.items()}

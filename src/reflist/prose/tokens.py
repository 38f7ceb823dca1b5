"""A reference string as tokens: words, numbers, addresses, and every mark of punctuation on its own."""

import re
from functools import lru_cache
from typing import NamedTuple

_WITH_ADDRESSES = re.compile(
    r"""https?://(?:dx\.)?doi\.org/(?=10\.)               # the resolver before a DOI
      | (?:https?://|ftp://|www\.)[^\s<>⟨⟩]*[^\s<>⟨⟩.,;:)\]]   # an address, without the punctuation that follows it
      | [^\W\d_]+?(?=https?://)                           # a word that an address is glued to
      | [^\W\d_]+(?:['’‘\-‐][^\W\d_]+)*                    # a word with its apostrophes and hyphens
      | \d+
      | \S""",
    re.VERBOSE,
)
_WITHOUT = re.compile(r"[^\W\d_]+(?:['’‘\-‐][^\W\d_]+)*|\d+|\S")
_ADDRESSES = ("://", "www.")
"""What every address holds; most strings have none, and those are parted in half the time."""


_LETTERS = re.compile(r"[^\W\d_]+")


class Token(NamedTuple):
    """A token and where it stands: ``raw[start:end]``."""

    text: str
    start: int
    end: int


def tokenize(raw: str) -> list[Token]:
    """The tokens of a string, in order; only white space is between them.

    >>> [token.text for token in tokenize("Ostrom, E. (1996), ‘Crossing’, 24, 1073–87.")]
    ['Ostrom', ',', 'E', '.', '(', '1996', ')', ',', '‘', 'Crossing', '’', ',', '24', ',', '1073', '–', '87', '.']
    """
    form = _WITH_ADDRESSES if any(sign in raw for sign in _ADDRESSES) else _WITHOUT
    tokens, end = list[Token](), 0
    for text in form.findall(raw):
        start = raw.index(text, end)
        end = start + len(text)
        tokens.append(Token(text, start, end))
    return tokens


@lru_cache(16)
def words_in(raw: str) -> frozenset[str]:
    """The runs of letters in a string, in small letters: which rules need not look at it at all.

    >>> sorted(words_in("Bd. 12, Heft 3"))
    ['bd', 'heft']
    """
    return frozenset(_LETTERS.findall(raw.lower()))

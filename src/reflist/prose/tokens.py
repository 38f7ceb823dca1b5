"""A reference string as tokens: words, numbers, addresses, and each punctuation mark by itself."""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = r"[^\W\d_]+(?:['’‘\-‐][^\W\d_]+)*"
"""A word with its apostrophes and hyphens."""

_OWNERS = r"(?:(?<=s)['’](?=\s[^\W\d_]))?"
"""A possessive apostrophe at the end of a word, if it cannot close a quotation."""

_WITH_ADDRESSES = r"""
    https?://(?:dx\.)?doi\.org/(?=10\.)                    # the resolver before a DOI
    | (?:https?://|ftp://|www\.)[^\s<>⟨⟩]*[^\s<>⟨⟩.,;:)\]]  # an address, without the punctuation that follows it
    | [^\W\d_]+?(?=https?://)                              # a word that an address is glued to
    | {word} | \d+ | \S"""
_WITHOUT = r"{word} | \d+ | \S"
_ADDRESSES = ("://", "www.")
"""Text in every address; most strings have none, and are tokenized in half the time."""

_FORMS = {
    (has_address, has_owner): re.compile(form.replace("{word}", word), re.VERBOSE)
    for has_address, form in ((True, _WITH_ADDRESSES), (False, _WITHOUT))
    for has_owner, word in ((True, _WORD + _OWNERS), (False, _WORD))
}
_OWNER = re.compile(r"s['’]\s[^\W\d_]")
_OPENING = re.compile(r"‘|(?<!\w)'")
_LETTERS = re.compile(r"[^\W\d_]+")


class Token(NamedTuple):
    """A token and its offsets: ``raw[start:end]``."""

    text: str
    start: int
    end: int


_new = tuple.__new__
"""Makes a token in half the time that the class itself needs."""


def tokenize(raw: str) -> list[Token]:
    """The tokens of a string, in order; only white space is between them.

    >>> [token.text for token in tokenize("Ostrom, E. (1996), ‘Crossing’, 24, 1073–87.")]
    ['Ostrom', ',', 'E', '.', '(', '1996', ')', ',', '‘', 'Crossing', '’', ',', '24', ',', '1073', '–', '87', '.']
    >>> [token.text for token in tokenize("Workers’ Advice")], [token.text for token in tokenize("‘Workers’ Advice")]
    (['Workers’', 'Advice'], ['‘', 'Workers', '’', 'Advice'])
    """
    form = _FORMS[any(sign in raw for sign in _ADDRESSES), _has_owner(raw)]
    tokens, end = list[Token](), 0
    for text in form.findall(raw):
        start = raw.index(text, end)
        end = start + len(text)
        tokens.append(_new(Token, (text, start, end)))
    return tokens


def _has_owner(raw: str) -> bool:
    """Whether a mark after an s cannot close a quotation, since none is opened: ``Workers’ Advice``."""
    return _OWNER.search(raw) is not None and _OPENING.search(raw) is None


@lru_cache(16)
def words_in(raw: str) -> frozenset[str]:
    """The runs of letters in a string, in lower case, by which rules see whether they can match at all.

    >>> sorted(words_in("Bd. 12, Heft 3"))
    ['bd', 'heft']
    """
    return frozenset(_LETTERS.findall(raw.lower()))

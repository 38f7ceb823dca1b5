"""Which words of a title a style must not put in lower case.

BibTeX styles print titles of articles and chapters in sentence case: everything except the first letter of the title
and of what follows a colon becomes lower case (BibTeX's ``change.case$`` with ``t``) unless it is in braces.
"""

import re
from itertools import accumulate

from reflist.late import late
from reflist.value import remembered

_WORD = re.compile(r"[^\W_]++(?>(?:['’.&/-][^\W_]++)*)")
_PARTS = late(r"['’.&/-]")
_LOWERED_IN_TITLES = frozenset(
    "a an the and or nor but for of in on at to from by with as via per into onto over under than vs".split()
)
"""Words that title case also leaves in lower case."""

CAPITALS_WORDS = 4
"""The least number of words from which a title all in capitals is typography, not acronyms."""


def protected(title: str) -> list[tuple[int, int]]:
    """The stretches of a title whose capitals belong to the words themselves, in order.

    These are words with a capital inside or all in capitals. In a title in sentence case they are also all other
    capitalised words: names there, or beginnings of sentences after a question mark, which styles do not recognize.
    In a title In Title Case, names cannot be distinguished from other words, so no others are included.

    >>> title = "Sure Start in the UK: the development of a programme"
    >>> [title[start:end] for start, end in protected(title)]
    ['Start', 'UK']
    """
    if title[1:] == title[1:].lower():
        return []
    chunks = title.split(" ")
    shape = "".join(map(_shape, chunks))
    if len(shape) - len(chunks) >= CAPITALS_WORDS and not any(map(str.islower, title)):
        return []
    own = _NAMES_TOO if _is_sentence_case(shape) else _NO_NAMES
    stretches: list[tuple[int, int]] = []
    lengths: list[int] = []
    number, at = -1, 0
    for found in own.finditer(shape):
        lengths = lengths or list(accumulate(map(len, chunks), initial=0))
        number, at = number + shape.count(" ", at, found.start()), found.start()
        first, last = _words(chunks[number])[at - shape.rfind(" ", 0, at) - 1]
        start, end = lengths[number] + number + first, lengths[number] + number + last
        if found[0] in _OWN or not _is_first(title, start):
            follows = stretches and title[stretches[-1][1] : start] == " "
            stretches.append((stretches.pop()[0] if follows else start, end))
    return stretches


def has_inner_capital(word: str) -> bool:
    """Whether a word has a capital inside, so that `protected` finds it, unless the whole title is in capitals.

    >>> [has_inner_capital(word) for word in ("ACO", "OpenML", "Pareto")]
    [True, True, False]
    """
    return word.isalpha() and word[1:] != word[1:].lower()


def capitals(name: str) -> list[tuple[int, int]]:
    """The stretches of a name whose words are capitalised, in order: no style may put any of them in lower case.

    >>> name = "Routledge Critical Studies in Public Management"
    >>> [name[start:end] for start, end in capitals(name)]
    ['Routledge Critical Studies', 'Public Management']
    """
    stretches: list[tuple[int, int]] = []
    for word in _WORD.finditer(name):
        if word[0] != word[0].lower():
            follows = stretches and name[stretches[-1][1] : word.start()] == " "
            stretches.append((stretches.pop()[0] if follows else word.start(), word.end()))
    return stretches


_OPENING = "‘“\"'([ "
"""Characters that may stand before the first word of a title."""


_AROUND = ",.;:()‘’“”\"'"
"""The usual punctuation around a word."""


def _is_first(title: str, start: int) -> bool:
    """Whether the word that begins at ``start`` is the first, or follows a colon."""
    while start and title[start - 1] in _OPENING:
        start -= 1
    return not start or title[start - 1] == ":"


# The kinds of words by their capitals; and whether a first letter shows how the title is printed.
_NONE, _NONE_SMALL, _NONE_LARGE = "-sd"  # no capitals: a particle of title case, any other word, a number
_NAME, _NAME_LARGE = "nN"  # the capital of a name in sentence case, or of any word in title case
_LETTER = "l"  # a single letter
_OWN = "OoM"  # the word's own capitals: an acronym, ``eHealth``, ``McTavish``

_SMALL, _LARGE = "so", "dNM"
_NAMES_TOO, _NO_NAMES = re.compile(f"[{_NAME}{_NAME_LARGE}{_LETTER}{_OWN}]"), re.compile(f"[{_LETTER}{_OWN}]")
"""Kinds of words to protect, in sentence and in title case; of the first word, only its own capitals are."""


def _has_own_capitals(word: str) -> bool:
    """Whether the word has a capital that is not due to title case: inside, or only in a later part."""
    if word[1:] == word[1:].lower():
        return False
    parts = _PARTS.split(word)
    inside = any(letter.isupper() for part in parts for letter in part[1:])
    later = word[0].islower() and any(part[:1].isupper() for part in parts)
    initials = len(parts) > 1 and all(len(part) == 1 and part.isupper() for part in parts)
    return inside or later or initials


def _kind(word: str) -> str:
    """The kind of a word by its capitals, and what its first letter shows."""
    lower = word.lower()
    is_lowered, small = lower in _LOWERED_IN_TITLES or word.isupper(), word[0].islower()
    if word == lower:
        return _NONE if is_lowered else _NONE_SMALL if small else _NONE_LARGE
    if len(word) > 1 and _has_own_capitals(word):
        return _OWN[0 if is_lowered else 1 if small else 2]
    if len(word) == 1 and word.isupper() and word != "A":
        return _LETTER
    if word[0].isupper():
        return _NAME if is_lowered else _NAME_LARGE
    return _NONE if is_lowered else _NONE_SMALL if small else _NONE_LARGE


def _words_of(chunk: str) -> list[tuple[int, int]]:
    return [word.span() for word in _WORD.finditer(chunk)]


def _shape_of(chunk: str) -> str:
    word = chunk.strip(_AROUND)
    return f" {_kind(word) if word.isalpha() else ''.join(map(_kind, _WORD.findall(chunk)))}"


_words = remembered(_words_of, most=8_192, longest=40)
"""The places of the words between two spaces."""
_shape = remembered(_shape_of, most=32_768, longest=40)
"""The kinds of the words between two spaces, with a space before them."""


def _is_sentence_case(shape: str) -> bool:
    """Whether at least half of the words that title case would capitalise begin with a lower-case letter."""
    later = shape.lstrip()[1:]
    small = sum(map(later.count, _SMALL))
    return 0 < small >= sum(map(later.count, _LARGE))

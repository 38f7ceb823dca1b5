"""Which words of a title a style must not put in lower case.

BibTeX styles write the titles of articles and chapters in sentence case: all but the first letter of the title, and of
what follows a colon, become lower case (BibTeX's ``change.case$`` with ``t``) unless they stand in braces.
"""

import re
from functools import partial

from reflist.value import remembered

_WORD = re.compile(r"[^\W_]++(?:['’.&/-][^\W_]++)*+")
_PARTS = re.compile(r"['’.&/-]")
_LOWERED_IN_TITLES = frozenset(
    "a an the and or nor but for of in on at to from by with as via per into onto over under than vs".split()
)
"""Words that title case, too, leaves in lower case."""

SHOUTED_WORDS = 4
"""From this many words on, a title in capitals throughout is a matter of layout, not of acronyms."""


def protected(title: str) -> list[tuple[int, int]]:
    """The stretches of a title whose capitals belong to the words themselves, in order.

    Always words with a capital inside or in capitals throughout. In a title that is printed in sentence case also every
    other word with a capital: there it is a name (or begins a sentence after a question mark, which styles do not see).
    In one printed In Title Case nothing tells names from other words, so that more would only stand in a style's way.

    >>> title = "Sure Start in the UK: the development of a programme"
    >>> [title[start:end] for start, end in protected(title)]
    ['Start', 'UK']
    """
    if title[1:] == title[1:].lower():
        return []
    words = _WORD.findall(title)
    if len(words) >= SHOUTED_WORDS and not any(map(str.islower, title)):
        return []
    least = _NAME if _is_sentence_case(words) else _LETTER
    kinds = list(map(_capitals, words))
    if max(kinds, default=_NONE) < least:
        return []
    stretches: list[tuple[int, int]] = []
    before = 0
    for word, capitals in zip(words, kinds, strict=True):
        start = title.find(word, before)  # between words there is no letter that it could be found at
        if capitals >= least and (capitals == _OWN or not _is_first(title[before:start], start, before)):
            follows = stretches and stretches[-1][1] == before and title[before:start] == " "
            stretches.append((stretches.pop()[0] if follows else start, start + len(word)))
        before = start + len(word)
    return stretches


def capitals(name: str) -> list[tuple[int, int]]:
    """The stretches of a name whose words have capitals, in order: no style may put any of them in lower case.

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


_of_words = partial(remembered, most=32_768, longest=40)

_NONE, _NAME, _LETTER, _OWN = range(4)
"""What the capitals of a word are: none; as a name in sentence case has, and any word in title case; of a letter that
stands alone; the word's own. Of the first word only the last kind counts."""

_OPENING = "‘“\"'([ "
"""Signs that may stand before the first word of a title."""


def _is_first(between: str, start: int, before: int) -> bool:
    """Whether the word at ``start`` is the first, or follows a colon, given what stands behind the one ``before``."""
    rest = between.rstrip(_OPENING)
    return rest.endswith(":") or not start or not (before or rest)


def _has_own_capitals(word: str) -> bool:
    """Whether the word has a capital that title case did not put there: inside, or only in a later part."""
    if word[1:] == word[1:].lower():
        return False
    parts = _PARTS.split(word)
    inside = any(letter.isupper() for part in parts for letter in part[1:])
    later = word[0].islower() and any(part[:1].isupper() for part in parts)
    initials = len(parts) > 1 and all(len(part) == 1 and part.isupper() for part in parts)
    return inside or later or initials


@_of_words
def _capitals(word: str) -> int:
    """What the capitals of a word are."""
    if word.islower():
        return _NONE
    if len(word) == 1:
        return (_NAME if word == "A" else _LETTER) if word.isupper() else _NONE
    if not word[1:].islower() and _has_own_capitals(word):
        return _OWN
    return _NAME if word[0].isupper() else _NONE


_SAYS_NOTHING, _LARGE, _SMALL = range(3)


@_of_words
def _first_letter(word: str) -> int:
    """Whether the word begins with a small letter or not, where that tells how a title is printed."""
    if word.lower() in _LOWERED_IN_TITLES or word.isupper():
        return _SAYS_NOTHING
    return _SMALL if word[0].islower() else _LARGE


def _is_sentence_case(words: list[str]) -> bool:
    """Whether half of the words that title case would begin with a capital, or more, begin with a small letter."""
    printed = list(map(_first_letter, words[1:]))
    return 0 < printed.count(_SMALL) >= printed.count(_LARGE)

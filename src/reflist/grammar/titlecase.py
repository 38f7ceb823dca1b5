"""Which words of a title a style must not put in lower case.

BibTeX styles write the titles of articles and chapters in sentence case: all but the first letter of the title, and of
what follows a colon, become lower case (BibTeX's ``change.case$`` with ``t``) unless they stand in braces.
"""

import re

_WORD = re.compile(r"[^\W_]+(?:['’.&/-](?=[^\W_])[^\W_]+)*")
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
    words = [(match.start(), match.end()) for match in _WORD.finditer(title)]
    if not any(letter.islower() for letter in title) and len(words) >= SHOUTED_WORDS:
        return []
    sentence_case = _is_sentence_case(title, words)
    stretches: list[tuple[int, int]] = []
    for start, end in words:
        word = title[start:end]
        first = start == 0 or title[:start].rstrip("‘“\"'([ ").endswith(":") or not title[:start].strip("‘“\"'([ ")
        if not (_has_own_capitals(word, first) or (sentence_case and not first and word[0].isupper())):
            continue
        follows = stretches and title[stretches[-1][1] : start] == " "
        stretches.append((stretches.pop()[0] if follows else start, end))
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


def _has_own_capitals(word: str, first: bool) -> bool:
    """Whether the word has a capital that title case did not put there: alone, inside, or only in a later part."""
    if len(word) == 1:
        return not first and word.isupper() and word != "A"
    if word[1:] == word[1:].lower():
        return False
    parts = re.split(r"['’.&/-]", word)
    inside = any(letter.isupper() for part in parts for letter in part[1:])
    later = word[0].islower() and any(part[:1].isupper() for part in parts)
    initials = len(parts) > 1 and all(len(part) == 1 and part.isupper() for part in parts)
    return inside or later or initials


def _is_sentence_case(title: str, words: list[tuple[int, int]]) -> bool:
    """Whether half of the words that title case would begin with a capital, or more, begin with a small letter."""
    printed = [title[start:end] for start, end in words[1:]]
    telling = [word for word in printed if word.lower() not in _LOWERED_IN_TITLES and not word.isupper()]
    small = sum(word[0].islower() for word in telling)
    return 0 < small * 2 >= len(telling)

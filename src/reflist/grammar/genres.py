"""What reports and theses call themselves."""

import re

from reflist.grammar.wordlists import folded

_ADDRESSED = re.compile(
    r"(?:an?\s+)?(?:\w+\s+)?(?:report|submission|evidence|memorandum|paper|study|statement)\s+(?:to|for|by|prepared|submitted|commissioned)\b"
)


def ends_in_genre(printed: str) -> bool:
    """Whether the last words are what a report calls itself.

    >>> ends_in_genre("National Evaluation (NESS) Research Report"), ends_in_genre("Think pieces")
    (True, False)
    """
    words = printed.casefold().replace("’", "'").split()
    genres = folded("genres")
    return any(" ".join(words[-length:]).strip(" .,") in genres for length in (3, 2, 1) if len(words) >= length)


def names_genre(printed: str) -> bool:
    """Whether these words say what a report is, at their end or in the form ``report to the Social Work Committee``."""
    return ends_in_genre(printed) or bool(_ADDRESSED.match(printed))

"""Newspapers, and how the titles of periodicals differ from other names."""

import re
from functools import lru_cache

from reflist.grammar.wordlists import KEPT, folded, words

NEWSPAPERS = ("newspapers", "other_newspapers")
"""The word lists of newspapers' names."""


@lru_cache(KEPT)
def is_newspaper(printed: str) -> bool:
    """Whether a printed title is that of a known newspaper or news magazine, with or without article and section.

    >>> is_newspaper("The Guardian (Society)"), is_newspaper("Urban Affairs Quarterly")
    (True, False)
    """
    bare = re.sub(r"\s*\([^)]*\)", "", printed).strip(" .,").casefold()
    named = (bare, bare.removeprefix("the "))
    return any(name in folded(known) for name in named for known in NEWSPAPERS)


@lru_cache(KEPT)
def is_periodical(printed: str) -> bool:
    """Whether a word of a title shows a periodical: ``Journal``, ``Quarterly``, ``Zeitschrift``."""
    if printed.startswith(("A ", "An ")):
        return False  # "A Review of Befriending"
    words = (word.strip(" .,()") for word in printed.split() if not word.islower())  # not "Care in towns: a review"
    return any(word.casefold() in folded("periodicals") for word in words)


@lru_cache(KEPT)
def is_named_periodical(printed: str) -> bool:
    """Whether this is a known periodical whose title has no such word: ``Public Administration``, ``Cell``."""
    return printed.strip(" .,").casefold() in folded("named_periodicals")


@lru_cache(KEPT)
def is_abbreviated(printed: str) -> bool:
    """Whether a full stop after a periodical's name belongs to its last word: an abbreviation, as its other words are.

    >>> is_abbreviated("Energy Build"), is_abbreviated("Environ. Res. Lett"), is_abbreviated("J Psychiatr Res")
    (True, True, False)
    """
    first, _, last = printed.rpartition(" ")
    known = words("periodical_abbreviations")
    if last in known:
        return not any(word in known for word in first.split())
    return bool(_ALL_STOPPED.fullmatch(first)) and bool(_CUT_OFF.fullmatch(last)) and not is_periodical(last)


def abbreviations(printed: str) -> int:
    """How many words of a name are usual abbreviations in the names of periodicals, with or without full stops.

    >>> abbreviations("J Appl Ecol"), abbreviations("Handbook of Ecology")
    (3, 0)
    """
    known = words("periodical_abbreviations")
    return sum(word.strip(".,") in known for word in printed.split())


_ALL_STOPPED = re.compile(r"[A-Z][a-z]{0,11}\.(?:\s[A-Z][a-z]{1,11}\.)+")
_CUT_OFF = re.compile(r"[A-Z][a-z]*[bcdfglmnprtv](?<!ing|ion|ent|tal|nal|cal)(?<!ch|er|or|th|nd|on)")
"""A word cut off after a consonant, with an ending that few complete words have."""

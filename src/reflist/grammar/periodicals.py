"""Newspapers, and what tells a periodical's title from other names."""

import re

from reflist.grammar.wordlists import folded


def is_newspaper(printed: str) -> bool:
    """Whether a printed title is a known newspaper's or news magazine's, with or without its article and section.

    >>> is_newspaper("The Guardian (Society)"), is_newspaper("Urban Affairs Quarterly")
    (True, False)
    """
    bare = re.sub(r"\s*\([^)]*\)", "", printed).strip(" .,").casefold()
    known = folded("newspapers")
    return bare in known or bare.removeprefix("the ") in known


def is_periodical(printed: str) -> bool:
    """Whether a word of a title says that it is a periodical's: ``Journal``, ``Quarterly``, ``Zeitschrift``."""
    if printed.startswith(("A ", "An ")):
        return False  # "A Review of Befriending"
    words = (word.strip(" .,()") for word in printed.split() if not word.islower())  # not "Care in towns: a review"
    return any(word.casefold() in folded("periodicals") for word in words)

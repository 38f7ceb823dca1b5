"""Places of publication."""

import re

from reflist.grammar.wordlists import folded, words

_JOINTS = re.compile(r"\s*[,/;&–(]\s*|,?\s+(?:and|und|et)\s+")


def is_place(printed: str) -> bool:
    """Whether every part of a printed place is a known city, state or country (``words/places.txt``, ``regions.txt``).

    >>> [is_place(name) for name in ("London", "Cambridge, MA", "New York/Berlin", "Governance Basingstoke", "MA")]
    [True, True, True, False, False]
    """
    cities = folded("places")
    if printed.strip(" ,;:.").casefold() in cities:
        return True
    first, *others = (part.strip(" .()[]:") for part in _JOINTS.split(printed.strip(" ,;:")))
    return first.casefold() in cities and all(other.casefold() in cities or is_region(other) for other in others)


def is_region(printed: str) -> bool:
    """Whether this is what is printed after a city to tell which one is meant: ``MA``, ``D.C.``, ``Hants``."""
    printed = printed.strip(" ,;:()[]")
    return printed in words("regions") or printed.replace(".", "") in words("regions")

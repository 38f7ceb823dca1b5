"""Places of publication."""

import re
from functools import cache, lru_cache

from reflist.grammar.wordlists import KEPT, folded, words
from reflist.late import late

_TOWN = late(r"[^\W\d_a-z][\w’'-]+(?: (?:on |upon |de |del |of )?[^\W\d_a-z][\w’'-]+){0,2}")
_JOINTS = late(r"\s*[,/;&–(]\s*|,?\s+(?:and|und|et)\s+")
_NAMESAKE = late(
    r"(?<=[a-zäöüß])(?:\s?/\s?|\s?\(|\s(?:am|an der|b\.|bei|im|in)\s|\s?[aid]\.\s?)"
    r"(?:M(?:ain)?|Br(?:eisgau)?|Ts|Taunus|Rh|Oder|O|Saale|S|W(?:estf)?|Westfalen|Allgäu)\b\.?\)?"
)
"""Additions that distinguish German towns of the same name: ``Frankfurt/M.``, ``Freiburg i. Br.``"""
_NAMESAKE_AT_END = late(r"(?<=[a-zäöüß])(?:\s?/\s?|\s?[aid]\.\s?)(?:Br|Ts|Rh|Westf)\.$")
_AND_ELSEWHERE = late(r"\s*[\[(]?\b(?:u\.\s?a|et al|etc)\b\.?[\])]?$")
_ADDED = late(r"[/(.]|\s(?:am|an|bei|im|in|al|etc)\b")
"""What occurs in a place with an addition that `_NAMESAKE` or `_AND_ELSEWHERE` removes."""


@lru_cache(KEPT)
def is_place(printed: str) -> bool:
    """Whether every part of a printed place is a known city, state or country (``words/places.txt``).

    >>> [is_place(name) for name in ("London", "Cambridge, MA", "New York/Berlin", "Governance Basingstoke", "MA")]
    [True, True, True, False, False]
    >>> is_place("Frankfurt/M./New York"), is_place("Freiburg i. Br.")
    (True, True)
    """
    if _is_listed(printed.strip(" ,;:.")):
        return True
    if "-" in printed and all(map(_is_listed, printed.strip(" ,;:.").split("-"))):
        return True  # "Roma-Bari"
    if _ADDED.search(printed):
        printed = _NAMESAKE.sub("", _AND_ELSEWHERE.sub("", printed))
    first, *others = (part.strip(" .()[]:") for part in _JOINTS.split(printed.strip(" ,;:")))
    return _is_listed(first) and all(_is_listed(other) or is_region(other) for other in others)


_CEDILLAS = str.maketrans("şţ", "șț")
"""The letters of Romanian with a comma below, for those with a cedilla, which older character sets had instead."""


def _is_listed(printed: str) -> bool:
    name = printed.casefold().translate(_CEDILLAS)
    return name in folded("places") or name in folded("other_places")


@lru_cache(KEPT)
def ends_in_namesake(printed: str) -> bool:
    """Whether the full stop at the end belongs to an addition that distinguishes a town: ``Kronberg/Ts.``."""
    return bool(_NAMESAKE_AT_END.search(printed))


def is_region(printed: str) -> bool:
    """Whether this is a region as printed after a city to distinguish it: ``MA``, ``D.C.``, ``Hants``."""
    return _AND_ELSEWHERE.sub("", printed).strip(" ,;:()[]").replace(".", "") in _regions()


def is_town_in_region(printed: str) -> bool:
    """Whether this is a short name followed by its region: ``Norwood, NJ``.

    >>> is_town_in_region("Norwood, NJ"), is_town_in_region("Wales, England"), is_town_in_region("Growth, UK")
    (True, True, True)
    """
    town, comma, region = printed.strip(" ,;:()[]").partition(",")
    return bool(comma) and is_region(region) and bool(_TOWN.fullmatch(town))


def is_abbreviated_region(printed: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviated region, as in ``Cambridge, Mass.``."""
    return printed.endswith(".") and re.split("[,/(]", printed)[-1].replace(" ", "") in words("regions")


@cache
def _regions() -> frozenset[str]:
    return frozenset(region.replace(".", "") for region in words("regions"))

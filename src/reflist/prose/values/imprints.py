"""Where the strings of a list print the place of publication, and whether family names have initials without stops.

Details that a page lost in some strings are restored by comparison with the others: ``London Spade Press`` in a list
with ``Leeds: Moat Press``, ``Weir A Hedges and us`` in one with ``Ash B. Ditches``.
"""

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum

from reflist.grammar.places import is_place
from reflist.late import late

FEWEST = 4
"""Fewer places, or names, are no evidence for the other strings."""

SHARE = 0.8
"""The share of a list's places that must be in one position for this to be the list's order."""

HALF = 0.5
"""The share of a list's strings that must begin with such a name, since bodies and titles come first too."""


class PlaceOrder(Enum):
    """The position of the place of publication."""

    FIRST = "London: Sage"
    LAST = "Sage, London"


_FIRST = re.compile(r"[.,;(?!]\s(?P<place>[^\W\d_a-z][^.:;()\d]{2,30}):\s?[^\W\d_a-z]")
_LAST = re.compile(r"[^\W\d_],\s(?P<place>[^\W\d_a-z][^.:;,()\d]{2,30}(?:,\s[A-Z]{2})?)(?=[.)]|,?\s\(?\d{4}|\Z)")
_INITIALS = late(
    r"\W*(?:\d{1,3}\W+)?[^\W\d_a-z][\w’'-]*[^\W\d_A-Z](?:\s[^\W\d_a-z][\w’'-]*[^\W\d_A-Z])?\s[A-Z]{1,3}(?=[,.;\s(:])"
)


def place_order_of(texts: Iterable[str]) -> PlaceOrder | None:
    """The position in which a list prints its places, if enough of them show it and agree.

    >>> place_order_of(["A. Leeds: Moat Press."] * 4), place_order_of(["A. Moat Press, Leeds."] * 3)
    (<PlaceOrder.FIRST: 'London: Sage'>, None)
    """
    found = Counter[PlaceOrder]()
    for text in texts:
        for order, pattern in ((PlaceOrder.FIRST, _FIRST), (PlaceOrder.LAST, _LAST)):
            found[order] += any(is_place(match["place"]) for match in pattern.finditer(text))
    for order, count in found.items():
        if count >= FEWEST and count >= SHARE * found.total():
            return order
    return None


def has_bare_initials(texts: Iterable[str]) -> bool:
    """Whether the strings of a list begin with a family name and initials without stops: ``Weir AB, Ash C. Hedges``."""
    are_bare = [_INITIALS.match(text) is not None for text in texts]
    return sum(are_bare) >= max(FEWEST, HALF * len(are_bare))

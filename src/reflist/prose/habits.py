"""What the strings of a list tell of each other: how it prints page ranges, places and names."""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.grammar.name_order import NameOrder, order_of
from reflist.prose.imprints import PlaceOrder, has_bare_initials, place_order_of
from reflist.prose.ranges import UNKNOWN, Ranges, ranges_of


class Habits(NamedTuple):
    """How a list prints its page ranges, names without a comma and places, where it tells.

    ``bare_initials``: whether it has initials without stops behind family names.
    """

    ranges: Ranges = UNKNOWN
    order: NameOrder | None = None
    places: PlaceOrder | None = None
    bare_initials: bool = False


NO_HABITS = Habits()


def habits_of(texts: Sequence[str]) -> Habits:
    """What these strings tell of the list that they are of."""
    return Habits(ranges_of(texts), order_of(texts), place_order_of(texts), has_bare_initials(texts))

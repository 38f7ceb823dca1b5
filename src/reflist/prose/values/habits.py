"""The conventions that the strings of a list share: how they print page ranges, places and names."""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.grammar.name_order import NameOrder, order_of
from reflist.prose.values.imprints import PlaceOrder, has_bare_initials, place_order_of
from reflist.prose.values.ranges import UNKNOWN, Ranges, ranges_of


class Habits(NamedTuple):
    """How a list prints its page ranges, names without a comma, and places, as far as this is known.

    ``bare_initials``: whether family names are followed by initials without stops.
    """

    ranges: Ranges = UNKNOWN
    order: NameOrder | None = None
    places: PlaceOrder | None = None
    bare_initials: bool = False


NO_HABITS = Habits()


def habits_of(texts: Sequence[str]) -> Habits:
    """The conventions of the list that these strings are from."""
    return Habits(ranges_of(texts), order_of(texts), place_order_of(texts), has_bare_initials(texts))

"""What the strings of a list tell of each other: how it prints page ranges, and in which order names."""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.grammar.name_order import NameOrder, order_of
from reflist.prose.ranges import UNKNOWN, Ranges, ranges_of


class Habits(NamedTuple):
    """How a list prints its page ranges, and names without a comma, where it tells."""

    ranges: Ranges = UNKNOWN
    order: NameOrder | None = None


NO_HABITS = Habits()


def habits_of(texts: Sequence[str]) -> Habits:
    """What these strings tell of the list that they are of."""
    return Habits(ranges_of(texts), order_of(texts))

"""What is compared, in the order in which reasons are given. A new comparison is one file and one line here."""

import sys
from collections.abc import Callable

from reflist.matching.comparisons import (
    author,
    container,
    identifiers,
    kind,
    listing,
    pages,
    publisher,
    title,
    volume,
    year,
)
from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record

Comparison = Callable[[Record, Record], Finding | None]
"""Compares two records in one respect; None where one of them says nothing about it."""

COMPARISONS: tuple[Comparison, ...] = (
    title.compare,
    author.compare,
    year.compare,
    container.compare,
    volume.compare,
    pages.compare,
    publisher.compare,
    identifiers.compare,
    kind.compare,
    listing.compare,
)

FIRST = (title.compare, pages.compare, identifiers.compare, volume.compare, year.compare)
"""What is compared first where only likely pairs are of interest: it tells much, or costs little."""


def _most(compare: Comparison) -> float:
    """The most that a comparison says for one work: the weight of its highest level."""
    levels = vars(sys.modules[compare.__module__]).values()
    return max(0.0, *(level.weight for level in levels if isinstance(level, Level)))


def _remaining(comparisons: tuple[Comparison, ...]) -> tuple[tuple[Comparison, float], ...]:
    """The comparisons in order, and how much those behind each say for one work at most."""
    return tuple((one, sum(map(_most, comparisons[at:]))) for at, one in enumerate(comparisons, 1))


REMAINING = _remaining((*FIRST, *(compare for compare in COMPARISONS if compare not in FIRST)))
"""All comparisons in the order in which unlikely pairs are told soonest."""

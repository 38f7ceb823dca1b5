"""The comparisons, in the order of their reasons. A new comparison is one file and one line here."""

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
"""Compares two records in one respect; returns None if one of them has no information."""

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
"""Comparisons that come first if only likely pairs matter: they decide much or cost little."""


def _most(compare: Comparison) -> float:
    """The highest weight among the levels of a comparison."""
    levels = vars(sys.modules[compare.__module__]).values()
    return max(0.0, *(level.weight for level in levels if isinstance(level, Level)))


def _remaining(comparisons: tuple[Comparison, ...]) -> tuple[tuple[Comparison, float], ...]:
    """The comparisons in order, each with the highest sum of weights that those after it can reach."""
    return tuple((one, sum(map(_most, comparisons[at:]))) for at, one in enumerate(comparisons, 1))


REMAINING = _remaining((*FIRST, *(compare for compare in COMPARISONS if compare not in FIRST)))
"""All comparisons, in the order that excludes unlikely pairs soonest."""

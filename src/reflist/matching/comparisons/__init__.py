"""What is compared, in the order in which reasons are given. A new comparison is one file and one line here."""

from collections.abc import Callable

from reflist.matching.comparisons import author, container, identifiers, kind, listing, pages, title, volume, year
from reflist.matching.levels import Finding
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
    identifiers.compare,
    kind.compare,
    listing.compare,
)

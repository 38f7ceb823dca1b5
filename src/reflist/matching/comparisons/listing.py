"""Comparing two entries of one reference list, whose author took them for two works."""

from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record

ONE_LIST = Level("two entries of one list", -10)
LETTERS = Level("distinguished by letters", 0, veto=True)


def compare(a: Record, b: Record) -> Finding | None:
    """Whether one list has both, perhaps with different year suffixes (2011a, 2011b)."""
    if a.lists.isdisjoint(b.lists):
        return None
    if a.suffix and b.suffix and a.suffix != b.suffix and a.year == b.year:
        return Finding(LETTERS, f"distinguished in one list: {a.year}{a.suffix} and {b.year}{b.suffix}")
    return Finding(ONE_LIST, "two entries of one list")

"""What a comparison says: one of its named levels, with a weight, and the reason in words."""

from typing import NamedTuple


class Level(NamedTuple):
    """One outcome of a comparison.

    ``weight`` is in bits: how often the odds that the two are one work are doubled or, below zero, halved. A level
    that is a ``veto`` keeps them apart whatever else agrees.
    """

    name: str
    weight: float
    veto: bool = False


class Finding(NamedTuple):
    """What a comparison of two records found: the level, and the reason as a librarian would give it."""

    level: Level
    reason: str

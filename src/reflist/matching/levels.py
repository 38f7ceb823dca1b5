"""The outcome of a comparison: one of its named levels, with a weight, and the reason in words."""

from typing import NamedTuple


class Level(NamedTuple):
    """One possible outcome of a comparison.

    ``weight`` is in bits: how many times the odds that two records are the same work are doubled or, if negative,
    halved. A level with ``veto`` keeps the records apart whatever else agrees.
    """

    name: str
    weight: float
    veto: bool = False


class Finding(NamedTuple):
    """What a comparison of two records found: the level, and the reason as a librarian would state it."""

    level: Level
    reason: str

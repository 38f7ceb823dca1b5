"""A person's decisions about duplicates, which override every score."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from reflist.report import ReflistError

Pair = tuple[int, int]
"""The positions of two records, the smaller one first."""


class UnknownChoiceError(ReflistError):
    """A choice for preprints that does not exist."""


class Preprints(StrEnum):
    """How to treat a preprint and its published version: by the evidence, as one work, or as two."""

    WEIGHED = "weighed"
    SAME = "same"
    APART = "apart"


class Decisions(NamedTuple):
    """Groups of members, named by their ids in the report, that are one work or that are different works.

    In an ``apart`` group every member is a different work from every other. ``preprints`` is how to treat a preprint
    and its published version: as one work, as two, or by the evidence of each pair.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    preprints: Preprints = Preprints.WEIGHED

    def same_pairs(self, positions: Mapping[str, int]) -> list[Pair]:
        """Pairs that connect the members of each ``same`` group; unknown ids are ignored."""
        return sorted(
            {pair for group in self.same for pair in pairwise(_places(group, positions)) if pair[0] != pair[1]}
        )

    def different_pairs(self, positions: Mapping[str, int]) -> list[Pair]:
        """All pairs that are different works; unknown ids are ignored."""
        pairs = (pair for group in self.apart for pair in combinations(_places(group, positions), 2))
        return sorted({pair for pair in pairs if pair[0] != pair[1]})


UNDECIDED = Decisions()
"""No decisions."""


def with_preprints(decisions: Decisions, preprints: str | None) -> Decisions:
    """The decisions with another choice for preprints, if one is given. Raises `ReflistError` for an unknown choice."""
    if preprints is None:
        return decisions
    if preprints not in tuple(Preprints):
        raise UnknownChoiceError(f"preprints must be one of {', '.join(Preprints)}, not {preprints!r}")
    return decisions._replace(preprints=Preprints(preprints))


def _places(group: Sequence[str], positions: Mapping[str, int]) -> list[int]:
    return sorted(positions[id] for id in group if id in positions)

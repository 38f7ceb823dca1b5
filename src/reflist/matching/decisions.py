"""What a person has decided, which counts more than any score."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from reflist.report import ReflistError

Pair = tuple[int, int]
"""The positions of two records, the smaller first."""


class UnknownChoiceError(ReflistError):
    """A word that says nothing about preprints."""


class Preprints(StrEnum):
    """What a preprint and its published version are: what the evidence says of them, one work, or two."""

    WEIGHED = "weighed"
    SAME = "same"
    APART = "apart"


class Decisions(NamedTuple):
    """Groups of members, by the ids that the report gives them: those that are one work, and those that are not.

    In a group that is ``apart`` each member is a work other than each other one. ``preprints`` says what a preprint and
    its published version are: one work, two, or what the evidence says of each pair.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    preprints: Preprints = Preprints.WEIGHED

    def joined(self, positions: Mapping[str, int]) -> list[Pair]:
        """The pairs that hold the groups of one work together; ids that nobody has are passed over."""
        return sorted(
            {pair for group in self.same for pair in pairwise(_places(group, positions)) if pair[0] != pair[1]}
        )

    def parted(self, positions: Mapping[str, int]) -> list[Pair]:
        """All pairs that are not one work."""
        return sorted(set(self._parted(positions)))

    def _parted(self, positions: Mapping[str, int]) -> Iterator[Pair]:
        for group in self.apart:
            yield from (pair for pair in combinations(_places(group, positions), 2) if pair[0] != pair[1])


UNDECIDED = Decisions()
"""No decisions."""


def with_preprints(decisions: Decisions, preprints: str | None) -> Decisions:
    """The decisions with another word about preprints, if there is one. Raises `ReflistError` for an unknown one."""
    if preprints is None:
        return decisions
    if preprints not in tuple(Preprints):
        raise UnknownChoiceError(f"preprints are one of {', '.join(Preprints)}, not {preprints!r}")
    return decisions._replace(preprints=Preprints(preprints))


def _places(group: Sequence[str], positions: Mapping[str, int]) -> list[int]:
    return sorted(positions[id] for id in group if id in positions)

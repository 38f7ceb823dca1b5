"""Clusters: which records are one work, so that one mistaken pair does not chain two works together."""

import math
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from reflist.matching.decisions import Pair

SUREST = 8.0
"""How much, in bits, one pair of members says at most when two clusters may become one."""

LEAST = 3.0
"""How many bits very many pairs say on average at least where two clusters may become one."""

FEW = 4
"""How many pairs say as much on average as a single one must."""

SEVERAL = 2
"""How many records of each of two clusters, at least, are not mistaken if they say what sort of publication it is."""

CHECKED = 8
"""How many members of each of two clusters are compared with each other before the clusters become one."""


Told = tuple[bool, int, str]
"""Whether a record says where its work came out, how much it says about that, and as what, if not as an article."""


class Clusters(NamedTuple):
    """The records of each cluster, in order; the pairs that joined them; and the pairs that are a question."""

    members: Sequence[Sequence[int]]
    joined: Sequence[Pair]
    questions: Sequence[Pair]


class _Homes:
    """Which cluster each record is in; a cluster goes by the position of one of its records.

    Only of what was joined anything is held.
    """

    def __init__(self, apart: Sequence[Pair], told: Callable[[int], Told]) -> None:
        self._told = told
        self.home: dict[int, int] = {}
        self.joined: dict[int, list[int]] = {}
        self._probes: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for pair in apart:
            for one, other in (pair, pair[::-1]):
                self._apart.setdefault(one, set()).add(other)

    def of(self, pair: Pair) -> Pair:
        """The clusters that two records are in, in order."""
        one, other = (self.home.get(position, position) for position in pair)
        return (one, other) if one < other else (other, one)

    def members(self, cluster: int) -> list[int]:
        """The records of a cluster."""
        return self.joined.get(cluster) or [cluster]

    def probes(self, cluster: int) -> list[int]:
        """Those of its records that stand for it in comparisons: what tells most of where and when it came out.

        What says nothing of that goes with any version of a work, so that it would make one of two.
        """
        return self._probes.get(cluster) or [cluster]

    def are_versions(self, one: int, other: int, least: int) -> bool:
        """Whether the records of each of two clusters, so many at least, say that they are of two sorts of publication.

        A single one that calls an article a report may be mistaken.
        """
        if min(len(self.probes(one)), len(self.probes(other))) < least:
            return False
        mine, theirs = ({self._told(probe)[2] for probe in self.probes(cluster)} for cluster in (one, other))
        return len(mine) == len(theirs) == 1 and mine != theirs and self.is_placed(one) and self.is_placed(other)

    def is_placed(self, cluster: int) -> bool:
        """Whether something says where the work came out."""
        return self._told(self.probes(cluster)[0])[0]

    def is_large(self, one: int, other: int) -> bool:
        """Whether one of two clusters has so many records that what is left over may be held against all it says."""
        return max(len(self.members(one)), len(self.members(other))) >= CHECKED

    def has_single(self, one: int, other: int) -> bool:
        """Whether one of two clusters is a single record."""
        return min(len(self.members(one)), len(self.members(other))) == 1

    def are_apart(self, one: int, other: int) -> bool:
        """Whether somebody has decided that a member of one is another work than a member of the other."""
        return one in self._apart and not self._apart[one].isdisjoint(self.members(other))

    def join(self, one: int, other: int) -> None:
        """Make one cluster of two: the smaller one moves, so that a large one grows in time."""
        if len(self.members(one)) < len(self.members(other)):
            one, other = other, one
        probes = sorted(self.probes(one) + self.probes(other), key=lambda probe: self._told(probe)[:2], reverse=True)
        is_placed = self._told(probes[0])[0]
        self._probes[one] = [probe for probe in probes[:CHECKED] if self._told(probe)[0] == is_placed]
        moved = self.members(other)
        for position in moved:
            self.home[position] = one
        self.joined[one] = self.members(one)
        self.joined[one] += moved
        self.joined.pop(other, None)
        self._probes.pop(other, None)
        if other in self._apart:
            self._apart.setdefault(one, set()).update(self._apart[other])


def cluster(
    count: int,
    scores: Mapping[Pair, float],
    score: Callable[[int, int], float],
    merged: float,
    review: float,
    same: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
    told: Callable[[int], Told] = lambda _: (False, 0, ""),
) -> Clusters:
    """Join the best pairs first, and two clusters only where their members' pairs, taken together, say so too.

    ``scores`` holds the candidate pairs; ``score`` is asked for the others, ``told`` what a record says of its place.
    ``same`` and ``apart`` are what a person has decided: they come first, and what is apart stays apart. A pair that
    would be merged but for what other records say becomes a question, as does one in the band from ``review`` to
    ``merged``; of the questions between two clusters only the likeliest is kept, and none where their pairs, taken
    together, say that they are two works. A question about a large cluster is none where what is left over agrees with
    its records, taken together, as two clusters must.
    """
    homes = _Homes(apart, told)
    said = _Said(homes, scores, score, _bits(merged), _bits(review))
    best_first = [pair for _, pair in sorted([(-value, pair) for pair, value in scores.items() if value >= review])]

    joined: list[Pair] = []

    def join(pairs: Sequence[Pair], may: Callable[[Pair, int, int], bool]) -> list[Pair]:
        """Join the clusters of the pairs, in order, that are not decided otherwise; the pairs that did not."""
        left = []
        for pair in pairs:
            one, other = homes.of(pair)
            if one == other or homes.are_apart(one, other):
                continue
            if not may(pair, one, other):
                left.append(pair)
                continue
            joined.append(pair)
            homes.join(one, other)
        return left

    def are_one(pair: Pair, one: int, other: int) -> bool:
        return scores[pair] >= merged and said.one_work(one, other) and not homes.are_versions(one, other, SEVERAL)

    def is_left_over(pair: Pair, one: int, other: int) -> bool:
        if not homes.is_large(one, other) or homes.are_versions(one, other, 1):
            return False
        is_enough = scores[pair] >= merged and homes.has_single(one, other)
        return said.perhaps_one_work(one, other) if is_enough else said.one_work(one, other)

    join(same, lambda *_: True)
    open_pairs = join(join(best_first, are_one), is_left_over)
    gone = homes.home.keys() - homes.joined.keys()
    members = [sorted(homes.members(position)) for position in range(count) if position not in gone]
    return Clusters(sorted(members, key=itemgetter(0)), joined, _questions(open_pairs, homes, said))


class _Said(NamedTuple):
    """What the pairs of two clusters' members say, taken together; from what on, in bits, they say one work, or ask."""

    homes: _Homes
    scores: Mapping[Pair, float]
    score: Callable[[int, int], float]
    merged: float
    review: float

    def one_work(self, one: int, other: int) -> bool:
        """Whether they say that the two are one work."""
        values = self._values(one, other)
        return len(values) == 1 or _mean(values) >= _needed(len(values), self.merged)

    def perhaps_one_work(self, one: int, other: int) -> bool:
        """Whether they do not say that the two are two works."""
        return _mean(self._values(one, other)) >= self.review

    def _values(self, one: int, other: int) -> list[float]:
        pairs = ((min(a, b), max(a, b)) for a in self.homes.probes(one) for b in self.homes.probes(other))
        return [self.scores[pair] if pair in self.scores else self.score(*pair) for pair in pairs]


def _mean(values: Sequence[float]) -> float:
    """What the scores of the pairs of two clusters' members say on average, in bits.

    One pair may not outweigh all others, but one that is apart beyond doubt is enough. Of many pairs the worst are left
    out, half of those beyond `FEW`: among many records of a work some are damaged, and resemble few of the others.
    """
    if not all(values):
        return -SUREST
    likelier = sorted(values, reverse=True)[: len(values) - max(0, len(values) - FEW) // 2]
    return sum(max(-SUREST, min(SUREST, _bits(value))) for value in likelier) / len(likelier)


def _needed(pairs: int, merged: float) -> float:
    """How many bits the pairs say on average where two clusters are one: the more pairs, the less chance has a say."""
    return LEAST + (merged - LEAST) * min(1.0, math.sqrt(FEW / pairs))


def _bits(value: float) -> float:
    return math.log2(value) - math.log2(1 - value) if value < 1 else SUREST


def _questions(pairs: Sequence[Pair], homes: _Homes, said: _Said) -> list[Pair]:
    """Of the pairs left open, likeliest first, the first one between any two clusters that may be one."""
    asked: dict[Pair, Pair] = {}
    for pair in pairs:
        one, other = homes.of(pair)
        if one != other and not homes.are_apart(one, other):
            asked.setdefault((one, other), pair)
    return sorted(pair for clusters, pair in asked.items() if said.perhaps_one_work(*clusters))

"""Clustering records into works, so that one mistaken pair does not chain two works together."""

import math
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from reflist.matching.decisions import Pair

SUREST = 8.0
"""The most, in bits, that one pair of members counts for or against joining two clusters."""

LEAST = 3.0
"""The average, in bits, that is enough to join two clusters if very many pairs were compared."""

FEW = 4
"""Up to this many pairs must reach the same average as a single pair."""

SEVERAL = 2
"""How many records of each cluster must agree on a kind of publication before two kinds keep the clusters apart."""

CHECKED = 8
"""How many members of each of two clusters are compared before the clusters are joined."""


Publication = tuple[bool, int, str]
"""Whether a record names its place of publication, the number of such values, and "report", "thesis" or ""."""


class Clusters(NamedTuple):
    """The records of each cluster, in order; the pairs that joined them; and the pairs that a person should decide."""

    members: Sequence[Sequence[int]]
    joined: Sequence[Pair]
    questions: Sequence[Pair]


class _Partition:
    """Which cluster each record is in; a cluster is named by the position of one of its records.

    Only joined records are stored; any other record is a cluster of its own.
    """

    def __init__(self, apart: Sequence[Pair], publication: Callable[[int], Publication]) -> None:
        self._publication = publication
        self.cluster_of: dict[int, int] = {}
        self.joined: dict[int, list[int]] = {}
        self._probes: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for pair in apart:
            for one, other in (pair, pair[::-1]):
                self._apart.setdefault(one, set()).add(other)

    def of(self, pair: Pair) -> Pair:
        """The clusters of two records, the smaller number first."""
        one, other = (self.cluster_of.get(position, position) for position in pair)
        return (one, other) if one < other else (other, one)

    def members(self, cluster: int) -> list[int]:
        """The records of a cluster."""
        return self.joined.get(cluster) or [cluster]

    def probes(self, cluster: int) -> list[int]:
        """The records that represent a cluster in comparisons: those that give most of place and date of publication.

        A record without either fits every version of a work, and so would join two versions.
        """
        return self._probes.get(cluster) or [cluster]

    def are_versions(self, one: int, other: int, least: int) -> bool:
        """Whether two clusters of at least ``least`` records each are of consistently different kinds of publication.

        A single record that calls an article a report may be mistaken.
        """
        if min(len(self.probes(one)), len(self.probes(other))) < least:
            return False
        mine, theirs = ({self._publication(record)[2] for record in self.probes(cluster)} for cluster in (one, other))
        return len(mine) == len(theirs) == 1 and mine != theirs and self.is_placed(one) and self.is_placed(other)

    def is_placed(self, cluster: int) -> bool:
        """Whether any record of the cluster names the place of publication."""
        return self._publication(self.probes(cluster)[0])[0]

    def is_large(self, one: int, other: int) -> bool:
        """Whether one of two clusters is large enough for open pairs to be judged by all of its evidence."""
        return max(len(self.members(one)), len(self.members(other))) >= CHECKED

    def has_single(self, one: int, other: int) -> bool:
        """Whether one of two clusters is a single record."""
        return min(len(self.members(one)), len(self.members(other))) == 1

    def are_apart(self, one: int, other: int) -> bool:
        """Whether a person has decided that a member of one cluster is a different work than a member of the other."""
        return one in self._apart and not self._apart[one].isdisjoint(self.members(other))

    def join(self, one: int, other: int) -> None:
        """Merge two clusters. The smaller one is moved into the larger, so that building a large cluster stays fast."""
        if len(self.members(one)) < len(self.members(other)):
            one, other = other, one
        probes = sorted(
            self.probes(one) + self.probes(other), key=lambda record: self._publication(record)[:2], reverse=True
        )
        is_placed = self._publication(probes[0])[0]
        self._probes[one] = [record for record in probes[:CHECKED] if self._publication(record)[0] == is_placed]
        moved = self.members(other)
        for position in moved:
            self.cluster_of[position] = one
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
    publication: Callable[[int], Publication] = lambda _: (False, 0, ""),
) -> Clusters:
    """Join the best pairs first, and join two clusters only if the pairs of their members, taken together, agree.

    ``scores`` holds the candidate pairs; ``score`` computes other pairs on demand; ``publication`` gives what is known
    of the publication of a record. ``same`` and ``apart`` are a person's decisions: they are applied first, and pairs
    that are ``apart`` are never joined.

    The pairs that are still open are then tried again where one of the two clusters is large: they are joined if the
    pairs of the clusters, taken together, are enough, or, for a single record that would be merged by itself, if they
    do not contradict that. All other open pairs become questions for a person: pairs that score between
    ``review`` and ``merged``, and pairs that would be merged but for the other records of their clusters. Between two
    clusters only the most likely question is kept, and none if their pairs, taken together, show that they are two
    works.
    """
    partition = _Partition(apart, publication)
    evidence = _Evidence(partition, scores, score, _bits(merged), _bits(review))
    best_first = [pair for _, pair in sorted([(-value, pair) for pair, value in scores.items() if value >= review])]

    joined: list[Pair] = []

    def join(pairs: Sequence[Pair], may: Callable[[Pair, int, int], bool]) -> list[Pair]:
        """Join the clusters of the pairs, in order, unless decided otherwise; return the pairs that ``may`` rejects."""
        left = []
        for pair in pairs:
            one, other = partition.of(pair)
            if one == other or partition.are_apart(one, other):
                continue
            if not may(pair, one, other):
                left.append(pair)
                continue
            joined.append(pair)
            partition.join(one, other)
        return left

    def are_one(pair: Pair, one: int, other: int) -> bool:
        return (
            scores[pair] >= merged
            and evidence.are_one_work(one, other)
            and not partition.are_versions(one, other, SEVERAL)
        )

    def is_left_over(pair: Pair, one: int, other: int) -> bool:
        if not partition.is_large(one, other) or partition.are_versions(one, other, 1):
            return False
        is_enough = scores[pair] >= merged and partition.has_single(one, other)
        return evidence.may_be_one_work(one, other) if is_enough else evidence.are_one_work(one, other)

    join(same, lambda *_: True)
    open_pairs = join(join(best_first, are_one), is_left_over)
    joined_away = partition.cluster_of.keys() - partition.joined.keys()
    members = [sorted(partition.members(position)) for position in range(count) if position not in joined_away]
    return Clusters(sorted(members, key=itemgetter(0)), joined, _questions(open_pairs, partition, evidence))


class _Evidence(NamedTuple):
    """The combined evidence of the pairs between two clusters, and the thresholds, in bits, to join and to ask."""

    partition: _Partition
    scores: Mapping[Pair, float]
    score: Callable[[int, int], float]
    merged: float
    review: float

    def are_one_work(self, one: int, other: int) -> bool:
        """Whether the evidence is enough to join the two clusters."""
        values = self._values(one, other)
        return len(values) == 1 or _mean(values) >= _needed(len(values), self.merged)

    def may_be_one_work(self, one: int, other: int) -> bool:
        """Whether the evidence does not rule out that the two clusters are one work."""
        return _mean(self._values(one, other)) >= self.review

    def _values(self, one: int, other: int) -> list[float]:
        pairs = ((min(a, b), max(a, b)) for a in self.partition.probes(one) for b in self.partition.probes(other))
        return [self.scores[pair] if pair in self.scores else self.score(*pair) for pair in pairs]


def _mean(values: Sequence[float]) -> float:
    """The average score, in bits, of the pairs between two clusters.

    One pair must not outweigh all others, but one pair with a score of 0 rules the clusters out. If there are more than
    `FEW` pairs, the worst ones are left out, half of the number beyond `FEW`: in a large cluster some records are
    damaged and resemble few of the others.
    """
    if not all(values):
        return -SUREST
    likelier = sorted(values, reverse=True)[: len(values) - max(0, len(values) - FEW) // 2]
    return sum(max(-SUREST, min(SUREST, _bits(value))) for value in likelier) / len(likelier)


def _needed(pairs: int, merged: float) -> float:
    """The average, in bits, needed to join two clusters: less for more pairs, since chance then matters less."""
    return LEAST + (merged - LEAST) * min(1.0, math.sqrt(FEW / pairs))


def _bits(value: float) -> float:
    return math.log2(value) - math.log2(1 - value) if value < 1 else SUREST


def _questions(pairs: Sequence[Pair], partition: _Partition, evidence: _Evidence) -> list[Pair]:
    """The open pairs as questions: the most likely one between any two clusters that may be one."""
    asked: dict[Pair, Pair] = {}
    for pair in pairs:
        one, other = partition.of(pair)
        if one != other and not partition.are_apart(one, other):
            asked.setdefault((one, other), pair)
    return sorted(pair for clusters, pair in asked.items() if evidence.may_be_one_work(*clusters))

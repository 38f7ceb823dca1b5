"""Clusters: which records are one work, so that one mistaken pair does not chain two works together."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Pair = tuple[int, int]
"""The positions of two records, the smaller first."""

SUREST = 8.0
"""How much, in bits, one pair of members says at most when two clusters may become one."""

CHECKED = 8
"""How many members of each of two clusters are compared with each other before the clusters become one."""


class Clusters(NamedTuple):
    """The records of each cluster, in order; the pairs that joined them; and the pairs that are a question."""

    members: Sequence[Sequence[int]]
    joined: Sequence[Pair]
    questions: Sequence[Pair]


def cluster(
    count: int, scores: Mapping[Pair, float], score: Callable[[int, int], float], merged: float, review: float
) -> Clusters:
    """Join the best pairs first, and two clusters only where their members' pairs, taken together, say so too.

    ``scores`` holds the candidate pairs; ``score`` is asked for the others. A pair that would be merged but for what a
    third record says becomes a question, as does one in the band from ``review`` to ``merged``; of the questions
    between two clusters only the likeliest is kept.
    """
    home = list(range(count))
    members = [[position] for position in range(count)]
    best_first = sorted(
        (pair for pair, value in scores.items() if value >= review), key=lambda pair: (-scores[pair], pair)
    )

    def fits(one: int, other: int) -> bool:
        pairs = ((min(a, b), max(a, b)) for a in members[one][:CHECKED] for b in members[other][:CHECKED])
        values = [scores[pair] if pair in scores else score(*pair) for pair in pairs]
        return len(values) == 1 or _together(values) >= merged

    joined, open_pairs = [], []
    for a, b in best_first:
        one, other = sorted((home[a], home[b]))
        if one == other:
            continue
        if scores[a, b] < merged or not fits(one, other):
            open_pairs.append((a, b))
            continue
        joined.append((a, b))
        members[one] = sorted(members[one] + members[other])
        for position in members[other]:
            home[position] = one
        members[other] = []
    return Clusters([own for own in members if own], joined, _questions(open_pairs, home))


def _together(values: Sequence[float]) -> float:
    """How likely two clusters are one work, from the scores of their members' pairs: the mean of their odds.

    One pair may not outweigh all others, but one that is apart beyond doubt is enough.
    """
    if not all(values):
        return 0.0
    mean = sum(max(-SUREST, min(SUREST, _bits(value))) for value in values) / len(values)
    return 1 / (1 + math.pow(2, -mean))


def _bits(value: float) -> float:
    return math.log2(value) - math.log2(1 - value) if value < 1 else SUREST


def _questions(pairs: Sequence[Pair], home: Sequence[int]) -> list[Pair]:
    """Of the pairs left open, the likeliest between any two clusters; the pairs come likeliest first."""
    asked: dict[Pair, Pair] = {}
    for a, b in pairs:
        one, other = sorted((home[a], home[b]))
        if one != other:
            asked.setdefault((one, other), (a, b))
    return sorted(asked.values())

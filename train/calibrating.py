"""Calibration: rising curves from stated confidence to the share that is right, by pooling adjacent violators.

(Isotonic regression: Ayer and others 1955, Annals of Mathematical Statistics 26, 641-647.)
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from scoring import Judgement

FEWEST = 60
"""The least number of cases after a point of a curve."""


class Pool(NamedTuple):
    """Cases that are treated alike: how many, the sum of their stated confidences, and how many are right."""

    cases: int
    sure: float
    right: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.cases

    def with_(self, other: "Pool") -> "Pool":
        """Both pools combined."""
        return Pool(self.cases + other.cases, self.sure + other.sure, self.right + other.right)


def curve(cases: Iterable[Judgement], fewest: int = FEWEST) -> list[tuple[float, float]]:
    """The points (stated, right) of the rising curve that fits the cases, in order."""
    pools: list[Pool] = []
    for pool in _pools(sorted(cases), fewest):
        pools.append(pool)
        while len(pools) > 1 and pools[-2].share >= pools[-1].share:
            last = pools.pop()
            pools[-1] = pools[-1].with_(last)
    return [(round(pool.sure / pool.cases, 4), round(pool.share, 4)) for pool in pools]


def _pools(cases: Sequence[Judgement], fewest: int) -> list[Pool]:
    """The cases in order, split into pools of this many; the rest goes into the last pool."""
    starts = range(0, max(len(cases) - fewest + 1, 1), fewest)
    ends = [*starts[1:], len(cases)]
    parts = [cases[start:end] for start, end in zip(starts, ends, strict=True)]
    return [Pool(len(part), sum(sure for sure, _ in part), sum(right for _, right in part)) for part in parts if part]


def reliability(cases: Iterable[Judgement], bins: Sequence[float]) -> list[tuple[float, float, int, float, float]]:
    """For each bin (from, to) of stated confidence: the number of cases, their mean confidence, the share right."""
    cases = list(cases)
    rows: list[tuple[float, float, int, float, float]] = []
    for low, high in pairwise(bins):
        inside = [(sure, right) for sure, right in cases if low <= sure < high]
        if inside:
            count = len(inside)
            mean, share = sum(sure for sure, _ in inside) / count, sum(right for _, right in inside) / count
            rows.append((low, high, count, mean, share))
    return rows

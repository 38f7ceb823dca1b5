"""Weights of the levels fitted to the labelled sets, beside the shipped ones.

Fits a logistic regression to the candidate pairs of all sets but one, for each set in turn, so that a row shows how
much a weight depends on one set. Pairs with a veto are left out. Without the data there is nothing to measure.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import reflist
from matching import ACROSS, GOALS, SETS, truth_of
from measure import Row
from reflist.matching.comparisons import COMPARISONS, Comparison
from reflist.matching.keys import candidate_keys, candidates
from reflist.matching.record import Record
from reflist.matching.score import PRIOR

SPREAD = 6.0
"""Standard deviation, in bits, of the prior on weights; without it, a level that always means one work has no limit."""

ROUNDS = 12
"""The number of iterations, after which the weights no longer change."""

FEWEST = 20
"""The fewest pairs that a level must occur in to be shown."""

FIRST = "before anything is compared"
"""The name of the prior odds among the weights."""


class Labelled(NamedTuple):
    """A candidate pair: its findings, by comparison and level; whether it is one work; and our score in bits."""

    found: tuple[str, ...]
    same: bool
    bits: float


def rows() -> Iterator[Row]:
    """A row per level with its fitted and its shipped weight, and a row per set left out."""
    if not SETS.is_dir():
        yield Row("weights", "-", f"no {SETS.name} beside the checkout", None)
        return
    shipped: dict[str, float] = {FIRST: PRIOR}
    pairs = {name: list(_labelled(name, shipped)) for name in GOALS}
    fits = {left: fitted([pair for name in GOALS if name != left for pair in pairs[name]]) for left in GOALS}
    often = Counter(level for own in pairs.values() for pair in own for level in (FIRST, *pair.found))
    for level in sorted(shipped):
        if often[level] >= FEWEST:
            made = sorted(weights[level] for weights in fits.values() if level in weights)
            fitted_as = f"{sum(made) / len(made):.1f} ({made[0]:.1f} to {made[-1]:.1f})"
            yield Row(f"weight of {level}", fitted_as, f"{shipped[level]:.0f}, in {often[level]} pairs", None)
    for left, weights in fits.items():
        own = f1((pair.same, sum(weights.get(level, 0) for level in (FIRST, *pair.found)) > 0) for pair in pairs[left])
        ours = f1((pair.same, pair.bits > 0) for pair in pairs[left])
        yield Row(f"pairs of {left}, weights of the other sets", f"F1 {own:.4f}", f"shipped {ours:.4f}", own / ours)


def _labelled(name: str, shipped: dict[str, float]) -> Iterator[Labelled]:
    """The candidate pairs of a set; adds the weights of the levels found to ``shipped``."""
    records = [Record(one) for one in reflist.read(SETS / f"{name}.json", "csljson")]
    truth = truth_of(name)
    for a, b in candidates(map(candidate_keys, records)):
        one, other = records[a].reference.id, records[b].reference.id
        found = [(compare, finding) for compare in COMPARISONS if (finding := compare(records[a], records[b]))]
        if any(finding.level.veto for _, finding in found) or (name in ACROSS and one[0] == other[0]):
            continue
        levels = {f"{_called(compare)}: {finding.level.name}": finding.level.weight for compare, finding in found}
        shipped |= levels
        yield Labelled(tuple(levels), truth[one] == truth[other], PRIOR + sum(levels.values()))


def _called(compare: Comparison) -> str:
    return compare.__module__.rpartition(".")[2]


def fitted(pairs: Sequence[Labelled]) -> Mapping[str, float]:
    """The weights, in bits, that make the pairs most likely, found by Newton's method."""
    names = sorted({FIRST, *(level for pair in pairs for level in pair.found)})
    place = {name: at for at, name in enumerate(names)}
    cases = Counter((tuple(place[level] for level in (FIRST, *pair.found)), pair.same) for pair in pairs)
    ridge = 1 / (SPREAD * math.log(2)) ** 2
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-ridge * weight for weight in weights]
        curve: list[defaultdict[int, float]] = [defaultdict(float, {at: ridge}) for at in range(len(names))]
        for (levels, same), count in cases.items():
            likely = 1 / (1 + math.exp(-sum(weights[at] for at in levels)))
            for at in levels:
                slope[at] += count * (same - likely)
                for beside in levels:
                    curve[at][beside] += count * likely * (1 - likely)
        weights = [weight + step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return {name: weight / math.log(2) for name, weight in zip(names, weights, strict=True)}


def _solved(matrix: Sequence[Mapping[int, float]], right: Sequence[float]) -> list[float]:
    """The solution of a linear system with a symmetric positive definite matrix, by Gaussian elimination."""
    size = len(right)
    lines = [[row.get(at, 0.0) for at in range(size)] + [value] for row, value in zip(matrix, right, strict=True)]
    for at, line in enumerate(lines):
        for below in lines[at + 1 :]:
            if factor := below[at] / line[at]:
                below[at:] = [x - factor * y for x, y in zip(below[at:], line[at:], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = sum(lines[at][beside] * found[beside] for beside in range(at + 1, size))
        found[at] = (lines[at][size] - known) / lines[at][at]
    return found


def f1(pairs: Iterator[tuple[bool, bool]]) -> float:
    """F1 of pairs, each given as (is the same work, is taken for it)."""
    counted = Counter(pairs)
    right = counted[True, True]
    return 2 * right / max(1, 2 * right + counted[True, False] + counted[False, True])

"""The labels that the model gives a string and, if some are doubtful, the other likely readings of the string."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, log
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reflist.prose.tokens import Token

if TYPE_CHECKING:
    import pycrfsuite

OUTSIDE = "O"
"""The model's name for separators."""

BEGINS, GOES_ON = "B-", "I-"
"""The prefixes of labels whose first token has a model name of its own."""

SURE = 0.9
"""A label with a lower probability is doubtful."""

LIKELY = 0.03
"""The least probability that another label must have to be considered."""

MOST_READINGS = 20
"""The most readings of a doubtful string that are considered."""

FAR = 5.0
"""A reading is dropped if the natural logarithm of its probability is this much below that of the best one."""

LONGEST = 300
"""Strings of more tokens get no further readings, which would take time quadratic in the length."""

FREQUENT = ("", "title", "container-title", "author", "publisher", "publisher-place", "volume", "editor")
"""The labels that doubtful tokens often have; these are tried first."""


class Decoded(NamedTuple):
    """The model's names of a string's labels, and the probability of each (0 to 1).

    ``readings``: if a label is doubtful, the likely readings, each with a score: the natural logarithm of its
    probability up to a constant for the string; ``doubtful``: the indexes, in order, of the tokens whose labels may
    differ between readings.
    """

    names: Sequence[str]
    sure: Sequence[float]
    readings: Sequence[tuple[float, Sequence[str]]] = ()
    doubtful: Sequence[int] = ()


class Part(NamedTuple):
    """A part of a string, ``raw[start:end]``, and its label."""

    label: str
    start: int
    end: int


def parts_of(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[Part]:
    """The parts of a string that its labels form."""
    label, start, end = "", 0, 0
    for token, name in zip(tokens, names, strict=True):
        now, begins = _bare(name)
        if now == label and not begins:
            end = token.end
            continue
        if label:
            yield Part(label, start, end)
        label, start, end = now, token.start, token.end
    if label:
        yield Part(label, start, end)


@cache
def _bare(name: str) -> tuple[str, bool]:
    """The label of a name (empty for separators), and whether the name always begins a span."""
    if name == OUTSIDE:
        return "", False
    return (name[2:] if name.startswith((BEGINS, GOES_ON)) else name), name.startswith(BEGINS)


def with_readings(model: "pycrfsuite.Tagger", decoded: Decoded) -> Decoded:
    """The decoded labels with the likely readings of the string, which must be the model's current one."""
    if min(decoded.sure, default=1.0) >= SURE or len(decoded.names) > LONGEST:
        return decoded
    doubtful = [index for index, sure in enumerate(decoded.sure) if sure < SURE]
    names = [OUTSIDE, *decoded.names, OUTSIDE]
    readings: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for index, before, after in zip(doubtful, (None, *doubtful), (*doubtful[1:], None), strict=False):
        labels = _likely(model, index)
        longer = [
            (likely + chance, (*chosen, label))
            for likely, chosen in readings
            for chance, label in labels
            if _follows(label, chosen[-1] if before == index - 1 else names[index])
            and (after == index + 1 or _follows(names[index + 2], label))
        ]
        longer.sort(reverse=True)
        readings = longer[:MOST_READINGS]
    found = [_with(decoded.names, doubtful, chosen) for _, chosen in readings]
    likely = [(_log_probability(model, reading), reading) for reading in found]
    least = max((chance for chance, _ in likely), default=0.0) - FAR
    likely = [reading for reading in likely if reading[0] >= least]
    return decoded._replace(readings=likely, doubtful=doubtful)


def settled(decoded: Decoded) -> Decoded:
    """The reading with the highest score; a label is as sure as the combined weight of the readings that have it."""
    most, best = max(decoded.readings, key=itemgetter(0))
    weights = [exp(score - most) for score, _ in decoded.readings]
    sure = list(decoded.sure)
    for index in decoded.doubtful:
        there = [names[index] for _, names in decoded.readings]
        if len(set(there)) > 1:
            sure[index] = _share(there, weights, best[index])
    return decoded._replace(names=best, sure=sure)


def _share(labels: Sequence[str], weights: Sequence[float], label: str) -> float:
    """The share of the weights that belongs to a label."""
    return sum(weight for one, weight in zip(labels, weights, strict=True) if one == label) / sum(weights)


def stretches(decoded: Decoded) -> Iterator[tuple[int, int]]:
    """The tokens of a string in stretches, ``tokens[begin:end]``, as short as possible around doubtful labels.

    In no reading does a part cross from one stretch into another.
    """
    names, doubtful = decoded.names, set(decoded.doubtful)
    starts = [
        index
        for index in range(1, len(names))
        if not (index in doubtful or index - 1 in doubtful) and _begins_after(names[index - 1], names[index])
    ]
    starts = [0, *starts, len(names)]
    cuts = {0, len(names)}
    for index in decoded.doubtful:
        after = bisect_right(starts, index)
        cuts.update(starts[after - 1 : after + 1])
    return pairwise(sorted(cuts))


@cache
def _begins_after(before: str, name: str) -> bool:
    """Whether a part, or a separator, begins with a name after another name."""
    label, begins = _bare(name)
    return begins or label != _bare(before)[0]


def _with(names: Sequence[str], doubtful: Sequence[int], chosen: Sequence[str]) -> list[str]:
    reading = list(names)
    for index, label in zip(doubtful, chosen, strict=True):
        reading[index] = label
    return reading


def _likely(model: "pycrfsuite.Tagger", index: int) -> list[tuple[float, str]]:
    """The labels that a token may have, each with the logarithm of its probability."""
    found, left = [], 1.0
    for label in _labels(model):
        sure = model.marginal(label, index)
        left -= sure
        if sure >= LIKELY:
            found.append((log(sure), label))
        if left < LIKELY:
            break
    return found


@lru_cache(2)
def _labels(model: "pycrfsuite.Tagger") -> Sequence[str]:
    """The labels of a model, with those first that doubtful tokens often have."""
    return sorted(model.labels(), key=_rarity)


def _rarity(name: str) -> int:
    label, _ = _bare(name)
    return FREQUENT.index(label) if label in FREQUENT else len(FREQUENT)


@cache
def _follows(name: str, before: str) -> bool:
    """Whether a label may follow another: an ``I-`` name only continues a span of its label."""
    return not name.startswith(GOES_ON) or _bare(before)[0] == _bare(name)[0]


def _log_probability(model: "pycrfsuite.Tagger", names: Sequence[str]) -> float:
    return log(max(model.probability(names), sys.float_info.min))

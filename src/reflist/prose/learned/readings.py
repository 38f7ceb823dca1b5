"""What the model decodes a string as, and where it doubts, what else the string may be."""

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
"""The model's name for what separates."""

BEGINS, GOES_ON = "B-", "I-"
"""What stands before the names of labels whose first token has a name of its own."""

SURE = 0.9
"""A label that is less sure is doubtful."""

LIKELY = 0.03
"""How sure the model must at least be of another label, for that to be thought of."""

MOST_READINGS = 20
"""So many readings of a doubtful string are thought of."""

FAR = 5.0
"""A reading whose probability's natural logarithm is so much less than the best one's is not thought of."""

LONGEST = 300
"""A string of more tokens is decoded once: its readings would take time that grows with the square of its length."""

FREQUENT = ("", "title", "container-title", "author", "publisher", "publisher-place", "volume", "editor")
"""The labels that doubtful tokens often have; they are asked for first."""


class Decoded(NamedTuple):
    """The names of a string's labels, and how sure the model is of each (0 to 1).

    ``readings``: where a label is doubtful, the likely readings, each with a score: the natural logarithm of its
    probability, up to what all readings share;
    ``doubtful``: the places of the tokens, in order, that may have different labels in them.
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
    """The parts that labels make of a string."""
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
    """The label that a name stands for (none for what separates), and whether a span always begins with it."""
    if name == OUTSIDE:
        return "", False
    return (name[2:] if name.startswith((BEGINS, GOES_ON)) else name), name.startswith(BEGINS)


def with_readings(model: "pycrfsuite.Tagger", decoded: Decoded) -> Decoded:
    """What was decoded, with the likely readings of the string, which must be the one that the model was last given."""
    if min(decoded.sure, default=1.0) >= SURE or len(decoded.names) > LONGEST:
        return decoded
    doubtful = [index for index, sure in enumerate(decoded.sure) if sure < SURE]
    names = [OUTSIDE, *decoded.names, OUTSIDE]
    readings: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for index, before, behind in zip(doubtful, (None, *doubtful), (*doubtful[1:], None), strict=False):
        labels = _likely(model, index)
        longer = [
            (likely + chance, (*chosen, label))
            for likely, chosen in readings
            for chance, label in labels
            if _follows(label, chosen[-1] if before == index - 1 else names[index])
            and (behind == index + 1 or _follows(names[index + 2], label))
        ]
        longer.sort(reverse=True)
        readings = longer[:MOST_READINGS]
    found = [_with(decoded.names, doubtful, chosen) for _, chosen in readings]
    likely = [(_log_probability(model, reading), reading) for reading in found]
    least = max((chance for chance, _ in likely), default=0.0) - FAR
    likely = [reading for reading in likely if reading[0] >= least]
    return decoded._replace(readings=likely, doubtful=doubtful)


def settled(decoded: Decoded) -> Decoded:
    """The reading with the highest score, each label as sure as all readings are that have it there."""
    most, best = max(decoded.readings, key=itemgetter(0))
    weights = [exp(score - most) for score, _ in decoded.readings]
    sure = list(decoded.sure)
    for index in decoded.doubtful:
        there = [names[index] for _, names in decoded.readings]
        if len(set(there)) > 1:
            sure[index] = _share(there, weights, best[index])
    return decoded._replace(names=best, sure=sure)


def _share(labels: Sequence[str], weights: Sequence[float], label: str) -> float:
    """The share of the weights that a label has."""
    return sum(weight for one, weight in zip(labels, weights, strict=True) if one == label) / sum(weights)


def stretches(decoded: Decoded) -> Iterator[tuple[int, int]]:
    """A string of tokens in stretches, ``tokens[begin:end]``, as short as they can be around what is doubtful.

    Of no reading does a part that begins in one of them end in another.
    """
    names, doubtful = decoded.names, set(decoded.doubtful)
    starts = [
        index
        for index in range(1, len(names))
        if not (index in doubtful or index - 1 in doubtful) and _begins_behind(names[index - 1], names[index])
    ]
    starts = [0, *starts, len(names)]
    cuts = {0, len(names)}
    for index in decoded.doubtful:
        behind = bisect_right(starts, index)
        cuts.update(starts[behind - 1 : behind + 1])
    return pairwise(sorted(cuts))


@cache
def _begins_behind(before: str, name: str) -> bool:
    """Whether a part, or what parts two of them, begins with a label behind another."""
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
    """The labels of a model, those first that doubtful tokens often have."""
    return sorted(model.labels(), key=_rarity)


def _rarity(name: str) -> int:
    label, _ = _bare(name)
    return FREQUENT.index(label) if label in FREQUENT else len(FREQUENT)


@cache
def _follows(name: str, before: str) -> bool:
    """Whether a label can stand behind another: inside a span only what it began with."""
    return not name.startswith(GOES_ON) or _bare(before)[0] == _bare(name)[0]


def _log_probability(model: "pycrfsuite.Tagger", names: Sequence[str]) -> float:
    return log(max(model.probability(names), sys.float_info.min))

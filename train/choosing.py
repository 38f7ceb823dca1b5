"""Learning the weights of whole readings, from strings that the model which reads them has not seen.

The weights are those of a log-linear model of the likely readings of a string (Collins and Koo 2005, Computational
Linguistics 31, 25-70), trained by gradient descent with shrinking steps (Duchi and others 2011, JMLR 12, 2121-2159).
"""

import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt
from typing import NamedTuple

import pycrfsuite

from kept import LARGEST
from reflist.prose.labels import spans_of
from reflist.prose.learned.features import features
from reflist.prose.learned.ranking import PROBABILITY
from reflist.prose.learned.readings import parts_of
from reflist.prose.learned.tagger import decode_by, put_right
from reflist.prose.learned.traits import pieces, traits
from scoring import Labelled, truth, wrong_fields
from sources import Sample

SEED = 7
ROUNDS = 4
STEP = 0.1
SHRINKING = 3e-2
"""The regularization, applied to every weight that is changed."""

FEWEST = 5
"""A trait is learned only if it distinguishes the readings of at least this many strings."""

KEPT = 0.6
"""The share kept of each weight, since other lists are printed differently from those that weights are learned from."""

DAMPED = 20.0
"""How much more slowly the weight of the probability is learned than those of traits."""

LEAST = 0.03
"""Weights closer to zero are dropped."""


class Candidate(NamedTuple):
    """A likely reading: the logarithm of its probability, its traits, and whether every field comes out right."""

    likely: float
    traits: Sequence[str]
    right: bool


def is_in_first_half(sample: Sample) -> bool:
    """Whether a sample belongs to the first half; GROBID's files are not split."""
    by = sample.file if sample.set == "GROBID" and sample.file != LARGEST else sample.text
    return zlib.crc32(f"half {by}".encode()) % 2 == 0


def choices(found: Iterable[Labelled], model: pycrfsuite.Tagger) -> Iterator[list[Candidate]]:
    """For each sample that the model is unsure of, its likely readings, if some are right and some are wrong."""
    for one in found:
        candidates = _candidates(one, model)
        if len({candidate.right for candidate in candidates}) > 1:
            yield candidates


def _candidates(one: Labelled, model: pycrfsuite.Tagger) -> list[Candidate]:
    sample, tokens, _ = one
    decoded = decode_by(model, features(tokens))
    if not decoded.readings:
        return []
    expected, found = truth(one), list[Candidate]()
    for likely, names in decoded.readings:
        tags = put_right(sample.text, tokens, decoded._replace(names=names))
        wrong, _ = wrong_fields(sample.text, spans_of(tokens, tags), expected)
        there = pieces(sample.text, list(parts_of(tokens, names)))
        found.append(Candidate(likely, [trait for piece in there for trait in traits(piece)], not wrong))
    return _distinct(found)


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """The readings without the traits that all of them share."""
    counts = Counter(trait for one in found for trait in dict.fromkeys(one.traits))
    return [one._replace(traits=[trait for trait in one.traits if counts[trait] < len(found)]) for one in found]


def weights(cases: list[list[Candidate]]) -> dict[str, float]:
    """The weights of the traits and of the probability."""
    counts = Counter(trait for case in cases for trait in {trait for one in case for trait in one.traits})
    cases = [
        [one._replace(traits=[trait for trait in one.traits if counts[trait] >= FEWEST]) for one in case]
        for case in cases
    ]
    rng = random.Random(SEED)  # noqa: S311  # the same order each time is intended
    learned = _Learned()
    for _ in range(ROUNDS):
        rng.shuffle(cases)
        for case in cases:
            learned.learn(case)
    probability = learned.weights.pop(PROBABILITY)
    kept = {trait: round(KEPT * weight, 3) for trait, weight in learned.weights.items() if abs(weight) >= LEAST}
    return {PROBABILITY: round(1 - KEPT + KEPT * probability, 3), **dict(sorted(kept.items()))}


class _Learned:
    """The weights after some cases, and how much each has been changed."""

    def __init__(self) -> None:
        self.weights = defaultdict[str, float](float, {PROBABILITY: 1.0})
        self._changes = defaultdict[str, float](float)

    def learn(self, case: list[Candidate]) -> None:
        """Make the right readings a little more likely."""
        scores = [
            self.weights[PROBABILITY] * one.likely + sum(self.weights[trait] for trait in one.traits) for one in case
        ]
        chances = [exp(score - max(scores)) for score in scores]
        total = sum(chances)
        right = sum(chance for chance, one in zip(chances, case, strict=True) if one.right) or total
        slopes = defaultdict[str, float](float)
        for chance, one in zip(chances, case, strict=True):
            change = chance / right * one.right - chance / total
            slopes[PROBABILITY] += change * one.likely / DAMPED
            for trait in one.traits:
                slopes[trait] += change
        for trait, slope in slopes.items():
            self._change(trait, slope - SHRINKING * (self.weights[trait] - (trait == PROBABILITY)))

    def _change(self, trait: str, slope: float) -> None:
        self._changes[trait] += slope * slope
        self.weights[trait] += STEP * slope / sqrt(self._changes[trait] + 1e-8)

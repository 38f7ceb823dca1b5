"""What speaks for a reading of a string as a whole: learned of strings that the model which reads them has not seen.

The weights are those of a log-linear model of the likely readings of a string (Collins and Koo 2005, Computational
Linguistics 31, 25-70), made by gradient descent with steps that shrink (Duchi and others 2011, JMLR 12, 2121-2159).
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
"""How much every weight that is changed is drawn to none."""

FEWEST = 5
"""A trait that the readings of fewer strings are told apart by is not learned."""

KEPT = 0.6
"""So much of each weight is kept: other lists are printed otherwise than those that weights are learned of."""

DAMPED = 20.0
"""The probability's own weight is changed so much less than those of traits."""

LEAST = 0.03
"""A weight that is nearer to none is left out."""


class Candidate(NamedTuple):
    """A likely reading: the logarithm of its probability, its traits, whether every field comes out right."""

    likely: float
    traits: Sequence[str]
    right: bool


def is_in_first_half(sample: Sample) -> bool:
    """Whether a sample is of the first half: files of GROBID's stay whole."""
    told_by = sample.file if sample.set == "GROBID" and sample.file != LARGEST else sample.text
    return zlib.crc32(f"half {told_by}".encode()) % 2 == 0


def choices(found: Iterable[Labelled], model: pycrfsuite.Tagger) -> Iterator[list[Candidate]]:
    """Of each sample that the model doubts the likely readings, if some of them are right and some are not."""
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
    return _told_apart(found)


def _told_apart(found: list[Candidate]) -> list[Candidate]:
    """The readings without the traits that all of them have."""
    counts = Counter(trait for one in found for trait in dict.fromkeys(one.traits))
    return [one._replace(traits=[trait for trait in one.traits if counts[trait] < len(found)]) for one in found]


def weights(cases: list[list[Candidate]]) -> dict[str, float]:
    """The weight of each trait, and of the probability."""
    counts = Counter(trait for case in cases for trait in {trait for one in case for trait in one.traits})
    cases = [
        [one._replace(traits=[trait for trait in one.traits if counts[trait] >= FEWEST]) for one in case]
        for case in cases
    ]
    rng = random.Random(SEED)  # noqa: S311  # the same order each time is wanted
    learned = _Learned()
    for _ in range(ROUNDS):
        rng.shuffle(cases)
        for case in cases:
            learned.learn(case)
    probability = learned.weights.pop(PROBABILITY)
    kept = {trait: round(KEPT * weight, 3) for trait, weight in learned.weights.items() if abs(weight) >= LEAST}
    return {PROBABILITY: round(1 - KEPT + KEPT * probability, 3), **dict(sorted(kept.items()))}


class _Learned:
    """Weights as they are after some cases, and how much each has been changed."""

    def __init__(self) -> None:
        self.weights = defaultdict[str, float](float, {PROBABILITY: 1.0})
        self._changes = defaultdict[str, float](float)

    def learn(self, case: list[Candidate]) -> None:
        """Make the readings that are right a little more likely."""
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

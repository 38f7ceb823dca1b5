"""Choosing the best of the likely readings of a string, by its probability and by its traits as a whole.

``ranking.json`` beside this file has the weight of each trait. ``make train`` learns the weights from strings that the
model reading them was not trained on.
"""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from reflist.prose.learned.readings import Decoded, parts_of, settled
from reflist.prose.learned.traits import Piece, Words, pieces, traits, traits_of_words
from reflist.prose.tokens import Token

WEIGHTS = Path(__file__).with_name("ranking.json")
"""The weights, made by ``make train``."""

PROBABILITY = "probability"
"""The name of the weight for the natural logarithm of a reading's probability."""

KEPT = 20_000
"""The number of cached scores of pieces: the readings of a string share most of their pieces."""


def ranked(raw: str, tokens: Sequence[Token], decoded: Decoded) -> Decoded:
    """The decoded labels with the likely readings scored as wholes, and the best reading chosen."""
    if not decoded.readings:
        return decoded
    weight = _weights()[PROBABILITY]
    scored = [
        (weight * likely + sum(map(worth, pieces(raw, list(parts_of(tokens, names))))), names)
        for likely, names in decoded.readings
    ]
    return settled(decoded._replace(readings=scored))


@lru_cache(KEPT)
def worth(piece: Piece) -> float:
    """How much a piece counts for a reading that has it: a natural logarithm, up to a constant for the string."""
    if isinstance(piece, Words):
        return sum(filter(None, map(_weights_of(piece.label).get, traits_of_words(piece))), 0.0)
    return sum(filter(None, map(_weights().get, traits(piece))), 0.0)


@cache
def _weights_of(label: str) -> dict[str, float]:
    """The weights of the traits that begin with a label, without it."""
    start = f"{label} "
    return {trait.removeprefix(start): weight for trait, weight in _weights().items() if trait.startswith(start)}


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS.read_text("utf-8"))
    return found

"""Which of the likely readings of a string is best as a whole: by its probability, and what its traits speak for it.

``ranking.json`` beside this file says how much each trait speaks for a reading. It is learned (``make train``) of
strings that the model which read them had not seen.
"""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from reflist.prose.learned.readings import Decoded, parts_of, settled
from reflist.prose.learned.traits import Piece, pieces, traits
from reflist.prose.tokens import Token

WEIGHTS = Path(__file__).with_name("ranking.json")
"""The weights, made by ``make train``."""

PROBABILITY = "probability"
"""The name of the weight of the natural logarithm of a reading's probability."""

KEPT = 20_000
"""So many pieces of readings are remembered with their worth: the readings of a string share most of theirs."""


def ranked(raw: str, tokens: Sequence[Token], decoded: Decoded) -> Decoded:
    """What was decoded, its likely readings scored as wholes, and the best of them taken."""
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
    """How much a piece speaks for a reading that has it: a natural logarithm, up to what all readings share."""
    return sum(filter(None, map(_weights().get, traits(piece))), 0.0)


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS.read_text("utf-8"))
    return found

"""From how sure a tagger says it is to how often it is right when it says so.

``confidence.json`` beside this file holds two curves, each a list of [said, right] points that rise: what was measured
by ``make train`` on strings that the model has not seen. Between two points a curve is straight.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from math import prod
from pathlib import Path

CURVES = Path(__file__).with_name("confidence.json")
"""The measured curves, made by ``make train``."""

STEPS = 1000
"""A curve is kept as its values at so many equal steps from 0 to 1."""

Curve = Sequence[float]
"""How often what was said so surely is right, by steps of what was said."""


def of_field(said: float) -> float:
    """How sure a field is of which the model says so of its least sure token."""
    return field_curve()[int(said * STEPS)]


def of_record(fields: Iterable[float]) -> float:
    """How sure it is that all fields of a record are right, each of which is so sure."""
    return _curves()["record"][int(prod(fields) * STEPS)]


def field_curve() -> Curve:
    """The curve of fields."""
    return _curves()["field"]


@cache
def _curves() -> dict[str, Curve]:
    return {name: curve(points) for name, points in json.loads(CURVES.read_text("utf-8")).items()}


def curve(points: Sequence[tuple[float, float]]) -> Curve:
    """The curve through points, flat before the first and behind the last.

    >>> straight = curve([(0.0, 0.5), (1.0, 1.0)])
    >>> straight[0], straight[500], straight[1000]
    (0.5, 0.75, 1.0)
    """
    said = [point[0] for point in points]
    found: list[float] = []
    for step in range(STEPS + 1):
        at = bisect_right(said, step / STEPS)
        (x, low), (end, high) = points[max(at - 1, 0)], points[min(at, len(points) - 1)]
        share = (step / STEPS - x) / (end - x) if end > x else 0.0
        found.append(low + min(max(share, 0.0), 1.0) * (high - low))
    return found

"""Calibration: from a tagger's stated confidence to how often it is right when it states that confidence.

``confidence.json`` beside this file has two curves, each a rising list of [stated, right] points that ``make train``
measured on strings that the model was not trained on. Curves are linear between points.
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
"""The number of equal steps from 0 to 1 at which the values of a curve are stored."""

Curve = Sequence[float]
"""How often tags are right, by steps of their stated confidence."""


def of_record(fields: Iterable[float]) -> float:
    """The confidence that all fields of a record are right, from the confidence in each."""
    return _curves()["record"][int(prod(fields) * STEPS)]


def field_curve() -> Curve:
    """The curve for fields, by the confidence that the model states for a field's least certain token."""
    return _curves()["field"]


@cache
def _curves() -> dict[str, Curve]:
    return {name: curve(points) for name, points in json.loads(CURVES.read_text("utf-8")).items()}


def curve(points: Sequence[tuple[float, float]]) -> Curve:
    """The curve through points, constant before the first and after the last.

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

"""How reliable the confidence of a record is: for each range of confidence, the share of records that are right.

The records are from strings labelled by people that neither the model nor its curves of confidence have seen; without
the data nothing can be measured.
"""

import sys
from collections.abc import Iterator

from inputs import DATA
from measure import ROOT, Row

STRINGS = DATA.parent / "parsing"

BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.87, 0.94, 1.01)
"""The bounds of the ranges; the last range but one is that around 90 %."""

SURE, LOW, HIGH = 0.9, 0.87, 0.93
"""Of the records with this confidence, at least and at most these shares should be right."""


def rows() -> Iterator[Row]:
    """A row for each range: the mean confidence of its records, and the share that is right."""
    if not STRINGS.is_dir():
        yield Row("confidence", "-", f"no {STRINGS.name} beside the checkout", None)
        return
    sys.path.append(str(ROOT / "train"))
    from calibrating import reliability  # noqa: PLC0415  # from the folder added by the line before
    from kept import is_kept, labelled, to_measure  # noqa: PLC0415
    from reflist.prose import choice  # noqa: PLC0415
    from scoring import judged  # noqa: PLC0415

    kept = [one for one in labelled(STRINGS) if is_kept(one[0])]
    for low, high, count, stated, right in reliability(judged(to_measure(kept), choice.judging), BINS):
        what = f"records with a confidence of {low:.0%} to {min(high, 1):.0%}"
        is_goal = low <= SURE < high
        goal = f"right {LOW:.0%} to {HIGH:.0%}" if is_goal else ""
        holds = LOW <= right <= HIGH if is_goal else None
        yield Row(what, f"{right:.1%} of {count} right", f"stated {stated:.1%}", right / stated, goal, holds)

"""How much can be made of the confidence of a record: of those said to be so sure, how many are right.

The records are of strings that people have labelled and that neither the model nor its curves of confidence have seen;
without the data there is nothing to measure.
"""

import sys
from collections.abc import Iterator

from inputs import DATA
from measure import ROOT, Row

STRINGS = DATA.parent / "parsing"

BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.87, 0.94, 1.01)
"""Between which the records are counted; the last but one is those said to be 90 % sure."""

SURE, LOW, HIGH = 0.9, 0.87, 0.93
"""Of the records said to be so sure, this share at least is right, and at most."""


def rows() -> Iterator[Row]:
    """A row for each bin: how sure its records were said to be, and how many are right."""
    if not STRINGS.is_dir():
        yield Row("confidence", "-", f"no {STRINGS.name} beside the checkout", None)
        return
    sys.path.append(str(ROOT / "train"))
    from calibrating import reliability  # noqa: PLC0415  # of the folder that the line before adds
    from kept import is_kept, labelled, to_measure  # noqa: PLC0415
    from reflist.prose import choice  # noqa: PLC0415
    from scoring import judged  # noqa: PLC0415

    kept = [one for one in labelled(STRINGS) if is_kept(one[0])]
    for low, high, count, said, right in reliability(judged(to_measure(kept), choice.judging), BINS):
        what = f"records said to be {low:.0%} to {min(high, 1):.0%} sure"
        is_goal = low <= SURE < high
        goal = f"right {LOW:.0%} to {HIGH:.0%}" if is_goal else ""
        holds = LOW <= right <= HIGH if is_goal else None
        yield Row(what, f"{right:.1%} of {count} right", f"said {said:.1%}", right / said, goal, holds)

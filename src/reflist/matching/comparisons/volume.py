"""Comparing volumes and issues."""

from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record, other_volumes

SAME = Level("same volume and issue", 2)
SAME_VOLUME = Level("same volume", 1)
OTHER_ISSUE = Level("different issues", -1)
CUT = Level("different volumes, one the beginning of the other", -3)
OTHER_VOLUME = Level("different volumes", -6)


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the volumes, and then the issues, agree."""
    if not a.volume or not b.volume:
        return None
    if a.volume != b.volume:
        if not other_volumes(a, b):
            return None
        is_cut = a.volume.startswith(b.volume) or b.volume.startswith(a.volume)
        return Finding(CUT if is_cut else OTHER_VOLUME, f"volume {a.volume} and volume {b.volume}")
    if not a.issue or not b.issue or a.issue.isdecimal() != b.issue.isdecimal():
        return Finding(SAME_VOLUME, "the same volume")
    if a.issue == b.issue:
        return Finding(SAME, "the same volume and issue")
    return Finding(OTHER_ISSUE, f"the same volume, but issues {a.issue} and {b.issue}")

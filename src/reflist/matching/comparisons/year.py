"""Comparing years, days of events, and works announced before publication."""

from reflist.matching.levels import Finding, Level
from reflist.matching.meetings import MEETING
from reflist.matching.record import Record

SAME = Level("same", 3)
BOTH_FORTHCOMING = Level("forthcoming in both", 2)
FORTHCOMING = Level("forthcoming in one", 0)
MEETING_YEAR = Level("the year of the meeting, years before its proceedings", 0)
NEXT = Level("one year apart", -3)
NEXT_PUBLISHED = Level("one year apart, one without a place of publication", -7)
NEXT_EVENT = Level("one year apart, an event", -8)
OTHER_MEETING = Level("one year apart, by the names of the meetings", -12)
NEXT_THESIS = Level("one year apart, theses", -4)
NEXT_EDITION = Level("one year apart, books or reports", -6)
DIFFERENT = Level("different", -9)
EDITION = Level("years apart, a book", -14)
DAY = Level("different days", -10)

BOOKS = frozenset(
    ["book", "report", "classic", "collection", "chapter", "thesis", "legislation", "standard", "webpage"]
)
"""Types whose next edition is another work."""

EVENTS = frozenset(["paper-conference", "speech", "article-newspaper", "event"])
"""Types that belong to a day or a meeting."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the years agree; for events and newspapers also the days."""
    if a.is_forthcoming or b.is_forthcoming:
        return _announced(a, b)
    if a.year is None or b.year is None:
        return None
    types = {a.type, b.type}
    if a.year == b.year:
        if types <= EVENTS and _other_day(a, b):
            return Finding(DAY, "on different days")
        return Finding(SAME, "the same year")
    of_meeting = a.year == b.year_of_meeting or b.year == a.year_of_meeting
    if abs(a.year - b.year) > 1:
        if of_meeting and a.year_of_meeting == b.year_of_meeting:
            return Finding(MEETING_YEAR, "the year of the meeting in one")
        return Finding(EDITION if types <= BOOKS else DIFFERENT, f"years apart: {a.year} and {b.year}")
    if of_meeting:
        return Finding(SAME, "the year of the meeting")
    return _next(a, b, types)


def _next(a: Record, b: Record, types: set[str]) -> Finding:
    """The finding for two consecutive years, depending on the types."""
    if a.year == a.year_of_meeting and b.year == b.year_of_meeting:
        return Finding(OTHER_MEETING, f"meetings of {a.year} and {b.year}")
    reason = f"{a.year} in one, {b.year} in the other"
    if types & EVENTS or (is_meeting(a) and is_meeting(b)):
        return Finding(NEXT_EVENT, reason)
    if types == {"thesis"}:
        return Finding(NEXT_THESIS, reason)
    if types <= BOOKS:
        return Finding(NEXT_EDITION, reason)
    return Finding(NEXT if a.is_placed == b.is_placed else NEXT_PUBLISHED, reason)


def is_meeting(record: Record) -> bool:
    """Whether the work was presented at a meeting."""
    return record.type == "paper-conference" or not MEETING.isdisjoint(record.container_words)


def _announced(a: Record, b: Record) -> Finding | None:
    if a.is_forthcoming and b.is_forthcoming:
        return Finding(BOTH_FORTHCOMING, "forthcoming in both")
    year = b.year if a.is_forthcoming else a.year
    return None if year is None else Finding(FORTHCOMING, f"forthcoming in one, {year} in the other")


def _other_day(a: Record, b: Record) -> bool:
    """Whether both dates include the day and differ."""
    one, other = (record.reference.date("issued").parts[:1] for record in (a, b))
    return len(one) == len(other) == 1 and len(one[0]) == len(other[0]) == 3 and one != other

"""Whether the pages, or the article's number, agree."""

from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record

SAME = Level("same", 5)
SAME_FIRST = Level("same first page", 3)
OWN_COUNT = Level("counted from 1 in one", 0)
NUMBERED = Level("pages in one, a number in the other", 0)
DIFFERENT = Level("different", -7)


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the pages agree; pages from 1 on, as before publication, contradict nothing."""
    one, other = a.pages, b.pages
    if not one.first or not other.first:
        return None
    if (one.first, one.last) == (other.first, other.last):
        return Finding(SAME, "the same pages")
    if one.first == other.first or (one.last == other.last and one.first != one.last):
        return Finding(SAME_FIRST, "the same first page" if one.first == other.first else "the same last page")
    if "1" in (one.first, other.first):
        return Finding(OWN_COUNT, "pages counted from 1 in one of them")
    if (one.first == one.last) != (other.first == other.last):
        inside = _inside(one.first, other.first, other.last) or _inside(other.first, one.first, one.last)
        return (
            Finding(NUMBERED, "pages in one, a number in the other")
            if not inside
            else Finding(SAME_FIRST, "within the same pages")
        )
    return Finding(DIFFERENT, f"pages {_said(a)} and {_said(b)}")


def _inside(page: str, first: str, last: str) -> bool:
    return page.isdecimal() and first.isdecimal() and last.isdecimal() and int(first) <= int(page) <= int(last)


def _said(record: Record) -> str:
    return record.reference.plain("page")

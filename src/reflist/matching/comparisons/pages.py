"""Comparing pages or article numbers."""

import re

from reflist.matching.levels import Finding, Level
from reflist.matching.pages import Pages
from reflist.matching.record import Record

SAME_ARTICLE = Level("several, in the same volume", 9)
SAME = Level("same", 5)
SAME_SINGLE = Level("same, a single page", 3)
SAME_FIRST = Level("same first page", 3)
SHIFTED = Level("shifted by one field", 4)
OWN_COUNT = Level("counted from 1 in one", 0)
EXTENT = Level("the number of pages of a book", 0)
NUMBERED = Level("pages in one, an article number in the other", 0)
UPDATE = Level("same number of a review, years apart", -6)
DIFFERENT = Level("different", -7)
ELSEWHERE = Level("different, in another volume or issue", -10)
IN_SUPPLEMENT = Level("different, one of them in a supplement", -14)

SEVERAL, MANY = 2, 100
"""The range of the difference between an article's last and first page; abstracts of a meeting share a page or two."""


MONOGRAPHS = frozenset(["book", "thesis", "report", "classic", "collection"])
"""Types whose pages, if there is no container, are not a place but the number of pages."""

REVIEW = re.compile(r"cd\d{6}")
"""The number of a Cochrane review, which is updated after some years under the same title and number."""

SUPPLEMENT = "sup"
"""The letters in the issue number of a supplement."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the pages agree; pages counted from 1, as before publication, never count against."""
    one, other = a.pages, b.pages
    if not one.first or not other.first:
        return None
    if finding := _same(a, b):
        return finding
    if _is_shifted(a, b) or _is_shifted(b, a):
        return Finding(SHIFTED, "volume, issue and pages are shifted by one field in one of them")
    if {a.type, b.type} <= MONOGRAPHS and not any(record.container or record.volume for record in (a, b)):
        return Finding(EXTENT, "both give only the number of pages, which is counted in different ways")
    if "1" in (one.first, other.first):
        return Finding(OWN_COUNT, "pages counted from 1 in one of them")
    if (one.first == one.last) != (other.first == other.last):
        if _inside(one.first, other.first, other.last) or _inside(other.first, one.first, one.last):
            return Finding(SAME_FIRST, "within the same pages")
        plain = one.first.isdecimal() and other.first.isdecimal()
        if not (plain and _differ(a.volume, b.volume)) and not _one_in_supplement(a, b):
            return Finding(NUMBERED, "pages in one, an article number in the other")
    if _one_in_supplement(a, b):
        return Finding(IN_SUPPLEMENT, f"pages {_printed(a)} and {_printed(b)}, one of them in a supplement")
    elsewhere = _differ(a.volume, b.volume) or _differ(a.issue, b.issue) or _are_numbers(one, other)
    return Finding(ELSEWHERE if elsewhere else DIFFERENT, f"pages {_printed(a)} and {_printed(b)}")


def _same(a: Record, b: Record) -> Finding | None:
    """A finding for pages that agree in full, except for a letter, or in the first or last page."""
    one, other = a.pages, b.pages
    if one.first == other.first and REVIEW.fullmatch(one.first) and _years_apart(a, b):
        return Finding(UPDATE, "reviews with the same number, years apart")
    if (one.first, one.last) == (other.first, other.last):
        if a.volume and a.volume == b.volume and _is_article(one):
            return Finding(SAME_ARTICLE, "the same pages of the same volume")
        if one.first == one.last:
            return Finding(SAME_SINGLE, "the same page")
        return Finding(SAME, "the same pages")
    if one.first == other.first == "1":
        return Finding(OWN_COUNT, "pages counted from 1")
    if one.numbers == other.numbers and one.numbers[0] and _lettered_once(one, other):
        return Finding(SAME, "the same pages except for a letter")
    if one.first == other.first or (one.last == other.last and (one.first, other.first) != (one.last, other.last)):
        return Finding(SAME_FIRST, "the same first page" if one.first == other.first else "the same last page")
    return None


def _is_article(pages: Pages) -> bool:
    """Whether only one article can have these pages; not if they may be counted from 1 in each work."""
    if not pages.first.isdecimal() or not pages.last.isdecimal():
        return False
    return int(pages.first) > 1 and SEVERAL <= int(pages.last) - int(pages.first) < MANY


def _years_apart(a: Record, b: Record) -> bool:
    return a.year is not None and b.year is not None and abs(a.year - b.year) > 1


def _is_shifted(a: Record, b: Record) -> bool:
    """Whether an export has put the volume in the field of the issue, and the issue in that of the pages."""
    return not a.volume and bool(a.issue) and a.issue == b.volume and a.pages.first == b.issue


def _lettered_once(one: Pages, other: Pages) -> bool:
    """Whether at most one of them has a letter before the numbers."""
    return one.first == one.numbers[0] or other.first == other.numbers[0]


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _one_in_supplement(a: Record, b: Record) -> bool:
    """Whether one is in a supplement and the other in another issue, as an abstract and the paper are."""
    one, other = (SUPPLEMENT in record.reference.plain("issue").lower() for record in (a, b))
    return one != other and _differ(a.issue, b.issue)


def _are_numbers(one: Pages, other: Pages) -> bool:
    """Whether both are article numbers (``m2613``), of which an article has only one."""
    return all(pages.first == pages.last and not pages.first.isdecimal() for pages in (one, other))


def _inside(page: str, first: str, last: str) -> bool:
    return page.isdecimal() and first.isdecimal() and last.isdecimal() and int(first) <= int(page) <= int(last)


def _printed(record: Record) -> str:
    return record.reference.plain("page")

"""The pages of a work, in full, with a lost dash of the range restored."""

import re

from reflist.grammar.pages import Ending, read_pages
from reflist.model import Date
from reflist.prose.labels import Label, Span
from reflist.prose.values.filling import Reading, Repair
from reflist.prose.values.ranges import LONGEST_PAGE
from reflist.report import Rule, Severity

LOST_PAGE_DASH = Rule(
    "page-dash-lost",
    Severity.REPAIR,
    "A page range had lost the dash between its ends (699721 for 699-721), as happens when a page is copied. "
    "The dash was put back; the printed form is kept in the reference's origin.",
)


def fill_pages(reading: Reading, span: Span) -> None:
    """The pages in full, with a lost dash of the range restored; ``386 S.`` gives the number of pages."""
    printed = reading.printed(span)
    if printed.isdecimal() and _PAGES_IN_ALL.match(reading.text, span.end):
        reading.put("number-of-pages", printed, span)
        return
    if _WITH_FRONT.fullmatch(printed) or _are_all(reading, span, printed):
        reading.put("number-of-pages", printed, span)
        return
    in_book = reading.has(Label.CONTAINER) and reading.has(Label.EDITOR)
    label = _PAGES_LABEL.search(reading.text, max(0, span.start - LONGEST_LABEL), span.start)
    is_shortening = reading.ranges.lossy and reading.ranges.ending is not Ending.FULL
    is_known = reading.has(Label.ISSUE, Label.DAY) or in_book or label is not None or is_shortening
    may_be_range = _may_have_lost_dash(reading, printed, label["label"] if label else "", span.start)
    is_article = len(printed) in ARTICLE_NUMBER_DIGITS and _year(reading) >= FIRST_ARTICLE_NUMBERS
    pages = read_pages(printed, may_be_range, shortened=is_known and not is_article, ending=reading.ranges.ending)
    repair = Repair(LOST_PAGE_DASH, f"pages '{printed}' read as {pages.value}") if pages.repaired else None
    reading.put("page", pages.value, span, repair)


def _are_all(reading: Reading, span: Span, printed: str) -> bool:
    """Whether a number after ``pp.`` at the end is the number of a book's pages: ``Bologna, Il Mulino, pp. 120.``."""
    if not (printed.isdecimal() and len(printed) == PAGES_OF_BOOK) or reading.has(Label.CONTAINER, Label.EDITOR):
        return False
    is_book = reading.has(Label.TITLE) and reading.has(Label.PUBLISHER, Label.PLACE)
    is_last = not reading.text[span.end :].strip(" .")
    return is_book and is_last and reading.text[: span.start].rstrip().endswith("pp.")


PAGES_OF_BOOK = 3
"""The number of digits after ``pp.`` that are no range with a lost dash, if the work has no container."""


def _may_have_lost_dash(reading: Reading, printed: str, label: str, start: int) -> bool:
    """Whether digits, at ``start``, can be a range: by their label (``pp.``), or by their place after a volume.

    If articles are cited without their titles, only the first page is given. Six digits after a volume without an issue
    are, in recent years, more likely an article number; three digits are a range only if other ranges of the list have
    lost their dashes. Eight digits are hardly a number whose halves ascend by chance. For a law, the page where it
    begins is given. A DOI ends with the number of the article: ``11(4), 1057. doi:10.3390/su11041057``.
    """
    containers = [span for span in reading.spans if span.label is Label.CONTAINER]
    is_beside = any(reading.text[span.end : start].isspace() for span in containers)
    is_first = is_beside and not _is_long(reading, printed)  # "87 Yale L.J. 1491 (1997)"
    is_of_doi = any(reading.printed(span).endswith(printed) for span in reading.spans if span.label is Label.DOI)
    if (
        is_first
        or is_of_doi
        or reading.has(Label.STATUTE)
        or any(map(_NUMBERS.match, map(reading.printed, containers)))
    ):
        return False
    if label:
        is_lossy = reading.ranges.lossy and len(printed) > 4
        return is_lossy or label.casefold() in ("pp", "s", "pages")
    mark = reading.text[:start].rstrip()[-1:]
    is_elsewhere = bool(reading.ranges.marks) and mark in ",:;" and mark not in reading.ranges.marks
    if is_elsewhere or reading.ranges.first_only or not reading.has(Label.TITLE):
        return False
    if (
        len(printed) in ARTICLE_NUMBER_DIGITS
        and not reading.has(Label.ISSUE, Label.PUBLISHER)
        and _may_be_numbered(reading, printed)
    ):
        return False
    is_placed = reading.has(Label.VOLUME) or reading.has(Label.EDITOR)
    return len(printed) >= (3 if reading.ranges.lossy and is_placed else 4)


def _is_long(reading: Reading, printed: str) -> bool:
    """Whether a number has more digits than a page; if other ranges have lost their dash, five are too many."""
    return len(printed) > LONGEST_PAGE - reading.ranges.lossy


def _may_be_numbered(reading: Reading, printed: str) -> bool:
    """Whether the work dates from when articles have such numbers; the first ones were not far above 100000."""
    year = _year(reading)
    largest = LARGEST_FIRST_NUMBERS if year < SECOND_ARTICLE_NUMBERS else LARGEST_NUMBERS
    return year >= FIRST_ARTICLE_NUMBERS and not (reading.ranges.lossy and printed > largest)


def _year(reading: Reading) -> int:
    issued = reading.draft.variables.get("issued")
    return (issued.year or 0) if isinstance(issued, Date) else 0


_NUMBERS = re.compile(
    r"(?:The )?(?:BMC|PL[oO]S|eLife|Frontiers in|Front\.? [A-Z]|Sci(?:entific|\.)? Rep(?:orts|\.)?"
    r"|Nat(?:ure|\.)? Comm\w+|BMJ Open|Trials\b|Implement(?:ation|\.)? Sci(?:ence|\.)?\b"
    r"|Cureus|F1000Research|Syst(?:ematic|\.)? Rev)"
)
"""Periodicals that number their articles within each volume instead of printing pages."""

_WITH_FRONT = re.compile(r"[ivxlc]{1,6}\s?\+\s?\d{2,4}")
"""The numbers of pages in the front matter and the rest, as printed in reviews: ``pp. x + 218``."""

_PAGES_IN_ALL = re.compile(r"\s(?:S\.|Seiten|pages|pp?\.|págs?\.|f\.|с\b)(?!\s*\d)")
_PAGES_LABEL = re.compile(
    r"(?<![^\W\d_])(?<![^\W\d_]\.)(?P<label>pp?|P[Pp]?|S|pages?|[Aa]rt(?:icle)?(?:\s*(?:[Nn]o|ID))?)\.?\s*$"
)
LONGEST_LABEL = 30
"""The number of characters before the pages that are searched for their label."""

FIRST_ARTICLE_NUMBERS = 2018
"""The year from which six digits without an issue are more likely an article number than a range without its dash."""

SECOND_ARTICLE_NUMBERS = 2021
LARGEST_FIRST_NUMBERS = "14"
"""Before `SECOND_ARTICLE_NUMBERS` no such number begins with larger digits."""

LARGEST_NUMBERS = "2"
"""Since then, none begins with larger digits than this."""

ARTICLE_NUMBER_DIGITS = range(6, 8)
"""The number of digits of such article numbers."""

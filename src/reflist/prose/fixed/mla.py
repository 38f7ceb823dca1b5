"""Forms that only MLA uses: an article whose numbers all have labels, and the end of an entry.

MLA Handbook, 9th edition, 5.31 to 5.99 (containers, numbers, databases) and 7th edition, 5.5 and 5.6 (media).
"""

import re

from reflist.grammar.dates import MONTH, YEAR, match_day
from reflist.grammar.pages import RANGE
from reflist.grammar.seasons import SEASONS
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_MEDIUM = Form(
    "web print film dvd cd television radio microform",
    r"\.\s+(?:(?P<source>[A-Z][\w’' ]{1,40})\.\s+)?"
    r"(?P<medium>Web|Print|Film|DVD|CD(?:-ROM)?|Television|Radio|Microform)\."
    r"(?=\s*$|\s+(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\b\.?\s\d{4})\s*",
)
EVERYDAY = ("Print", "Web")
"""Media that tell nothing about a work. Only MLA prints them, so they are claimed as separators."""

_END = re.compile(r"[\s.]*$")

_ARTICLE = Form(
    "vol no",
    r"(?<=[.?!,][”\"’'])\s+(?P<container>[^\W\d_][^.\0“”\"]{1,120}?),\s+(?:vol\.\s(?P<volume>\d{1,4})(?:,\s+no\.\s(?P<issue>\d{1,4}"
    rf"(?:[-–]\d{{1,4}})?))?|no\.\s(?P<only>\d{{1,4}})),\s+(?P<day>(?:(?:\d{{1,2}}\s)?{MONTH}|{'|'.join(SEASONS)})\s+)?(?P<year>{YEAR})"
    rf"(?:,\s+pp?\.\s*(?P<pages>{RANGE}|\w{{1,8}}))?(?=[.,]?\s|[.,]?$)",
    re.IGNORECASE,
)
_DATABASE = late(r"\.\s+(?P<source>[A-Z][\w’'&. -]{1,60}),\s+(?=https?:|www\.|doi[.:]|10\.\d{4})")


def find_numbered_article(line: Line) -> None:
    """``"Title." October, vol. 28, 1984, pp. 125-33. JSTOR, www...``: the journal, its numbers, the database."""
    found = _ARTICLE.search(line)
    if not found:
        return
    if source := _DATABASE.match(line.open, found.end()):
        line.claim_match(source, source=Label.DATABASE)
    labels = {"volume": Label.VOLUME, "issue": Label.ISSUE, "only": Label.ISSUE, "day": Label.DAY, "year": Label.DATE}
    line.claim_match(found, container=Label.CONTAINER, **labels, pages=Label.PAGES)


def find_medium(line: Line) -> None:
    """``. JSTOR. Web. 12 Mar. 2012.`` at the end of a string: the medium; before "Web" also the database."""
    for found in _MEDIUM.finditer(line):
        is_web = found["medium"] == "Web"
        day = match_day(line.open, found.end()) if is_web else None
        if not _END.match(line.open, day[1] if day else found.end()):
            continue
        line.claim(found.start("medium"), found.end(), Label.SEPARATOR)
        if found["medium"] not in EVERYDAY:
            line.claim(*found.span("medium"), Label.MEDIUM)
        if day:
            line.claim(found.end(), day[1], Label.ACCESSED)
        if found["source"] and is_web:
            line.claim(*found.span("source"), Label.DATABASE)
        return

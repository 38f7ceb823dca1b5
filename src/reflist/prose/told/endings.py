"""How an entry of MLA's ends (MLA Handbook, 7th edition, 5.5 and 5.6): the database, the medium, the day of access."""

import re

from reflist.grammar.dates import match_day
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line

_MEDIUM = late(
    r"\.\s+(?:(?P<source>[A-Z][\w’' ]{1,40})\.\s+)?"
    r"(?P<medium>Web|Print|Film|DVD|CD(?:-ROM)?|Television|Radio|Microform)\."
    r"(?=\s*$|\s+(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\b\.?\s\d{4})\s*"
)
_MEDIA = frozenset("web print film dvd cd television radio microform".split())
EVERYDAY = ("Print", "Web")
"""Media that say nothing of a work, and that no other style prints: they part what stands before them from the rest."""

_END = re.compile(r"[\s.]*$")


def find_medium(line: Line) -> None:
    """``. JSTOR. Web. 12 Mar. 2012.`` at the end of a line; a database stands before nothing but the web."""
    if not line.tells(_MEDIA):
        return
    for found in _MEDIUM.finditer(line.open):
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

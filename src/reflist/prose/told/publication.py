"""Publisher, place and year as some journals print them at the end: ``; Methuen: London, UK, 1987``."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.places import is_place, is_region
from reflist.prose.labels import Label
from reflist.prose.line import Line

_PUBLISHER_FIRST = re.compile(
    r";\s+(?![^;:]*,\s[^\W\d_a-z]\.)(?P<publisher>[^\W\d_][^;:\0]{1,100}):\s+(?P<place>[^\W\d_][^;:\d\0]{1,60}),\s+"
    rf"(?P<year>{YEAR})(?=\s*[;.\0]|\s*$)"
)

_IN_BRACKETS = re.compile(
    r"\s\((?P<place>[^\W\d_a-z][^,:;()\0\d]{2,40}(?:,\s[A-Z]{2}|,\s[A-Z][a-z]{2,4}\.)?),\s"
    r"(?P<publisher>[^\W\d_][^,:;()\0\d]{2,80})\)[\s.\0]*$"
)


def find_imprint_in_brackets(line: Line) -> None:
    """``Title (London, Falmer Press).``: place and publisher in brackets at the end, as Carfax printed them."""
    found = _IN_BRACKETS.search(line.open) if line.open.rstrip(" .")[-1:] == ")" else None
    if found and is_place(found["place"]) and not (is_place(found["publisher"]) or is_region(found["publisher"])):
        line.claim_match(found, place=Label.PLACE, publisher=Label.PUBLISHER)


def find_publisher_first(line: Line) -> None:
    """A publisher behind a semicolon, a colon, the place and the year: no other style has them so."""
    found = _PUBLISHER_FIRST.search(line.open)
    if found and not is_place(found["publisher"]):  # "; München: Beck, 1986" has a second place there
        line.claim_match(found, publisher=Label.PUBLISHER, place=Label.PLACE, year=Label.DATE)

"""Publisher, place and year in the forms that some journals print at the end: ``; Methuen: London, UK, 1987``."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.places import is_abbreviated_region, is_place, is_region
from reflist.prose.labels import Label
from reflist.prose.line import Line

_PUBLISHER_FIRST = re.compile(
    r";\s+(?![^;:]*(?:,\s[^\W\d_a-z]\.|[a-zß-ÿ]{4}\.\s))(?P<publisher>[^\W\d_a-zß-ÿ][^;:\0]{1,100}):\s+(?P<place>[^\W\d_][^;:\d\0]{1,60}),\s+"
    rf"(?P<year>{YEAR})(?=\s*[;.\0]|\s*$)"
)

_IN_BRACKETS = re.compile(
    r"\s\((?P<place>[^\W\d_a-z][^,:;()\0\d]{2,40}(?:,\s[A-Z]{2}|,\s[A-Z][a-z]{2,4}\.)?),\s"
    r"(?P<publisher>[^\W\d_][^,:;()\0\d]{2,80})\)[\s.\0]*$"
)

_WITH_COLON = re.compile(
    r"(?<=[\w?!’”\"'*\0])\s\((?P<place>[^\W\d_a-z][^:;()\0\d]{2,40}):\s(?P<publisher>[^\W\d_a-z][^:;()\0\d]{1,60})\)(?=[.,;\s\0]|$)"
)
_PUBLISHER_IN_BRACKETS = re.compile(
    r"(?<=[.,]\s)(?P<place>[^\W\d_a-z][^.:;()\0\d]{2,40})\s\((?P<publisher>[^\W\d_a-z][^:;()\0\d]{2,60})\)[\s.\0]*$"
)
_DATED_IN_BRACKETS = re.compile(
    r"(?<=\w)\s\((?P<publisher>[^\W\d_a-z][^,:;()\0\d]{3,90}),\s(?:(?P<place>[^\W\d_a-z][^:;()\0\d]{2,40}),\s)?"
    rf"(?P<year>{YEAR})\)[\s.\0]*$"
)
_STATE_IN_BRACKETS = re.compile(
    r"(?<=[.,;]\s)(?P<place>[^\W\d_a-z][\w .’-]{2,30}\s"
    r"\((?P<state>[A-Z]{2}|(?:[A-Z]\.\s?){2,3}|[A-Z][a-z]{2,5}\.?)\)):\s(?=[^\W\d_a-z])"
)

_STATE_WITH_STOPS = re.compile(
    r"(?<=[a-zß-ÿ]{3}[.?!]\s)(?P<place>[^\W\d_a-z][\w ’-]{2,30},\s(?P<state>(?:[A-Z]\.\s?){2,3}|[A-Z][a-z]{2,5}\.)):\s"
    r"(?=[^\W\d_a-z])"
)

_AND_OTHERS = re.compile(
    r"(?<=[.,;]\s)(?P<place>(?P<town>[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2})"
    r"(?:,\s(?:[A-Z]\.\s?[A-Z]\.|[A-Z][a-z]{2,5}\.|[A-Z]{2}))?,?\s"
    r"[\[(]?(?:et\sal\.|etc\.|u\.\s?a\.)[\])]?):\s(?=[^\W\d_a-z])"
)


def find_place_with_state(line: Line) -> None:
    """``Lexington (Mass.): Heath``, ``Hoboken, N.J.: Wiley``, ``Cambridge et al.: Press``.

    ``New York, N.Y., etc.: Wiley``. A town and its state, or its "et al.", before a colon.
    """
    if not any(sign in line.text for sign in ("):", ".:", "]:")):
        return
    others = _AND_OTHERS.search(line.open)
    if others and is_place(others["town"]):
        line.claim_match(others, place=Label.PLACE)
        return
    found = _STATE_IN_BRACKETS.search(line.open) or _STATE_WITH_STOPS.search(line.open)
    if found and (is_region(found["state"]) or is_abbreviated_region(found["state"])):
        line.claim_match(found, place=Label.PLACE)


def find_imprint_in_brackets(line: Line) -> None:
    """``Title (London, Falmer Press).``: place and publisher in brackets at the end, as Carfax printed them.

    Or anywhere with a colon between them: ``Title (York: JRF). Available at``.

    In ``Social Systems, Stanford (Stanford University Press).`` only the publisher is in brackets; in
    ``Title (Ditch Centre, 2001).`` the publisher and the year.
    """
    if ": " in line.text and (found := _WITH_COLON.search(line.open)) and is_place(found["place"]):
        line.claim_match(found, place=Label.PLACE, publisher=Label.PUBLISHER)
        return
    if line.open.rstrip(" .\0")[-1:] != ")":
        return
    if (found := _PUBLISHER_IN_BRACKETS.search(line.open)) and is_place(found["place"]):
        line.claim_match(found, place=Label.PLACE, publisher=Label.PUBLISHER)
        return
    dated = _DATED_IN_BRACKETS.search(line.open)
    if dated and any(map(is_institution_word, dated["publisher"].split())) and is_place(dated["place"] or "Leeds"):
        line.claim_match(dated, publisher=Label.PUBLISHER, place=Label.PLACE, year=Label.DATE)
        return
    found = _IN_BRACKETS.search(line.open)
    if found and is_place(found["place"]) and not (is_place(found["publisher"]) or is_region(found["publisher"])):
        line.claim_match(found, place=Label.PLACE, publisher=Label.PUBLISHER)


def find_publisher_first(line: Line) -> None:
    """A publisher after a semicolon, then a colon, the place and the year. No other style has this order."""
    found = _PUBLISHER_FIRST.search(line.open)
    if found and not is_place(found["publisher"]):  # "; München: Beck, 1986": a second place after the semicolon
        line.claim_match(found, publisher=Label.PUBLISHER, place=Label.PLACE, year=Label.DATE)

"""What a work is, in square brackets after its title (APA, 7th edition, 9.21): ``[Data set]``, ``[PhD thesis]``."""

from reflist.grammar.designations import names_genre
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line
from reflist.prose.types import KINDS_OF_TYPES, SPOKEN

_IN_ROUND = Form(
    "blog weblog indicator database",
    r"\s\((?P<kind>blog|weblog)\)(?=[.,])|(?<=[”\"’'])\s\((?P<data>indicator|database)\)(?=[.,\0])",
)
_KIND = late(r"\s?\[(?P<kind>[^\W\d_][^\W\d_]*(?:[ ’'-][^\W\d_]+){0,4})\](?=\s*[.,;:\0]|\s*$)")


KINDS = frozenset({"blog", "powerpoint slides", "lecture notes", "poster", "brochure"}).union(*KINDS_OF_TYPES.values())
"""Kinds of works that are rarely reports (APA, 7th edition, 10.12-16)."""

_NUMBERED = late(
    r"\s\((?:(?:No\.|Episode)\s(?P<number>\d{1,4})|(?:[Vv]ersion|[Vv]er\.|[Vv]\.?)\s?(?P<version>\d+(?:\.\d+){0,3}[a-z]?))\)\s?\Z"
)
_WITHIN = late(
    r"\]\.\sIn\s(?P<container>[^\W\d_a-z][^.\0]{2,80})\.\s(?:(?P<publisher>[^\W\d_a-z][^.\0]{2,80})\.?\s?)?(?=\0|$)"
)
_SITE = late(r"\.\s(?P<site>[^\W\d_a-z][^.\0]{1,40}?)\.?\s?(?=\0)")
_ENDINGS = (" transcript", " database", " film", " documentary", " data file", " data set", " video")
_ONLINE = KINDS_OF_TYPES["motion_picture"] - {"film", "motion picture", "documentary"}
_BEFORE = 30
"""A number before the brackets has at most so many characters."""


def find_kind_in_brackets(line: Line) -> None:
    """A genre in square brackets. Genres of talks are left to the rules for events."""
    if bracketed := _IN_ROUND.search(line):
        line.claim_match(bracketed, kind=Label.THESIS, data=Label.THESIS)
        return
    if "[" not in line.text:
        return
    for found in list(_KIND.finditer(line.open)):
        kind = found["kind"].casefold()
        is_kind = names_genre(found["kind"]) or kind in KINDS or kind.endswith(_ENDINGS)
        if is_kind and not (SPOKEN.search(found["kind"]) and "transcript" not in kind):
            if number := _NUMBERED.search(line.open, max(0, found.start() - _BEFORE), found.start() + 1):
                line.claim_match(number, number=Label.REPORT, version=Label.VERSION)
            if (within := _WITHIN.match(line.open, found.end() - 1)) and kind in KINDS_OF_TYPES["broadcast"]:
                line.claim_match(within, container=Label.CONTAINER, publisher=Label.PUBLISHER)
            if (site := _SITE.match(line.open, found.end())) and (kind in _ONLINE or kind.endswith("transcript")):
                line.claim_match(site, site=Label.PUBLISHER)
            line.claim_match(found, kind=Label.THESIS)
            return

"""What a work is, in square brackets after its title (APA, 7th edition, 9.21): ``[Data set]``, ``[PhD thesis]``."""

from reflist.grammar.designations import names_genre
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.types import SPOKEN

_KIND = late(r"\s?\[(?P<kind>[^\W\d_][^\W\d_]*(?:[ ’'-][^\W\d_]+){0,4})\](?=\s*[.,;:\0]|\s*$)")


KINDS = frozenset(
    "film;motion picture;documentary;tweet;post;status update;song;album;podcast;audio podcast;podcast episode"
    ";tv series;tv series episode;television series;video;youtube video;video file;computer software;mobile app"
    ";map;photograph;infographic;powerpoint slides;lecture notes;interview;poster;brochure".split(";")
)
"""Kinds of works that are rarely reports (APA, 7th edition, 10.12-16)."""


def find_kind_in_brackets(line: Line) -> None:
    """A genre in square brackets. Genres of talks are left to the rules for events."""
    if "[" not in line.text:
        return
    for found in list(_KIND.finditer(line.open)):
        kind = found["kind"].casefold()
        if (names_genre(found["kind"]) or kind in KINDS) and not SPOKEN.search(found["kind"]):
            line.claim_match(found, kind=Label.THESIS)
            return

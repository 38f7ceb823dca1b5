"""Theses: the university, the town it is in, and who printed them."""

import re
from itertools import pairwise

from reflist.prose.labels import Label, Span

_COMMA = re.compile(r"\s*,\s*")
_COLON = re.compile(r"\s*:\s*")
_UNIVERSITY_CUT = re.compile(r"\b(?:[Uu]niv|TU|FU|PH|Akad|Hochsch)\Z")


def universities(text: str, spans: list[Span]) -> list[Span]:
    """The town behind the stop of ``Univ.`` names the university: ``Diss., Univ. München 1979``."""
    for index, (publisher, place) in enumerate(pairwise(spans)):
        is_cut = publisher.label is Label.PUBLISHER and _UNIVERSITY_CUT.search(text, publisher.start, publisher.end)
        if is_cut and place.label is Label.PLACE and text[publisher.end : place.start] in (". ", " "):
            return [*spans[:index], publisher._replace(end=place.end), *spans[index + 2 :]]
    return spans


_UNIVERSITY = re.compile(r"(?:Universit(?:y|ät|é)|Univ\.|[^\W\d_a-z]\w+\sUniversit(?:y|ät))\b")


def universities_for_places(text: str, spans: list[Span]) -> list[Span]:
    """A university taken for the place of its department: ``Department of Sociology, University of Oslo, Oslo``."""
    for index, (publisher, place) in enumerate(pairwise(spans)):
        is_pair = (publisher.label, place.label) == (Label.PUBLISHER, Label.PLACE)
        if not is_pair or not _UNIVERSITY.match(text, place.start, place.end):
            continue
        town = _TOWN_LAST.search(text[: place.end], place.start)
        end = town.start() if town else place.end
        rest = [place._replace(start=town.start("place"))] if town else []
        return [*spans[:index], publisher._replace(end=end), *rest, *spans[index + 2 :]]
    return spans


_AT = re.compile(r"(?:an der|at the|at|der)\s+(?=[^\W\d_a-z])")
_TOWN_LAST = re.compile(r",\s+(?P<place>[^\W\d_a-z][^,]{2,30})\Z")


def universities_of_theses(text: str, spans: list[Span]) -> list[Span]:
    """The university of a thesis, without ``an der`` before it."""
    return [
        span._replace(start=begin.end())
        if span.label is Label.PUBLISHER and (begin := _AT.match(text, span.start, span.end))
        else span
        for span in spans
    ]


def imprint_of_theses(text: str, spans: list[Span]) -> list[Span]:
    """Who printed a thesis behind its place is the publisher, and not the university in brackets with the kind of it.

    ``(Habilitationsschrift, Universität Hamburg, 1991). Münster: Waxmann``
    """
    publishers = [index for index, span in enumerate(spans) if span.label is Label.PUBLISHER]
    if len(publishers) != 2:
        return spans
    university, publisher = publishers
    kind, place = spans[university - 1], spans[publisher - 1]
    is_printed = place.label is Label.PLACE and _COLON.fullmatch(text, place.end, spans[publisher].start)
    is_kind = kind.label is Label.THESIS and _COMMA.fullmatch(text, kind.end, spans[university].start)
    if not is_printed or not is_kind:
        return spans
    rest = [span for span in spans[university + 1 : publisher] if span.label is not Label.DATE]
    end = spans[publisher - 1 - len(rest)].end if len(rest) < publisher - university - 1 else spans[university].end
    return [*spans[: university - 1], kind._replace(end=end), *rest, *spans[publisher:]]

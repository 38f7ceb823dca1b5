"""Theses: the university, its town, and the publisher of the printed thesis."""

import re
from collections.abc import Sequence

from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule

_COMMA = re.compile(r"\s*,\s*")
_COLON = re.compile(r"\s*:\s*")
_UNIVERSITY_CUT = re.compile(r"\b(?:[Uu]niv|TU|FU|PH|Akad|Hochsch)\Z")


@rule(Label.PUBLISHER, Label.PLACE)
def universities(parts: Parts, index: int) -> Sequence[Span] | None:
    """The town after ``Univ.`` is part of the university's name: ``Diss., Univ. München 1979``.

    And a university is not the place of its department; the town after it is: ``Department of Sociology, University of
    Oslo, Oslo``.
    """
    text = parts.text
    publisher, place = parts.spans[index : index + 2]
    if _UNIVERSITY_CUT.search(text, publisher.start, publisher.end):
        return [publisher._replace(end=place.end)] if parts.after(index) in (". ", " ") else None
    if not parts.has(Label.THESIS) or not _UNIVERSITY.match(text, place.start, place.end):
        return None
    town = _TOWN_LAST.search(text[: place.end], place.start)
    if town is None:
        return [publisher._replace(end=place.end)]
    return [publisher._replace(end=town.start()), place._replace(start=town.start("place"))]


_UNIVERSITY = re.compile(r"(?:Universit(?:y|ät|é)|Univ\.|[^\W\d_a-z]\w+\sUniversit(?:y|ät))\b")
_AT = re.compile(r"(?:an der|at the|at|der)\s+(?=[^\W\d_a-z])")
_TOWN_LAST = re.compile(r",\s+(?P<place>[^\W\d_a-z][^,]{2,30})\Z")


@rule(Label.PUBLISHER, having=[Label.THESIS])
def universities_of_theses(parts: Parts, index: int) -> Sequence[Span] | None:
    """The university of a thesis, without ``an der`` before it."""
    begin = _AT.match(parts.text, parts[index].start, parts[index].end)
    return [parts[index]._replace(start=begin.end())] if begin else None


@rule(having=[Label.THESIS, Label.PUBLISHER, Label.PLACE])
def imprint_of_theses(parts: Parts, _: int) -> Sequence[Span] | None:
    """The publisher of a printed thesis, after its place; the university in brackets belongs to the kind of thesis.

    ``(Habilitationsschrift, Universität Hamburg, 1991). Münster: Waxmann``
    """
    text, spans = parts.text, parts.spans
    publishers = [index for index, label in enumerate(parts.labels) if label is Label.PUBLISHER]
    if len(publishers) != 2:
        return None
    university, publisher = publishers
    kind, place = spans[university - 1], spans[publisher - 1]
    is_printed = place.label is Label.PLACE and _COLON.fullmatch(text, place.end, spans[publisher].start)
    is_kind = kind.label is Label.THESIS and _COMMA.fullmatch(text, kind.end, spans[university].start)
    if not is_printed or not is_kind:
        return None
    between = spans[university + 1 : publisher]
    rest = [span for span in between if span.label is not Label.DATE]
    end = spans[publisher - 1 - len(rest)].end if len(rest) < len(between) else spans[university].end
    return [*spans[: university - 1], kind._replace(end=end), *rest, *spans[publisher:]]

"""What a work calls itself, which was taken for a note or a publisher."""

import re
from itertools import pairwise

from reflist.grammar.designations import ends_in_genre, names_genre, read_designation
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put

_THESIS = re.compile(
    r"thesis|dissertation|\bdiss\b|(?:diplom|master|magister|bachelor)arbeit|habil|thèse|tesis", re.IGNORECASE
)
_MANUSCRIPT = re.compile(
    r"(?:unv(?:eröff(?:entlichtes|\.)?|\.)|unpublished|masch(?:inenschriftl)?\.?)?\s*"
    r"(?:manus[ck]ripte?|ms\.?|typos[ck]ript|mimeo)\.?",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(r",?\s+(?:[Nn]o\.?|[Nn]r\.?|[Nn]umber)?\s*")
_TAKEN_FOR = frozenset({Label.SERIES, Label.PUBLISHER, Label.NOTE, Label.CONTAINER})


def designations(text: str, spans: list[Span]) -> list[Span]:
    """A note or publisher that is a thesis, a manuscript, or a report with its number: ``BT-Drucksache 16/12860``."""
    return [_designated(text, span) for span in spans]


def _designated(text: str, span: Span) -> Span:
    printed = text[span.start : span.end].strip(" .,;:()[]")
    if span.label not in (Label.NOTE, Label.PUBLISHER):
        return span
    if _MANUSCRIPT.fullmatch(printed):
        start = span.start + text[span.start : span.end].index(printed)
        return span._replace(label=Label.THESIS, start=start, end=start + len(printed))
    if span.label is Label.NOTE and _THESIS.search(printed) and names_genre(printed):
        return span._replace(label=Label.THESIS)
    if span.label is Label.PUBLISHER and ends_in_genre(printed):
        return span._replace(label=Label.REPORT)
    designation = read_designation(printed)
    if span.label is Label.NOTE and designation and designation.number:
        return span._replace(label=Label.REPORT)
    return span


def numbered_genres(text: str, spans: list[Span]) -> list[Span]:
    """What a report calls itself and its number, taken for a periodical and its volume: ``Clinical guideline 103``."""
    if has(spans, Label.ISSUE, Label.PAGES):
        return spans
    for container, volume in pairwise(spans):
        if (container.label, volume.label) != (Label.CONTAINER, Label.VOLUME):
            continue
        is_genre = ends_in_genre(text[container.start : container.end])
        if is_genre and _BEFORE_NUMBER.fullmatch(text, container.end, volume.start):
            return put(text, spans, container._replace(label=Label.REPORT, end=volume.end))
    return spans


def titles_of_volumes(text: str, spans: list[Span]) -> list[Span]:
    """What stands behind ``Bd. 4:`` is the title of that volume."""
    mended = list(spans)
    for index, (before, span) in enumerate(pairwise(spans), start=1):
        is_behind = before.label is Label.VOLUME and text[before.end : span.start] == ": "
        if is_behind and span.label in _TAKEN_FOR:
            mended[index] = span._replace(label=Label.VOLUME_TITLE)
    return mended

"""What a work calls itself, which was taken for a note or a publisher."""

import re
from itertools import pairwise

from reflist.grammar.designations import names_genre, read_designation
from reflist.prose.labels import Label, Span

_THESIS = re.compile(
    r"thesis|dissertation|\bdiss\b|(?:diplom|master|magister|bachelor)arbeit|habil|thèse|tesis", re.IGNORECASE
)
_MANUSCRIPT = re.compile(
    r"(?:unv(?:eröff(?:entlichtes|\.)?|\.)|unpublished|masch(?:inenschriftl)?\.?)?\s*"
    r"(?:manus[ck]ripte?|ms\.?|typos[ck]ript|mimeo)\.?",
    re.IGNORECASE,
)
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
    designation = read_designation(printed)
    if span.label is Label.NOTE and designation and designation.number:
        return span._replace(label=Label.REPORT)
    return span


def titles_of_volumes(text: str, spans: list[Span]) -> list[Span]:
    """What stands behind ``Bd. 4:`` is the title of that volume."""
    mended = list(spans)
    for index, (before, span) in enumerate(pairwise(spans), start=1):
        is_behind = before.label is Label.VOLUME and text[before.end : span.start] == ": "
        if is_behind and span.label in _TAKEN_FOR:
            mended[index] = span._replace(label=Label.VOLUME_TITLE)
    return mended

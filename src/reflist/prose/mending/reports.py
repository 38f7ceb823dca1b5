"""What a work calls itself, which was taken for a note or a publisher."""

import re

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


def designations(text: str, spans: list[Span]) -> list[Span]:
    """A note or publisher that is a thesis, a manuscript, or a report with its number: ``BT-Drucksache 16/12860``."""
    return [_designated(text, span) for span in spans]


def _designated(text: str, span: Span) -> Span:
    printed = text[span.start : span.end].strip(" .,;:()[]")
    if span.label not in (Label.NOTE, Label.PUBLISHER):
        return span
    if _MANUSCRIPT.fullmatch(printed) or (
        span.label is Label.NOTE and _THESIS.search(printed) and names_genre(printed)
    ):
        return span._replace(label=Label.THESIS)
    designation = read_designation(printed)
    if span.label is Label.NOTE and designation and designation.number:
        return span._replace(label=Label.REPORT)
    return span

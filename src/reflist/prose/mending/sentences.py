"""Titles whose sentences were taken apart: what the end of one says of what stands behind it."""

import re
from itertools import pairwise

from reflist.grammar.periodicals import is_abbreviated, is_periodical
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has

_OPEN = re.compile(
    r"\s(?:an|the|of|and|or|for|on|to|with|by|from|at|der|die|das|dem|den|des|eine[mnrs]?|ein|und|oder|für|mit|zur|zum|im"
    r"|von|vom|über|sowie)\Z"
)
"""What ends no title: an article, a preposition, "and"."""

FEWEST_WORDS = 3
"""A subtitle that was taken for a container has no fewer words than this."""

_TAKEN_FOR = frozenset({Label.CONTAINER, Label.PUBLISHER, Label.NOTE, Label.SERIES, Label.PLACE})
_ENDS_SENTENCE = re.compile(r"['’”“\"»]?[.?!:]['’”“\"»]? ")
_RESOLVED = re.compile(
    r"(?:Beschl(?:uss|uß|üsse)|Empfehlung(?:en)?|Stellungnahme|Bekanntmachung|Erklärung|Entschließung|Vereinbarung)"
    r"\s(?:der|des|vom)\b"
)
_LEADS_TO_DAY = re.compile(r"(?:\s(?:vom|v\.))?\s?")


def open_titles(text: str, spans: list[Span]) -> list[Span]:
    """A title that ends in an article or preposition goes on: ``Bericht mit einer | Analyse zu Perspektiven``."""
    for index, (title, behind) in enumerate(pairwise(spans)):
        is_open = title.label is Label.TITLE and behind.label in _TAKEN_FOR and text[title.end : behind.start] == " "
        if is_open and _OPEN.search(text[: title.end], title.start):
            return [*spans[:index], _joined(title, behind), *spans[index + 2 :]]
    return spans


_IN_BRACKETS = re.compile(r"['’”“\"»]?\s\(")


def bracketed_words(text: str, spans: list[Span]) -> list[Span]:
    """What begins in a bracket that closes within it goes on with the title: ``"Umfrage" (ALLBUS) 2000``."""
    for index, (title, behind) in enumerate(pairwise(spans)):
        is_begun = title.label is Label.TITLE and behind.label in _TAKEN_FOR
        printed = text[behind.start : behind.end]
        if is_begun and _IN_BRACKETS.fullmatch(text, title.end, behind.start) and ")" in printed.rstrip(") ."):
            return [*spans[:index], _joined(title, behind), *spans[index + 2 :]]
    return spans


def second_containers(text: str, spans: list[Span]) -> list[Span]:
    """Of two containers with the end of a sentence between them, the first is the title's subtitle.

    So it is where nothing but such an end, and no "in", parts it from the title, and it is no periodical.
    """
    if has(spans, Label.EDITOR):
        return spans
    for index, (title, first, second) in enumerate(zip(spans, spans[1:], spans[2:], strict=False)):
        if (title.label, first.label, second.label) == (Label.TITLE, Label.CONTAINER, Label.CONTAINER):
            gaps = text[title.end : first.start], text[first.end : second.start]
            printed = text[first.start : first.end]
            is_other = len(printed.split()) < FEWEST_WORDS or is_periodical(printed) or is_abbreviated(printed)
            if all(map(_ENDS_SENTENCE.fullmatch, gaps)) and not is_other:
                return [*spans[:index], _joined(title, first), *spans[index + 2 :]]
    return spans


def resolutions(text: str, spans: list[Span]) -> list[Span]:
    """Who resolved what, and when, ends a title: ``Standards. Beschluss der Konferenz vom 16.12.2004. Bonn``."""
    for index, (title, behind) in enumerate(pairwise(spans)):
        is_sentence = title.label is Label.TITLE and behind.label in _TAKEN_FOR and has(spans[:index], Label.DATE)
        if is_sentence and text[title.end : behind.start] == ". " and _RESOLVED.match(text, behind.start, behind.end):
            whole, rest = _joined(title, behind), spans[index + 2 :]
            while (
                rest
                and rest[0].label in (Label.DAY, Label.DATE)
                and _LEADS_TO_DAY.fullmatch(text, whole.end, rest[0].start)
            ):
                whole, rest = _joined(whole, rest[0]), rest[1:]
            return [*spans[:index], whole, *rest]
    return spans


def _joined(title: Span, behind: Span) -> Span:
    return title._replace(end=behind.end, confidence=min(title.confidence, behind.confidence))

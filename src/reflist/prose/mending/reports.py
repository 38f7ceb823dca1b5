"""What a work calls itself, which was taken for a note or a publisher."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import ends_in_genre, names_genre, read_designation
from reflist.grammar.places import is_place
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put

_THESIS = re.compile(
    r"thesis|dissertation|\bdiss\b|(?:diplom|master|magister|bachelor)arbeit|habil|thèse|tesis", re.IGNORECASE
)
_MANUSCRIPT = re.compile(
    r"(?:unv(?:eröff(?:entlichtes|\.)?|\.)?|unpublished|masch(?:inenschriftl)?\.?)?\s*"
    r"(?:manus[ck]ripte?|ms\.?|typ[eo]s[ck]ript|mimeo(?:graph(?:ed)?)?)\.?",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(r",?\s+(?:[Nn]o\.?|[Nn]r\.?|[Nn]umber)?\s*")
_PLACED = re.compile(r"(?P<genre>.+[.,])\s+(?P<place>[^\W\d_a-z][^.,]+)\.?", re.DOTALL)
_PAPERS = re.compile(
    r"(?i)(?:\b(?:working|discussion|research|occasional)\s+papers?|(?:arbeits|diskussions)papiere?)\s+series$"
)
_VERSION = re.compile(r"\b[Vv]ersion\s+\d")
_YEAR = re.compile(YEAR)
_SERIES_WORD = re.compile(
    r"(?i)taschenbuch|edition|reihe|bibliothek|studien|schriften|wissenschaft|series|library|studies"
)
_TAKEN_FOR = frozenset({Label.SERIES, Label.PUBLISHER, Label.NOTE, Label.CONTAINER})


def is_manuscript(printed: str) -> bool:
    """Whether this says that a work was never printed: ``Unveröff. Ms.``, ``mimeo``."""
    return bool(_MANUSCRIPT.fullmatch(printed.strip(" .,;:()[]")))


def designations(text: str, spans: list[Span]) -> list[Span]:
    """A note or publisher that is a thesis, a manuscript, or a report with its number: ``BT-Drucksache 16/12860``."""
    return [_designated(text, part) for span in spans for part in _with_place(text, span)]


def _with_place(text: str, span: Span) -> list[Span]:
    """A manuscript, and the place that was taken for its last word: ``Unveröff. Ms. Bielefeld``."""
    found = _PLACED.fullmatch(text, span.start, span.end) if span.label in (Label.NOTE, Label.PUBLISHER) else None
    if not found or not is_manuscript(found["genre"]) or not is_place(found["place"]):
        return [span]
    return [span._replace(end=found.end("genre")), span._replace(label=Label.PLACE, start=found.start("place"))]


def _designated(text: str, span: Span) -> Span:
    if span.label not in (Label.NOTE, Label.PUBLISHER):
        return span
    printed = text[span.start : span.end].strip(" .,;:()[]")
    if _MANUSCRIPT.fullmatch(printed):
        start = span.start + text[span.start : span.end].index(printed)
        return span._replace(label=Label.THESIS, start=start, end=start + len(printed))
    if span.label is Label.NOTE and _THESIS.search(printed) and names_genre(printed):
        return span._replace(label=Label.THESIS)
    if span.label is Label.PUBLISHER and ends_in_genre(printed):
        return span._replace(label=Label.REPORT)
    designation = read_designation(printed)
    is_paper = span.label is Label.NOTE or (designation is not None and bool(designation.genre))
    if is_paper and designation and designation.number and not _VERSION.search(printed):
        return span._replace(label=Label.REPORT)
    return span


def numbered_papers(text: str, spans: list[Span]) -> list[Span]:
    """A report's kind and number, taken for what contains it, though it has no numbers: ``NICE guideline NG27``."""
    if has(spans, Label.VOLUME, Label.ISSUE, Label.PAGES, Label.EDITOR, Label.REPORT):
        return spans
    return [
        span._replace(label=Label.REPORT)
        if span.label is Label.CONTAINER and _is_numbered_paper(text[span.start : span.end])
        else span
        for span in spans
    ]


def _is_numbered_paper(printed: str) -> bool:
    designation = read_designation(printed.strip(" ."))
    return designation is not None and bool(designation.genre and designation.number)


def numbered_genres(text: str, spans: list[Span]) -> list[Span]:
    """What a report calls itself and its number, taken for a periodical and its volume: ``Clinical guideline 103``."""
    if has(spans, Label.ISSUE, Label.PAGES):
        return spans
    for container, volume in pairwise(spans):
        if (container.label, volume.label) != (Label.CONTAINER, Label.VOLUME):
            continue
        printed = text[container.start : container.end]
        is_genre = ends_in_genre(printed) or bool(_PAPERS.search(printed))
        if is_genre and _BEFORE_NUMBER.fullmatch(text, container.end, volume.start):
            return put(text, spans, container._replace(label=Label.REPORT, end=volume.end))
    return spans


def numbers_of_reports(text: str, spans: list[Span]) -> list[Span]:
    """The number that only a comma parts from what a report calls itself: ``Department Working Paper, 41``."""
    if has(spans, Label.CONTAINER, Label.ISSUE, Label.PAGES):
        return spans
    for index, (report, volume) in enumerate(pairwise(spans)):
        is_pair = (report.label, volume.label) == (Label.REPORT, Label.VOLUME)
        if is_pair and text[report.end : volume.start] == ", " and ends_in_genre(text[report.start : report.end]):
            return [*spans[:index], report._replace(end=volume.end), *spans[index + 2 :]]
    return spans


def series_in_brackets(text: str, spans: list[Span]) -> list[Span]:
    """What stands in brackets at the end, behind the publisher, is the series: ``Beltz 2001 (Beltz Pädagogik)``."""
    if not spans or has(spans, Label.SERIES, Label.REPORT) or not has(spans[:-1], Label.PUBLISHER):
        return spans
    last = spans[-1]
    is_set_off = text[last.start - 1 : last.start] == "(" and text[last.end :].strip(" .") == ")"
    is_dated = _YEAR.search(text, last.start, last.end) is not None
    is_series = (last.label is Label.PUBLISHER and not is_dated) or (
        last.label is Label.NOTE and bool(_SERIES_WORD.search(text, last.start, last.end))
    )
    return [*spans[:-1], last._replace(label=Label.SERIES)] if is_set_off and is_series else spans


def titles_of_volumes(text: str, spans: list[Span]) -> list[Span]:
    """What stands behind ``Bd. 4:`` is the title of that volume."""
    mended = list(spans)
    for index, (before, span) in enumerate(pairwise(spans), start=1):
        is_behind = before.label is Label.VOLUME and text[before.end : span.start] == ": "
        is_second = span.label is Label.TITLE and has(mended[:index], Label.TITLE)
        if is_behind and (span.label in _TAKEN_FOR or is_second):
            mended[index] = span._replace(label=Label.VOLUME_TITLE)
    return mended

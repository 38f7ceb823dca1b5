"""Days in full, which were taken for numbers; and the words for a work that has not appeared."""

import re

from reflist.grammar.dates import DAY, MONTHS, YEAR, read_day
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put
from reflist.prose.tagger.years import FORTHCOMING
from reflist.prose.tokens import words_in

_DAY = re.compile(
    rf"(?<![\w./-])(?:{DAY}(?:st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{{3,10}}\.?,?\s(?:de\s)?{YEAR}|{DAY}\.\s?\d\d?\.\s?{YEAR}"
    rf"|{DAY}/\d\d?/{YEAR}|[^\W\d_]{{3,10}}\.?\s{DAY},\s{YEAR}|{YEAR}-\d\d-\d\d)(?![\w/-])"
)
_NUMERIC = re.compile(r"\d(?:\.\s?\d\d?\.|/\d|-\d\d-\d)")
_MONTHS = frozenset(MONTHS)
_STATUS = late(FORTHCOMING, re.IGNORECASE | re.VERBOSE)
_NUMBERS = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES, Label.DATE, Label.DAY, Label.NOTE, Label.CHAPTER})


def days_in_full(text: str, spans: list[Span]) -> list[Span]:
    """``12. Mai 2005`` is a day, and 12 no volume; the first such day that is part of nothing else."""
    if words_in(text).isdisjoint(_MONTHS) and not _NUMERIC.search(text):
        return spans
    for found in _DAY.finditer(text):
        over = [span for span in spans if span.start < found.end() and found.start() < span.end]
        is_free = bool(over) and all(span.label in _NUMBERS or _ends_in_day(text, span, found) for span in over)
        if not is_free or read_day(found[0]) is None:
            continue
        others = [span for span in spans if span not in over or span.label not in _NUMBERS]
        return put(text, others, Span(Label.DAY, *found.span(), min(span.confidence for span in over)))
    return spans


def _ends_in_day(text: str, span: Span, day: re.Match[str]) -> bool:
    """Whether the day is a sentence of its own behind a title: ``Die neue Mitte. 12. Mai 2005, S. 8``."""
    is_title = span.label in (Label.TITLE, Label.CONTAINER) and span.start < day.start()
    return is_title and text[: day.start()].endswith((". ", "? ", "! ")) and span.end <= day.end()


_STATUS_BEHIND = late(rf",\s+(?P<status>{FORTHCOMING})\Z", re.IGNORECASE | re.VERBOSE)


def statuses_of_containers(text: str, spans: list[Span]) -> list[Span]:
    """``IEEE Trans. Smart Grid, early access``: the words that were taken for the end of a periodical's name."""
    if has(spans, Label.STATUS):
        return spans
    mended: list[Span] = []
    for span in spans:
        found = _STATUS_BEHIND.search(text[: span.end], span.start) if span.label is Label.CONTAINER else None
        if found:
            mended += span._replace(end=found.start()), span._replace(label=Label.STATUS, start=found.start("status"))
        else:
            mended.append(span)
    return mended


def months_for_issues(text: str, spans: list[Span]) -> list[Span]:
    """A month in the place of an issue is the day, where no other is given: ``38 (May): 390-415``."""
    if has(spans, Label.DAY) or not has(spans, Label.DATE):
        return spans
    return [
        span._replace(label=Label.DAY)
        if span.label is Label.ISSUE
        and text[span.start].isalpha()
        and read_day(text[span.start : span.end]) is not None
        else span
        for span in spans
    ]


def statuses(text: str, spans: list[Span]) -> list[Span]:
    """``2020, in press``: words for a work on its way, which were taken for a note."""
    if has(spans, Label.STATUS):
        return spans
    return [
        span._replace(label=Label.STATUS)
        if span.label in (Label.NOTE, Label.PAGES) and _STATUS.fullmatch(text[span.start : span.end].strip(" .()[]"))
        else span
        for span in spans
    ]

"""Days in full, which were taken for numbers; and the words for a work that has not appeared."""

import re

from reflist.grammar.dates import DAY, YEAR, read_day
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put
from reflist.prose.tagger.years import FORTHCOMING

_DAY = re.compile(
    rf"(?<![\w./-])(?:{DAY}(?:st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{{3,10}}\.?,?\s(?:de\s)?{YEAR}|{DAY}\.\s?\d\d?\.\s?{YEAR}"
    rf"|{DAY}/\d\d?/{YEAR}|[^\W\d_]{{3,10}}\.?\s{DAY},\s{YEAR}|{YEAR}-\d\d-\d\d)(?![\w/-])"
)
_STATUS = late(FORTHCOMING, re.IGNORECASE | re.VERBOSE)
_NUMBERS = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES, Label.DATE, Label.DAY, Label.NOTE, Label.CHAPTER})


def days_in_full(text: str, spans: list[Span]) -> list[Span]:
    """``12. Mai 2005`` is a day, and 12 no volume; the first such day that is part of nothing else."""
    for found in _DAY.finditer(text):
        over = [span for span in spans if span.start < found.end() and found.start() < span.end]
        if not over or any(span.label not in _NUMBERS for span in over) or read_day(found[0]) is None:
            continue
        others = [span for span in spans if span not in over]
        return put(text, others, Span(Label.DAY, *found.span(), min(span.confidence for span in over)))
    return spans


def statuses(text: str, spans: list[Span]) -> list[Span]:
    """``2020, in press``: words for a work on its way, which were taken for a note."""
    if has(spans, Label.STATUS):
        return spans
    return [
        span._replace(label=Label.STATUS)
        if span.label is Label.NOTE and _STATUS.fullmatch(text[span.start : span.end].strip(" .()[]"))
        else span
        for span in spans
    ]

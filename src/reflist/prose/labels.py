"""The labels of tokens, and the spans that labelled tokens form.

This is the interface between taggers and normalisers: a tagger gives every token a `Label` and marks where spans begin;
normalisers do not know which tagger it was.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from reflist.prose.tokens import Token


class Label(StrEnum):
    """The meaning of a part of a reference string; named after the CSL variable if it corresponds to one."""

    AUTHOR = "author"
    EDITOR = "editor"
    SERIES_EDITOR = "collection-editor"
    TRANSLATOR = "translator"
    DATE = "date"  # the year, with its letter and any brackets
    ORIGINAL_DATE = "original-date"
    DAY = "day"  # a day or month apart from the year
    STATUS = "status"
    TITLE = "title"
    STATUTE = "statute"  # the short title of an act
    CASE = "case"  # the parties of a case at law
    COURT = "authority"
    NUMBER = "number"  # of a case, as printed
    CONTAINER = "container-title"
    SECTION = "section"
    VOLUME = "volume"
    VOLUME_TITLE = "volume-title"
    ISSUE = "issue"
    PAGES = "page"
    CHAPTER = "chapter-number"
    VOLUMES = "number-of-volumes"
    EDITION = "edition"
    REPORT = "report"  # a report's kind, series and number
    THESIS = "thesis"  # the kind of thesis
    SERIES = "collection-title"
    PLACE = "publisher-place"
    PUBLISHER = "publisher"
    SPEECH = "speech"  # words that say that it is a speech
    EVENT = "event-title"
    EVENT_PLACE = "event-place"
    EVENT_DATE = "event-date"
    URL = "URL"
    DOI = "DOI"
    ISBN = "ISBN"
    ISSN = "ISSN"
    PMID = "PMID"
    PMCID = "PMCID"
    ARCHIVED = "arXiv"  # a preprint's arXiv number
    ACCESSED = "accessed"
    VERSION = "version"
    MEDIUM = "medium"
    KIND = "type"  # a code for the kind of work: ``[J]``
    DATABASE = "source"  # the database in which a work was read
    NOTE = "note"
    SEPARATOR = "separator"  # words and marks that only introduce or separate ("in", "available at", "eds")


class Tag(NamedTuple):
    """The label of one token, whether a span begins with it (BIO), and the tagger's confidence (0 to 1)."""

    label: Label
    begins: bool = False
    confidence: float = 1.0


class Span(NamedTuple):
    """A labelled part of a string, ``raw[start:end]``, and the tagger's confidence in it (0 to 1)."""

    label: Label
    start: int
    end: int
    confidence: float = 1.0


def spans_of(tokens: Sequence[Token], tags: Iterable[Tag]) -> list[Span]:
    """The spans of tagged tokens, in order, without separators; each is as certain as its least certain token."""
    spans: list[Span] = []
    current, start, end, sure = Label.SEPARATOR, 0, 0, 1.0
    for token, (label, begins, confidence) in zip(tokens, tags, strict=True):
        if label is current and not begins:
            end, sure = token.end, min(sure, confidence)
            continue
        if current is not Label.SEPARATOR:
            spans.append(Span(current, start, end, sure))
        current, start, end, sure = label, token.start, token.end, confidence
    if current is not Label.SEPARATOR:
        spans.append(Span(current, start, end, sure))
    return spans

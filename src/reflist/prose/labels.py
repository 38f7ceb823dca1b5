"""What a token can be labelled, and the spans that labelled tokens make.

The seam between a tagger and the normalisers: a tagger gives every token a `Label` and says where a span begins; which
tagger it was, the normalisers do not know.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from reflist.prose.tokens import Token


class Label(StrEnum):
    """What a part of a reference string says. Named after the CSL variable where it is just that."""

    AUTHOR = "author"
    EDITOR = "editor"
    SERIES_EDITOR = "collection-editor"
    TRANSLATOR = "translator"
    DATE = "date"  # the year, in whatever brackets, with its letter
    ORIGINAL_DATE = "original-date"
    DAY = "day"  # a day or month that stands apart from the year
    STATUS = "status"
    TITLE = "title"
    STATUTE = "statute"  # the short title of an act
    CASE = "case"  # the parties of a case at law
    COURT = "authority"
    CONTAINER = "container-title"
    SECTION = "section"
    VOLUME = "volume"
    VOLUME_TITLE = "volume-title"
    ISSUE = "issue"
    PAGES = "page"
    CHAPTER = "chapter-number"
    VOLUMES = "number-of-volumes"
    EDITION = "edition"
    REPORT = "report"  # what a report calls itself, its series and number
    THESIS = "thesis"  # what a thesis calls itself
    SERIES = "collection-title"
    PLACE = "publisher-place"
    PUBLISHER = "publisher"
    SPEECH = "speech"  # words that say it was spoken
    EVENT = "event-title"
    EVENT_PLACE = "event-place"
    EVENT_DATE = "event-date"
    URL = "URL"
    DOI = "DOI"
    ISBN = "ISBN"
    ISSN = "ISSN"
    PMID = "PMID"
    PMCID = "PMCID"
    ARCHIVED = "arXiv"  # a preprint's number in arXiv
    ACCESSED = "accessed"
    VERSION = "version"
    MEDIUM = "medium"
    KIND = "type"  # a sign of what kind of work it is: ``[J]``
    DATABASE = "source"  # the database that a work was read in
    NOTE = "note"
    SEPARATOR = "separator"  # words and marks that only introduce or part ("in", "available at", "eds")


class Tag(NamedTuple):
    """The label of one token, whether a span begins with it (BIO), and how sure the tagger is (0 to 1)."""

    label: Label
    begins: bool = False
    confidence: float = 1.0


class Span(NamedTuple):
    """A labelled part of a string, ``raw[start:end]``, and how sure the tagger is of it (0 to 1)."""

    label: Label
    start: int
    end: int
    confidence: float = 1.0


def spans_of(tokens: Sequence[Token], tags: Iterable[Tag]) -> list[Span]:
    """The spans that tagged tokens make, in order, without separators; each as sure as its least sure token."""
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

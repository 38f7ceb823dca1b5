"""Titles in one piece: what stands within one, or ends it, is no year, volume or container; a medium is no part."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.places import is_place
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has

_YEAR_LAST = re.compile(rf":\s{YEAR}(?:[–-]\d{{2,4}})?(?=[.,]?[\s”’\"']|$)")
_MEDIUM = re.compile(
    r"[\s.]*\[(?:online|internet|electronic|www(?: document)?|web ?page|web ?site|pdf|e-?book|blog|dataset|data set)\s*"
    r"(?:resource|version|edition|book|document)?\]?[\s.]*\Z",
    re.IGNORECASE,
)
_VOLUME_WITHIN = re.compile(r"\s?\((?:Volume|Vol\.?|Part|Band)\s")
_SUBTITLE = re.compile(r"\)?:\s+(?P<subtitle>[^\W\d_][^.?!]*[?!]?)")


def years_at_ends(text: str, spans: list[Span]) -> list[Span]:
    """The year behind a title's colon is its last word, whichever one the work has: ``Families in the UK: 2016``."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        if last and last.label is Label.TITLE and span.start < last.end:
            continue  # the year that the title has now
        found = _YEAR_LAST.match(text, span.end) if span.label is Label.TITLE else None
        mended.append(span._replace(end=found.end()) if found else span)
    return mended if has(mended, Label.DATE) or not has(spans, Label.DATE) else spans


_WORDED = frozenset({Label.TITLE, Label.NOTE, Label.PUBLISHER, Label.CONTAINER, Label.VOLUME_TITLE, Label.SERIES})
"""What a subtitle was taken for."""


def volumes_within(text: str, spans: list[Span]) -> list[Span]:
    """A volume in brackets before a title's colon is a part of it: ``PISA results (Volume I): What students know``."""
    for index, (title, volume) in enumerate(pairwise(spans)):
        is_within = _VOLUME_WITHIN.fullmatch(text, title.end, volume.start)
        if (title.label, volume.label) != (Label.TITLE, Label.VOLUME) or not is_within:
            continue
        found = _SUBTITLE.match(text, volume.end)
        if found is None:
            continue
        later = [span for span in spans[index + 2 :] if span.label not in _WORDED or span.start >= found.end()]
        end = min([found.end(), *(span.start for span in later)])
        whole = title._replace(end=title.start + len(text[title.start : end].rstrip(" .,;:")))
        return [*spans[:index], whole, *(span for span in later if span.start >= whole.end)]
    return spans


def media_in_brackets(text: str, spans: list[Span]) -> list[Span]:
    """``[online]``, ``[WWW document]`` at the end of a part say only that it was read on the web."""
    mended: list[Span] = []
    for span in spans:
        found = _MEDIUM.search(text[: span.end + (text[span.end : span.end + 1] == "]")], max(0, span.start - 1))
        is_text = span.label in (Label.TITLE, Label.CONTAINER, Label.PUBLISHER)
        if found is None or not is_text:
            mended.append(span)
        elif found.start() > span.start:
            mended.append(span._replace(end=found.start()))
    return mended


_IN_WITHIN = re.compile(r"\sin\s")
_BOOK = frozenset({Label.EDITOR, Label.PAGES, Label.ISSUE, Label.CHAPTER})


def places_within(text: str, spans: list[Span]) -> list[Span]:
    """What only "in" parts from a title, with no stop or comma before it, is its end: ``Social policy in Britain``."""
    for index, (title, container) in enumerate(pairwise(spans)):
        if (title.label, container.label) != (Label.TITLE, Label.CONTAINER):
            continue
        is_joined = _IN_WITHIN.fullmatch(text, title.end, container.start)
        if (
            is_joined
            and text[title.end - 1].isalnum()
            and (not has(spans, *_BOOK) or is_place(text[container.start : container.end]))
        ):
            whole = title._replace(end=container.end, confidence=min(title.confidence, container.confidence))
            return [*spans[:index], whole, *spans[index + 2 :]]
    return spans


def marks_at_ends(text: str, spans: list[Span]) -> list[Span]:
    """The question mark behind a title is its own: ``Can the subaltern speak? In``."""
    return [
        span._replace(end=span.end + 1)
        if span.label is Label.TITLE and text[span.end : span.end + 1] in ("?", "!")
        else span
        for span in spans
    ]

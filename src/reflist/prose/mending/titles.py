"""Titles: their sentences together, a second one that is the container's, a closing mark that is not theirs."""

import re

from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import between, has
from reflist.prose.quotes import QUOTES

_ONE_SENTENCE_ON = re.compile(r"\s*[.:?!–—-]?\s+[–—-]?\s*|\s*")
_IN = re.compile(r"(?<!\w)(?:[Ii]n|[Ee]n|[Dd]ans|[Ii]m)\b:?\s*$")
_PUBLICATION = frozenset({Label.PLACE, Label.TRANSLATOR, Label.EDITION})
_HEAD = frozenset({Label.AUTHOR, Label.EDITOR, Label.DATE, Label.ORIGINAL_DATE, Label.STATUS, Label.DAY})
_LAST_WORD = re.compile(r" (?!(?:in|eds?|hrsg|hg)\b)[^\W\d_]{3,}(?=[.?!]\s)", re.IGNORECASE)
FEWEST_WORDS = 3
"""A subtitle that was taken for something else has no fewer words than this."""

_NUMBERED = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES})


def second_titles(text: str, spans: list[Span]) -> list[Span]:
    """Two titles with only the end of a sentence between them are one; one behind editors or "in" is no title."""
    mended: list[Span] = []
    for index, span in enumerate(spans):
        last = mended[-1] if mended else None
        if span.label is not Label.TITLE or not has(mended, Label.TITLE):
            mended.append(span)
        elif last and last.label is Label.TITLE and _ONE_SENTENCE_ON.fullmatch(text, last.end, span.start):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        elif not has(spans, Label.CONTAINER) and _is_container(text, spans, index):
            mended.append(span._replace(label=Label.CONTAINER))
        else:
            mended.append(span)
    return mended


def subtitles(text: str, spans: list[Span]) -> list[Span]:
    """A sentence behind the title, before the place or who translated, is the subtitle and not a note or publisher."""
    mended: list[Span] = []
    for index, span in enumerate(spans):
        last = mended[-1] if mended else None
        if last and last.label is Label.TITLE and _is_subtitle(text, last, span, spans[index + 1 : index + 2]):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        else:
            mended.append(span)
    return mended


def _is_subtitle(text: str, title: Span, span: Span, after: list[Span]) -> bool:
    words = text[span.start : span.end].split()
    if span.label not in (Label.NOTE, Label.PUBLISHER) or not after or after[0].label not in _PUBLICATION:
        return False
    if len(words) < FEWEST_WORDS or text[title.end : span.start] != ". ":
        return False
    return not any(is_institution_word(word) or is_acronym(word) for word in words)


def last_words(text: str, spans: list[Span]) -> list[Span]:
    """The last word of a title that was taken for a separator: ``A new edition``, ``The bound volume``."""
    mended = list(spans)
    for index, span in enumerate(spans):
        is_open = span.label is Label.TITLE and text[span.end - 1].isalnum()
        if is_open and (found := _LAST_WORD.match(between(text, spans, index))):
            mended[index] = span._replace(end=span.end + found.end())
    return mended


def missing_title(text: str, spans: list[Span]) -> list[Span]:
    """Without any title, what stands first behind names and year is it, if it was taken for a note or a publisher.

    Or for what contains a work, where a whole book is cited: ``Rossi M, editor. Handbook of bone disease. Saunders``.
    """
    if has(spans, Label.TITLE, Label.STATUTE):
        return spans
    containers = [span for span in spans if span.label is Label.CONTAINER]
    if len(containers) == 2 and spans[0] is containers[0]:  # a newspaper in the place of its author
        return [span._replace(label=Label.TITLE) if span is containers[1] else span for span in spans]
    for index, span in enumerate(spans):
        if span.label not in _HEAD:
            is_free = span.label is Label.NOTE or (span.label is Label.PUBLISHER and index > 0)
            is_free = is_free or (span.label is Label.CONTAINER and _is_whole_book(spans))
            if is_free and not any(map(str.isdigit, text[span.start : span.end])):
                return [*spans[:index], span._replace(label=Label.TITLE), *spans[index + 1 :]]
            return spans
    return spans


def _is_whole_book(spans: list[Span]) -> bool:
    return has(spans, Label.PUBLISHER, Label.EDITION) and not has(spans, Label.PAGES, Label.VOLUME, Label.ISSUE)


def _is_container(text: str, spans: list[Span], index: int) -> bool:
    before, start = spans[index - 1], spans[index].start
    if before.label is Label.EDITOR or _IN.search(text, max(0, start - 8), start):
        return True
    return index + 1 < len(spans) and spans[index + 1].label in _NUMBERED and before.label is not Label.TITLE


def without_closing_quote(text: str, spans: list[Span]) -> list[Span]:
    """The mark that closes a quotation which began right before a part is not the part's own."""
    return [span._replace(end=span.end - 1) if _has_closing(text, span) else span for span in spans]


def _has_closing(text: str, span: Span) -> bool:
    opening, printed = text[span.start - 1 : span.start], text[span.start : span.end]
    if opening not in QUOTES or len(printed) < 3 or printed[-1] not in QUOTES[opening]:
        return False
    return opening not in printed[:-1] and printed[-1] not in printed[:-1]

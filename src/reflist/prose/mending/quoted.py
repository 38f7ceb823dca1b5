"""Titles in quotation marks that were taken together with what stands behind or before the quotation."""

import re

from reflist.grammar.dates import match_day
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has
from reflist.prose.quotes import QUOTES, closing_quote

_MARKS = " .,;:"
_IN = re.compile(r"[Ii]n:?\s+")
_GOES_ON = re.compile(r"\s*(?::|[a-z](?!n\b))")
FEWEST = 8
"""A title in quotation marks has so many characters at least; a shorter quotation is a word of it."""


def quoted_titles(text: str, spans: list[Span]) -> list[Span]:
    """A quotation at the beginning of a title is all of it; behind it stands what contains the work.

    ``“Towns,” in Proceedings of Mills`` and ``‘Assessment’, Education: Principles`` before ``Policy and Practice``.
    """
    for index, span in enumerate(spans):
        if span.label is not Label.TITLE or text[span.start] not in QUOTES or text[span.start - 1] in QUOTES:
            continue
        end = closing_quote(text, span.start)
        if end is None or not span.start + FEWEST < end < span.end - 3 or _GOES_ON.match(text, end + 1, span.end):
            return spans
        return _parted(text, spans, index, end)
    return spans


def _parted(text: str, spans: list[Span], index: int, end: int) -> list[Span]:
    """The title without what stands behind its quotation, and that as the container or its beginning."""
    span = spans[index]
    title = span._replace(start=span.start + 1, end=end)
    rest = text[end + 1 : span.end]
    start = end + 1 + len(rest) - len(rest.lstrip(_MARKS))
    if introduced := _IN.match(text, start):
        start = introduced.end()
    behind = spans[index + 1 : index + 2]
    if behind and behind[0].label is Label.CONTAINER:
        return [*spans[:index], title, behind[0]._replace(start=start), *spans[index + 2 :]]
    if has(spans, Label.CONTAINER) or start >= span.end:
        return spans
    container = span._replace(
        label=Label.CONTAINER, start=start, end=start + len(text[start : span.end].rstrip(_MARKS))
    )
    return [*spans[:index], title, container, *spans[index + 1 :]]


_BEFORE_QUOTE = re.compile(r"[.,)\s]*\s(?=[“‘\"'])")


def days_before_titles(text: str, spans: list[Span]) -> list[Span]:
    """The day that was taken for the beginning of a title: ``2013, May 14. “Care homes.” The Guardian``."""
    for index, span in enumerate(spans):
        if span.label is not Label.TITLE:
            continue
        found = match_day(text, span.start)
        parted = (
            _BEFORE_QUOTE.match(text, found[1]) if found and not found[0].year and len(found[0].first) > 1 else None
        )
        end = closing_quote(text, parted.end()) if parted else None
        if not found or not parted or end is None:
            return spans
        day = span._replace(label=Label.DAY, end=span.start + len(text[span.start : found[1]].rstrip(_MARKS)))
        others = [other for other in spans[index + 1 :] if other.start > end]
        title = span._replace(start=parted.end() + 1, end=end)
        rest = text[end + 1 : (others[0].start if others else len(text))]
        if has(others, Label.CONTAINER) or not rest.strip(_MARKS):
            return [*spans[:index], day, title, *others]
        start = end + 1 + len(rest) - len(rest.lstrip(_MARKS))
        container = span._replace(label=Label.CONTAINER, start=start, end=start + len(rest.strip(_MARKS)))
        return quoted_pages(text, [*spans[:index], day, title, container, *others])
    return spans


_PAGE = re.compile(r",?\s(?:p\.\s)?(?P<page>[A-Z]?\d{1,3})\Z")


def quoted_pages(text: str, spans: list[Span]) -> list[Span]:
    """The page behind a newspaper that was found as all that stands behind a quotation."""
    mended: list[Span] = []
    for span in spans:
        found = _PAGE.search(text[: span.end], span.start) if span.label is Label.CONTAINER else None
        if found:
            mended += [span._replace(end=found.start()), span._replace(label=Label.PAGES, start=found.start("page"))]
        else:
            mended.append(span)
    return mended

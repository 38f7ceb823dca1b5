"""Titles in quotation marks that were taken together with what stands behind or before the quotation."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import match_day
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.quotes import QUOTES, closing_quote

_MARKS = " .,;:"
_OPENING = "".join(QUOTES)
_IN = re.compile(r"(?:[Ii]n:?|[Dd]ans)\s+")
_GOES_ON = re.compile(r"\s*(?::|[a-z](?!n\b))")
_BEFORE_QUOTE = re.compile(r"[.,)\s]*\s(?=[“‘\"'])")
_PAGE = re.compile(r",?\s(?:p\.\s)?(?P<page>[A-Z]?\d{1,3})\Z")
FEWEST = 8
"""A title in quotation marks has so many characters at least; a shorter quotation is a word of it."""


@rule(having=[Label.TITLE], marks=_OPENING)
def quoted_titles(parts: Parts, _: int) -> Sequence[Span] | None:
    """A quotation at the beginning of a title is all of it; behind it stands what contains the work.

    ``“Towns,” in Proceedings of Mills`` and ``‘Assessment’, Education: Principles`` before ``Policy and Practice``.
    """
    text = parts.text
    for index, span in enumerate(parts.spans):
        if span.label is not Label.TITLE or text[span.start] not in QUOTES or text[span.start - 1] in QUOTES:
            continue
        end = closing_quote(text, span.start)
        if end is None or not span.start + FEWEST < end < span.end - 3 or _GOES_ON.match(text, end + 1, span.end):
            return None
        return _parted(parts, index, end)
    return None


def _parted(parts: Parts, index: int, end: int) -> Sequence[Span]:
    """The title without what stands behind its quotation, and that as the container or its beginning."""
    text, spans, span = parts.text, parts.spans, parts[index]
    title = span._replace(start=span.start + 1, end=end)
    rest = text[end + 1 : span.end]
    start = end + 1 + len(rest) - len(rest.lstrip(_MARKS))
    if introduced := _IN.match(text, start):
        start = introduced.end()
    behind = spans[index + 1 : index + 2]
    if (
        behind
        and behind[0].label is Label.CONTAINER
        and parts.behind(index) == ". "
        and text[start : span.end].count(" ") > 1
    ):
        return spans  # “Monkey see?” What groups do to their members. Organization Review
    if behind and behind[0].label is Label.CONTAINER:
        return [*spans[:index], title, behind[0]._replace(start=start), *spans[index + 2 :]]
    if parts.has(Label.CONTAINER) or start >= span.end:
        return spans
    last = start + len(text[start : span.end].rstrip(_MARKS))
    container = span._replace(label=Label.CONTAINER, start=start, end=last)
    return [*spans[:index], title, container, *spans[index + 1 :]]


@rule(having=[Label.TITLE], marks=_OPENING)
def days_before_titles(parts: Parts, _: int) -> Sequence[Span] | None:
    """The day that was taken for the beginning of a title: ``2013, May 14. “Care homes.” The Guardian``."""
    text, spans, index = parts.text, parts.spans, parts.labels.index(Label.TITLE)
    span = spans[index]
    found = match_day(text, span.start) if _QUOTED_SOON.match(text, span.start) else None
    parted = _BEFORE_QUOTE.match(text, found[1]) if found and not found[0].year and len(found[0].first) > 1 else None
    end = closing_quote(text, parted.end()) if parted else None
    if not found or not parted or end is None:
        return None
    day = span._replace(label=Label.DAY, end=span.start + len(text[span.start : found[1]].rstrip(_MARKS)))
    others = [other for other in spans[index + 1 :] if other.start > end]
    title = span._replace(start=parted.end() + 1, end=end)
    rest = text[end + 1 : (others[0].start if others else len(text))]
    head = [*spans[:index], day, title]
    if not rest.strip(_MARKS) or any(other.label is Label.CONTAINER for other in others):
        return [*head, *others]
    start = end + 1 + len(rest) - len(rest.lstrip(_MARKS))
    container = span._replace(label=Label.CONTAINER, start=start, end=start + len(rest.strip(_MARKS)))
    return [*head, *_without_page(text, container), *others]


_QUOTED_SOON = re.compile(r"[^“‘\"']{3,20}\s[“‘\"']")


def _without_page(text: str, container: Span) -> Sequence[Span]:
    """A newspaper that is all that stands behind a quotation, and its page as one of its own."""
    found = _PAGE.search(text[: container.end], container.start)
    if found is None:
        return [container]
    return [
        container._replace(end=found.start()),
        container._replace(label=Label.PAGES, start=found.start("page")),
    ]


_CLOSED = re.compile(
    r"(?:(?P<mark>[‘“])[^‘’“”]+[’”](?=,)|[‘“][^‘’“”]+,[’”]|\"[^\"]+,\"|\"[^\"]+\"(?=,))(?P<gap>,?\s+)(?=[^\W\d_a-z])"
)


@rule(Label.TITLE, frozenset({Label.CONTAINER, Label.PLACE}), marks='‘“"')
def words_behind_quotes(parts: Parts, index: int) -> Sequence[Span] | None:
    """What stands before a container or a place, and was taken for the end of a title that a mark had closed.

    ``‘Ditches’, Proc | IEEE 13`` and ``‘Ditches’, Spade Press, | Leeds``.
    """
    title, behind = parts.spans[index : index + 2]
    found = _CLOSED.match(parts.text, title.start, title.end)
    if found is None:
        return None
    bare = title._replace(end=found.start("gap"))
    if behind.label is Label.PLACE:
        return [bare, title._replace(label=Label.PUBLISHER, start=found.end()), behind]
    return [bare, behind._replace(start=found.end())] if parts.behind(index) in (". ", " ") else None

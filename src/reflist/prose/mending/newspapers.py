"""Newspapers: the number behind one is a page, and none publishes what it prints as a book."""

import re

from reflist.grammar.periodicals import is_newspaper, is_periodical
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put


def pages_of_newspapers(text: str, spans: list[Span]) -> list[Span]:
    """The only number behind a newspaper, or behind what appeared on a day: ``The Guardian, 29.``."""
    if has(spans, Label.ISSUE, Label.PAGES) or not has(spans, Label.CONTAINER):
        return spans
    mended = list(spans)
    for index, span in enumerate(spans[1:], start=1):
        before = spans[index - 1]
        printed = text[span.start : span.end].rstrip(".")
        if (
            before.label is not Label.CONTAINER
            or span.label not in (Label.VOLUME, Label.NOTE)
            or not printed.isdecimal()
        ):
            continue
        if has(spans, Label.DAY) or is_newspaper(text[before.start : before.end]):
            mended[index] = span._replace(label=Label.PAGES, end=span.start + len(printed))
    return mended


def newspapers_for_publishers(text: str, spans: list[Span]) -> list[Span]:
    """A newspaper or journal that was taken for the publisher of what it prints."""
    if has(spans, Label.CONTAINER) or not has(spans, Label.TITLE):
        return spans
    return [
        span._replace(label=Label.CONTAINER)
        if span.label is Label.PUBLISHER and _prints(text[span.start : span.end])
        else span
        for span in spans
    ]


_LAST_SENTENCE = re.compile(r"[.?!]['’”\"]?\s+(?P<newspaper>[^\W\d_a-z][^.?!,:]{2,40})\Z")


def newspapers_behind_titles(text: str, spans: list[Span]) -> list[Span]:
    """A newspaper that was taken for the last sentence of what it prints: ``Title. The Times``."""
    if has(spans, Label.CONTAINER):
        return spans
    for index, span in enumerate(spans):
        found = _LAST_SENTENCE.search(text[: span.end], span.start) if span.label is Label.TITLE else None
        if found and (is_newspaper(found["newspaper"]) or _LAST_WORD.search(found["newspaper"])):
            parts = put(text, [span], span._replace(label=Label.CONTAINER, start=found.start("newspaper")))
            return [*spans[:index], *parts, *spans[index + 1 :]]
    return spans


_LAST_WORD = re.compile(
    r"\b(?:Herald|Times|Post|Tribune|Gazette|Chronicle|Telegraph|Courier|Observer|Zeitung|Anzeiger|Tageblatt)\.?$"
)


def _prints(printed: str) -> bool:
    return is_newspaper(printed) or is_periodical(printed) or bool(_LAST_WORD.search(printed))

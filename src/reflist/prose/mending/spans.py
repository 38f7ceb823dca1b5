"""What the rules that mend parts have in common."""

import re
from collections.abc import Sequence

from reflist.prose.labels import Label, Span

NAMES = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.SERIES_EDITOR})
"""The labels of people."""


def has(spans: Sequence[Span], *labels: Label) -> bool:
    """Whether one of the spans has one of these labels."""
    return any(span.label in labels for span in spans)


def is_first(spans: Sequence[Span], index: int) -> bool:
    """Whether nothing but names, years and places in a list stands before a span: it is at the head of the string."""
    return all(span.label in NAMES or span.label is Label.DATE for span in spans[:index])


def between(text: str, spans: Sequence[Span], index: int) -> str:
    """What stands between a span and the next one, or the end."""
    end = spans[index + 1].start if index + 1 < len(spans) else len(text)
    return text[spans[index].end : end]


def split(span: Span, found: re.Match[str], **labels: Label) -> list[Span]:
    """A span without what a match in its printed text takes off its end, and spans of these groups of the match."""
    parts = [span._replace(end=span.start + found.start())]
    parts += [
        span._replace(label=label, start=span.start + found.start(group), end=span.start + found.end(group))
        for group, label in labels.items()
        if found[group]
    ]
    return sorted(parts, key=lambda part: part.start)


def cut(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans without what of them stands between two offsets."""
    kept: list[Span] = []
    for span in spans:
        if span.end <= start or span.start >= end:
            kept.append(span)
            continue
        if span.start < start:
            kept.append(span._replace(end=start))
        if span.end > end:
            kept.append(span._replace(start=end))
    return kept


def put(spans: Sequence[Span], *new: Span) -> list[Span]:
    """The spans with new ones in the places of what stood there."""
    for span in new:
        spans = cut(spans, span.start, span.end)
    return sorted((*spans, *new), key=lambda span: span.start)

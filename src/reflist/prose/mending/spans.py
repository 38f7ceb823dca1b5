"""What the rules that mend parts have in common."""

import re
from collections.abc import Sequence

from reflist.prose.labels import Label, Span

NAMES = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.SERIES_EDITOR})
"""The labels of people."""

PARTING = " ,;:–—"
"""What parts one part from the next."""

_SAYS = re.compile(r"[^\W_]")


def has(spans: Sequence[Span], *labels: Label) -> bool:
    """Whether one of the spans has one of these labels."""
    for span in spans:  # noqa: SIM110  # a generator takes twice as long, and this is asked for each string many times
        if span.label in labels:
            return True
    return False


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


def put(text: str, spans: Sequence[Span], *new: Span) -> list[Span]:
    """The spans with new ones in the places of what stood there; of those only what says something is left."""
    for span in new:
        spans = [part for other in spans for part in _without(text, other, span.start, span.end)]
    return sorted((*spans, *new), key=lambda span: span.start)


def _without(text: str, span: Span, start: int, end: int) -> list[Span]:
    """A span without what of it stands between two offsets, nor the marks that parted it from that."""
    if span.end <= start or span.start >= end:
        return [span]
    before = text[span.start : start] if span.start < start else ""
    behind = text[end : span.end] if span.end > end else ""
    parts = [
        span._replace(end=span.start + len(before.rstrip(PARTING))),
        span._replace(start=span.end - len(behind.lstrip(PARTING))),
    ]
    return [part for part, printed in zip(parts, (before, behind), strict=True) if _SAYS.search(printed)]

"""What the rules that mend parts have in common."""

import re
from collections.abc import Sequence

from reflist.prose.labels import Label, Span
from reflist.prose.line import SURE

NAMES = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.SERIES_EDITOR})
"""The labels of people."""

PARTING = " ,;:–—"
"""What parts one part from the next."""

_SAYS = re.compile(r"[^\W_]")


def is_told_note(span: Span) -> bool:
    """Whether this is a note that was told by how it is written: the number of a catalogue is no report's."""
    return span.label is Label.NOTE and span.confidence >= SURE


def joined(first: Span, last: Span) -> Span:
    """The first span up to the end of the last; as sure as the less sure of them."""
    return first._replace(end=last.end, confidence=min(first.confidence, last.confidence))


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


_SMALL = frozenset("of the and for in on to from an a & de la".split())


def is_capitalised(printed: str) -> bool:
    """Whether every word but small ones begins with a capital or a number.

    >>> is_capitalised("History of the Land"), is_capitalised("What the law says")
    (True, False)
    """
    return all(word in _SMALL or not word[0].islower() for word in printed.split())

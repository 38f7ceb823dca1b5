"""Operations on spans that rules of mending share."""

import re
from collections.abc import Sequence

from reflist.prose.labels import Label, Span
from reflist.prose.line import SURE

NAMES = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.SERIES_EDITOR})
"""The labels of names."""

PARTING = " ,;:–—"
"""The characters that separate parts."""

_SAYS = re.compile(r"[^\W_]")


def is_fixed_note(span: Span) -> bool:
    """Whether this is a note that a rule recognised by its form; so a catalogue number is not taken for a report's."""
    return span.label is Label.NOTE and span.confidence >= SURE


def joined(first: Span, last: Span) -> Span:
    """One span from the first to the last; its confidence is the lower of the two."""
    return first._replace(end=last.end, confidence=min(first.confidence, last.confidence))


def split(span: Span, found: re.Match[str], **labels: Label) -> list[Span]:
    """A span without the end that a match in its text covers, and the spans of these groups of the match."""
    parts = [span._replace(end=span.start + found.start())]
    parts += [
        span._replace(label=label, start=span.start + found.start(group), end=span.start + found.end(group))
        for group, label in labels.items()
        if found[group]
    ]
    return sorted(parts, key=lambda part: part.start)


def put(text: str, spans: Sequence[Span], *new: Span) -> list[Span]:
    """The spans with new ones in place of what was there; leftovers are kept only if they have letters or digits."""
    for span in new:
        spans = [part for other in spans for part in _without(text, other, span.start, span.end)]
    return sorted((*spans, *new), key=lambda span: span.start)


def _without(text: str, span: Span, start: int, end: int) -> list[Span]:
    """What is left of a span without the text between two offsets and the separators next to that text."""
    if span.end <= start or span.start >= end:
        return [span]
    before = text[span.start : start] if span.start < start else ""
    after = text[end : span.end] if span.end > end else ""
    parts = [
        span._replace(end=span.start + len(before.rstrip(PARTING))),
        span._replace(start=span.end - len(after.lstrip(PARTING))),
    ]
    return [part for part, printed in zip(parts, (before, after), strict=True) if _SAYS.search(printed)]


_SMALL = frozenset("of the and for in on to from an a & de la".split())


def is_capitalised(printed: str) -> bool:
    """Whether every word, small words aside, begins with a capital or a digit.

    >>> is_capitalised("History of the Land"), is_capitalised("What the law says")
    (True, False)
    """
    return all(word in _SMALL or not word[0].islower() for word in printed.split())

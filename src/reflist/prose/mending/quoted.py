"""Titles in quotation marks that were read as one part with the text after the quotation."""

import re
from collections.abc import Sequence

from reflist.grammar.places import is_place
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import joined
from reflist.prose.quotes import QUOTES, closing_quote

_MARKS = " .,;:"
_OPENING = "".join(QUOTES)
_IN = re.compile(r"(?:[Ii]n:?|[Dd]ans)\s+")
_GOES_ON = re.compile(r"\s*(?::|[a-z](?!n\b))")
FEWEST = 8
"""The fewest characters of a title in quotation marks; a shorter quotation is a word of a title."""


@rule(having=[Label.TITLE], marks=_OPENING)
def quoted_titles(parts: Parts, _: int) -> Sequence[Span] | None:
    """A quotation at the beginning of a title is the whole title; the container follows it.

    ``“Towns,” in Proceedings of Mills`` and ``‘Assessment’, Education: Principles`` before ``Policy and Practice``.
    """
    text = parts.text
    for index, span in enumerate(parts.spans):
        if span.label is not Label.TITLE or text[span.start] not in QUOTES or text[span.start - 1] in QUOTES:
            continue
        if index and parts.labels[index - 1] is Label.TITLE and parts.after(index - 1) == " ":
            continue  # Conceptual “Stretching” Revisited
        end = closing_quote(text, span.start)
        if end is None or not span.start + FEWEST < end < span.end - 3 or _GOES_ON.match(text, end + 1, span.end):
            return None
        return _split(parts, index, end)
    return None


def _split(parts: Parts, index: int, end: int) -> Sequence[Span]:
    """The title up to the end of its quotation, and the rest as the container or the beginning of it."""
    text, spans, span = parts.text, parts.spans, parts[index]
    title = span._replace(start=span.start + 1, end=end)
    rest = text[end + 1 : span.end]
    start = end + 1 + len(rest) - len(rest.lstrip(_MARKS))
    if introduced := _IN.match(text, start):
        start = introduced.end()
    after = spans[index + 1 : index + 2]
    if (
        after
        and after[0].label is Label.CONTAINER
        and parts.after(index) == ". "
        and text[start : span.end].count(" ") > 1
    ):
        return spans  # “Monkey see?” What groups do to their members. Organization Review
    if after and after[0].label is Label.CONTAINER:
        return [*spans[:index], title, after[0]._replace(start=start), *spans[index + 2 :]]
    if parts.has(Label.CONTAINER) or start >= span.end:
        return spans
    last = start + len(text[start : span.end].rstrip(_MARKS))
    container = span._replace(label=Label.CONTAINER, start=start, end=last)
    return [*spans[:index], title, container, *spans[index + 1 :]]


@rule(
    Label.TITLE, Label.PLACE, Label.PUBLISHER, having=[frozenset({Label.DOI, Label.STATUS})], lacking=[Label.CONTAINER]
)
def periodicals_with_colons(parts: Parts, index: int) -> Sequence[Span] | None:
    """A periodical with a colon that was taken for place and publisher: ``‘Title’, Ditch Politics: Studies. doi``."""
    title, place, publisher = parts.spans[index : index + 3]
    is_quoted = parts.text[title.start - 1] in QUOTES or parts.text[title.start] in QUOTES
    if not is_quoted or is_place(parts.printed(place)) or parts.after(index + 1) != ": ":
        return None
    return [title, joined(place, publisher)._replace(label=Label.CONTAINER)]


@rule(
    Label.TITLE,
    Label.PLACE,
    Label.PUBLISHER,
    Label.CONTAINER,
    having=[Label.VOLUME, Label.PAGES],
    lacking=[Label.EDITOR],
)
def places_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """The end of an article's title, taken for an imprint: ``schools in York, | Canada: | A study. | Walls 33``."""
    title, _, publisher, container = parts.spans[index : index + 4]
    is_title = [parts.after(at) for at in (index, index + 1, index + 2)] == [", ", ": ", ". "]
    return [joined(title, publisher), container] if is_title else None

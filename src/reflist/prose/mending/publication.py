"""Places, publishers and the year behind them."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.places import is_place, is_region
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import between, has, put, split

_YEAR = re.compile(rf"[,\s(]+(?P<year>{YEAR})\)?$")
_PLACE_AND_PUBLISHER = re.compile(
    r"(?:(?<=[.,;)]\s)|(?<=^))(?P<place>[^\W\d_a-z][^.:;()]{1,40}):\s+(?P<publisher>[^\W\d_][^.:;()]{1,60})"
)
_LAST = re.compile(r"(?P<joint>[.,;]\s+)(?P<place>[^\W\d_a-z][^.,:;()\d]{2,40})\.?$")
_BEFORE = re.compile(r"(?:^|(?<=[.,;:)\]]\s))(?P<place>[^\W\d_a-z][^:;()\d]{1,40}?)\s*[,/–&]\s*$")
_NAMESAKE = re.compile(r"[a-zäöüß](?:\s?/\s?|\s?[aid]\.\s?)(?:M|Br|Ts|Rh|O|S|W|Westf)$")
_JOINED = re.compile(r"\s*[,/&–]\s*|\s+(?:and|und)\s+")
_COLON = re.compile(r"\s*:\s*")
_LONGEST = 60


def years_of_publishers(text: str, spans: list[Span]) -> list[Span]:
    """A year that was taken for the end of a publisher's name, where no other is given: ``Campus 1989``."""
    if has(spans, Label.DATE):
        return spans
    mended: list[Span] = []
    for span in spans:
        printed = text[span.start : span.end]
        found = _YEAR.search(printed) if span.label in (Label.PUBLISHER, Label.PLACE) else None
        mended += split(span, found, year=Label.DATE) if found else [span]
    return [span for span in mended if span.start < span.end]


def stops_of_places(text: str, spans: list[Span]) -> list[Span]:
    """The stop of what tells a town from its namesakes belongs to it: ``Frankfurt a.M.``."""
    return [
        span._replace(end=span.end + 1)
        if span.label is Label.PLACE
        and text[span.end : span.end + 1] == "."
        and _NAMESAKE.search(text, span.start, span.end)
        else span
        for span in spans
    ]


def places_before_publishers(text: str, spans: list[Span]) -> list[Span]:
    """A place that goes on before the one found, and ``Reinbek: Rowohlt`` where no place was found at all."""
    for span in spans:
        if span.label is Label.PLACE:
            begin = max(0, span.start - _LONGEST)
            before = text[begin : span.start]
            found = _BEFORE.search(before)
            if found and is_place(found["place"]) and not _is_taken(spans, begin + found.start("place"), span.start):
                return put(spans, span._replace(start=begin + found.start("place")))
            return spans
    if has(spans, Label.PUBLISHER):
        return spans
    for span in spans:
        if span.label in (Label.NOTE, Label.TITLE, Label.CONTAINER):
            found = _PLACE_AND_PUBLISHER.search(text[: span.end], span.start + (span.label is not Label.NOTE))
            if found and is_place(found["place"]):
                place, publisher = found.span("place"), found.span("publisher")
                return put(
                    spans,
                    span._replace(label=Label.PLACE, start=place[0], end=place[1]),
                    span._replace(label=Label.PUBLISHER, start=publisher[0], end=publisher[1]),
                )
    return spans


def _is_taken(spans: list[Span], start: int, end: int) -> bool:
    """Whether more than the end of a title or of another name of the publication stands there."""
    free = (Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.NOTE, Label.SERIES)
    over = [span for span in spans if span.start < end and start < span.end]
    return any(span.label not in free for span in over)


def places_at_the_end(text: str, spans: list[Span]) -> list[Span]:
    """The place that was taken for a publisher, or for the end of what stands before it, where no place was found."""
    has_place = has(spans, Label.PLACE)
    befores = (None, *spans)
    mended = [
        span._replace(label=Label.PLACE) if _is_no_publisher(text, before, span, has_place) else span
        for before, span in zip(befores, spans, strict=False)
    ]
    if has(mended, Label.PLACE):
        return mended
    for span in reversed(mended):
        if span.label in (Label.TITLE, Label.CONTAINER) and (found := _last_place(text, mended, span)):
            return put(mended, span._replace(label=Label.PLACE, start=found[0], end=found[1]))
    return mended


def _is_no_publisher(text: str, before: Span | None, span: Span, has_place: bool) -> bool:
    """Whether what was taken for a publisher is the place, or what is printed behind it: ``Colchester, England``."""
    if span.label is not Label.PUBLISHER:
        return False
    printed = text[span.start : span.end]
    if before and before.label is Label.PLACE and _JOINED.fullmatch(text, before.end, span.start):
        return is_place(printed) or is_region(printed)
    return not has_place and is_place(printed)


def _last_place(text: str, spans: list[Span], span: Span) -> tuple[int, int] | None:
    """Where a place stands at the end of a title or container: behind its sentence, or a comma in an edited book."""
    found = _LAST.search(text[: span.end], span.start + 1)
    if not found or not is_place(found["place"]):
        return None
    if span.label is Label.CONTAINER:
        is_publication = has(spans, Label.EDITOR)
    else:
        is_publication = not has(spans, Label.CONTAINER) and (
            found["joint"][0] == "." or not has(spans, Label.PUBLISHER)
        )
    return found.span("place") if is_publication and not has(spans, Label.VOLUME, Label.ISSUE) else None


def together(text: str, spans: list[Span]) -> list[Span]:
    """Places, and publishers, that stand side by side are printed as one: ``Department of Sociology, University``."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        if (
            last is not None
            and span.label in (Label.PLACE, Label.PUBLISHER)
            and last.label is span.label
            and _JOINED.fullmatch(text, last.end, span.start)
        ):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        else:
            mended.append(span)
    return mended


def publishers_behind_places(text: str, spans: list[Span]) -> list[Span]:
    """What stands behind a place and a colon, and was left out, is the publisher: ``Wiesbaden: VS 2005``."""
    if has(spans, Label.PUBLISHER):
        return spans
    for index, span in enumerate(spans):
        gap = between(text, spans, index) if span.label is Label.PLACE else ""
        colon = _COLON.match(gap)
        words = gap[colon.end() :].rstrip(" ,.;:(") if colon else ""
        if colon and words and words[0].isalpha() and len(words) <= _LONGEST:
            start = span.end + colon.end()
            return put(spans, span._replace(label=Label.PUBLISHER, start=start, end=start + len(words)))
    return spans

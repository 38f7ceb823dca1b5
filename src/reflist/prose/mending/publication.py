"""Places, publishers and the year behind them."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.places import is_abbreviated_region, is_place, is_region
from reflist.grammar.publishers import is_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import between, has, put, split

_YEAR = re.compile(rf"[,\s(]+(?P<year>{YEAR})\)?$")
_PLACE_AND_PUBLISHER = re.compile(
    r"(?:(?<=[.,;)]\s)|(?<=^))(?P<place>[^\W\d_a-z][^.:;()]{1,40}):\s+(?P<publisher>[^\W\d_][^.:;()]{0,60}[^.:;()\s])"
)
_LAST = re.compile(r"(?P<joint>[.,;]\s+)(?P<place>[^\W\d_a-z][^.,:;()\d]{2,40})\.?$")
_IMPRINT_ON = re.compile(r"\.?\s*:")
_NAMESAKE = re.compile(r"[a-zäöüß](?:\s?/\s?|\s?[aid]\.\s?)(?:M|Br|Ts|Rh|O|S|W|Westf)$")
_PARTS = re.compile(r"[.,;:)\]]\s+(?=[^\W\d_a-z])")
_JOINT = re.compile(r"\s*[,/–&;]\s*\Z")
_JOINTS = frozenset(",/–&;")
_JOINED = re.compile(r"\s*[,;/&–]\s*|\s+(?:and|und)\s+")
_PLACE_LAST = re.compile(r":\s+(?P<place>[^:]{2,40})\Z")
_COLON = re.compile(r"\s*:\s*")
_SPACE = re.compile(r"\s+")
_LONGEST = 60


def publisher_first(text: str, spans: list[Span]) -> list[Span]:
    """``Cambridge UP: Cambridge``: the publisher before its place."""
    places = [span for span in spans if span.label is Label.PLACE]
    publishers = [span for span in spans if span.label is Label.PUBLISHER]
    if len(publishers) == 1 and not places:
        found = _PLACE_LAST.search(text, publishers[0].start, publishers[0].end)
        if found and is_place(found["place"]):
            return put(text, spans, publishers[0]._replace(label=Label.PLACE, start=found.start("place")))
        return spans
    if len(places) != 1 or len(publishers) != 1:
        return spans
    place, publisher = (text[span.start : span.end] for span in (places[0], publishers[0]))
    if is_place(place) or not is_publisher(place) or not is_place(publisher):
        return spans
    changed = {Label.PLACE: Label.PUBLISHER, Label.PUBLISHER: Label.PLACE}
    return [span._replace(label=changed.get(span.label, span.label)) for span in spans]


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


def places_before_colons(text: str, spans: list[Span]) -> list[Span]:
    """What a colon parts from the publisher is the place, and no other one: ``North Hollywood: Contact Books``."""
    if has(spans, Label.PLACE):
        return spans
    for index, (place, publisher) in enumerate(pairwise(spans)):
        if place.label is publisher.label is Label.PUBLISHER and _COLON.fullmatch(text, place.end, publisher.start):
            return [*spans[:index], place._replace(label=Label.PLACE), *spans[index + 1 :]]
    return spans


_PLACE_AND_YEAR = re.compile(rf"[,.]\s+(?P<place>[^\W\d_a-z][^:\d]{{2,40}}?),?\s+(?P<year>{YEAR})\Z")


def places_and_years(text: str, spans: list[Span]) -> list[Span]:
    """Place and year that were taken for the end of a book's title: ``Bilanz der Wahl 2005, Wiesbaden 2006``."""
    if has(spans, Label.PLACE):
        return spans
    mended: list[Span] = []
    for span in spans:
        is_title = span.label in (Label.TITLE, Label.CONTAINER)
        found = _PLACE_AND_YEAR.search(text[: span.end], span.start) if is_title else None
        if found and is_place(found["place"]):
            year = () if has(spans, Label.DATE) else (span._replace(label=Label.DATE, start=found.start("year")),)
            place = span._replace(label=Label.PLACE, start=found.start("place"), end=found.end("place"))
            mended += span._replace(end=found.start()), place, *year
        else:
            mended.append(span)
    return mended


def stops_of_places(text: str, spans: list[Span]) -> list[Span]:
    """The stop of what tells a town from its namesakes belongs to it: ``Frankfurt a.M.``."""
    return [
        span._replace(end=span.end + 1)
        if span.label is Label.PLACE
        and text[span.end : span.end + 1] == "."
        and (_NAMESAKE.search(text, span.start, span.end) or is_abbreviated_region(text[span.start : span.end + 1]))
        else span
        for span in spans
    ]


def places_before_publishers(text: str, spans: list[Span]) -> list[Span]:
    """A place that goes on before the one found, and ``Reinbek: Rowohlt`` where no place was found at all."""
    if place := next((span for span in spans if span.label is Label.PLACE), None):
        start = _place_before(text, place.start)
        is_free = start is not None and not _is_taken(spans, start, place.start)
        return put(text, spans, place._replace(start=start)) if start is not None and is_free else spans
    if has(spans, Label.PUBLISHER):
        return spans
    for span in spans:
        if span.label in (Label.NOTE, Label.TITLE, Label.CONTAINER) and ":" in text[span.start : span.end]:
            found = _PLACE_AND_PUBLISHER.search(text[: span.end], span.start + (span.label is not Label.NOTE))
            if found and is_place(found["place"]):
                begin, publisher = found.span("place"), found.span("publisher")
                return put(
                    text,
                    spans,
                    span._replace(label=Label.PLACE, start=begin[0], end=begin[1]),
                    span._replace(label=Label.PUBLISHER, start=publisher[0], end=publisher[1]),
                )
    return spans


def _place_before(text: str, end: int) -> int | None:
    """Where a place begins that only a comma, a slash or the like parts from another one."""
    begin = max(0, end - _LONGEST)
    if text[begin:end].rstrip()[-1:] not in _JOINTS or not _JOINT.search(text[:end], begin):
        return None
    starts = [found.end() for found in _PARTS.finditer(text[:end], begin)]
    return next((start for start in starts if is_place(text[start:end].rstrip(" ,/–&;"))), None)


def _is_taken(spans: list[Span], start: int, end: int) -> bool:
    """Whether more than the end of a title or of another name of the publication stands there."""
    free = (Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.NOTE, Label.SERIES)
    over = [span for span in spans if span.start < end and start < span.end]
    return any(span.label not in free for span in over)


def places_at_the_end(text: str, spans: list[Span]) -> list[Span]:
    """The place that was taken for a publisher, or for the end of what stands before it, where no place was found."""
    mended = _without_places(text, spans) if has(spans, Label.PUBLISHER) else spans
    if has(mended, Label.PLACE, Label.VOLUME, Label.ISSUE):
        return mended
    for span in reversed(mended):
        if span.label in (Label.TITLE, Label.CONTAINER) and (found := _last_place(text, mended, span)):
            return put(text, mended, span._replace(label=Label.PLACE, start=found[0], end=found[1]))
    return mended


_LAST_PLACE = re.compile(r",\s+(?P<place>[^\W\d_a-z][^,:;()\d]{2,40})\Z")


def places_of_publishers(text: str, spans: list[Span]) -> list[Span]:
    """The place that was taken for the end of its publisher's name: ``University of Southern Denmark, Odense``.

    And the town of which only the state was seen to be a place: ``Perkin-Elmer Corporation, Eden Prairie, Minnesota``.
    """
    mended: list[Span] = []
    for index, span in enumerate(spans):
        found = _LAST_PLACE.search(text, span.start, span.end) if span.label is Label.PUBLISHER else None
        after = spans[index + 1] if index + 1 < len(spans) else None
        if found and not has(spans, Label.PLACE) and is_place(found["place"]):
            mended += span._replace(end=found.start()), span._replace(label=Label.PLACE, start=found.start("place"))
        elif found and after and _is_state(text, span, after) and not _is_body(found["place"]):
            mended.append(span._replace(end=found.start()))
            spans[index + 1] = after._replace(start=found.start("place"))
        else:
            mended.append(span)
    return mended


def _is_state(text: str, publisher: Span, place: Span) -> bool:
    is_behind = place.label is Label.PLACE and text[publisher.end : place.start] == ", "
    return is_behind and is_region(text[place.start : place.end]) and text[place.end : place.end + 1] != ":"


def _is_body(printed: str) -> bool:
    return is_publisher(printed) or any(map(is_institution_word, printed.split()))


def _without_places(text: str, spans: list[Span]) -> list[Span]:
    """The spans, each publisher that is a place labelled so."""
    has_place = has(spans, Label.PLACE)
    return [
        span._replace(label=Label.PLACE) if _is_no_publisher(text, before, span, has_place) else span
        for before, span in zip((None, *spans), spans, strict=False)
    ]


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
    if has(spans, Label.CONTAINER) and (span.label is Label.TITLE or not has(spans, Label.EDITOR)):
        return None
    found = _LAST.search(text[: span.end], span.start + 1)
    if not found or not is_place(found["place"]):
        return None
    is_set_off = span.label is Label.CONTAINER or found["joint"][0] == "." or not has(spans, Label.PUBLISHER)
    return found.span("place") if is_set_off or _IMPRINT_ON.match(text, span.end) else None


def together(text: str, spans: list[Span]) -> list[Span]:
    """Places, and publishers, that stand side by side are printed as one: ``Department of Sociology, University``."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        if (
            last is not None
            and span.label in (Label.PLACE, Label.PUBLISHER)
            and last.label is span.label
            and (_JOINED.fullmatch(text, last.end, span.start) or _is_abbreviated(text, last, span))
        ):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        else:
            mended.append(span)
    return mended


_OF_A_STATE = re.compile(r"\b(?:U\.\s?[SK]|E\.U|U\.N)\Z")


def bodies_of_states(text: str, spans: list[Span]) -> list[Span]:
    """A body whose first word reads as the end of a sentence: ``U.S. Department of Labor``."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        is_rest = last is not None and last.label is Label.PUBLISHER and span.label in (Label.NOTE, Label.PUBLISHER)
        if (
            last
            and is_rest
            and text[last.end : span.start] == ". "
            and _OF_A_STATE.search(text[: last.end], last.start)
        ):
            mended[-1] = last._replace(end=span.end)
        else:
            mended.append(span)
    return mended


_NEAR = re.compile(r"\s(?:b|a|i|v\.d|a\.d)\Z")


def _is_abbreviated(text: str, last: Span, span: Span) -> bool:
    """Whether only the stop of an abbreviation parts a name: ``Westdt. Verlag``, ``Reinbek b. Hamburg``."""
    if span.label is Label.PLACE:
        return text[last.end : span.start] == ". " and bool(_NEAR.search(text, last.start, last.end))
    is_word = text[span.start : span.end].isalpha() and is_publisher(text[span.start : span.end])
    return span.label is Label.PUBLISHER and is_word and text[last.end : span.start] == ". "


def publishers_of_places(text: str, spans: list[Span]) -> list[Span]:
    """A known publisher without a mark before it, taken for the end of a place: ``Frankfurt; New York Campus``."""
    if has(spans, Label.PUBLISHER):
        return spans
    for index, span in enumerate(spans):
        if span.label is not Label.PLACE or is_place(text[span.start : span.end]):
            continue
        for gap in _SPACE.finditer(text, span.start, span.end):
            if is_place(text[span.start : gap.start()]) and is_publisher(text[gap.end() : span.end]):
                publisher = span._replace(label=Label.PUBLISHER, start=gap.end())
                return [*spans[:index], span._replace(end=gap.start()), publisher, *spans[index + 1 :]]
    return spans


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
            return put(text, spans, span._replace(label=Label.PUBLISHER, start=start, end=start + len(words)))
    return spans


_IMPRINT = re.compile(r"(?P<place>[^:]{2,40}):\s+(?P<publisher>[^\W\d_].*)", re.DOTALL)


def parted_imprints(text: str, spans: list[Span]) -> list[Span]:
    """Place and publisher that were taken for what contains a work: ``Paris: OECD Publishing``."""
    if has(spans, Label.PLACE, Label.PUBLISHER) or not has(spans, Label.TITLE):
        return spans
    for index, span in enumerate(spans):
        found = _IMPRINT.fullmatch(text[span.start : span.end]) if span.label is Label.CONTAINER else None
        if found and is_place(found["place"]):
            return [
                *spans[:index],
                *split(span, found, place=Label.PLACE, publisher=Label.PUBLISHER)[1:],
                *spans[index + 1 :],
            ]
    return spans

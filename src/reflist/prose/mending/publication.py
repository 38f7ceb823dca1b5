"""Places, publishers and the year after them."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.places import is_abbreviated_region, is_place, is_region
from reflist.grammar.publishers import is_listed_publisher, is_publisher
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import joined, put, split

_UNDATED_LAST = re.compile(r"[,;]\s\(?(?:n\.\s?d|o\.\s?J|s\.\s?[ad])\.?\)?\Z")
_YEAR_LAST = re.compile(rf"[,\s(]+(?P<year>{YEAR})\)?$")
_LAST = re.compile(r"(?P<joint>[.,;]\s+)(?P<place>[^\W\d_a-z][^.,:;()\d]{2,40})[.:]?$")
_IMPRINT_ON = re.compile(r"\.?\s*:")
_NAMESAKE = re.compile(r"[a-zäöüß](?:\s?/\s?|\s?[aid]\.\s?)(?:M|Br|Ts|Rh|O|S|W|Westf)$")
_JOINED = re.compile(r"\s*[,;/&–]\s*|\s+(?:and|und)\s+")
_PLACE_LAST = re.compile(r":\s+(?P<place>[^:]{2,40})\Z")
_LONGEST = 60
_IMPRINT = frozenset({Label.PUBLISHER, Label.PLACE})


@rule(having=[Label.PUBLISHER])
def publisher_first(parts: Parts, _: int) -> Sequence[Span] | None:
    """A publisher before its place: ``Cambridge UP: Cambridge``."""
    if parts.labels.count(Label.PUBLISHER) > 1 or parts.labels.count(Label.PLACE) > 1:
        return None
    places = [span for span in parts.spans if span.label is Label.PLACE]
    publishers = [span for span in parts.spans if span.label is Label.PUBLISHER]
    if not places:
        found = _PLACE_LAST.search(parts.text, publishers[0].start, publishers[0].end)
        if not found or not is_place(found["place"]):
            return None
        return put(parts.text, parts.spans, publishers[0]._replace(label=Label.PLACE, start=found.start("place")))
    place, publisher = parts.printed(places[0]), parts.printed(publishers[0])
    if is_place(place) or not is_place(publisher) or (is_publisher(publisher) and not is_publisher(place)):
        return None
    changed = {Label.PLACE: Label.PUBLISHER, Label.PUBLISHER: Label.PLACE}
    return [span._replace(label=changed.get(span.label, span.label)) for span in parts.spans]


@rule(_IMPRINT, lacking=[Label.DATE])
def years_of_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A year, or words for "no date", at the end of a publisher's name, if no other year is given: ``Campus 1989``."""
    span = parts[index]
    if undated := _UNDATED_LAST.search(parts.printed(span)):
        return [span._replace(end=span.start + undated.start())]
    found = _YEAR_LAST.search(parts.printed(span))
    return [part for part in split(span, found, year=Label.DATE) if part.start < part.end] if found else None


_PLACE_AND_YEAR = re.compile(rf"[,.]\s+(?P<place>[^\W\d_a-z][^:\d]{{2,40}}?),?\s+(?P<year>{YEAR})\Z")
_TITLED = frozenset({Label.TITLE, Label.CONTAINER})


@rule(_TITLED, lacking=[Label.PLACE])
def places_and_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """Place and year that were taken for the end of a book's title: ``Bilanz der Wahl 2005, Wiesbaden 2006``."""
    span = parts[index]
    if not parts.text[span.end - 1].isdigit():
        return None
    found = _PLACE_AND_YEAR.search(parts.text[: span.end], span.start)
    if not found or not is_place(found["place"]):
        return None
    year = () if parts.has(Label.DATE) else (span._replace(label=Label.DATE, start=found.start("year")),)
    place = span._replace(label=Label.PLACE, start=found.start("place"), end=found.end("place"))
    return [span._replace(end=found.start()), place, *year]


@rule(Label.PLACE)
def stops_of_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """The full stop of the abbreviation that distinguishes a town from its namesakes, or the bracket after it.

    ``Frankfurt a.M.``; ``Englewood Cliffs (N.J.)``.
    """
    span, text = parts[index], parts.text
    printed = parts.printed(span)
    if text[span.end : span.end + 1] == ")" and printed.count("(") > printed.count(")"):
        return [span._replace(end=span.end + 1)]
    is_own = text[span.end : span.end + 1] == "." and (
        _NAMESAKE.search(text, span.start, span.end) or is_abbreviated_region(f"{printed}.")
    )
    return [span._replace(end=span.end + 1)] if is_own else None


@rule(Label.PUBLISHER)
def publishers_that_are_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """A place that was taken for a publisher, and the region next to a place: ``Colchester, England``."""
    printed = parts.printed(parts[index])
    is_before_place = parts.labels[index + 1 : index + 2] == (Label.PLACE,) and _JOINED.fullmatch(parts.after(index))
    if index and parts.labels[index - 1] is Label.PLACE and _JOINED.fullmatch(parts.after(index - 1)):
        is_place_name = is_place(printed) or is_region(printed)
    else:
        is_place_name = (is_before_place or not parts.has(Label.PLACE)) and is_place(printed)
    return [parts[index]._replace(label=Label.PLACE)] if is_place_name else None


@rule(having=[_TITLED], lacking=[Label.PLACE, Label.VOLUME, Label.ISSUE])
def places_at_the_end(parts: Parts, _: int) -> Sequence[Span] | None:
    """The place that was taken for the end of the part before it, if no other place was found: ``Ditches. Leeds``."""
    for span in reversed(parts.spans):
        if span.label in _TITLED and (found := _last_place(parts, span)):
            return put(parts.text, parts.spans, span._replace(label=Label.PLACE, start=found[0], end=found[1]))
    return None


def _last_place(parts: Parts, span: Span) -> tuple[int, int] | None:
    """Where a place stands at the end of a title or container, set off from it or before an imprint; else None."""
    if parts.has(Label.CONTAINER) and (span.label is Label.TITLE or not parts.has(Label.EDITOR)):
        return None
    found = _LAST.search(parts.text[: span.end], max(span.start + 1, span.end - _LONGEST))
    if not found or not is_place(found["place"]):
        return None
    is_set_off = span.label is Label.CONTAINER or found["joint"][0] == "." or not parts.has(Label.PUBLISHER)
    is_before = _is_before_publisher(parts, span)
    return found.span("place") if is_set_off or is_before or _IMPRINT_ON.match(parts.text, span.end) else None


def _is_before_publisher(parts: Parts, span: Span) -> bool:
    """Whether a known publisher follows a part and a comma: ``I giovani, Cuneo, | L'Arciere``."""
    index = parts.spans.index(span)
    if parts.labels[index + 1 : index + 2] != (Label.PUBLISHER,) or parts.after(index) != ", ":
        return False
    return is_listed_publisher(parts.printed(parts[index + 1]))


_TITLE_AND_TOWN = re.compile(r"(?P<title>.*[^\W\d_]{2}[?!]?)(?:\.|(?<=[?!]))\s(?P<place>[^.:;]{3,40})\Z", re.DOTALL)


@rule(Label.PLACE, having=[Label.AUTHOR, Label.PUBLISHER], lacking=[Label.TITLE, Label.CONTAINER], marks=".?!")
def titles_of_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """The title that was taken for the beginning of its place: ``Diminished democracy. Norman (OK)``."""
    span = parts[index]
    found = _TITLE_AND_TOWN.fullmatch(parts.printed(span))
    if not found or " " not in found["title"]:
        return None
    start = span.start + found.start("place")
    return [span._replace(label=Label.TITLE, end=span.start + found.end("title")), span._replace(start=start)]


_SERIES_LAST = re.compile(r"(?P<publisher>[^()]{3,60})\s\((?P<series>[^\W\d_a-z][\w’'&-]*(?:\s[\w’'&-]+){1,7})\)?\.?\Z")


@rule(Label.PUBLISHER, lacking=[Label.SERIES], marks="(")
def series_of_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The series in brackets that was taken for the end of its publisher's name: ``Gallimard (NRF Essais)``."""
    span = parts[index]
    found = _SERIES_LAST.fullmatch(parts.printed(span))
    if not found or not is_listed_publisher(found["publisher"]) or is_place(found["series"]):
        return None
    return split(span, found, publisher=Label.PUBLISHER, series=Label.SERIES)[1:]


_TWO_NAMES = re.compile(r"(?P<first>[^,;:()]{2,40}),\s+(?P<last>[^\W\d_a-z][^,;:()]{1,60})\Z")


@rule(Label.PLACE, lacking=[Label.PUBLISHER], marks=",")
def publishers_of_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """The publisher beside a comma that was taken for a part of its place.

    ``Porto, Edições Afrontamento``; if it comes first, only a listed one: ``Nemira, Bucureşti``.
    """
    span = parts[index]
    found = _TWO_NAMES.fullmatch(parts.printed(span))
    if not found:
        return None
    first, last = found["first"], found["last"]
    is_known = is_listed_publisher(last) if parts.has(Label.CONTAINER) else is_publisher(last)
    if is_known and is_place(first) and not is_place(last):
        labels = Label.PLACE, Label.PUBLISHER
    elif is_place(last) and not is_place(first) and is_listed_publisher(first):
        labels = Label.PUBLISHER, Label.PLACE
    else:
        return None
    ends, begins = span.start + found.end("first"), span.start + found.start("last")
    return [span._replace(end=ends, label=labels[0]), span._replace(start=begins, label=labels[1])]


@rule(Label.PUBLISHER, lacking=[Label.PLACE], marks=",")
def towns_of_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The place that was taken for the beginning of its publisher's name: ``Brasília, Editora da UnB``."""
    span = parts[index]
    found = _TWO_NAMES.fullmatch(parts.printed(span))
    if not found or not is_place(found["first"]) or is_place(found["last"]) or not is_publisher(found["last"]):
        return None
    return [
        span._replace(end=span.start + found.end("first"), label=Label.PLACE),
        span._replace(start=span.start + found.start("last")),
    ]


_TOWN_LAST = re.compile(r"(?:,|\s[–-])\s+(?P<place>[^\W\d_a-z][^,:;()\d]{1,40})\Z")


@rule(Label.PUBLISHER, lacking=[Label.PLACE], marks=",–-")
def places_of_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The place that was taken for the end of its publisher's name: ``University of Southern Denmark, Odense``.

    Or after a dash: ``Clarendon Press – Oxford``.
    """
    span = parts[index]
    found = _TOWN_LAST.search(parts.text, span.start, span.end)
    if not found or not is_place(found["place"]):
        return None
    return [span._replace(end=found.start()), span._replace(label=Label.PLACE, start=found.start("place"))]


@rule(Label.PUBLISHER, Label.PLACE, marks=",")
def towns_of_states(parts: Parts, index: int) -> Sequence[Span] | None:
    """The town, if only its state was recognised as a place: ``Perkin-Elmer Corp., Eden Prairie, | Minnesota``."""
    text = parts.text
    publisher, state = parts.spans[index : index + 2]
    found = _TOWN_LAST.search(text, publisher.start, publisher.end) if parts.after(index) == ", " else None
    if not found or text[state.end : state.end + 1] == ":" or not is_region(parts.printed(state)):
        return None
    if is_publisher(found["place"]) or any(map(is_institution_word, found["place"].split())):
        return None
    return [publisher._replace(end=found.start()), state._replace(start=found.start("place"))]


_REGION_FIRST = re.compile(r"(?P<region>[A-Z]{2})\.?\s+(?=[A-Z])")


@rule(Label.PLACE, Label.PUBLISHER, marks=",")
def regions_of_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """The region that was taken for the beginning of a publisher, without its colon: ``Ditchton, | MA Moat Press``."""
    place, publisher = parts.spans[index : index + 2]
    found = _REGION_FIRST.match(parts.text, publisher.start, publisher.end)
    if not found or parts.after(index) != ", " or not is_region(found["region"]):
        return None
    return [place._replace(end=found.end("region")), publisher._replace(start=found.end())]


_IMPRINT_AFTER = re.compile(
    r",\s(?:(?P<place>[^\W\d_a-z][^.,:;()\d]{1,40}),\s)?(?P<publisher>[^\W\d_][^.,:;()\d]{1,40}?)"
    r"(?:,\s(?P<last>[^\W\d_a-z][^.,:;()\d]{1,40}))?\Z"
)


@rule(Label.TITLE, having=[Label.AUTHOR], lacking=[Label.PUBLISHER, Label.CONTAINER], marks=",")
def imprints_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A publisher after a comma, taken for the end of the title, with the place before or after it.

    ``La sociedad dividida, Biblioteca Nueva, | Madrid``; ``De dramademocratie, Tielt, Lannoo, | 2002``. Only known
    publishers, and only next to a place.
    """
    title, printed = parts[index], parts.printed(parts[index])
    found = _IMPRINT_AFTER.search(printed, max(1, len(printed) - 2 * _LONGEST))
    while found:
        place, last = found["place"] or "", found["last"] or ""
        is_placed = bool(place or last) and not parts.has(Label.PLACE)
        is_before_place = not (place or last) and parts.labels[index + 1 : index + 2] == (Label.PLACE,)
        if (
            is_listed_publisher(found["publisher"])
            and all(is_place(town) for town in (place, last) if town)
            and (is_before_place or (is_placed and not (place and last)))
        ):
            labels = {"place": Label.PLACE, "publisher": Label.PUBLISHER, "last": Label.PLACE}
            return split(title, found, **{group: label for group, label in labels.items() if found[group]})
        found = _IMPRINT_AFTER.search(printed, found.start() + 1)
    return None


_NEAR = re.compile(r"\s(?:b|a|i|v\.d|a\.d)\Z")


@rule(Label.PLACE, Label.PLACE)
def places_together(parts: Parts, index: int) -> Sequence[Span] | None:
    """Places side by side, which are printed as one: ``Leeds, | London``, ``Reinbek b. | Hamburg``."""
    one, other = parts.spans[index : index + 2]
    gap = parts.after(index)
    is_near = gap == ". " and _NEAR.search(parts.text, one.start, one.end)
    is_listed = gap == " " and parts.text[one.end - 1] in ",-–"
    return [joined(one, other)] if is_near or is_listed or _JOINED.fullmatch(gap) else None


_TOWN_OF_NEXT = re.compile(r"\s?/\s?(?P<place>[^\W\d_a-z][^/:;()\d]{1,40})\Z")
_OF_A_STATE = re.compile(r"\b(?:U\.\s?[SK]|E\.U|U\.N)\Z")


_FORMS = frozenset("LLC LLP Inc Ltd GmbH AG".split())


@rule(Label.PUBLISHER, frozenset({Label.PUBLISHER, Label.NOTE, Label.VOLUME}))
def publishers_together(parts: Parts, index: int) -> Sequence[Span] | None:
    """Publishers side by side, which are printed as one: ``Department of Sociology, | University of Oslo``.

    Also if only the full stop of an abbreviation separates them, ``Westdt. | Verlag``, ``U.S. | Department of Labor``;
    and a known publisher whose last word was taken for a number, ``Siglo | XXI``, ``Stata | LLC``. But a place after a
    slash belongs to the other publisher: ``Sydney: Allen & Unwin/Berkeley: | University of California Press``.
    """
    one, other = parts.spans[index : index + 2]
    gap, printed = parts.after(index), parts.printed(other)
    if gap == ": " and (town := _TOWN_OF_NEXT.search(parts.text, one.start, one.end)) and is_place(town["place"]):
        return [one._replace(end=town.start()), one._replace(label=Label.PLACE, start=town.start("place")), other]
    if other.label is Label.VOLUME:
        is_known = gap == " " and (printed in _FORMS or is_publisher(parts.text[one.start : other.end]))
        return [joined(one, other)] if is_known else None
    is_rest = gap == ". " and _OF_A_STATE.search(parts.text[: one.end], one.start)
    is_word = gap == ". " and printed.isalpha() and is_publisher(printed)
    is_beside = other.label is Label.PUBLISHER and (is_word or _JOINED.fullmatch(gap))
    return [joined(one, other)] if is_rest or is_beside else None


def _names_body(printed: str) -> bool:
    return any(map(is_institution_word, printed.split()))


_NAMED_FOR = late(r"\b(?P<name>[^\W\d_a-z][\w’'-]+)\s(?:Review|Report|Inquiry|Enquiry|Commission|Committee)\Z")


@rule(
    frozenset({Label.CONTAINER, Label.PUBLISHER}),
    having=[Label.AUTHOR, Label.TITLE],
    lacking=[Label.VOLUME, Label.ISSUE, Label.PAGES],
    words="review report inquiry enquiry commission committee",
)
def reviews_named_for_authors(parts: Parts, index: int) -> Sequence[Span] | None:
    """A body named after the author is the publisher and not a container: ``Weir, A. Ditches. The Weir Review``."""
    span = parts[index]
    found = _NAMED_FOR.search(parts.text[: span.end], span.start)
    authors = (parts.printed(other) for other in parts.spans if other.label is Label.AUTHOR)
    is_body = found and any(found["name"] in printed for printed in authors)
    return [span._replace(label=Label.PUBLISHER)] if is_body else None


_PLACE_AND_REST = re.compile(r"(?P<place>[^:]{2,40}):\s+(?P<publisher>[^\W\d_].*)", re.DOTALL)


_IMPRINT_LAST = re.compile(
    r"(?<=[^\W\d_A-Z]{2})\.\s(?P<place>[^\W\d_a-z][^.:]{2,40}):\s(?P<publisher>[^\W\d_a-z][^.:,]{2,80})\Z"
)


@rule(_TITLED, having=[Label.TITLE], lacking=[Label.PLACE, Label.PUBLISHER], marks=":")
def split_imprints(parts: Parts, index: int) -> Sequence[Span] | None:
    """Place and publisher that were taken for the container or the end of the title: ``Paris: OECD Publishing``."""
    printed = parts.printed(parts[index])
    if parts.labels[index] is Label.TITLE:
        last = _IMPRINT_LAST.search(printed)
        names_publisher = last and (is_publisher(last["publisher"]) or _names_body(last["publisher"]))
        is_imprint = last and names_publisher and is_place(last["place"])
        return split(parts[index], last, place=Label.PLACE, publisher=Label.PUBLISHER) if last and is_imprint else None
    found = _PLACE_AND_REST.fullmatch(printed)
    if not found or not is_place(found["place"]):
        return None
    return split(parts[index], found, place=Label.PLACE, publisher=Label.PUBLISHER)[1:]

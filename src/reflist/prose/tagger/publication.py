"""Place and publisher: ``London: Sage``, ``London, DOH``, ``(Oxford: Blackwell)``, ``Strategy Unit, London``, ``Sage.``"""

import re

from reflist.grammar.dates import read_day
from reflist.grammar.designations import read_designation
from reflist.grammar.institutions import is_acronym, looks_like_institution
from reflist.grammar.names import UPPER
from reflist.grammar.wordlists import folded, words
from reflist.prose.labels import Label
from reflist.prose.line import Line

_PLACE_WORD = rf"[{UPPER}][\w’'.\-]*"
_PLACE_WORDS = rf"{_PLACE_WORD}(?:[ \-](?:upon|on|am|an|der|de|do|la|del|a\.|{_PLACE_WORD})){{0,4}}"
_PLACE = rf"{_PLACE_WORDS}(?:,\s*{_PLACE_WORDS}){{0,2}}(?:\s*[/;&]\s*{_PLACE_WORDS}|,?\s+(?:and|und|et)\s+{_PLACE_WORDS}|\s*[–-]\s*{_PLACE_WORDS}){{0,3}}"
_PLACE_AT_END = re.compile(rf"(?P<mark>^|[,.;:?!)(\]\[\0*’”\"]\s*|\s)(?P<place>{_PLACE})\s*$")
_COLON = re.compile(r"\s?:\s*(?=[^\s\0])")
_PUBLISHER_END = re.compile(r"[)\]\0]|$|[.;]\s+(?=[A-Z(‘“\[])|,\s+(?=(?:pp?\b|S\.|\d))")
_PUBLISHER_WORD = re.compile(
    r"\b(?:Press|Publish(?:ers?|ing|ed)|Publications?|Verlag|Books|Éditions?|Editions|Editorial|Ediciones|Edizioni|Presses|Printing|Printer|University|Universität|Université|Universitaires|Univ)\b"
)
_LONGEST_PUBLISHER = 120


def find_publication(line: Line) -> None:
    """Place and publisher, in the first of the forms that fits."""
    for form in (_find_place_colon_publisher, _find_place_in_commas, _find_publisher_alone):
        if form(line):
            return


def is_place(printed: str) -> bool:
    """Whether every part of a printed place is a known city, state or country.

    >>> [is_place(name) for name in ("London", "Cambridge, MA", "New York/Berlin", "Governance Basingstoke", "Governance")]
    [True, True, True, False, False]
    """
    parts = re.split(r"\s*[,/;&]\s*|,?\s+(?:and|und|et)\s+|\s*[–]\s*", printed.strip(" ,;:"))
    first, *others = (part.strip() for part in parts)
    places, regions = folded("places"), words("regions")
    return _bare(first) in places and all(
        _bare(other) in places or other in regions or other.rstrip(".") in regions for other in others
    )


def is_publisher(printed: str) -> bool:
    """Whether a printed name is a known publisher's, or says that it is one."""
    bare = printed.strip(" .,;:")
    without_article = bare.removeprefix("The ").removeprefix("the ")
    return bare in words("publishers") or without_article in words("publishers") or bool(_PUBLISHER_WORD.search(bare))


def _bare(place: str) -> str:
    return place.strip(" .,;:()[]").casefold()


def _find_place_colon_publisher(line: Line) -> bool:
    for colon in reversed(list(_COLON.finditer(line.open, line.body))):
        end = _PUBLISHER_END.search(line.open, colon.end())
        last = end.start() if end else len(line.open)
        publisher = line.open[colon.end() : last]
        place = _place_before(line, colon.start(), publisher)
        if (
            place is None
            or not 1 < len(publisher.strip(" .")) <= _LONGEST_PUBLISHER
            or not publisher.strip()[0].isalnum()
        ):
            continue
        line.claim(place, colon.start(), Label.PLACE)
        line.claim(colon.start(), colon.end(), Label.SEPARATOR)
        line.claim(colon.end(), last, Label.PUBLISHER)
        return True
    return False


def _place_before(line: Line, end: int, publisher: str) -> int | None:
    """Where the place before a colon begins; None where there is none.

    After punctuation, a name that no list knows is believed where the other side is a publisher; after mere white space only a
    known place is: ``The New Management of Local Governance Basingstoke: Palgrave``.
    """
    found = _PLACE_AT_END.search(line.open, line.body, end)
    if not found:
        return None
    strong = found["mark"].strip() != "" or found.start("place") == line.body
    for start in _starts(found.start("place"), found["place"]):
        place = line.open[start:end]
        if not line.has(Label.TITLE) and not line.open[line.body : start].strip(" ,.;:\0("):
            continue  # the title itself: "London: A Social History"
        after_mark = (
            start == found.start("place")
            and strong
            or line.open[:start].rstrip().endswith((",", ".", ";", "(", "?", "!"))
        )
        if is_place(place):
            return start
        if (
            after_mark
            and len(place.split()) <= 3
            and "," not in place
            and (is_publisher(publisher) or _is_known_body(line, publisher))
        ):
            return start
    return None


def _starts(offset: int, place: str) -> list[int]:
    """Where the place may begin: the whole, or any later word of it."""
    return [offset + found.start() for found in re.finditer(r"(?:(?<=[\s/;&–-])|^)(?=\w)", place)]


def _is_known_body(line: Line, publisher: str) -> bool:
    """The author itself as publisher, or an acronym."""
    name = publisher.strip(" .,")
    authors = " ".join(line.printed(span) for span in line.of(Label.AUTHOR, Label.EDITOR))
    return is_acronym(name) or (bool(name) and name.removeprefix("The ") in authors) or looks_like_institution(name)


def _find_place_in_commas(line: Line) -> bool:
    """A segment that is a known place: the publisher stands after it, or else before it."""
    segments = line.segments(line.body)
    for index in range(len(segments) - 1, -1, -1):
        start, end = segments[index]
        first = index
        if (
            index
            and line.open[start:end].strip(" .") in words("regions")
            and is_place(line.open[slice(*segments[index - 1])])
        ):
            first = index - 1
        elif not is_place(line.open[start:end]) and not _is_place_of_neighbour(line, segments, index):
            continue
        if first == 0 and not line.has(Label.TITLE):
            continue
        after = [
            s for s in segments[index + 1 :] if _adjoins(line, end, s[0]) and read_day(line.open[slice(*s)]) is None
        ]
        before = _bodies_before(line, segments[: first + 1])
        if after and len(line.open[after[0][0] : after[-1][1]]) <= _LONGEST_PUBLISHER:
            line.claim(segments[first][0], end, Label.PLACE)
            line.claim(after[0][0], after[-1][1], Label.PUBLISHER, 0.85)
        elif before and (line.container_start is not None or line.numbers_start is None):
            line.claim(segments[first][0], end, Label.PLACE)
            line.claim(*before, Label.PUBLISHER, 0.85)
        else:
            continue
        return True
    return False


def _is_place_of_neighbour(line: Line, segments: list[tuple[int, int]], index: int) -> bool:
    """Whether the institution beside a segment is named after it: ``Cromarty, Cromarty Council``; ``Aalborg University, Aalborg``."""
    place = line.open[slice(*segments[index])].strip(" .")
    if not place[:1].isupper() or len(place.split()) > 3:
        return False
    beside = [segments[other] for other in (index - 1, index + 1) if 0 <= other < len(segments)]
    names = [
        line.open[slice(*s)].strip(" .")
        for s in beside
        if _adjoins(line, min(s[1], segments[index][1]), max(s[0], segments[index][0]))
    ]
    return any(re.search(rf"\b{re.escape(place)}\b.", name) and looks_like_institution(name) for name in names)


def _bodies_before(line: Line, segments: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The publisher before a place: the segment that adjoins it, and institutions before that which it is part of."""
    start = line.container_start or line.body
    bodies = [segment for segment in segments[:-1] if segment[0] >= start]
    if line.container_start is not None or not line.has(Label.TITLE):
        bodies = bodies[1:]  # the first is the title
    if not bodies or not _adjoins(line, bodies[-1][1], segments[-1][0]):
        return None
    first = len(bodies) - 1
    while first and _adjoins(line, bodies[first - 1][1], bodies[first][0]):
        printed = line.open[slice(*bodies[first - 1])]
        if read_designation(printed) or not looks_like_institution(printed):
            break
        first -= 1
    return bodies[first][0], bodies[-1][1]


def _adjoins(line: Line, end: int, start: int) -> bool:
    return "\0" not in line.open[end:start]


def _find_publisher_alone(line: Line) -> bool:
    """The last segment where it is a known publisher, or an institution after a title that has ended."""
    if line.numbers_start is not None:
        return False
    segments = line.segments(line.body)
    least = 0 if line.has(Label.TITLE, Label.CONTAINER) else 1
    for index in range(len(segments) - 1, least - 1, -1):
        start, end = segments[index]
        name = line.open[start:end]
        if is_publisher(name) and len(name) <= _LONGEST_PUBLISHER:
            line.claim(start, end, Label.PUBLISHER, 0.85)
            return True
    return False

"""Place and publisher: ``London: Sage``; ``London, DOH``; ``Strategy Unit, London``; or a publisher alone."""

import re
from collections.abc import Callable, Iterator

from reflist.grammar.dates import read_day
from reflist.grammar.designations import read_designation
from reflist.grammar.institutions import is_acronym, looks_like_institution
from reflist.grammar.names import UPPER
from reflist.grammar.places import is_place, is_region, is_town_in_region
from reflist.grammar.publishers import is_publisher
from reflist.prose.labels import Label
from reflist.prose.line import Line, Segment
from reflist.prose.tagger.containers import LOWER_WORD

_WORD = rf"[{UPPER}][\w’'.\-]*"
_WORDS = rf"{_WORD}(?:[ \-](?:upon|on|am|an|der|de|do|la|del|a\.|{_WORD})){{0,4}}"
_JOINT = r"(?:\s*[/;&–-]\s*|,?\s+(?:and|und|et)\s+)"
_PLACE = rf"{_WORDS}(?:(?:{_JOINT}|,\s*){_WORDS}){{0,5}}"
_PLACE_AT_END = re.compile(rf"(?:^|[,.;:?!)(\]\[\0*’”\"]\s*|\s)(?P<place>{_PLACE})\s*$")
_PLACE_BEGINS = re.compile(r"(?:(?<=[\s/;&–-])|^)(?=\w)")
_COLON = re.compile(r"\s?:\s*(?=[^\s\0])")
_PUBLISHER_ENDS = re.compile(r"[)\]\0]|$|\s*\((?=\d{4}\b)|[.;]\s+(?=[A-Z(‘“\[])|[,;]\s+(?=(?:pp?\b|S\.|\d|[Nn]o\.\s))")
_SENTENCE_END = re.compile(r"\w{2}(?<!\bSt)\.\s")
_SEPARATORS = tuple(",.;(?!\0")
_LONGEST_PLACE = 100
_LONGEST_PUBLISHER = 120
_SUBTITLE = 0.65  # the confidence in a publisher that may be the end of a title
_MOST_WORDS = 4  # of a publisher that is in no list


def find_publication(line: Line) -> None:
    """Place and publisher, by the first form that matches."""
    for form in (_find_place_colon_publisher, _find_place_in_commas, _find_publisher_alone, _find_unknown_place):
        if form(line):
            return


def _find_place_colon_publisher(line: Line) -> bool:
    """The last colon after a known place, or after any short name if a publisher follows."""
    return any(
        _claim_around(line, colon, accept) for colon in _colons(line) for accept in (_is_known, _is_glued, _is_imprint)
    )


def _find_unknown_place(line: Line) -> bool:
    """The last colon between two short names, if there is no other publisher: ``Newton Abbot: David & Charles``."""
    if line.numbers_start is not None or line.has(Label.URL, Label.CONTAINER, Label.THESIS, Label.EVENT):
        return False
    return any(_claim_around(line, colon, _are_two_names) for colon in _colons(line)[:1])


def _colons(line: Line) -> list[re.Match[str]]:
    return list(_COLON.finditer(line.open, line.body))[::-1]


def _claim_around(line: Line, colon: re.Match[str], accept: Callable[[Line, int, int, str], bool]) -> bool:
    """Claim place and publisher around a colon if some words before it are accepted as the place."""
    end = _publisher_end(line, colon.end())
    publisher = line.open[colon.end() : end]
    if not publisher[:1].isalnum() or not 1 < len(publisher.strip(" .")) <= _LONGEST_PUBLISHER:
        return False
    found = _PLACE_AT_END.search(line.open, max(line.body, colon.start() - _LONGEST_PLACE), colon.start())
    if not found:
        return False
    for begins in _PLACE_BEGINS.finditer(found["place"]):
        place = found.start("place") + begins.start()
        # Without a title before it, this is a title itself: "London: A Social History".
        has_title = line.has(Label.TITLE, Label.STATUTE) or line.has_words(line.body, place)
        if has_title and accept(line, place, colon.start(), publisher):
            is_subtitle = accept is not _is_known and line.open[:place].endswith(", ") and not line.has(Label.TITLE)
            sure = _SUBTITLE if is_subtitle and not is_publisher(publisher) else 1.0
            line.claim(place, end, Label.SEPARATOR)
            line.claim(place, colon.start(), Label.PLACE, sure)
            line.claim(colon.end(), end, Label.PUBLISHER, sure)
            return True
    return False


def _publisher_end(line: Line, start: int) -> int:
    """The end of the publisher that begins here, which may contain its acronym in brackets."""
    for ends in _PUBLISHER_ENDS.finditer(line.open, start, start + _LONGEST_PUBLISHER + 1):
        if ends[0] != ")" or "(" not in line.open[start : ends.start()]:
            return ends.start()
    return len(line.open)


def _is_known(line: Line, start: int, end: int, _publisher: str) -> bool:
    """Whether a known place, or a name with its region, begins here after punctuation."""
    place = line.open[start:end]
    return _is_set_off(line, start) and (is_place(place) or is_town_in_region(place))


def _is_glued(line: Line, start: int, end: int, publisher: str) -> bool:
    """Whether a known place begins here after any text, and what follows cannot be a subtitle.

    ``Local Governance Basingstoke: Palgrave``; not ``Learning from Bristol: Bristol and its boards``.
    """
    is_subtitle = "," in publisher.rstrip(" ,") or not (line.has(Label.TITLE) or is_publisher(publisher))
    return is_place(line.open[start:end]) and not is_subtitle


def _is_imprint(line: Line, start: int, end: int, publisher: str) -> bool:
    """Whether a short name that is in no list begins here after punctuation, and a publisher follows it.

    Before the numbers of a periodical the publisher must be known: ``Evidence & Policy: A Journal of Research, 5, 8``.
    """
    if line.numbers_start is not None and not is_publisher(publisher):
        return False
    has_place = any(map(is_place, publisher.split(",")[1:]))  # then this is a subtitle, and its imprint follows
    return _is_set_off(line, start) and _is_brief(line.open[start:end]) and _is_body(line, publisher) and not has_place


def _are_two_names(line: Line, start: int, end: int, publisher: str) -> bool:
    words = publisher.strip(" .").split()
    all_names = len(words) <= _MOST_WORDS and all(word[0].isupper() or word in ("&", "and", "of") for word in words)
    return _is_set_off(line, start) and _is_brief(line.open[start:end]) and all_names


def _is_set_off(line: Line, start: int) -> bool:
    return line.open[:start].rstrip().endswith(_SEPARATORS)


def _is_brief(place: str) -> bool:
    return len(place.split()) <= 3 and "," not in place and not _SENTENCE_END.search(place)


def _is_body(line: Line, publisher: str) -> bool:
    """Whether this can be a publisher: a known one, an institution, the author itself, or an acronym."""
    name = publisher.strip(" .,")
    authors = " ".join(line.printed(span) for span in line.of(Label.AUTHOR, Label.EDITOR))
    is_author = bool(name) and name.removeprefix("The ") in authors
    is_body = looks_like_institution(name) and not LOWER_WORD.search(name)
    return is_author or is_publisher(name) or is_acronym(name) or is_body


def _find_place_in_commas(line: Line) -> bool:
    """A segment that is a place, with the publisher after it or else before it; not in references to periodicals."""
    if line.numbers_start is not None and line.container_start is None:
        return False
    segments = line.segments()
    for index in reversed(range(len(segments))):
        first = _place_at(line, segments, index)
        if first is None or (first == 0 and not line.has(Label.TITLE)):
            continue
        publisher = _bodies_after(line, segments[index:]) or _bodies_before(line, segments[: first + 1])
        if publisher:
            line.claim(segments[first][0], segments[index][1], Label.PLACE)
            is_sure = publisher in segments or line.has(Label.TITLE)
            line.claim(*publisher, Label.PUBLISHER, 0.85 if is_sure else _SUBTITLE)
            return True
    return False


def _place_at(line: Line, segments: list[Segment], index: int) -> int | None:
    """The index of the first segment of the place that ends at ``index``; None if it is no place.

    ``Washington, DC`` has two segments.
    """
    printed = line.open[slice(*segments[index])]
    if index and is_region(printed) and is_place(line.open[slice(*segments[index - 1])]):
        return index - 1
    if index == len(segments) - 1 and index > 1 and _ends_imprint(line, segments[index - 1], segments[index]):
        return index
    return index if is_place(printed) or _is_place_of_neighbour(line, segments, index) else None


def _ends_imprint(line: Line, body: Segment, place: Segment) -> bool:
    """Whether the last segment is a short name after an institution: ``Title. Government of Nepal, Kathmandu``."""
    name, printed = line.open[slice(*body)], line.open[slice(*place)].strip(" .")
    begins_sentence = line.open[: body[0]].rstrip().endswith(".")
    is_body = is_publisher(name) or looks_like_institution(name)
    return _is_place_name(printed) and begins_sentence and is_body and line.adjoin(body, place)


def _is_place_of_neighbour(line: Line, segments: list[Segment], index: int) -> bool:
    """Whether an institution beside this place bears its name: ``Leeds, Leeds Council``; ``Lund University, Lund``."""
    place = line.open[slice(*segments[index])].strip(" .")
    if not place[:1].isupper() or len(place.split()) > 3 or looks_like_institution(place):
        return False
    pairs = [(segments[i], segments[i + 1]) for i in (index - 1, index) if 0 <= i < len(segments) - 1]
    beside = [one if other == segments[index] else other for one, other in pairs if line.adjoin(one, other)]
    names = (line.open[slice(*segment)].strip(" .") for segment in beside)
    bodies = (name for name in names if looks_like_institution(name) and not LOWER_WORD.search(name))
    return any(re.search(rf"\b{re.escape(place)}\b.", name) for name in bodies)


def _bodies_after(line: Line, segments: list[Segment]) -> Segment | None:
    """The text after a place (the first of ``segments``), without dates."""
    place, *others = segments
    after = [s for s in others if line.adjoin(place, s) and read_day(line.open[slice(*s)]) is None]
    if not after or after[-1][1] - after[0][0] > _LONGEST_PUBLISHER:
        return None
    return after[0][0], after[-1][1]


def _bodies_before(line: Line, segments: list[Segment]) -> Segment | None:
    """The publisher before a place (the last of ``segments``), with the institutions before it that it is part of."""
    start = line.container_start or line.body
    bodies = [segment for segment in segments[:-1] if segment[0] >= start]
    if line.container_start is not None or not line.has(Label.TITLE):
        bodies = bodies[1:]  # the first is the title
    if not bodies or not line.adjoin(bodies[-1], segments[-1]):
        return None
    if read_designation(line.open[slice(*bodies[-1])]):
        return None
    first = len(bodies) - 1
    while first and _is_part_of(line, bodies[first], bodies[first - 1]):
        first -= 1
    return bodies[first][0], bodies[-1][1]


def _is_part_of(line: Line, body: Segment, whole: Segment) -> bool:
    """Whether a body follows the institution that it is part of: ``Lancaster University, Department of …``."""
    printed, name = line.open[slice(*whole)], line.open[slice(*body)]
    is_imprint = is_publisher(name) and not looks_like_institution(name)  # stands by itself: "Practice, Routledge"
    is_title = ":" in printed or LOWER_WORD.search(printed) or is_region(printed) or read_designation(printed)
    if is_imprint:
        return False
    return line.open[whole[1] : body[0]].strip() == "," and not is_title and looks_like_institution(printed)


def _find_publisher_alone(line: Line) -> bool:
    """The last segment that is a publisher's name, and a place beside it that is in no list."""
    if line.numbers_start is not None:
        return False
    segments = list(_after_title(line))
    for index, (start, end) in reversed(list(enumerate(segments))):
        if end - start <= _LONGEST_PUBLISHER and is_publisher(line.open[start:end]):
            if place := _unknown_place(line, segments, index):
                line.claim(*place, Label.PLACE, 0.6)
            line.claim(start, end, Label.PUBLISHER, 0.85)
            return True
    return False


def _unknown_place(line: Line, segments: list[Segment], publisher: int) -> Segment | None:
    """A place name as the last segment, or as the only segment between a set-off title and the publisher."""
    beside = segments[publisher + 1 :] or (segments[:publisher] if line.has(Label.TITLE) else [])
    if len(beside) != 1 or not line.adjoin(*sorted((beside[0], segments[publisher]))):
        return None
    return beside[0] if _is_place_name(line.open[slice(*beside[0])].strip(" .")) else None


def _is_place_name(printed: str) -> bool:
    """Whether this is one word or two with capitals, without digits, and no institution or publisher."""
    words = printed.split()
    capitals = len(words) <= 2 and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)
    return capitals and not looks_like_institution(printed) and not is_publisher(printed)


def _after_title(line: Line) -> Iterator[Segment]:
    segments = iter(line.segments())
    if not line.has(Label.TITLE, Label.CONTAINER):
        next(segments, None)  # the title, which is still unclaimed
    return segments

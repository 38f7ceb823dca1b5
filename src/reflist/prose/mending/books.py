"""The parts of books: a title with a colon that was taken for place and publisher, who published, the series."""

import re
from itertools import pairwise

from reflist.grammar.designations import read_designation
from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.periodicals import is_newspaper, is_periodical
from reflist.grammar.places import is_place, is_region
from reflist.grammar.publishers import is_listed_publisher, is_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import between, has, put

_IN_BEHIND = re.compile(r"[.,;?!”’\"'\s]\s*[Ii]n:?\s+$")
_COLON = re.compile(r"\s*:\s+")
_SENTENCE_OR_COMMA = re.compile(r"[.,;:)]{1,2}\s+\(?$")
_NAME = re.compile(r"(?:(?:the|of|for|and|&|und|de|des|del|di|et|y|in|\+)\s|[^\W\d_a-z][\w.’'&-]*(?:,?\s|$)|&\s){1,9}")
MOST_WORDS = 8
"""The most words that a publisher's name is believed to have, of which nothing else says that it is one."""

_BEHIND_PUBLISHER = frozenset(
    {Label.PAGES, Label.PLACE, Label.DATE, Label.DOI, Label.URL, Label.ACCESSED, Label.VOLUME}
)
_CONTAINED = frozenset({Label.CONTAINER, Label.EDITOR, Label.PAGES})


def books_with_colons(text: str, spans: list[Span]) -> list[Span]:
    """A book behind "in" with a colon, which was taken for place and publisher: ``In Panarchy: Understanding ...``."""
    if has(spans, Label.CONTAINER):
        return spans
    for index, (place, publisher) in enumerate(pairwise(spans)):
        if (place.label, publisher.label) != (Label.PLACE, Label.PUBLISHER) or index == 0:
            continue
        is_introduced = _IN_BEHIND.search(text[spans[index - 1].end - 1 : place.start])
        is_titled = _COLON.fullmatch(text, place.end, publisher.start) and not is_place(text[place.start : place.end])
        if is_introduced and is_titled:
            book = place._replace(label=Label.CONTAINER, end=publisher.end)
            return [*spans[:index], book, *spans[index + 2 :]]
    return spans


def books_with_commas(text: str, spans: list[Span]) -> list[Span]:
    """The same with a comma, before editors who are named behind: ``In Australia, Meeting Place of Languages, ed.``."""
    if has(spans, Label.CONTAINER):
        return spans
    for index, (place, publisher, editor) in enumerate(zip(spans, spans[1:], spans[2:], strict=False)):
        labels = (place.label, publisher.label, editor.label)
        if labels != (Label.PLACE, Label.PUBLISHER, Label.EDITOR) or index == 0:
            continue
        if _IN_BEHIND.search(text[spans[index - 1].end - 1 : place.start]):
            book = place._replace(label=Label.CONTAINER, end=publisher.end)
            return [*spans[:index], book, *spans[index + 2 :]]
    return spans


def publishers_left_over(text: str, spans: list[Span]) -> list[Span]:
    """Who published what contains a work, which was left as a note: ``edited by R. J. Hayward. SOAS.``."""
    if has(spans, Label.PUBLISHER) or not has(spans, *_CONTAINED) or not has(spans, Label.TITLE, Label.CONTAINER):
        return spans
    for index, span in enumerate(spans):
        if span.label is not Label.NOTE or index == 0 or not _is_last_name(text, spans, index):
            continue
        is_of_book = has(spans[:index], Label.EDITOR) or is_publisher(text[span.start : span.end])
        is_numbered = has(spans, Label.ISSUE) or (has(spans, Label.VOLUME) and not has(spans, Label.EDITOR))
        if is_of_book and not is_numbered:
            return [*spans[:index], span._replace(label=Label.PUBLISHER), *spans[index + 1 :]]
    return spans


def _is_last_name(text: str, spans: list[Span], index: int) -> bool:
    """Whether a note is a name set off from what stands before it, and only numbers and addresses stand behind it."""
    span = spans[index]
    printed = text[span.start : span.end]
    gap = text[spans[index - 1].end : span.start]
    is_behind = all(other.label in _BEHIND_PUBLISHER for other in spans[index + 1 :])
    is_name = bool(_NAME.fullmatch(printed)) and len(printed.split()) <= MOST_WORDS and len(printed) > 2
    return is_behind and is_name and bool(_SENTENCE_OR_COMMA.search(gap)) and read_designation(printed) is None


_LAST_PART = re.compile(r"(?P<joint>(?:(?<=[^\W\d_]{5})\.|(?<!\.),)\s+)(?P<publisher>[^\W\d_a-z][^.,:;()]*?)\Z")


def publishers_of_containers(text: str, spans: list[Span]) -> list[Span]:
    """Who published a book, which was taken for the last part of its title: ``in: Proceedings of X, Pergamon``."""
    if has(spans, Label.PUBLISHER, Label.ISSUE):
        return spans
    for index, span in enumerate(spans):
        found = _LAST_PART.search(text[: span.end], span.start) if span.label is Label.CONTAINER else None
        if not found or index == 0 or not _names_publisher(found["publisher"]):
            continue
        is_book = has(spans, Label.EDITOR) or _IN_BEHIND.search(text[spans[index - 1].end - 1 : span.start])
        if is_book and not (has(spans, Label.VOLUME) and not has(spans, Label.EDITOR)):
            book = span._replace(end=found.start())
            publisher = span._replace(label=Label.PUBLISHER, start=found.start("publisher"))
            return [*spans[:index], book, publisher, *spans[index + 1 :]]
    return spans


def _names_publisher(printed: str) -> bool:
    """Whether this names a publisher, or a body by its last word: ``USENIX Association``, ``Academy of Sciences``."""
    words = printed.split()
    is_body = len(words) > 1 and (is_institution_word(words[-1]) or is_institution_word(words[0]))
    return not is_periodical(printed) and (
        is_publisher(printed) or is_body or (len(words) == 1 and is_acronym(printed))
    )


def places_without_colons(text: str, spans: list[Span]) -> list[Span]:
    """A place and a publisher with nothing between them: ``Princeton Princeton University Press``."""
    if has(spans, Label.PUBLISHER) and has(spans, Label.PLACE):
        return spans
    for index, span in enumerate(spans):
        if span.label not in (Label.PUBLISHER, Label.PLACE):
            continue
        if parted := _parted(text[span.start : span.end]):
            place = span._replace(label=Label.PLACE, end=span.start + parted[0])
            publisher = span._replace(label=Label.PUBLISHER, start=span.start + parted[1])
            return [*spans[:index], place, publisher, *spans[index + 1 :]]
    return spans


_OWN_NAME = re.compile(r"(?:University|Institute|Press) of\s|\S+ University Press\b")


def _parted(printed: str) -> tuple[int, int] | None:
    """Where the place ends, and where the publisher begins: of ``Oxford University Press`` neither."""
    for length in range(1, 4):
        found = re.match(rf"(?:\S+\s){{{length - 1}}}\S+(?=\s)", printed)
        if found is None:
            return None
        place, publisher = found[0].rstrip(","), printed[found.end() + 1 :]
        if is_place(place) and (_stands_alone(place, publisher) or _is_after_region(place, publisher)):
            return len(place), found.end() + 1
    return None


def _stands_alone(place: str, publisher: str) -> bool:
    """Whether a publisher is whole without the place before it."""
    first = publisher.split(maxsplit=1)[0] if publisher else ""
    if not first[:1].isupper() or is_region(first.strip(",")):
        return False
    return publisher.startswith(place) or bool(_OWN_NAME.match(publisher)) or is_listed_publisher(publisher)


def _is_after_region(place: str, publisher: str) -> bool:
    return "," in place and is_publisher(publisher) and not is_institution_word(publisher.split(maxsplit=1)[0])


_SET_OFF = re.compile(r"[.,;]\s+\(?$")
_QUOTE_BEHIND = re.compile(r"[”’\"']")


def series_for_containers(text: str, spans: list[Span]) -> list[Span]:
    """What a book was read to be contained in, with no "in", editor or page between, is its series.

    ``Towns without work. Oxford Studies in Social Research 12. Oxford: Clarendon Press``.
    """
    if not has(spans, Label.PUBLISHER) or has(spans, Label.PAGES, Label.ISSUE, Label.SERIES, Label.DOI, Label.CHAPTER):
        return spans
    for index, (title, container) in enumerate(pairwise(spans)):
        if (title.label, container.label) != (Label.TITLE, Label.CONTAINER):
            continue
        printed, gap = text[container.start : container.end], between(text, spans, index)
        is_periodic = is_periodical(printed) or is_newspaper(printed)
        behind = spans[index + 2 :]
        is_numbered = bool(behind) and behind[0].label is Label.VOLUME and text[container.end : behind[0].start] == " "
        rest = behind[1:] if is_numbered else behind
        is_alone = not has(rest, Label.EDITOR, Label.VOLUME) and _SET_OFF.fullmatch(gap)
        if is_alone and not _QUOTE_BEHIND.search(gap) and not is_periodic:
            end = behind[0].end if is_numbered else container.end
            return [*spans[: index + 1], container._replace(label=Label.SERIES, end=end), *rest]
    return spans


_IN_BRACKETS = re.compile(r"(?P<publisher>[^()]+?)\s+\((?P<series>[^()]+?)(?:,\s+(?P<number>\d{1,4}))?\)?\s*\Z")


def series_of_publishers(text: str, spans: list[Span]) -> list[Span]:
    """The series in brackets that was taken for the end of its publisher's name: ``Sage (Open Studies, 4)``."""
    if has(spans, Label.SERIES, Label.REPORT):
        return spans
    for span in spans:
        found = _IN_BRACKETS.fullmatch(text[span.start : span.end]) if span.label is Label.PUBLISHER else None
        if found and len(found["series"].split()) > 1 and not is_place(found["series"]):
            publisher = span._replace(end=span.start + found.end("publisher"))
            number = _NUMBER_BEHIND.match(text, span.start + found.end("series"))
            end = number.end("number") if number else span.start + found.end("series")
            series = span._replace(label=Label.SERIES, start=span.start + found.start("series"), end=end)
            return put(text, [other for other in spans if other is not span], publisher, series)
    return spans


_NUMBER_BEHIND = re.compile(r",\s+(?P<number>\d{1,4})\s*\)")

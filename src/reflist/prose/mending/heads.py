"""The head of a string in which only commas part names, title and place: ``Weir, Ann, Das Dorf, Bonn 2001``."""

import re
from collections.abc import Sequence

from reflist.grammar.names import INITIALS, UPPER
from reflist.grammar.periodicals import is_newspaper
from reflist.grammar.places import is_place
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has

_INITIALS = late(rf"{INITIALS}")
_JOINT = re.compile(r"\s*[/;&]\s*|\s+(?:und|and|u\.)\s+")
_PARTICLES_LAST = re.compile(r"(?:\s(?:von|van|de|der|den|zu))+$")
_PLACES_ON = re.compile(r"\.?\s*/\s*")
_BEHIND_PLACE = frozenset({Label.PUBLISHER, Label.DATE})
_OTHERS = re.compile(r"(?:et al|u\.\s?a)\b\.?")
_ROMAN = re.compile(r"[IVX]+")


_STRAIGHT = re.compile(rf"(?:[{UPPER}]\.[\s-]?)+[{UPPER}][^\W\d_]")
_OTHERS = re.compile(r"(?:et\s+al|and\s+others|u\.\s?a)\b")


def titles_behind_names(text: str, spans: list[Span]) -> list[Span]:
    """A title with only a comma before it, which was taken for one more name; and the place behind it.

    Only where no other title was found. Names are then a family name, a comma and a given name that is known.
    """
    if has(spans, Label.TITLE) or len(spans) < 2 or spans[0].label is not Label.AUTHOR:
        return spans
    head, behind = spans[0], spans[1]
    pieces = text[head.start : head.end].split(", ")
    count = _pieces_of_names(pieces)
    if not count or count == len(pieces) or _OTHERS.fullmatch(pieces[count]):
        return spans
    names, rest = ", ".join(pieces[:count]), pieces[count:]
    if _OTHERS.match(rest[0]) or _is_name_left(rest):
        return spans
    start = head.start + len(names) + 2
    mended = [head._replace(end=head.start + len(names))]
    if len(rest) > 1 and _is_place_before(text, head, behind, rest[-1]):
        end = head.end - len(rest[-1]) - 2
        place = head._replace(label=Label.PLACE, start=end + 2)
        title = head._replace(label=Label.TITLE, start=start, end=end)
        if behind.label is Label.PLACE:
            return [*mended, title, behind._replace(start=place.start), *spans[2:]]
        return [*mended, title, place, *spans[1:]]
    return [*mended, head._replace(label=Label.TITLE, start=start), *spans[1:]]


def _is_name_left(rest: Sequence[str]) -> bool:
    """Whether the piece behind names is one more: a family name before initials, or initials before one."""
    if _STRAIGHT.match(rest[0]):
        return True
    return len(rest) > 1 and " " not in rest[0] and any(map(_INITIALS.search, rest[1:]))


def _is_place_before(text: str, head: Span, behind: Span, last: str) -> bool:
    """Whether the last piece is a place: with another one behind a slash, or before the publisher or the year."""
    if behind.label is Label.PLACE:
        return _PLACES_ON.fullmatch(text, head.end, behind.start) is not None
    return behind.label in _BEHIND_PLACE and is_place(last)


def _pieces_of_names(pieces: Sequence[str]) -> int:
    """How many of the pieces between commas are names: ``Weir``, ``Ann und Lee``, ``Bert``, and what follows is not."""
    index = 1
    while index < len(pieces):
        given, *others = _JOINT.split(pieces[index])
        if not _is_given(given):
            return 0
        last = others[-1] if others else ""
        if others and not _is_direct(last):
            index += 1  # a family name, and the given one behind the next comma
            continue
        goes_on = index + 2 < len(pieces) and " " not in pieces[index + 1] and _is_given(pieces[index + 2])
        if not goes_on:
            return index + 1
        index += 2
    return 0


def _is_given(piece: str) -> bool:
    bare = _PARTICLES_LAST.sub("", piece)
    return bool(_INITIALS.fullmatch(bare)) or bare.split(" ")[0].partition("-")[0] in words("given_names")


def _is_direct(name: str) -> bool:
    """``Karl Ritter``: a known given name first."""
    given, space, _ = name.partition(" ")
    return bool(space) and _is_given(given)


_OF_NEWSPAPERS = frozenset(
    {Label.AUTHOR, Label.DATE, Label.DAY, Label.ISSUE, Label.PAGES, Label.TITLE, Label.CONTAINER}
)


def newspapers_for_authors(text: str, spans: list[Span]) -> list[Span]:
    """A newspaper in the place of an author contains what is cited: ``The Times (1979): Leader. 4 May 1979, p. 8``.

    The day may be all that is said of it.
    """
    paper = spans[0] if spans else None
    if paper is None or paper.label is not Label.AUTHOR or not is_newspaper(text[paper.start : paper.end]):
        return spans
    others = [span.label for span in spans[1:]]
    if Label.AUTHOR in others or not _OF_NEWSPAPERS.issuperset(others) or others.count(Label.CONTAINER) > 1:
        return spans
    titles = {Label.CONTAINER: Label.TITLE}
    if Label.CONTAINER in others and Label.TITLE in others:
        return spans
    rest = [span._replace(label=titles.get(span.label, span.label)) for span in spans[1:]]
    return [paper._replace(label=Label.CONTAINER), *rest]


def titles_before_colons(text: str, spans: list[Span]) -> list[Span]:
    """What ends in a Roman number, before a colon and a title, is no author: ``Hartz IV: Die Klagewelle``."""
    if len(spans) < 3 or (spans[0].label, spans[1].label) != (Label.AUTHOR, Label.TITLE):
        return spans
    head, title = spans[:2]
    last = text[head.start : head.end].rpartition(" ")
    is_set_off = text[head.end : title.start] == ": " and bool(last[0]) and "," not in last[0]
    if is_set_off and _ROMAN.fullmatch(last[2]):
        return [title._replace(start=head.start, confidence=min(head.confidence, title.confidence)), *spans[2:]]
    return spans

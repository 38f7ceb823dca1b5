"""Titles in one piece: what stands within one, or ends it, is no year, volume or container; a medium is no part."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.persons import PARTICLES
from reflist.grammar.places import is_place
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import joined

_YEAR_LAST = re.compile(rf":\s{YEAR}(?:[–-]\d{{2,4}})?(?=[.,]?[\s”’\"']|$)")
_MEDIUM = re.compile(
    r"[\s.]*\[(?:online|internet|electronic|www(?: document)?|web ?page|web ?site|pdf|e-?book|blog|dataset|data set)\s*"
    r"(?:resource|version|edition|book|document)?\]?[\s.]*\Z",
    re.IGNORECASE,
)
_VOLUME_WITHIN = re.compile(r"\s?\((?:Volume|Vol\.?|Part|Band)\s")
_SUBTITLE = re.compile(r"\)?:\s+(?P<subtitle>[^\W\d_][^.?!]*[?!]?)")
_WORDED = frozenset({Label.TITLE, Label.NOTE, Label.PUBLISHER, Label.CONTAINER, Label.VOLUME_TITLE, Label.SERIES})
"""What a subtitle was taken for."""


@rule(having=[Label.TITLE, Label.DATE], marks=":")
def years_at_ends(parts: Parts, _: int) -> Sequence[Span] | None:
    """The year behind a title's colon is its last word, if the work has another one: ``Families in the UK: 2016``."""
    for index, span in enumerate(parts.spans):
        if span.label is Label.TITLE and (found := _YEAR_LAST.match(parts.text, span.end)):
            behind = [other for other in parts.spans[index + 1 :] if other.start >= found.end()]
            mended = [*parts.spans[:index], span._replace(end=found.end()), *behind]
            return mended if any(other.label is Label.DATE for other in mended) else None
    return None


@rule(having=[Label.TITLE, Label.VOLUME], marks=":")
def volumes_within(parts: Parts, _: int) -> Sequence[Span] | None:
    """A volume in brackets before a title's colon is a part of it: ``PISA results (Volume I): What students know``."""
    text, spans = parts.text, parts.spans
    for index, (title, volume) in enumerate(pairwise(spans)):
        if (title.label, volume.label) != (Label.TITLE, Label.VOLUME):
            continue
        is_within = _VOLUME_WITHIN.fullmatch(text, title.end, volume.start)
        found = _SUBTITLE.match(text, volume.end) if is_within else None
        if found is None:
            continue
        later = [span for span in spans[index + 2 :] if span.label not in _WORDED or span.start >= found.end()]
        end = min([found.end(), *(span.start for span in later)])
        whole = title._replace(end=title.start + len(text[title.start : end].rstrip(" .,;:")))
        return [*spans[:index], whole, *(span for span in later if span.start >= whole.end)]
    return None


@rule(frozenset({Label.TITLE, Label.CONTAINER, Label.PUBLISHER}), marks="[")
def media_in_brackets(parts: Parts, index: int) -> Sequence[Span] | None:
    """``[online]``, ``[WWW document]`` at the end of a part say only that it was read on the web."""
    text, span = parts.text, parts[index]
    end = span.end + (text[span.end : span.end + 1] == "]")
    found = _MEDIUM.search(text[:end], max(0, span.start - 1))
    if found is None:
        return None
    return [span._replace(end=found.start())] if found.start() > span.start else []


_IN_WITHIN = re.compile(r"\sin\s")
_BOOK = (Label.EDITOR, Label.PAGES, Label.ISSUE, Label.CHAPTER)


@rule(Label.TITLE, Label.CONTAINER)
def places_within(parts: Parts, index: int) -> Sequence[Span] | None:
    """What only "in" parts from a title, with no stop or comma before it, is its end: ``Social policy in Britain``."""
    title, container = parts.spans[index : index + 2]
    if not _IN_WITHIN.fullmatch(parts.behind(index)) or not parts.text[title.end - 1].isalnum():
        return None
    is_end = not parts.has(*_BOOK) or is_place(parts.printed(container))
    return [joined(title, container)] if is_end else None


@rule(Label.TITLE, Label.AUTHOR, marks=".")
def names_within(parts: Parts, index: int) -> Sequence[Span] | None:
    """A name that goes on behind an initial at a title's end stands in the title: ``The work of Peter L. Berger``."""
    title, author = parts.spans[index : index + 2]
    is_parted = parts.text[author.start] == "." and parts.text[title.end - 1].isupper()
    return [joined(title, author)] if is_parted else None


_SMALL_PLACE = re.compile(r"[a-zà-ÿ]{3,}")
_SMALL_ON = re.compile(r",?\s")


@rule(Label.TITLE, Label.PLACE)
def small_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """What begins with a small letter is no town, and goes on with the title: ``Mathematics, reading, science skills``.

    So does what was taken for its publisher.
    """
    title, place = parts.spans[index : index + 2]
    first = parts.printed(place).partition(" ")[0].rstrip(",")
    if first in PARTICLES or not _SMALL_PLACE.fullmatch(first) or not _SMALL_ON.fullmatch(parts.behind(index)):
        return None
    return [joined(title, place)]


_COLON = re.compile(r"\s*:\s*")
_BEHIND_CITIES = frozenset({Label.EDITION, Label.TRANSLATOR, Label.SERIES, Label.EDITOR})


@rule(Label.TITLE, Label.PLACE, _BEHIND_CITIES, Label.PLACE, Label.PUBLISHER, marks=":")
def cities_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A place that no publisher follows, before the one of the imprint: ``The Ditch. Leeds. 2nd ed. Hull: Moat``."""
    title, cities, *others = parts.spans[index : index + 5]
    is_imprint = _COLON.fullmatch(parts.behind(index + 3))
    return [joined(title, cities), *others] if is_imprint and parts.behind(index) in (". ", ": ") else None


_YEARS = re.compile(rf",?\s{YEAR}(?:[–-]\d{{2,4}})?\.\s")


@rule(
    Label.TITLE,
    Label.PLACE,
    frozenset({Label.CONTAINER, Label.DATE}),
    having=[Label.CONTAINER, Label.VOLUME],
    lacking=[Label.PUBLISHER, Label.EDITOR],
)
def places_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A place with a comma before it and a periodical behind ends the title: ``Ponds in Aurich, Germany. Water 44``.

    Years that end the sentence belong to it too: ``Ponds in Aurich, Germany, 1990–1998. Water 44``.
    """
    title, place, behind = parts.spans[index : index + 3]
    if parts.behind(index) != ", ":
        return None
    if behind.label is Label.CONTAINER:
        return [joined(title, place), behind] if parts.behind(index + 1) in (". ", "? ") else None
    is_end = Label.DATE in parts.labels[:index] and _YEARS.match(parts.text, place.end)
    return [joined(title, place)._replace(end=behind.end)] if is_end else None

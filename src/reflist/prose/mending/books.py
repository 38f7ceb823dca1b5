"""The parts of books: a title with a colon that was taken for place and publisher, the publisher, the series."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.periodicals import is_abbreviated, is_newspaper, is_periodical
from reflist.grammar.places import is_place, is_region
from reflist.grammar.publishers import is_listed_publisher, is_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_capitalised

_IN_AFTER = re.compile(r"[.,;?!”’\"'\s]\s*[Ii]n:?\s+$")
MOST_WORDS = 8
"""The most words of a publisher's name if nothing else shows that it is one."""


@rule(Label.PLACE, Label.PUBLISHER, Label.EDITOR, lacking=[Label.CONTAINER])
def books_with_commas(parts: Parts, index: int) -> Sequence[Span] | None:
    """A book after "in" with a comma in its title, which was taken for place and publisher, and its editors.

    ``In Australia, Meeting Place of Languages, ed. Ann Weir``
    """
    place, publisher, editor = parts.spans[index : index + 3]
    if not index or not _IN_AFTER.search(parts.text[parts[index - 1].end - 1 : place.start]):
        return None
    return [place._replace(label=Label.CONTAINER, end=publisher.end), editor]


_EDITION = re.compile(r"[2-9]|1\d")


@rule(frozenset({Label.NOTE, Label.VOLUME}), Label.PLACE, lacking=[Label.EDITION])
def bare_editions(parts: Parts, index: int) -> Sequence[Span] | None:
    """A number alone between title and imprint, which is an edition: ``Research in health care. 3. Oxford: Blackwell``.

    PubMed Central prints editions like this if it has only their number.
    """
    number, place = parts.spans[index : index + 2]
    is_alone = index and parts.after(index - 1) == parts.after(index) == ". "
    is_edition = is_alone and _EDITION.fullmatch(parts.text, number.start, number.end)
    return [number._replace(label=Label.EDITION), place] if is_edition else None


@rule(Label.VOLUME, Label.NOTE, frozenset({Label.PLACE, Label.PUBLISHER}), lacking=[Label.SERIES])
def series_after_volumes(parts: Parts, index: int) -> Sequence[Span] | None:
    """A sentence between volume and imprint, which is the series: ``Vol. 26. Hedges and Ditches. Leeds: Moat``."""
    volume, note, imprint = parts.spans[index : index + 3]
    is_sentence = parts.after(index) == parts.after(index + 1) == ". " and is_capitalised(parts.printed(note))
    return [volume, note._replace(label=Label.SERIES), imprint] if is_sentence else None


_SERIES_LAST = re.compile(r"(?P<container>.{8,}[^\W\d_]{3}[.?!])\s(?P<series>[^\W\d_a-z][^.,:;]{8,})\Z", re.DOTALL)


@rule(
    Label.CONTAINER,
    Label.VOLUME,
    frozenset({Label.PLACE, Label.PUBLISHER}),
    having=[Label.EDITOR],
    lacking=[Label.SERIES, Label.ISSUE],
)
def series_of_containers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The series that was taken for the end of a book's title: ``Hedges. Proceedings of the Guild 137. Leeds``."""
    book, number, imprint = parts.spans[index : index + 3]
    found = _SERIES_LAST.match(parts.printed(book)) if parts.after(index) in (" ", ", ", ", No. ", ", no. ") else None
    if not found or not is_capitalised(found["series"]):
        return None
    start = book.start + found.start("series")
    title = book._replace(end=book.start + found.end("container") - found["container"].endswith("."))
    return [title, book._replace(label=Label.SERIES, start=start, end=number.end), imprint]


_ROMAN = re.compile(r"[IVXLC]{2,8}")
_LAST_PART = re.compile(
    r"(?P<joint>(?:(?<=[^\W\d_]{4})\.|(?<!\.),)\s+)(?P<publisher>[^\W\d_a-z](?:(?!\d{4}s)[^.,:;()])*?)\Z"
)


@rule(Label.CONTAINER, lacking=[Label.PUBLISHER, Label.ISSUE])
def publishers_of_containers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The publisher of a book that was taken for the end of its title: ``in: Proceedings of X, Pergamon``.

    Or for a periodical, between the title and a place: ``Istorie şi mit, | Humanitas, | Bucureşti``.
    """
    span, has_editor = parts[index], parts.has(Label.EDITOR)
    if not index or (parts.has(Label.VOLUME) and not has_editor):
        return None
    is_between = parts.labels[index - 1] is Label.TITLE and parts.labels[index + 1 : index + 2] == (Label.PLACE,)
    if is_between and is_listed_publisher(parts.printed(span)) and not parts.has(Label.PAGES, Label.DAY):
        return [span._replace(label=Label.PUBLISHER)]
    if not has_editor and not _IN_AFTER.search(parts.text[parts[index - 1].end - 1 : span.start]):
        return None
    found = _LAST_PART.search(parts.text[: span.end], span.start)
    if found and _ROMAN.fullmatch(found["publisher"]):  # "in: Political Studies, XLIV, pp. 652-667"
        volume = span._replace(label=Label.VOLUME, start=found.start("publisher"))
        return [span._replace(end=found.start()), volume]
    if not found or not _names_publisher(found["publisher"]) or is_abbreviated(parts.text[span.start : found.start()]):
        return None
    publisher = span._replace(label=Label.PUBLISHER, start=found.start("publisher"))
    return [span._replace(end=found.start()), publisher]


_MEETING = re.compile(r"(?i:\b(?:conference|symposium|workshop|congress|kongress|tagung)\b)|’\d\d\b|'\d\d\b")


def _names_publisher(printed: str) -> bool:
    """Whether this names a publisher, or by its last word a body: ``USENIX Association``, ``Academy of Sciences``."""
    words = printed.split()
    if _MEETING.search(printed):
        return False
    is_body = len(words) > 1 and (is_institution_word(words[-1]) or is_institution_word(words[0]))
    is_body = is_body or any(is_institution_word(one) and other in ("of", "for") for one, other in pairwise(words[:4]))
    return not is_periodical(printed) and (
        is_publisher(printed) or is_body or (len(words) == 1 and is_acronym(printed))
    )


@rule(frozenset({Label.PUBLISHER, Label.PLACE}))
def places_without_colons(parts: Parts, index: int) -> Sequence[Span] | None:
    """A place and a publisher with nothing between them: ``Princeton Princeton University Press``."""
    span = parts[index]
    other = Label.PLACE if span.label is Label.PUBLISHER else Label.PUBLISHER
    ends = None if parts.has(other) else _split(parts.printed(span))
    if ends is None:
        return None
    place = span._replace(label=Label.PLACE, end=span.start + ends[0])
    return [place, span._replace(label=Label.PUBLISHER, start=span.start + ends[1])]


_OWN_NAME = re.compile(
    r"(?:University|Institute|Press) of\s"
    r"(?!(?i:technology|economics|education|science|applied|social|arts?|law|business)\b)|\S+ University Press\b"
)


def _split(printed: str) -> tuple[int, int] | None:
    """The end of the place and the start of the publisher; None for names such as ``Oxford University Press``."""
    for length in range(1, 4):
        found = re.match(rf"(?:\S+\s){{{length - 1}}}\S+(?=\s)", printed)
        if found is None:
            return None
        place, publisher = found[0].rstrip(","), printed[found.end() + 1 :]
        if is_place(place) and (_stands_alone(place, publisher) or _is_after_region(place, publisher)):
            return len(place), found.end() + 1
    return None


def _stands_alone(place: str, publisher: str) -> bool:
    """Whether a publisher's name is complete without the place before it."""
    if is_listed_publisher(publisher):
        return True
    first = publisher.split(maxsplit=1)[0] if publisher else ""
    if not first[:1].isupper() or is_region(first.strip(",")):
        return False
    return publisher.startswith(place) or bool(_OWN_NAME.match(publisher))


def _is_after_region(place: str, publisher: str) -> bool:
    return "," in place and is_publisher(publisher) and not is_institution_word(publisher.split(maxsplit=1)[0])


_SET_OFF = re.compile(r"[.,;]\s+\(?$")
_QUOTE_AFTER = re.compile(r"[”’\"']")


@rule(
    having=[Label.TITLE, Label.CONTAINER, Label.PUBLISHER],
    lacking=[Label.PAGES, Label.ISSUE, Label.SERIES, Label.DOI, Label.CHAPTER, Label.DAY],
)
def series_for_containers(parts: Parts, _: int) -> Sequence[Span] | None:
    """A book's series that was taken for its container, though there is no "in", editor or page.

    ``Towns without work. Oxford Studies in Social Research 12. Oxford: Clarendon Press``.
    """
    for index, pair in enumerate(pairwise(parts.labels)):
        if pair != (Label.TITLE, Label.CONTAINER):
            continue
        container, after = parts[index + 1], parts.spans[index + 2 :]
        printed, gap = parts.printed(container), parts.after(index)
        if (
            not _is_name_of_series(printed)
            or not _SET_OFF.fullmatch(gap)
            or _QUOTE_AFTER.search(gap)
            or is_periodical(printed)
            or is_newspaper(printed)
        ):
            continue
        if after and after[0].label is Label.VOLUME and parts.after(index + 1) == " ":
            container, after = container._replace(end=after[0].end), after[1:]
        if not any(span.label in (Label.EDITOR, Label.VOLUME) for span in after):
            return [*parts.spans[: index + 1], container._replace(label=Label.SERIES), *after]
    return None


_NO_SERIES = re.compile(rf"(?:The|An?)\s|.*:|{_MEETING.pattern}|.*\b[Pp]roceedings\b")


def _is_name_of_series(printed: str) -> bool:
    """Whether every word has a capital, none is a word for a meeting, no article comes first, and there is no colon."""
    return is_capitalised(printed) and _NO_SERIES.match(printed) is None

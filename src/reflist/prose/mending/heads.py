"""Strings in which only commas separate names, title and place: ``Weir, Ann, Das Dorf, Bonn 2001``."""

import re
from collections.abc import Sequence

from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.names import INITIALS, UPPER
from reflist.grammar.periodicals import is_newspaper
from reflist.grammar.places import is_place
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule

_INITIALS = late(rf"{INITIALS}")
_JOINT = re.compile(r"\s*[/;&]\s*|\s+(?:und|and|u\.)\s+")
_PARTICLES_LAST = re.compile(r"(?:\s(?:von|van|de|der|den|zu))+$")
_PARTICLES_FIRST = re.compile(r"^(?:(?:von|van|de|del|der|den|la|le|di|da|De|Van|Di|La|Le)\s)+")
_PLACES_ON = re.compile(r"\.?\s*/\s*")
_AFTER_PLACE = frozenset({Label.PUBLISHER, Label.DATE})
_ROMAN = re.compile(r"[IVX]+")


_NAME_WORD = rf"[{UPPER}][\w’'‐-]+"
_STRAIGHT = re.compile(rf"(?:&|and|und)\s|(?:[{UPPER}]\.[\s-]?)+[{UPPER}][^\W\d_]|{_NAME_WORD}\s(?:[{UPPER}]\.\s?)+$")
_OTHERS = re.compile(r"(?:et\s*al|and\s+others|u\.\s?a)\b")


_WORD = r"[^\W\d_a-z][\w’'-]*[^\W\d_A-Z]"
_ONE_NAME = late(
    rf"(?:{_WORD}(?:\s{_WORD})?,\s(?:{_WORD}\s){{0,2}}(?:[A-Z]\.[\s-]?)+|{_WORD},\s{_WORD}\.\s|{_WORD}\s[A-Z]{{1,3}}\.?\s)"
    r"(?P<title>[^\W\d_a-z][^\W\d_A-Z][^.,;&]{2,80})\Z"
)
_PRINTED = frozenset({Label.PUBLISHER, Label.PLACE, Label.THESIS})


@rule(having=[Label.AUTHOR, _PRINTED], lacking=[Label.TITLE, Label.CONTAINER, Label.VOLUME, Label.EDITOR])
def titles_of_authors(parts: Parts, _: int) -> Sequence[Span] | None:
    """A book's title that was taken for the end of its only author's name: ``Said, Edward W. Orientalism``."""
    author, *others = parts.spans
    found = _ONE_NAME.match(parts.printed(author)) if author.label is Label.AUTHOR else None
    if not found:
        return None
    start = author.start + found.start("title")
    name = author._replace(end=author.start + len(found[0][: found.start("title")].rstrip()))
    return [name, author._replace(label=Label.TITLE, start=start), *others]


_TITLE_WORD = late(
    rf"{_WORD}(?:\s{_WORD})?,\s(?:{_WORD}\s(?:[A-Z]\.\s?)+|(?:[A-Z]\.\s?){{2,}})(?<=\s)(?P<title>{_WORD})\Z"
)


@rule(Label.AUTHOR, Label.TITLE, marks=".")
def title_words_of_authors(parts: Parts, index: int) -> Sequence[Span] | None:
    """The first word of a title, taken for the end of an author's name: ``Becker, Howard S. Outsiders. Studies``."""
    if index or parts.after(0) not in (". ", ": "):
        return None
    author, title = parts.spans[:2]
    found = _TITLE_WORD.match(parts.printed(author))
    if not found or found["title"].partition("-")[0] in words("given_names"):
        return None
    start = author.start + found.start("title")
    return [author._replace(end=start - 1), title._replace(start=start)]


@rule(Label.AUTHOR, frozenset(Label), lacking=[Label.TITLE])
def titles_after_names(parts: Parts, index: int) -> Sequence[Span] | None:
    """A title after a comma that was taken for another name; and the place after it.

    Only if no other title was found. Names must be a family name, a comma and a known given name.
    """
    if index:
        return None
    head, after = parts.spans[:2]
    pieces = parts.printed(head).split(", ")
    count = _pieces_of_names(pieces)
    if not count or count == len(pieces) or _OTHERS.match(pieces[count]) or _is_name_left(pieces[count:]):
        return None
    names, rest = ", ".join(pieces[:count]), pieces[count:]
    start = head.start + len(names) + 2
    bare = head._replace(end=head.start + len(names))
    if len(rest) == 1 or not _is_place_before(parts.text, head, after, rest[-1]):
        return [bare, head._replace(label=Label.TITLE, start=start), after]
    end = head.end - len(rest[-1]) - 2
    title = head._replace(label=Label.TITLE, start=start, end=end)
    if after.label is Label.PLACE:
        return [bare, title, after._replace(start=end + 2)]
    return [bare, title, head._replace(label=Label.PLACE, start=end + 2), after]


def _is_name_left(rest: Sequence[str]) -> bool:
    """Whether another name follows the names: a family name before initials, initials before one, or "and"."""
    if _STRAIGHT.match(rest[0]):
        return True
    if len(rest) < 2:
        return False
    family = _PARTICLES_FIRST.sub("", rest[0])
    return _INITIALS.match(rest[1]) is not None or (" " not in family and any(map(_INITIALS.search, rest[1:])))


def _is_place_before(text: str, head: Span, after: Span, last: str) -> bool:
    """Whether the last piece is a place: with another place after a slash, or before the publisher or the year."""
    if after.label is Label.PLACE:
        return _PLACES_ON.fullmatch(text, head.end, after.start) is not None
    return after.label in _AFTER_PLACE and is_place(last)


def _pieces_of_names(pieces: Sequence[str]) -> int:
    """How many pieces are names: all of ``Weir``, ``Ann und Lee``, ``Bert``; 0 if one has no known given name."""
    index = 1
    while index < len(pieces):
        given, *others = _JOINT.split(pieces[index])
        if not _is_given(given):
            return 0
        last = others[-1] if others else ""
        if others and not _is_direct(last):
            index += 1  # a family name; the given name follows after the next comma
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
    """Whether a known given name comes first: ``Karl Ritter``."""
    given, space, _ = name.partition(" ")
    return bool(space) and _is_given(given)


_LAST_PART = re.compile(r",\s+(?P<title>[^\W\d_][^,;/&]+?)[\s,.;:]*\Z")
_TITLED_BEFORE = frozenset({Label.VOLUME, Label.VOLUMES, Label.EDITION, Label.PLACE, Label.TRANSLATOR})
"""Labels that follow the title of a book, and never follow names directly."""


@rule(Label.AUTHOR, _TITLED_BEFORE)
def titles_of_names(parts: Parts, index: int) -> Sequence[Span] | None:
    """A title after a comma that was taken for the last name: ``Weir, Ann, Das Dorf, Bd. 2``."""
    names, after = parts.spans[index : index + 2]
    found = _LAST_PART.search(parts.text[: names.end], names.start) if not index else None
    words_of = found["title"].split() if found else []
    if not found or len(words_of) < 2 or words_of[0].partition("-")[0] in words("given_names"):
        return None
    if any(word.endswith(".") and len(word) <= 3 for word in words_of):
        return None
    title = names._replace(label=Label.TITLE, start=found.start("title"), end=found.end("title"))
    return [names._replace(end=found.start()), title, after]


_NOUN = re.compile(r"[^\W\d_]{3,}(?:(?<!r)ions?|ments?|isms?|it(?:y|ies)|[ae]nces?|ics|ships?|tems?|(?<!v)ies)\b")
"""An ending of abstract nouns, which names of persons seldom have."""


_AFTER_LAST = late(
    rf"[\s,](?:and|und|&)\s(?P<last>{_WORD}\s(?:(?:[A-Z]\.\s?)+|{_WORD}\s)?{_WORD}),\s(?P<title>{_WORD}(?:\s[\w’'-]+)+)\Z"
)
"""The last of several names, in direct order, and what can therefore be no name."""


@rule(Label.AUTHOR, Label.TITLE, marks=",")
def titles_begun_as_names(parts: Parts, index: int) -> Sequence[Span] | None:
    """The first phrase of a title after a comma, taken for more names: ``Weir, Ann, Mills and Mill Systems. A study``.

    Only after one name with a known given name, if none of the words is a given name; or after the last of several
    names: ``Inglehart, Ronald, and Pippa Norris, Rising Tide: A study``.
    """
    if index or parts.after(0) not in (". ", ", ", ": "):
        return None
    names, title = parts.spans[:2]
    if found := _AFTER_LAST.search(parts.printed(names)):
        start = names.start + found.start("title")
        return [names._replace(end=names.start + found.end("last")), title._replace(start=start)]
    family, _, rest = parts.printed(names).partition(", ")
    given, _, phrase = rest.partition(", ")
    is_one = " " not in family and given.split(" ")[0] in words("given_names") and not _JOINT.search(given)
    if not is_one or not _NOUN.search(phrase) or any(word in words("given_names") for word in _WORDS.findall(phrase)):
        return None
    return [
        names._replace(end=names.start + len(family) + len(given) + 2),
        title._replace(start=names.end - len(phrase)),
    ]


_WORDS = re.compile(r"[^\W\d_]+")
_NAMES_LEFT = re.compile(
    rf"(?:{_NAME_WORD}\s?)?(?:\s?[/;]\s?{_NAME_WORD}(?:\s{_NAME_WORD})?,\s(?:[{UPPER}]\.\s?|{_NAME_WORD}\s?){{1,3}})+"
)


@rule(Label.AUTHOR, Label.TITLE, Label.DATE, Label.TITLE, marks="/;")
def names_for_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """The other names before the year, taken for a title: ``Keyman, E. | Fuat/Öniş, Ziya | (2007), Politics``."""
    names, others, year, title = parts.spans[index : index + 4]
    if index or not _NAMES_LEFT.fullmatch(parts.text, others.start, others.end):
        return None
    return [names._replace(end=others.end), year, title]


_REPORT_LAST = re.compile(
    r"(?P<body>[^,]+), (?P<title>[^\W\d_a-z][^,]*\b(?:Report|Survey|Outlook|Review|Yearbook|Indicators))\Z"
)


@rule(Label.AUTHOR, Label.DATE, Label.TITLE, marks=",")
def titles_of_yearly_reports(parts: Parts, index: int) -> Sequence[Span] | None:
    """The beginning and year of a yearly report's title: ``UNDP, Human Development Report 2004: Liberty, 2004``."""
    names, _, title = parts.spans[index : index + 3]
    found = _REPORT_LAST.fullmatch(parts.text, names.start, names.end)
    is_yearly = found and parts.after(index) == " " and parts.after(index + 1) == ": "
    if not found or not is_yearly or parts.labels.count(Label.DATE) < 2 or not _names_body(found["body"]):
        return None
    return [names._replace(end=found.end("body")), title._replace(start=found.start("title"))]


def _names_body(printed: str) -> bool:
    return is_acronym(printed) or any(map(is_institution_word, printed.split()))


@rule(Label.AUTHOR, Label.TITLE, marks="IVX")
def titles_before_colons(parts: Parts, index: int) -> Sequence[Span] | None:
    """A title that was taken for an author: it ends in a Roman number before a colon, ``Hartz IV: Die Klagewelle``."""
    if index or parts.after(0) != ": ":
        return None
    head, title = parts.spans[:2]
    before, _, last = parts.printed(head).rpartition(" ")
    if not before or "," in before or not _ROMAN.fullmatch(last):
        return None
    return [title._replace(start=head.start, confidence=min(head.confidence, title.confidence))]


_ISSUE = re.compile(r"(?:N[or]\.\s)?\d{1,3}")
_OF_NEWSPAPERS = frozenset(
    {Label.AUTHOR, Label.DATE, Label.DAY, Label.ISSUE, Label.PAGES, Label.TITLE, Label.CONTAINER, Label.REPORT}
)


@rule(having=[Label.AUTHOR, Label.DAY])
def newspapers_for_authors(parts: Parts, _: int) -> Sequence[Span] | None:
    """A newspaper in place of an author, which is the container: ``The Times (1979): Leader. 4 May 1979, p. 8``.

    The reference may have nothing else but the day.
    """
    paper, *others = parts.spans
    labels = parts.labels[1:]
    if paper.label is not Label.AUTHOR or Label.AUTHOR in labels or not _OF_NEWSPAPERS.issuperset(labels):
        return None
    titled = labels.count(Label.CONTAINER) + labels.count(Label.TITLE)
    if any(span.label is Label.REPORT and not _ISSUE.fullmatch(parts.printed(span)) for span in others):
        return None
    if (Label.CONTAINER in labels and titled > 1) or not is_newspaper(parts.printed(paper)):
        return None
    titles = {Label.CONTAINER: Label.TITLE, Label.REPORT: Label.ISSUE}
    rest = [
        span._replace(start=_start_of_issue(parts, span), label=titles.get(span.label, span.label)) for span in others
    ]
    return [paper._replace(label=Label.CONTAINER), *rest]


def _start_of_issue(parts: Parts, span: Span) -> int:
    """Where the number of an issue begins, after ``No.``; of any other part its start."""
    return span.end - len(parts.printed(span).split()[-1]) if span.label is Label.REPORT else span.start


@rule(Label.PUBLISHER, Label.DATE, having=[Label.TITLE], lacking=[Label.AUTHOR, Label.EDITOR])
def bodies_for_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A body before the year at the beginning, taken for the publisher: ``Department of Health, 1976. Title``."""
    body, year = parts.spans[index : index + 2]
    return None if index else [body._replace(label=Label.AUTHOR), year]

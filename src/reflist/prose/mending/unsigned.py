"""Unsigned works: a title in place of an author, and the part after it that was taken for the title."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.names import UPPER, read_names
from reflist.grammar.periodicals import is_newspaper
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.quotes import QUOTES, closing_quote

_IN = late(r"[.,;]?\s+[Ii]n:?\s+")
_EDITION = late(r"\(?(?:\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Rr]ev(?:ised|\.))\s[Ee]d(?:n|ition)?\.?\)?")
_NUMBER = late(r"(?:[Nn]o\.\s?)?\d{1,3}")
_ONLINE_ON = frozenset({Label.DAY, Label.URL, Label.ACCESSED})
_DEGREE = late(r"\(?(?:[^\W\d_][\w.’']*\s){1,2}(?:thesis|dissertation)\)?")
_REFERENCE_WORK = late(r"(?:The\s)?(?:\w+\s){0,3}(?:[Dd]ictionary|[Ee]ncyclop(?:a?e|æ)dia)\b")
_SITE = late(rf"(?:[{UPPER}][\w’'-]*(?:\s(?:(?:of|for|and|&)\s)?|$)){{1,4}}")
_ONLINE = late(r"\s\[(?:[Oo]nline|[Ii]nternet)\]\Z")
_LEADING = frozenset("a an the of for and & on in at to by from with or s".split())
_AS_NAMES = late(rf",\s|\b[{UPPER}]\.|\b[{UPPER}]{{1,3}}\Z|\bet\sal\b|\sothers\Z")

FEWEST_WORDS = 3
"""Fewer words than this, all with capitals, may be somebody's name even if no word is known from names."""


@rule(having=[Label.AUTHOR], lacking=[Label.STATUTE, Label.CASE])
def titles_for_authors(parts: Parts, _: int) -> Sequence[Span] | None:
    """A title in place of an author; the part that was taken for the title is the work's genre or its container.

    ``Notes on a mining village. 1978. MA thesis``, ``Austerity (2010), Dictionary of public policy``; without any other
    title ``A school for every child. The Sunday Post``. Names of persons and bodies are not titles.
    """
    head = parts[0]
    if head.label is not Label.AUTHOR or Label.AUTHOR in parts.labels[1:]:
        return None
    printed = parts.printed(head)
    if printed[0] in QUOTES:
        is_title = closing_quote(parts.text, head.start) in (head.end - 1, head.end)
        return _titled(parts, printed) if is_title else None
    mended = None if _AS_NAMES.search(printed) else _titled(parts, printed)
    is_named = mended is not None and any(name.family for name in read_names(printed).names)
    return None if is_named else mended


def _titled(parts: Parts, printed: str) -> Sequence[Span] | None:
    """The parts with the first, whose text is ``printed``, as the title; None if the next parts do not show this."""
    head, *others = parts.spans
    online = _ONLINE.search(printed)
    title = head._replace(label=Label.TITLE, end=head.start + online.start() if online else head.end)
    index = next((index for index, span in enumerate(others) if span.label is Label.TITLE), None)
    if index is None:
        is_titled = not _is_body(printed) and (online or _has_small_word(printed))
        is_work = parts.has(Label.CONTAINER, Label.THESIS, Label.EDITION) or (_ONLINE_ON | {Label.DATE}).issuperset(
            parts.labels[1:]
        )
        return [title, *others] if is_titled and is_work else None
    label = Label.CONTAINER if online else _label_of(parts, printed, index + 1)
    if label is None or (label is Label.CONTAINER and (parts.has(label) or _is_body(printed))):
        return None
    return [title, *others[:index], others[index]._replace(label=label), *others[index + 1 :]]


def _is_body(printed: str) -> bool:
    words = [word for word in printed.split() if word[0].isupper()]
    return printed[0] not in QUOTES and any(is_institution_word(word) or is_acronym(word) for word in words)


def _has_small_word(printed: str) -> bool:
    """Whether there is a word without a capital, which names of bodies do not have."""
    return printed[0] in QUOTES or any(
        word[0].islower() and word not in _LEADING for word in re.findall(r"[^\W\d_]+", printed)
    )


def _label_of(parts: Parts, head: str, index: int) -> Label | None:
    """The label of the second part read as a title, after ``head``; None if it is the title and ``head`` the author."""
    printed = parts.printed(parts[index])
    if head[0] in QUOTES and not parts.has(Label.CONTAINER):
        return Label.CONTAINER
    if is_newspaper(printed) and _has_small_word(head):
        return Label.CONTAINER
    may_be_name = len(head.split()) < FEWEST_WORDS and not _has_small_word(head)
    is_site = parts.has(*_ONLINE_ON) and _SITE.fullmatch(printed.rstrip("."))
    if is_site and len(head.split()) >= FEWEST_WORDS and _has_small_word(head) and not _has_small_word(printed):
        return Label.CONTAINER
    if _REFERENCE_WORK.match(printed) and (" " not in head or parts.has(Label.EDITOR) or not may_be_name):
        return Label.CONTAINER
    if may_be_name:
        return None
    if _DEGREE.fullmatch(printed):
        return Label.THESIS
    if _EDITION.fullmatch(printed):
        return Label.EDITION
    if _NUMBER.fullmatch(printed):
        return Label.REPORT
    return Label.CONTAINER if _IN.fullmatch(parts.after(index - 1)) else None


@rule(having=[Label.AUTHOR], lacking=[Label.CONTAINER])
def bodies_named_again(parts: Parts, _: int) -> Sequence[Span] | None:
    """A body repeated after the title is the site: ``Ditch Group. Facts on ditches. Ditch Group. 2020``.

    Also after a comma, if an address follows, or after the repeated year.
    """
    head = parts[0]
    if head.label is not Label.AUTHOR or parts.has(Label.PUBLISHER):
        return None
    printed = parts.printed(head).rstrip(".")
    if parts.text.find(printed, head.end) < 0:
        return None
    for index, span in enumerate(parts.spans[1:], start=1):
        end = span.start + len(parts.printed(span).rstrip("."))
        before = parts.text[head.end : end].removesuffix(printed)
        if end - len(before) == head.end or not (mark := _ENDS_BEFORE.search(before)):
            continue
        if mark[0][0] == "," and not parts.has(Label.URL):
            continue
        again = span._replace(label=Label.CONTAINER, start=end - len(printed), end=end)
        if span.start == again.start and (span.label is Label.AUTHOR or Label.TITLE in parts.labels[:index]):
            return [*parts.spans[:index], again, *parts.spans[index + 1 :]]
        title = span._replace(end=head.end + mark.start())
        if span.label is Label.TITLE and title.start < title.end:
            return [*parts.spans[:index], title, again, *parts.spans[index + 1 :]]
    return None


_ENDS_BEFORE = late(rf"[.,](?:\s{YEAR}[.,])?\s+\Z")

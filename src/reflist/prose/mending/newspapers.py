"""Newspapers: a single number after one is a page; a newspaper contains an article and is not its publisher."""

import re
from collections.abc import Sequence

from reflist.grammar.periodicals import is_named_periodical, is_newspaper, is_periodical
from reflist.grammar.publishers import is_listed_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_capitalised, put
from reflist.prose.quotes import CLOSING

_QUOTED_WITH_PAGES = (Label.TITLE, Label.PUBLISHER, Label.PAGES)
_PAGES_AFTER = re.compile(r",\s(?:pp?\.?\s?)?")
_PRESS = re.compile(r"(?i:press|publish|verlag|books)")
_CLOSES = frozenset(CLOSING)
_VOLUME_BEFORE = re.compile(r"\b(?:[Vv]ol(?:ume)?|[Bb]d|[Bb]and)\b[\s.]*\Z")


@rule(frozenset({Label.VOLUME, Label.NOTE, Label.ISSUE}), having=[Label.CONTAINER], lacking=[Label.PAGES])
def pages_of_newspapers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The only number after a newspaper, or after a container and a day: ``The Guardian, 29.``, ``2013;29``."""
    number, before = parts[index], parts.labels[:index]
    if parts.has(Label.VOLUME) and parts.has(Label.ISSUE):
        return None
    while before and before[-1] in (Label.DATE, Label.DAY):
        before = before[:-1]
    if not before or before[-1] is not Label.CONTAINER:
        return None
    paper = parts[len(before) - 1]
    printed = parts.printed(number).rstrip(".")
    if not printed.isdecimal() or _VOLUME_BEFORE.search(parts.text[: number.start]):
        return None
    days = (parts.printed(span) for span in parts.spans if span.label is Label.DAY)
    if not (any(any(map(str.isdigit, day)) for day in days) or is_newspaper(parts.printed(paper))):
        return None  # "New Left Review 53, Sep-Oct 2008"
    return [number._replace(label=Label.PAGES, end=number.start + len(printed))]


@rule(Label.PUBLISHER, having=[Label.TITLE], lacking=[Label.CONTAINER, Label.PLACE])
def newspapers_for_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A newspaper or journal that was taken for the publisher of its article: ``Title, The Guardian, 4 May``.

    Or any name between a title in quotation marks and pages: ``‘Title’, Leeds Legal Forum, pp. 139-67``. With a place,
    it is the publisher of a book.
    """
    printed = parts.printed(parts[index])
    if parts.labels[index - 1 : index + 2] == _QUOTED_WITH_PAGES and not parts.has(Label.EDITOR, Label.EDITION):
        is_quoted = parts.text[parts[index].start - 3 : parts[index].start].strip(" ,.") in _CLOSES
        is_cited = is_quoted and not is_listed_publisher(printed) and not _PRESS.search(printed)
        if is_cited and _PAGES_AFTER.fullmatch(parts.after(index)):
            return [parts[index]._replace(label=Label.CONTAINER)]
    is_other = is_newspaper(printed) or is_periodical(printed) or is_named_periodical(printed)
    is_other = is_other or _LAST_WORD.search(printed) is not None
    return [parts[index]._replace(label=Label.CONTAINER)] if is_other else None


_LAST_SENTENCE = re.compile(r"[.?!]['’”\"]?\s+(?P<newspaper>[^\W\d_a-z][^.?!,:]{2,100})\Z")
_ONLINE = re.compile(r"\.\s(?:Published|Posted)\sonline\s")
_NUMBERS = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES, Label.DOI, Label.STATUS})
_LAST_WORD = re.compile(
    r"\b(?:Herald|Times|Post|Tribune|Gazette|Chronicle|Telegraph|Courier|Observer|Zeitung|Anzeiger|Tageblatt)\.?$"
)


@rule(Label.TITLE, lacking=[Label.CONTAINER], marks=".?!")
def newspapers_after_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A newspaper that was taken for the last sentence of its article's title: ``Title. The Times``.

    Or a periodical with numbers after it, or with ``Published online 2019``.
    """
    title = parts[index]
    found = _LAST_SENTENCE.search(parts.text[: title.end], title.start)
    if not found:
        return None
    printed = found["newspaper"]
    is_paper = is_newspaper(printed) or _LAST_WORD.search(printed)
    is_numbered = parts.has(*_NUMBERS) and is_named_periodical(printed)
    if not (is_paper or is_numbered or (_ONLINE.match(parts.after(index)) and is_capitalised(printed))):
        return None
    return put(parts.text, [title], title._replace(label=Label.CONTAINER, start=found.start("newspaper")))

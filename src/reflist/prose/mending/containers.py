"""Containers: the numbers of a periodical behind its title, and the words that introduce it."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import ends_in_genre
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.periodicals import is_abbreviated
from reflist.grammar.places import is_place
from reflist.grammar.publishers import is_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import between, has, put, split

_NUMBERED = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
_VOLUME_AND_ISSUE = re.compile(
    rf"(?:,\s*|\s+(?=\d+\s*[(,:/]))(?!{YEAR}$)(?P<volume>\d{{1,4}})"
    rf"(?:\s*\((?P<issue>{_NUMBERED})\)|\s*[,:/]\s*(?P<parted>\d{{1,3}}))?[\s,.;:]*$"
)
_ISSUE = re.compile(
    rf"[,\s]+(?:(?:H(?:eft)?|N[or]s?|Issue|Ausg(?:abe)?|n°)\b\.?\s*(?P<issue>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?:/{YEAR})?"
    r"|(?P<lettered>[A-Z]\s?\d{1,3}(?:[-–]\d{1,3})?/\d{2,4}))[\s,.;:]*$"
)
_PARTED = re.compile(r"(?P<volume>\d{1,3})\s?[/:.]\s?(?P<issue>\d{1,2})")
_INTRODUCED = re.compile(r"[Ii]n(?:\s*:\s*|\s+)(?=[^\W\d_a-z])")
_LEADS_ON = re.compile(r"[\s,]+(?:vom|v\.?)$")


_BARE_VOLUME = re.compile(rf"(?<=[^\W\d_]{{3}})\s+(?!{YEAR}$)(?P<volume>\d{{1,4}})$")
_SECTION = re.compile(
    r"\b(?:[Vv]ol(?:ume)?|[Pp]art|[Tt]eil|[Ss]ection|[Ss]eries|[Nn]umber|[Bb]and|[Hh]eft|[Rr]ound|[Ww]ave)\s+\d+$"
)
_BOOK_AS = frozenset({Label.SERIES, Label.NOTE, Label.PUBLISHER})


def books_behind_editors(text: str, spans: list[Span]) -> list[Span]:
    """What stands behind editors that "in" introduces is the book they edited, and not its series or publisher."""
    if has(spans, Label.CONTAINER) or not has(spans, Label.TITLE):
        return spans
    for index, (editor, book) in enumerate(pairwise(spans)):
        before = spans[index - 1] if index else None
        is_introduced = before is not None and _IN_GAP.search(text, before.end, editor.start)
        is_publisher = book.label is Label.PUBLISHER and not has(spans[index + 2 :], Label.PUBLISHER)
        is_publisher = is_publisher and not _is_long_before_place(text, spans, index + 1)
        if editor.label is Label.EDITOR and is_introduced and book.label in _BOOK_AS and not is_publisher:
            return [*spans[: index + 1], book._replace(label=Label.CONTAINER), *spans[index + 2 :]]
    return spans


def _is_long_before_place(text: str, spans: list[Span], index: int) -> bool:
    """Whether words before a comma and the place are too many for a publisher: ``Deutsche Parteien vor 1918, Köln``."""
    book, after = spans[index], spans[index + 1 : index + 2]
    is_before = bool(after) and after[0].label is Label.PLACE and text[book.end : after[0].start] == ", "
    printed = text[book.start : book.end]
    return is_before and len(printed.split()) > _FEW and not is_publisher(printed)


_FEW = 3
_IN_TITLE = re.compile(r"(?:[.?!]['’”\"]?\s+[Ii]n:?|,\s+in:)\s+(?=[^\W\d_a-z])")


def containers_of_titles(text: str, spans: list[Span]) -> list[Span]:
    """The book that was taken for the end of a title, though "in" introduces it and its editors stand behind it."""
    if has(spans, Label.CONTAINER):
        return spans
    for index, (title, behind) in enumerate(pairwise(spans)):
        found = _IN_TITLE.search(text[: title.end], title.start) if title.label is Label.TITLE else None
        if found and behind.label in _BEHIND_BOOKS:
            book = title._replace(label=Label.CONTAINER, start=found.end())
            return [*spans[:index], title._replace(end=found.start()), book, *spans[index + 1 :]]
    return spans


_LAST_OF_TITLE = re.compile(r",\s+(?P<container>[^\W\d_a-z][^,.?!:;]*)\Z")


def periodicals_behind_commas(text: str, spans: list[Span]) -> list[Span]:
    """What only a comma parts from a title, before volume and pages, is the periodical: ``Title, Die Zeit, 2. Jg.``."""
    if has(spans, Label.CONTAINER, Label.PUBLISHER, Label.SERIES, Label.PLACE, Label.REPORT):
        return spans
    if not (has(spans, Label.VOLUME, Label.ISSUE) and has(spans, Label.PAGES)):
        return spans
    for index, (title, behind) in enumerate(pairwise(spans)):
        if title.label is not Label.TITLE or behind.label not in (Label.VOLUME, Label.ISSUE):
            continue
        if found := _LAST_OF_TITLE.search(text[: title.end], title.start):
            container = title._replace(label=Label.CONTAINER, start=found.start("container"))
            return [*spans[:index], title._replace(end=found.start()), container, *spans[index + 1 :]]
    return spans


def periodicals_for_reports(text: str, spans: list[Span]) -> list[Span]:
    """What was taken for a report or series, right before volume or issue, and with pages behind, is a periodical."""
    if has(spans, Label.CONTAINER, Label.PUBLISHER, Label.PLACE) or not has(spans, Label.TITLE):
        return spans
    if not (has(spans, Label.VOLUME, Label.ISSUE) and has(spans, Label.PAGES)):
        return spans
    for index, (series, behind) in enumerate(pairwise(spans)):
        is_before = series.label in (Label.REPORT, Label.SERIES) and behind.label in (Label.VOLUME, Label.ISSUE)
        if is_before and not ends_in_genre(text[series.start : series.end]):
            return [*spans[:index], series._replace(label=Label.CONTAINER), *spans[index + 1 :]]
    return spans


_BEHIND_BOOKS = frozenset({Label.EDITOR, Label.PAGES, Label.VOLUME, Label.EDITION})
_IN_GAP = re.compile(r"\b[Ii]n\b")
_BEFORE_PAGES = re.compile(r"\s*[,:]\s*(?:pp?\.|S\.)?\s*")


def part_numbers(text: str, spans: list[Span]) -> list[Span]:
    """Volume and issue that were taken for the end of a periodical's title: ``WSI-Mitteilungen 57 (8)``.

    Of a book with editors, only a volume with its label: ``Handbook of Population Economics, Vol. 1B``.
    """
    if has(spans, Label.VOLUME, Label.ISSUE):
        return spans
    if has(spans, Label.EDITOR):
        return _without_volume(text, spans)
    mended: list[Span] = []
    for index, span in enumerate(spans):
        printed = text[span.start : span.end]
        if span.label is not Label.CONTAINER:
            mended.append(span)
        elif (found := _BARE_VOLUME.search(printed)) and _is_volume(text, spans, index):
            mended += split(span, found, volume=Label.VOLUME)
        elif found := _ISSUE.search(printed):
            mended += split(span, found, issue=Label.ISSUE, lettered=Label.ISSUE)
        elif found := _VOLUME_AND_ISSUE.search(printed):
            mended += split(span, found, volume=Label.VOLUME, issue=Label.ISSUE, parted=Label.ISSUE)
        else:
            mended.append(span)
    return [span for span in mended if span.start < span.end]


_LABELLED = re.compile(r",\s*(?:[Vv]ol(?:ume)?|Bd|Band)\b\.?\s*(?P<volume>\d{1,3}[A-Z]?|[IVX]{1,4})[\s,.;:]*$")


def _without_volume(text: str, spans: list[Span]) -> list[Span]:
    mended: list[Span] = []
    for span in spans:
        is_container = span.label is Label.CONTAINER
        found = _LABELLED.search(text[span.start : span.end]) if is_container else None
        mended += split(span, found, volume=Label.VOLUME) if found else [span]
    return mended


def _is_volume(text: str, spans: list[Span], index: int) -> bool:
    """Whether pages follow right behind a container that ends in a number, and no word says it numbers a part of it."""
    has_pages = index + 1 < len(spans) and spans[index + 1].label is Label.PAGES
    is_part = _SECTION.search(text, spans[index].start, spans[index].end)
    return has_pages and not is_part and bool(_BEFORE_PAGES.fullmatch(between(text, spans, index)))


def _lacks_letter(text: str, span: Span) -> bool:
    found = _LETTERED_END.match(text, span.start, span.end)
    return found is not None and text[span.start - 1] == found["letter"] and not text[span.start - 2].isalnum()


def without_introduction(text: str, spans: list[Span]) -> list[Span]:
    """A container without the "In:" before it, and without the ``vom`` that leads on to a day."""
    befores = (None, *(span.label for span in spans))
    return [
        _bare(text, span, before) if span.label is Label.CONTAINER else span
        for before, span in zip(befores, spans, strict=False)
    ]


def _bare(text: str, span: Span, before: Label | None) -> Span:
    """The container; behind a title, which "in" introduces, and not behind editors, where a title may begin so."""
    begin = _INTRODUCED.match(text, span.start, span.end) if before is Label.TITLE else None
    end = _LEADS_ON.search(text, span.start, span.end)
    return span._replace(start=begin.end() if begin else span.start, end=end.start() if end else span.end)


def issues_of_volumes(text: str, spans: list[Span]) -> list[Span]:
    """``42/3`` without an issue beside it is volume 42, issue 3; ``12/13`` are two volumes."""
    if has(spans, Label.ISSUE):
        return spans
    mended: list[Span] = []
    for span in spans:
        found = _PARTED.fullmatch(text, span.start, span.end) if span.label is Label.VOLUME else None
        if found and int(found["issue"]) != int(found["volume"]) + 1:
            mended.append(span._replace(end=found.end("volume")))
            mended.append(span._replace(label=Label.ISSUE, start=found.start("issue")))
        else:
            mended.append(span)
    return mended


_OF_YEAR = re.compile(rf"(?P<issue>{_NUMBERED})/(?P<year>{YEAR})(?!\d)")


def issues_of_years(text: str, spans: list[Span]) -> list[Span]:
    """``4/2007`` is the fourth issue of the year that was given: no volume."""
    years = {text[span.start : span.end][:4] for span in spans if span.label is Label.DATE}
    if has(spans, Label.ISSUE):
        return spans
    return [
        span._replace(label=Label.ISSUE) if span.label is Label.VOLUME and _is_of_year(text, span, years) else span
        for span in spans
    ]


def _is_of_year(text: str, span: Span, years: set[str]) -> bool:
    """Whether a year that was given stands behind a number and a slash, in the same part or right behind it."""
    found = _OF_YEAR.match(text, span.start)
    is_whole = found is not None and span.end in (found.end("issue"), found.end())
    return found is not None and is_whole and found["year"] in years


_TITLE_ENDS = re.compile(r"(?P<title>[^.,;:?!]{3,60})(?P<stop>\.|(?<=[?!]))\s+(?=[^\W\d_a-z])")


def ends_of_titles(text: str, spans: list[Span]) -> list[Span]:
    """The last words of a title, behind a comma, that were taken for the first of its periodical's abbreviated name.

    ``…, with application to Volcán Alcedo, Galápagos. J. Geophys. Res. 112``
    """
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        is_behind = last is not None and last.label is Label.TITLE and text[last.end : span.start] in (", ", ": ")
        found = _TITLE_ENDS.match(text, span.start, span.end) if span.label is Label.CONTAINER and is_behind else None
        if last and found and not is_abbreviated(found["title"]) and text.find(". ", found.end(), span.end) > 0:
            mended[-1] = last._replace(end=found.end("title"))
            mended.append(span._replace(start=found.end()))
        else:
            mended.append(span)
    return mended


_LAST_PAGES = re.compile(rf",\s(?P<page>\d{{1,4}}[–-]\d{{1,4}}|(?!{YEAR}\Z)\d{{4,8}})\Z")


def pages_of_books(text: str, spans: list[Span]) -> list[Span]:
    """The pages that were taken for the end of a book's title, before its place: ``Evasion of Politics, 12140.``."""
    if has(spans, Label.PAGES, Label.VOLUME, Label.ISSUE) or not has(spans, Label.PLACE, Label.PUBLISHER):
        return spans
    mended: list[Span] = []
    for span in spans:
        found = _LAST_PAGES.search(text[: span.end], span.start) if span.label is Label.CONTAINER else None
        if found:
            mended += span._replace(end=found.start()), span._replace(label=Label.PAGES, start=found.start("page"))
        else:
            mended.append(span)
    return mended


def places_for_containers(text: str, spans: list[Span]) -> list[Span]:
    """A place that was taken for what contains a work, of which no number says so: ``Title. Dublin, 2014``."""
    if has(spans, Label.PLACE, Label.VOLUME, Label.ISSUE, Label.PAGES, Label.EDITOR, Label.DAY):
        return spans
    return [
        span._replace(label=Label.PLACE)
        if span.label is Label.CONTAINER and is_place(text[span.start : span.end])
        else span
        for span in spans
    ]


def publishers_for_containers(text: str, spans: list[Span]) -> list[Span]:
    """A body right before its place that was taken for what contains a work, of which no number says that it does."""
    if has(spans, Label.PUBLISHER, Label.VOLUME, Label.ISSUE, Label.PAGES, Label.EDITOR, Label.DAY):
        return spans
    mended = list(spans)
    for index, (body, place) in enumerate(pairwise(spans)):
        is_placed = body.label is Label.CONTAINER and place.label is Label.PLACE and has(spans[:index], Label.TITLE)
        if is_placed and text[body.end : place.start] == ", " and looks_like_institution(text[body.start : body.end]):
            mended[index] = body._replace(label=Label.PUBLISHER)
    return mended


_DIGITS = re.compile(r"\d+")
_LETTERED_END = re.compile(r"\d+\s?[-–]\s?(?P<letter>[^\W\d_])\d")


def one_name(text: str, spans: list[Span]) -> list[Span]:
    """A periodical's name in two parts, the first of which ends with an abbreviation: ``Urban For. Urban Green.``."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        is_second = last is not None and last.label is span.label is Label.CONTAINER
        if last and is_second and text[last.end : span.start] == ". " and is_abbreviated(text[last.start : last.end]):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        else:
            mended.append(span)
    return mended


def whole_pages(text: str, spans: list[Span]) -> list[Span]:
    """The digits or letter that a range of pages was parted from: ``e317–e`` and ``332``, ``S`` and ``1-S39``."""
    spans = [
        span._replace(start=span.start - 1) if span.label is Label.PAGES and _lacks_letter(text, span) else span
        for span in spans
    ]
    for span in spans:
        found = _DIGITS.match(text, span.end) if span.label is Label.PAGES else None
        if found:
            spans = put(text, [other for other in spans if other is not span], span._replace(end=found.end()))
    return spans

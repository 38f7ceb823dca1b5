"""Periodicals with their numbers that were taken for a series, a report or a publisher."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import OFFICIAL, names_genre
from reflist.grammar.pages import split_lost_dash
from reflist.grammar.periodicals import is_abbreviated, is_newspaper, is_periodical
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import joined, put

_RANGE = r"[A-Za-z]?\d{1,6}(?:\s?[-–]\s?[A-Za-z]?\d{0,6})?"
_CALLED = frozenset({Label.SERIES, Label.REPORT})
_NUMBERED = re.compile(
    rf"(?P<container>[^\W\d_].*?[^\W\d_)’”.,]),?\s+(?:(?P<volume>\d{{1,4}})\s?)?"
    rf"(?:\((?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)\)|[Nn]o\.\s(?P<number>\d{{1,4}}))?"
    rf"\s?[:,]\s?(?P<page>{_RANGE})[.]?\Z"
)
_PAGE_LAST = re.compile(r"(?P<container>[^\W\d_].*[^\W\d_])[,:]?\s+(?P<page>\d{1,8})\.?\Z")
_PAGES_LAST = re.compile(r"(?P<container>[^\W\d_].*[^\W\d_])[,:]?\s+(?P<page>\d{1,4}\s?[-–]\s?\d{1,4})\.?\Z")
_VOLUME_LAST = re.compile(r"(?P<container>[^\W\d_].*[^\W\d_]),?\s+(?P<volume>\d{1,3})\s?[:.]?\Z")
_TAKEN_FOR = frozenset({Label.SERIES, Label.REPORT, Label.PUBLISHER, Label.NOTE})
_LABELS = {"volume": Label.VOLUME, "issue": Label.ISSUE, "page": Label.PAGES}
_OF_BOOKS = (Label.CONTAINER, Label.PUBLISHER, Label.PLACE)


@rule(having=[Label.TITLE, _TAKEN_FOR], lacking=[Label.CONTAINER, Label.VOLUME, Label.ISSUE], marks="0123456789")
def periodicals_for_series(parts: Parts, _: int) -> Sequence[Span] | None:
    """A name, a number, which may be in brackets, and pages after a colon: ``Research Briefing (31): 1–24``."""
    for span in parts.spans:
        if span.label not in _TAKEN_FOR or not _is_only(span, parts.spans) or OFFICIAL.match(parts.printed(span)):
            continue
        rest = _REST.match(parts.text, span.end) or _NUMBERS_LAST.match(parts.text, span.end)
        stretch = parts.text[span.start : rest.end() if rest else span.end]
        found = _NUMBERED.match(stretch) or _named(parts, span)
        if found and (found.re is not _NUMBERED or _is_numbered(found)):
            end = span.start + len(stretch)
            others = [other for other in parts.spans if other.end <= span.start or other.start >= end]
            return put(parts.text, others, *_parts(span, found))
    return None


def _is_numbered(found: re.Match[str]) -> bool:
    """Whether a volume or an issue precedes the pages, or the pages are a range."""
    return bool(found["volume"] or found["issue"] or found["number"]) or any(
        dash in found["page"][1:-1] for dash in "-–"
    )


_REST = re.compile(r"\s?[-–]\s?\d{1,5}")
_NUMBERS_LAST = re.compile(
    r",?\s(?:\(\d{1,4}(?:[-–/]\d{1,4})?\)|[Nn]o\.\s\d{1,4})\s?[:,]\s?\d{1,6}(?:\s?[-–]\s?\d{1,6})?\.?\Z"
)
"""An issue and pages at the end of a string that no part includes."""


def _is_only(span: Span, spans: Sequence[Span]) -> bool:
    """Whether no other part is a container, publisher or place."""
    return not any(other.label in _OF_BOOKS for other in spans if other is not span)


def _named(parts: Parts, span: Span) -> re.Match[str] | None:
    """A periodical, or the container of a quoted title, with a single number after it: its page or volume."""
    printed = parts.printed(span)
    pages = _PAGES_LAST.fullmatch(printed)
    if pages and not names_genre(pages["container"]):
        return pages
    page = _PAGE_LAST.fullmatch(printed)
    if page is None:
        return None
    if is_newspaper(page["container"]) or (_is_quoted(parts) and split_lost_dash(page["page"], shortened=False)):
        return page
    if ":" in printed:
        return page
    is_last = not (parts.has(Label.URL) or Label.REPORT in parts.labels[: parts.spans.index(span)])
    volume = _VOLUME_LAST.fullmatch(printed) if is_last or is_periodical(page["container"]) else None
    return volume if volume and not names_genre(volume["container"]) and span.label in _CALLED else None


def _is_quoted(parts: Parts) -> bool:
    title = parts[parts.labels.index(Label.TITLE)]
    return bool(re.match(r"[.,]?[”’\"']", parts.text[title.end : title.end + 2]))


def _parts(span: Span, found: re.Match[str]) -> list[Span]:
    parts = [span._replace(label=Label.CONTAINER, end=span.start + found.end("container"))]
    for group, label in (*_LABELS.items(), ("number", Label.ISSUE)):
        if found.groupdict().get(group):
            parts.append(
                span._replace(label=label, start=span.start + found.start(group), end=span.start + found.end(group))
            )
    return parts


_MEETING = re.compile(
    r"(?:[Tt]he\s)?(?:Transactions|Advances in)\b"
    r"|.*\b(?:Proceedings|Annual Meeting|(?:Symposium|Conference|Workshop|Congress) on)\b"
)
_NAME = re.compile(r"[^\W\d_a-z][^.;:()\d]{1,60}")


_NAMED = frozenset({Label.PUBLISHER, Label.NOTE})


@rule(having=[Label.TITLE, _NAMED], lacking=[Label.CONTAINER])
def proceedings_for_publishers(parts: Parts, _: int) -> Sequence[Span] | None:
    """Proceedings that were taken for the publisher of a paper, and their own publisher, which became a note.

    ``Hedges. Proceedings of the Ditch Society, Spade Press``
    """
    text, spans = parts.text, parts.spans
    for index, span in enumerate(spans):
        if span.label in _NAMED and _MEETING.match(text, span.start, span.end):
            container, after = span._replace(label=Label.CONTAINER), list(spans[index + 1 :])
            is_named = bool(after) and after[0].label is Label.NOTE and _NAME.fullmatch(parts.printed(after[0]))
            if is_named and all(other is span or other.label is not Label.PUBLISHER for other in spans):
                after[0] = after[0]._replace(label=Label.PUBLISHER)
            return [*spans[:index], container, *after]
    return None


_NUMBERS_ALONE = re.compile(r"(?P<volume>\d{1,4})?\s?(?:\((?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)\))?")
_NUMBERS = frozenset({Label.VOLUME, Label.ISSUE})


@rule(_CALLED, _NUMBERS | _NAMED, Label.PAGES, lacking=[Label.CONTAINER, Label.PLACE])
def periodicals_before_numbers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A periodical before a part with only numbers, whatever its label: ``Arbeitspapiere, 2 (1), 1–14``."""
    called, numbers, pages = parts.spans[index : index + 3]
    found = _NUMBERS_ALONE.fullmatch(parts.text, numbers.start, numbers.end)
    if not found or not found[0] or _HAS_DIGIT.search(parts.text, called.start, called.end):
        return None
    named = [
        numbers._replace(label=_LABELS[group], start=found.start(group), end=found.end(group))
        for group in ("volume", "issue")
        if found[group]
    ]
    return [called._replace(label=Label.CONTAINER), *named, pages]


_HAS_DIGIT = re.compile(r"\d")


_ROMAN_LAST = re.compile(r"\s(?P<volume>[IVXLC]{1,7})\Z")


@rule(Label.CONTAINER, Label.ISSUE, lacking=[Label.VOLUME])
def roman_volumes(parts: Parts, index: int) -> Sequence[Span] | None:
    """The volume in Roman numerals that was taken for the end of the periodical's name: ``World Affairs XI, no. 2``."""
    container, issue = parts.spans[index : index + 2]
    found = _ROMAN_LAST.search(parts.text, container.start, container.end)
    if not found:
        return None
    volume = container._replace(label=Label.VOLUME, start=found.start("volume"))
    return [container._replace(end=found.start()), volume, issue]


_ROMAN = re.compile(r"[IVXLC]{2,8}")


@rule(Label.CONTAINER, frozenset({Label.PUBLISHER, Label.NOTE}), Label.PAGES, lacking=[Label.VOLUME])
def roman_volumes_for_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A volume in Roman numerals that was taken for a publisher: ``Political Studies, | XLIV, | pp. 652-667``."""
    container, volume, pages = parts.spans[index : index + 3]
    is_roman = _ROMAN.fullmatch(parts.printed(volume))
    return [container, volume._replace(label=Label.VOLUME), pages] if is_roman else None


_NEW_SERIES = re.compile(r",?\s(?P<series>(?:[nN]\.\s?[sS]\.?|[nN]ew [sS]eries|[nN]\.F\.?|[nN]eue Folge))\Z")


@rule(Label.CONTAINER, Label.VOLUME, words="n new neue")
def new_series(parts: Parts, index: int) -> Sequence[Span] | None:
    """``Transactions, n.s. | 32``: "new series" belongs to the volume (Chicago Manual, 17th edition, 14.184)."""
    container, volume = parts.spans[index : index + 2]
    found = _NEW_SERIES.search(parts.text, container.start, container.end)
    if not found or parts.after(index).strip(" .,"):
        return None
    return [container._replace(end=found.start()), volume._replace(start=found.start("series"))]


@rule(Label.CONTAINER, Label.VOLUME, Label.PAGES, having=[Label.DATE], lacking=[Label.ISSUE])
def years_for_volumes(parts: Parts, index: int) -> Sequence[Span] | None:
    """The year of the work, repeated before the pages, is not a volume: ``Weir, A. 2019. … Hedges, 2019, 1–17``."""
    container, volume, pages = parts.spans[index : index + 3]
    years = [parts.printed(span)[:4] for span in parts.spans[:index] if span.label is Label.DATE]
    is_again = parts.printed(volume) in years and parts.after(index) == ", " and parts.after(index + 1) == ", "
    return [container, pages] if is_again else None


_IN_BRACKETS = re.compile(r"\(?(?P<number>\d{1,4}(?:[-–/]\d{1,4})?)\)?")
_NO_NUMBER = re.compile(
    r"(?=[A-Z]*[^IVXLCDM\W])[A-Z]{3,}|(?!Spec|Extra|Annual|Sonder|Spring|Summer|Autumn|Winter)[A-Z][a-z]{4,}"
)


@rule(Label.CONTAINER, Label.VOLUME)
def issues_in_brackets(parts: Parts, index: int) -> Sequence[Span] | None:
    """A number in brackets is the issue, if no other is given: ``Revista, (113), 27–46``; and a word is no volume."""
    container, volume = parts.spans[index : index + 2]
    if parts.after(index) == " " and _NO_NUMBER.fullmatch(parts.text, volume.start, volume.end):
        return [joined(container, volume)]
    start = volume.start - parts.text.startswith("(", volume.start - 1)
    found = _IN_BRACKETS.match(parts.text, start) if parts.text[start] == "(" else None
    if not found or not found[0].endswith(")") or Label.ISSUE in parts.labels:
        return None
    return [container, volume._replace(label=Label.ISSUE, start=found.start("number"), end=found.end("number"))]


_LETTERED = re.compile(r"[A-Za-z]\d{1,7}|[A-Z]\d\d[A-Z]\d{2,3}")


@rule(_NUMBERS, frozenset({Label.NOTE, Label.VOLUME, Label.PUBLISHER}), having=[Label.CONTAINER], lacking=[Label.PAGES])
def lettered_pages(parts: Parts, index: int) -> Sequence[Span] | None:
    """An article number that begins with a letter, even if the letter was left out: ``BMJ 372, n71``, ``372, n | 71``.

    Numbers of the American Geophysical Union have a second letter: ``44, W00B02``.
    """
    numbers, number = parts.spans[index : index + 2]
    start = number.start - parts.text[number.start - 1].isalpha()
    is_set_off = not parts.text[start - 1].isalnum() and _LETTERED.fullmatch(parts.text, start, number.end)
    return [numbers, number._replace(label=Label.PAGES, start=start)] if is_set_off else None


_LETTER_BEFORE = re.compile(r"[\s:,][a-oqrt-z]")
_LETTERED_END = re.compile(r"\d+\s?[-–]?\s?(?P<letter>[^\W\d_])\d")
_DIGITS = re.compile(r"\d+")


@rule(having=[Label.PAGES])
def whole_pages(parts: Parts, _: int) -> Sequence[Span] | None:
    """The letter or digits that pages were cut off from: ``n`` and ``71``, ``S`` and ``1-S39``, ``e3–e`` and ``32``."""
    whole = [(span, _whole(parts.text, span)) for span in parts.spans if span.label is Label.PAGES]
    mended: Sequence[Span] | None = None
    for span, new in whole:
        if new != span:
            mended = put(parts.text, [other for other in mended or parts.spans if other != span], new)
    return mended


def _whole(text: str, pages: Span) -> Span:
    is_split = pages.start > 1 and text[pages.start - 1].isalpha()
    if is_split and (_LETTER_BEFORE.match(text, pages.start - 2) or _lacks_letter(text, pages)):
        pages = pages._replace(start=pages.start - 1)
    end = _DIGITS.match(text, pages.end)
    return pages._replace(end=end.end()) if end else pages


def _lacks_letter(text: str, pages: Span) -> bool:
    found = _LETTERED_END.match(text, pages.start, pages.end)
    return found is not None and text[pages.start - 1] == found["letter"] and not text[pages.start - 2].isalnum()


@rule(Label.VOLUME, Label.PAGES, lacking=[Label.ISSUE], marks="-–")
def split_pages(parts: Parts, index: int) -> Sequence[Span] | None:
    """The first page that was taken for a volume, before the dash of a range: ``The Ditch | 34 | –36``."""
    volume, pages = parts.spans[index : index + 2]
    is_rest = parts.text[pages.start] in "-–" and not parts.after(index).strip()
    is_range = is_rest or (parts.text[volume.end - 1] in "-–" and parts.after(index) == " ")
    return [pages._replace(start=volume.start)] if is_range else None


@rule(Label.ISSUE, Label.ISSUE, lacking=[Label.PAGES], marks="-–")
def pages_for_issues(parts: Parts, index: int) -> Sequence[Span] | None:
    """A range after the issue is pages and not another issue: ``2004;3(2):12-34``."""
    issue, pages = parts.spans[index : index + 2]
    is_range = _DASH.search(parts.printed(pages)) and _MARK_BEFORE.fullmatch(parts.after(index))
    return [issue, pages._replace(label=Label.PAGES)] if is_range else None


_BEFORE_PAGES = frozenset({Label.VOLUME, Label.ISSUE, Label.CONTAINER, Label.EDITOR, Label.DATE})
_MARK_BEFORE = re.compile(r"\)?[,:;]\s?\Z")


@rule(_BEFORE_PAGES, Label.DATE, having=[Label.CONTAINER], lacking=[Label.PAGES])
def pages_for_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """A range without its dash, read as a year though another year is given: ``Ditch Review 367 (2012), 2029``."""
    before, date = parts.spans[index : index + 2]
    printed = parts.printed(date)
    others = [span for span in parts.spans if span.label is Label.DATE and span is not date]
    if not others or not printed.isdecimal() or split_lost_dash(printed, shortened=False) is None:
        return None
    gap = parts.text[before.end : date.start]
    if not _MARK_BEFORE.search(gap) or parts.printed(others[0])[:4] == printed:
        return None
    return [before, date._replace(label=Label.PAGES)]


_NUMBERS_BEFORE = frozenset({Label.VOLUME, Label.ISSUE, Label.CONTAINER})


@rule(_NUMBERS_BEFORE, Label.DATE, Label.ORIGINAL_DATE, lacking=[Label.PAGES])
def pages_before_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """The same before the year in brackets, which was taken for the original year: ``367, 2029 (2012)``."""
    before, pages, year = parts.spans[index : index + 3]
    printed = parts.printed(pages)
    if parts.after(index + 1) != " (" or not printed.isdecimal() or printed <= parts.printed(year)[:4]:
        return None
    if not _MARK_BEFORE.search(parts.after(index)) or split_lost_dash(printed, shortened=False) is None:
        return None
    return [before, pages._replace(label=Label.PAGES), year._replace(label=Label.DATE)]


_DASH = re.compile("[–-]")
_YEAR = re.compile(YEAR)
_DIGITS_LAST = re.compile(r"(?P<joint>[,:]?\s+|:)(?P<page>\d{4,8}|\d{1,4}\s?[-–]\s?\d{1,4})\.?\Z")


@rule(frozenset({Label.CONTAINER, Label.PUBLISHER}), lacking=[Label.PAGES, Label.ISSUE])
def pages_of_containers(parts: Parts, index: int) -> Sequence[Span] | None:
    """Pages that were taken for the last word of the container or publisher: ``in Ditches of X, 137149``."""
    container = parts[index]
    after = parts.labels[index + 1 : index + 2]
    if not parts.printed(container).rstrip(".")[-1:].isdigit() or after == (Label.VOLUME,):
        return None
    found = _DIGITS_LAST.search(parts.text[: container.end], container.start)
    if found is None or OFFICIAL.fullmatch(parts.printed(container).rpartition(" ")[0].rpartition(" ")[2] + found[0]):
        return None  # "The Stationery Office Cm 5086"
    is_year = _YEAR.fullmatch(found["page"])
    is_range = _is_range(found["page"]) and not (is_year and container.label is Label.PUBLISHER)
    if not (is_range or (after == (Label.PLACE,) and not is_year)):
        return None
    start, end = found.span("page")
    return [container._replace(end=found.start()), container._replace(label=Label.PAGES, start=start, end=end)]


_LONG = re.compile(rf"(?!{YEAR}\b)\d{{4,10}}")


@rule(frozenset({Label.VOLUME, Label.NOTE}), having=[Label.CONTAINER], lacking=[Label.PAGES, Label.ISSUE, Label.URL])
def pages_for_numbers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A range without its dash that was taken for a volume or a note: ``In Weir, A. (ed.) Ditches, 6782``."""
    span = parts[index]
    is_number = _LONG.fullmatch(parts.text, span.start, span.end)
    is_range = is_number and (_is_range(is_number[0]) or (span.label is Label.VOLUME and len(is_number[0]) > 4))
    return [span._replace(label=Label.PAGES)] if is_range else None


def _is_range(digits: str) -> bool:
    """Whether this is a range of pages, with or without its dash."""
    return bool(_DASH.search(digits)) or split_lost_dash(digits, shortened=False) is not None


_BEFORE_YEAR = re.compile(
    rf"(?<=[^\W\d])\.?,?\s(?P<volume>\d{{1,4}}),?\s(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)\s\((?P<year>{YEAR})\)"
    rf",\s(?P<page>{_RANGE})(?![\w-])"
)


LONGEST_NUMBERS = 80
"""Numbers are looked for within so many characters after a periodical."""


@rule(having=[Label.CONTAINER], marks="(")
def numbers_before_years(parts: Parts, _: int) -> Sequence[Span] | None:
    """Volume and issue between periodical and year, as ACM prints them: ``Science 337, 6096 (2012)``."""
    container = parts[parts.labels.index(Label.CONTAINER)]
    found = _BEFORE_YEAR.search(parts.text, container.start, container.end + LONGEST_NUMBERS)
    if not found or found.start() > container.end + 8:
        return None
    numbers = [
        container._replace(label=label, start=found.start(group), end=found.end(group))
        for group, label in _LABELS.items()
        if found[group]
    ]
    dates = [span for span in parts.spans if span.label is Label.DATE]
    if all(span.start >= found.start() for span in dates):
        numbers.append(container._replace(label=Label.DATE, start=found.start("year"), end=found.end("year")))
    others = [
        span for span in parts.spans if span.end <= found.start() or span.start >= found.end() or span is container
    ]
    return put(parts.text, others, *numbers)


@rule(Label.CONTAINER, Label.CONTAINER, Label.VOLUME, lacking=[Label.EDITOR])
def periodicals_together(parts: Parts, index: int) -> Sequence[Span] | None:
    """The halves of a periodical's name with a comma in it: ``Archivio di Psicologia, | Neurologia e Clinica 33``."""
    one, other, volume = parts.spans[index : index + 3]
    name = parts.printed(other)
    is_other = is_periodical(name) or is_abbreviated(name) or parts.printed(one).startswith("Proc")
    is_half = parts.after(index) == ", " and not is_other
    return [joined(one, other), volume] if is_half else None

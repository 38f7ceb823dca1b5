"""Periodicals with their numbers that were taken for a series, a report or a publisher."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import split_lost_dash
from reflist.grammar.periodicals import is_newspaper, is_periodical
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put

_RANGE = r"[A-Za-z]?\d{1,6}(?:\s?[-–]\s?[A-Za-z]?\d{0,6})?"
_NUMBERED = re.compile(
    rf"(?P<container>[^\W\d_].*?[^\W\d_)’”.,]),?\s+(?:(?P<volume>\d{{1,4}})\s?)?(?:\((?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)\))?"
    rf"\s?[:,]\s?(?P<page>{_RANGE})[.]?\Z"
)
_PAGE_LAST = re.compile(r"(?P<container>[^\W\d_].*[^\W\d_])[,:]?\s+(?P<page>\d{1,8})\.?\Z")
_VOLUME_LAST = re.compile(r"(?P<container>[^\W\d_].*[^\W\d_]),?\s+(?P<volume>\d{1,3})\s?:?\Z")
_TAKEN_FOR = frozenset({Label.SERIES, Label.REPORT, Label.PUBLISHER, Label.NOTE})
_LABELS = {"volume": Label.VOLUME, "issue": Label.ISSUE, "page": Label.PAGES}
_OF_BOOKS = (Label.CONTAINER, Label.PUBLISHER, Label.PLACE)


def periodicals_for_series(text: str, spans: list[Span]) -> list[Span]:
    """A name, a number or one in brackets, and pages behind a colon: ``Research Briefing (31): 1–24``."""
    if has(spans, Label.CONTAINER, Label.VOLUME, Label.ISSUE) or not has(spans, Label.TITLE):
        return spans
    for span in spans:
        if span.label not in _TAKEN_FOR or not _is_only(span, spans):
            continue
        stretch = text[span.start : span.end + len(_REST.match(text, span.end)[0])]  # type: ignore[index]  # may be empty
        found = _NUMBERED.match(stretch) or _named(text, span, spans)
        if found and (found.re is not _NUMBERED or _is_numbered(found)):
            return put(text, [other for other in spans if other is not span], *_parts(span, found))
    return spans


def _is_numbered(found: re.Match[str]) -> bool:
    """Whether a volume or an issue stands before the pages, or they are a range."""
    return bool(found["volume"] or found["issue"]) or any(dash in found["page"][1:-1] for dash in "-–")


_REST = re.compile(r"(?:\s?[-–]\s?\d{1,5})?")


def _is_only(span: Span, spans: list[Span]) -> bool:
    """Whether nobody but this published the work."""
    return not any(other.label in _OF_BOOKS for other in spans if other is not span)


def _named(text: str, span: Span, spans: list[Span]) -> re.Match[str] | None:
    """A periodical by its name, or what a quoted title appeared in, with one number behind it: its page or volume."""
    printed = text[span.start : span.end]
    page = _PAGE_LAST.fullmatch(printed)
    if page is None:
        return None
    if is_newspaper(page["container"]) or (_is_quoted(text, spans) and split_lost_dash(page["page"], shortened=False)):
        return page
    is_last = not has(spans, Label.URL, Label.REPORT) or is_periodical(page["container"])
    if ":" in printed:
        return page
    return _VOLUME_LAST.fullmatch(printed) if is_last and span.label is Label.SERIES else None


def _is_quoted(text: str, spans: list[Span]) -> bool:
    title = next((span for span in spans if span.label is Label.TITLE), None)
    return title is not None and bool(re.match(r"[.,]?[”’\"']", text[title.end : title.end + 2]))


def _parts(span: Span, found: re.Match[str]) -> list[Span]:
    parts = [span._replace(label=Label.CONTAINER, end=span.start + found.end("container"))]
    for group, label in _LABELS.items():
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


def proceedings_for_publishers(text: str, spans: list[Span]) -> list[Span]:
    """Proceedings that were taken for the publisher of a paper, and who published them, left as a note."""
    if has(spans, Label.CONTAINER) or not has(spans, Label.TITLE):
        return spans
    for index, span in enumerate(spans):
        if span.label in (Label.PUBLISHER, Label.NOTE) and _MEETING.match(text, span.start, span.end):
            mended = [*spans[:index], span._replace(label=Label.CONTAINER), *spans[index + 1 :]]
            behind = mended[index + 1] if index + 1 < len(mended) else None
            is_name = (
                behind is not None and behind.label is Label.NOTE and _NAME.fullmatch(text, behind.start, behind.end)
            )
            if behind and is_name and not has(mended, Label.PUBLISHER):
                mended[index + 1] = behind._replace(label=Label.PUBLISHER)
            return mended
    return spans


_NUMBERS_ALONE = re.compile(r"(?P<volume>\d{1,4})?\s?(?:\((?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)\))?")
_TAKEN_WITH_NUMBERS = frozenset({Label.NOTE, Label.PUBLISHER, Label.VOLUME, Label.ISSUE})


def periodicals_before_numbers(text: str, spans: list[Span]) -> list[Span]:
    """What was taken for a report or series, with numbers and pages behind it: ``Arbeitspapiere, 2, 1–14``."""
    if has(spans, Label.CONTAINER, Label.PLACE) or not has(spans, Label.TITLE, Label.PAGES):
        return spans
    for index, (series, numbers) in enumerate(pairwise(spans)):
        if series.label not in (Label.SERIES, Label.REPORT) or numbers.label not in _TAKEN_WITH_NUMBERS:
            continue
        found = _NUMBERS_ALONE.fullmatch(text, numbers.start, numbers.end)
        behind = spans[index + 2] if index + 2 < len(spans) else None
        is_paged = behind is not None and behind.label is Label.PAGES
        if found and found[0] and is_paged and not _HAS_DIGIT.search(text, series.start, series.end):
            parts = [
                numbers._replace(label=label, start=found.start(group), end=found.end(group))
                for group, label in (("volume", Label.VOLUME), ("issue", Label.ISSUE))
                if found[group]
            ]
            return [*spans[:index], series._replace(label=Label.CONTAINER), *parts, *spans[index + 2 :]]
    return spans


_HAS_DIGIT = re.compile(r"\d")
_LETTERED = re.compile(r"[A-Za-z]\d{1,7}")


def lettered_pages(text: str, spans: list[Span]) -> list[Span]:
    """The number of an article that begins with a letter: ``BMJ 372, n71``."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        is_behind = last is not None and last.label in (Label.VOLUME, Label.ISSUE)
        if span.label is Label.NOTE and is_behind and _LETTERED.fullmatch(text, span.start, span.end):
            mended.append(span._replace(label=Label.PAGES))
        elif span.label is Label.PAGES and _LETTER_BEFORE.fullmatch(text, max(0, span.start - 2), span.start):
            mended.append(span._replace(start=span.start - 1))
        else:
            mended.append(span)
    return mended


_LETTER_BEFORE = re.compile(r"[\s:][a-oqrt-z]")

_DIGITS_LAST = re.compile(r"(?P<joint>[,:]?\s+|:)(?P<page>\d{4,8}|\d{1,4}\s?[-–]\s?\d{1,4})\Z")


def pages_of_containers(text: str, spans: list[Span]) -> list[Span]:
    """Pages that were taken for the last word of what contains a work: ``in Proceedings of X, 137149``."""
    if has(spans, Label.PAGES, Label.ISSUE):
        return spans
    for before, span in pairwise([*spans, None]):
        assert before is not None  # only the last of them is None
        if before.label is not Label.CONTAINER or (span and span.label is Label.VOLUME):
            continue
        found = _DIGITS_LAST.search(text[: before.end], before.start)
        is_range = found and (
            "–" in found["page"] or "-" in found["page"] or split_lost_dash(found["page"], shortened=False)
        )
        if found and is_range:
            pages = before._replace(label=Label.PAGES, start=found.start("page"))
            return put(
                text, [other for other in spans if other is not before], before._replace(end=found.start()), pages
            )
    return spans


_BEFORE_YEAR = re.compile(
    rf"(?<=[^\W\d])\.?,?\s(?P<volume>\d{{1,4}}),?\s(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)\s\((?P<year>{YEAR})\)"
    rf",\s(?P<page>{_RANGE})(?![\w-])"
)


def numbers_before_years(text: str, spans: list[Span]) -> list[Span]:
    """Volume and issue between a periodical and the year in brackets, as ACM has them: ``Science 337, 6096 (2012)``."""
    container = next((span for span in spans if span.label is Label.CONTAINER), None)
    found = _BEFORE_YEAR.search(text, container.start) if container else None
    if not container or not found or found.start() > container.end + 8:
        return spans
    numbers = [
        container._replace(label=label, start=found.start(group), end=found.end(group))
        for group, label in _LABELS.items()
        if found[group]
    ]
    dates = [span for span in spans if span.label is Label.DATE]
    if all(span.start >= found.start() for span in dates):
        numbers.append(container._replace(label=Label.DATE, start=found.start("year"), end=found.end("year")))
    others = [span for span in spans if span.end <= found.start() or span.start >= found.end() or span is container]
    return put(text, others, *numbers)

"""Containers: the periodical, newspaper or book that contains a work; and the dates of newspapers."""

import re
from itertools import pairwise

from reflist.grammar.dates import match_day, read_day
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.pages import RANGE, split_lost_dash
from reflist.grammar.periodicals import is_newspaper, is_periodical
from reflist.grammar.places import is_place
from reflist.grammar.publishers import is_publisher
from reflist.prose.labels import Label
from reflist.prose.line import Line, Segment
from reflist.prose.tagger.titles import body_start

SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:vs|cf|St|Dr|Mr|no|ed|al))[.?!]\s+(?=[^\Wa-z]|[‘“*(])",
)
"""The end of a sentence of the body, followed by another sentence."""

_BOOK_END = re.compile(r"[.]\s+(?=[A-ZÀ-Þ(])")
_SECTION = re.compile(r"\s*\((?P<section>[^()\0]{2,40})\)")
_SECTION_AFTER = re.compile(r"\0*\s*\((?P<section>[^()\0]{2,40})\)")
_PAGE_AFTER_DAY = re.compile(r"\s*,\s*(?P<page>[A-Z]?\d{1,3})\s*\.?(?=\s*(?:\0|$))")
LOWER_WORD = re.compile(r"(?<![\w’'-])(?!(?:with|from|into|over|under|upon|between)\b)[a-zß-ÿ]{4,}")
"""A word that would have a capital in the name of a periodical or institution."""

_BODY = re.compile(
    r"^(?:Department|Ministry|Office|Centre|Center|Council|Committee)\b"
    r"|\b(?:Agency|Association|Bureau|Commission|Foundation|Institute|Office)\b"
)
_PAGES = re.compile(RANGE)
_IMPRINT = re.compile(r"[^:,]+(?:, [A-Z]{2})?: (?!A )")  # "London: Sage"
_LONGEST_NAME = 10  # words
_LONGEST = 250  # characters


def find_days(line: Line) -> None:
    """A segment that is only a date, ``26 October``, ``November``, and the page of a newspaper after it."""
    segments = line.segments()
    for start, end in segments if line.has(Label.TITLE, Label.CONTAINER) else segments[1:]:
        day = read_day(line.open[start:end].strip("()"))
        if day and (day.first or day.season) and not line.has(Label.DAY):
            line.claim_title(start, end, Label.DAY)
            if found := _PAGE_AFTER_DAY.match(line.open, end):
                line.claim_match(found, page=Label.PAGES)


def find_periodical(line: Line) -> None:
    """A periodical without numbers, after a title that is set off or a sentence that has ended."""
    if line.has(Label.CONTAINER) or line.numbers_start is not None or line.container_start is not None:
        return
    if line.has(Label.TITLE):
        segments = line.segments(line.title_end)
        if name := _name_with_commas(line, segments):
            line.claim_title(*name, Label.CONTAINER, 0.75)
        elif segments and _can_be_periodical(line, segments):
            line.claim_title(*segments[0], Label.CONTAINER, 0.85)
        return
    for found in SENTENCE_END.finditer(line.open, body_start(line)):
        segment = line.segment_after(found.end(), _LONGEST)
        if segment and segment[0] == found.end() and _is_dated_periodical(line, segment):
            line.claim_title(*segment, Label.CONTAINER, 0.75)
            return
    segments = line.segments()
    if line.has(Label.STATUS) and len(segments) > 1 and _can_be_periodical(line, segments[-1:]):
        line.claim_title(*segments[-1], Label.CONTAINER, 0.6)


def _name_with_commas(line: Line, segments: list[Segment]) -> Segment | None:
    """All remaining segments as one periodical with commas in its name, ``Housing, Theory and Society``.

    Only of a work with a DOI or a publication status.
    """
    if not 2 <= len(segments) <= 3 or not line.has(Label.STATUS, Label.DOI):
        return None
    whole = segments[0][0], segments[-1][1]
    names = [line.open[slice(*segment)] for segment in segments]
    joined = all(line.open[one[1] : other[0]] == ", " for one, other in pairwise(segments))
    is_name = " and " in names[-1] and not any(map(is_place, names)) and not LOWER_WORD.search(line.open, *whole)
    return whole if joined and is_name else None


def _can_be_periodical(line: Line, segments: list[Segment]) -> bool:
    """Whether the first segment is a periodical's name, or the only segment could be that of a forthcoming work."""
    name = line.open[slice(*segments[0])]
    if is_periodical(name) or not line.has(Label.STATUS) or len(segments) > 1:
        return is_periodical(name)
    return not (is_place(name) or is_publisher(name) or LOWER_WORD.search(name) or _IMPRINT.match(name))


def _is_dated_periodical(line: Line, segment: Segment) -> bool:
    name = line.open[slice(*segment)]
    if len(name.split()) > _LONGEST_NAME:
        return False
    return is_periodical(name) or (not _names_body(name) and _stands_before_date(line, segment))


def _names_body(name: str) -> bool:
    """Whether this is a publisher of books and reports, which may also be followed by a status, DOI or day."""
    return is_publisher(name) or _BODY.search(name) is not None


def _stands_before_date(line: Line, segment: Segment) -> bool:
    """Whether a status, a DOI or the day of an issue follows immediately."""
    end = segment[1]
    marks = line.of(Label.STATUS, Label.DOI)
    if any(span.start >= end and not line.has_words(end, span.start) for span in marks):
        return True
    following = line.segment_after(end)
    if following is None or line.open[end : following[0]].strip(" ,"):
        return False
    day = match_day(line.open, following[0])
    return day is not None and len(day[0].first) == 2


def find_left_pages(line: Line) -> None:
    """Pages after a season, months or a volume: ``Public Law, Summer, 248–56``; also pages that lost their dash."""
    if line.has(Label.PAGES) or not line.has(Label.CONTAINER) or not line.has(Label.DAY, Label.VOLUME):
        return
    for start, end in line.segments(line.title_end):
        printed = line.open[start:end].rstrip(" .")
        if _PAGES.fullmatch(printed) or split_lost_dash(printed):
            line.claim(start, start + len(printed), Label.PAGES, 0.8)
            return


def find_container(line: Line) -> None:
    """The containing book after "in", the periodical before its numbers, or the newspaper with a day."""
    if line.has(Label.CONTAINER):
        _claim_section_after(line)
        return
    if line.container_start is not None:
        _claim_book(line, line.container_start)
    elif line.numbers_start is not None:
        _claim_periodical(line, line.numbers_start)
    else:
        _claim_newspaper(line)


def _claim_section_after(line: Line) -> None:
    """The section in brackets after a newspaper that was set off."""
    container = line.of(Label.CONTAINER)[0]
    found = _SECTION_AFTER.match(line.open, container.end)
    if found and is_newspaper(line.printed(container)):
        line.claim_match(found, section=Label.SECTION)


def _claim_book(line: Line, start: int) -> None:
    claimed = line.open.find("\0", start)
    end = len(line.open) if claimed < 0 else claimed
    found = _BOOK_END.search(line.open, start, end)
    is_title = found and len(line.open[start : found.start()].split()) > 1
    line.claim_title(start, found.start() if found and is_title else end, Label.CONTAINER)


def _claim_periodical(line: Line, numbers: int) -> None:
    """All words between the title and the numbers; if no title was set off, only the last sentence or segment."""
    segments = line.segments(max((s.end for s in line.of(Label.TITLE) if s.end <= numbers), default=line.body), numbers)
    if not segments:
        return
    start = segments[0][0]
    if not line.has(Label.TITLE):
        sentences = [found.end() for found in SENTENCE_END.finditer(line.open, start, numbers)]
        if not sentences and len(segments) == 1:
            return  # a title and numbers, but nothing between them
        start = sentences[-1] if sentences else segments[-1][0]
        if sentences and line.open[: sentences[-1]].rstrip().endswith(("?", "!")) and _is_subtitle(line, segments):
            start = segments[-1][0]
    line.claim_title(start, segments[-1][1], Label.CONTAINER)


def _is_subtitle(line: Line, segments: list[Segment]) -> bool:
    """Whether the last segment but one, after a question, belongs to the title, because it has a word in lower case."""
    return len(segments) > 1 and any(LOWER_WORD.search(line.open[slice(*segment)]) for segment in segments[-2:-1])


def _claim_newspaper(line: Line) -> None:
    """A newspaper by name, or the segment after a set-off title if a day follows and there is no publisher."""
    segments = line.segments()
    for segment in segments if line.has(Label.TITLE) else segments[1:]:
        if is_newspaper(line.open[slice(*segment)]):
            section = _SECTION.search(line.open, *segment)
            if section:
                line.claim_match(section, section=Label.SECTION)
            line.claim_title(segment[0], section.start() if section else segment[1], Label.CONTAINER)
            return
    if (
        not segments
        or not line.has(Label.TITLE)
        or line.has(Label.URL, Label.PUBLISHER, Label.REPORT, Label.THESIS, Label.EVENT)
    ):
        return
    start, end = segments[0]
    dated = any(span.start > end for span in line.of(Label.DAY))
    if dated and not looks_like_institution(line.open[start:end]):
        line.claim_title(start, end, Label.CONTAINER, 0.7)

"""Full dates that were taken for numbers, and words for works that have not appeared."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import DAY, YEAR, read_day
from reflist.grammar.periodicals import is_newspaper
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_fixed_note, put, split
from reflist.prose.tagger.years import FORTHCOMING

_DAY = re.compile(
    rf"(?<![\w./–-])(?<!\b[Vv]ol\.\s)(?<!\b[Nn][or]\.\s)(?:{DAY}(?:st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{{3,10}}\.?,?\s(?:de\s)?{YEAR}|{DAY}\.\s?\d\d?\.\s?{YEAR}"
    rf"|{DAY}/\d\d?/{YEAR}|[^\W\d_]{{3,10}}\.?\s{DAY},\s{YEAR}|{YEAR}-\d\d-\d\d)(?![\w/-])"
)
_VOLUME_BEFORE = re.compile(r"\d[:(]\Z")
"""The first number of a day that is an issue instead: ``11:4 August 2004``."""

_ANY_DAY = re.compile(
    r"\d(?:(?:st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?\d{4}|\.\s?\d\d?\.\s?\d{4}|/\d\d?/\d{4}|,\s\d{4}|-\d\d-\d\d)"
)
"""A pattern that every full date matches, and few strings without one."""

_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_MONTH = "|".join(map(str.capitalize, _MONTHS.split()))
LONGEST_ENDING = 50
"""A newspaper's day and page fit in so many characters at the end of a string."""

_STATUS = late(FORTHCOMING, re.IGNORECASE | re.VERBOSE)
_NUMBERS = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES, Label.DATE, Label.DAY, Label.NOTE, Label.CHAPTER})


@rule(marks="./-,0123456789")
def days_in_full(parts: Parts, _: int) -> Sequence[Span] | None:
    """``12. Mai 2005`` is a day, and 12 is not a volume: the first full date that is not part of something else."""
    text, spans = parts.text, parts.spans
    if not _ANY_DAY.search(text):
        return None
    for found in _DAY.finditer(text):
        over = [span for span in spans if span.start < found.end() and found.start() < span.end]
        is_free = bool(over) and all(_is_number(span) or _ends_in_day(text, span, found) for span in over)
        is_free = is_free and not _VOLUME_BEFORE.search(text, max(0, found.start() - 2), found.start())
        if not is_free or read_day(found[0]) is None:
            continue
        others = [span for span in spans if span not in over or span.label not in _NUMBERS]
        return put(text, others, Span(Label.DAY, *found.span(), min(span.confidence for span in over)))
    return None


def _is_number(span: Span) -> bool:
    """Whether a part is a number, or a note that may be a number."""
    return span.label in _NUMBERS and not is_fixed_note(span)


def _ends_in_day(text: str, span: Span, day: re.Match[str]) -> bool:
    """Whether the day is a sentence of its own after a title: ``Die neue Mitte. 12. Mai 2005, S. 8``."""
    is_title = span.label in (Label.TITLE, Label.CONTAINER) and span.start < day.start()
    return is_title and text[: day.start()].endswith((". ", "? ", "! ")) and span.end <= day.end()


_MONTH_AND_PAGE = late(
    rf"(?:[.,”’\"']\s|(?P<year>{YEAR}\s))(?P<day>(?:{_MONTH})\s{DAY}(?:,\s{YEAR})?|{DAY}\s(?:{_MONTH}))(?(year)[:;]|(?::|,\s(?=\d{{1,3}}(?!\d)|[A-Z]\d)))\s?"
    r"(?P<page>[A-Z]?\d{1,3}(?:[-–][A-Z]?\d{1,3})?)\.?\s?\Z"
)


@rule(having=[Label.TITLE, Label.DATE], words=_MONTHS, marks=":;,")
def days_before_pages(parts: Parts, _: int) -> Sequence[Span] | None:
    """A newspaper's day and page that were taken for numbers: ``The Guardian, May 14: 8``, ``2013 May 14;8``.

    Also after a comma: ``“Title.” October 21, 62–63``.
    """
    found = _MONTH_AND_PAGE.search(parts.text, max(0, len(parts.text) - LONGEST_ENDING))
    if not found:
        return None
    sure = parts.spans[-1].confidence
    day, page = Span(Label.DAY, *found.span("day"), sure), Span(Label.PAGES, *found.span("page"), sure)
    return put(parts.text, parts.spans, day, page)


_DAY_FIRST = late(rf"(?P<day>(?:{_MONTH})\s{DAY})(?:\.\s?|\s)(?=[^\W\d_a-z]|[“‘\"'])")


@rule(Label.DATE, Label.TITLE, words=_MONTHS, lacking=[Label.DAY])
def days_before_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """The day after the year, taken for the beginning of the title: ``2021, August 26. “Births in Wales”``."""
    year, title = parts.spans[index : index + 2]
    found = _DAY_FIRST.match(parts.text, title.start, title.end) if parts.after(index) == ", " else None
    if not found or not parts.is_first(index):
        return None
    day = title._replace(label=Label.DAY, end=found.end("day"))
    return [year, day, title._replace(start=found.end())]


_DAY_LAST = re.compile(
    rf"(?P<comma>,)?\s+(?P<day>{DAY}(?:er|st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{{3,10}}\.?|[^\W\d_]{{3,10}}\.?\s{DAY})\Z"
)


@rule(Label.CONTAINER, having=[Label.DATE], lacking=[Label.DAY], marks="0123456789")
def days_of_newspapers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The day taken for the end of a newspaper's name, ``The Guardian 14 May: 8``; of any name after a comma."""
    span = parts[index]
    found = _DAY_LAST.search(parts.printed(span))
    if not found or read_day(found["day"]) is None:
        return None
    if not found["comma"] and not is_newspaper(parts.printed(span)[: found.start()]):
        return None
    return split(span, found, day=Label.DAY)


@rule(Label.ISSUE, having=[Label.DATE], lacking=[Label.DAY])
def months_for_issues(parts: Parts, index: int) -> Sequence[Span] | None:
    """A month in place of the issue is the day, if no other day is given: ``38 (May): 390-415``."""
    printed = parts.printed(parts[index])
    is_month = printed[0].isalpha() and read_day(printed) is not None
    return [parts[index]._replace(label=Label.DAY)] if is_month else None


_STATUS_LAST = late(rf",\s+(?P<status>{FORTHCOMING})\Z", re.IGNORECASE | re.VERBOSE)


@rule(frozenset({Label.NOTE, Label.PAGES, Label.CONTAINER}), lacking=[Label.STATUS])
def statuses(parts: Parts, index: int) -> Sequence[Span] | None:
    """``2020, in press``: words for a forthcoming work, taken for a note or the end of a periodical's name."""
    span = parts[index]
    printed = parts.printed(span)
    if span.label is not Label.CONTAINER:
        is_status = not printed[0].isdigit() and _STATUS.fullmatch(printed.strip(" .()[]"))
        return [span._replace(label=Label.STATUS)] if is_status else None
    if "," not in printed:
        return None
    found = _STATUS_LAST.search(parts.text[: span.end], span.start)
    if found is None:
        return None
    return [span._replace(end=found.start()), span._replace(label=Label.STATUS, start=found.start("status"))]

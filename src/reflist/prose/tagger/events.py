"""Conferences and speeches: what was said, where, at which event, on which days."""

import re

from reflist.grammar.dates import match_day
from reflist.prose.labels import Label
from reflist.prose.line import QUOTES, Line, closing_quote
from reflist.prose.tagger.publication import is_place
from reflist.prose.tagger.titles import body_start, claim_quoted

_SPEECH = re.compile(
    r"(?:(?:[Kk]eynote|[Oo]pening|[Cc]losing|[Ii]naugural|[Mm]emorial|[Mm]inisterial)\s+)?(?:[Ss]peech|[Ll]ecture|[Aa]ddress|[Rr]emarks|[Tt]alk|[Kk]eynote)(?:\s+(?:given|delivered|made))?\s+(?:to|at|before|for)\s+(?:the\s+)?"
)
_PRESENTED = re.compile(
    r"[\s,.;:\[(\0]*\b(?:(?:[Uu]npublished\s+)?(?:[Cc]onference\s+)?(?:[Pp]aper|[Pp]oster|[Pp]resentation|[Kk]eynote)(?:\s+(?:was\s+))?(?:\s+(?:presented|given|delivered|prepared|read|session|presentation))?|[Pp]resented|[Vv]ortrag)"
    r"\s+(?:to|at|for|in|auf|beim?)\s+(?:the\s+|der\s+|dem\s+)?"
)
_EVENT_WORD = re.compile(
    r"\b(?:[Cc]onference|[Cc]ongress|[Ss]ymposium|[Ww]orkshop|[Aa]nnual\s+[Mm]eeting|[Cc]olloquium|[Ss]ummit|[Cc]onvention|[Ss]eminar|[Mm]eeting|[Ff]orum|Tagung|Kongress|[Cc]olloque|[Cc]ongrès|[Cc]ongreso)\b"
)
_PROCEEDINGS = re.compile(r"^\s*(?:[Pp]roceedings|[Tt]ransactions|Tagungsband|Actes)\b")


def find_speech(line: Line) -> None:
    """``Speech to Compass/Unison conference: ‘Voices of Real Reform’, London, 18 January``, in either order."""
    start = body_start(line)
    title_first = line.of(Label.TITLE)
    for found in _SPEECH.finditer(line.open, line.body):
        rest = found.end()
        if found.start() == start and not title_first:
            quote = next(
                (i for i in range(rest, len(line.open)) if line.open[i] in QUOTES and line.open[i - 1] == " "), None
            )
            end = closing_quote(line.open, quote) if quote is not None else None
            if quote is None or end is None:
                continue
            line.claim(found.start(), found.end(), Label.SPEECH)
            line.claim(rest, len(line.open[:quote].rstrip(" :,")), Label.EVENT)
            claim_quoted(line, quote, end, Label.TITLE)
        elif title_first and re.match(r"[\s,.;:\0(\[]*$", line.open[title_first[0].end : found.start()]):
            line.claim(found.start(), found.end(), Label.SPEECH)
            first = next(iter(line.segments(rest)), None)
            if first is None:
                return
            line.claim(*first, Label.EVENT)
        else:
            continue
        _claim_place_and_days(line, rest)
        return


def find_presentation(line: Line) -> None:
    """``paper presented at the PSA Annual Conference, Manchester, 7-9 April``."""
    titles = line.of(Label.TITLE)
    if found := _PRESENTED.search(line.open, max((span.end for span in titles), default=line.body)):
        if line.open[line.body : found.start()].strip(" ,.\0") or titles:
            line.claim(found.start(), found.end(), Label.SEPARATOR)
            _claim_event(line, found.end())


def find_conference(line: Line) -> None:
    """A conference with its days: named after a quoted title, or where the containing book would be (``In: 3rd Forum, …``)."""
    if line.has(Label.EVENT, Label.CONTAINER, Label.EDITOR, Label.VOLUME) or line.numbers_start is not None:
        return
    titles = line.of(Label.TITLE)
    start = line.container_start if line.container_start is not None else titles[-1].end if titles else None
    segments = line.segments(start) if start is not None else []
    named = [i for i, (a, b) in enumerate(segments) if _EVENT_WORD.search(line.open[a:b])]
    has_days = any(match_day(line.open, a) for a, _ in segments)
    if named and has_days and not _PROCEEDINGS.match(line.open[segments[0][0] :]):
        line.claim(segments[0][0], segments[named[-1]][1], Label.EVENT, 0.8)
        _claim_place_and_days(line, segments[named[-1]][1])


def _claim_event(line: Line, start: int) -> None:
    """The event up to its place or days; both where they follow."""
    segments = line.segments(start)
    last = 0
    while last + 1 < len(segments):
        begin, end = segments[last + 1]
        part = line.open[begin:end]
        if (
            is_place(part)
            or match_day(line.open, begin)
            or part.startswith(("University", "Universität", "Université"))
        ):
            break
        if not _EVENT_WORD.search(part) and _EVENT_WORD.search(line.open[segments[0][0] : segments[last][1]]):
            break
        last += 1
    if segments:
        line.claim(segments[0][0], segments[last][1], Label.EVENT)
        _claim_place_and_days(line, segments[last][1])


def _claim_place_and_days(line: Line, start: int) -> None:
    """Days of the event are claimed as such; the segments between it and them are its place."""
    segments = line.segments(start)
    place_end = None
    for index, (begin, end) in enumerate(segments):
        day = match_day(line.open, begin)
        if day and day[1] >= end - 1 and (day[0].first or day[0].season):
            line.claim(begin, end, Label.DAY if line.has(Label.SPEECH) else Label.EVENT_DATE)
            place_end = index
            break
    stop = (
        segments[:place_end] if place_end is not None else [s for s in segments[:2] if is_place(line.open[s[0] : s[1]])]
    )
    if stop:
        line.claim(stop[0][0], stop[-1][1], Label.EVENT_PLACE, 0.85)

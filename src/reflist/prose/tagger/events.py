"""Speeches and conferences: the event, its place and its days."""

import re

from reflist.grammar.dates import match_day
from reflist.prose.fixed.presentations import EVENT_WORD, claim_place_and_days
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.quotes import QUOTES, closing_quote
from reflist.prose.tagger.titles import body_start, claim_quoted
from reflist.prose.types import SPOKEN

_SPEECH = re.compile(
    r"""(?: (?:keynote|opening|closing|inaugural|memorial|ministerial)\s+ )?
    \b(?:speech|lecture|address|remarks|talk|keynote) (?:\s+(?:given|delivered|made))?
    \s+(?:to|at|before|for)\s+(?:the\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PROCEEDINGS = re.compile(r"\s*(?:Proceedings|Transactions|Tagungsband|Actes)\b", re.IGNORECASE)
_ONLY_PUNCTUATION = re.compile(r"[\s,.;:\0(\[]*")


def find_speech(line: Line) -> None:
    """``Speech to Compass/Unison conference: ‘Voices of Real Reform’, London, 18 January``, or with the title first."""
    for found in _SPEECH.finditer(line.open, line.body):
        if line.has(Label.TITLE):
            claimed = _claim_speech_after_title(line, found)
        else:
            claimed = found.start() == body_start(line) and _claim_speech_before_title(line, found)
        if claimed:
            claim_place_and_days(line, found.end())
            return
    _claim_speech_by_its_day(line)


def _claim_speech_by_its_day(line: Line) -> None:
    """``Speech on the Big Society, Milton Keynes, 23 May``: only a speech, its place and its day.

    After a set-off title, the first segment is the event: ``‘…’, Hugo Young Memorial Lecture, London, 10 November``.
    """
    segments = line.segments(line.title_end)
    if len(segments) not in (3, 4):
        return
    title, *places, last = segments
    day = match_day(line.open, last[0])
    spoken = SPOKEN.search(line.open, *title)
    if spoken and day and day[0].first and not line.has_words(day[1], len(line.open)):
        line.claim_title(*title, Label.EVENT if line.has(Label.TITLE) else Label.TITLE)
        line.claim(places[0][0], places[-1][1], Label.EVENT_PLACE, 0.85)
        line.claim_title(*last, Label.DAY)


def _claim_speech_before_title(line: Line, found: re.Match[str]) -> bool:
    marks = (i for i in range(found.end(), len(line.open)) if line.open[i] in QUOTES and line.open[i - 1] == " ")
    quote = next(marks, None)
    end = closing_quote(line.open, quote) if quote is not None else None
    if quote is None or end is None:
        return False
    line.claim(found.end(), len(line.open[:quote].rstrip(" :,")), Label.EVENT)
    line.claim(*found.span(), Label.SPEECH)
    claim_quoted(line, quote, end, Label.TITLE)
    return True


def _claim_speech_after_title(line: Line, found: re.Match[str]) -> bool:
    if not _ONLY_PUNCTUATION.fullmatch(line.open, line.title_end, found.start()):
        return False
    event = line.segment_after(found.end())
    if event is None:
        return False
    line.claim(*found.span(), Label.SPEECH)
    line.claim(*event, Label.EVENT)
    return True


def find_conference(line: Line) -> None:
    """A conference with its days, named after a quoted title or in the place of a book (``In: 3rd Forum, …``)."""
    if line.has(Label.EVENT, Label.CONTAINER, Label.EDITOR, Label.VOLUME) or line.numbers_start is not None:
        return
    start = line.title_end if line.container_start is None else line.container_start
    segments = line.segments(start) if start > line.body else []
    named = [i for i, (a, b) in enumerate(segments) if EVENT_WORD.search(line.open, a, b)]
    has_days = any(match_day(line.open, a) for a, _ in segments)
    if named and has_days and not _PROCEEDINGS.match(line.open, segments[0][0]):
        line.claim(segments[0][0], segments[named[-1]][1], Label.EVENT, 0.8)
        claim_place_and_days(line, segments[named[-1]][1])

"""Conferences and speeches: what was presented, the event, its place and its days."""

import re

from reflist.grammar.dates import match_day
from reflist.grammar.places import is_place, is_region
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
_PRESENTED = re.compile(
    r"""\b(?<![Ww]hite\s)(?: (?:unpublished\s+)?(?:conference\s+)?(?:paper|poster|presentation|keynote)
          (?:\s+was)? (?:\s+(?:presented|given|delivered|prepared|read|session|presentation))?
        | presented | Vortrag
        | (?:ponencia|comunicaci[óo]n|comunicação|trabalho|trabajo|communication)
          \s+(?:presentad[ao]|apresentad[ao]|présentée?) )
    \s+(?:to|at|for|in|auf|beim?|an|en|em|a|à|aux?|n[ao]|al)\s+(?:the\s+|der\s+|dem\s+|l[ao]s?\s+|el\s+|l[’'])?""",
    re.IGNORECASE | re.VERBOSE,
)
_BARE_PAPER = re.compile(r"(?:paper|poster)\s+(?:for|in)\b", re.IGNORECASE)
_SENTENCE_BEFORE = re.compile(r"[.,;:?!)\]’”\"'\0][\s(\[]*\Z")
_PRESENTED_WORDS = frozenset(
    "paper poster presentation keynote presented vortrag"
    " presentada presentado apresentada apresentado présenté présentée".split()
)
EVENT_WORD = re.compile(
    r"""\b(?: conference | congress | symposium | workshop | annual\s+meeting | colloquium | summit | convention
            | seminar | meeting | forum | workshops | Tagung | Kongress | colloque | congrès | congreso )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words in the names of events."""

_PROCEEDINGS = re.compile(r"\s*(?:Proceedings|Transactions|Tagungsband|Actes)\b", re.IGNORECASE)
_UNIVERSITY = re.compile(r"Universit(?:y|ät|é)\b")
_ONLY_PUNCTUATION = re.compile(r"[\s,.;:\0(\[]*")


def find_speech(line: Line) -> None:
    """``Speech to Compass/Unison conference: ‘Voices of Real Reform’, London, 18 January``, or with the title first."""
    for found in _SPEECH.finditer(line.open, line.body):
        if line.has(Label.TITLE):
            claimed = _claim_speech_after_title(line, found)
        else:
            claimed = found.start() == body_start(line) and _claim_speech_before_title(line, found)
        if claimed:
            _claim_place_and_days(line, found.end())
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


_FESTSCHRIFT = re.compile(r"\b(?:[Ee]ssays|[Ss]tudies|[Cc]ontributions)\s*\Z")


def find_presentation(line: Line) -> None:
    """``paper presented at the PSA Annual Conference, Manchester, 7-9 April``; not ``Essays presented to A. Weir``."""
    found = _PRESENTED.search(line.open, line.title_end) if line.tells(_PRESENTED_WORDS) else None
    if found and _FESTSCHRIFT.search(line.open[: found.start()]):
        return
    if found and _BARE_PAPER.match(found[0]) and not _SENTENCE_BEFORE.search(line.open[: found.start()]):
        return  # "Background document to the WHO Strategy paper for Europe"
    if found and (line.has(Label.TITLE) or line.has_words(line.body, found.start())):
        line.claim(*found.span(), Label.SEPARATOR)
        _claim_event(line, found.end())


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
        _claim_place_and_days(line, segments[named[-1]][1])


def _claim_event(line: Line, start: int) -> None:
    """The event, up to its place or days, and these if they follow."""
    segments = line.segments(start)
    last = 0
    while last + 1 < len(segments) and _goes_on(line, segments[last + 1], (segments[0][0], segments[last][1])):
        last += 1
    if segments:
        line.claim(segments[0][0], segments[last][1], Label.EVENT)
        _claim_place_and_days(line, segments[last][1])


def _goes_on(line: Line, segment: tuple[int, int], event: tuple[int, int]) -> bool:
    """Whether a segment belongs to the event's name: no place, day or university, and no event named before it."""
    printed = line.open[slice(*segment)]
    if is_place(printed) or match_day(line.open, segment[0]) or _UNIVERSITY.match(printed):
        return False
    return bool(EVENT_WORD.search(printed)) or not EVENT_WORD.search(line.open, *event)


def _is_place(printed: str) -> bool:
    return is_place(printed) or is_region(printed)


def _claim_place_and_days(line: Line, start: int) -> None:
    """Claim the days of the event, and its place between the event and the days."""
    segments = line.segments(start)
    places = [segment for segment in segments[:2] if _is_place(line.open[slice(*segment)])]
    for index, (begin, end) in enumerate(segments):
        day = match_day(line.open, begin)
        if day and day[1] >= end - 1 and (day[0].first or day[0].season):
            line.claim_title(begin, end, Label.DAY if line.has(Label.SPEECH) else Label.EVENT_DATE)
            places = segments[:index] or _place_behind(line, segments)
            break
    if places:
        line.claim(places[0][0], places[-1][1], Label.EVENT_PLACE, 0.85)


def _place_behind(line: Line, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The place after the days, if it is all that follows: ``ECPR Conference, 6–9 September, Oslo``."""
    places = segments[1:]
    names = [line.open[slice(*place)].strip(" .") for place in places]
    is_known = bool(names) and (_is_place(names[0]) or len(names[0].split()) == 1)
    return places if is_known and len(places) <= 2 and all(map(str.istitle, names)) else []

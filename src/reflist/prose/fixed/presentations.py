"""Papers presented at an event, its place and its days."""

import re

from reflist.grammar.dates import DAY, YEAR, match_day
from reflist.grammar.names import UPPER
from reflist.grammar.places import is_place, is_region
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PRESENTED = re.compile(
    r"""\b(?<![Ww]hite\s)(?: (?:unpublished\s+)?(?:conference\s+)?(?:paper|poster|presentation|keynote)
          (?:\s+was)? (?:\s+(?:presented|given|delivered|prepared|read|session|presentation))?
        | presented | Vortrag
        | prepared (?=\s+for\s+(?:the\s+)?(?:\S+\s+){0,6}?(?:conference|congress|workshop|symposium|meeting)\b)
        | (?:ponencia|comunicaci[óo]n|comunicação|trabalho|trabajo|communication)
          \s+(?:presentad[ao]|apresentad[ao]|présentée?) )
    \s+(?:to|at|for|in|auf|beim?|an|en|em|a|à|aux?|n[ao]|al)\s+(?:the\s+|der\s+|dem\s+|l[ao]s?\s+|el\s+|l[’'])?""",
    re.IGNORECASE | re.VERBOSE,
)
_SPOKEN = Form(
    "address lecture talk speech remarks keynote",
    r"(?<=[.,?!”\"’'\0]\s)(?P<kind>(?i:(?P<manner>presidential|keynote|plenary|inaugural|opening|closing|invited|public)\s+)?"
    r"(?i:address|lecture|talk|speech|remarks|keynote))(?P<verb>\s(?:presented|given|delivered|held))?(?:\s(?:to|at|before)\s(?:the\s)?(?=\S*[A-Z]|annual)"
    r"|,\s(?=[^,.;\0]{0,60}\b(?i:conference|congress|symposium|workshop|meeting)\b)"
    rf"|(?P<bare>,\s)(?=(?:[^.,;\0\d]{{3,50}},\s){{1,2}}(?:{DAY}\s[A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\s{DAY})\b))",
)
_INTERVIEW_IN = late(r"(?P<title>Interview\swith\s[^\0.,“”\"\d]{3,60})\.\s(?=[A-Z])")
_AFTER_YEAR = re.compile(rf"{YEAR}[a-z]?\)?[.,:]?\s+\Z")
_AFTER_QUOTES = re.compile(r"[”\"’'][.,]?\s+\Z")
_INTERVIEW = Form(
    "interview interviews",
    r"\A(?P<title>(?:(?:Author(?:['’]s)?|Personal|Telephone|Phone|Online)\s)?[Ii]nterviews?\s(?:with|by)\s[^\0“”\"]{3,150}?)"
    rf"(?:,\s(?P<place>[{UPPER}][^\d\0,;()]{{2,30}}))?[,.]\s\(?(?=\d|[{UPPER}][a-z]{{2,8}}\s\d)",
)
_BARE_PAPER = re.compile(r"(?:paper|poster)\s+(?:for|in)\b", re.IGNORECASE)
_SENTENCE_BEFORE = re.compile(r"[.,;:?!)\]’”\"'\0][\s(\[]*\Z")
_PRESENTED_WORDS = frozenset(
    "paper poster presentation keynote presented prepared vortrag"
    " presentada presentado apresentada apresentado présenté présentée".split()
)
EVENT_WORD = re.compile(
    r"""\b(?: conference | congress | symposium | workshop | annual\s+meeting | colloquium | summit | convention
            | seminar | meeting | forum | workshops | joint\s+sessions
            | Tagung | Kongress | colloque | congrès | congreso )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words in the names of events."""

_LIST_BEGINS = re.compile(r"\s(?:on|for|of)\s[A-Z]\w+(?:,\s[A-Z]\w+)*\Z")
_LIST_ENDS = re.compile(r"[A-Z]\w+\sand\s[A-Z]\w+")
"""The halves of a subject that is a list: ``Conference on Multiculturalism, Minorities and Citizenship``."""

_UNIVERSITY = re.compile(r"Universit(?:y|ät|é)\b")
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


def find_lecture(line: Line) -> None:
    """``Presidential address at the annual meeting of the APSA, Chicago``, after a title: its kind, event and place.

    A bare ``Speech at the …`` may be a title itself, unless a title in quotation marks precedes it.
    """
    found = _SPOKEN.search(line)
    if not found or line.has(Label.EVENT) or _AFTER_YEAR.search(line.text, 0, found.start()):
        return
    if found["bare"]:
        line.claim_match(found, kind=Label.THESIS)
        claim_place_and_days(line, found.end())
    elif found["manner"] or found["verb"] or _AFTER_QUOTES.search(line.text, 0, found.start()):
        line.claim_match(found, kind=Label.THESIS)
        _claim_event(line, found.end())


def find_interview(line: Line) -> None:
    """``Interview with a member of the board, Berlin, 12 May 2011``: nothing but with whom, where and when."""
    found = _INTERVIEW.search(line)
    if not found and (titled := _INTERVIEW_IN.match(line.open)):
        line.claim(*titled.span("title"), Label.TITLE)
    day = match_day(line.open, found.end()) if found else None
    if not found or not day or not day[0].year or line.open[day[1] :].strip(" .)\0"):
        return
    placed = found["place"] is not None and is_place(found["place"])
    line.claim(0, len(line.open.rstrip("\0 ")), Label.SEPARATOR)
    line.claim(0, found.end("title") if placed or not found["place"] else found.end("place"), Label.TITLE)
    if placed:
        line.claim(*found.span("place"), Label.EVENT_PLACE)
    line.claim(found.end(), day[1], Label.DAY)


def _claim_event(line: Line, start: int) -> None:
    """The event, up to its place or days, and these if they follow."""
    segments = line.segments(start)
    last = 0
    while last + 1 < len(segments) and _goes_on(line, segments[last + 1], (segments[0][0], segments[last][1])):
        last += 1
    if segments:
        line.claim(segments[0][0], segments[last][1], Label.EVENT)
        claim_place_and_days(line, segments[last][1])


def _goes_on(line: Line, segment: tuple[int, int], event: tuple[int, int]) -> bool:
    """Whether a segment belongs to the event's name: no place, day or university, and no event named before it."""
    printed = line.open[slice(*segment)]
    place, colon, _ = printed.partition(": ")
    if (
        (colon and is_place(place))
        or is_place(printed)
        or match_day(line.open, segment[0])
        or _UNIVERSITY.match(printed)
    ):
        return False
    if _LIST_ENDS.fullmatch(printed) and _LIST_BEGINS.search(line.open, *event):
        return True
    return bool(EVENT_WORD.search(printed)) or not EVENT_WORD.search(line.open, *event)


def _is_place(printed: str) -> bool:
    return is_place(printed) or is_region(printed)


def claim_place_and_days(line: Line, start: int) -> None:
    """Claim the days of the event, and its place between the event and the days."""
    segments = line.segments(start)
    places = [segment for segment in segments[:2] if _is_place(line.open[slice(*segment)])]
    for index, (begin, end) in enumerate(segments):
        day = match_day(line.open, begin)
        if day and day[1] >= end - 1 and (day[0].first or day[0].season):
            line.claim_title(begin, end, Label.DAY if line.has(Label.SPEECH, Label.THESIS) else Label.EVENT_DATE)
            places = segments[:index] or _place_after(line, segments)
            break
    if places:
        line.claim(places[0][0], places[-1][1], Label.EVENT_PLACE, 0.85)


def _place_after(line: Line, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The place after the days, if it is all that follows: ``ECPR Conference, 6–9 September, Oslo``."""
    places = segments[1:]
    names = [line.open[slice(*place)].strip(" .") for place in places]
    is_known = bool(names) and (_is_place(names[0]) or len(names[0].split()) == 1)
    return places if is_known and len(places) <= 2 and all(map(str.istitle, names)) else []

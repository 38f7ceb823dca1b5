"""Events: a talk in APA's form, and the conference in whose proceedings a paper appeared."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR, match_day
from reflist.grammar.places import is_place, is_region
from reflist.prose.fixed.presentations import EVENT_WORD
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line, Segment

_PRESENTED = re.compile(r"\[(?:[Pp]aper|[Pp]oster|[Oo]ral|[Cc]onference)\s+(?:presentation|session|paper)\]")
_PROCEEDINGS = re.compile(
    r"\b(?:[Ii]n:?\s+(?:the\s+)?(?:[^.;:\0]{0,80}?\s)?(?:Conference|Congress|Symposium|Workshop|Conf\.|Symp\.)"
    r"|(?:Proceedings\s+of|Proc\.(?:\s+of)?|Abstracts\s+of|Presented\s+at))(?!\w)"
)
_DIGIT = re.compile(r"\d")
_PROCEEDINGS_WORDS = frozenset(
    "conference congress symposium workshop conf symp proceedings proc abstracts presented".split()
)
_MOST_PARTS = 12
"""How many parts after the name of a conference are searched for its days."""

_MOST_PLACES = 3
"""The most parts that a place has: town, state and country."""

_NUMBERED = re.compile(r"\W*\d|\W*(?:[Vv]ol|[Nn]o|pp?|[Pp]ages?|[Ii]ssue)\b")
_PLACE_IN_BRACKETS = re.compile(
    r"(?<=\w)\s\((?P<place>[^\W\d_][^()\d\0]{2,60}?, [^\W\d_][^()\d\0]{1,40})\)"
    r"(?=\s\([^()\0]{0,30}[A-Z][^()\0]{0,30}\d)"
)


_PRESENTED_AT = Form(
    "presented",
    rf"(?<=[.?!]\s)(?:Paper|Poster)\s(?:session\s)?presented\sat:\s(?P<event>[^;\0]{{3,150}});\s"
    rf"(?P<day>{YEAR}\s[A-Z][a-z]{{2,8}}(?:\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?)?);\s(?P<place>[^\d\0;]{{3,80}}?)\.?\s*(?=\0|$)",
)


def find_session(line: Line) -> None:
    """``[Paper presentation]. EGPA Annual Conference, Budapest, Hungary.``: a talk, its event and the place.

    ``Paper presented at: 12th Congress; 2004 May 3-7; Leeds, UK`` (Citing Medicine, 2nd edition, chapter 6).
    """
    if at := _PRESENTED_AT.search(line):
        line.claim_match(at, event=Label.EVENT, day=Label.EVENT_DATE, place=Label.EVENT_PLACE)
        return
    found = _PRESENTED.search(line.open) if "[" in line.text else None
    if not found:
        return
    segments = line.segments(found.end())
    if not segments or not EVENT_WORD.search(line.open, *segments[0]):
        line.claim(*found.span(), Label.SPEECH)
        return
    line.claim(*found.span(), Label.SEPARATOR)
    line.claim_title(*segments[0], Label.EVENT)
    last = [index for index in range(len(segments)) if all(map(line.adjoin, segments, segments[1 : index + 1]))][-1]
    if last:
        line.claim_title(segments[1][0], segments[last][1], Label.EVENT_PLACE)


def find_proceedings(line: Line) -> None:
    """``In Proceedings of the 3rd Conference, Toulouse, France, 20–24 July 2018``: the place and days of the event.

    Also ACM's ``In Proceedings of the 30th Symposium (Virtual, Denmark) (ISSTA 2021)``.
    """
    found = _PROCEEDINGS.search(line.open) if line.tells(_PROCEEDINGS_WORDS) else None
    if not found:
        return
    if place := _PLACE_IN_BRACKETS.search(line.open, found.end()):
        line.claim_match(place, place=Label.EVENT_PLACE)
    segments = line.segments(found.end())[:_MOST_PARTS]
    for index, (begin, end) in enumerate(segments):
        day = match_day(line.open, begin)
        if day is None or not day[0].first:
            continue
        if day[1] > end and (line.open[end] not in ",." or (line.open[end] == "," and len(day[0].first) < 2)):
            continue  # the month of publication: "Tokyo, October, 1994"
        if len(day[0].first) < 2 and any(map(_DIGIT.search, (line.open[slice(*one)] for one in segments[1:index]))):
            return  # a month after pages is the month of publication
        places = _places(line, segments[:index])
        if places is None:
            return  # pages or a volume: a date after them is the date of publication
        if index and (len(day[0].first) > 1 or places):
            line.claim(begin, day[1], Label.EVENT_DATE)
            if places:
                line.claim(places[0][0], places[-1][1], Label.EVENT_PLACE)
        return


def _places(line: Line, segments: Sequence[Segment]) -> Sequence[Segment] | None:
    """The parts of an event's name, given up to its days, that are the place; None if one of the parts is a number.

    The place is the parts between commas after the last part of the name. The name itself may have commas
    (``Efficiency, Cost, Optimization``) and stops (``Int. Conf.``), and an abbreviation after it (``APSEC 2020``).
    """
    first = len(segments) - 1
    while first > 0 and line.open[segments[first - 1][1] : segments[first][0]] == ", ":
        first -= 1
    between = segments[first + 1 :]
    printed = [line.open[begin:end] for begin, end in between]
    if any(_NUMBERED.match(part) for part in printed):
        return None
    short = [index for index, part in enumerate(printed) if _DIGIT.search(part)]
    begin = short[-1] + 1 if short else 0
    if len(printed) - begin > _MOST_PLACES:
        begin = len(printed) - (2 if is_place(printed[-1]) or is_region(printed[-1]) else 1)
    return between[begin:]

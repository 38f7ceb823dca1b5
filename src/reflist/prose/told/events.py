"""What was presented, and where: a talk as APA says it, and the conference whose proceedings a paper stands in."""

import re

from reflist.grammar.dates import match_day
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.events import EVENT_WORD

_PRESENTED = re.compile(r"\[(?:[Pp]aper|[Pp]oster|[Oo]ral|[Cc]onference)\s+(?:presentation|session|paper)\]")
_PROCEEDINGS = re.compile(
    r"\b(?:[Ii]n:?\s+(?:the\s+)?(?:[^.;:\0]{0,80}?\s)?(?:Conference|Congress|Symposium|Workshop|Conf\.|Symp\.)"
    r"|(?:Proceedings\s+of|Proc\.(?:\s+of)?|Abstracts\s+of|Presented\s+at))\b"
)
_DIGIT = re.compile(r"\d")
_PROCEEDINGS_WORDS = frozenset(
    "conference congress symposium workshop conf symp proceedings proc abstracts presented".split()
)
_MOST_PARTS = 5
"""Behind the name of a conference its days stand in one of so many parts, if they do."""


def find_session(line: Line) -> None:
    """``[Paper presentation]. EGPA Annual Conference, Budapest, Hungary.``: a talk, the event, and where that was."""
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
    """``In Proceedings of the 3rd Conference, Toulouse, France, 20–24 July 2018``: the place and days of the event."""
    found = _PROCEEDINGS.search(line.open) if line.tells(_PROCEEDINGS_WORDS) else None
    if not found:
        return
    segments = line.segments(found.end())[:_MOST_PARTS]
    for index, (begin, end) in enumerate(segments):
        day = match_day(line.open, begin)
        if day is None or day[1] > end or not day[0].first:
            continue
        if any(map(_DIGIT.search, (line.open[slice(*segment)] for segment in segments[1:index]))):
            return  # pages or a volume: what stands behind them says when it was printed
        if index and (len(day[0].first) > 1 or index > 1):
            line.claim(begin, day[1], Label.EVENT_DATE)
            if index > 1:
                line.claim(segments[1][0], segments[index - 1][1], Label.EVENT_PLACE)
        return

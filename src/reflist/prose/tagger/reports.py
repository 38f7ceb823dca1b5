"""What a report, paper or thesis calls itself, its series and its number."""

import re

from reflist.grammar.dates import match_day, read_day
from reflist.grammar.designations import read_designation
from reflist.prose.labels import Label
from reflist.prose.line import Line

_THESIS = re.compile(
    r"(?:\b(?:[Uu]npublished|[Uu]npub\.)\s+)?(?:\b(?:PhD|Ph\.\s?D\.?|DPhil|D\.\s?Phil\.?|MPhil|MA|M\.A\.|MSc|M\.Sc\.|MBA|EdD|BA|[Mm]aster(?:[’']?s)?|[Dd]octoral|[Bb]achelor(?:[’']?s)?|[Ll]icentiate)\s+)(?:[Tt]hesis|[Dd]issertation|[Pp]roject)\b"
    r"|\b(?:[Dd]issertation|[Dd]iss\.|[Hh]abilitation(?:sschrift)?|[Dd]iplomarbeit|[Mm]asterarbeit|[Bb]achelorarbeit|[Tt]hèse(?:\s+de\s+doctorat)?|[Tt]esis\s+doctoral|[Uu]npublished\s+(?:thesis|dissertation))\b"
)
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]\0]{3,120})[)\]]")

def find_thesis(line: Line) -> None:
    """``unpublished PhD thesis, University of Leeds``: what it calls itself, and the university as publisher."""
    found = _THESIS.search(line.open, line.body)
    if not found or not (line.has(Label.TITLE) or line.open[line.body : found.start()].strip(" ,.([")):
        return
    closing = re.compile(r"[\s\])]*").match(line.open, found.end())
    line.claim(found.start(), found.end(), Label.THESIS)
    begin = len(line.open[: found.start()].rstrip(" [(,."))
    line.claim(begin, found.start(), Label.SEPARATOR)
    after = line.segments(closing.end() if closing else found.end())
    if after and not line.has(Label.PUBLISHER) and not match_day(line.open, after[0][0]):
        line.claim(*after[0], Label.PUBLISHER)


def find_report(line: Line) -> None:
    """The segments between the title and the publication that name a report, its series and number.

    After a title that is set off, any such segment; after one that is not, those at the end: the title reaches as far as it can.
    """
    if line.numbers_start is not None:
        return
    _find_bracketed(line)
    titles = line.of(Label.TITLE)
    if titles:
        for start, end in line.segments(titles[-1].end):
            if line.container_start is None and read_designation(line.open[start:end]):
                line.claim(start, end, Label.REPORT, 0.85)
        return
    segments = line.segments()
    if line.container_start is not None:
        segments = [segment for segment in segments if segment[0] > line.container_start]
    for start, end in reversed(segments[1:]):
        printed = line.open[start:end]
        if read_designation(printed):
            line.claim(start, end, Label.REPORT, 0.85)
            _claim_series_before(line, start)
        elif read_day(printed) is None:
            break


def _find_bracketed(line: Line) -> None:
    """``(Report No. 12)``, ``[White paper]`` after a title."""
    for found in list(_BRACKETED.finditer(line.open, line.body)):
        follows_title = line.has(Label.TITLE) or bool(line.open[line.body : found.start()].strip(" ,."))
        goes_on = re.match(r"\s+[a-z]", line.open[found.end() :])
        if follows_title and not goes_on and read_designation(found["inner"]):
            line.claim(found.start(), found.start("inner"), Label.SEPARATOR)
            line.claim(found.end("inner"), found.end(), Label.SEPARATOR)
            line.claim(found.start("inner"), found.end("inner"), Label.REPORT, 0.85)


def _claim_series_before(line: Line, end: int) -> None:
    """A few capitalised words after a title that has its subtitle already are a series: ``…: How to Do It, Adults’ Services, Guide 51``."""
    segments = [segment for segment in line.segments() if segment[1] <= end]
    if len(segments) < 2 or ": " not in line.open[line.body : segments[-1][0]]:
        return
    start, stop = segments[-1]
    before, printed = line.open[line.body : start].rsplit(": ", 1)[-1], line.open[start:stop]
    words = printed.split()
    if len(words) <= 3 and all(word[0].isupper() for word in words) and "," not in before.rstrip(", "):
        line.claim(start, stop, Label.REPORT, 0.6)

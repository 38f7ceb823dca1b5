"""What a report, paper or thesis calls itself, its series and its number."""

import re

from reflist.grammar.dates import match_day, read_day
from reflist.grammar.genres import ends_in_genre, names_genre
from reflist.prose.labels import Label
from reflist.prose.line import Line

_THESIS = re.compile(
    r"(?:\b(?:[Uu]npublished|[Uu]npub\.)\s+)?(?:\b(?:PhD|Ph\.\s?D\.?|DPhil|D\.\s?Phil\.?|MPhil|MA|M\.A\.|MSc|M\.Sc\.|MBA|EdD|BA|[Mm]aster(?:[’']?s)?|[Dd]octoral|[Bb]achelor(?:[’']?s)?|[Ll]icentiate)\s+)(?:[Tt]hesis|[Dd]issertation|[Pp]roject)\b"
    r"|\b(?:[Dd]issertation|[Dd]iss\.|[Hh]abilitation(?:sschrift)?|[Dd]iplomarbeit|[Mm]asterarbeit|[Bb]achelorarbeit|[Tt]hèse(?:\s+de\s+doctorat)?|[Tt]esis\s+doctoral|[Uu]npublished\s+(?:thesis|dissertation))\b"
)
_OFFICIAL = re.compile(
    r"(?:Cm|Cmd|Cmnd|Cd|C|HC|HL|H\.C\.|H\.L\.|SP|SI|S\.I\.|COM|SEC|SWD|BT-Drs|BT-Drucksache|Drucksache|Public Law|P\.L\.|NIA)\.?\s*(?:[Pp]apers?\s*|[Nn]o\.?\s*)?\(?\d[\w/().–-]*(?:\s+(?:final|\(?[Ss]ession\s+\d{4}[–-]\d{2,4}\)?|\(?\d{4}[–-]\d{2,4}\)?))?"
)
"""Numbers of command papers, papers of either House, and the like."""

_SESSION = re.compile(r"[Ss]ession\s+\d{4}(?:[–-]\d{2,4})?")
_NUMBERED = re.compile(
    r"(?P<words>[^\W\d_][^\0]*?)\s*,?\s*(?:\b(?:[Nn]os?|[Nn]r|[Nn]umber|[Vv]ol|[Vv]olume|[Hh]eft|[Bb]and|[Bb]d)\b\.?\s*|#|№\s*)?(?P<number>[A-Z]{0,5}[-/.]?\d[\w]*(?:[-–/.]\w*\d\w*)*)"
)
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?")
_NUMBER_SIGN = re.compile(r"\b(?:[Nn]os?|[Nn]r|[Nn]umber|[Vv]ol|[Vv]olume)\b\.?\s*\w*\d|#\s*\d")
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]\0]{3,120})[)\]]")
_SERIES_WORD = re.compile(r"\b(?:[Ss]eries|[Rr]eihe|[Cc]ollection|[Ss]tudies\s+in|[Bb]eiträge|[Ss]chriften)\b")


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


def is_report(printed: str) -> bool:
    """Whether a segment after the title names a kind of report, a series or a number.

    >>> [is_report(part) for part in ("Cm 4310", "NESS Report 024", "Think pieces 47", "White Paper", "1997–2007", "Planning and Evaluation")]
    [True, True, True, True, False, False]
    """
    printed = printed.strip(" .,;:()[]")
    official = _OFFICIAL.search(printed)
    if (
        official
        and official.end() == len(printed)
        and (not official.start() or ends_in_genre(printed[: official.start()]))
    ):
        return True
    if _SESSION.fullmatch(printed):
        return True
    if read_day(printed) is not None:
        return False
    if _SERIES_WORD.search(printed) and len(printed.split()) <= 10:
        return True
    numbered = _NUMBERED.fullmatch(printed)
    if numbered and len(printed.split()) <= 10:
        return (
            not _YEARS.fullmatch(numbered["number"])
            or ends_in_genre(numbered["words"])
            or bool(_NUMBER_SIGN.search(printed))
        )
    return names_genre(printed) and len(printed.split()) <= 10


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
            if line.container_start is None and is_report(line.open[start:end]):
                line.claim(start, end, Label.REPORT, 0.85)
        return
    segments = line.segments()
    if line.container_start is not None:
        segments = [segment for segment in segments if segment[0] > line.container_start]
    for start, end in reversed(segments[1:]):
        printed = line.open[start:end]
        if is_report(printed):
            line.claim(start, end, Label.REPORT, 0.85)
            _claim_series_before(line, start)
        elif read_day(printed) is None:
            break


def _find_bracketed(line: Line) -> None:
    """``(Report No. 12)``, ``[White paper]`` after a title."""
    for found in list(_BRACKETED.finditer(line.open, line.body)):
        before = line.open[line.body : found.start()]
        if (
            (before.strip(" ,.") or line.has(Label.TITLE))
            and is_report(found["inner"])
            and (_NUMBERED.fullmatch(found["inner"]) or ends_in_genre(found["inner"]))
        ):
            if re.match(r"\s+[a-z]", line.open[found.end() :]):
                continue
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

"""Reports, papers and theses: their kind, series and number."""

import re

from reflist.grammar.dates import match_day, read_day
from reflist.grammar.designations import read_designation
from reflist.prose.labels import Label
from reflist.prose.line import Line

_DEGREES = r"PhD Ph\.\s?D\.? DPhil D\.\s?Phil\.? MPhil MA M\.A\. MSc M\.Sc\. MBA EdD BA [Dd]octoral [Ll]icentiate"
_THESIS = re.compile(
    rf"""(?: \b(?:[Uu]npublished|[Uu]npub\.)\s+ )?
    \b (?: {" | ".join(_DEGREES.split())} | [Mm]aster(?:[’']?s)? | [Bb]achelor(?:[’']?s)? )
    \s+ (?: [Tt]hesis\b | [Dd]issertation\b | [Dd]iss\. | [Pp]roject\b )
    | \b (?:(?:[Uu]nveröffentlichte|[Uu]nver(?:öff)?\.|[Uu]nv\.|[Pp]hil\.|[Jj]ur\.)\s+)*
      (?: (?:[Ii]naugural-?)?[Dd]issertation | [Dd]iss\. | [Hh]abilitation(?:sschrift)?
         | (?:[Dd]iplom|[Mm]agister|[Mm]aster|[Bb]achelor|[Ss]taatsexamens|[Ll]izentiats)arbeit
         | [Tt]hèse(?:\s+de\s+doctorat)?(?:\s+en\s+[a-zé ]{{5,30}}(?=,))?
         | [Tt]esis\s+(?:doctoral|de\s+\w+) | [Tt]ese\s+de\s+\w+
         | [Dd]issertação(?:\s+de\s+\w+)? | [Tt]esi\s+di\s+\w+ | [Uu]npublished\s+(?:thesis|dissertation) )\b""",
    re.VERBOSE,
)
_BEFORE_PUBLISHER = re.compile(r",?\s*[A-Z][\w. ]{0,20}:\s")
"""What may follow a town, before the publisher: ``Cambridge, MA: ``."""

_ONLY_NUMBER = re.compile(r"(?:[Nn]o|[Nn]umber|[Nn]r)\.?\s*\d+")
_SERIES = re.compile(r"\b(?:Papers|Series|Reports|Studies|Briefings?|Pamphlets?)\b")
_CLOSING = re.compile(r"[\s\])]*")
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]\0]{3,120})[)\]](?!\s+[a-z])")
_LONGEST_SERIES = 3  # words
_LONGEST_PLACE = 3  # words


def find_thesis(line: Line) -> None:
    """``unpublished PhD thesis, University of Leeds``: the kind of thesis, and the university as its publisher."""
    found = _THESIS.search(line.open, line.body)
    if not found or not (line.has(Label.TITLE) or line.has_words(line.body, found.start())):
        return
    begin = len(line.open[: found.start()].rstrip(" [(,."))
    closing = _CLOSING.match(line.open, found.end())
    end = closing.end() if closing else found.end()
    line.claim(begin, end, Label.SEPARATOR)
    line.claim(*found.span(), Label.THESIS)
    after = line.segment_after(end)
    is_place = after is not None and _BEFORE_PUBLISHER.match(line.open, after[1])
    if after and not is_place and ":" not in line.open[slice(*after)] and not match_day(line.open, after[0]):
        line.claim(*after, Label.PUBLISHER)
        _claim_town(line, after)


def _claim_town(line: Line, university: tuple[int, int]) -> None:
    """The town after a university, if nothing else is left: ``Babeş-Bolyai University, Cluj-Napoca``."""
    places = line.segments(university[1])
    names = [line.open[slice(*place)].strip(" .") for place in places]
    if 1 <= len(names) <= 2 and all(len(name.split()) <= _LONGEST_PLACE and name[0].isupper() for name in names):
        line.claim_title(places[0][0], places[-1][1], Label.PLACE, 0.85)


def find_report(line: Line) -> None:
    """The segments between the title and the publication that give a report's kind, series and number.

    After a set-off title, any such segment counts; otherwise only those at the end, since the title extends as far as
    it can.
    """
    if line.numbers_start is not None:
        return
    _find_bracketed(line)
    if line.container_start is not None:
        _find_before_publication(line, line.container_start)
    elif not line.has(Label.TITLE):
        _find_before_publication(line, line.body)
    else:
        segments = line.segments(line.title_end)
        for index, (start, end) in enumerate(segments):
            before = segments[index - 1] if index else (0, 0)
            if _ONLY_NUMBER.fullmatch(line.open, start, end) and _SERIES.search(line.open, *before):
                line.claim(*before, Label.SERIES, 0.8)
                line.claim(start, end, Label.REPORT, 0.85)
            elif read_designation(line.open[start:end]):
                line.claim(start, end, Label.REPORT, 0.85)


def _find_before_publication(line: Line, start: int) -> None:
    segments = line.segments(start)
    for index in range(len(segments) - 1, 0, -1):
        printed = line.open[slice(*segments[index])]
        if read_designation(printed):
            line.claim(*segments[index], Label.REPORT, 0.85)
            if index > 1:
                _claim_series(line, *segments[index - 1])
        elif read_day(printed) is None:
            break


def _find_bracketed(line: Line) -> None:
    """``(Report No. 12)``, ``[White paper]`` after a title."""
    for found in list(_BRACKETED.finditer(line.open, line.body)):
        follows_title = line.has(Label.TITLE) or line.has_words(line.body, found.start())
        if follows_title and read_designation(found["inner"]):
            line.claim_match(found, 0.85, inner=Label.REPORT)


def _claim_series(line: Line, start: int, end: int) -> None:
    """A few capitalised words after a subtitle are a series: ``…: How to Do It, Adults’ Services, Guide 51``."""
    _, colon, subtitle = line.open[line.body : start].rpartition(": ")
    words = line.open[start:end].split()
    if not colon or "," in subtitle.rstrip(", "):
        return
    if len(words) <= _LONGEST_SERIES and all(word[0].isupper() for word in words):
        line.claim(start, end, Label.REPORT, 0.6)

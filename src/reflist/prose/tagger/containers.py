"""What is left when numbers, places and the like are claimed: the container, the title that was not set off, days, and notes."""

import re

from reflist.grammar.dates import match_day, read_day
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.wordlists import folded
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.publication import is_place, is_publisher

_PAGE_AFTER_DAY = re.compile(r"\s*,\s*(?P<page>[A-Z]?\d{1,3})\s*\.?(?=\s*(?:\0|$))")
_SECTION = re.compile(r"\s*\((?P<section>[^()\0]{2,40})\)")
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b(?:vs|cf|St|Dr|Mr|no|ed|al))[.?!]\s+(?=[^\Wa-z]|[‘“*(])")
_IN_TITLE_ABBREVIATION = re.compile(r"\b(?:vs|v|cf|St|Dr|Mr|Mrs|No|no|eds?|al|U\.S|U\.K|e\.g|i\.e)\.$")


def find_days(line: Line) -> None:
    """Segments that are wholly a date: ``26 October``, ``November``, ``30 January``."""
    segments = line.segments()
    for start, end in segments if line.has(Label.TITLE, Label.CONTAINER) else segments[1:]:
        day = read_day(line.open[start:end].strip("()"))
        if day and (day.first or day.season) and not line.has(Label.DAY):
            line.claim(start, end, Label.DAY)
            if found := _PAGE_AFTER_DAY.match(line.open, end):
                line.claim(*found.span("page"), Label.PAGES)


def is_newspaper(printed: str) -> bool:
    """Whether a printed title is a known newspaper's or news magazine's, with or without its article and section."""
    bare = re.sub(r"\s*\([^)]*\)", "", printed).strip(" .,").casefold()
    known = folded("newspapers")
    return bare in known or bare.removeprefix("the ") in known


def is_periodical(printed: str) -> bool:
    """Whether a word of the title says that it is a periodical's."""
    return any(word.strip(" .,()").casefold() in folded("periodicals") for word in printed.split())


def find_periodical(line: Line) -> None:
    """A periodical without numbers, after a title that is set off or a sentence that has ended: ``in press`` or online first."""
    if line.has(Label.CONTAINER) or line.numbers_start is not None or line.container_start is not None:
        return
    title_end = max((span.end for span in line.of(Label.TITLE)), default=None)
    segments = line.segments(title_end)
    if title_end is not None and segments:
        start, end = segments[0]
        name = line.open[start:end]
        if is_periodical(name) or (
            line.has(Label.STATUS) and len(segments) == 1 and not is_place(name) and not is_publisher(name)
        ):
            line.claim(start, _without_stop(line, start, end), Label.CONTAINER, 0.85)
        return
    for found in _SENTENCE_END.finditer(line.open, line.body):
        segment = next(iter(line.segments(found.end())), None)
        if (
            segment
            and segment[0] == found.end()
            and (is_periodical(line.open[slice(*segment)]) or _stands_before_date(line, segment[1]))
            and len(line.open[slice(*segment)].split()) <= 10
        ):
            line.claim(segment[0], _without_stop(line, *segment), Label.CONTAINER, 0.75)
            return


def _stands_before_date(line: Line, end: int) -> bool:
    """Whether a status or the day of an issue follows at once."""
    if any(span.start >= end and not re.search(r"\w", line.open[end : span.start]) for span in line.of(Label.STATUS)):
        return True
    following = next(iter(line.segments(end)), None)
    if following is None or line.open[end : following[0]].strip(" ,"):
        return False
    day = match_day(line.open, following[0])
    return day is not None and len(day[0].first) == 2


def find_container(line: Line) -> None:
    """The containing book after "in", the periodical before its numbers, or the newspaper beside a day."""
    if line.has(Label.CONTAINER):
        return
    if line.container_start is not None:
        _claim_book(line, line.container_start)
    elif line.numbers_start is not None:
        _claim_periodical(line, line.numbers_start)
    else:
        _claim_newspaper(line)


def _claim_book(line: Line, start: int) -> None:
    end = line.open.find("\0", start)
    end = len(line.open) if end < 0 else end
    found = re.compile(r"[.]\s+(?=[A-ZÀ-Þ(])").search(line.open, start, end)
    last = found.start() if found and len(line.open[start : found.start()].split()) > 1 else end
    line.claim(start, _without_stop(line, start, last), Label.CONTAINER)


def _claim_periodical(line: Line, numbers: int) -> None:
    """All words between the title and the numbers; where the title is not set off, the last sentence or segment of them."""
    titles = line.of(Label.TITLE)
    start = max((span.end for span in titles if span.end <= numbers), default=line.body)
    segments = line.segments(start, numbers)
    if not segments:
        return
    first = segments[0][0]
    if not titles:
        breaks = [found.end() for found in _SENTENCE_END.finditer(line.open, first, numbers)]
        if breaks:
            first = breaks[-1]
        elif len(segments) > 1:
            first = segments[-1][0]
        else:
            return
    line.claim(first, _without_stop(line, first, segments[-1][1]), Label.CONTAINER)


def _claim_newspaper(line: Line) -> None:
    """A newspaper by name, or the segment after a set-off title where a day follows and no publisher does."""
    segments = line.segments()
    for index, (start, end) in enumerate(segments):
        printed = line.open[start:end]
        if is_newspaper(printed) and (index or line.has(Label.TITLE)):
            if section := _SECTION.search(line.open, start, end):
                line.claim(section.start("section"), section.end("section"), Label.SECTION)
                line.claim(section.end("section"), section.end(), Label.SEPARATOR)
                end = section.start()
            line.claim(start, _without_stop(line, start, end), Label.CONTAINER)
            return
    if (
        line.has(Label.TITLE)
        and segments
        and not line.has(Label.URL)
        and not line.has(Label.PUBLISHER, Label.REPORT, Label.THESIS, Label.EVENT)
    ):
        first, last = segments[0][0], segments[0][1]
        name = line.open[first:last]
        days = [span for span in line.of(Label.DAY) if span.start > last]
        if days and not looks_like_institution(name):
            line.claim(first, _without_stop(line, first, last), Label.CONTAINER, 0.7)


def find_plain_title(line: Line) -> None:
    """The title that is not set off: from the start of the body to the first claimed part, sentence by sentence.

    Where nothing says what the rest is, a second sentence or what follows a question mark is the title's still.
    """
    if line.has(Label.TITLE):
        return
    segments = line.segments()
    if not segments:
        _title_before_year(line)
        return
    start = segments[0][0]
    claimed = line.open.find("\0", start)
    end = len(line.open) if claimed < 0 else claimed
    stop = None
    for found in _SENTENCE_END.finditer(line.open, start, end):
        rest = line.open[found.end() : end].strip(" .")
        if (
            found[0][0] == "."
            and not _IN_TITLE_ABBREVIATION.search(line.open[start : found.start() + 1])
            and _is_aside(rest)
        ):
            stop = found.start() + 1
            break
    line.claim(start, _without_stop(line, start, stop or end), Label.TITLE, 0.8)


def _is_aside(rest: str) -> bool:
    """Whether what follows a sentence end is no second sentence of the title: an institution, a place, a few words."""
    return (
        bool(rest)
        and (is_place(rest) or looks_like_institution(rest) or is_newspaper(rest))
        and len(rest.split()) <= 10
    )


def _title_before_year(line: Line) -> None:
    """No words follow the year, so what stands in the authors' place is the title."""
    for span in line.of(Label.AUTHOR):
        line.spans.remove(span)
        line.spans.append(span._replace(label=Label.TITLE, confidence=0.6))


def find_rest(line: Line) -> None:
    """What nothing has claimed: an institution or place is the publisher's, anything else a note."""
    title_end = max((span.end for span in line.of(Label.TITLE)), default=line.body)
    for start, end in line.segments(title_end):
        printed = line.open[start:end]
        if not line.has(Label.PLACE) and is_place(printed) and line.has(Label.PUBLISHER):
            line.claim(start, end, Label.PLACE, 0.7)
        elif not line.has(Label.PUBLISHER, Label.CONTAINER) and not printed.startswith("("):
            line.claim(start, _without_stop(line, start, end), Label.PUBLISHER, 0.6)
        else:
            line.claim(start, end, Label.NOTE, 0.5)


def _without_stop(line: Line, start: int, end: int) -> int:
    """The end without the full stop of the sentence; one that belongs to an abbreviation stays."""
    printed = line.open[start:end].rstrip(" ,;:")
    return (
        start
        + len(printed)
        - (printed.endswith(".") and not printed.endswith("..") and not re.search(r"(?:^|[\s.])[A-Z]\.$", printed))
    )

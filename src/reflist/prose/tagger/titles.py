"""Titles that are set off: in quotation marks, or in italics as Markdown writes them."""

import re

from reflist.prose.labels import Label
from reflist.prose.line import QUOTES, Line, closing_quote

_EMPHASIS = re.compile(
    r"(?P<mark>\*{1,3}|(?<!\w)_{1,2})(?=\S)(?P<inner>[^*\0]+?)(?<=\S)(?P=mark)(?!\w)|<(?P<tag>i|em)>(?P<tagged>[^<\0]+)</(?P=tag)>"
)
_GOES_ON = re.compile(
    r"\s*:\s*\w|\s+(?!in\b|at\b|available\b|edited\b|ed\b|trans|pp?\b|vol|no\b|accessed\b|paper\b|presented\b|speech\b|unpublished\b|mimeo\b|from\b|retrieved\b|https?:|www)[a-z]"
)
"""What follows a quotation that only begins the title: a colon, or a word in lower case that introduces nothing."""

_START = re.compile(r"[\s.,:;)\]\0]*")


def body_start(line: Line) -> int:
    """Where the body's first word or mark stands."""
    found = _START.match(line.open, line.body)
    return found.end() if found else line.body


def find_set_off_title(line: Line) -> None:
    """The title where the body opens with a quotation mark, or with italics that are not a container's."""
    start = body_start(line)
    if start >= len(line.open):
        return
    if line.open[start] in QUOTES:
        end = closing_quote(line.open, start)
        if end is not None and not _GOES_ON.match(line.open, end + 1):
            claim_quoted(line, start, end, Label.TITLE)
            return
    if found := _EMPHASIS.match(line.open, start):
        _claim_emphasised_title(line, found)


def _claim_emphasised_title(line: Line, found: re.Match[str]) -> None:
    """An emphasised title, with the subtitle that a colon and a second emphasis make of its rest: ``*Chalk*: *a diary*``."""
    subtitle = re.compile(r"\s*:\s*").match(line.open, found.end())
    rest = _EMPHASIS.match(line.open, subtitle.end()) if subtitle else None
    if rest:
        line.claim(found.start(), found.start() + 1, Label.SEPARATOR)
        line.claim(found.start() + 1, rest.end() - 1, Label.TITLE)
        line.claim(rest.end() - 1, rest.end(), Label.SEPARATOR)
    else:
        claim_emphasised(line, found, Label.TITLE)


def claim_quoted(line: Line, start: int, end: int, label: Label) -> None:
    """Claim what stands between the marks at ``start`` and ``end``, and the marks as separators."""
    line.claim(start, start + 1, Label.SEPARATOR)
    line.claim(start + 1, end, label)
    line.claim(end, end + 1, Label.SEPARATOR)


def claim_emphasised(line: Line, found: re.Match[str], label: Label) -> None:
    """Claim what an emphasis holds, and its marks as separators."""
    inner = "inner" if found["inner"] is not None else "tagged"
    line.claim(found.start(), found.start(inner), Label.SEPARATOR)
    line.claim(found.start(inner), found.end(inner), label)
    line.claim(found.end(inner), found.end(), Label.SEPARATOR)


def find_set_off_container(line: Line) -> None:
    """Italics or a quotation after the title: the container's title, or the title where none has been found."""
    for found in list(_EMPHASIS.finditer(line.open, line.body)):
        inner = found["inner"] if found["inner"] is not None else found["tagged"]
        if not re.search(r"[^\W\d_]{2}", inner):
            continue
        before = line.open[line.body : found.start()]
        has_title = line.has(Label.TITLE) or re.search(r"\w{2}.*[.,?!’”:]\s*$", before)
        if not line.has(Label.CONTAINER) and has_title:
            claim_emphasised(line, found, Label.CONTAINER)
        elif not line.has(Label.TITLE) and not re.search(r"\w", before):
            claim_emphasised(line, found, Label.TITLE)

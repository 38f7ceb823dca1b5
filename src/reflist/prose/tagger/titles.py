"""Titles that are set off: in quotation marks, or in italics as in Markdown or HTML."""

import re

from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.quotes import QUOTES, closing_quote

_EMPHASIS = re.compile(
    r"(?P<mark>\*{1,3}|(?<!\w)_{1,2})(?=\S)(?P<inner>[^*\0]+?)(?<=\S)(?P=mark)(?!\w)"
    r"|<(?P<tag>i|em)>(?P<tagged>[^<\0]+)</(?P=tag)>"
)
_START = re.compile(r"[\s.,:;)\]\0]*")
_INTRODUCING = """in at available edited ed trans transl pp p vol no accessed paper presented speech unpublished mimeo
from retrieved"""
_GOES_ON = re.compile(rf"\s*:\s*\w|\s+(?!(?:{'|'.join(_INTRODUCING.split())})\b|https?:|www)[a-z]")
"""What follows a quotation that only begins the title: a colon, or a word in lower case that introduces nothing."""

_VOLUME = re.compile(r",\s*\d{1,4}(?=[*_]+$)")
_SUBTITLE = re.compile(r"\s*:\s*")


def body_start(line: Line) -> int:
    """The offset of the body's first word or mark."""
    found = _START.match(line.open, line.body)
    return found.end() if found else line.body


def find_set_off_title(line: Line) -> None:
    """The title, if the body begins with a quotation mark or italics."""
    start = body_start(line)
    if start < len(line.open) and line.open[start] in QUOTES:
        end = closing_quote(line.open, start)
        if end is not None and not _GOES_ON.match(line.open, end + 1):
            claim_quoted(line, start, end, Label.TITLE)
    elif found := _EMPHASIS.match(line.open, start):
        _claim_emphasised_title(line, found)


def _claim_emphasised_title(line: Line, found: re.Match[str]) -> None:
    """An emphasised title, with a subtitle after a colon: ``*Chalk*: *a diary*``, ``*Chalk*: a diary``."""
    subtitle = _SUBTITLE.match(line.open, found.end())
    rest = _EMPHASIS.match(line.open, subtitle.end()) if subtitle else None
    plain = line.segment_after(subtitle.end()) if subtitle else None
    if rest:
        line.claim(found.start(), rest.end(), Label.SEPARATOR)
        line.claim(_inside(found)[0], _inside(rest)[1], Label.TITLE)
    elif plain and ":" not in line.open[slice(*plain)]:
        line.claim(found.start(), plain[1], Label.SEPARATOR)
        line.claim(_inside(found)[0], plain[1], Label.TITLE)
    else:
        line.claim_match(found, inner=Label.TITLE, tagged=Label.TITLE)


def _inside(found: re.Match[str]) -> tuple[int, int]:
    """The offsets of the emphasised text."""
    return found.span("tagged" if found["tag"] else "inner")


def claim_quoted(line: Line, start: int, end: int, label: Label) -> None:
    """Claim the text between the marks at ``start`` and ``end``, and the marks as separators."""
    line.claim(start, end + 1, Label.SEPARATOR)
    line.claim(start + 1, end, label)


def claim_quoted_at(line: Line, start: int, label: Label) -> None:
    """Claim the quotation that begins at an offset, if there is one."""
    if start < len(line.open) and line.open[start] in QUOTES:
        end = closing_quote(line.open, start)
        if end is not None:
            claim_quoted(line, start, end, label)


def _claim_container(line: Line, found: re.Match[str]) -> None:
    """An emphasised container, without the volume that APA style emphasises with it: ``*Journal of Forms, 12*(3)``."""
    volume = _VOLUME.search(line.open, found.start(), found.end())
    if volume:
        line.claim(found.start(), volume.start() + 1, Label.SEPARATOR)
        line.claim(_inside(found)[0], volume.start(), Label.CONTAINER)
    else:
        line.claim_match(found, inner=Label.CONTAINER, tagged=Label.CONTAINER)


def find_set_off_container(line: Line) -> None:
    """Italics after the title: the container's title, or the title if none has been found."""
    for found in list(_EMPHASIS.finditer(line.open, line.body)):
        if not re.search(r"[^\W\d_]{2}", found[0]):
            continue
        before = line.open[line.body : found.start()]
        has_title = line.has(Label.TITLE) or re.search(r"\w{2}.*[.,?!’”:]\s*$", before)
        if not line.has(Label.CONTAINER) and has_title:
            _claim_container(line, found)
        elif not line.has(Label.TITLE) and not line.has_words(line.body, found.start()):
            line.claim_match(found, inner=Label.TITLE, tagged=Label.TITLE)

"""Several references in one line: printed so, run together by a PDF, or as a note that cites several works."""

import re
from collections.abc import Iterator

from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.names import INITIALS, UPPER
from reflist.late import late
from reflist.prose.beginnings import YEAR, begins_like_reference, is_dated, label_end, looks_like_reference
from reflist.prose.notes import cites_work, mark_end

FEWEST_NUMBERED = 3
FEWEST_UNNUMBERED = 3
"""The least number of references in a run-on line; fewer may be mentioned within one reference."""

SHORTEST = 40
"""The least number of characters of each reference in such a line."""

_NUMBERS = [
    re.compile(rf"(?:^|(?<=[.,;)\]\d/”’\"*])\s+){number}\s+(?=\S)")
    for number in (r"\[(?P<number>\d{1,4})\]", r"\((?P<number>\d{1,3})\)", r"(?P<number>\d{1,4})[.)]")
]
"""The forms of numbers; each is searched for by itself, since a year at the end of a reference looks like a number."""

_PERSON = rf"[{UPPER}][\w’'‐-]+(?:\s[{UPPER}][\w’'‐-]+)?,?\s{INITIALS}"
_BRACKETED_YEAR = re.compile(rf"[(\[]{YEAR}[a-z]?[)\]]")
"""A bracketed year, which follows the names of every reference but the first in a line without numbers."""

_BETWEEN = re.compile(
    r"(?<=[\d)\]\u201d\u2019'\"*])(?:\s?ff?\.?)?[.,]?\s?;\s+(?=\S)"
    r"|(?<=\bff)\.?;\s+(?=\S)|(?<=\b(?:cit|bid|Ebd))\.\s?;\s+(?=\S)"
)
"""Separators between the works of a note: a semicolon after pages, a year, an imprint in brackets."""

_SIGN = re.compile(r"\s(?:\|{1,2}|[•▪●■])\s")
_BODIES = late(
    rf"(?<=[.)\d”’/\"*])(?:\s|;\s)(?=(?P<body>[{UPPER}][\w’'-]+(?:\s(?:of|for|and|on|the|in|&|[{UPPER}][\w’'-]+)){{1,9}})"
    rf"(?:\s\([A-Z]\w{{1,9}}\))?\s[(\[]{YEAR}[a-z]?[)\]])"
)
_FULL = rf"[{UPPER}][\w’'‐-]+,\s[{UPPER}][\w’'‐-]+(?:\s[{UPPER}]\.)*"
_DATED = rf"(?:{_PERSON}[^()\[\]]{{0,150}}|{_FULL}(?:\s?[/;,&]\s?{_FULL}){{0,5}}\s)[(\[]{YEAR}[a-z]?[)\]]"
_NAMES = late(rf"(?<=[.)\]\d”’/\"*])\s+(?={_DATED})|(?<=[\w.)]);\s+(?={_DATED})")
"""Separators before references that begin with names, initials or given names, and a year in brackets."""


def run_on(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each reference of a run-on line; of any other line, those of the whole line. Linear in its length.

    >>> text = "[1] Weir, A. A title of its own. London: Sage, 2001. [2] Lee, B. Another title. London: Sage, 2002."
    >>> text += " [3] Ash, C. A third one of some length. London: Sage, 2003."
    >>> [text[begin:end][:8] for begin, end in run_on(text)]
    ['Weir, A.', 'Lee, B. ', 'Ash, C. ']
    """
    yield from _numbered(text) or _between_signs(text) or _unnumbered(text) or _of_note(text) or [(0, len(text))]


def _numbered(text: str) -> list[tuple[int, int]]:
    """The parts after numbers, in brackets or with a stop, that increase by one from the beginning of the line."""
    for pattern in _NUMBERS:
        if not pattern.match(text):
            continue
        marks: list[re.Match[str]] = []
        for found in pattern.finditer(text):
            if int(marks[-1]["number"]) + 1 == int(found["number"]) if marks else found.start() == 0:
                marks.append(found)
        if len(marks) >= FEWEST_NUMBERED:
            ends = [*(mark.start() for mark in marks[1:]), len(text)]
            parts = [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
            if _are_references(text, parts):
                return parts
    return []


def _between_signs(text: str) -> list[tuple[int, int]]:
    """The parts between bars or bullets, at least three, each of which begins like a reference."""
    parts, begin = list[tuple[int, int]](), 0
    for found in _SIGN.finditer(text):
        parts.append((begin, found.start()))
        begin = found.end()
    parts.append((begin, len(text)))
    if len(parts) < FEWEST_UNNUMBERED or not all(looks_like_reference(text[begin:end]) for begin, end in parts):
        return []
    return parts if _are_references(text, parts) else []


def _unnumbered(text: str) -> list[tuple[int, int]]:
    """The parts that begin, after the end of a sentence or a semicolon, with names and a year in brackets."""
    if len(text) < FEWEST_UNNUMBERED * SHORTEST or not _BRACKETED_YEAR.search(text, SHORTEST):
        return []
    if not begins_like_reference(text):
        return []
    parts: list[tuple[int, int]] = []
    begin = 0
    bodies = [found for found in _BODIES.finditer(text) if looks_like_institution(found["body"])]
    for found in sorted((*_NAMES.finditer(text), *bodies), key=re.Match.start):
        if found.start() - begin >= SHORTEST and is_dated(text[begin : found.start()]):
            parts.append((begin, found.start()))
            begin = found.end()
    parts.append((begin, len(text)))
    return parts if len(parts) >= FEWEST_UNNUMBERED and _are_references(text, parts) else []


def _of_note(text: str) -> list[tuple[int, int]]:
    """The parts between semicolons outside brackets, each of which begins like a reference and is dated or short.

    Any other text after a semicolon belongs to the part before it: ``(Leeds: Gate, 2001); hereafter Hedges``.
    """
    marks = list(_BETWEEN.finditer(text, SHORTEST)) if ";" in text else []
    if not marks:
        return []
    parts: list[tuple[int, int]] = []
    first = mark_end(text)
    begin, depth = first if first > label_end(text) else 0, 0
    for mark, below in zip(marks, (*marks[1:], None), strict=True):
        depth += _depth(text[parts[-1][1] if parts else begin : mark.start()])
        end = below.start() if below else len(text)
        if depth <= 0 and cites_work(text[begin : mark.start()]) and cites_work(text[mark.end() : end]):
            parts.append((begin, mark.start()))
            begin = mark.end() + mark_end(text[mark.end() : end])
    return [*parts, (begin, len(text))] if parts else []


def _depth(text: str) -> int:
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def _are_references(text: str, parts: list[tuple[int, int]]) -> bool:
    return all(end - begin >= SHORTEST and is_dated(text[begin:end]) for begin, end in parts)

"""Addresses: URLs, DOIs, and the day they were looked at, with the words that introduce them."""

import re

from reflist.grammar.dates import match_day
from reflist.prose.labels import Label
from reflist.prose.line import Line

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\0\"“”‘]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(
    r"(?<![\w@.])(?:[a-z0-9-]+\.){1,4}(?:com|org|net|edu|gov|int|eu|info|(?:(?:ac|co|gov|org)\.)?uk|de|fr|es|it|nl|ca|au|ie)(?:/[^\s<>\0]*)?(?![\w@])"
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi(?:\.org/|:)?\s*(?:https?://(?:dx\.)?doi\.org/)?)\s*(?P<doi>10\.\d{4,9}/[^\s\0\"<>]+)|(?<![\w/])(?P<bare>10\.\d{4,9}/[^\s\0\"<>]+)",
    re.IGNORECASE,
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])\b")
_INTRODUCED = re.compile(
    r"[\s,.;:(\[<]*(?:\b(?:(?:electronic(?:ally)?|freely|also|online)\s+)?(?:available|accessible|retrieved|accessed|downloaded|obtained|online|viewed|verfügbar|disponible|abrufbar)"
    r"(?:\s+(?:at|from|online|on|in|unter|en|à|sur|via))*\s*:?|\bat\b\s*:?|\bfrom\b|\bsee\b|\bunter\b:?|\bURL\s*:?|\[?online\]?:?)?[\s:<(\[]*$",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"[\[(]?\s*\b(?:(?:date|last|first|page)\s+)?(?:accessed|access(?:\s+date)?|retrieved|viewed|visited|consulted|downloaded|checked|"
    r"abgerufen|aufgerufen|zugriff|letzter\s+zugriff|zuletzt\s+\w+|abruf|stand|consulté[es]*|accès|consultado|consulta)\b(?:\s+(?:on|at|am|vom|le|el|the))?\s*:?\s*",
    re.IGNORECASE,
)


def find_addresses(line: Line) -> None:
    """DOIs, ISBNs and URLs; the words before them ("available at") part them from the rest."""
    for found in list(_DOI.finditer(line.open)):
        which = "doi" if found["doi"] else "bare"
        _claim_address(
            line, found.start(), found.start(which), _end(line.text, found.start(which), found.end()), Label.DOI
        )
    if found := _ISBN.search(line.open):
        line.claim(found.start(), found.start("isbn"), Label.SEPARATOR)
        line.claim(found.start("isbn"), found.end("isbn"), Label.ISBN)
    for pattern in (_ADDRESS, _BARE_ADDRESS):
        for found in list(pattern.finditer(line.open)):
            if not (pattern is _BARE_ADDRESS and line.has(Label.URL)):
                _claim_address(
                    line, found.start(), found.start(), _end(line.text, found.start(), found.end()), Label.URL
                )


def find_access_date(line: Line) -> None:
    """The day an address was looked at: ``[accessed 12 November 2007]``, ``Retrieved May 3, 2011, from``."""
    for found in _ACCESSED.finditer(line.open):
        day = match_day(line.open, found.end())
        if day and day[0].year:
            end = day[1] + len(re.match(r"[\s.,;]*[\])]?|", line.open[day[1] :])[0])  # type: ignore[index]  # the pattern matches anywhere
            line.claim(found.start(), found.end(), Label.SEPARATOR)
            line.claim(found.end(), day[1], Label.ACCESSED)
            line.claim(day[1], end, Label.SEPARATOR)
            break


def _claim_address(line: Line, begin: int, start: int, end: int, label: Label) -> None:
    introduced = _INTRODUCED.search(line.open, max(0, begin - 60), begin)
    line.claim(introduced.start() if introduced else begin, start, Label.SEPARATOR)
    line.claim(start, end, label)


def _end(text: str, start: int, end: int) -> int:
    """Where an address ends: before closing punctuation, and before a bracket that it does not open itself."""
    while end > start:
        last = text[end - 1]
        if last in ".,;:'’\"”>*" or (
            last in ")]" and text.count(last, start, end) > text.count("(["[")]".index(last)], start, end)
        ):
            end -= 1
        else:
            break
    return end

"""Authors and year: what stands before the title in the author-date styles."""

import re

from reflist.grammar.dates import YEAR, match_day, read_day
from reflist.grammar.names import INITIALS, UPPER
from reflist.prose.labels import Label
from reflist.prose.line import QUOTES, Line

FORTHCOMING = r"(?:forthcoming|in\s+press|in\s+preparation|in\s+review|under\s+review|submitted|accepted|to\s+appear|im\s+Erscheinen|im\s+Druck|à\s+paraître|en\s+prensa|sous\s+presse)"
NO_DATE = r"(?:n\.?\s?d\.?|no\s+date|undated|o\.\s?J\.|s\.\s?[ad]\.|s\.f\.)"

_BRACKETED = re.compile(
    rf"[(\[]\s*(?:[©c]\.?\s*|ca\.?\s*|circa\s+)?(?:(?P<year>{YEAR})(?P<suffix>[a-z](?![a-z]))?(?:\s*[-–/]\s*(?P<last>{YEAR}|\d\d))?|(?P<status>{FORTHCOMING})(?P<letter>(?:\s*-)?\s?[a-z])?(?:,?\s+(?P<expected>{YEAR}))?|{NO_DATE}(?:-?[a-z])?)"
    rf"(?:\s*[\[(/]\s*(?:orig\.?\s*)?(?P<original>{YEAR})\s*[\])]?)?(?P<more>,\s*[^()\[\]\0]{{3,30}})?\s*[)\]]",
    re.IGNORECASE,
)
_ORIGINAL_FIRST = re.compile(
    rf"[(\[]\s*(?P<original>{YEAR})\s*[)\]]\s*(?P<year>{YEAR})\b|[(\[]\s*\[(?P<original2>{YEAR})\]\s*(?P<year2>{YEAR})\s*\)"
)
_BARE = re.compile(
    rf"(?<=[.,)\s])\s(?P<year>{YEAR})(?P<suffix>[a-z])?\s*[.,:;]\s|(?<=[.,)\s])\s(?P<status>{FORTHCOMING})\s*[.,:;]\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-zß-ÿ]{3,}[.?!]\s+[A-ZÀ-Þ‘“\"]")
_ROLE = re.compile(
    r"[\s,]*[(\[]?\s*\b(?:(?P<editor>eds?|editors?|Hrsg|Hg|dirs?|coords?|orgs?|comps?)|(?P<translator>trans|translators?|Übers))\b\.?\s*[)\]]?\s*[,.:]?\s*$",
    re.IGNORECASE,
)
_LEADING_NUMBER = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,3}\)|\d{1,4}[.)](?=\s)|[•·*▪–—-](?=\s))\s*")
_NAMES_FIRST = re.compile(
    rf"(?:[{UPPER}][\w’'‐-]+(?:\s[{UPPER}][\w’'‐-]+)?,?\s(?:{INITIALS}|[{UPPER}]{{1,3}}\b)(?:,\s|\s(?:and|&|und)\s|;\s|\s&\s)?)+(?:et al\.?)?(?P<end>[.:,]\s|\s(?=[‘“\"]))"
)
LONGEST_HEAD = 1500
"""The most characters that authors are looked for in."""


def find_head(line: Line) -> None:
    """Authors (or editors) and the year after them; the body begins behind the year."""
    if number := _LEADING_NUMBER.match(line.open):
        line.claim(number.start(), number.end(), Label.SEPARATOR)
        line.body = number.end()
    for pattern in (_ORIGINAL_FIRST, _BRACKETED, _BARE):
        for found in pattern.finditer(line.open, line.body, LONGEST_HEAD):
            if _ends_head(line.open[line.body : found.start()]):
                _claim_names(line, line.body, found.start())
                _claim_year(line, found)
                line.body = found.end()
                return
    _find_names_without_year(line)


def find_late_year(line: Line) -> None:
    """The year where it does not follow the authors: the last one in brackets, or bare between punctuation."""
    if line.has(Label.DATE, Label.STATUS):
        return
    found = None
    for pattern in (_BRACKETED, re.compile(rf"(?<=[,.;:\s\0(])(?P<year>{YEAR})(?P<suffix>[a-z])?(?=[,.;:)\s\0]|$)")):
        for found in pattern.finditer(line.open, line.body):
            pass
        if found:
            _claim_year(line, found)
            return


def find_status(line: Line) -> None:
    """A segment that only says where the work stands on its way into print: ``in press``, ``advance online publication``."""
    for start, end in line.segments():
        found = _STATUS.match(line.open, start, end)
        if not found or line.has(Label.STATUS):
            continue
        rest = line.open[found.end() : end].strip(" .()[],")
        if not rest or read_day(rest):
            line.claim(start, found.end(), Label.STATUS)
            line.claim(found.end(), end, Label.DAY if rest else Label.SEPARATOR)


_STATUS = re.compile(
    rf"(?:{FORTHCOMING}|(?:advanced?|early)\s+on-?line(?:\s+(?:publication|view|access))?"
    r"|(?:published\s+)?online\s+first|(?:e?pub\s+)?ahead\s+of\s+print)(?!\w)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    rf"\(\s*(?:[Oo]riginal(?:ly)?\s+(?:work\s+)?published|[Ff]irst\s+published|orig\.?(?:\s+publ?\.?)?)\s*(?:in\s*)?(?P<original>{YEAR})\s*\)\.?"
)


def find_original_date(line: Line) -> None:
    """``(Original work published 1978)``, ``(first published 1978)``."""
    if found := _ORIGINAL.search(line.open, line.body):
        line.claim(found.start(), found.end(), Label.SEPARATOR)
        line.claim(*found.span("original"), Label.ORIGINAL_DATE)


def _ends_head(head: str) -> bool:
    """Whether what stands before a year can be names (or a title that stands in their place)."""
    return (
        not any(mark in head for mark in "“”«»\0")
        and not _SENTENCE.search(head)
        and not re.search(r"(?<!\w)(?:[‘\"*]|'(?!t\b))", head)
        and len(head) < LONGEST_HEAD
    )


def _claim_names(line: Line, start: int, end: int) -> None:
    role = _ROLE.search(line.open, max(start, end - 30), end)
    label = Label.AUTHOR
    if role and role.start() > start:
        label = Label.EDITOR if role["editor"] else Label.TRANSLATOR
        line.claim(role.start(), end, Label.SEPARATOR)
        end = role.start()
    if line.open[start:end].strip(" ,.;:"):
        line.claim(start, end, label)


def _claim_year(line: Line, found: "re.Match[str]") -> None:
    parts = found.groupdict()
    if parts.get("status"):
        line.claim(found.start(), found.start("status"), Label.SEPARATOR)
        line.claim(found.start("status"), found.end("status"), Label.STATUS)
        line.claim(found.end("status"), found.end(), Label.SEPARATOR)
        if parts.get("expected"):
            line.claim(*found.span("expected"), Label.DATE)
        return
    year = "year2" if parts.get("year2") else "year"
    if not parts.get(year):  # "n.d." says that there is none
        line.claim(found.start(), found.end(), Label.SEPARATOR)
        return
    spans = [(year, Label.DATE)]
    spans += [(name, Label.ORIGINAL_DATE) for name in ("original", "original2") if parts.get(name)]
    last = (
        max(found.end(name) for name in ("suffix", "last") if name in parts)
        if "last" in parts
        else found.end("suffix")
        if "suffix" in parts
        else -1
    )
    if parts.get("more"):
        day = match_day(line.open, found.start("more") + len(found["more"]) - len(found["more"].lstrip(", ")))
        if day and day[1] >= found.end("more") - 1:
            spans.append(("more", Label.DAY))
    marks = {name: found.span(name) for name, _ in spans}
    marks[year] = (found.start(year), max(found.end(year), last))
    line.claim(found.start(), found.end(), Label.SEPARATOR)
    for name, label in spans:
        line.claim(*marks[name], label)


def _find_names_without_year(line: Line) -> None:
    """Names at the start that no year follows: ``Smith J, Jones A. Title``; ``Smith, John. ‘Title’``."""
    if found := _NAMES_FIRST.match(line.open, line.body):
        _claim_names(line, line.body, found.start("end"))
        line.body = found.end("end")
        return
    quote = next(
        (
            i
            for i in range(line.body, min(len(line.open), LONGEST_HEAD))
            if line.open[i] in QUOTES and line.open[i] not in "'»"
        ),
        None,
    )
    if quote and re.search(r"[.,]\s*$", line.open[:quote]) and _ends_head(line.open[line.body : quote]):
        _claim_names(line, line.body, quote)
        line.body = quote

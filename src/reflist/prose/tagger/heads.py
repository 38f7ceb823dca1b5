"""The head of a line: authors or editors, and the year after them in author-date styles."""

import re

from reflist.grammar.names import INITIALS, UPPER
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.quotes import QUOTES
from reflist.prose.tagger.years import HEAD_YEARS, claim_year, is_year

LONGEST = 1500
"""The number of characters in which authors are looked for."""

_NUMBER = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,3}\)|\d{1,4}[.)](?=\s)|[•·*▪–—-](?=\s))\s*")
_SENTENCE = re.compile(r"[a-zß-ÿ]{3,}[.?!]\s+[A-ZÀ-Þ‘“\"]")
_QUOTED = re.compile(r"[“”«»\0]|(?<!\w)(?:[‘\"*]|'(?!t\b))")
_LOWER_WORD = re.compile(
    r"(?<![\w’'-])(?!(?:of|for|the|and|on|in|to|de|des|der|den|van|von|und|et|al|eds?)\b)[a-zß-ÿ]{2,}"
)
_ROLE = re.compile(
    r"""[\s,]*[(\[]?\s*\b
    (?: (?P<editor>eds?|editors?|Hrsg|Hg|dirs?|coords?|orgs?|comps?) | (?P<translator>trans|translators?|Übers) )
    \b\.?\s*[)\]]?\s*[,.:]?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTICLES = r"(?:(?:van|von|de|der|den|della?|di|da|dos|du|la|le|ter|ten|Ó|Ní)\s|d[’'])*"
_LATE_ROLE = re.compile(r"[\s,]*[(\[]\s*(?:eds?|Eds?|editors?|Hrsg|Hg)\.?\s*[)\]][\s,.:]*")
_INITIALLED = rf"{_PARTICLES}[{UPPER}][\w’'‐-]+(?:\s[{UPPER}][\w’'‐-]+)?,?\s(?:{INITIALS}|[{UPPER}]{{1,3}}\b)"
_NAMES_ONLY = late(rf"(?:{_INITIALLED}(?:,\s|\s(?:and|&|und)\s|;\s|\s&\s)?)+(?:et al\.?)?(?P<end>[.:,]\s|\s(?=[‘“\"]))")

_GIVEN = rf"[{UPPER}][\w’'‐-]+(?:\s[{UPPER}]\.)*"
_FULL_NAMES = late(
    rf"{_PARTICLES}[{UPPER}][\w’'‐-]+(?:\s[{UPPER}][\w’'‐-]+)?,\s(?P<given>[{UPPER}][\w’'‐-]+)(?:\s[{UPPER}](?=\.))?"
    rf"(?:(?:,|,?\sand)\s{_GIVEN}\s{_PARTICLES}[{UPPER}][\w’'‐-]+)*(?P<end>\.\s+)(?=[{UPPER}‘“\"*\d])"
)
_STOPPED = late(rf"[{UPPER}]\.|^[^,.]+,\s[{UPPER}]$")
"""Initials with stops among names, ignoring the last stop; or a single name whose stop does not end a sentence."""


def find_head(line: Line) -> None:
    """Authors (or editors) and the year after them; the body begins after the year."""
    if number := _NUMBER.match(line.open):
        line.claim(number.start(), number.end(), Label.SEPARATOR)
        line.body = number.end()
    for form in HEAD_YEARS:
        for found in form.finditer(line.open, line.body, LONGEST):
            if is_year(found) and _is_head(line, found):
                _claim_names(line, line.body, found.start())
                claim_year(line, found)
                line.body = found.end()
                _claim_late_role(line)
                return
    _find_names_without_year(line)


def _claim_late_role(line: Line) -> None:
    """The role of the names, printed after the year: ``Wolch, J. (2012) (ed.)``."""
    role = _LATE_ROLE.match(line.open, line.body)
    if role:
        line.spans = [span._replace(label=Label.EDITOR) if span.label is Label.AUTHOR else span for span in line.spans]
        line.claim(*role.span(), Label.SEPARATOR)
        line.body = role.end()


def _is_head(line: Line, year: re.Match[str]) -> bool:
    """Whether names can precede this year and a body follows; not in ``Abel, R. A title. Sage (2003)``."""
    return _can_be_names(line.open[line.body : year.start()]) and line.has_words(year.end(), len(line.open))


def _can_be_names(head: str) -> bool:
    """Whether the text before a year can be names (or a title in their place): no sentence, no quotation."""
    if _SENTENCE.search(head) or _QUOTED.search(head):
        return False
    return not head[-1:].isalnum() or not _LOWER_WORD.search(head)


def _claim_names(line: Line, start: int, end: int) -> None:
    role = _ROLE.search(line.open, max(start, end - 30), end)
    label = Label.AUTHOR
    if role and role.start() > start:
        label = Label.EDITOR if role["editor"] else Label.TRANSLATOR
        line.claim(role.start(), end, Label.SEPARATOR)
        end = role.start()
    if line.has_words(start, end):
        line.claim_title(start, end, label)


def _find_names_without_year(line: Line) -> None:
    """Names at the start without a year after them: ``Smith J, Jones A. Title``; ``Smith, John. Title``."""
    if found := _NAMES_ONLY.match(line.open, line.body):
        has_stops = _STOPPED.search(line.open[line.body : found.start("end")])
        _claim_names(line, line.body, found.end("end") if has_stops else found.start("end"))
        line.body = found.end("end")
        return
    found = _FULL_NAMES.match(line.open, line.body)
    if found and found["given"] in words("given_names"):
        _claim_names(line, line.body, found.start("end"))
        line.body = found.end("end")
        return
    marks = (i for i in range(line.body, min(len(line.open), LONGEST)) if line.open[i] in QUOTES)
    quote = next((i for i in marks if line.open[i] not in "'»"), None)
    if quote and re.search(r"[.,]\s*$", line.open[:quote]) and _can_be_names(line.open[line.body : quote]):
        _claim_names(line, line.body, quote)
        line.body = quote

"""Volume, issue and pages of a periodical."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reflist.grammar.dates import MONTH, YEAR
from reflist.grammar.designations import ends_in_genre
from reflist.grammar.pages import RANGE
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.years import is_only_year

VOLUME_LABEL = (
    r"(?:\b(?:[Vv]ol(?:ume|s)?|VOL|[Vv]|[Jj]g|Jahrgang|[Bb]d|Band|[Tt](?:ome)?|[Aa]ño)\b\.?\s*|\b[Vv]ol(?=\d))"
)
PAGES_LABEL = r"(?:\b(?:(?:[Pp]p|PP|[Pp]|[Ss]|[Pp]ages?|[Ss]eiten?|págs?)\b\.?\s*|[Pp]p?(?=\d)))"
LABELLED_PAGES = (
    rf"{PAGES_LABEL}(?P<page>{RANGE}(?:\s*[,;+&]\s*(?:{RANGE}|\d+))*|[A-Za-z]?\d{{1,8}}(?:\s*ff?\.)?|[ivxl]+)"
)
"""Pages after ``pp.``, ``p.``, ``S.``, as a part of a regular expression."""

AFTER = r"(?=\s*(?:[,.;:)\]\0(\[]|$))"
"""What must follow numbers."""

BEFORE = r"(?:(?<=[,.;:\0*\s(’”'\"])|^)"
"""What must precede numbers."""

_ISSUE_LABEL = (
    r"(?:\b(?:[Nn]os?|NO|[Nn]r|[Nn]úm|[Ii]ssues?|[Ii]ss|[Hh]eft|[Hh]|[Nn]umber|n°|[Nn]º|[Aa]usgabe|[Pp]art|[Pp]t)\b\.?\s*"
    r"|[Nn][°º]\s*)"
)
_VOLUME = rf"{VOLUME_LABEL}?(?P<volume>\d{{1,4}}[A-Za-z]?(?:[-–]\d{{1,4}}|/\d{{1,4}})?|[IVXLC]{{1,7}})[*_]{{0,2}}"
_SUPPLEMENT = r"(?:[Ss]uppl(?:ement)?|[Ss]pec(?:ial)?|[Ss]pecial\s+[Ii]ssue)\.?(?:\s*\w{1,3})?"
_ISSUE = rf"(?P<issue>[Ss]?\d{{1,4}}[A-Za-z]?(?:\s*(?:[-–]\s*|[/&]\s*)\d{{1,4}})?|{_SUPPLEMENT})"
_BRACKETED_ISSUE = rf"\(\s*(?:{_ISSUE_LABEL})?(?P<issue>[^()\0]{{1,30}}?)\s*\)"
_ARTICLE_LABEL = r"(?:\b(?:[Aa]rticle|[Aa]rt|Artikel)\b\.?\s*(?:(?:[Nn]o|ID|[Nn]umber)\b\.?\s*)?)"
_NO_PAGES = r"n/?a(?:\s*[-–]\s*n/?a)?"  # printed before the article had any
# Like LABELLED_PAGES after a label; without a label, a number of one or two digits is no page.
_PAGES = re.compile(
    rf"(?:(?:(?P<label>{PAGES_LABEL})|{_ARTICLE_LABEL}?)"
    rf"(?P<pages>{RANGE}(?:\s*[,;+&]\s*(?:{RANGE}|(?(label)\d+|(?!))))*"
    r"|(?(label)(?:[A-Za-z]?\d{1,8}(?:\s*ff?\.)?|[ivxl]+)|(?:[A-Za-z]{0,3}\d{3,8}|[eE]\d+|[a-p]\d{2,5}|(?P<letter>[A-Za-z])\d+(?P=letter)\d+)))"
    rf"|{_NO_PAGES}){AFTER}"
)
_BEFORE, _AFTER = re.compile(BEFORE), re.compile(AFTER)
_DATE = rf"(?:(?P<day>(?:\d{{1,2}}\s+)?(?i:{MONTH})),?\s+)?(?P<year>{YEAR})"


class _Form(NamedTuple):
    """A form of numbers: the head, the separator before the pages (None if no pages follow).

    ``alone``: whether the head may also occur without pages.
    """

    head: re.Pattern[str]
    to_pages: re.Pattern[str] | None
    alone: bool = False


def _form(head: str, to_pages: str = "", *, alone: bool = False) -> _Form:
    """A form from patterns; ``alone``: the pages may be missing."""
    return _Form(re.compile(head), re.compile(to_pages) if to_pages else None, alone)


# All forms share one pattern for what precedes numbers and one for the pages after them, and the classes of dashes are
# small: such patterns take longest to compile, together a tenth of the time that the first reference takes.
_FORMS = (
    # 12, no. 3 (2001): 4-9; 12.3 (March 2001): 4-9; vol. 12, no. 3, 2001, pp. 4-9
    _form(rf"{_VOLUME}(?:(?:\s*,?\s*{_ISSUE_LABEL}|\.){_ISSUE})?\s*[,(]\s*{_DATE}", r"\)?\s*[:,]\s*"),
    # 16(3):29
    _form(rf"{_VOLUME}\s*{_BRACKETED_ISSUE}:\s*(?P<pages>\d{{1,8}}){AFTER}"),
    # 40(3), pp. 405-422; Vol. 67 (5): 846-60
    _form(rf"{_VOLUME}\s*{_BRACKETED_ISSUE}", r"\s*[,:;.]?\s*", alone=True),
    # Vol. 12 No. 3, pp. 1-20; 5, no 4, pp. 331 - 350; Jg. 12, H. 3, S. 1-20
    _form(rf"{_VOLUME}\s*[,.;:]?\s*{_ISSUE_LABEL}{_ISSUE}", r"\s*[,:;.]\s*", alone=True),
    # 57, 4, 128-37; 14, 2, 5560; 12, Suppl. 1, 3-9
    _form(rf"{_VOLUME}\s*,\s*{_ISSUE}", r"\s*[,:;]\s*"),
    # 24.6: 1073-87; 12/2007, 5-9
    _form(rf"{_VOLUME}[./](?!{YEAR})(?P<issue>\d{{1,4}})", r"\s*[,:;]\s*"),
    # 13, 257-64; vol. 45: 12-30; 13, 5975
    _form(_VOLUME, r"\s*[,:;]\s*"),
    # 94 388–97; no. 9 115–20: the separator is lost
    _form(rf"(?:{_VOLUME}|{_ISSUE_LABEL}(?P<number>\d{{1,4}}))", r"\s(?=\d+[–-]\d)"),
    # 19, 4; but 5, 61 is a page: a periodical seldom has more than twelve issues
    _form(rf"{_VOLUME}\s*,\s*(?:(?P<issue>(?:\d|1[0-2])(?:[–-]\d{{1,2}}|/\d{{1,2}})?)|(?P<pages>\d\d)){AFTER}"),
    # Vol. 12
    _form(rf"(?=[^\W\d]){_VOLUME}{AFTER}"),
    # No. 12, pp. 3-4; no. 34
    _form(rf"{_ISSUE_LABEL}(?P<issue>\d{{1,4}})", r"\s*[,:]\s*", alone=True),
)
"""The forms in which volume, issue and pages are printed, the fuller ones first."""

_LABELS = {
    "number": Label.ISSUE,
    "volume": Label.VOLUME,
    "issue": Label.ISSUE,
    "pages": Label.PAGES,
    "day": Label.DAY,
    "year": Label.DATE,
}
_OF_A_REPORT = re.compile(r"\b(?:Cm|Cmnd|Cmd|HC|HL|Session|[Gg]uide|[Bb]ulletin|[Nn]o\.?)\s*$")
_OF_A_SERIES = re.compile(rf"\b[Ss]eries[\s,]*$|{MONTH}\s*$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST_LABEL = 60
_MOST_WORDS_AFTER = 12


def find_periodical_numbers(line: Line) -> None:
    """Volume, issue and pages, after something that can be a title and a container.

    If the body has no set-off title, the last match counts, since titles contain numbers too.
    """
    if line.container_start is not None:
        return
    start = line.title_end
    letters = _LETTERS.search(line.open, start)
    begin = letters.end() if letters else len(line.open)
    for form in _FORMS:
        matches = reversed(list(_matches(form, line.open, start)))
        found = next((found for found in matches if _follows_container(line, begin, found)), None)
        if found:
            line.claim(found.start, found.end, Label.SEPARATOR)
            for group, span in found.spans.items():
                if group in _LABELS:
                    line.claim(*span, _LABELS[group])
            line.numbers_start = found.start
            return


class _Numbers(NamedTuple):
    """The offsets of numbers: of all of them together, and of each by name."""

    start: int
    end: int
    spans: Mapping[str, tuple[int, int]]


def _matches(form: _Form, text: str, start: int) -> Iterator[_Numbers]:
    """The matches of a form, from left to right, not overlapping."""
    while head := form.head.search(text, start):
        found = _whole(form, head) if _BEFORE.match(text, head.start()) else []
        yield from found
        start = found[0].end if found else head.start() + 1


def _whole(form: _Form, head: re.Match[str]) -> list[_Numbers]:
    """The numbers that begin with this head: one match, or none if what must follow is missing."""
    end, parts = head.end(), [head]
    if form.to_pages:
        space = form.to_pages.match(head.string, end)
        if pages := space and _PAGES.match(head.string, space.end()):
            end, parts = pages.end(), [head, pages]
        elif not form.alone or not _AFTER.match(head.string, end):
            return []
    named = {group: part.span(group) for part in parts for group, value in part.groupdict().items() if value}
    return [_Numbers(head.start(), end, named)]


def _follows_container(line: Line, begin: int, found: _Numbers) -> bool:
    """Whether a container can precede these numbers, and only a date, an address or a note follows them.

    ``begin``: the end of the first two letters that are unclaimed after the title.
    """
    start, end, named = found
    if "label" not in named and is_only_year(line, line.open[slice(*named.get("pages", (0, 0)))]):
        return False
    has_container = any(span.end <= start for span in line.of(Label.CONTAINER))
    if not has_container and start < begin:
        return False
    before, after = line.open[max(begin - 2, start - _LONGEST_LABEL) : start], line.open[end:]
    if _OF_A_SERIES.search(before):
        return False
    if (_OF_A_REPORT.search(before) or ends_in_genre(before)) and line.open[start] not in "vV":
        return False
    return ":" not in after.partition("\0")[0] and len(_WORD.findall(after)) <= _MOST_WORDS_AFTER

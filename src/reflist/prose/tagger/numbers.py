"""Volume, issue and pages of a periodical."""

import re

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
"""Pages behind ``pp.``, ``p.``, ``S.``, as a part of a regular expression."""

AFTER = r"(?=\s*(?:[,.;:)\]\0(\[]|$))"
"""What numbers are followed by."""

BEFORE = r"(?:(?<=[,.;:\0*\s(’”'\"])|^)"
"""What numbers follow."""

_ISSUE_LABEL = (
    r"(?:\b(?:[Nn]os?|NO|[Nn]r|[Nn]úm|[Ii]ssues?|[Ii]ss|[Hh]eft|[Hh]|[Nn]umber|n°|[Nn]º|[Aa]usgabe|[Pp]art|[Pp]t)\b\.?\s*"
    r"|[Nn][°º]\s*)"
)
_VOLUME = rf"{VOLUME_LABEL}?(?P<volume>\d{{1,4}}[A-Za-z]?(?:[-–/]\d{{1,4}})?|[IVXLC]{{1,7}})[*_]{{0,2}}"
_SUPPLEMENT = r"(?:[Ss]uppl(?:ement)?|[Ss]pec(?:ial)?|[Ss]pecial\s+[Ii]ssue)\.?(?:\s*\w{1,3})?"
_ISSUE = rf"(?P<issue>[Ss]?\d{{1,4}}[A-Za-z]?(?:\s*[-–/&]\s*\d{{1,4}})?|{_SUPPLEMENT})"
_BRACKETED_ISSUE = rf"\(\s*(?:{_ISSUE_LABEL})?(?P<issue>[^()\0]{{1,30}}?)\s*\)"
_ARTICLE_LABEL = r"(?:\b(?:[Aa]rticle|[Aa]rt|Artikel)\b\.?\s*(?:(?:[Nn]o|ID|[Nn]umber)\b\.?\s*)?)"
_NO_PAGES = r"n/?a(?:\s*[-–]\s*n/?a)?"  # printed before the article had any
# As LABELLED_PAGES behind a label; without one, a number of one or two digits is no page. Each range is written once:
# these forms would else cost a tenth of the time that the first reference takes.
_PAGES = (
    rf"(?:(?:(?P<label>{PAGES_LABEL})|{_ARTICLE_LABEL}?)"
    rf"(?P<pages>{RANGE}(?:\s*[,;+&]\s*(?:{RANGE}|(?(label)\d+|(?!))))*"
    r"|(?(label)(?:[A-Za-z]?\d{1,8}(?:\s*ff?\.)?|[ivxl]+)|(?:[A-Za-z]{0,3}\d{3,8}|[eE]\d+|(?P<letter>[A-Z])\d+(?P=letter)\d+)))"
    rf"|{_NO_PAGES})"
)
_DATE = rf"(?:(?P<day>(?:\d{{1,2}}\s+)?(?i:{MONTH})),?\s+)?(?P<year>{YEAR})"

_FORMS = tuple(
    re.compile(BEFORE + pattern + AFTER)
    for pattern in (
        # 12, no. 3 (2001): 4-9; 12.3 (March 2001): 4-9; vol. 12, no. 3, 2001, pp. 4-9
        rf"{_VOLUME}(?:(?:\s*,?\s*{_ISSUE_LABEL}|\.){_ISSUE})?\s*[,(]\s*{_DATE}\)?\s*[:,]\s*{_PAGES}",
        # 16(3):29
        rf"{_VOLUME}\s*{_BRACKETED_ISSUE}:\s*(?P<pages>\d{{1,8}})",
        # 40(3), pp. 405-422; Vol. 67 (5): 846-60
        rf"{_VOLUME}\s*{_BRACKETED_ISSUE}(?:\s*[,:;.]?\s*{_PAGES})?",
        # Vol. 12 No. 3, pp. 1-20; 5, no 4, pp. 331 - 350; Jg. 12, H. 3, S. 1-20
        rf"{_VOLUME}\s*[,.;:]?\s*{_ISSUE_LABEL}{_ISSUE}(?:\s*[,:;.]\s*{_PAGES})?",
        # 57, 4, 128-37; 14, 2, 5560; 12, Suppl. 1, 3-9
        rf"{_VOLUME}\s*,\s*{_ISSUE}\s*[,:;]\s*{_PAGES}",
        # 24.6: 1073-87; 12/2007, 5-9
        rf"{_VOLUME}[./](?P<issue>\d{{1,3}})\s*[,:;]\s*{_PAGES}",
        # 13, 257-64; vol. 45: 12-30; 13, 5975
        rf"{_VOLUME}\s*[,:;]\s*{_PAGES}",
        # 19, 4; but 5, 61 is a page: a periodical seldom has more than twelve issues
        rf"{_VOLUME}\s*,\s*(?:(?P<issue>(?:\d|1[0-2])(?:[/–-]\d{{1,2}})?)|(?P<pages>\d\d))",
        # Vol. 12
        rf"(?=[^\W\d]){_VOLUME}",
        # No. 12, pp. 3-4; no. 34
        rf"{_ISSUE_LABEL}(?P<issue>\d{{1,4}})(?:\s*[,:]\s*{_PAGES})?",
    )
)
"""The forms in which volume, issue and pages are printed, the fuller ones first."""

_LABELS = {
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

    Where the body has no set-off title, the last place that fits is taken: titles hold numbers too.
    """
    if line.container_start is not None:
        return
    start = line.title_end
    letters = _LETTERS.search(line.open, start)
    begin = letters.end() if letters else len(line.open)
    for form in _FORMS:
        matches = reversed(list(form.finditer(line.open, start)))
        found = next((found for found in matches if _follows_container(line, begin, found)), None)
        if found:
            line.claim_match(found, **{group: _LABELS[group] for group in found.groupdict() if group in _LABELS})
            line.numbers_start = found.start()
            return


def _follows_container(line: Line, begin: int, found: re.Match[str]) -> bool:
    """Whether a container can stand before these numbers, and nothing but a date, an address or a note after them.

    ``begin``: where the first word that is left has begun.
    """
    parts = found.groupdict(default="")
    if not parts.get("label") and is_only_year(line, parts.get("pages", "")):
        return False
    has_container = any(span.end <= found.start() for span in line.of(Label.CONTAINER))
    if not has_container and found.start() < begin:
        return False
    before, after = line.open[max(begin - 2, found.start() - _LONGEST_LABEL) : found.start()], line.open[found.end() :]
    if _OF_A_SERIES.search(before):
        return False
    if (_OF_A_REPORT.search(before) or ends_in_genre(before)) and not found[0].lower().startswith("v"):
        return False
    return ":" not in after.partition("\0")[0] and len(_WORD.findall(after)) <= _MOST_WORDS_AFTER

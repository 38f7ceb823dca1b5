"""Volume, issue and pages of a periodical; pages, chapter and edition of a book."""

import re

from reflist.grammar.pages import RANGE
from reflist.prose.labels import Label
from reflist.prose.line import Line

_VOLUME_LABEL = r"(?:\b(?:[Vv]ol(?:ume|s)?|VOL|[Vv]|[Jj]g|Jahrgang|[Bb]d|Band|[Tt](?:ome)?|[Aa]ño)\b\.?\s*)"
_ISSUE_LABEL = r"(?:\b(?:[Nn]os?|NO|[Nn]r|[Nn]úm|[Ii]ssues?|[Ii]ss|[Hh]eft|[Hh]|[Nn]umber|n°|[Nn]º|[Aa]usgabe|[Pp]art|[Pp]t)\b\.?\s*|[Nn][°º]\s*)"
_PAGES_LABEL = r"(?:\b(?:[Pp]p|PP|[Pp]|[Ss]|[Pp]ages?|[Ss]eiten?|págs?)\b\.?\s*)"
_ARTICLE_LABEL = r"(?:\b(?:[Aa]rticle|[Aa]rt|Artikel)\b\.?\s*(?:(?:[Nn]o|ID|[Nn]umber)\b\.?\s*)?)"
_VOLUME = r"(?P<volume>\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4})?|[IVXLC]{1,7})"
_ISSUE = r"(?P<issue>(?:\d{1,4}[A-Za-z]?(?:\s*[-–/&]\s*\d{1,4})?|(?:[Ss]uppl(?:ement)?|[Ss]pec(?:ial)?|[Ss]pecial\s+[Ii]ssue)\.?(?:\s*\w{1,3})?))"
_BRACKETED_ISSUE = rf"\(\s*(?:{_ISSUE_LABEL})?(?P<issue>[^()\0]{{1,30}}?)\s*\)"
_LOOSE_PAGES = rf"(?P<page>{RANGE}(?:\s*[,;+&]\s*{RANGE})*|[A-Za-z]{{0,3}}\d{{3,8}}|[eE]\d+)"
_LABELLED_PAGES = (
    rf"{_PAGES_LABEL}(?P<page>{RANGE}(?:\s*[,;+&]\s*(?:{RANGE}|\d+))*|[A-Za-z]?\d{{1,8}}(?:\s*ff?\.)?|[ivxl]+)"
)
_PAGES = (
    rf"(?:{_LABELLED_PAGES}|(?:{_ARTICLE_LABEL})?{_LOOSE_PAGES.replace('page', 'loose')}"
    r"|n/?a(?:\s*[-–]\s*n/?a)?)"  # "n/a-n/a": printed before the article had pages
)
_BEFORE = r"(?:(?<=[,.;:\0*\s(’”'\"])|^)"
_AFTER = r"(?=\s*(?:[,.;:)\]\0(\[]|$))"

_PERIODICAL = tuple(
    re.compile(_BEFORE + pattern + _AFTER)
    for pattern in (
        # 40(3), pp. 405-422; Vol. 67 (5): 846-60
        rf"{_VOLUME_LABEL}?{_VOLUME}\s*{_BRACKETED_ISSUE}(?:\s*[,:;.]?\s*{_PAGES})?",
        # Vol. 12 No. 3, pp. 1-20; 5, no 4, pp. 331 - 350; Jg. 12, H. 3, S. 1-20
        rf"{_VOLUME_LABEL}?{_VOLUME}\s*[,.;:]?\s*{_ISSUE_LABEL}{_ISSUE}(?:\s*[,:;.]\s*{_PAGES})?",
        # 57, 4, 128-37; 14, 2, 5560; 12, Suppl. 1, 3-9
        rf"{_VOLUME_LABEL}?{_VOLUME}\s*,\s*{_ISSUE}\s*[,:;]\s*{_PAGES}",
        # 24.6: 1073-87; 12/2007, 5-9
        rf"{_VOLUME_LABEL}?{_VOLUME}[./](?P<issue>\d{{1,3}})\s*[,:;]\s*{_PAGES}",
        # 13, 257-64; vol. 45: 12-30; 13, 5975
        rf"{_VOLUME_LABEL}?{_VOLUME}\s*[,:;]\s*{_PAGES}",
        # 19, 4
        rf"{_VOLUME_LABEL}?{_VOLUME}\s*,\s*(?P<issue>\d{{1,2}}(?:[/–-]\d{{1,2}})?)",
        # Vol. 12
        rf"{_VOLUME_LABEL}{_VOLUME}",
        # No. 12, pp. 3-4
        rf"{_ISSUE_LABEL}(?P<issue>\d{{1,4}})\s*[,:]\s*{_PAGES}",
    )
)
"""The forms in which a periodical's volume, issue and pages are printed, the fuller ones first."""

_BOOK_PAGES = re.compile(_BEFORE + rf"\(?{_LABELLED_PAGES}\)?" + _AFTER)
_LAST_PAGES = re.compile(rf"(?<=[,.;:\0])\s*(?P<page>{RANGE}|\d{{4,8}})[\s.\0]*$")
_CHAPTER = re.compile(
    r"(?<![\w-])\(?(?:[Cc]hapter|[Cc]hap\.|[Cc]h\.|[Kk]apitel|[Kk]ap\.)\s*(?P<chapter>\d{1,3}|[IVXL]{1,6})\b\)?"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_EDITION = re.compile(
    rf"[,.;\0\s]*[(\[]?(?<![\w-])(?P<edition>(?:\d{{1,2}}\s?(?:st|nd|rd|th|\.|e|ème|ª)|{'|'.join(_ORDINALS.split())}|revised|rev\.|new|expanded|enlarged|international|student|paperback)"
    r"(?:(?:\s+(?:and|&))?,?\s+(?:revised|rev\.|updated|expanded|enlarged|international|überarbeitete|überarb\.|erweiterte|erw\.))*)"
    r"\s+(?:edn|edition|ed|Auflage|Aufl|édition|éd|edición)\b\.?(?:\s*[)\]]|(?=[\s,.;:\0]|$))",
    re.IGNORECASE,
)
_GLUED_EDITION = re.compile(
    r"(?<=[,.(\s])(?P<edition>\d{1,2})(?:nd|rd|th|st)?\s*(?:edn|ed)\b\.?(?=[\s,.;:)\0]|$)", re.IGNORECASE
)


def find_edition(line: Line) -> None:
    """``4th edn``, ``(2nd ed.)``, ``third revised edition``, ``2. Auflage``."""
    found = _EDITION.search(line.open, line.body) or _GLUED_EDITION.search(line.open, line.body)
    if found and re.search(r"\w|\0", line.open[line.body : found.start("edition")]):
        line.claim(found.start(), found.start("edition"), Label.SEPARATOR)
        line.claim(found.end("edition"), found.end(), Label.SEPARATOR)
        line.claim(found.start("edition"), found.end("edition"), Label.EDITION)


def find_chapter(line: Line) -> None:
    """``chapter 10`` of a containing book; not a title that begins so."""
    for found in _CHAPTER.finditer(line.open, line.body):
        if line.has(Label.TITLE) or re.search(r"\w.*[,.;(]\s*$", line.open[line.body : found.start()]):
            line.claim(found.start(), found.start("chapter"), Label.SEPARATOR)
            line.claim(found.end("chapter"), found.end(), Label.SEPARATOR)
            line.claim(found.start("chapter"), found.end("chapter"), Label.CHAPTER)
            return


def find_periodical_numbers(line: Line) -> None:
    """Volume, issue and pages, after something that can be a title and a container.

    Where the body has no set-off title, the last place that fits is taken: titles hold numbers too.
    """
    if line.container_start is not None:
        return
    start = max((span.end for span in line.of(Label.TITLE)), default=line.body)
    for pattern in _PERIODICAL:
        matches = [found for found in pattern.finditer(line.open, start) if _follows_container(line, start, found)]
        if matches:
            _claim_numbers(line, matches[-1])
            return


def _follows_container(line: Line, start: int, found: "re.Match[str]") -> bool:
    """Whether words stand between the title and these numbers, and nothing but a date, an address or a note after them."""
    before = line.open[start : found.start()]
    has_container = line.has(Label.CONTAINER) and any(s.end <= found.start() for s in line.of(Label.CONTAINER))
    if not (has_container or re.search(r"[^\W\d_]{2}", before)):
        return False
    if re.search(
        r"(?:Cm|Cmnd|Cmd|HC|HL|Session|[Pp]aper|[Rr]eport|[Bb]riefing|[Gg]uide|[Bb]ulletin|[Ss]eries|[Nn]o\.?)\s*$",
        before,
    ) and not found[0].lower().startswith("v"):
        return False
    after = line.open[found.end() :]
    if found.lastgroup is None or ":" in re.sub(r"\0.*", "", after):
        return False
    return len(re.findall(r"[^\W\d_]{2,}", after)) <= 12


def _claim_numbers(line: Line, found: "re.Match[str]") -> None:
    parts = {name: found.span(name) for name, value in found.groupdict().items() if value}
    line.claim(found.start(), found.end(), Label.SEPARATOR)
    labels = {"volume": Label.VOLUME, "issue": Label.ISSUE, "page": Label.PAGES, "loose": Label.PAGES}
    for name, (start, end) in parts.items():
        line.claim(start, end, labels[name], 0.95 if name != "loose" else 0.9)
    line.numbers_start = found.start()


_VOLUMES = re.compile(
    r"(?:(?<=[,.;\0])|\s(?=\())\s*\(?(?:in\s+)?(?P<volumes>\d{1,2}|two|three|four|five)\s+(?:vols?\b\.?|volumes\b|Bde\b\.?|Bände\b)\)?"
)
_BOOK_VOLUME = re.compile(
    rf"(?:(?<=[,.;\0])|\s(?=\())\s*\(?{_VOLUME_LABEL}(?P<volume>\d{{1,3}}|[IVXL]{{1,5}})\b\)?" + _AFTER
)


def find_volumes(line: Line) -> None:
    """Which volume of a book it is, ``(Vol. 2)``, and how many there are, ``2 vols``."""
    for pattern, name, label in ((_VOLUMES, "volumes", Label.VOLUMES), (_BOOK_VOLUME, "volume", Label.VOLUME)):
        found = pattern.search(line.open, line.body)
        if (
            found
            and not line.has(label)
            and (line.has(Label.TITLE) or re.search(r"\w", line.open[line.body : found.start()]))
        ):
            line.claim(found.start(), found.end(), Label.SEPARATOR)
            line.claim(*found.span(name), label)


def find_book_pages(line: Line) -> None:
    """Pages with a label anywhere in the body, or without one at the end of a chapter's line."""
    if line.has(Label.PAGES):
        return
    matches = [found for found in _BOOK_PAGES.finditer(line.open, line.body) if found.start() > line.body]
    if not matches and line.container_start is not None:
        matches = list(_LAST_PAGES.finditer(line.open, line.container_start))
    if matches:
        found = matches[-1]
        line.claim(found.start(), found.start("page"), Label.SEPARATOR)
        line.claim(found.end("page"), found.end(), Label.SEPARATOR)
        line.claim(found.start("page"), found.end("page"), Label.PAGES)

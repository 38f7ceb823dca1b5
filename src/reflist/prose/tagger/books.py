"""The numbers of a book: its edition and volumes, a chapter, and pages."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import RANGE, split_lost_dash
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.numbers import AFTER, BEFORE, LABELLED_PAGES, VOLUME_LABEL
from reflist.prose.tagger.years import is_only_year

_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
zweite dritte vierte fünfte sechste"""
_REVISED = r"""
    (?: vollst(?:ändig)? | völlig | stark | grundlegend | gründlich | wesentlich | leicht | neu | durchges(?:ehene)?
      | (?:neu)?(?:über|be)arb(?:eitete)? | erw(?:eiterte)? | erg(?:änzte)? | aktual(?:isierte)?
      | akt | verb(?:esserte)?
      | ver?änd(?:erte)? | korr(?:igierte)? | rev(?:idierte)? | unver(?:änd(?:erte)?)? | unv ) \b \.?
"""
"""Descriptions of a new edition, in full and abbreviated, as a part of a verbose regular expression."""

_EDITION = re.compile(
    rf"""[(\[]? (?<![\w-])
    (?P<edition>
      (?: \d{{1,2}}\s?(?:st|nd|rd|th|d|\.?\s?[ªº]|\.|e|ème|a) | {" | ".join(_ORDINALS.split())}
        | emended | abridged | annotated | illustrated
        | revised | rev\. | new | expanded | enlarged | international | student | paperback | reprint | kindle )
      (?: (?: ,?\s+(?:and|&|und|u\.) | ,? )\s*
          (?: anniversary | global | american | british | english | german | french
            | revised | updated | expanded | enlarged | international | reprint
            | (?<!\d\s)(?<!\d\.\s)\d{{1,2}}(?:st|nd|rd|th) | {_REVISED} ) ){{0,6}} )
    \s+ (?: edn | edition | ed | Auflage | Aufl | édition | éd | edición | edição | edizione | ediz | druk )\b \.?
    (?: \s*[)\]] | (?!\s+of\b)(?=[\s,.;:\0]|$) )""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED_EDITION = re.compile(
    rf"""(?<=[.,(]\s)
    (?P<edition>
      (?: (?: {_REVISED} | ungekürzte | vollständige | neue ) (?: ,?\s+(?:und|u\.)\s+ | ,?\s* ) ){{1,4}}
      (?: Neuausg(?:abe)? | Ausg(?:abe)? | Neuaufl(?:age)? ) \b \.?
      | (?: Neu | Sonder | Studien | Taschenbuch | Jubiläums ) (?: ausgabe | auflage ) )
    (?=\s*[.,;)\0])""",
    re.IGNORECASE | re.VERBOSE,
)
"""An edition without a number: ``Erweiterte Ausgabe``, ``Vollst. überarb. und erw. Neuausg.``"""
_NUMBER_BEHIND = re.compile(r"(?<=[.,]\s)(?:[Ee]dition|ed\.)\s(?P<edition>\d{1,2}(?:\.\d)?)(?=[.,]\s)")
"""A number after the word: ``An Introduction. Edition 5. London``, ``(Spade, Leeds, ed. 2, 1959)``."""

_NUMBER_BEFORE = re.compile(r"(?<=[.,(]\s)\d{1,2}\.\s(?:Aufl(?:age)?|Ausg(?:abe)?)\b\.?,\s\Z")
"""The numbered edition before one of `_NAMED_EDITION`: ``18. Aufl., vollst. überarb. und erw. Neuausg.`` is one
edition.
"""

_EDITION_WORDS = frozenset(
    """edn edition ed auflage aufl édition éd edición edição edizione ediz druk
    nded rded thed sted ndedn rdedn thedn stedn""".split()
)
"""The words that follow the number of an edition; also as glued to ``4th``."""

_BRIEF_EDITION = re.compile(r"(?<=[.,]\s)(?P<edition>\d{1,2}\.)\sA\.(?=,?\s[^\W\d_a-z])")
"""A brief German form: ``Sozialpolitik. 3. A., Wiesbaden``."""

_GLUED_EDITION = re.compile(
    r"(?<=[,.(\s])(?<!\bvol\s)(?<!\bvol\.\s)(?P<edition>\d{1,2})(?:nd|rd|th|st)?\s*(?:edn|ed)\b\.?(?=[\s,.;:)\0]|$)",
    re.IGNORECASE,
)
SUPERSCRIPTS = "²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(rf"[{SUPERSCRIPTS}](?={YEAR}\b)|(?<={YEAR})[{SUPERSCRIPTS}](?!\w)")
"""The superscript number of an edition beside its year, as in German lists: ``London ²2000``."""

_CHAPTER = re.compile(
    r"(?<![\w-])\(?(?:[Cc]hapter|[Cc]hap\.?|[Cc]h\.?|[Kk]apitel|[Kk]ap\.)\s*(?P<chapter>\d{1,3}|[IVXL]{1,6})\b\)?"
)
_SET_OFF = r"(?:(?<=[,.;\0])|\s(?=\())\s*\(?"
_VOLUMES = re.compile(
    rf"{_SET_OFF}(?:in\s+)?(?P<volumes>\d{{1,2}}|two|three|four|five)\s+(?:vols?\b\.?|volumes\b|Bde\b\.?|Bände\b)\)?"
)
_VOLUME = re.compile(rf"{_SET_OFF}{VOLUME_LABEL}(?P<volume>\d{{1,3}}|[IVXL]{{1,5}})\b\)?" + AFTER)
_PAGES = re.compile(BEFORE + rf"\(?{LABELLED_PAGES}\)?" + AFTER)
_INNER_PAGES = re.compile(rf"(?<=[,\0])\s*(?!{YEAR}\W{YEAR})(?P<page>{RANGE})(?=\s*\.\s)")
_GLUED_PAGES = re.compile(r"(?<=[,\0])\s*(?P<page>\d{3,8})(?=\s*\.\s)")
_LAST_PAGES = re.compile(rf"(?<=[,.;:\0])\s*(?P<page>{RANGE}|\d{{4,8}})[\s.\0]*$")


def _follows_title(line: Line, offset: int) -> bool:
    return line.has(Label.TITLE) or line.has_words(line.body, offset)


_NAMED_EDITIONS = ("usg", "ufl", "USG", "UFL")
"""Parts of ``Ausgabe`` and ``Auflage``."""


def find_edition(line: Line) -> None:
    """``4th edn``, ``(2nd ed.)``, ``third revised edition``, ``2. Auflage``, ``²2000``."""
    if not line.text.isascii() and (raised := _RAISED.search(line.open, line.body)):
        line.claim(*raised.span(), Label.EDITION)
        return
    is_named = any(part in line.text for part in _NAMED_EDITIONS)
    if is_named and (named := _NAMED_EDITION.search(line.open, line.body)):
        number = _NUMBER_BEFORE.search(line.open[: named.start()], line.body)
        line.claim(number.start() if number else named.start(), named.end(), Label.EDITION)
        return
    if behind := _NUMBER_BEHIND.search(line.open, line.body):
        line.claim_match(behind, edition=Label.EDITION)
        return
    if ". A." in line.text and (brief := _BRIEF_EDITION.search(line.open, line.body)):
        line.claim_match(brief, edition=Label.EDITION)
        return
    if not line.tells(_EDITION_WORDS):
        return
    found = _EDITION.search(line.open, line.body) or _GLUED_EDITION.search(line.open, line.body)
    if found and _follows_title(line, found.start("edition")):
        line.claim_match(found, edition=Label.EDITION)


def find_chapter(line: Line) -> None:
    """``chapter 10`` of a containing book, but not a title that begins with these words."""
    for found in _CHAPTER.finditer(line.open, line.body):
        if line.has(Label.TITLE) or re.search(r"\w.*[,.;(]\s*$", line.open[line.body : found.start()]):
            line.claim_match(found, chapter=Label.CHAPTER)
            return


def find_volumes(line: Line) -> None:
    """The number of volumes of a book, ``2 vols``, and the number of one volume, ``(Vol. 2)``."""
    for form, group, label in ((_VOLUMES, "volumes", Label.VOLUMES), (_VOLUME, "volume", Label.VOLUME)):
        found = form.search(line.open, line.body)
        if found and not line.has(label) and _follows_title(line, found.start()):
            line.claim_match(found, **{group: label})


def _behind_editors(line: Line, start: int) -> list[re.Match[str]]:
    """Pages that lost their dash, between the editors and the place: ``edited by A. Weir, 7793. Leeds: Ditch``."""
    found = _GLUED_PAGES.finditer(line.open, start) if line.has(Label.EDITOR) else iter(())
    return [pages for pages in found if split_lost_dash(pages["page"]) and not is_only_year(line, pages["page"])]


def find_book_pages(line: Line) -> None:
    """Pages with a label anywhere in the body, or without one at the end of a chapter's line."""
    if line.has(Label.PAGES):
        return
    matches = [found for found in _PAGES.finditer(line.open, line.body) if found.start() > line.body]
    if not matches and line.container_start is not None:
        last = _LAST_PAGES.finditer(line.open, line.container_start)
        matches = [found for found in last if not is_only_year(line, found["page"])]
        matches = matches or list(_INNER_PAGES.finditer(line.open, line.container_start))
        matches = matches or _behind_editors(line, line.container_start)
    if matches:
        line.claim_match(matches[-1], page=Label.PAGES)

"""The numbers of a book: its volumes, a chapter, and pages."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import RANGE, split_lost_dash
from reflist.prose.fixed.editions import follows_title
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.numbers import AFTER, BEFORE, LABELLED_PAGES, VOLUME_LABEL
from reflist.prose.tagger.years import is_only_year

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
        if found and not line.has(label) and follows_title(line, found.start()):
            line.claim_match(found, **{group: label})


def _after_editors(line: Line, start: int) -> list[re.Match[str]]:
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
        matches = matches or _after_editors(line, line.container_start)
    if matches:
        line.claim_match(matches[-1], page=Label.PAGES)

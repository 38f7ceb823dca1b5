"""Pages before the book that they are in: ``S. 77–101 in: M. Falk / J. Rösner (Hrsg.), Titel``."""

import re

from reflist.grammar.pages import RANGE
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PAGES_IN = Form(
    "s p pp seite seiten page pages",
    rf"(?:(?<=[.,;?!”\"’'])\s+|(?<=\0)\s*)(?:S\.|[Pp]p?\.|[Ss]eiten?|[Pp]ages?)\s*(?P<page>{RANGE}|\d+),?\s+[Ii]n\b:?\s+",
)
_IN = frozenset({"in"})
_EDITORS = re.compile(
    r"(?P<names>[^()\[\]\0:]{3,200}?)\s*,?\s*(?:[(\[]\s*(?:Hrsg|Hg|[Ee]ds?|[Ee]ditors?)\b\.?\s*[)\]]|,\s(?:Hrsg|Hg|[Ee]ds?)\.)\s*[,.:;]?\s+"
)

_ON = Form("f ff", r"(?<=\d)?[,:]\s(?:S\.\s?|pp?\.\s?)?(?P<page>\d{1,4}\s?ff?\.)\s*$")


_OF_SECTIONS = Form("p pp", r"(?<=[,.]\s)pp?\.\s(?P<page>[A-Z]\d{1,3}(?:[,;]\s?[A-Z]\d{1,3})+)(?=[.,;\0]|\s*$)")


def find_pages_on(line: Line) -> None:
    """``46 (2), 74 ff.`` at the end: a page and the following ones; ``pp. A1, A12``: pages of a newspaper."""
    if found := _ON.search(line) or _OF_SECTIONS.search(line):
        line.claim_match(found, page=Label.PAGES)


def find_pages_in(line: Line) -> None:
    """Pages with their label and "in" right after them, and the editors if a word for editors follows their names."""
    found = _PAGES_IN.search(line) if line.tells(_IN) else None
    if not found:
        return
    line.claim_match(found, page=Label.PAGES)
    line.container_start = found.end()
    if editors := _EDITORS.match(line.open, found.end()):
        line.claim_match(editors, names=Label.EDITOR)
        line.container_start = editors.end()

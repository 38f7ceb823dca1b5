"""Statutes: ``Public Offices (Conduct) Act 1997 (NSW)`` is all title; chapter, place and publisher may follow."""

import re

from reflist.prose.labels import Label
from reflist.prose.line import Line

_STATUTE = re.compile(
    r"[*_]*(?P<title>(?:The\s+)?[^\W\da-z][^.:;‘“\0]{2,120}\b(?:Act|Regulations?|Order|Bill|Rules|Directive)\s+"
    r"(?:(?:1[6-9]|20)\d\d)(?:\s*\((?:[A-Z][A-Za-z]+|[A-Z. ]+)\))?)[*_]*"
    r"(?:,?\s*\(?c(?:h(?:apter)?)?\.?\s?(?P<chapter>\d{1,3})\)?)?(?:[.,]?\s*(?=[^\W\d_][^:]{1,40}:\s)|\.?\s*$)"
)


def find_statute(line: Line) -> None:
    """A line that begins with the short title of an act, its year and its jurisdiction, and gives no other title."""
    if found := _STATUTE.match(line.open):
        line.claim_match(found, title=Label.STATUTE, chapter=Label.CHAPTER)
        line.body = found.end("title")

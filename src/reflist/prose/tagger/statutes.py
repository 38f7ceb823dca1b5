"""Statutes: ``Public Offices (Conduct) Act 1997 (NSW)`` is all title."""

import re

from reflist.prose.labels import Label
from reflist.prose.line import Line

_STATUTE = re.compile(
    r"(?P<title>(?:The\s+)?[^\W\da-z][^.:;‘“\0]{2,120}\b(?:Act|Regulations?|Order|Bill|Rules|Directive)\s+"
    r"(?:(?:1[6-9]|20)\d\d)(?:\s*\((?:[A-Z][A-Za-z]+|[A-Z. ]+)\))?)\.?\s*"
)


def find_statute(line: Line) -> None:
    """A line that is nothing but the short title of an act, its year and its jurisdiction."""
    if found := _STATUTE.fullmatch(line.open):
        line.claim_match(found, title=Label.STATUTE)
        line.body = len(line.open)

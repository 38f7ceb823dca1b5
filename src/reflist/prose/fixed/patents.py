"""Patents: ``U.S. Patent 7 712 087``, ``U.S. Patent No. 9,876,543``, ``European Patent EP 1234567``."""

from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PATENT = Form(
    "patent pat",
    r"(?<=[.,;”\"]\s)(?P<report>(?:(?:U\.\s?S\.|U\.\s?K\.|US|UK|EP|WO|[A-Z][a-z]+(?:ese|ish|an|ch))\s)?[Pp]at(?:ent\b|\.)"
    r"(?:\s[Aa]ppl(?:ication\b|\.))?(?:\s[Nn]o\b\.?)?\s(?:[A-Z]{2}\s?)?"
    r"(?:\d{1,2}(?:[, ]\d{3}){2}|\d{4}/\d{5,7}|\d{6,10}))"
    r"(?=[.,;\s]|$)",
)


def find_patent(line: Line) -> None:
    """The designation of a patent and its number, whose digits may be in groups of three."""
    if found := _PATENT.search(line):
        line.claim_match(found, report=Label.REPORT)

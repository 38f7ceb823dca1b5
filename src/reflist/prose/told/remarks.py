"""Sentences about a work that are no part of its own details: where else it was printed, that it is a special issue."""

from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_REPRINTED = Form(
    "reprinted republished",
    r"(?<=[.;?!]\s)[(\[]?(?P<note>(?:Reprinted|Republished)\s(?:in|as|from)\b[^\0]{5,400}?)[)\]]?\.?\s*(?=\0|$)",
)


_COMMISSIONED = Form(
    "auftrag",
    r"(?<=[.,;]\s)(?P<note>(?=[^\W\d_a-z])[\w-]*(?:[Gg]utachten|[Ss]tudie|[Bb]ericht|[Ee]xpertise|[Uu]ntersuchung)\s"
    r"im\sAuftrag(?:e)?\s(?:der|des|von|vom)\s[^.,:;()\0]{2,120})(?=[.,]\s)",
)


def find_commission(line: Line) -> None:
    """``Prekäre Arbeit. Gutachten im Auftrag der Stiftung, Bonn``: for whom a report was written."""
    if found := _COMMISSIONED.search(line):
        line.claim_match(found, note=Label.NOTE)


def find_reprint(line: Line) -> None:
    """``Econometrica, 47, 263–291. Reprinted in: …``: all that follows is said of another printing."""
    if found := _REPRINTED.search(line):
        line.claim_match(found, note=Label.NOTE)

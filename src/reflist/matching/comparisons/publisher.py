"""Comparing publishers of works by persons that have no container, such as books and theses."""

from reflist.matching.folding import folded
from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record

SAME = Level("same", 1)

GENERAL = frozenset("the and press publisher publishers publishing verlag editions inc ltd co company".split())
"""Words of a publisher's name that may be left out."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether both name the same publisher; None for institutions, which publish many reports of their own."""
    if "publisher" not in a.reference or "publisher" not in b.reference or a.container or b.container:
        return None
    if any(not record.people or record.people[0].is_institution for record in (a, b)):
        return None
    one, other = (_words(record) for record in (a, b))
    if one and other and (one <= other or other <= one):
        return Finding(SAME, "the same publisher")
    return None


def _words(record: Record) -> frozenset[str]:
    """The words that identify the publisher."""
    return frozenset(folded(record.reference.plain("publisher")).split()) - GENERAL

"""Institutions that a list names in full and by their acronym: one author, so that years get letters across both."""

from collections.abc import Sequence

from reflist.csl.processor.state import Work
from reflist.model import Name


def spelled_out(works: Sequence[Work]) -> Sequence[Work]:
    """The works with acronyms that stand alone written in full, where another work gives an acronym beside a name.

    Those that change are copies. What is told apart by how it looks is told apart by these.
    """
    in_full = {
        name.acronym: name
        for work in works
        for names in work.names.values()
        for name in names
        if name.acronym and name.literal
    }
    return [_spelled_out(work, in_full) for work in works] if in_full else works


def _spelled_out(work: Work, in_full: dict[str, Name]) -> Work:
    if not any(name.literal in in_full for names in work.names.values() for name in names):
        return work
    changed = work.copied()
    changed.simple = {}
    changed.names = {
        variable: tuple(in_full.get(name.literal, name) for name in names) for variable, names in work.names.items()
    }
    return changed

"""Institutions named both in full and by acronym are one author, so year suffixes count across both."""

from collections.abc import Sequence

from reflist.csl.processor.state import Work
from reflist.model import Name


def spelled_out(works: Sequence[Work]) -> Sequence[Work]:
    """The works with acronyms that stand alone spelled out, if another work gives an acronym beside a full name.

    Works that change are copies. Disambiguation by look works on these copies.
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

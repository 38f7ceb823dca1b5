"""Round brackets that were lost: ``Weir, A. 2004). Hedges``, ``Weir, A. (2004 Hedges``, ``(eds. Hedges``."""

import re
from collections.abc import Iterator

from reflist.grammar.dates import YEAR

_ENCLOSED = rf"{YEAR}[a-z]?|[Ee]ds?\b\.?|Hrsg\b\.?|Hg\b\.?|[Cc]oords?\b\.?|dirs?\b\.?|pp?\.\s?\d+[-–]\d+"
"""What references print in brackets: years, roles of editors, pages."""

_BEFORE = re.compile(rf"(?:^|(?<=[\s,.;&]))(?:{_ENCLOSED}|(?<=\d\s)\d{{1,3}}(?:[-–/]\d{{1,3}})?)\Z")
_AFTER = re.compile(rf"(?:{_ENCLOSED})(?P<slip>\()?(?=[\s.,:;]|(?<=\()|\Z)")
_BRACKET = re.compile(r"[()]")
_LONGEST = 24


def lost_brackets(raw: str) -> Iterator[tuple[int, int, str]]:
    """Where a string has only one of two brackets around a year, a role, pages or an issue: the other one.

    Each is a stretch, usually empty, and the bracket to be put there. Nothing, if the string has as many opening as
    closing brackets. Linear in its length.

    >>> list(lost_brackets("Weir, A. 2004). Hedges")), list(lost_brackets("Weir, A. (2004( Hedges"))
    ([(9, 9, '(')], [(14, 15, ')')])
    """
    if raw.count("(") == raw.count(")"):
        return
    opened: int | None = None
    slip = -1
    for found in _BRACKET.finditer(raw):
        at = found.start()
        if at == slip:
            continue
        if found[0] == "(":
            if opened is not None and (closing := _closing(raw, opened)):
                yield closing
                slip = closing[0] if closing[0] != closing[1] else slip
            opened = None if at == slip else at
        elif opened is not None:
            opened = None
        elif before := _BEFORE.search(raw[max(0, at - _LONGEST) : at]):
            start = at - len(before[0])
            yield start, start, "("
    if opened is not None and (closing := _closing(raw, opened)):
        yield closing


def _closing(raw: str, opened: int) -> tuple[int, int, str] | None:
    """The closing bracket after what an opening one encloses, in place of a second opening one if that follows."""
    found = _AFTER.match(raw, opened + 1)
    if found is None:
        return None
    return (*found.span("slip"), ")") if found["slip"] else (found.end(), found.end(), ")")

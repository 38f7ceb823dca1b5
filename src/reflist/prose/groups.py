"""Lists that print a reference in several lines: its label, its authors, its title, and where it appeared.

Elsevier's ScienceDirect does::

    Weir and Ash, 2004
    A. Weir, B. Ash
    A title of some length
    A Journal, 5 (3) (2004), pp. 28-31

The label is a citation or, in numbered lists, a number.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reflist.grammar.names import FAMILY, INITIALS
from reflist.late import late

LINES = range(3, 7)
"""How many lines a group has, its label counted."""

MOST_OTHERS = 0.25
"""A list of which a larger share of groups is of another form is not grouped."""

_CITED_AS = re.compile(r"[^\W\d_][^\d()\[\]]{1,100}, (?P<year>(?:1[4-9]|20)\d\d)[a-z]?")
_NAMED = rf"{INITIALS}\s?{FAMILY}|{FAMILY},?\s{INITIALS}"
_END = r"(?:,? et al\.?)?(?:,? \([Ee]ds?\.?\))?"
_NAMES = late(rf"(?:(?:{_NAMED})(?:, (?:and |& )?| and | & |(?={_END}$)))+(?<![ ,&]){_END}")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")


def group_heads(texts: Sequence[str], numbered: Sequence[bool]) -> frozenset[int]:
    """The indices of the lines that head a group; none where the list is not grouped.

    ``texts`` are the lines of a list, without furniture and without numbers, ``numbered`` whether each has a number.
    """
    heads = [index for index, text in enumerate(texts) if _is_head(text, numbered[index])]
    if len(heads) < 2:
        return frozenset()
    groups = [texts[begin:end] for begin, end in pairwise((*heads, len(texts)))]
    others = sum(not _is_group(group) for group in groups)
    return frozenset() if others > MOST_OTHERS * len(groups) else frozenset(heads)


def _is_head(text: str, is_numbered: bool) -> bool:
    return not text if is_numbered else len(text) <= 120 and bool(_CITED_AS.fullmatch(text))


def _is_group(lines: Sequence[str]) -> bool:
    """Whether these are a label, and below it names, a title and a source that is dated: as the label is, if it is."""
    if len(lines) not in LINES:
        return False
    head = _CITED_AS.fullmatch(lines[0])
    if head:
        return any(head["year"] in line for line in lines[2:])
    is_named = len(lines[1]) <= 1000 and bool(_NAMES.fullmatch(lines[1]))
    return is_named and not _YEAR.search(lines[2]) and any(map(_YEAR.search, lines[3:]))

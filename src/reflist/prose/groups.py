"""Lists that print a reference in several lines: its label, its authors, its title, and where it appeared.

Elsevier's ScienceDirect does::

    Weir and Ash, 2004
    A. Weir, B. Ash
    A title of some length
    A Journal, 5 (3) (2004), pp. 28-31

The label is a citation or, in numbered lists, a number. What LaTeX made of BibTeX's entries (arXiv's pages in HTML) has
a citation as label too, ``Weir & Ash (2004)``, and sentences below it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reflist.grammar.names import FAMILY, INITIALS
from reflist.late import late

LINES = range(3, 8)
"""How many lines a group has, its label counted."""

MOST_OTHERS = 0.25
"""A list of which a larger share of groups is of another form is not grouped."""

_NAMED_AS = r"[^\W\d_][^\d()\[\]]{1,100}"
_CITED_AS = (
    re.compile(rf"{_NAMED_AS}, (?P<year>(?:1[4-9]|20)\d\d)[a-z]?"),
    re.compile(rf"{_NAMED_AS} [(\[](?P<year>(?:1[4-9]|20)\d\d)[a-z]?[)\]]"),
)
"""The forms of a citation, one of which all labels of a list have: a source may end as the second one."""

_NAMED = rf"{INITIALS}\s?{FAMILY}|{FAMILY},?\s{INITIALS}"
_END = r"(?:,? et al\.?)?(?:,? \([Ee]ds?\.?\))?"
_NAMES = late(rf"(?:(?:{_NAMED})(?:, (?:and |& )?| and | & |(?={_END}$)))+(?<![ ,&]){_END}")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")


def group_heads(texts: Sequence[str], numbered: Sequence[bool]) -> frozenset[int]:
    """The indices of the lines that head a group; none where the list is not grouped.

    ``texts`` are the lines of a list, without furniture and without numbers, ``numbered`` whether each has a number.
    """
    return next((heads for cited_as in _CITED_AS if (heads := _heads(texts, numbered, cited_as))), frozenset())


def _heads(texts: Sequence[str], numbered: Sequence[bool], cited_as: re.Pattern[str]) -> frozenset[int]:
    heads = [
        index
        for index, text in enumerate(texts)
        if (not text if numbered[index] else len(text) <= 120 and cited_as.fullmatch(text))
    ]
    if len(heads) < 2:
        return frozenset()
    groups = [texts[begin:end] for begin, end in pairwise((*heads, len(texts)))]
    others = sum(not _is_group(group, cited_as.fullmatch(group[0])) for group in groups)
    return frozenset() if others > MOST_OTHERS * len(groups) else frozenset(heads)


def _is_group(lines: Sequence[str], head: re.Match[str] | None) -> bool:
    """Whether these are a label, and below it names, a title and a source that is dated: as the label is, if it is."""
    if len(lines) not in LINES:
        return False
    if head:
        return any(head["year"] in line for line in lines[2:])
    is_named = len(lines[1]) <= 1000 and bool(_NAMES.fullmatch(lines[1]))
    return is_named and not _YEAR.search(lines[2]) and any(map(_YEAR.search, lines[3:]))

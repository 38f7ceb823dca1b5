"""Lists that print a reference in several lines: a label, the authors, the title, and the source.

Elsevier's ScienceDirect does so::

    Weir and Ash, 2004
    A. Weir, B. Ash
    A title of some length
    A Journal, 5 (3) (2004), pp. 28-31

The label is a citation or, in numbered lists, a number. BibTeX entries as LaTeX prints them (arXiv's pages in HTML)
also have a citation as label, ``Weir & Ash (2004)``, followed by sentences.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reflist.grammar.names import FAMILY, INITIALS
from reflist.late import late

LINES = range(3, 8)
"""The number of lines in a group, including the label."""

MOST_OTHERS = 0.25
"""A list with a larger share of groups in another form is not grouped."""

_NAMED_AS = r"[^\W\d_][^\d()\[\]]{1,100}"
_CITED_AS = (
    re.compile(rf"{_NAMED_AS}, (?P<year>(?:1[4-9]|20)\d\d)[a-z]?"),
    re.compile(rf"{_NAMED_AS} [(\[](?P<year>(?:1[4-9]|20)\d\d)[a-z]?[)\]]"),
)
"""The forms of a citation. All labels of a list have the same form, since a source may end like the second one."""

_NAMED = rf"{INITIALS}\s?{FAMILY}|{FAMILY},?\s{INITIALS}"
_END = r"(?:,? et al\.?)?(?:,? \([Ee]ds?\.?\))?"
_NAMES = late(rf"(?:(?:{_NAMED})(?:, (?:and |& )?| and | & |(?={_END}$)))+(?<![ ,&]){_END}")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")


def group_heads(texts: Sequence[str], numbered: Sequence[bool]) -> frozenset[int]:
    """The indices of the lines that head a group; empty if the list is not grouped.

    ``texts`` are the lines of a list, without furniture and numbers; ``numbered`` says whether each has a number.
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
    """Whether these lines are a label, names, a title and a dated source; with the date of the label, if it has one."""
    if len(lines) not in LINES:
        return False
    if head:
        return any(head["year"] in line for line in lines[2:])
    is_named = len(lines[1]) <= 1000 and bool(_NAMES.fullmatch(lines[1]))
    return is_named and not _YEAR.search(lines[2]) and any(map(_YEAR.search, lines[3:]))

"""Texts whose lines may read as references though they are none: tables, logs, source code, lists of prices or lives.

Only a text without a heading of a list is examined.
"""

import re
from collections import Counter
from collections.abc import Sequence

LOOKED_AT = 300
"""The number of lines that are examined."""

FEWEST = 3
"""Fewer lines are too few for a judgement."""

KINDS = (
    (0.4, re.compile(r"\W{0,2}(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?[\sT])?\d{1,2}:\d\d(?!\d)(?::\d\d)?")),
    (0.3, re.compile(r".*?(?:[£$€¥]\s?\d|\d\s?(?:€|£|EUR\b|USD\b|GBP\b))")),
    (0.5, re.compile(r".*?(?:\b[bd]\.|\*|†|\bgeb\.|\bnée?)\s?(?:c\.\s)?1\d{3}\b")),
    (
        0.3,
        re.compile(
            r".*[{}]\s*$|.*(?:\w::|\s::\s|->|=>)|\s*[\w\s]{1,40}\s=\s"
            r"|\s*(?:#include|import|package|using|const|let|var|def|return|public|private)\s.*[;:)\]}\"'\w]\s*$(?<![.\d])"
            r"|\s*(?:CREATE|INSERT|SELECT|UPDATE|DELETE|DROP|ALTER)\s.*;\s*$"
        ),
    ),
)
"""The share of the lines that match, and what they match: times of day, prices, lives, source code."""

TIGHT = tuple(re.compile(rf"{mark}(?=\S)") for mark in (",", ";", r"\|"))
"""Separators as tables have them, without a space."""

FEWEST_FIELDS = 3
"""The least number of separators, or of columns, in each line of a table."""

SHARE_OF_TABLE = 0.8
SHARE_ALIGNED = 0.6
"""The share of the lines that have as many separators as most, or a column that begins at the same place."""

_GAP = re.compile(r"\S {2,}(?=\S)")


def is_other_text(lines: Sequence[str]) -> bool:
    """Whether these lines, as printed, are a table, a log, source code, or a list of prices or of lives.

    >>> is_other_text(["10:15 Weir, A.: Hedges", "10:45 Ash, B.: Ponds", "11:00 Coffee"])
    True
    """
    printed = [line for line in lines[:LOOKED_AT] if line and not line.isspace()]
    if len(printed) < FEWEST:
        return False
    if any(sum(map(bool, map(kind.match, printed))) >= share * len(printed) for share, kind in KINDS):
        return True
    return _is_delimited(printed) or _is_aligned(printed)


def _is_delimited(printed: Sequence[str]) -> bool:
    """Whether most lines have the same number of separators without a space after them: ``1,"Smith, J.",2001``."""
    for mark in TIGHT:
        fields, lines = Counter(len(mark.findall(line)) for line in printed).most_common(1)[0]
        if fields >= FEWEST_FIELDS and lines >= SHARE_OF_TABLE * len(printed):
            return True
    return False


def _is_aligned(printed: Sequence[str]) -> bool:
    """Whether most lines have wide gaps that end at the same places."""
    begins = Counter(gap.end() for line in printed for gap in _GAP.finditer(line))
    return sum(count >= SHARE_ALIGNED * len(printed) for count in begins.values()) >= FEWEST_FIELDS

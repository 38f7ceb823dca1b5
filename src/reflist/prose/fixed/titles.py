"""A title between the year after its authors and the "in:" before its container."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Line

_HEAD = re.compile(
    rf"[\0\s.,:;]*\0[\0\s.,:;]*(?:\(?{YEAR}[a-z]?\)?\s?[.,:]?\s)?|[^()\0]{{3,300}}?\(\s?{YEAR}[a-z]?\s?\)\s?[.,:]?\s"
)
_IN = re.compile(r"[.,;?!]\s+[Ii]n:\s|\sIn:\s")
_OPENS = "“‘\"'«»„"
_OTHER = re.compile(
    r"\b(?:Aufl|Diss|ed|edn|eds|Hrsg|Hg|Vortrag|paper presented|unpublished|[Dd]issertation|[Tt]hesis)\b"
    r"|\b(?:S|pp?)\.\s?\d|\0"
)
"""What precedes "in:" and is not a title: editions, theses, talks, pages."""

SHORTEST, LONGEST = 5, 400


def find_title_before_in(line: Line) -> None:
    """``Weir, A. (2004): Hedges, ditches, and stiles. A history, in: Ash, B. (ed.)``: all up to "in:" is the title.

    The punctuation before "In:" may be missing.
    """
    within = list(_IN.finditer(line.open))
    head = _HEAD.match(line.open) if len(within) == 1 else None
    if not head:
        return
    start, end = head.end(), within[0].start() + (line.open[within[0].start()] in "?!")
    title = line.open[start:end]
    if SHORTEST <= len(title) <= LONGEST and title[0] not in _OPENS and not _OTHER.search(title):
        line.claim(start, end, Label.TITLE)

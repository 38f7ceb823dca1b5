"""Titles whose sentences were taken apart: what the end of one says of what stands behind it."""

import re
from collections.abc import Sequence

from reflist.grammar.periodicals import is_abbreviated, is_periodical
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import joined

_OPEN = re.compile(
    r"\s(?:an|the|of|and|or|for|on|to|with|by|from|at|der|die|das|dem|den|des|eine[mnrs]?|ein|und|oder|für|mit|zur|zum|im"
    r"|von|vom|über|sowie)\Z"
)
"""What ends no title: an article, a preposition, "and"."""

FEWEST_WORDS = 3
"""A subtitle that was taken for a container has no fewer words than this."""

_TAKEN_FOR = frozenset({Label.CONTAINER, Label.PUBLISHER, Label.NOTE, Label.SERIES, Label.PLACE})
_ENDS_SENTENCE = re.compile(r"['’”“\"»]?[.?!:]['’”“\"»]? ")
_RESOLVED = re.compile(
    r"(?:Beschl(?:uss|uß|üsse)|Empfehlung(?:en)?|Stellungnahme|Bekanntmachung|Erklärung|Entschließung|Vereinbarung)"
    r"\s(?:der|des|vom)\b"
)
_DATES = frozenset({Label.DAY, Label.DATE})
_LEADS_TO_DAY = re.compile(r"(?:\s(?:vom|v\.))?\s?")


@rule(Label.TITLE, _TAKEN_FOR)
def open_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A title that ends in an article or preposition goes on: ``Bericht mit einer | Analyse zu Perspektiven``."""
    title, behind = parts.spans[index : index + 2]
    is_open = parts.behind(index) == " " and _OPEN.search(parts.text[: title.end], title.start)
    return [joined(title, behind)] if is_open else None


@rule(
    Label.TITLE,
    _TAKEN_FOR | _DATES,
    having=[Label.DATE],
    words="beschluss beschluß beschlüsse empfehlung empfehlungen stellungnahme bekanntmachung erklärung entschließung"
    " vereinbarung",
)
def resolutions(parts: Parts, index: int) -> Sequence[Span] | None:
    """Who resolved what, and when, ends a title: ``Standards. Beschluss der Konferenz vom 16.12.2004. Bonn``."""
    title, behind = parts.spans[index : index + 2]
    if Label.DATE not in parts.labels[:index]:
        return None
    if behind.label in _DATES:
        is_day = _RESOLVED.search(parts.text, title.start, title.end) and _LEADS_TO_DAY.fullmatch(parts.behind(index))
        return [joined(title, behind)] if is_day else None
    is_resolved = parts.behind(index) == ". " and _RESOLVED.match(parts.text, behind.start, behind.end)
    return [joined(title, behind)] if is_resolved else None


@rule(Label.TITLE, Label.CONTAINER, Label.CONTAINER, lacking=[Label.EDITOR])
def second_containers(parts: Parts, index: int) -> Sequence[Span] | None:
    """Of two containers with the end of a sentence between them, the first is the title's subtitle.

    So it is where nothing but such an end, and no "in", parts it from the title, and it is no periodical: ``Hedges.
    What the law says of them. Ditch Review, 4``.
    """
    title, first, second = parts.spans[index : index + 3]
    printed = parts.printed(first)
    is_other = len(printed.split()) < FEWEST_WORDS or is_periodical(printed) or is_abbreviated(printed)
    if is_other or not all(map(_ENDS_SENTENCE.fullmatch, (parts.behind(index), parts.behind(index + 1)))):
        return None
    return [joined(title, first), second]

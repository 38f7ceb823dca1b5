"""Marks that pass through citeproc-py inside its strings, and the `Text` that they become.

citeproc-py knows only plain strings. What it must carry without knowing (italics, the ends of values, the places of
labels and year suffixes) passes through it as Unicode noncharacters, which are meant for a program's internal use
(Unicode 16, section 23.7) and are removed from input.
"""

import re

from reflist.text import Mark, Span, Text

ON_OFF = {
    Mark.ITALIC: ("\ufdd0", "\ufdd1"),
    Mark.BOLD: ("\ufdd2", "\ufdd3"),
    Mark.SUP: ("\ufdd4", "\ufdd5"),
    Mark.SUB: ("\ufdd6", "\ufdd7"),
    Mark.SMALL_CAPS: ("\ufdd8", "\ufdd9"),
    Mark.NO_CASE: ("\ufdda", "\ufddb"),
    Mark.QUOTE: ("\ufddc", "\ufddd"),
}
"""The opening and closing character of each mark."""

QUOTE_ON, QUOTE_OFF = ON_OFF[Mark.QUOTE]
NO_CASE_ON, NO_CASE_OFF = ON_OFF[Mark.NO_CASE]

VALUE_END = "\ufdde"
"""Ends a value from the data: punctuation before it is the data's, what follows is the style's."""

LABEL_ON, LABEL_OFF = "\ufde0", "\ufde1"
"""Around the label of names: (ed.)."""

LETTER_ON, LETTER_OFF = "\ufde2", "\ufde3"
"""Around the year suffix, with what the style puts before and after it."""

LETTER = "\ufde4"
"""Stands for the year suffix itself."""

ISSUED_ON, ISSUED_OFF = "\ufde5", "\ufde6"
"""Around the date of publication, in styles that do not place the year suffix themselves."""

NUMBER = "\ufde7"
"""Stands for the number of an entry."""

FIELD_END = "\ufde8"
"""Ends the first field of an entry, which a style may align (``second-field-align``)."""

ANY = "[\ufdd0-\ufdef]"
"""A pattern for a single mark of any kind."""

_MARK = re.compile(f"({ANY})")
_EVENTS = {sign: (mark, step) for mark, signs in ON_OFF.items() for sign, step in zip(signs, (1, -1), strict=True)}
_ALTERNATING = {Mark.ITALIC, Mark.BOLD}
_UNPRINTED = {Mark.NO_CASE, Mark.QUOTE}


def without_marks(raw: str) -> str:
    """The text without marks."""
    return _MARK.sub("", raw)


def to_text(raw: str) -> Text:
    """A string with marks as a `Text`. Italics within italics are upright (CSL 1.0.2, "Formatting")."""
    plain, spans = "", list[Span]()
    depth: dict[Mark, int] = {}
    began: dict[Mark, int] = {}
    for piece in _MARK.split(raw):
        if piece not in _EVENTS:
            plain += "" if _MARK.match(piece) else piece
            continue
        mark, step = _EVENTS[piece]
        was_on = _is_on(mark, depth.get(mark, 0))
        depth[mark] = max(0, depth.get(mark, 0) + step)
        is_on = _is_on(mark, depth[mark])
        if is_on and not was_on:
            began[mark] = len(plain)
        elif was_on and not is_on and mark not in _UNPRINTED:
            spans += _marked_words(plain, began[mark], mark)
    return Text(plain, spans)


def _marked_words(plain: str, start: int, mark: Mark) -> list[Span]:
    """A span from ``start`` to the end, without white space at its ends."""
    marked = plain[start:]
    words = marked.strip()
    start += len(marked) - len(marked.lstrip())
    return [Span(start, start + len(words), mark)] if words else []


def _is_on(mark: Mark, depth: int) -> bool:
    return depth % 2 == 1 if mark in _ALTERNATING else depth > 0

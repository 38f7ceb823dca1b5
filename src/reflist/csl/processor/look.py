"""The looks that a style's elements define (CSL 1.0.2, "Affixes", "Display", "Formatting", "Quotes", "Text-case")."""

from collections.abc import Mapping

from reflist.csl.processor.textcase import CASES
from reflist.csl.processor.tree import PLAIN, Look, interned
from reflist.text import Mark

MARKS: Mapping[tuple[str, str], Mark] = {
    ("font-style", "italic"): Mark.ITALIC,
    ("font-style", "oblique"): Mark.OBLIQUE,
    ("font-style", "normal"): Mark.UPRIGHT,
    ("font-variant", "small-caps"): Mark.SMALL_CAPS,
    ("font-variant", "normal"): Mark.FULL_CAPITALS,
    ("font-weight", "bold"): Mark.BOLD,
    ("font-weight", "light"): Mark.LIGHT,
    ("font-weight", "normal"): Mark.REGULAR,
    ("text-decoration", "underline"): Mark.UNDERLINE,
    ("vertical-align", "sup"): Mark.SUP,
    ("vertical-align", "sub"): Mark.SUB,
    ("vertical-align", "baseline"): Mark.BASELINE,
}
"""Formatting attributes and the marks that their values set."""

DISPLAYS: Mapping[str, Mark] = {
    "block": Mark.BLOCK,
    "left-margin": Mark.LEFT_MARGIN,
    "right-inline": Mark.RIGHT_INLINE,
    "indent": Mark.INDENT,
}
"""Values of ``display`` and the marks that they set."""


def look_of(attributes: Mapping[str, str]) -> Look:
    """The look that an element's attributes define."""
    if not attributes:
        return PLAIN
    case = attributes.get("text-case", "")
    marks = tuple(mark for (name, value), mark in MARKS.items() if attributes.get(name) == value)
    return interned(
        Look(
            attributes.get("prefix", ""),
            attributes.get("suffix", ""),
            marks,
            attributes.get("quotes") == "true",
            DISPLAYS.get(attributes.get("display", "")),
            case if case in CASES else "",
            attributes.get("strip-periods") == "true",
        )
    )

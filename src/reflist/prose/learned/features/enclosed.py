"""Whether the token stands in brackets or between quotation marks, behind some, or closed up to the token before."""

from collections.abc import Sequence
from itertools import product

from reflist.prose.tokens import Token

CLOSING = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "`": "'’", "'": "'’"}
"""The quotation marks, and those that may close each."""

SINGLE = "‘`'"
"""Marks that open a quotation only behind white space or a mark: they are apostrophes too."""


def enclosed(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """What is open around each token."""
    found: list[tuple[str, ...]] = []
    brackets, quote, was_quoted, end, before = 0, "", False, -1, ""
    for token in tokens:
        text, start, _ = token
        glued = start == end
        brackets += text in "(["
        found.append(_NAMES[brackets > 0, quote != "", glued, was_quoted])
        if text in ")]" and brackets:
            brackets -= 1
        if quote:
            if text in CLOSING[quote]:
                quote, was_quoted = "", True
        elif text in CLOSING and (text not in SINGLE or not glued or before in "([,."):
            quote = text
        end, before = token.end, text
    return found


_NAMES = {
    holds: tuple(name for name, held in zip(("bracket", "quote", "glued", "quoted"), holds, strict=True) if held)
    for holds in product((False, True), repeat=4)
}
"""The features of what holds."""

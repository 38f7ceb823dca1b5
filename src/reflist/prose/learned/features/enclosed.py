"""Whether the token stands in brackets or between quotation marks, behind some, or closed up to the token before."""

from collections.abc import Sequence
from itertools import product

from reflist.prose.tokens import Token

CLOSING = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "`": "'’"}
"""The quotation marks, and those that may close each."""

SINGLE = "‘`"
"""Marks that open a quotation only behind white space or a mark: they are apostrophes too."""


_NAMES = ("bracket", "quote", "glued", "quoted")

_FOUND = {
    holding: tuple(name for name, holds in zip(_NAMES, holding, strict=True) if holds)
    for holding in product((False, True), repeat=len(_NAMES))
}


def enclosed(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """What is open around each token."""
    found: list[tuple[str, ...]] = []
    brackets, quote, was_quoted = 0, "", False
    end = -1
    for index, token in enumerate(tokens):
        text = token.text
        glued = token.start == end
        end = token.end
        if text in "([":
            brackets += 1
        found.append(_FOUND[brackets > 0, quote != "", glued, was_quoted])
        if text in ")]" and brackets:
            brackets -= 1
        if quote:
            if text in CLOSING[quote]:
                quote, was_quoted = "", True
        elif text in CLOSING and (text not in SINGLE or not glued or tokens[index - 1].text in "([,."):
            quote = text
    return found

"""Whether the token stands in brackets or between quotation marks, behind some, or closed up to the token before."""

from collections.abc import Sequence

from reflist.prose.tokens import Token

CLOSING = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "`": "'’"}
"""The quotation marks, and those that may close each."""

SINGLE = "‘`"
"""Marks that open a quotation only behind white space or a mark: they are apostrophes too."""


def enclosed(tokens: Sequence[Token]) -> list[list[str]]:
    """What is open around each token."""
    found: list[list[str]] = []
    brackets, quote, was_quoted = 0, "", False
    for index, token in enumerate(tokens):
        text = token.text
        glued = index > 0 and token.start == tokens[index - 1].end
        brackets += text in "(["
        features = [name for name, holds in (("bracket", brackets), ("quote", quote), ("glued", glued)) if holds]
        if was_quoted:
            features.append("quoted")
        found.append(features)
        if text in ")]" and brackets:
            brackets -= 1
        if quote:
            if text in CLOSING[quote]:
                quote, was_quoted = "", True
        elif text in CLOSING and (text not in SINGLE or not glued or tokens[index - 1].text in "([,."):
            quote = text
    return found

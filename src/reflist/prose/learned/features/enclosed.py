"""What precedes the token, which brackets and quotation marks are open there, and whether it follows a space.

What precedes it: years, the last punctuation mark, words that announce a part, closed quotations.
"""

from collections.abc import Callable, Sequence

from reflist.prose.learned.features.words import YEAR, Group, Word
from reflist.prose.tokens import Token

CLOSING = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "`": "'’", "'": "'’"}
"""The opening quotation marks, and the marks that may close each."""

SINGLE = "‘`'"
"""Marks that open a quotation only after white space or punctuation, since they may also be apostrophes."""

ANNOUNCING = frozenset(
    "in ed eds edited editor editors hrsg http doi thesis dissertation press university vol no".split()
)
"""Words that change what may follow."""

MARKS = frozenset(",.;:()[]")
QUOTES = frozenset(CLOSING).union(*CLOSING.values())
MOST_YEARS = 2

Named = Callable[[bool, bool, bool, int, str, tuple[str, ...]], tuple[Group, Group]]


def enclosed(tokens: Sequence[Token], words: Sequence[Word], named: Named) -> list[Group]:
    """What precedes and encloses each token, as `name` names it: for a token after a space, or one without."""
    brackets, quote, was_quoted, years, mark, seen = 0, "", False, 0, "", tuple[str, ...]()
    found: list[Group] = []
    now, end, before = named(False, False, False, 0, "", ()), -1, ""
    for (text, start, stop), word in zip(tokens, words, strict=True):
        glued, last = start == end, before
        end, before = stop, text
        if text in "([":
            brackets += 1
            now = named(True, quote != "", was_quoted, years, mark, seen)
        found.append(now[glued])
        if text in MARKS:
            mark = text
            brackets -= brackets > 0 and text in ")]"
        elif text in QUOTES:
            quote, was_quoted = _quoted(text, quote, was_quoted, not glued or last in "([,.")
        elif word.kind is YEAR:
            years = min(years + 1, MOST_YEARS)
        elif word.short in ANNOUNCING and word.short not in seen:
            seen = (*seen, word.short)
        else:
            continue
        now = named(brackets > 0, quote != "", was_quoted, years, mark, seen)
    return found


def _quoted(text: str, quote: str, was_quoted: bool, may_open: bool) -> tuple[str, bool]:
    """The open quotation mark after a quotation mark, and whether a quotation has been closed."""
    if quote:
        return ("", True) if text in CLOSING[quote] else (quote, was_quoted)
    return (text if text in CLOSING and (text not in SINGLE or may_open) else ""), was_quoted


def name(
    bracket: bool, quote: bool, quoted: bool, years: int, mark: str, seen: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The features of a token that is separate from the one before it, and of one that is not."""
    holds = ("bracket", bracket), ("quote", quote), ("quoted", quoted)
    apart = [feature for feature, held in holds if held]
    passed = (f"years={years}", f"mark={mark}", *(f"after={word}" for word in seen))
    return (*apart, *passed), (*apart, "glued", *passed)

"""What has come before the token, what is open there and what has been closed, and whether it is glued to the last.

What has come: years, the last mark, words that announce a part. What is open: brackets and quotation marks.
"""

from collections.abc import Callable, Sequence

from reflist.prose.learned.features.words import YEAR, Group, Word
from reflist.prose.tokens import Token

CLOSING = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "`": "'’", "'": "'’"}
"""The quotation marks, and those that may close each."""

SINGLE = "‘`'"
"""Marks that open a quotation only behind white space or a mark: they are apostrophes too."""

ANNOUNCING = frozenset(
    "in ed eds edited editor editors hrsg http doi thesis dissertation press university vol no".split()
)
"""Words behind which a string goes on differently."""

MARKS = frozenset(",.;:()[]")
QUOTES = frozenset(CLOSING).union(*CLOSING.values())
MOST_YEARS = 2

Named = Callable[[bool, bool, bool, int, str, tuple[str, ...]], tuple[Group, Group]]


def enclosed(tokens: Sequence[Token], words: Sequence[Word], named: Named) -> list[Group]:
    """What each token has behind it and is enclosed in, as `name` names it: apart from the one before it, or glued."""
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
    """What is open behind a quotation mark, and whether something has been closed."""
    if quote:
        return ("", True) if text in CLOSING[quote] else (quote, was_quoted)
    return (text if text in CLOSING and (text not in SINGLE or may_open) else ""), was_quoted


def name(
    bracket: bool, quote: bool, quoted: bool, years: int, mark: str, seen: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The features of a token apart from the one before it, and glued to it."""
    holds = ("bracket", bracket), ("quote", quote), ("quoted", quoted)
    apart = [feature for feature, held in holds if held]
    passed = (f"years={years}", f"mark={mark}", *(f"after={word}" for word in seen))
    return (*apart, *passed), (*apart, "glued", *passed)

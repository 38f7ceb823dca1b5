"""The stretch between two marks that the token stands in: how it begins, how long it is, what ends it, what follows."""

from collections.abc import Sequence
from functools import lru_cache

from reflist.prose.learned.features.around import short
from reflist.prose.learned.features.form import KEPT
from reflist.prose.tokens import Token

MARKS = frozenset('.,;:()[]?!“”„«»"')
"""What parts stretches."""

LONGEST = 8
"""Stretches of so many tokens and more are alike."""


def stretch(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The stretch around each token; a mark stands in the stretch that it ends."""
    texts = [token.text for token in tokens]
    found: list[tuple[str, ...]] = []
    start, capitals, before = 0, 0, ""
    for at, text in enumerate(texts):
        if text in MARKS and not (text == "." and len(before) == 1 and before.isupper()):
            behind = texts[at + 1] if at + 1 < len(texts) else "$"
            found += [_named(texts[start], capitals, at - start, text, behind)] * (at + 1 - start)
            start, capitals = at + 1, 0
        else:
            capitals += text[0].isupper()
        before = text
    if start < len(texts):
        count, mark = len(texts) - start, texts[-1] if texts[-1] in MARKS else ""
        found += [_named(texts[start], capitals, count - len(mark), mark or "$", "$")] * count
    return found


@lru_cache(KEPT)
def _named(first: str, capitals: int, count: int, mark: str, behind: str) -> tuple[str, ...]:
    """The features of a stretch of so many tokens, so many of them with a capital, and its mark."""
    share = "none" if not capitals else "all" if capitals == count else "most" if 2 * capitals > count else "few"
    return f"begins={short(first)}", f"ends={mark}|{short(behind)}", f"size={share}{min(count, LONGEST)}{mark}"

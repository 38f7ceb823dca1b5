"""The stretch between two marks that the token stands in: how it begins, how long it is, what ends it, what follows."""

from collections.abc import Sequence

from reflist.prose.learned.features.around import short
from reflist.prose.tokens import Token

MARKS = frozenset('.,;:()[]?!“”„«»"')
"""What parts stretches."""

LONGEST = 8
"""Stretches of so many tokens and more are alike."""


def stretch(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """The stretch around each token; a mark stands in the stretch that it ends."""
    found: list[tuple[str, ...]] = []
    start = 0
    ends = [at for at, token in enumerate(tokens) if token.text in MARKS and not _is_stop_of_initial(tokens, at)]
    for end in (*ends, len(tokens) - 1):
        if end < start:
            continue
        mark = tokens[end].text if tokens[end].text in MARKS else "$"
        words = tokens[start : end + (mark == "$")]
        following = short(tokens[end + 1].text) if end + 1 < len(tokens) else "$"
        size = f"size={_capitals(words)}{min(len(words), LONGEST)}{mark}"
        whole = (f"begins={short(tokens[start].text)}", f"ends={mark}|{following}", size)
        found += [whole] * (end + 1 - start)
        start = end + 1
    return found


def _capitals(tokens: Sequence[Token]) -> str:
    """How many of the tokens have a capital."""
    count = sum(token.text[0].isupper() for token in tokens)
    return "none" if not count else "all" if count == len(tokens) else "most" if 2 * count > len(tokens) else "few"


def _is_stop_of_initial(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].text if at and tokens[at].text == "." else ""
    return len(before) == 1 and before.isupper()

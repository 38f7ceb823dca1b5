"""What has come before the token: how many years, the last mark, words that announce a part."""

from collections.abc import Sequence
from functools import lru_cache

from reflist.prose.learned.features.form import KEPT, is_year
from reflist.prose.tokens import Token

ANNOUNCING = frozenset(
    "in ed eds edited editor editors hrsg http doi thesis dissertation press university vol no".split()
)
"""Words behind which a string goes on differently."""

LONGEST = max(map(len, ANNOUNCING))
MARKS = frozenset(",.;:()[]")
MOST_YEARS = 2


def behind(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """What each token has behind it."""
    found: list[tuple[str, ...]] = []
    years, mark, seen = 0, "", tuple[str, ...]()
    now = _named(years, mark, seen)
    for text, _, _ in tokens:
        found.append(now)
        if text in MARKS:
            mark = text
        elif is_year(text):
            years = min(years + 1, MOST_YEARS)
        elif len(text) <= LONGEST and (low := text.casefold()) in ANNOUNCING and low not in seen:
            seen = (*seen, low)
        else:
            continue
        now = _named(years, mark, seen)
    return found


@lru_cache(KEPT)
def _named(years: int, mark: str, seen: tuple[str, ...]) -> tuple[str, ...]:
    return (f"years={years}", f"mark={mark}", *(f"after={word}" for word in seen))

"""What has come before the token: how many years, the last mark, words that announce a part."""

from collections.abc import Sequence

from reflist.prose.learned.features.form import is_year
from reflist.prose.tokens import Token

ANNOUNCING = frozenset(
    "in ed eds edited editor editors hrsg http doi thesis dissertation press university vol no".split()
)
"""Words behind which a string goes on differently."""

MARKS = ",.;:()[]"


def behind(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """What each token has behind it."""
    found: list[tuple[str, ...]] = []
    years, mark, seen = 0, "", list[str]()
    now: tuple[str, ...] = ("years=0", "mark=")
    for token in tokens:
        found.append(now)
        text = token.text
        if text in MARKS:
            mark = text
        elif is_year(text):
            years += 1
        elif (low := text.casefold()) in ANNOUNCING and f"after={low}" not in seen:
            seen.append(f"after={low}")
        else:
            continue
        now = (f"years={min(years, 2)}", f"mark={mark}", *seen)
    return found

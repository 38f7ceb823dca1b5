"""The token by itself: its letters, its beginning and end, and the kind of number that it is."""

from functools import lru_cache

from reflist.grammar.dates import MONTHS
from reflist.grammar.seasons import SEASONS

KEPT = 20_000
"""The number of words whose features are cached: lists repeat their words."""

YEARS = ("19", "200", "201", "202")
"""How years begin; 2055 is more likely a page."""


def is_year(word: str) -> bool:
    """Whether a word may be a recent year."""
    return len(word) == 4 and word.startswith(YEARS) and word.isdigit()


@lru_cache(KEPT)
def shape(word: str) -> str:
    """The classes of capitals, small letters and digits, each repeated at most twice in a row.

    >>> shape("McNabb"), shape("1998"), shape("T52")
    ('XxXxx', 'dd', 'Xdd')
    """
    if word.isalpha():  # most words, in a tenth of the time
        if word.islower():
            return "xx"[: len(word)]
        if word[0].isupper() and word[1:].islower():
            return "Xxx"[: len(word)]
    classes = ["X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word[:12]]
    kept = [one for index, one in enumerate(classes) if classes[max(index - 2, 0) : index] != [one, one]]
    return "".join(kept[:6])


def form(word: str) -> tuple[str, ...]:
    """The features of a token by its look."""
    if word[0].isalpha():
        return _word(word)
    return _number(word) if word[0].isdecimal() else (f"w={word}", "mark")


def _word(word: str) -> tuple[str, ...]:
    low = word.casefold()
    parts = [f"w={low}", f"p3={low[:3]}", f"s3={low[-3:]}", f"sh={shape(word)}"]
    if len(word) == 1:
        parts.append("initial" if word.isupper() else "letter")
    if low in MONTHS:
        parts.append("month")
    if low in SEASONS:
        parts.append("season")
    if low.startswith(("http", "www", "ftp")):
        parts.append("address")
    return tuple(parts)


def _number(word: str) -> tuple[str, ...]:
    digits = len(word)
    if digits == 4:
        kind = "year" if is_year(word) else "old-year" if "14" <= word[:2] <= "18" else "four"
    else:
        kind = "day" if digits <= 2 and int(word) <= 31 else "number"
    return (f"n={digits}", kind, *((f"w={word}",) if digits <= 2 else ()))

"""The token by itself: its letters, how it begins and ends, what kind of number it is."""

from functools import lru_cache

from reflist.grammar.dates import MONTHS
from reflist.grammar.seasons import SEASONS

KEPT = 20_000
"""How many words are remembered with their features: lists repeat theirs."""

YEARS = ("19", "200", "201", "202")
"""How years begin; 2055 is rather a page."""


def is_year(word: str) -> bool:
    """Whether a word may be a year of these times."""
    return len(word) == 4 and word.startswith(YEARS) and word.isdigit()


@lru_cache(KEPT)
def shape(word: str) -> str:
    """Capitals, small letters and digits by class, of the same class two at most.

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
    """What a token looks like."""
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

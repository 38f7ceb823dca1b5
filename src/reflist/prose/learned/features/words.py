"""The features of a word by itself, and those that it gives to its neighbours."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reflist.prose.learned.features.form import KEPT, form, is_year, shape
from reflist.prose.learned.features.vocabulary import vocabulary

Group = tuple[str | bytes, ...]
"""Features of one token that often occur together, or their replacement."""

Tell = Callable[[tuple[str, ...]], Group]
"""Gives the replacement for a group of features."""

START, END = "^", "$"
"""The texts for the positions before the first token and after the last."""

MARKERS = {"in": "in", "In": "in", "IN": "in", "S": "S", "pp": "pp", "Hg": "Hg", "Hrsg": "Hg", "eds": "ed", "Eds": "ed"}
"""Words that give a feature to the tokens before them: that the word is still to come."""

YEAR, NUMBER = "year", "number"


class Word(NamedTuple):
    """A word with its features.

    ``alone``: its own features; ``far_before`` to ``far_after``: those of the token two before it, right before it,
    right after it and two after it; ``text`` as printed, and ``short`` regardless of case; ``kind``: year, number, or
    which of the words in `MARKERS`.
    """

    alone: Group
    far_before: Group
    before: Group
    after: Group
    far_after: Group
    text: str
    short: str
    kind: str


def word(text: str, tell: Tell) -> Word:
    """The word of a token."""
    lists = vocabulary(text)
    kind = YEAR if is_year(text) else NUMBER if text[0].isdigit() else MARKERS.get(text, "")
    return _word(text, tell, form(text) + lists, short(text), shape(text), lists, kind)


def edge(mark: str, tell: Tell) -> Word:
    """The word for the position before the first or after the last."""
    return _word(mark, tell, (), mark, mark, ())


def _word(
    text: str, tell: Tell, alone: tuple[str, ...], low: str, shaped: str, lists: Sequence[str], kind: str = ""
) -> Word:
    return Word(
        tell(alone),
        tell((f"2:{low}", f"2~{shaped}")),
        tell((f"1:{low}", f"1~{shaped}", *(f"1{name}" for name in lists))),
        tell((f"-1:{low}", f"-1~{shaped}", *(f"-1{name}" for name in lists))),
        tell((f"-2:{low}", f"-2~{shaped}")),
        text,
        low,
        kind,
    )


@lru_cache(KEPT)
def short(text: str) -> str:
    """A word regardless of case; for a number, its length or that it may be a year.

    >>> short("In"), short("1998"), short("27")
    ('in', 'year', '9*2')
    """
    if text[0].isdigit():
        return YEAR if is_year(text) else f"9*{min(len(text), 5)}"
    return text.casefold()

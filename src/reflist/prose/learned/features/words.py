"""What a word is wherever it stands: its own features, and those that it gives to its neighbours."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reflist.prose.learned.features.form import KEPT, form, is_year, shape
from reflist.prose.learned.features.vocabulary import vocabulary

Group = tuple[str | bytes, ...]
"""Features of one token that are often found together, or what stands for them."""

Tell = Callable[[tuple[str, ...]], Group]
"""Gives what stands for a group of features."""

START, END = "^", "$"
"""What stands before the first token and behind the last."""

TOLD = {"in": "in", "In": "in", "IN": "in", "S": "S", "pp": "pp", "Hg": "Hg", "Hrsg": "Hg", "eds": "ed", "Eds": "ed"}
"""Words of which a token is told that they are still to come."""

YEAR, NUMBER = "year", "number"


class Word(NamedTuple):
    """A word as it is told of.

    ``alone``: its own features; ``far_before`` to ``far_behind``: those of the token that is two before it, before it,
    behind it and two behind; ``text`` as printed and ``short``, without regard to case; ``kind``: whether it is a year
    or another number, or of the words that are told before they come, which.
    """

    alone: Group
    far_before: Group
    before: Group
    behind: Group
    far_behind: Group
    text: str
    short: str
    kind: str


def word(text: str, tell: Tell) -> Word:
    """A token's word."""
    lists = vocabulary(text)
    kind = YEAR if is_year(text) else NUMBER if text[0].isdigit() else TOLD.get(text, "")
    return _word(text, tell, form(text) + lists, short(text), shape(text), lists, kind)


def edge(mark: str, tell: Tell) -> Word:
    """What stands for a word before the first or behind the last."""
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
    """A word without regard to case; of a number, how long it is or that it may be a year.

    >>> short("In"), short("1998"), short("27")
    ('in', 'year', '9*2')
    """
    if text[0].isdigit():
        return YEAR if is_year(text) else f"9*{min(len(text), 5)}"
    return text.casefold()

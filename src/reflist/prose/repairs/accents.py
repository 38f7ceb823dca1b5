"""Accents that a PDF prints beside their letters: ``Mu¨ller``, ``M¨uller``, ``Garc´ıa``, ``Universita¨ t``."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_COMBINING = {
    "¨": "\u0308",
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "ˇ": "\u030c",
}
"""The accents that stand beside letters, each with the character that combines with the letter before it."""

_SPACING = {combining: accent for accent, combining in _COMBINING.items()}

_BASES = {"¨": "aouei", "´": "eaouıyi", "`": "aeiou", "ˆ": "aeiouı", "˜": "nao", "¸": "cs", "ˇ": "sczrnedt"}
"""The letters that have each accent."""

_LIKELIEST = {"¨": "aou", "˜": "n"}
"""Those of them that nearly always have it."""

_QUOTES = "´`"
"""The accents that people also write for quotation marks and apostrophes."""

_ACCENT = re.compile(
    rf"(?P<word>[^\W\d_]{{0,20}}+)(?P<left>\s?)(?P<accent>[{''.join(_COMBINING)}]|\s[{''.join(_SPACING)}])(?P<right>\s?)"
    r"(?P<next>[^\W\d_]?)"
)
_WHOLE_WORD = re.compile(
    r".*(?:en?|e[rsm]|und|ung|[hk]eit|ion|al|iv)|[Ii][mn]|[Vv]on|[Zz]u[rm]?|[Dd]as|la|y", re.DOTALL
)
_NEW_WORD = re.compile(r"(?:uber|offent|okonom|okolog|ahnlich|alter|arzt|asthet|osterr)")
"""A word before an accent that belongs to the next word, and the beginnings of such words: ``die ¨alteren``, ``Bericht
¨uber``, but ``Universit ¨at``.
"""

_QUOTED = re.compile(r"(?<![^\s(])[´`][^\W_][^´`]{3,300}´(?!\w)")
"""A quotation between such accents."""

_APOSTROPHE = re.compile(r"[ldLD]|[Qq]u")
"""The letters before an accent that was typed for an apostrophe: ``l´organisation``."""

_LONGEST_BEGINNING = 3
"""The most letters up to an accent that also ends words, if a space after it is the PDF's: ``The´ orie``, but
``socie´te´ moderne``.
"""


_LETTER_ALONE = re.compile(r"[b-df-hj-np-tv-xz](?![^\W\d_])")
"""A letter that is no word: ``Rube ´ n``."""


class _Beside(NamedTuple):
    """An accent between two letters: itself, and the letters that may have it."""

    match: re.Match[str]
    accent: str
    before: str
    after: str

    @property
    def is_doubtful(self) -> bool:
        return bool(self.before and self.after)


def misplaced_accents(raw: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a string in which an accent stands beside its letter, and what is meant. Linear in its length.

    An accent belongs to the letter before or after it that has such accents; if both have, to the one on the side on
    which the string's other accents have theirs.

    >>> list(misplaced_accents("Mu¨ller, Garc´ıa")), list(misplaced_accents("Durkheim´s l´organisation"))
    ([(1, 3, 'ü'), (13, 15, 'í')], [])
    """
    is_quoted = _QUOTED.search(raw) is not None
    found = [one for match in _ACCENT.finditer(raw) if (one := _beside(match, is_quoted=is_quoted))]
    clear = [bool(one.after) for one in found if not one.is_doubtful]
    comes_first = 2 * sum(clear) > len(clear)
    is_close = any(one.after and one.match["word"] and not one.match["left"] for one in found)
    for one in found:
        yield _composed(one, comes_first=comes_first, is_close=is_close)


def _beside(match: re.Match[str], *, is_quoted: bool) -> _Beside | None:
    accent = match["accent"].strip()
    accent = _SPACING.get(accent, accent)
    bases, likeliest = _BASES[accent], _LIKELIEST.get(accent, "ı")
    before, after = match["word"][-1:], match["next"]
    is_apart = bool(match["left"] and (match["right"] or not after))  # "Universita ¨ t"
    if is_apart and after.isupper() and after.lower() in bases:
        before = ""  # "zu ¨ Uberlegungen"
    before = before if before and before.lower() in bases and (is_apart or not match["left"]) else ""
    after = after if after and after.lower() in bases and not (match["right"] and (before or accent in _QUOTES)) else ""
    if accent in _QUOTES and (is_quoted or (not (before and is_apart) and _is_apostrophe(match, after))):
        return None
    if before and after and (before.lower() in likeliest) != (after.lower() in likeliest):
        before, after = (before, "") if before.lower() in likeliest else ("", after)
    return _Beside(match, accent, before, after) if before or after else None


def _is_apostrophe(match: re.Match[str], after: str) -> bool:
    """Whether it may have been typed for an apostrophe or a quotation mark; before an É, it was not: ``´Emile``."""
    if match["left"] or not match["word"]:
        return after != "E"
    return _APOSTROPHE.fullmatch(match["word"]) is not None


def _composed(one: _Beside, *, comes_first: bool, is_close: bool) -> tuple[int, int, str]:
    match = one.match
    if one.before and not (one.after and comes_first):
        end = match.end("right") if _goes_on(one) else match.end("accent")
        return match.start("word") + len(match["word"]) - 1, end, _letter(one.before, one.accent)
    is_first = is_close or (one.after.isupper() and match["word"][-1:].islower()) or _begins_word(match)
    start = match.end("left") if is_first or not match["word"] else match.start("left")
    space = " " if is_first and match["accent"][0].isspace() else ""  # "der ̈Uberblick"
    return start, match.end(), space + _letter(one.after, one.accent)


def _begins_word(match: re.Match[str]) -> bool:
    """Whether the space before an accent is that between two words."""
    return bool(_WHOLE_WORD.fullmatch(match["word"]) or _NEW_WORD.match(match.string, match.end() - 1))


def _goes_on(one: _Beside) -> bool:
    """Whether the space after an accent is within a word: ``fu¨ r``."""
    after, word = one.match["next"], one.match["word"]
    if not one.match["right"] or not after.islower():
        return False
    is_beginning = one.match.string[: one.match.start()][-1:].strip() == "" and len(word) <= _LONGEST_BEGINNING
    return (
        is_beginning
        or one.accent not in "´`ˆ"
        or _LETTER_ALONE.match(one.match.string, one.match.end() - 1) is not None
    )


def _letter(base: str, accent: str) -> str:
    return unicodedata.normalize("NFC", base.replace("ı", "i") + _COMBINING[accent])

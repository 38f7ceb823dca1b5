"""Words without case, accents, markup and punctuation, in any script: what comparisons look at."""

import html
import re
import unicodedata
from collections.abc import Sequence

from reflist.grammar.keys import INSIGNIFICANT, TRANSLITERATED
from reflist.value import remembered

LONGEST = 600
"""How many characters of a text are looked at: longer titles tell no more, and cost time."""

FEWEST = 3
"""How many consonants at most are too few to stand for a text."""

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_NO_WORD = re.compile(r"[\W_]+")
_PLAIN = frozenset("&<'`")
"""The marks that need a closer look, in a text of ASCII."""

_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """The words of a text in lower case, without accents, parted by single spaces.

    >>> fold("Children&amp;s <i>L’État</i> – Ørsted's")
    'children s letat orsteds'
    """
    text = text[:LONGEST]
    if text.isascii() and _PLAIN.isdisjoint(text):
        return " ".join(text.lower().translate(_SPACED).split())
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _MARKUP.sub("", text)
    if not text.isascii():
        flat = unicodedata.normalize("NFKD", text.translate(TRANSLITERATED))
        text = "".join(c for c in flat if not unicodedata.combining(c)) if flat != text else text
    return _NO_WORD.sub(" ", _APOSTROPHES.sub("", text).casefold()).strip()


folded = remembered(fold, 20_000)
"""The same, of what comes again and again: names, journals."""


def squeezed(text: str) -> str:
    """A folded text without its spaces, so that ``co-production`` and ``coproduction`` are one."""
    return text.replace(" ", "")


_VOWELS = str.maketrans("", "", "aeiouy ")
_DOUBLED = re.compile(r"(.)(?=\1)")


def skeleton(text: str) -> str:
    """The consonants of a folded text, doubled ones once: what most misprints leave as it is. All of it if it has few.

    >>> skeleton("secure bufering") == skeleton("secure buffering"), skeleton("io")
    (True, 'io')
    """
    bones = _DOUBLED.sub("", text.translate(_VOWELS))
    return bones if len(bones) > FEWEST else squeezed(text)


def _bones(word: str) -> str:
    return _DOUBLED.sub("", word.translate(_VOWELS))


_bones_of = remembered(_bones, 20_000)


def bones(words: Sequence[str]) -> str:
    """The consonants of folded words, as in a `skeleton`, each word by itself: words come again and again."""
    found = "".join(map(_bones_of, words))
    return found if len(found) > FEWEST else "".join(words)


def exchanged(one: str, other: str) -> bool:
    """Whether two words are the same but for two neighbouring letters that have changed places."""
    if len(one) != len(other) or len(one) < FEWEST or one == other:
        return False
    at = next(at for at, letter in enumerate(one) if letter != other[at])
    return one[at : at + 2] == other[at + 1 : at - 1 if at else None : -1] and one[at + 2 :] == other[at + 2 :]


def significant(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say something; all of them where none does."""
    return tuple(word for word in words if word not in INSIGNIFICANT) or words

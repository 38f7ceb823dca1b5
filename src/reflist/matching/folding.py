"""Folding texts for comparison: words without case, accents, markup and punctuation, in any script."""

import html
import re
import unicodedata
from collections.abc import Sequence

from reflist.grammar.keys import INSIGNIFICANT, TRANSLITERATED
from reflist.value import remembered

LONGEST = 600
"""How many characters of a text are used: more of a title adds no information and costs time."""

FEWEST = 3
"""The largest number of consonants that is too small to represent a text."""

SMALL_WORDS = INSIGNIFICANT | {"fur", "fuer"}
"""Words without meaning of their own, folded (without accents)."""

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_MARKUP = re.compile(
    r"</?(?:[abipqsu]|em|strong|su[bp]|inf|ovl|tt|br|span|font|small|sc|scp|italic|bold|underline|monospace|title|div|h\d"
    r"|[a-z]{2,6}:[a-z-]+)(?:\s[^<>]{0,60})?/?>",
    re.IGNORECASE,
)
"""Tags of HTML and JATS, also as databases distort them; other words in angle brackets are kept, such as ``<n>``."""

_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_NO_WORD = re.compile(r"[\W_]+")
CYRILLIC = dict(
    pair.split("=")
    for pair in """а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts
    ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=ie ґ=g ў=u ј=j ђ=dj љ=lj њ=nj ћ=c џ=dz""".split()
)
"""Cyrillic letters as most Western databases write them (BGN/PCGN romanization), without hard and soft signs."""

_LATIN = {**TRANSLITERATED, **str.maketrans(CYRILLIC), **str.maketrans({a.upper(): b for a, b in CYRILLIC.items()})}
_PLAIN = frozenset("&<'`")
"""Characters for which an ASCII text needs more than a plain translation."""

_SPACED = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
"""The folded form of each ASCII character; translating bytes takes a third of the time of translating a string."""


def fold(text: str) -> str:
    """The words of a text in lower case, without accents, separated by single spaces.

    >>> fold("Children&amp;s <i>L’État</i> – Ørsted's")
    'children s letat orsteds'
    """
    return " ".join(fold_words(text))


def fold_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents."""
    text = text[:LONGEST]
    if text.isascii() and _PLAIN.isdisjoint(text):
        return text.encode().translate(_SPACED).decode().split()
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _MARKUP.sub("", text)
    if not text.isascii():
        flat = unicodedata.normalize("NFKD", text.translate(_LATIN))
        text = _without_accents(flat) if flat != text else text
    return _NO_WORD.sub(" ", _APOSTROPHES.sub("", text).casefold()).split()


def in_other_scripts(one: str, other: str) -> bool:
    """Whether only one of two folded texts has Latin letters, so that they cannot be compared.

    >>> in_other_scripts("wang", "王"), in_other_scripts("petrov", fold("Петров")), in_other_scripts("王", "李")
    (True, False, False)
    """
    return (_LETTER.search(one) is None) != (_LETTER.search(other) is None)


_LETTER = re.compile("[a-z]")


def _without_accents(flat: str) -> str:
    """A decomposed text without its accents: first the Latin ones, the usual case, which are quick to remove."""
    plain = _ACCENTS.sub("", flat)
    return plain if plain.isascii() else "".join([c for c in plain if not unicodedata.combining(c)])


folded = remembered(fold, 20_000)
"""Cached `fold`, for texts that recur often: names and journals."""


def squeezed(text: str) -> str:
    """A folded text without its spaces, so that ``co-production`` and ``coproduction`` are equal."""
    return text.replace(" ", "")


_VOWELS = b"aeiouy "
_WITHOUT_VOWELS = str.maketrans("", "", _VOWELS.decode())
_DOUBLED = re.compile(r"(.)(?=\1)")


def _consonants(text: str) -> str:
    """A folded text without vowels and with doubled letters reduced to one."""
    if text.isascii():
        return _DOUBLED.sub("", text.encode().translate(None, _VOWELS).decode())
    return _DOUBLED.sub("", text.translate(_WITHOUT_VOWELS))


def skeleton(text: str) -> str:
    """The consonants of a folded text, doubled ones once, which most misprints do not change; all of it if few.

    >>> skeleton("secure bufering") == skeleton("secure buffering"), skeleton("io")
    (True, 'io')
    """
    consonants = _consonants(text)
    return consonants if len(consonants) > FEWEST else squeezed(text)


word_skeleton = remembered(_consonants, 20_000)
"""The consonants of a folded word, cached because words recur often."""


def word_skeletons(words: Sequence[str]) -> str:
    """The consonants of folded words, as in a `skeleton`, but taken word by word."""
    found = "".join(map(word_skeleton, words))
    return found if len(found) > FEWEST else "".join(words)


def exchanged(one: str, other: str) -> bool:
    """Whether two words differ only in two neighbouring letters that are swapped."""
    if len(one) != len(other) or len(one) < FEWEST or one == other:
        return False
    at = next(at for at, letter in enumerate(one) if letter != other[at])
    return one[at : at + 2] == other[at + 1 : at - 1 if at else None : -1] and one[at + 2 :] == other[at + 2 :]


def looks_like(one: str, other: str) -> bool:
    """Whether two words look the same in print, so that OCR may confuse them: ``system``, ``systern``."""
    if abs(len(one) - len(other)) > 2 or one.isascii() != other.isascii():
        return False
    mine, theirs = (_SHAPES.sub(_shape, word) for word in (one, other))
    return mine == theirs


_SHAPES = re.compile("rn|vv|cl|[01bil]")
_SHAPE_OF = {"rn": "m", "vv": "w", "cl": "d", "b": "h", "0": "o", "1": "|", "i": "|", "l": "|"}


def _shape(found: re.Match[str]) -> str:
    return _SHAPE_OF[found[0]]


def significant(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are not small words; all words if there are no others."""
    return tuple([word for word in words if word not in SMALL_WORDS]) or words

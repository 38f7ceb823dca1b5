"""The order of words in a bibliography: by base letters, then accents, then case; the same on every machine.

No Python package has locale collation, so this follows the levels of the Unicode Collation Algorithm, using Unicode's
own decompositions and a table of letters that some languages sort as letters of their own. A comma ends a part of a
name, and a shorter part sorts before a longer one: "Smith, Z." comes before "Smith Jones, A.". Hyphens and apostrophes
are ignored.
"""

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

SortKey = tuple[str, str, str]
"""The three levels of comparison: base letters, accents, case."""

AFTER_Z = {
    "da": "æøå",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "sv": "åäö",
    "fi": "åäö",
    "et": "õäöü",
    "is": "þæö",
}
"""Letters that sort after z, in order, by language."""

AFTER_BASE = {
    "es": {"ñ": "n"},
    "gl": {"ñ": "n"},
    "pl": {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s"},
    "cs": {"č": "c", "ř": "r", "š": "s", "ž": "z"},
    "sk": {"č": "c", "ď": "d", "ľ": "l", "š": "s", "ž": "z"},
    "hr": {"č": "c", "š": "s", "ž": "z"},
    "sl": {"č": "c", "š": "s", "ž": "z"},
    "lt": {"č": "c", "š": "s", "ž": "z"},
    "tr": {"ç": "c", "ğ": "g", "ö": "o", "ş": "s", "ü": "u"},
    "hu": {"ö": "o", "ü": "u"},
}
"""Letters that sort after another letter as letters of their own, by language."""

CYRILLIC, GREEK, HEBREW, ARABIC = ("Ѐ", "ԯ"), ("Ͱ", "῿"), ("\u0590", "\u05ff"), ("\u0600", "\u06ff")
FIRST_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"), CYRILLIC),
    "el": GREEK,
    "he": HEBREW,
    **dict.fromkeys(("ar", "fa", "ur"), ARABIC),
}
"""The first and last letter of the script that sorts before Latin, by language (CLDR, "Collation Reordering")."""

WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŋ": "n"}
)
"""The base letters of letters that Unicode does not decompose."""

IGNORED = dict.fromkeys(map(ord, "-‐‑'’‘ʼʻ`´"))
"""Ignored characters: hyphens and apostrophes."""

PART_END = "\x01"
"""Stands for a comma; sorts before a space."""

LAST = "\U0010fffe"
"""Sorts after every letter."""

FIRST = "A"
"""Sorts after every digit and before every letter, since keys are in lower case."""


class _Letters(dict[int, str]):
    """A table for `str.translate` whose entries are computed when first needed."""

    def __init__(self, written: Callable[[str], str], known: Mapping[int, str] | None = None) -> None:
        super().__init__(known or {})
        self._written = written

    def __missing__(self, code: int) -> str:
        written = self[code] = self._written(chr(code))
        return written


@lru_cache(maxsize=4096)
def sort_key(text: str, language: str = "en") -> SortKey:
    """The key by which a text sorts in a language ("en", "sv")."""
    if text.isascii():  # no accents and no special letters of a language
        folded = text.lower().translate(IGNORED)
        return _words(folded), folded, text.swapcase()
    folded = unicodedata.normalize("NFC", text).lower().translate(IGNORED)
    own = _own_letters(language)
    accents = "".join(character for character in folded if character not in own) if own else folded
    return _words(folded.translate(_bases(language))), accents, text.swapcase()


def _words(text: str) -> str:
    """Letters and digits, with one space between words, and the ends of name parts."""
    words = text.translate(_WORDS)
    while "  " in words:
        words = words.replace("  ", " ")
    return words.replace(f" {PART_END}", PART_END).replace(f"{PART_END} ", PART_END).strip(" ")


_WORDS = _Letters(
    lambda character: character if character.isalnum() or character == LAST else " ", {ord(","): PART_END}
)


@lru_cache(maxsize=64)
def _bases(language: str) -> _Letters:
    """The base letters of each character in a language."""
    own = _own_letters(language)
    first, last = FIRST_SCRIPTS.get(language, (LAST, LAST))

    def written(character: str) -> str:
        return FIRST + _base(character) if first <= character <= last else _base(character)

    return _Letters(written, {ord(letter): base for letter, base in own.items()})


def _base(character: str) -> str:
    letters = unicodedata.normalize("NFKD", character.translate(WITHOUT_DECOMPOSITION))
    return "".join(part for part in letters if not unicodedata.combining(part))


@lru_cache(maxsize=64)
def _own_letters(language: str) -> dict[str, str]:
    after_z = {letter: f"z{LAST}{index}" for index, letter in enumerate(AFTER_Z.get(language, ""))}
    return after_z | {letter: base + LAST for letter, base in AFTER_BASE.get(language, {}).items()}

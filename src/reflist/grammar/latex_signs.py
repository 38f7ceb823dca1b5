"""How single characters are written in LaTeX: those with a special meaning, and letters with accents."""

import re
import unicodedata
from collections.abc import Mapping

from reflist.grammar.latex_tables import ACCENTS, ESCAPED, LETTERS, LIGATURES, SIGNS
from reflist.late import late
from reflist.value import any_in

_ACCENT_OF = {mark: command for command, mark in ACCENTS.items()}
_LAST_COMMON = "\u017f"  # the end of Latin Extended-A


def _special_character(letter: str) -> str | None:
    """The letter as a BibTeX special character; None if it has none that all programs read."""
    base, *accents = list(unicodedata.normalize("NFD", letter))
    if letter > _LAST_COMMON or len(accents) != 1 or accents[0] not in _ACCENT_OF or not base.isascii():
        return None
    command = _ACCENT_OF[accents[0]]
    return f"{{\\{command}{' ' * command.isalpha()}{base}}}"


_SIGNS = {
    **{sign: f"{{\\{command}}}" for command, sign in SIGNS.items()},
    **{sign: f"\\{sign}" for sign in ESCAPED},
    **{sign: written for written, sign in LIGATURES.items()},
}
_LETTERS = {
    **{c: written for c in map(chr, range(0xC0, ord(_LAST_COMMON) + 1)) if (written := _special_character(c))},
    **{letter: f"{{\\{command}}}" for command, letter in LETTERS.items() if letter != "ȷ"},
}


_IN_COMMANDS = ("\\", "{", "}")
"""Characters that occur in the commands for others."""


class Signs:
    """How characters are written, each by itself.

    ASCII text is searched for one character after the other, which Python does several times as fast as for a set.
    """

    def __init__(self, by_sign: Mapping[str, str]) -> None:
        self.by_sign = by_sign
        self.changed = late("[" + re.escape("".join(by_sign)) + "]")
        self.of_ascii = tuple(filter(str.isascii, by_sign))
        self.alone = [(sign, by_sign[sign]) for sign in self.of_ascii if sign not in _IN_COMMANDS]

    def changes(self, plain: str) -> bool:
        """Whether some character of a text is written differently."""
        return any_in(self.of_ascii, plain) if plain.isascii() else self.changed.search(plain) is not None

    def written(self, plain: str) -> str:
        """The text with all characters as written. They are few, so a search is faster than `str.translate`."""
        if not plain.isascii() or any_in(_IN_COMMANDS, plain):
            return self.changed.sub(self._written, plain)
        for sign, written in self.alone:
            if sign in plain:
                plain = plain.replace(sign, written)
        return plain

    def _written(self, found: re.Match[str]) -> str:
        return self.by_sign[found[0]]


UNICODE = Signs(_SIGNS)
"""For programs that know Unicode: only characters with a special meaning in LaTeX."""

COMMON = Signs(_SIGNS | _LETTERS)
"""For all programs: also the letters that programs without Unicode know as commands."""

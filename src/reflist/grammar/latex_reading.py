r"""The tokens of LaTeX in fields of BibTeX files, and the text that they are read as."""

import re
import unicodedata
from functools import lru_cache

from reflist.grammar import latex_mathematics as mathematics
from reflist.grammar.latex_tables import (
    ACCENTS,
    DECLARING,
    LATER_LETTERS,
    LATER_SIGNS,
    LETTERS,
    LIGATURES,
    MARKING,
    SIGNS,
    SILENT,
    SPACES,
    TAGS,
)
from reflist.late import late
from reflist.text import Mark, Span, Text

_DEEPEST = 8
"""How many times a stretch can have the same mark; only a malicious file has more."""

_SYMBOL_ACCENTS = re.escape("".join(accent for accent in ACCENTS if not accent.isalpha()))
_LETTER_ACCENTS = "".join(accent for accent in ACCENTS if accent.isalpha())
_BASES = "|".join(sorted((*LETTERS, "dh", "th"), key=len, reverse=True))
_LETTER = rf"(?:[^\W\d_]|\\(?:{_BASES})(?![A-Za-z])\s*+)"
_ACCENT = rf"\\(?:[{_SYMBOL_ACCENTS}]\s*+|[{_LETTER_ACCENTS}](?:\s++|(?=[{{\\])))"


def _accented(letter: str, name: str) -> str:
    """A pattern of one accent on a letter: with braces around both, around the letter, or none."""
    return (
        rf"(?P<around_{name}>\{{\s*)?{_ACCENT}(?P<within_{name}>\{{\s*)?{letter}"
        rf"(?(within_{name})\s*\}})(?(around_{name})\s*\}})"
    )


_SPECIAL = _accented(rf"(?:{_accented(_LETTER, 'second')}|{_LETTER})", "first")
CITING = r"\\[A-Za-z]{0,16}cite[A-Za-z]{0,16}+\*?(?:\[[^][{}\\$%#&~]*+\]){0,2}\{[\w.:;,/+ -]++\}"
"""A command that cites: the only kind of command that is written as a command again."""
_ADDRESS_ESCAPES = late(r"\\([_%#&~$-])(?:\{\})?")
_TOKEN = late(
    r"(?=[\\{}$~`'-])(?:"
    rf"(?P<special>{_SPECIAL})"
    r"|\{\\(?P<sign>[A-Za-z]+)\}"
    r"|\\(?:url|nolinkurl|path)\s*\{(?P<address>[^{}]*+)\}"
    r"|\\href\s*\{(?P<target>[^{}]*+)\}\s*+(?=\{)"
    rf"|(?P<citing>{CITING})"
    r"|\\(?P<command>[A-Za-z]+)(?:\s*(?P<brace>\{)|\s+|(?![A-Za-z]))"
    r"|\\(?P<bare_accent>[~^])\{\}"
    r"|\\(?P<escaped>[^A-Za-z])"
    r"|\$(?P<math>(?:[^$\\]|\\.)++)\$"
    r"|(?P<ligature>---|--|``|''|~)"
    r"|(?P<empty>\{\})"
    r"|(?P<open>\{)|(?P<close>\}))"
)
_SIMPLE = late(
    r"(?=[\\{~`'-])(?:"
    rf"(?P<special>{_SPECIAL})"
    r"|\{\\(?P<sign>[A-Za-z]+)\}"
    r"|\\(?P<command>[A-Za-z]+)(?:\{\}|\s++(?!\{)|(?![A-Za-z\s{]))"
    r"|\\(?P<escaped>[&%#_])"
    r"|(?P<ligature>---|--|``|\'\'|~)"
    r"|\{\})"
)
"""The tokens whose meaning does not depend on the text around them."""
_PARTS_OF_SPECIAL = re.compile(rf"\\([{_SYMBOL_ACCENTS}]|[{_LETTER_ACCENTS}](?![A-Za-z]))|\\([A-Za-z]+)|([^\W\d_])")
_READ_LETTERS = LETTERS | LATER_LETTERS
_READ_SIGNS = _READ_LETTERS | SIGNS | LATER_SIGNS


_TAGGED = late(rf"<({'|'.join(TAGS)})>((?>(?:[^<]++|(?!</?\1>)<)*))</\1>", re.IGNORECASE | re.DOTALL)
_TAGS_WITHIN = 4
"""How many levels of tags are read; only a malicious file has more."""
_FOR_SORTING = late(r"\\(?:[Nn]oop[Ss]ort|[Ss]ort[Nn]oop)\s*\{[^{}]*\}")
"""What only serves sorting and is not printed (Patashnik, "BibTeXing", 4): ``{\\noopsort{1973a}}1981``."""
_IN_BRACES = r"\{((?>(?:[^{}$]++|\{[^{}$]*+\})+))\}"
_ENSURED = late(rf"\\[\\$]|\$(?:[^$\\]|\\.)*+\$|\{{\\ensuremath\s*+{_IN_BRACES}\}}|\\ensuremath\s*+{_IN_BRACES}")
"""Mathematics without dollars around it; or what has a dollar already, which is skipped."""


def _commanded(latex: str) -> str:
    """LaTeX in which HTML tags, left by databases, are replaced by LaTeX commands."""
    for _ in range(_TAGS_WITHIN):
        replaced = _TAGGED.sub(_as_command, latex)
        if replaced == latex:
            break
        latex = replaced
    return latex


def _as_command(found: re.Match[str]) -> str:
    return f"\\{TAGS[found[1].lower()]}{{{found[2]}}}" if mathematics.balanced(found[2]) else found[0]


def reading(latex: str) -> "Reading":
    """The result of reading LaTeX token by token."""
    if "</" in latex:
        latex = _commanded(latex)
    if "oop" in latex:
        latex = _FOR_SORTING.sub("", latex)
    if "\\ensuremath" in latex:
        latex = _ENSURED.sub(lambda found: f"${found[1] or found[2]}$" if found[1] or found[2] else found[0], latex)
    read, at = Reading(), 0
    for token in _TOKEN.finditer(latex):
        read.add(latex[at : token.start()])
        read.take(token)
        at = token.end()
    read.add(latex[at:])
    read.end()
    return read


def spelled_out(latex: str) -> str:
    """LaTeX with the simple tokens replaced by their text; others stay."""
    return _SIMPLE.sub(lambda found: _sign(found[0]), latex)


@lru_cache(maxsize=4096)
def _sign(token: str) -> str:
    """The text of a simple token; the token itself if it is unknown or not that simple."""
    found = _SIMPLE.fullmatch(token)
    assert found is not None
    if found["special"]:
        return _compose(token)
    name = found["sign"] or found["command"]
    if name:
        return "" if name in DECLARING or name in SILENT else _READ_SIGNS.get(name, token)
    return found["escaped"] or LIGATURES.get(token, "")


class Reading:
    """What was read so far, and the open groups: where each began, its mark, and the text to be added after it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.braced: list[tuple[int, int]] = []
        self.groups: list[tuple[int, Mark | None, str]] = []
        self.target = ""  # the address of a link whose text comes next
        self.inner: tuple[int, int] | None = None  # the group of plain braces that was closed last

    @property
    def plain(self) -> str:
        """The characters without marks."""
        return "".join(self.pieces)

    @property
    def text(self) -> Text:
        """The characters with their marks."""
        return Text(self.plain, reversed(self.spans))

    def _since(self, start: int) -> str:
        """The characters from an offset on."""
        length, found = self.length, list[str]()
        while length > start:
            found.append(self.pieces[-1 - len(found)])
            length -= len(found[-1])
        return "".join(reversed(found))

    def end(self) -> None:
        """Finish: close the open groups, and add the addresses of links whose text was not closed."""
        while self.groups:
            after = self.groups.pop()[2]
            self.add(after if after.startswith(" (") else "")

    def add(self, text: str) -> None:
        """Add plain characters."""
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.inner = None

    def take(self, token: re.Match[str]) -> None:
        """Read a token of LaTeX."""
        kind = token.lastgroup
        target, self.target = self.target, ""
        if kind == "close":
            self._close()
        elif kind == "open":
            self.groups.append((self.length, None, f" ({target})" if target else ""))
        elif kind == "address":
            self.add(_address(token["address"]))
        elif kind == "target":
            self.target = _address(token["target"])
        elif kind in ("command", "brace"):
            self._command(token["command"], token["brace"], token[0])
        elif kind == "special":
            self.add(_compose(token[0]))
        elif kind == "math":
            self._mathematics(token["math"])
        elif kind == "sign":
            self._sign(token["sign"], token[0])
        else:
            escaped = token["escaped"] or token["bare_accent"] or ""
            self.add(token["citing"] or SPACES.get(escaped, escaped) or LIGATURES.get(token["ligature"] or "", ""))

    def _mathematics(self, written: str) -> None:
        """Add what is between dollars: text with marks, or as it is written."""
        as_it_is = mathematics.Piece(written.removeprefix(mathematics.AS_IT_IS) or written, Mark.MATH)
        for text, mark in mathematics.read(written) or [as_it_is]:
            if mark in (Mark.SUP, Mark.SUB) and not text.isascii():
                self.spans.append(Span(self.length, self.length + len(text), Mark.MATH))
            if mark:
                self.spans.append(Span(self.length, self.length + len(text), mark))
            self.add(text)

    def _sign(self, name: str, written: str) -> None:
        if name in DECLARING or name in SILENT:
            return
        self.add(_READ_SIGNS.get(name) or written)

    def _command(self, name: str, brace: str | None, written: str) -> None:
        if brace and name in MARKING:
            self.groups.append((self.length, MARKING[name], ""))
        elif name in DECLARING and self.groups and self.groups[-1][:2] == (self.length, None):
            self.groups[-1] = (self.length, DECLARING[name], "")
        elif name in SILENT or name in DECLARING:
            self._open(brace)
        elif name in _READ_SIGNS:
            self.add(_READ_SIGNS[name])
            self._open(brace)
        else:
            self.add(written)
            if brace:
                self.groups.append((self.length, None, "}"))

    def _open(self, brace: str | None) -> None:
        if brace:
            self.groups.append((self.length, None, ""))

    def _close(self) -> None:
        if not self.groups:
            return
        start, mark, after = self.groups.pop()
        if after:  # the argument of an unknown command, or the text of a link, which may be its address
            self.add(after if len(after) != self.length - start + 3 or after[2:-1] != self._since(start) else "")
            return
        here = (start, self.length)
        if mark is None and self.inner == here:
            mark = Mark.NO_CASE
            if self.braced and self.braced[-1] == here:
                self.braced.pop()
        if mark is None:
            self.braced.append(here)
        elif start < here[1] and self.spans[-_DEEPEST:].count(Span(*here, mark)) < _DEEPEST:
            self.spans.append(Span(*here, mark))
        self.inner = None if mark else here


def _address(written: str) -> str:
    """A web address, in which most characters have no special meaning in LaTeX."""
    return _ADDRESS_ESCAPES.sub(r"\1", written).strip()


def _compose(special: str) -> str:
    """A letter with its accents as one character, if there is such a character."""
    accents: list[str] = []
    base = ""
    for accent, command, letter in _PARTS_OF_SPECIAL.findall(special):
        if accent:
            accents.append(ACCENTS[accent])
        else:
            base = letter or (command if command in ("i", "j") else _READ_LETTERS[command])
    return unicodedata.normalize("NFC", base + "".join(reversed(accents)))

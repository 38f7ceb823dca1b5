r"""Text in LaTeX, as the fields of BibTeX files hold it.

Letters with accents are written as BibTeX's "special characters" (``{\'e}``), which BibTeX sorts, abbreviates and
changes in case rightly; bytes of UTF-8 it would cut in two. That goes for the letters of Latin-1 and Latin
Extended-A, which all readers know; others, and typographic single quotes (in LaTeX one sign with the apostrophe),
stand as they are.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from reflist.text import Mark, Span, Text

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
"""LaTeX's accent commands and the combining marks they stand for."""

LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ",
}  # fmt: skip
"""Commands for letters that every LaTeX and BibTeX knows."""

SIGNS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|",
}  # fmt: skip
"""Commands for signs that LaTeX gives a meaning of their own."""

ESCAPED = "&%$#_{}"
"""Signs that a backslash before them makes plain."""

LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0"}
"""What LaTeX writes with several ASCII characters, or another one."""

MARKS = {
    Mark.ITALIC: ("\\emph{", "}"),
    Mark.BOLD: ("\\textbf{", "}"),
    Mark.SUP: ("\\textsuperscript{", "}"),
    Mark.SUB: ("\\textsubscript{", "}"),
    Mark.SMALL_CAPS: ("\\textsc{", "}"),
    Mark.NO_CASE: ("{{", "}}"),
    Mark.MATH: ("$", "$"),
    Mark.QUOTE: ("``", "''"),
}
"""What opens and closes a mark. One pair of braces protects capitals by our rule for titles, two say no-case."""

_ACCENT_OF = {mark: command for command, mark in ACCENTS.items()}
_LAST_COMMON = "\u017f"  # the end of Latin Extended-A


def _special_character(letter: str) -> str | None:
    """The letter as a BibTeX special character; None where not all readers know one."""
    base, *accents = list(unicodedata.normalize("NFD", letter))
    if letter > _LAST_COMMON or len(accents) != 1 or accents[0] not in _ACCENT_OF or not base.isascii():
        return None
    command = _ACCENT_OF[accents[0]]
    return f"{{\\{command}{' ' * command.isalpha()}{base}}}"


_WRITTEN = {
    **{c: written for c in map(chr, range(0xC0, ord(_LAST_COMMON) + 1)) if (written := _special_character(c))},
    **{letter: f"{{\\{command}}}" for command, letter in LETTERS.items() if letter != "ȷ"},
    **{sign: f"{{\\{command}}}" for command, sign in SIGNS.items()},
    **{sign: f"\\{sign}" for sign in ESCAPED},
    **{sign: written for written, sign in LIGATURES.items()},
}
_TABLE = str.maketrans(_WRITTEN)
_DELICATE = re.compile(r"[{}`]|[-–—'“”]{2}|[?!]“")
"""Signs whose writing depends on what stands around them."""


def write(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    r"""The text in LaTeX; the stretches ``plain[start:end]`` that are protected from changes of case stand in braces.

    >>> write(Text("Children’s rights – 50% in Łódź"))
    "Children’s rights -- 50\\% in {\\L}{\\'o}d{\\'z}"
    """
    plain = text.plain
    if not text.spans and not _DELICATE.search(plain):
        return _write_plainly(plain, protected)
    spans = [span for span in text.spans if span.mark is not Mark.MATH or _balanced(plain[span.start : span.end])]
    raw = {at for span in spans if span.mark is Mark.MATH for at in range(span.start, span.end)}
    pieces = [sign if at in raw else _WRITTEN.get(sign, sign) for at, sign in enumerate(plain)]
    if not _balanced("".join(sign for at, sign in enumerate(plain) if at not in raw)):
        pieces = [{"\\{": "{\\textbraceleft}", "\\}": "{\\textbraceright}"}.get(piece, piece) for piece in pieces]
    for at in range(len(pieces) - 1, 0, -1):
        if _run_together(pieces[at - 1], pieces[at]):
            pieces[at] = "{}" + pieces[at]
    for start, end in _cut(protected, spans):
        if not any(map(str.isupper, plain[start:end])):
            continue  # a stretch was cut at marks, and there is nothing to protect in this part of it
        pieces[start] = "{" + pieces[start]
        pieces[end - 1] += "}"
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    moved = [Span(offsets[span.start], offsets[span.end], span.mark) for span in spans]
    return Text("".join(pieces), moved).render(MARKS)


def _write_plainly(plain: str, protected: Sequence[tuple[int, int]]) -> str:
    """The same for a text without marks in which every sign can be written by itself: several times as fast."""
    written, at = "", 0
    for start, end in protected:
        written += f"{plain[at:start].translate(_TABLE)}{{{plain[start:end].translate(_TABLE)}}}"
        at = end
    return written + plain[at:].translate(_TABLE)


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _run_together(before: str, after: str) -> bool:
    """Whether LaTeX would read two pieces, one after the other, as another sign."""
    last, first = before[-1:], after[:1]
    return (last == first and first in ("-", "'", "`")) or (first == "`" and last in ("?", "!"))


def _cut(stretches: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches, cut wherever a mark begins or ends inside one, so that braces nest; none inside mathematics."""
    borders = sorted({border for span in spans for border in span[:2]})
    closed = [span for span in spans if span.mark in (Mark.MATH, Mark.NO_CASE)]
    result = []
    for start, end in stretches:
        inside = [start, *(border for border in borders if start < border < end), end]
        for first, last in pairwise(inside):
            if not any(span.start <= first and last <= span.end for span in closed):
                result.append((first, last))
    return result


# --- reading --------------------------------------------------------------------------------------

_MARK_OF = {
    "emph": Mark.ITALIC, "textit": Mark.ITALIC, "textsl": Mark.ITALIC, "textbf": Mark.BOLD, "textsc": Mark.SMALL_CAPS,
    "textsuperscript": Mark.SUP, "textsubscript": Mark.SUB,
}  # fmt: skip

_SYMBOL_ACCENTS = re.escape("".join(accent for accent in ACCENTS if not accent.isalpha()))
_LETTER_ACCENTS = "".join(accent for accent in ACCENTS if accent.isalpha())
_ACCENTED = (
    rf"\\(?:([{_SYMBOL_ACCENTS}])\s*|([{_LETTER_ACCENTS}])(?:\s+|(?=\{{)))"
    r"(?:\{(\\[ij]|\w)\}|(\\[ij](?![A-Za-z])|[^\W\d_]))"
)
_TOKEN = re.compile(
    rf"(?P<special>\{{{_ACCENTED}\}}|{_ACCENTED})"
    r"|\{\\(?P<sign>[A-Za-z]+)\}"
    r"|\\(?P<command>[A-Za-z]+)\s*(?P<brace>\{)?"
    r"|\\(?P<escaped>[^A-Za-z])"
    r"|\$(?P<math>(?:[^$\\]|\\.)+)\$"
    r"|(?P<ligature>---|--|``|''|~)"
    r"|(?P<empty>\{\})"
    r"|(?P<open>\{)|(?P<close>\})"
)


def read(latex: str) -> Text:
    r"""The text that LaTeX says, as far as fields of BibTeX files use it; an unknown command stays as it is.

    >>> read(r"The {UK} in \emph{Br{\'e}sil}, 1997--2007").to_csl()
    'The UK in <i>Brésil</i>, 1997–2007'
    """
    if not re.search(r"[\\{}$~`'-]", latex):
        return Text(latex)
    reading = _Reading()
    at = 0
    for token in _TOKEN.finditer(latex):
        reading.add(latex[at : token.start()])
        reading.take(token)
        at = token.end()
    reading.add(latex[at:])
    return Text(reading.plain, reversed(reading.spans))


class _Reading:
    """What was read so far, and the groups that are open: where each began, and its mark."""

    def __init__(self) -> None:
        self.plain = ""
        self.spans: list[Span] = []
        self.groups: list[tuple[int, Mark | None]] = []
        self.inner: tuple[int, int] | None = None  # the group of plain braces that was closed just now

    def add(self, text: str) -> None:
        """Plain characters."""
        if text:
            self.plain += text
            self.inner = None

    def take(self, token: re.Match[str]) -> None:
        """A token of LaTeX."""
        kind = token.lastgroup
        if kind == "close":
            self._close()
        elif kind == "open":
            self.groups.append((len(self.plain), None))
        elif kind in ("command", "brace"):
            self._command(token)
        elif token["special"]:
            accent, letter = (part for part in token.groups()[1:9] if part)
            self.add(unicodedata.normalize("NFC", letter[-1] + ACCENTS[accent]))
        elif kind == "math":
            self.spans.append(Span(len(self.plain), len(self.plain) + len(token["math"]), Mark.MATH))
            self.add(token["math"])
        elif kind == "sign":
            self.add(LETTERS.get(token["sign"]) or SIGNS.get(token["sign"]) or token[0])
        else:
            self.add(token["escaped"] or LIGATURES.get(token["ligature"] or "", ""))

    def _command(self, token: re.Match[str]) -> None:
        name = token["command"]
        if name in _MARK_OF and token["brace"]:
            self.groups.append((len(self.plain), _MARK_OF[name]))
            return
        self.add(LETTERS.get(name) or SIGNS.get(name) or token[0].rstrip("{ "))
        if token["brace"]:
            self.groups.append((len(self.plain), None))

    def _close(self) -> None:
        if not self.groups:
            return
        start, mark = self.groups.pop()
        here = (start, len(self.plain))
        if mark is None and self.inner == here:
            mark = Mark.NO_CASE
        if mark is not None and start < here[1]:
            self.spans.append(Span(*here, mark))
        self.inner = None if mark else here

r"""Text in LaTeX, as the fields of BibTeX files hold it.

Letters with accents are written as BibTeX's "special characters" (``{\'e}``), which BibTeX sorts, abbreviates and
changes in case rightly; bytes of UTF-8 it would cut in two. That goes for the letters of Latin-1 and Latin
Extended-A, which all readers know; others, and typographic single quotes (in LaTeX one sign with the apostrophe),
stand as they are.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import itemgetter

from reflist.grammar import latex_mathematics as mathematics
from reflist.grammar import titlecase
from reflist.grammar.latex_signs import COMMON, UNICODE, Signs
from reflist.grammar.latex_tables import (
    ACCENTS,
    DECLARING,
    LATER_LETTERS,
    LATER_SIGNS,
    LETTERS,
    LIGATURES,
    MARKING,
    MARKS,
    SIGNS,
    SILENT,
    SPACES,
    TAGS,
)
from reflist.late import late
from reflist.text import Mark, Span, Text
from reflist.value import any_in

_DELICATE = re.compile(r"[{}`“”–—'-](?:(?<=[{}`])|[-–—'“”]|(?<=[?!]“))")
"""Signs whose writing depends on what stands around them."""
_DELICATE_IN_ASCII = ("{", "}", "`", "--", "''", "-'", "'-")
"""The same in ASCII, where looking for each is several times as fast."""


def _is_delicate(plain: str) -> bool:
    if plain.isascii():
        return any_in(_DELICATE_IN_ASCII, plain)
    return _DELICATE.search(plain) is not None


def stands(plain: str) -> bool:
    """Whether a text without marks is the same string in LaTeX.

    >>> stands("Children’s rights in Hanoi (1997)"), stands("50% in Łódź")
    (True, False)
    """
    return not (COMMON.changes(plain) or "--" in plain or "''" in plain)


def write(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    r"""The text in LaTeX; the stretches ``plain[start:end]`` that are protected from changes of case stand in braces.

    >>> write(Text("Children’s rights – 50% in Łódź"))
    "Children’s rights -- 50\\% in {\\L}{\\'o}d{\\'z}"
    """
    return _write(text, protected, COMMON)


def write_unicode(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    r"""The same for programs that know Unicode: only signs that LaTeX gives a meaning of their own are commands.

    >>> write_unicode(Text("Children’s rights – 50% in Łódź"))
    'Children’s rights -- 50\\% in Łódź'
    """
    return _write(text, protected, UNICODE)


def _write(text: Text, protected: Sequence[tuple[int, int]], signs: Signs) -> str:
    plain = text.plain
    if not text.spans:
        if not _is_delicate(plain):
            return _write_plainly(plain, protected, signs)
        if not protected and mathematics.balanced(plain):
            return _write_runs(plain, signs)
    spans = [
        span
        for span in text.spans
        if span.mark is not Mark.MATH or mathematics.is_harmless(plain[span.start : span.end])
    ]
    raw = {
        at: sign
        for start, end, mark in spans
        if mark is Mark.MATH
        for at, sign in enumerate(mathematics.write(plain[start:end]), start)
    }
    pieces = [raw.get(at) or signs.by_sign.get(sign, sign) for at, sign in enumerate(plain)]
    if not mathematics.balanced("".join(sign for at, sign in enumerate(plain) if at not in raw)):
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


_WHITE_SPACE = re.compile(r"[ \t\r\n]+")


def on_one_line(latex: str) -> str:
    """LaTeX with one space for each stretch of white space; it is only looked for where there may be one."""
    return _WHITE_SPACE.sub(" ", latex) if "  " in latex or not latex.isprintable() else latex


def _write_plainly(plain: str, protected: Sequence[tuple[int, int]], signs: Signs) -> str:
    """The same for a text without marks in which every sign can be written by itself: several times as fast."""
    written, at = "", 0
    for start, end in protected:
        written += f"{signs.written(plain[at:start])}{{{signs.written(plain[start:end])}}}"
        at = end
    return written + signs.written(plain[at:])


_RUN = late("([-–—'“”?!]{2,})")
"""Signs of which LaTeX could read several as one."""


def _write_runs(plain: str, signs: Signs) -> str:
    """The same for a text without marks that has such signs, but nothing to protect, and braces in pairs."""
    parts = _RUN.split(plain)
    parts[::2] = list(map(signs.written, parts[::2]))
    parts[1::2] = [_apart([signs.by_sign.get(sign, sign) for sign in run]) for run in parts[1::2]]
    return "".join(parts)


def _apart(pieces: Sequence[str]) -> str:
    """Pieces of LaTeX, those that would run together with something between."""
    written = list(pieces)
    for at in range(len(pieces) - 1, 0, -1):
        if _run_together(pieces[at - 1], pieces[at]):
            written[at] = "{}" + pieces[at]
    return "".join(written)


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

_DEEPEST = 8
"""How often one stretch can be marked as the same: more often, only a hostile file says it."""

_SYMBOL_ACCENTS = re.escape("".join(accent for accent in ACCENTS if not accent.isalpha()))
_LETTER_ACCENTS = "".join(accent for accent in ACCENTS if accent.isalpha())
_BASES = "|".join(sorted((*LETTERS, "dh", "th"), key=len, reverse=True))
_LETTER = rf"(?:[^\W\d_]|\\(?:{_BASES})(?![A-Za-z])\s*+)"
_ACCENT = rf"\\(?:[{_SYMBOL_ACCENTS}]\s*+|[{_LETTER_ACCENTS}](?:\s++|(?=[{{\\])))"


def _accented(letter: str, name: str) -> str:
    """One accent on a letter, as a part of a regular expression: with braces around both, the letter, or none."""
    return (
        rf"(?P<around_{name}>\{{\s*)?{_ACCENT}(?P<within_{name}>\{{\s*)?{letter}"
        rf"(?(within_{name})\s*\}})(?(around_{name})\s*\}})"
    )


_SPECIAL = _accented(rf"(?:{_accented(_LETTER, 'second')}|{_LETTER})", "first")
_TOKEN = late(
    r"(?=[\\{}$~`'-])(?:"
    rf"(?P<special>{_SPECIAL})"
    r"|\{\\(?P<sign>[A-Za-z]+)\}"
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
"""The tokens that say the same wherever they stand."""
_PARTS_OF_SPECIAL = re.compile(rf"\\([{_SYMBOL_ACCENTS}]|[{_LETTER_ACCENTS}](?![A-Za-z]))|\\([A-Za-z]+)|([^\W\d_])")
_READ_LETTERS = LETTERS | LATER_LETTERS
_READ_SIGNS = _READ_LETTERS | SIGNS | LATER_SIGNS
_LATEX = ("\\", "{", "}", "$", "~")
_LATEX_PAIRS = (("`", "``"), ("'", "''"), ("<", "</"), ("-", "--"))
"""What tells that a text is to be read as LaTeX at all; Python looks for one sign in a tenth of the time of two."""


def is_plain(latex: str) -> bool:
    """Whether LaTeX says a text that is the same string, without marks."""
    return not (any_in(_LATEX, latex) or True in [sign in latex and pair in latex for sign, pair in _LATEX_PAIRS])


def simplified(latex: str) -> str | None:
    r"""The text that LaTeX says where that needs no marks, mathematics, or braces around words; None for any other.

    >>> simplified(r"Universit{\'e} \& {\L}{\'o}d{\'z}, 1997--2007")
    'Université & Łódź, 1997–2007'
    """
    if is_plain(latex):
        return latex
    if "$" in latex or "</" in latex:
        return None
    plain = _SIMPLE.sub(_simple, latex)
    return None if "\\" in plain or "{" in plain or "}" in plain else plain


def read(latex: str) -> Text:
    r"""The text that LaTeX says, as far as fields of BibTeX files use it; an unknown command stays as it is.

    >>> read(r"The {UK} in \emph{Br{\'e}sil}, 1997--2007").to_csl()
    'The UK in <i>Brésil</i>, 1997–2007'
    """
    plain = simplified(latex)
    return _read(latex).text if plain is None else Text(plain)


def read_plain(latex: str) -> str:
    """The same without marks."""
    plain = simplified(latex)
    return _read(latex).plain if plain is None else plain


def read_title(latex: str) -> Text:
    r"""The same for a title: where braces protect words whose capitals do not show that they are names, it is marked.

    >>> read_title(r"A {Bayesian} View of the {UK}").to_csl()
    'A <span class="nocase">Bayesian</span> View of the UK'
    """
    if (simple := simplified(latex)) is not None:
        return Text(simple)
    reading = _read(latex)
    plain = reading.plain
    braced = set(reading.braced) - {(0, len(plain)), *(span[:2] for span in reading.spans if span.mark is Mark.NO_CASE)}
    capitals = [0, *accumulate(map(str.isupper, plain))]
    capitalised = sorted((start, end) for start, end in braced if capitals[start] < capitals[end])
    if not capitalised:
        return reading.text
    shown = titlecase.protected(plain)
    marked = [Span(*stretch, Mark.NO_CASE) for stretch in capitalised if not _lies_within(stretch, shown)]
    return Text(plain, [*reading.text.spans, *marked])


def _lies_within(stretch: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the others, which stand in order and apart, holds the whole stretch."""
    before = bisect_right(others, stretch[0], key=itemgetter(0)) - 1
    return before >= 0 and stretch[1] <= others[before][1]


_TAGGED = late(rf"<({'|'.join(TAGS)})>((?:(?!</?\1>).)*+)</\1>", re.IGNORECASE | re.DOTALL)
_TAGS_WITHIN = 4
"""How deep one tag stands in others at most; more, only a hostile file has."""
_FOR_SORTING = late(r"\\(?:[Nn]oop[Ss]ort|[Ss]ort[Nn]oop)\s*\{[^{}]*\}")
"""What only sorts an entry and is not printed (Patashnik, "BibTeXing", 4): ``{\\noopsort{1973a}}1981``."""


def _commanded(latex: str) -> str:
    """LaTeX with the tags of web pages, which databases leave in it, as its own commands."""
    for _ in range(_TAGS_WITHIN):
        replaced = _TAGGED.sub(_as_command, latex)
        if replaced == latex:
            break
        latex = replaced
    return latex


def _as_command(found: re.Match[str]) -> str:
    return f"\\{TAGS[found[1].lower()]}{{{found[2]}}}" if mathematics.balanced(found[2]) else found[0]


def _read(latex: str) -> "_Reading":
    if "</" in latex:
        latex = _commanded(latex)
    if "oop" in latex:
        latex = _FOR_SORTING.sub("", latex)
    reading, at = _Reading(), 0
    for token in _TOKEN.finditer(latex):
        reading.add(latex[at : token.start()])
        reading.take(token)
        at = token.end()
    reading.add(latex[at:])
    return reading


def _simple(found: re.Match[str]) -> str:
    return _said(found[0])


@lru_cache(maxsize=4096)
def _said(token: str) -> str:
    """What one of the simple tokens says; the token itself where it is not known, or not that simple."""
    found = _SIMPLE.fullmatch(token)
    assert found is not None
    if found["special"]:
        return _compose(token)
    name = found["sign"] or found["command"]
    if name:
        return "" if name in DECLARING or name in SILENT else _READ_SIGNS.get(name, token)
    return found["escaped"] or LIGATURES.get(token, "")


class _Reading:
    """What was read so far, and the groups that are open: where each began, its mark, and what was put before it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.braced: list[tuple[int, int]] = []
        self.groups: list[tuple[int, Mark | None, bool]] = []
        self.inner: tuple[int, int] | None = None  # the group of plain braces that was closed just now

    @property
    def plain(self) -> str:
        """The characters without marks."""
        return "".join(self.pieces)

    @property
    def text(self) -> Text:
        """The characters and the marks."""
        return Text(self.plain, reversed(self.spans))

    def add(self, text: str) -> None:
        """Plain characters."""
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.inner = None

    def take(self, token: re.Match[str]) -> None:
        """A token of LaTeX."""
        kind = token.lastgroup
        if kind == "close":
            self._close()
        elif kind == "open":
            self.groups.append((self.length, None, False))
        elif kind in ("command", "brace"):
            self._command(token["command"], token["brace"], token[0])
        elif kind == "special":
            self.add(_compose(token[0]))
        elif kind == "math":
            self._mathematics(token["math"])
        elif kind == "sign":
            self._sign(token["sign"], token[0])
        elif kind == "escaped":
            self.add(SPACES.get(token["escaped"], token["escaped"]))
        else:
            self.add(token["bare_accent"] or LIGATURES.get(token["ligature"] or "", ""))

    def _mathematics(self, written: str) -> None:
        """What stands between dollars: text with marks, or as it is written."""
        pieces = mathematics.read(written)
        for text, mark in pieces or [
            mathematics.Piece(written.removeprefix(mathematics.AS_IT_IS) or written, Mark.MATH)
        ]:
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
            self.groups.append((self.length, MARKING[name], False))
        elif name in DECLARING and self.groups and self.groups[-1][:2] == (self.length, None):
            self.groups[-1] = (self.length, DECLARING[name], False)
        elif name in SILENT or name in DECLARING:
            self._open(brace)
        elif name in _READ_SIGNS:
            self.add(_READ_SIGNS[name])
            self._open(brace)
        else:
            self.add(written)
            if brace:
                self.groups.append((self.length, None, True))

    def _open(self, brace: str | None) -> None:
        if brace:
            self.groups.append((self.length, None, False))

    def _close(self) -> None:
        if not self.groups:
            return
        start, mark, shown = self.groups.pop()
        if shown:  # the argument of an unknown command
            self.add("}")
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


def _compose(special: str) -> str:
    """A letter with its accents as one character, where there is such a one."""
    accents: list[str] = []
    base = ""
    for accent, command, letter in _PARTS_OF_SPECIAL.findall(special):
        if accent:
            accents.append(ACCENTS[accent])
        else:
            base = letter or (command if command in ("i", "j") else _READ_LETTERS[command])
    return unicodedata.normalize("NFC", base + "".join(reversed(accents)))

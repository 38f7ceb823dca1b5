r"""Mathematics in the fields of BibTeX files, as far as it can be read without TeX: ``$\delta^{18}$O``, ``CO$_2$``.

Mathematics that is only symbols, digits, capitals and upright words, perhaps raised or lowered, is read as text with
marks. All other mathematics (``$\sqrt{2}$``, ``$x_i^2$``) is kept as it is written.
"""

import re
from typing import NamedTuple

from reflist.late import late
from reflist.text import Mark

_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho _ sigma tau upsilon phi "
    "chi psi omega"
)
"""In the order of Unicode, which has an additional code point between rho and sigma."""

SIGNS = {
    **{name: chr(0x3B1 + place) for place, name in enumerate(_GREEK.split()) if name != "_"},
    **{name: chr(0x391 + place) for place, name in enumerate(_GREEK.title().split()) if name != "_"},
    "times": "×", "pm": "±", "mp": "∓", "div": "÷", "cdot": "⋅", "ast": "∗", "star": "⋆", "bullet": "∙", "circ": "∘",
    "sim": "∼", "simeq": "≃", "approx": "≈", "cong": "≅", "equiv": "≡", "propto": "∝", "neq": "≠", "leq": "≤",
    "geq": "≥", "ll": "≪", "gg": "≫", "lesssim": "≲", "gtrsim": "≳", "rightarrow": "→", "leftarrow": "←",
    "leftrightarrow": "↔", "Rightarrow": "⇒", "uparrow": "↑", "downarrow": "↓", "mapsto": "↦", "infty": "∞",
    "partial": "∂", "nabla": "∇", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩",
    "emptyset": "∅", "forall": "∀", "exists": "∃", "neg": "¬", "wedge": "∧", "vee": "∨", "oplus": "⊕", "otimes": "⊗",
    "perp": "⊥", "parallel": "∥", "mid": "∣", "angle": "∠", "odot": "⊙", "ldots": "…", "cdots": "⋯", "prime": "′",
    "ell": "ℓ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "langle": "⟨", "rangle": "⟩", "dagger": "†",
    "ddagger": "‡", "int": "∫", "sum": "∑", "prod": "∏", "epsilon": "ϵ", "varepsilon": "ε",
    "phi": "ϕ", "varphi": "φ", "vartheta": "ϑ", "varrho": "ϱ", "varsigma": "ς", "varpi": "ϖ",
}  # fmt: skip
"""Commands of mathematics for single characters, and these (Unicode Technical Report 25)."""

_ALSO = {"to": "→", "gets": "←", "le": "≤", "ge": "≥", "ne": "≠", "dots": "…", "degree": "°", "textdegree": "°",
         "land": "∧", "lor": "∨", "lnot": "¬", "varnothing": "∅", "AA": "Å", "minus": "−", "quad": " "}  # fmt: skip
"""Other commands for such characters; read, but not written."""

_UPRIGHT = frozenset("mathrm text textrm textnormal mathup mbox hbox operatorname".split())
"""Commands whose argument is words, not variables."""

_FUNCTIONS = frozenset(
    "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh max min sup inf lim det dim ker gcd deg "
    "arg hom Pr".split()
)
"""Commands for names of functions."""
_FUNCTION = late(rf"(?<![^\W\d_])(?:{'|'.join(sorted(_FUNCTIONS))})(?![^\W\d_])")

_WRITTEN = {**{sign: f"\\{name}" for name, sign in SIGNS.items()}, "−": "-", "°": "^\\circ", "′": "'"}
_STEPS = {"^": Mark.SUP, "_": Mark.SUB}
_RAISED = {"∘": "°", "′": "′", "∗": "∗", "*": "*"}
"""Characters that are superscripts by themselves."""

_TYPED = {"-": "−", "'": "′", "~": " "}
"""Characters that stand for others in mathematics."""

_SPACED = {",": "\u202f", ";": " ", ":": " ", " ": " ", "!": ""}
_LITERAL = frozenset("0123456789+=<>/().,:;|[]!*?@")
_TOKEN = late(r"\\([A-Za-z]+)(\s*)(?=([A-Za-z])?)|\\([,;:!% &#$])|(\s+)|(.)", re.DOTALL)
_DEEPEST = 4
"""How deep braces may nest in mathematics that is read as text."""


class Piece(NamedTuple):
    """A stretch of text: symbols and variables (`Mark.MATH`), words (None), or a superscript or subscript."""

    text: str
    mark: Mark | None


class _NotSimpleError(Exception):
    """Mathematics that only TeX can typeset. Never leaves this module."""


def read(mathematics: str) -> list[Piece] | None:
    r"""What is between dollars, as text with marks; None for what is kept as it is.

    >>> [piece.text for piece in read(r"\delta^{18}") or ()], read(r"\sqrt{2}")
    (['δ', '18'], None)
    >>> [piece.text for piece in read(r"O(n\log n)") or ()]
    ['O(n log n)']
    """
    try:
        return _Reading(mathematics).pieces if not mathematics.startswith(AS_IT_IS) else None
    except _NotSimpleError:
        return None


def write(plain: str) -> list[str]:
    r"""The LaTeX of text marked as mathematics, character by character, so that it is read as the same text.

    >>> "".join(write("δG")), "".join(write(r"\sqrt{x}"))
    ('\\delta G', '\\sqrt{x}')
    """
    if read(plain) is None and not plain.startswith(AS_IT_IS):
        return list(plain)
    written = [_WRITTEN.get(sign, sign) for sign in plain]
    for name in _FUNCTION.finditer(plain):
        written[name.start() : name.end()] = [*("" for _ in name[0][1:]), f"\\{name[0]}"]
    for at, follows in enumerate(plain[1:]):
        if follows.isascii() and follows.isalpha() and len(written[at]) > 1:
            written[at] += " "
    if read("".join(written)) == [Piece(plain, Mark.MATH)]:
        return written
    return [AS_IT_IS + plain[:1], *plain[1:]]


AS_IT_IS = "{}{}"
"""Two empty groups, put before mathematics that would be read as text but is to be kept as it is."""


_DANGEROUS = late(
    r"\^\^|\\(?:write|immediate|shellescape|open|read|input|include|csname|catcode|expandafter|(?:[egx]?def|let|"
    r"futurelet|newcommand|renewcommand)(?![A-Za-z])|directlua|latelua|luaexec|luadirect|special|loop|every|scantokens|"
    r"[Vv]erbatiminput|lstinputlisting|usepackage|pdf(?:obj|literal|file))",
)
"""Commands of TeX that mathematics does not need: those that write, read, define or repeat."""


def is_harmless(mathematics: str) -> bool:
    """Whether mathematics may be written as it is: its braces are balanced, and it executes nothing."""
    return balanced(mathematics) and not _DANGEROUS.search(mathematics)


def balanced(text: str) -> bool:
    """Whether the braces of a text are balanced."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _mark_of(sign: str) -> Mark | None:
    """The mark of a character that is neither raised nor lowered; letters without a command are words."""
    return Mark.MATH if sign in _WRITTEN else None


class _Reading:
    """Mathematics being read: its tokens, and the pieces so far."""

    def __init__(self, mathematics: str) -> None:
        self.tokens = _TOKEN.finditer(mathematics)
        self.pieces: list[Piece] = []
        self.has_variables = False
        if self._sequence(None, Mark.MATH, 0) or not self.pieces:  # a closing brace without an opening one
            raise _NotSimpleError
        if self.has_variables and any(piece.mark in (Mark.SUP, Mark.SUB) for piece in self.pieces):
            raise _NotSimpleError

    def _add(self, text: str, mark: Mark | None) -> None:
        if text and self.pieces and self.pieces[-1].mark is mark:
            self.pieces[-1] = Piece(self.pieces[-1].text + text, mark)
        elif text:
            self.pieces.append(Piece(text, mark))

    def _sequence(self, step: Mark | None, letters: Mark | None, depth: int) -> bool:
        """Read up to the brace that closes a group (True) or to the end (False); ``letters`` is the mark of letters."""
        for token in self.tokens:
            if token[0] == "}":
                return True
            if token[1] == "rm":
                letters = None
            else:
                self._take(token, step, letters, depth)
        return False

    def _take(self, token: re.Match[str], step: Mark | None, letters: Mark | None, depth: int) -> None:
        """Read a token, alone or in a group."""
        command, space, follows, escaped, blank, sign = token.groups()
        if sign in _STEPS:
            self._step(_STEPS[sign], step, letters, depth)
        elif sign == "{" and depth < _DEEPEST:
            if not self._sequence(step, letters, depth + 1):
                raise _NotSimpleError
        elif command in _UPRIGHT:
            self._take(self._next(), step, None, depth)
        elif command in SIGNS or command in _ALSO:
            read_as = SIGNS.get(command) or _ALSO[command]
            self._add(
                read_as + (" " if space and not (follows and read_as.isalpha()) else ""),
                step or _mark_of(read_as),
            )
        elif command in _FUNCTIONS:
            self._function(command, space, step or letters)
        elif escaped or blank:
            self._add(_SPACED.get(escaped, escaped) if escaped else " ", step if escaped else step or letters)
        elif sign and not sign.isascii():
            self._add(sign, step or _mark_of(sign))
        elif sign and (sign in _LITERAL or sign in _TYPED or sign.isalpha()):
            self.has_variables |= sign.islower() and not step and letters is Mark.MATH
            self._add(_TYPED.get(sign, sign), step or letters)
        else:
            raise _NotSimpleError

    def _function(self, name: str, space: str, mark: Mark | None) -> None:
        """Add the name of a function, with a space after a letter, as TeX sets it, and one at its end if written."""
        before = self.pieces[-1].text[-1:] if self.pieces else ""
        self._add(f"{' ' * before.isalpha()}{name}{' ' * bool(space)}", mark)

    def _step(self, step: Mark, within: Mark | None, letters: Mark | None, depth: int) -> None:
        """Read what a character raises or lowers."""
        before = self.pieces
        self.pieces = []
        if within:
            raise _NotSimpleError
        self._take(self._next(), step, letters, depth)
        raised = self.pieces
        self.pieces = before
        for text, mark in raised:
            is_sign = step is Mark.SUP and text in _RAISED
            self._add(_RAISED[text] if is_sign else text, Mark.MATH if is_sign else mark)

    def _next(self) -> re.Match[str]:
        token = next(self.tokens, None)
        if token is None or token[0] == "}":
            raise _NotSimpleError
        return token

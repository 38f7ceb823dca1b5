r"""Text in LaTeX, as in the fields of BibTeX files.

Letters with accents are written as BibTeX's "special characters" (``{\'e}``), which BibTeX sorts, abbreviates and
changes in case correctly; it would cut the bytes of UTF-8 apart. This is done for the letters of Latin-1 and Latin
Extended-A, which all programs read. Other letters are written as they are, and so are typographic single quotes, since
LaTeX does not distinguish them from apostrophes.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import itemgetter

from reflist.grammar import latex_mathematics as mathematics
from reflist.grammar import titlecase
from reflist.grammar.latex_reading import CITING, reading, spelled_out
from reflist.grammar.latex_signs import COMMON, UNICODE, Signs
from reflist.grammar.latex_tables import DECLARING, MARKS
from reflist.late import late
from reflist.text import Mark, Span, Text
from reflist.value import any_in

_DELICATE = late(r"[{}`“”–—'-](?:(?<=[{}`])|[-–—'“”]|(?<=[?!]“))")
"""Characters whose LaTeX depends on those beside them."""
_DELICATE_IN_ASCII = ("{", "}", "`", "--", "''", "-'", "'-")
"""The same in ASCII, where searching for each is several times as fast."""


def _is_delicate(plain: str) -> bool:
    if plain.isascii():
        return any_in(_DELICATE_IN_ASCII, plain)
    return _DELICATE.search(plain) is not None


def needs_no_commands(plain: str) -> bool:
    """Whether a text without markup is the same string in LaTeX.

    >>> needs_no_commands("Children’s rights in Hanoi (1997)"), needs_no_commands("50% in Łódź")
    (True, False)
    """
    return not (COMMON.changes(plain) or "--" in plain or "''" in plain)


def write(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    r"""The text in LaTeX, with braces around the parts ``plain[start:end]`` to be protected from changes of case.

    >>> write(Text("Children’s rights – 50% in Łódź"))
    "Children’s rights -- 50\\% in {\\L}{\\'o}d{\\'z}"
    """
    return _write(text, protected, COMMON)


def write_unicode(text: Text, protected: Sequence[tuple[int, int]] = ()) -> str:
    r"""The same for programs that know Unicode: only characters with a meaning in LaTeX become commands.

    >>> write_unicode(Text("Children’s rights – 50% in Łódź"))
    'Children’s rights -- 50\\% in Łódź'
    """
    return _write(text, protected, UNICODE)


def _write(text: Text, protected: Sequence[tuple[int, int]], signs: Signs) -> str:
    plain = text.plain
    if not text.spans and "cite" not in plain:
        if not _is_delicate(plain):
            return _write_each_character(plain, protected, signs)
        if not protected and mathematics.balanced(plain):
            return _write_runs(plain, signs)
    spans = [
        span
        for span in text.spans
        if span.mark is not Mark.MATH or mathematics.is_harmless(plain[span.start : span.end])
    ]
    raw = _as_it_is(plain, spans)
    pieces = [raw[at] if at in raw else signs.by_sign.get(sign, sign) for at, sign in enumerate(plain)]
    if not mathematics.balanced("".join(sign for at, sign in enumerate(plain) if at not in raw)):
        pieces = [{"\\{": "{\\textbraceleft}", "\\}": "{\\textbraceright}"}.get(piece, piece) for piece in pieces]
    for at in range(len(pieces) - 1, 0, -1):
        if at not in raw and _run_together(pieces[at - 1], pieces[at]):
            pieces[at] = "{}" + pieces[at]
    for start, end in _cut(protected, spans):
        if start in raw or not any(map(str.isupper, plain[start:end])):
            continue  # a part cut off at the border of a mark, with nothing to protect
        pieces[start] = "{" + pieces[start]
        pieces[end - 1] += "}"
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    moved = [Span(offsets[span.start], offsets[span.end], span.mark) for span in spans]
    return Text("".join(pieces), moved).render(MARKS)


def _as_it_is(plain: str, spans: Sequence[Span]) -> dict[int, str]:
    """Characters, by position, that are written unchanged as LaTeX: mathematics, and commands that cite."""
    borders = {border for span in spans for border in span[:2]}
    unchanged = {
        at: sign
        for start, end, mark in spans
        if mark is Mark.MATH
        for at, sign in enumerate(mathematics.write(plain[start:end]), start)
    }
    for found in _CITES.finditer(plain):
        if borders.isdisjoint(range(found.start() + 1, found.end())):
            unchanged |= dict(enumerate(found[0], found.start()))
    return unchanged


_CITES = late(CITING)
_WHITE_SPACE = late(r"[ \t\r\n]+")


def on_one_line(latex: str) -> str:
    """LaTeX with single spaces for all white space; searched for only if there may be other white space."""
    return _WHITE_SPACE.sub(" ", latex) if "  " in latex or not latex.isprintable() else latex


def _write_each_character(plain: str, protected: Sequence[tuple[int, int]], signs: Signs) -> str:
    """The same for a text without marks whose characters can be written one by one: several times as fast."""
    written, at = "", 0
    for start, end in protected:
        written += f"{signs.written(plain[at:start])}{{{signs.written(plain[start:end])}}}"
        at = end
    return written + signs.written(plain[at:])


_RUN = late("([-–—'“”?!]{2,})")
"""Characters that LaTeX may read together as one."""


def _write_runs(plain: str, signs: Signs) -> str:
    """The same for a text without marks that has such characters, nothing to protect, and balanced braces."""
    parts = _RUN.split(plain)
    parts[::2] = list(map(signs.written, parts[::2]))
    parts[1::2] = [_joined([signs.by_sign.get(sign, sign) for sign in run]) for run in parts[1::2]]
    return "".join(parts)


def _joined(pieces: Sequence[str]) -> str:
    """Pieces of LaTeX joined, with ``{}`` between those that would be read together."""
    written = list(pieces)
    for at in range(len(pieces) - 1, 0, -1):
        if _run_together(pieces[at - 1], pieces[at]):
            written[at] = "{}" + pieces[at]
    return "".join(written)


def _run_together(before: str, after: str) -> bool:
    """Whether LaTeX would read two adjacent pieces as another character."""
    last, first = before[-1:], after[:1]
    return (last == first and first in ("-", "'", "`")) or (first == "`" and last in ("?", "!"))


def _cut(stretches: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches, cut at the borders of marks so that braces nest; those inside mathematics are left out."""
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

_LATEX = ("\\", "{", "}", "$", "~")
_LATEX_PAIRS = (("`", "``"), ("'", "''"), ("<", "</"), ("-", "--"))
"""Characters that, if both occur, may make a text LaTeX; Python finds one character in a tenth of the time of two."""


_DECLARES = late(rf"\\(?:{'|'.join(DECLARING)})(?![A-Za-z])")


def is_plain(latex: str) -> bool:
    """Whether a text in LaTeX is the same string as plain text, without markup."""
    return not (any_in(_LATEX, latex) or True in [sign in latex and pair in latex for sign, pair in _LATEX_PAIRS])


def simplified(latex: str) -> str | None:
    r"""The text of LaTeX without marks, mathematics, or braces around words; None if it has any of these.

    >>> simplified(r"Universit{\'e} \& {\L}{\'o}d{\'z}, 1997--2007")
    'Université & Łódź, 1997–2007'
    """
    if is_plain(latex):
        return latex
    found = _in_braces(latex)
    return found[0] if found and not found[1] else None


def _in_braces(latex: str) -> tuple[str, list[tuple[int, int]]] | None:
    r"""The text of LaTeX with only simple commands, and its parts ``plain[start:end]`` that are in braces.

    None if braces are nested, or if commands or mathematics mean more than characters.

    >>> _in_braces(r"The {UK} in Br{\'e}sil")
    ('The UK in Brésil', [(4, 6)])
    """
    if "$" in latex or "</" in latex:
        return None
    spelled = spelled_out(latex)
    if "\\" in spelled:
        return None
    plain, *rest = spelled.split("{")
    if rest and "\\" in latex and _DECLARES.search(latex):
        return None
    stretches = []
    for group in rest:
        inside, brace, after = group.partition("}")
        if not brace:
            return None
        stretches.append((len(plain), len(plain) + len(inside)))
        plain += inside + after
    return None if "}" in plain else (plain, stretches)


def read(latex: str) -> Text:
    r"""The text of LaTeX, as far as fields of BibTeX files use it; unknown commands are left as they are.

    >>> read(r"The {UK} in \emph{Br{\'e}sil}, 1997--2007").to_csl()
    'The UK in <i>Brésil</i>, 1997–2007'
    """
    if is_plain(latex):
        return Text(latex)
    found = _in_braces(latex)
    return Text(found[0]) if found else reading(latex).text


def read_plain(latex: str) -> str:
    """The same without marks."""
    if is_plain(latex):
        return latex
    found = _in_braces(latex)
    return found[0] if found else reading(latex).plain


def read_title(latex: str) -> Text:
    r"""The same for a title: words in braces are marked if their capitals do not show that they are names.

    >>> read_title(r"A {Bayesian} View of the {UK}").to_csl()
    'A <span class="nocase">Bayesian</span> View of the UK'
    """
    if is_plain(latex):
        return Text(latex)
    if simple := _in_braces(latex):
        plain, stretches = simple
        return _marked(Text(plain), [(start, end) for start, end in stretches if _has_capital(plain[start:end])])
    found = reading(latex)
    text = found.text
    braced = set(found.braced) - {span[:2] for span in found.spans if span.mark is Mark.NO_CASE}
    capitals = [0, *accumulate(map(str.isupper, text.plain))]
    return _marked(text, sorted((start, end) for start, end in braced if capitals[start] < capitals[end]))


def _has_capital(plain: str) -> bool:
    return not plain.islower() and any(map(str.isupper, plain))


def _marked(text: Text, braced: Sequence[tuple[int, int]]) -> Text:
    """The text with marks on what is in braces, unless that is all of it or would be protected anyway."""
    plain = text.plain
    braced = [stretch for stretch in braced if stretch != (0, len(plain))]
    if braced and any(map(str.islower, plain)):
        braced = [(start, end) for start, end in braced if not titlecase.has_inner_capital(plain[start:end])]
    if not braced:
        return text
    shown = titlecase.protected(plain)
    marked = [Span(*stretch, Mark.NO_CASE) for stretch in braced if not _lies_within(stretch, shown)]
    return Text(plain, [*text.spans, *marked]) if marked else text


def _lies_within(stretch: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the others, which are in order and do not overlap, contains the whole stretch."""
    before = bisect_right(others, stretch[0], key=itemgetter(0)) - 1
    return before >= 0 and stretch[1] <= others[before][1]

"""Text in LaTeX: what is written reads back the same, and what others write is understood."""

import pytest
from hypothesis import given

from reflist.grammar import latex
from reflist.text import Mark, Span, Text
from strategies import texts


@given(texts(min_size=0))
def test_what_is_written_reads_back(text: Text) -> None:
    assert latex.read(latex.write(text)) == text


@given(texts())
def test_braces_balance(text: Text) -> None:
    depth = 0
    for sign in latex.write(text):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("50% of R&D: $1 #2 a_b", r"50\% of R\&D: \$1 \#2 a\_b"),
        ("{a} ~ ^ \\", r"\{a\} {\textasciitilde} {\textasciicircum} {\textbackslash}"),
        ("a } b { c", r"a {\textbraceright} b {\textbraceleft} c"),
        ("“x” — 1997–2007", "``x'' --- 1997--2007"),
        ("a -- b, '' and ``", r"a -{}- b, '{}' and {\textasciigrave}{\textasciigrave}"),
        ("‘x’ isn’t 'x'", "‘x’ isn’t 'x'"),
        ("Łódź, Čapek, Þór, Nguyễn", r"{\L}{\'o}d{\'z}, {\v C}apek, Þ{\'o}r, Nguyễn"),
        ("no\u00a0break", "no~break"),
        ("why?“x”", "why?{}``x''"),
    ],
)
def test_written(plain: str, written: str) -> None:
    assert latex.write(Text(plain)) == written
    assert latex.read(written).plain == plain


def test_marks_become_commands() -> None:
    text = Text.from_csl('<i>E. <b>coli</b></i> H<sub>2</sub>O <span class="nocase">iPod</span>')
    assert latex.write(text) == r"\emph{E. \textbf{coli}} H\textsubscript{2}O {{iPod}}"


def test_mathematics_stands_as_it_is() -> None:
    text = Text("on x_1^{2} only", [Span(3, 10, Mark.MATH)])
    assert latex.write(text, [(0, 4)]) == "on $x_1^{2}$ only"
    assert latex.read("on $x_1^{2}$ only") == text


def test_mathematics_that_would_break_the_file_is_text() -> None:
    assert latex.write(Text("x}", [Span(0, 2, Mark.MATH)])) == r"x{\textbraceright}"


def test_quotations_that_are_marks() -> None:
    assert latex.write(Text("said so", [Span(0, 4, Mark.QUOTE)])) == "``said'' so"


def test_protected_stretches_nest_with_marks() -> None:
    text = Text("The Sure Start idea", [Span(4, 8, Mark.ITALIC)])
    assert latex.write(text, [(4, 14)]) == r"The \emph{{Sure}}{ Start} idea"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"Jos\'e Garc\'{\i}a, M\"uller, na\"{\i}ve", "José García, Müller, naïve"),
        (r"\AA ngstr\"om and {\o}re, \c{c}a", "Ångström and øre, ça"),
        (r"\LaTeX{} and \foo{bar}", r"\LaTeX and \foobar"),
        (r"closed } too often", "closed  too often"),
        (r"open { once", "open  once"),
        (r"a\ b\\c", "a b\\c"),
    ],
)
def test_what_others_write(written: str, plain: str) -> None:
    assert latex.read(written).plain == plain


def test_commands_of_others_for_marks() -> None:
    assert latex.read(r"\textit{a} \textsc{b}").to_csl() == '<i>a</i> <span style="font-variant: small-caps;">b</span>'

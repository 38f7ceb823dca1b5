"""Text in LaTeX: what we write is read back unchanged, and what other programs write is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar import latex, titlecase
from reflist.grammar.latex_reading import reading
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


def test_mathematics_is_written_unchanged() -> None:
    text = Text("on x_1^{2} only", [Span(3, 10, Mark.MATH)])
    assert latex.write(text, [(0, 4)]) == "on $x_1^{2}$ only"
    assert latex.read("on $x_1^{2}$ only") == text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"see \url{http://x.y/~z_1%20a&b#c} now", "see http://x.y/~z_1%20a&b#c now"),
        (r"\href{http://q.r/a\_b}{the \emph{site} of {X}}, \textbf{b}", "the site of X (http://q.r/a_b), b"),
        (r"\href{http://q.r/}{http://q.r/} \href{}{x}", "http://q.r/ x"),
    ],
)
def test_links_are_words_and_addresses(written: str, plain: str) -> None:
    text = latex.read(written)
    assert text.plain == plain
    assert latex.read(latex.write(text)) == text


@pytest.mark.parametrize("cited", [r"\cite{a}", r"\citep[see][12--15]{Doe_2001,b:c}", r"\Footcite*[12]{k, l}"])
def test_commands_that_cite_stand_as_they_are(cited: str) -> None:
    for text in (Text(f"A 5% {cited}."), Text(f"A {cited}", [Span(0, 1, Mark.BOLD)])):
        assert latex.read(latex.write(text)) == text
        assert cited in latex.write(text, [(0, 1)])


def test_other_commands_are_text() -> None:
    assert latex.write(Text(r"\citeall{a{b}}")) == r"{\textbackslash}citeall\{a\{b\}\}"
    text = Text(r"\cite{a}", [Span(2, 5, Mark.BOLD)])
    assert latex.read(latex.write(text)) == text


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        (r"The $\delta^{18}$O and ${}^{14}$C of CO$_2$", "The δ<sup>18</sup>O and <sup>14</sup>C of CO<sub>2</sub>"),
        (r"$\mathrm{H_2O}$, ${\rm CO}_2$ and $PM_{2.5}$", "H<sub>2</sub>O, CO<sub>2</sub> and PM<sub>2.5</sub>"),
        (r"at $10^{-3}$ m, $90^\circ$C, $5'$ and $50\%$", "at 10<sup>−3</sup> m, 90°C, 5′ and 50%"),
        (r"$\Lambda$CDM at $\geq 3\sigma$, $\alpha\beta$, $M_\odot$", "ΛCDM at ≥ 3σ, αβ, M<sub>⊙</sub>"),
        (r"$k$-means, $a \to b$, $\Delta G$, 5\,$\mu$m, $\AA$", "k-means, a → b, ΔG, 5\u202fμm, Å"),
        (
            r"in $O(n \log n)$, $\sin(x)$, $n\log\log n$, $\log_2 5$",
            "in O(n log n), sin(x), n log log n, log<sub>2</sub> 5",
        ),
        (r"$T_{\text{max}}$, 1$^{st}$, $(\mu + \lambda)$, $\ $", "T<sub>max</sub>, 1<sup>st</sup>, (μ + λ), \u0020"),
    ],
)
def test_simple_mathematics_is_read(written: str, markup: str) -> None:
    text = latex.read(written)
    assert text.to_csl() == markup
    assert latex.read(latex.write(text)) == text


@pytest.mark.parametrize("mathematics", [r"\sqrt{2}", "x_i^2", "a^{b^c}", "{A", "A^", r"\mathrm", "{{{{{A}}}}}", "A&B"])
def test_other_mathematics_is_kept(mathematics: str) -> None:
    text = latex.read(f"${mathematics}$")
    assert text == Text(mathematics, [Span(0, len(mathematics), Mark.MATH)])


@pytest.mark.parametrize("plain", [r"\delta", "^{14}", "δG", "5-6", "{}x", "{}{}x", "{}{}", "α", "O°", "x α"])
def test_what_is_marked_as_mathematics_comes_back(plain: str) -> None:
    text = Text(plain, [Span(0, len(plain), Mark.MATH)])
    assert latex.read(latex.write(text)) == text


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
        (r"\LaTeX{} and \foo{bar}", r"LaTeX and \foo{bar}"),
        (r"Vi{\d{\^e}}t, \'{\^{e}}, \h a, {\OHORN}", "Việt, ế, ả, Ơ"),
        (r"\.{I}stanbul, \u{g}, \c s, {\L}{\'o}d{\'z}, \k{a}, \v C, \'\i, \~ n", "İstanbul, ğ, ş, Łódź, ą, Č, í, ñ"),
        (r"{\'{\ae}}, \={\i}, \'{} and \~{}x, \^{}", "ǽ, ī, ' and ~x, ^"),
        (r"\url{x} \mbox{y} {\relax} \uppercase z", "x y  z"),
        (r"\ldots{} \S 5, \texteuro\ 7, \dag{x}", "… §5, € 7, †x"),
        (r"hy\-phen, 1\,000, it\/, a\@.", "hyphen, 1\u202f000, it, a."),
        (r"{\foo}, \foo bar", r"{\foo}, \foo bar"),
        (r"closed } too often", "closed  too often"),
        (r"open { once", "open  once"),
        (r"a\ b\\c", "a b\\c"),
    ],
)
def test_what_others_write(written: str, plain: str) -> None:
    assert latex.read(written).plain == plain


def test_commands_of_others_for_marks() -> None:
    assert latex.read(r"\textit{a} \textsc{b}").to_csl() == '<i>a</i> <span style="font-variant: small-caps;">b</span>'
    assert latex.read(r"{\em a b} {\bfseries c} \it d {x \em e}").to_csl() == "<i>a b</i> <b>c</b> d x e"
    assert latex.read(r"\enquote{a} b").spans == (Span(0, 1, Mark.QUOTE),)


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        (r"{Bayesian} Views of the {UK}", '<span class="nocase">Bayesian</span> Views of the UK'),
        (r"{The Whole Title}", "The Whole Title"),
        (r"on {small} words and {\'E}mile", "on small words and Émile"),
        (r"the \emph{{Sure}}{ Start} idea in a word", "the <i>Sure</i> Start idea in a word"),
        (r"a {{{Foo}}}", 'a <span class="nocase">Foo</span>'),
        ("nothing of the kind", "nothing of the kind"),
        (r"{{Always}} So", '<span class="nocase">Always</span> So'),
    ],
)
def test_protected_words_of_titles(written: str, markup: str) -> None:
    """Words in braces are marked if their capitals alone would not protect them."""
    assert latex.read_title(written).to_csl() == markup


@given(texts())
def test_titles_read_back(text: Text) -> None:
    assert latex.read_title(latex.write(text, titlecase.protected(text.plain))) == text


def test_deep_nesting_takes_no_time() -> None:
    assert latex.read("{" * 50_000 + "x" + "}" * 50_000) == Text("x", [Span(0, 1, Mark.NO_CASE)] * 8)


TOKENS = r"""a Zo E , -- --- - `` '' ` ' ~ { } {} \'e {\'e} {\"o} \"{o} \c {\c{c}} {\o} \o \o{} \L {\ss} \& \% \_ \$ $
    \emph{ \em {\em \url{ \foo \foo{} \{ \} \\ \, {\relax} \textbf{} {\textbraceleft} {\textasciitilde}""".split()


@given(st.lists(st.sampled_from([*TOKENS, " "]), max_size=8).map("".join))
def test_what_is_simple_reads_the_same(written: str) -> None:
    simple = latex.simplified(written)
    if simple is not None:
        found = reading(written)  # the general reader, with which the fast way must agree
        assert (simple, ()) == (found.plain, found.text.spans)


@pytest.mark.parametrize(
    ("written", "csl"),
    [
        ("<i>E. coli</i> in H<sub>2</sub>O, a < b", "<i>E. coli</i> in H<sub>2</sub>O, a < b"),
        (r"<EM>M{\"u}ll{e}r</EM> <b>a<sup>2</sup></b>", "<i>Müller</i> <b>a<sup>2</sup></b>"),
        (r"{\textless}i{\textgreater}a{\textless}/i{\textgreater}", "<i>a</i>"),
        ("<i>{a</i>}", "<i>a</i>"),
        ("<i>a</b> <em>b", "<i>a</b> <em>b"),
    ],
)
def test_tags_of_web_pages_are_marks(written: str, csl: str) -> None:
    assert latex.read(written).to_csl() == csl
    assert latex.read_plain(written) == latex.read(written).plain


def test_only_tags_as_they_stand_are_marks() -> None:
    assert latex.read(r"{\textless}i{\textgreater}a{\textless}/i{\textgreater}").spans == ()
    assert latex.read("<i>{a</i>}").spans == ()
    assert latex.read("<i>{a}</i>").spans == (Span(0, 1, Mark.ITALIC),)
    deep = "<i><b><sub><sup><em>a</em></sup></sub></b></i>"
    assert len(latex.read(deep).spans) == 4
    assert latex.read("<i>" * 50_000 + "</i>").plain == "<i>" * 49_999


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"{\noopsort{1973c}}1981", "1981"),
        (r"\SortNoop {x}Hoop", "Hoop"),
        (r"Coop\noopsort", r"Coop\noopsort"),
        (r"1\,km\textinterrobang\quad{}x\allowbreak{}y", "1\u202fkm‽ xy"),
    ],
)
def test_what_is_not_printed_is_not_read(written: str, plain: str) -> None:
    assert latex.read_plain(written) == plain

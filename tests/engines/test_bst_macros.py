"""Commands that a style of BibTeX defines before its list."""

import pytest

from reflist.engines.bst_macros import LONGEST, Macro, defined, expanded


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        (r"\providecommand{\when}[1]{(#1)}", {"when": Macro(1, "(#1)")}),
        (r"\newcommand\both[2]{#2 {and} #1}", {"both": Macro(2, "#2 {and} #1")}),
        (r"\def\et#1#2{#1\& #2}", {"et": Macro(2, r"#1\& #2")}),
        (r"\newcommand*{\x}{one}\providecommand{\x}{two}", {"x": Macro(0, "one")}),
        (r"\newcommand{\x}{one}\renewcommand{\x}{two}", {"x": Macro(0, "two")}),
        (r"\providecommand{\url}[1]{\begingroup #1}\def\y{\ifx a b\fi}", {}),
        (r"\newcommand{\open}{never closed", {"open": Macro(0, "never closed")}),
        (r"\def\z word {body}", {}),
    ],
)
def test_definitions(preamble: str, expected: dict[str, Macro]) -> None:
    assert defined(preamble) == expected


MACROS = {
    "when": Macro(1, "(#1)"),
    "swap": Macro(2, "#2#1"),
    "dot": Macro(0, "."),
    "late": Macro(1, r"\when{#1}\dot"),
    "odd": Macro(1, "#1#2"),
    "self": Macro(0, r"\self x"),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"In \when{20{0}1}, \emph{so}", r"In (20{0}1), \emph{so}"),
        (r"\swap ab\swap{a}{b}\dot", "baba."),
        (r"\late{2001}", "(2001)."),
        (r"\odd{a}", "a"),
        (r"\swap {a} {b}", "ba"),
        (r"\whenever \dots", r"\whenever \dots"),
        (r"\when", "()"),
        (r"\when{a", "(a)"),
        (r"\self", r"\self xxxxx"),
    ],
)
def test_commands_are_replaced(text: str, expected: str) -> None:
    assert expanded(text, MACROS) == expected


def test_what_grows_without_end_is_stopped() -> None:
    doubling = {"x": Macro(1, "#1#1" * 50)}
    assert len(expanded(r"\x{" * 4 + "y" * 10_000 + "}" * 4, doubling)) < 60 * LONGEST

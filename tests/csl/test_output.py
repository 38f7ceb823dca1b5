"""Each output escapes what is special in it, and marks and links survive."""

import pytest

from reflist.csl.output import OUTPUTS, Entry, Link, ecosystem, write, write_text
from reflist.text import Mark, Span, Text


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("text", "a & <b> *c*"),
        ("html", "a &amp; &lt;b&gt; *c*"),
        ("markdown", r"a & \<b\> \*c\*"),
        ("latex", r"a \& \textless{}b\textgreater{} *c*"),
        ("rtf", "a & <b> *c*"),
    ],
)
def test_plain_text_is_escaped(to: str, written: str) -> None:
    assert write_text(Text("a & <b> *c*"), to) == written


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("text", "A&B c"),
        ("html", "<i>A&amp;<b>B</b></i> c"),
        ("markdown", "*A&**B*** c"),
        ("latex", r"\textit{A\&\textbf{B}} c"),
        ("rtf", r"{\i A&{\b B}} c"),
    ],
)
def test_marks_keep_their_place_when_escaping_moves_them(to: str, written: str) -> None:
    text = Text("A&B c", [Span(0, 3, Mark.ITALIC), Span(2, 3, Mark.BOLD)])
    assert write_text(text, to) == written


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("text", "At: https://x.org/a_(b)?c=1&d. On (https://y.org)."),
        (
            "html",
            (
                'At: <a href="https://x.org/a_(b)?c=1&amp;d">https://x.org/a_(b)?c=1&amp;d</a>. '
                'On (<a href="https://y.org">https://y.org</a>).'
            ),
        ),
        ("markdown", "At: <https://x.org/a_(b)?c=1&d>. On (<https://y.org>)."),
        ("latex", r"At: \url{https://x.org/a_(b)?c=1\&d}. On (\url{https://y.org})."),
        (
            "rtf",
            (
                r'At: {\field{\*\fldinst HYPERLINK "https://x.org/a_(b)?c=1&d"}{\fldrslt https://x.org/a_(b)?c=1&d}}. '
                r'On ({\field{\*\fldinst HYPERLINK "https://y.org"}{\fldrslt https://y.org}}).'
            ),
        ),
    ],
)
def test_addresses_become_links(to: str, written: str) -> None:
    assert write_text(Text("At: https://x.org/a_(b)?c=1&d. On (https://y.org)."), to) == written


def test_what_would_break_out_of_a_link() -> None:
    assert write_text(Text('x://"<script>'), "html") == 'x://"&lt;script&gt;'
    assert write_text(Text("https://x.org/{a}\\b"), "latex") == (
        r"\href{https://x.org/\%7Ba\%7D\%5Cb}{https://x.org/\{a\}\textbackslash{}b}"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1984. A year", "1984\\. A year\n"),
        ("3) Three", "3\\) Three\n"),
        ("# One", "\\# One\n"),
        ("- dash", "\\- dash\n"),
        ("--- rule", "\\--- rule\n"),
        ("1984.5", "1984.5\n"),
        ("a@b @cite &amp;", "a@b \\@cite \\&amp;\n"),
        ("[x](y)", "\\[x\\](y)\n"),
    ],
)
def test_markdown_entries_are_paragraphs(text: str, written: str) -> None:
    assert write([Entry("x", Text(text))], "markdown") == written


def test_html_is_a_list_of_entries_with_anchors() -> None:
    entries = [Entry("a b", Text("One")), Entry('"q"', Text("Two"))]
    assert write(entries, "html") == (
        '<div class="csl-bib-body" style="padding-left: 2em; text-indent: -2em">\n'
        '  <div class="csl-entry" id="ref-a-b">One</div>\n'
        '  <div class="csl-entry" id="ref-&quot;q&quot;">Two</div>\n'
        "</div>\n"
    )


def test_rtf_writes_other_letters_as_units_of_utf_16() -> None:
    assert write_text(Text("{é\\𝒳}"), "rtf") == r"\{\u233?\\\u-10187?\u-9037?\}"


@pytest.mark.parametrize("to", OUTPUTS)
def test_an_empty_list(to: str) -> None:
    assert "csl-entry" not in write([], to)


@pytest.mark.parametrize("to", OUTPUTS)
def test_marks_that_an_output_has_not_leave_the_text(to: str) -> None:
    assert write_text(Text("x", [Span(0, 1, Mark.NO_CASE)]), to) == "x"


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("text", "a\nb"),
        ("html", 'a<div class="csl-block">b</div>'),
        ("markdown", "a\\\nb"),
        ("latex", r"a\newline{}b"),
        ("rtf", r"a\line b"),
    ],
)
def test_blocks_begin_a_line(to: str, written: str) -> None:
    assert write_text(Text("ab", [Span(1, 2, Mark.BLOCK)]), to) == written


@pytest.mark.parametrize("to", ["html", "latex", "rtf"])
@pytest.mark.parametrize("mark", [Mark.UPRIGHT, Mark.REGULAR, Mark.FULL_CAPITALS, Mark.UNDERLINE, Mark.OBLIQUE])
def test_what_a_style_sets_is_written(to: str, mark: Mark) -> None:
    written = write_text(Text("x", [Span(0, 1, mark)]), to)
    assert "x" in written
    assert written != "x"


def test_as_the_tests_of_csl_write_it() -> None:
    text = Text("a <b> 1º", [Span(0, 1, Mark.UPRIGHT)])
    assert ecosystem(text) == '<span style="font-style:normal;">a</span> &lt;b&gt; 1<sup>o</sup>'


@pytest.mark.parametrize(
    ("gap", "written"),
    [
        (Span(2, 5, Mark.UPRIGHT), "*a* bcd *e*"),
        (Span(0, 2, Mark.UPRIGHT), "a *bcd e*"),
        (Span(2, 7, Mark.UPRIGHT), "*a* bcd e"),
        (Span(2, 5, Mark.REGULAR), "*a bcd e*"),
    ],
)
def test_markdown_sets_a_mark_around_what_takes_it_back(gap: Span, written: str) -> None:
    assert write_text(Text("a bcd e", [Span(0, 7, Mark.ITALIC), gap]), "markdown") == written


def test_markdown_leaves_a_gap_that_goes_beyond_its_mark() -> None:
    text = Text("a bcd e", [Span(0, 3, Mark.ITALIC), Span(2, 5, Mark.UPRIGHT)])
    assert write_text(text, "markdown") == "*a b*cd e"


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("text", "See 10.1/x_y, https://a.org."),
        ("html", 'See <a href="https://doi.org/10.1/x_y">10.1/x_y</a>, <a href="https://a.org">https://a.org</a>.'),
        ("markdown", "See [10.1/x\\_y](<https://doi.org/10.1/x_y>), <https://a.org>."),
        ("latex", r"See \href{https://doi.org/10.1/x_y}{10.1/x\_y}, \url{https://a.org}."),
        (
            "rtf",
            (
                r'See {\field{\*\fldinst HYPERLINK "https://doi.org/10.1/x_y"}{\fldrslt 10.1/x_y}}, '
                r'{\field{\*\fldinst HYPERLINK "https://a.org"}{\fldrslt https://a.org}}.'
            ),
        ),
    ],
)
def test_links_over_parts_of_a_text(to: str, written: str) -> None:
    text = Text("See 10.1/x_y, https://a.org.")
    assert write_text(text, to, [Link(4, 12, "https://doi.org/10.1/x_y")]) == written


def test_a_link_over_marks_is_one_for_each_part() -> None:
    text = Text("see abcd", [Span(0, 6, Mark.ITALIC)])
    assert write_text(text, "html", [Link(4, 8, "https://x.org")]) == (
        '<i>see <a href="https://x.org">ab</a></i><a href="https://x.org">cd</a>'
    )


def test_links_one_after_the_other() -> None:
    links = [Link(0, 1, "https://a.org"), Link(2, 3, "https://b.org")]
    assert write_text(Text("a b"), "markdown", links) == "[a](<https://a.org>) [b](<https://b.org>)"


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("text", "[1] A"),
        ("html", '<span class="csl-left-margin">[1]</span><span class="csl-right-inline">A</span>'),
        ("markdown", "\\[1\\] A"),
        ("latex", "[1] A"),
        ("rtf", "[1]\tA"),
    ],
)
def test_a_first_field_in_the_margin_is_set_off(to: str, written: str) -> None:
    text = Text("[1]A", [Span(0, 3, Mark.LEFT_MARGIN), Span(3, 4, Mark.RIGHT_INLINE)])
    assert write_text(text, to) == written


def test_a_first_field_that_ends_in_a_space_needs_no_other() -> None:
    assert write_text(Text("1. A", [Span(0, 3, Mark.LEFT_MARGIN)]), "text") == "1. A"


def test_raised_letters_in_html() -> None:
    assert write_text(Text("nᵒ 4 & ½"), "html") == "n<sup>o</sup> 4 &amp; ½"

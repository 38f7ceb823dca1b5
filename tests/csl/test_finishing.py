"""From the tree to a text: marks that turn back, quotation marks, punctuation that meets."""

import pytest

from csl.tiny import cited, one, program, work
from reflist.csl.processor.document import Document
from reflist.csl.processor.finishing import finish
from reflist.text import Mark, Span, Text

TITLE = '<text variable="title" {}/>'


def titled(title: str, attributes: str = "", after: str = "", **options: str) -> str:
    return one(f"<group>{TITLE.format(attributes)}{after}</group>", work(title=title), **options)


@pytest.mark.parametrize(
    ("title", "attributes", "expected"),
    [
        ("of <i>E. coli</i>", "", "of {italic E. coli}"),
        ("of <i>E. coli</i>", 'font-style="italic"', "{italic of {upright E. coli}}"),
        ("<i>a <i>b</i> c</i>", 'font-style="italic"', "{italic {upright a {italic b} c}}"),
        ("<i>a <b>b</b> c</i>", "", "{italic a {bold b} c}"),
        ("a <b>b</b> <i>c</i>", 'font-weight="bold"', "{bold a {regular b} {italic c}}"),
        ('<span class="nocase">a</span>', 'text-case="uppercase"', "a"),
        ("x<sup>2</sup>", 'font-variant="small-caps"', "{small-caps x{sup 2}}"),
        ("x", 'font-style="normal"', "x"),
        ("x", 'text-decoration="underline"', "{underline x}"),
        ("x", 'vertical-align="baseline"', "x"),
        ("x", 'vertical-align="sup"', "{sup x}"),
        ("x", 'font-weight="light"', "{light x}"),
        ("x", 'font-style="oblique"', "{oblique x}"),
        ("x", 'display="block"', "x"),
    ],
)
def test_marks(title: str, attributes: str, expected: str) -> None:
    assert titled(title, attributes) == expected


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ('font-style="italic"', 'font-style="normal"', "{italic {upright T}}"),
        ('font-style="italic"', 'font-style="italic"', "{italic T}"),
        ('vertical-align="sup"', 'vertical-align="baseline"', "{sup {baseline T}}"),
        ('text-case="uppercase"', 'prefix="in "', "IN T"),
        ('text-case="uppercase"', 'prefix="ß "', "ß T"),
        ('strip-periods="true"', 'suffix=".,"', "T,"),
    ],
)
def test_looks_inside_looks(outer: str, inner: str, expected: str) -> None:
    layout = f'<group {outer}><text variable="title" {inner}/></group>'
    assert one(layout, work(title="T")).replace("ß", "ß") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('a "b" c', "a “b” c"),
        ("a “b” c", "a “b” c"),
        ("a 'b' c", "a “b” c"),
        ("a ‘b’ c", "a ‘b’ c"),
        ("a \"b 'c' d\" e", "a “b ‘c’ d” e"),
        ("it's", "it’s"),
        ("the dogs' tails", "the dogs’ tails"),
        ("rock 'n' roll", "rock “n” roll"),
        ("'tis so", "’tis so"),
        ('12" and more', '12" and more'),
        ("(“a”)", "(“a”)"),
        ("“open", "“open"),
        ('"a \'b" c', "“a ’b” c"),
        ('"<i>a</i>" b', "“{italic a}” b"),
        ("<i>a's</i> b's", "{italic a’s} b’s"),
    ],
)
def test_quotation_marks_in_the_data(title: str, expected: str) -> None:
    assert titled(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("a", "“a”"), ('a "b" c', "“a ‘b’ c”"), ("a “b ‘c’” d", "“a ‘b “c”’ d”")],
)
def test_quotation_marks_alternate(title: str, expected: str) -> None:
    assert titled(title, 'quotes="true"') == expected


@pytest.mark.parametrize(
    ("title", "locale", "expected"),
    [
        ("a “b” ‘c’", "en-GB", "a “b” ‘c’"),
        ('a "b"', "en-GB", "a ‘b’"),
        ("a “b” ‘c’", "de-DE", "a “b” ‘c’"),
        ('a "b"', "de-DE", "a „b“"),
        ("a “b”", "fr-FR", "a “b”"),
    ],
)
def test_typographic_marks_are_those_of_the_language_or_stand_as_they_are(
    title: str, locale: str, expected: str
) -> None:
    assert one('<text variable="title"/>', work(title=title), language=locale) == expected


def test_marks_on_quotations_of_the_data() -> None:
    item = work() | {"title": Text("so it is", [Span(0, 2, Mark.QUOTE)])}
    assert one(TITLE.format(""), item) == "“so” it is"


@pytest.mark.parametrize(
    ("title", "suffix", "expected"),
    [
        ("Why?", ".", "Why?"),
        ("Why?", ",", "Why?,"),
        ("So.", ".", "So."),
        ("So.", ",", "So.,"),
        ("So.", ": ", "So.: "),
        ("So!", ".", "So!"),
        ("So,", ".", "So,."),
        ("So:", "!", "So!"),
        ("So;", ".", "So;"),
        ("So:", "...", "So:..."),
        ("Why?", "...", "Why?..."),
        ("So ", " x", "So x"),
        ("So", ". ", "So. "),
        ("a." + "." * 50_000, ".", "a." + "." * 50_000),
    ],
)
def test_punctuation_that_meets(title: str, suffix: str, expected: str) -> None:
    assert titled(title, f'suffix="{suffix}"') == expected
    assert titled(title, after=f'<text value="{suffix}"/>') == expected


@pytest.mark.parametrize(
    ("title", "suffix", "locale", "expected"),
    [
        ("So", ".", "en-US", "“So.”"),
        ("So", ", x", "en-US", "“So,” x"),
        ("So", ";", "en-US", "“So”;"),
        ("Why?", ".", "en-US", "“Why?”"),
        ("Why?", ",", "en-US", "“Why?,”"),
        ("So.", ".", "en-US", "“So.”"),
        ("So", ".", "en-GB", "‘So’."),
        ("So?", ".", "en-GB", "‘So?’"),
        ("So.", "?", "en-GB", "‘So.’?"),
        ("So", ".", "de-DE", "„So“."),
    ],
)
def test_punctuation_and_closing_quotation_marks(title: str, suffix: str, locale: str, expected: str) -> None:
    assert titled(title, f'quotes="true" suffix="{suffix}"', language=locale) == expected


def test_text_in_its_own_block_meets_nothing() -> None:
    layout = '<text variable="title" suffix="."/><text value=". x" display="block"/>'
    assert one(layout, work(title="T")) == "T.{block . x}"


def test_nothing() -> None:
    in_style = program("")
    assert finish(None, in_style.locales).text == Text()
    assert cited(in_style, work()) == [""]


def test_where_the_values_stand() -> None:
    layout = '<text variable="title" prefix="“" suffix="”, "/><text variable="volume"/>'
    bibliography = f"<bibliography><layout>{layout}</layout></bibliography>"
    document = Document(program(layout, bibliography=bibliography), [work(title="T", volume="3")])
    assert document.bibliography()[0].finished.fields == [(1, 2, "title"), (5, 6, "volume")]


def test_very_many_marks() -> None:
    assert titled("“" * 50_000 + "’" * 50_000).startswith("“")
    assert titled("<i>a</i>'s " * 2_000).startswith("{italic a}’s {italic a}’s")


def test_straight_marks_that_the_style_sets_around_a_part_stay() -> None:
    assert one("""<text variable="title" prefix=" '" suffix="', "/><text value="l'an"/>""") == " 'Title', l’an"

"""Our own processor behind the common interface: every reference gets an entry, and what is wrong is reported."""

from typing import Any

import pytest

from reflist.csl import BadStyleError, Style
from reflist.engines import own, render_bibliography
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.text import Text

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'


def style(layout: str, *, macros: str = "", sort: str = "", options: str = "", name: str = "test") -> Style:
    source = f"""{HEAD}{macros}<citation><layout><text variable="title"/></layout></citation>
    <bibliography {options}>{sort}<layout>{layout}</layout></bibliography></style>"""
    return Style(name, source.encode())


def lines(references: list[Reference], in_style: Style | str, report: Report | None = None) -> list[str]:
    rendered = render_bibliography(references, in_style, engine_name="reflist", report=report)
    return rendered.to("text").splitlines()


def book(id: str, title: str, **variables: Text | str | Date | tuple[Name, ...]) -> Reference:
    return Reference(id, "book", {"title": Text(title), **variables})


TITLE = '<text variable="title"/>'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "apa",
            ["Doe, J. (2001). On this (2nd ed.)."],
        ),
        ("harvard", ["Doe, J. (2001) On this. 2nd edn."]),
    ],
)
def test_our_styles(name: str, expected: list[str]) -> None:
    doe = book("doe", "On this", author=(Name("Doe", "Jane"),), issued=Date.of(2001), edition="2")
    assert lines([doe], name) == expected


def test_one_entry_for_each_reference_even_if_two_share_an_id() -> None:
    rendered = render_bibliography([book("x", "B"), book("x", "A")], style(TITLE), engine_name="reflist")
    assert [(entry.id, entry.text.plain) for entry in rendered.entries] == [("x", "B"), ("x", "A")]


def test_what_sorts_alike_goes_by_its_printed_letter() -> None:
    alike = [book("1", "T", **{"year-suffix": "b"}, volume="B"), book("2", "T", **{"year-suffix": "a"}, volume="A")]
    layout = '<text variable="volume"/>'
    assert lines(alike, style(layout, sort='<sort><key variable="title"/></sort>')) == ["A", "B"]
    assert lines(alike, style(layout)) == ["B", "A"]


def test_a_reference_that_the_style_prints_nothing_of() -> None:
    report = Report()
    empty = Reference("empty", "book", {})
    assert lines([book("x", "T"), empty], style('<text variable="note"/>'), report) == ["T.", "empty."]
    assert [str(found) for found in report] == [
        "error[entry-not-formatted] the style prints nothing for it (x)",
        "error[entry-not-formatted] there is nothing to print (empty)",
    ]


def test_a_broken_style_is_used_as_far_as_it_goes() -> None:
    report = Report()
    macros = '<macro name="m"><text macro="m"/><text variable="title"/></macro>'
    assert lines([book("x", "T")], style('<text macro="m"/><text macro="n"/>', macros=macros), report) == ["T"]
    assert [str(found) for found in report] == [
        "test.csl:1: error[style-macro-recursive] macro 'm' calls itself",
        "test.csl:2: error[style-macro-missing] there is no macro 'n'",
    ]


def test_a_style_for_citations_only() -> None:
    source = f"{HEAD}<citation><layout>{TITLE}</layout></citation></style>"
    with pytest.raises(BadStyleError, match="style 'only' formats citations only"):
        lines([book("x", "T")], Style("only", source.encode()))


def test_a_style_nested_too_deeply() -> None:
    macros = "".join(f'<macro name="m{n}"><group><text macro="m{n + 1}"/></group></macro>' for n in range(2000))
    with pytest.raises(BadStyleError, match="style 'deep' is nested too deeply"):
        lines([book("x", "T")], style('<text macro="m0"/>', macros=macros, name="deep"))


def test_only_so_many_styles_stay_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "STYLES_KEPT", 1)
    for name in ("one", "two", "one"):
        assert lines([book("x", "T")], style(TITLE, name=name)) == ["T"]


def test_values_are_tidied() -> None:
    untidy = Reference(
        "x",
        "book",
        {
            "title": Text.from_csl(" A\n<i>b\t\tc</i>\u200b  d\x00e\u00a0f "),
            "author": (Name("Doe\n", "  Jane"), Name("\x00"), Name(literal="The  Club")),
            "DOI": "https://doi.org/10.1/x",
            "publisher": Text("P\r\nQ"),
            "note": Text("\n"),
            "issued": Date.of(2001),
        },
    )
    layout = """<group delimiter="|"><names variable="author"/><text variable="title"/><text variable="DOI"/>
        <text variable="publisher"/><text variable="note"/>
        <date variable="issued" form="text" date-parts="year"/></group>"""
    rendered = render_bibliography([untidy], style(layout), engine_name="reflist")
    assert rendered.to("html").splitlines()[1].strip() == (
        '<div class="csl-entry" id="ref-x">Jane Doe, The Club|A <i>b c</i> d e\u00a0f|'
        '<a href="https://doi.org/10.1/x">10.1/x</a>|P Q|2001</div>'
    )


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("author", (Name("Do\ne", "Jane"), Name("Roe", "R.")), "Jane Do e, R. Roe"),
        ("author", (Name("Doe", "JR"), Name("Roe", "JO")), "J. R. Doe, JO Roe"),
        ("author", (Name(suffix="Jr."), Name("Roe", "R.")), "R. Roe"),
        ("author", (Name("Doe", "Jane "),), "Jane Doe"),
        ("DOI", "doi:10.1/x", "10.1/x"),
        ("publisher", Text("P  Q"), "P Q"),
        ("volume", " 3", "3"),
    ],
)
def test_one_value_is_tidied_among_others(variable: str, value: Any, expected: str) -> None:
    layout = f"""<group delimiter="|"><text variable="title"/><{"names" if variable == "author" else "text"}
        variable="{variable}"/></group>"""
    item = Reference("x", "book", {"title": Text("T"), variable: value})
    assert lines([item], style(layout)) == [f"T|{expected}"]


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("text", "<script>x</script> \\write18{} & {y}"),
        ("html", "<i>&lt;script&gt;x&lt;/script&gt;</i> \\write18{} &amp; {y}"),
        ("markdown", "*\\<script\\>x\\</script\\>* \\\\write18{} & {y}"),
        ("latex", r"\textit{\textless{}script\textgreater{}x\textless{}/script\textgreater{}} \textbackslash{}write18"),
        ("rtf", r"{\i <script>x</script>} \\write18\{\} & \{y\}"),
    ],
)
def test_nothing_in_the_data_is_a_tag_or_a_command(to: str, expected: str) -> None:
    layout = '<text variable="title" font-style="italic"/><text variable="publisher" prefix=" "/>'
    hostile = book("x", "<script>x</script>", publisher=Text("\\write18{} & {y}"))
    assert expected in render_bibliography([hostile], style(layout), engine_name="reflist").to(to)


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("text", "1. T"),
        ("html", '<span class="csl-left-margin">1. </span><span class="csl-right-inline">T</span>'),
        ("markdown", "1\\. T"),
    ],
)
def test_a_first_field_that_is_aligned(to: str, expected: str) -> None:
    layout = f'<text variable="citation-number" suffix=". "/>{TITLE}'
    in_style = style(layout, options='second-field-align="flush"')
    assert expected in render_bibliography([book("x", "T")], in_style, engine_name="reflist").to(to)


@pytest.mark.parametrize(
    ("given", "printed"),
    [("JK", "J. K."), ("Mary AM", "M. A. M."), ("JOHN", "J."), ("EVA", "E."), ("JCJHX", "J."), ("R2D2", "R.")],
)
def test_initials_without_stops(given: str, printed: str) -> None:
    layout = '<names variable="author"><name initialize-with=". "/></names>'
    assert lines([book("x", "T", author=(Name("Moss", given),))], style(layout)) == [f"{printed} Moss"]


def test_links_to_what_identifies_a_work() -> None:
    layout = ' <text variable="title"/> <text variable="DOI" prefix=" https://doi.org/"/>'
    item = book("x", "T", DOI="10.1/<b>")
    assert '<a href="https://doi.org/10.1/%3Cb%3E">https://doi.org/10.1/&lt;b&gt;</a>' in render_bibliography(
        [item], style(layout)
    ).to("html")

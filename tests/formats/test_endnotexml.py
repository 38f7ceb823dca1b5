"""References in EndNote XML."""

import time
from pathlib import Path

import pytest
from hypothesis import given

from reflist.formats import endnotexml
from reflist.formats.endnotexml_tables import AUTHORS, CSL_TYPES, FIELDS, NUMBERS, SHARED, TYPES, fields
from reflist.formats.sniffing import SNIFFED, SNIFFERS
from reflist.model import KINDS, Date, Name, Reference, Remainder, Value, to_csl
from reflist.model import TYPES as CSL
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import any_references, references

ITALIC = '<style face="italic" font="default" size="100%">'

NORMAL = ITALIC.replace("italic", "normal")


def written(*references: Reference) -> str:
    return "".join(endnotexml.write(references, Report()))


def read(text: str) -> list[Reference]:
    items = list(endnotexml.read(Source("f.xml", text.encode()), Report()))
    assert not any(isinstance(item, Remainder) for item in items)
    return [item for item in items if isinstance(item, Reference)]


def record(fields: str, kind: str = "Book") -> Reference:
    """The reference in a record with these fields."""
    (reference,) = read(f'<xml><records><record><ref-type name="{kind}">0</ref-type>{fields}</record></records></xml>')
    return reference


def contents(type_: str, **variables: Value) -> str:
    """The record of a reference without its type and the text around it."""
    names = {name.replace("_", "-"): value for name, value in variables.items()}
    (line,) = written(Reference("", type_, names)).splitlines()[2:-1]
    return line.partition("</ref-type>")[2].removesuffix("</record>")


def test_tables() -> None:
    assert TYPES.keys() == CSL
    assert set(TYPES.values()) <= NUMBERS.keys()
    assert set(CSL_TYPES.values()) <= CSL
    assert {kind.casefold() for kind in NUMBERS} <= CSL_TYPES.keys()
    assert {row.variable for row in FIELDS} <= KINDS.keys()


@pytest.mark.parametrize("kind", sorted(NUMBERS))
def test_an_element_means_one_thing_in_a_type(kind: str) -> None:
    paths = [row.path for row in fields(kind) if row.path not in SHARED and (kind, row.path) != ("Music", AUTHORS)]
    assert len(paths) == len(set(paths))


@given(any_references())
def test_everything_comes_back(reference: Reference) -> None:
    reference = reference.replace(extras={key: values for key, values in reference.extras.items() if values})
    assert read(written(reference)) == [reference]


@given(references())
def test_what_is_written_is_a_file_of_one_record(reference: Reference) -> None:
    assert [item.id for item in read(written(reference, reference))] == [reference.id] * 2


def test_an_empty_list() -> None:
    assert read(written()) == []


@pytest.mark.parametrize(
    "value",
    [
        "a</title></record>",
        "]]>",
        "<!-- ",
        "&amp;lt;",
        "a\nb",
        "a\r\nb",
        "\x00\x1f",
        "\u202e",
        "<script>",
        "\ufffe",
        "  a ",
    ],
)
def test_hostile_values(value: str) -> None:
    reference = Reference("k", "book", {"title": Text(value), "DOI": value, "author": (Name(literal=value),)})
    assert read(written(reference)) == [reference]


@pytest.mark.parametrize(
    ("type_", "variables", "expected"),
    [
        ("book", {"title": Text("A & B")}, "<titles><title>A &amp; B</title></titles>"),
        (
            "article-journal",
            {"title": Text("T"), "container_title": Text("J")},
            (
                "<titles><title>T</title><secondary-title>J</secondary-title></titles>"
                "<periodical><full-title>J</full-title></periodical>"
            ),
        ),
        (
            "chapter",
            {"editor": (Name("Zalta", "E."),), "author": (Name("Doe", "J."), Name(literal="Cabinet Office"))},
            (
                "<contributors><authors><author>Doe, J.</author><author>Cabinet Office,</author></authors>"
                "<secondary-authors><author>Zalta, E.</author></secondary-authors></contributors>"
            ),
        ),
        (
            "book",
            {"editor": (Name("Zalta", "E."),)},
            "<contributors><authors><author>Zalta, E.</author></authors></contributors>",
        ),
        ("book", {"keyword": Text("a, b")}, "<keywords><keyword>a</keyword><keyword>b</keyword></keywords>"),
        ("article-journal", {"status": Text("In press")}, "<dates><year>In press</year></dates>"),
        (
            "paper-conference",
            {"event_title": Text("M"), "container_title": Text("P")},
            "<titles><secondary-title>M</secondary-title></titles><custom3>P</custom3>",
        ),
        ("paper-conference", {"container_title": Text("P")}, "<titles><secondary-title>P</secondary-title></titles>"),
        (
            "book",
            {"title": Text("On E. coli now", [Span(3, 10, Mark.ITALIC)])},
            f"<titles><title>{NORMAL}On </style>{ITALIC}E. coli</style>{NORMAL} now</style></title></titles>",
        ),
        ("report", {"number": "Cm 1"}, "<isbn>Cm 1</isbn>"),
        ("webpage", {"accessed": Date.of(2007, 4, 8)}, "<access-date>2007-04-08</access-date>"),
    ],
)
def test_fields(type_: str, variables: dict[str, Value], expected: str) -> None:
    assert contents(type_, **variables) == expected


def test_values_without_a_field_are_in_a_foreign_key() -> None:
    text = written(Reference("k", "book", {"event-title": Text("M")}, {("ris", "C7"): ("x",)}))
    assert '<foreign-keys><key app="reflist">{&quot;event-title&quot;: &quot;M&quot;' in text
    assert "<label>k</label>" in text


def test_a_field_edited_elsewhere_counts() -> None:
    reference = Reference("k", "book", {"title": Text("Old", [Span(0, 3, Mark.SMALL_CAPS)]), "event-title": Text("M")})
    (changed,) = read(written(reference).replace("<title>Old", "<title>New"))
    assert changed == reference | {"title": Text("New")}


def test_a_key_of_ours_that_is_none() -> None:
    reference = record('<foreign-keys><key app="reflist">{</key><key app="EN">1</key></foreign-keys>')
    assert reference.extras == {("endnotexml", "foreign-keys/key"): ("{",)}
    assert read(written(reference)) == [reference]


def test_controls_are_reported() -> None:
    report = Report()
    list(endnotexml.write([Reference("k", "book", {"title": Text("a\x00")})], report))
    assert [str(diagnostic) for diagnostic in report] == [
        "repair[xml-character] title: control characters left out of the field (k)"
    ]


DATES = [
    (Date.of(2007), "<year>2007</year>"),
    (Date.of(2007, 11), "<year>2007</year><pub-dates><date>November</date></pub-dates>"),
    (Date.of(2007, 11, 2), "<year>2007</year><pub-dates><date>November 2</date></pub-dates>"),
    (Date(((1974, 4), (1974, 6))), "<year>1974</year><pub-dates><date>April-June</date></pub-dates>"),
    (Date(((1974, 4, 1), (1974, 4, 3))), "<year>1974</year><pub-dates><date>April 1-3</date></pub-dates>"),
    (Date(((1974, 4, 30), (1974, 5, 3))), "<year>1974</year><pub-dates><date>April 30-May 3</date></pub-dates>"),
    (Date(((2020,),), season="4"), "<year>2020</year><pub-dates><date>Winter</date></pub-dates>"),
    (Date(((1756,),), circa=True), "<year>ca. 1756</year>"),
    (Date(((1756, 3),), circa=True), "<year>1756-03~</year>"),
    (Date(((-375,),), circa=True), "<year>-0374~</year>"),
    (Date(((1968,), (2011,))), "<year>1968/2011</year>"),
    (Date(((1968,), ())), "<year>1968/..</year>"),
    (Date(((350,),)), "<year>0350</year>"),
    (Date(literal="n.d."), "<year>n.d.</year>"),
]


@pytest.mark.parametrize(("date", "expected"), DATES)
def test_dates(date: Date, expected: str) -> None:
    assert contents("book", issued=date) == f"<dates>{expected}</dates>"
    assert record(f"<dates>{expected}</dates>")["issued"] == date


@pytest.mark.parametrize(
    ("expected", "field"),
    [
        (Date.of(1937, 1), "<year>1937</year><pub-dates><date>Jan</date></pub-dates>"),
        (Date.of(2018, 12), "<year>2018</year><month>12</month>"),
        (Date.of(2018, 12, 28), "<year>2018</year><pub-dates><date>2018-12-28</date></pub-dates>"),
        (Date.of(2018, 12, 28), "<year>2018</year><pub-dates><date>28 Dec 2018</date></pub-dates>"),
        (Date.of(2018, 12, 28), "<pub-dates><date>28 Dec 2018</date></pub-dates>"),
        (Date.of(476), "<year>476</year>"),
        (Date(((1968,), (1974,))), "<year>1968-1974</year>"),
        (Date(literal="2000 " * 20), "<year>" + "2000 " * 20 + "</year>"),
    ],
)
def test_dates_of_others(expected: Date, field: str) -> None:
    date = record(f"<dates>{field}</dates>").date("issued")
    assert date.replace(literal=date.literal.strip()) == expected.replace(literal=expected.literal.strip())


@pytest.mark.parametrize("day", ["no date", "Jan 2001", "2001-02-03", "in " + "Jan " * 30])
def test_days_that_are_none_of_the_year_are_kept(day: str) -> None:
    reference = record(f"<dates><year>1937</year><year>38</year><pub-dates><date>{day}</date></pub-dates></dates>")
    assert reference["issued"] == Date.of(1937)
    assert reference.extras["endnotexml", "dates/pub-dates/date"] == (day.strip(),)
    assert reference.extras["endnotexml", "dates/year"] == ("38",)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("van der Berg, J.", Name("Berg", "J.", non_dropping_particle="van der")),
        ("Cabinet Office,", Name(literal="Cabinet Office")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("Jane Doe", Name("Doe", "Jane")),
        ("Voltaire", Name("Voltaire")),
        ("Doe, " * 100, Name(literal=("Doe, " * 100).rstrip(", "))),
    ],
)
def test_names(raw: str, name: Name) -> None:
    field = f"<contributors><authors><author>\n {raw} </author></authors></contributors>"
    assert record(field)["author"] == (name,)


def test_pages_are_counted_where_endnote_counts_them() -> None:
    assert record("<pages>32</pages>").plain("number-of-pages") == "32"
    assert record("<pages>32</pages>", "Report").plain("page") == "32"
    assert contents("report", number_of_pages="32").endswith("<pages>32</pages>")


def test_editors() -> None:
    editors = "<secondary-authors><author>Roe, J.</author></secondary-authors>"
    authors = "<authors><author>Doe, J.</author></authors>"
    assert record(f"<contributors>{editors}</contributors>").names("editor")
    assert record(f"<contributors>{authors}{editors}</contributors>").names("collection-editor")
    assert record(f"<contributors>{authors}</contributors>", "Edited Book").names("editor")
    assert record(f"<contributors>{authors}{editors}</contributors>", "Book Section").names("editor")


@pytest.mark.parametrize(("edition", "variable"), [("2018/03/04", "available-date"), ("International ed.", "edition")])
def test_the_edition_of_an_article_may_be_its_day_online(edition: str, variable: str) -> None:
    assert set(record(f"<edition>{edition}</edition>", "Journal Article").variables) == {variable}


@pytest.mark.parametrize(
    ("field", "variables"),
    [
        ("<pages>1--9</pages>", {"page": "1-9"}),
        ("<pages>xii, 97</pages>", {"number-of-pages": "xii, 97"}),
        ("<secondary-title>S</secondary-title>", {"collection-title": "S"}),
        ("<isbn>0012-9658</isbn>", {"ISSN": "0012-9658"}),
        ("<isbn>978-0-19-920648-3</isbn>", {"ISBN": "978-0-19-920648-3"}),
        ("<electronic-resource-num>https://doi.org/10.1234/x</electronic-resource-num>", {"DOI": "10.1234/x"}),
        ("<electronic-resource-num>none</electronic-resource-num>", {}),
        ("<urls><related-urls><url>&lt;Go to ISI&gt;://1</url></related-urls></urls>", {}),
        ("<urls><web-urls><url>https://a.org</url></web-urls></urls>", {"URL": "https://a.org"}),
        ("<accession-num>ISI:1</accession-num>", {"archive_location": "ISI:1"}),
        ("<edition>International ed.</edition>", {"edition": "International ed."}),
        ("<orig-pub>1866</orig-pub>", {"original-date": {"date-parts": [[1866]]}}),
        ("<orig-pub>Paris, 1866</orig-pub>", {"original-publisher": "Paris, 1866"}),
        ("<abstract>one&#13;two\n three</abstract>", {"abstract": "one\ntwo three"}),
        ("<keywords><keyword>a&#xD;b</keyword><keyword>c</keyword></keywords>", {"keyword": "a, b, c"}),
        ("<volume><style>4</style></volume>", {"volume": "4"}),
        ("<volume/><volume></volume>", {}),
        ("<dates><year>forthcoming</year></dates>", {"status": "forthcoming"}),
        ("<access-date>3 May 2011</access-date>", {"accessed": {"date-parts": [[2011, 5, 3]]}}),
        ("<periodical><full-title>J</full-title><abbr-1>J</abbr-1></periodical>", {"container-title": "J"}),
    ],
)
def test_values(field: str, variables: dict[str, object]) -> None:
    item = to_csl(record(field))
    assert {name: value for name, value in item.items() if name not in ("id", "type", "custom")} == variables


def test_repeated_values_are_kept_only_if_new() -> None:
    reference = record(
        "<titles><secondary-title>Journal</secondary-title></titles><periodical><full-title>Journal</full-title>"
        "<abbr-1>J.</abbr-1></periodical><alt-periodical><full-title>J.</full-title><abbr-1>Jnl</abbr-1></alt-periodical>"
        "<urls><related-urls><url>https://a.org</url></related-urls><web-urls><url>https://a.org</url></web-urls></urls>",
        "Journal Article",
    )
    assert {name: reference.plain(name) for name in reference.variables} == {
        "container-title": "Journal",
        "container-title-short": "J.",
        "URL": "https://a.org",
    }
    assert reference.extras == {("endnotexml", "alt-periodical/abbr-1"): ("Jnl",)}


def test_an_abbreviated_title_is_replaced_by_the_full_one() -> None:
    reference = record(
        "<titles><secondary-title>Mill. J.</secondary-title></titles>"
        "<periodical><full-title>Milling Journal</full-title><abbr-1>Mill. J.</abbr-1></periodical>",
        "Journal Article",
    )
    assert {name: reference.plain(name) for name in reference.variables} == {
        "container-title": "Milling Journal",
        "container-title-short": "Mill. J.",
    }


def test_unknown_fields_are_kept_and_written_back() -> None:
    reference = record(
        '<database name="d">d</database><rec-number>7</rec-number><custom1>one</custom1><volume>1</volume>'
        "<volume>2</volume><urls><pdf-urls><url>internal-pdf://1</url></pdf-urls></urls><label>two words</label>"
        "<contributors><quinary-authors><author>X</author></quinary-authors></contributors>"
    )
    assert {tag: values for (_, tag), values in reference.extras.items()} == {
        "rec-number": ("7",),
        "custom1": ("one",),
        "volume": ("2",),
        "urls/pdf-urls/url": ("internal-pdf://1",),
        "label": ("two words",),
        "contributors/quinary-authors/author": ("X",),
    }
    text = written(reference)
    assert "foreign-keys" not in text
    assert "<pdf-urls><url>internal-pdf://1</url></pdf-urls>" in text
    assert read(text) == [reference]


def test_a_label_is_the_id() -> None:
    reference = record("<label>ostrom1990</label><label>second</label>")
    assert reference.id == "ostrom1990"
    assert reference.extras == {("endnotexml", "label"): ("second",)}


@pytest.mark.parametrize(
    ("element", "type_", "kept"),
    [
        ('<ref-type name="journal article">0</ref-type>', "article-journal", ()),
        ('<ref-type name="Conference">11</ref-type>', "paper-conference", ()),
        ("<ref-type>17</ref-type>", "article-journal", ()),
        ("<ref-type>999</ref-type>", "document", ()),
        ("<ref-type>Sculpture</ref-type>", "document", ("Sculpture",)),
        ('<ref-type name="Sculpture">70</ref-type>', "document", ("Sculpture",)),
        ("", "document", ()),
    ],
)
def test_reference_types(element: str, type_: str, kept: tuple[str, ...]) -> None:
    report = Report()
    text = f"<xml><records><record>{element}</record></records></xml>"
    (reference,) = endnotexml.read(Source("f.xml", text.encode()), report)
    assert isinstance(reference, Reference)
    assert (reference.type, reference.extras.get(("endnotexml", "ref-type"), ())) == (type_, kept)
    assert [diagnostic.code for diagnostic in report] == ["endnotexml-unknown-type"] * bool(kept)
    assert read(written(reference)) == [reference]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("\n <style face='normal'>On </style>\n <style face='italic'>E. coli</style>\n", "On <i>E. coli</i>"),
        ("H<style face='subscript'>2</style>O", "H<sub>2</sub>O"),
        ("<style face='bold'>a<!-- --> </style><style face='bold italic'> b</style> c", "<b>a <i>b</i></b> c"),
        ("<style face='underline'>a</style>", "a"),
        ("x&#13; <style face='superscript'> y </style>", "x\n<sup>y</sup>"),
    ],
)
def test_styles(markup: str, text: str) -> None:
    assert record(f"<titles><title>{markup}</title></titles>")["title"] == Text.from_csl(text)


def test_a_broken_record_costs_no_other() -> None:
    report = Report()
    text = "<xml><records><record><a></record>\n<record><volume>2</volume></record>\n<record><vol"
    broken, good, cut = endnotexml.read(Source("f.xml", text.encode()), report)
    assert isinstance(broken, Remainder)
    assert isinstance(cut, Remainder)
    assert isinstance(good, Reference)
    assert (good["volume"], good.origin.source, good.origin.line) == ("2", "f.xml", 2)
    assert [(diagnostic.code, diagnostic.place.line) for diagnostic in report] == [("xml-syntax", 1), ("xml-syntax", 3)]


@pytest.mark.untraced
@pytest.mark.parametrize(
    "fields",
    [
        "".join(f"<{letter * 10_000}>" for letter in "abc")
        + "<v>1</v>" * 50_000
        + "".join(f"</{letter * 10_000}>" for letter in "cba"),
        "<titles><title>" + '<style face="bold">a</style><style>b</style>' * 5_000 + "</title></titles>",
        f"<urls><related-urls><url>a.{'b' * 1_000_000} c</url></related-urls></urls>",
        f"<contributors><authors><author>{'Xy, ' * 200_000}</author></authors></contributors>",
        f"<isbn>{'1 ' * 500_000}</isbn><pages>{'1-' * 200_000}</pages><abstract>{'x' * 5_000_000}</abstract>",
        f"<titles><title a='{'x' * 5_000_000}'>t</title></titles>",
        "<a>" * 200 + "x" + "</a>" * 200,
    ],
    ids=["names", "styles", "url", "author", "values", "attribute", "deep"],
)
def test_hostile_records_come_back(fields: str) -> None:
    begun = time.process_time()
    reference = record(fields)
    assert read(written(reference)) == [reference]
    assert time.process_time() - begun < 60  # only a hang takes that long


def test_real_files(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not here")
    suffixes = (".xml", ".endnotexml", ".endx", ".input")
    files = [file for file in sorted((data / "formats").rglob("*")) if file.suffix in suffixes]
    sources = [source for source in map(Source.from_path, files) if SNIFFERS["endnotexml"](source.text[:SNIFFED])]
    assert sources
    for source in sources:
        found = read(source.text)
        assert len(found) == source.text.count("<record>"), source.name
        assert read(written(*found)) == found


def test_malformed_files(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not here")
    found = {}
    for file in sorted((data / "malformed").glob("*.endnotexml")):
        report = Report()
        items = list(endnotexml.read(Source.from_path(file), report))
        assert not any(isinstance(item, Reference) and "passwd" in str(item) for item in items)
        found[file.name[3:-11]] = (
            sum(isinstance(item, Reference) for item in items),
            [diagnostic.code for diagnostic in report],
        )
    assert found == {
        "truncated": (0, ["xml-syntax"]),
        "xxe": (0, ["xml-doctype"]),
        "billion_laughs": (0, ["xml-doctype"]),
        "empty": (0, []),
    }


def test_numbers_among_other_words() -> None:
    found = record("<isbn>1234-5679 (Print)&#xD;0028-4793 (Linking)</isbn>", "Journal Article")
    assert found.plain("ISSN") == "1234-5679"
    assert found.extras == {("endnotexml", "isbn"): ("1234-5679 (Print)\n0028-4793 (Linking)",)}
    assert record("<isbn>978-0-19-966317-0 (hbk.)</isbn>").plain("ISBN") == "978-0-19-966317-0"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("<volume>2022</volume><number>14 June</number>", {"accessed": Date.of(2022, 6, 14)}),
        ("<volume>2022</volume><number>14</number>", {"volume": "2022", "number": "14"}),
        (
            "<volume>2022</volume><number>14 June</number><access-date>2023-01-02</access-date>",
            {"volume": "2022", "number": "14 June", "accessed": Date.of(2023, 1, 2)},
        ),
        ("<volume>2022</volume>", {"volume": "2022"}),
    ],
)
def test_when_a_web_page_was_visited(fields: str, found: dict[str, Value]) -> None:
    assert dict(record(fields, "Web Page").variables) == found


def test_the_department_and_advisor_of_a_thesis() -> None:
    advisor = "<tertiary-authors><author>Advisor, Ann</author></tertiary-authors>"
    fields = f"<contributors>{advisor}</contributors><titles><secondary-title>Geography</secondary-title></titles>"
    found = {"contributor": (Name("Advisor", "Ann"),), "division": Text("Geography")}
    assert dict(record(fields, "Thesis").variables) == found

"""References in RIS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import ris
from reflist.formats.ris_simple import plain_record
from reflist.formats.ris_values import read_issued
from reflist.formats.ris_writing import fields
from reflist.model import KINDS, TYPES, Date, Kind, Name, Reference, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import references


def lines(type_: str, **variables: Value) -> list[str]:
    """The lines between ID and ER."""
    reference = Reference("key", type_, {name.replace("_", "-"): value for name, value in variables.items()})
    first, key, *between, end = "".join(ris.write([reference], Report())).splitlines()
    assert (first[:6], key, end) == ("TY  - ", "ID  - key", "ER  - ")
    return between


@pytest.mark.parametrize(
    ("type_", "variables", "expected"),
    [
        ("article-journal", {"page": "128-137"}, ["SP  - 128", "EP  - 137"]),
        ("article-journal", {"page": "331–350"}, ["SP  - 331", "EP  - 350", 'U1  - csl: {"page": "331–350"}']),
        ("article-journal", {"page": "1-3, 7"}, ["SP  - 1-3, 7"]),
        ("article-journal", {"page": "e0123456"}, ["SP  - e0123456"]),
        ("book", {"editor": (Name("Ostrom", "E."),)}, ["ED  - Ostrom, E."]),
        ("chapter", {"editor": (Name("Ostrom", "E."),)}, ["A2  - Ostrom, E."]),
        ("book", {"author": (Name("King", "Martin", suffix="Jr."),)}, ["AU  - King, Martin, Jr."]),
        ("book", {"author": (Name("Doe", suffix="Jr."),)}, ["AU  - Doe, , Jr."]),
        ("book", {"author": (Name("Berg", "I.", non_dropping_particle="van den"),)}, ["AU  - van den Berg, I."]),
        (
            "book",
            {"author": (Name(literal="Homes, Towns"), Name(given="Prince"), Name())},
            [
                "AU  - Homes, Towns,",
                "AU  - Prince,",
                'U1  - csl: {"author": [{"literal": "Homes, Towns"}, {"given": "Prince"}, {}]}',
            ],
        ),
        (
            "report",
            {"author": (Name(literal="Department of Health", acronym="DoH", orcid="0"),)},
            [
                "AU  - Department of Health,",
                "U1  - acronym of Department of Health: DoH",
                "U1  - ORCID of Department of Health: 0",
            ],
        ),
        ("report", {"number": "Cm 4310", "ISBN": "978"}, ["SN  - Cm 4310", "M2  - ISBN: 978"]),
        ("report", {"number": "Cm 4310", "ISBN": "9780198526636"}, ["SN  - Cm 4310", "M2  - ISBN: 9780198526636"]),
        (
            "article-journal",
            {"ISSN": "0302-9743", "ISBN": "9780198526636"},
            ["SN  - 0302-9743", "SN  - 9780198526636"],
        ),
        ("article-journal", {"PMCID": "PMC42"}, ["C2  - PMC42"]),
        ("article-journal", {"PMCID": "42"}, ["C2  - 42", 'U1  - csl: {"PMCID": "42"}']),
        ("article-journal", {"reviewed_title": Text("A Book")}, ["RI  - A Book"]),
        ("patent", {"references": Text("US 1"), "status": Text("expired")}, ["C5  - US 1", "C6  - expired"]),
        ("legal_case", {"references": Text("Affirmed")}, ["OP  - Affirmed"]),
        ("legislation", {"section": "33A"}, ["SE  - 33A"]),
        ("motion_picture", {"producer": (Name("Doe", "J."),)}, ["A3  - Doe, J."]),
        ("song", {"performer": (Name("Doe", "J."),)}, ["A2  - Doe, J."]),
        (
            "paper-conference",
            {"container_title": Text("Acts"), "event_title": Text("A Meeting"), "issued": Date.of(2004)},
            ["JF  - Acts", "C3  - Acts", "T2  - A Meeting", "PY  - 2004", "DA  - 2004///"],
        ),
        ("figure", {}, ["M2  - type: figure"]),
        ("document", {}, ["M2  - type: document"]),
        ("document", {"publisher": Text("A Press")}, ["PB  - A Press"]),
        ("article-journal", {"page": "\t"}, ['U1  - also: {"page": "\\t"}']),
        ("motion_picture", {"dimensions": Text("149 min"), "medium": Text("Film")}, ["SP  - 149 min", "M3  - Film"]),
        ("motion_picture", {"page": "3-5"}, ["SP  - 3", "EP  - 5"]),
        ("patent", {"jurisdiction": Text("US")}, ["C3  - US"]),
        ("book", {"collection_title": Text("A series")}, ["T2  - A series"]),
        ("article-journal", {"status": Text("forthcoming")}, ["PY  - forthcoming", "M2  - status: forthcoming"]),
        ("book", {"keyword": Text("a, b; c")}, ["KW  - a", "KW  - b; c"]),
        ("webpage", {"accessed": Date.of(2007, 4, 8)}, ["Y2  - 2007/04/08/"]),
        ("webpage", {"accessed": Date(literal="May")}, ["Y2  - May"]),
        (
            "speech",
            {"event_title": Text("A meeting"), "event_date": Date.of(2007, 4)},
            ["T2  - A meeting", "M2  - event-date: 2007-04"],
        ),
        ("review", {"title": Text("T")}, ["TI  - T", "M2  - type: review"]),
        (
            "book",
            {"director": (Name("Doe", "J."), Name("Roe", "J."))},
            ["M2  - director: Doe || J.", "M2  - director: Roe || J."],
        ),
        ("book", {"note": Text("one\n two")}, ["N1  - one two", 'U1  - csl: {"note": "one\\n two"}']),
    ],
)
def test_lines(type_: str, variables: dict[str, Value], expected: list[str]) -> None:
    assert lines(type_, **variables) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date.of(2007), ["PY  - 2007"]),
        (Date.of(2007, 11), ["PY  - 2007", "DA  - 2007/11//"]),
        (Date(((2007,),), season="3"), ["PY  - 2007", "DA  - 2007///Autumn"]),
        (
            Date(((2007,),), season="Lent"),
            ["PY  - 2007", 'U1  - csl: {"issued": {"date-parts": [[2007]], "season": "Lent"}}'],
        ),
        (Date(((2007, 5),), circa=True), ["PY  - 2007", "DA  - 2007/05//", "M2  - issued: 2007-05~"]),
        (Date(((1968,), (1974,))), ["PY  - 1968", "DA  - 1968 – 1974"]),
        (Date(((1968, 5), (1974, 6, 1))), ["PY  - 1968", "DA  - 1968-05 – 1974-06-01"]),
        (Date(((1968,), ())), ["PY  - 1968", "M2  - issued: 1968/.."]),
        (Date(literal="n.d."), ["PY  - n.d."]),
        (Date(((2007, 21), (2008, 24))), ["PY  - 2007", "DA  - 2007-21 – 2008-24"]),
        (Date(((2007, 21), ())), ["PY  - 2007", "M2  - issued: 2007-21/.."]),
        (
            Date(((2007, 30),)),
            [
                "PY  - 2007",
                "DA  - 2007/30//",
                "M2  - issued: 2007-30",
                'U1  - csl: {"issued": {"date-parts": [[2007, 30]]}}',
            ],
        ),
    ],
)
def test_dates(date: Date, expected: list[str]) -> None:
    assert lines("book", issued=date) == expected


def test_values_that_a_tag_cannot_hold_are_in_a_note() -> None:
    title = Text("E. coli", [Span(0, 7, Mark.ITALIC)])
    assert lines("book", title=title, author=(Name("Smith, Jones", "A."),)) == [
        "AU  - Smith, Jones, A.",
        "TI  - <i>E. coli</i>",
        'U1  - csl: {"author": [{"family": "Smith, Jones", "given": "A."}]}',
    ]


def test_marks_stand_in_their_line_as_csl_json_has_them() -> None:
    title = Text("E. coli", [Span(0, 7, Mark.ITALIC)])
    assert lines("paper-conference", **{"title": title, "container-title": title}) == [
        "TI  - <i>E. coli</i>",
        "JF  - <i>E. coli</i>",
        "C3  - <i>E. coli</i>",
    ]


def test_that_a_word_keeps_its_capitals_is_noted() -> None:
    assert lines("book", title=Text("iPods", [Span(0, 5, Mark.NO_CASE)])) == [
        "TI  - iPods",
        'U1  - csl: {"title": "<span class=\\"nocase\\">iPods</span>"}',
    ]


@pytest.mark.parametrize("plain", ["<i>E. coli</i>", "A &amp; B", "&lt;i&gt;"])
def test_text_that_looks_like_marks_is_kept_exactly(plain: str) -> None:
    assert lines("book", title=Text(plain))[-1].startswith("U1  - csl: {")
    assert lines("book", URL=plain)[-1:] == (
        [f'U1  - csl: {{"URL": "{plain}"}}'] if "&" in plain else [f"UR  - {plain}"]
    )


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("original-date", Date(((1866,),), circa=True), "M2  - original-date: 1866~"),
        ("composer", (Name("King", "M. L.", suffix="Jr."),), "M2  - composer: King || M. L., Jr."),
        ("composer", (Name(literal="Ministry of Homes"),), "M2  - composer: Ministry of Homes"),
        ("medium", Text("CD", [Span(0, 2, Mark.ITALIC)]), "M2  - medium: <i>CD</i>"),
        ("available-date", Date(literal="in May"), "M2  - available-date: in May"),
        ("composer", (Name(literal="Homes, Towns"),), 'U1  - also: {"composer": [{"literal": "Homes, Towns"}]}'),
        ("composer", (Name(given="Prince"),), 'U1  - also: {"composer": [{"given": "Prince"}]}'),
        ("medium", Text("a &amp; b"), 'U1  - also: {"medium": "a &amp; b"}'),
        ("medium", Text("two\nlines"), 'U1  - also: {"medium": "two\\nlines"}'),
    ],
)
def test_values_without_a_tag_are_where_zotero_looks_for_them(variable: str, value: Value, expected: str) -> None:
    assert lines("book", **{variable: value}) == [expected]


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("available-date", Date.of(2018, 3, 4), ["ET  - 2018/03/04/"]),
        (
            "available-date",
            Date(literal="in May"),
            ["ET  - in May", 'U1  - csl: {"available-date": {"literal": "in May"}}'],
        ),
        ("edition", "2018", ["ET  - 2018", 'U1  - csl: {"edition": "2018"}']),
    ],
)
def test_an_edition_and_a_day_share_a_tag(variable: str, value: Value, expected: list[str]) -> None:
    assert lines("article-journal", **{variable: value}) == expected


def test_a_key_without_an_id_is_not_a_line_of_extra() -> None:
    written = "".join(ris.write([Reference("", "book", {"citation-key": "a"})], Report()))
    assert written.splitlines()[1] == 'U1  - also: {"citation-key": "a"}'


@pytest.mark.parametrize("note", ["", " at an end "])
def test_a_reference_without_a_key_has_no_line_for_one(note: str) -> None:
    reference = Reference("", "book", {"title": Text("Plain things"), "note": Text(note)})
    assert "ID  -" not in "".join(ris.write([reference], Report()))


def test_what_other_formats_brought() -> None:
    reference = Reference("k", "book", {}, {("bibtex", "crossref"): ("x", "y")})
    written = "".join(ris.write([reference], Report()))
    assert "U1  - bibtex:crossref: x\nU1  - bibtex:crossref: y\n" in written


_PLAIN = st.text("aZ é-1,.:¶\t\u2028\xad", max_size=5)


@st.composite
def plain_references(draw: st.DrawFn) -> Reference:
    """References with short values, most of them simple."""
    kinds: dict[Kind, st.SearchStrategy[Value]] = {
        Kind.NAMES: st.sampled_from([(Name("Doe", "Jane"),), (Name("Roe", "R."), Name("Doe", "J")), (Name("x", "Y"),)]),
        Kind.DATE: st.sampled_from(
            [Date.of(2007), Date.of(2007, 9, 1), Date(literal="n.d."), Date(((2001,), (2002,)))]
        ),
        Kind.TEXT: _PLAIN.map(Text),
    }
    usual = ["author", "title", "container-title", "page", "volume", "issued", "DOI", "ISSN", "ISBN", "number"]
    chosen = draw(st.lists(st.sampled_from(usual) | st.sampled_from(sorted(KINDS)), max_size=6, unique=True))
    strings = _PLAIN | st.sampled_from(["1", "12-18", "0302-8933", "10.1/x", "doi:10.1/x"])
    variables = {variable: draw(kinds.get(KINDS[variable], strings)) for variable in chosen}
    tags = st.tuples(st.sampled_from(["bibtex", "ris", "Odd"]), st.sampled_from(["inlg", "X1", "a b", "PY"]))
    extras = draw(st.dictionaries(tags, st.lists(_PLAIN, max_size=2).map(tuple), max_size=2))
    types = st.sampled_from(["book", "document", "article-journal", "song", "event", "webpage"])
    return Reference(
        draw(st.sampled_from(["k", "", " k"])), draw(types | st.sampled_from(sorted(TYPES))), variables, extras
    )


@given(plain_references() | references())
def test_what_is_written_plainly_is_what_a_closer_look_would_give(reference: Reference) -> None:
    written = plain_record(reference)
    assert written in (None, "".join(f"{tag}  - {value}\n" for tag, value in fields(reference) if value))


def test_most_references_are_written_plainly() -> None:
    usual: dict[str, Value] = {
        "author": (Name("Doe", "Jane"),),
        "title": Text("A"),
        "issued": Date.of(2007),
        "page": "5",
        "genre": Text("x"),
    }
    for type_ in ("article-journal", "book", "document"):
        assert plain_record(Reference("k", type_, usual, {("bibtex", "inlg"): ("eng", "deu")}))


@given(st.lists(references(), max_size=3))
def test_every_line_is_a_tag_and_a_value(written: list[Reference]) -> None:
    text = "".join(ris.write(written, Report()))
    records = text.split("\n\n") if text else []
    assert len(records) == len(written)
    assert all(line[2:6] == "  - " for record in records for line in record.strip("\n").split("\n"))


def test_a_tag_that_is_content_comes_back_as_such() -> None:
    reference = Reference("key", "book", {"keyword": Text("<i>a</i>, b"), "title": Text("<b>")})
    (back,) = ris.read(Source.from_text("".join(ris.write([reference], Report()))), Report())
    assert back == reference


@pytest.mark.parametrize("year", [1000, 1812, 1912, 2010, 2025, 9999])
def test_a_year_and_a_month_come_back_from_their_lines(year: int) -> None:
    for parts in [(year,), *((year, month) for month in range(1, 13))]:
        lines = [
            value for tag, value in fields(Reference("", "book", {"issued": Date((parts,))})) if tag in ("PY", "DA")
        ]
        assert read_issued(tuple(lines))[0] == Date((parts,))

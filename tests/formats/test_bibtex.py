"""References written to BibTeX entries and read back, and the file they make."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import bibtex
from reflist.formats.bibtex_entries import Entry
from reflist.formats.bibtex_references import from_entry
from reflist.formats.bibtex_writing import to_entry
from reflist.model import KINDS, Date, Kind, Name, Reference, Value
from reflist.report import Report
from reflist.text import Text
from strategies import references

OSTROM = (Name("Ostrom", "Elinor"),)
OFFICE = (Name(literal="Cabinet Office", acronym="CO"),)


def fields(type_: str, **variables: Value) -> dict[str, str]:
    return entry(type_, **variables).fields


def entry(type_: str, **variables: Value) -> Entry:
    reference = Reference("key", type_, {name.replace("_", "-"): value for name, value in variables.items()})
    return to_entry(reference, "key")[0]


@pytest.mark.parametrize(
    ("type_", "variables", "expected"),
    [
        ("book", {"edition": "4"}, {"edition": "4th"}),
        ("book", {"edition": "21"}, {"edition": "21st"}),
        ("book", {"edition": "112"}, {"edition": "112th"}),
        ("book", {"edition": "2nd rev."}, {"edition": "2nd rev."}),
        (
            "article-journal",
            {"page": "128-137", "issue": "3-4", "number": "e12"},
            {"number": "3-4", "pages": "128--137", "eid": "e12"},
        ),
        ("article-newspaper", {"section": "Society"}, {"section": "Society", "entrysubtype": "newspaper"}),
        ("book", {"collection_number": "47", "number": "Cm 4310"}, {"number": "47", "reportnumber": "Cm 4310"}),
        (
            "webpage",
            {"URL": "www.x.org/a_b%20{1}", "accessed": Date.of(2007, 4, 8)},
            {"url": "www.x.org/a_b%20%7B1%7D", "urldate": "2007-04-08", "entrysubtype": "webpage"},
        ),
        ("book", {"year_suffix": "a", "issued": Date.of(2006)}, {"year": "2006", "year-suffix": "a"}),
        ("book", {"title": Text('The UK\'s\n "new" order')}, {"title": 'The {UK\'s} "new" order'}),
        ("book", {"note": Text("The UK")}, {"note": "The UK"}),
        (
            "report",
            {"author": OFFICE},
            {
                "author": "{Cabinet Office}",
                "author+an:acronym": '1="CO"',
                "type": "Report",
                "institution": "Cabinet Office",
            },
        ),
        ("report", {"author": OSTROM, "genre": Text("Briefing")}, {"author": "Ostrom, Elinor", "type": "Briefing"}),
        ("paper-conference", {"event_title": Text("A meeting")}, {"booktitle": "A meeting", "eventtitle": "A meeting"}),
        (
            "speech",
            {"event_title": Text("A meeting"), "event_place": Text("Rome")},
            {"eventtitle": "A meeting", "venue": "Rome", "note": "Speech, A meeting, Rome", "entrysubtype": "speech"},
        ),
        ("article-journal", {"status": Text("forthcoming")}, {"year": "forthcoming", "pubstate": "forthcoming"}),
        (
            "book",
            {"author": (Name("Berg", "I.", non_dropping_particle="van"),)},
            {"author": "van Berg, I.", "options": "useprefix=true"},
        ),
        (
            "book",
            {"author": (Name("Motte", "J.", dropping_particle="de"),)},
            {"author": "de Motte, J.", "options": "useprefix=false"},
        ),
    ],
)
def test_fields(type_: str, variables: dict[str, Value], expected: dict[str, str]) -> None:
    assert fields(type_, **variables) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date.of(2007), {"year": "2007"}),
        (Date.of(2007, 11, 26), {"year": "2007", "month": "nov", "day": "26"}),
        (Date.of(-44), {"year": "-44"}),
        (Date(((1968,), (1974,))), {"year": "1968", "date": "1968/1974"}),
        (Date(((1968, 5),), circa=True), {"year": "1968", "month": "may", "date": "1968-05~"}),
        (Date(((1968,),), season="2"), {"year": "1968", "date": "1968-22"}),
        (Date(literal="n.d."), {"year": "n.d."}),
    ],
)
def test_dates(date: Date, expected: dict[str, str]) -> None:
    written = entry("book", issued=date)
    assert written.fields == expected
    assert from_entry(written).date("issued") == date


@pytest.mark.parametrize(
    ("genre", "type_"),
    [
        ("PhD thesis", "phdthesis"),
        ("Master's thesis", "mastersthesis"),
        ("M.Sc. dissertation", "mastersthesis"),
        ("", "phdthesis"),
    ],
)
def test_theses(genre: str, type_: str) -> None:
    assert entry("thesis", genre=Text(genre)).type == type_


def test_fields_that_others_wrote() -> None:
    others = Entry(
        "article", "k", {"year": "1999 or so", "month": "May/June", "url": "x", "crossref": "other", "Keywords": "a"}
    )
    assert from_entry(others) == Reference(
        "k",
        "article-journal",
        {"URL": "x", "keyword": Text("a"), "issued": Date(literal="1999 or so")},
        {("bibtex", "crossref"): ("other",), ("bibtex", "month"): ("May/June",)},
    )
    assert from_entry(Entry("book", "k", {"date": "1999-05/", "year": "1998"})).date("issued") == Date(((1999, 5), ()))
    assert from_entry(Entry("book", "k", {"date": "soon"})).date("issued") == Date(literal="soon")
    assert from_entry(Entry("book", "k", {"year": "1999", "month": "7", "day": "?"})).date("issued") == Date.of(1999, 7)


def test_a_publisher_with_a_place_was_there_before() -> None:
    unison: dict[str, Value] = {
        "author": (Name(literal="UNISON"),),
        "publisher": Text("UNISON"),
        "publisher-place": Text("London"),
    }
    reference = Reference("key", "report", unison)
    assert from_entry(to_entry(reference, "key")[0]) == reference


def test_annotations_on_names_that_are_not_there() -> None:
    odd = {
        "author": "A, B",
        "author+an:acronym": '7="X"; 1="Y"',
        "author+an:highlight": '1="z"',
        "nobody+an:acronym": '1="x"',
    }
    assert from_entry(Entry("book", "k", odd)) == Reference(
        "k",
        "book",
        {"author": (Name("A", "B", acronym="Y"),)},
        {("bibtex", "author+an:highlight"): ('1="z"',), ("bibtex", "nobody+an:acronym"): ('1="x"',)},
    )


def test_what_other_formats_brought_comes_back() -> None:
    extras = {("ris", "U5"): ("one", "two"), ("bibtex", "crossref"): ("x",), ("csljson", "my-field"): ('{"a": 1}',)}
    reference = Reference("key", "book", {"title": Text("T")}, extras)
    assert from_entry(to_entry(reference, "key")[0]) == reference


@pytest.mark.parametrize(
    ("type_", "csl"), [("video", "motion_picture"), ("jurisdiction", "legal_case"), ("website", "webpage")]
)
def test_types_of_biblatex_in_files_of_bibtex(type_: str, csl: str) -> None:
    found = from_entry(Entry(type_, "k", {"title": "A"}))
    assert found.type == csl
    assert to_entry(found, "k") == (Entry(type_, "k", {"title": "A"}), None)


def test_an_issn_in_the_field_of_an_isbn() -> None:
    def read(**fields: str) -> dict[str, Value]:
        return dict(from_entry(Entry("article", "k", fields)).variables)

    assert read(isbn="0018-916X") == {"ISSN": "0018-916X"}
    assert read(isbn="0018-9162", issn="1234-5678") == {"ISBN": "0018-9162", "ISSN": "1234-5678"}
    assert read(isbn="00189162") == {"ISBN": "00189162"}
    report = Report()
    "".join(bibtex.write([Reference("k", "book", {"ISBN": "0018-9162"})], report))
    assert [reported.code for reported in report] == ["bibtex-loss"]


@pytest.mark.parametrize(
    "address",
    ["https://doi.org/", "http://dx.doi.org/", "http://doi.acm.org/", "https://doi-org.proxy.example.edu/", "DOI: "],
)
def test_who_resolves_a_doi_is_not_part_of_it(address: str) -> None:
    found = from_entry(Entry("article", "k", {"doi": f"{address}10.1145/1137627"}))
    assert found.plain("DOI") == "10.1145/1137627"


def test_keys() -> None:
    ids = ["ostrom1990", "Ostrom1990", "Ostrom 1990", "", "  ", "http://x.org/y", "Böll, H.", "漢字"]
    report, keys = Report(), bibtex.Keys()
    given_keys = [keys.key(Reference(id, "book", {"title": Text("Parks and people")}), report) for id in ids]
    assert given_keys == [
        "ostrom1990",
        "Ostrom1990-2",
        "Ostrom_1990",
        "parksPeople",
        "parksPeople-2",
        "http://x.org/y",
        "Boll_H",
        "parksPeople-3",
    ]
    assert report.counts() == {"bibtex-key": 5}  # a reference without an id got a key, but none was changed


def test_the_file() -> None:
    book = Reference("a", "book", {"title": Text("T"), "issued": Date.of(1990, 5)})
    assert "".join(bibtex.write([book, book.replace(id="b")], Report())) == (
        "@book{a,\n  title = {T},\n  year = {1990},\n  month = may,\n}\n\n"
        "@book{b,\n  title = {T},\n  year = {1990},\n  month = may,\n}\n"
    )
    assert "".join(bibtex.write([], Report())) == ""


@given(st.lists(references(), max_size=3))
def test_every_file_balances(written: list[Reference]) -> None:
    text = "".join(bibtex.write(written, Report()))
    assert text.count("{") == text.count("}")
    assert len(re.findall(r"^@\w+\{[^\s,{}]+,$", text, re.MULTILINE)) == len(written)


SAID_OTHERWISE = {"edition", "page", "DOI", "URL", "note", "genre", "publisher", "container-title", "status", "issued"}
"""Variables that BibTeX has in another form (4th, --), or fills in where styles require them."""


@given(references())
def test_texts_and_dates_come_back(reference: Reference) -> None:
    back = from_entry(to_entry(reference, "key")[0])
    assert back.type == reference.type
    for variable, value in reference.variables.items():
        if variable not in SAID_OTHERWISE and KINDS[variable] is not Kind.NAMES:
            assert back[variable] == value
    assert set(reference.variables) - set(back.variables) <= {"genre", "note", "publisher", "container-title"}


def test_the_first_filled_field_of_a_variable_counts() -> None:
    reference = from_entry(Entry("article", "key", {"Title": "{}", "title": "", "TITLE": "Commons", "year": "1990"}))
    assert reference.variables == {"title": Text("Commons"), "issued": Date.of(1990)}
    assert not reference.extras
    twice = from_entry(Entry("article", "key", {"Title": "Commons", "title": "Governing"}))
    assert (twice["title"], twice.extras) == (Text("Commons"), {("bibtex", "title"): ("Governing",)})

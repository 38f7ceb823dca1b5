"""BibLaTeX written and read: types, fields, names, dates, and whatever has no field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblatex_files import fields, one, read, written
from reflist.formats import biblatex
from reflist.formats import biblatex_tables as tables
from reflist.formats.biblatex_languages import LANGUAGES
from reflist.formats.biblatex_reading import ADDITIONAL
from reflist.grammar.keys import key
from reflist.model import KINDS, TYPES, Date, Kind, Name, Reference, Value
from reflist.report import Report
from reflist.text import Mark, Span, Text
from strategies import any_references, references

# --- whatever it is -------------------------------------------------------------------------------------


@given(any_references())
def test_everything_comes_back(reference: Reference) -> None:
    reference = reference.replace(extras={key: values for key, values in reference.extras.items() if values})
    assert read(written(reference)) == [reference if reference.id else reference.replace(id=key(reference))]


@given(st.lists(references(), max_size=3, unique_by=lambda reference: reference.id.lower()))
def test_files_come_back(references: list[Reference]) -> None:
    text = written(*references)
    assert read(text) == references
    assert len(re.findall(r"^@\w+\{[^\s,{}]+,$", text, re.MULTILINE)) == len(references)


def test_an_issn_in_the_field_of_an_isbn() -> None:
    assert one("article", isbn="0018-916X").variables == {"ISSN": "0018-916X"}
    book = Reference("k", "book", {"ISBN": "0018-9162"})
    assert read(written(book)) == [book]


@pytest.mark.parametrize(
    "value",
    ["} , note = {", "{", "}", "\\", "\\write18{rm -rf x}", "a\nb", "\x00\x1f", "\u202e", "  a ", "@book{x,", '"', "%"],
)
def test_hostile_values(value: str) -> None:
    reference = Reference(
        value, "book", {"title": Text(value), "DOI": value, "URL": value, "author": (Name(literal=value), Name(value))}
    )
    assert read(written(reference)) == [reference]


def test_keys_may_hold_any_letter() -> None:
    report = Report()
    ids = ["黄劲_13", "Müller:2007", "[x]2017", "a b", "x#y"]
    text = "".join(biblatex.write([Reference(id, "book", {}) for id in ids], report))
    assert re.findall(r"^@book\{(.*),$", text, re.MULTILINE) == ["黄劲_13", "Müller:2007", "[x]2017", "a_b", "x_y"]
    assert [reference.id for reference in read(text)] == ids
    assert report.counts() == {"bibtex-key": 2}


def test_control_characters_are_reported() -> None:
    report = Report()
    reference = Reference("k", "book", {"title": Text("a\x07b"), "note": Text("\u202ex"), "publisher": Text("{P")})
    text = "".join(biblatex.write([reference, Reference("plain", "book", {"title": Text("{T")})], report))
    assert "\x07" not in text
    assert read(text)[0] == reference
    assert [str(diagnostic) for diagnostic in report] == ["note[biblatex-control] control characters in a value (k)"]


# --- types and fields -----------------------------------------------------------------------------------

ENTRIES = sorted({row.entry for row in tables.TYPES} | set(tables.READ_ONLY_TYPES))


def test_every_item_type_has_one_row() -> None:
    assert sorted(row.csl for row in tables.TYPES) == sorted(TYPES)
    assert len({row[1:] for row in tables.TYPES}) == len(tables.TYPES)


@pytest.mark.parametrize("type_", sorted(TYPES))
def test_types_come_back(type_: str) -> None:
    assert tables.item_type(*tables.entry_type(type_)[1:]) == type_
    assert ADDITIONAL not in fields(type_, title=Text("T"))


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_variable_has_a_field_of_its_own_in_every_entry(entry: str) -> None:
    held = tables.fields_of(entry)
    assert {variable: tables.variables_of(entry)[held[variable]] for variable in KINDS} == {
        variable: variable for variable in KINDS
    }


def test_words_of_the_tables_mean_one_thing() -> None:
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)
    assert len(set(tables.ROLES.values())) == len(tables.ROLES)
    assert set(tables.ROLES.values()) <= set(KINDS)


@pytest.mark.parametrize("type_", ["article-journal", "book", "chapter", "thesis", "patent", "webpage"])
def test_all_variables_at_once(type_: str) -> None:
    """With so many roles, some have only a field of their own name."""
    variables: dict[str, Value] = {}
    for number, (variable, kind) in enumerate(KINDS.items()):
        values: dict[Kind, Value] = {
            Kind.NAMES: (Name(f"Roe {number}", "R."),),
            Kind.DATE: Date.of(1900 + number),
            Kind.TEXT: Text(f"text {number}"),
        }
        variables[variable] = values.get(kind, str(number))
    reference = Reference("k", type_, variables)
    entry = biblatex.whole_entry(reference, "k")
    assert biblatex.reference_of(entry) == reference
    assert ADDITIONAL not in entry.fields


@pytest.mark.parametrize(
    ("type_", "variables", "expected"),
    [
        ("article-journal", {"issue": "3", "number": "e12"}, {"number": "3", "eid": "e12"}),
        ("article-journal", {"issue": "Spring"}, {"issue": "Spring"}),
        ("book", {"issue": "Spring"}, {"issue": "Spring"}),
        ("book", {"collection_number": "47", "number": "x"}, {"number": "47", "reportnumber": "x"}),
        ("report", {"number": "47", "publisher": Text("P")}, {"number": "47", "institution": "P"}),
        ("thesis", {"genre": Text("PhD thesis")}, {"type": "PhD thesis"}),
        (
            "legal_case",
            {"authority": Text("Court"), "title": Text("Roe v. Wade")},
            {
                "title": "{Roe} v. {Wade}",
                "institution": "Court",
            },
        ),
        (
            "patent",
            {"jurisdiction": Text("US"), "publisher_place": Text("Rome")},
            {
                "location": "US",
                "publisher-place": "Rome",
            },
        ),
        ("webpage", {"container_title": Text("C"), "publisher": Text("P")}, {"journal": "C", "organization": "P"}),
        ("article-newspaper", {"container_title": Text("C")}, {"journaltitle": "C", "entrysubtype": "newspaper"}),
        ("entry-encyclopedia", {"container_title": Text("The Book of All")}, {"booktitle": "{The Book} of {All}"}),
        ("book", {"collection_title": Text("Studies in Law")}, {"series": "{Studies} in {Law}"}),
        ("book", {"title": Text("The UK after the war")}, {"title": "The {UK} after the war"}),
        ("book", {"publisher_place": Text("London; New York")}, {"location": "London and New York"}),
        ("book", {"publisher": Text("Wiley and Sons; others")}, {"publisher": "{Wiley and Sons} and {others}"}),
        (
            "book",
            {"publisher": Text("Roe ; Doe;Poe; ")},
            {"publisher": "Roe ; Doe;Poe;", ADDITIONAL: '{"publisher": "Roe ; Doe;Poe; "}'},
        ),
        ("book", {"language": "de"}, {"langid": "german"}),
        ("book", {"language": "tlh"}, {"langid": "tlh"}),
        ("book", {"PMID": "123"}, {"eprint": "123", "eprinttype": "pubmed"}),
        ("book", {"page": "1-5, 8-9"}, {"pages": "1--5, 8--9"}),
        ("book", {"URL": "https://x.org/a_b#c%20d"}, {"url": "https://x.org/a_b#c%20d"}),
        ("book", {"title": Text("Éé & ß")}, {"title": "Éé \\& ß"}),
        ("book", {"title": Text("Work"), "volume_title": Text("Part")}, {"maintitle": "Work", "title": "Part"}),
        (
            "chapter",
            {"container_title": Text("Work"), "volume_title": Text("Part")},
            {
                "maintitle": "Work",
                "booktitle": "Part",
            },
        ),
        ("chapter", {"volume_title": Text("Part")}, {"volume-title": "Part"}),
        ("article-journal", {"volume_title": Text("Special issue")}, {"issuetitle": "Special issue"}),
        ("webpage", {"volume_title": Text("V"), "title": Text("T")}, {"volume-title": "V", "title": "T"}),
        ("speech", {"event_title": Text("A Day")}, {"eventtitle": "{A Day}", "entrysubtype": "speech"}),
        ("manuscript", {"event_title": Text("A Day")}, {"eventtitle": "{A Day}", "entrysubtype": "manuscript"}),
    ],
)
def test_fields(type_: str, variables: dict[str, Value], expected: dict[str, str]) -> None:
    assert fields(type_, **variables) == expected


def test_variables_without_a_field_have_one_of_their_name() -> None:
    assert fields("map", scale=Text("1:5"), archive=Text("A"), submitted=Date.of(2007)) == {
        "scale": "1:5",
        "archive": "A",
        "submitted": "2007",
        "entrysubtype": "map",
    }


def test_fields_stand_in_the_order_of_the_tables() -> None:
    held = fields(
        "book",
        note=Text("n"),
        issued=Date.of(2007),
        title=Text("T"),
        editor=(Name("B", "C"),),
        author=(Name("A", "B"),),
    )
    assert list(held) == ["author", "editor", "title", "date", "note"]


# --- what others write ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "written", "variable", "value"),
    [
        ("article", {"journal": "J"}, "container-title", Text("J")),
        ("misc", {"journaltitle": "J"}, "container-title", Text("J")),
        ("article", {"journaltitle": "J", "journalsubtitle": "S"}, "container-title", Text("J: S")),
        ("book", {"title": "T?", "subtitle": "S"}, "title", Text("T? S")),
        ("incollection", {"booktitle": "B", "booksubtitle": "S"}, "container-title", Text("B: S")),
        ("article", {"issuetitle": "I", "issuesubtitle": "S"}, "volume-title", Text("I: S")),
        ("book", {"title": "V", "maintitle": "W", "mainsubtitle": "S"}, "title", Text("W: S")),
        ("book", {"maintitle": "W"}, "title", Text("W")),
        ("inbook", {"booktitle": "B", "maintitle": "W"}, "volume-title", Text("B")),
        ("book", {"address": "Rome"}, "publisher-place", Text("Rome")),
        ("book", {"location": "Rome and {Paris and Lyon}"}, "publisher-place", Text("Rome; Paris and Lyon")),
        ("thesis", {"school": "U"}, "publisher", Text("U")),
        ("phdthesis", {}, "genre", Text("PhD thesis")),
        ("thesis", {"type": "mathesis"}, "genre", Text("Master’s thesis")),
        ("book", {"pubstate": "inpress"}, "status", Text("in press")),
        ("book", {"langid": "ngerman"}, "language", "de"),
        ("book", {"langid": "de-DE"}, "language", "de-DE"),
        ("book", {"language": "langenglish"}, "language", "en"),
        ("article", {"issue": "Spring"}, "issue", "Spring"),
        ("book", {"annote": "A"}, "annote", Text("A")),
        ("misc", {"howpublished": r"\url{http://x.org/a\_b}"}, "URL", "http://x.org/a_b"),
        ("misc", {"howpublished": "Leaflet"}, "publisher", Text("Leaflet")),
        ("article", {"eprint": "12", "archiveprefix": "PubMed"}, "PMID", "12"),
        ("article", {"pmid": "12"}, "PMID", "12"),
        ("book", {"doi": "https://doi.org/10.1/x_y"}, "DOI", "10.1/x_y"),
        ("book", {"pages": "1--5"}, "page", "1-5"),
        ("book", {"TITLE": "T"}, "title", Text("T")),
        ("jurisdiction", {"title": "{Roe} v. {{Wade}}"}, "title", Text("Roe v. Wade", [Span(7, 11, Mark.NO_CASE)])),
    ],
)
def test_read(type_: str, written: dict[str, str], variable: str, value: Value) -> None:
    assert one(type_, **written)[variable] == value


@pytest.mark.parametrize(
    ("type_", "written", "item"),
    [
        ("article", {"entrysubtype": "magazine"}, "article-magazine"),
        ("article", {"entrysubtype": "strange"}, "article-journal"),
        ("video", {}, "motion_picture"),
        ("video", {"entrysubtype": "tvEpisode"}, "broadcast"),
        ("image", {}, "graphic"),
        ("unpublished", {"eventtitle": "e"}, "speech"),
        ("unpublished", {"venue": "V"}, "manuscript"),
        ("mvbook", {}, "book"),
        ("set", {}, "document"),
        ("presentation", {}, "speech"),
    ],
)
def test_types_of_others(type_: str, written: dict[str, str], item: str) -> None:
    reference = one(type_, **written)
    assert reference.type == item
    entry = biblatex.whole_entry(reference, "k")
    assert biblatex.reference_of(entry) == reference
    assert entry.type == type_
    assert {tag: value for tag, value in entry.fields.items() if tag != "entrysubtype"} == {
        tag: value for tag, value in written.items() if tag != "entrysubtype"
    }


@pytest.mark.parametrize(
    "written",
    [
        {"usera": "x", "Related": "y", "titleaddon": "z"},
        {"subtitle": "S"},
        {"eprint": "2101.1", "eprinttype": "arxiv", "eprintclass": "cs"},
        {"type": "phdthesis", "langid": "ngerman", "pubstate": "inpress"},
        {"publisher": "P", "organization": "O", "howpublished": "H"},
        {"url": "http://a.org", "howpublished": "http://b.org"},
        {"volume-title": "V", "maintitle": "M"},
        {"note": "one", "note+2": "two", "ris:U1": "three", "ris:U1+2": "four"},
        {"eprint": "1", "eprinttype": "pubmed", "pmid": "2"},
    ],
)
def test_what_no_variable_holds_comes_back_in_its_field(written: dict[str, str]) -> None:
    reference = one("book", **written)
    entry = biblatex.whole_entry(reference, "k")
    assert dict(entry.fields) == written
    assert biblatex.reference_of(entry) == reference


def test_extras_of_bibtex_are_fields_of_the_same_name() -> None:
    extras = {
        ("bibtex", "titleaddon"): ("x",),
        ("bibtex", "entrytype"): ("proceedings",),
        ("biblatex", "odd name"): ("y",),
    }
    entry = biblatex.whole_entry(Reference("k", "book", {}, extras), "k")
    assert (entry.type, entry.fields["titleaddon"]) == ("proceedings", "x")
    unknown = biblatex.whole_entry(Reference("k", "book", {}, {("biblatex", "entrytype"): ("online",)}), "k")
    assert unknown.type == "book"


def test_an_unbalanced_value_is_not_put_back_as_it_was() -> None:
    reference = Reference("k", "book", {"issued": Date.of(1999)}, {("biblatex", "date-as-written"): ("1999}",)})
    assert biblatex.whole_entry(reference, "k").fields["date"] == "1999"
    dangerous = Reference("k", "book", {"author": (Name("A", "B"),)}, {("biblatex", "author-as-written"): ("}{",)})
    assert biblatex.whole_entry(dangerous, "k").fields["author"] == "A, B"


def test_a_field_that_only_looks_like_ours_is_kept() -> None:
    assert one("book", title="T", reflist="{no JSON").extras == {("biblatex", "reflist"): ("{no JSON",)}

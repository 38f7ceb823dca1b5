"""BibLaTeX written and read: types, fields, names, dates, and whatever has no field."""

import re
import time
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import biblatex
from reflist.formats import biblatex_tables as tables
from reflist.formats.biblatex_reading import BESIDE
from reflist.formats.bibtex_entries import Entry
from reflist.model import KINDS, TYPES, Date, Kind, Name, Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import any_references, references


def written(*references: Reference) -> str:
    return "".join(biblatex.write(references, Report()))


def read(text: str) -> list[Reference]:
    """The references in a file that holds nothing else but data containers."""
    items = list(biblatex.read(Source.from_text(text, "x.bib"), Report()))
    assert all("xdata" in item.raw for item in items if isinstance(item, Remainder))
    return [item for item in items if isinstance(item, Reference)]


def fields(type_: str, **variables: Value) -> Mapping[str, str]:
    """The fields of a reference, which reading them gives back."""
    reference = Reference("k", type_, {name.replace("_", "-"): value for name, value in variables.items()})
    entry = biblatex.whole_entry(reference, "k")
    assert biblatex.reference_of(entry) == reference
    return entry.fields


def one(type_: str, **fields: str) -> Reference:
    """What an entry says."""
    return biblatex.reference_of(Entry(type_, "k", fields))


# --- whatever it is -------------------------------------------------------------------------------------


@given(any_references())
def test_everything_comes_back(reference: Reference) -> None:
    reference = reference.replace(extras={key: values for key, values in reference.extras.items() if values})
    assert read(written(reference)) == [reference]


@given(st.lists(references(), max_size=3, unique_by=lambda reference: reference.id.lower()))
def test_files_come_back(references: list[Reference]) -> None:
    text = written(*references)
    assert read(text) == references
    assert len(re.findall(r"^@\w+\{[^\s,{}]+,$", text, re.MULTILINE)) == len(references)


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
    assert BESIDE not in fields(type_, title=Text("T"))


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_variable_has_a_field_of_its_own_in_every_entry(entry: str) -> None:
    held = tables.fields_of(entry)
    assert {variable: tables.variables_of(entry)[held[variable]] for variable in KINDS} == {
        variable: variable for variable in KINDS
    }


def test_words_of_the_tables_mean_one_thing() -> None:
    assert len(set(tables.LANGUAGES.values())) == len(tables.LANGUAGES)
    assert len(set(tables.ROLES.values())) == len(tables.ROLES)
    assert set(tables.ROLES.values()) <= set(KINDS)


@pytest.mark.parametrize("type_", ["article-journal", "book", "chapter", "thesis", "patent", "webpage"])
def test_all_variables_at_once(type_: str) -> None:
    """So many roles that some have only a field of their own name."""
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
    assert BESIDE not in entry.fields


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
            {"publisher": "Roe ; Doe;Poe;", BESIDE: '{"publisher": "Roe ; Doe;Poe; "}'},
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


# --- names ----------------------------------------------------------------------------------------------

VAN = Name("Berg", "I.", non_dropping_particle="van")
DE = Name("Motte", "J.", dropping_particle="de")
OFFICE = Name(literal="Cabinet Office", acronym="CO")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"author": (VAN,)}, {"author": "van Berg, I.", "options": "useprefix=true"}),
        ({"author": (DE,)}, {"author": "de Motte, J.", "options": "useprefix=false"}),
        (
            {"author": (VAN, Name("Roe", "R.")), "editor": (DE,)},
            {
                "author": "family={Berg}, given={I.}, prefix={van}, useprefix=true and Roe, R.",
                "editor": "family={Motte}, given={J.}, prefix={de}, useprefix=false",
            },
        ),
        ({"author": (Name("Roe Doe"),)}, {"author": "family={Roe Doe}"}),
        ({"author": (Name("bell hooks"), Name("毛"))}, {"author": "family={bell hooks} and 毛"}),
        ({"author": (Name("Roe", "R."), Name(literal="others"))}, {"author": "Roe, R. and others"}),
        ({"author": (OFFICE,)}, {"author": "{Cabinet Office}", "shortauthor": "{CO}"}),
        (
            {"author": (Name("Roe", "R."), OFFICE)},
            {"author": "Roe, R. and {Cabinet Office}", "author+an:acronym": '2="CO"'},
        ),
        (
            {"author": (Name("Roe", "R.", orcid="0000-0001"),)},
            {"author": "Roe, R.", "author+an:orcid": '1="0000-0001"'},
        ),
        ({"director": (Name("Roe", "R."),)}, {"editor": "Roe, R.", "editortype": "director"}),
        (
            {"editor": (Name("A", "B"),), "director": (Name("Roe", "R."),), "collection-editor": (Name("C", "D"),)},
            {
                "editor": "A, B",
                "editora": "Roe, R.",
                "editoratype": "director",
                "editorb": "C, D",
                "editorbtype": "serieseditor",
            },
        ),
        ({"interviewer": (Name("Roe", "R."),)}, {"editora": "Roe, R.", "editoratype": "interviewer"}),
        ({"container-author": (Name("Roe", "R."),)}, {"bookauthor": "Roe, R."}),
    ],
)
def test_names(variables: dict[str, Value], expected: dict[str, str]) -> None:
    assert fields("book", **variables) == expected


def test_details_of_names_in_roles_come_back() -> None:
    host = Name("Roe", "R.", affiliation="U")
    assert BESIDE in fields("broadcast", host=(host,))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Doe, Jane and others", (Name("Doe", "Jane"), Name(literal="others"))),
        ("family=Doe, given={Jane, B.}", (Name("Doe", "Jane, B."),)),
        ('"family={Robert and Sons, Inc.}"', (Name("Robert and Sons, Inc."),)),
        (
            "given=Hans, family=Harman, given-i=H and given=Simon, prefix=de, family=Beumont, useprefix=false",
            (Name("Harman", "Hans"), Name("Beumont", "Simon", dropping_particle="de")),
        ),
        ("Family=King, Given=M. L., suffix=Jr. and Doe, J.", (Name("King", "M. L.", suffix="Jr."), Name("Doe", "J."))),
        ("xdata=doe-author-1", ()),
    ],
)
def test_names_by_their_parts(written: str, names: tuple[Name, ...]) -> None:
    assert one("book", author=written).names("author") == names


def test_what_a_name_says_beyond_its_parts_is_kept() -> None:
    written = "family=Harman, given=Hans, given-i=H"
    reference = one("book", author=written)
    assert reference.extras == {("biblatex", "author-as-written"): (written,)}
    assert biblatex.whole_entry(reference, "k").fields == {"author": written}
    changed = reference | {"author": (Name("Roe", "R."),)}
    assert biblatex.whole_entry(changed, "k").fields["author"] == "Roe, R."


@pytest.mark.parametrize(
    ("options", "dropped", "left"),
    [
        ("useprefix=false", True, ""),
        ("useprefix=true", False, ""),
        ("skipbib, useprefix = false", True, "skipbib"),
        ("useprefixes", False, "useprefixes"),
    ],
)
def test_options(options: str, dropped: bool, left: str) -> None:
    reference = one("book", author="van Berg, I.", editor="family=Motte, given=J., prefix=de", options=options)
    names = (*reference.names("author"), *reference.names("editor"))
    assert [bool(name.dropping_particle) for name in names] == [dropped, dropped]
    assert reference.extras == ({("biblatex", "options"): (left,)} if left else {})
    assert biblatex.reference_of(biblatex.whole_entry(reference, "k")) == reference


def test_tags_are_read_in_any_case() -> None:
    reference = one("book", OPTIONS="useprefix=false", AUTHOR="van Berg, I.", title="T", Title="U", UserA="x", note="")
    assert reference.names("author")[0].dropping_particle == "van"
    assert reference.plain("title") == "T"
    assert reference.extras == {("biblatex", "Title"): ("U",), ("biblatex", "UserA"): ("x",)}
    twice = one("book", UserA="x", USERA="y")
    assert twice.extras == {("biblatex", "UserA"): ("x", "y")}


def test_fields_that_repeat_without_end_are_read_in_linear_time() -> None:
    started = time.monotonic()
    again = {f"note+{number}": "x" for number in range(2, 50_000)}
    assert len(one("book", note="x", **again).extras["biblatex", "note"]) == 49_998
    assert time.monotonic() - started < 60  # only a hang takes that long


def test_an_option_that_nothing_heeds_is_kept() -> None:
    assert one("book", author="Doe, J.", options="useprefix=true").extras == {
        ("biblatex", "options"): ("useprefix=true",)
    }


def test_roles_that_are_not_known_are_kept() -> None:
    written = {"editor": "Doe, J.", "editortype": "redactor", "editora": "Roe, R.", "namea": "X, Y", "nameatype": "zz"}
    reference = one("book", **written)
    assert reference.names("editor") == (Name("Doe", "J."),)
    assert biblatex.whole_entry(reference, "k").fields == written


def test_a_role_is_read_once() -> None:
    reference = one(
        "movie", editor="A, B", editortype="director", editora="C, D", editoratype="director", director="E, F"
    )
    assert reference.names("director") == (Name("E", "F"),)
    assert reference.names("editor") == (Name("A", "B"),)
    assert reference.extras[("biblatex", "editora")] == ("C, D",)


@pytest.mark.parametrize("short", ["CO and X", "Office, C."])
def test_a_short_author_that_is_no_acronym_is_kept(short: str) -> None:
    assert one("book", author="{Cabinet Office}", shortauthor=short).extras == {("biblatex", "shortauthor"): (short,)}


def test_annotations_of_others_are_kept() -> None:
    written = {"author": "A, B", "author+an:orcid": '1="0"', "author+an:role": '1="x"', "title+an:orcid": '="y"'}
    reference = one("book", **written, title="T")
    assert reference.names("author")[0].orcid == "0"
    assert {tag for _, tag in reference.extras} == {"author+an:role", "title+an:orcid"}
    lonely = one("book", **{"editor+an:orcid": '1="0"'})
    assert lonely.extras == {("biblatex", "editor+an:orcid"): ('1="0"',)}


# --- dates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date.of(2007, 11, 26), {"date": "2007-11-26"}),
        (Date(((1968,), ())), {"date": "1968/.."}),
        (Date(((-375,),), circa=True), {"date": "-0374~"}),
        (Date(((2020,),), season="4"), {"date": "2020-24"}),
        (Date(literal="n.d."), {"year": "n.d."}),
    ],
)
def test_dates(date: Date, expected: dict[str, str]) -> None:
    assert fields("book", issued=date) == expected


def test_a_date_that_no_field_can_hold_comes_back() -> None:
    held = fields("book", issued=Date(((2020,),), season="Michaelmas"), accessed=Date(literal="n.d."))
    assert held["date"] == "2020"
    assert held["urldate"] == "n.d."
    assert "Michaelmas" in held[BESIDE]


@pytest.mark.parametrize(
    ("written", "date", "kept"),
    [
        ("2004-04-25T14:34:00Z", Date.of(2004, 4, 25), True),
        ("199X", Date(((1990,), (1999,))), True),
        ("1723?", Date(((1723,),), circa=True), True),
        ("2004-04/2005-05", Date(((2004, 4), (2005, 5))), False),
        ("2001-13", Date(literal="2001-13"), False),
        ("0000", Date.of(-1), False),
        ("26 November 2007", Date.of(2007, 11, 26), True),
    ],
)
def test_dates_that_say_more_are_kept_as_written(written: str, date: Date, kept: bool) -> None:
    reference = one("book", date=written)
    assert reference.date("issued") == date
    assert reference.extras == ({("biblatex", "date-as-written"): (written,)} if kept else {})
    assert biblatex.reference_of(biblatex.whole_entry(reference, "k")) == reference
    if kept:
        assert biblatex.whole_entry(reference, "k").fields == {"date": written}
        assert biblatex.whole_entry(reference | {"issued": Date.of(1999)}, "k").fields == {"date": "1999"}
        assert biblatex.whole_entry(reference | {"issued": None}, "k").fields == {}


@pytest.mark.parametrize(
    ("written", "date", "left"),
    [
        ({"year": "1999", "month": "oct"}, Date.of(1999, 10), set()),
        ({"date": "1999-10-03", "year": "1999", "month": "10"}, Date.of(1999, 10, 3), set()),
        ({"date": "1999-10-03", "year": "2001"}, Date.of(1999, 10, 3), {"year"}),
        ({"year": "n.d."}, Date(literal="n.d."), set()),
        ({"year": "forthcoming", "pubstate": "forthcoming"}, Date(), set()),
        ({"year": "0"}, Date(literal="0"), set()),
        ({"month": "oct"}, Date(), {"month"}),
    ],
)
def test_year_and_month(written: dict[str, str], date: Date, left: set[str]) -> None:
    reference = one("book", **written)
    assert reference.date("issued") == date
    assert {tag for _, tag in reference.extras} == left


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


# --- inheritance ------------------------------------------------------------------------------------------

FAMILY = """
@mvcollection{mv, title = {Work}, subtitle = {All of It}, editor = {Doe, J.}, shorttitle = {W},
  date = {1970/1980}, ids = {mv-too}}
@collection{c, crossref = {mv-too}, title = {Volume}, date = {1975}, keywords = {k}, label = {l}}
@incollection{i, crossref = {c}, title = {Part}, xdata = {pub}, urldate = {2001}}
@xdata{pub, publisher = {P}, xdata = {place}, editor = {Roe, R.}}
@xdata{place, location = {Rome}}
@mvbook{m, title = {Works}, author = {Author, A.}}
@inbook{b, crossref = {m}, title = {Play}, year = {1999}}
@periodical{p, title = {Journal}, date = {2001-05}, number = {3}, issn = {1}}
@article{a, crossref = {p}, title = {Article}, year = {2002}}
@misc{x, xref = {p}, title = {X}}
@book{c1, crossref = {c2}, title = {T}}
@book{c2, crossref = {c1}, note = {N}}
"""


@pytest.fixture(scope="module")
def family() -> dict[str, Reference]:
    report = Report()
    items = list(biblatex.read(Source.from_text(FAMILY, "x.bib"), report))
    assert list(report) == []
    assert [item.format for item in items if isinstance(item, Remainder)] == ["biblatex"] * 2
    return {item.id: item for item in items if isinstance(item, Reference)}


def test_titles_become_those_of_the_work_and_the_book(family: dict[str, Reference]) -> None:
    part, volume = family["i"], family["c"]
    assert (volume.plain("title"), volume.plain("volume-title")) == ("Work: All of It", "Volume")
    assert (part.plain("title"), part.plain("volume-title")) == ("Part", "Volume")
    assert part.plain("container-title") == "Work: All of It"
    assert "title-short" not in part
    assert family["a"].plain("container-title") == "Journal"


def test_data_containers_come_first(family: dict[str, Reference]) -> None:
    part = family["i"]
    assert (part.plain("publisher"), part.plain("publisher-place")) == ("P", "Rome")
    assert part.names("editor") == (Name("Roe", "R."),)


def test_authors_of_books_are_those_of_their_parts(family: dict[str, Reference]) -> None:
    assert family["b"].names("author") == family["b"].names("container-author") == (Name("Author", "A."),)


def test_dates_are_inherited_whole(family: dict[str, Reference]) -> None:
    assert family["a"].date("issued") == Date.of(2002)
    assert family["i"].date("issued") == Date.of(1975)
    assert family["i"].date("accessed") == Date.of(2001)


def test_some_fields_are_an_entry_s_own(family: dict[str, Reference]) -> None:
    assert ("biblatex", "label") not in family["i"].extras
    assert family["i"].plain("keyword") == "k"
    assert family["x"].extras == {("biblatex", "xref"): ("p",)}
    assert set(family["x"].variables) == {"title"}


def test_a_circle_ends(family: dict[str, Reference]) -> None:
    assert family["c1"].plain("note") == "N"
    assert family["c2"].plain("title") == "T"


def test_what_was_inherited_is_so_once() -> None:
    references = read(FAMILY)
    assert read(written(*references)) == references


def test_fields_that_named_parents_name_them_no_more(family: dict[str, Reference]) -> None:
    assert family["i"].extras[("biblatex", "xref")] == ("c",)
    assert {("biblatex", "xdata"), ("biblatex", "crossref")}.isdisjoint(family["i"].extras)
    (both, _) = read("@book{a, crossref = {b}, xref = {c}}@book{b, title = {T}}")
    assert both.extras == {("biblatex", "xref"): ("c",)}


def test_what_a_file_inherits_is_bounded() -> None:
    started = time.monotonic()
    parent = "@book{p, " + ", ".join(f"f{number} = {{x}}" for number in range(5_000)) + "}"
    report = Report()
    text = parent + "".join(f"@book{{c{number}, crossref = {{p}}}}\n" for number in range(5_000))
    found = [item for item in biblatex.read(Source.from_text(text), report) if isinstance(item, Reference)]
    assert len(found) == 5_001
    assert [len(found[at].extras) for at in (1, -1)] == [5_001, 1]
    assert report.counts() == {"bibtex-too-long": 1}
    assert time.monotonic() - started < 60  # only a hang takes that long


def test_a_parent_that_is_not_there_is_reported() -> None:
    report = Report()
    (alone,) = biblatex.read(Source.from_text("@book{a, crossref = {nobody}}", "x.bib"), report)
    assert isinstance(alone, Reference)
    assert alone.extras == {("biblatex", "crossref"): ("nobody",)}
    assert [str(diagnostic) for diagnostic in report] == [
        "x.bib:1:1: error[bibtex-no-parent] crossref: there is no entry nobody (a)"
    ]

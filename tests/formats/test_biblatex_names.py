"""Names and dates in BibLaTeX."""

import time

import pytest

from biblatex_files import fields, one
from reflist.formats import biblatex
from reflist.formats.biblatex_reading import ADDITIONAL
from reflist.model import Date, Name, Value

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
    assert ADDITIONAL in fields("broadcast", host=(host,))


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


def test_further_parts_of_a_name_are_kept() -> None:
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
def test_a_short_author_that_is_not_an_acronym_is_kept(short: str) -> None:
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
    assert "Michaelmas" in held[ADDITIONAL]


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
def test_dates_that_hold_more_are_kept_as_written(written: str, date: Date, kept: bool) -> None:
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

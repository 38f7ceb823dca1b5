"""The reference: what it takes, what it refuses, and that it does not change."""

import pytest

from reflist.model import (
    KINDS,
    TYPES,
    Date,
    Evidence,
    FieldOrigin,
    Name,
    Origin,
    Paper,
    Reference,
    Remainder,
    Variant,
    Work,
)
from reflist.report import Place
from reflist.text import Text

TITLE = Text("A title")
BOOK = Reference("a", "book", {"title": TITLE, "author": (Name("Smith"),), "issued": Date.of(2007), "page": "1-2"})


def test_a_missing_variable_is_not_there() -> None:
    assert "note" not in BOOK
    assert "title" in BOOK
    assert BOOK["title"] == TITLE
    assert BOOK.names("editor") == ()
    assert not BOOK.date("accessed")
    assert BOOK.text("note") == Text("")


@pytest.mark.parametrize(("variable", "value"), [("title", Text()), ("author", ()), ("issued", Date()), ("page", "")])
def test_empty_values_are_left_out(variable: str, value: Text) -> None:
    assert variable not in Reference("a", "book", {variable: value})
    assert variable not in BOOK | {variable: value}


def test_typed_access_never_raises() -> None:
    assert BOOK.names("title") == ()
    assert not BOOK.date("title")
    assert BOOK.text("author") == Text("")
    assert BOOK.text("page") == Text("1-2")
    assert BOOK.plain("title") == "A title"


def test_changes_make_a_new_reference() -> None:
    changed = BOOK | {"title": Text("Another"), "page": None}
    assert changed.plain("title") == "Another"
    assert "page" not in changed
    assert BOOK.plain("title") == "A title"
    assert BOOK.replace(id="b").id == "b"
    with pytest.raises(TypeError, match="key"):
        BOOK.replace(key="b")


def test_a_reference_does_not_change() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        BOOK.id = "b"
    with pytest.raises(AttributeError, match="immutable"):
        del BOOK.id
    with pytest.raises(TypeError):
        BOOK.variables["title"] = TITLE  # type: ignore[index]  # what is tested


def test_the_mappings_given_may_change_afterwards() -> None:
    variables, fields = {"title": TITLE}, {"title": FieldOrigin(0, 1, "A")}
    reference = Reference("a", "book", variables, origin=Origin(fields=fields))
    variables.clear()
    fields.clear()
    assert reference["title"] == TITLE
    assert "title" in reference.origin.fields


def test_misuse_is_refused() -> None:
    with pytest.raises(TypeError, match="title takes Text"):
        Reference("a", "book", {"title": "plain"})
    with pytest.raises(KeyError, match="'titel' is not a CSL variable"):
        Reference("a", "book", {"titel": TITLE})


def test_equality_ignores_the_origin() -> None:
    assert BOOK.replace(origin=Origin("x", 1, "raw")) == BOOK
    for other in (BOOK.replace(id="b"), BOOK.replace(type="chapter"), BOOK | {"note": Text("n")}):
        assert other != BOOK
    assert BOOK.replace(extras={("ris", "ZZ"): ("x",)}) != BOOK
    assert BOOK != "a"
    with pytest.raises(TypeError, match="unhashable"):
        hash(BOOK)


def test_a_reference_shows_itself() -> None:
    assert repr(Reference("a", "book", {"page": "1"})) == "Reference('a', 'book', {'page': '1'})"


def test_origins_give_their_place() -> None:
    assert Origin("a.txt", 3).place == Place("a.txt", 3)
    assert str(Origin().place) == ""


def test_papers_and_works_are_named_by_their_references() -> None:
    assert Paper(BOOK.replace(origin=Origin("a.txt"))).source == "a.txt"
    work = Work(BOOK, (BOOK,))
    assert work.id == "a"
    assert work.variants == {}


def test_dates_and_their_years() -> None:
    assert Date.of(2007, 9, 1).parts == ((2007, 9, 1),)
    assert Date.of(2007).year == 2007
    assert Date(literal="n.d.").year is None
    assert Date(((), (2007,))).year is None
    assert not Date(circa=True)


@pytest.mark.parametrize(
    ("name", "display", "surname"),
    [
        (Name("Beauvoir", "Simone", non_dropping_particle="de"), "Simone de Beauvoir", "de Beauvoir"),
        (Name("Goethe", "J. W.", dropping_particle="von"), "J. W. von Goethe", "Goethe"),
        (Name("Alembert", "Jean", non_dropping_particle="d’"), "Jean d’Alembert", "d’Alembert"),
        (Name("Farabi", "A.", non_dropping_particle="al-"), "A. al-Farabi", "al-Farabi"),
        (Name("King", "M. L.", suffix="Jr."), "M. L. King Jr.", "King"),
        (Name(literal="Cabinet Office", acronym="CO"), "Cabinet Office", "Cabinet Office"),
        (Name(given="Plato"), "Plato", ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_names_in_running_text(name: Name, display: str, surname: str) -> None:
    assert (name.display, name.surname) == (display, surname)
    assert name.is_institution == bool(name.literal)


def test_the_tables_are_those_of_csl() -> None:
    assert len(TYPES) == 45
    assert {kind.value for kind in KINDS.values()} == {"names", "date", "number", "text", "verbatim"}
    assert {"author", "issued", "volume", "title", "DOI"} <= KINDS.keys()


def test_what_was_left_over_and_why_works_are_one() -> None:
    remainder = Remainder("bibtex", "@preamble{x}", Place("a.bib", 1))
    assert remainder.replace(raw="@comment{}") != remainder
    evidence = Evidence(("a", "b"), 0.9, ("same DOI",))
    variant = Variant(Text("A titel"), "b")
    work = Work(BOOK, (BOOK, BOOK.replace(id="b")), (evidence,), {"title": (variant,)}, ("paper",))
    assert work.replace(cited_by=()) != work
    assert (work.evidence[0].score, work.variants["title"][0].member) == (0.9, "b")


def test_a_reader_makes_references_without_a_check() -> None:
    checked = BOOK.replace(extras={("bibtex", "x"): ("1",)})
    made = Reference.made(BOOK.id, BOOK.type, dict(BOOK.variables), {("bibtex", "x"): ("1",)}, BOOK.origin)
    assert (made, made.origin) == (checked, checked.origin)
    with pytest.raises(TypeError, match="does not support item assignment"):
        made.variables["title"] = Text("x")  # type: ignore[index]  # what mypy refuses is what is tried

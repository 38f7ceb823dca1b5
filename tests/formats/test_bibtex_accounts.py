"""What BibTeX does not give back is said, value by value; what comes back is not."""

import pytest

from reflist.formats import built_in
from reflist.model import Date, Name, Reference, Value
from reflist.report import Report
from reflist.text import Mark, Span, Text


def said(reference: Reference) -> list[str]:
    """What writing a reference reports."""
    report = Report()
    write = built_in("bibtex").write
    assert write is not None
    "".join(write([reference], report))
    return [str(finding) for finding in report]


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("note", Text("One\nTwo"), "repair[bibtex-changed] BibTeX: note is read back as 'One Two' (key)"),
        ("edition", "2nd", "repair[bibtex-changed] BibTeX: edition is read back as '2' (key)"),
        ("page", "1–9", "repair[bibtex-changed] BibTeX: page is read back as '1-9' (key)"),
        ("URL", "http://x.org/{a}", "loss[bibtex-loss] BibTeX: URL is read back as 'http://x.org/%7Ba%7D' (key)"),
        (
            "author",
            (Name("Doe", "Jo"), Name("Berg", "A", dropping_particle="von", non_dropping_particle="van")),
            "repair[bibtex-changed] BibTeX: author, name 2 is read back as 'A von van Berg' (key)",
        ),
        (
            "accessed",
            Date(((2001,),), season="Lent"),
            "loss[bibtex-loss] BibTeX: accessed is read back as \"{'date-parts': [[2001]]}\" (key)",
        ),
    ],
)
def test_a_value_that_is_read_back_as_another(variable: str, value: Value, message: str) -> None:
    assert said(Reference("key", "book", {"title": Text("T"), variable: value})) == [message]


def test_a_word_that_the_type_of_the_entry_implies_is_said() -> None:
    reference = Reference("key", "standard", {"title": Text("T"), "genre": Text("Report")})
    assert said(reference) == ["loss[bibtex-loss] BibTeX: genre has no place (key)"]


def test_an_extra_that_no_field_can_be_called() -> None:
    reference = Reference("key", "book", {}, {("marc21", "245 $a"): ("x",)})
    assert said(reference) == ["loss[bibtex-loss] BibTeX: marc21 field 245 $a has no place (key)"]


@pytest.mark.parametrize(
    "reference",
    [
        Reference("key", "book", {"title": Text("T"), "page": "e12-e19", "edition": "3", "issued": Date.of(2001)}),
        Reference("key", "book", {"author": (Name("Ó Móráin", "Ada", suffix="Jr."),), "title": Text("100 % {sure}")}),
        Reference("key", "thesis", {"genre": Text("PhD thesis"), "title": Text("E", [Span(0, 1, Mark.ITALIC)])}),
        Reference("key", "book", {}, {("ris", "U5"): ("one", "two words"), ("bibtex", "entrytype"): ("booklet",)}),
    ],
)
def test_what_comes_back_is_not_said(reference: Reference) -> None:
    assert said(reference) == []

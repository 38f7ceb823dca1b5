"""Mistakes of programs in the fields of BibTeX."""

import pytest

from reflist.formats import bibtex_reading as bibtex
from reflist.model import Name, Reference
from reflist.report import Report
from reflist.source import Source


def read(text: str) -> tuple[Reference, list[str]]:
    report = Report()
    (reference,) = bibtex.read(Source.from_text(text, "x.bib"), report)
    assert isinstance(reference, Reference)
    return reference, list(map(str, report))


def test_numbers_that_distinguish_people_are_not_names() -> None:
    reference, messages = read("@book{k, author = {Jane Doe 0002 and Roe, R. 0001}, title = {Agent 0007}}")
    assert reference.names("author") == (Name("Doe", "Jane"), Name("Roe", "R. 0001"))
    assert reference.plain("title") == "Agent 0007"
    assert messages == [
        "x.bib:1:1: repair[bibtex-numbered-name] a number ends a name: Jane Doe 0002 and Roe, R. 0001 (k)"
    ]
    assert read("@book{k, author = {J. Doe}, note = {Room 0002}}")[1] == []


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("World Health Organization", [Name(literal="World Health Organization")]),
        ("Anna Weir and Department of Health", [Name("Weir", "Anna"), Name(literal="Department of Health")]),
        ("Weir, Anna and Cabinet Office", [Name("Weir", "Anna"), Name(literal="Cabinet Office")]),
        ("Instituto Nacional de Salud", [Name(literal="Instituto Nacional de Salud")]),
    ],
)
def test_institutions_without_braces(written: str, names: list[Name]) -> None:
    reference, messages = read(f"@book{{k, author = {{{written}}}}}")
    assert list(reference.names("author")) == names
    assert messages == [f"x.bib:1:1: repair[bibtex-open-institution] read as institutions: {names[-1].literal} (k)"]


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("Jan van der Berg", "Berg"),
        ("Max Planck", "Planck"),
        ("Juan de la Cruz", "Cruz"),
        ("Anna Church", "Church"),
        ("J. P. House", "House"),
        ("Organization, World Health", "Organization"),
    ],
)
def test_persons_are_not_institutions(written: str, family: str) -> None:
    reference, messages = read(f"@book{{k, author = {{{written}}}}}")
    assert [name.family for name in reference.names("author")] == [family]
    assert messages == []


def test_signs_of_html() -> None:
    reference, messages = read(
        "@article{k, title = {A &amp; B &lt; C \\&amp; D}, journal = {Brain &amp; Mind}, url = {a?b&amp;c}}"
    )
    assert reference.plain("title") == "A & B < C &amp; D"
    assert reference.plain("container-title") == "Brain & Mind"
    assert reference.plain("URL") == "a?b&amp;c"
    assert [line.split(" ")[1] for line in messages] == ["repair[bibtex-html-sign]"] * 2
    reference, messages = read("@article{k, title = {For $a &lt; b$}, note = {&#36;5 and R&D;}}")
    assert reference.plain("note") == "&#36;5 and R&D;"
    assert messages == []


def test_several_addresses() -> None:
    reference, messages = read("@misc{k, url = {http://a.org/x http://b.org/y https://c.org/z}}")
    assert reference.plain("URL") == "http://a.org/x"
    assert reference.extras["bibtex", "url"] == ("http://b.org/y", "https://c.org/z")
    assert messages == [
        "x.bib:1:1: repair[bibtex-several-addresses] kept as fields: http://b.org/y https://c.org/z (k)"
    ]

"""What BibTeX does not give back is reported, value by value; what comes back is not."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import built_in
from reflist.formats.bibtex_entries import ENTRY_TYPE
from reflist.formats.bibtex_losses import report_losses
from reflist.formats.bibtex_reading import read
from reflist.formats.bibtex_references import from_entry
from reflist.formats.bibtex_tables import TYPES, field_of, variable_of
from reflist.formats.bibtex_writing import to_entry
from reflist.model import KINDS, Date, Name, Reference, Value, to_csl
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import references


def reported(reference: Reference) -> list[str]:
    """The findings of writing a reference."""
    report = Report()
    write = built_in("bibtex").write
    assert write is not None
    "".join(write([reference], report))
    return [str(finding) for finding in report]


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("note", Text("One\nTwo"), "repair[bibtex-changed] BibTeX: note is read back as 'One Two' (key)"),
        ("note", Text("Accessed: 2001-02-03"), "loss[bibtex-loss] BibTeX: note has no place (key)"),
        ("page", "1–9", "repair[bibtex-changed] BibTeX: page is read back as '1-9' (key)"),
        ("DOI", "https://doi.org/10.1/a", "repair[bibtex-changed] BibTeX: DOI is read back as '10.1/a' (key)"),
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
    assert reported(Reference("key", "book", {"title": Text("T"), variable: value})) == [message]


def test_marked_white_space_is_reported() -> None:
    reference = Reference("key", "book", {"title": Text("T"), "note": Text("  ", [Span(0, 1, Mark.ITALIC)])})
    assert reported(reference) == ["repair[bibtex-changed] BibTeX: note is read back as '<i> </i>' (key)"]


def test_a_word_implied_by_the_entry_type_is_reported() -> None:
    reference = Reference("key", "standard", {"title": Text("T"), "genre": Text("Report")})
    assert reported(reference) == ["loss[bibtex-loss] BibTeX: genre has no place (key)"]


def test_an_extra_that_no_field_can_be_called() -> None:
    reference = Reference("key", "book", {}, {("MARC 21", "245 $a"): ("x",)})
    assert reported(reference) == ["loss[bibtex-loss] BibTeX: MARC 21 field 245 $a has no place (key)"]


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_an_extra_of_any_name_is_a_field(format: str) -> None:
    reference = Reference(
        "key", "book", {}, {("csv", tag): ("x", "y") for tag in ("Cited by", "a.b", "é:20", "n[é]/m")}
    )
    known = built_in(format)
    assert known.write
    assert known.read
    written = "".join(map(str, known.write([reference], Report())))
    tags = ["csv:Cited:20by", "csv:a:2eb", "csv::c3:a9:3a20", "csv:n:5b:c3:a9:5d:2fm"]
    assert re.findall(r"csv:[^ +]+(?= =)", written) == tags
    assert list(known.read(Source.from_text(written), Report())) == [reference]


@pytest.mark.parametrize(
    "reference",
    [
        Reference("key", "book", {"title": Text("T"), "page": "e12-e19", "edition": "3", "issued": Date.of(2001)}),
        Reference("key", "book", {"author": (Name("Ó Móráin", "Ada", suffix="Jr."),), "title": Text("100 % {sure}")}),
        Reference("key", "thesis", {"genre": Text("PhD thesis"), "title": Text("E", [Span(0, 1, Mark.ITALIC)])}),
        Reference("key", "book", {}, {("ris", "U5"): ("one", "two words"), ("bibtex", "entrytype"): ("booklet",)}),
        Reference("key", "book", {"title": Text("T"), "note": Text("a soft\xadly parted word")}),
    ],
)
def test_what_comes_back_is_not_reported(reference: Reference) -> None:
    assert reported(reference) == []


def is_given_back(reference: Reference) -> bool:
    """Whether the entry of a reference holds all of it; markup for a quotation may become quotation marks."""
    entry, _ = to_entry(reference, reference.id)
    back = from_entry(entry)
    items = [to_csl(found) | {"custom": {}} for found in (reference, back)]
    extras = [{key: own for key, own in found.extras.items() if key[1] != ENTRY_TYPE} for found in (reference, back)]
    return items[0] == items[1] and extras[0] == extras[1]


def is_known(reference: Reference) -> bool:
    """Whether `to_entry` is right about what an entry gives back, as far as that is reported."""
    entry, returned = to_entry(reference, reference.id)
    if returned is None:
        return is_given_back(reference)
    known, read_again = Report(), Report()
    report_losses(reference, returned, known)
    report_losses(reference, from_entry(entry), read_again)
    return list(known) == list(read_again)


@given(references())
def test_what_an_entry_gives_back_is_known(reference: Reference) -> None:
    assert is_known(reference)


@given(references(), st.sampled_from(["note", "abstract", "archive", "call-number"]))
def test_what_an_entry_gives_back_of_lines_is_known(reference: Reference, variable: str) -> None:
    lines = " One\n two" + reference.plain(variable) + "\x0b \xa0"
    assert is_known(reference | {variable: Text(lines)})


@pytest.mark.untraced
def test_what_entries_of_real_files_give_back_is_known(data: Path | None) -> None:
    if data is None:
        pytest.skip("../shared/data is not there")
    found = Counter[bool]()
    for path in sorted((data / "formats").glob("**/*.bib"))[:200]:
        for item in read(Source.from_path(path), Report()):
            if isinstance(item, Reference):
                assert is_known(item), item
                found[to_entry(item, item.id)[1] is None] += 1
    assert found[True] > found[False]


@pytest.mark.parametrize(
    ("entry", "extras"),
    [
        ("article", {("bibtex", "publisher"): ("P",)}),  # would be the variable, if that were valid here
        ("article", {("bibtex", "number"): ("P",)}),
        ("article", {("bibtex", "ris:an"): ("P",)}),
        ("article", {("bibtex", "Options"): ("P",)}),
        ("article", {("bibtex", "x"): ("two\nlines",)}),
    ],
)
def test_an_extra_that_may_be_read_as_another_is_doubted(entry: str, extras: dict[tuple[str, str], tuple[str]]) -> None:
    reference = Reference("key", entry + "-journal", {"title": Text("T")}, extras)
    assert to_entry(reference, "key")[1] is not None
    assert is_known(reference)


@pytest.mark.parametrize("entry", sorted({row.entry for row in TYPES} | {"mastersthesis"}))
def test_every_variable_has_a_field_that_is_read_as_that_variable(entry: str) -> None:
    """`to_entry` takes this for granted; the date of publication has several fields."""
    assert [v for v in KINDS if v != "issued" and variable_of(field_of(v, entry), entry) != v] == []


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@pytest.mark.parametrize("pages", ["12 – 15", "12 -- 15", "12--15", "12-15"])
def test_pages_are_joined_without_spaces(format: str, pages: str) -> None:
    known = built_in(format)
    assert known.read
    (reference,) = known.read(Source.from_text(f"@article{{k, pages = {{{pages}}}}}"), Report())
    assert isinstance(reference, Reference)
    assert reference.plain("page") == "12-15"

"""Refer and EndNote's tagged text, read and written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import refer
from reflist.formats.refer_tables import NAMES, REFER, TAGS, ris_tag
from reflist.formats.ris_types import ITEM_TYPES
from reflist.model import TYPES, Date, Name, Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text
from strategies import any_references, references


def read(text: str) -> tuple[list[Reference], list[Remainder], list[str]]:
    """The references, the remainders, and the findings."""
    report = Report()
    items = list(refer.read(Source.from_text(text, "x.enw"), report))
    found = [item for item in items if isinstance(item, Reference)]
    return found, [item for item in items if isinstance(item, Remainder)], [str(reported) for reported in report]


@given(st.one_of(references(), any_references()))
def test_what_we_write_reads_back(reference: Reference) -> None:
    written = "".join(refer.write([reference], Report()))
    assert read(written)[0] == [reference]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Brian W. Kernighan", Name("Kernighan", "Brian W.")),
        ("Tom O. Baker Jr.", Name("Baker", "Tom O.", suffix="Jr.")),
        ("Kernighan, Brian W.", Name("Kernighan", "Brian W.")),
        ("Ministry of Ploughs", Name(literal="Ministry of Ploughs")),
        ("Plato", Name(literal="Plato")),
        ("王 小明", Name(literal="王 小明")),
    ],
)
def test_names_of_old_files_begin_with_the_given_name(printed: str, name: Name) -> None:
    (reference,), _, _ = read(f"%A {printed}\n%T A\n")
    assert reference.names("author") == (name,)


def test_other_information_is_a_note_unless_it_names_a_variable() -> None:
    (reference,), _, _ = read("%0 Book\n%O Signed by hand\n%O Original Date: 1866\n%O Copyright: none\n")
    assert dict(reference.variables) == {
        "note": Text("Signed by hand\nCopyright: none"),
        "original-date": Date.of(1866),
    }


@given(st.lists(references(), max_size=3))
def test_records_stay_separate(written: list[Reference]) -> None:
    assert read("".join(refer.write(written, Report()))) == (written, [], [])


@given(st.text(st.sampled_from("%0AT4JD \n\t12/,;:{}x\x00")))
def test_any_text_is_read(text: str) -> None:
    read(text)
    read("%0 Book\n" + text)


@pytest.mark.parametrize("csl", sorted(TYPES))
def test_every_type_has_a_name(csl: str) -> None:
    type_ = REFER.type_of(csl)
    assert type_ in NAMES
    assert type_ in ITEM_TYPES


def test_an_article() -> None:
    article = Reference(
        "doe2001",
        "article-journal",
        {
            "author": (Name("Doe", "J."), Name(literal="Ministry of Ploughs", acronym="MoP")),
            "title": Text("Ploughs"),
            "container-title": Text("Journal of Ploughs"),
            "issued": Date.of(2001, 5),
            "volume": "3",
            "issue": "2",
            "page": "12-18",
            "event-place": Text("Bergen"),
        },
        {("refer", "%^"): ("a caption",), ("refer", "%U"): ("a second",), ("ris", "X9"): ("so",)},
    )
    assert "".join(refer.write([article, article.replace(id="")], Report())).split("\n\n%0")[0].splitlines() == [
        "%0 Journal Article",
        "%F doe2001",
        "%A Doe, J.",
        "%A Ministry of Ploughs,",
        "%T Ploughs",
        "%J Journal of Ploughs",
        "%D 2001",
        "%8 2001/05//",
        "%V 3",
        "%N 2",
        "%P 12-18",
        "%^ a caption",
        "%O event-place: Bergen",
        "%4 acronym of Ministry of Ploughs: MoP",
        "%4 refer:%U: a second",
        "%4 ris:X9: so",
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("%0 Book\n%T A\n\n%0 Book\n%T B\n", "AB"),
        ("%0 Book\n%T A\n%0 Book\n%T B\n", "AB"),
        ("%A Doe\n%T A\n\n%T B\n%A Doe", "AB"),
        ("\ufeff%0 Book\n%A Doe, J.\n\n%T A\n%X of two\n\nparagraphs\n\n%Z so\n", "A"),
        ("%0 Book\n%T A\n\n%T B\n", "AB"),
        ("%0 Serial\n%0 Audio\n%T A", "A"),
        ("", ""),
    ],
)
def test_records(text: str, titles: str) -> None:
    found, rest, reported = read(text)
    assert "".join(reference.plain("title") for reference in found) == titles
    assert not rest
    assert not reported


@pytest.mark.parametrize(
    ("text", "type_", "variables"),
    [
        ("%J Ploughs\n%N 3", "article-journal", {"container-title": Text("Ploughs"), "issue": "3"}),
        ("%B Ploughs\n%P 12-8", "chapter", {"container-title": Text("Ploughs"), "page": "12-18"}),
        ("%I Harrow", "book", {"publisher": Text("Harrow")}),
        ("%T Ploughs\n  of the North", "document", {"title": Text("Ploughs of the North")}),
        ("%T\nPloughs", "document", {"title": Text("Ploughs")}),
        ("%0 Book\n%N 3\n%B A series", "book", {"collection-number": "3", "collection-title": Text("A series")}),
        ("%0 Report\n%O so", "report", {"note": Text("so")}),
        ("%0 Audio\n%D 2021", "song", {"issued": Date.of(2021)}),
        ("%0 Book\n%K a\nb", "book", {"keyword": Text("a, b")}),
    ],
)
def test_variables(text: str, type_: str, variables: dict[str, Value]) -> None:
    (reference,), _, _ = read(text)
    assert (reference.type, dict(reference.variables)) == (type_, variables)
    assert not reference.extras


def test_the_rest_is_kept() -> None:
    (reference,), rest, reported = read("An export\n\n%0 Poem\n%F p\n%H Doe\n%A Doe, J.\n")
    assert dict(reference.extras) == {("refer", "%0"): ("Poem",), ("refer", "%H"): ("Doe",)}
    assert [part.raw for part in rest] == ["An export"]
    assert reported == [
        "x.enw:1: note[refer-outside] skipped: An export",
        "x.enw:3: repair[ris-unknown-type] 'Poem' is not a type of reference (p)",
    ]
    assert reference.origin.raw == "%0 Poem\n%F p\n%H Doe\n%A Doe, J."


def test_controls_come_back() -> None:
    reference = Reference("k", "book", {"title": Text("a\x00b")})
    assert read("".join(refer.write([reference], Report())))[0] == [reference]


def test_every_tag_is_read_as_itself() -> None:
    shared = {"T2", "M1", "M2"}
    assert all(ris_tag(own, "JOUR" if tag == "IS" else "CHAP") == tag for tag, own in TAGS.items() if tag not in shared)
    assert {ris_tag("%B", "BOOK"), ris_tag("%N", "BOOK"), "M2"} == shared


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "%T " + "{" * 300_000,
        "%T x\n" + " \n" * 100_000,
        "%A a\n" * 20_000,
        "%0 Book\n" * 5_000,
        "%T x\n" + "y\n" * 100_000,
    ],
    ids=["braces", "spaces", "authors", "types", "lines"],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    read(text)


def test_files_of_others(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not there")
    for path in sorted((data / "formats" / "refer").rglob("*.*")):
        if path.suffix == ".json":
            continue
        found = [item for item in refer.read(Source.from_path(path), Report()) if isinstance(item, Reference)]
        assert found, path
        written = "".join(refer.write(found, Report()))
        assert list(refer.read(Source.from_text(written), Report())) == found, path


@pytest.mark.parametrize(
    ("variables", "lines"),
    [
        ({"event-title": "A workshop", "container-title": "Proc. B"}, ["%B Proc. B", "%O event-title: A workshop"]),
        ({"event-title": "A workshop"}, ["%B A workshop", '%4 csl: {"event-title": "A workshop"}']),
    ],
)
def test_a_meeting_is_written_where_proceedings_are_read(variables: dict[str, str], lines: list[str]) -> None:
    paper = Reference("k", "paper-conference", {name: Text(words) for name, words in variables.items()})
    written = "".join(refer.write([paper], Report()))
    assert written.splitlines()[2:] == lines
    assert read(written)[0] == [paper]

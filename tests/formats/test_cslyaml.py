"""CSL-YAML: round trips, scalars that look like something else, pandoc's forms, files that would expand endlessly."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import cslyaml
from reflist.formats.base import Item
from reflist.grammar import markdown
from reflist.model import Date, Name, Reference, Remainder
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text
from strategies import references


def read(text: str) -> tuple[list[Item], list[str]]:
    report = Report()
    items = list(cslyaml.read(Source.from_text(text, "file.yaml"), report))
    return items, [f"{diagnostic.code} {diagnostic.place}" for diagnostic in report]


def ids(items: list[Item]) -> list[str]:
    return [item.id if isinstance(item, Reference) else type(item).__name__ for item in items]


def one(text: str) -> Reference:
    (item,), reported = read(text)
    assert reported == []
    assert isinstance(item, Reference)
    return item


@given(st.lists(references(), max_size=3))
def test_what_is_written_reads_back(given_references: list[Reference]) -> None:
    items, reported = read("".join(cslyaml.write(given_references, Report())))
    assert items == given_references
    assert all(line.startswith("csl-markup-odd") for line in reported)  # a tag that is part of the text


@pytest.mark.parametrize(
    "printed", ["010", "1e3", "0x1F", "1_000", "12:30", "no", "y", "~", "2007-01-01", ".5", "1.10", "null"]
)
def test_strings_that_look_like_something_else(printed: str) -> None:
    reference = Reference("a", "book", {"title": Text(printed), "volume": printed})
    written = "".join(cslyaml.write([reference], Report()))
    assert yaml.safe_load(written)["references"][0]["volume"] == printed
    assert one(written) == reference
    assert one(f"- id: a\n  type: book\n  volume: {printed}\n").variables.get("volume", printed) == printed


def test_scalars_without_quotes_are_what_is_printed() -> None:
    reference = one("references:\n- {id: 7, type: book, title: 1984, volume: 010, version: 2.10, edition: 2}\n")
    assert reference == Reference(
        "7", "book", {"title": Text("1984"), "volume": "010", "version": "2.10", "edition": "2"}
    )


def test_unknown_fields_keep_their_kinds() -> None:
    reference = one("- {id: a, type: book, x-count: 7, x-open: true, x-none: null, x-ratio: 2.5, x-name: '7'}")
    assert [values[0] for values in reference.extras.values()] == ["7", "true", "2.5", '"7"']


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2007", Date.of(2007)),
        ("2007-11-26", Date.of(2007, 11, 26)),
        ("1968/1974", Date(((1968,), (1974,)))),
        ("2007~", Date(((2007,),), circa=True)),
        ("soon", Date(literal="soon")),
        ("{year: 2007, month: 3}", Date.of(2007, 3)),
        ("[{year: 1968, season: 2}, {year: 1974}]", Date(((1968,), (1974,)), season="2")),
        ("{date-parts: [[2007, 11]], circa: true}", Date(((2007, 11),), circa=True)),
    ],
)
def test_dates_in_pandoc_s_forms(issued: str, date: Date) -> None:
    (item,), _ = read(f"- id: a\n  type: book\n  issued: {issued}\n")
    assert isinstance(item, Reference)
    assert item["issued"] == date


def test_a_list_an_item_and_front_matter() -> None:
    assert ids(read("- {id: a, type: book}\n- {id: b, type: book}")[0]) == ["a", "b"]
    assert ids(read("id: a\ntype: book\n")[0]) == ["a"]
    assert ids(read("---\ntitle: [A paper]\nreferences:\n- {id: a, type: book}\nlang: en\n---\n")[0]) == ["a"]
    assert ids(read("---\n- {id: a, type: book}\n---\n- {id: b, type: book}\n")[0]) == ["a", "b"]
    assert read("") == ([], [])
    assert read("just: a mapping\nof: things\n")[0] != []


def test_names_with_particles() -> None:
    reference = one(
        "- {id: a, type: book, author: [{family: Berg, non-dropping-particle: van den, comma-suffix: false}]}"
    )
    assert reference["author"] == (Name("Berg", non_dropping_particle="van den"),)


@pytest.mark.parametrize(
    ("text", "found", "reported"),
    [
        ('- {id: a, type: book}\n- id: b\n  title: "x\n', ["a", "Remainder"], ["cslyaml-syntax file.yaml:4:1"]),
        (
            "items:\n- id: a\n  title: A: B\n- id: b\n  type: map\n  type: map\n- id: c: d\n- {id: e, type: map}\n",
            ["Remainder", "b", "Remainder", "e"],
            ["cslyaml-syntax file.yaml:3:11", "cslyaml-duplicate-field file.yaml:6", "cslyaml-syntax file.yaml:7:8"],
        ),
        ("- id: a: b\n" * 101, ["Remainder"] * 101, [f"cslyaml-syntax file.yaml:{at}:8" for at in range(1, 101)]),
        ("a: b: c", ["Remainder"], ["cslyaml-syntax file.yaml:1:5"]),
        ("- {id: a, type: book}\n- word\n- {id: b, type: book}", ["a", "b"], ["cslyaml-no-item file.yaml:2"]),
        ("- {id: a, type: book, id: b}", ["b"], ["cslyaml-duplicate-field file.yaml:1"]),
        ("- {id: a, type: book}\n- {id: b, type: book, title: \x01}", ["a", "b"], ["cslyaml-syntax file.yaml:2"]),
        ("- {id: a, type: book}\n- " + "[" * 5_000, ["a", "Remainder"], ["cslyaml-too-big file.yaml:2"]),
        ("- {id: a, type: *nowhere}", ["a"], ["csl-unknown-type file.yaml:1"]),
    ],
)
def test_what_is_broken(text: str, found: list[str], reported: list[str]) -> None:
    items, messages = read(text)
    assert ids(items) == found
    assert messages == reported


def test_the_rest_is_kept_unchanged() -> None:
    items, _ = read('- {id: a, type: book}\n\n- id: b\n  title: "x\n')
    assert items[-1] == Remainder("cslyaml", '- id: b\n  title: "x', Source("file.yaml", b"").place(3))


def test_aliases() -> None:
    items, reported = read(
        "- &a {id: a, type: book, author: &who [{family: Doe}]}\n- {id: b, type: book, author: *who}"
    )
    assert ids(items) == ["a", "b"]
    assert reported == []
    assert isinstance(items[1], Reference)
    assert items[1]["author"] == (Name("Doe"),)


def test_aliases_that_multiply() -> None:
    levels = "".join(f"l{at}: &l{at} [{', '.join([f'*l{at - 1}'] * 10)}]\n" for at in range(1, 12))
    items, reported = read(f"l0: &l0 [x, x]\n{levels}references:\n- {{id: a, type: book, x: *l11}}\n")
    assert ids(items) == ["Remainder"]
    assert [message.split()[0] for message in reported] == ["cslyaml-too-big"]


def test_half_a_character_is_replaced() -> None:
    report = Report()
    written = "".join(cslyaml.write([Reference("a", "book", {"title": Text("a\ud800b")})], report))
    assert "title: a\ufffdb" in written
    assert [(finding.code, finding.key) for finding in report] == [("cslyaml-not-unicode", "a")]


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("*Homo* and **Pan**, _Gorilla_", "<i>Homo</i> and <b>Pan</b>, <i>Gorilla</i>"),
        ("**all *of* it**, *[sic]{.nocase}*", '<b>all <i>of</i> it</b>, <i><span class="nocase">sic</span></i>'),
        ("H~2~O, 10^5^", "H<sub>2</sub>O, 10<sup>5</sup>"),
        ("[who]{.smallcaps} we are", '<span style="font-variant: small-caps;">who</span> we are'),
        ("\\*p < .05; 5\\^2", "*p < .05; 5^2"),
        ("C*-algebras and W*-algebras, a_b_c, 2 * 3 * 4", None),
        ("trans* women, 5 ~ 6 ^ 7, ~/a/~b, $x_1$ and $y_2$", None),
        ('<i>Homo</i> <span class="nocase">p_H_</span>', None),
    ],
)
def test_marks_are_read_in_pandocs_markdown(written: str, markup: str | None) -> None:
    assert one(f"- id: a\n  type: book\n  title: '{written}'\n").text("title").to_csl() == (markup or written)


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("On <i>E. coli</i> in H<sub>2</sub>O", "On *E. coli* in H~2~O"),
        ("C<i>x</i>y", "C<i>x</i>y"),
        ("*p* < .05 or a_b", "\\*p\\* < .05 or a_b"),
        ("a <b and c", "a \\<b and c"),
        ("C:\\temp, [a](b)", "C:\\\\temp, [a\\](b)"),
        ("where $x_1 \\leq 2$", "where $x_1 \\leq 2$"),
    ],
)
def test_marks_are_written_in_pandocs_markdown(markup: str, written: str) -> None:
    reference = Reference("a", "book", {"title": Text.from_csl(markup)})
    text = "".join(cslyaml.write([reference], Report()))
    assert yaml.safe_load(text)["references"][0]["title"] == written
    assert one(text) == reference


@given(st.text(alphabet="ab *_~^$[](){}.\\<>/i1`") | st.text())
def test_any_markup_comes_back_from_markdown(markup: str) -> None:
    assert markdown.read(markdown.write(markup)) == markup

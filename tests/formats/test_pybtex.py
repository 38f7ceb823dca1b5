"""pybtex accepts our BibTeX: its reader and its plain style report nothing, and exchanging its data loses nothing."""

import json
from pathlib import Path

import pybtex.database
import pybtex.errors
import pytest
from hypothesis import given
from pybtex.database import parse_string
from pybtex.database.convert import convert
from pybtex.exceptions import PybtexError
from pybtex.plugin import PluginNotFound, enumerate_plugin_names, find_plugin

from foreign.pandoc import written
from foreign.test_pandoc import cleaned
from reflist.formats import BUILT_IN, pybtex_exchange
from reflist.formats.pybtex_exchange import from_pybtex, to_pybtex
from reflist.model import Date, Name, Reference, from_csl
from reflist.report import Report
from reflist.text import Text
from strategies import references


@pytest.fixture(scope="module")
def listed(root: Path) -> list[Reference]:
    """The true records of seed pages 001 and 003."""
    truth = [path.read_text("utf-8").splitlines() for path in sorted((root / "tests" / "seeds").glob("*.jsonl"))]
    return [from_csl(cleaned(json.loads(line))) for page in truth for line in page]


def test_the_reader_and_the_plain_style_have_nothing_to_say(listed: list[Reference]) -> None:
    with pybtex.errors.capture() as complaints:
        data = parse_string(written("bibtex", listed), "bibtex")
        formatted = list(find_plugin("pybtex.style.formatting", "plain")().format_bibliography(data))
    assert complaints == []
    assert len(formatted) == len(listed)


def test_what_pybtex_has_read_comes_back(listed: list[Reference]) -> None:
    assert from_pybtex(to_pybtex(listed)) == listed


@given(references())
def test_pybtex_reads_whatever_we_write(reference: Reference) -> None:
    with pybtex.errors.capture() as complaints:
        data = parse_string(written("bibtex", [reference]), "bibtex")
    assert complaints == []
    assert len(data.entries) == 1


def test_another_program_s_entry() -> None:
    data = parse_string(
        r"""@mastersthesis{key, author = {Jos{\'e} de la Cruz and others}, title = {{A} $x^2$ {\LaTeX} tale},
        school = {U}, year = 1999, month = may, custom = {x}}""",
        "bibtex",
    )
    (reference,) = from_pybtex(data)
    assert reference.type == "thesis"
    assert reference.names("author") == (Name("Cruz", "José", non_dropping_particle="de la"), Name(literal="others"))
    assert reference.date("issued") == Date.of(1999, 5)
    assert reference.extras == {("bibtex", "custom"): ("x",)}


def test_losses_are_reported() -> None:
    names = (Name("Veen", "P.", non_dropping_particle="van"), Name("Motte", "J.", dropping_particle="de"))
    report = Report()
    to_pybtex([Reference("mixed", "book", {"author": names, "title": Text("T")})], report)
    assert [diagnostic.code for diagnostic in report] == [
        "bibtex-changed"
    ]  # of the second name: an entry has only one kind of particle


# --- plug-ins ---------------------------------------------------------------------------------------------

READ = "pybtex.database.input"
WRITTEN = "pybtex.database.output"
OSTROM = Reference(
    "ostrom1990",
    "book",
    {"author": (Name("Ostrom", "Elinor"),), "title": Text("Governing the commons"), "issued": Date.of(1990)},
)


def declared(group: str) -> set[str]:
    return {name.removeprefix("reflist-") for name in enumerate_plugin_names(group) if name.startswith("reflist-")}


def test_formats_are_declared_both_ways() -> None:
    assert declared(READ) == declared(WRITTEN)
    assert declared(READ) <= set(BUILT_IN)
    assert {"bibtex", "biblatex", "ris", "csljson", "endnotexml", "mods", "nbib"} <= declared(READ)


@pytest.mark.parametrize("name", sorted(declared(READ)))
def test_what_a_plug_in_writes_it_reads(name: str, tmp_path: Path) -> None:
    file = tmp_path / "refs.any"
    to_pybtex([OSTROM]).to_file(str(file), f"reflist-{name}")
    (back,) = from_pybtex(pybtex.database.parse_file(str(file), f"reflist-{name}"))
    assert back == OSTROM.replace(extras=back.extras, id=back.id)
    assert pybtex.database.parse_string(file.read_text("utf-8"), f"reflist-{name}").entries.keys() == {back.id}


def test_formats_are_known_by_suffix(tmp_path: Path) -> None:
    convert(str(write_bib(tmp_path)), str(tmp_path / "refs.ris"))
    assert (tmp_path / "refs.ris").read_text("utf-8").startswith("TY  - BOOK\n")
    assert list(pybtex.database.parse_file(str(tmp_path / "refs.ris")).entries) == ["ostrom1990"]


def write_bib(folder: Path) -> Path:
    file = folder / "refs.bib"
    file.write_text(written("bibtex", [OSTROM]), encoding="utf-8")
    return file


def test_an_encoding_is_detected_from_the_bytes() -> None:
    latin = "TY  - BOOK\nAU  - Böll, H.\nER  - \n".encode("latin-1")
    data = pybtex.database.parse_bytes(latin, "reflist-ris")
    assert [str(person) for entry in data.entries.values() for person in entry.persons["author"]] == ['B{\\"o}ll, H.']


def test_errors_are_pybtex_s_to_handle() -> None:
    broken = "@book{a, title = {One}}\n@book{b, title = {Two\n@book{c, title = {Three}}\n"
    with pybtex.errors.capture() as complaints:
        data = pybtex.database.parse_string(broken, "reflist-bibtex")
    assert list(data.entries) == ["a", "c"]
    assert [str(complaint) for complaint in complaints] == [
        "<text>:2:18: error[bibtex-syntax] a brace is not closed (b)"
    ]
    with pytest.raises(PybtexError, match="bibtex-syntax"):
        pybtex.database.parse_string(broken, "reflist-bibtex")


def test_a_plug_in_gives_its_findings() -> None:
    writer = find_plugin(WRITTEN, "reflist-biblatex")()
    assert writer.to_string(to_pybtex([OSTROM.replace(id="x y")])).startswith("@book{x_y,")
    parser = find_plugin(READ, "reflist-bibtex")()
    with pybtex.errors.capture():
        parser.parse_string("@book{, title = {T}}")
    assert "bibtex-no-key" in parser.findings.counts()


def test_fields_of_biblatex_are_taken_for_what_they_are() -> None:
    data = parse_string("@online{x, author = {Doe, J.}, title = {T}, date = {2007-03}, organization = {O}}", "bibtex")
    (reference,) = from_pybtex(data)
    assert reference == Reference(
        "x",
        "webpage",
        {
            "author": (Name("Doe", "J."),),
            "title": Text("T"),
            "issued": Date.of(2007, 3),
            "publisher": Text("O"),
        },
    )


def test_no_such_plug_in() -> None:
    with pytest.raises(PluginNotFound):
        find_plugin(READ, "reflist-page")
    with pytest.raises(AttributeError, match="parser_page"):
        pybtex_exchange.__getattr__("parser_page")

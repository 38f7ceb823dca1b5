"""pybtex takes our BibTeX: its reader and its plain style say nothing, and the exchange of its data loses nothing."""

import json
from pathlib import Path

import pybtex.errors
import pytest
from hypothesis import given
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from foreign.pandoc import written
from foreign.test_pandoc import cleaned
from reflist.formats.pybtex_exchange import from_pybtex, to_pybtex
from reflist.model import Date, Name, Reference, from_csl
from reflist.report import Report
from reflist.text import Text
from strategies import references


@pytest.fixture(scope="module")
def listed(root: Path) -> list[Reference]:
    """The right records of seed pages 001 and 003."""
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
    assert [diagnostic.code for diagnostic in report] == ["bibtex-changed"] * 2

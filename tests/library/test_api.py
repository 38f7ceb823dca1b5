"""The functions that people import."""

import gc
import io
import json
from pathlib import Path

import pytest

import reflist
from reflist.library import FormatError, OutputError
from reflist.model import Remainder
from reflist.report import Place, ReflistError
from reflist.source import SourceError
from reflist.text import Text

LINE = "Ostrom, E. (1996), ‘Crossing the great divide’, World Development, 24, 6, 1073–87."
BOOK = reflist.Reference("doe", "book", {"title": Text("Plain things")})
ITEMS = '[{"id": "doe", "type": "book", "title": "Plain things"}]'


@pytest.fixture
def items(tmp_path: Path) -> Path:
    path = tmp_path / "items.json"
    path.write_text(ITEMS, encoding="utf-8")
    return path


def test_read_takes_a_path_or_an_open_file(items: Path) -> None:
    with items.open(encoding="utf-8") as text, items.open("rb") as binary:
        libraries = [reflist.read(source) for source in (items, str(items), text, binary)]
    assert all(list(library) == [BOOK] for library in libraries)


def test_read_takes_a_format(seeds: list[Path]) -> None:
    library = reflist.read(seeds[4], format="page")
    assert (len(library.papers), len(library.references)) == (1, 5)
    assert library.papers[0].references == library.references


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"only words", "words.txt: no format claims this"),
        (b"\0\1\2" * 100, "words.txt: this is a binary file"),
        (b"---\nreferences:\n- id: doe\n---\nwords", r": cslyaml for the references in its head, page or list"),
        (b"cff-version: 1.2.0", "words.txt: this looks like Citation File Format"),
    ],
)
def test_read_refuses_what_no_format_claims(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(content)
    with pytest.raises(SourceError, match=message):
        reflist.read(tmp_path / "words.txt")


def test_read_names_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.json: No such file"):
        reflist.read(tmp_path / "none.json")
    with pytest.raises(FormatError, match="did you mean 'csljson'"):
        reflist.read(tmp_path / "none.json", format="csljsn")


def test_an_empty_file_is_an_empty_library(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("", encoding="utf-8")
    library = reflist.read(tmp_path / "empty.json")
    assert len(library) == 0
    assert [finding.code for finding in library.report] == ["nothing-to-read"]


def test_parse_reads_free_text() -> None:
    library = reflist.parse(LINE)
    assert library.references[0].plain("page") == "1073-1087"
    assert library.references[0].origin.source == "<text>"


def test_parse_gives_every_line_an_item() -> None:
    library = reflist.parse(f"{LINE}\n\nno reference\n", lines=True)
    assert [reference.type for reference in library] == ["article-journal", "document"]


def test_write_goes_to_a_path_or_an_open_file(tmp_path: Path) -> None:
    text, binary = io.StringIO(), io.BytesIO()
    assert len(reflist.write([BOOK], tmp_path / "out.json")) == 0
    reflist.write([BOOK], text, format="csljson")
    reflist.write([BOOK], binary, format="csljson")
    written = (tmp_path / "out.json").read_text(encoding="utf-8")
    assert json.loads(written) == json.loads(ITEMS)
    assert written == text.getvalue() == binary.getvalue().decode()


def test_write_takes_the_format_from_the_name_of_an_open_file(tmp_path: Path) -> None:
    with (tmp_path / "out.bib").open("w", encoding="utf-8") as file:
        reflist.write([BOOK], file)
    assert "@book{doe," in (tmp_path / "out.bib").read_text(encoding="utf-8")
    with pytest.raises(FormatError, match="'the open file' does not show which format"):
        reflist.write([BOOK], io.StringIO())


def test_write_names_the_target_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        reflist.write([BOOK], tmp_path / "none" / "out.json")


def test_convert_goes_from_file_to_file(items: Path, tmp_path: Path) -> None:
    report = reflist.convert(items, tmp_path / "out.ris")
    assert len(report) == 0
    assert "TI  - Plain things" in (tmp_path / "out.ris").read_text(encoding="utf-8")
    reflist.convert(items, tmp_path / "same.txt", "csljson", "csljson")
    assert json.loads((tmp_path / "same.txt").read_text(encoding="utf-8")) == json.loads(ITEMS)


def test_render_shows_itself_in_the_output_asked_for() -> None:
    rendered = reflist.render([BOOK], style="harvard", to="markdown")
    assert str(rendered) == rendered.to("markdown")
    assert "*Plain things*" in str(rendered)
    assert str(reflist.render([BOOK])).startswith("<div")


def test_render_names_what_is_unknown() -> None:
    with pytest.raises(ReflistError, match="did you mean 'harvard'"):
        reflist.render([BOOK], style="hravard")
    with pytest.raises(ReflistError, match="unknown output 'pdf': choose from text, html"):
        reflist.render([BOOK], to="pdf")


def test_match_finds_the_same_work() -> None:
    library = reflist.parse(LINE)
    matching = reflist.match([*library, *library])
    assert len(matching.works) == 1
    assert matching.review == ()


def test_a_library_shows_and_writes_itself(tmp_path: Path) -> None:
    library = reflist.Library([BOOK, Remainder("bibtex", "@comment{}", Place("x"))])
    assert repr(library) == "<Library: 1 reference, 0 papers, 0 diagnostics>"
    assert "<i>Plain things</i>" in library._repr_html_()
    assert len(library.remainders) == 1
    library.write(tmp_path / "out.json")
    assert library.to_csl() == json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))


def test_a_library_gives_the_places_of_values() -> None:
    own = reflist.parse(LINE).to_csl(origin=True)[0]["custom"]["reflist"]
    assert (own["line"], own["raw"]) == (1, LINE)
    assert own["fields"]["page"]["printed"] == "1073–87"


@pytest.mark.parametrize(
    ("name", "reported"),
    [("one.bib", []), ("one.txt", ["read as BibTeX"]), ("one", ["read as BibTeX"]), ("one.ris", ["read as BibTeX"])],
)
def test_a_guessed_format_is_reported(name: str, reported: list[str], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("@book{doe, title = {Plain things}}\n", encoding="utf-8")
    library = reflist.read(path)
    assert [reference.id for reference in library] == ["doe"]
    assert [diagnostic.message for diagnostic in library.report] == reported
    assert not reflist.read(path, format="bibtex").report


def test_a_guessed_encoding_is_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_bytes('[{"id": "doe", "type": "book", "title": "Größe"}]'.encode("latin-1"))
    assert [diagnostic.code for diagnostic in reflist.read(path).report] == ["encoding-guessed"]


def test_a_workbook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "one.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 99 + b"xl/workbook.xml")
    with pytest.raises(SourceError, match=r"this looks like an Excel workbook \(xlsx\), which reflist cannot read yet"):
        reflist.read(path)


@pytest.mark.parametrize("on", [True, False])
def test_reading_leaves_the_collection_of_garbage_as_it_was(items: Path, on: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        reflist.read(items)
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_manuscript_formatted() -> None:
    citations = [{"id": "c1", "items": [{"id": BOOK.id, "locator": 5}]}, {"items": []}]
    rendered = reflist.render([BOOK, BOOK.replace(id="other")], style="harvard", to="markdown", citations=citations)
    written = rendered.to_json()
    assert [part["id"] for part in written["citations"]] == ["c1", "2"]
    assert "p. 5" in written["citations"][0]["text"]
    assert [part["id"] for part in written["bibliography"]] == [BOOK.id]
    assert "*Plain things*" in written["bibliography"][0]["text"]
    assert "*" not in rendered.to_json("text")["bibliography"][0]["text"]
    assert [found.code for found in rendered.report] == ["citation-wrong-form", "reference-uncited"]
    with pytest.raises(ReflistError, match="unknown output 'pdf'"):
        rendered.to_json("pdf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_bytes_are_parsed_as_a_file_would_be(encoding: str) -> None:
    text = "Müller, Ä. (2004) Über Hecken, Köln: Graben."
    assert reflist.parse(text.encode(encoding)).references == reflist.parse(text).references


def test_what_is_neither_text_nor_bytes_is_not_parsed() -> None:
    with pytest.raises(TypeError, match="text or bytes can be parsed, not list"):
        reflist.parse(["Weir, A. (2004) Hedges."])  # type: ignore[arg-type]

"""The main job on the five pages: which files, what is in them, and that nothing but the pages changes it."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reflist
import rtf
from reflist.library import OutputError
from reflist.report import ReflistError

LISTS = [f"{style}.{suffix}" for style in ("apa", "harvard") for suffix in ("html", "rtf", "txt")]
WHOLE = ["index.html", "papers.bib", "papers.json", "papers.ris", "report.json", "works.csv", "works.json"]
PER_PAPER = ["apa.html", "harvard.html", "references.bib"]

ONE = "References\n\nDoe, J. (2001), ‘Plain things’, Journal of Things, 12, 3, 45–67.\n"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory, seeds: list[Path]) -> Path:
    out = tmp_path_factory.mktemp("build")
    reflist.bib(seeds, out)
    return out


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def load(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


BST = """ENTRY { title } {} {}
FUNCTION {default.type} { newline$ "\\bibitem{" cite$ * "}" * write$ newline$ title write$ "!" write$ newline$ }
FUNCTION {begin} { "\\begin{thebibliography}{9}" write$ newline$ } READ EXECUTE {begin} ITERATE {call.type$}
"""


def test_a_style_of_bibtex_is_one_more(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('[{"id": "a", "type": "book", "title": "Alpha"}]')
    (tmp_path / "Mine.BST").write_text(BST)
    done = reflist.bib([tmp_path / "one.json"], tmp_path / "out", styles=[str(tmp_path / "Mine.BST")])
    assert {"Mine.html", "Mine.rtf", "Mine.txt"} < {*done.files}
    assert (tmp_path / "out" / "Mine.txt").read_text() == "[1] Alpha!\n"
    assert "Alpha!" in (tmp_path / "out" / "index.html").read_text()


def test_the_files_are_those_of_the_design(build: Path) -> None:
    papers = [paper["id"] for paper in load(build, "papers.json")]
    assert len(set(papers)) == 5
    per_paper = [f"papers/{paper}/{name}" for paper in papers for name in PER_PAPER]
    references = [f"references.{suffix}" for suffix in ("bib", "json", "ris")]
    assert sorted(content(build)) == sorted([*LISTS, *WHOLE, *references, *per_paper])


def test_works_have_the_shape_of_the_design(build: Path) -> None:
    works, papers = load(build, "works.json"), load(build, "papers.json")
    shape = {"id", "reference", "members", "cited_by", "evidence", "variants"}
    assert all(set(work) == shape for work in works)
    assert all(set(member) == {"id", "source", "line", "raw"} for work in works for member in work["members"])
    assert {e for work in works for e in map(frozenset, work["evidence"])} == {
        frozenset({"members", "score", "reasons"})
    }
    assert {paper for work in works for paper in work["cited_by"]} <= {paper["id"] for paper in papers}
    assert sum(len(work["members"]) for work in works) == 112


def test_papers_have_the_shape_of_the_design(build: Path) -> None:
    works, papers = load(build, "works.json"), load(build, "papers.json")
    assert all(set(paper) == {"id", "source", "reference", "cites", "citations"} for paper in papers)
    shape = {"text", "line", "names", "year", "locator", "work", "via"}
    assert all(set(citation) == shape for paper in papers for citation in paper["citations"])
    for paper in papers:
        assert paper["cites"] == sorted(work["id"] for work in works if paper["id"] in work["cited_by"])


def test_the_report_has_the_shape_of_the_design(build: Path) -> None:
    report, works = load(build, "report.json"), load(build, "works.json")
    assert list(report) == ["diagnostics", "works", "review", "files"]
    assert {work["id"]: work["members"] for work in report["works"]} == {
        work["id"]: [member["id"] for member in work["members"]] for work in works
    }
    assert set(report["files"]) == set(content(build)) - {"report.json"}


def test_the_merged_works_are_in_every_file_once(build: Path) -> None:
    ids = [work["id"] for work in load(build, "works.json")]
    assert [item["id"] for item in load(build, "references.json")] == ids
    assert (build / "references.ris").read_text(encoding="utf-8").count("\nER  -") == len(ids)
    assert all((build / "references.bib").read_text(encoding="utf-8").count(f"{{{id},") == 1 for id in ids)
    for name in ("harvard.txt", "apa.txt"):
        assert len((build / name).read_text(encoding="utf-8").split("\n\n")) in (len(ids), 1)
    assert "year-suffix" not in (build / "references.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["harvard", "apa"])
def test_the_lists_for_a_word_processor_equal_the_others(build: Path, style: str) -> None:
    paragraphs = rtf.paragraphs((build / f"{style}.rtf").read_text(encoding="ascii"))
    assert "".join(f"{paragraph.plain}\n" for paragraph in paragraphs) == (build / f"{style}.txt").read_text("utf-8")
    assert all(0 < paragraph.indent == -paragraph.first_line for paragraph in paragraphs)
    italic = [marked for paragraph in paragraphs for marked in paragraph.marked("i")]
    assert "Australian Journal of Public Administration" in italic
    assert all(address.startswith("http") for paragraph in paragraphs for address, _ in paragraph.links)


def test_the_table_shows_who_cites_what(build: Path) -> None:
    works, papers = load(build, "works.json"), load(build, "papers.json")
    with (build / "works.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["id", "type", "author", "year", "title", *(paper["id"] for paper in papers)]
    for row, work in zip(rows, works, strict=True):
        assert row["id"] == work["id"]
        assert sorted(paper["id"] for paper in papers if row[paper["id"]] == "1") == work["cited_by"]


def test_a_papers_own_list_has_the_keys_of_the_works(build: Path) -> None:
    ids = {work["id"] for work in load(build, "works.json")}
    for paper in load(build, "papers.json"):
        text = (build / "papers" / paper["id"] / "references.bib").read_text(encoding="utf-8")
        keys = [line.partition("{")[2].rstrip(",") for line in text.splitlines() if line.startswith("@")]
        assert set(keys) <= ids
        assert set(keys) <= set(paper["cites"])


@pytest.mark.parametrize(
    "circumstances",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Kolkata"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Bogota", "PYTHONUTF8": "0"},
    ],
)
def test_the_same_bytes_and_a_short_summary_in_any_circumstances(
    build: Path, circumstances: dict[str, str], seeds: list[Path], tmp_path: Path
) -> None:
    pages = tmp_path / "the pages"
    shutil.copytree(seeds[0].parent, pages)
    sources = [*sorted(pages.iterdir(), reverse=True), pages, pages / seeds[0].name]
    command = [sys.executable, "-m", "reflist", "bib", *map(str, sources), "-o", "the output"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **circumstances}, capture_output=True, text=True, check=True
    )
    assert content(tmp_path / "the output") == content(build)
    lines = done.stdout.splitlines()
    assert len(lines) <= 8
    assert lines[0].startswith("5 pages: 112 references, ")
    assert "112 references -> 106 works" in lines
    assert lines[-1] == "open 'the output/index.html'"


def test_nothing_changes_the_second_time(build: Path, seeds: list[Path]) -> None:
    before = content(build)
    reflist.bib(seeds, build)
    assert content(build) == before


def test_what_is_gone_from_the_pages_is_gone_from_the_output(tmp_path: Path, seeds: list[Path]) -> None:
    reflist.bib([seeds[2], seeds[4]], tmp_path)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    reflist.bib([seeds[4]], tmp_path)
    assert len(list((tmp_path / "papers").iterdir())) == 1
    assert (tmp_path / "notes.txt").exists()


def test_a_list_joins_in(tmp_path: Path, seeds: list[Path]) -> None:
    item = reflist.read(seeds[4], format="page").to_csl()[0]
    (tmp_path / "mine.json").write_text(json.dumps([item]), encoding="utf-8")
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    done = reflist.bib([tmp_path, seeds[4]], tmp_path / "out")
    assert (done.pages, done.references, len(done.works)) == (1, 7, 6)


def test_output_among_the_pages_is_not_read_as_pages(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    first = reflist.bib([tmp_path], tmp_path)
    second = reflist.bib([tmp_path], tmp_path)
    assert first.references == second.references == 1


def test_a_page_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "apa.txt").write_text(ONE, encoding="utf-8")
    with pytest.raises(OutputError, match=r"apa\.txt is one of the sources"):
        reflist.bib([tmp_path], tmp_path)
    assert (tmp_path / "apa.txt").read_text(encoding="utf-8") == ONE


def test_one_more_style(tmp_path: Path, root: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    shutil.copy(root / "styles" / "apa.csl", tmp_path / "mine.csl")
    done = reflist.bib([tmp_path / "one.txt"], tmp_path / "out", styles=[str(tmp_path / "mine.csl"), "apa"])
    assert {"mine.txt", "mine.html", "apa.txt", "harvard.txt"} <= set(done.files)


def test_a_style_cannot_take_the_place_of_another_file(tmp_path: Path, root: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    shutil.copy(root / "styles" / "apa.csl", tmp_path / "index.csl")
    with pytest.raises(ReflistError, match=r"index\.html would be written twice"):
        reflist.bib([tmp_path / "one.txt"], tmp_path / "out", styles=[str(tmp_path / "index.csl")])


def test_binary_files_in_a_folder_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "sub").mkdir()
    done = reflist.bib([tmp_path], tmp_path / "out")
    assert done.references == 1
    assert [str(note) for note in done.report if note.code == "skipped"] == [
        "photo.jpg: loss[skipped] a binary file, not text: skipped"
    ]


def test_what_an_earlier_run_wrote_among_the_pages_is_not_a_page(tmp_path: Path) -> None:
    """Not only in this run's output folder: any folder of sources may hold an earlier one's."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "page.txt").write_text(ONE, encoding="utf-8")
    reflist.bib([pages], pages)
    found = reflist.bib([pages], tmp_path / "elsewhere")
    assert (found.pages, found.references) == (0, 1)

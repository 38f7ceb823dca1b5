"""What people really pass in: a clear message with its place, the right exit status, all else still processed."""

import json
import os
from pathlib import Path

import pytest

from commands import Run

GOOD = '[{"id": "doe", "type": "book", "title": "Plain things"}]'
LINE = "Ostrom, E. (1996), ‘Crossing the great divide’, World Development, 24, 6, 1073–87."
OTHER = "Roe, R. (2003), ‘Fancy things’, Journal of Things, 12, 3, 45–67."
BOOK = "Doe, J. (2001), Plain Things, London: Sage."
LIST = f"References\n\n{LINE}\nWhatever this may be, a reference it is not\n{OTHER}\n{BOOK}\n"
BINARY = b"%PDF-1.4\n" + bytes(range(256)) * 40


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.json"
    path.write_text(GOOD, encoding="utf-8")
    return path


def bad_file(folder: Path, name: str) -> Path:
    """A file or folder that cannot be read, by the kind of trouble."""
    path = folder / name
    if name == "folder":
        path.mkdir()
    elif name == "binary.pdf":
        path.write_bytes(BINARY)
    elif name == "empty.txt":
        path.write_text(" \n\t\n", encoding="utf-8")
    elif name == "broken.json":
        path.write_text('[{"id": ', encoding="utf-8")
    elif name == "later.cff":
        path.write_text("cff-version: 1.2.0", encoding="utf-8")
    elif name == "locked.txt":
        path.write_text(LINE, encoding="utf-8")
        path.chmod(0)
    return path


MESSAGES = {
    "missing.txt": "missing.txt: error[unreadable] cannot read {}/missing.txt: No such file or directory",
    "folder": "folder: error[unreadable] cannot read {}/folder: it is a folder; name the files in it",
    "binary.pdf": "binary.pdf: error[unknown-format] this looks like a PDF, which reflist cannot read yet; read its",
    "empty.txt": "empty.txt: error[nothing-to-read] there is nothing in it",
    "broken.json": "broken.json:1:9: error[csljson-syntax]",
    "later.cff": "later.cff: error[unknown-format] this looks like Citation File Format, which reflist cannot read yet",
}


@pytest.mark.parametrize("name", MESSAGES)
@pytest.mark.parametrize("command", ["parse", "convert", "render", "dedupe", "check"])
def test_what_cannot_be_read_is_named_and_the_rest_processed(command: str, name: str, run: Run, good: Path) -> None:
    options = {"convert": ["-t", "csljson"], "render": ["--style", "apa"]}.get(command, [])
    done = run(command, bad_file(good.parent, name), good, *options)
    assert done.status == 3
    assert MESSAGES[name].format(good.parent) in done.err
    assert "Traceback" not in done.err
    assert ("Plain things" in done.out) is (command != "check")


@pytest.mark.parametrize("name", MESSAGES)
def test_bib_goes_on_without_it(name: str, run: Run, good: Path, seeds: list[Path]) -> None:
    out = good.parent / "out"
    done = run("bib", bad_file(good.parent, name), good, seeds[4], "-o", out)
    message = (
        "folder: error[nothing-to-read] no text in this folder"
        if name == "folder"
        else MESSAGES[name].format(good.parent)
    )
    assert done.status == 3
    assert message in done.err
    assert "1 page: 6 references" in done.out
    assert (out / "index.html").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is locked for root")
def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path) -> None:
    done = run("parse", bad_file(tmp_path, "locked.txt"))
    assert (done.status, done.out) == (3, "[]\n")
    assert ": Permission denied" in done.err


def test_a_folder_that_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    done = run("bib", tmp_path)
    assert done.status == 3
    assert f"error[unreadable] cannot read {tmp_path}: Permission denied" in done.err


def test_no_file_is_touched_where_nothing_was_read(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    target.write_text(GOOD, encoding="utf-8")
    done = run("parse", tmp_path / "typo.txt", "-o", target)
    assert (done.status, done.out) == (3, "[]\n")
    assert target.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("sources", [[], ["hidden"], ["empty"]])
def test_bib_writes_nothing_where_nothing_was_read(sources: list[str], run: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    if sources == ["hidden"]:
        (pages / ".hidden.txt").write_text(LINE, encoding="utf-8")
    if sources == ["empty"]:
        (pages / "empty.txt").write_text("\n", encoding="utf-8")
    done = run("bib", pages, "-o", tmp_path / "out")
    assert (done.status, done.out) == (3, "")
    assert "error[nothing-to-read]" in done.err
    assert not (tmp_path / "out").exists()


def test_bib_writes_into_no_file(run: Run, good: Path) -> None:
    done = run("bib", good, "-o", good)
    assert (done.status, done.err) == (2, f"reflist bib: cannot write into {good}: it is a file, not a folder\n")
    assert good.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("name", ["missing.txt", "folder", "binary.pdf", "broken.json"])
def test_a_library_that_cannot_be_read_stops_dedupe(name: str, run: Run, good: Path, tmp_path: Path) -> None:
    done = run("dedupe", good, "--against", bad_file(tmp_path, name), "-o", tmp_path / "new.json")
    assert (done.status, done.out) == (3, "")
    assert done.err.splitlines()[-1].startswith("reflist dedupe: ")
    assert name in done.err.splitlines()[-1]
    assert not (tmp_path / "new.json").exists()


def test_everything_is_new_against_an_empty_library(run: Run, good: Path, tmp_path: Path) -> None:
    done = run("dedupe", good, "--against", bad_file(tmp_path, "empty.txt"))
    assert (done.status, len(json.loads(done.out))) == (3, 1)


def test_decisions_that_are_not_yaml(run: Run, good: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("same:\n- [a, b\n", encoding="utf-8")
    done = run("dedupe", good, "--decisions", tmp_path / "wrong.yaml")
    assert (done.status, done.out) == (3, "")
    assert f"reflist dedupe: {tmp_path}/wrong.yaml:3:1: not YAML: " in done.err


def test_a_page_without_references_is_a_page(run: Run, seeds: list[Path], tmp_path: Path) -> None:
    done = run("bib", seeds[2], "-o", tmp_path)
    assert done.status == 0
    assert "1 page: 0 references" in done.out
    assert json.loads((tmp_path / "works.json").read_text(encoding="utf-8")) == []


def test_an_unreadable_line_costs_only_itself(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    done = run("parse", tmp_path / "list.txt")
    assert done.status == 0
    assert len(json.loads(done.out)) == 3
    assert "list.txt:4: error[not-a-reference]" in done.err
    assert run("parse", tmp_path / "list.txt", "--strict").status == 1
    assert run("check", tmp_path / "list.txt", "-f", "list").status == 1


def test_every_line_gives_an_item(run: Run) -> None:
    done = run("parse", "--lines", stdin=f"{LINE}\n\nno reference\n{LINE}\n".encode())
    items = json.loads(done.out)
    assert done.status == 0
    assert [item["type"] for item in items] == ["article-journal", "document", "article-journal"]
    assert items[1]["note"] == "no reference"
    assert "<stdin>:3: error[not-a-reference]" in done.err


def test_bytes_that_are_not_utf8_are_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(LINE.replace("Ostrom", "Östrom").encode("cp1252"))
    done = run("parse", "-v", "--strict", path)
    assert done.status == 0
    assert json.loads(done.out)[0]["author"][0]["family"] == "Östrom"
    message = "latin.txt:1:1: repair[encoding-guessed] byte D6 is not UTF-8: read as Windows-1252, where it is 'Ö'\n"
    assert message in done.err


@pytest.mark.parametrize("target", ["missing/out.json", "."])
def test_an_output_that_cannot_be_written_is_named(target: str, run: Run, good: Path) -> None:
    done = run("convert", good, "-t", "csljson", "-o", good.parent / target)
    assert (done.status, done.out) == (2, "")
    assert "reflist convert: cannot write " in done.err


def test_bib_names_a_folder_it_cannot_make(run: Run, good: Path) -> None:
    done = run("bib", good, "-o", good / "out")
    assert (done.status, done.out) == (2, "")
    assert "reflist bib: cannot write " in done.err


def test_names_with_spaces_and_accents(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mes pages d'été"
    folder.mkdir()
    (folder / "une liste.txt").write_text(LIST, encoding="utf-8")
    done = run("bib", folder, "-o", tmp_path / "la sortie")
    assert done.status == 0
    assert "une liste.txt:4: error[not-a-reference]" in done.err
    assert done.out.endswith(f"\nopen '{tmp_path}/la sortie/index.html'\n")


def test_a_message_stays_on_its_line(run: Run, tmp_path: Path) -> None:
    done = run("check", tmp_path / "new\nline\x1b[31m.txt")
    assert done.err.startswith(r"new\nline\x1b[31m.txt: error[unreadable] cannot read ")
    assert len(done.err.splitlines()) == 1

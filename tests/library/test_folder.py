"""The output folder: what an earlier run wrote is taken away, what is the person's is not."""

import json
from pathlib import Path

import pytest

from reflist.library.files import OutputError
from reflist.library.folder import own_files, update


def run(folder: Path, **files: str) -> tuple[str, ...]:
    named = {name.replace("__", "/"): text for name, text in files.items()}
    return update(folder, named, lambda record: json.dumps({"files": record}), ())


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_files_are_written_and_named(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    assert run(out, apa="A", papers__one__apa="P") == ("apa", "papers/one/apa", "report.json")
    assert (out / "papers/one/apa").read_text(encoding="utf-8") == "P"


def test_what_only_an_earlier_run_wrote_is_taken_away(tmp_path: Path) -> None:
    run(tmp_path, apa="A", papers__one__apa="1", papers__two__apa="2")
    run(tmp_path, apa="A", papers__two__apa="2")
    assert tree(tmp_path) == ["apa", "papers/two/apa", "report.json"]
    assert not (tmp_path / "papers/one").exists()


def test_what_cannot_be_taken_away_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    run(tmp_path, apa="A", old="O")
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OutputError, match=r"cannot remove .*old: Permission denied"):
        run(tmp_path, apa="A")


def test_what_is_the_persons_stays(tmp_path: Path) -> None:
    run(tmp_path, apa="A", notes="ours", papers__one__apa="1")
    (tmp_path / "notes").write_text("mine now", encoding="utf-8")
    (tmp_path / "papers/one/thoughts.txt").write_text("mine", encoding="utf-8")
    run(tmp_path, apa="B")
    assert tree(tmp_path) == ["apa", "notes", "papers/one/thoughts.txt", "report.json"]


def test_a_file_that_already_holds_it_is_left_alone(tmp_path: Path) -> None:
    run(tmp_path, apa="A")
    before = (tmp_path / "apa").stat()
    run(tmp_path, apa="A")
    after = (tmp_path / "apa").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_own_files_are_those_recorded_and_unchanged(tmp_path: Path) -> None:
    run(tmp_path, apa="A", ris="R")
    (tmp_path / "ris").write_text("changed", encoding="utf-8")
    assert own_files(tmp_path) == {tmp_path / "apa", tmp_path / "report.json"}


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        "{}",
        '{"files": ["mine.txt"]}',
        '{"files": {"mine.txt": "0"}}',
        '{"files": {"": "0", ".": "0", "nul\\u0000": "0", "gone.txt": "0"}}',
        "[" * 100_000,
    ],
)
def test_a_record_that_is_not_ours_gives_nothing_away(record: str, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "report.json").write_text(record, encoding="utf-8")
    assert own_files(tmp_path) == set()


@pytest.mark.parametrize("name", ["../mine.txt", "link/mine.txt", "sub/../../mine.txt", "/absolute"])
def test_no_record_reaches_out_of_the_folder(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, mine="X")
    digest = json.loads((out / "report.json").read_text(encoding="utf-8"))["files"]["mine"]
    outside = tmp_path / "mine.txt"
    outside.write_text("X", encoding="utf-8")
    (out / "link").symlink_to(tmp_path)
    named = str(outside) if name == "/absolute" else name
    (out / "report.json").write_text(json.dumps({"files": {named: digest}}), encoding="utf-8")
    run(out, apa="A")
    assert outside.exists()


def test_a_source_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "apa").write_text("a page", encoding="utf-8")
    with pytest.raises(OutputError, match=r"apa is one of the sources"):
        update(tmp_path, {"apa": "A"}, lambda _: "{}", {tmp_path / "apa"})
    assert tree(tmp_path) == ["apa"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot write .*file/apa"):
        run(tmp_path / "file" / "apa", apa="A")


def test_a_file_that_vanishes_meanwhile_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, apa="A")
    record = (tmp_path / "report.json").read_bytes()

    def read(path: Path) -> bytes:
        if path.name == "report.json":
            return record
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", read)
    assert own_files(tmp_path) == set()

"""Files in and out: never half written, never with another mode, never through a device."""

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reflist.library.files import OutputError, encoded, open_source, standard_input, write_file
from reflist.report import Report
from reflist.source import SourceError


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_file(tmp_path / "out.txt", [b"one ", b"two"])
    assert (tmp_path / "out.txt").read_bytes() == b"one two"
    assert (tmp_path / "out.txt").stat().st_mode == plain.stat().st_mode


def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(target, [b"new"])
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", [b"new"])
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_writer_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_file(target, pieces())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file("/dev/null", [b"gone"])
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("target", ["missing/out.txt", ".", "nul\0.txt"])
def test_what_cannot_be_written_is_named(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="cannot write"):
        write_file(target, [b""])


def test_a_folder_that_may_not_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match=r"cannot write .*out\.txt: Permission denied"):
        write_file(tmp_path / "out.txt", [b""])


def test_half_a_character_is_a_loss() -> None:
    report = Report()
    assert b"".join(encoded(["a", "\ud800b"], report, "out.txt")) == b"a?b"
    assert [str(diagnostic) for diagnostic in report] == [
        "out.txt: loss[not-unicode] a lone surrogate was written as a question mark"
    ]


def test_a_source_is_a_path_or_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "été.txt"
    path.write_text("Ostrom", encoding="utf-8")
    with path.open(encoding="utf-8") as text, path.open("rb") as binary:
        sources = [open_source(path), open_source(str(path)), open_source(text), open_source(binary)]
    assert {(source.name, source.text) for source in sources} == {("été.txt", "Ostrom")}
    assert open_source(io.StringIO("Ostrom")).name == "<file>"


def test_a_name_that_is_not_text_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("Ostrom", encoding="utf-8")
    assert open_source(path).name == "caf\ufffd.txt"


def test_a_source_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        name = "tape"

        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(SourceError, match=r"none\.txt: No such file or directory"):
        open_source(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="it is a folder; name the files in it"):
        open_source(tmp_path)
    with pytest.raises(SourceError, match="tape: Input/output error"):
        open_source(Broken())


def test_standard_input_may_break(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        buffer = property(lambda self: self)

        def read(self) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", Broken())
    with pytest.raises(SourceError, match="cannot read standard input: Input/output error"):
        standard_input()


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="standard input is closed"):
        standard_input()

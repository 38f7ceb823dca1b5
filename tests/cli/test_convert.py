"""Conversions of several inputs, onto their own input, and such as are stopped."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from commands import Run
from reflist.formats import ris
from reflist.library import read
from reflist.model import Reference
from reflist.report import Report

RIS = "TY  - BOOK\nID  - {}\nTI  - Plain\nER  - \n\n"


def stopped(references: Iterable[Reference], _report: Report) -> Iterator[str]:
    """A writer during which a person presses Ctrl-C."""
    yield "a first piece"
    for _ in references:
        raise KeyboardInterrupt


def test_ctrl_c_is_a_status_and_leaves_the_old_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in.json").write_text('[{"id": "interrupt", "type": "book"}]', encoding="utf-8")
    old = tmp_path / "old.ris"
    old.write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(ris, "FORMAT", ris.FORMAT._replace(write=stopped))
    assert run("convert", tmp_path / "in.json", "-o", old).status == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.json", "old.ris"]
    assert old.read_text(encoding="utf-8") == "as it was"


def test_several_inputs_of_several_formats_become_one_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text(RIS.format("one"), encoding="utf-8")
    (tmp_path / "c").write_text('[{"id": "c", "type": "book"}]', encoding="utf-8")
    done = run(
        "convert", tmp_path / "a.ris", "-", tmp_path / "c", "-t", "csljsonl", stdin=b"@book{doe, title = {Plain}}"
    )
    assert done.status == 0
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["one", "doe", "c"]


def test_an_input_may_be_the_output(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text(RIS.format("one") + RIS.format("two"), encoding="utf-8")
    assert run("convert", path, "-o", path).status == 0
    assert [reference.id for reference in read(path)] == ["one", "two"]

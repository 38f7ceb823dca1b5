"""Messages, where they are printed, and exit statuses."""

import json
from pathlib import Path

import pytest

from commands import Run
from reflist.cli import main

UNTIDY = """[{"id": "doe", "type": "tome", "title": "Plain things"},
{"id": "roe", "type": "bill", "title": "Acts", "issued": true}]"""
"""One repair and one loss."""


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / "untidy.json"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_losses_are_listed_and_repairs_counted(run: Run, untidy: Path) -> None:
    done = run("check", untidy)
    assert (done.status, done.out) == (0, "")
    loss, counted = done.err.splitlines()
    assert loss.startswith("untidy.json:2:1: loss[csl-not-a-value] ")
    assert counted == "reflist check: 1 repair; -v lists them"


def test_verbose_lists_all(run: Run, untidy: Path) -> None:
    lines = run("check", untidy, "-v").err.splitlines()
    assert [line.split(": ")[1].partition(" ")[0] for line in lines] == [
        "repair[csl-unknown-type]",
        "loss[csl-not-a-value]",
    ]


def test_a_report_file_holds_the_messages_as_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Müßig", encoding="utf-8")
    run("parse", tmp_path / "list.txt", "--report", tmp_path / "report.json")
    written = (tmp_path / "report.json").read_text(encoding="utf-8")
    assert "Müßig" in json.loads(written)["diagnostics"][0]["message"]
    assert "Müßig" in written  # for people too


def test_quiet_prints_only_errors(run: Run, untidy: Path) -> None:
    assert run("check", untidy, "-q").err == ""
    assert "error[unreadable]" in run("check", "missing", "-q").err


def test_strict_is_a_status(run: Run, untidy: Path) -> None:
    assert run("check", untidy, "--strict").status == 1


def test_the_report_file_holds_everything(run: Run, untidy: Path, tmp_path: Path) -> None:
    assert run("check", untidy, "-q", "--report", tmp_path / "report.json").status == 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert list(report) == ["diagnostics"]
    assert report["diagnostics"][1] == {
        "severity": "loss",
        "code": "csl-not-a-value",
        "message": "issued cannot be true",
        "source": "untidy.json",
        "line": 2,
        "column": 1,
        "key": "roe",
    }


def test_a_report_that_cannot_be_written_is_named(run: Run, untidy: Path) -> None:
    done = run("check", untidy, "--report", untidy / "x")
    assert done.status == 2
    assert "reflist check: cannot write" in done.err


def test_without_standard_error_nothing_breaks(run: Run, untidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert run("check", untidy, "missing").status == 3


def test_the_program_itself_ends_without_a_last_search_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr("reflist.cli.gc.freeze", lambda: frozen.append(True))
    monkeypatch.setattr("sys.argv", ["reflist", "--version"])
    assert main(["--version"]) == 0
    assert not frozen  # it was called by a program that goes on
    assert main() == 0
    assert frozen

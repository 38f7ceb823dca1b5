"""What a person meets first: help that answers at once, names nearly right, commands that are stopped."""

import fcntl
import os
import pty
import runpy
import signal
import subprocess
import sys
import termios
import time
from array import array
from pathlib import Path

import pytest

import reflist
from commands import Run
from reflist.cli.arguments import COMMANDS, EXAMPLES, command_parser

HEAVY = {
    "dataclasses",
    "difflib",
    "importlib.metadata",
    "inspect",
    "json",
    "logging",
    "lxml",
    "pathlib",
    "tempfile",
    "yaml",
}
"""Modules that `--help` must not wait for."""


def program(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "reflist", *arguments]


def test_alone_it_shows_three_examples_to_copy(run: Run) -> None:
    done = run()
    assert (done.status, done.err) == (0, "")
    assert len(EXAMPLES) == 3
    assert all(f"\n  {example}\n" in done.out for example in EXAMPLES)


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.status == 0
    assert all(f"\n  {command} " in done.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example(command: str, run: Run) -> None:
    done = run(command, "--help")
    assert (done.status, done.err) == (0, "")
    assert f"\n  reflist {command}" in done.out


@pytest.mark.parametrize("arguments", [["--help"], ["bib", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"import sys; from reflist.cli import main; main({arguments}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, env=plain())
    loaded = set(done.stderr.split())
    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith("reflist")} == {
        "reflist",
        "reflist.cli",
        "reflist.cli.arguments",
    }


def plain() -> dict[str, str]:
    """An environment in which the package is found without the site's own imports."""
    return {**os.environ, "PYTHONPATH": str(Path(reflist.__file__).parent.parent)}


def test_it_prints_its_version(run: Run) -> None:
    assert run("--version").out == f"reflist {reflist.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["prase"], "unknown command 'prase': did you mean 'parse'?"),
        (["xyzzy"], "unknown command 'xyzzy': there are bib, parse, convert, render, dedupe, check, formats, styles\n"),
        (["parse", "-t", "riss"], "unknown format 'riss': did you mean 'ris'?"),
        (["parse", "-t", "JSON"], "unknown format 'JSON': did you mean 'csljson'?"),
        (["parse", "-f", "pgae"], "unknown format 'pgae': did you mean 'page'?"),
        (["convert", "-t", "xyzzy"], "unknown format 'xyzzy': choose from bibtex, "),
        (["convert", "-t", "page"], "format 'page' cannot be written; these can: bibtex, "),
        (["convert"], "name the format to write with -t"),
        (["parse", "-t", "ris", "--origin"], "format 'ris' cannot hold the places of values; these can: csljson, "),
        (["render", "--style", "hravard"], "unknown style 'hravard': did you mean 'harvard'?"),
        (["render", "--style", "apa", "-t", "htm"], "unknown output 'htm': did you mean 'html'?"),
        (["render", "--style", "apa", "-t", "xyzzy"], "unknown output 'xyzzy': choose from text, html, "),
        (
            ["render", "--style", "apa", "--engine", "citeproc"],
            "unknown engine 'citeproc': did you mean 'citeproc-py'?",
        ),
        (["render"], "required: --style"),
        (["bib"], "required: SOURCE"),
        (["bib", "x", "--style", "hravard"], "did you mean 'harvard'?"),
        (["parse", "-v", "-q"], "not allowed with"),
        (["formats", "--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_use_is_named_with_its_remedy(arguments: list[str], hint: str, run: Run) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert hint in done.err


def test_arguments_may_stand_anywhere(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(f'[{{"id": "{name}", "type": "book"}}]', encoding="utf-8")
    done = run("convert", tmp_path / "one", "-t", "csljson", tmp_path / "two")
    assert done.status == 0
    assert '"one"' in done.out
    assert '"two"' in done.out


def test_a_closed_pipe_is_not_reported() -> None:
    command = f"{' '.join(program('--help'))}; {sys.executable} -c 'import time; time.sleep(0.1)'"
    done = subprocess.run(["bash", "-c", f"({command}) | true"], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_closed_pipe_stops_a_command(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    path.write_text("[" + ",".join(f'{{"id": "{n}", "type": "book"}}' for n in range(20_000)) + "]", encoding="utf-8")
    command = " ".join(program("convert", str(path), "-t", "csljson"))
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -1; exit ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (141, "[\n", "")


def _unread(pipe: int) -> int:
    """How many bytes wait in a pipe."""
    count = array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def test_control_c_is_not_reported() -> None:
    reading, writing = os.pipe()
    # What is started in the background ignores Ctrl-C, and so would what it starts.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(program("parse"), stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    os.write(writing, b"Doe")
    while _unread(reading) and process.poll() is None:  # until it reads
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    os.close(reading)
    os.close(writing)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_control_c_while_modules_are_loaded_is_not_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "reflist.cli.arguments":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "reflist.cli.arguments")
    monkeypatch.setattr("sys.meta_path", [Stopped, *sys.meta_path])
    assert run("formats").status == 130


@pytest.mark.parametrize("quiet", [False, True])
def test_on_a_terminal_it_prints_that_it_waits(quiet: bool, run: Run) -> None:
    done = run("parse", *["-q"][: int(quiet)], terminal=True)
    assert done.err.startswith("Waiting for text") is not quiet


@pytest.mark.parametrize("quiet", [False, True])
def test_on_a_real_terminal_too(quiet: bool) -> None:
    terminal, user = pty.openpty()
    process = subprocess.Popen(
        program("parse", *["-q"][: int(quiet)]), stdin=user, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.write(terminal, b"\x04")
    out, err = process.communicate(timeout=20)
    os.close(terminal)
    os.close(user)
    assert ("Waiting for text" in err) is not quiet
    assert (process.returncode, out) == (3, "[]\n")
    assert "<stdin>: error[nothing-to-read]" in err


@pytest.mark.parametrize(
    ("end", "status", "message"),
    [
        ("<&-", 3, "reflist parse: standard input is closed"),
        (">&-", 2, "reflist parse: standard output is closed"),
        (">/dev/full", 2, "reflist: cannot write standard output: No space left on device"),
        ("nowhere.txt 2>/dev/full", 3, ""),
    ],
)
def test_an_end_that_is_closed_or_full_is_named(end: str, status: int, message: str) -> None:
    command = f"echo '[]' | ({' '.join(program('parse', '-q'))} {end})"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, "".join(done.stderr.splitlines()[-1:])) == (status, message)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("trouble", "status"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 141), (OSError(28, "No space left"), 2)]
)
def test_trouble_becomes_a_status(
    trouble: BaseException, status: int, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(*_: object) -> None:
        raise trouble

    monkeypatch.setattr("reflist.cli.running.run", stop)
    with (tmp_path / "out").open("w", encoding="utf-8") as out:
        monkeypatch.setattr("sys.stdout", out)
        assert run("formats").status == status


def test_a_missing_output_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    done = run("formats")
    assert (done.status, done.err) == (2, "reflist formats: standard output is closed\n")


def test_python_m_reflist_is_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["reflist", "--version"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("reflist", run_name="__main__")
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("reflist ")


def test_help_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    widths = []
    for width in (
        "60",
        "0",
        "wide",
    ):  # without a number, the width is that of standard output, which is not a terminal here
        monkeypatch.setenv("COLUMNS", width)
        with pytest.raises(SystemExit):
            command_parser("render").parse_args(["--help"])
        widths.append(max(map(len, capsys.readouterr().out.split("examples:")[0].splitlines())))
    monkeypatch.setattr(sys, "__stdout__", None)
    command_parser("render").print_help()
    widths.append(max(map(len, capsys.readouterr().out.split("examples:")[0].splitlines())))
    assert widths[0] <= 58 < widths[1] <= 78
    assert widths[1:] == widths[1:2] * 3

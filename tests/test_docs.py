"""The documentation is true: its commands and Python examples are run, its tables are generated."""

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PYCON = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)
GENERATED = re.compile(r"<!-- formats -->\n(.*?)\n<!-- /?formats -->", re.DOTALL)
FIGURE = re.compile(r"(?<=[^|]\|) *[~<>≈]?\d[\d.,]*( ?[^\d\s|]{1,5})? *\|")
"""A table cell, other than the first of its row, that holds a number and at most a unit."""


class Command(NamedTuple):
    """A command in the documentation, the line of the page it is on, and the output shown below it."""

    page: Path
    line: int
    command: str
    output: str


def console_blocks() -> list[list[Command]]:
    """The commands of each ```console block; `$ ` begins a command, `> ` continues it. All of them must succeed."""
    return [_commands(page, match) for page in PAGES for match in CONSOLE.finditer(page.read_text(encoding="utf-8"))]


def _commands(page: Path, match: re.Match[str]) -> list[Command]:
    first = match.string.count("\n", 0, match.start(1)) + 1
    found: list[Command] = []
    for line, text in enumerate(match[1].splitlines(keepends=True), start=first):
        if text.startswith("$ "):
            found.append(Command(page, line, text[2:], ""))
        else:
            assert found, f"{page.name}:{line}: output before the first command"
            command = found.pop()
            more = text.startswith("> ") and not command.output
            found.append(
                command._replace(command=command.command + text[2:])
                if more
                else command._replace(output=command.output + text)
            )
    return found


def agrees(shown: str, real: str) -> bool:
    """Whether the output is as shown; `...` stands for anything."""
    pattern = "(?s:.*)".join(re.escape(part) for part in shown.rstrip("\n").split("..."))
    return re.fullmatch(pattern, real.rstrip("\n")) is not None


@pytest.fixture
def desk(root: Path, tmp_path: Path) -> Path:
    """A folder with the seeds in it, like that of someone who follows the documentation."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    return tmp_path


def environment() -> dict[str, str]:
    """The environment of a command: our programs come first on the path."""
    programs = Path(sys.executable).parent
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}


@pytest.mark.parametrize("block", console_blocks(), ids=lambda block: f"{block[0].page.name}:{block[0].line}")
def test_console_block(block: list[Command], desk: Path) -> None:
    for command in block:
        done = subprocess.run(
            ["bash", "-c", command.command],
            cwd=desk,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        what = f"{command.page.name}:{command.line}: $ {command.command}{done.stdout}"
        assert done.returncode == 0, f"{what}\nexit status {done.returncode}"
        assert agrees(command.output, done.stdout), f"{what}\nshown:\n{command.output}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    examples = "\n".join(match[1] for match in PYCON.finditer(page.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert not report, "".join(report)


def documented_modules() -> list[str]:
    """The modules of the package with examples in their docstrings."""
    package = ROOT / "src" / "reflist"
    found = [path for path in package.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8")]
    names = [".".join(path.relative_to(package.parent).with_suffix("").parts) for path in found]
    return sorted(name.removesuffix(".__init__") for name in names)


@pytest.mark.parametrize("module", documented_modules())
def test_docstring_examples(module: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    result = doctest.testmod(importlib.import_module(module), optionflags=doctest.ELLIPSIS)
    assert result.attempted
    assert not result.failed


def test_the_table_of_formats_agrees_with_the_code(root: Path, desk: Path) -> None:
    generated = GENERATED.search((root / "README.md").read_text(encoding="utf-8"))
    assert generated, "README.md has no <!-- formats --> markers"
    done = subprocess.run(
        ["reflist", "formats"], cwd=desk, env=environment(), capture_output=True, encoding="utf-8", check=True
    )
    assert generated[1].strip() == done.stdout.strip()


def test_no_table_of_figures_is_typed_by_hand(root: Path) -> None:
    readme = GENERATED.sub("", (root / "README.md").read_text(encoding="utf-8"))
    rows = [line for line in readme.splitlines() if line.startswith("|") and FIGURE.search(line)]
    assert rows == []


@pytest.mark.parametrize(
    ("shown", "real", "same"),
    [
        ("one\n", "one\n", True),
        ("one\n", "two\n", False),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n...\nfour\n", "one\ntwo\n", False),
        ("", "unexpected\n", False),
    ],
)
def test_dots_stand_for_anything(shown: str, real: str, same: bool) -> None:
    assert agrees(shown, real) is same

"""Another package adds a format and a style; a built-in format is one file and one line."""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TOY = Path(__file__).parent / "toy_package"
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLE = Path("reflist", "formats", "__init__.py")
LINE = '    "toy": "reflist.formats.toy",\n'

TEXT = "#toy\ndoe: Plain <i>things</i>\n\nroe: Others\n"


class Reflist:
    """The command line, run in a folder with these packages first."""

    def __init__(self, packages: Path, folder: Path) -> None:
        self.packages, self.folder = packages, folder

    def __call__(self, *arguments: str, status: int = 0, stdin: str = "") -> str:
        """What a command prints; its messages too, where it must fail."""
        done = subprocess.run(
            [sys.executable, "-m", "reflist", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.packages)},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done.stdout + (done.stderr if status else "")

    def items(self, *arguments: str, stdin: str = "") -> list[tuple[str, str]]:
        """The ids and titles that a conversion to CSL-JSON gives."""
        made = self("convert", *arguments, "-t", "csljson", stdin=stdin)
        return [(item["id"], item["title"]) for item in json.loads(made)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the toy in it, put there by pip."""
    project = shutil.copytree(TOY, tmp_path_factory.mktemp("project") / "toy")
    packages = tmp_path_factory.mktemp("packages")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(packages), str(project)]
    subprocess.run(command, check=True)
    return packages


@pytest.fixture(scope="module")
def grown(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our source with the toy's format among the formats, and a line for it in their table."""
    source = tmp_path_factory.mktemp("grown") / "src"
    shutil.copytree(root / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOY / "reflist_toy" / "format.py", source / "reflist" / "formats" / "toy.py")
    table = (source / TABLE).read_text(encoding="utf-8")
    (source / TABLE).write_text(table.replace("BUILT_IN = {\n", f"BUILT_IN = {{\n{LINE}"), encoding="utf-8")
    return source


@pytest.fixture(params=["installed", "grown"])
def reflist(request: pytest.FixtureRequest, tmp_path: Path) -> Reflist:
    """The command line with the toy format: as another package, and as a built-in."""
    return Reflist(request.getfixturevalue(request.param), tmp_path)


def test_a_format_is_read(reflist: Reflist) -> None:
    read = [("doe", "Plain <i>things</i>"), ("roe", "Others")]
    for name in ("by-content", "by-suffix.toy"):
        (reflist.folder / name).write_text(TEXT if name == "by-content" else TEXT.removeprefix("#toy\n"))
    assert reflist.items("by-content") == reflist.items("by-suffix.toy") == read
    assert reflist.items("-f", "toy", stdin=TEXT) == reflist.items(stdin=TEXT) == read
    assert "<stdin>:2: error[toy-syntax] not of the form key: title\n" in reflist(
        "check", "-f", "toy", stdin="#toy\nbroken\ndoe: Whole\n", status=1
    )


def test_a_format_is_written(reflist: Reflist) -> None:
    item = {"id": "doe", "type": "book", "title": "Plain <i>things</i>", "volume": "2"}
    (reflist.folder / "items.json").write_text(json.dumps([item]), encoding="utf-8")
    assert reflist("convert", "items.json", "-t", "toy") == "#toy\ndoe: Plain <i>things</i>\n"
    messages = reflist("convert", "items.json", "-o", "out.toy", "--strict", status=1)
    assert (reflist.folder / "out.toy").read_text(encoding="utf-8") == "#toy\ndoe: Plain <i>things</i>\n"
    assert messages.splitlines() == [
        "items.json:1: loss[toy-loss] toy: volume has no place (doe)",
        "items.json:1: loss[toy-loss] toy: type has no place (doe)",
    ]
    assert "'toy' cannot hold the places of values" in reflist(
        "convert", "items.json", "-t", "toy", "--origin", status=2
    )


def test_a_format_is_listed(reflist: Reflist) -> None:
    assert re.search(r"^\| `toy` +\| Toy lines +\| \.toy +\| yes +\| yes +\|", reflist("formats"), re.MULTILINE)


def test_a_style_is_found_and_listed(installed: Path, tmp_path: Path) -> None:
    reflist = Reflist(installed, tmp_path)
    assert reflist("render", "-f", "toy", "--style", "toy", stdin=TEXT) == "Plain things!\nOthers!\n"
    assert "\ntoy          Toy titles\n" in reflist("styles")
    assert "unknown style 'toyy': did you mean 'toy'?" in reflist("render", "--style", "toyy", stdin=TEXT, status=2)


def test_a_built_in_format_is_one_line_outside_its_file(root: Path, grown: Path) -> None:
    def texts(folder: Path) -> dict[Path, str]:
        found = [path for path in folder.rglob("*.py") if path.name != "toy.py"]
        return {path.relative_to(folder): path.read_text(encoding="utf-8") for path in found}

    before, after = texts(root / "src"), texts(grown)
    assert before.keys() == after.keys()
    changes = [
        line
        for name, text in before.items()
        for line in difflib.ndiff(text.splitlines(keepends=True), after[name].splitlines(keepends=True))
        if text != after[name] and line[0] != " "
    ]
    assert changes == [f"+ {LINE}"]


def test_the_documentation_shows_the_package(root: Path) -> None:
    page = (root / "docs" / "extending.md").read_text(encoding="utf-8")
    shown = dict(FILE.findall(page))
    assert shown.keys() == {"pyproject.toml", "reflist_toy/format.py", "reflist_toy/style.py"}
    assert shown == {name: (TOY / name).read_text(encoding="utf-8") for name in shown}
    assert f"```python\n{LINE}```" in page

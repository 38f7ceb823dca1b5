"""The shape of the package: imports between layers, names of modules, lengths of files."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reflist

LONGEST = 450
"""How many lines of a module a person can read in one sitting."""

LINTER = Path(sys.executable).with_name("lint-imports")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Import-linter's verdict on the package in a folder (or the installed one), by the pyproject.toml there."""
    command = [str(LINTER), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def package(root: Path) -> Path:
    return root / "src" / "reflist"


@pytest.fixture
def copied(root: Path, package: Path, tmp_path: Path) -> Path:
    """A copy of the package, to be broken, beside a copy of the contracts."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    return shutil.copytree(package, tmp_path / "reflist", ignore=shutil.ignore_patterns("__pycache__", "styles"))


def test_imports_go_one_way(root: Path) -> None:
    verdict = lint_imports(root)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("text.py", "from reflist.model import Reference"),
        ("report.py", "def later() -> None:\n    import reflist.library"),
        ("model/name.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from reflist.grammar import keys"),
        ("formats/base.py", "import reflist.prose"),
        ("engines/__init__.py", "import reflist.matching"),
        ("matching/__init__.py", "import reflist"),
        ("newcomer.py", "import reflist.text"),
    ],
    ids=["upwards", "inside-a-function", "for-types-only", "sideways", "engine", "front-door", "unplaced-module"],
)
def test_a_wrong_import_is_found(copied: Path, module: str, line: str) -> None:
    with (copied / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    verdict = lint_imports(copied.parent)
    assert verdict.returncode == 1
    assert "BROKEN" in verdict.stdout


def test_no_module_has_a_public_name(package: Path) -> None:
    """A submodule replaces a function of the same name as soon as anything imports it."""
    modules = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert not modules & set(reflist.__all__)


def test_files_can_be_read_in_one_sitting(package: Path) -> None:
    lengths = {str(path.relative_to(package)): len(path.read_bytes().splitlines()) for path in package.rglob("*.py")}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}

"""What is shipped: a wheel with all files, and an sdist that makes the same wheel; installed, it works anywhere."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import reflist

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a program; raises with its messages if it fails."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def build(target: str, project: Path, into: Path) -> Path:
    """The wheel or the sdist of a project, made by the backend itself: no network."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into, cwd=project)
    (made,) = into.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", root, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", root, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with our wheel, and with its dependencies from this environment."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    programs = home / "bin"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=home,
    )
    site = Path(
        run(programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def shipped(wheel: Path) -> set[str]:
    """The files of the package in a wheel."""
    return {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("reflist/")}


def test_the_wheel_holds_every_file_of_the_package(root: Path, wheel: Path) -> None:
    expected = {
        Path(folder, name).relative_to(root / "src").as_posix()
        for folder, _, names in os.walk(root / "src" / "reflist", followlinks=True)
        for name in names
        if not folder.endswith("__pycache__")
    }
    assert {"reflist/styles/harvard.csl", "reflist/styles/apa.csl", "reflist/py.typed"} <= expected
    assert shipped(wheel) == expected


def test_a_wheel_made_from_the_sdist_is_the_same(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        assert not [member.name for member in archive if member.issym()]
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)  # Python 3.11.4 has it
        archive.extractall(tmp_path)
    (project,) = tmp_path.iterdir()
    assert shipped(build("wheel", project, tmp_path / "dist")) == shipped(wheel)


def test_the_installed_program_prints_its_version(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import reflist; print(reflist.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert run(installed / "reflist", "--version", cwd=tmp_path) == f"reflist {reflist.__version__}\n"


def test_the_installed_program_has_its_styles(installed: Path, tmp_path: Path) -> None:
    items = [{"id": "doe", "type": "book", "title": "Plain things", "author": [{"family": "Doe", "given": "J."}]}]
    (tmp_path / "items.json").write_text(json.dumps(items), encoding="utf-8")
    for style in ("apa", "harvard"):
        assert "Plain things" in run(
            installed / "reflist", "render", "items.json", "--style", style, "-t", "text", cwd=tmp_path
        )

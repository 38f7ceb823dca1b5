"""The names that people import, and what importing them costs."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import reflist

NAMES = """Citation Date Diagnostic Library Matching Name Origin Paper Reference ReflistError Rendered Report Severity
    Text Work bib convert match parse read render write"""


def test_the_public_names() -> None:
    assert reflist.__all__ == NAMES.split()


@pytest.mark.parametrize("name", NAMES.split())
def test_each_is_there(name: str) -> None:
    assert getattr(reflist, name).__doc__
    assert name in dir(reflist)


def test_no_other_is() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        reflist.nonsense  # noqa: B018  # looking it up is the test


def test_importing_the_package_imports_no_room() -> None:
    code = "import reflist, sys; print(*[name for name in sys.modules if name.startswith('reflist')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["reflist"]


def test_one_version() -> None:
    assert reflist.__version__ == version("reflist")

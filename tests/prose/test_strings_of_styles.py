"""Reference strings of many styles, each alone: how many come out right in every variable (tests/strings/README.md)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from reflist.model import to_csl
from reflist.prose.choice import judging
from reflist.prose.reference import read_string
from reflist.report import Place, Report

STRINGS = Path(__file__).parent.parent / "strings"

AT_LEAST = {"german-one": 62, "german-two": 53, "english-one": 68, "english-two": 57}
"""So many of the strings of each file are read right. What was learned may change with every training: a floor."""

NAME_PARTS = ("non-dropping-particle", "family", "given", "dropping-particle", "suffix")


def truths(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each string, and the variables printed below it."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        raw, *lines = block.splitlines()
        yield raw, dict(line.strip().split(": ", 1) for line in lines)


def shown(value: Any) -> str:
    """A value of CSL-JSON as these files print it."""
    if isinstance(value, list):
        return "; ".join(map(shown_name, value))
    if isinstance(value, dict):
        parts = "/".join("-".join(map(str, part)) for part in value.get("date-parts", ()))
        return parts or f"~{value.get('literal')}"
    return str(value)


def shown_name(name: Mapping[str, str]) -> str:
    """``van der Berg, J. |von, Jr.``: a bar before what goes when the name is inverted; an institution in braces."""
    if "literal" in name:
        return f"{{{name['literal']}}}"
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    dropping = f"|{name['dropping-particle']}" if "dropping-particle" in name else ""
    given = " ".join(filter(None, (name.get("given"), dropping)))
    return ", ".join(filter(None, (family, given, name.get("suffix"))))


def read(raw: str) -> Mapping[str, str]:
    reference = read_string(raw, Place("strings.txt", 1), Report(), tag=judging)
    item = to_csl(reference) if reference else {}
    return {key: shown(value) for key, value in item.items() if key not in ("id", "custom")}


@pytest.mark.parametrize("name", sorted(path.stem for path in STRINGS.glob("*.txt")))
def test_strings_of_styles(name: str) -> None:
    wrong = {
        raw: {key: (true.get(key), got.get(key)) for key in true.keys() | got.keys() if true.get(key) != got.get(key)}
        for raw, true in truths(STRINGS / f"{name}.txt")
        if (got := read(raw)) != true
    }
    count = sum(1 for _ in truths(STRINGS / f"{name}.txt"))
    assert count - len(wrong) >= AT_LEAST[name], wrong

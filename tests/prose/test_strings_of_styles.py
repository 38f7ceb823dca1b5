"""Reference strings of many styles, each alone: how many come out right in every variable (tests/strings/README.md)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import reflist

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

STRINGS = Path(__file__).parent.parent / "strings"

AT_LEAST = {
    "french-one": 14,
    "portuguese-dutch": 8,
    "spanish-one": 15,
    "italian-one": 9,
    "german-one": 66,
    "german-two": 56,
    "german-three": 23,
    "german-four": 23,
    "german-five": 23,
    "german-six": 22,
    "german-seven": 23,
    "german-eight": 20,
    "english-one": 68,
    "english-two": 57,
    "english-three": 25,
    "english-four": 24,
    "english-five": 24,
    "english-six": 22,
    "english-seven": 22,
    "english-eight": 20,
    "german-austrian": 21,
    "german-education": 22,
    "german-labour": 18,
    "german-parliament": 20,
    "german-damaged": 19,
    "german-institutes": 22,
    "german-practice": 22,
    "english-american": 23,
    "english-mixed": 23,
    "english-economics": 21,
    "english-european": 23,
    "english-psychology": 24,
    "english-population": 18,
    "english-surveys": 22,
    "english-parties": 20,
    "english-schools": 19,
    "english-footnotes": 21,
    "english-markets": 22,
    "english-extracted": 19,
    "german-mixed": 19,
    "english-migration": 23,
    "english-welfare": 23,
    "english-media": 22,
    "english-stratification": 23,
    "english-europe": 22,
    "english-methods": 23,
    "english-political": 24,
    "english-work": 23,
    "english-culture": 23,
    "english-family": 23,
    "english-last": 24,
    "english-learning": 21,
    "english-state": 21,
    "german-once": 20,
    "english-conventions": 21,
    "english-governance": 23,
    "english-attitudes": 23,
    "english-persons": 24,
    "english-incomes": 22,
    "english-publics": 21,
    "english-eastern": 24,
    "english-classrooms": 23,
    "english-demography": 23,
    "english-nations": 24,
    "english-gender": 24,
    "english-questionnaires": 23,
    "english-mobility": 24,
    "english-voters": 21,
    "english-development": 21,
    "english-crime": 22,
    "english-organizations": 22,
    "english-religion": 23,
    "english-health": 24,
    "english-archives": 21,
    "english-voting": 23,
    "english-discourse": 24,
    "english-reform": 23,
    "german-lifecourse": 19,
    "german-gewerkschaft": 19,
    "german-classes": 19,
    "german-parties": 17,
}
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
    (item,) = reflist.parse(raw, lines=True).to_csl()
    return {key: shown(value) for key, value in item.items() if key not in ("id", "custom")}


def differences(true: Mapping[str, str], got: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """What was read otherwise than any of the values that are right; ``-`` stands for none."""
    pairs = ((key, true.get(key, "-"), got.get(key, "-")) for key in sorted(true.keys() | got.keys()))
    return {key: (right, value) for key, right, value in pairs if value not in right.split(" | ")}


@pytest.mark.parametrize("name", sorted(path.stem for path in STRINGS.glob("*.txt")))
def test_strings_of_styles(name: str) -> None:
    found = {raw: differences(true, read(raw)) for raw, true in truths(STRINGS / f"{name}.txt")}
    wrong = {raw: what for raw, what in found.items() if what}
    assert len(found) - len(wrong) >= AT_LEAST[name], wrong

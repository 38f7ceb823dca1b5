"""The strings of ``tests/strings`` with their truth (its README says how), and how the two are compared."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import reflist

STRINGS = Path(__file__).parent / "strings"


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
    """What is read of a string by itself."""
    (item,) = reflist.parse(raw, lines=True).to_csl()
    return {key: shown(value) for key, value in item.items() if key not in ("id", "custom")}


def differences(true: Mapping[str, str], got: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """What was read otherwise than any of the values that are right; ``-`` stands for none."""
    pairs = ((key, true.get(key, "-"), got.get(key, "-")) for key in sorted(true.keys() | got.keys()))
    return {key: (right, value) for key, right, value in pairs if value not in right.split(" | ")}

"""The strings of ``tests/strings`` with their right values (see its README), and how the two are compared."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import reflist

STRINGS = Path(__file__).parent / "strings"


def truths(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each string, with the variables below it."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        raw, *lines = block.splitlines()
        yield raw, dict(line.strip().split(": ", 1) for line in lines)


def shown(value: Any) -> str:
    """A CSL-JSON value in the notation of these files."""
    if isinstance(value, list):
        return "; ".join(map(shown_name, value))
    if isinstance(value, dict):
        parts = "/".join("-".join(map(str, part)) for part in value.get("date-parts", ()))
        return parts or f"~{value.get('literal')}"
    return str(value)


def shown_name(name: Mapping[str, str]) -> str:
    """``van der Berg, J. |von, Jr.``: a bar before a dropping particle; an institution in braces."""
    if "literal" in name:
        return f"{{{name['literal']}}}"
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    dropping = f"|{name['dropping-particle']}" if "dropping-particle" in name else ""
    given = " ".join(filter(None, (name.get("given"), dropping)))
    return ", ".join(filter(None, (family, given, name.get("suffix"))))


def read(raw: str) -> Mapping[str, str]:
    """The values read from a single string."""
    (values,) = read_list([raw])
    return values


def read_list(strings: Sequence[str]) -> list[Mapping[str, str]]:
    """The values read from the strings of one list."""
    items = reflist.parse("\n".join(strings), lines=True).to_csl()
    return [{key: shown(value) for key, value in item.items() if key not in ("id", "custom")} for item in items]


def differences(true: Mapping[str, str], got: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """The values that differ from all right ones; ``-`` stands for none."""
    pairs = ((key, true.get(key, "-"), got.get(key, "-")) for key in sorted(true.keys() | got.keys()))
    return {key: (right, value) for key, right, value in pairs if value not in right.split(" | ")}

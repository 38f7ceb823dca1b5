"""Helpers shared by the tests of CSL-JSON."""

import json
from typing import Any

from reflist.model import Reference, Value, from_csl, to_csl
from reflist.report import Place, Report


def read(item: dict[str, Any]) -> tuple[Reference, list[str]]:
    """The reference read from an item, and the codes of the diagnostics."""
    report = Report()
    return from_csl(item, report, Place("x.json", 2)), [diagnostic.code for diagnostic in report]


def again(reference: Reference, origin: bool = False) -> Reference:
    """The reference written to JSON and read back."""
    return from_csl(json.loads(json.dumps(to_csl(reference, origin=origin), allow_nan=False)))


def book(**variables: Value) -> Reference:
    return Reference("a", "book", {name.replace("_", "-"): value for name, value in variables.items()})

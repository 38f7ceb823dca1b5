"""Pandoc reads our BibTeX, RIS and CSL-JSON as meant; where it does not, `EXCEPTIONS.md` gives the reason."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from foreign.pandoc import READERS, RULES, departures, exception, listed, read_by_pandoc, written
from reflist.model import TYPES, Date, Name, Reference, Value, from_csl
from reflist.text import Text


def of_every_type() -> list[Reference]:
    """A simple reference of every item type, with everything that BibTeX and RIS require for some types."""
    variables: dict[str, Value] = {
        "author": (Name("Ostrom", "Elinor"),),
        "title": Text("A title"),
        "container-title": Text("A container"),
        "publisher": Text("A publisher"),
        "issued": Date.of(1990, 11, 3),
        "page": "1-20",
    }
    meeting = variables | {"event-title": Text("A meeting")}
    return [
        Reference(type_.replace("_", "-"), type_, meeting if type_ in ("speech", "paper-conference") else variables)
        for type_ in sorted(TYPES)
    ]


@pytest.fixture(scope="module")
def references(root: Path) -> list[Reference]:
    own = json.loads(Path(__file__).with_name("references.json").read_text("utf-8"))
    truth = [path.read_text("utf-8").splitlines() for path in sorted((root / "tests" / "seeds").glob("*.jsonl"))]
    lines = [cleaned(json.loads(line)) for page in truth for line in page]
    return [*of_every_type(), *(from_csl(item) for item in [*own, *lines])]


def cleaned(record: dict[str, object]) -> dict[str, object]:
    """A record of the true references without fields about the record itself."""
    about = ("raw", "seed", "n", "alt", "alt_records", "sic", "flags", "page_printed", "url_printed", "year_suffix")
    return {field: value for field, value in record.items() if field not in about}


@pytest.fixture(scope="module", params=sorted(READERS))
def found(request: pytest.FixtureRequest, references: Sequence[Reference]) -> tuple[str, list[object], set[object]]:
    """For a format: the departures that no rule explains, and the exceptions that were used."""
    items, complaints = read_by_pandoc(request.param, written(request.param, references))
    assert complaints == ""
    explained = {departure: exception(departure) for departure in departures(request.param, references, items)}
    return request.param, [departure for departure, rule in explained.items() if rule is None], set(explained.values())


def test_every_departure_is_listed(found: tuple[str, list[object], set[object]]) -> None:
    _, unlisted, _ = found
    assert unlisted == []


def test_every_listed_exception_occurs(found: tuple[str, list[object], set[object]]) -> None:
    format, _, called_for = found
    assert {line for line in listed() if line[0] == format} - called_for == set()


def test_every_rule_is_listed_once() -> None:
    assert {rule for _, kind, rule in listed() if kind == "name"} == set(RULES)

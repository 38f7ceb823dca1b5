"""How much comes back of rich items: from our own files, without our own fields, and through other programs."""

from pathlib import Path

import pytest

from foreign.fidelity import FOREIGN, LOOPS, OWN_ITEMS, Foreign, items_of, kept, looped, metric, read_by
from foreign.pandoc import EXCEPTIONS, READERS, read_by_pandoc, rows, written
from peers import MissingError
from reflist.formats import BUILT_IN
from reflist.model import TYPES, from_csl

FORMATS = [format for format in LOOPS if format in BUILT_IN]

ALTERED = {
    ("bibtex", "vandijk2006"),  # BibTeX divides a name at white space, so d'Hondt is one word
    ("bibtex", "forth1"),  # "forthcoming" is both the year and the status, and written once
    ("bibtex", "pre2"),  # in BibTeX a line break in a note is a space
}
"""The items that a format cannot give back unchanged."""


@pytest.fixture(scope="module")
def rich(data: Path | None) -> Path:
    """The folder of the measure and its items."""
    if data is None:
        pytest.skip("the data are not there")
    return data


def test_our_items_are_of_every_type() -> None:
    assert {item["type"] for item in items_of(OWN_ITEMS)} == TYPES


@pytest.mark.parametrize("format", FORMATS)
def test_our_items_come_back(format: str) -> None:
    items = items_of(OWN_ITEMS)
    returned = looped(format, items)
    assert [item["id"] for item in returned] == [item["id"] for item in items]
    different = {
        (format, before["id"])
        for before, after in zip(items, returned, strict=True)
        if from_csl(before) != from_csl(after)
    }
    assert different <= ALTERED


@pytest.mark.parametrize("format", FORMATS)
def test_facts_are_kept(format: str, rich: Path) -> None:
    items = items_of(rich / "fidelity" / "rich-items.json")
    share, lost = kept(metric(rich), items, looped(format, items))
    assert share >= LOOPS[format].whole, lost


@pytest.mark.parametrize("format", [format for format in FORMATS if LOOPS[format].honest])
def test_facts_are_kept_without_ours(format: str, rich: Path) -> None:
    items = items_of(rich / "fidelity" / "rich-items.json")
    share, lost = kept(metric(rich), items, looped(format, items, honest=True))
    assert share >= LOOPS[format].honest, lost


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_ours_is_found(format: str) -> None:
    text = written(format, [from_csl(item) for item in items_of(OWN_ITEMS)])
    without = LOOPS[format].without_ours(text)
    assert "reflist:" not in without
    assert len(looped(format, items_of(OWN_ITEMS), honest=True)) == len(items_of(OWN_ITEMS))


@pytest.mark.parametrize("foreign", [row for row in FOREIGN if row.goal], ids=lambda row: f"{row.reader}-{row.format}")
def test_facts_are_kept_by_others(foreign: Foreign, rich: Path) -> None:
    items = items_of(rich / "fidelity" / "rich-items.json")
    try:
        returned, _ = read_by(foreign, items)
    except MissingError as error:
        pytest.skip(f"{foreign.reader}: {error}")
    share, lost = kept(metric(rich), items, returned)
    assert len(returned) == len(items)
    assert round(share, 1) >= (foreign.reached or foreign.goal), lost


def test_what_citation_js_misses_of_our_ris_is_listed(rich: Path) -> None:
    items = items_of(rich / "fidelity" / "rich-items.json")
    row = next(row for row in FOREIGN if (row.reader, row.format) == ("citation.js", "ris"))
    try:
        returned, _ = read_by(row, items)
    except MissingError as error:
        pytest.skip(f"{row.reader}: {error}")
    types = {item["id"]: item["type"] for item in items}
    missed = kept(metric(rich), items, returned)[1]
    assert listed_misses() == {
        (variable.partition("[")[0], types[id_]) for id_, variable, outcome, *_ in missed if outcome != "spurious"
    }


def listed_misses() -> set[tuple[str, str]]:
    """The variables and item types that citation.js misses according to `EXCEPTIONS.md`."""
    table = (
        EXCEPTIONS.read_text("utf-8").partition("\n## What citation.js misses of our RIS\n")[2].partition("\n## ")[0]
    )
    return {
        (variable, type_)
        for variables, types, _ in rows(table)
        for variable in variables.split()
        for type_ in types.split()
    }


@pytest.mark.parametrize("format", sorted(READERS))
def test_pandoc_takes_what_we_write(format: str) -> None:
    items = items_of(OWN_ITEMS)
    returned, messages = read_by_pandoc(format, written(format, [from_csl(item) for item in items]))
    assert [item["id"] for item in returned] == [item["id"] for item in items]
    assert messages == ""

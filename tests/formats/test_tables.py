"""The tables of fields and types are unambiguous in both directions."""

import pytest

from reflist.formats import bibtex_tables, ris_tables, ris_types
from reflist.model import KINDS, TYPES

ENTRIES = sorted({row.entry for row in bibtex_tables.TYPES} | {"mastersthesis"})


def test_bibtex_has_every_type_once() -> None:
    assert sorted(row.csl for row in bibtex_tables.TYPES) == sorted(TYPES)


@pytest.mark.parametrize("csl", sorted(TYPES))
def test_bibtex_types_come_back(csl: str) -> None:
    row = bibtex_tables.entry_type(csl)
    assert bibtex_tables.item_type(row.entry, row.subtype) == csl


@pytest.mark.parametrize(
    ("entry", "subtype", "csl"),
    [
        ("article", "", "article-journal"),
        ("article", "editorial", "article-journal"),
        ("misc", "", "document"),
        ("mastersthesis", "", "thesis"),
        ("mastersthesis", "anything", "thesis"),
        ("online", "", "webpage"),
        ("cocktail", "", "document"),
    ],
)
def test_entries_of_others(entry: str, subtype: str, csl: str) -> None:
    assert bibtex_tables.item_type(entry, subtype) == csl


@pytest.mark.parametrize("entry", ENTRIES)
def test_bibtex_fields_come_back(entry: str) -> None:
    assert {
        variable: bibtex_tables.variable_of(bibtex_tables.field_of(variable, entry), entry) for variable in KINDS
    } == {variable: variable for variable in KINDS}


def test_tags_are_lower_case() -> None:
    assert all(row.tag == row.tag.lower() for row in bibtex_tables.FIELDS)


def test_ris_has_every_type() -> None:
    assert set(ris_types.TYPES) == TYPES


@pytest.mark.parametrize("type_", sorted(set(ris_types.TYPES.values())))
def test_ris_tags_are_read_as_what_they_were_written_for(type_: str) -> None:
    written: dict[str, list[str]] = {}
    for variable in KINDS:
        if tag := ris_tables.tag_of(variable, type_):
            written.setdefault(tag, []).append(variable)
    shared = {tag: variables for tag, variables in written.items() if len(variables) > 1}
    assert shared.keys() <= {"AN", "SN", "SP", "AU"} | ({"ET"} if type_ in ris_types.DATED else set())
    assert all(ris_tables.variables_of(type_)[tag] in variables for tag, variables in written.items())

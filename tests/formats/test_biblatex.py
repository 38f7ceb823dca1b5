"""BibLaTeX written and read: types, fields, names, dates, and whatever has no field."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import biblatex
from reflist.formats.bibtex_entries import Entry
from reflist.model import Name, Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text
from strategies import any_references, references


def written(*references: Reference) -> str:
    return "".join(biblatex.write(references, Report()))


def read(text: str) -> list[Reference]:
    items = list(biblatex.read(Source.from_text(text, "x.bib"), Report()))
    assert not any(isinstance(item, Remainder) for item in items)
    return [item for item in items if isinstance(item, Reference)]


def fields(type_: str, **variables: Value) -> Mapping[str, str]:
    """The fields of a reference, which reading them gives back."""
    reference = Reference("k", type_, {name.replace("_", "-"): value for name, value in variables.items()})
    entry = biblatex.whole_entry(reference, "k")
    assert biblatex.reference_of(entry) == reference
    return entry.fields


def one(type_: str, **fields: str) -> Reference:
    """What an entry says."""
    return biblatex.reference_of(Entry(type_, "k", fields))


# --- whatever it is -------------------------------------------------------------------------------------


@given(any_references())
def test_everything_comes_back(reference: Reference) -> None:
    reference = reference.replace(extras={key: values for key, values in reference.extras.items() if values})
    assert read(written(reference)) == [reference]


@given(st.lists(references(), max_size=3, unique_by=lambda reference: reference.id.lower()))
def test_files_come_back(references: list[Reference]) -> None:
    text = written(*references)
    assert read(text) == references
    assert len(re.findall(r"^@\w+\{[^\s,{}]+,$", text, re.MULTILINE)) == len(references)


@pytest.mark.parametrize(
    "value",
    ["} , note = {", "{", "}", "\\", "\\write18{rm -rf x}", "a\nb", "\x00\x1f", "\u202e", "  a ", "@book{x,", '"', "%"],
)
def test_hostile_values(value: str) -> None:
    reference = Reference(
        value, "book", {"title": Text(value), "DOI": value, "URL": value, "author": (Name(literal=value), Name(value))}
    )
    assert read(written(reference)) == [reference]

"""Short helpers to write and read BibLaTeX entries and files."""

from collections.abc import Mapping

from reflist.formats import biblatex
from reflist.formats.bibtex_entries import Entry
from reflist.model import Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source


def written(*references: Reference) -> str:
    return "".join(biblatex.write(references, Report()))


def read(text: str) -> list[Reference]:
    """The references in a file; besides these it may only hold data containers."""
    items = list(biblatex.read(Source.from_text(text, "x.bib"), Report()))
    assert all("xdata" in item.raw for item in items if isinstance(item, Remainder))
    return [item for item in items if isinstance(item, Reference)]


def fields(type_: str, **variables: Value) -> Mapping[str, str]:
    """The fields that a reference is written with; reading them gives the reference back."""
    reference = Reference("k", type_, {name.replace("_", "-"): value for name, value in variables.items()})
    entry = biblatex.whole_entry(reference, "k")
    assert biblatex.reference_of(entry) == reference
    return entry.fields


def one(type_: str, **fields: str) -> Reference:
    """The reference read from an entry with these fields."""
    return biblatex.reference_of(Entry(type_, "k", fields))

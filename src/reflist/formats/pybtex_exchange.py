"""References to and from pybtex's `BibliographyData`: the only module that knows pybtex.

pybtex is untyped; its values are typed here as far as they are used.
"""

from collections.abc import Iterable
from typing import Any

from pybtex.database import BibliographyData, parse_string
from pybtex.errors import capture

from reflist.formats import bibtex
from reflist.formats.bibtex_entries import Entry, from_entry
from reflist.model import Reference
from reflist.report import Report


def to_pybtex(references: Iterable[Reference], report: Report | None = None) -> BibliographyData:
    """The references as pybtex has them: what its own reader makes of our BibTeX. Losses go into the report.

    >>> from reflist.model import Name
    >>> ostrom = Reference("ostrom1990", "book", {"author": (Name("Ostrom", "Elinor"),)})
    >>> to_pybtex([ostrom]).entries["ostrom1990"].persons["author"]
    [Person('Ostrom, Elinor')]
    """
    written = "".join(bibtex.write(references, Report() if report is None else report))
    with capture():  # what pybtex finds wrong it must not print; nothing is, in what we write
        return parse_string(written, "bibtex")


def from_pybtex(data: BibliographyData) -> list[Reference]:
    """The references of pybtex's data, in order; fields that are no variable's are kept as extras."""
    return [from_entry(_entry(key, entry)) for key, entry in data.entries.items()]


def _entry(key: str, entry: Any) -> Entry:
    """An entry of pybtex as ours: names as one field, everything in LaTeX as it stands."""
    names = {role.lower(): " and ".join(map(str, people)) for role, people in entry.persons.items()}
    return Entry(entry.type, key, names | {tag.lower(): str(value) for tag, value in entry.fields.items()})

"""The library: what was read, and the report of the reading."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from reflist.formats import Item
from reflist.library.writing import render, write
from reflist.model import Paper, Reference, Remainder, to_csl
from reflist.report import Report


class Library:
    """References, papers and remainders, with the `Report` of how they were read.

    ``references`` holds every reference listed, including those in papers, in the order read; the papers' own
    references are in ``papers``. Iteration gives the references.

    >>> library = Library([Reference("doe", "book")])
    >>> len(library), [reference.id for reference in library]
    (1, ['doe'])
    """

    __slots__ = ("papers", "references", "remainders", "report")

    references: tuple[Reference, ...]
    papers: tuple[Paper, ...]
    remainders: tuple[Remainder, ...]
    report: Report

    def __init__(self, items: Iterable[Item] = (), report: Report | None = None) -> None:
        kept = list(items)
        self.references = tuple(reference for item in kept for reference in listed(item))
        self.papers = tuple(item for item in kept if isinstance(item, Paper))
        self.remainders = tuple(item for item in kept if isinstance(item, Remainder))
        self.report = Report() if report is None else report

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)

    def __repr__(self) -> str:
        counts = (("reference", len(self)), ("paper", len(self.papers)), ("diagnostic", len(self.report)))
        shown = (f"{count} {what}" if count == 1 else f"{count} {what}s" for what, count in counts)
        return f"<Library: {', '.join(shown)}>"

    def _repr_html_(self) -> str:
        """A formatted list for notebooks."""
        from reflist.pages import notebook

        return notebook([entry.text for entry in render(self.references).entries])

    def to_csl(self, origin: bool = False) -> list[dict[str, Any]]:
        """The references as plain CSL-JSON items; with ``origin``, also places of values (``custom.reflist``)."""
        return [to_csl(reference, origin) for reference in self]

    def write(self, path_or_file: "str | Path | IO[Any]", format: str | None = None) -> Report:
        """Write the references; see `reflist.write`."""
        return write(self.references, path_or_file, format)


def listed(item: Item, *, papers: bool = False) -> tuple[Reference, ...]:
    """The references in an item: itself, or a paper's list; with ``papers``, the paper's own reference first."""
    if isinstance(item, Paper):
        return (item.reference, *item.references) if papers else item.references
    return (item,) if isinstance(item, Reference) else ()

"""References to and from pybtex's `BibliographyData`, and our formats as plug-ins of pybtex.

The plug-ins are declared as entry points (groups ``pybtex.database.input`` and ``pybtex.database.output``), named
``reflist-`` and the format: ``pybtex.database.parse_file("x.ris", "reflist-ris")``. No other module uses pybtex, which
is untyped; its values are typed here as far as they are used.
"""

from collections.abc import Iterable
from typing import Any

from pybtex.database import BibliographyData, parse_string
from pybtex.database.input import BaseParser
from pybtex.database.output import BaseWriter
from pybtex.errors import report_error
from pybtex.exceptions import PybtexError

from reflist.formats import BUILT_IN, biblatex, bibtex, built_in
from reflist.formats.bibtex_entries import Entry
from reflist.formats.bibtex_references import from_entry
from reflist.formats.sniffing import SNIFFERS
from reflist.model import Reference
from reflist.report import Report, Severity
from reflist.source import Source


def to_pybtex(references: Iterable[Reference], report: Report | None = None) -> BibliographyData:
    """The references as pybtex's data: as its own reader reads our BibTeX. Losses go into the report.

    >>> from reflist.model import Name
    >>> ostrom = Reference("ostrom1990", "book", {"author": (Name("Ostrom", "Elinor"),)})
    >>> to_pybtex([ostrom]).entries["ostrom1990"].persons["author"]
    [Person('Ostrom, Elinor')]
    """
    written = "".join(bibtex.write(references, Report() if report is None else report))
    return parse_string(written, "bibtex")  # pybtex finds no errors in it


def from_pybtex(data: BibliographyData) -> list[Reference]:
    """The references of pybtex's data, in order; fields without a variable are kept as extras.

    The fields are read as BibTeX's, unless they clearly are BibLaTeX's.
    """
    entries = [_entry(key, entry) for key, entry in data.entries.items()]
    outline = "".join(
        f"@{entry.type}{{k,\n{''.join(f'{tag} =,{chr(10)}' for tag in entry.fields)}}}\n" for entry in entries
    )
    later = SNIFFERS["biblatex"](outline) > SNIFFERS["bibtex"](outline)
    return [biblatex.reference_of(entry) if later else from_entry(entry) for entry in entries]


def _entry(key: str, entry: Any) -> Entry:
    """An entry of pybtex as one of ours: names in one field per role, everything in LaTeX as it stands."""
    names = {role.lower(): " and ".join(map(str, people)) for role, people in entry.persons.items()}
    return Entry(entry.type, key, names | {tag.lower(): str(value) for tag, value in entry.fields.items()})


class Parser(BaseParser):  # type: ignore[misc]  # pybtex is untyped
    """Reads one of our formats for pybtex; ``findings`` are the diagnostics of reading.

    Errors are handled by pybtex: in its strict mode the first one is raised, else they are printed.
    """

    format = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.findings = Report()

    def parse_stream(self, stream: Any) -> BibliographyData:
        """The data in a stream of bytes, whose encoding is detected."""
        return self._parse(Source(self.filename, stream.read()))

    def parse_string(self, value: str) -> BibliographyData:
        """The data in a text."""
        return self._parse(Source.from_text(value))

    def _parse(self, source: Source) -> BibliographyData:
        read = built_in(self.format).read
        assert read is not None
        references = [item for item in read(source, self.findings) if isinstance(item, Reference)]
        self.data.add_entries(to_pybtex(references, self.findings).entries.items())
        for finding in self.findings.of(Severity.ERROR):
            report_error(PybtexError(str(finding)))
        return self.data


class Writer(BaseWriter):  # type: ignore[misc]  # pybtex is untyped
    """Writes one of our formats for pybtex; ``findings`` are the diagnostics of writing."""

    format = ""
    unicode_io = True

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.findings = Report()

    def write_stream(self, bib_data: BibliographyData, stream: Any) -> None:
        """Write the data to a text stream."""
        write = built_in(self.format).write
        assert write is not None
        stream.writelines(write(from_pybtex(bib_data), self.findings))


def __getattr__(name: str) -> type[Any]:
    """The plug-in with this name: ``parser_ris`` or ``writer_ris``, as in the entry points."""
    kind, _, format = name.partition("_")
    base = {"parser": Parser, "writer": Writer}.get(kind)
    if base is None or format not in BUILT_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return type(name, (base,), {"format": format, "__doc__": base.__doc__})

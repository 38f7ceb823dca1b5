"""The functions people call: read, parse, write, convert, render, match."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reflist.formats import Format, Item
from reflist.library.files import encoded, open_source, write_file
from reflist.library.library import Library, listed
from reflist.library.reading import NOT_TEXT, UNKNOWN_FORMAT, read_source
from reflist.library.registry import FREE_TEXT, LINES, reader, writer, writer_for
from reflist.model import Reference
from reflist.report import Report
from reflist.source import Source, SourceError

if TYPE_CHECKING:
    from reflist.engines import Rendered
    from reflist.matching import Matching


def read(path_or_file: "str | Path | IO[Any]", format: str | None = None) -> Library:
    """Read a file: a path, or an open text or binary file.

    The format is told by suffix and content where it is not named; ``page`` and ``list`` are free text. Raises
    `SourceError` where the file cannot be read or no format claims it, `FormatError` for an unknown format. What is
    wrong inside is in ``report``.
    """
    known = reader(format) if format else None
    report = Report()
    source = open_source(path_or_file)
    items = list(read_source(source, report, known))
    for diagnostic in report:
        if diagnostic.rule in (NOT_TEXT, UNKNOWN_FORMAT):
            raise SourceError(f"{source.name}: {diagnostic.message}")
    return Library(items, report)


def parse(text: str, lines: bool = False) -> Library:
    """Read free text: a page, a list, one reference.

    With ``lines``, every line that is not blank gives exactly one reference, in order.
    """
    report = Report()
    return Library(read_source(Source.from_text(text), report, LINES if lines else FREE_TEXT), report)


def write(references: Iterable[Reference], path_or_file: "str | Path | IO[Any]", format: str | None = None) -> Report:
    """Write references to a path or an open file; the format is told by the path's suffix where it is not named.

    Gives the report of what could not be carried. Raises `FormatError` and `OutputError`.
    """
    return _write(references, path_or_file, _target(path_or_file, format), Report())


def convert(
    source: "str | Path | IO[Any]",
    target: "str | Path | IO[Any]",
    source_format: str | None = None,
    target_format: str | None = None,
) -> Report:
    """From one file to another, reference by reference; the formats are told as in `read` and `write`."""
    report = Report()
    known, wanted = reader(source_format) if source_format else None, _target(target, target_format)
    items = read_source(open_source(source), report, known)
    return _write(references_in(items), target, wanted, report)


def render(
    references: Iterable[Reference], style: str = "apa", to: str = "html", locale: str | None = None
) -> "Rendered":
    """Format references in a citation style, by its name or a path to a CSL file.

    ``to`` is how the result shows itself as a string; its ``to()`` gives the others as well. Raises `ReflistError`
    for an unknown style.
    """
    from reflist.csl.output import OUTPUTS
    from reflist.engines import UnknownOutputError, render_bibliography

    rendered = render_bibliography(tuple(references), style, locale)
    if to not in OUTPUTS:
        raise UnknownOutputError(f"unknown output {to!r}: there are {', '.join(OUTPUTS)}")
    rendered.output = to
    return rendered


def match(references: Sequence[Reference]) -> "Matching":
    """Find which references are the same work: ``works``, and ``review``, the pairs that a person must decide."""
    from reflist.matching import match

    return match(references)


def references_in(items: Iterable[Item], *, papers: bool = False) -> Iterator[Reference]:
    """The references in items, one after the other; see `listed`."""
    for item in items:
        yield from listed(item, papers=papers)


def _target(target: "str | Path | IO[Any]", format: str | None) -> Format:
    if format:
        return writer(format)
    return writer_for(str(target if isinstance(target, str | Path) else getattr(target, "name", "the open file")))


def _write(references: Iterable[Reference], target: "str | Path | IO[Any]", format: Format, report: Report) -> Report:
    assert format.write is not None
    pieces = format.write(references, report)
    if isinstance(target, str | Path):
        write_file(target, encoded(pieces, report, Path(target).name))
    elif hasattr(target, "encoding"):  # a text file, of whatever class
        target.writelines(pieces)
    else:
        target.writelines(encoded(pieces, report))
    return report

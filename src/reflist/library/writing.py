"""Writing references in a format, or formatting them in a citation style."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reflist.formats import Format
from reflist.library import invisible
from reflist.library.files import encoded, write_file
from reflist.library.registry import writer, writer_for
from reflist.model import Reference
from reflist.report import Report

if TYPE_CHECKING:
    from reflist.engines import Rendered


def write(references: Iterable[Reference], path_or_file: "str | Path | IO[Any]", format: str | None = None) -> Report:
    """Write references to a path or an open file; without ``format``, the path's suffix decides the format.

    Returns the report of what could not be written. Raises `FormatError` and `OutputError`.
    """
    return write_to(references, path_or_file, format_of(path_or_file, format), Report())


def render(
    references: Iterable[Reference],
    style: str = "apa",
    to: str = "html",
    locale: str | None = None,
    citations: Iterable[Any] | None = None,
) -> "Rendered":
    """Format references in a citation style, given by its name or the path of a CSL file.

    ``to`` is the output used by ``str``; the result's ``to()`` gives the others as well. With ``citations``, those of a
    manuscript in the form that `reflist.engines.citations` describes, its ``to_json()`` gives them formatted, and
    the bibliography holds the works cited. Raises `ReflistError` for an unknown style or output.
    """
    from reflist.csl.output import OUTPUTS
    from reflist.engines import UnknownOutputError, citations_of, render_bibliography

    if to not in OUTPUTS:
        raise UnknownOutputError(f"unknown output {to!r}: choose from {', '.join(OUTPUTS)}")
    report = Report()
    clusters = None if citations is None else citations_of(citations, report)
    rendered = render_bibliography(tuple(references), style, locale, report=report, clusters=clusters)
    rendered.output = to
    return rendered


def format_of(target: "str | Path | IO[Any]", format: str | None) -> Format:
    """The format to write in: the one named, else that of the target's suffix."""
    if format:
        return writer(format)
    return writer_for(str(target if isinstance(target, str | Path) else getattr(target, "name", "the open file")))


def write_to(references: Iterable[Reference], target: "str | Path | IO[Any]", format: Format, report: Report) -> Report:
    """Write references to a path or an open text or binary file; what cannot be written goes into the report."""
    assert format.write is not None
    pieces = format.write(invisible.reported(references, report), report)
    if isinstance(target, str | Path):
        write_file(target, encoded(pieces, report, Path(target).name))
    elif hasattr(target, "encoding"):  # a text file of any class
        target.writelines(pieces)
    else:
        target.writelines(encoded(pieces, report))
    return report

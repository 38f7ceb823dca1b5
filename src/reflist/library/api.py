"""The public functions that read, parse, convert and match."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reflist.eager import collection_paused
from reflist.formats import Item
from reflist.library.files import open_source
from reflist.library.library import Library, listed
from reflist.library.reading import NOT_TEXT, UNKNOWN_FORMAT, read_source
from reflist.library.registry import FREE_TEXT, LINES, reader
from reflist.library.writing import format_of, write_to
from reflist.model import Reference, Remainder
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Source, SourceError

if TYPE_CHECKING:
    from reflist.matching import Decisions, Matching

LEFT_OUT = Rule(
    "left-out",
    Severity.NOTE,
    "A file has parts that belong to no reference: a @preamble or @string, comments, JabRef's groups, an entry that "
    "could not be read. They are not in the converted file.",
)
BATCH = 16
"""How many items are read ahead if they are written at once."""


def read(path_or_file: "str | Path | IO[Any]", format: str | None = None) -> Library:
    """Read a file, given by its path or as an open text or binary file.

    Without ``format``, the suffix and the content decide it; ``page`` and ``list`` are free text. Raises `SourceError`
    if the file cannot be read or no format claims it, and `FormatError` for an unknown format. What is wrong in the
    file is in the library's ``report``.
    """
    known = reader(format) if format else None
    report = Report()
    source = open_source(path_or_file)
    with collection_paused():
        items = list(read_source(source, report, known))
    for diagnostic in report:
        if diagnostic.rule in (NOT_TEXT, UNKNOWN_FORMAT):
            raise SourceError(f"{source.name}: {diagnostic.message}")
    return Library(items, report)


def parse(text: str | bytes, lines: bool = False) -> Library:
    """Read free text: a page, a list, or one reference; the encoding of bytes is detected as that of a file.

    With ``lines``, every line that is not blank gives exactly one reference, in order. Raises `TypeError` for anything
    but text and bytes.
    """
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"text or bytes can be parsed, not {type(text).__name__}")
    report = Report()
    source = Source.from_text(text) if isinstance(text, str) else Source("<text>", text)
    return Library(read_source(source, report, LINES if lines else FREE_TEXT), report)


def convert(
    source: "str | Path | IO[Any]",
    target: "str | Path | IO[Any]",
    source_format: str | None = None,
    target_format: str | None = None,
) -> Report:
    """Convert one file to another, reference by reference; formats are found as in `read` and `write`."""
    report = Report()
    known, wanted = reader(source_format) if source_format else None, format_of(target, target_format)
    items = read_source(open_source(source, in_parts=True), report, known)
    return write_to(references_in(items, report), target, wanted, report)


def match(
    references: Sequence[Reference], decisions: "Decisions | str | Path | None" = None, preprints: str | None = None
) -> "Matching":
    """Find out which references are the same work: ``works``, and in ``review`` the pairs that a person must decide.

    ``decisions`` are a person's earlier decisions: a `Decisions` object, or the path of a file of them. Raises
    `SourceError` if that cannot be read. ``preprints``, if given, overrides the decisions' own: a preprint and its
    published version are the ``same`` work, ``apart``, or ``weighed`` like any pair.
    """
    from reflist.matching import UNDECIDED, match, with_preprints

    if isinstance(decisions, str | Path):
        from reflist.library.decisions import read_decisions

        decisions = read_decisions(decisions)
    return match(references, decisions=with_preprints(decisions or UNDECIDED, preprints))


def references_in(items: Iterable[Item], report: Report | None = None, *, papers: bool = False) -> Iterator[Reference]:
    """The references in items, one after the other; see `listed`. Remainders are counted in the report.

    A handful of items is read before the first is passed on. If reading and writing took turns at every item, each
    would find the processor's caches full of the other's data, and both would take a quarter longer.
    """
    items = iter(items)
    left: dict[str | None, tuple[int, Place]] = {}
    while batch := list(islice(items, BATCH)):
        for item in batch:
            if isinstance(item, Reference):
                yield item
            elif isinstance(item, Remainder):
                count, first = left.get(item.place.source, (0, item.place))
                left[item.place.source] = count + 1, first
            else:
                yield from listed(item, papers=papers)
    if report is not None:
        for count, first in left.values():
            report.add(LEFT_OUT, f"{count} part{'s' * (count > 1)} left out, the first one here", first)

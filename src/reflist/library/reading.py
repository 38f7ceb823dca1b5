"""From sources to items: recognizing the format of a source, and reporting one that cannot be read."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from reflist.formats import Format, Item, Reader
from reflist.formats.foreign import recognise_binary
from reflist.library import invisible, registry
from reflist.library.files import STDIN, open_source, printable
from reflist.library.registry import FREE_TEXT, UnclaimedError, claimed, shared, unread
from reflist.model import Reference, Remainder
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Source, SourceError

UNREADABLE = Rule(
    "unreadable",
    Severity.ERROR,
    "An input could not be read at all: it does not exist, is a folder, or may not be read. The others were processed.",
)
NOT_TEXT = Rule(
    "not-text",
    Severity.ERROR,
    "An input is a binary file (an image, say), not text.",
)
UNKNOWN_FORMAT = Rule(
    "unknown-format",
    Severity.ERROR,
    "The format of this input was not recognized. Name it with --from (page or list for free text). --from holds for "
    "all inputs of a command, so if there are files of references too, read free text with `reflist parse` first. "
    "Copy the text out of a PDF or a word processor.",
)
FORMAT_GUESSED = Rule(
    "format-guessed",
    Severity.NOTE,
    "Neither --from nor the file's suffix shows which format it is in, so its content decided. If that is wrong, name "
    "the format with --from.",
)
NOTHING_TO_READ = Rule(
    "nothing-to-read",
    Severity.ERROR,
    "An input is empty, or holds nothing that could be read as a reference or a page.",
)
MIXED = Rule(
    "mixed-formats",
    Severity.REPAIR,
    "A part of an input is in another format than the rest, as if files were put together. It was read in that format.",
)
SKIPPED = Rule("skipped", Severity.LOSS, "A file in a folder is binary, not text, so it was skipped.")

UNREAD = frozenset(rule.code for rule in (UNREADABLE, NOT_TEXT, UNKNOWN_FORMAT, NOTHING_TO_READ))
"""The codes that mean that an input gave nothing: exit status 3."""


def read_source(
    source: Source, report: Report, format: Format | None = None, *, free_text: bool = False, jobs: int = 1
) -> Iterator[Item]:
    """The items of a source in a format, or in the one that `recognised` finds; free text in ``jobs`` processes.

    No content raises an exception: what cannot be read is reported.
    """
    known = recognised(source, report, format, free_text=free_text)
    read = shared(known, jobs).read if known else None
    if known is None or read is None:
        return
    if format is None and _is_guess(known, source.name):
        report.add(FORMAT_GUESSED, f"read as {known.title}", Place(source.name))
    source.note_encoding(report)
    before, empty = report.count(Severity.ERROR), True
    for item in _items(source, known, read, report):
        empty = empty and isinstance(item, Remainder)
        yield item
    if empty:
        broken = report.count(Severity.ERROR) > before
        why = "nothing in it could be read" if broken else "no reference and no page in it"
        report.add(NOTHING_TO_READ, why, Place(source.name))


def _items(source: Source, known: Format, read: Reader, report: Report) -> Iterator[Item]:
    """The items that a reader finds, part by part if the format allows that; invisible characters are reported."""
    for part in source.parts(known.ends) if known.ends else (source,):
        suspicious = invisible.may_hold(part, known.name)
        for item in read(part, report):
            for found in _in_another_format(item, known, source, report) if isinstance(item, Remainder) else (item,):
                if suspicious and isinstance(found, Reference):
                    invisible.report_values(found, report)
                yield found


def _in_another_format(left: Remainder, known: Format, source: Source, report: Report) -> Iterable[Item]:
    """The items of a remainder that is surely in another format; else the remainder itself."""
    name = registry.within(left.raw, known.name)
    if not name:
        return (left,)
    other = registry.reader(name)
    assert other.read
    report.add(MIXED, f"read as {other.title}", left.place)
    return other.read(Source.from_text(left.raw, source.name, left.place.line or 1), report)


def _is_guess(format: Format, name: str) -> bool:
    """Whether only the content decided the format of a file; piped input has no suffix anyway."""
    return format is not FREE_TEXT and name != STDIN and not name.lower().endswith(format.suffixes)


def recognised(
    source: Source, report: Report, format: Format | None = None, *, free_text: bool = False
) -> Format | None:
    """The format of a source: the one given, the one that claims it, or with ``free_text`` free text.

    None if there is nothing to read, which is reported.
    """
    place = Place(source.name)
    if source.is_binary:
        _report_binary(source, report)
    elif not source.beginning.strip():
        report.add(NOTHING_TO_READ, "there is nothing in it", place)
    elif format:
        return format
    else:
        try:
            known = claimed(source) or (FREE_TEXT if free_text else None)
        except UnclaimedError as error:
            report.add(UNKNOWN_FORMAT, str(error), place)
        else:
            if known:
                return known
            report.add(UNKNOWN_FORMAT, f"no format claims this; name it (-f): {_to_name(source)}", place)
    return None


def _to_name(source: Source) -> str:
    """What may be named with ``--from`` for a text that no format claims."""
    beginning = source.beginning
    in_head = beginning.startswith("---") and "\nreferences:" in beginning
    return f"{'cslyaml for the references in its head, ' if in_head else ''}page or list for free text"


def _report_binary(source: Source, report: Report) -> None:
    """Report that a source is not text, or which format it is in if it is a known one that cannot be read."""
    title = recognise_binary(source.data)
    rule, message = (UNKNOWN_FORMAT, unread(title)) if title else (NOT_TEXT, "this is a binary file, not text")
    report.add(rule, message, Place(source.name))


def open_all(paths: Iterable[str | Path], report: Report, *, in_parts: bool = False) -> Iterator[Source]:
    """The sources in these files, in order; one that cannot be opened is reported.

    With ``in_parts``, long files are not loaded whole.
    """
    for path in paths:
        try:
            yield open_source(path, in_parts=in_parts)
        except SourceError as error:
            report.add(UNREADABLE, str(error), _place(path))


def gather(paths: Sequence[str | Path], report: Report, skipped: Collection[Path] = ()) -> dict[Path, Source]:
    """The sources in these files and folders by resolved path: each once, sorted by name and content.

    Of a folder, its own files are taken (not sub-folders), except hidden files and those ``skipped`` (resolved
    paths). What cannot be read is reported.
    """
    sources: dict[Path, Source] = {}
    for path in sorted(set(map(Path, paths))):  # so that reports too come in a fixed order
        if path.is_dir():
            sources |= _texts(path, report, skipped)
        else:
            sources |= {resolved(path): source for source in open_all([path], report)}
    return dict(sorted(sources.items(), key=lambda found: (found[1].name, found[1].data)))


def resolved(path: str | Path) -> Path:
    """The path without links and dots, so that each file has only one."""
    return Path(os.path.realpath(path))


def _texts(folder: Path, report: Report, skipped: Collection[Path]) -> dict[Path, Source]:
    texts = {}
    for file in _files(folder, report):
        if resolved(file) in skipped:
            continue
        for source in open_all([file], report):
            if source.is_binary:
                report.add(SKIPPED, "a binary file, not text: skipped", Place(source.name))
            else:
                texts[resolved(file)] = source
    if not texts:
        report.add(NOTHING_TO_READ, "no text in this folder", _place(folder))
    return texts


def _files(folder: Path, report: Report) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    except OSError as error:
        report.add(UNREADABLE, f"cannot read {folder}: {error.strerror or error}", _place(folder))
        return []


def _place(path: str | Path) -> Place:
    return Place(printable(Path(path).name or path))

"""Reading and writing files. A file is written beside its target and then replaces it, so none is ever half written."""

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from reflist.report import Place, ReflistError, Report, Rule, Severity
from reflist.source import LongSource, Source, SourceError

STDIN = "<stdin>"
"""The name of standard input in messages."""

NOT_UNICODE = Rule(
    "not-unicode",
    Severity.LOSS,
    "A value holds half of a character (a lone surrogate), which no encoding can write. It became a question mark.",
)


class OutputError(ReflistError):
    """A file or folder cannot be written."""


def open_source(source: "str | Path | IO[Any]", *, in_parts: bool = False) -> Source:
    """The source in a file, given by its path or as an open file (text or binary).

    With ``in_parts``, a long file is not loaded whole, but read as its parts are asked for. Raises `SourceError`, with
    the reason, if it cannot be read.
    """
    if not isinstance(source, str | Path):
        return _from_file(source)
    path = Path(source)
    if path.is_dir():
        raise SourceError(f"cannot read {source}: it is a folder; name the files in it")
    long = LongSource.of(printable(path.name), path) if in_parts else None
    return long or Source(printable(path.name), Source.from_path(path).data)


def standard_input() -> Source:
    """The source in standard input. Raises `SourceError` if that is closed or cannot be read."""
    if sys.stdin is None:
        raise SourceError("standard input is closed")
    try:
        return Source(STDIN, sys.stdin.buffer.read())
    except OSError as error:  # a folder, for example
        raise SourceError(f"cannot read standard input: {error.strerror or error}") from error


def encoded(pieces: Iterable[str], report: Report, name: str | None = None) -> Iterable[bytes]:
    """The pieces in UTF-8; what cannot be encoded is replaced and reported as a loss."""
    for piece in pieces:
        try:
            yield piece.encode()
        except UnicodeEncodeError:
            report.add(NOT_UNICODE, "a lone surrogate was written as a question mark", Place(name))
            yield piece.encode("utf-8", "replace")


def write_file(path: str | Path, pieces: Iterable[bytes]) -> None:
    """Write a file completely or not at all; an existing one is replaced and keeps its mode.

    A symbolic link is followed; a device or a pipe is written to directly. Raises `OutputError` with the reason.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces)
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from error


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    part = target.with_name(f".reflist-{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _from_file(file: IO[Any]) -> Source:
    name = getattr(file, "name", None)
    try:
        data = file.read()
    except OSError as error:
        raise SourceError(f"cannot read {name or file}: {error.strerror or error}") from error
    shown = Path(name).name if isinstance(name, str) else "<file>"
    return Source.from_text(data, shown) if isinstance(data, str) else Source(printable(shown), data)


def printable(path: str | Path) -> str:
    """A path as a printable string, whatever bytes the file system has in it."""
    return os.fsencode(path).decode("utf-8", "replace")

"""What a format is: names, functions to read and write, and what is known about it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reflist.model import Paper, Reference, Remainder
from reflist.report import Report
from reflist.source import Source

Item = Reference | Paper | Remainder
"""What a reader yields."""

Reader = Callable[[Source, Report], Iterator[Item]]
"""Reads a source. Problems go into the report; no content raises an exception."""

Writer = Callable[[Iterable[Reference], Report], Iterator[str]]
"""Writes references as pieces of text. What cannot be written goes into the report as a loss."""


class Format(NamedTuple):
    """A format: its names, the suffixes of its files, and what it can do.

    ``sniff`` is given the first 64 KiB of a text and returns how certain it is, from 0 to 1, that the text is in this
    format. ``extras`` is, in the table of formats for users, where values are kept that have no field of their own
    ("unknown fields as they are", "custom.reflist"). ``write_origin`` writes the same as ``write`` and also where each
    value was found; few formats have a place for that. ``ends`` returns the offset after the last complete record of
    the beginning of a text, or 0; with it, a long file is read in parts (`Source.parts`).
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    sniff: Callable[[str], float] | None = None
    extras: str = ""
    write_origin: Writer | None = None
    ends: Callable[[str], int] | None = None

"""What a format is."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reflist.model import Paper, Reference, Remainder
from reflist.report import Report
from reflist.source import Source

Item = Reference | Paper | Remainder
"""What a reader yields."""

Reader = Callable[[Source, Report], Iterator[Item]]
"""Reads a source; findings go into the report, content never raises."""

Writer = Callable[[Iterable[Reference], Report], Iterator[str]]
"""Writes references as pieces of text; what could not be carried goes into the report as a loss."""


class Format(NamedTuple):
    """A format: its name, what it is called, and what it can do.

    ``sniff`` is given the first 64 KiB of the text and says how sure it is that the text is in this format, from 0 to
    1. ``extras`` says where a value with no field of its own is kept ("unknown fields as they are",
    "custom.reflist"), for the table people read. ``write_origin`` writes as ``write`` does, and also where each value
    stood; few formats have a place for that. ``ends`` says how far text that goes on can be read by itself: the offset
    behind the last whole record in it, or 0. A long file is then read in parts (`Source.parts`).
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

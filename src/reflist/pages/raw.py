"""Raw lines as they stand in a source, with marked stretches."""

from collections.abc import Iterable
from typing import NamedTuple

from reflist.model import Reference
from reflist.pages.html import Html, join, tag

LONGEST = 2_000
"""The most characters shown of a raw line: no reference is longer, and comparing its words would take too long."""


class Stretch(NamedTuple):
    """A stretch of a raw line, ``raw[start:end]``, and a note on it."""

    start: int
    end: int
    note: str


def marked(raw: str, stretches: Iterable[Stretch]) -> Html:
    """The line with these stretches marked; where two overlap, only the rest of the later one is."""
    pieces: list[Html | str] = []
    offset = 0
    for start, end, note in sorted(stretches):
        first = max(start, offset)
        if first < min(end, len(raw)):
            pieces += [raw[offset:first], tag("mark", raw[first:end], title=note or None)]
            offset = end
    return join([*pieces, raw[offset:]])


def repaired(reference: Reference) -> Html:
    """The raw line of a reference with its repairs marked."""
    origin = reference.origin
    stretches = (
        Stretch(field.start, field.end, f"{variable}: {field.repair}")
        for variable, field in origin.fields.items()
        if field.repair and field.start >= 0
    )
    return marked(shortened(origin.raw), stretches)


def shortened(raw: str) -> str:
    """The line, or its first `LONGEST` characters and an ellipsis."""
    return raw if len(raw) <= LONGEST else raw[:LONGEST] + "…"


def place(reference: Reference) -> Html:
    """Where a reference is, as ``source:line``; its id if that is unknown."""
    where = str(reference.origin.place)
    return tag("span", where, class_="place") if where else tag("code", reference.id)

"""Templates that print works with labels, such as ``{journal} {volume}< ({issue})>, {page}``.

``{name}`` is a value. ``<…>`` is printed if all values within it exist. Quotation marks around a value belong to it,
with a full stop or comma before the closing one. Everything else only separates.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from printing import Printed, Printer
from reflist.prose.labels import Label

_PIECE = re.compile(r"<(?P<group>[^<>]*)>|(?P<open>[“\"‘«]?)\{(?P<name>[\w-]+)\}(?P<close>[.,]?[”\"’»]?)|[^<{“\"‘«]+|.")

LABELS = {
    "author": Label.AUTHOR,
    "editor": Label.EDITOR,
    "title": Label.TITLE,
    **dict.fromkeys(("journal", "book", "proceedings"), Label.CONTAINER),
    "volume": Label.VOLUME,
    "issue": Label.ISSUE,
    **dict.fromkeys(("page", "pages", "article"), Label.PAGES),
    "year": Label.DATE,
    "month": Label.DAY,
    "publisher": Label.PUBLISHER,
    **dict.fromkeys(("place", "town"), Label.PLACE),
    "event-place": Label.EVENT_PLACE,
    "days": Label.EVENT_DATE,
    "edition": Label.EDITION,
    "series": Label.SERIES,
    **dict.fromkeys(("report", "number"), Label.REPORT),
    "thesis": Label.THESIS,
    "doi": Label.DOI,
    "url": Label.URL,
    "accessed": Label.ACCESSED,
}
"""The label of each value; a value without a label only separates, like the rest of the template."""


def fill(template: str, values: Mapping[str, str]) -> Printed:
    """What a template prints for these values; empty and missing ones are left out."""
    printer = Printer()
    _fill(printer, template, values)
    return printer.done()


def names_in(template: str) -> Iterator[str]:
    """The names of the values that a template always prints."""
    return (piece["name"] for piece in _PIECE.finditer(template) if piece["name"])


def can_fill(template: str, values: Mapping[str, str]) -> bool:
    """Whether all values exist that a template always prints."""
    return all(map(values.get, names_in(template)))


def _fill(printer: Printer, template: str, values: Mapping[str, str]) -> None:
    for piece in _PIECE.finditer(template):
        if group := piece["group"]:
            if can_fill(group, values):
                _fill(printer, group, values)
        elif name := piece["name"]:
            _put(printer, name, values.get(name, ""), (piece["open"], piece["close"]))
        else:
            printer.literal(piece[0])


def _put(printer: Printer, name: str, text: str, around: Sequence[str]) -> None:
    """Print a value; a pair of quotation marks around it belongs to it, other punctuation does not."""
    opened, closed = around
    if name not in LABELS:
        printer.literal(opened + text + closed)
    elif opened and closed:
        stop = closed[:-1] if text[-1:] not in "?!" else ""
        printer.put(LABELS[name], opened + text + stop + closed[-1])
    else:
        printer.literal(opened)
        printer.put(LABELS[name], text)
        printer.literal(closed)

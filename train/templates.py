"""Templates that print works with labels, such as ``{journal} {volume}< ({issue})>, {page}``.

``{name}`` is a value, ``<…>`` is printed when all values within are there, and quotation marks around a value are its
own, with the stop or comma before the closing one. What else stands there only separates.
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
"""What each value is; a value that is not here separates, as the rest of the template does."""


def fill(template: str, values: Mapping[str, str]) -> Printed:
    """What a template prints of values, without those that are empty or not there."""
    printer = Printer()
    _fill(printer, template, values)
    return printer.done()


def names_in(template: str) -> Iterator[str]:
    """The names of the values in a template that are always printed."""
    return (piece["name"] for piece in _PIECE.finditer(template) if piece["name"])


def can_fill(template: str, values: Mapping[str, str]) -> bool:
    """Whether what a template always prints is there."""
    return all(map(values.get, names_in(template)))


def _fill(printer: Printer, template: str, values: Mapping[str, str]) -> None:
    for piece in _PIECE.finditer(template):
        if group := piece["group"]:
            if can_fill(group, values):
                _fill(printer, group, values)
        elif name := piece["name"]:
            _put(printer, name, values.get(name, ""), (piece["open"], piece["close"]))
        else:
            printer.say(piece[0])


def _put(printer: Printer, name: str, text: str, around: Sequence[str]) -> None:
    """Print a value; marks on both sides of it belong to it, any other mark does not."""
    opened, closed = around
    if name not in LABELS:
        printer.say(opened + text + closed)
    elif opened and closed:
        stop = closed[:-1] if text[-1:] not in "?!" else ""
        printer.put(LABELS[name], opened + text + stop + closed[-1])
    else:
        printer.say(opened)
        printer.put(LABELS[name], text)
        printer.say(closed)

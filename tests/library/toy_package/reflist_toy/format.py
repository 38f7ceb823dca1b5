"""A toy format: under a first line ``#toy``, a line for each reference, ``key: title``."""

from collections.abc import Iterable, Iterator

from reflist.formats.base import Format, Item
from reflist.model import Origin, Reference, Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

HEAD = "#toy"

SYNTAX = Rule("toy-syntax", Severity.ERROR, "A line is not of the form key: title. It was kept unchanged.")
LOSS = Rule("toy-loss", Severity.LOSS, "The toy format has no place for a value.")


def read(source: Source, report: Report) -> Iterator[Item]:
    """A reference for each line; any other line as a `Remainder`. No text makes it raise an exception."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        key, colon, title = line.partition(": ")
        if colon:
            origin = Origin(source.name, number, line)
            yield Reference(key, "document", {"title": Text.from_csl(title)}, origin=origin)
        elif line not in ("", HEAD):
            report.add(SYNTAX, "not of the form key: title", source.place(number))
            yield Remainder("toy", line, source.place(number))


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """A line for each reference, in the order given. Everything but key and title is a loss."""
    yield f"{HEAD}\n"
    for reference in references:
        title = reference.text("title").to_csl()
        lost = [name for name in reference.variables if name != "title"]
        lost += [] if reference.type == "document" else ["type"]
        lost += [f"{format}:{tag}" for format, tag in reference.extras]
        for name in lost:
            report.add(LOSS, f"toy: {name} has no place", reference.origin.place, reference.id)
        yield f"{reference.id}: {title}\n"


def sniff(text: str) -> float:
    """How likely it is, from 0 to 1, that a text beginning like this is in the format."""
    return 0.9 if text.startswith(f"{HEAD}\n") else 0


FORMAT = Format("toy", "Toy lines", (".toy",), read, write, sniff)

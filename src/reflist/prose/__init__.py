"""Free text: a page to a paper, a reference list to references, running text to citations."""

from collections.abc import Iterator

from reflist.model import Paper, Reference
from reflist.prose import reading
from reflist.prose.reference import read_string
from reflist.report import Report
from reflist.source import Source

__all__ = ["read", "read_lines", "read_list", "read_page"]


def read(source: Source, report: Report) -> Iterator[Paper | Reference]:
    """Read free text, whatever it is: one paper for a page, else the references of a list."""
    return reading.read(source, report, read_string)


def read_page(source: Source, report: Report) -> Iterator[Paper | Reference]:
    """Read a pasted page as one paper."""
    return reading.read_page(source, report, read_string)


def read_list(source: Source, report: Report) -> Iterator[Reference]:
    """Read a reference list."""
    return reading.read_list(source, report, read_string)


def read_lines(source: Source, report: Report) -> Iterator[Reference]:
    """Read every line that is not blank as exactly one reference."""
    return reading.read_lines(source, report, read_string)

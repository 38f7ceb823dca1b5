"""The package that joins the others: formats by name, files in and out, and the public functions."""

from reflist.library.api import convert, match, parse, read
from reflist.library.files import OutputError
from reflist.library.library import Library
from reflist.library.registry import FormatError
from reflist.library.writing import render, write

__all__ = [
    "FormatError",
    "Library",
    "OutputError",
    "convert",
    "match",
    "parse",
    "read",
    "render",
    "write",
]

"""A program that reads standard input with one library and prints the number of records and of seconds.

usage: readers.py NAME. The seconds are processor time for reading alone, without loading the library. Each library is
used as it is: bibtexparser 2, for example, leaves names and LaTeX as strings, and rispy every value.
"""

import io
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

NOTHING = {"bibtex": b"@misc{a}", "ris": b"TY  - GEN\nER  - \n"}
"""A record of each format, read beforehand so that our modules are loaded."""


def reflist(library: Any, format: str) -> Callable[[bytes], int]:
    """Our own reader of a format."""
    library.read(io.BytesIO(NOTHING[format]), format=format)
    return lambda data: len(library.read(io.BytesIO(data), format=format).references)


READERS: dict[str, tuple[str, Callable[[Any], Callable[[bytes], int]]]] = {
    "reflist-bibtex": ("reflist", lambda library: reflist(library, "bibtex")),
    "reflist-ris": ("reflist", lambda library: reflist(library, "ris")),
    "pybtex": (
        "pybtex.database.input.bibtex",
        lambda library: lambda data: len(library.Parser().parse_string(data.decode()).entries),
    ),
    "bibtexparser": ("bibtexparser", lambda library: lambda data: len(library.parse_string(data.decode()).entries)),
    "rispy": ("rispy", lambda library: lambda data: len(library.loads(data.decode()))),
}
"""For each name, the module to load, and the function that reads with it and counts."""

if __name__ == "__main__":
    data = sys.stdin.buffer.read()
    module, reader = READERS[sys.argv[1]]
    read = reader(import_module(module))
    start = time.process_time()
    count = read(data)
    print(count, time.process_time() - start)

"""A program: reads standard input with one library, and prints how many records it found in how many seconds.

usage: readers.py NAME. The seconds are the processor's, of reading alone: loading the library does not count. Each
reads as it comes: bibtexparser 2, for one, leaves names and LaTeX as the strings they are, and rispy every value.
"""

import io
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

NOTHING = {"bibtex": b"@misc{a}", "ris": b"TY  - GEN\nER  - \n"}
"""A record of each format, read beforehand: our modules are loaded on first use."""


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
"""By name, the module to load, and the function that reads with it and counts."""

if __name__ == "__main__":
    data = sys.stdin.buffer.read()
    module, reader = READERS[sys.argv[1]]
    read = reader(import_module(module))
    start = time.process_time()
    count = read(data)
    print(count, time.process_time() - start)

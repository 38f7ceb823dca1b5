"""How soon the command line responds."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import BARE, PROGRAM, Row, command, medians


def rows() -> Iterator[Row]:
    """`reflist --help`, and a tiny conversion, relative to a Python that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        entry = Path(folder, "entry.bib")
        entry.write_text("@misc{key, title = {Title}}\n", encoding="utf-8")
        runs = [BARE, command(PROGRAM, "--help"), command(PROGRAM, "convert", str(entry), "-t", "ris")]
        bare, helped, converted = medians(runs, times=21)
    against = f"python -c pass: {bare * 1000:.0f} ms"
    yield Row("reflist --help", f"{helped * 1000:.0f} ms", against, helped / bare, "under 4", helped / bare < 4)
    yield Row("reflist convert, one entry", f"{converted * 1000:.0f} ms", against, converted / bare)

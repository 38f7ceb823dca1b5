"""How long `make bib` takes, without setting up its environment."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import BARE, PROGRAM, Row, command, medians

TIMES = 5
UNFORMATTED = str(Path(__file__).with_name("unformatted.py"))


def rows() -> Iterator[Row]:
    """`reflist bib seeds`, complete and without formatting, relative to a Python that does nothing."""
    with tempfile.TemporaryDirectory() as whole_out, tempfile.TemporaryDirectory() as out:
        runs = [
            BARE,
            command(PROGRAM, "bib", "seeds", "-o", whole_out),
            command(sys.executable, UNFORMATTED, "bib", "seeds", "-o", out),
        ]
        bare, whole, unformatted = medians(runs, TIMES)
    against = f"python -c pass: {bare:.3f} s"
    yield Row("reflist bib seeds", f"{whole:.2f} s", against, whole / bare, "under 3 s", whole < 3)
    yield Row(
        "the same without formatting", f"{unformatted:.2f} s", against, unformatted / bare, "under 1 s", unformatted < 1
    )

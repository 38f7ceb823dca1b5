"""How long `make bib` takes, without the environment it sets up."""

import tempfile
from collections.abc import Iterator

from measure import BARE, PROGRAM, Row, command, medians


def rows() -> Iterator[Row]:
    """`reflist bib seeds` against a Python that does nothing."""
    with tempfile.TemporaryDirectory() as out:
        bare, whole = medians([BARE, command(PROGRAM, "bib", "seeds", "-o", out)], times=5)
    yield Row("reflist bib seeds", f"{whole:.2f} s", f"python -c pass: {bare:.3f} s", whole / bare, "under 3 s")

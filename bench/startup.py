"""How soon the command line answers."""

from collections.abc import Iterator

from measure import BARE, PROGRAM, Row, command, medians


def rows() -> Iterator[Row]:
    """`reflist --help` against a Python that does nothing."""
    bare, own = medians([BARE, command(PROGRAM, "--help")], times=21)
    yield Row("reflist --help", f"{own * 1000:.0f} ms", f"python -c pass: {bare * 1000:.0f} ms", own / bare, "under 4")

"""The word lists beside this file (places, publishers, newspapers and others), for a librarian to check and extend."""

from functools import cache
from pathlib import Path

KEPT = 2_000
"""How many printed words or names are cached with the lists' answers: references repeat theirs."""


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``words/<name>.txt``, unchanged.

    A line that begins with ``#`` is a comment; entries are separated by semicolons or line ends.
    """
    text = Path(__file__).with_name("words").joinpath(f"{name}.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(entry.strip() for line in lines for entry in line.split(";") if entry.strip())


@cache
def folded(name: str) -> frozenset[str]:
    """The entries of a list, case folded."""
    return frozenset(entry.casefold() for entry in words(name))

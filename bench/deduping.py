"""`make bench` for de-duplication: speed beside bib-dedupe's and Splink's, growth, and how many pairs are compared."""

import os
import sys
from collections.abc import Iterator
from subprocess import CalledProcessError, run
from typing import NamedTuple

from measure import ROOT, Row
from peers import FOLDER

PEERS = {"bib-dedupe": 25, "splink": 5}
"""The other programs, and how many times as fast we mean to be."""

SMALL, LARGE = 10_000, 200_000
"""Between which numbers of records growth is measured."""

QUICK = 2_000, 20_000
"""The same for development."""

GROWTH, MOST = 1.3, 1_000_000_000
"""By what time and memory a record may grow; the most bytes at the large size."""

CANDIDATES = 3
"""How many pairs are compared at most for each record, at any size, and if all of them have one title."""


class Taken(NamedTuple):
    """What de-duplicating took: works found, seconds of the processor, and the largest size, the records included."""

    works: int
    seconds: float
    size: int


def rows(quick: bool = False) -> Iterator[Row]:
    """A row beside each other program that `make peers` has fetched; three on growth."""
    few, many = QUICK if quick else (SMALL, LARGE)
    small = taken("reflist", few)
    ours = f"{few / small.seconds:.0f} records/s"
    for name, faster in PEERS.items():
        what, goal = f"dedupe {few} records", f"at least {faster}"
        try:
            other = taken(name, few)
        except CalledProcessError:
            yield Row(what, ours, f"{name} is not in build/peers (make peers)", None, goal)
        else:
            ratio = other.seconds / small.seconds
            against = f"{name}: {few / other.seconds:.0f} records/s, {other.works} works against {small.works}"
            yield Row(what, ours, against, ratio, goal, ratio >= faster)
    large, what, goal = taken("reflist", many), f"dedupe {many} records", f"at most {GROWTH}"
    time = (large.seconds / many) / (small.seconds / few)
    yield Row(f"{what}, time", f"{many / large.seconds:.0f} records/s", f"{ours} of {few}", time, goal, time <= GROWTH)
    memory = (large.size / many) / (small.size / few)
    used, before = (f"{took.size / count:.0f} bytes a record" for took, count in ((large, many), (small, few)))
    yield Row(f"{what}, memory", used, f"{before} of {few}", memory, goal, memory <= GROWTH)
    share = large.size / MOST
    peak = f"{large.size / 1e6:.0f} MB with the records"
    yield from _compared(few, many)
    yield Row(f"{what}, size", peak, f"{small.size / 1e6:.0f} MB of {few}", share, "at most 1", share <= 1)


def _compared(few: int, many: int) -> Iterator[Row]:
    """How many pairs are compared for each record: a row a size, and one for records of one title."""
    for kind, count, said in (("candidates", few, ""), ("candidates", many, ""), ("crowd", few, " of one title")):
        pairs = taken(kind, count).works
        share = pairs / count
        row = f"pairs compared, {count} records{said}", f"{pairs} pairs", "", share, f"at most {CANDIDATES}"
        yield Row(*row, share <= CANDIDATES)


def taken(program: str, count: int) -> Taken:
    """Run a program on so many records. Raises `CalledProcessError` where it is not there."""
    peers = {} if program == "reflist" else {"PYTHONPATH": str(FOLDER / "python")}
    done = run(
        [sys.executable, ROOT / "bench" / "deduper.py", program, str(count)],
        check=True,
        capture_output=True,
        env={**os.environ, **peers},
    )
    works, seconds, size = done.stdout.split()
    return Taken(int(works), float(seconds), int(size))

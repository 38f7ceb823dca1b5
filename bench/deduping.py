"""`make bench` for deduplication: speed compared with bib-dedupe and Splink, growth, and number of pairs compared."""

import os
import sys
from collections.abc import Iterator
from subprocess import CalledProcessError, run
from typing import NamedTuple

from measure import ROOT, Row
from peers import FOLDER

PEERS = {"bib-dedupe": 25, "splink": 5}
"""The other programs, and how many times as fast as them we want to be."""

SMALL, LARGE = 10_000, 200_000
"""The numbers of records between which growth is measured."""

QUICK = 2_000, 20_000
"""The same for quick runs during development."""

GROWTH, MOST = 1.3, 1_000_000_000
"""How much time and memory per record may grow; the most memory, in bytes, at the large size."""

CANDIDATES = 3
"""The most pairs compared per record, at any size, and also if all records have the same title."""


class Taken(NamedTuple):
    """The result of a deduplication: works found, seconds of processor time, and peak memory including the records."""

    works: int
    seconds: float
    size: int


def rows(quick: bool = False) -> Iterator[Row]:
    """A row per other program that `make peers` has fetched, and rows on growth."""
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
    """How many pairs are compared per record: a row per size, and one for records with the same title."""
    for kind, count, titles in (("candidates", few, ""), ("candidates", many, ""), ("crowd", few, " of one title")):
        pairs = taken(kind, count).works
        share = pairs / count
        row = f"pairs compared, {count} records{titles}", f"{pairs} pairs", "", share, f"at most {CANDIDATES}"
        yield Row(*row, share <= CANDIDATES)


def taken(program: str, count: int) -> Taken:
    """Run a program on ``count`` records. Raises `CalledProcessError` if it is not installed."""
    peers = {} if program == "reflist" else {"PYTHONPATH": str(FOLDER / "python")}
    done = run(
        [sys.executable, ROOT / "bench" / "deduper.py", program, str(count)],
        check=True,
        capture_output=True,
        env={**os.environ, **peers},
    )
    works, seconds, size = done.stdout.split()
    return Taken(int(works), float(seconds), int(size))

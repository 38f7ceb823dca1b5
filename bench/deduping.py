"""`make bench` for de-duplication: our speed beside bib-dedupe's, and how time and memory grow with the records."""

import os
import sys
from collections.abc import Iterator
from subprocess import CalledProcessError, run
from typing import NamedTuple

from measure import ROOT, Row
from peers import FOLDER

COUNT = 2_000
"""How many records both programs get: bib-dedupe takes its time."""

SMALL, LARGE = 10_000, 200_000
"""Between which numbers of records growth is measured."""

FASTER, GROWTH, MOST = 25, 1.3, 1_000_000_000
"""How many times as fast as bib-dedupe; by what time a record may grow; the most bytes at the large size."""


class Taken(NamedTuple):
    """What de-duplicating took: works found, seconds of the processor, growth of the program, its largest size."""

    works: int
    seconds: float
    growth: int
    size: int


def rows() -> Iterator[Row]:
    """A row beside bib-dedupe, if `make peers` has fetched it; two on growth."""
    own = taken("reflist", COUNT)
    ours, goal = f"{COUNT / own.seconds:.0f} records/s", f"at least {FASTER}"
    try:
        other = taken("bib-dedupe", COUNT)
    except CalledProcessError:
        yield Row(f"dedupe {COUNT} records", ours, "bib-dedupe is not in build/peers (make peers)", None, goal)
    else:
        ratio = other.seconds / own.seconds
        against = f"bib-dedupe: {COUNT / other.seconds:.0f} records/s"
        yield Row(f"dedupe {COUNT} records", ours, against, ratio, goal, ratio >= FASTER)
    small, large = taken("reflist", SMALL), taken("reflist", LARGE)
    growth = (large.seconds / LARGE) / (small.seconds / SMALL)
    what = f"dedupe {LARGE} records"
    against = f"{SMALL / small.seconds:.0f} records/s of {SMALL}"
    yield Row(
        f"{what}, time",
        f"{LARGE / large.seconds:.0f} records/s",
        against,
        growth,
        f"at most {GROWTH}",
        growth <= GROWTH,
    )
    peak, share = f"{large.size / 1e6:.0f} MB at most", large.size / MOST
    yield Row(f"{what}, memory", peak, f"{small.size / 1e6:.0f} MB of {SMALL}", share, "at most 1", share <= 1)


def taken(program: str, count: int) -> Taken:
    """Run a program on so many records. Raises `CalledProcessError` where it is not there."""
    peers = {} if program == "reflist" else {"PYTHONPATH": str(FOLDER / "python")}
    done = run(
        [sys.executable, ROOT / "bench" / "deduper.py", program, str(count)],
        check=True,
        capture_output=True,
        env={**os.environ, **peers},
    )
    works, seconds, growth, size = done.stdout.split()
    return Taken(int(works), float(seconds), int(growth), int(size))

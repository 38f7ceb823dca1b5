"""How a benchmark measures: medians of repeated runs, a row of the table it prints."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = str(Path(sys.executable).with_name("reflist"))


class Row(NamedTuple):
    """A line of the table: what was measured, the yardstick of that run, their ratio, the goal if there is one."""

    what: str
    measured: str
    against: str
    ratio: float
    goal: str = ""


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes, by the clock on the wall."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def command(*arguments: str) -> Callable[[], object]:
    """A program with arguments, run in the repository with its output thrown away; raises where it fails."""

    def run() -> object:
        return subprocess.run(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    return run


def medians(runs: Sequence[Callable[[], object]], times: int) -> list[float]:
    """The median seconds of each, run in turn so that a busy moment of the machine meets them all."""
    return [median(column) for column in zip(*([seconds(run) for run in runs] for _ in range(times)), strict=True)]


BARE = command(sys.executable, "-c", "pass")
"""The yardstick of every command: a Python that does nothing."""

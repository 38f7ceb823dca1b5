"""How a benchmark measures: medians of repeated runs, and rows of the table."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

_Made = TypeVar("_Made")

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = str(Path(sys.executable).with_name("reflist"))


class Row(NamedTuple):
    """A line of the table: what was measured, that run's yardstick, their ratio, the goal and whether it is met."""

    what: str
    measured: str
    against: str
    ratio: float | None
    goal: str = ""
    holds: bool | None = None


class Spent(NamedTuple):
    """What a program took: seconds of processor time (its own and the system's), and its peak memory in bytes."""

    cpu: float
    peak: int


class FailedError(Exception):
    """A program failed to do its work."""


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes, in wall-clock time."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def command(*arguments: str) -> Callable[[], object]:
    """A program with arguments, run in the repository with its output discarded; raises if it fails."""

    def run() -> object:
        return subprocess.run(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    return run


def medians(runs: Sequence[Callable[[], object]], times: int) -> list[float]:
    """The median seconds of each, run in turn so that a busy moment of the machine affects them all."""
    return [median(column) for column in zip(*([seconds(run) for run in runs] for _ in range(times)), strict=True)]


BARE = command(sys.executable, "-c", "pass")
"""The yardstick of every command: a Python that does nothing."""


def spent(pipeline: Sequence[Sequence[str]], given: Path, environment: Mapping[str, str] | None = None) -> Spent:
    """What a pipeline of programs takes; the first reads the file ``given``, and the output of the last is discarded.

    This is the processor time of all of them and of what they start, and the peak memory of the largest. Raises
    `FailedError` if one exits with an error, or if the last one prints nothing.
    """
    with given.open("rb") as source:
        running, read_from = list[subprocess.Popen[bytes]](), source
        for arguments in pipeline:
            started = subprocess.Popen(
                arguments,
                stdin=read_from,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env={**os.environ, **(environment or {})},
            )
            if read_from is not source:
                read_from.close()
            assert started.stdout is not None
            running.append(started)
            read_from = started.stdout  # type: ignore[assignment]  # a pipe reads like a file
    written = _drained(running[-1])
    ended = [os.wait4(program.pid, 0) for program in running]
    for program, (_, status, _) in zip(running, ended, strict=True):
        program.returncode = os.waitstatus_to_exitcode(status)
    if wrong := [program.returncode for program in running if program.returncode]:
        raise FailedError(f"fails (status {wrong[0]})")
    if not written:
        raise FailedError("gives nothing")
    used = [usage for _, _, usage in ended]
    return Spent(sum(usage.ru_utime + usage.ru_stime for usage in used), max(usage.ru_maxrss for usage in used) * 1024)


def in_own_process(function: Callable[..., _Made], *arguments: object) -> _Made:
    """Call a function in a process of its own, so that this one stays small.

    The system never reports a program's peak memory as smaller than the process that started it.
    """
    with get_context("fork").Pool(1) as pool:
        return pool.apply(function, arguments)


def _drained(program: "subprocess.Popen[bytes]") -> int:
    """The number of bytes that a program prints until it closes its output."""
    assert program.stdout is not None
    count = 0
    with program.stdout as output:
        while piece := output.read(1 << 20):
            count += len(piece.strip())
    return count


LONG = 10.0
"""Seconds after which a run is not repeated: a busy moment of the machine hardly affects what takes that long."""


def in_turn(runs: Mapping[str, Callable[[], Spent]], times: int = 5) -> dict[str, Spent | str]:
    """For each run the medians of what it took, or why it failed.

    They are run in turn, so that a busy moment of the machine affects them all; one that takes long is run once.
    """
    taken: dict[str, list[Spent]] = {name: [] for name in runs}
    failed: dict[str, str] = {}
    for _ in range(times):
        for name, run in runs.items():
            if name in failed or (taken[name] and taken[name][0].cpu > LONG):
                continue
            try:
                taken[name].append(run())
            except FailedError as error:
                failed[name] = str(error)
    return {
        name: failed.get(name) or Spent(median(s.cpu for s in found), int(median(s.peak for s in found)))
        for name, found in taken.items()
    }

"""Reading mutants: no file may make a reader fail or take long."""

import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from fuzz.mutants import mutants
from reflist.formats import Format, built_in
from reflist.library.reading import read_source
from reflist.model import Paper, Reference, Remainder
from reflist.report import Report
from reflist.source import Source

SLOW = 1.0
"""The most seconds of processor time for one mutant."""


class Failure(NamedTuple):
    """A mutant that a reader did not handle correctly."""

    format: str
    seed: str
    what: str
    data: bytes


def fault(format: Format, data: bytes, slow: float) -> str:
    """What a reader does wrong with a file; empty if nothing."""
    report = Report()
    begin = time.process_time()
    try:
        items = list(read_source(Source("mutant", data), report, format))
        list(read_source(Source("mutant", data), Report(), free_text=False))  # recognised by content
    except Exception:  # noqa: BLE001  # any exception is a finding
        return traceback.format_exc(limit=-4)
    taken = time.process_time() - begin
    if taken > slow:
        return f"took {taken:.1f} s\n"
    if not all(isinstance(item, Reference | Paper | Remainder) for item in items):
        return "gives something that is no item\n"
    if not all(finding.place.source == "mutant" for finding in report):
        return "reports something without its place\n"
    return "" if items or len(report) else "neither an item nor a word about it\n"


def failures(name: str, samples: Sequence[bytes], seed: str, count: int, slow: float = SLOW) -> list[Failure]:
    """The mutants that the reader of a format does not handle correctly."""
    format = built_in(name)
    found = []
    for own, data in mutants(samples, f"{name}-{seed}", count):
        if what := fault(format, data, slow):
            found.append(Failure(name, own, what, data))
    return found


def keep(failure: Failure, folder: Path) -> Path:
    """Write a mutant to a file named after its seed, with another file that describes the error."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / failure.seed
    path.write_bytes(failure.data)
    path.with_name(f"{path.name}.txt").write_text(failure.what, encoding="utf-8")
    return path

"""How long `make bib` takes, without the environment it sets up."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from measure import BARE, PROGRAM, ROOT, Row, command, medians

TIMES = 5


def rows() -> Iterator[Row]:
    """`reflist bib seeds`, whole and with its formatting left out, against a Python that does nothing."""
    with tempfile.TemporaryDirectory() as out:
        job = ("bib", "seeds", "-o", out)
        bare, whole = medians([BARE, command(PROGRAM, *job)], TIMES)
        unformatted = whole - median(formatting(*job) for _ in range(TIMES))
    against = f"python -c pass: {bare:.3f} s"
    yield Row("reflist bib seeds", f"{whole:.2f} s", against, whole / bare, "under 3 s", whole < 3)
    yield Row(
        "the same without formatting", f"{unformatted:.2f} s", against, unformatted / bare, "under 1 s", unformatted < 1
    )


def formatting(*job: str) -> float:
    """How many seconds of a command are spent in formatting, loading the formatter included."""
    program = Path(__file__).with_name("formatting.py")
    done = subprocess.run([sys.executable, program, *job], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return float(done.stderr.splitlines()[-1])

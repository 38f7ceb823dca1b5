"""`make fuzz`: many mutants for each reader, on all processors; those that fail are kept in build/fuzz."""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from fuzz.running import Failure, failures, keep  # noqa: E402  # found only by the line above
from fuzz.samples import with_real_ones  # noqa: E402

PART = 500
"""How many mutants are read at a time; few enough that no processor waits long for another."""


def main() -> int:
    """Read the mutants; return 1 if any of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", help="the formats to read; all where none is named")
    parser.add_argument("--count", type=int, default=20_000, help="how many mutants for each format")
    parser.add_argument("--seed", default="1", help="others for another seed; the same for the same")
    parser.add_argument("--seconds", type=float, default=540, help="stop after this long")
    options = parser.parse_args()
    data = Path(os.environ.get("REFLIST_DATA") or ROOT.parent / "shared" / "data")
    samples = with_real_ones(data if data.is_dir() else None)
    names = options.formats or list(samples)
    parts = [(name, f"{options.seed}-{part}") for part in range(-(-options.count // PART)) for name in names]
    found: list[Failure] = []
    done = 0
    end = time.monotonic() + options.seconds
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        runs = [pool.submit(failures, name, samples[name], seed, PART) for name, seed in parts]
        for run in runs:
            if time.monotonic() > end:
                run.cancel()
            if not run.cancelled():
                done += PART
                found += run.result()
    for failure in found:
        print(f"{keep(failure, ROOT / 'build' / 'fuzz')}: {failure.what.rstrip().splitlines()[-1]}")
    files = sum(len(samples[name]) for name in names)
    print(f"{done} mutants of {files} files in {len(names)} formats, {len(found)} of them not read as they should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

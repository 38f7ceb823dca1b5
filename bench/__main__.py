"""`make bench`: the benchmarks as one table of ratios taken in this run.

usage: python bench [--quick] [NAME...]: those named (converting, deduping, formatting, main_job, parsing,
pasted, reliability, startup, weights), else all.
With ``--quick``, for development, `converting`, `deduping`, `formatting` and `parsing` take small files only and run
everything once, `pasted` one style in ten.
"""

import argparse
from functools import partial

import converting
import deduping
import formatting
import main_job
import parsing
import pasted
import reliability
import startup
import weights
from measure import Row

BENCHMARKS = {
    "converting": converting.rows,
    "deduping": deduping.rows,
    "formatting": formatting.rows,
    "main_job": main_job.rows,
    "parsing": parsing.rows,
    "pasted": pasted.rows,
    "reliability": reliability.rows,
    "startup": startup.rows,
    "weights": weights.rows,
}


def lines(rows: list[Row]) -> list[str]:
    """The table, its columns lined up."""
    cells = [
        tuple(field.capitalize() for field in Row._fields),
        *((*row[:3], _number(row.ratio), row.goal, {None: "", True: "yes", False: "NO"}[row.holds]) for row in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def _number(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench", description="Speed, as ratios measured in one run.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(BENCHMARKS))
    parser.add_argument("--quick", action="store_true", help="small files only, each run once: for development")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"unknown benchmark {min(unknown)}; there are {', '.join(BENCHMARKS)}")
    chosen = BENCHMARKS | {
        "converting": partial(converting.rows, quick=options.quick),
        "deduping": partial(deduping.rows, quick=options.quick),
        "formatting": partial(formatting.rows, quick=options.quick),
        "parsing": partial(parsing.rows, quick=options.quick),
        "pasted": partial(pasted.rows, quick=options.quick),
    }
    print(
        "\n".join(lines([row for name, rows in chosen.items() if name in (options.names or chosen) for row in rows()]))
    )

"""`make bench`: every benchmark once, as one table of ratios taken in this run."""

import main_job
import parsing
import startup
from measure import Row

BENCHMARKS = [main_job, parsing, startup]


def lines(rows: list[Row]) -> list[str]:
    """The table, its columns lined up."""
    cells = [
        tuple(field.capitalize() for field in Row._fields),
        *((*row[:3], f"{row.ratio:.2f}", row.goal) for row in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


if __name__ == "__main__":
    print("\n".join(lines([row for benchmark in BENCHMARKS for row in benchmark.rows()])))

"""How many reference strings are read per second."""

import sys
from collections.abc import Iterator
from io import StringIO
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from pybtex.database import parse_string

import reflist
from inputs import DATA, MB
from measure import PROGRAM, ROOT, Row, command, in_own_process, medians, spent

TIMES = 10
"""How often the lists of the seeds are repeated, so that start-up does not count."""


LINES, LONG, MANY = 4_000, 16_000, 100_000
"""How many lines in other styles are read to measure speed, to share among processes, and to measure memory."""

FAST, SMALL, SHARED = 1_000, 200 * MB, 1.8
"""The goals: strings per second of one core, bytes of memory, speed-up by a second process."""

STRINGS = DATA.parent / "parsing"

MIXED = 3
"""One in this many of the strings labelled by people is used, so that all sets are represented."""


def rows(*, quick: bool = False) -> Iterator[Row]:
    """Lists of the seeds, then strings in many styles: speed, memory, and speed-up by a second process."""
    yield _of_the_seeds()
    with TemporaryDirectory() as folder:
        yield from _of_many_styles(Path(folder), quick)


def _of_many_styles(folder: Path, quick: bool) -> Iterator[Row]:
    lines = strings(LINES)
    few, many = folder / "few.txt", folder / "many.txt"
    few.write_text("\n".join(lines), "utf-8")
    many.write_text("\n".join(lines * (MANY // len(lines))), "utf-8")
    parse = (PROGRAM, "parse", "--lines", "-q", "-t", "csljsonl")
    speed = len(lines) / spent([parse], few).cpu
    what = f"parse --lines, {len(lines):,} strings of many styles"
    yield Row(what, f"{speed:,.0f} strings a second of the processor", "", None, f"{FAST:,}", speed >= FAST)
    long = folder / "long.txt"
    long.write_text("\n".join(lines * (LONG // len(lines))), "utf-8")
    for path, count in ((few, LINES),) if quick else ((few, LINES), (long, LONG)):
        runs = [command(*parse, str(path)), command(*parse, "--jobs", "2", str(path))]
        alone, shared = medians(runs, times=1 if quick else 3)
        ratio = alone / shared
        # Starting takes as long with two processes, so only a long list shows what they are worth.
        goal, holds = (f"{SHARED}", ratio >= SHARED) if count == LONG else ("", None)
        yield Row(
            f"the same with --jobs 2, {count:,} strings",
            f"{shared:.1f} s",
            f"--jobs 1: {alone:.1f} s",
            ratio,
            goal,
            holds,
        )
    if not quick:
        peak = in_own_process(spent, [parse], many).peak
        yield Row(
            f"parse --lines, {MANY:,} strings", f"{peak / MB:.0f} MB", "", None, f"{SMALL // MB} MB", peak <= SMALL
        )


def strings(count: int) -> list[str]:
    """Reference strings, one per line: labelled ones if available, else those of the seeds."""
    if STRINGS.is_dir():
        sys.path.append(str(ROOT / "train"))
        from sources import samples  # noqa: PLC0415  # from the folder added by the line before

        texts = (" ".join(sample.text.split()) for sample in islice(samples(STRINGS), 0, None, MIXED))
    else:
        pages = (reflist.read(page, format="page") for page in sorted((ROOT / "seeds").glob("*.txt")))
        texts = (reference.origin.raw for page in pages for reference in page.references)
    return list(islice(cycle(filter(None, texts)), count))


def _of_the_seeds() -> Row:
    """`reflist.parse` of the lists of the seeds, relative to pybtex reading the same references from BibTeX."""
    pages = [reflist.read(page, format="page") for page in sorted((ROOT / "seeds").glob("*.txt"))]
    references = [reference for page in pages for reference in page.references]
    text = "\n".join(reference.origin.raw for reference in references)
    bibtex = StringIO()
    reflist.write([reference.replace(id=f"r{n}") for n, reference in enumerate(references)], bibtex, "bibtex")

    def read() -> None:
        for _ in range(TIMES):
            reflist.parse(text, lines=True)

    def read_bibtex() -> None:
        for _ in range(TIMES):
            parse_string(bibtex.getvalue(), "bibtex")

    own, other = medians([read, read_bibtex], times=3)
    count = TIMES * len(references)
    speeds = f"{count / own:,.0f} strings/s", f"pybtex, as BibTeX: {count / other:,.0f} entries/s"
    return Row("parse, the lists of the seeds", *speeds, own / other)

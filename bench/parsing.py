"""How many reference strings are read in a second."""

from collections.abc import Iterator
from io import StringIO

from pybtex.database import parse_string

import reflist
from measure import ROOT, Row, medians

TIMES = 10
"""How often the seeds' lists are repeated: enough that starting up does not count."""


def rows() -> Iterator[Row]:
    """`reflist.parse` of the seeds' lists, against pybtex reading the same references from BibTeX."""
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
    yield Row("parse, the lists of the seeds", *speeds, own / other)

"""Editions in BibTeX and BibLaTeX: numbers if they are numbers, else what other formats have."""

import pytest

from reflist.formats import biblatex, bibtex
from reflist.formats.base import Format
from reflist.model import Reference
from reflist.report import Report
from reflist.source import Source

FORMATS = pytest.mark.parametrize("format", [bibtex.FORMAT, biblatex.FORMAT], ids=["bibtex", "biblatex"])


def edition(text: str, format: Format) -> str:
    assert format.read
    (reference,) = format.read(Source.from_text(text), Report())
    assert isinstance(reference, Reference)
    return reference.plain("edition")


@FORMATS
@pytest.mark.parametrize(
    ("printed", "read"),
    [
        *(("3", "3"), ("3rd", "3"), ("3rd ed", "3"), ("3rd ed.", "3"), ("3rd edition", "3"), ("3 edn", "3")),
        *(("Second", "2"), ("second edition", "2"), ("Twelfth ed.", "12"), ("2. Aufl.", "2"), ("3e édition", "3")),
        *(("{3rd ed.}", "3rd ed."), ("Revised ed.", "Revised ed."), ("2., erw. Aufl.", "2., erw. Aufl.")),
        *(("2nd, revised", "2nd, revised"), ("1995", "1995"), ("3a", "3a"), ("International edition",) * 2),
    ],
)
def test_reading(printed: str, read: str, format: Format) -> None:
    assert edition(f"@book{{k, edition = {{{printed}}}}}", format) == read


@FORMATS
@pytest.mark.parametrize("value", ["3", "3rd", "3rd ed.", "Second", "2. Aufl.", "{x}", "{", "Revised", "3rd {ed}"])
def test_any_comes_back(value: str, format: Format) -> None:
    assert format.write
    report = Report()
    text = "".join(map(str, format.write([Reference("k", "book", {"edition": value})], report)))
    assert edition(text, format) == value
    assert not list(report)

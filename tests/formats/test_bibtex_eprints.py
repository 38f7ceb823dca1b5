"""Preprints on arXiv in BibTeX and BibLaTeX."""

import pytest

from reflist.formats import biblatex, bibtex
from reflist.formats.base import Format
from reflist.model import Reference
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text

FORMATS = pytest.mark.parametrize("format", [bibtex.FORMAT, biblatex.FORMAT], ids=["bibtex", "biblatex"])


def read(text: str, format: Format) -> Reference:
    assert format.read
    (reference,) = format.read(Source.from_text(text), Report())
    assert isinstance(reference, Reference)
    return reference


def written(reference: Reference, format: Format) -> tuple[str, Report]:
    assert format.write
    report = Report()
    return "".join(map(str, format.write([reference], report))), report


@FORMATS
@pytest.mark.parametrize("kind", ["archivePrefix = {arXiv}", "eprinttype = {arxiv}"])
@pytest.mark.parametrize("type", ["misc", "online", "unpublished", "article"])
@pytest.mark.parametrize("number", ["2101.00001v2", "hep-th/9901001", "math.GT/0309136"])
def test_a_preprint_has_a_number_and_a_publisher(number: str, type: str, kind: str, format: Format) -> None:
    reference = read(f"@{type}{{k, title = {{T}}, eprint = {{{number}}}, {kind}}}", format)
    assert reference.type == "article"
    assert (reference.plain("number"), reference.plain("publisher")) == (f"arXiv:{number}", "arXiv")
    assert not reference.extras
    text, report = written(reference, format)
    assert f"eprint = {{{number}}}" in text
    assert read(text, format) == reference
    assert not list(report)


@FORMATS
@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2101.00001}",
        "eprint = {2101.00001}, archiveprefix = {HAL}",
        "eprint = {2101.00001}, archiveprefix = {arXiv}, journal = {J}",
        "eprint = {2101.00001}, archiveprefix = {arXiv}, publisher = {P}",
        "eprint = {2101.00001}, archiveprefix = {arXiv}, number = {7}",
        "eprint = {no number}, archiveprefix = {arXiv}",
    ],
)
def test_other_numbers_are_kept_as_they_are(fields: str, format: Format) -> None:
    reference = read(f"@article{{k, title = {{T}}, {fields}}}", format)
    assert reference.type == "article-journal"
    assert ("eprint",) in [(tag,) for _, tag in reference.extras]
    assert read(written(reference, format)[0], format) == reference


@FORMATS
@pytest.mark.parametrize(
    "variables",
    [
        {"number": "arXiv:2101.00001", "publisher": Text("arXiv")},
        {"number": "arXiv:2101.00001"},
        {"number": "arXiv:x", "publisher": Text("arXiv")},
        {"number": "2101.00001", "publisher": Text("arXiv")},
        {"number": "arXiv:2101.00001", "publisher": Text("arXiv"), "PMID": "123"},
        {"number": "arXiv:2101.00001", "publisher": Text("arXiv"), "container-title": Text("J")},
    ],
)
@pytest.mark.parametrize("type", ["article", "document"])
def test_what_other_formats_have_comes_back(type: str, variables: dict[str, Text | str], format: Format) -> None:
    reference = Reference("k", type, {"title": Text("T"), **variables})
    assert read(written(reference, format)[0], format) == reference

"""Fields with file paths and groups of reference managers, which are not in LaTeX."""

import pytest

from reflist.formats import built_in
from reflist.model import Reference
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text


def there_and_back(format: str, path: str) -> tuple[str, Reference, list[str]]:
    """What is written for a reference with a file path, what is read from that, and the findings."""
    reference = Reference("k", "book", {"title": Text("T")}, {(format, "file"): (path, "second--one.pdf")})
    form, report = built_in(format), Report()
    assert form.write
    assert form.read
    text = "".join(form.write([reference], report))
    (back,) = form.read(Source.from_text(text, "x.bib"), Report())
    assert isinstance(back, Reference)
    assert (back == reference) or [reported.code for reported in report]
    return text, back, [reported.code for reported in report]


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@pytest.mark.parametrize("path", [r":C\:/a--b_c.pdf:PDF;x\;y.pdf", r"{:a.pdf:pdf}", "a%b&c~d#.pdf"])
def test_paths_stand_as_they_are(format: str, path: str) -> None:
    text, back, reported = there_and_back(format, path)
    assert f"file = {{{path}}}" in text
    assert back.extras[format, "file"] == (path, "second--one.pdf")
    assert reported == []


@pytest.mark.parametrize("path", ["a { b", "a\\", r"\write18{ls}"])
def test_what_would_break_the_file_does_not_stand(path: str) -> None:
    assert f"{{{path}}}" not in there_and_back("biblatex", path)[0].partition("reflist = ")[0]
    text, _, reported = there_and_back("bibtex", path)
    assert f"{{{path}}}" not in text
    assert reported == ["bibtex-loss"]

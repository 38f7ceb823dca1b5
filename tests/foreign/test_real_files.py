"""Real files of the formats we read: none is rejected, and every entry in them is found.

Runs if the data are there. What counts as an entry is a rule for each kind of file, with which public tools (pybtex,
bibtexparser 2, pandoc, rispy) agree as far as they read the file at all.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reflist.library.reading import UNREAD, read_source, recognised
from reflist.model import Reference, Remainder
from reflist.report import Report
from reflist.source import Source

Counter = Callable[[str], int]
"""The number of entries in a text."""

_COMMENT = re.compile(r"@\s*comment\s*\{", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_ENTRY = re.compile(
    r"^[ \t\ufeff]*@[ \t]*(?!(?:comment|string|preamble|xdata)\b)[A-Za-z]\w*\s*[{(]", re.IGNORECASE | re.MULTILINE
)


def entries(text: str) -> int:
    """Entries of BibTeX at the beginning of a line, outside comments in braces."""
    kept, at = "", 0
    for comment in _COMMENT.finditer(text):
        if comment.start() < at:
            continue
        kept, depth, at_end = kept + text[at : comment.start()], 0, comment.end()
        for brace in _BRACE.finditer(text, comment.end() - 1):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                at_end = brace.end()
                break
        at = at_end
    return len(_ENTRY.findall(kept + text[at:]))


def matches(pattern: str) -> Counter:
    found = re.compile(pattern, re.MULTILINE)
    return lambda text: len(found.findall(text))


class Kind(NamedTuple):
    """A kind of file: the folders with its files, the suffixes of their names, and how its entries are counted."""

    folders: str
    suffixes: tuple[str, ...]
    count: Counter


KINDS = {
    "bibtex": Kind("*", (".bib", ".biblatex", ".bibtex"), entries),
    "bibtex of Zotero's tests": Kind("bib", (".input",), entries),
    "ris": Kind("ris", (".ris", ".input"), matches(r"^[ \t\ufeff]*TY[ \t]+-[ \t]*[A-Z](?!.*\n[ \t]*TY )|^PMID- ")),
    "refer": Kind("refer", (".enw", ".ref", ".input"), matches(r"\A%[^0]|^%0(?!.*\n%0)")),
    "nbib": Kind("nbib", (".nbib", ".input"), matches(r"^PMID *-")),
    "mods": Kind("mods", (".xml", ".input"), matches(r"<(?:\w+:)?mods[\s>]")),
    "endnotexml": Kind("endnotexml", (".xml", ".input"), matches(r"<record>|<record ")),
    "endnotexml of R's tests": Kind("endx", (".endx",), matches(r"<record>|<record ")),
    "csv": Kind("csv", (".csv",), lambda _: 0),
    "tsv": Kind("tsv", (".tsv",), lambda _: 0),
}

FEWER = 0.999
"""The share of the entries that must be found."""


def files(data: Path, kind: Kind) -> list[Path]:
    return [
        path
        for folder in sorted((data / "formats").glob(kind.folders))
        for path in sorted(folder.rglob("*"))
        if path.suffix in kind.suffixes
    ]


def has_entries(path: Path, kind: Kind) -> bool:
    """Whether there is anything to read: some other projects' tests have empty files, or only definitions."""
    return kind.count(Source(path.name, path.read_bytes()).text) > 0


@pytest.mark.untraced
@pytest.mark.parametrize("name", KINDS)
def test_no_file_is_refused_and_every_entry_is_found(name: str, data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not there")
    kind = KINDS[name]
    expected = found = 0
    for path in files(data, kind):
        source, report = Source(path.name, path.read_bytes()), Report()
        items = list(read_source(source, report))
        references = sum(isinstance(item, Reference) for item in items)
        counted = kind.count(source.text)
        expected, found = expected + counted, found + min(references, counted)
        assert references or not counted, path
        assert references or not source.text.strip() or name == "bibtex", path
        if references:
            assert not UNREAD & {finding.code for finding in report}, path
        assert all(item.place.line for item in items if isinstance(item, Remainder)), path
        assert all(item.origin.line for item in items if isinstance(item, Reference)), path
    assert found >= FEWER * expected
    assert files(data, kind)


@pytest.mark.untraced
@pytest.mark.parametrize("name", KINDS)
def test_content_decides_the_format_without_a_suffix(name: str, data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not there")
    for path in files(data, KINDS[name]):
        source = Source(path.name, path.read_bytes())
        if not has_entries(path, KINDS[name]) and name not in ("csv", "tsv"):
            continue
        by_name = recognised(source, Report())
        assert by_name, path
        for other in ("unnamed", "wrong.json" if by_name.name != "csljson" else "wrong.bib"):
            by_content = recognised(Source(other, source.data), Report())
            assert by_content, path
            assert by_content.name.removeprefix("bib") == by_name.name.removeprefix("bib") or {
                by_content.name,
                by_name.name,
            } <= {"bibtex", "biblatex", "csv", "tsv"}, path


READ_BY_US = {
    "bib",
    "bib-import",
    "bib-export",
    "biblatex",
    "bibtex",
    "ris",
    "refer",
    "nbib",
    "mods",
    "endnotexml",
    "endx",
}
READ_BY_US |= {"csv", "tsv", "csljson", "json", "other", "txt", "org", "inspec"}
"""Folders of formats that we read, and of files in no format."""


def test_a_format_that_cannot_be_read_is_named(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not there")
    unnamed = []
    for folder in sorted((data / "formats").iterdir()):
        for path in sorted(folder.rglob("*")) if folder.is_dir() and folder.name not in READ_BY_US else ():
            if not path.is_file() or path.suffix in (".bib", ".json"):
                continue
            report = Report()
            known = recognised(Source("unnamed", path.read_bytes()), report)
            named = known or any("this looks like" in finding.message for finding in report)
            unnamed += [] if named else [path.name]
    assert len(unnamed) <= 4, unnamed

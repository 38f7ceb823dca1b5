r"""Values made to break out of a format, or to be executed: each comes back within its record, and nothing is run.

What a format cannot give back exactly, it reports: a loss or a repair, with the key of the record.
"""

import csv
import io
import re
from collections.abc import Callable

import pytest

import reflist
from reflist.formats import BUILT_IN, built_in
from reflist.model import Date, Name, Reference
from reflist.report import Report, Severity
from reflist.source import Source
from reflist.text import Mark, Span, Text

pytestmark = pytest.mark.untraced  # other tests cover the same lines; traced, these take twice as long

VALUES = {
    "brace opened": "a { b",
    "brace closed": "a } b",
    "braces turned": "a } b { c",
    "field": "a} , note = {b",
    "quoted field": 'a" , note = "b',
    "entry": "a}}\n@book{other, title = {b",
    "comment": "a % b",
    "end of a record": "ER  - ",
    "end of a record below": "a\nER  - \n\nTY  - BOOK\nTI  - b",
    "type": "TY  - JOUR",
    "refer record": "a\n\n%0 Book\n%T b",
    "nbib record": "a\n\nPMID- 2\nTI  - b",
    "yaml": "a\n- id: other\n  title: b",
    "yaml document": "---\na: &b [*b]\n...",
    "json": '"}, {"id": "other", "title": "b',
    "row": 'a",b\nc,"d',
    "row with tabs": "a\tb\nc\td",
    "element": "</title></titles></record><record><titles><title>b",
    "script": "<script>alert(1)</script>",
    "cdata": "a ]]> b <![CDATA[ c",
    "entity": "a &amp; b &lt; & c",
    "line feed": "a\nb",
    "carriage return": "a\rb",
    "line separator": "a\u2028b",
    "next line": "a\x85b",
    "null": "a\0b",
    "control": "a\x1bb\x08c",
    "bidi": "a \u202eb\u202c c",
    "byte order mark": "a\ufeffb",
    "no character": "a\ufffeb",
    "half a character": "a\ud800b",
    "shell": r"\write18{rm -rf /}",
    "shell at once": r"\immediate\write18{rm -rf /}",
    "file": r"\input{/etc/passwd}",
    "piped file": r'\input|"ls"',
    "file opened": r"\openin5=/etc/passwd",
    "made command": r"\csname write18\endcsname",
    "hidden command": r"^^5cwrite18{ls}",
    "category": r"\catcode`\@=11",
    "lua": r"\directlua{os.execute('ls')}",
    "mathematics": r"$\write18{ls}$",
    "loop": r"\loop\iftrue\repeat",
    "formula": '=HYPERLINK("http://example.org","a")',
    "formula with plus": "+cmd|' /C calc'!A0",
    "formula with minus": "-2+3",
    "formula with at": "@SUM(1,2)",
    "formula after a tab": "\t=1+1",
    "formula after a line": "\n=1+1",
    "formula after a space": " =1+1",
    "formula after a quote": "'=1+1",
    "formula of full width": "＝1+1",
}


def _named(**parts: str) -> tuple[Name, ...]:
    return (Name("Doe", "Jane").replace(**parts),)


PLAIN = Reference("doe2001", "book", {"title": Text("Plain things"), "issued": Date.of(2001)})

PLACES: dict[str, Callable[[str], Reference]] = {
    "id": lambda value: PLAIN.replace(id=value),
    "extra": lambda value: PLAIN.replace(extras={("bibtex", "userx"): (value,)}),
    "tag of an extra": lambda value: PLAIN.replace(extras={("bibtex", value): ("x",)}),
    **{
        variable: lambda value, variable=variable: PLAIN | {variable: Text(value)}  # type: ignore[misc]  # a default
        for variable in ("title", "note", "keyword", "publisher", "container-title", "abstract", "status", "genre")
    },
    **{
        variable: lambda value, variable=variable: PLAIN | {variable: value}  # type: ignore[misc]  # a default
        for variable in ("URL", "DOI", "ISBN", "volume", "page", "edition", "language", "citation-key")
    },
    **{
        variable: lambda value, variable=variable: PLAIN | {variable: Date(literal=value)}  # type: ignore[misc]
        for variable in ("issued", "accessed")
    },
    "family": lambda value: PLAIN | {"author": _named(family=value)},
    "given": lambda value: PLAIN | {"author": _named(given=value)},
    "suffix": lambda value: PLAIN | {"author": _named(suffix=value)},
    "particle": lambda value: PLAIN | {"author": _named(non_dropping_particle=value)},
    "affiliation": lambda value: PLAIN | {"author": _named(affiliation=value)},
    "institution": lambda value: PLAIN | {"editor": (Name(literal=value),)},
}
"""A reference with a value in one place."""

READABLE = [name for name in BUILT_IN if (format := built_in(name)).write and format.read]

_COMMAND = re.compile(
    r"\\(?:write|immediate|input|openin|openout|csname|catcode|directlua|loop|special)|\^\^|\n *@(?!book)"
)
_FORMULA = re.compile(r"\s*[=+\-@\uff1d]")


def write(name: str, reference: Reference) -> tuple[bytes, Report]:
    file = io.BytesIO()
    report = reflist.write([reference], file, name)
    return file.getvalue(), report


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", READABLE)
def test_a_value_comes_back_in_the_one_record_it_was_in(name: str, value: str) -> None:
    read = built_in(name).read
    assert read
    for place, holding in PLACES.items():
        reference = holding(VALUES[value])
        written, report = write(name, reference)
        (again,) = read(Source("hostile", written), Report())
        assert isinstance(again, Reference), place
        reported = [finding for finding in report if finding.severity in (Severity.LOSS, Severity.REPAIR)]
        assert again == reference or reported, place
        if value in ("null", "control", "bidi", "half a character"):
            unseen = [finding for finding in report if finding.code in ("control-character", "half-character")]
            assert [finding.key for finding in unseen] == [reference.id], place
        assert again.id == reference.id or place == "id" or "\ud800" in VALUES[value], place


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_no_command_is_live_in_latex(name: str, value: str) -> None:
    for place, holding in PLACES.items():
        written = write(name, holding(VALUES[value]))[0].decode()
        assert not _COMMAND.search(written), place


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_no_cell_is_a_formula(name: str, value: str) -> None:
    for place, holding in PLACES.items():
        written = write(name, holding(VALUES[value]))[0].decode()
        table = csv.reader(io.StringIO(written, newline=""), delimiter="," if name == "csv" else "\t")
        assert not any(_FORMULA.match(cell) for row in table for cell in row), place


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "mathematics", [r"\write18{ls}", r"a\immediate\write18{ls}", r"\csname x\endcsname", "^^5cinput{x}"]
)
def test_mathematics_runs_nothing(name: str, mathematics: str) -> None:
    title = Text(f"On {mathematics} and $", [Span(3, 3 + len(mathematics), Mark.MATH)])
    written = write(name, PLAIN | {"title": title})[0].decode()
    assert not _COMMAND.search(written)
    read = built_in(name).read
    assert read
    (again,) = read(Source("hostile", written.encode()), Report())
    assert isinstance(again, Reference)
    assert again.plain("title") == title.plain

"""Invisible characters are reported once for the record that holds them."""

import io
from pathlib import Path

import pytest

import reflist
from reflist.library import invisible
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text


@pytest.mark.parametrize(
    ("data", "held"),
    [
        (b"A &#x202E;B", True),
        (b"@book{doe, title = {Plain}}\r\n\t", False),
        ("@book{doe, title = {Größe – “x”}}".encode(), False),
        (b"@book{doe, title = {Pl\0ain}}", True),
        (b"@book{doe, title = {Pl\x7fain}}", True),
        ("@book{doe, title = {Pl\u202eain}}".encode(), True),
        ("@book{doe, title = {Pl\u2067ain}}".encode(), True),
        ("@book{doe, title = {Pl\u0090ain}}".encode(), True),
        (rb'[{"id": "a\u0000b"}]', True),
        ("@book{doe, title = {Plain}}".encode("utf-16"), True),
    ],
)
def test_bytes_tell_what_need_not_be_looked_at(data: bytes, held: bool) -> None:
    assert invisible.may_hold(Source("x", data)) is held


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("one.bib", "@book{roe, title = {Plain}}\n@book{doe, title = {Pl\0ain}}\n", "one.bib:2:"),
        ("one.ris", "TY  - BOOK\nID  - doe\nTI  - Pl\0ain\nER  - \n", "one.ris:1:"),
        ("one.json", '[\n{"id": "doe", "type": "book", "title": "Pl\\u0000ain"}]', "one.json:2:"),
    ],
)
def test_characters_that_are_read_are_reported_with_line_and_key(
    name: str, text: str, place: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    library = reflist.read(path)
    (reported,) = [str(finding) for finding in library.report if finding.rule is invisible.CONTROL]
    assert reported.startswith(place)
    assert reported.endswith("note[control-character] title holds U+0000 (doe)")
    assert invisible.CONTROL.code not in library.write(io.BytesIO(), "bibtex").counts()


def test_characters_made_by_code_are_reported_when_written() -> None:
    reference = Reference(
        "d\u202eoe",
        "book",
        {
            "title": Text("Pl\0ain"),
            "author": (Name("Doe"), Name("R\ud800oe", "Jane")),
            "issued": Date(literal="n.\x1bd."),
            "volume": "1\x7f",
            "note": Text("a\nb\u2028c"),
        },
        {("ris", "ZZ"): ("a", "b\x05")},
    )
    report = Report()
    assert list(invisible.reported([reference], report)) == [reference]
    assert [finding.message for finding in report] == [
        "id holds U+202E",
        "title holds U+0000",
        "author holds U+D800",
        "issued holds U+001B",
        "volume holds U+007F",
        "ris field ZZ holds U+0005",
    ]
    assert {finding.rule for finding in report} == {invisible.CONTROL, invisible.HALF}


def test_commands_of_latex_are_not_escapes() -> None:
    source = Source("x", rb"@book{doe, title = {Caf\'e}}")
    assert (invisible.may_hold(source), invisible.may_hold(source, "bibtex")) == (True, False)


@pytest.mark.parametrize(
    ("data", "held"), [(rb"A \name \\zh{x}", False), (b"&#8238;", True), (rb'U1  - csl: {"\u202e"}', True)]
)
def test_what_escapes_in_ris_are(data: bytes, held: bool) -> None:
    assert invisible.may_hold(Source("x", data), "ris") is held


@pytest.mark.parametrize(
    ("data", "held"), [(rb'"a \"quoted\" word\n"', False), (rb'"\u202e"', True), (rb'"\b"', True), (rb'"\f"', True)]
)
def test_of_the_escapes_of_json_few_are_of_signs_that_nobody_sees(data: bytes, held: bool) -> None:
    assert invisible.may_hold(Source("x.json", data), "csljson") is held

"""`reflist render --citations`: a manuscript's citations and its bibliography."""

import json
from pathlib import Path

import pytest

from commands import Run

ITEMS = [
    {
        "id": "doe",
        "type": "book",
        "title": "On <this>",
        "author": [{"family": "Doe & Son", "given": "J."}],
        "issued": {"date-parts": [[2001]]},
    },
    {"id": "roe", "type": "book", "title": "That"},
]
CITATIONS = (
    '[{"id": "c1", "items": [{"id": "doe", "locator": "5"}], "note": 0, "mode": null},\n {"items": [{"id": "x"}]}]'
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items.json").write_text(json.dumps(ITEMS), encoding="utf-8")
    (tmp_path / "cites.json").write_text(CITATIONS, encoding="utf-8")
    return tmp_path


COMMAND = ("render", "items.json", "--style", "harvard", "--engine", "reflist", "--citations")


@pytest.mark.parametrize(
    ("output", "citation", "entry"),
    [
        ("text", "(Doe & Son, 2001, p. 5)", "Doe & Son, J. (2001) On <this>."),
        ("html", "(Doe &amp; Son, 2001, p. 5)", "Doe &amp; Son, J. (2001) <i>On &lt;this&gt;</i>."),
        ("markdown", "(Doe & Son, 2001, p. 5)", "Doe & Son, J. (2001) *On \\<this\\>*."),
        (
            "latex",
            "(Doe \\& Son, 2001, p. 5)",
            "Doe \\& Son, J. (2001) \\textit{On \\textless{}this\\textgreater{}}.",
        ),
        ("rtf", "(Doe & Son, 2001, p. 5)", "Doe & Son, J. (2001) {\\i On <this>}."),
    ],
)
@pytest.mark.usefixtures("desk")
def test_each_output(output: str, citation: str, entry: str, run: Run) -> None:
    done = run(*COMMAND, "cites.json", "-t", output)
    written = json.loads(done.out)
    assert written["citations"][0] == {"id": "c1", "text": citation}
    assert written["bibliography"] == [{"id": "doe", "text": entry}]
    assert done.status == 0


@pytest.mark.usefixtures("desk")
def test_messages_on_citations_name_the_place(run: Run) -> None:
    done = run(*COMMAND, "cites.json", "-v", "--strict")
    assert done.err.splitlines() == [
        "cites.json:2:13: error[citation-unknown-id] no reference has the id 'x' (2)",
        "note[reference-uncited] 1 of 2 references are not cited",
    ]
    assert json.loads(done.out)["citations"][1] == {"id": "2", "text": "(x?)"}
    assert done.status == 1


def test_a_file_of_citations_that_cannot_be_read(run: Run, desk: Path) -> None:
    (desk / "broken.json").write_text('[\n  {"id" "c1"}]', encoding="utf-8")
    done = run(*COMMAND, "broken.json", "-o", "out.json")
    assert done.err == "reflist render: broken.json:2:9: not JSON: Expecting ':' delimiter\n"
    assert run(*COMMAND, "missing.json").status == done.status == 3
    assert not (desk / "out.json").exists()


@pytest.mark.usefixtures("desk")
def test_citations_or_references_from_standard_input(run: Run) -> None:
    from_file = run(*COMMAND, "cites.json")
    assert run(*COMMAND, "-", stdin=CITATIONS.encode()) == from_file._replace(
        err=from_file.err.replace("cites.json", "<stdin>")
    )
    both = run("render", "--style", "apa", "--citations", "-", stdin=b"[]")
    assert both.err == "reflist render: standard input cannot hold both the references and the citations\n"
    assert both.status == 2


def test_written_to_a_file(run: Run, desk: Path) -> None:
    printed = run(*COMMAND, "cites.json").out
    assert run(*COMMAND, "cites.json", "-o", "out.json").out == ""
    assert (desk / "out.json").read_text(encoding="utf-8") == printed

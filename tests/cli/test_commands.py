"""What each command does with good input."""

import json
from pathlib import Path

import pytest

from commands import Run

LINE = "Ostrom, E. (1996), ‘Crossing the great divide’, World Development, 24, 6, 1073–87."
ITEMS: list[dict[str, object]] = [
    {"id": "doe", "type": "book", "title": "Plain things", "author": [{"family": "Doe", "given": "J."}]},
    {"id": "roe", "type": "book", "title": "Fancy things"},
]


@pytest.fixture
def items(tmp_path: Path) -> Path:
    path = tmp_path / "items.json"
    path.write_text(json.dumps(ITEMS), encoding="utf-8")
    return path


def test_parse_reads_standard_input(run: Run) -> None:
    for arguments in ([], ["-"]):
        done = run("parse", *arguments, stdin=LINE.encode())
        assert done.status == 0
        assert [item["page"] for item in json.loads(done.out)] == ["1073-1087"]


def test_parse_takes_pages_in_order(run: Run, seeds: list[Path]) -> None:
    done = run("parse", seeds[4], seeds[0])
    families = [item["author"][0].get("family") for item in json.loads(done.out) if "author" in item]
    assert families[:2] == ["Barnes", "Boyle"]
    assert families[5:7] == ["Anning", "Barnett"]


def test_parse_gives_the_papers_too(run: Run, seeds: list[Path]) -> None:
    items = json.loads(run("parse", seeds[4], "--papers").out)
    assert len(items) == 6
    assert items[0]["title"].startswith("Reflections on my experience")


def test_parse_takes_a_known_format_as_such(run: Run, items: Path) -> None:
    assert json.loads(run("parse", items).out) == ITEMS


def test_parse_gives_the_places_of_values(run: Run, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text(LINE, encoding="utf-8")
    own = json.loads(run("parse", tmp_path / "line.txt", "--origin").out)[0]["custom"]["reflist"]
    assert {"source", "line", "raw", "confidence", "fields"} <= set(own)
    assert (own["source"], own["line"], own["raw"]) == ("line.txt", 1, LINE)
    assert own["fields"]["page"]["printed"] == "1073–87"
    assert "reflist:" in run("parse", tmp_path / "line.txt", "--origin", "-t", "cslyaml").out


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [(["-t", "ris"], "TY  - "), (["-t", "bibtex"], "@book{doe,"), (["-t", "csljson", "-o", "-"], "[\n{")],
)
def test_convert_writes_the_format_named(arguments: list[str], beginning: str, run: Run, items: Path) -> None:
    done = run("convert", items, *arguments)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(beginning)


def test_convert_writes_the_format_of_the_suffix(run: Run, items: Path, tmp_path: Path) -> None:
    assert run("convert", items, "-o", tmp_path / "out.ris") == (0, "", "")
    assert (tmp_path / "out.ris").read_text(encoding="utf-8").startswith("TY  - ")


def test_an_unknown_suffix_leaves_the_default(run: Run, items: Path, tmp_path: Path) -> None:
    assert run("parse", items, "-o", tmp_path / "out.txt").status == 0
    assert json.loads((tmp_path / "out.txt").read_text(encoding="utf-8")) == ITEMS


def test_convert_takes_free_text_on_request(run: Run) -> None:
    assert run("convert", "-t", "csljson", stdin=LINE.encode()).status == 3
    assert len(json.loads(run("convert", "-f", "list", "-t", "csljson", stdin=LINE.encode()).out)) == 1


@pytest.mark.parametrize("output", ["text", "html", "markdown", "latex", "rtf"])
def test_render_writes_any_output(output: str, run: Run, items: Path) -> None:
    done = run("render", items, "--style", "harvard", "-t", output)
    assert done.status == 0
    assert "Plain things" in done.out
    assert done.out.endswith("\n")


@pytest.mark.parametrize(
    ("suffix", "output"), [("html", "html"), ("MD", "markdown"), ("tex", "latex"), ("rtf", "rtf"), ("txt", "text")]
)
def test_the_suffix_of_a_file_decides_what_render_writes(
    suffix: str, output: str, run: Run, items: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"list.{suffix}"
    assert run("render", items, "--style", "apa", "-o", path).status == 0
    assert path.read_text(encoding="utf-8") == run("render", items, "--style", "apa", "-t", output).out


def test_render_writes_no_file_that_nobody_could_open(run: Run, items: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    done = run("render", items, "--style", "apa", "-o", path)
    assert (done.status, path.exists()) == (2, False)
    assert "cannot write .docx files: word processors open .rtf files" in done.err
    assert run("render", items, "--style", "apa", "-t", "text", "-o", path).status == 0


def test_render_takes_what_parse_gives(run: Run, tmp_path: Path) -> None:
    parsed = run("parse", stdin=LINE.encode()).out
    done = run("render", "--style", "harvard", "-o", tmp_path / "list.txt", stdin=parsed.encode())
    assert (done.status, done.out) == (0, "")
    assert (
        (tmp_path / "list.txt").read_text(encoding="utf-8").startswith("Ostrom, E. (1996) ‘Crossing the great divide’")
    )


def test_render_speaks_another_language(run: Run, items: Path) -> None:
    german = run("render", items, "--style", "apa", "--locale", "de-DE").out
    assert german != run("render", items, "--style", "apa").out


def test_dedupe_gives_each_work_once_with_reasons(run: Run, items: Path, tmp_path: Path) -> None:
    done = run("dedupe", items, items, "--report", tmp_path / "why.json")
    assert done.status == 0
    written = json.loads(done.out)
    assert [len(item["custom"]["reflist"]["members"]) for item in written] == [2] * len(ITEMS)
    assert [{name: item[name] for name in item if name != "custom"} for item in written] == ITEMS
    report = json.loads((tmp_path / "why.json").read_text(encoding="utf-8"))
    assert list(report) == ["diagnostics", "works", "review", "counts"]
    assert report["works"][0]["members"] == ["doe", "doe#2"]
    assert report["works"][0]["evidence"][0]["reasons"]


def test_dedupe_can_be_undone(run: Run, items: Path, tmp_path: Path) -> None:
    merged = tmp_path / "merged.json"
    count = len(ITEMS)
    message = f"{2 * count} records: {count} duplicates removed, {count} works left; 0 pairs to decide\n"
    assert run("dedupe", items, items, "-o", merged).out == message
    assert run("dedupe", items, items, "-o", merged, "-q").out == ""
    again = json.loads(run("dedupe", merged, "--undo").out)
    assert sorted(again, key=str) == sorted([*ITEMS, *ITEMS], key=str)


def test_dedupe_against_a_library_writes_what_is_new(run: Run, items: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.json"
    new.write_text(json.dumps([*ITEMS, {"id": "new", "type": "book", "title": "On carts"}]), encoding="utf-8")
    out, report = tmp_path / "out.json", tmp_path / "report.json"
    assert run("dedupe", new, "--against", items, "-o", out, "--report", report).status == 0
    assert [item["id"] for item in json.loads(out.read_text(encoding="utf-8"))] == ["new"]
    assert len(json.loads(report.read_text(encoding="utf-8"))["known"]) == len(ITEMS)
    assert run("dedupe", items, "--against", items, "-o", out).status == 0
    assert json.loads(out.read_text(encoding="utf-8")) == []


def test_dedupe_takes_a_preprint_for_the_work_or_not(run: Run, tmp_path: Path) -> None:
    pair = tmp_path / "pair.json"
    printed = {"type": "article", "title": "Plain things of a small old town", "author": [{"family": "Doe"}]}
    items = [{"id": "a", "publisher": "bioRxiv", **printed}, {"id": "b", "container-title": "Bins", **printed}]
    pair.write_text(json.dumps(items), encoding="utf-8")
    assert len(json.loads(run("dedupe", pair, "--preprints", "same").out)) == 1
    assert len(json.loads(run("dedupe", pair, "--preprints", "apart").out)) == 2
    assert run("dedupe", pair, "--preprints", "perhaps").status == 2


def test_dedupe_writes_a_page_of_questions_and_obeys_decisions(run: Run, tmp_path: Path) -> None:
    doubtful = tmp_path / "doubtful.json"
    items = [
        {"id": letter, "type": "book", "title": "Plain things of a town", "author": [{"family": "Doe", "given": given}]}
        | {"issued": {"date-parts": [[2001]]}}
        for letter, given in (("a", "J."), ("b", "K."))
    ]
    doubtful.write_text(json.dumps(items), encoding="utf-8")
    page, decisions = tmp_path / "questions.html", tmp_path / "decisions.yaml"
    assert len(json.loads(run("dedupe", doubtful, "--review", page).out)) == 2
    assert "- [a, b]" in page.read_text(encoding="utf-8")
    decisions.write_text("same:\n- [a, b]\n", encoding="utf-8")
    assert len(json.loads(run("dedupe", doubtful, "--decisions", decisions, "--review", page).out)) == 1
    assert "Nothing is left to decide" in page.read_text(encoding="utf-8")
    decisions.write_text("nonsense", encoding="utf-8")
    assert run("dedupe", doubtful, "--decisions", decisions).status == 3
    assert run("dedupe", doubtful, "--decisions", tmp_path / "none.yaml").status == 3


def test_check_is_content_with_good_files(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.json"
    good.write_text(json.dumps([ITEMS[0] | {"issued": {"date-parts": [[2001]]}}]), encoding="utf-8")
    assert run("check", good) == (0, "", "")


def test_check_finds_what_is_wrong(run: Run, items: Path) -> None:
    done = run("check", items, items)
    assert (done.status, done.out) == (1, "")
    *found, counted = done.err.splitlines()
    assert [line.split(": ")[1].partition(" ")[0] for line in found] == ["error[missing-field]"] * 4
    assert counted == "reflist check: 2 notes; -v lists them"


def test_formats_is_a_table(run: Run) -> None:
    done = run("formats")
    lines = done.out.splitlines()
    assert (done.status, len({len(line) for line in lines})) == (0, 1)
    assert lines[0].startswith("| format ")
    assert any(line.startswith("| `page` ") for line in lines)


def test_styles_are_named(run: Run) -> None:
    assert [line.split()[0] for line in run("styles").out.splitlines()] == ["apa", "harvard"]


def test_bib_prints_nothing_when_quiet_and_reports_to_a_file(run: Run, items: Path, tmp_path: Path) -> None:
    done = run("bib", items, "-o", tmp_path / "out", "-q", "--report", tmp_path / "why.json")
    assert done == (0, "", "")
    report = json.loads((tmp_path / "why.json").read_text(encoding="utf-8"))
    assert list(report) == ["diagnostics", "works", "review"]


def test_bib_counts_in_words(run: Run, items: Path, tmp_path: Path) -> None:
    done = run("bib", items, "-o", tmp_path / "out", "--style", "apa")
    files = sum(path.is_file() for path in (tmp_path / "out").rglob("*"))
    assert done.out.splitlines() == [
        "0 pages: 2 references, 0 citations in the text",
        "0 repairs",
        "2 references -> 2 works",
        "questions left: 0 doubtful pairs, 0 citations without a work",
        f"{files} files written to {tmp_path}/out",
        f"open {tmp_path}/out/index.html",
    ]


@pytest.mark.parametrize("jobs", ["0", "two", "-1"])
def test_a_number_of_jobs_that_is_none(run: Run, jobs: str) -> None:
    done = run("parse", f"--jobs={jobs}", stdin=b"Weir, A. (2004), A title, London: Pluto.")
    assert (done.status, done.out) == (2, "")
    assert f"{jobs!r} is not a whole number from 1 up" in done.err


def test_several_jobs_write_what_one_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reflist.prose.references.CHUNK", 10)
    lines = "".join(f"Weir, A. ({1900 + number % 100}), Title {number}, London: Pluto.\n" for number in range(45))
    alone = run("parse", "--lines", "--origin", stdin=lines.encode())
    shared = run("parse", "--lines", "--origin", "--jobs", "2", stdin=lines.encode())
    assert shared == alone
    assert alone.out.count('"title"') >= 45
    assert run("parse", "-f", "ris", "--jobs", "2", stdin=b"TY  - BOOK\nTI  - One\nER  - \n").out.count("One") == 1

"""The engine around pybtex: programs of BibTeX by path, pybtex's own styles by name."""

import sys
from pathlib import Path

import pytest

from reflist.csl import UnknownStyleError
from reflist.engines import UnknownEngineError, bst, engine, engine_for, render_bibliography
from reflist.engines.pybtex_engine import PybtexEngine
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.text import Text

DOE = Reference(
    "doe2001",
    "article-journal",
    {
        "author": (Name("Doe", "Jane"), Name("Öhm", "Åsa")),
        "title": Text.from_csl("On <i>E. coli</i> & more"),
        "container-title": Text("Things"),
        "issued": Date.of(2001),
        "page": "10-20",
        "DOI": "10.1/x",
    },
)
ROE = Reference(
    "roe",
    "book",
    {"author": (Name("Roe", "R."),), "title": Text("Alpha"), "issued": Date.of(1999), "publisher": Text("P")},
)

HEAD = """% a style for tests
ENTRY { author journal title year } {} { label }
FUNCTION {entry} {
  newline$ "\\bibitem" write$ LABEL "{" write$ cite$ write$ "}" write$ newline$
  author empty$ { "empty author in " cite$ * warning$ } { author write$ } if$ newline$
  "\\newblock {\\em " title * "}" * write$
  year empty$ 'skip$ { ", \\bibinfo{year}{" year * "}" * write$ } if$
  "." write$ newline$
}
FUNCTION {article} { entry }
FUNCTION {book} { entry }
FUNCTION {default.type} { entry }
READ
FUNCTION {begin} { "\\begin{thebibliography}{9}" write$ newline$ "seen by the author of the style" top$ }
EXECUTE {begin}
"""
TAIL = """
FUNCTION {end} { newline$ "\\end{thebibliography}" write$ newline$ "not \\bibitem{x} an item" write$ newline$ }
EXECUTE {end}
"""
BODY = "ITERATE {call.type$}\n"


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return program(tmp_path)


def program(folder: Path, body: str = BODY, label: str = "skip$", more: str = "") -> Path:
    path = folder / "mine.bst"
    path.write_text(more + HEAD.replace("LABEL", label) + body + TAIL, encoding="utf-8")
    return path


def lines(references: list[Reference], style: Path | str, report: Report | None = None, to: str = "text") -> list[str]:
    name = "reflist" if isinstance(style, Path) else "pybtex"
    rendered = render_bibliography(references, str(style), engine_name=name, report=report)
    return rendered.to(to).splitlines()


def test_a_program_by_its_path(style: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    assert lines([DOE, ROE], style, report) == [
        "[1] Doe, Jane and Öhm, Åsa On E. coli & more, 2001.",
        "[2] Roe, R. Alpha, 1999.",
    ]
    assert len(report) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "seen by the author of the style" in printed.err


def test_marks_in_every_output(style: Path) -> None:
    assert lines([ROE], style, to="markdown") == ["\\[1\\] Roe, R. *Alpha*, 1999."]
    assert lines([ROE], style, to="latex")[-3] == "[1] Roe, R. \\textit{Alpha}, 1999."


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ('"[Roe99]" write$', "[Roe99] Roe, R. Alpha, 1999."),
        ('"[{\\em R}]" write$', "[R] Roe, R. Alpha, 1999."),
        ('"[{Roe(1999)}]" write$', "Roe, R. Alpha, 1999."),
        ('"[Roe(1999\\natexlab{a})Roe]" write$', "Roe, R. Alpha, 1999."),
        ('"[open" write$', "Roe, R. (1999). Alpha. P."),
    ],
)
def test_labels(label: str, expected: str, tmp_path: Path) -> None:
    assert lines([ROE], program(tmp_path, label=label)) == [expected]


def test_items_of_the_harvard_family(tmp_path: Path) -> None:
    path = program(tmp_path)
    path.write_text(
        path.read_text().replace(
            '"\\bibitem" write$ skip$', '"\\harvarditem[Roe]{Roe}%" write$ newline$ "{1999}" write$'
        )
    )
    assert lines([ROE], path) == ["Roe, R. Alpha, 1999."]


def test_unknown_commands_leave_the_text_after_them(tmp_path: Path) -> None:
    path = program(tmp_path)
    path.write_text(path.read_text().replace('"." write$', '" \\bibenquote{so} \\bysame\\penalty0 x." write$'))
    assert lines([ROE], path) == ["[1] Roe, R. Alpha, 1999 so ———0 x."]


def test_a_warning_names_its_reference(style: Path) -> None:
    report = Report()
    nobody = Reference("an id, with spaces", "book", {"title": Text("Alpha")})
    assert lines([nobody, ROE], style, report) == ["[1] Alpha.", "[2] Roe, R. Alpha, 1999."]
    assert [str(found) for found in report] == [
        "note[bibtex-style-warning] empty author in an id, with spaces (an id, with spaces)"
    ]


def test_a_warning_of_no_reference(tmp_path: Path) -> None:
    report = Report()
    body = 'FUNCTION {warn} { "beware" warning$ }\nEXECUTE {warn}\n' + BODY
    lines([ROE], program(tmp_path, body), report)
    assert [str(found) for found in report] == ["mine: note[bibtex-style-warning] beware"]


def test_ids_that_differ_in_case_alone_or_stand_twice(style: Path) -> None:
    twice = [ROE, ROE.replace(id="ROE") | {"title": Text("Beta")}, ROE | {"title": Text("Gamma")}]
    rendered = render_bibliography(twice, str(style))
    assert [entry.id for entry in rendered.entries] == ["roe", "ROE", "roe"]
    assert [line[4:] for line in rendered.to("text").splitlines()] == [
        f"Roe, R. {title}, 1999." for title in ("Alpha", "Beta", "Gamma")
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("FUNCTION {f} { #1 #1 + missing }\nEXECUTE {f}\n", "can not execute undefined function"),
        ("FUNCTION {f} { { #1 } 'skip$ while$ }\nEXECUTE {f}\n", "it does not end"),
        ("FUNCTION {f} { { #1 } { #1 pop$ } while$ }\nFUNCTION {g} { f }\nITERATE {g}\n", "does not end"),
        ('FUNCTION {f} { "x" { #1 } { duplicate$ * } while$ }\nEXECUTE {f}\n', "a string grows without end"),
        ("FUNCTION {f} { f }\nEXECUTE {f}\n", "RecursionError"),
        ("EXECUTE {pop$}\n", "pop from empty stack"),
    ],
)
def test_a_program_that_fails_costs_no_reference(
    body: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bst, "MOST_STEPS", 10_000)
    monkeypatch.setattr(bst, "LONGEST_STRING", 1_000)
    if message == "RecursionError":
        body = body.replace("FUNCTION {f} { f }", "FUNCTION {f} { g }\nFUNCTION {g} { f }")
    report = Report()
    assert lines([DOE, ROE], program(tmp_path, body), report) == [
        "Doe, Jane, Öhm, Åsa (2001). On E. coli & more. Things.",
        "Roe, R. (1999). Alpha. P.",
    ]
    failed, *others = report
    assert failed.code == "bibtex-style-failed"
    assert message in failed.message
    assert [found.code for found in others] == ["entry-not-formatted"] * 2


def test_a_reference_that_the_program_passes_over(tmp_path: Path) -> None:
    report = Report()
    body = "FUNCTION {some} { cite$ \"roe\" = 'skip$ 'call.type$ if$ }\nITERATE {some}\n"
    assert lines([ROE, DOE], program(tmp_path, body), report)[1] == "Roe, R. (1999). Alpha. P."
    assert [str(found) for found in report] == ["error[entry-not-formatted] the style prints nothing for it (roe)"]


def test_without_standard_error(style: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert lines([ROE], style) == ["[1] Roe, R. Alpha, 1999."]


@pytest.mark.parametrize(("name", "label"), [("plain", "1"), ("alpha", "DOhm01"), ("unsrt", "1")])
def test_styles_of_pybtex(name: str, label: str) -> None:
    (written,) = lines([DOE], name, to="markdown")
    assert written.replace("\\", "").startswith(f"[{label}] Jane Doe and Åsa Öhm. ")
    assert "*Things*" in written
    assert written.endswith("[doi:10.1/x](<https://doi.org/10.1/x>).")


def test_what_a_style_of_pybtex_warns_of_and_cannot_format(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report()
    assert lines([Reference("nobody", "book", {"title": Text("Alpha")})], "plain", report) == ["[1] Alpha."]
    assert [str(found) for found in report] == [
        "note[bibtex-style-warning] missing editor in nobody, as book: nobody (nobody)",
    ]
    report = Report()
    assert lines([Reference("nothing", "book", {}), ROE], "unsrt", report) == [
        "[2] R.\u00a0Roe. Alpha. P, 1999.",
        "nothing.",
    ]
    assert report.counts()["entry-not-formatted"] == 1
    monkeypatch.setattr("reflist.engines.rich._item", lambda _: 1 / 0)
    report = Report()
    assert lines([ROE], "plain", report) == ["Roe, R. (1999). Alpha. P."]
    assert "note[bibtex-style-warning] division by zero, as misc: roe (roe)" in map(str, report)
    monkeypatch.setattr("reflist.engines.rich.find_plugin", lambda *_: 1 / 0)
    report = Report()
    assert lines([ROE], "plain", report) == ["Roe, R. (1999). Alpha. P."]
    assert "plain: error[bibtex-style-failed] ZeroDivisionError: division by zero" in map(str, report)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("alhpa", r"unknown style 'alhpa': did you mean 'alpha'\?"),
        ("apa", "unknown style 'apa': did you mean 'alpha'"),
        ("zzz", "unknown style 'zzz': pybtex has alpha, plain, unsrt, unsrtalpha, and runs .bst files"),
        ("none/here.bst", "style: cannot read none/here.bst: No such file"),
    ],
)
def test_unknown_styles(name: str, message: str) -> None:
    with pytest.raises(UnknownStyleError, match=message):
        PybtexEngine().style(name, Report())


def test_a_file_that_is_not_a_program(tmp_path: Path) -> None:
    (tmp_path / "no.bst").write_text("<style/>", encoding="utf-8")
    with pytest.raises(UnknownStyleError, match="not a BibTeX style"):
        PybtexEngine().style(str(tmp_path / "no.bst"), Report())
    deep = "FUNCTION {f} " + "{" * 100_000
    with pytest.raises(bst.BstError):
        bst.read_program(deep, "deep.bst")


def test_the_engine_of_a_style() -> None:
    assert engine_for("x/plain.BST") == "pybtex"
    assert engine_for("apa", "citeproc-py") == "citeproc-py"
    assert repr(engine("pybtex").style("plain", Report())) == "<PybtexStyle plain>"


def test_a_language_is_not_for_it(style: Path) -> None:
    report = Report()
    rendered = render_bibliography([ROE], str(style), "de-DE", report=report)
    assert rendered.lang == "en-US"
    assert [found.code for found in report] == ["locale-unknown"]
    with pytest.raises(UnknownEngineError, match="'pybtex' formats lists only"):
        render_bibliography([ROE], str(style), clusters=[])


DEFINING = r"""FUNCTION {define} { "\providecommand{\bibinfo}[2]{#2}\newcommand{\bang}[1]{#1!}" write$ newline$ }
EXECUTE {define}
"""


def test_commands_that_a_style_defines_before_its_list(tmp_path: Path) -> None:
    path = program(tmp_path)
    text = path.read_text(encoding="utf-8").replace("READ\n", f"READ\n{DEFINING}")
    path.write_text(text.replace('"\\newblock', '"\\newblock \\bang{So} '), encoding="utf-8")
    assert lines([ROE], path) == ["[1] Roe, R. So! Alpha, 1999."]

"""Bibliographies in LaTeX: the printed text of items, and unusual items."""

from pathlib import Path

import pytest

import reflist
from reflist.prose.bibitems import holds_bibitems, printed_of, read_bibitems, title_of
from reflist.report import Report
from reflist.source import Source


@pytest.mark.parametrize(
    ("latex", "printed"),
    [
        (r"\bibinfo{author}{\bibnamefont{Weir}, \bibfnamefont{A.}}", "Weir, A."),
        (r"\BibitemOpen A.~Weir, \textbf{12}\BibitemShut {NoStop}", "A. Weir, 12"),
        (r"Weir, \doi{10.1000/a}, \arxiv{1201.0001}", "Weir, doi:10.1000/a, arXiv:1201.0001"),
        (r"Weir, \url{https://a.org/b%20c}, 20\% % so", "Weir, https://a.org/b%20c, 20%"),
        (r"\href{https://a.org}{Weir} \href{https://a.org}{https://a.org}", "Weir https://a.org"),
        ("Weir\n%\n\n  Ash \\end {thebibliography} and so on", "Weir Ash"),
        (r"\href{https://a.org}{Weir", "Weir (https://a.org)"),
    ],
)
def test_what_an_item_prints(latex: str, printed: str) -> None:
    assert printed_of(latex) == printed


@pytest.mark.parametrize("latex", ["\\bibitem", "\\bibitem[", "\\bibitem{", "\\bibitem[a{b]{c}", "\\bibitem[a]"])
def test_what_is_no_item(latex: str) -> None:
    assert not holds_bibitems(Source.from_text(latex))


def test_an_item_has_its_key_and_its_line() -> None:
    source = Source.from_text(
        "\\title{}\n%\\bibitem{no} Weir\n\n\\bibitem{ a }\nWeir, A. (2004) Hedges.\\bibitem{}Ash, B. 2005. Elms."
    )
    first, second = read_bibitems(source, Report())
    assert (first.id, first.origin.line, second.id) == ("a", 4, "ash2005elms")
    assert title_of(source) == title_of(Source.from_text("")) == ""


def test_many_open_links_take_no_long_time() -> None:
    source = Source.from_text("\\bibitem{a} " + "\\href{https://a.org}{" * 20_000)
    assert len(list(read_bibitems(source, Report()))) == 1


def test_items_are_read_as_free_text_and_as_a_list(tmp_path: Path) -> None:
    latex = "\\bibitem{weir} Weir, A. (2004) Hedges. Leeds: Ditch.\n\\bibitem{ash} Ash, B. (2005) Elms.\n"
    path = tmp_path / "paper.tex"
    path.write_text(latex, "utf-8")
    for library in (reflist.parse(latex), reflist.read(path, "list")):
        assert [reference.id for reference in library.references] == ["weir", "ash"]

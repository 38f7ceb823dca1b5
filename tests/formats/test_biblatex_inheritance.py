"""What entries of BibLaTeX inherit."""

import pytest

from biblatex_files import read, written
from reflist.formats import biblatex, bibtex_reading
from reflist.model import Date, Name, Reference, Remainder
from reflist.report import Report
from reflist.source import Source

# --- inheritance ------------------------------------------------------------------------------------------

FAMILY = """
@mvcollection{mv, title = {Work}, subtitle = {All of It}, editor = {Doe, J.}, shorttitle = {W},
  date = {1970/1980}, ids = {mv-too}}
@collection{c, crossref = {mv-too}, title = {Volume}, date = {1975}, keywords = {k}, label = {l}}
@incollection{i, crossref = {c}, title = {Part}, xdata = {pub}, urldate = {2001}}
@xdata{pub, publisher = {P}, xdata = {place}, editor = {Roe, R.}}
@xdata{place, location = {Rome}}
@mvbook{m, title = {Works}, author = {Author, A.}}
@inbook{b, crossref = {m}, title = {Play}, year = {1999}}
@periodical{p, title = {Journal}, date = {2001-05}, number = {3}, issn = {1}}
@article{a, crossref = {p}, title = {Article}, year = {2002}}
@misc{x, xref = {p}, title = {X}}
@book{c1, crossref = {c2}, title = {T}}
@book{c2, crossref = {c1}, note = {N}}
"""


@pytest.fixture(scope="module")
def family() -> dict[str, Reference]:
    report = Report()
    items = list(biblatex.read(Source.from_text(FAMILY, "x.bib"), report))
    assert list(report) == []
    assert [item.format for item in items if isinstance(item, Remainder)] == ["biblatex"] * 2
    return {item.id: item for item in items if isinstance(item, Reference)}


def test_titles_become_those_of_the_work_and_the_book(family: dict[str, Reference]) -> None:
    part, volume = family["i"], family["c"]
    assert (volume.plain("title"), volume.plain("volume-title")) == ("Work: All of It", "Volume")
    assert (part.plain("title"), part.plain("volume-title")) == ("Part", "Volume")
    assert part.plain("container-title") == "Work: All of It"
    assert "title-short" not in part
    assert family["a"].plain("container-title") == "Journal"


def test_data_containers_come_first(family: dict[str, Reference]) -> None:
    part = family["i"]
    assert (part.plain("publisher"), part.plain("publisher-place")) == ("P", "Rome")
    assert part.names("editor") == (Name("Roe", "R."),)


def test_authors_of_books_are_those_of_their_parts(family: dict[str, Reference]) -> None:
    assert family["b"].names("author") == family["b"].names("container-author") == (Name("Author", "A."),)


def test_dates_are_inherited_whole(family: dict[str, Reference]) -> None:
    assert family["a"].date("issued") == Date.of(2002)
    assert family["i"].date("issued") == Date.of(1975)
    assert family["i"].date("accessed") == Date.of(2001)


def test_some_fields_are_an_entry_s_own(family: dict[str, Reference]) -> None:
    assert ("biblatex", "label") not in family["i"].extras
    assert family["i"].plain("keyword") == "k"
    assert family["x"].extras == {("biblatex", "xref"): ("p",)}
    assert set(family["x"].variables) == {"title"}


def test_a_circle_ends(family: dict[str, Reference]) -> None:
    assert family["c1"].plain("note") == "N"
    assert family["c2"].plain("title") == "T"


def test_what_was_inherited_is_so_once() -> None:
    references = read(FAMILY)
    assert read(written(*references)) == references


def test_fields_that_named_parents_name_them_no_more(family: dict[str, Reference]) -> None:
    assert family["i"].extras[("biblatex", "xref")] == ("c",)
    assert {("biblatex", "xdata"), ("biblatex", "crossref")}.isdisjoint(family["i"].extras)
    (both, _) = read("@book{a, crossref = {b}, xref = {c}}@book{b, title = {T}}")
    assert both.extras == {("biblatex", "xref"): ("c",)}


def test_what_a_file_inherits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibtex_reading, "ALLOWANCE", 100_000)
    parent = "@book{p, " + ", ".join(f"f{number} = {{x}}" for number in range(500)) + "}"
    report = Report()
    text = parent + "".join(f"@book{{c{number}, crossref = {{p}}}}\n" for number in range(500))
    found = [item for item in biblatex.read(Source.from_text(text), report) if isinstance(item, Reference)]
    assert len(found) == 501
    assert [len(found[at].extras) for at in (1, -1)] == [501, 1]
    assert report.counts() == {"bibtex-too-long": 1}


def test_a_parent_that_is_not_there_is_reported() -> None:
    report = Report()
    (alone,) = biblatex.read(Source.from_text("@book{a, crossref = {nobody}}", "x.bib"), report)
    assert isinstance(alone, Reference)
    assert alone.extras == {("biblatex", "crossref"): ("nobody",)}
    assert [str(diagnostic) for diagnostic in report] == [
        "x.bib:1:1: error[bibtex-no-parent] crossref: there is no entry nobody (a)"
    ]


def test_fields_name_parts_of_containers() -> None:
    text = """
    @book{b, author = {Poe, P. and xdata=x-author-2}, title = {xdata=x-title}, location = {xdata=x-location-1 and Oslo},
      publisher = {xdata=x-publisher}, note = {xdata=nobody-note}, series = {xdata=x-location-9}, xdata = {y}}
    @xdata{x, author = {Doe, J. and {Smith and Sons}}, title = {Ploughs}, location = {Rome and Bern}}
    @xdata{y, version = {2}, note = {xdata=z-note}}
    @xdata{z, note = {xdata=y-note}}
    @book{c, editor = {xdata=w-editor-1}, note = {xdata=y-note}}
    @xdata{w, editor = {xdata=x-author-1}}
    """
    report = Report()
    (book, other) = (
        item for item in biblatex.read(Source.from_text(text, "x.bib"), report) if isinstance(item, Reference)
    )
    assert list(report) == []
    assert other.names("editor") == (Name("Doe", "J."),)
    assert other.plain("note") in ("xdata=y-note", "xdata=z-note")  # they refer to each other
    assert book.names("author") == (Name("Poe", "P."), Name(literal="Smith and Sons"))
    assert book.plain("title") == "Ploughs"
    assert book.plain("publisher-place") == "Rome; Oslo"
    assert book.plain("publisher") == "xdata=x-publisher"
    assert book.plain("note") == "xdata=nobody-note"
    assert book.plain("collection-title") == "xdata=x-location-9"


def test_parts_of_containers_do_not_grow_without_bound() -> None:
    container = "@xdata{x, note = {" + "n" * 100_000 + "}}"
    books = "@book{a, note = {" + " and ".join(["xdata=x-note"] * 2_000) + "}}"
    books += "".join(f"@book{{b{number}, note = {{xdata=x-note}}}}" for number in range(2_000))
    report = Report()
    items = list(biblatex.read(Source.from_text(container + books, "x.bib"), report))
    assert len(items) == 2_002
    assert [finding.code for finding in report] == ["bibtex-too-long"]
    assert sum(len(item.plain("note")) for item in items if isinstance(item, Reference)) < 10_000_000


def test_what_an_option_names_is_not_inherited() -> None:
    text = """@proceedings{p, title = {Meeting}, editor = {Doe, J.}, publisher = {P}}
@inproceedings{a, crossref = {p}, title = {A}, options = {noinherit=settitles, skipbib}}
@inproceedings{b, crossref = {p}, title = {B}, OPTIONS = {useprefix, noinherit={setnames}}}
@inproceedings{c, crossref = {p}, title = {C}, options = {noinherit=ofadocument}}"""
    items = list(biblatex.read(Source.from_text(text, "x.bib"), Report()))
    found = [item for item in items if isinstance(item, Reference) and item.id != "p"]
    inherited = [(item.plain("container-title"), len(item.names("editor"))) for item in found]
    assert inherited == [("", 1), ("Meeting", 0), ("Meeting", 1)]
    assert {item.plain("publisher") for item in found} == {"P"}

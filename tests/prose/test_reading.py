"""Free text read as a page, a list, or single lines: the decision, the report, and the places of values."""

from pathlib import Path

import pytest

from reflist import prose
from reflist.model import FieldOrigin, Name, Origin, Paper, Reference
from reflist.prose import reading, references
from reflist.prose.reference import read_string
from reflist.report import Place, Report, Severity
from reflist.source import Source
from reflist.text import Text

LIST = "Weir, A. (2004), A title.\nAsh, B. (2005), Another.\n"


def stand_in(
    raw: str,
    place: Place,
    _report: Report,
    printed: str | None = None,
    _tag: object = None,
    habits: object = None,  # noqa: ARG001  # as `read_string` is called
    *,
    is_certain: bool = False,  # noqa: ARG001
    is_meant: bool = False,  # noqa: ARG001  # the same
) -> Reference | None:
    """A reader of strings that accepts everything with a year in brackets: the author before it, the title after."""
    author, bracket, rest = raw.partition(" (")
    if not bracket or not rest[:4].isdigit():
        return None
    title = rest[5:].strip(" ,.")
    fields = {
        "author": FieldOrigin(0, len(author), author),
        "title": FieldOrigin(raw.index(title), raw.index(title) + len(title), title),
    }
    origin = Origin(place.source or "", place.line, raw if printed is None else printed, 1.0, fields)
    return Reference(title, "book", {"author": (Name(literal=author),), "title": Text(title)}, origin=origin)


@pytest.fixture(autouse=True)
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read strings with `stand_in`, since only the use of the results is tested here."""
    monkeypatch.setattr(references, "read_string", stand_in)


@pytest.fixture
def in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave strings as they are."""
    monkeypatch.setattr(references, "read_string", read_string)


def read(text: str, report: Report | None = None) -> list[Paper | Reference]:
    report = Report() if report is None else report
    return list(reading.read(Source.from_text(text, "x.txt"), report))


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n\u00a0\n", "\ufeff"])
def test_nothing_gives_nothing(text: str) -> None:
    report = Report()
    source = Source.from_text(text)
    for reader in (reading.read, reading.read_page, reading.read_list, reading.read_lines):
        assert list(reader(source, report)) == []
    assert not len(report)


@pytest.mark.parametrize(
    "text",
    [
        f"A Title\nAnn Lee\n\nReferences\n{LIST}",
        "A Title\n\nAbstract\nShort.\n",
        "A Title\n\nKeywords\na, b\n",
        "A Title\n\n"
        + "It is often said that much is done by those who are never asked about it (Weir, 2004) at all. " * 3,
        f"References\n{LIST}\nCopyright\n© 2008 Some Press",
    ],
)
def test_a_page(text: str) -> None:
    (paper,) = read(text)
    assert isinstance(paper, Paper)
    assert paper.source == "x.txt"


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        f"References\n{LIST}",
        f"References\n\n{LIST}\nMetrics",
        LIST.replace("\n", "Google Scholar\n"),
        LIST.replace("\n", "\n\n"),
    ],
)
def test_a_list(text: str) -> None:
    assert [reference.id for reference in read(text) if isinstance(reference, Reference)] == ["A title", "Another"]


def test_one_reference() -> None:
    assert len(read("Weir, A. (2004), A title.")) == 1


def test_a_page_holds_what_it_lists_and_cites() -> None:
    report = Report()
    (paper,) = read(f"A Title\nAnn Lee\n\nIntroduction\nSaid so (Weir, 2004).\n\nReferences\nHide All\n{LIST}", report)
    assert isinstance(paper, Paper)
    assert paper.reference.names("author") == (Name("Lee", "Ann"),)
    assert [reference.id for reference in paper.references] == ["A title", "Another"]
    assert [citation.names for citation in paper.citations] == [("Weir",)]
    assert list(map(str, report)) == ["x.txt: note[page-furniture] left out 1 line of the page"]


def test_a_page_without_references_is_a_paper_with_none() -> None:
    (paper,) = read("A Title\n\nAbstract\nShort.\n")
    assert isinstance(paper, Paper)
    assert (paper.references, paper.citations) == ((), ())


def test_a_line_that_is_no_reference_is_reported_and_the_others_are_read() -> None:
    report = Report()
    assert len(read("Weir, A. (2004), A title.\nasdf jkl garbage\nAsh, B. (2005), Another.\n", report)) == 2
    assert list(map(str, report)) == ["x.txt:2: error[not-a-reference] not a reference: asdf jkl garbage"]


def test_a_long_line_is_shown_in_part() -> None:
    report = Report()
    read(f"{LIST}{'asdf ' * 40}\n", report)
    (diagnostic,) = report
    assert diagnostic.place.line == 3
    assert len(diagnostic.message) < 90


def test_text_that_is_no_list_is_reported_line_by_line() -> None:
    report = Report()
    text = "Dear all,\nthe meeting is on Monday.\nI liked what Ann said (2004).\nBring cake.\nYours\nBo"
    assert read(text, report) == []
    assert [diagnostic.place.line for diagnostic in report.of(Severity.ERROR)] == [1, 2, 3, 4, 5, 6]


def test_what_is_called_a_list_is_read_as_one() -> None:
    found = list(reading.read_list(Source.from_text("a (2004) b\nc\nd\ne\nf\ng"), Report()))
    assert [reference.id for reference in found] == ["b"]


def test_every_line_gives_one_item() -> None:
    report = Report()
    source = Source.from_text(
        "1. Weir, A. (2004), A title.Google Scholar\n\nasdf\nGoogle Scholar\nAsh, B. (2005), Another.", "x.txt"
    )
    found = list(reading.read_lines(source, report))
    assert [reference.id for reference in found] == ["A title", "line3", "line4", "Another"]
    assert [reference.origin.line for reference in found] == [1, 3, 4, 5]
    assert found[1].type == "document"
    assert found[1].plain("note") == found[1].origin.raw == "asdf"
    assert [diagnostic.place.line for diagnostic in report.of(Severity.ERROR)] == [3, 4]


def test_the_origin_is_the_line_as_printed_and_places_are_counted_in_it() -> None:
    text = "[1] Weir, A. (2004), A titleGoogle Scholar\n[2] Ash, B. (2005), partner-\nshipsCrossRef\n"
    first, second = read(text)
    assert isinstance(first, Reference)
    assert isinstance(second, Reference)
    assert first.origin.raw == "[1] Weir, A. (2004), A titleGoogle Scholar"
    assert second.origin.raw == "[2] Ash, B. (2005), partner- shipsCrossRef"
    for origin, author, title in ((first.origin, "Weir, A.", "A title"), (second.origin, "Ash, B.", "partner- ships")):
        spans = {variable: origin.raw[field.start : field.end] for variable, field in origin.fields.items()}
        assert spans == {"author": author, "title": title}


@pytest.mark.parametrize("dash", ["————", "———", "——", "—", "---", "___", "–––"])
def test_a_dash_stands_for_the_authors_before(dash: str) -> None:
    report = Report()
    _, second = read(f"Weir, A. (2004), A title.\n{dash} (2005), Another.", report)
    assert isinstance(second, Reference)
    assert second.names("author") == (Name(literal="Weir, A."),)
    assert second.origin.raw[second.origin.fields["title"].start :] == "Another."
    assert [diagnostic.code for diagnostic in report] == ["same-author"]


def test_that_a_work_has_no_date_is_a_fact_of_it() -> None:
    undated = read_string("Scott, D. (n.d.) Researching Voluntary Action", Place(), Report())
    assert undated is not None
    assert undated.plain("title") == "Researching Voluntary Action"
    assert read_string("Scott, D. Researching Voluntary Action", Place(), Report()) is None


@pytest.mark.usefixtures("in_full")
@pytest.mark.parametrize(
    "before", ["", "asdf jkl garbage\n", "Weir, A. (2004), A title of some length, London: Sage.\n\nasdf jkl garbage\n"]
)
def test_a_dash_after_nothing_that_was_read_stands_for_nobody(before: str) -> None:
    report = Report()
    source = Source.from_text(f"{before}——— (2006), A Title of Its Own, Leeds: Hare.")
    *_, last = reading.read_list(source, report)
    assert (last.names("author"), last.plain("title")) == ((), "A Title of Its Own")
    assert [diagnostic.code for diagnostic in report if diagnostic.code != "not-a-reference"] == ["same-author-unknown"]


@pytest.mark.usefixtures("in_full")
def test_a_dash_may_have_a_comma_after_it() -> None:
    text = "Weir, A. (2004), A Title, London: Sage.\n———, “A common law,” A Journal 43, no. 1 (1990): 21–39."
    _, second = reading.read_list(Source.from_text(text), Report())
    assert second.names("author") == (Name("Weir", "A."),)


@pytest.mark.parametrize("text", ["A Title\n\nAbstract\nShort.\n", "A Title\n\nAbstract\nShort.\n\nReferences\n"])
def test_a_page_of_which_nothing_but_itself_is_read_says_so(text: str) -> None:
    report = Report()
    read(text, report)
    assert list(map(str, report)) == [
        "x.txt: error[nothing-listed] no reference list and no citation found in this page"
    ]


def test_a_name_that_is_a_place_is_one_if_the_list_has_it() -> None:
    page = "A Title\nAnn Lee\n\nIntroduction\nSo it was (London, 1908; Leeds, 2004).\n\nReferences\n"
    (paper,) = read(page + LIST.replace("Weir, A.", "London, J.").replace("2004", "1908"))
    assert isinstance(paper, Paper)
    assert [citation.names for citation in paper.citations] == []
    (paper,) = read(page + LIST.replace("Weir, A.", "London").replace("2004", "1908"))
    assert isinstance(paper, Paper)
    assert [citation.names for citation in paper.citations] == [("London",)]


@pytest.mark.usefixtures("in_full")
def test_a_list_of_identifiers_is_one() -> None:
    found = [item for item in read("10.1000/first-1\n10.1000/second-2\n") if isinstance(item, Reference)]
    assert [reference.plain("DOI") for reference in found] == ["10.1000/first-1", "10.1000/second-2"]


def test_words_and_lines_left_out_are_counted_in_one_note() -> None:
    report = Report()
    read("Skip to main content\nA Title\n\nReferences\n" + LIST.replace("\n", "CrossRefGoogle Scholar\n"), report)
    assert [diagnostic.message for diagnostic in report] == [
        "left out 1 line of the page and 4 words glued to references"
    ]


@pytest.mark.usefixtures("in_full")
def test_the_seeds_through_the_front_door(seeds: list[Path]) -> None:
    report = Report()
    papers = [paper for path in seeds for paper in prose.read(Source.from_path(path), report)]
    assert [len(paper.references) for paper in papers if isinstance(paper, Paper)] == [23, 43, 0, 41, 5]
    assert [len(paper.citations) for paper in papers if isinstance(paper, Paper)] == [0, 0, 16, 0, 6]
    assert report.count(Severity.ERROR) == 0


@pytest.mark.usefixtures("in_full")
def test_the_other_front_doors() -> None:
    source = Source.from_text("Weir, A. (2004), A Title of Some Length, London: Sage.")
    assert len(list(prose.read_list(source, Report()))) == 1
    assert len(list(prose.read_lines(source, Report()))) == 1
    assert len(list(prose.read_page(source, Report()))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "\0\x01\x02",
        "(" * 5000,
        "[1]\n[2]\n[3]",
        "References\nReferences\n",
        "Abstract\n\nAbstract\n",
        "——— (2004), X.\n——— (2005), Y.",
        "DOI\nDOI\nISSN\nAbstract\nx",
        "Volume 1 Issue 2\nVolume 1 Issue 2\nAbstract\nx",
        "Keywords\n\nAbstract\n",
        "Title\nBy\nAbstract\nx",
        "\ud800 (2004)",
        "-\n-\n-",
        "•\n•",
        "a" * 100_000,
        "\n" * 10_000 + "x",
    ],
)
def test_content_never_raises(text: str) -> None:
    for reader in (prose.read, prose.read_page, prose.read_list, prose.read_lines):
        list(reader(Source.from_text(text), Report()))

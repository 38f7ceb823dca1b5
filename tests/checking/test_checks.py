"""What the checks report about single references, beyond the cases of tests/cases/check."""

from collections.abc import Sequence

import pytest

from reflist.checking import CHECKS, CHECKS_OF_FILES, Check, Input, check_inputs, cites_by_key
from reflist.checking.texkeys import keys_in_latex
from reflist.formats import Item
from reflist.model import Citation, Date, Name, Origin, Paper, Reference, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text


def reported(reference: Reference, checks: Sequence[Check] = CHECKS) -> list[str]:
    """Codes and messages of what the checks find."""
    return [f"{finding.rule.code}: {finding.message}" for check in checks for finding in check(reference)]


def of(**variables: Value) -> Reference:
    return Reference("key", "book", variables)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DOI", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"),
        ("DOI", "doi: 10.1000/182"),
        ("DOI", "http://doi.example.org/10.1000.10/182"),
        ("DOI", "10/f6h4b4"),
        ("ISBN", "0-306-40615-2 978-0-306-40615-7"),
        ("ISBN", "0306406152; 9780306406157 (hardback)"),
        ("ISBN", "978 0 306 40615 7"),
        ("ISBN", "0378-5955 978-0-306-40615-7"),
        ("ISBN", "080442957X"),
        ("ISBN", "0378-5955"),  # the series'
        ("ISSN", "0378-5955, 2434561x"),
        ("ISSN", "0378-5955 2434-561X"),
        ("ISSN", "9780306406157"),
        ("PMID", "12345678"),
        ("PMCID", "PMC123456"),
        ("page", "e12"),
        ("page", "A12-B3"),
        ("page", "iv-ii"),
    ],
)
def test_right_values_are_not_reported(variable: str, value: str) -> None:
    assert reported(of(**{variable: value})) == []


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("DOI", "10.10/x", "wrong-doi: DOI: 10.10/x is not a valid DOI"),
        ("ISBN", "9780306406157, 9780306406158", "wrong-isbn: ISBN: 9780306406158 has a wrong check digit"),
        ("ISBN", "0-306-40615-3", "wrong-isbn: ISBN: 0-306-40615-3 has a wrong check digit"),
        ("ISBN", "030640615", "wrong-isbn: ISBN: 030640615 is not a valid ISBN"),
        ("ISBN", "none", "wrong-isbn: ISBN: none is not a valid ISBN"),
        ("ISSN", "0378-5954", "wrong-issn: ISSN: 0378-5954 has a wrong check digit"),
        ("ISSN", "print", "wrong-issn: ISSN: print is not a valid ISSN"),
        ("PMID", "0", "wrong-pmid: PMID: 0 is not a valid PMID"),
        ("PMCID", "PM12", "wrong-pmcid: PMCID: PM12 is not a valid PMCID"),
        ("page", "12-10", "pages-backwards: page: 12-10 runs backwards"),
        ("page", "S31-S24", "pages-backwards: page: S31-S24 runs backwards"),
    ],
)
def test_wrong_values_are_reported(variable: str, value: str, message: str) -> None:
    assert reported(of(**{variable: value})) == [message]


def test_orcids_of_names() -> None:
    right, wrong = "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0098"
    names = (Name("Carberry", orcid=right), Name("Doe", "Jo", orcid=wrong), Name("Roe", orcid="0000"))
    assert reported(of(author=names)) == [
        "wrong-orcid: Jo Doe: 0000-0002-1825-0098 is not a valid ORCID",
        "wrong-orcid: Roe: 0000 is not a valid ORCID",
    ]


@pytest.mark.parametrize(
    ("date", "messages"),
    [
        (Date.of(1900, 2, 29), ["impossible-date: issued: there is no 1900-02-29"]),
        (Date.of(-44, 3, 15), []),
        (Date.of(2004, 21), []),
        (Date.of(2004, 21, 3), ["impossible-date: issued: there is no 2004-21-03"]),
        (Date(((2001, 5), (2001, 5, 3))), []),
        (Date(((2001, 5), (2001, 4, 3))), ["dates-reversed: issued: 2001-04-03 is before 2001-05"]),
        (Date(((2001,), ())), []),
        (Date(literal="2001/13/01"), ["impossible-date: issued: there is no 2001-13-01"]),
        (Date(literal="2001-31"), ["impossible-date: issued: there is no 2001-31"]),
        (Date(literal="spring 2001"), []),
    ],
)
def test_dates(date: Date, messages: list[str]) -> None:
    assert reported(of(issued=date)) == messages


def test_what_a_reader_left_of_a_date() -> None:
    extras = {
        ("ris", "month"): ("15", "May", "3"),
        ("csljson", "accessed"): ('{"date-parts": [["2001", "2", "30"]]}',),
        ("csljson", "submitted"): ('{"date-parts": [[2001, 14]], "x": 1}', "no JSON"),
        ("csljson", "note"): ("[[2001, 44]]",),
        ("ris", "DA"): ("2001/13/01/", "2001/12/01"),
        ("ris", "C1"): ("2001/13/01",),
    }
    assert reported(Reference("key", "book", {}, extras)) == [
        "impossible-date: month: there is no 15",
        "impossible-date: accessed: there is no 2001-02-30",
        "impossible-date: DA: there is no 2001/13/01/",
    ]


def test_what_is_inherited_from_an_entry_that_is_not_there_is_not_missed() -> None:
    chapter = Reference("key", "chapter", {"title": Text("T")}, {("bibtex", "crossref"): ("gone",)})
    assert reported(chapter, CHECKS_OF_FILES) == []
    assert reported(chapter.replace(extras={}), CHECKS_OF_FILES) == [
        "missing-field: chapter without author or editor and without title of the book and without year"
    ]


@pytest.mark.parametrize(
    ("entry", "findings"), [("proceedings", []), ("mvbook", ["missing-field: book without author or editor"])]
)
def test_proceedings_may_have_no_editor(entry: str, findings: list[str]) -> None:
    book = Reference(
        "key", "book", {"title": Text("T"), "issued": Date.of(2001)}, {("biblatex", "entrytype"): (entry,)}
    )
    assert reported(book, CHECKS_OF_FILES) == findings


def checked(*inputs: Input) -> list[str]:
    """The messages about inputs."""
    report = Report()
    check_inputs(inputs, report)
    return [str(finding) for finding in report]


def file(text: str, *items: Item) -> Input:
    return Input(Source.from_text(text, "a"), items, is_file=True)


def at(line: int | None, **variables: Value) -> Reference:
    return Reference("key", "bill", {"title": Text("T"), **variables}, origin=Origin("a", line))


@pytest.mark.parametrize(
    ("line", "text", "place"),
    [
        (1, "one\ntwo PM12\n", "a:2:5"),
        (2, "PM12\ntwo\n", "a:2"),
        (None, "PM12", "a"),
        (9, "PM12", "a:9"),
    ],
)
def test_the_place_of_what_is_wrong(line: int | None, text: str, place: str) -> None:
    assert checked(file(text, at(line, PMID="PM12"))) == [
        f"{place}: error[wrong-pmid] PMID: PM12 is not a valid PMID (key)"
    ]


def test_a_line_with_several_records_gives_no_column() -> None:
    one, other = at(1, PMID="x1"), at(1, PMID="x2").replace(id="other")
    assert [line.split()[0] for line in checked(file("x1 x2", one, other))] == ["a:1:", "a:1:"]


def test_pages_are_found_however_their_dash_is_written() -> None:
    for dash in ("-", "--", "–"):
        assert checked(file(f"pages 9{dash}7", at(1, page="9-7")))[0].startswith("a:1:7: ")


def paper(*references: Reference, cites: tuple[str, str, str] = ("Doe", "2001", "")) -> Input:
    name, year, letter = cites
    citation = Citation(f"{name} {year}", 1, (name,), others=False, year=year, suffix=letter)
    own = Reference("paper", "article", {}, origin=Origin("a", 1))
    return Input(Source.from_text("text", "a"), [Paper(own, references, (citation,))], is_file=False)


def listed(line: int, name: str, year: int, letter: str = "", given: str = "Jo") -> Reference:
    names = {"author": (Name(name, given),)} if name else {}
    return Reference(
        name.lower(),
        "book",
        {"title": Text(f"Book {line}"), **names, "issued": Date.of(year), "year-suffix": letter},
        origin=Origin("a", line),
    )


def test_a_text_without_a_list() -> None:
    assert checked(paper()) == ["a: note[no-list] 1 citation, but no list to compare with"]


def test_a_text_that_cites_nothing_is_not_compared() -> None:
    own = Reference("paper", "article", {}, origin=Origin("a", 1))
    silent = Input(Source.from_text("text", "a"), [Paper(own, (listed(2, "Doe", 2001),))], is_file=False)
    assert checked(silent) == []


def test_letters_that_the_list_has() -> None:
    list_ = (listed(2, "Doe", 2001, "a"), listed(3, "Doe", 2001, "b"), listed(4, "", 2001))
    assert checked(paper(*list_)) == [
        "a:1: error[cited-ambiguously] “Doe 2001” may be any of 2001a, 2001b",
        "a:4: error[listed-not-cited] nothing in the text cites this",
    ]
    assert checked(paper(*list_[:2], cites=("Doe", "2001", "b")))[0].startswith("a:2: error[listed-not-cited]")
    assert checked(paper(listed(2, "Doe", 2001), cites=("Doe", "2001", "b"))) == [
        "a:1: error[cited-not-listed] “Doe 2001” is not in the list, which has 2001 without a letter"
    ]


def test_namesakes_need_no_letters() -> None:
    assert checked(paper(listed(2, "Doe", 2001), listed(3, "Doe", 2001, given="Al"), cites=("Roe", "2001", "")))[
        1:
    ] == [
        "a:2: error[listed-not-cited] nothing in the text cites this (doe)",
        "a:3: error[listed-not-cited] nothing in the text cites this (doe)",
    ]


@pytest.mark.parametrize(
    ("text", "by_key"),
    [
        ("[@doe2001]", True),
        ("[see @{doe 2001}; -@roe]", True),
        ("[-@doe2001, p. 3]", True),
        ("@doe2001 says", False),
        ("write to [me](ann@example.org)", False),
        ("`[@doe2001]`", False),
        ("```\n[@doe2001]\n", False),
        ("~~~ md\n[@doe2001]\n~~~\n", False),
    ],
)
def test_texts_that_cite_by_key(text: str, by_key: bool) -> None:
    assert cites_by_key(Source.from_text(text)) is by_key


@pytest.mark.parametrize(
    ("latex", "keys"),
    [
        (r"\cite{a} \Citep*[see][12]{b, c-d:e} \textcite{f}", ["a", "b", "c-d:e", "f"]),
        (r"\parencites(see)(all)[3]{a}[4][5]{b} and {no}", ["a", "b"]),
        ("\\footcite[see\nthere]{a,\n  b}", ["a", "b"]),
        (r"\nocite{*}", ["*"]),
        (r"50\% \cite{a} % \cite{no}", ["a"]),
        (r"\verb|\cite{no}| \begin{verbatim}\cite{no}\end{verbatim} \cite{a}", ["a"]),
        ("\\newcommand{\\mycite}[1]{\\cite{no#1}}\n\\mycite{a}", ["a"]),
        (r"\citetext{see a} \citestyle{authoryear} \excited{no} \cite[see \cite{a}", ["a"]),
        (r"\cite{}", []),
    ],
)
def test_keys_that_latex_cites(latex: str, keys: list[str]) -> None:
    assert [cited.key for cited in keys_in_latex(latex)] == keys
    assert all(latex[cited.offset :].startswith(cited.key) for cited in keys_in_latex(latex))

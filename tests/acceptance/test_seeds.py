"""What the main job must find in the five seed pages: the papers, who cites what, and which references are one work."""

import json
from pathlib import Path
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]  # it has no types
from pybtex.database import parse_file
from pybtex.plugin import find_plugin

import reflist
from foreign.pandoc import departures, exception, read_by_pandoc
from reflist.model import Reference, from_csl

TITLES = {
    "000": "Co-production and Sure Start Children's Centres: Reflecting upon Users', Perspectives and Implications for "
    "Service Delivery, Planning and Evaluation",
    "001": "Implementing Co-Production in Adult Social Care: An Example of Meta-Governance Failure?",
    "002": "Constructing and sustaining Sure Start Local Programme partnerships: lessons for future inter\u2010agency "
    "collaborations",
    "003": "Realising the Potential of Co-production: Negotiating Improvements in Public Services",
    "004": "Reflections on my experience of co-producing early childhood policies in England",
}
AUTHORS = {
    "000": ["Simon Pemberton", "Jennifer Mason"],
    "001": ["Peter Scourfield"],
    "002": ["Debbie Allnock", "Sophie Akhurst", "Jane Tunstill", "NESS Research Team"],
    "003": ["Catherine Needham"],
    "004": ["Eva Lloyd"],
}
ISSUED = {"000": [2009, 1, 1], "001": None, "002": [2006, 11, 1], "003": [2008, 4, 1], "004": None}

MERGED = [
    {("000", "Bovaird"), ("001", "Bovaird"), ("003", "Bovaird")},
    {("000", "Ostrom"), ("003", "Ostrom")},
    {("001", "Alford"), ("003", "Alford")},
    {("001", "Leadbeater"), ("003", "Leadbeater")},
    {("000", "Cabinet Office"), ("001", "HM Government")},
]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory, seeds: list[Path]) -> Path:
    out = tmp_path_factory.mktemp("build")
    reflist.bib(seeds, out)
    return out


@pytest.fixture(scope="module")
def works(build: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((build / "works.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def papers(build: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((build / "papers.json").read_text("utf-8"))
    return {paper["source"][:3]: paper for paper in found}


@pytest.fixture(scope="module")
def references(build: Path) -> list[Reference]:
    return [from_csl(item) for item in json.loads((build / "references.json").read_text("utf-8"))]


@pytest.mark.parametrize("page", TITLES)
def test_the_papers_own_details(papers: dict[str, dict[str, Any]], page: str) -> None:
    item = papers[page]["reference"]
    names = [name.get("literal") or f"{name['given']} {name['family']}" for name in item["author"]]
    assert (item["title"], names) == (TITLES[page], AUTHORS[page])
    assert item.get("issued", {}).get("date-parts", [None])[0] == ISSUED[page]


def test_what_only_some_pages_give(papers: dict[str, dict[str, Any]]) -> None:
    def given(variable: str) -> dict[str, Any]:
        return {page: paper["reference"][variable] for page, paper in papers.items() if variable in paper["reference"]}

    assert given("container-title") == {"001": "Social Policy and Society", "002": "Journal of Childrens Services"}
    assert given("DOI") == {"002": "10.1108/17466660200600021"}
    assert (given("volume"), given("issue"), given("page")) == ({"002": "1"}, {"002": "3"}, {"002": "29-39"})
    assert given("URL") == {}


def test_works(works: list[dict[str, Any]]) -> None:
    assert len(works) == 106
    assert sum(len(work["members"]) for work in works) == 112
    assert len({work["id"] for work in works}) == 106


def test_what_is_merged_and_nothing_else(works: list[dict[str, Any]]) -> None:
    merged = [
        {(member["source"][:3], member["raw"].split(",")[0].split(" (")[0]) for member in work["members"]}
        for work in works
        if len(work["members"]) > 1
    ]
    assert sorted(map(sorted, merged)) == sorted(map(sorted, MERGED))
    assert all(work["evidence"] and work["evidence"][0]["reasons"] for work in works if len(work["members"]) > 1)


def test_no_chimeras(works: list[dict[str, Any]]) -> None:
    """Author, title, container and date of a merged work are those of one member."""
    by_id = {work["id"]: work for work in works}
    bovaird = next(work for id, work in by_id.items() if id.startswith("bovaird"))
    assert bovaird["reference"]["issued"] == {"date-parts": [[2007]]}
    assert "status" not in bovaird["reference"]
    assert {variant["value"] for variant in bovaird["variants"]["status"]} == {"forthcoming"}
    modernising = next(work for work in works if work["reference"]["title"] == "Modernising Government")
    assert modernising["reference"]["author"] == [{"literal": "Cabinet Office"}]
    assert modernising["reference"]["number"] == "Cm 4310"
    assert modernising["variants"]["author"][0]["value"] == [{"literal": "HM Government"}]
    assert any("4310" in reason for evidence in modernising["evidence"] for reason in evidence["reasons"])


def test_citations_in_the_text(papers: dict[str, dict[str, Any]]) -> None:
    def distinct(page: str) -> set[tuple[str, str]]:
        return {(" ".join(citation["names"]), citation["year"]) for citation in papers[page]["citations"]}

    assert (len(distinct("002")), len(distinct("004"))) == (15, 5)
    linked = [citation for citation in papers["002"]["citations"] if citation["work"]]
    assert [(citation["text"], citation["via"]) for citation in linked] == [("Cabinet Office, 1999", "other list")]
    assert {citation["via"] for citation in papers["004"]["citations"]} == {"own list"}
    assert {citation["locator"] for citation in papers["004"]["citations"]} == {"", "88", "417"}
    assert all(not papers[page]["citations"] for page in ("000", "001", "003"))


def test_who_cites_modernising_government(works: list[dict[str, Any]], papers: dict[str, dict[str, Any]]) -> None:
    work = next(work for work in works if work["reference"]["title"] == "Modernising Government")
    assert work["cited_by"] == sorted(papers[page]["id"] for page in ("000", "001", "002"))
    assert papers["002"]["cites"] == [work["id"]]


def test_what_is_cited_is_who_cites(works: list[dict[str, Any]], papers: dict[str, dict[str, Any]]) -> None:
    cites = {(paper["id"], work) for paper in papers.values() for work in paper["cites"]}
    assert cites == {(paper, work["id"]) for work in works for paper in work["cited_by"]}


def test_letters_are_assigned_again_and_never_twice(build: Path) -> None:
    for style, opening in (("harvard", " ("), ("apa", ". (")):
        lines = (build / f"{style}.txt").read_text("utf-8").splitlines()
        assert len(lines) == 106
        lettered = [
            line.split(")")[0]
            for line in lines
            if any(f"{opening}{year}" in line for year in ("2006a", "2006b", "2011a", "2011b"))
        ]
        assert sorted(head.rsplit("(", 1)[1] for head in lettered) == ["2006a", "2006b", "2011a", "2011b"]


@pytest.mark.parametrize(("format", "suffix"), [("bibtex", "bib"), ("ris", "ris"), ("csljson", "json")])
def test_pandoc_reads_every_work(build: Path, references: list[Reference], format: str, suffix: str) -> None:
    """106 works, not a word on standard error, and every departure a listed rule of the reader (tests/foreign)."""
    items, complaints = read_by_pandoc(format, (build / f"references.{suffix}").read_text("utf-8"))
    assert (len(items), complaints) == (106, "")
    assert [departure for departure in departures(format, references, items) if exception(departure) is None] == []


def test_rispy_keeps_institutions_whole(build: Path, references: list[Reference]) -> None:
    with (build / "references.ris").open(encoding="utf-8") as file:
        records = rispy.load(file)
    assert len(records) == 106
    expected = [name.literal for reference in references for name in reference.names("author") if name.is_institution]
    read = [author.rstrip(",") for record in records for author in record.get("authors", ())]
    assert expected
    assert [name for name in expected if name not in read] == []


def test_pybtex_takes_our_bib_without_a_warning(build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own reader and its plain style; both say what they miss on standard error."""
    database = parse_file(str(build / "references.bib"), bib_format="bibtex")
    style = find_plugin("pybtex.style.formatting", "plain")()
    entries = list(style.format_entries(database.entries.values()))
    assert len(entries) == 106
    assert "".join(capsys.readouterr()) == ""

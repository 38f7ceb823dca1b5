"""Which citation means which work: one in its own list first, else the only fitting one elsewhere, else left open."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from described import article, described
from reflist.citing import Citing, link_citations, paper_to_json
from reflist.matching import match
from reflist.model import Citation, Date, Name, Origin, Paper, Reference
from reflist.report import Report
from reflist.text import Text


def cited(printed: str, line: int = 1) -> Citation:
    """A citation written as ``Name & Name et al 2005a, p. 4``."""
    found = re.fullmatch(r"(.+?)( et al)? ((?:19|20)\d\d|[a-z. ]+)([a-z])?(?:, p\. (\d+))?", printed)
    assert found, printed
    names, others, year, suffix, locator = found.groups(default="")
    return Citation(printed, line, tuple(names.split(" & ")), bool(others), year, suffix, locator)


def paper(id: str, listed: Sequence[Reference], *citations: str, source: str = "") -> Paper:
    own = Reference(id, "article-journal", {"title": Text(f"Paper {id}")}, origin=Origin(source or f"{id}.txt", 1))
    return Paper(own, tuple(listed), tuple(cited(one, line) for line, one in enumerate(citations, 10)))


def linked(*papers: Paper, loose: Sequence[Reference] = (), report: Report | None = None) -> Citing:
    listed = [reference for paper in papers for reference in paper.references]
    lists = [number for number, paper in enumerate(papers) for _ in paper.references]
    return link_citations(
        papers, match([*listed, *loose], [*lists, *([None] * len(loose))]), Report() if report is None else report
    )


def meanings(citing: Citing, paper: int = 0) -> list[tuple[str | None, str | None]]:
    return [(one.work, one.via) for one in citing.papers[paper].citations]


LIST = [
    described(("Boyle, D.", "Slay, J.", "Stephens, L."), 2010, "Inside Out", id="boyle"),
    described(("Skelcher, C", "Torfing, J."), 2010, "Design", id="skelcher"),
    described("Needham, C.", "2011a", "Story", id="needham-a"),
    described("Needham, C.", "2011b", "Narrative", id="needham-b"),
    described("Rose, N.", 2000, "Control", id="rose"),
    described("Sørensen, E.", 2006, "Metagovernance", id="sorensen"),
    described(("Johnston Miller, K.", "McTavish, D."), 2012, "Partners", id="johnston"),
    described("Wilks-Heeg, S.", "2003a", "Economy", id="wilks"),
    described("Department for Education and Skills (DfES)", "2006a", "Guidance", id="dfes-a"),
    described("DfES", "2006b", "Planning", id="dfes-b"),
    described("Department of Health (DOH)", 2007, "Health", id="doh"),
    described("Commission for Social Care Inspection", 2005, "Care", id="csci"),
    described(("National Consumer Council (NCC)", "Unison"), 2006, "Solutions", id="ncc"),
    described("Tunstill, J.", "in press", "Partnerships", id="tunstill"),
    described("Joode, E.", 2010, "Stroke", id="joode")
    | {"author": (Name("Joode", "E.", dropping_particle="van", non_dropping_particle="de"),)},
    Reference("bevir", "book", {"editor": (Name("Bevir", "M."),), "issued": Date.of(2011), "title": Text("Handbook")}),
    article("", 2005, "Choice must not define", "The Guardian", id="guardian"),
    described("", 2004, "Magna Carta", id="carta"),
    described("Undated, A.", None, "When", id="undated") | {"issued": Date(literal="n.d.")},
    described("Many, A.", 2001, "Et", id="many").replace(extras={("list", "author"): ("et al.",)}),
]


@pytest.mark.parametrize(
    ("printed", "work"),
    [
        ("Boyle et al 2010", "boyle"),
        ("Boyle & Slay & Stephens 2010", "boyle"),
        ("Boyle & Slay et al 2010", "boyle"),
        ("Boyle 2010", None),  # one author, not three
        ("Boyle & Slay 2010", None),
        ("Boyle & Slay & Stephens et al 2010", None),
        ("Boyle & Slay & Stephens & Coote 2010", None),
        ("Slay et al 2010", None),
        ("Boyle et al 2011", None),
        ("Skelcher & Torfing 2010, p. 88", "skelcher"),
        ("Skelcher et al 2010", "skelcher"),
        ("Needham 2011a", "needham-a"),
        ("Needham 2011b", "needham-b"),
        ("Needham 2011", None),
        ("Needham 2011c", None),
        ("Rose 2000", "rose"),
        ("Rose et al 2000", None),
        ("Rose 2000a", None),
        ("Sorensen 2006", "sorensen"),
        ("SØRENSEN 2006", "sorensen"),
        ("Johnston Miller & McTavish 2012", "johnston"),
        ("Miller & McTavish 2012", None),
        ("Wilks-Heeg 2003", "wilks"),  # the only one, though it has a letter
        ("Wilks Heeg 2003a", "wilks"),
        ("DfES 2006a", "dfes-a"),
        ("Department for Education and Skills 2006b", "dfes-b"),
        ("DfES 2004", None),
        ("DoH 2007", "doh"),
        ("Department of Health (DoH) 2007", "doh"),
        ("Dept of Health 2007", "doh"),
        ("CSCI 2005", "csci"),
        ("NCC & Unison 2006", "ncc"),
        ("Tunstill forthcoming", "tunstill"),
        ("Tunstill 2007", None),
        ("de Joode 2010", "joode"),
        ("Joode 2010", "joode"),
        ("van de Joode 2010", "joode"),
        ("do Rose 2000", "rose"),  # "as do Rose (2000) and others": a particle for all one can tell
        ("de 2010", None),
        ("Bevir 2011", "bevir"),
        ("The Guardian 2005", "guardian"),
        ("Magna Carta 2004", "carta"),
        ("Undated n.d.", "undated"),
        ("Many et al 2001", "many"),
        ("Many 2001", None),
    ],
)
def test_the_own_list(printed: str, work: str | None) -> None:
    assert meanings(linked(paper("p", LIST, printed))) == [(work, work and "own list")]


def test_another_list_only_where_one_work_fits() -> None:
    white_paper = described("Cabinet Office", 1999, "Modernising Government", id="white")
    again = described("Cabinet Office", 1999, "Modernising government", id="white", publisher="Stationery Office")
    citing = linked(
        paper("a", [], "Cabinet Office 1999", "Needham 2011", "DfES 2004", "Rose 2000a"),
        paper("b", [white_paper, *LIST]),
        paper("c", [again]),
    )
    assert meanings(citing) == [("white", "other list"), (None, None), (None, None), (None, None)]
    assert citing.papers[0].cites == ("white",)
    (work,) = [work for work in citing.works if work.id == "white"]
    assert work.cited_by == ("a", "b", "c")


def test_a_work_is_found_by_the_names_of_each_of_its_members() -> None:
    office = described("Cabinet Office", 1999, "Modernising Government", URL="http://a.example/cm43/4310/", id="white")
    government = described("HM Government", 1999, "Modernising Government", number="Cm 4310", id="paper")
    citing = linked(
        paper("a", [], "HM Government 1999", "Cabinet Office 1999"), paper("b", [office]), paper("c", [government])
    )
    assert meanings(citing) == [("paper", "other list")] * 2


def test_the_own_list_comes_first() -> None:
    other = described(("Boyle, D.", "Coote, A."), 2010, "Right Here", id="other")
    citing = linked(paper("a", [LIST[0]], "Boyle et al 2010"), paper("b", [other], "Boyle et al 2010"))
    assert (meanings(citing, 0), meanings(citing, 1)) == ([("boyle", "own list")], [("other", "own list")])


def test_what_is_ambiguous_in_the_own_list_is_not_looked_for_elsewhere() -> None:
    two = [described("Doe, A.", 2001, "Bins", id="bins"), described("Doe, B.", 2001, "Carts", id="carts")]
    assert meanings(
        linked(paper("a", two, "Doe 2001"), paper("b", [described("Doe, A.", 2001, "Bins", id="bins")]))
    ) == [(None, None)]


def test_references_outside_papers_count_as_another_list() -> None:
    assert meanings(linked(paper("a", [], "Rose 2000"), loose=LIST)) == [("rose", "other list")]


def test_listed_works_are_cited_whether_or_not_the_text_mentions_them() -> None:
    citing = linked(paper("a", LIST[:2], "Boyle et al 2010"), paper("b", LIST[1:3]))
    assert [one.cites for one in citing.papers] == [("boyle", "skelcher"), ("needham-a", "skelcher")]
    assert {work.id: work.cited_by for work in citing.works} == {
        "boyle": ("a",),
        "skelcher": ("a", "b"),
        "needham-a": ("b",),
    }


def test_open_citations_are_reported_once_with_their_place() -> None:
    report = Report()
    linked(
        paper("a", LIST, "Needham 2011", "Needham 2011c", "Rose 2000b", "Doe 2001", "Boyle et al 2010", "DOE 2001"),
        paper("b", [], "Brown 2002"),
        paper("c", [described("Doe, A.", 1999, "Bins"), described("Doe, A.", 1999, "Carts and more")], "Doe 1999"),
        report=report,
    )
    assert list(map(str, report)) == [
        "a.txt:10: note[citation-unresolved] “Needham 2011”: the list has 2011a, 2011b (a)",
        "a.txt:11: note[citation-unresolved] “Needham 2011c”: the list has 2011a, 2011b (a)",
        "a.txt:12: note[citation-unresolved] “Rose 2000b”: the list has this year without a letter (a)",
        "a.txt:13: note[citation-unresolved] “Doe 2001”: no single work in any list fits (a)",
        "b.txt:10: note[citation-unresolved] “Brown 2002”: there is no list, and no single work elsewhere fits (b)",
        "c.txt:10: note[citation-unresolved] “Doe 1999”: several works in the list fit (c)",
    ]


def test_papers_have_ids_of_their_own_whatever_their_order() -> None:
    papers = [paper("x", [], source="2.txt"), paper("x", [], source="1.txt"), paper("", [], source="3.txt")]
    ids = [one.id for one in linked(*papers).papers]
    assert len(set(ids)) == 3
    assert not any("#" in id for id in ids)
    assert [one.id for one in linked(*reversed(papers)).papers] == ids[::-1]
    assert [one.id for one in linked(papers[0], papers[2]).papers] == ["x", ids[2]]


def test_a_paper_as_json() -> None:
    (first,) = linked(paper("p", LIST, "Needham 2011b, p. 88", "Doe 2001")).papers
    row = paper_to_json(first)
    assert list(row) == ["id", "source", "reference", "cites", "citations"]
    assert (row["id"], row["source"], row["reference"]["title"]) == ("p", "p.txt", "Paper p")
    assert row["cites"] == sorted(reference.id for reference in LIST)
    assert row["citations"] == [
        {
            "text": "Needham 2011b, p. 88",
            "line": 10,
            "names": ["Needham"],
            "year": "2011b",
            "locator": "88",
            "work": "needham-b",
            "via": "own list",
        },
        {"text": "Doe 2001", "line": 11, "names": ["Doe"], "year": "2001", "locator": "", "work": None, "via": None},
    ]


def test_no_papers() -> None:
    assert linked() == Citing((), ())


NAMES = st.sampled_from(["Doe", "Roe", "Cabinet Office", "DfES", "Needham"])
YEARS = st.sampled_from(["2010", "2011", "forthcoming"])


@given(
    st.lists(st.tuples(NAMES, YEARS, st.sampled_from(["", "a"]), st.booleans()), max_size=8), st.integers(0, len(LIST))
)
def test_every_citation_keeps_its_place_and_means_a_known_work_or_none(
    printed: list[tuple[str, str, str, bool]], own: int
) -> None:
    citations = tuple(
        Citation(f"{name} {year}{suffix}", line, (name,), others, year, suffix)
        for line, (name, year, suffix, others) in enumerate(printed)
    )
    papers = [paper("a", LIST[:own]).replace(citations=citations), paper("b", LIST)]
    citing = linked(*papers)
    known = {work.id for work in citing.works}
    assert tuple(one.citation for one in citing.papers[0].citations) == citations
    for one in citing.papers[0].citations:
        assert (one.work is None) == (one.via is None)
        assert one.work is None or one.work in known & set(citing.papers[0].cites)

"""Lines among references that are not references: annotations, addresses, remarks on the parts of a list."""

import reflist
from reflist.model import Reference
from reflist.prose import read
from reflist.report import Report
from reflist.source import Source

ANNOTATED = """Annotated Bibliography

Alford, J. (2009). Engaging public sector clients. Palgrave Macmillan.

Alford examines how clients contribute. The book argues that incentives other than money matter to them and to others.

Bovaird, T. (2007). Beyond engagement and participation. Public Administration Review, 67(5), 846–860.

This article presents a framework. Bovaird (2007) uses six case studies, and the framework will be used in chapter 3.
"""
SYLLABUS = """Dr Ann Weir (a.weir@leeds.example), office hours Tuesday 2-4
Rhodes, R.A.W. (1996) 'The New Governance', Political Studies, 44(4): 652-67.
Stoker, G. (1998) 'Governance as theory', International Social Science Journal, 50(155): 17-28.
"""


def titles(text: str) -> list[str]:
    return [item["title"] for item in reflist.parse(text).to_csl()]


def test_what_is_said_of_works_is_none() -> None:
    report = Report()
    found = [item.plain("title") for item in read(Source.from_text(ANNOTATED), report) if isinstance(item, Reference)]
    assert found == ["Engaging public sector clients", "Beyond engagement and participation"]
    assert [one.place.line for one in report.diagnostics if one.code == "not-a-reference"] == [5, 9]


def test_how_somebody_is_reached_is_no_work() -> None:
    assert titles(SYLLABUS) == ["The New Governance", "Governance as theory"]


def test_a_page_that_cites_and_lists_nothing_says_so() -> None:
    report = Report()
    body = "Introduction\nAs Weir (2001) says, hedges are old.\n"
    text = f"Abstract\nWe ask who digs, as others did (Weir, 2001; Roe, 2004).\n{body}"
    list(read(Source.from_text(text), report))
    assert "list-not-found" in report.counts()
    assert "nothing-listed" not in report.counts()

"""The paper's own reference, from pages in the manner of several publishers (all invented)."""

from pathlib import Path
from typing import Any

import pytest

from reflist.model import Paper, Reference, to_csl
from reflist.prose import read_page
from reflist.report import Report
from reflist.source import Source


def own(text: str) -> Reference:
    (paper,) = read_page(Source.from_text(text, "page.txt"), Report())
    assert isinstance(paper, Paper)
    return paper.reference


def item(text: str) -> dict[str, Any]:
    """The paper's own reference as CSL-JSON, without its key and fields outside CSL."""
    return {field: value for field, value in to_csl(own(text)).items() if field not in ("id", "custom")}


def date(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


def person(given: str, family: str) -> dict[str, str]:
    return {"family": family, "given": given}


CAMBRIDGE = """\
Skip to main content
Accessibility help
Login Alert
Cancel
Log in
×
Home
>Journals
>Social Policy and Society
>Volume 12 Issue 3
>Neighbours as carers: what the parish remembers
English
Français
Neighbours as carers: what the parish remembers
Published online by Cambridge University Press:  08 March 2013
Hanna Lindqvist [Opens in a new window]
 and
Thomas Brian
Show author details
Hanna Lindqvist
Affiliation:
Department of Social Work, University of Lund E-mail: hanna.lindqvist@example.org
Thomas Brian
Affiliation:
School of Politics, University College Galway
Article contents
Abstract
References
Rights & Permissions [Opens in a new window]
Abstract
Neighbours do much that services count as theirs (Weir, 2009). We ask what the parish remembers, and who is thanked.
Keywords
Care neighbours memory parish
Type
Articles
Information
Social Policy and Society , Volume 12 , Issue 3 , July 2013 , pp. 331 - 344
DOI: https://doi.org/10.1017/S1474746413000012 [Opens in a new window]
Copyright
Copyright © Cambridge University Press 2013
Access options
Get access to the full version of this content by using one of the access options below.
References
Weir, A. (2009), ‘Thanking the neighbours’, Journal of Parish Studies, 4, 2, 1128.CrossRefGoogle Scholar
Young, M. and Ash, P. (1957), Kin and Parish, London: Routledge.Google Scholar
Cited by
Loading...
"""

TAYLOR_AND_FRANCIS = """\
Skip to Main Content
Home All Journals International Journal of Parish Research List of Issues Volume 12, Issue 3 Counting the unpaid hour
Search in:
This Journal
International Journal of Parish Research
Volume 12, 2009 - Issue 3
1,234
Views
23
CrossRef citations to date
0
Altmetric
Articles
Counting the unpaid hour: a diary study of volunteers
Jane Okafor ORCID Icon & Ludwig van Houten
Pages 215-231 | Received 12 Jan 2008, Accepted 10 Oct 2008, Published online: 15 Apr 2009
Cite this article https://doi.org/10.1080/13645570802648077
Full Article
Figures & data
References
Citations
Metrics
Reprints & Permissions
View PDF
Abstract
Diaries show hours that surveys miss. We compare both in four parishes over two winters.
Keywords: diary; time use; volunteers
Additional information
Notes on contributors
Jane Okafor
Jane Okafor teaches at Leeds.
References
Bell, R. (1999). Time diaries. London: Sage. [Google Scholar]
Moss, T., & Grey, P. (2004). Hours. Time & Society, 13(2), 21–40. [Crossref], [Web of Science ®], [Google Scholar]
Related Research Data
"""

SAGE = """\
Who Speaks for the Street? Residents and Officers in Three Towns
Marta Kowalska, Joe Brand
First Published June 1, 2009 Research Article
https://doi.org/10.1177/0261018309105177
Article information
Volume: 29 issue: 3, page(s): 402-421
Article first published online: June 1, 2009; Issue published: August 1, 2009
Marta Kowalska1, Joe Brand2
1University of Salford, UK
2University of Bath, UK
Corresponding Author: Marta Kowalska, University of Salford. Email: m.k@example.org
Abstract
Residents speak, officers write. This article looks at what is lost between (Brand, 2001; Kowalska and Brand, 2005).
Keywords participation, residents, officers
References
Brand J (2001) Writing down the street. Urban Studies 38(4): 601–618. Google Scholar | Crossref | ISI
Kowalska M and Brand J (2005) Officers. Bristol: Policy Press. Google Scholar
"""

WILEY = """\
Journal of Town Policy
Volume 45, Issue 1 p. 54-68
Original Article
The Story of the Personal Budget: From Idea to Form
Carla Needle
First published: 02 January 2011
https://doi.org/10.1111/j.1467-9515.2010.00753.x
Citations: 53
Carla Needle, Department of Public Policy, University of Birmingham, UK. Email: c@example.org
Read the full text
PDF
Tools
Share
Abstract
Budgets tell stories. This one begins in a form.
References
Duffy, S. (2004) Keys to Form Filling. London: Demos.
Google Scholar
Glen, J. (2007) ‘Forms’, Town Policy Quarterly, 3, 1, 1–9.
CrossrefWeb of Science®Google Scholar
"""

SPRINGER = """\
Why forms grow: a theory of clauses
Original Paper
Published: 12 March 2010
volume 23, pages123–140 (2010)
Cite this article
Policy Clauses
Ana Ruiz1,2 & Bo Chen3
812 Accesses 4 Citations
Explore all metrics
Abstract
Clauses grow where nobody is asked to cut them.
This is a preview of subscription content, log in via an institution to check access.
References
Bell, D. (1974). Clauses. Policy Clauses, 1(2), 3–19.
Article  Google Scholar
Carr, E. (1980). What is a clause? Oxford: Blackwell.
Book  Google Scholar
Download references
Author information
"""

REPOSITORY = """\
Small places, long memories: the parish as archive
Brown, Karen and Smith, Jo (2010) Small places, long memories: the parish as archive. Parish Studies, 12 (3), pp. 1-20.
Full text not available from this repository.
Abstract
Archives keep what somebody once wrote down.
Item Type: Article
Uncontrolled Keywords: archive, parish
Subjects: H Social Sciences
Divisions: School of History
Depositing User: Ms K Brown
Date Deposited: 03 May 2011 10:12
Last Modified: 15 Sep 2019 01:04
URI: http://eprints.example.ac.uk/id/eprint/1234
"""

PAGES: list[tuple[str, dict[str, Any]]] = [
    (
        CAMBRIDGE,
        {
            "type": "article-journal",
            "title": "Neighbours as carers: what the parish remembers",
            "author": [person("Hanna", "Lindqvist"), person("Thomas", "Brian")],
            "container-title": "Social Policy and Society",
            "volume": "12",
            "issue": "3",
            "page": "331-344",
            "publisher": "Cambridge University Press",
            "issued": date(2013, 7),
            "available-date": date(2013, 3, 8),
            "DOI": "10.1017/S1474746413000012",
            "keyword": "Care neighbours memory parish",
            "abstract": "Neighbours do much that services count as theirs (Weir, 2009). "
            "We ask what the parish remembers, and who is thanked.",
        },
    ),
    (
        TAYLOR_AND_FRANCIS,
        {
            "type": "article-journal",
            "title": "Counting the unpaid hour: a diary study of volunteers",
            "author": [
                person("Jane", "Okafor"),
                {"family": "Houten", "given": "Ludwig", "non-dropping-particle": "van"},
            ],
            "container-title": "International Journal of Parish Research",
            "volume": "12",
            "issue": "3",
            "page": "215-231",
            "issued": date(2009),
            "available-date": date(2009, 4, 15),
            "DOI": "10.1080/13645570802648077",
            "keyword": "diary; time use; volunteers",
            "abstract": "Diaries show hours that surveys miss. We compare both in four parishes over two winters.",
        },
    ),
    (
        SAGE,
        {
            "type": "article-journal",
            "title": "Who Speaks for the Street? Residents and Officers in Three Towns",
            "author": [person("Marta", "Kowalska"), person("Joe", "Brand")],
            "volume": "29",
            "issue": "3",
            "page": "402-421",
            "issued": date(2009, 8, 1),
            "available-date": date(2009, 6, 1),
            "DOI": "10.1177/0261018309105177",
            "keyword": "participation, residents, officers",
            "abstract": "Residents speak, officers write. This article looks at what is lost between "
            "(Brand, 2001; Kowalska and Brand, 2005).",
        },
    ),
    (
        WILEY,
        {
            "type": "article-journal",
            "title": "The Story of the Personal Budget: From Idea to Form",
            "author": [person("Carla", "Needle")],
            "container-title": "Journal of Town Policy",
            "volume": "45",
            "issue": "1",
            "page": "54-68",
            "issued": date(2011, 1, 2),
            "DOI": "10.1111/j.1467-9515.2010.00753.x",
            "abstract": "Budgets tell stories. This one begins in a form.",
        },
    ),
    (
        SPRINGER,
        {
            "type": "article-journal",
            "title": "Why forms grow: a theory of clauses",
            "author": [person("Ana", "Ruiz"), person("Bo", "Chen")],
            "container-title": "Policy Clauses",
            "volume": "23",
            "page": "123-140",
            "issued": date(2010, 3, 12),
            "abstract": "Clauses grow where nobody is asked to cut them.",
        },
    ),
    (
        REPOSITORY,
        {
            "type": "article-journal",
            "title": "Small places, long memories: the parish as archive",
            "author": [person("Karen", "Brown"), person("Jo", "Smith")],
            "container-title": "Parish Studies",
            "volume": "12",
            "issue": "3",
            "page": "1-20",
            "issued": date(2010),
            "URL": "http://eprints.example.ac.uk/id/eprint/1234",
            "keyword": "archive, parish",
            "abstract": "Archives keep what somebody once wrote down.",
        },
    ),
]


@pytest.mark.parametrize(
    ("page", "expected"), PAGES, ids=["cambridge", "taylor", "sage", "wiley", "springer", "eprints"]
)
def test_pages_of_publishers(page: str, expected: dict[str, Any]) -> None:
    assert item(page) == expected


def test_affiliations_are_kept_with_their_names() -> None:
    assert [name.affiliation for name in own(CAMBRIDGE).names("author")] == [
        "Department of Social Work, University of Lund",
        "School of Politics, University College Galway",
    ]
    assert [name.affiliation for name in own(SAGE).names("author")] == [
        "University of Salford, UK",
        "University of Bath, UK",
    ]
    assert [name.affiliation for name in own(WILEY).names("author")] == [
        "Department of Public Policy, University of Birmingham, UK."
    ]


def test_every_value_says_where_it_stood() -> None:
    origin = own(TAYLOR_AND_FRANCIS).origin
    assert (origin.source, origin.line) == ("page.txt", 14)
    assert {variable: field.printed for variable, field in origin.fields.items()} == {
        "title": "Counting the unpaid hour: a diary study of volunteers",
        "author": "Jane Okafor ORCID Icon & Ludwig van Houten",
        "container-title": "International Journal of Parish Research",
        "volume": "12",
        "issue": "3",
        "page": "215-231",
        "issued": "2009",
        "available-date": "15 Apr 2009",
        "DOI": "https://doi.org/10.1080/13645570802648077",
    }
    for field in origin.fields.values():
        assert origin.raw[field.start : field.end] == field.printed


# --- the five seeds ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seed_items(seeds: list[Path]) -> dict[str, dict[str, Any]]:
    return {path.name[:3]: item(path.read_text(encoding="utf-8")) for path in seeds}


def test_an_article_published_online_after_its_copyright_year(seed_items: dict[str, dict[str, Any]]) -> None:
    found = seed_items["000"]
    assert found.pop("abstract").startswith("In the UK, there has been a re-awakening")
    assert found == {
        "type": "article-journal",
        "title": "Co-production and Sure Start Children's Centres: Reflecting upon Users', Perspectives and "
        "Implications for Service Delivery, Planning and Evaluation",
        "author": [person("Simon", "Pemberton"), person("Jennifer", "Mason")],
        "publisher": "Cambridge University Press",
        "issued": date(2009, 1, 1),
    }


def test_an_article_whose_journal_stands_below(seed_items: dict[str, dict[str, Any]]) -> None:
    found = seed_items["001"]
    assert found.pop("abstract").endswith("contributory factors to its sluggish take up.")
    assert found == {
        "type": "article-journal",
        "title": "Implementing Co-Production in Adult Social Care: An Example of Meta-Governance Failure?",
        "author": [person("Peter", "Scourfield")],
        "container-title": "Social Policy and Society",
        "ISSN": "1474-7464",
    }


def test_a_preview_with_glued_labels(seed_items: dict[str, dict[str, Any]], seeds: list[Path]) -> None:
    found = seed_items["002"]
    abstract = found.pop("abstract")
    assert abstract.startswith(
        "This article outlines the experience of the first 260 Sure Start Local Programmes of developing inter-agency"
    )
    assert abstract.endswith("including the work of children’s centres.")
    assert found == {
        "type": "article-journal",
        "title": "Constructing and sustaining Sure Start Local Programme partnerships: "
        "lessons for future inter‐agency collaborations",
        "author": [
            person("Debbie", "Allnock"),
            person("Sophie", "Akhurst"),
            person("Jane", "Tunstill"),
            {"literal": "NESS Research Team"},
        ],
        "container-title": "Journal of Childrens Services",
        "volume": "1",
        "issue": "3",
        "page": "29-39",
        "publisher": "Pavilion Journals (Brighton) Ltd",
        "issued": date(2006, 11, 1),
        "DOI": "10.1108/17466660200600021",
        "keyword": "Sure Start; partnership; inter-agency working; joint working",
    }
    authors = own(seeds[2].read_text(encoding="utf-8")).names("author")
    assert authors[1].affiliation.startswith("Research Officer, Implementation Module")
    assert authors[2].affiliation.endswith("Evaluation of Sure Start")
    assert authors[3].affiliation == ""  # the members of a group are listed there


def test_an_author_with_a_mark(seed_items: dict[str, dict[str, Any]]) -> None:
    found = seed_items["003"]
    assert found.pop("abstract")
    assert found == {
        "type": "article-journal",
        "title": "Realising the Potential of Co-production: Negotiating Improvements in Public Services",
        "author": [person("Catherine", "Needham")],
        "publisher": "Cambridge University Press",
        "issued": date(2008, 4, 1),
    }


def test_a_paper_whose_author_comes_after_the_text(seed_items: dict[str, dict[str, Any]], seeds: list[Path]) -> None:
    assert seed_items["004"] == {
        "type": "document",
        "title": "Reflections on my experience of co-producing early childhood policies in England",
        "author": [person("Eva", "Lloyd")],
    }
    (author,) = own(seeds[4].read_text(encoding="utf-8")).names("author")
    assert author.affiliation == "Cass School of Education and Communities, University of East London"


# --- one thing at a time ----------------------------------------------------------------------------------

ABSTRACT = "\n\nAbstract\nSomething was found.\n"


def front(*lines: str) -> dict[str, Any]:
    """The details read from lines between a title and an abstract, without title and abstract."""
    found = item("\n".join(("A Plain Title of Some Words", *lines)) + ABSTRACT)
    assert found.pop("title") == "A Plain Title of Some Words"
    assert found.pop("abstract") == "Something was found."
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Copyright © Some Press 2008"], {"issued": date(2008), "publisher": "Some Press"}),
        (["© 2008 The Author(s)"], {"issued": date(2008)}),
        (["Copyright © Some Press 2008", "Date: 2009"], {"issued": date(2009), "publisher": "Some Press"}),
        (["Published online: 2009"], {"type": "article-journal", "issued": date(2009)}),
        (
            ["Published online by Some Body: 3 May 2009"],
            {"type": "article-journal", "issued": date(2009, 5, 3), "publisher": "Some Body"},
        ),
        (["Date: 2009", "Published: May 2009"], {"issued": date(2009, 5)}),
        (["Published: May 2009", "Date: 2009"], {"issued": date(2009, 5)}),
        (["12 March 2010"], {"issued": date(2010, 3, 12)}),
        (["Date: unknown"], {}),
        (["Date: 2009", "Published: January/February 2009"], {"issued": {"date-parts": [[2009]]}}),
        (["Received 3 May 2007; accepted 4 June 2008"], {}),
        (["Published: 2009", "Available online: 2009"], {"type": "article-journal", "issued": date(2009)}),
    ],
)
def test_dates(lines: list[str], expected: dict[str, Any]) -> None:
    assert front(*lines) == {"type": "document"} | expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["doi:10.1234/abc.5"], {"type": "article-journal", "DOI": "10.1234/abc.5"}),
        (["URL: https://doi.org/10.1234/abc"], {"type": "article-journal", "DOI": "10.1234/abc"}),
        (["URL: http://example.org/a?b=c"], {"URL": "http://example.org/a?b=c"}),
        (["URL: /core/journals/some-journal"], {}),
        (["DOI: unknown"], {}),
        (["EISSN: 1234-5678"], {"type": "article-journal", "ISSN": "1234-5678"}),
        (["ISSN: none"], {}),
        (["ISBN: 978-0-123-45678-9"], {"type": "book", "ISBN": "978-0-123-45678-9"}),
        (["Language: en"], {"language": "en"}),
        (["Item Type: Thesis (PhD)"], {"type": "thesis"}),
        (["Type: Thesis (unfinished)"], {"type": "thesis"}),
        (["Research Article"], {"type": "article-journal"}),
        (["Book Review"], {"type": "review-book"}),
        (["Pages: unknown", "Volume: none"], {}),
        (["Keywords: one; two"], {"keyword": "one; two"}),
        (
            ["The Journal of Plain Things, Vol. 3 No. 4, pp. 5-17"],
            {
                "type": "article-journal",
                "container-title": "The Journal of Plain Things",
                "volume": "3",
                "issue": "4",
                "page": "5-17",
            },
        ),
        (["Journal: Plain Things"], {"type": "article-journal", "container-title": "Plain Things"}),
    ],
)
def test_labelled_values(lines: list[str], expected: dict[str, Any]) -> None:
    assert front(*lines) == {"type": "document"} | expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Piet van der Hall (a1)"], [{"family": "Hall", "given": "Piet", "non-dropping-particle": "van der"}]),
        (["by Ann Lee"], [person("Ann", "Lee")]),
        (["Authors: Ann Lee, Bo Fry and Cy Dee"], [person("Ann", "Lee"), person("Bo", "Fry"), person("Cy", "Dee")]),
        (["Ann Lee*, Bo Fry†"], [person("Ann", "Lee"), person("Bo", "Fry")]),
        (["Ann Lee a & Bo Fry b"], [person("Ann", "Lee"), person("Bo", "Fry")]),
        (["Ann Lee¹"], [person("Ann", "Lee")]),
        (["J. R. Quux"], [person("J. R.", "Quux")]),
        (["Ann Lee, Jr."], [{"family": "Lee", "given": "Ann", "suffix": "Jr."}]),
        (["Xyloph Quux"], [person("Xyloph", "Quux")]),
        (["Ann Lee and Care Research Team"], [person("Ann", "Lee"), {"literal": "Care Research Team"}]),
        (["Department of Health, University of Leeds"], []),
        (["Something else altogether"], []),
        (["Ann Lee", "ann@example.org"], [person("Ann", "Lee")]),
        (
            ["Ann Lee", "University of Leeds, UK", "Bo Fry", "University of York"],
            [person("Ann", "Lee"), person("Bo", "Fry")],
        ),
        (["A Plain Title of Some Words", "Ann Lee"], [person("Ann", "Lee")]),
    ],
)
def test_authors(lines: list[str], expected: list[dict[str, str]]) -> None:
    assert front(*lines).get("author", []) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A title in two lines:", "The second of them", "Ann Lee"], "A title in two lines: The second of them"),
        (["A title in two lines and", "The second of them", "Ann Lee"], "A title in two lines and The second of them"),
        (["A title in two lines", "the second of them", "Ann Lee"], "A title in two lines the second of them"),
        (
            ["A title in two lines that nothing but its byline", "Shows to be one", "Anna Lee"],
            "A title in two lines that nothing but its byline Shows to be one",
        ),
        (["A title in two lines", "Shows to be one", "Anna Lee"], "A title in two lines"),
        (["# A title in Markdown", "", "Ann Lee"], "A title in Markdown"),
        (["A title with a mark*", "Ann Lee"], "A title with a mark"),
        (["A title that ends as a sentence.", "", "Ann Lee"], "A title that ends as a sentence"),
        (["A title that trails off...", "", "Ann Lee"], "A title that trails off..."),
        (["Metagovernance", "Ann Lee"], "Metagovernance"),
        (["Some Button", "A title of more words", "Ann Lee"], "A title of more words"),
        (["Home > Journals > This", "A title of more words", "Ann Lee"], "A title of more words"),
        (["Title: A labelled title", "Ann Lee"], "A labelled title"),
        (["Some Button", "Department of Health", "Anna Lee"], "Some Button"),
        (["Some Button"], "Some Button"),
    ],
)
def test_titles(lines: list[str], expected: str) -> None:
    assert item("\n".join(lines) + ABSTRACT)["title"] == expected


def test_a_line_too_long_for_a_title_is_none() -> None:
    assert "title" not in item("x" * 700 + ABSTRACT)


def test_what_no_variable_holds_is_kept() -> None:
    page = (
        "A Plain Title of Some Words\nType: Themed Section\nEISSN: 1234-5678\n© 2008 Some Press\nSubjects: Care"
        + ABSTRACT
    )
    assert dict(own(page).extras) == {
        ("page", "type"): ("Themed Section",),
        ("page", "EISSN"): ("1234-5678",),
        ("page", "copyright"): ("© 2008 Some Press",),
        ("page", "subject"): ("Care",),
    }


def test_details_below_the_abstract() -> None:
    found = item(
        "A Plain Title of Some Words"
        + ABSTRACT
        + "\nType\nArticles\nCopyright\nCopyright © Some Press 2008\n\nReferences\n"
    )
    assert found["type"] == "article-journal"
    assert found["publisher"] == "Some Press"


def test_an_author_of_a_strange_name_is_told_by_the_affiliation() -> None:
    page = "A Plain Title of Some Words\n12 May 2009\nXyloph Quux\n{}" + ABSTRACT
    for below in ("Affiliation:\nUniversity of Leeds", "University of Leeds"):
        (author,) = own(page.format(below)).names("author")
        assert (author.family, author.affiliation) == ("Quux", "University of Leeds")
    assert not own(page.format("DOI: 10.1234/5")).names("author")
    assert not own("A Plain Title of Some Words\n12 May 2009\nXyloph Quux").names("author")


def test_a_line_that_begins_with_an_author_gives_the_affiliation() -> None:
    page = "A Plain Title of Some Words\nAnn Lee\nAnn Lee, University of Leeds, UK" + ABSTRACT
    assert [name.affiliation for name in own(page).names("author")] == ["University of Leeds, UK"]


def test_keywords_on_several_lines() -> None:
    assert item(f"A Plain Title{ABSTRACT}Keywords\none; two;\nthree\nfour\n")["keyword"] == "one; two; three"


def test_a_short_title_is_not_looked_for_in_the_text() -> None:
    assert "author" not in item(f"Care\n{ABSTRACT}\nIntroduction\nCare\nAnn Lee1\n" + "Said so.\n" * 9)


def test_the_key_is_that_of_the_reference() -> None:
    assert own("A Plain Title of Some Words\nAnn Lee\nDate: 2009" + ABSTRACT).id == "lee2009plainTitleSome"


def test_the_byline_beside_a_repeated_title_is_taken_if_it_says_more() -> None:
    page = (
        "A Plain Title of Some Words\nAuthorAnn Lee" + ABSTRACT + "Introduction\nText.\nA Plain Title\nof Some Words\n"
    )
    assert item(page + "Ann Lee1and Bo Fry2\n")["author"] == [person("Ann", "Lee"), person("Bo", "Fry")]
    assert item(page + "Cy Dee1and Bo Fry2\n")["author"] == [person("Ann", "Lee")]
    assert item(page)["author"] == [person("Ann", "Lee")]


def test_a_signature_needs_a_name_or_a_place_of_work() -> None:
    page = "A Plain Title of Some Words\n\nIntroduction\n\nSome text that says very little.\n\n"
    assert item(page + "Xyloph Quux\n\nUniversity of Leeds\n")["author"] == [person("Xyloph", "Quux")]
    assert "author" not in item(page + "Xyloph Quux\n")
    assert "author" not in item(page + "Xyloph Quux\n\n" + "and then a long sentence follows it " * 5)

"""Search results of Google Scholar, copied from its page."""

import reflist
from reflist.model import to_csl

PAGE = """[HTML] science.org
A general framework for analyzing sustainability of social-ecological systems
E Ostrom - Science, 2009 - science.org
… A major problem worldwide is the potential loss of fisheries, forests, and water - in 2009 - resources. …
Save Cite Cited by 12034 Related articles All 45 versions
[BOOK] Governing the commons: The evolution of institutions for collective action
E Ostrom - 1990 - books.google.com
The governance of natural resources used by many individuals in common …
Save Cite Cited by 54321 Related articles All 30 versions
[CITATION][C] Beyond engagement and participation: User and community coproduction of …
T Bovaird, E Loeffler, AB de la Cruz… - Public administration …, 2007 - Wiley Online Library
Save Cite Cited by 3501 Related articles
"""


def test_works_are_read_as_far_as_they_are_shown() -> None:
    found = reflist.parse(PAGE)
    items = [{name: value for name, value in to_csl(one).items() if name not in ("id", "custom")} for one in found]
    assert items == [
        {
            "type": "article-journal",
            "author": [{"family": "Ostrom", "given": "E"}],
            "title": "A general framework for analyzing sustainability of social-ecological systems",
            "container-title": "Science",
            "issued": {"date-parts": [[2009]]},
        },
        {
            "type": "book",
            "author": [{"family": "Ostrom", "given": "E"}],
            "title": "Governing the commons: The evolution of institutions for collective action",
            "issued": {"date-parts": [[1990]]},
        },
        {
            "type": "article-journal",
            "author": [
                {"family": "Bovaird", "given": "T"},
                {"family": "Loeffler", "given": "E"},
                {"family": "de la Cruz", "given": "AB"},
            ],
            "title": "Beyond engagement and participation: User and community coproduction of",
            "container-title": "Public administration",
            "issued": {"date-parts": [[2007]]},
            "publisher": "Wiley Online Library",
        },
    ]
    (said,) = found.report.diagnostics
    assert (said.rule.code, said.message) == ("result-cut-off", "title and authors and container shown in part")
    assert said.place.line == 10


def test_a_list_with_links_to_related_articles_is_a_list() -> None:
    text = """Weir, A. (2004), A Title of Some Length, London: Sage. Related articles
Ash, B. and Bell, C. (2005), ‘Another title’, A Journal, 1, 2, 3–4. Related articles
Dam, D. (2006), Of Hedges and Ditches, Leeds: Gate Press. Related articles
"""
    titles = ["A Title of Some Length", "Another title", "Of Hedges and Ditches"]
    assert [one.plain("title") for one in reflist.parse(text)] == titles


PUBMED = """Search results
Save
1
Cite
Hedges in primary care: a systematic review.
Weir J, Lock KL, van den Berg A, et al.
Age Ageing. 2019 Mar 1;48(2):185-192. doi: 10.1093/ageing/afy123.
PMID: 30576391 Free PMC article. Review.
BACKGROUND: hedges are common. ...
2
Cite
Ditches after discharge.
Okafor B, Lind P Jr.
BMJ. 2020 Jan 15;368:l6964. doi: 10.1136/bmj.l6964.
PMID: 31941686
No abstract available.
"""


def test_what_pubmed_found() -> None:
    first, second = reflist.parse(PUBMED)
    assert (first.plain("title"), first.plain("PMID")) == ("Hedges in primary care: a systematic review", "30576391")
    assert [name.family for name in first.names("author")] == ["Weir", "Lock", "Berg"]
    assert (second.plain("container-title"), second.plain("page"), second.origin.line) == ("BMJ", "l6964", 12)

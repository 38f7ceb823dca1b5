"""The overview page: what stands on it, and that it is safe, whole and the same each time."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml.html import HtmlElement

from pages.tree import Page, text
from reflist.citing import LinkedCitation
from reflist.model import Citation, Date, Evidence, Name, Origin, Reference, Work
from reflist.pages import Formatted, Overview, index_page
from reflist.pages.index import SECTIONS
from reflist.pages.overview import View
from reflist.pages.works import value_shown
from reflist.text import Text


def work(page: Page, number: int) -> HtmlElement:
    return page.all(".work")[number]


def test_the_same_overview_gives_the_same_bytes(overview: Overview) -> None:
    assert index_page(overview) == index_page(overview)


def test_counts(page: Page) -> None:
    counts = {data.get("data-count"): int(data.get("value")) for data in page.all("data")}
    assert counts == {"references": 6, "citations": 5, "repairs": 2, "review": 1, "unresolved": 3, "errors": 1}
    assert page.text("h1") == "5 works cited by 3 papers"
    assert len(page.all(".work")) == 5
    assert page.text("output") == "5 of 5 works"


def test_nothing_is_loaded_and_only_our_script_runs(overview: Overview, page: Page) -> None:
    policy = page.one("meta[http-equiv]").get("content", "")
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        digest = b64encode(sha256((page.one(name).text or "").encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not page.all("[src], link, iframe, img, object, embed, base")
    assert not page.root.xpath("//@*[starts-with(name(), 'on')]")
    assert "<script>alert" not in index_page(overview)


def test_content_that_looks_like_markup_is_shown(page: Page) -> None:
    assert "<script>alert(1)</script>" in page.text("[id=work-evil%20id%2F1] .raw")
    assert not page.root.xpath("//a[starts-with(@href, 'javascript')]")


def test_links_inside_the_page_lead_somewhere(page: Page) -> None:
    ids = [element.get("id") for element in page.all("[id]")]
    assert len(set(ids)) == len(ids)
    inside = {link.get("href", "")[1:] for link in page.all("a[href^=#]")}
    assert inside
    assert inside <= set(ids)


def test_works_stand_in_the_order_of_the_first_style(page: Page) -> None:
    ids = [element.get("id") for element in page.all(".work")]
    assert ids == ["work-office1999", "work-evil%20id%2F1", "work-boyle2010b", "work-boyle2010a", "work-ostrom1996"]


def test_the_entry_of_the_first_style_is_in_front_and_the_others_below(page: Page) -> None:
    front, below = page.all(".entry", work(page, 4))
    assert (text(front), front.get("data-style")) == ("ostrom1996, Harvard. Crossing", "harvard")
    assert page.text("i", front) == "Crossing"
    assert (text(below), below.get("data-style")) == ("ostrom1996, APA.", "apa")
    assert page.texts("h4", work(page, 4))[-2:] == ["APA", "BibTeX"]


def test_a_work_names_the_papers_that_cite_it(page: Page) -> None:
    assert page.text(".cited", work(page, 4)) == "Cited by Pemberton & Mason 2009 Reflections on my…"
    assert [link.get("href") for link in page.all(".cited a", work(page, 4))] == ["#paper-one", "#paper-two"]
    assert work(page, 4).get("data-papers") == "paper-one paper-two"


def test_the_filter_knows_what_a_work_is(page: Page) -> None:
    assert [element.get("class") for element in page.all(".work")] == [
        "work shared", "work", "work", "work", "work shared merged repaired",
    ]  # fmt: skip
    values = {option.get("value") for option in page.all("[name=kind] option")}
    assert values == {"", "shared", "merged", "repaired"}
    assert [text(option) for option in page.all("[name=paper] option")] == [
        "any paper", "Pemberton & Mason 2009 (3)", "Reflections on my… (3)", "c (1)",
    ]  # fmt: skip


def test_controls_are_hidden_until_the_script_runs(page: Page) -> None:
    assert page.one("#filter").get("hidden") is not None
    assert not page.root.xpath("//li//button")


def test_repairs_are_marked_in_the_raw_line_and_named_in_words(page: Page) -> None:
    first, second = page.all(".members > li", work(page, 4))
    assert page.text(".place", first) == "a.txt:3"
    assert (page.text("mark", first), page.one("mark", first).get("title")) == (
        "10731087",
        "page: 10731087 -> 1073-1087",
    )
    assert page.text(".repairs", first) == "10731087 read as 1073-1087"
    assert page.text(".raw", second) == "Ostrom 1996. Crossing over."
    assert not page.all("mark, .repairs", second)
    assert page.text("summary", work(page, 4)) == "from 2 lines, 1 repair"


def test_the_merge_is_explained(page: Page) -> None:
    assert page.text(".evidence", work(page, 4)) == (
        "a.txt:3 = b.txt:7 (97%): same author and year; titles agree but for ‘over’"
    )
    rows = page.rows(".variants tbody tr", work(page, 4))
    assert rows == [["title", "Crossing", "Crossing over", "b.txt:7"], ["volume", "–", "24", "b.txt:7"]]
    assert not page.all(".evidence, .variants", work(page, 0))


def test_identifiers_lead_to_the_web(page: Page) -> None:
    assert page.one(".facts a", work(page, 4)).get("href") == "https://doi.org/10.1/a%3Cb"
    assert page.one(".facts a", work(page, 0)).get("href") == "https://x.org/?a=1&b=2"
    assert not page.all(".facts a", work(page, 1))


def test_bibtex_is_there_to_be_copied(page: Page) -> None:
    assert page.one(".bibtex", work(page, 4)).text == "@book{ostrom1996,\n}"
    assert not page.all(".bibtex", work(page, 0))


def test_questions_come_first_with_the_differing_words_marked(page: Page) -> None:
    assert [section.find("h2").get("id") for section in page.all("section")] == [id for id, _, _ in SECTIONS]
    question = page.all(".question")[0]
    assert page.texts("mark", question) == ["here", "now"]
    assert page.texts(".about", question) == ["a.txt:4 · Boyle et al. 2010", "b.txt:8 · Boyle 2010"]
    assert page.text(".score", question) == "62% likely the same"
    assert page.texts(".reasons li", question) == ["same author", "same year"]


def test_citations_without_a_work_are_listed_by_paper(page: Page) -> None:
    listed = page.all(".question")[1]
    assert page.text("p", listed) == "c · c.txt"
    assert page.texts("li", listed) == ["DfES <2004> lines 3, 6", "Laming, 2003 line 4"]


def test_what_was_not_read_or_lost_is_listed(page: Page) -> None:
    errors, losses = page.all(".findings")
    assert text(errors) == "b.txt:11 no reference: <hr>"
    assert text(losses) == "scale has no field"


def test_the_matrix_of_works(page: Page) -> None:
    table = page.all(".grid")[0]
    assert page.texts("thead th", table) == ["Pemberton & Mason 2009", "Reflections on my…", "c", "papers"]
    assert page.rows("tbody tr", table) == [
        ["Cabinet Office 1999 Modernising", "", "● in the list", "○ in the text", "2"],
        ["Ostrom 1996 Crossing", "● in the list", "● in the list", "", "2"],
    ]


def test_the_matrix_of_papers(page: Page) -> None:
    assert page.rows(".counts tbody tr") == [
        ["Pemberton & Mason 2009", "3", "1", ""],
        ["Reflections on my…", "1", "3", "1"],
        ["c", "", "1", "1"],
    ]


def test_papers(page: Page) -> None:
    first, second, third = page.all(".of-paper")
    assert page.text(".entry", first) == "Pemberton & Mason, Harvard"
    assert page.texts(".about", first) == ["a.txt:1 · 3 references · 0 citations in the text · 3 works cited"]
    assert page.text(".repairs", first) == "a.txt:2 2009 taken, not 2008"
    assert [link.get("href") for link in page.all(".files a", first)] == ["papers/one/apa.html"]
    assert not page.all(".files", third)
    assert page.text(".entry", second) == "Reflections on my experience of things"
    assert page.rows("tbody tr", third) == [
        ["2", "Cabinet Office, 1999", "Cabinet Office 1999 (from another list)"],
        ["3", "DfES <2004>", "in no list"],
        ["6", "DfES <2004>", "in no list"],
        ["4", "Laming, 2003", "in no list"],
    ]


def test_files_are_linked_by_purpose(page: Page) -> None:
    rows = {page.text("dt", row): page.text("dd", row) for row in page.all(".take > div")}
    assert rows == {
        "For a reference manager": "references.bib",
        "For a manuscript": "harvard.html",
        "For a spreadsheet or a program": "works.json",
        "Also": "x.y",
    }


def test_papers_with_equal_labels_are_distinguished(overview: Overview) -> None:
    first = overview.papers[0]
    twin = first._replace(id="twin", cites=(), citations=())
    labels = View(overview._replace(papers=(first, twin))).labels
    assert labels == {"one": "Pemberton & Mason 2009 (one)", "twin": "Pemberton & Mason 2009 (twin)"}


def test_references_without_papers() -> None:
    lone = Reference("", "document", {}, origin=Origin("x.bib", 1, "raw"))
    page = Page(index_page(Overview((Work(lone.replace(id="k"), (lone,)),), ())))
    assert page.text("h1") == "1 work"
    assert page.text(".work > .entry") == "raw"
    assert [section.find("h2").get("id") for section in page.all("section")] == ["questions", "works"]
    assert "Nothing" in text(page.all("section")[0])
    assert not page.all("[name=paper], [name=style], .take")


def test_the_script_finds_what_it_looks_for(page: Page) -> None:
    script = page.one("script").text or ""
    selectors = set(re.findall(r'(?:querySelector(?:All)?|closest)\("([^"]+)"\)', script))
    assert {".work", ".entry", ".bibtex", ".origin", ".said"} <= selectors
    assert [selector for selector in selectors if not page.all(selector)] == []
    fields = set(re.findall(r"fields\.(\w+)", script))
    assert fields == {control.get("name") for control in page.all("form [name]")}


def test_nothing_at_all() -> None:
    page = Page(index_page(Overview((), ())))
    assert page.text("h1") == "0 works"
    assert page.all("form") == []


def test_papers_without_common_works(overview: Overview) -> None:
    works = [work.replace(cited_by=("one",)) for work in overview.works]
    page = Page(index_page(overview._replace(works=works)))
    assert not page.all(".grid")
    assert "No work is cited by more than one paper." in text(page.root)


def test_a_work_that_a_style_does_not_have(overview: Overview) -> None:
    other = Formatted("apa", "APA", {"boyle2010a": Text("Boyle, APA"), "unknown": Text("nobody")}, {})
    page = Page(index_page(overview._replace(formatted=(other,))))
    assert page.texts(".entry")[:2] == ["Boyle, APA", "Crossing"]
    assert not page.all("[name=style]")


def test_very_long_lines_are_cut() -> None:
    endless = Reference("x", "book", {}, origin=Origin("a.txt", 1, "word " * 100_000))
    works = (Work(endless, (endless,)), Work(endless.replace(id="y"), (endless.replace(id="y"),)))
    page = index_page(Overview(works, (), (Evidence(("x", "y"), 0.5, ()),)))
    assert len(page) < 60_000
    assert re.search("word …", page)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Date(((1996, 3), (1997,))), "1996-03/1997"),
        (Date(((-44,),), circa=True), "c. -44"),
        (Date(season="winter", literal="n.d."), "winter n.d."),
        (
            (Name("Ostrom", "E."), Name(literal="Department of Health", acronym="DOH")),
            "E. Ostrom; Department of Health (DOH)",
        ),
        ("24", "24"),
    ],
)
def test_values_as_people_read_them(value: Date | str | tuple[Name, ...], shown: str) -> None:
    assert value_shown(value) == shown


def test_a_citation_that_prints_only_a_year_is_shown_with_its_names(overview: Overview) -> None:
    bare = Citation("2001", 7, ("DoH",), others=False, year="2001")
    paper = overview.papers[0]._replace(citations=(LinkedCitation(bare, None, None),))
    page = Page(index_page(overview._replace(papers=(paper, *overview.papers[1:]))))
    assert "2001 (DoH) line 7" in page.texts(".citations li")


def test_the_likeliest_pair_comes_first(overview: Overview) -> None:
    (pair,) = overview.review
    less = pair.replace(score=pair.score / 2)
    page = Page(index_page(overview._replace(review=(less, pair))))
    assert page.texts(".question .score") == [f"{pair.score:.0%} likely the same", f"{less.score:.0%} likely the same"]

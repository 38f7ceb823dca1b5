"""The page of pairs to decide: two records side by side, the differences marked, the figures."""

from described import article, described
from pages.tree import Page
from reflist.library.deduping import dedupe
from reflist.model import Evidence, Reference
from reflist.pages import review_page
from reflist.text import Mark, Span, Text

TITLE = "A short history of the cart"


def shown(*references: Reference) -> Page:
    found = dedupe(references)
    return Page(review_page(found.review, found.members, found.counts()))


def test_two_records_stand_side_by_side_with_their_differences_marked() -> None:
    one = described("Roe, R.", 1999, TITLE, id="roe", source="one.ris", line=3)
    other = article("Roe, S.", 1999, TITLE.replace("history", "story"), "Carts", id="o'x y", source="two.bib")
    evidence = Evidence(("roe", "o'x y"), 0.75, ("the titles are similar",))
    counts = {"sources": {}, "records": 2, "duplicates": 0, "known": 0, "works": 2, "questions": 1}
    page = Page(review_page([evidence], {"roe": one, "o'x y": other}, counts))
    rows = page.all(".sides tr")
    assert [page.texts("th, td", row) for row in rows[1:]] == [
        ["type", "book", "article-journal"],
        ["title", TITLE, TITLE.replace("history", "story")],
        ["author", "R. Roe", "S. Roe"],
        ["issued", "1999", "1999"],
        ["container-title", "", "Carts"],
    ]
    assert page.texts("th", rows[0]) == ["", "one.ris:3 roe", "two.bib o'x y"]
    assert page.texts(".sides mark") == ["book", "article-journal", "history", "story", "R", "S"]
    assert page.texts("tr.differs th") == ["type", "title", "author", "container-title"]
    assert page.text("pre") == "- [roe, 'o''x y']"
    assert page.texts(".reasons li") == ["the titles are similar"]
    assert page.text(".score") == "75% likely the same"


def test_marks_of_a_text_make_no_difference() -> None:
    one = described("Roe, R.", 1999, TITLE, id="a")
    other = described("Roe, S.", 1999, id="b") | {"title": Text(TITLE, [Span(0, 1, Mark.ITALIC)])}
    assert shown(one, other).texts("tr.differs th") == ["author"]


def test_capitals_make_no_difference() -> None:
    one = described("Roe, R.", 1999, TITLE, id="a")
    other = described("Roe, S.", 1999, TITLE.title(), id="b")
    assert shown(one, other).texts("tr.differs th") == ["author"]


def test_long_values_are_folded_away() -> None:
    long, other = Text("words " * 60 + "end"), Text("words " * 60 + "finish")
    one, two = (described(name, 1999, TITLE, id=name) for name in ("Roe, R.", "Roe, S."))
    one, two = one | {"abstract": long, "note": long, "keyword": long}, two | {"abstract": other, "note": long}
    page = shown(one, two | {"annote": long})
    assert page.texts(".sides summary") == ["not the same", "the same", "only in the first", "only in the second"]
    assert page.texts(".sides details mark") == ["end", "finish"]


def test_what_is_asked_is_never_sure() -> None:
    references = {id: described("Roe, R.", 1999, TITLE, id=id) for id in ("a", "b")}
    counts = {"sources": {}, "records": 2, "duplicates": 0, "known": 0, "works": 2, "questions": 1}
    page = Page(review_page([Evidence(("a", "b"), 0.9999, ())], references, counts))
    assert page.text(".score") == "99% likely the same"


def test_the_figures_of_a_flow_chart() -> None:
    page = shown(
        *(described("Roe, R.", 1999, TITLE, id=id, source=source) for id, source in (("a", ""), ("b", "x.ris")))
    )
    assert page.rows(".figures tr") == [
        ["records from an unnamed source", "1"],
        ["records from x.ris", "1"],
        ["records identified", "2"],
        ["duplicates removed", "1"],
        ["in the library already", "0"],
        ["works left", "1"],
        ["pairs to decide", "0"],
    ]
    assert "Nothing is left to decide" in page.text("header")

"""Which papers share which works: two tables, which stay readable where a drawn network would not."""

from collections.abc import Iterable

from reflist.citing import CitingPaper
from reflist.pages.html import Child, Html, join, tag
from reflist.pages.overview import View, counted

LISTED, IN_TEXT = "●", "○"
"""The signs for a work in the paper's own list, and for one that only its text cites."""


def shared_works(view: View) -> Html | None:
    """The section of works that several papers cite; None if there is only one paper."""
    if len(view.papers) < 2:
        return None
    return tag("section", tag("h2", "Works in common", id="shared"), *_tables(view))


def _tables(view: View) -> list[Html]:
    if not view.shared:
        return [tag("p", "No work is cited by more than one paper.", class_="quiet")]
    return [
        tag("h3", counted(len(view.shared), "work"), " cited by more than one paper"),
        tag("p", f"{LISTED} in the paper’s own list   {IN_TEXT} cited in its text only", class_="about key"),
        _table("Works by paper", _by_work(view), "grid"),
        tag("h3", "How many works each two papers share"),
        _table("Papers by paper", _by_paper(view), "grid counts"),
    ]


def _by_work(view: View) -> Html:
    only_in_text = {id: _only_in_text(paper) for id, paper in view.papers.items()}

    def cell(paper: str, work: str, cited_by: tuple[str, ...]) -> Html:
        if paper not in cited_by:
            return tag("td")
        in_text = work in only_in_text[paper]
        return tag("td", IN_TEXT if in_text else LISTED, _spoken("in the text" if in_text else "in the list"))

    rows = (
        tag(
            "tr",
            tag(
                "th",
                view.work_link(work.id),
                " ",
                tag("span", work.reference.text("title"), class_="title"),
                scope="row",
            ),
            *(cell(paper, work.id, work.cited_by) for paper in view.papers),
            tag("td", str(len(work.cited_by)), class_="sum"),
        )
        for work in view.shared
    )
    return join([_head(view, "papers"), tag("tbody", *rows)])


def _by_paper(view: View) -> Html:
    """The number of works that each two papers share; on the diagonal, how many the paper cites."""
    cites = {id: set(paper.cites) for id, paper in view.papers.items()}

    def cell(one: str, other: str) -> Html:
        number = len(cites[one] & cites[other])
        return tag("td", number or None, class_="own" if one == other else None)

    rows = (
        tag("tr", tag("th", view.paper_link(one), scope="row"), *(cell(one, other) for other in view.papers))
        for one in view.papers
    )
    return join([_head(view), tag("tbody", *rows)])


def _head(view: View, last: str = "") -> Html:
    columns: Iterable[Child] = (
        tag("th", tag("span", view.paper_link(id)), scope="col", class_="paper") for id in view.papers
    )
    end = tag("th", tag("span", last), scope="col") if last else None
    return tag("thead", tag("tr", tag("td"), *columns, end))


def _table(name: str, content: Html, class_: str) -> Html:
    """A table that can be scrolled by itself, also by keyboard, if the screen is too narrow for it."""
    table = tag("table", content, class_=class_)
    return tag("div", table, class_="scroll", role="region", aria_label=name, tabindex="0")


def _only_in_text(paper: CitingPaper) -> set[str]:
    return {linked.work for linked in paper.citations if linked.work is not None and linked.via == "other list"}


def _spoken(text: str) -> Html:
    """Text for screen readers only."""
    return tag("span", " ", text, class_="aloud")

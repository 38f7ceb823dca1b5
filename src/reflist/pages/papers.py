"""The last section of the overview: each paper that was read, and what its citations mean."""

from pathlib import PurePosixPath
from urllib.parse import quote

from reflist.citing import CitingPaper, LinkedCitation
from reflist.pages.html import Child, Html, anchor, join, tag
from reflist.pages.overview import View, counted
from reflist.report import Diagnostic

NO_LIST = "in no list"


def papers(view: View) -> Html | None:
    """The section of the papers, in order; None if only lists or files were read."""
    if not view.papers:
        return None
    return tag("section", tag("h2", "Papers", id="papers"), *(_paper(view, paper) for paper in view.papers.values()))


def file_link(name: str, label: str = "") -> Html:
    """A link to a written file."""
    return tag("a", label or name, href=quote(name, safe="/"))


def _paper(view: View, paper: CitingPaper) -> Html:
    reference = paper.paper.reference
    entry = next((style.papers[paper.id] for style in view.overview.formatted if paper.id in style.papers), None)
    counts = (
        counted(len(paper.paper.references), "reference"),
        counted(len(paper.citations), "citation") + " in the text",
        counted(len(paper.cites), "work") + " cited",
    )
    return tag(
        "article",
        tag("h3", view.labels[paper.id]),
        tag("p", entry or reference.text("title") or paper.id, class_="entry", dir="auto"),
        tag("p", join([str(reference.origin.place), *counts], " · "), class_="about"),
        _files(view, paper.id) if paper.paper.references else None,
        _citations(view, paper),
        _other_repairs(view, paper),
        class_="of-paper",
        id=anchor("paper", paper.id),
    )


def _files(view: View, id: str) -> Html | None:
    names = [name for name in view.overview.files if PurePosixPath(name).parent == PurePosixPath("papers") / id]
    if not names:
        return None
    return tag(
        "p", "Its list: ", join((file_link(name, PurePosixPath(name).name) for name in names), " "), class_="files"
    )


def _citations(view: View, paper: CitingPaper) -> Html | None:
    if not paper.citations:
        return None
    rows = (_citation(view, linked) for linked in paper.citations)
    head = tag("tr", *(tag("th", name, scope="col") for name in ("Line", "Cited as", "Work")))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="citations")
    summary = tag("summary", counted(len(paper.citations), "citation"), " in the text")
    return tag("details", summary, tag("div", table, class_="scroll"))


def _citation(view: View, linked: LinkedCitation) -> Html:
    work: Child = NO_LIST
    if linked.work is not None:
        note = " (from another list)" if linked.via == "other list" else None
        work = join([view.work_link(linked.work), note])
    return tag(
        "tr",
        tag("td", linked.citation.line),
        tag("td", linked.citation.text, dir="auto"),
        tag("td", work, class_="untied" if linked.work is None else None),
    )


def _other_repairs(view: View, paper: CitingPaper) -> Html | None:
    """Repairs of the page that belong to none of the references shown with a work."""
    found = [
        repair
        for place, repairs in view.repairs.items()
        for repair in repairs
        if place[0] == paper.paper.source and place not in view.member_places
    ]
    if not found:
        return None
    return tag(
        "details",
        tag("summary", counted(len(found), "repair"), " on the page"),
        tag("ul", *map(_repair, found), class_="repairs"),
    )


def _repair(diagnostic: Diagnostic) -> Html:
    return tag("li", tag("span", str(diagnostic.place), class_="place"), " ", diagnostic.message)

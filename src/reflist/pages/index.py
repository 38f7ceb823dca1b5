"""The page to open first: what was found, what is left to decide, and every work."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from reflist.pages.frame import asset, page
from reflist.pages.html import Html, join, tag
from reflist.pages.matrix import shared_works
from reflist.pages.overview import Overview, View, counted
from reflist.pages.papers import file_link, papers
from reflist.pages.questions import questions
from reflist.pages.works import works
from reflist.report import Severity

SECTIONS: tuple[tuple[str, str, Callable[[View], Html | None]], ...] = (
    ("questions", "To decide", questions),
    ("works", "Works", works),
    ("shared", "In common", shared_works),
    ("papers", "Papers", papers),
)
"""The sections in order: anchor, name in the navigation, and the function that makes it."""

FILES = (
    ("For a reference manager", ("references.bib", "references.ris", "references.json")),
    ("For a manuscript", (".rtf", ".html", ".txt")),
    ("The papers themselves", ("papers.bib", "papers.ris")),
    ("For a spreadsheet or a program", (".csv", ".json")),
    ("Also", ("",)),
)
"""What the written files are for, by name, or by ending if not named before."""


def index_page(overview: Overview) -> str:
    """The overview as one HTML file that needs no network and no server, and can be read without scripts.

    The same overview gives the same bytes.
    """
    view = View(overview)
    made = [(id, name, section) for id, name, make in SECTIONS if (section := make(view)) is not None]
    title = _title(view)
    body = join(
        [
            tag("a", "Skip to the works", href="#works", class_="skip"),
            tag("header", tag("h1", title), _summary(view), _files(view)),
            tag("nav", *(tag("a", name, href=f"#{id}") for id, name, _ in made), aria_label="Sections"),
            tag("main", *(section for _, _, section in made)),
            tag("p", class_="said aloud", role="status"),
        ],
        Html("\n"),
    )
    return page(title, body, style=asset("base.css") + "\n" + asset("index.css"), script=asset("index.js"))


def _title(view: View) -> str:
    cited = f" cited by {counted(len(view.papers), 'paper')}" if view.papers else ""
    return counted(len(view.works), "work") + cited


def _summary(view: View) -> Html:
    """A sentence on what was read and one on what is left to do; every number is a `data` element with its name."""
    overview = view.overview
    citations = [linked for paper in overview.papers for linked in paper.citations]
    read = [
        _number("references", len(view.members), "printed reference"),
        _number("citations", len(citations), "citation", " in the text") if citations else None,
    ]
    repairs = _number("repairs", len(view.found(Severity.REPAIR)), "repair")
    pairs = _number("review", len(overview.review), "doubtful pair")
    unlinked = _number("unresolved", sum(linked.work is None for linked in citations), "citation", " without a work")
    errors = _number("errors", len(view.found(Severity.ERROR)), "unreadable line")
    return tag(
        "p",
        join(read, " and "),
        " were read, with ",
        repairs,
        ". Left for you: ",
        join([pairs, unlinked, errors], ", "),
        ".",
        class_="summary",
    )


def _number(name: str, number: int, singular: str, after: str = "") -> Html:
    """A number and what it counts, in an element that can be found by its name."""
    words = counted(number, singular) + after
    return tag("data", words, value=number, data_count=name)


def _files(view: View) -> Html | None:
    """The written files, grouped by what they are for."""
    rows = [
        tag("div", tag("dt", purpose), tag("dd", join(map(file_link, names), " ")))
        for purpose, names in _files_by_purpose(view)
    ]
    return tag("dl", *rows, class_="take") if rows else None


def _files_by_purpose(view: View) -> Iterator[tuple[str, list[str]]]:
    left = [name for name in view.overview.files if len(PurePosixPath(name).parts) == 1 and name != "index.html"]
    for purpose, endings in FILES:
        names = [name for name in left if name.endswith(endings)]
        left = [name for name in left if name not in names]
        if names:
            yield purpose, names

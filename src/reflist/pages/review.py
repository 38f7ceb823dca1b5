"""The page of pairs that a person must decide: two records side by side, with their differences marked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reflist.model import Evidence, Reference, Value
from reflist.pages.frame import asset, page
from reflist.pages.html import Html, join, tag
from reflist.pages.questions import differing_words, likelihood
from reflist.pages.raw import marked, place, shortened
from reflist.pages.works import value_shown
from reflist.text import Text

TITLE = "Which of these are the same work?"

INTRODUCTION = (
    "Each pair may be one work or two: the records do not show which. Put the line under it into your file of "
    "decisions, under “same:” or “not the same:”, and give that file to reflist dedupe --decisions."
)

FIRST = ("title", "author", "editor", "issued", "container-title", "volume", "issue", "page", "DOI")
"""The variables shown first; the others follow in the order of the records."""

LONG = 300
"""Values with more characters (mostly abstracts) rarely decide a pair: they are folded."""

FIGURES = (
    ("records", "records identified"),
    ("duplicates", "duplicates removed"),
    ("known", "in the library already"),
    ("works", "works left"),
    ("questions", "pairs to decide"),
)
"""The figures in a flow chart of records (PRISMA 2020), and their names."""


def review_page(review: Sequence[Evidence], members: Mapping[str, Reference], counts: Mapping[str, Any]) -> str:
    """The page as HTML. ``members`` are the records by id; ``counts`` the figures, with ``sources`` for each source."""
    likeliest_first = sorted(review, key=lambda evidence: (-evidence.score, evidence.members))
    pairs = [_pair(evidence, members) for evidence in likeliest_first]
    nothing = tag("p", "Nothing is left to decide.", class_="quiet")
    body = (
        tag("header", tag("h1", TITLE), tag("p", INTRODUCTION if pairs else nothing, class_="lead"), _figures(counts)),
        tag("main", join(pairs, Html("\n"))),
    )
    return page(TITLE, join(body), style="\n".join(map(asset, ("base.css", "index.css", "review.css"))))


def _figures(counts: Mapping[str, Any]) -> Html:
    rows = [(f"records from {source or 'an unnamed source'}", count) for source, count in counts["sources"].items()]
    rows += [(name, counts[figure]) for figure, name in FIGURES]
    return tag(
        "table",
        *(tag("tr", tag("th", name, scope="row"), tag("td", f"{count:,}")) for name, count in rows),
        class_="figures",
    )


def _pair(evidence: Evidence, members: Mapping[str, Reference]) -> Html:
    one, other = (members[id] for id in evidence.members)
    head = tag(
        "tr", tag("th"), *(tag("th", place(side), " ", tag("code", side.id), scope="col") for side in (one, other))
    )
    return tag(
        "article",
        likelihood(evidence),
        tag("table", head, *_rows(one, other), class_="sides"),
        tag("ul", *(tag("li", reason) for reason in evidence.reasons), class_="reasons"),
        tag("pre", tag("code", f"- [{', '.join(map(_quoted, evidence.members))}]")),
        class_="question",
    )


def _rows(one: Reference, other: Reference) -> Iterator[Html]:
    if one.type != other.type:
        yield _row("type", one.type, other.type)
    for name in dict.fromkeys((*FIRST, *one.variables, *other.variables)):
        if name in one or name in other:
            yield _row(name, _plain(one.variables.get(name)), _plain(other.variables.get(name)))


def _row(name: str, one: str, other: str) -> Html:
    one, other = shortened(one), shortened(other)
    first, second = differing_words(one, other) if one and other else ((), ())
    sides = [marked(raw, stretches) for raw, stretches in ((one, first), (other, second))]
    differs = bool(first or second or not (one and other))
    if max(len(one), len(other)) > LONG:
        cells = [_folded(sides, differs=differs)]
    else:
        cells = [tag("td", side, dir="auto") for side in sides]
    return tag("tr", tag("th", name, scope="row"), *cells, class_="differs" if differs else None)


def _folded(sides: Sequence[Html], *, differs: bool) -> Html:
    """A cell across both columns that unfolds to the two values."""
    if all(side.source for side in sides):
        summary = "not the same" if differs else "the same"
    else:
        summary = f"only in the {'first' if sides[0].source else 'second'}"
    values = tag("div", *(tag("p", side, dir="auto") for side in sides), class_="pair")
    return tag("td", tag("details", tag("summary", summary), values), colspan=2)


def _plain(value: Value | None) -> str:
    """A value as plain text."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return value.plain
    return str(value_shown(value))


def _quoted(id: str) -> str:
    """An id as an item of a YAML list: in quotes if it has more than letters, digits and a few marks."""
    bare = id.replace("#", "").replace("_", "").replace("-", "").replace(".", "")
    if bare.isalnum() and bare.isascii() and id[0].isalnum():
        return id
    return "'" + id.replace("'", "''") + "'"

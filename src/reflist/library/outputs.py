"""The files that the main job writes: a table of parts, each of which makes some of them."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reflist.formats import built_in
from reflist.grammar.keys import numbered
from reflist.model import Evidence, Reference, Work
from reflist.report import ReflistError, Report

if TYPE_CHECKING:
    from reflist.citing import CitingPaper
    from reflist.engines import AnyStyle, Rendered

Files = dict[str, str]
"""The files by path in the output folder (with ``/``)."""

REFERENCE_FORMATS = {"bibtex": "bib", "ris": "ris", "csljson": "json"}
"""The formats in which the merged works are written, and the suffixes of their files."""

PAPER_FORMATS = {"bibtex": "bib", "ris": "ris"}
"""The formats in which the papers' own references are written."""

WORK_COLUMNS = ("id", "type", "author", "year", "title")
"""The columns of ``works.csv`` before those of the papers."""


class Results(NamedTuple):
    """All results of the main job that go into the files.

    ``lists`` holds each paper's own list, in the order of ``papers``, with the id of its work for each reference.
    """

    works: Sequence[Work]
    papers: "Sequence[CitingPaper]"
    lists: Sequence[Sequence[Reference]]
    review: Sequence[Evidence]
    styles: "Sequence[AnyStyle]"
    report: Report


def make_files(results: Results) -> Files:
    """All files except the report, which comes last because making the others adds to it.

    Raises `ReflistError` if two would have the same name (a style called ``index``).
    """
    files: Files = {}
    for part in PARTS:
        for name, content in part(results):
            if name in files or name == "index.html":
                raise ReflistError(f"{name} would be written twice: give the style's file another name")
            files[name] = content
    files["index.html"] = _index(results, [*files, "report.json"])
    return dict(sorted(files.items()))


def report_to_json(report: Report, works: Sequence[Work], review: Sequence[Evidence]) -> dict[str, Any]:
    """The report file of `bib` and `dedupe`: the diagnostics, what was merged and why, and the questions left."""
    from reflist.matching import evidence_to_json

    return {
        "diagnostics": report.to_json(),
        "works": [
            {
                "id": work.id,
                "members": [member.id for member in work.members],
                "evidence": [evidence_to_json(evidence) for evidence in work.evidence],
            }
            for work in works
        ],
        "review": [evidence_to_json(evidence) for evidence in review],
    }


def as_json(value: Any) -> str:
    """A value as JSON, formatted as in all our files."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _references(results: Results) -> Iterator[tuple[str, str]]:
    for format, suffix in REFERENCE_FORMATS.items():
        yield f"references.{suffix}", _written(format, _merged(results), results.report)


def _papers(results: Results) -> Iterator[tuple[str, str]]:
    for format, suffix in PAPER_FORMATS.items():
        yield f"papers.{suffix}", _written(format, _own(results), results.report)


def _styled(results: Results) -> Iterator[tuple[str, str]]:
    for style in results.styles:
        rendered = _rendered(_ordered(results), style, results.report)
        yield f"{style.name}.txt", rendered.to("text")
        yield f"{style.name}.html", _document(f"References: {style.title}", rendered)
        yield f"{style.name}.rtf", rendered.to("rtf")


def _lists(results: Results) -> Iterator[tuple[str, str]]:
    for paper, references in zip(results.papers, results.lists, strict=True):
        title = paper.paper.reference.plain("title") or paper.paper.source
        for style in results.styles:
            yield f"papers/{paper.id}/{style.name}.html", _document(title, _rendered(references, style, results.report))
        yield f"papers/{paper.id}/references.bib", _written("bibtex", references, results.report)


def _table(results: Results) -> Iterator[tuple[str, str]]:
    """A row per work, a column per paper, 1 if it cites the work; editors take the place of missing authors."""
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    papers = [paper.id for paper in results.papers]
    rows.writerow([*WORK_COLUMNS, *papers])
    for work in results.works:
        reference = work.reference
        names = "; ".join(name.display for name in reference.names("author") or reference.names("editor"))
        issued = reference.date("issued")
        year = str(issued.year) if issued.year is not None else issued.literal or reference.plain("status")
        cited = [int(paper in work.cited_by) for paper in papers]
        rows.writerow([work.id, reference.type, names, year, reference.plain("title"), *cited])
    yield "works.csv", table.getvalue()


def _json(results: Results) -> Iterator[tuple[str, str]]:
    from reflist.citing import paper_to_json
    from reflist.matching import work_to_json

    yield "works.json", as_json([work_to_json(work) for work in results.works])
    yield "papers.json", as_json([paper_to_json(paper) for paper in results.papers])


PARTS: tuple[Callable[[Results], Iterator[tuple[str, str]]], ...] = (
    _references,
    _papers,
    _styled,
    _lists,
    _table,
    _json,
)
"""The parts, in the order in which they are made."""


def _index(results: Results, files: Sequence[str]) -> str:
    from reflist.pages import Formatted, Overview, index_page

    formatted = [
        Formatted(
            style.name,
            style.title,
            {entry.id: entry.text for entry in _rendered(_ordered(results), style, results.report).entries},
            {entry.id: entry.text for entry in _rendered(_own(results), style, results.report).entries},
        )
        for style in results.styles
    ]
    bibtex = {work.id: _written("bibtex", [work.reference], Report()) for work in results.works}
    return index_page(
        Overview(results.works, results.papers, results.review, formatted, bibtex, list(results.report), sorted(files))
    )


def _merged(results: Results) -> list[Reference]:
    return [work.reference for work in results.works]


def _ordered(results: Results) -> list[Reference]:
    """The merged works with the year suffixes that their lists print, which order works of one author and year."""
    from reflist.matching import printed_suffix

    return [work.reference | {"year-suffix": printed_suffix(work) or None} for work in results.works]


def _own(results: Results) -> list[Reference]:
    return [paper.paper.reference.replace(id=paper.id) for paper in results.papers]


def _written(format: str, references: Iterable[Reference], report: Report) -> str:
    write = built_in(format).write
    assert write is not None
    found = Report()
    text = "".join(write(references, found))
    _add_new(report, found)
    return text


def _rendered(references: Sequence[Reference], style: "AnyStyle", report: Report) -> "Rendered":
    from reflist.engines import render_bibliography

    found = Report()
    rendered = render_bibliography(references, style, report=found)
    _add_new(report, found)
    return rendered


def _add_new(report: Report, found: Report) -> None:
    """Report each loss once, though a work is written into several files."""
    known = set(report)
    report.extend(diagnostic for diagnostic in found if diagnostic not in known)


def _document(title: str, rendered: "Rendered") -> str:
    from reflist.pages import document

    return document(title, rendered.to("html"), rendered.lang)


def own_list(references: Sequence[Reference], work_ids: Sequence[str]) -> list[Reference]:
    """A paper's own list with the ids of the works; a work that it lists twice gets ``#2`` the second time."""
    return [reference.replace(id=id) for reference, id in zip(references, numbered(work_ids), strict=True)]

"""The main job: pages to bibliographies."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reflist.eager import collection_paused
from reflist.library.folder import own_files, update
from reflist.library.outputs import Results, as_json, make_files, own_list, report_to_json
from reflist.library.reading import gather, read_source, recognised
from reflist.library.registry import FREE_TEXT
from reflist.model import Evidence, Paper, Reference, Work
from reflist.report import Report, Severity
from reflist.source import Source

STYLES = ("harvard", "apa")
"""The styles in which lists are always written."""


class Bibliographies(NamedTuple):
    """The counts of what the main job read, what it found, the names of the files it wrote, and its report.

    ``unresolved`` is how many of the ``citations`` in the text mean no known work; ``review`` are pairs that may be one
    work.
    """

    pages: int
    references: int
    citations: int
    unresolved: int
    works: Sequence[Work]
    review: Sequence[Evidence]
    files: tuple[str, ...]
    report: Report

    @property
    def repairs(self) -> int:
        """The number of values that were repaired."""
        return self.report.count(Severity.REPAIR)

    def to_json(self) -> dict[str, Any]:
        """The content of the report file."""
        return report_to_json(self.report, self.works, self.review)


class _Read(NamedTuple):
    """What the sources hold: papers, and the references outside papers, each with its list (None: from a database)."""

    papers: list[Paper]
    loose: list[Reference]
    lists: list[object]


@collection_paused()
def bib(sources: Sequence[str | Path], output: str | Path = "build", styles: Sequence[str] = ()) -> Bibliographies:
    """Read pages (files or folders), find out what is the same work and who cites it, and write bibliographies.

    Sources in a known format add their references; what no format claims is free text. ``styles`` are written in
    addition to `STYLES`. The order of the sources does not matter, and one given twice counts once. Nothing is written
    if nothing was read. Raises `ReflistError` for an unknown style, and for an output that cannot be written or is one
    of the sources.
    """
    from reflist.engines import style_for

    known = [style_for(name) for name in dict.fromkeys((*STYLES, *styles))]
    report = Report()
    found = gather(sources, report, own_files(output).union(*map(own_files, sources)))
    read = _read(list(found.values()), report)
    if not read.papers and not read.loose:
        return Bibliographies(0, 0, 0, 0, (), (), (), report)
    from reflist.citing import link_citations
    from reflist.matching import match

    listed = [reference for paper in read.papers for reference in paper.references]
    lists = [number for number, paper in enumerate(read.papers) for _ in paper.references]
    matching = match([*listed, *read.loose], [*lists, *read.lists])
    citing = link_citations(read.papers, matching, report)
    own = _own_lists(read.papers, matching.work_ids)
    results = Results(citing.works, citing.papers, own, matching.review, known, report)
    files = make_files(results)
    written = update(output, files, lambda record: _report(results, record), found)
    linked = [citation.work for paper in citing.papers for citation in paper.citations]
    return Bibliographies(
        len(read.papers),
        len(listed) + len(read.loose),
        len(linked),
        linked.count(None),
        results.works,
        results.review,
        written,
        report,
    )


def _read(sources: Sequence[Source], report: Report) -> _Read:
    read = _Read([], [], [])
    for source in sources:
        format = recognised(source, report, free_text=True)
        if format is None:
            continue
        printed = source if format is FREE_TEXT else None
        for item in read_source(source, report, format):
            if isinstance(item, Paper):
                read.papers.append(item)
            elif isinstance(item, Reference):
                read.loose.append(item)
                read.lists.append(printed)
    return read


def _own_lists(papers: Sequence[Paper], work_ids: Sequence[str]) -> list[list[Reference]]:
    lists, start = [], 0
    for paper in papers:
        end = start + len(paper.references)
        lists.append(own_list(paper.references, work_ids[start:end]))
        start = end
    return lists


def _report(results: Results, files: dict[str, str]) -> str:
    """The content of ``report.json``: that of ``--report``, and the files, by which a later run knows its own."""
    return as_json({**report_to_json(results.report, results.works, results.review), "files": files})

"""The overview page of the main job on the seeds: every count on it is that of the files beside it."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pages.tree import Page
from reflist.library.main_job import bib
from reflist.pages.html import anchor

LARGEST = 300_000
"""How many bytes the page may have, so that it opens at once and can be sent by mail."""


class Written:
    """What the main job wrote into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.works: list[dict[str, Any]] = self.read("works.json")
        self.papers: list[dict[str, Any]] = self.read("papers.json")
        self.report: dict[str, list[dict[str, Any]]] = self.read("report.json")
        self.html = (folder / "index.html").read_bytes()
        self.page = Page(self.html.decode())

    def read(self, name: str) -> Any:
        return json.loads((self.folder / name).read_bytes())

    def severities(self) -> Counter[str]:
        return Counter(diagnostic["severity"] for diagnostic in self.report["diagnostics"])


@pytest.fixture(scope="module")
def written(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("build")
    bib([root / "seeds"], folder)
    return Written(folder)


def test_the_page_is_small(written: Written) -> None:
    assert len(written.html) < LARGEST


def test_the_counts_in_its_summary(written: Written) -> None:
    citations = [citation for paper in written.papers for citation in paper["citations"]]
    assert {data.get("data-count"): int(data.get("value", "")) for data in written.page.all("data")} == {
        "references": sum(len(work["members"]) for work in written.works),
        "citations": len(citations),
        "repairs": written.severities()["repair"],
        "review": len(written.report["review"]),
        "unresolved": sum(citation["work"] is None for citation in citations),
        "errors": written.severities()["error"],
    }
    assert written.page.text("h1") == f"{len(written.works)} works cited by {len(written.papers)} papers"


def test_every_work_with_its_members_and_who_cites_it(written: Written) -> None:
    shown = {
        work.get("id"): (
            [place.text for place in written.page.all(".members > li > .place", work)],
            sorted(link.get("href", "")[1:] for link in written.page.all(".cited a", work)),
        )
        for work in written.page.all(".work")
    }
    assert shown == {
        anchor("work", work["id"]): (
            [f"{member['source']}:{member['line']}" for member in work["members"]],
            sorted(anchor("paper", paper) for paper in work["cited_by"]),
        )
        for work in written.works
    }


def test_every_entry_is_the_one_in_the_list(written: Written) -> None:
    printed = (written.folder / "harvard.txt").read_text("utf-8").splitlines()
    assert written.page.texts(".work > .entry") == [" ".join(line.split()) for line in printed if line.strip()]


def test_the_tables_of_shared_works(written: Written) -> None:
    shared = [work for work in written.works if len(work["cited_by"]) > 1]
    works, papers = written.page.all(".grid")
    assert sorted(row[-1] for row in written.page.rows("tbody tr", works)) == sorted(
        str(len(work["cited_by"])) for work in shared
    )
    cites = [set(paper["cites"]) for paper in written.papers]
    assert [row[1:] for row in written.page.rows("tbody tr", papers)] == [
        [str(len(one & other) or "") for other in cites] for one in cites
    ]


def test_the_filter_offers_each_paper_with_its_works(written: Written) -> None:
    options = {option.get("value"): option.text or "" for option in written.page.all("[name=paper] option")[1:]}
    for paper in written.papers:
        assert options.pop(anchor("paper", paper["id"])).endswith(f"({len(paper['cites'])})")
    assert not options


def test_every_file_is_there(written: Written) -> None:
    for link in written.page.all(".take a, .files a"):
        assert (written.folder / link.get("href", "")).is_file()

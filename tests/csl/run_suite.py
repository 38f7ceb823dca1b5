"""Run tests in the form of the CSL test-suite: ``run_suite.py SUITE.json OUT.json`` writes the result of each.

SUITE.json maps names to tests (MODE, CSL, INPUT, RESULT, perhaps CITATION-ITEMS or CITATIONS); OUT.json maps the names
to ``{"out": text}`` or, if rendering fails, ``{"err": message}``.
"""

import html
import json
import re
import sys
import traceback
from pathlib import Path
from typing import Any

from reflist.csl.output import ecosystem
from reflist.csl.processor.document import Document
from reflist.csl.processor.finishing import Finished
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.styles import Style
from reflist.engines.note_variables import with_note_variables
from reflist.model import Reference, from_csl
from reflist.report import Place, Report

Test = dict[str, Any]


def result(test: Test) -> str:
    """The result of a test, in the suite's own form."""
    program = Program(Style("suite", test["CSL"].strip().encode()))
    references = [_reference(item) for item in test["INPUT"]]
    if "CITATIONS" in test:
        clusters = _final(test["CITATIONS"])
        cited = {cite.id for cites in clusters for cite in cites}
        references = [reference for reference in references if reference.id in cited]
        if test["MODE"] == "citation":
            document = Document(program, references, clusters)
            lines = [f">>[{index}] {_html(text)}" for index, text in enumerate(document.citations())]
            return "\n".join(lines)
    elif "CITATION-ITEMS" in test:
        clusters = [[_cite(item) for item in cites] for cites in test["CITATION-ITEMS"]]
    else:  # the suite's own runner cites all works, in the order of their bibliography
        clusters = [[Cite(work.id) for work in Document(program, references).ordered]]
    if test["MODE"].startswith("bibliography"):
        document = Document(program, references, [])
        entries = [_entry(entry.finished) for entry in document.bibliography()]
        return '<div class="csl-bib-body">\n' + "".join(entries) + "</div>"
    document = Document(program, references, clusters)
    if "CITATION-ITEMS" in test:
        stated = ({str(item["id"]): item for item in cites} for cites in test["CITATION-ITEMS"])
        together = zip(document.clusters, stated, strict=True)
        document.clusters = [[_stated(cite, items[cite.id]) for cite in cites] for cites, items in together]
    return "\n".join(_html(text) for text in document.citations())


def _final(citations: list[Any]) -> list[list[Cite]]:
    """The citations of the document in order, after all have been inserted."""
    known: dict[str, list[Any]] = {}
    order: list[tuple[str, int]] = []
    for citation, before, after in citations:
        id = str(citation.get("citationID", len(known)))
        known[id] = citation["citationItems"]
        order = [
            *((str(i), n) for i, n in before),
            (id, citation.get("properties", {}).get("noteIndex", 0)),
            *((str(i), n) for i, n in after),
        ]
    return [[_cite(item, note) for item in known[id]] for id, note in order]


POSITIONS = ({"first"}, {"subsequent"}, {"subsequent", "ibid"}, {"subsequent", "ibid", "ibid-with-locator"})
"""The meaning of the numbers by which a test gives the position of a cite."""


def _stated(cite: Cite, item: Test) -> Cite:
    """A cite in the position that a test gives for it, if any."""
    if "position" not in item:
        return cite
    near = {"near-note"} if item.get("near-note") else set()
    return cite._replace(positions=frozenset(POSITIONS[item["position"]] | near))


def _cite(item: Test, note: int = 0) -> Cite:
    locator = str(item.get("locator", "")).strip()
    cite = Cite(str(item["id"]), locator, item.get("label") or "page", item.get("prefix", ""), item.get("suffix", ""))
    return cite._replace(
        suppress_author=bool(item.get("suppress-author")), author_only=bool(item.get("author-only")), note=note
    )


def _reference(item: Test) -> Reference:
    reference = from_csl(item, Report(), Place("suite"))
    return with_note_variables(reference) if "note" in reference.variables else reference


def _html(text: Finished) -> str:
    return ecosystem(text.text)


def _entry(text: Finished) -> str:
    return f'  <div class="csl-entry">{_html(text)}</div>\n'


def normalised(text: str) -> str:
    """Text as results are compared: entities and white space unified, the marks of citations dropped."""
    text = re.sub(r"^(?:>>|\.\.)\[\d+\] ?", "", text, flags=re.MULTILINE)
    return re.sub(r"\s+", " ", html.unescape(text)).strip()


def run(suite: dict[str, Test]) -> dict[str, dict[str, str]]:
    """The result of each test of a suite."""
    results = {}
    for name, test in suite.items():
        try:
            results[name] = {"out": result(test)}
        except Exception as error:  # noqa: BLE001  # a test that fails must not end the run
            results[name] = {"err": f"{error!r}\n{traceback.format_exc(limit=-3)}"}
    return results


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    target.write_text(json.dumps(run(json.loads(source.read_text("utf-8"))), ensure_ascii=False, indent=1), "utf-8")

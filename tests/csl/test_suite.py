"""The CSL test-suite, where it lies beside the checkout: what passes, passes on; what does not is in NOTES.md."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from csl.run_suite import normalised, run

NOTES = Path(__file__).with_name("NOTES.md")


@pytest.mark.untraced  # other tests reach the same lines: this one runs only where the data is
def test_what_passes_and_what_is_noted(data: Path | None) -> None:
    if data is None:
        pytest.skip("no ../shared/data")
    file = data / "csl" / "suite.json"
    suite = json.loads(file.read_text("utf-8"))
    noted = set(re.findall(r"^\| `(\w+)` \| \S", NOTES.read_text("utf-8"), re.MULTILINE))
    results = run(suite)
    crashed = {name: result["err"] for name, result in results.items() if "err" in result}
    assert not crashed
    failed = {name for name, test in suite.items() if normalised(results[name]["out"]) != normalised(test["RESULT"])}
    assert sorted(failed - noted) == []
    assert sorted(noted & suite.keys() - failed) == []


def test_a_suite_of_one() -> None:
    style = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><citation><layout delimiter="; ">
        <text variable="title"/><text variable="locator" prefix=" "/>
        <choose><if position="near-note"><text value=" again"/></if></choose></layout></citation>
        <bibliography><layout><text variable="title"/></layout></bibliography></style>"""
    items = [{"id": "a", "type": "book", "title": "A"}, {"id": "b", "type": "book", "title": "B & <i>C</i>"}]
    common: dict[str, Any] = {"CSL": style, "INPUT": items}
    citations = [[{"citationID": 1, "citationItems": [{"id": "a"}], "properties": {"noteIndex": 1}}, [], []]]
    suite: dict[str, dict[str, Any]] = {
        "all": {**common, "MODE": "citation"},
        "cites": {
            **common,
            "MODE": "citation",
            "CITATION-ITEMS": [[{"id": "b", "locator": "7", "position": 1, "near-note": 1}]],
        },
        "document": {**common, "MODE": "citation", "CITATIONS": citations},
        "list": {**common, "MODE": "bibliography", "CITATIONS": citations},
        "broken": {**common, "MODE": "citation", "CSL": "<"},
    }
    results = run(suite)
    assert "not well-formed XML" in results.pop("broken")["err"]
    assert {name: result["out"] for name, result in results.items()} == {
        "all": "A; B &amp; <i>C</i>",
        "cites": "B &amp; <i>C</i> 7 again",
        "document": ">>[0] A",
        "list": '<div class="csl-bib-body">\n  <div class="csl-entry">A</div>\n</div>',  # of what the document cites
    }
    assert normalised(">>[0] a  &amp;\nb") == "a & b"

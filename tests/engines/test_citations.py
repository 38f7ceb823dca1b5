"""The citations of a manuscript as JSON: what is read, and what is reported."""

import json
from typing import Any

import pytest

from reflist.csl.processor.state import Cite
from reflist.engines.citations import MODES, Cluster, citations_of, read_citations
from reflist.report import Place, Report
from reflist.source import Source, SourceError

FULL = {
    "id": "one",
    "items": [
        {
            "id": "doe",
            "locator": " 3-4 ",
            "label": "chapter",
            "prefix": "see",
            "suffix": "and more",
            "suppress-author": True,
            "author-only": False,
        },
        {"id": 7, "locator": 5, "label": None, "suppress-author": None, "author-only": True},
    ],
    "note": 3,
    "mode": None,
}


def read(text: str) -> tuple[list[Cluster], list[str]]:
    report = Report()
    return read_citations(Source.from_text(text, "c.json"), report), [str(found) for found in report]


def test_all_that_a_citation_can_say() -> None:
    doe = Cite("doe", "3-4", "chapter", "see", "and more", suppress_author=True, note=3)
    seven = Cite("7", "5", author_only=True, note=3)
    assert citations_of([FULL], Report()) == [Cluster("one", (doe, seven), (Place(), Place()))]
    clusters, found = read(json.dumps([FULL], indent=1))
    assert clusters == [Cluster("one", (doe, seven), (Place("c.json", 5, 4), Place("c.json", 14, 4)))]
    assert found == []


def test_only_what_is_needed() -> None:
    clusters, found = read('[{"items": [{"id": "a"}]}, {"items": [{"id": "b"}], "note": "2", "mode": "composite"}]')
    assert [(cluster.id, cluster.mode) for cluster in clusters] == [("1", ""), ("2", "composite")]
    assert [cluster.cites[0] for cluster in clusters] == [Cite("a"), Cite("b", note=2)]
    assert found == []


def test_places_hold_though_fields_stand_twice_and_braces_in_strings() -> None:
    clusters, _ = read('[{"x": {"}": "{"}, "x": {}, "items": [{"id": "a", "prefix": "\\"{"},\n {"id": "b"}]}]')
    assert clusters[0].places == (Place("c.json", 1, 39), Place("c.json", 2, 2))


def test_signs_that_break_lines_are_spaces() -> None:
    clusters = citations_of([{"items": [{"id": "a", "prefix": "see\n also\u200b ", "suffix": "\x00"}]}], Report())
    assert clusters[0].cites == (Cite("a", prefix="see also ", suffix=" "),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"id": "a"},\n {"items": [}]', "c.json:2:13: not JSON: Expecting value"),
        ("", "c.json:1:1: not JSON: Expecting value"),
        ('{"items": []}', "c.json:1:1: not an array of citations"),
        ("[" * 100_000, "c.json: nested too deeply for citations"),
        ('[{"a": 1}} }', "c.json:1:10: not JSON: Expecting ',' delimiter"),
    ],
)
def test_a_file_that_is_none_of_citations(text: str, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        read(text)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("text", "ids", "message"),
    [
        ("[5]", [], "c.json: error[citation-wrong-form] citation 1 is not an object (1)"),
        ('[{"id": "x"}]', [[]], "c.json:1:2: error[citation-wrong-form] a citation without items (x)"),
        ('[{"items": {"id": "a"}}]', [[]], "c.json:1:2: error[citation-wrong-form] a citation without items (1)"),
        ('[{"items": [[]]}]', [[]], "c.json:1:2: error[citation-wrong-form] an item that is not an object (1)"),
        (
            '[{"items": [{}, {"id": "a"}]}]',
            [["a"]],
            "c.json:1:13: error[citation-wrong-form] an item without an id (1)",
        ),
        (
            '[{"items": [{"id": "a", "locator": ["5"]}]}]',
            [["a"]],
            "c.json:1:13: error[citation-wrong-form] locator is not a string (1)",
        ),
        (
            '[{"items": [{"id": "a", "author-only": "yes"}]}]',
            [["a"]],
            "c.json:1:13: error[citation-wrong-form] author-only is neither true nor false (1)",
        ),
        (
            '[{"items": [{"id": "a"}], "note": "first"}]',
            [["a"]],
            "c.json:1:2: error[citation-wrong-form] note is not a number (1)",
        ),
        (
            f'[{{"items": [{{"id": "a"}}], "note": {"9" * 5000}}}]',
            [["a"]],
            "c.json:1:2: error[citation-wrong-form] note is not a number (1)",
        ),
        (
            '[{"items": [{"id": "a"}], "mode": ["composite"]}]',
            [["a"]],
            "c.json:1:2: error[citation-wrong-form] unknown mode: choose from " + ", ".join(MODES) + " (1)",
        ),
        (
            '[{"items": [{"id": "a", "locator": "5", "label": "pp"}]}]',
            [["a"]],
            "c.json:1:13: loss[citation-unknown-label] CSL has no locator label 'pp' (1)",
        ),
    ],
)
def test_wrong_parts_are_left_out_and_reported(text: str, ids: list[list[str]], message: str) -> None:
    clusters, found = read(text)
    assert [[cite.id for cite in cluster.cites] for cluster in clusters] == ids
    assert found == [message]


@pytest.mark.parametrize("label", ["sub verbo", "sub-verbo", "verse", ""])
def test_labels(label: str) -> None:
    report = Report()
    citations_of([{"items": [{"id": "a", "label": label}]}], report)
    assert len(report) == 0


@pytest.mark.parametrize("value", [None, 5, "x", [], {}, {"items": None}, {"items": [None, 1, "a", [], {"id": {}}]}])
def test_any_value_is_borne(value: Any) -> None:
    report = Report()
    clusters = citations_of([value], report)
    assert all(cluster.cites == () for cluster in clusters)
    assert report.counts()["citation-wrong-form"] >= 1

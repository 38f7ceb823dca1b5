"""The strict score: what counts as right or wrong, and that the truths kept here agree with themselves."""

import json
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import strict

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

HERE = Path(__file__).parent
LISTS = sorted(HERE.glob("lists/*.jsonl"))
TRUTHS = sorted([*HERE.glob("seeds/*.jsonl"), *LISTS])

DIVIDED = frozenset({"jstor-anthropology", "pdf-columns-harvard", "pdf-layout-german", "pdf-pages-springer"})
"""Lists whose references are not lines of their own: names are above several works, or a PDF's text is wrapped.

There ``raw`` is the reference on one line, and only its first word must be in the list.
"""

PRINTED = frozenset("title container-title publisher publisher-place URL DOI event-title event-place".split())
"""Variables whose values occur unchanged in the line."""

REPORT: dict[str, Any] = {
    "id": "x-01",
    "seed": "x",
    "n": 1,
    "raw": "(not compared)",
    "type": "report",
    "author": [{"literal": "Ministry of Tides", "acronym": "MoT"}, {"family": "Okafor", "given": "P-O."}],
    "issued": {"date-parts": [[2006, 11]]},
    "year_suffix": "a",
    "title": "The café’s dues",
    "genre": "Tidal Paper",
    "number": "HC 12 Session 2006–2007",
    "publisher": "MoT",
    "alt": {
        "type": ["book"],
        "author[1].given": ["P.-O."],
        "container-title": ["MoT"],
        "number": ["HC 12"],
        "URL": ["x.org"],
    },
    "page_printed": "12",
}
"""A truth with some of everything."""

RIGHT: dict[str, Any] = {
    "id": "another",
    "language": "en",
    "page-first": "1",
    "custom": {"reflist": {}},
    "type": "report",
    "author": [{"literal": "Ministry of Tides"}, {"family": "Okafor", "given": "P-O."}],
    "issued": {"date-parts": [["2006", "11"]]},
    "year-suffix": "a",
    "title": "The  cafe\u0301’s dues",
    "genre": "Tidal Paper",
    "number": "HC 12 Session 2006–2007",
    "publisher": "MoT",
}
"""An item that is right for it."""


def changed(**changes: Any) -> dict[str, Any]:
    """The right item with changed values; `None` removes a variable, and an underscore stands for a hyphen."""
    item = RIGHT | {key.replace("_", "-"): value for key, value in changes.items()}
    return {key: value for key, value in item.items() if value is not None}


@pytest.mark.parametrize(
    "item",
    [
        RIGHT,
        changed(type="book"),
        changed(author=[{"literal": "Ministry of Tides"}, {"family": "Okafor", "given": "P.-O."}]),
        changed(publisher=None, container_title="MoT"),
        changed(number="HC 12"),
        changed(number="No. HC 12"),
        changed(genre=None, collection_title="Tidal Paper"),
        changed(genre="Paper", collection_title="Tidal"),
        changed(genre="Tidal", number=None, collection_title="Paper Session 2006–2007,", collection_number="HC 12"),
        changed(URL="x.org"),
    ],
)
def test_right(item: dict[str, Any]) -> None:
    assert strict.differences(REPORT, item) == {}


@pytest.mark.parametrize(
    ("item", "variables"),
    [
        ({}, ["author", "issued", "publisher", "title", "type", "year-suffix", "genre", "number"]),
        (changed(type="article"), ["type"]),
        (changed(title="The Café’s dues"), ["title"]),
        (changed(title="The café's dues"), ["title"]),
        (changed(author=[{"literal": "Ministry of Tides"}]), ["author"]),
        (changed(author=[{"family": "Ministry of Tides"}, {"family": "Okafor", "given": "P-O."}]), ["author"]),
        (changed(author="Ministry of Tides"), ["author"]),
        (changed(author=["Ministry of Tides", "Okafor"]), ["author"]),
        (changed(issued={"date-parts": [[2006]]}), ["issued"]),
        (changed(issued={"date-parts": [[2006, 11]], "circa": True}), ["issued"]),
        (changed(issued={"date-parts": [[2006, 11]], "season": 1}), ["issued"]),
        (changed(year_suffix=None), ["year-suffix"]),
        (changed(container_title="MoT"), ["container-title"]),
        (changed(publisher=None), ["publisher"]),
        (changed(editor=[{"family": "Invented"}]), ["editor"]),
        (changed(URL="y.org"), ["URL"]),
        (changed(genre="Tidal Paper HC 12", number="Session 2006–2007"), ["genre", "number"]),
        (changed(genre=None), ["genre"]),
        (changed(collection_title="Tidal Paper"), ["collection-title"]),
        (changed(number="HC 13"), ["number"]),
    ],
)
def test_wrong(item: dict[str, Any], variables: list[str]) -> None:
    assert list(strict.differences(REPORT, item)) == variables


def test_the_nearest_acceptable_record_is_meant() -> None:
    truth: dict[str, Any] = {
        "id": "x",
        "type": "speech",
        "title": "Tides",
        "event-title": "Sea Day",
        "alt": {"genre": ["Speech"]},
    }
    truth |= {"alt_records": [{"title": "Speech at Sea Day: Tides", "event-title": None}]}
    assert not strict.differences(
        truth, {"type": "speech", "title": "Tides", "event-title": "Sea Day", "genre": "Speech"}
    )
    assert not strict.differences(truth, {"type": "speech", "title": "Speech at Sea Day: Tides"})
    assert strict.differences(truth, {"type": "book", "title": "Speech at Sea Day: Tides"}) == {
        "type": ("speech", "book")
    }


def test_a_value_that_may_be_missing() -> None:
    truth: dict[str, Any] = {
        "id": "x",
        "type": "book",
        "genre": "Pamphlet",
        "note": "rare",
        "alt": {"genre": [None], "note": [None]},
    }
    assert not strict.differences(truth, {"type": "book"})
    assert not strict.differences(truth, {"type": "book", "genre": "Pamphlet", "note": "rare"})
    assert strict.differences(truth, {"type": "book", "genre": "Leaflet"}) == {"genre": ("Pamphlet", "Leaflet")}


def test_words_in_brackets_may_join_what_they_follow() -> None:
    truth = {
        "id": "x",
        "container-title": "The Gull",
        "section": "Shore",
        "alt": {"container-title": ["The Gull (Shore)"]},
    }
    assert not strict.differences(truth, {"container-title": "The Gull (Shore)"})
    assert list(strict.differences(truth, {"container-title": "The Gull (Shore)", "section": "Shore"})) == [
        "container-title"
    ]


def test_items_are_paired_by_order() -> None:
    truths = [REPORT, {"id": "x-02", "type": "book"}]
    short, exact, long = (
        strict.score(truths, items) for items in ([RIGHT], [RIGHT, {"type": "book"}], [RIGHT, {"type": "book"}, {}])
    )
    assert (short.right, short.perfect, str(short).splitlines()[1:3]) == (
        1,
        False,
        ["x-02: wrong", '    type: expected "book", got nothing'],
    )
    assert (exact.right, exact.perfect, str(exact).splitlines()[-1]) == (2, True, "2 of 2 lines fully right")
    assert (long.right, long.perfect, str(long).splitlines()[-2]) == (2, False, "1 items more than lines")


def test_as_a_script(tmp_path: Path) -> None:
    (tmp_path / "truth.jsonl").write_text(json.dumps(REPORT) + "\n\n", encoding="utf-8")
    for name, items, status in (("right", [RIGHT], 0), ("wrong", [{}], 1)):
        (tmp_path / name).write_text(json.dumps(items), encoding="utf-8")
        assert strict.main([str(tmp_path / "truth.jsonl"), str(tmp_path / name)]) == status
    done = subprocess.run([sys.executable, HERE / "strict.py"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: ")


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_truth_accepts_itself_and_nothing_invented(path: Path) -> None:
    for number, truth in enumerate(strict.read_truth(path), 1):
        assert truth["n"] == number
        for record in strict.records(truth):
            assert not strict.differences(truth, record), truth["id"]
            invented = {key: "Quux" for key in ("page", "publisher", "genre", "note") if key not in record}
            assert all(strict.differences(truth, {**record, key: value}) for key, value in invented.items()), truth[
                "id"
            ]


def _without_damage(raw: str) -> str:
    """A line as a person reads it: without emphasis, soft hyphens, double spaces and character references."""
    return " ".join(unescape(raw.replace("*", "").replace("\u00ad", "")).split())


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_printed_word_of_a_truth_is_in_its_line(path: Path) -> None:
    for truth in strict.read_truth(path):
        for variable in {
            "title",
            "container-title",
            "publisher",
            "publisher-place",
            "URL",
            "DOI",
            "event-title",
        } & truth.keys():
            printed = truth["url_printed"] if variable == "URL" and "url_printed" in truth else truth[variable]
            assert printed in _without_damage(truth["raw"]), (truth["id"], variable)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_holds_the_lines_of_its_truth_in_order(path: Path) -> None:
    text = "\n" + path.with_suffix(".txt").read_text(encoding="utf-8") + "\n"
    at = 0
    for truth in strict.read_truth(path):
        line = text.find(f"\n{truth['raw']}\n", at) + 1
        if path.stem in DIVIDED:
            line = text.find(truth["raw"].split()[0]) + 1
        assert line, truth["id"]
        at = line


def test_only_divided_references_are_not_lines() -> None:
    for path in (path for path in LISTS if path.stem in DIVIDED):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        assert not all(truth["raw"] in text for truth in strict.read_truth(path)), path.stem

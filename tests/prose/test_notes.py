"""Notes that cite: several works in one note, works cited again (tests/notes/README.md)."""

from pathlib import Path

import pytest

import reflist
from reflist.prose import read
from reflist.prose.notes import ShortForm, read_short_form
from reflist.report import Report
from reflist.source import Source

NOTES = Path(__file__).parent.parent / "notes"
STOLER = "Ann Laura Stoler|2009|Along the Archival Grain: Epistemic Anxieties and Colonial Common Sense"
NOT_YET_RIGHT = {
    "endnotes": {f"The best account remains {STOLER}"},
}
"""Works of the notes that are read wrongly, as they are read."""


def works(text: str) -> list[str]:
    items = reflist.parse(text).to_csl()
    return [
        "|".join(
            (
                ",".join(
                    name.get("family") or name["literal"] for name in item.get("author") or item.get("editor", ())
                ),
                str(item["issued"]["date-parts"][0][0]) if "issued" in item else "",
                item.get("title", ""),
            )
        )
        for item in items
    ]


@pytest.mark.parametrize("path", sorted(NOTES.glob("*.txt")), ids=lambda path: path.stem)
def test_each_work_is_read_once(path: Path) -> None:
    expected = path.with_suffix(".works").read_text("utf-8").splitlines()
    read = works(path.read_text("utf-8"))
    assert len(read) == len(expected)
    assert set(read) - set(expected) == NOT_YET_RIGHT.get(path.stem, set())


def codes(text: str) -> list[tuple[str, str, int | None]]:
    report = Report()
    list(read(Source.from_text(text), report))
    return [(one.code, one.message, one.place.line) for one in report.diagnostics]


FIRST = "1. Ann Weir, Hedges and Ditches: A History (Leeds: Gate, 2001), p. 3.\n"


def test_what_is_cited_again_is_noted_with_its_line() -> None:
    assert codes(f"{FIRST}2. Weir, Hedges, p. 5.\n3. Ibid., p. 6; Weir, op. cit., p. 7.\n") == [
        ("cited-again", "Weir, Hedges, p. 5. cites again what line 1 cites", 2),
        ("cited-again", "Ibid., p. 6; Weir, op. cit., p. 7. cites again what line 1 and line 1 cites", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2. Roe, Hedges, p. 5.",  # another name
        "2. Weir, Fields, p. 5.",  # another title
        "2. Weir and Roe, Hedges, p. 5.",  # an additional name
        "2. Weir, Hedges and Ditches, 2004, p. 5.",  # possibly another edition
    ],
)
def test_what_was_not_cited_above_is_no_short_form_of_it(text: str) -> None:
    assert "cited-again" not in [code for code, _, _ in codes(FIRST + text)]


def test_a_note_that_begins_with_ibid_stands_for_nothing() -> None:
    assert codes(f"1. Ibid., p. 3.\n2.{FIRST[2:]}3.{FIRST[2:]}")[0][0] == "not-a-reference"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wehler, Gesellschaftsgeschichte, Bd. 3, S. 200 f.", ShortForm(("wehler",), "gesellschaftsgeschichte")),
        ("Weir, Roe, and Low, ‘Hedges’", ShortForm(("weir", "roe", "low"), "hedges")),
        ("Weir et al., supra note 4, at 12–15.", ShortForm(("weir",), "")),
        ("A. B. van Weir, Europe 1800–1866, chap. 3", ShortForm(("weir",), "europe 1800 1866")),
        ("ebd.", ShortForm((), "")),
        ("Weir, Hedges", None),  # says neither where in the work nor that it was cited
        ("Weir, Ann, Hedges, 2001, p. 4", None),
        ("x" * 200, None),
    ],
)
def test_short_forms(text: str, expected: ShortForm | None) -> None:
    assert read_short_form(text) == expected


def test_semicolons_part_no_authors_and_no_brackets() -> None:
    several = (
        "Weir, A.; Roe, B.; Low, C. (2001) Hedges and ditches of the north and of the south. Leeds: Gate; York: Stile.",
        "Ann Weir, Hedges and Ditches of the North (Leeds: Gate, 2001; Troy: Stile, 2004), hereafter Hedges; p. 4.",
    )
    assert [len(works(text)) for text in several] == [1, 1]

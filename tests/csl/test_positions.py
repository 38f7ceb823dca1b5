"""Where a cite stands among the others."""

import pytest

from reflist.csl.processor.positions import placed
from reflist.csl.processor.state import Cite

FIRST = {"first"}
AGAIN = {"subsequent"}
IBID = {"subsequent", "ibid"}
ELSEWHERE = {"subsequent", "ibid", "ibid-with-locator"}


@pytest.mark.parametrize(
    ("clusters", "expected"),
    [
        (["a"], [FIRST]),
        (["a", "a"], [FIRST, IBID]),
        (["a", "b", "a"], [FIRST, FIRST, AGAIN]),
        (["a:1", "a:1"], [FIRST, IBID]),
        (["a:1", "a:2"], [FIRST, ELSEWHERE]),
        (["a", "a:2"], [FIRST, ELSEWHERE]),
        (["a:1", "a"], [FIRST, AGAIN]),
        (["a b", "b"], [FIRST, FIRST, AGAIN]),
        (["a a"], [FIRST, IBID]),
        (["a", "", "a"], [FIRST, AGAIN]),
    ],
)
def test_positions(clusters: list[str], expected: list[set[str]]) -> None:
    parts = [[one.partition(":") for one in cluster.split()] for cluster in clusters]
    cites = [[Cite(id, locator) for id, _, locator in cluster] for cluster in parts]
    assert [cite.positions for cites in placed(cites) for cite in cites] == expected


def test_notes() -> None:
    notes = [(1, "a"), (2, "b"), (3, "a"), (9, "a"), (12, "a")]
    cites = [cites[0] for cites in placed([[Cite(id, note=note)] for note, id in notes])]
    assert [(cite.first_note, "near-note" in cite.positions, "ibid" in cite.positions) for cite in cites] == [
        (0, False, False),
        (0, False, False),
        (1, True, False),
        (1, False, False),
        (1, True, False),
    ]


def test_the_distance_that_is_near() -> None:
    cites = placed([[Cite("a", note=1)], [Cite("b", note=2)], [Cite("a", note=9)]], near=8)
    assert "near-note" in cites[2][0].positions

"""Words in titles whose capitals a style must keep."""

import pytest
from hypothesis import given

from reflist.grammar.titlecase import protected
from strategies import lines


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Coalition cuts and UK spending", ["UK"]),
        ("Governance of Children's Centres and Extended Schools", []),
        ("The Black and Minority Ethnic (BME) Populations of the NHS", ["BME", "NHS"]),
        ("Improving governance in northern Europe, with McTavish", ["Europe", "McTavish"]),
        ("Local plans: the case of Sure Start", ["Sure Start"]),
        ("Policy: Europe after the flood", []),
        ("‘Europe’ in the minds of voters", []),
        ("The debate on eHealth and post-Fordist care", ["eHealth", "post-Fordist"]),
        ("U.S. and E.U. trade policy since the war", ["U.S", "E.U"]),
        ("What I did, and vitamin C", ["I", "C"]),
        ("A Plan for A Town", []),
        ("REPORT OF THE COMMITTEE ON ROADS", []),
        ("UNISON", ["UNISON"]),
        ("", []),
    ],
)
def test_protected_words(title: str, words: list[str]) -> None:
    assert [title[start:end] for start, end in protected(title)] == words


@given(lines())
def test_stretches_are_in_order_and_do_not_overlap(title: str) -> None:
    borders = [border for stretch in protected(title) for border in stretch]
    assert borders == sorted(set(borders))
    assert all(0 <= border <= len(title) for border in borders)

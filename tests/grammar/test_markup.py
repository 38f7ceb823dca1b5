"""Signs and marks as web pages write them."""

import pytest

from reflist.grammar import markup


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#39;a&#x2019; &eacute;&Eacute;", "'a’ éÉ"),
        ("AT&T; R&D &unknown; &#; &#xZ;", "AT&T; R&D &unknown; &#; &#xZ;"),
        ("&#0;&#10;&#xD800;&#x110000;&#9999999;", "&#0;&#10;&#xD800;&#x110000;&#9999999;"),
        ("&amp;lt;", "&lt;"),
        ("none", "none"),
        ("A&nbsp;B&#160;C&#8201;D", "A\u00a0B\u00a0C\u2009D"),
        ("Weir & Ash; Bell", "Weir & Ash; Bell"),
    ],
)
def test_references_to_characters(written: str, read: str) -> None:
    assert markup.resolved(written) == read


@pytest.mark.parametrize(
    ("written", "csl"),
    [
        ("<EM>a</EM> <Strong>b</Strong> <italic>c</italic>", "<i>a</i> <b>b</b> <i>c</i>"),
        ("H<SUB>2</SUB>O x<inf>1</inf>", "H<sub>2</sub>O x<sub>1</sub>"),
        ("<em>a <em>b</em>", "<em>a <i>b</i>"),
        ("a < b, <p>c</p>", "a < b, <p>c</p>"),
    ],
)
def test_marks(written: str, csl: str) -> None:
    assert markup.read(written).to_csl() == csl


def test_long_texts_take_no_longer_than_they_are() -> None:
    assert markup.read("<em>" * 100_000).plain == "<em>" * 100_000
    assert markup.resolved("&#" * 100_000) == "&#" * 100_000

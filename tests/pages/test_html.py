"""Markup: whatever is content is escaped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.tree import Page
from reflist.pages.html import Html, anchor, is_web_address, join, link, tag
from reflist.text import Mark, Text


def test_children_of_every_kind() -> None:
    made = tag("p", "a<b", None, 3, Html("<i>x</i>"), Text("E. coli").marked(Mark.ITALIC))
    assert made.source == "<p>a&lt;b3<i>x</i><i>E. coli</i></p>"


def test_attributes() -> None:
    made = tag("input", name='"<', class_="a", data_style="b", hidden=True, title=None, checked=False, tabindex=0)
    assert made.source == '<input name="&quot;&lt;" class="a" data-style="b" hidden tabindex="0">'


def test_join_leaves_out_what_is_not_there() -> None:
    assert join(["a", None, Html("<br>"), "b"], ", ").source == "a, <br>, b"


def test_marks_keep_their_place_where_characters_are_escaped() -> None:
    text = Text("a & ") + Text("b < c").marked(Mark.ITALIC) + " > d"
    assert tag("p", text).source == "<p>a &amp; <i>b &lt; c</i> &gt; d</p>"


@given(st.text(st.characters(codec=None, categories=["L", "N", "P", "S", "Z", "C"])))
def test_any_text_comes_back_as_text(content: str) -> None:
    made = tag("p", content, title=content).source
    made.encode("utf-8")
    paragraph = Page(f"<body>{made}</body>").one("p")
    assert len(paragraph) == 0
    assert _shown(paragraph.text_content()) == _shown(paragraph.get("title", "")) == _shown(content)


def _shown(content: str) -> str:
    """The characters one can see; the parser folds line ends, and what HTML cannot hold has become U+FFFD."""
    return "".join(c for c in content if c.isprintable() and not c.isspace() and c != "\ufffd")


@pytest.mark.parametrize("url", ["http://x.org", "https://x.org/a?b#c", "HTTPS://X.ORG"])
def test_web_addresses_become_links(url: str) -> None:
    assert is_web_address(url)
    assert link(url).source == f'<a href="{url}" rel="noreferrer">{url}</a>'


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "www.x.org", "//x.org", "http:", "http://[x", ""],
)
def test_other_addresses_stay_text(url: str) -> None:
    assert link(url).source == url


def test_an_address_is_escaped() -> None:
    assert link('https://x.org/"><script>&', "here").source == (
        '<a href="https://x.org/&quot;&gt;&lt;script&gt;&amp;" rel="noreferrer">here</a>'
    )


@given(st.text())
def test_an_anchor_is_ascii_without_spaces(id: str) -> None:
    assert anchor("work", id).isascii()
    assert not any(character.isspace() for character in anchor("work", id))

"""A library shown in a notebook: an HTML fragment that takes colours and fonts from its surroundings."""

from collections.abc import Sequence

from reflist.pages.html import join, tag
from reflist.pages.overview import counted
from reflist.text import Text

SHOWN = 50
"""How many entries a notebook shows: a glance, not all of a large library."""

HANGING = "margin: 0 0 .4em; padding-left: 2em; text-indent: -2em; max-width: 48em"
"""Used as a style attribute, because a notebook may drop style elements."""


def notebook(entries: Sequence[Text], shown: int = SHOWN) -> str:
    """The first formatted entries, and the total number; for ``_repr_html_``."""
    rest = len(entries) - shown
    more = tag("p", f"and {rest:,} more", style="opacity: .7") if rest > 0 else None
    paragraphs = (tag("p", entry, style=HANGING, dir="auto") for entry in entries[:shown])
    head = tag("p", tag("b", counted(len(entries), "reference")))
    return tag("div", head, join(paragraphs), more, class_="reflist").source

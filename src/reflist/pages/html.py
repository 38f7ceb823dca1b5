"""Writing HTML: everything that is not already markup is escaped, so that content can never become code."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from reflist.csl.output import write_text
from reflist.text import Text

VOID = frozenset({"input", "meta", "link", "br", "hr", "col"})
"""Elements without content or closing tag (HTML, 13.1.2), of those used here."""

LINKED = frozenset({"http", "https"})
"""The schemes that become links: no other is safe to follow from a pasted page."""

_NO_CHARACTER = re.compile("[\0-\b\v\f\x0e-\x1f\x7f\ud800-\udfff]")
"""Controls that HTML does not allow, and surrogates, which no encoding can write."""


class Html(NamedTuple):
    """Markup, ready to stand in a page."""

    source: str


Child = Html | Text | str | int | None
"""What an element may hold: markup as it is, a text with its marks, anything else escaped; None is nothing."""


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element. ``class_`` is written ``class``, ``data_style`` ``data-style``; a false attribute is left out.

    >>> tag("p", "a < b", class_="raw", hidden=True).source
    '<p class="raw" hidden>a &lt; b</p>'
    """
    written = "".join(map(_attribute, attributes, attributes.values()))
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(children).source}</{name}>")


def join(children: Iterable[Child], separator: Child = None) -> Html:
    """Several children one after the other, with a separator between those that are there."""
    return Html(_source(separator).join(_source(child) for child in children if child is not None))


def link(url: str, label: Child = None) -> Html:
    """A link to a web address, or just its label (the address) where following it would not be safe."""
    shown = url if label is None else label
    return tag("a", shown, href=url, rel="noreferrer") if is_web_address(url) else join([shown])


def is_web_address(url: str) -> bool:
    """Whether a URL leads to the web: one of `LINKED`, and a host."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme.lower() in LINKED and bool(parts.netloc)


def anchor(kind: str, id: str) -> str:
    """The fragment identifier of a work or paper: ASCII without white space, whatever the id holds."""
    return f"{kind}-{quote(clean(id), safe='')}"


def clean(text: str) -> str:
    """The text with what HTML cannot hold replaced by U+FFFD."""
    return _NO_CHARACTER.sub("\ufffd", text)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(clean(str(value)))}"'


def _source(child: Child) -> str:
    if isinstance(child, Html):
        return child.source
    if isinstance(child, Text):
        return write_text(Text(clean(child.plain), child.spans), "html")
    return "" if child is None else escape(clean(str(child)), quote=False)

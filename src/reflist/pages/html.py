"""Writing HTML: all that is not already markup is escaped, so that content can never become code."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from reflist.csl.output import write_text
from reflist.text import Text

VOID = frozenset({"input", "meta", "link", "br", "hr", "col"})
"""Of the elements used here, those without content or closing tag (HTML, 13.1.2)."""

LINKED = frozenset({"http", "https"})
"""The URL schemes that become links: others are not safe to follow from a pasted page."""

_NO_CHARACTER = re.compile("[\0-\b\v\f\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters that HTML does not allow, and surrogates, which no encoding can write."""


class Html(NamedTuple):
    """Markup that is ready to be inserted in a page."""

    source: str


Child = Html | Text | str | int | None
"""The content of an element: markup as it is, a text with its marks, anything else escaped; None is nothing."""


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element. ``class_`` becomes ``class``, ``data_style`` becomes ``data-style``; false attributes are left out.

    >>> tag("p", "a < b", class_="raw", hidden=True).source
    '<p class="raw" hidden>a &lt; b</p>'
    """
    written = "".join(map(_attribute, attributes, attributes.values()))
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(children).source}</{name}>")


def join(children: Iterable[Child], separator: Child = None) -> Html:
    """Several children one after the other, with a separator between those that are not None."""
    return Html(_source(separator).join(_source(child) for child in children if child is not None))


def link(url: str, label: Child = None) -> Html:
    """A link to a web address, or only its label (else the address) if following it would not be safe."""
    shown = url if label is None else label
    return tag("a", shown, href=url, rel="noreferrer") if is_web_address(url) else join([shown])


def is_web_address(url: str) -> bool:
    """Whether a URL leads to the web: it has one of the schemes `LINKED`, and a host."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets without an IPv6 address
        return False
    return parts.scheme.lower() in LINKED and bool(parts.netloc)


def anchor(kind: str, id: str) -> str:
    """The fragment identifier of a work or paper: ASCII without white space, whatever the id."""
    return f"{kind}-{quote(clean(id), safe='')}"


def clean(text: str) -> str:
    """The text with characters that HTML cannot hold replaced by U+FFFD."""
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

"""pybtex's own styles (plain, alpha, unsrt), which are Python code: entries made from its rich text."""

from typing import Any, NamedTuple

from pybtex.errors import capture
from pybtex.plugin import enumerate_plugin_names, find_plugin

from reflist.csl.output import Link
from reflist.engines.bst import printing_to_standard_error
from reflist.text import Mark, Span, Text

GROUP = "pybtex.style.formatting"

MARKS = {
    "em": Mark.ITALIC,
    "emph": Mark.ITALIC,
    "i": Mark.ITALIC,
    "strong": Mark.BOLD,
    "b": Mark.BOLD,
    "sup": Mark.SUP,
    "sub": Mark.SUB,
}
"""The tags of pybtex's rich text."""

SYMBOLS = {"nbsp": "\u00a0", "ndash": "–", "newblock": " "}
"""The symbols of pybtex's rich text."""

LEAST = "misc"
"""The type that requires no field."""

WEB = ("http://", "https://", "ftp://")


class Item(NamedTuple):
    """An item of a bibliography: its key, its label, its text and its links."""

    key: str
    label: str
    text: Text
    links: tuple[Link, ...]


def names() -> list[str]:
    """The names of the styles."""
    return sorted(enumerate_plugin_names(GROUP))


def run(name: str, data: Any) -> tuple[list[Item], list[str]]:
    """The items that a style makes from pybtex's data, in its order, and its warnings.

    An entry that lacks a field required for its type, or whose type the style does not know, is formatted as ``misc``,
    with a warning; if it is empty even then, it is left out.
    """
    with printing_to_standard_error(), capture() as found:
        style = find_plugin(GROUP, name)()
        entries = style.sort(list(data.entries.values()))
        labels = style.format_labels(entries)
        warnings: list[str] = []
        items = [_formatted(style, label, entry, warnings) for label, entry in zip(labels, entries, strict=True)]
        return [item for item in items if item], [*map(str, found), *warnings]


def _formatted(style: Any, label: object, entry: Any, warnings: list[str]) -> Item | None:
    for type in (entry.type, LEAST):
        entry.type = type
        try:
            return _item(style.format_entry(label, entry))
        except Exception as error:  # noqa: BLE001  # pybtex raises anything, and one entry must not cost the list
            warnings.append(f"{error}, as {type}: {entry.key}")
    return None


def _item(entry: Any) -> Item:
    writing = _Writing()
    writing.add(entry.text)
    return Item(entry.key, str(entry.label), Text(writing.plain, writing.spans), tuple(writing.links))


class _Writing:
    """Collects rich text as a string with marks and links over it."""

    def __init__(self) -> None:
        self.plain = ""
        self.spans: list[Span] = []
        self.links: list[Link] = []

    def add(self, part: Any) -> None:
        """Add a part and the parts in it."""
        kind, start = type(part).__name__, len(self.plain)
        if kind == "String":
            self.plain += part.value
        elif kind == "Symbol":
            self.plain += SYMBOLS.get(part.name, " ")
        else:
            for inner in part.parts:
                self.add(inner)
        if kind == "Tag" and part.name in MARKS:
            self.spans.append(Span(start, len(self.plain), MARKS[part.name]))
        elif kind == "HRef" and part.url.startswith(WEB):
            self.links.append(Link(start, len(self.plain), part.url))

"""The result of rendering: a tree of runs of text, each naming the variable that it came from.

What is set around or over a part is its `Look`. Punctuation, quotation marks and escaping come later, in one pass over
the whole tree.
"""

from typing import NamedTuple

from reflist.text import Mark, Text


class Look(NamedTuple):
    """How a part is set: affixes outermost, then quotation marks, then marks (CSL 1.0.2, "Formatting")."""

    prefix: str = ""
    suffix: str = ""
    marks: tuple[Mark, ...] = ()
    quotes: bool = False
    display: Mark | None = None
    text_case: str = ""
    strip_periods: bool = False

    @property
    def affixes(self) -> "Look":
        """The affixes alone."""
        return Look(self.prefix, self.suffix)

    @property
    def inside(self) -> "Look":
        """All but the affixes."""
        return self._replace(prefix="", suffix="")


PLAIN = Look()
"""The look that changes nothing. No equal object exists, since new looks go through `settled`."""


def interned(look: Look) -> Look:
    """The look, or `PLAIN` itself if equal to it, so that an identity test is enough."""
    return PLAIN if look == PLAIN else look


class Run(NamedTuple):
    """A text, and the variable or term whose value it is."""

    text: Text
    variable: str = ""


class Box:
    """Parts one after another, with a delimiter between them, in a look."""

    __slots__ = ("parts", "look", "delimiter")

    def __init__(self, parts: "list[Run | Box]", look: Look = PLAIN, delimiter: str = "") -> None:
        self.parts = parts
        self.look = look
        self.delimiter = delimiter


Node = Run | Box

NOTHING = Box([])
"""Stands for names that are suppressed on purpose: no substitute takes their place."""


def prints_text(node: Node | None) -> bool:
    """Whether a tree prints anything."""
    if node is None:
        return False
    if isinstance(node, Run):
        return bool(node.text.plain)
    return any(map(prints_text, node.parts))


WORDS = ("term ", "label ")
"""How the "variable" of a run begins if the run is a word of the language."""


def has_value(node: Node) -> bool:
    """Whether a tree holds the value of a variable, not only words of the style or its language."""
    if isinstance(node, Run):
        return bool(node.variable) and not node.variable.startswith(WORDS)
    return any(map(has_value, node.parts))


def in_look(node: Node, look: Look) -> Node:
    """A part in a look; the part itself if the look changes nothing."""
    return node if look is PLAIN else Box([node], look)


def plain(node: Node | None) -> str:
    """The text of a tree with affixes but no other part of its looks, for comparisons."""
    if node is None:
        return ""
    if isinstance(node, Run):
        return node.text.plain
    inside = node.delimiter.join(filter(None, map(plain, node.parts)))
    return f"{node.look.prefix}{inside}{node.look.suffix}" if inside else ""

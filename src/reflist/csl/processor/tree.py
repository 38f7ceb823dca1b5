"""What rendering makes: a tree of runs of text, each naming the variable it came from.

What is set around a part of it, or over it, is its `Look`; punctuation, quotation marks and escaping come later, in one
pass over the whole tree.
"""

from typing import NamedTuple

from reflist.text import Mark, Text


class Look(NamedTuple):
    """How a part is set: affixes outside, then quotation marks, then marks over it (CSL 1.0.2, "Formatting")."""

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
"""The look that changes nothing. It is the only one that does: what makes a look goes through `settled`."""


def settled(look: Look) -> Look:
    """The look; `PLAIN` itself where it is equal to that, so that it is known without a comparison."""
    return PLAIN if look == PLAIN else look


class Run(NamedTuple):
    """A text, and the variable or term whose value it is."""

    text: Text
    variable: str = ""


class Box:
    """Parts one after another, a delimiter between them, under a look."""

    __slots__ = ("parts", "look", "delimiter")

    def __init__(self, parts: "list[Run | Box]", look: Look = PLAIN, delimiter: str = "") -> None:
        self.parts = parts
        self.look = look
        self.delimiter = delimiter


Node = Run | Box

NOTHING = Box([])
"""What stands for names that are left out on purpose: no substitute takes their place."""


def says(node: Node | None) -> bool:
    """Whether any text is in a tree."""
    if node is None:
        return False
    if isinstance(node, Run):
        return bool(node.text.plain)
    return any(map(says, node.parts))


WORDS = ("term ", "label ")
"""How the names begin that words of the language have in the place of a variable's."""


def has_value(node: Node) -> bool:
    """Whether any of a tree is the value of a variable: not only words of the style or its language."""
    if isinstance(node, Run):
        return bool(node.variable) and not node.variable.startswith(WORDS)
    return any(map(has_value, node.parts))


def set_in(node: Node, look: Look) -> Node:
    """A part under a look; as it is under one that changes nothing."""
    return node if look is PLAIN else Box([node], look)


def plain(node: Node | None) -> str:
    """The text of a tree without any of its looks but affixes: what parts are compared by."""
    if node is None:
        return ""
    if isinstance(node, Run):
        return node.text.plain
    inside = node.delimiter.join(filter(None, map(plain, node.parts)))
    return f"{node.look.prefix}{inside}{node.look.suffix}" if inside else ""

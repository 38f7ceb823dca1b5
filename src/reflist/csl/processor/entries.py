"""An entry of a bibliography, assembled from what its layout rendered."""

from collections.abc import Sequence

from reflist.csl.processor.textcase import recased
from reflist.csl.processor.tree import PLAIN, Box, Look, Node, Run
from reflist.text import Mark


def entry(nodes: Sequence[Node], look: Look, language: str, *, is_aligned: bool) -> Node | None:
    """An entry made of its parts, in the look of the layout; None if nothing was rendered.

    ``is_aligned``: the first field is in a margin (``second-field-align``); ``language`` is the language of the
    style's words.
    """
    if not nodes:
        return None
    begun = _with_capital(nodes, language)
    if is_aligned and len(begun) > 1:
        return Box([_aligned(begun, look)], look.inside)
    return _in_layout(begun, look)


def _with_capital(nodes: Sequence[Node], language: str) -> list[Node]:
    """The parts of an entry, with a capital if a term begins it or follows its number."""
    at = 1 if len(nodes) > 1 and _is_number(nodes[0]) else 0
    return [*nodes[:at], capitalised(nodes[at], language), *nodes[at + 1 :]]


def _is_number(node: Node) -> bool:
    if isinstance(node, Run):
        return node.variable == "citation-number"
    return bool(node.parts) and all(map(_is_number, node.parts))


def _in_layout(nodes: Sequence[Node], look: Look) -> Node:
    """An entry in the look of its layout, whose suffix goes into a last part that is displayed as a block."""
    *before, last = nodes
    if not (look.suffix and isinstance(last, Box) and last.look.display):
        return Box(list(nodes), look)
    inside = Box(last.parts, last.look._replace(display=None), last.delimiter)
    ended = Box([inside], Look(suffix=look.suffix, display=last.look.display))
    return Box([*before, ended], look._replace(suffix=""))


def _aligned(nodes: Sequence[Node], look: Look) -> Node:
    """The first field in a margin, the others beside it."""
    first, *rest = nodes
    margin = Box([first], PLAIN._replace(display=Mark.LEFT_MARGIN, prefix=look.prefix))
    return Box(
        [margin, Box([Box(list(rest), PLAIN._replace(suffix=look.suffix))], PLAIN._replace(display=Mark.RIGHT_INLINE))]
    )


def capitalised(node: Node, language: str) -> Node:
    """The tree, capitalized if a term begins it."""
    if isinstance(node, Run):
        is_term = node.variable.startswith("term ")
        return Run(recased(node.text, "capitalize-first", True, language), node.variable) if is_term else node
    if not node.parts or any(map(str.isalnum, node.look.prefix)):
        return node
    first = capitalised(node.parts[0], language)
    return node if first is node.parts[0] else Box([first, *node.parts[1:]], node.look, node.delimiter)

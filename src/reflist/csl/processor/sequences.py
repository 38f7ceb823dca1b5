"""What holds other rendering elements, compiled: sequences of parts, groups, macro calls, branches.

Rendering spends most of its time here, so each of these is one function that loops over its parts itself.
"""

from collections.abc import Callable, Sequence

from reflist.csl.processor.state import Render, State, Test
from reflist.csl.processor.tree import NOTHING, PLAIN, Box, Look, Node

Branches = list[tuple[Test | None, Sequence[Render]]]
"""Branches: a test (None: always true) and the parts to render if it is the first that is true."""


def in_turn(renders: Sequence[Render]) -> Callable[[State], list[Node]]:
    """A function that renders parts one after another."""

    def render(state: State) -> list[Node]:
        nodes = []
        for render_one in renders:
            node = render_one(state)
            if node is not None and node is not NOTHING:
                nodes.append(node)
        return nodes

    return render


def together(renders: Sequence[Render], delimiter: str = "") -> Render:
    """Parts as one node, with a delimiter between them."""
    return chosen([(None, renders)], delimiter)


def _taken(branches: Branches, state: State) -> list[Node]:
    """What the parts of the first branch print whose test is true or that has none."""
    for holds, renders in branches:
        if holds is None or holds(state):
            return [node for render_one in renders if (node := render_one(state)) is not None and node is not NOTHING]
    return []


def chosen(branches: Branches, delimiter: str) -> Render:
    """The parts of the first branch whose test is true or that has none (CSL 1.0.2, "Choose")."""

    def render(state: State) -> Node | None:
        nodes = _taken(branches, state)
        if len(nodes) == 1:
            return nodes[0]
        return Box(nodes, PLAIN, delimiter) if nodes else None

    return render


def first_of(renders: Sequence[Render]) -> Render:
    """The first of several parts that prints anything (CSL 1.0.2, "Substitute")."""

    def render(state: State) -> Node | None:
        return next((node for render_one in renders if (node := render_one(state)) is not None), None)

    return render


def grouped(branches: Branches, look: Look, delimiter: str) -> Render:
    """A group or a called macro: nothing if it calls variables and all of them are empty.

    For what is around it, it is like one variable, which has a value if any of it is printed (CSL 1.0.2, "Group").
    """

    def render(state: State) -> Node | None:
        called, filled = state.called, state.filled
        state.called = state.filled = 0
        nodes = _taken(branches, state)
        if not nodes or (state.called and not state.filled):
            state.called = called + (state.called > 0)
            state.filled = filled
            return None
        state.called = called + 1
        state.filled = filled + 1
        return nodes[0] if look is PLAIN and len(nodes) == 1 else Box(nodes, look, delimiter)

    return render

"""Works of one shape are rendered alike: the way that one of them takes through a style serves the others.

Most of what rendering does depends on nothing but the type of a work, which variables it has and what a few tests say:
which branches are taken, which groups say something, which words and marks stand between the values. So a rendering
can be watched: its `Trail` says what it asked and which values it wrote. From that and the tree that came out of it a
`Way` is laid: the values in order, with what stands between them already made. A work that the way is for is rendered
by asking for those values alone. Where one of them turns out other than expected (it says nothing, though the variable
is there), the work is rendered as any other.
"""

from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Sequence
from operator import is_
from typing import Any, Generic, NamedTuple, TypeVar

from reflist.csl.processor.finishing import Token, Turn, add_tokens, flattened, marks_inside
from reflist.csl.processor.state import Call, Render, State, Test, Trail
from reflist.csl.processor.tree import Box, Node, Run, plain, says
from reflist.text import Mark, Text

Out = TypeVar("Out")

Marks = frozenset[Mark]

KEPT = 2_000
"""How many ways are kept for each purpose. The shapes of ten thousand records are a few hundred."""

Shape = tuple[str, frozenset[str]]
"""The type of a work, and the variables it has."""


class Step(NamedTuple):
    """A value to ask for: what stands before it, and the marks that the style has set around it.

    ``is_silent``: it is expected to say nothing. ``substituting``: it stands for names that are missing.
    """

    render: Render
    before: Any
    marks: Marks = frozenset()
    is_silent: bool = False
    substituting: bool = False


class Way(NamedTuple):
    """The values to ask for, and what stands behind the last one."""

    steps: Sequence[Step]
    end: Any


class Fork:
    """A test, and where its answers lead; to nothing where no work with that answer was met yet."""

    __slots__ = ("test", "branches")

    def __init__(self, test: Test) -> None:
        self.test = test
        self.branches: dict[bool, Known] = {}


Known = Fork | Way | None
"""What is known of a shape: None where it has to be rendered as any other."""


class Ways(ABC, Generic[Out]):
    """What renders works for one purpose, each by a way where one is known; ``render`` gives the tree of any work."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._known: dict[Shape, Known] = {}
        self._met: set[Shape] = set()  # the shapes met once: for a single work no way is laid
        self._laid = 0

    def write(self, state: State) -> Out:
        """What is made of a work, given a new state of its rendering."""
        shape = state.work.type, state.work.present
        if shape not in self._known:
            if shape not in self._met:
                if len(self._met) >= KEPT:
                    self._met.clear()
                self._met.add(shape)
                return self._made(self._render(state))
            return self._watched(state, shape)
        known = self._known[shape]
        while type(known) is Fork:
            answer = known.test(state)
            if answer not in known.branches:
                state.reset()
                return self._watched(state, shape)
            known = known.branches[answer]
        if type(known) is Way:
            made = self._followed(known, state)
            if made is not None:
                return made
            state.reset()
        return self._made(self._render(state))

    def _watched(self, state: State, shape: Shape) -> Out:
        """What is made of a work, and the way that it took kept."""
        if self._laid >= KEPT:
            self._known.clear()
            self._laid = 0
        trail = state.trail = Trail()
        node = self._render(state)
        state.trail = None
        branches: dict[Any, Known] = self._known
        at: Shape | bool = shape
        for test, answer in trail.tests:
            fork = branches.setdefault(at, Fork(test))
            assert isinstance(fork, Fork)  # works that have answered alike so far are asked the same
            branches, at = fork.branches, answer
        branches[at] = self._way(node, trail.calls)
        self._laid += 1
        return self._made(node)

    def _way(self, node: Node | None, calls: Sequence[Call]) -> Way | None:
        """The way to a tree; None where it is not clear where each value stands in it."""
        places: dict[int, deque[int]] = defaultdict(deque)
        for number, call in enumerate(calls):
            if call.node is not None:
                places[id(call.node)].append(number)
        tree = None if node is None else _signposted(node, places, recased=self._is_recased)
        if tree is None or any(places.values()):
            return None
        pieces, numbers, end = self._split(tree)
        shown = dict(zip(numbers, pieces, strict=True))
        nothing = end[:0], frozenset[Mark]()
        steps = [
            Step(call.render, *shown.get(number, nothing), call.node is None, call.substituting)
            for number, call in enumerate(calls)
        ]
        return Way(steps, end)

    _is_recased = False
    """Whether the case in which a part is set changes what is made of it."""

    @abstractmethod
    def _made(self, node: Node | None) -> Out:
        """What is made of a tree."""

    @abstractmethod
    def _split(self, tree: Node) -> tuple[list[tuple[Any, Marks]], list[int], Any]:
        """What stands before each signpost of a tree and the marks around it, their numbers, and what follows them."""

    @abstractmethod
    def _followed(self, way: Way, state: State) -> Out | None:
        """What is made of a work that goes a way; None where it does not keep to it."""


class WordWays(Ways[str]):
    """For what is compared: the text alone, without any looks but affixes."""

    def _made(self, node: Node | None) -> str:
        return plain(node)

    def _split(self, tree: Node) -> tuple[list[tuple[str, Marks]], list[int], str]:
        *pieces, end = plain(tree).split(POST)
        return [(words, frozenset()) for words in pieces[::2]], [*map(int, pieces[1::2])], end

    def _followed(self, way: Way, state: State) -> str | None:
        words: str = ""
        for render, before, _, is_silent, substituting in way.steps:
            state.substituting = substituting
            node = render(state)
            if node is None and is_silent:
                continue
            value = node.text.plain if type(node) is Run else plain(node)
            if not value or is_silent:
                return None
            words += before + value
        words += way.end
        return words


class TokenWays(Ways[list[Token]]):
    """For what is printed: the tokens of a tree, to be finished."""

    _is_recased = True

    def __init__(self, render: Render, *, english: bool) -> None:
        super().__init__(render)
        self._english = english

    def _made(self, node: Node | None) -> list[Token]:
        return flattened(node, self._english)

    def _split(self, tree: Node) -> tuple[list[tuple[tuple[Token, ...], Marks]], list[int], tuple[Token, ...]]:
        pieces, numbers = list[tuple[tuple[Token, ...], Marks]](), list[int]()
        tokens, marks = list[Token](), [frozenset[Mark]()]
        for token in self._made(tree):
            if isinstance(token, tuple) and token[0].startswith(POST):
                pieces.append((tuple(tokens), marks[-1]))
                numbers.append(int(token[0].strip(POST)))
                tokens = []
                continue
            if isinstance(token, Turn):
                if token.opens:
                    marks.append(marks_inside(marks[-1], token.mark) or marks[-1])
                else:
                    marks.pop()
            tokens.append(token)
        return pieces, numbers, tuple(tokens)

    def _followed(self, way: Way, state: State) -> list[Token] | None:
        tokens: list[Token] = []
        for render, before, marks, is_silent, substituting in way.steps:
            state.substituting = substituting
            node = render(state)
            if node is None and is_silent:
                continue
            if node is None or is_silent or (substituting and not says(node)):
                return None
            tokens += before
            add_tokens(node, marks, self._english, tokens)
        tokens += way.end
        return tokens


POST = "\0"
"""Stands around the number of a value where that stands in a tree; no text of a style holds it."""


def _signposted(node: Node, places: dict[int, deque[int]], *, recased: bool) -> Node | None:
    """The tree with the number of each value in its place; None where one is in a part whose case is to be changed."""
    if waiting := places.get(id(node)):
        return Run(Text(f"{POST}{waiting.popleft()}{POST}"))
    if isinstance(node, Run):
        return node
    parts = [part for one in node.parts if (part := _signposted(one, places, recased=recased)) is not None]
    if len(parts) < len(node.parts):
        return None
    if all(map(is_, parts, node.parts)):
        return node
    return (
        None if recased and (node.look.text_case or node.look.strip_periods) else Box(parts, node.look, node.delimiter)
    )

"""Works for which a style's conditions turn out the same are rendered alike, so the way of one serves the others.

Most of rendering depends only on the type of a work, which of some variables it has, and the results of a few tests:
which branches are taken, which groups are printed, which words and marks stand between the values. So a rendering is
recorded: its `Trail` holds what it asked for and which values it printed. From that and the resulting tree a `Way` is
made: the values in order, with what stands between them already rendered. The questions asked lead to it, one `Fork`
after another, so works that differ only in what the style never asks share a way. A work with a known way is rendered
by getting just those values. If one of them is not as expected (it prints nothing, though the variable is there), the
work is rendered in full.
"""

from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import partial
from operator import is_
from typing import Any, Generic, NamedTuple, TypeVar

from reflist.csl.locales import Locales
from reflist.csl.processor.finishing import Finished, Token, Turn, assembled, flattened, marks_inside
from reflist.csl.processor.frames import POST, Frames
from reflist.csl.processor.state import Call, Render, State, Test, Trail, Words
from reflist.csl.processor.tree import Box, Node, Run, plain, prints_text
from reflist.csl.processor.watching import watched
from reflist.text import Mark, Text

Out = TypeVar("Out")

Marks = frozenset[Mark]
Find = Callable[[State], str | None]

KEPT = 2_000
"""How many ways are kept for each purpose. Ten thousand records need a few hundred."""


class Step(NamedTuple):
    """A value to get, what stands before it, and the marks that the style has set around it.

    ``is_silent``: it is expected to print nothing. ``substituting``: it replaces missing names. ``find`` gives it as
    text, as `Words` do, if it can be.
    """

    render: Render
    before: Any
    marks: Marks = frozenset()
    is_silent: bool = False
    substituting: bool = False
    find: Find | None = None


class Way(NamedTuple):
    """The values to get, and what stands after the last one, or the frames that the values are put into."""

    steps: Sequence[Step]
    end: Any


class Fork:
    """A question about a work (a test, or whether it has a variable), and where each answer leads."""

    __slots__ = ("asked", "branches")

    def __init__(self, asked: Test | str) -> None:
        self.asked = asked
        self.branches: dict[Any, Known] = {}

    def answer(self, state: State) -> bool:
        """The answer for a work."""
        return self.asked in state.work.present if isinstance(self.asked, str) else self.asked(state)


class Met(Enum):
    """Other states of a place that works come to: only one work came there; or all must be rendered in full."""

    ONCE = "once"  # no way is made for a single work
    WAYLESS = "wayless"


Known = Fork | Way | Met
"""What is known of works that have given the same answers so far."""


class Ways(ABC, Generic[Out]):
    """Renders works for one purpose, by a known way if there is one; ``render`` gives the tree of any work."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._known: dict[Any, Known] = {}  # by type of work
        self._short: dict[Any, Known] = {}  # by type and variables: where the tests alone lead, if to a way
        self._laid = 0

    def write(self, state: State) -> Out:
        """The result for a work, given a new state."""
        known = self._reached(state)
        if type(known) is Way:
            made = self._followed(known, state)
            if made is not None:
                return made
            state.reset()
        elif known is Met.ONCE:
            return self._watched(state)
        elif known is None:
            self._mark(state)
        return self._made(self._render(state))

    def _reached(self, state: State) -> "Known | None":
        """What is known of the place that a work comes to; None if no other work came there yet."""
        work = state.work
        known = self._short.get((work.type, work.present))
        while type(known) is Fork:
            known = known.branches.get(known.asked(state))  # type: ignore[operator]  # it is no variable's name
        return known or self._walked(state)

    def _walked(self, state: State) -> "Known | None":
        """The same, by asking all questions on the way there; their tests are kept for works with these variables."""
        work, tests = state.work, list[tuple[Test, bool]]()
        known = self._known.get(work.type)
        while type(known) is Fork:
            answer = known.answer(state)
            if not isinstance(known.asked, str):
                tests.append((known.asked, answer))
            known = known.branches.get(answer)
        if type(known) is Way:
            if len(self._short) >= KEPT:
                self._short.clear()
            _lead(self._short, (work.type, work.present), tests, known)
        return known

    def _mark(self, state: State) -> None:
        """Note that a work came where no other came before."""
        branches: dict[Any, Known] = self._known
        answer: Any = state.work.type
        while type(known := branches.get(answer)) is Fork:
            branches, answer = known.branches, known.answer(state)
        branches[answer] = Met.ONCE

    def _watched(self, state: State) -> Out:
        """The result for a work, whose way is recorded and kept."""
        if self._laid >= KEPT:
            self._known.clear()
            self._short.clear()
            self._laid = 0
        self._laid += 1
        trail, work = Trail(), state.work
        state.trail, state.work = trail, watched(work, trail)
        node = self._render(state)
        state.trail, state.work = None, work
        _lead(self._known, work.type, trail.answers.items(), self._way(node, trail.calls) or Met.WAYLESS)
        return self._made(node)

    def _way(self, node: Node | None, calls: Sequence[Call]) -> Way | None:
        """The way to a tree; None if it is not clear where each value stands in it."""
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
        steps = []
        for number, (value, words, substituting, written) in enumerate(calls):
            find = self._find(words) if words and written is not None and not substituting else None
            steps.append(Step(value, *shown.get(number, nothing), written is None, substituting, find))
        return self._lay(steps, end)

    def _lay(self, steps: Sequence[Step], end: Any) -> Way:
        """The way made of these steps."""
        return Way(steps, end)

    def _find(self, words: Words) -> Find | None:
        """A function that gives a value as text; None if what is around the value must be rendered with it."""
        return words.find

    _is_recased = False
    """Whether text case applied to a part changes the result."""

    @abstractmethod
    def _made(self, node: Node | None) -> Out:
        """The result made from a tree."""

    @abstractmethod
    def _split(self, tree: Node) -> tuple[list[tuple[Any, Marks]], list[int], Any]:
        """What stands before each signpost in a tree, with its marks; the signposts' numbers; what follows the last."""

    @abstractmethod
    def _followed(self, way: Way, state: State) -> Out | None:
        """The result for a work that goes a way; None if a value is not as expected."""


class WordWays(Ways[str]):
    """Ways for comparisons: text only, without looks except affixes."""

    def _made(self, node: Node | None) -> str:
        return plain(node)

    def _split(self, tree: Node) -> tuple[list[tuple[str, Marks]], list[int], str]:
        *pieces, end = plain(tree).split(POST)
        return [(words, frozenset()) for words in pieces[::2]], [*map(int, pieces[1::2])], end

    def _find(self, words: Words) -> Find | None:
        return None if words.look.prefix or words.look.suffix else words.find

    def _followed(self, way: Way, state: State) -> str | None:
        words: str = ""
        for render, before, _, is_silent, substituting, find in way.steps:
            value = find and find(state)
            if not value:
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


class EntryWays(Ways[Finished | None]):
    """Ways for printing: the text of an entry; None if nothing is printed."""

    _is_recased = True

    def __init__(self, render: Render, locales: Locales, *, english: bool) -> None:
        super().__init__(render)
        self._locales = locales
        self._english = english

    def _made(self, node: Node | None) -> Finished | None:
        tokens = flattened(node, self._english)
        return assembled(tokens, self._locales) if tokens else None

    def _split(self, tree: Node) -> tuple[list[tuple[tuple[Token, ...], Marks]], list[int], tuple[Token, ...]]:
        pieces, numbers = list[tuple[tuple[Token, ...], Marks]](), list[int]()
        tokens, marks = list[Token](), [frozenset[Mark]()]
        for token in flattened(tree, self._english):
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

    def _lay(self, steps: Sequence[Step], end: tuple[Token, ...]) -> Way:
        befores = [(step.before, step.marks) for step in steps if not step.is_silent]
        return Way(steps, Frames(befores, end, self._locales, english=self._english))

    def _followed(self, way: Way, state: State) -> Finished | None:
        given: list[str | Node] = []
        for render, _, _, is_silent, substituting, find in way.steps:
            if find is not None and (words := find(state)):
                given.append(words)
                continue
            state.substituting = substituting
            node = render(state)
            if node is None and is_silent:
                continue
            if node is None or is_silent or (substituting and not prints_text(node)):
                return None
            given.append(node)
        finished: Finished = way.end.filled(given, partial(_rendered, way.steps, state))
        return finished


def _rendered(steps: Sequence[Step], state: State) -> list[Node]:
    """The values of a work that goes a way, each as a tree."""
    state.reset()
    nodes: list[Node] = []
    for step in steps:
        state.substituting = step.substituting
        node = step.render(state)
        if node is not None:
            nodes.append(node)
    return nodes


def _lead(branches: dict[Any, Known], at: Any, answers: Iterable[tuple[Test | str, bool]], end: Known) -> None:
    """Let the answers to questions lead from a place among branches to an end, adding forks where needed."""
    for asked, answer in answers:
        fork = branches.get(at)
        if type(fork) is not Fork:
            fork = branches[at] = Fork(asked)
        branches, at = fork.branches, answer
    branches[at] = end


def _signposted(node: Node, places: dict[int, deque[int]], *, recased: bool) -> Node | None:
    """The tree with each value replaced by its number; None if one is in a part whose text case is to be changed."""
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

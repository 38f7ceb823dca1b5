"""Works for which a style's conditions turn out the same are rendered alike, by the plan made for one of them.

Most of rendering depends only on the type of a work, which of some variables it has, and the results of a few tests:
which branches are taken, which groups are printed, which words and marks stand between the values. So a rendering is
recorded: its `Recording` holds what it asked for and which values it printed. From that and the resulting tree a `Plan`
is made: the values in order, with what is between them already rendered. The questions asked lead to it, one `Fork`
after another, so works that differ only in what the style never asks share a plan. A work with a known plan is rendered
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
from reflist.csl.processor.finishing import Finished, MarkEdge, Token, assembled, flattened, marks_inside
from reflist.csl.processor.frames import PLACEHOLDER, Frames
from reflist.csl.processor.recording import recording_copy
from reflist.csl.processor.state import Call, Recording, Render, State, Test, Words
from reflist.csl.processor.tree import Box, Node, Run, plain, prints_text
from reflist.text import Mark, Text

Out = TypeVar("Out")

Marks = frozenset[Mark]
Find = Callable[[State], str | None]

KEPT = 2_000
"""How many plans are kept for each purpose. Ten thousand records need a few hundred."""


class Step(NamedTuple):
    """A value to get, what is before it, and the marks that the style has set around it.

    ``is_silent``: it is expected to print nothing. ``substituting``: it replaces missing names. ``find`` gives it as
    text, as `Words` do, if it can be.
    """

    render: Render
    before: Any
    marks: Marks = frozenset()
    is_silent: bool = False
    substituting: bool = False
    find: Find | None = None


class Plan(NamedTuple):
    """The values to get, and what is after the last one, or the frames that the values are put into."""

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


class Unplanned(Enum):
    """Why there is no plan for certain answers: only one work gave them, or such works must be rendered in full."""

    ONCE = "once"  # no plan is made for a single work
    IN_FULL = "in full"


Known = Fork | Plan | Unplanned
"""What is known of works that have given the same answers so far."""


class Plans(ABC, Generic[Out]):
    """Renders works for one purpose, by a known plan if there is one; ``render`` gives the tree of any work."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._known: dict[Any, Known] = {}  # by type of work
        self._short: dict[Any, Known] = {}  # by type and variables: where the tests alone lead, if to a plan
        self._count = 0

    def write(self, state: State) -> Out:
        """The result for a work, given a new state."""
        known = self._find_known(state)
        if type(known) is Plan:
            result = self._follow(known, state)
            if result is not None:
                return result
            state.reset()
        elif known is Unplanned.ONCE:
            return self._record(state)
        elif known is None:
            self._mark_once(state)
        return self._result(self._render(state))

    def _find_known(self, state: State) -> "Known | None":
        """What is known of works with the answers of this one; None if there was none before."""
        work = state.work
        known = self._short.get((work.type, work.present))
        while type(known) is Fork:
            known = known.branches.get(known.asked(state))  # type: ignore[operator]  # it is not a variable's name
        return known or self._search(state)

    def _search(self, state: State) -> "Known | None":
        """The same, by asking all questions; the tests among them are kept for works with these variables."""
        work, tests = state.work, list[tuple[Test, bool]]()
        known = self._known.get(work.type)
        while type(known) is Fork:
            answer = known.answer(state)
            if not isinstance(known.asked, str):
                tests.append((known.asked, answer))
            known = known.branches.get(answer)
        if type(known) is Plan:
            if len(self._short) >= KEPT:
                self._short.clear()
            _add_path(self._short, (work.type, work.present), tests, known)
        return known

    def _mark_once(self, state: State) -> None:
        """Note that this is the first work with its answers."""
        branches: dict[Any, Known] = self._known
        answer: Any = state.work.type
        while type(known := branches.get(answer)) is Fork:
            branches, answer = known.branches, known.answer(state)
        branches[answer] = Unplanned.ONCE

    def _record(self, state: State) -> Out:
        """The result for a work, whose rendering is recorded, and its plan kept."""
        if self._count >= KEPT:
            self._known.clear()
            self._short.clear()
            self._count = 0
        self._count += 1
        recording, work = Recording(), state.work
        state.recording, state.work = recording, recording_copy(work, recording)
        node = self._render(state)
        state.recording, state.work = None, work
        plan = self._plan(node, recording.calls) or Unplanned.IN_FULL
        _add_path(self._known, work.type, recording.answers.items(), plan)
        return self._result(node)

    def _plan(self, node: Node | None, calls: Sequence[Call]) -> Plan | None:
        """The plan of a tree; None if it is not clear where each value is in it."""
        places: dict[int, deque[int]] = defaultdict(deque)
        for number, call in enumerate(calls):
            if call.node is not None:
                places[id(call.node)].append(number)
        tree = None if node is None else _with_placeholders(node, places, recased=self._is_recased)
        if tree is None or any(places.values()):
            return None
        pieces, numbers, end = self._split(tree)
        shown = dict(zip(numbers, pieces, strict=True))
        nothing = end[:0], frozenset[Mark]()
        steps = []
        for number, (value, words, substituting, written) in enumerate(calls):
            find = self._find(words) if words and written is not None and not substituting else None
            steps.append(Step(value, *shown.get(number, nothing), written is None, substituting, find))
        return self._plan_of(steps, end)

    def _plan_of(self, steps: Sequence[Step], end: Any) -> Plan:
        """The plan made of these steps."""
        return Plan(steps, end)

    def _find(self, words: Words) -> Find | None:
        """A function that gives a value as text; None if what is around the value must be rendered with it."""
        return words.find

    _is_recased = False
    """Whether text case applied to a part changes the result."""

    @abstractmethod
    def _result(self, node: Node | None) -> Out:
        """The result made from a tree."""

    @abstractmethod
    def _split(self, tree: Node) -> tuple[list[tuple[Any, Marks]], list[int], Any]:
        """What is before each placeholder in a tree, with its marks; their numbers; what follows the last."""

    @abstractmethod
    def _follow(self, plan: Plan, state: State) -> Out | None:
        """The result for a work by a plan; None if a value is not as expected."""


class TextPlans(Plans[str]):
    """Plans for comparisons: text only, without looks except affixes."""

    def _result(self, node: Node | None) -> str:
        return plain(node)

    def _split(self, tree: Node) -> tuple[list[tuple[str, Marks]], list[int], str]:
        *pieces, end = plain(tree).split(PLACEHOLDER)
        return [(words, frozenset()) for words in pieces[::2]], [*map(int, pieces[1::2])], end

    def _find(self, words: Words) -> Find | None:
        return None if words.look.prefix or words.look.suffix else words.find

    def _follow(self, plan: Plan, state: State) -> str | None:
        words: str = ""
        for render, before, _, is_silent, substituting, find in plan.steps:
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
        words += plan.end
        return words


class EntryPlans(Plans[Finished | None]):
    """Plans for printing: the text of an entry; None if nothing is printed."""

    _is_recased = True

    def __init__(self, render: Render, locales: Locales, *, english: bool) -> None:
        super().__init__(render)
        self._locales = locales
        self._english = english

    def _result(self, node: Node | None) -> Finished | None:
        tokens = flattened(node, self._english)
        return assembled(tokens, self._locales) if tokens else None

    def _split(self, tree: Node) -> tuple[list[tuple[tuple[Token, ...], Marks]], list[int], tuple[Token, ...]]:
        pieces, numbers = list[tuple[tuple[Token, ...], Marks]](), list[int]()
        tokens, marks = list[Token](), [frozenset[Mark]()]
        for token in flattened(tree, self._english):
            if isinstance(token, tuple) and token[0].startswith(PLACEHOLDER):
                pieces.append((tuple(tokens), marks[-1]))
                numbers.append(int(token[0].strip(PLACEHOLDER)))
                tokens = []
                continue
            if isinstance(token, MarkEdge):
                if token.opens:
                    marks.append(marks_inside(marks[-1], token.mark) or marks[-1])
                else:
                    marks.pop()
            tokens.append(token)
        return pieces, numbers, tuple(tokens)

    def _plan_of(self, steps: Sequence[Step], end: tuple[Token, ...]) -> Plan:
        leading = [(step.before, step.marks) for step in steps if not step.is_silent]
        return Plan(steps, Frames(leading, end, self._locales, english=self._english))

    def _follow(self, plan: Plan, state: State) -> Finished | None:
        given: list[str | Node] = []
        for render, _, _, is_silent, substituting, find in plan.steps:
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
        finished: Finished = plan.end.filled(given, partial(_rendered, plan.steps, state))
        return finished


def _rendered(steps: Sequence[Step], state: State) -> list[Node]:
    """The values that the steps of a plan give for a work, each as a tree."""
    state.reset()
    nodes: list[Node] = []
    for step in steps:
        state.substituting = step.substituting
        node = step.render(state)
        if node is not None:
            nodes.append(node)
    return nodes


def _add_path(branches: dict[Any, Known], at: Any, answers: Iterable[tuple[Test | str, bool]], end: Known) -> None:
    """Let the answers to questions lead from a place among branches to an end, adding forks where needed."""
    for asked, answer in answers:
        fork = branches.get(at)
        if type(fork) is not Fork:
            fork = branches[at] = Fork(asked)
        branches, at = fork.branches, answer
    branches[at] = end


def _with_placeholders(node: Node, places: dict[int, deque[int]], *, recased: bool) -> Node | None:
    """The tree with each value replaced by its number; None if one is in a part whose text case is to be changed."""
    if waiting := places.get(id(node)):
        return Run(Text(f"{PLACEHOLDER}{waiting.popleft()}{PLACEHOLDER}"))
    if isinstance(node, Run):
        return node
    parts = [part for one in node.parts if (part := _with_placeholders(one, places, recased=recased)) is not None]
    if len(parts) < len(node.parts):
        return None
    if all(map(is_, parts, node.parts)):
        return node
    return (
        None if recased and (node.look.text_case or node.look.strip_periods) else Box(parts, node.look, node.delimiter)
    )

"""What rendering knows of the work and the citation at hand, and what it finds out on its way."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reflist.csl.processor.particles import all_parted
from reflist.csl.processor.tree import Look, Node, plain
from reflist.model import Date, Name, Reference
from reflist.model.variables import KINDS, Kind
from reflist.text import Text

Positions = frozenset[str]
"""Of "first", "subsequent", "ibid", "ibid-with-locator", "near-note"."""

STANDING_FOR = (
    ("title-short", "shortTitle"),
    ("container-title-short", "journalAbbreviation"),
    ("event-title", "event"),
)
"""Variables, and what stands for each where it is missing."""

SHORT_OF = {"title": "title-short", "container-title": "container-title-short"}
"""Where the short form of a variable stands (CSL 1.0.2, "Text", form="short")."""


class Work:
    """A reference as it is rendered: its type, its values by variable, and what the document gives it.

    ``letter`` is what its source printed behind the year. It orders works, and is printed no more.
    """

    __slots__ = ("id", "type", "values", "names", "simple", "dates", "present", "language", "letter", "number")

    def __init__(self, reference: Reference) -> None:
        self.id = reference.id
        self.type = reference.type
        given: Mapping[str, Any] = reference.variables
        shape = _shape_of(tuple(given))
        self.values: dict[str, Text] = {name: given[name] for name in shape.texts}
        for name in shape.strings:
            self.values[name] = Text(given[name])
        self.dates: dict[str, Date] = {name: given[name] for name in shape.dates}
        self.names: dict[str, tuple[Name, ...]] = {}
        # The variables whose names are all simple; whether each of these has a given name and no particle.
        self.simple: dict[str, bool] = {}
        for name in shape.names:
            self.names[name], simple = all_parted(given[name])
            if simple is not None:
                self.simple[name] = simple
        self.letter: str = given.get("year-suffix", "")
        for name, other in shape.stand_ins:
            self.values[name] = self.values[other]
        if shape.has_pages:
            self.values["page-first"] = Text(self.values["page"].plain.translate(_PAGES).partition(" ")[0])
        self.present = shape.present  # the variables that say anything
        language = self.values.get("language")
        self.language = language.plain.partition("-")[0].casefold() if language else ""
        self.number = 0

    def copied(self) -> "Work":
        """The same work, of which some attributes may then be changed."""
        work = object.__new__(Work)
        for name in Work.__slots__:
            setattr(work, name, getattr(self, name))
        return work


class _Shape(NamedTuple):
    """The variables that works have, by kind, with those whose values are put in the place of missing ones."""

    texts: Sequence[str]
    strings: Sequence[str]
    names: Sequence[str]
    dates: Sequence[str]
    stand_ins: Sequence[tuple[str, str]]
    has_pages: bool  # and no first page
    present: frozenset[str]


@lru_cache(maxsize=2_000)
def _shape_of(variables: tuple[str, ...]) -> _Shape:
    """The shape of works that have these variables; `Work.present` is the same object for most, and often compared."""
    named = [name for name in variables if name != "year-suffix"]
    texts, people, dates = ([n for n in named if KINDS[n] is kind] for kind in (Kind.TEXT, Kind.NAMES, Kind.DATE))
    strings = [name for name in named if KINDS[name] in (Kind.NUMBER, Kind.VERBATIM)]
    stand_ins = [(name, other) for name, other in STANDING_FOR if other in named and name not in named]
    has_pages = "page" in named and "page-first" not in named
    present = _same(frozenset([*named, *(name for name, _ in stand_ins), *(["page-first"] if has_pages else [])]))
    return _Shape(texts, strings, people, dates, stand_ins, has_pages, present)


@lru_cache(maxsize=2_000)
def _same(present: frozenset[str]) -> frozenset[str]:
    """The same object for equal sets."""
    return present


_PAGES = str.maketrans(dict.fromkeys("-–—,;&", " "))


class Cite(NamedTuple):
    """One work cited in a citation: what goes with it, and where in the document it stands."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    positions: Positions = frozenset({"first"})
    note: int = 0
    first_note: int = 0


OTHERS = "\0"
"""Stands for "et al." where names are compared."""

NO_CITE = Cite("", positions=frozenset())
"""That of a bibliography."""


class Telling(NamedTuple):
    """How a work is told from others: names shown, and how fully; tests for ambiguity that hold; a letter.

    ``shown`` maps the number of a rendered list of names to how many of them are shown at least; ``given`` maps (list,
    name) to 1 (initials) or 2 (in full). ``namesakes`` are written in full wherever they stand.
    """

    shown: Mapping[int, int] = {}
    given: Mapping[tuple[int, int], int] = {}
    conditions: int = 0
    letter: str = ""
    namesakes: frozenset[Name] = frozenset()

    def fullness(self, person: Name, at: tuple[int, int]) -> int:
        """How much of a given name is written that would not be else: 0 nothing more, 1 initials, 2 all."""
        if self.namesakes and person in self.namesakes:
            return 2
        return self.given.get(at, 0) if self.given else 0


UNTOLD = Telling()
"""That of a work which no other looks like."""


class Trail:
    """What a rendering that is watched asks, in order: tests, whether variables are there, and values.

    Left out is what the type of the work decides.
    """

    __slots__ = ("answers", "calls")

    def __init__(self) -> None:
        self.answers: dict[Test | str, bool] = {}
        self.calls: list[Call] = []


class State:
    """What one rendering of one work carries along."""

    __slots__ = (
        "work", "cite", "telling", "called", "filled", "done", "lists", "substituting", "sorting", "limits",
        "lettered", "implicit", "english", "first", "others", "first_list", "without_names", "words_first",
        "trace", "skipped", "joins", "trail",
    )  # fmt: skip

    def __init__(
        self,
        work: Work,
        cite: Cite = NO_CITE,
        telling: Telling = UNTOLD,
        *,
        english: bool = True,
        sorting: bool = False,
        implicit: bool = False,
        limits: Mapping[str, int] | None = None,
        skipped: Collection[str] = (),
        joins: bool = False,
    ) -> None:
        self.work = work
        self.cite = cite
        self.telling = telling
        self.sorting = sorting
        self.limits = limits or {}  # of names, set by a sort key
        self.implicit = implicit  # whether the style leaves it to us to place the letter of the year
        self.english = english
        self.skipped = skipped  # variables that are not to be said
        self.joins = joins  # whether a list of names may be one text: nobody asks for each of them
        self.trail: Trail | None = None  # where it is watched
        self.reset()

    def turn(self, work: Work, cite: Cite, telling: Telling) -> None:
        """Begin the rendering of another work, which takes a fraction of what a new state does."""
        self.work, self.cite, self.telling = work, cite, telling
        self.reset()

    def reset(self) -> None:
        """Begin the rendering anew."""
        self.called = 0  # variables, in the group at hand
        self.filled = 0  # those of them that say anything
        self.done = {*self.skipped}  # variables that stood for missing names: not to be said twice
        self.lists = 0  # lists of names so far
        self.substituting = False
        self.lettered = False  # whether the year's letter has been printed
        self.first: list[Node] | None = None  # the names of the first list, or what stands for them
        self.others = False  # whether there are more than those
        self.first_list: list[Node] | None = None  # the parts of the first list of names, as rendered
        self.without_names = False  # whether the first list is left out
        self.words_first = False  # whether what stands for the first list of names is words of the style alone
        self.trace: list[tuple[tuple[Name, ...], int]] = []  # the lists of names and how many were shown

    @property
    def first_names(self) -> list[str] | None:
        """The first list of names as printed, for what is compared by author; None before there is one."""
        return None if self.first is None else [*map(plain, self.first), *([OTHERS] if self.others else [])]


def label_of(work: Work) -> str:
    """The label of a work, as ``[RoNo78]``: its own, else letters of its first names and two digits of its year."""
    own = work.values.get("citation-label")
    if own is not None:
        return own.plain
    people = next(iter(work.names.values()), ())
    surnames = [(person.family or person.literal) for person in people]
    letters = {1: 4, 2: 2}.get(len(surnames), 1)
    year = work.dates["issued"].year if "issued" in work.dates else None
    return "".join(name[:letters] for name in surnames[:4]) + (f"{year % 100:02d}" if year is not None else "")


Test = Callable[[State], bool]
"""A test of a ``cs:choose``."""

Render = Callable[[State], Node | None]
"""What a rendering element is compiled to; it gives None where nothing is printed."""


class Words(NamedTuple):
    """What gives the same as a text, without the look around it: where it is one, has no marks, and is no substitute.

    Where it is not, that gives None, and leaves the state as it was.
    """

    find: Callable[[State], str | None]
    look: Look


class Call(NamedTuple):
    """A value that was asked for, whether it was to stand for names that are missing, and what was written of it."""

    render: Render
    words: Words | None
    substituting: bool
    node: Node | None


def asked(test: Test, variable: str = "") -> Test:
    """A test whose answer another work of the same type and variables may not share.

    Of the same work in the same place of a document it is always the same. ``variable``: it does not hold of works
    without this one.
    """

    def ask(state: State) -> bool:
        answer = test(state)
        if state.trail is not None and (not variable or variable in state.work.present):
            state.trail.answers[test] = answer
        return answer

    return ask


def written(render: Render, *variables: str, words: Words | None = None, where: Test | None = None) -> Render:
    """What renders a value: of one of the variables, and nothing where the work has none of them; else of anything.

    ``where`` is a test that was `asked`, if any, without which it renders nothing.
    """

    def write(state: State) -> Node | None:
        if state.trail is None:
            return render(state)
        substituting = state.substituting
        node = render(state)
        if (where is None or where(state)) and not (variables and state.work.present.isdisjoint(variables)):
            state.trail.calls.append(Call(render, words, substituting, node))
        return node

    return write

"""What rendering knows about the current work and cite, and what it records."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reflist.csl.processor.particles import all_with_particles
from reflist.csl.processor.tree import Look, Node, plain
from reflist.model import Date, Name, Reference
from reflist.model.variables import KINDS, Kind
from reflist.text import Text

Positions = frozenset[str]
"""A subset of "first", "subsequent", "ibid", "ibid-with-locator", "near-note"."""

REPLACEMENTS = (
    ("title-short", "shortTitle"),
    ("container-title-short", "journalAbbreviation"),
    ("event-title", "event"),
)
"""Variables, and the variable that replaces each where it is missing."""

SHORT_OF = {"title": "title-short", "container-title": "container-title-short"}
"""The variable that holds the short form of another (CSL 1.0.2, "Text", form="short")."""


class Work:
    """A reference as it is rendered: its type, its values by variable, and what the document assigns to it.

    ``letter`` is the year suffix that its source printed. It is used to sort works, but not printed.
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
            self.names[name], simple = all_with_particles(given[name])
            if simple is not None:
                self.simple[name] = simple
        self.letter: str = given.get("year-suffix", "")
        for name, other in shape.stand_ins:
            self.values[name] = self.values[other]
        if shape.has_pages:
            self.values["page-first"] = Text(self.values["page"].plain.translate(_PAGES).partition(" ")[0])
        self.present = shape.present  # the variables with a value
        language = self.values.get("language")
        self.language = language.plain.partition("-")[0].casefold() if language else ""
        self.number = 0

    def copied(self) -> "Work":
        """A copy of the work, of which some attributes may then be changed."""
        work = object.__new__(Work)
        for name in Work.__slots__:
            setattr(work, name, getattr(self, name))
        return work


class _Shape(NamedTuple):
    """The variables that works have, by kind, including those filled in for missing ones."""

    texts: Sequence[str]
    strings: Sequence[str]
    names: Sequence[str]
    dates: Sequence[str]
    stand_ins: Sequence[tuple[str, str]]
    has_pages: bool  # and no first page
    present: frozenset[str]


@lru_cache(maxsize=2_000)
def _shape_of(variables: tuple[str, ...]) -> _Shape:
    """The shape of works with these variables. `Work.present` is often compared, so equal shapes share one object."""
    named = [name for name in variables if name != "year-suffix"]
    texts, people, dates = ([n for n in named if KINDS[n] is kind] for kind in (Kind.TEXT, Kind.NAMES, Kind.DATE))
    strings = [name for name in named if KINDS[name] in (Kind.NUMBER, Kind.VERBATIM)]
    stand_ins = [(name, other) for name, other in REPLACEMENTS if other in named and name not in named]
    has_pages = "page" in named and "page-first" not in named
    present = _same(frozenset([*named, *(name for name, _ in stand_ins), *(["page-first"] if has_pages else [])]))
    return _Shape(texts, strings, people, dates, stand_ins, has_pages, present)


@lru_cache(maxsize=2_000)
def _same(present: frozenset[str]) -> frozenset[str]:
    """The same object for equal sets."""
    return present


_PAGES = str.maketrans(dict.fromkeys("-–—,;&", " "))


class Cite(NamedTuple):
    """One cited work in a citation: what is cited with it, and where in the document it is."""

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
"""The cite of an entry in the bibliography."""


class Distinction(NamedTuple):
    """How a work is disambiguated: names shown and how fully, ambiguity tests that are true, and a year suffix.

    ``shown`` maps the number of a rendered list of names to the least number of names shown; ``given`` maps (list,
    name) to 1 (initials) or 2 (in full). ``namesakes`` are always written in full.
    """

    shown: Mapping[int, int] = {}
    given: Mapping[tuple[int, int], int] = {}
    conditions: int = 0
    letter: str = ""
    namesakes: frozenset[Name] = frozenset()

    def fullness(self, person: Name, at: tuple[int, int]) -> int:
        """How much is added to a given name beyond the style: 0 nothing, 1 initials, 2 all of it."""
        if self.namesakes and person in self.namesakes:
            return 2
        return self.given.get(at, 0) if self.given else 0


NO_DISTINCTION = Distinction()
"""For a work that looks like no other."""


class Recording:
    """What a recorded rendering asks for, in order: tests, whether variables are present, and values.

    What depends only on the work's type is left out.
    """

    __slots__ = ("answers", "calls")

    def __init__(self) -> None:
        self.answers: dict[Test | str, bool] = {}
        self.calls: list[Call] = []


class State:
    """The state of one rendering of one work."""

    __slots__ = (
        "work", "cite", "distinction", "called", "filled", "done", "lists", "substituting", "sorting", "limits",
        "lettered", "implicit", "english", "first", "others", "first_list", "without_names", "words_first",
        "trace", "skipped", "joins", "recording",
    )  # fmt: skip

    def __init__(
        self,
        work: Work,
        cite: Cite = NO_CITE,
        distinction: Distinction = NO_DISTINCTION,
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
        self.distinction = distinction
        self.sorting = sorting
        self.limits = limits or {}  # of names, set by a sort key
        self.implicit = implicit  # whether the style leaves it to us to place the year suffix
        self.english = english
        self.skipped = skipped  # variables that are not to be printed
        self.joins = joins  # whether a list of names may become one text: nobody needs its names one by one
        self.recording: Recording | None = None  # set while a rendering is recorded
        self.reset()

    def start(self, work: Work, cite: Cite, distinction: Distinction) -> None:
        """Begin rendering another work; much faster than making a new state."""
        self.work, self.cite, self.distinction = work, cite, distinction
        self.reset()

    def reset(self) -> None:
        """Begin rendering from the start."""
        self.called = 0  # variables, in the current group
        self.filled = 0  # those of them with a value
        self.done = {*self.skipped}  # variables already printed in place of missing names: not to be printed again
        self.lists = 0  # lists of names so far
        self.substituting = False
        self.lettered = False  # whether the year suffix has been printed
        self.first: list[Node] | None = None  # the names of the first list, or their substitute
        self.others = False  # whether there are more names than those
        self.first_list: list[Node] | None = None  # the parts of the first list of names, as rendered
        self.without_names = False  # whether the first list is suppressed
        self.words_first = False  # whether the substitute for the first list consists of the style's own words only
        self.trace: list[tuple[tuple[Name, ...], int]] = []  # the lists of names and how many were shown

    @property
    def first_names(self) -> list[str] | None:
        """The first list of names as printed, for comparison by author; None before there is one."""
        return None if self.first is None else [*map(plain, self.first), *([OTHERS] if self.others else [])]


def label_of(work: Work) -> str:
    """The label of a work, such as ``RoNo78``: its own, else letters of its first names and two digits of its year."""
    own = work.values.get("citation-label")
    if own is not None:
        return own.plain
    people = next(iter(work.names.values()), ())
    surnames = [(person.family or person.literal) for person in people]
    letters = {1: 4, 2: 2}.get(len(surnames), 1)
    year = work.dates["issued"].year if "issued" in work.dates else None
    return "".join(name[:letters] for name in surnames[:4]) + (f"{year % 100:02d}" if year is not None else "")


Test = Callable[[State], bool]
"""A test in a ``cs:choose``."""

Render = Callable[[State], Node | None]
"""A compiled rendering element; it returns None if nothing is printed."""


class Words(NamedTuple):
    """A function that gives a value as plain text, without its look, if it has no marks and is not a substitute.

    Otherwise it returns None and leaves the state as it was.
    """

    find: Callable[[State], str | None]
    look: Look


class Call(NamedTuple):
    """A value that was asked for, whether it replaces missing names, and what was printed for it."""

    render: Render
    words: Words | None
    substituting: bool
    node: Node | None


def asked(test: Test, variable: str = "") -> Test:
    """A test whose result may differ between works of the same type and with the same variables.

    For the same work at the same place of a document the result is always the same. ``variable``: the test is false for
    works without this variable.
    """

    def ask(state: State) -> bool:
        answer = test(state)
        if state.recording is not None and (not variable or variable in state.work.present):
            state.recording.answers[test] = answer
        return answer

    return ask


def written(render: Render, *variables: str, words: Words | None = None, where: Test | None = None) -> Render:
    """A function that renders the value of one of the variables, or nothing if the work has none of them.

    Without variables it may render anything. ``where`` is a test made by `asked`, if any, that must be true.
    """

    def write(state: State) -> Node | None:
        if state.recording is None:
            return render(state)
        substituting = state.substituting
        node = render(state)
        if (where is None or where(state)) and not (variables and state.work.present.isdisjoint(variables)):
            state.recording.calls.append(Call(render, words, substituting, node))
        return node

    return write

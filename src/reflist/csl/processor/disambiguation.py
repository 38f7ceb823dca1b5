"""Disambiguation: telling apart works whose citations look alike (CSL 1.0.2, "Disambiguation").

Only works that look alike are changed: more names are shown, names are written more fully, the style's own condition
is made true, and the works that still look alike get year suffixes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from reflist.csl.processor.person import initials
from reflist.csl.processor.program import BY_CITE, Program
from reflist.csl.processor.state import NO_CITE, NO_DISTINCTION, Distinction, State, Work
from reflist.model import Name

CITE = NO_CITE._replace(positions=frozenset({"subsequent", "near-note"}))
INITIALS, IN_FULL = 1, 2

ListAt = tuple[int, int]


class Appearance(NamedTuple):
    """How a work looks in a citation: its text, and its lists of names with the number of names shown."""

    text: str
    lists: tuple[tuple[tuple[Name, ...], int], ...]


class Disambiguation:
    """Disambiguates the works of a document, given in the order in which they get year suffixes."""

    def __init__(self, program: Program, works: Sequence[Work]) -> None:
        self.program = program
        self.works = works
        area = program.citation
        self.adds_names = area.is_on("disambiguate-add-names")
        self.adds_given = area.is_on("disambiguate-add-givenname")
        self.adds_year_suffixes = area.is_on("disambiguate-add-year-suffix")
        self.rule = area.name_rule
        self.distinctions: dict[str, Distinction] = {}
        self._state: State | None = None
        self._appearances: dict[str, tuple[Distinction, Appearance]] = {}  # the last of each work

    def run(self) -> dict[str, Distinction]:
        """How each work is disambiguated, by id."""
        self.distinctions = {work.id: NO_DISTINCTION for work in self.works}
        if not (self.adds_names or self.adds_given or self.adds_year_suffixes or self.program.citation.ambiguity_tests):
            return self.distinctions
        if self.adds_given and self.rule != BY_CITE:
            self._distinguish_names()
        appearances = self._by_appearance(self.works)
        alike = [group for group in appearances.values() if len(group) > 1]
        for group in alike:
            self._distinguish(group)
        if self.program.citation.adds_full_given and self.rule == BY_CITE:
            self._keep_in_full()
        if self.adds_year_suffixes and alike:  # others look as they did
            alone = {appearance: group for appearance, group in appearances.items() if len(group) == 1}
            for group in self._by_appearance(chain.from_iterable(alike), alone).values():
                if len(group) > 1:
                    self._add_year_suffixes(group)
        return self.distinctions

    def appearance(self, work: Work, distinction: Distinction | None = None) -> Appearance:
        """How a work looks, disambiguated as so far or as given."""
        distinction = self.distinctions[work.id] if distinction is None else distinction
        last = self._appearances.get(work.id)
        if last is None or last[0] != distinction:
            last = self._appearances[work.id] = distinction, self._rendered(work, distinction)
        return last[1]

    def _rendered(self, work: Work, distinction: Distinction) -> Appearance:
        if self._state is None:  # the date of access does not disambiguate works
            self._state = State(work, CITE, english=self.program.english, skipped=("accessed",), joins=True)
        state = self._state
        state.start(work, CITE, distinction)
        text = self.program.citation.appearances.write(state)
        return Appearance(text, tuple(state.trace))

    def _by_appearance(
        self, works: Iterable[Work], known: Mapping[str, list[Work]] | None = None
    ) -> dict[str, list[Work]]:
        """The works, and those already known, by how their citations look."""
        groups: dict[str, list[Work]] = defaultdict(list, known or {})
        for work in works:
            groups[self.appearance(work).text].append(work)
        return groups

    # --- names --------------------------------------------------------------------------------------------------------

    def _distinguish_names(self) -> None:
        """Write names that look alike more fully wherever they stand, or only the first of each citation."""
        compared = {work.id: self._lists_of_rule(self.appearance(work).lists) for work in self.works}
        levels = self._levels(compared.values())
        if not levels:
            return
        shared = {person.family or person.literal for person in levels}  # looking up a whole name takes longer
        for id, lists in compared.items():
            given = {
                (number, index): level
                for number, (people, _) in enumerate(lists)
                for index, person in enumerate(people)
                if (person.family or person.literal) in shared and (level := levels.get(person))
            }
            if given:
                self.distinctions[id] = self.distinctions[id]._replace(given=given)

    def _levels(self, compared: Iterable[Sequence[tuple[tuple[Name, ...], int]]]) -> dict[Name, int]:
        """How fully each person must be written whose family name another person shares."""
        first: dict[tuple[str, str], Name] = {}
        families: dict[tuple[str, str], set[Name]] = defaultdict(set)
        for lists in compared:
            for people, shown in lists:
                for person in people if self.adds_names else people[:shown]:
                    surname = person.non_dropping_particle, person.family or person.literal
                    other = first.setdefault(surname, person)
                    if other is not person and other != person:
                        families[surname] |= {other, person}
        return {person: level for family in families.values() for person, level in self._levels_apart(family)}

    def _keep_in_full(self) -> None:
        """Record given names that citations print in full so that entries print them in full too."""
        for id, distinction in self.distinctions.items():
            if distinction.given:
                self.distinctions[id] = distinction._replace(given=dict.fromkeys(distinction.given, IN_FULL))

    def _lists_of_rule(self, lists: Sequence[tuple[tuple[Name, ...], int]]) -> Sequence[tuple[tuple[Name, ...], int]]:
        """The lists of names that the rule applies to: all of them, or the first name of the first."""
        return [(people[:1], 1) for people, _ in lists[:1]] if self.rule.startswith("primary-name") else lists

    def _levels_apart(self, family: set[Name]) -> Iterator[tuple[Name, int]]:
        """How fully the persons of a family name must be written so that their names differ."""
        by_initials, given = Counter(map(_initials, family)), Counter(map(_given, family))
        for person in family:
            if self.rule.endswith("with-initials"):
                yield person, INITIALS if len(by_initials) > 1 else 0
            elif by_initials[_initials(person)] == 1:
                yield person, INITIALS
            else:
                yield person, IN_FULL if given[_given(person)] == 1 else 0

    def _distinguish(self, group: list[Work]) -> None:
        left = group
        if self.adds_names or (self.adds_given and self.rule == BY_CITE):
            left = self._split(group, list(self._steps(group)), {work.id: self.distinctions[work.id] for work in group})
        if self.adds_year_suffixes:
            return  # a condition comes "when all other … methods have failed" (CSL 1.0.2, "Choose"); letters never do
        for number in range(1, self.program.citation.ambiguity_tests + 1):  # until they look like no other
            for work in left:
                self.distinctions[work.id] = self.distinctions[work.id]._replace(conditions=number)
            left = [work for part in self._by_appearance(left).values() if len(part) > 1 for work in part]

    def _steps(self, group: Sequence[Work]) -> Iterator[tuple[str, ListAt]]:
        """What may be added, in order: each name more fully, then one more name."""
        appearances = [self.appearance(work) for work in group]
        for number in range(max(len(appearance.lists) for appearance in appearances)):
            lists = [appearance.lists[number] for appearance in appearances if number < len(appearance.lists)]
            shown = min(shown for _, shown in lists)
            most = max(len(people) for people, _ in lists) if self.adds_names else shown
            ends = {len(people) for people, _ in lists}
            for index in range(most):
                same = len(lists) == len(appearances) and len({people[index : index + 1] for people, _ in lists}) == 1
                if same and (len(ends) == 1 or index + 1 not in ends):
                    continue  # the same name in all of them, with more after it: it disambiguates none
                if index >= shown:
                    yield "names", (number, index + 1)
                if self.adds_given and self.rule == BY_CITE:
                    yield "initials", (number, index)
                    yield "in full", (number, index)

    def _split(self, group: list[Work], steps: list[tuple[str, ListAt]], base: Mapping[str, Distinction]) -> list[Work]:
        """Apply steps until no two works look alike; returns the works that still do."""
        current = dict(base)
        for position, (kind, at) in enumerate(steps):
            tried = {work.id: _stepped(current[work.id], kind, at) for work in group}
            parts: dict[str, list[Work]] = defaultdict(list)
            for work in group:
                parts[self.appearance(work, tried[work.id]).text].append(work)
            if len(parts) > 1:
                self.distinctions |= tried
                left: list[Work] = []
                for part in parts.values():
                    if len(part) > 1:
                        left += self._split(part, steps[position + 1 :], {work.id: tried[work.id] for work in part})
                return left
            if kind == "names":
                current = tried
        self.distinctions |= base  # what did not disambiguate is undone
        return group

    # --- year suffixes ------------------------------------------------------------------------------------------------

    def _add_year_suffixes(self, group: list[Work]) -> None:
        """Add year suffixes in the order of the bibliography."""
        for index, work in enumerate(sorted(group, key=lambda work: work.number)):
            self.distinctions[work.id] = self.distinctions[work.id]._replace(letter=year_suffix(index))


def _stepped(distinction: Distinction, kind: str, at: ListAt) -> Distinction:
    number, index = at
    if kind == "names":
        return distinction._replace(shown={**distinction.shown, number: index})
    return distinction._replace(given={**distinction.given, at: INITIALS if kind == "initials" else IN_FULL})


def _given(person: Name) -> str:
    """A given name for comparison: spaces between initials do not count."""
    return person.given.replace(". ", ".")


def _initials(person: Name) -> str:
    return initials(person.given, ".")


def namesakes(work: Work) -> frozenset[Name]:
    """The persons of a work in whose list another person has the same family name and initials."""
    found: set[Name] = set()
    for people in work.names.values():
        if len(people) > 1 and len({person.family for person in people}) < len(people):
            alike: dict[tuple[str, ...], set[Name]] = defaultdict(set)
            for person in people:
                alike[person.non_dropping_particle, person.family, _initials(person)].add(person)
            found.update(*(group for group in alike.values() if len(group) > 1))
    return frozenset(found)


def year_suffix(index: int) -> str:
    """The year suffix for a number counted from 0: a to z, then aa to zz."""
    written = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        written = chr(ord("a") + digit) + written
    return written

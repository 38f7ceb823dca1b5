"""A whole document: citations in, formatted citations and bibliography out, as a pure function."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reflist.csl.collation import sort_key
from reflist.csl.locales import language
from reflist.csl.processor.acronyms import spelled_out
from reflist.csl.processor.clusters import Clusters
from reflist.csl.processor.disambiguation import Disambiguation, namesakes
from reflist.csl.processor.entries import entry
from reflist.csl.processor.finishing import Finished, finish
from reflist.csl.processor.intext import InText
from reflist.csl.processor.positions import NEAR, placed
from reflist.csl.processor.program import BY_CITE, Program
from reflist.csl.processor.sorting import BY_LETTER, Key, ordered
from reflist.csl.processor.state import NO_CITE, OTHERS, Cite, Distinction, State, Work
from reflist.csl.processor.tree import Box, Node, Run
from reflist.csl.xml import whole_number
from reflist.model import Reference
from reflist.text import Text


class Entry(NamedTuple):
    """A formatted entry of a bibliography and the id of its work."""

    id: str
    finished: Finished


class Document:
    """The works of a document and its citations, formatted by a style.

    ``modes`` gives for each citation its mode within a sentence, one of `intext.MODES`, or an empty string.
    """

    def __init__(
        self,
        program: Program,
        references: Iterable[Reference],
        clusters: Sequence[Sequence[Cite]] = (),
        modes: Sequence[str] = (),
    ) -> None:
        self.program = program
        self.works = {reference.id: Work(reference) for reference in references}
        self._number(clusters)
        spelled_out_works = spelled_out(list(self.works.values()))
        self.distinctions: Mapping[str, Distinction] = Disambiguation(program, spelled_out_works).run()
        self.writer = Clusters(program, self.works, self.distinctions)
        near = whole_number(program.citation.options, "near-note-distance")
        cited = placed(clusters, NEAR if near is None else near)
        self.clusters = [self._sorted(cites) for cites in cited]
        self.modes = modes or [""] * len(self.clusters)

    def _number(self, clusters: Sequence[Sequence[Cite]]) -> None:
        """Number the works in the order of the bibliography: the style's, else as first cited, else as given."""
        cited = dict.fromkeys(cite.id for cites in clusters for cite in cites if cite.id in self.works)
        self.works = {id: self.works[id] for id in (*cited, *(id for id in self.works if id not in cited))}
        for number, work in enumerate(self.works.values(), start=1):
            work.number = number
        self.ordered = ordered(list(self.works.values()), lambda work: (work, NO_CITE), self._keys())
        for number, work in enumerate(self.ordered, start=1):
            work.number = number

    def _keys(self) -> list[Key]:
        """The sort keys of the bibliography; letters printed by the sources are compared right after the date."""
        area = self.program.bibliography
        if not (area.keys and any(work.letter for work in self.works.values())):
            return area.keys
        return [*area.keys[: area.date_keys], BY_LETTER, *area.keys[area.date_keys :]]

    def _sorted(self, cites: Sequence[Cite]) -> list[Cite]:
        """The cites of a citation in the style's order, with cites of unknown works last."""
        if not (keys := self.program.citation.keys):
            return list(cites)
        known = [cite for cite in cites if cite.id in self.works]
        unknown = [cite for cite in cites if cite.id not in self.works]
        known = ordered(known, self._cited, keys)
        return (self._grouped(known) if self.writer.grouped and len(known) > 1 else known) + unknown

    def _cited(self, cite: Cite) -> tuple[Work, Cite]:
        return self.works[cite.id], cite

    def _grouped(self, cites: Sequence[Cite]) -> list[Cite]:
        """Cites with the same names together; the groups in the order of their first key, then of their names."""
        groups: dict[str, list[Cite]] = {}
        for cite in cites:
            groups.setdefault(self.writer.names_of(cite), []).append(cite)
        tag = language(self.program.locales.tag)
        by_names = sorted(groups.items(), key=lambda group: (not self._is_by(group[1][0]), sort_key(group[0], tag)))
        keys = self.program.citation.keys[:1]
        in_order = ordered([cited for _, cited in by_names], lambda group: self._cited(group[0]), keys)
        return [cite for group in in_order for cite in group]

    def _is_by(self, cite: Cite) -> bool:
        """Whether a cited work has an author; works without one come last."""
        return "author" in self.works[cite.id].names

    def citations(self) -> list[Finished]:
        """The formatted citations, in order."""
        in_text = InText(self.program, self.works, self.distinctions, self.writer)
        written = (in_text.write(*cited) for cited in zip(self.clusters, self.modes, strict=True))
        return [self._finish(node) for node in written]

    def bibliography(self) -> list[Entry]:
        """The entries of the bibliography, in its order."""
        return [Entry(work.id, finished) for work, finished in self.entries() if finished is not None]

    def entries(self) -> Iterator[tuple[Work, Finished | None]]:
        """The works in the order of the bibliography, each with its entry once made; None if that is empty."""
        if not self.program.has_bibliography:
            return
        previous: Sequence[str] = ()
        state: State | None = None
        area = self.program.bibliography
        substitutes = "subsequent-author-substitute" in area.options
        # Names may be added to a citation alone, as other processors do.
        in_full = self.program.citation.adds_given_to_surnames and self.program.citation.name_rule == BY_CITE
        names_stay = not self.program.citation.is_on("disambiguate-add-givenname")
        for work in self.ordered:
            distinction = self.distinctions[work.id]
            if distinction.conditions:
                distinction = distinction._replace(conditions=area.ambiguity_tests)
            if names_stay and distinction.shown:
                distinction = distinction._replace(shown={})
            if in_full and (persons := namesakes(work)):
                distinction = distinction._replace(namesakes=persons)
            if state is None:
                state = State(work, NO_CITE, implicit=not area.places_suffix, joins=not substitutes)
            state.english = self.program.is_english(work)
            state.start(work, NO_CITE, distinction)
            if substitutes:
                node, previous = self._substituted(state, previous)
                yield work, self._finish(node) if node is not None else None
            else:
                yield work, area.entries.write(state)

    def _finish(self, node: Node | None) -> Finished:
        return finish(node, self.program.locales, self.program.english)

    def _substituted(self, state: State, previous: Sequence[str]) -> tuple[Node | None, Sequence[str]]:
        """An entry in which a mark replaces names that the entry before has too, and the entry's own names."""
        area = self.program.bibliography
        nodes = area.render(state)
        # "All rendered names" are compared (CSL 1.0.2, "Reference Grouping"); "et al." is not a name.
        names = [name for name in state.first_names or () if name != OTHERS] if not state.words_first else ()
        if state.first_list is not None and names:
            rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
            _substitute(state.first_list, names, previous, area.options["subsequent-author-substitute"], rule)
        return entry(nodes, area.look, language(self.program.locales.tag), is_aligned=area.is_aligned), names


def _substitute(parts: list[Node], names: Sequence[str], previous: Sequence[str], mark: str, rule: str) -> None:
    """Put a mark in place of names that the entry before has too (CSL 1.0.2, "Reference Grouping")."""
    same = next(
        (at for at, (one, other) in enumerate(zip(names, previous, strict=False)) if one != other),
        min(len(names), len(previous)),
    )
    if rule not in _REPLACED:
        if list(names) == list(previous):
            parts[:] = [Run(Text(mark))] if mark else []
        return
    named_at = [at for at, part in enumerate(parts) if isinstance(part, Box) or part.variable]  # not the delimiters
    for at in named_at[: _REPLACED[rule](same, len(names) if list(names) == list(previous) else 0)]:
        parts[at] = Run(Text(mark))


_REPLACED: Mapping[str, Callable[[int, int], int]] = {
    "complete-each": lambda _same, all_same: all_same,
    "partial-each": lambda same, _all_same: same,
    "partial-first": lambda same, _all_same: min(same, 1),
}
"""For rules other than the usual one (one mark for all names): how many names are replaced one by one, given how many
are the same from the first on, and how many there are if all are the same."""

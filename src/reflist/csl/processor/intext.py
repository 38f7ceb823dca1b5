"""Citations that are part of a sentence: a work's names alone, the citation without them, or both in turn.

CSL leaves this to its processors. We print what citeproc-js prints, except that nothing is left out: if only names are
printed, those of all works are, and numeric styles print the authors too, as in "Doe et al. [1]".
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from reflist.csl.processor.elements import Compiler
from reflist.csl.processor.names import inherited
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import NO_DISTINCTION, Cite, Distinction, Render, State, Work
from reflist.csl.processor.tree import PLAIN, Box, Node, plain
from reflist.csl.xml import parse

COMPOSITE = "composite"
"""The names as part of the sentence, followed by the citation without the names of its first work."""

AUTHOR_ONLY = "author-only"
"""The names of all works in the citation and nothing else."""

SUPPRESS_AUTHOR = "suppress-author"
"""The citation without the names of its first work."""

MODES = (COMPOSITE, AUTHOR_ONLY, SUPPRESS_AUTHOR)
"""The ways in which a citation can be part of a sentence."""

_NAMES = b"""<names xmlns="http://purl.org/net/xbiblio/csl" variable="author"><name form="short" and="text"/>
    <substitute><names variable="editor"/><names variable="translator"/><names variable="director"/></substitute>
    </names>"""
_TITLE = b'<text xmlns="http://purl.org/net/xbiblio/csl" variable="title" form="short"/>'
_SHORTENED = {"et-al-min": "4", "et-al-use-first": "1"}
"""Abbreviates names, in styles without rules for that, to the first one if there are four or more."""


class Cluster(Protocol):
    """What this module needs of `Clusters`: rendering a citation, and the affixes of a cite."""

    delimiter: str

    def write(self, cites: Sequence[Cite]) -> Node | None:
        """The tree of a citation."""
        ...

    def affixed(self, cite: Cite, node: Node) -> Node:
        """A cite between its prefix and its suffix."""
        ...


class InText:
    """Renders citations, including those that are part of a sentence."""

    def __init__(
        self, program: Program, works: Mapping[str, Work], distinctions: Mapping[str, Distinction], clusters: Cluster
    ) -> None:
        self.program = program
        self.works = works
        self.distinctions = distinctions
        self.clusters = clusters
        self._plain: tuple[Render, Render] | None = None

    def write(self, cites: Sequence[Cite], mode: str = "") -> Node | None:
        """The tree of a citation in a mode; names that are part of the sentence come first, followed by a space."""
        named = [cite for cite in cites if self._only_named(cite, mode)]
        rest = [cite for cite in cites if not self._only_named(cite, mode)]
        before = [self._named(named)] if named else []
        if rest and rest[0].id in self.works and mode in (COMPOSITE, SUPPRESS_AUTHOR):
            names = self._names(rest[0]) if mode == COMPOSITE else None
            before += [names] if names else []
            if names or mode == SUPPRESS_AUTHOR:
                rest[0] = rest[0]._replace(suppress_author=True)
        written = self.clusters.write(rest)
        if not before:
            return written
        return Box([*before, *([written] if written else [])], PLAIN, " ")

    def _only_named(self, cite: Cite, mode: str) -> bool:
        return (mode == AUTHOR_ONLY or (cite.author_only and not mode)) and cite.id in self.works

    def _named(self, cites: Sequence[Cite]) -> Node:
        """The names of works, each list of names once; for a work without names, its title."""
        written: dict[str, Node] = {}
        for cite in cites:
            names = self._names(cite) or self._fallbacks()[1](self._state(cite)) or Box([])
            written.setdefault(plain(names), self.clusters.affixed(cite, names))
        return Box(list(written.values()), PLAIN, self.clusters.delimiter)

    def _names(self, cite: Cite) -> Node | None:
        """The names that a cite begins with, or their substitute; the work's names if the style prints none."""
        state = self._state(cite)
        self.program.citation.render(state)
        if state.first_list:
            return Box(list(state.first_list))
        return self._fallbacks()[0](self._state(cite))

    def _state(self, cite: Cite) -> State:
        work = self.works[cite.id]
        return State(work, cite, self.distinctions.get(cite.id, NO_DISTINCTION), english=self.program.is_english(work))

    def _fallbacks(self) -> tuple[Render, Render]:
        """Functions that render a work's names, and its title, independently of the style."""
        if self._plain is None:
            root = self.program.style.root
            defaults = inherited(*[root, *root.all("citation")])
            compiler = Compiler({}, self.program.locales, root.attributes, {**_SHORTENED, **defaults})
            names, title = (compiler.element(parse(source)) for source in (_NAMES, _TITLE))
            self._plain = names, title
        return self._plain

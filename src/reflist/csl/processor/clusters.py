"""A citation of one or more works: sorted, grouped, collapsed, joined (CSL 1.0.2, "Citation-specific Options")."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from reflist.csl.locales import language
from reflist.csl.processor.entries import capitalised
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import NO_DISTINCTION, Cite, Distinction, State, Work
from reflist.csl.processor.tree import NOTHING, PLAIN, Box, Look, Node, Run, plain
from reflist.text import Mark, Text

YEARS = ("year", "year-suffix", "year-suffix-ranged")


class Rendered(NamedTuple):
    """A rendered cite: its parts, the names it begins with, its affixes; ``first``: whether it begins its citation."""

    cite: Cite
    node: Node | None
    names: str
    letter: str
    first: bool = False


class Clusters:
    """Renders the citations of a document."""

    def __init__(self, program: Program, works: Mapping[str, Work], distinctions: Mapping[str, Distinction]) -> None:
        self.program = program
        self.works = works
        self.distinctions = distinctions
        self.language = language(program.locales.tag)
        options = program.citation.options
        self.collapse = options.get("collapse", "")
        self.group_delimiter = options.get("cite-group-delimiter")
        self.grouped = self.collapse in YEARS or self.group_delimiter is not None
        self.delimiter = program.citation.delimiter
        default = self.delimiter if self.group_delimiter is None else self.group_delimiter
        # Within a group a comma; in notes, and if the style sets a delimiter after collapsed cites, that of cites.
        within = self.delimiter if program.is_note or "after-collapse-delimiter" in options else ", "
        self.within = within if self.group_delimiter is None else self.group_delimiter
        self.letter_delimiter = options.get("year-suffix-delimiter", default)
        self.after_collapse = options.get("after-collapse-delimiter", self.delimiter)

    def names_of(self, cite: Cite) -> str:
        """The names that a cite begins with, as printed; empty if there are none."""
        return self._rendered(cite).names

    def write(self, cites: Sequence[Cite]) -> Node | None:
        """The tree of a citation."""
        rendered = [found for cite in cites if (found := self._rendered(cite)).node is not None]
        rendered[:1] = [one._replace(first=True) for one in rendered[:1]]
        if self.collapse == "citation-number":
            parts = self._numbers(rendered)
        else:
            parts = self._grouped(rendered) if self.grouped else self._plain(rendered)
        look = self.program.citation.look
        return Box([Box(parts, look.affixes)], look.inside) if parts else None

    def _rendered(self, cite: Cite, *, without_names: bool = False, distinction: Distinction | None = None) -> Rendered:
        if cite.id not in self.works:
            return Rendered(cite, unknown(cite.id), "", "")
        work = self.works[cite.id]
        distinction = self.distinctions.get(cite.id, NO_DISTINCTION) if distinction is None else distinction
        area = self.program.citation
        state = State(work, cite, distinction, english=self.program.is_english(work), implicit=not area.places_suffix)
        state.without_names = without_names or cite.suppress_author
        nodes = area.render(state)
        node: Node | None = Box(nodes) if plain(Box(nodes)).strip() else None
        if node is None and cite.suppress_author and not without_names:  # all of it replaced an author: it is printed
            return self._rendered(cite._replace(suppress_author=False), distinction=distinction)
        names = "\n".join(state.first_names or ())
        return Rendered(cite, node, names, distinction.letter)

    def affixed(self, cite: Cite, node: Node, *, first: bool = True) -> Node:
        """A cite between its prefix and its suffix; ``first``: it begins its citation."""
        return affixed(cite, node, self.language, capital=self.program.is_note, first=first)

    def _affixed(self, rendered: Rendered) -> Node:
        return self.affixed(rendered.cite, rendered.node or NOTHING, first=rendered.first)

    def _plain(self, rendered: Sequence[Rendered]) -> list[Node]:
        parts: list[Node] = []
        for index, one in enumerate(rendered):
            if index:
                parts.append(Run(Text(_delimiter(self.delimiter, one.cite))))
            parts.append(self._affixed(one))
        return parts

    def _grouped(self, rendered: Sequence[Rendered]) -> list[Node]:
        """Adjacent cites with the same names; if the style collapses them, the names are printed once."""
        groups = [list(members) for _, members in groupby(enumerate(rendered), key=_grouping_key)]
        parts: list[Node] = []
        collapsed = False
        for members in ([one for _, one in group] for group in groups):
            if parts:
                parts.append(Run(Text(self.after_collapse if collapsed else self.delimiter)))
            collapsed = len(members) > 1 and self.collapse in YEARS
            parts += self._members(members)
        return parts

    def _members(self, members: Sequence[Rendered]) -> list[Node]:
        parts: list[Node] = [self._affixed(members[0])]
        if self.collapse not in YEARS:
            for one in members[1:]:
                parts += [Run(Text(self.within)), self._affixed(one)]
            return parts
        previous = members[0]
        letters = [members[0]]
        for one in members[1:]:
            if self._same_year(previous, one):
                letters.append(one)
            else:
                parts += self._year_suffixes(letters)
                later = self._rendered(one.cite, without_names=True)
                if later.node is not None:
                    parts += [Run(Text(self.within)), self._affixed(later)]
                letters = [one]
            previous = one
        return parts + self._year_suffixes(letters)

    def _same_year(self, one: Rendered, other: Rendered) -> bool:
        """Whether two cites differ only in their year suffix."""
        if self.collapse == "year" or not (one.letter and other.letter) or one.cite.locator or other.cite.locator:
            return False
        if one.cite.suffix or other.cite.prefix:
            return False
        bare = [
            self._rendered(
                cited.cite, without_names=True, distinction=self.distinctions[cited.cite.id]._replace(letter="")
            )
            for cited in (one, other)
        ]
        return plain(bare[0].node) == plain(bare[1].node)

    def _year_suffixes(self, alike: Sequence[Rendered]) -> list[Node]:
        """The year suffixes of the cites after the first."""
        parts: list[Node] = []
        ranged = self.collapse == "year-suffix-ranged"
        index = 1
        while index < len(alike):
            end = index
            while ranged and end + 1 < len(alike) and ord(alike[end + 1].letter[-1]) == ord(alike[end].letter[-1]) + 1:
                end += 1
            follows = ord(alike[index].letter[-1]) == ord(alike[index - 1].letter[-1]) + 1
            if ranged and follows and end > index:
                parts += [Run(Text("–")), Run(Text(alike[end].letter), "year-suffix")]
            else:
                end = index
                parts += [Run(Text(self.letter_delimiter)), Run(Text(alike[index].letter), "year-suffix")]
            if alike[end].cite.suffix:
                parts.append(Run(Text(alike[end].cite.suffix)))
            index = end + 1
        return parts

    def _numbers(self, rendered: Sequence[Rendered]) -> list[Node]:
        """Numeric cites, with three or more consecutive numbers as a range."""
        parts: list[Node] = []
        index = 0
        while index < len(rendered):
            end = index
            while end + 1 < len(rendered) and self._follows(rendered[end], rendered[end + 1]):
                end += 1
            if index:
                parts.append(Run(Text(self.after_collapse if _was_range(parts) else self.delimiter)))
            parts.append(self._affixed(rendered[index]))
            if end - index >= 2:
                parts += [Run(Text("–"), "range"), self._affixed(rendered[end])]
                index = end + 1
            else:
                index += 1
        return parts

    def _follows(self, one: Rendered, other: Rendered) -> bool:
        if not {one.cite.id, other.cite.id} <= self.works.keys():
            return False
        number = self.works[other.cite.id].number - self.works[one.cite.id].number
        return number == 1 and not (self._prints_more(one) or self._prints_more(other))

    def _prints_more(self, rendered: Rendered) -> bool:
        """Whether a cite prints more than its number; not every style prints locators."""
        cite = rendered.cite
        if cite.prefix or cite.suffix or not cite.locator:
            return bool(cite.prefix or cite.suffix)
        return plain(rendered.node) != plain(self._rendered(cite._replace(locator="")).node)


def _grouping_key(placed: tuple[int, Rendered]) -> str:
    """By what adjacent cites are grouped: their names; a cite without names is a group of its own."""
    place, rendered = placed
    return rendered.names or f"\0{place}"


def unknown(id: str) -> Node:
    """What is printed for an unknown work, as by pandoc."""
    return Box([Run(Text(f"{id}?"))], Look(marks=(Mark.BOLD,)))


def _was_range(parts: Sequence[Node]) -> bool:
    return len(parts) > 1 and isinstance(parts[-2], Run) and parts[-2].variable == "range"


def affixed(cite: Cite, node: Node, language: str, *, capital: bool = False, first: bool = True) -> Node:
    """A cite between its prefix and its suffix, with a space added between words.

    With ``capital``, a term at the beginning is capitalized if it begins a sentence.
    """
    words = cite.prefix.rstrip("”\"' ")
    if capital and (words[-1] in ".?!" if words else first):
        node = capitalised(node, language)
    if not cite.prefix and not cite.suffix:
        return node
    parts: list[Node] = []
    if cite.prefix:
        spaced = cite.prefix if cite.prefix[-1] in " '\"(“‘[" or not cite.prefix.strip() else f"{cite.prefix} "
        parts.append(Run(Text.from_csl(spaced)))
    parts.append(node)
    if cite.suffix:
        spaced = cite.suffix if cite.suffix[0] in " .,;:?!)]’”" else f" {cite.suffix}"
        parts.append(Run(Text.from_csl(spaced)))
    return Box(parts, PLAIN)


def _delimiter(delimiter: str, cite: Cite) -> str:
    """The delimiter before a cite; none if the cite's prefix begins with a comma of its own."""
    return "" if cite.prefix[:1] in (",", ".", ";") else delimiter

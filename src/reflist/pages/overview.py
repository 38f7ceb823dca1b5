"""The data of the overview page, and what its sections look up in them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePath
from textwrap import shorten
from types import MappingProxyType
from typing import NamedTuple

from reflist.citing import CitingPaper
from reflist.model import Citation, Evidence, Reference, Work
from reflist.pages.html import Html, anchor, tag
from reflist.report import Diagnostic, Severity
from reflist.text import Text

WORDS_SHOWN = 24
"""The most characters of a title that represent a paper without authors."""


class Formatted(NamedTuple):
    """The entries in one style: its name and title, and by id the works (in the style's order) and the papers."""

    name: str
    title: str
    works: Mapping[str, Text]
    papers: Mapping[str, Text]


class Overview(NamedTuple):
    """All data of the overview page.

    ``review`` are the pairs left to a person, ``formatted`` the styles (the first is shown), ``bibtex`` the record of
    each work by id, ``files`` the names of the written files, relative to the page.
    """

    works: Sequence[Work]
    papers: Sequence[CitingPaper]
    review: Sequence[Evidence] = ()
    formatted: Sequence[Formatted] = ()
    bibtex: Mapping[str, str] = MappingProxyType({})
    diagnostics: Sequence[Diagnostic] = ()
    files: Sequence[str] = ()


class View:
    """An overview and lookups that its sections share."""

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.papers = {paper.id: paper for paper in overview.papers}

    @cached_property
    def works(self) -> dict[str, Work]:
        """The works by id, in the order of the first style."""
        works = {work.id: work for work in self.overview.works}
        first = self.overview.formatted[0].works if self.overview.formatted else ()
        return {id: works[id] for id in dict.fromkeys((*first, *works)) if id in works}

    @cached_property
    def members(self) -> dict[str, Reference]:
        """Every reference that was read, by member id."""
        return {member.id: member for work in self.works.values() for member in work.members}

    @cached_property
    def work_of(self) -> dict[str, str]:
        """The id of each member's work."""
        return {member.id: work.id for work in self.works.values() for member in work.members}

    @cached_property
    def shared(self) -> list[Work]:
        """The works that several papers cite, the most cited first."""
        works = [work for work in self.works.values() if len(work.cited_by) > 1]
        return sorted(works, key=lambda work: -len(work.cited_by))

    @cached_property
    def repairs(self) -> dict[tuple[str | None, int | None], list[Diagnostic]]:
        """The repairs by source and line."""
        found = defaultdict(list)
        for diagnostic in self.found(Severity.REPAIR):
            found[diagnostic.place[:2]].append(diagnostic)
        return dict(found)

    @cached_property
    def member_places(self) -> set[tuple[str | None, int | None]]:
        """The source and line of every reference that was read."""
        return {member.origin.place[:2] for member in self.members.values()}

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short label for each paper: authors and year, or the title's first words; with its id if two are equal."""
        labels = {id: label(paper.paper.reference) or first_words(paper) for id, paper in self.papers.items()}
        shared = Counter(labels.values())
        return {id: text if shared[text] == 1 else f"{text} ({id})" for id, text in labels.items()}

    def found(self, *severities: Severity) -> list[Diagnostic]:
        """The diagnostics of these severities."""
        return [diagnostic for diagnostic in self.overview.diagnostics if diagnostic.severity in severities]

    def unresolved(self, paper: CitingPaper) -> list[Citation]:
        """The citations in a paper's text without a known work."""
        return [linked.citation for linked in paper.citations if linked.work is None]

    def paper_link(self, id: str) -> Html:
        """A link to a paper's place on the page."""
        title = self.papers[id].paper.reference.plain("title")
        return tag("a", self.labels[id], href="#" + anchor("paper", id), class_="paper", title=title or None)

    def work_link(self, id: str) -> Html:
        """A link to a work's place on the page."""
        reference = self.works[id].reference
        shown = label(reference) or reference.plain("title") or id
        return tag("a", shown, href="#" + anchor("work", id), title=reference.plain("title") or None)


def label(reference: Reference) -> str:
    """Authors (or editors) and year, as in a citation; empty if neither is known."""
    people = next(filter(None, map(reference.names, ("author", "editor"))), ())
    names = [name.acronym or name.surname for name in people]
    who = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    return " ".join(filter(None, (who, year(reference)))) if who else ""


def year(reference: Reference) -> str:
    """The year, or the word in its place."""
    issued = reference.date("issued")
    return str(issued.year) if issued.year is not None else issued.literal or reference.plain("status")


def first_words(paper: CitingPaper) -> str:
    """The beginning of a paper's title; without one, the name of its source without suffix, or its id."""
    title = paper.paper.reference.plain("title") or PurePath(paper.paper.source).stem or paper.id
    return shorten(title, WORDS_SHOWN, placeholder="…")


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number and what it counts: ``1 repair``, ``2 repairs``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"

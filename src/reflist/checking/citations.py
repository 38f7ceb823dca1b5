"""Whether the works that a manuscript cites by name and year agree with those it lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reflist.checking.base import Input
from reflist.citing import fitting
from reflist.matching.folding import fold
from reflist.model import Citation, Paper, Reference
from reflist.report import Report, Rule, Severity
from reflist.source import Source

CITED_NOT_LISTED = Rule(
    "cited-not-listed",
    Severity.ERROR,
    "The text cites a work that the reference list lacks, or has under other names or another year.",
)
LISTED_NOT_CITED = Rule(
    "listed-not-cited",
    Severity.ERROR,
    "The reference list has a work that the text does not cite.",
)
CITED_AMBIGUOUSLY = Rule(
    "cited-ambiguously",
    Severity.ERROR,
    "Several works in the list fit a citation: it, or the list, lacks the letter after the year.",
)
SAME_YEAR = Rule(
    "same-author-and-year",
    Severity.ERROR,
    "The list has works of the same authors and year without letters after the year, or with the same letter, so "
    "citations cannot tell them apart.",
)
PART_OF_TEXT = Rule(
    "part-of-text",
    Severity.NOTE,
    "The text cites so few works of its list that it is probably only part of a paper, such as the abstract. The works "
    "that it does not cite were not reported.",
)
NO_LIST = Rule(
    "no-list",
    Severity.NOTE,
    "The text cites works, but no reference list was found in it or in another input. If it has one, put “References” "
    "on a line above the list; else also name the file with the references.",
)

UNCITED, UNCITED_FOR_ONE = 3, 2
"""How many listed works may be uncited: a fixed number, and more for each cited one. Beyond it, text is missing."""


TITLE_WORDS = 2
"""The least number of title words in a citation that names no author (APA 7, 8.14: the first few)."""

TITLE_TO_YEAR = 120
"""The greatest number of characters from the beginning of such a citation to its year."""


def citations(inputs: Sequence[Input], report: Report) -> None:
    """Compare each paper's citations with its list or, if it has none, with the files of references given with it."""
    beside = [reference for checked in inputs if checked.is_file for reference in checked.listed]
    for source, paper in ((checked.source, paper) for checked in inputs for paper in checked.papers):
        if not paper.citations:
            continue
        listed = paper.references or beside
        if not listed:
            place = paper.reference.origin.place._replace(line=None)
            found = "1 citation" if len(paper.citations) == 1 else f"{len(paper.citations)} citations"
            report.add(NO_LIST, f"{found}, but no list to compare with", place)
            continue
        cited = _compare(paper, listed, report)
        if paper.references:
            cited |= _cited_by_title(listed, _body(source, listed))
            _uncited(listed, cited, report)
            _same_year(listed, report)


def _compare(paper: Paper, listed: Sequence[Reference], report: Report) -> set[int]:
    """Report citations that fit no listed work or several; the positions in the list of the works cited."""
    find = fitting(listed)
    cited: set[int] = set()
    reported = set()
    for citation in paper.citations:
        fits = find(citation)
        exact = [at for at in fits if _letter(listed[at]) == citation.suffix.casefold()] if citation.suffix else fits
        cited.update(exact or fits)
        key = (*map(fold, citation.names), fold(citation.year), citation.suffix.casefold())
        if len(exact) != 1 and key not in reported:
            reported.add(key)
            _report(citation, [listed[at] for at in fits], bool(exact), paper, report)
    return cited


def _report(citation: Citation, fits: Sequence[Reference], exact: bool, paper: Paper, report: Report) -> None:
    place = paper.reference.origin.place._replace(line=citation.line)
    text = f"“{' '.join(citation.text.split())}”"
    letters = sorted(letter for reference in fits if (letter := _letter(reference)))
    if not fits:
        report.add(CITED_NOT_LISTED, f"{text} is not in the list", place)
    elif exact:
        have = ", ".join(citation.year + letter for letter in letters) or f"{len(fits)} works in the list"
        report.add(CITED_AMBIGUOUSLY, f"{text} may be any of {have}", place)
    else:
        have = ", ".join(citation.year + letter for letter in letters) or f"{citation.year} without a letter"
        report.add(CITED_NOT_LISTED, f"{text} is not in the list, which has {have}", place)


def _body(source: Source, listed: Sequence[Reference]) -> str:
    """The text before its list, folded for comparison."""
    first = min(reference.origin.line or 1 for reference in listed)
    return " ".join(map(fold, source.text.split("\n")[: first - 1]))


def _cited_by_title(listed: Sequence[Reference], body: str) -> set[int]:
    """The positions in the list of nameless works that are cited by how their titles begin: (“The ditch”, 2004)."""
    return {
        at
        for at, reference in enumerate(listed)
        if (beginning := _beginning(reference))
        and re.search(rf"\b{beginning}\b.{{,{TITLE_TO_YEAR}}}?\b{_year(reference)}", body)
    }


def _beginning(reference: Reference) -> str:
    """The first words of a nameless work's title, as a pattern for citations by title; empty if the work has names."""
    is_nobodys = not (reference.names("author") or reference.names("editor"))
    return re.escape(" ".join(fold(reference.plain("title")).split()[:TITLE_WORDS])) if is_nobodys else ""


def _year(reference: Reference) -> str:
    year = reference.date("issued").year
    return "" if year is None else rf"{year}\b"


def _uncited(listed: Sequence[Reference], cited: set[int], report: Report) -> None:
    left = [reference for at, reference in enumerate(listed) if at not in cited]
    if len(left) > UNCITED + UNCITED_FOR_ONE * len(cited):
        place = listed[0].origin.place._replace(line=None)
        report.add(PART_OF_TEXT, f"{len(cited)} of {len(listed)} works in the list are cited", place)
        return
    for reference in left:
        report.add(LISTED_NOT_CITED, "nothing in the text cites this", reference.origin.place, reference.id)


def _same_year(listed: Iterable[Reference], report: Report) -> None:
    alike: defaultdict[tuple[str, ...], list[Reference]] = defaultdict(list)
    for reference in listed:
        names = reference.names("author") or reference.names("editor")
        year = reference.date("issued").year
        if names and year is not None:
            people = (f"{fold(name.surname)} {fold(name.given[:1])}" for name in names)
            alike[(*people, str(year), _letter(reference))].append(reference)
    for same in alike.values():
        for reference in same[1:]:
            printed = f"{reference.date('issued').year}{_letter(reference)}"
            where = same[0].origin.place
            message = f"{printed}: the same authors and year as {where}; letters would tell them apart"
            report.add(SAME_YEAR, message, reference.origin.place, reference.id)


def _letter(reference: Reference) -> str:
    return reference.plain("year-suffix").casefold()

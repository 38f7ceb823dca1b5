"""Which citation in a text means which work, and so which paper cites what.

A citation is looked up in the paper's own list first. It is tied to a work of another list only if exactly one work
fits; otherwise it is reported and left open. A citation never makes a new reference.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reflist.grammar import keys
from reflist.grammar.institutions import read_institution
from reflist.matching import Matching
from reflist.matching.folding import fold, squeezed
from reflist.matching.people import Person, person, same_institution
from reflist.matching.record import FORTHCOMING
from reflist.model import Citation, Name, Paper, Reference, Work, to_csl
from reflist.report import Report, Rule, Severity

CITATION_UNRESOLVED = Rule(
    "citation-unresolved",
    Severity.NOTE,
    "A citation in the text fits several works in the paper's list, or none there and no single work in other lists. "
    "It was left open. The list may lack the work, or one of the two may misprint the names, the year or its letter.",
)

OWN, OTHER = "own list", "other list"
"""Where a citation's work was found."""

ET_AL = "et al."
"""The extra by which a reference records that its list prints only the first authors."""

UNDATED = frozenset(["nd", "n d", "no date", "undated", "o j", "sd", "s d"])
"""What is printed, folded, in place of an unknown year."""


class LinkedCitation(NamedTuple):
    """A citation, the id of the work it means (None: left open), and in which list that was found."""

    citation: Citation
    work: str | None
    via: str | None


class CitingPaper(NamedTuple):
    """A paper with its id, the sorted ids of the works it cites (by its list or in its text), and its citations."""

    id: str
    paper: Paper
    cites: tuple[str, ...]
    citations: tuple[LinkedCitation, ...]


class Citing(NamedTuple):
    """The works, each with the papers that cite it, and the papers, in the order they were given."""

    works: tuple[Work, ...]
    papers: tuple[CitingPaper, ...]


def link_citations(papers: Sequence[Paper], matching: Matching, report: Report) -> Citing:
    """Link the citations of the papers to works.

    ``matching`` must be that of the papers' references, one paper after the other; other references may follow.
    """
    listed = _index((member, work.id) for work in matching.works for member in work.members)
    citing = []
    start = 0
    for paper, id in zip(papers, _ids(papers), strict=True):
        end = start + len(paper.references)
        own = _Own(paper.references, matching.work_ids[start:end])
        start = end
        linked = tuple(_linked(citation, own, listed) for citation in paper.citations)
        _report(paper, id, linked, own, report)
        cites = {*own.work_ids, *(one.work for one in linked if one.work)}
        citing.append(CitingPaper(id, paper, tuple(sorted(cites)), linked))
    return Citing(_cited(matching.works, citing), tuple(citing))


def paper_to_json(citing: CitingPaper) -> dict[str, Any]:
    """A row of ``papers.json``: id, source, reference (a CSL-JSON item), cites, and the citations in the text."""
    return {
        "id": citing.id,
        "source": citing.paper.source,
        "reference": to_csl(citing.paper.reference.replace(id=citing.id)),
        "cites": list(citing.cites),
        "citations": [_citation_to_json(linked) for linked in citing.citations],
    }


def _citation_to_json(linked: LinkedCitation) -> dict[str, Any]:
    citation = linked.citation
    return {
        "text": citation.text,
        "line": citation.line,
        "names": list(citation.names),
        "year": citation.year + citation.suffix,
        "locator": citation.locator,
        "work": linked.work,
        "via": linked.via,
    }


# --- one citation ---------------------------------------------------------------------------------------


class _Entry(NamedTuple):
    """A reference as citations name it, and its work's id; ``others`` is whether its list too prints "et al."."""

    people: tuple[frozenset[str], ...]
    institutions: tuple[Person | None, ...]
    others: bool
    suffix: str
    work: str


Index = Mapping[str, Sequence[_Entry]]
"""Entries by year, or by the word printed for one."""


def fitting(references: Sequence[Reference]) -> Callable[[Citation], list[int]]:
    """A function that finds the references (as positions in the list) with the names and year of a citation.

    It ignores year suffixes ("a" in 2001a).
    """
    entries = _index((reference, str(at)) for at, reference in enumerate(references))
    return lambda citation: [int(entry.work) for entry in _fitting(citation, entries)]


class _Own:
    """A paper's own list."""

    def __init__(self, references: Sequence[Reference], work_ids: Sequence[str]) -> None:
        self.work_ids = work_ids
        self.entries = _index(zip(references, work_ids, strict=True))


def _linked(citation: Citation, own: _Own, listed: Index) -> LinkedCitation:
    """The work that the citation means, if any, and in which list it was found."""
    found = _fitting(citation, own.entries)
    if found:
        works = {entry.work for entry in found if not citation.suffix or entry.suffix == citation.suffix.casefold()}
        return LinkedCitation(citation, works.pop(), OWN) if len(works) == 1 else LinkedCitation(citation, None, None)
    works = set() if citation.suffix else {entry.work for entry in _fitting(citation, listed)}
    return LinkedCitation(citation, works.pop(), OTHER) if len(works) == 1 else LinkedCitation(citation, None, None)


def _fitting(citation: Citation, entries: Index) -> list[_Entry]:
    """The entries with the names and year of the citation; year suffixes are ignored."""
    cited = [_cited_name(name) for name in citation.names]
    return [entry for entry in entries.get(_year_word(citation.year), ()) if _names_fit(cited, citation.others, entry)]


def _index(listed: Iterable[tuple[Reference, str]]) -> Index:
    entries: defaultdict[str, list[_Entry]] = defaultdict(list)
    for reference, work in listed:
        entries[_year(reference)].append(_entry(reference, work))
    return entries


def _entry(reference: Reference, work: str) -> _Entry:
    names = (
        reference.names("author") or reference.names("editor") or reference.names("translator") or _named_by(reference)
    )
    institutions = tuple(person(name) if name.literal else None for name in names)
    others = any(ET_AL in values for values in reference.extras.values())
    return _Entry(tuple(map(_forms, names)), institutions, others, reference.plain("year-suffix").casefold(), work)


def _named_by(reference: Reference) -> tuple[Name, ...]:
    """What a work without names is cited by: the name of its newspaper or journal, or its title."""
    words = reference.plain("container-title") or reference.plain("title")
    return (Name(literal=words),) if words else ()


def _year(reference: Reference) -> str:
    issued = reference.date("issued")
    if issued.year is not None:
        return str(issued.year)
    return _year_word(reference.plain("status") or issued.literal)


def _year_word(printed: str) -> str:
    word = fold(printed)
    if word in FORTHCOMING:
        return "forthcoming"
    return "" if word in UNDATED else word


def _forms(name: Name) -> frozenset[str]:
    """The family names by which a person may be cited: with and without particles."""
    return _with_and_without_particles(
        " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle, name.literal or name.family)))
    )


def _with_and_without_particles(printed: str) -> frozenset[str]:
    """A folded name from each of its particles on, and without them: ``van de velde``, ``de velde``, ``velde``."""
    words = printed.split()
    small = next((at for at, word in enumerate(words) if not word[0].islower()), 0)
    return frozenset(squeezed(fold(" ".join(words[start:]))) for start in range(small + 1))


class _Cited(NamedTuple):
    """A name in a citation: the family names it may stand for, and the institution."""

    forms: frozenset[str]
    institution: Person | None


def _cited_name(printed: str) -> _Cited:
    return _Cited(_with_and_without_particles(printed), person(read_institution(printed)))


def _names_fit(cited: Sequence[_Cited], others: bool, entry: _Entry) -> bool:
    """Whether the citation names all authors of the entry or, with "et al.", its first authors but not all."""
    unnamed = len(entry.people) - len(cited)
    if not cited or unnamed < 0 or (unnamed > 0 or entry.others) != others:
        return False
    return all(map(_name_fits, cited, entry.people, entry.institutions))


def _name_fits(cited: _Cited, forms: frozenset[str], institution: Person | None) -> bool:
    if not cited.forms.isdisjoint(forms - {""}):
        return True
    return (
        institution is not None and cited.institution is not None and same_institution(cited.institution, institution)
    )


# --- papers and works -----------------------------------------------------------------------------------


def _ids(papers: Sequence[Paper]) -> list[str]:
    """Distinct ids for the papers, independent of their order: their own ids, or new keys."""
    order = sorted(range(len(papers)), key=lambda at: (papers[at].source, papers[at].reference.origin.line or 0))
    own = [papers[at].reference for at in order]
    used = Counter(reference.id for reference in own)
    new = keys.distinct(own)
    given = [one.id if one.id and used[one.id] == 1 else key for one, key in zip(own, new, strict=True)]
    ids = [id.replace("#", "-") for id in keys.numbered(given)]  # a paper's id becomes the name of a folder
    return [id for _, id in sorted(zip(order, ids, strict=True))]


def _cited(works: Iterable[Work], papers: Iterable[CitingPaper]) -> tuple[Work, ...]:
    citing: defaultdict[str, list[str]] = defaultdict(list)
    for paper in papers:
        for work in paper.cites:
            citing[work].append(paper.id)
    return tuple(work.replace(cited_by=tuple(sorted(citing[work.id]))) for work in works)


def _report(paper: Paper, id: str, citations: Iterable[LinkedCitation], own: _Own, report: Report) -> None:
    """Report the citations left open, each work once, where it is first mentioned."""
    reported = set()
    for citation, work, _ in citations:
        key = (tuple(map(fold, citation.names)), _year_word(citation.year), citation.suffix.casefold())
        if work is None and key not in reported:
            reported.add(key)
            place = paper.reference.origin.place._replace(line=citation.line)
            report.add(CITATION_UNRESOLVED, f"“{' '.join(citation.text.split())}”: {_why(citation, own)}", place, id)


def _why(citation: Citation, own: _Own) -> str:
    fitting = _fitting(citation, own.entries)
    if not fitting:
        return (
            "no single work in any list fits" if own.work_ids else "there is no list, and no single work elsewhere fits"
        )
    if lettered := sorted(citation.year + entry.suffix for entry in fitting if entry.suffix):
        return f"the list has {', '.join(lettered)}"
    return "several works in the list fit" if len(fitting) > 1 else "the list has this year without a letter"

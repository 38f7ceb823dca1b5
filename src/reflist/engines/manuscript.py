"""A manuscript formatted by our own processor: its citations and its bibliography, as a pure function.

The bibliography holds the works that are cited, including those of citations with mode "nocite". If two references
have the same id, it means the first.
"""

from collections.abc import Mapping, Sequence

from reflist.csl.links import links
from reflist.csl.output import Entry, Link
from reflist.csl.processor.document import Document
from reflist.csl.processor.finishing import Finished
from reflist.csl.processor.program import Program
from reflist.engines.base import Written
from reflist.engines.citations import NOCITE, Cluster
from reflist.engines.fallback import NOT_FORMATTED, plain_citation, plain_entry
from reflist.engines.note_variables import with_note_variables
from reflist.engines.tidying import tidied
from reflist.model import Reference
from reflist.report import Report, Rule, Severity
from reflist.text import Text

UNKNOWN_ID = Rule(
    "citation-unknown-id",
    Severity.ERROR,
    "A citation cites a work that is not among the references. Its id, bold and with a question mark, is printed "
    "instead.",
)
AMBIGUOUS_ID = Rule(
    "citation-ambiguous-id",
    Severity.ERROR,
    "A work is cited by an id that two different references have. The first of them was used.",
)
UNCITED = Rule(
    "reference-uncited",
    Severity.NOTE,
    "References that no citation cites were left out of the bibliography. A citation of mode nocite adds them.",
)

EVERYTHING = "*"
"""The id by which a citation of mode "nocite" cites all references."""


def written(program: Program, references: Sequence[Reference], clusters: Sequence[Cluster], report: Report) -> Written:
    """The citations and the bibliography of a manuscript."""
    known: dict[str, Reference] = {}
    for reference in references:
        known.setdefault(reference.id, reference)
    _check(clusters, references, known, report)
    in_text = [cluster for cluster in clusters if cluster.mode != NOCITE]
    wanted = {cite.id for cluster in clusters for cite in cluster.cites}
    silent = (cite.id for cluster in clusters if cluster.mode == NOCITE for cite in cluster.cites)
    used = known if EVERYTHING in silent else {id: known[id] for id in known if id in wanted}
    if len(known) > len(used):
        report.add(UNCITED, f"{len(known) - len(used)} of {len(known)} references are not cited")
    works = [as_work(id, reference, keeps_letter=False) for id, reference in used.items()]
    document = Document(program, works, [c.cites for c in in_text], [c.mode for c in in_text])
    texts = iter(document.citations())
    citations = []
    for cluster in clusters:
        entry = Entry(cluster.id, Text()) if cluster.mode == NOCITE else linked(cluster.id, next(texts))
        if not entry.text and cluster.cites and cluster.mode != NOCITE:
            entry = Entry(cluster.id, _plain_citation(cluster, known, report))
        citations.append(entry)
    return Written(tuple(citations), bibliography(document, known, report))


def bibliography(document: Document, references: Mapping[str, Reference], report: Report) -> tuple[Entry, ...]:
    """The entries of a document's bibliography; a plain entry if the style prints nothing."""
    entries = []
    for work, finished in document.entries():
        reference = references[work.id]
        has_values = work.values or work.names or work.dates
        entry = linked(reference.id, finished, work.values) if has_values and finished is not None else None
        entries.append(entry if entry and entry.text else Entry(reference.id, _plain_entry(reference, report)))
    return tuple(entries)


def linked(id: str, finished: Finished, values: Mapping[str, Text] | None = None) -> Entry:
    """A formatted text without white space at its ends, with links over the values of a work."""
    text = finished.text.strip()
    if not (found := links(finished, values)):
        return Entry(id, text)
    before = len(finished.text.plain) - len(finished.text.plain.lstrip())
    moved = (Link(start - before, end - before, target) for start, end, target in found)
    return Entry(id, text, tuple(link for link in moved if link.end <= len(text)))


def as_work(id: str, reference: Reference, *, keeps_letter: bool) -> Reference:
    """A reference under an id, tidied, with the variables that its note sets.

    The year suffix that its source printed is removed unless ``keeps_letter``.
    """
    if "note" in reference.variables:
        reference = with_note_variables(reference)
    variables = tidied(reference.variables)
    if not keeps_letter and "year-suffix" in variables:
        variables = {name: value for name, value in variables.items() if name != "year-suffix"}
    if variables is reference.variables:
        return reference.replace(id=id)
    return Reference.made(id, reference.type, dict(variables), {})


def _check(
    clusters: Sequence[Cluster], references: Sequence[Reference], known: Mapping[str, Reference], report: Report
) -> None:
    """Report cited works that are unknown, and cited ids that are ambiguous."""
    ambiguous = {reference.id for reference in references if known[reference.id] != reference}
    for cluster in clusters:
        for cite, place in zip(cluster.cites, cluster.places, strict=True):
            if cite.id in ambiguous:
                report.add(AMBIGUOUS_ID, f"two references have the id {cite.id!r}", place, cluster.id)
            elif cite.id not in known and not (cluster.mode == NOCITE and cite.id == EVERYTHING):
                report.add(UNKNOWN_ID, f"no reference has the id {cite.id!r}", place, cluster.id)


def _plain_entry(reference: Reference, report: Report) -> Text:
    problem = "the style prints nothing for it" if tidied(reference.variables) else "there is nothing to print"
    report.add(NOT_FORMATTED, problem, reference.origin.place, reference.id)
    return Text(f"{plain_entry(reference)}.")


def _plain_citation(cluster: Cluster, known: Mapping[str, Reference], report: Report) -> Text:
    report.add(NOT_FORMATTED, "the style prints nothing for this citation", cluster.places[0], cluster.id)
    return Text(f"({'; '.join(plain_citation(known[cite.id]) for cite in cluster.cites)})")

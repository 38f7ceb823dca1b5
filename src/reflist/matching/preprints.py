"""Preprints and their published versions: one work, two works, or decided by the evidence, as the user chooses."""

import re
from collections.abc import Mapping

from reflist.matching.comparisons import Comparison, container, identifiers, pages, volume, year
from reflist.matching.decisions import Preprints
from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record

VETO = Level("a preprint and a publication", 0, veto=True)
SAME = Level("a preprint and a publication, treated as one", 0)

SERVERS = re.compile(
    r"\b(?:\w+rxiv|arxiv(?:\.org)?|corr|ssrn|research square|preprints?(?:\.org)?|peerj preprints|repec|hal)\b",
    re.IGNORECASE,
)
"""Names of preprint servers, as a container, publisher, genre or number."""

DOI_PREFIXES = ("10.48550/", "10.1101/", "10.21203/rs", "10.31234/osf", "10.31235/osf", "10.2139/ssrn", "10.20944/")
"""DOI prefixes of preprints: arXiv, bioRxiv and medRxiv, Research Square, PsyArXiv, SocArXiv, SSRN, Preprints."""

SHOWN_IN = ("container-title", "publisher", "genre", "number", "archive", "status")
"""Variables that may show that a reference is a preprint."""

DIFFER_IN = (container.compare, year.compare, volume.compare, pages.compare, identifiers.compare)
"""Comparisons in which a preprint and its published version naturally differ; they do not count against them."""

LONGEST = 100
"""How many characters of a value are searched."""


def is_preprint(record: Record) -> bool:
    """Whether a record describes a preprint."""
    reference = record.reference
    if reference.plain("DOI").lower().removeprefix("https://doi.org/").startswith(DOI_PREFIXES):
        return True
    return any(SERVERS.search(reference.plain(name)[:LONGEST]) for name in SHOWN_IN if name in reference)


def judged(a: Record, b: Record, found: Mapping[Comparison, Finding], preprints: Preprints) -> tuple[Finding, ...]:
    """The findings about two records, adapted if one is a preprint and the other is not."""
    if preprints is Preprints.WEIGHED or is_preprint(a) == is_preprint(b):
        return tuple(found.values())
    if preprints is Preprints.APART:
        return (*found.values(), Finding(VETO, "a preprint and a publication"))
    kept = (one for compare, one in found.items() if one.level.weight >= 0 or compare not in DIFFER_IN)
    return (*kept, Finding(SAME, "a preprint and a publication, treated as one work"))

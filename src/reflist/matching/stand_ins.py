"""What reference lists print in place of a container: a type of work, an institution, or that it is unpublished."""

from reflist.value import any_in, remembered

OF_THESES = ("dissertation abstracts", "masters abstracts", "proquest dissertations", "index to theses")
"""Beginnings of the names of indexes of theses; being listed in one is not a place of publication."""

STAND_INS = {
    "thesis": (
        "phd",
        "ph d",
        "doctoral",
        "masters thesis",
        "master s thesis",
        "thesis",
        "dissertation",
        "habilitation",
        "unpublished phd",
        "unpublished ph d",
        "unpublished doctoral",
        "unpublished masters",
        "unpublished thesis",
        "unpublished dissertation",
    ),
    "report": (
        "technical report",
        "tech report",
        "tech rep",
        "research report",
        "working paper",
        "internal report",
        "unpublished technical report",
        "unpublished report",
    ),
    "manuscript": ("unpublished", "manuscript", "submitted", "in preparation", "personal communication"),
}
"""Beginnings of what is printed in place of a container, by the type of work that they show."""


NO_CONTAINER = ("in", "to appear", "to appear in", "in press", "forthcoming", "accepted", "accepted for publication")
"""What is printed in place of a container that is not known yet, or was lost."""

OF_A_SERIAL = tuple(
    f"{papers} {of} "
    for papers in ("working papers", "technical reports", "research reports", "unpublished papers")
    for of in ("in", "of", "on", "from")
)
"""Beginnings of names of real serials that look like the above: "Working Papers in Linguistics"."""

OF_INDEXES = frozenset(
    " ".join(entry.split())
    for entry in """citeseer; citeseerx; jstor; google scholar; google books; academia edu; researchgate;
    semantic scholar; europe pmc; pubmed; pubmed central; medline; embase; scopus; web of science; psycinfo; cinahl;
    proquest; ebscohost; sciencedirect; ieee xplore; acm digital library; springerlink; project muse;
    hathitrust""".split(";")
)
"""Names of indexes and archives, which search engines give instead of the container."""

OF_INSTITUTIONS = frozenset(
    "university univ universitat universite universidad institute department dept laboratory laboratories lab".split()
)
"""Words of institutions, which some lists print in place of the container of a report or thesis."""

INSTITUTIONS = ("mit", "cmu", "ucla", "usc", "nyu", "ibm", "inria", "stanford", "carnegie mellon")
"""Institutions known by a name without any of those words."""

OF_SERIALS = frozenset(
    """journal j review rev reviews annals bulletin record quarterly magazine proceedings proc conference conf symposium
    symp workshop congress transactions trans studies papers letters news press archives zeitschrift revue""".split()
)
"""Words that show a real container, although it is named after an institution."""

INSTITUTION, INDEX_OF_THESES, NOTHING = "institution", "index of theses", "nothing"
"""What may be printed there besides a type of work."""

_PARTS = ("univ", "institut", "dep", "lab")
"""Beginnings of the words of `OF_INSTITUTIONS`, for a quick first test."""


def _read(container: str) -> str:
    """What a folded container stands for: a type of work or one of the three constants above; empty for a real one."""
    if container.startswith(OF_THESES):
        return INDEX_OF_THESES
    if container in NO_CONTAINER or container in OF_INDEXES:
        return NOTHING
    if not container.startswith(OF_A_SERIAL):
        for type, beginnings in STAND_INS.items():
            if container.startswith(beginnings):
                return type
    return INSTITUTION if container in INSTITUTIONS or _names_institution(container) else ""


def _names_institution(container: str) -> bool:
    if not any_in(_PARTS, container):
        return False
    words = container.split()
    return not OF_INSTITUTIONS.isdisjoint(words) and OF_SERIALS.isdisjoint(words)


stand_in = remembered(_read, 20_000)
"""Cached `_read`, since containers recur."""

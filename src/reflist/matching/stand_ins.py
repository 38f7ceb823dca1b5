"""What lists print in place of a container: what sort of work it is, whose it is, or that it is not out yet."""

from reflist.value import any_in, remembered

OF_THESES = ("dissertation abstracts", "masters abstracts", "proquest dissertations", "index to theses")
"""How the indexes of theses are called: where a thesis stands in one is no place of its own."""

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
"""What a list prints where a container would stand, and what type that says the work is of; by how it begins."""


NO_CONTAINER = ("in", "to appear", "to appear in", "in press", "forthcoming", "accepted", "accepted for publication")
"""What is printed in place of a container that is not known yet, or was lost."""

OF_A_SERIAL = tuple(
    f"{papers} {of} "
    for papers in ("working papers", "technical reports", "research reports", "unpublished papers")
    for of in ("in", "of", "on", "from")
)
"""How a serial's name begins that is no stand-in: "Working Papers in Linguistics"."""

OF_INDEXES = frozenset(
    " ".join(entry.split())
    for entry in """citeseer; citeseerx; jstor; google scholar; google books; academia edu; researchgate;
    semantic scholar; europe pmc; pubmed; pubmed central; medline; embase; scopus; web of science; psycinfo; cinahl;
    proquest; ebscohost; sciencedirect; ieee xplore; acm digital library; springerlink; project muse;
    hathitrust""".split(";")
)
"""What indexes and archives are called, where a search engine names the place of a copy instead of the container."""

OF_INSTITUTIONS = frozenset(
    "university univ universitat universite universidad institute department dept laboratory laboratories lab".split()
)
"""What names an institution, which some lists print in place of a container: it has the report, or the thesis."""

INSTITUTIONS = ("mit", "cmu", "ucla", "usc", "nyu", "ibm", "inria", "stanford", "carnegie mellon")
"""Names that institutions alone go by, without a word that says what they are."""

OF_SERIALS = frozenset(
    """journal j review rev reviews annals bulletin record quarterly magazine proceedings proc conference conf symposium
    symp workshop congress transactions trans studies papers letters news press archives zeitschrift revue""".split()
)
"""What also stands in a container's name that an institution gave to it."""

INSTITUTION, INDEX_OF_THESES, NOTHING = "institution", "index of theses", "nothing"
"""What may stand there besides a type of work."""

_PARTS = ("univ", "institut", "dep", "lab")
"""What the words of `OF_INSTITUTIONS` begin with."""


def _read(container: str) -> str:
    """What a container, folded, stands for: a type of work, one of the three above, or itself ("")."""
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
"""What a container, folded, stands for, if it is none: a type of work, an institution, an index of theses, nothing."""

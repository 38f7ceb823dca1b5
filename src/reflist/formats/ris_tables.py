"""How RIS and CSL correspond: types and tags; for writing and for reading.

Source: "RIS Format Specifications" (Thomson Reuters, 2011), and what Zotero, EndNote and pandoc make of it where it
leaves a choice.
"""

from typing import NamedTuple

TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "CTLG",
    "dataset": "DATA",
    "document": "GEN",
    "entry": "DBASE",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "event": "GEN",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "GEN",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "performance": "GEN",
    "periodical": "SER",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
"""Item types and their types of reference. Where several share one, a note of ours says which is meant."""

PARTS = "CHAP CPAPER DICT ENCYC"
MEETINGS = "CPAPER SLIDE"
ARTICLES = "JOUR MGZN NEWS"


class Tag(NamedTuple):
    """A tag and its variable, in some types of reference (separated by spaces) or in all that no other row names."""

    tag: str
    variable: str
    types: str = ""


TAGS = (
    Tag("AU", "author"),
    Tag("A2", "editor", PARTS),
    Tag("ED", "editor"),
    Tag("A3", "collection-editor"),
    Tag("A4", "translator"),
    Tag("TI", "title"),
    Tag("ST", "title-short"),
    Tag("T2", "event-title", MEETINGS),
    Tag("C3", "container-title", MEETINGS),
    Tag("T2", "container-title"),
    Tag("J2", "container-title-short"),
    Tag("T3", "collection-title"),
    Tag("PY", "issued"),
    Tag("VL", "volume"),
    Tag("IS", "issue", ARTICLES),
    Tag("SN", "number", "RPRT STAND PAT"),
    Tag("M1", "collection-number", "BOOK CLSWK"),
    Tag("M1", "number"),
    Tag("NV", "number-of-volumes"),
    Tag("ET", "edition"),
    Tag("SE", "section", ARTICLES),
    Tag("SE", "chapter-number", PARTS),
    Tag("SP", "page"),
    Tag("M3", "genre"),
    Tag("PB", "publisher"),
    Tag("CY", "event-place", MEETINGS),
    Tag("C1", "publisher-place", MEETINGS),
    Tag("CY", "publisher-place"),
    Tag("AB", "abstract"),
    Tag("KW", "keyword"),
    Tag("N1", "note"),
    Tag("RN", "annote"),
    Tag("LA", "language"),
    Tag("SN", "ISBN", "BOOK CHAP CPAPER DICT ENCYC THES CLSWK PAMP"),
    Tag("SN", "ISSN", ARTICLES + " SER BLOG"),
    Tag("CN", "call-number"),
    Tag("AN", "PMID"),
    Tag("DB", "archive"),
    Tag("DP", "source"),
    Tag("DO", "DOI"),
    Tag("UR", "URL"),
    Tag("Y2", "accessed"),
)
"""Tags in the order in which they are written."""

NOTES = "U1"
"""The first of the tags that the specification leaves to its users.

``U1  - event-place: London``: a line for each variable without a tag. Programs that know nothing of it pass it over.
"""


def tag_of(variable: str, reference_type: str) -> str | None:
    """The tag that holds a variable in a type of reference; None where there is none.

    >>> tag_of("publisher-place", "BOOK"), tag_of("publisher-place", "CPAPER"), tag_of("dimensions", "BOOK")
    ('CY', 'C1', None)
    """
    named = _BY_TYPE.get((reference_type, variable))
    if named is not None:
        return named
    tag = _BY_TYPE.get(("", variable))
    # A tag that means something else in this type is not free.
    return None if tag is None or (reference_type, tag) in _TAKEN else tag


_BY_TYPE = {(type_, row.variable): row.tag for row in TAGS for type_ in (row.types.split() or [""])}
_TAKEN = {(type_, row.tag) for row in TAGS for type_ in row.types.split()}

"""How RIS and CSL correspond, for reading and writing: the tags.

Source: "RIS Format Specifications" (Thomson Reuters, 2011), and what Zotero, EndNote and pandoc do where it leaves a
choice; for reading also the habits of databases.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reflist.formats.databases import BEFORE_DOI
from reflist.formats.ris_types import ARTICLES, BOOKS, DATED, GENERIC, ITEM_TYPES, MEETINGS, PAPERS, PARTS
from reflist.late import late


class Tag(NamedTuple):
    """A tag and its variable, in some reference types (separated by spaces) or in all without another row."""

    tag: str
    variable: str
    types: str = ""


TAGS = (
    Tag("AU", "director", "MPCT"),
    Tag("AU", "author", "MPCT"),
    Tag("AU", "composer", "MUSIC"),
    Tag("AU", "author", "MUSIC"),
    Tag("AU", "author"),
    Tag("A2", "editor", PARTS),
    Tag("A2", "authority", "PAT"),
    Tag("A2", "performer", "SOUND"),
    Tag("A2", "recipient", "PCOMM ICOMM"),
    Tag("A2", "collection-editor", "BOOK CLSWK RPRT"),
    Tag("ED", "editor"),
    Tag("A3", "producer", "MPCT"),
    Tag("A3", "collection-editor"),
    Tag("A4", "contributor", "DATA"),
    Tag("A4", "translator"),
    Tag("C2", "container-author", "CHAP"),
    Tag("TI", "title"),
    Tag("ST", "title-short"),
    Tag("JF", "container-title", PAPERS),
    Tag("T2", "event-title", MEETINGS),
    Tag("C3", "container-title", "SLIDE"),
    Tag("T2", "collection-title", "BOOK RPRT COMP MAP"),
    Tag("T2", "container-title"),
    Tag("J2", "container-title-short"),
    Tag("T3", "authority", "BILL HEAR"),
    Tag("T3", "collection-title"),
    Tag("PY", "issued"),
    Tag("VL", "volume"),
    Tag("IS", "issue", ARTICLES),
    Tag("SN", "number", "RPRT STAND PAT"),
    Tag("C7", "number", ARTICLES),
    Tag("M1", "collection-number", "BOOK CLSWK"),
    Tag("SV", "collection-number", "CHAP"),
    Tag("NV", "collection-number", "RPRT"),
    Tag("M1", "medium", "COMP"),
    Tag("M1", "number"),
    Tag("NV", "number-of-volumes"),
    Tag("ET", "version", "COMP DATA"),
    Tag("ET", "chapter-number", "BILL HEAR STAT"),
    Tag("ET", "available-date", DATED),
    Tag("ET", "edition", DATED),
    Tag("ET", "edition"),
    Tag("SE", "section", ARTICLES),
    Tag("SE", "section", "BILL STAT LEGAL"),
    Tag("SE", "chapter-number", PARTS),
    Tag("SP", "page"),
    Tag("SP", "page", BOOKS),
    Tag("SP", "number-of-pages", BOOKS),
    Tag("SP", "page", "MPCT"),
    Tag("SP", "dimensions", "MPCT"),
    Tag("C3", "dimensions", "ART MAP SOUND"),
    Tag("M3", "medium", "MPCT"),
    Tag("M3", "genre"),
    Tag("C4", "genre", "MPCT"),
    Tag("C5", "medium", "SOUND"),
    Tag("C1", "scale", "MAP"),
    Tag("C3", "jurisdiction", "PAT"),
    Tag("C5", "references", "PAT"),
    Tag("C6", "status", "PAT"),
    Tag("OP", "references", "BILL CASE HEAR LEGAL STAT"),
    Tag("OP", "original-title"),
    Tag("RI", "reviewed-title"),
    Tag("PB", "authority", "CASE"),
    Tag("PB", "publisher"),
    Tag("CY", "event-place", MEETINGS),
    Tag("C1", "publisher-place", MEETINGS),
    Tag("CY", "publisher-place"),
    Tag("AB", "abstract"),
    Tag("KW", "keyword"),
    Tag("N1", "note"),
    Tag("RN", "annote"),
    Tag("LA", "language"),
    Tag("SN", "ISBN", "BOOK CHAP CONF CPAPER DICT ENCYC THES CLSWK PAMP RPRT"),
    Tag("SN", "ISSN", ARTICLES + " SER BLOG"),
    Tag("SN", "ISBN"),
    Tag("SN", "ISSN"),
    Tag("CN", "call-number"),
    Tag("AN", "archive_location"),
    Tag("AN", "PMID"),
    Tag("DB", "archive"),
    Tag("DP", "source"),
    Tag("DO", "DOI"),
    Tag("UR", "URL"),
    Tag("Y2", "accessed"),
)
"""Tags in the order in which they are written."""

READ_ONLY_TAGS = (
    Tag("A1", "author"),
    Tag("AU", "editor", "EDBOOK"),
    Tag("AU", "director", "ADVS MULTI VIDEO"),
    Tag("A2", "editor", "ECHAP ANCIENT JOUR ABST EJOUR INPR MGZN NEWS MUSIC GEN EQUA UNPB"),
    Tag("A2", "collection-editor", "EBOOK EDBOOK GOVDOC SER"),
    Tag("A3", "editor", "BOOK EBOOK SER"),
    Tag("A3", "producer", "ADVS VIDEO"),
    Tag("A3", "contributor", "THES"),
    Tag("A3", "", "BLOG CASE GEN PAT RPRT"),
    Tag("A2", "author", "BILL"),
    Tag("A2", "container-title", "CASE"),
    Tag("A4", "contributor", "CONF CASE MPCT"),
    Tag("A4", "producer", "MUSIC"),
    Tag("C4", "contributor", "PAT"),
    Tag("T1", "title"),
    Tag("CT", "title"),
    Tag("BT", "title", "BOOK EBOOK EDBOOK"),
    Tag("BT", "container-title"),
    Tag("C3", "container-title", PAPERS),
    Tag("T2", "collection-title", "EBOOK EDBOOK CLSWK SER"),
    Tag("JF", "container-title"),
    Tag("JO", "container-title-short"),
    Tag("JA", "container-title-short"),
    Tag("J1", "container-title-short"),
    Tag("JI", "container-title-short"),
    Tag("IS", "issue", "EJOUR ABST INPR GEN UNPB"),
    Tag("IS", "number"),
    Tag("C7", "number", "EJOUR ABST INPR"),
    Tag("M1", "issue", ARTICLES + " EJOUR"),
    Tag("SE", "chapter-number", "ECHAP"),
    Tag("C5", "medium", "ADVS MPCT VIDEO"),
    Tag("C3", "dimensions", "ADVS VIDEO"),
    Tag("CP", "issue", ARTICLES),
    Tag("CP", "event-title", PAPERS),
    Tag("VO", "volume"),
    Tag("PG", "page"),
    Tag("PP", "publisher-place"),
    Tag("PI", "publisher-place"),
    Tag("PU", "publisher"),
    Tag("BN", "ISBN"),
    Tag("OP", "references", "UNBILL"),
    Tag("SV", "number", "CASE"),
    Tag("N2", "abstract"),
    Tag("NO", "note"),
    Tag("SN", "ISBN", "EBOOK ECHAP EDBOOK ANCIENT"),
    Tag("SN", "ISSN", "EJOUR ABST INPR JFULL"),
    Tag("LK", "URL"),
    Tag("Y1", "issued"),
    Tag("DA", "issued"),
)
"""Tags that are read but not written: those of other versions of RIS, of databases, and of their types.

A row without a variable: in these types the tag means something for which CSL has no variable.
"""

_DOI = BEFORE_DOI + r"?10\.\d{4,9}/\S+"


class Shape(NamedTuple):
    """A tag whose values have different variables depending on their form, in some reference types or in all."""

    tag: str
    pattern: re.Pattern[str]
    variable: str
    types: str = ""


SHAPES = (
    Shape("SN", late(r"\d{4}[-‐–]\d{3}[\dXx](?: *\([^()]*\))?"), "ISSN"),
    Shape("SN", late(r"\d{7}[\dXx] \(ISSN\)"), "ISSN"),
    Shape("SN", late(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?: *\([^()]*\))?"), "ISBN"),
    Shape("AN", late(r"[1-9]\d{0,7}"), "PMID"),
    Shape("AN", late(r"PMC\d+"), "PMCID"),
    Shape("U1", late(r"[1-9]\d{0,7}\[pmid\]"), "PMID"),
    Shape("U2", late(r"PMC\d+\[pmcid\]"), "PMCID"),
    Shape("L3", late(_DOI, re.IGNORECASE), "DOI"),
    Shape("M3", late(_DOI, re.IGNORECASE), "DOI"),
    Shape("N1", late(r"doi:\s*" + _DOI, re.IGNORECASE), "DOI"),
    Shape("C2", late(r"[1-9]\d{0,7}"), "PMID", "JOUR ABST INPR"),
    Shape("C2", late(r"PMC\d+"), "PMCID", "JOUR ABST INPR"),
    Shape("T2", late(r".*\bProc(?:eedings|\.).*", re.IGNORECASE), "container-title", PAPERS),
    Shape("ET", late(r"(?!\d{4}(?:[/-]\d{1,2}){0,2}/{0,3}\Z).*"), "edition", DATED),
    Shape("SP", late(r"[^-–]*"), "number-of-pages", BOOKS),
    Shape("SP", late(r"[^-–]*"), "dimensions", "MPCT"),
)
"""Forms that take priority over the tables of tags."""

DISTINCT_BY_FORM = frozenset({"SN", "AN"})
"""Tags that may hold two variables in one record, since these differ in form."""

CLEANED = {
    "DOI": late(f"^{BEFORE_DOI}+", re.IGNORECASE),
    "PMID": late(r"\[pmid\]$"),
    "PMCID": late(r"\[pmcid\]$"),
    "ISSN": late(r" *\([^()]*\)$"),
    "ISBN": late(r" *\(ISBN\)$"),
}
"""What may stand around an identifier and is not part of it."""

NOTES = "U1"
"""The first of the tags that the specification leaves to users.

``U1  - ORCID of J. Doe: 0000-0002-1825-0097`` is a note on what lines of other tags cannot hold. Other programs ignore
it.
"""

EXTRA = "M2"
"""The tag of Zotero's field Extra: one line for each variable without a tag (`reflist.formats.ris_extra`)."""

UNPUBLISHED = frozenset({"accepted", "forthcoming", "in preparation", "in press", "submitted", "to appear"})
"""Words in place of the year of a work that has not appeared: they are its status."""

SEVERAL = {"AU", "A1", "A2", "A3", "A4", "ED", "KW", "N1", "AB", "N2", "RN"}
"""Tags that may occur several times, each time with one more name, keyword or paragraph."""

LISTS = frozenset([*"KW SN UR L1 L2 L3 L4 N1 DB AD".split(), EXTRA])
"""Tags whose continuation lines are further values, not the rest of a broken one (as in EndNote's exports)."""

ABBREVIATED = frozenset({"JO", "JA", "J1"})
"""Tags of the abbreviated journal, which many databases give instead of the full one; then it is the container."""

SHORT_JOURNALS = ABBREVIATED | {"J2"}
"""Tags of the abbreviated journal, in addition to a tag with the full one."""

JOURNAL_TAGS = SHORT_JOURNALS | {"JF"}
"""Tags by which a record of a general type is an article in a journal."""

NO_ARTICLES = frozenset({"AGGR", "EQUA"})
"""Reference types that are documents whatever their records contain."""

BOOK_TAGS = frozenset("BT CY ET NV PB PP".split())
"""Tags that articles in journals do not have; a record of a general type with one of them is a document."""

RECORDING_TAGS = frozenset({"T2", "A4"})
"""Tags of an album and a producer: music with them is a recording, otherwise a score."""

REPEATED = {("JF", "CONF"): "C3"}
"""Tags whose values are repeated under another tag, in a reference type.

EndNote and Zotero have the proceedings of a paper in C3; pandoc and bibutils only know JF.
"""

WITH_DAY = frozenset({"CONF"})
"""Reference types with a DA even if it repeats PY, which is the year of the meeting in EndNote."""


def tag_of(variable: str, reference_type: str) -> str | None:
    """The tag of a variable in a reference type; None if there is none.

    >>> tag_of("publisher-place", "BOOK"), tag_of("publisher-place", "CPAPER"), tag_of("dimensions", "BOOK")
    ('CY', 'C1', None)
    """
    named = _BY_TYPE.get((reference_type, variable))
    if named is not None:
        return named
    tag = _BY_TYPE.get(("", variable))
    # A tag with another meaning in this type cannot be used, unless the form of the values distinguishes them.
    return None if (reference_type, tag) in _TAKEN and tag not in DISTINCT_BY_FORM else tag


def variable_of(tag: str, value: str, reference_type: str) -> str | None:
    """The variable of a line; None if it has none.

    >>> variable_of("SN", "0302-8933", "RPRT"), variable_of("SN", "Cm 4310", "RPRT"), variable_of("X9", "", "RPRT")
    ('ISSN', 'number', None)
    """
    known = reference_type if reference_type in ITEM_TYPES else ""
    for shape in shapes_of(known).get(tag, ()):
        if shape.pattern.fullmatch(value):
            return shape.variable
    return variables_of(known).get(tag) or None


@cache
def variables_of(reference_type: str) -> Mapping[str, str]:
    """The tags of a reference type and their variables; "" stands for all unknown types."""
    rows = TAGS + READ_ONLY_TAGS
    by_tag = {row.tag: row.variable for row in reversed(rows) if not row.types}
    return by_tag | {row.tag: row.variable for row in reversed(rows) if reference_type in row.types.split()}


@cache
def shapes_of(reference_type: str) -> Mapping[str, Sequence[Shape]]:
    """The tags of a reference type whose values are distinguished by form, and their shapes, in order."""
    shapes = [shape for shape in SHAPES if not shape.types or reference_type in shape.types.split()]
    return {tag: [shape for shape in shapes if shape.tag == tag] for tag in {shape.tag for shape in shapes}}


def implied_type(reference_type: str, tags: Iterable[str], unknown: str = "document") -> str:
    """The item type of a record with these tags; if its type is general, it is an article if a journal is given.

    ``unknown`` is the item type for GEN without tags of a journal or a book.

    >>> implied_type("GEN", ["T2", "VL"]), implied_type("GEN", ["T2"]), implied_type("BOOK", ["T2", "VL"])
    ('article-journal', 'document', 'book')
    >>> implied_type("GEN", ["TI"], unknown="article-journal"), implied_type("GEN", ["PB"], unknown="article-journal")
    ('article-journal', 'document')
    >>> implied_type("MUSIC", ["PB", "PY"]), implied_type("MUSIC", ["T2", "PY"])
    ('musical_score', 'song')
    """
    known = ITEM_TYPES.get(reference_type, "document")
    if not depends_on_tags(reference_type):
        return known
    there = set(tags)
    if known == "musical_score":
        return known if RECORDING_TAGS.isdisjoint(there) else "song"
    if known == "article":
        return known if JOURNAL_TAGS.isdisjoint(there) else "article-journal"
    if not JOURNAL_TAGS.isdisjoint(there) or ("T2" in there and not there.isdisjoint(("VL", "IS"))):
        return "article-journal"
    return unknown if reference_type == GENERIC and BOOK_TAGS.isdisjoint(there) else known


def depends_on_tags(reference_type: str) -> bool:
    """Whether a reference type is so general that the item type depends on the tags of the record."""
    return ITEM_TYPES.get(reference_type, "document") in _OPEN_TYPES and reference_type not in NO_ARTICLES


_OPEN_TYPES = frozenset({"article", "document", "musical_score"})
_BY_TYPE = {(type_, row.variable): row.tag for row in reversed(TAGS) for type_ in (row.types.split() or [""])}
_TAKEN = {(type_, row.tag) for row in TAGS + READ_ONLY_TAGS for type_ in row.types.split()}

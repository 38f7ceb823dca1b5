"""How BibTeX and CSL correspond, for reading and writing: entry types and item types, fields and variables.

Sources: Patashnik, "BibTeXing" (1988), sections 3.1 and 3.2, for the entry types and fields of classic BibTeX; the
biblatex manual, sections 2.1 and 2.2, for later fields that programs read (``url``, ``urldate``, ``doi``,
``eventtitle`` ...).
"""

from functools import cache, lru_cache
from typing import NamedTuple

from reflist.model import KINDS


class Type(NamedTuple):
    """An item type and its entry type; ``subtype`` (biblatex's ``entrysubtype``) distinguishes those that share one."""

    csl: str
    entry: str
    subtype: str = ""


TYPES = (
    Type("article-journal", "article"),
    Type("article-magazine", "article", "magazine"),
    Type("article-newspaper", "article", "newspaper"),
    Type("review", "article", "review"),
    Type("review-book", "article", "review-book"),
    Type("book", "book"),
    Type("classic", "book", "classic"),
    Type("chapter", "incollection"),
    Type("entry-dictionary", "incollection", "entry-dictionary"),
    Type("entry-encyclopedia", "incollection", "entry-encyclopedia"),
    Type("paper-conference", "inproceedings"),
    Type("report", "techreport"),
    Type("standard", "techreport", "standard"),
    Type("thesis", "phdthesis"),
    Type("manuscript", "unpublished"),
    Type("speech", "unpublished", "speech"),
    Type("pamphlet", "booklet"),
    Type("document", "misc"),
    *(
        Type(name, "misc", name)
        for name in """article bill broadcast collection dataset entry event figure graphic hearing interview
        legal_case legislation map motion_picture musical_score patent performance periodical personal_communication
        post post-weblog regulation software song treaty webpage""".split()
    ),
)
"""Every item type, once. The first with an entry type is the one for entries without a subtype."""

MASTERS_THESIS = "mastersthesis"
"""The entry type of a thesis whose genre is that of a master's thesis; any other is a ``phdthesis``."""

READ_ONLY_TYPES = {
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "inbook": "chapter",
    "conference": "paper-conference",
    "proceedings": "book",
    "collection": "book",
    "manual": "book",
    "report": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    **dict.fromkeys(("webpage", "website"), "webpage"),
    **dict.fromkeys(("artwork", "image"), "graphic"),
    **dict.fromkeys(("audio", "music"), "song"),
    **dict.fromkeys(("movie", "video"), "motion_picture"),
    **dict.fromkeys(("bookinbook", "suppbook", "suppcollection"), "chapter"),
    **dict.fromkeys(("mvbook", "mvcollection", "mvproceedings", "mvreference", "reference", "commentary"), "book"),
    **dict.fromkeys(("legislation", "constitution"), "legislation"),
    **dict.fromkeys(("softwareversion", "softwaremodule", "codefragment"), "software"),
    "suppperiodical": "article-journal",
    "periodical": "periodical",
    "review": "review",
    "inreference": "entry-encyclopedia",
    "standard": "standard",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legmaterial": "bill",
    "legadminmaterial": "regulation",
    "letter": "personal_communication",
    "performance": "performance",
    "presentation": "speech",
    "preprint": "article",
}
"""Entry types that are read but not written: those of other styles, of biblatex (manual, 2.1) and of its packages for
APA and software, which people also use in BibTeX files."""

SCHOOLS = "phdthesis mastersthesis"
PARTS = "incollection inproceedings inbook conference"
NUMBERED_SERIES = "book booklet incollection inproceedings inbook conference proceedings manual"


class Field(NamedTuple):
    """A field and its variable, in these entry types; without any, in all that no other row of the variable names."""

    tag: str
    variable: str
    entries: str = ""


_ROWS = (
    Field("author", "author"),
    Field("editor", "editor"),
    Field("bookauthor", "container-author"),
    Field("translator", "translator"),
    Field("title", "title"),
    Field("shorttitle", "title-short"),
    Field("booktitle", "container-title", PARTS),
    Field("journal", "container-title"),
    Field("shortjournal", "container-title-short"),
    Field("series", "collection-title"),
    Field("edition", "edition"),
    Field("volume", "volume"),
    Field("volumes", "number-of-volumes"),
    Field("part", "part-number"),
    Field("number", "issue", "article"),
    Field("issue", "issue"),
    Field("number", "collection-number", NUMBERED_SERIES),
    Field("seriesnumber", "collection-number"),
    Field("eid", "number", "article"),
    Field("reportnumber", "number", NUMBERED_SERIES),
    Field("number", "number"),
    Field("pages", "page"),
    Field("pagetotal", "number-of-pages"),
    Field("chapter", "chapter-number"),
    Field("type", "genre"),
    Field("institution", "publisher", "techreport report"),
    Field("school", "publisher", SCHOOLS + " thesis"),
    Field("howpublished", "publisher", "misc booklet"),
    Field("publisher", "publisher"),
    Field("address", "publisher-place"),
    Field("issued", "issued"),
    Field("pubstate", "status"),
    Field("origtitle", "original-title"),
    Field("origpublisher", "original-publisher"),
    Field("origlocation", "original-publisher-place"),
    Field("origdate", "original-date"),
    Field("eventtitle", "event-title"),
    Field("venue", "event-place"),
    Field("eventdate", "event-date"),
    Field("library", "call-number"),
    Field("keywords", "keyword"),
    Field("doi", "DOI"),
    Field("isbn", "ISBN"),
    Field("issn", "ISSN"),
    Field("pmid", "PMID"),
    Field("pmcid", "PMCID"),
    Field("url", "URL"),
    Field("urldate", "accessed"),
    Field("note", "note"),
    Field("csl-shorttitle", "shortTitle"),  # an alias of title-short, in old files of Zotero
)

FIELDS = _ROWS + tuple(
    Field(variable.lower(), variable) for variable in KINDS if variable not in {row.variable for row in _ROWS}
)
"""Fields in the order in which they are written.

A variable for which no BibTeX style has a field has a field of its own name: fields that a style does not know are
legal and ignored ("BibTeXing", 3.2).
"""

FULL_JOURNAL = "fjournal"
"""The full title of a journal whose usual field holds the abbreviation, as MathSciNet and zbMATH have it."""

READ_ONLY_FIELDS = {
    "journaltitle": "container-title",
    "booktitle": "container-title",
    FULL_JOURNAL: "container-title",
    "collection": "collection-title",
    "location": "publisher-place",
    "place": "publisher-place",
    "institution": "publisher",
    "organization": "publisher",
    "school": "publisher",
    "howpublished": "publisher",
    "langid": "language",
    "annotation": "annote",
    "eid": "number",
    **dict.fromkeys(("articleno", "art_number", "article-number", "elocation-id"), "number"),
    **dict.fromkeys(("journal-iso", "abbrev_source_title"), "container-title-short"),
    "numpages": "number-of-pages",
    "pmc": "PMCID",
    "eprintpmid": "PMID",
    **dict.fromkeys(
        "lastchecked lastaccessed accessed accessdate access-date dateaccessed visited".split(), "accessed"
    ),
}
"""Fields that are read, if no other gave the variable, but not written: biblatex's, databases', or misplaced."""

OF_MEETINGS = frozenset({"inproceedings", "conference", "proceedings"})
"""Types of entries that belong to a meeting."""

SUBTITLES = {"subtitle": "title", "booksubtitle": "container-title", "journalsubtitle": "container-title"}
"""Fields of biblatex with a subtitle, and the variable of the title."""

GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
"""What biblatex prints for a key in the field ``type`` (manual, 4.9.2.13)."""

TITLES = frozenset({"title", "booktitle", "shorttitle"})
"""Fields in which words are protected from changes of case."""

VERBATIM = frozenset({"url", "doi"})
"""Fields whose content is not LaTeX: every program takes them as they stand."""

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The abbreviations of months that every style defines."""


def _by_entry(column: int, rows: tuple[Field, ...]) -> dict[str, dict[str, Field]]:
    """Rows by entry type ("" for all others) and then by tag (0) or variable (1)."""
    table: dict[str, dict[str, Field]] = {"": {}}
    for row in rows:
        for entry in row.entries.split() or [""]:
            table.setdefault(entry, {}).setdefault(str(row[column]), row)
    return table


_BY_TAG = _by_entry(0, FIELDS)
_BY_VARIABLE = _by_entry(1, FIELDS)


def field_of(variable: str, entry: str) -> str:
    """The field of a variable in an entry of this type."""
    row = _BY_VARIABLE.get(entry, {}).get(variable) or _BY_VARIABLE[""][variable]
    return row.tag


def variable_of(tag: str, entry: str) -> str | None:
    """The variable of a field in an entry of this type; None if the field is not in the table."""
    return variables_of(entry).get(tag)


def row_of(entry: str) -> str:
    """The entry type under which the tables have it: empty for all types without special fields."""
    return entry if entry in _BY_TAG else ""


def variables_of(entry: str) -> dict[str, str]:
    """The variables that an entry of this type has fields for, by tag."""
    return _variables(row_of(entry))


@cache
def _variables(entry: str) -> dict[str, str]:
    return {tag: row.variable for tag, row in (_BY_TAG[""] | _BY_TAG[entry]).items()}


_CSL_OF = {(row.entry, row.subtype): row.csl for row in reversed(TYPES)} | {
    (entry, ""): csl for entry, csl in READ_ONLY_TYPES.items()
}
_ENTRY_OF = {row.csl: row for row in TYPES}


SYNONYMS = frozenset("thesis report online electronic www dataset software patent".split())
IMPLIED_BY_ITEM_TYPE = SYNONYMS | {row.entry for row in TYPES} | {MASTERS_THESIS}
"""The entry types that are fully given by the item type read from them."""


def is_subtype(entry: str, subtype: str) -> bool:
    """Whether the subtype determines the item type of an entry."""
    return (entry, subtype) in _CSL_OF


def entry_type(csl: str) -> Type:
    """The row of an item type."""
    return _ENTRY_OF[csl]


@lru_cache(maxsize=1024)
def item_type(entry: str, subtype: str = "") -> str:
    """The item type of an entry. Unknown subtypes are ignored; an entry of an unknown type is a document."""
    default = next((row.csl for row in TYPES if row.entry == entry), READ_ONLY_TYPES.get(entry, "document"))
    return _CSL_OF.get((entry, subtype), default)

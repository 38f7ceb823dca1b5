"""How BibLaTeX and CSL correspond, for reading and writing: entry types and item types, fields and variables.

Source: the biblatex manual, sections 2.1 (entry types), 2.2 (fields) and 4.9.2 (localisation keys).
"""

from functools import cache
from typing import NamedTuple

from reflist.formats.bibtex_tables import Type
from reflist.model import KINDS

TYPES = (
    Type("article-journal", "article"),
    Type("article-magazine", "article", "magazine"),
    Type("article-newspaper", "article", "newspaper"),
    Type("review", "review"),
    Type("review-book", "review", "review-book"),
    Type("book", "book"),
    Type("classic", "book", "classic"),
    Type("chapter", "incollection"),
    Type("entry-encyclopedia", "inreference"),
    Type("entry-dictionary", "inreference", "entry-dictionary"),
    Type("entry", "inreference", "entry"),
    Type("paper-conference", "inproceedings"),
    Type("report", "report"),
    Type("thesis", "thesis"),
    Type("manuscript", "unpublished"),
    Type("speech", "unpublished", "speech"),
    Type("pamphlet", "booklet"),
    Type("periodical", "periodical"),
    Type("webpage", "online"),
    Type("post", "online", "post"),
    Type("post-weblog", "online", "post-weblog"),
    Type("article", "online", "article"),
    Type("dataset", "dataset"),
    Type("software", "software"),
    Type("patent", "patent"),
    Type("standard", "standard"),
    Type("legal_case", "jurisdiction"),
    Type("legislation", "legislation"),
    Type("bill", "legislation", "bill"),
    Type("regulation", "legislation", "regulation"),
    Type("treaty", "legal"),
    Type("hearing", "legal", "hearing"),
    Type("graphic", "artwork"),
    Type("figure", "image", "figure"),
    Type("song", "audio"),
    Type("motion_picture", "movie"),
    Type("broadcast", "video", "broadcast"),
    Type("musical_score", "music", "musical_score"),
    Type("performance", "performance"),
    Type("personal_communication", "letter"),
    Type("document", "misc"),
    *(Type(name, "misc", name) for name in "collection event interview map".split()),
)
"""Every item type, once (manual, 2.1.1 and 2.1.3). A subtype is only read if it is listed here."""

READ_ONLY_TYPES = {
    "video": "motion_picture",
    "music": "song",
    "image": "graphic",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "proceedings": "book",
    "mvproceedings": "book",
    "reference": "book",
    "mvreference": "book",
    "commentary": "book",
    "manual": "report",
    "conference": "paper-conference",
    "electronic": "webpage",
    "www": "webpage",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "presentation": "speech",
    "legmaterial": "bill",
    "legadminmaterial": "regulation",
    "constitution": "legislation",
    "softwareversion": "software",
    "softwaremodule": "software",
    "codefragment": "software",
}
"""Entry types that are read but not written: types that CSL does not distinguish, aliases (manual, 2.1.2), and those of
the packages biblatex-apa and biblatex-software."""

READ_ONLY_SUBTYPES = {
    ("video", "tvbroadcast"): "broadcast",
    ("video", "tvepisode"): "broadcast",
    ("audio", "radiobroadcast"): "broadcast",
    ("audio", "podcast"): "broadcast",
}
"""Entry types with a subtype that are read and then kept as they are."""

ALIASES = frozenset("conference electronic www phdthesis mastersthesis techreport".split())
"""Entry types that are only other names for one of `TYPES`."""

IMPLIED_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
"""The genres that these aliases imply, if there is no field ``type``."""

PERIODICALS = "article suppperiodical review periodical"
PARTS = "inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference"
BOOKS = "book mvbook collection mvcollection proceedings mvproceedings reference mvreference commentary booklet manual"
IN_SERIES = f"{PARTS} {BOOKS}"
LAW = "jurisdiction legislation legal patent standard"
REPORTS = "report techreport"
THESES = "thesis phdthesis mastersthesis"


TITLE_OF_VOLUME = {
    **dict.fromkeys(PARTS.split(), "container-title"),
    **dict.fromkeys("book collection proceedings reference commentary".split(), "title"),
}
"""The variable in whose field the title of the volume is if ``maintitle`` is the work's title (manual, 2.3.5)."""


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
    Field("booktitle", "container-title", IN_SERIES),
    Field("journaltitle", "container-title", PERIODICALS),
    Field("journal", "container-title"),  # the alias (manual, 2.2.5), which other programs read in all entries
    Field("shortjournal", "container-title-short", PERIODICALS),
    Field("issuetitle", "volume-title", PERIODICALS),
    Field("series", "collection-title"),
    Field("edition", "edition"),
    Field("version", "version"),
    Field("volume", "volume"),
    Field("volumes", "number-of-volumes"),
    Field("part", "part-number"),
    Field("number", "issue", PERIODICALS),
    Field("issue", "issue"),
    Field("number", "collection-number", IN_SERIES),
    Field("eid", "number", PERIODICALS),
    Field("reportnumber", "number", IN_SERIES),
    Field("number", "number"),
    Field("pages", "page"),
    Field("pagetotal", "number-of-pages"),
    Field("chapter", "chapter-number"),
    Field("type", "genre"),
    Field("institution", "authority", LAW),
    Field("institution", "publisher", f"{REPORTS} {THESES}"),
    Field("organization", "publisher", "online electronic www"),
    Field("howpublished", "publisher", "misc booklet unpublished"),
    Field("publisher", "publisher"),
    Field("location", "jurisdiction", "patent"),
    Field("publisher-place", "publisher-place", "patent"),
    Field("location", "publisher-place"),
    Field("date", "issued"),
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
    Field("langid", "language"),
    Field("doi", "DOI"),
    Field("isbn", "ISBN"),
    Field("issn", "ISSN"),
    Field("eprint", "PMID"),
    Field("pmcid", "PMCID"),
    Field("url", "URL"),
    Field("urldate", "accessed"),
    Field("note", "note"),
    Field("annotation", "annote"),
    Field("abstract", "abstract"),
    Field("csl-shorttitle", "shortTitle"),  # an alias of title-short, in old files of Zotero
)

FIELDS = _ROWS + tuple(
    Field(variable.lower(), variable)
    for variable in KINDS
    if variable not in {row.variable for row in _ROWS if not row.entries}
)
"""Fields in the order in which they are written.

A variable for which biblatex has no field, or none in entries of some type, has a field of its own name: biber ignores
fields that are not in its data model.
"""

OTHER_TAGS = {
    "journaltitle": "container-title",
    "journal": "container-title",
    "booktitle": "container-title",
    "address": "publisher-place",
    "location": "publisher-place",
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "school": "publisher",
    "issue": "issue",
    "language": "language",
    "annote": "annote",
    "shortjournal": "container-title-short",
    "eid": "number",
    "articleno": "number",
    "isrn": "number",
    "numpages": "number-of-pages",
    "pmid": "PMID",
    "pmc": "PMCID",
}
"""Fields that are read, if no other field gave the variable, but not written: aliases (manual, 2.2.5), or misplaced."""

SUBTITLES = {
    "subtitle": "title",
    "booksubtitle": "container-title",
    "journalsubtitle": "container-title",
    "issuesubtitle": "volume-title",
}
"""Fields with a subtitle, and the variable of the title."""

ROLES = {
    "director": "director",
    "compiler": "compiler",
    "collaborator": "contributor",
    "organizer": "organizer",
    "illustrator": "illustrator",
    "scriptwriter": "script-writer",
    "serieseditor": "collection-editor",
    **{
        name: name
        for name in """chair composer curator editorial-director editor-translator executive-producer guest host
        interviewer narrator original-author performer producer recipient reviewed-author series-creator""".split()
    },
}
"""Roles in ``editortype`` and similar fields (manual, 2.3.6), and their variables.

The manual's own words come first. Biblatex prints a role without a word for it as it stands.
"""

AS_EDITORS = ("director", "compiler")
"""Roles that are written as ``editor`` if there is no editor."""

ROLE_FIELDS = ("editora", "editorb", "editorc", "namea", "nameb", "namec")
"""Fields of names whose role another field gives (manual, 2.2.2 and 2.2.4)."""

GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "patent": "Patent",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "Patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}
"""What biblatex prints for a key in the field ``type`` (manual, 4.9.2.13 and 4.9.2.15)."""

STATES = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "prepublished",
}
"""What biblatex prints for a key in the field ``pubstate`` (manual, 4.9.2.11)."""

LISTS = frozenset("publisher institution organization location origpublisher origlocation".split())
"""Fields that are lists of texts, with "and" between them (manual, 2.2.1)."""

TITLES = frozenset("title booktitle maintitle issuetitle shorttitle origtitle".split())
"""Fields in which words are protected from changes of case."""

NAMES = {
    "series": frozenset({""}),
    "eventtitle": frozenset({""}),
    "booktitle": frozenset({"inreference"}),
    "title": frozenset("jurisdiction legislation legal periodical".split()),
}
"""Fields that hold proper names, whose capitals are all protected: in these entry types, or ("") in all."""

VERBATIM = frozenset("url doi".split())
"""Fields whose content is not LaTeX: biber takes them as they stand."""

PUBMED = "pubmed"
"""The ``eprinttype`` of a PMID."""
PUBMED_NAMES = frozenset({PUBMED, "pmid"})
"""The same, and how other programs write it."""


@cache
def fields_of(entry: str) -> dict[str, str]:
    """The field that holds each variable in an entry of this type."""
    fields = {row.variable: row.tag for row in reversed(FIELDS) if not row.entries}
    return fields | {row.variable: row.tag for row in reversed(FIELDS) if entry in row.entries.split()}


@cache
def variables_of(entry: str) -> dict[str, str]:
    """The variables that an entry of this type has fields for, by tag."""
    return {tag: variable for variable, tag in reversed(fields_of(entry).items())}


_CSL_OF = {(row.entry, row.subtype): row.csl for row in TYPES} | {
    (entry, ""): csl for entry, csl in READ_ONLY_TYPES.items()
}
_CSL_OF |= {(row.entry, row.csl): row.csl for row in TYPES}
_ENTRY_OF = {row.csl: row for row in TYPES}

IMPLIED_BY_ITEM_TYPE = ALIASES | {row.entry for row in TYPES} - {"music", "video", "image"}
"""The entry types that are fully given by the item type read from them."""


def entry_type(csl: str) -> Type:
    """The row of an item type."""
    return _ENTRY_OF[csl]


def item_type(entry: str, subtype: str = "") -> str:
    """The item type of an entry. Unknown subtypes are ignored; an entry of an unknown type is a document."""
    given = _CSL_OF.get((entry, subtype)) or READ_ONLY_SUBTYPES.get((entry, subtype.lower()))
    return given or _CSL_OF.get((entry, ""), "document")


def is_subtype(entry: str, subtype: str) -> bool:
    """Whether the subtype determines the item type of an entry, and so is written for that item type."""
    return (entry, subtype) in _CSL_OF

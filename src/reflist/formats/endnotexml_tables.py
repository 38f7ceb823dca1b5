"""How EndNote XML and CSL correspond, for reading and writing: reference types, fields and their order.

Source: EndNote's table of reference types and its DTD of records (RSXML), and what Zotero and JabRef do where those
leave a choice.
"""

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

CONFERENCE, BOOK, EDITED, WEB_PAGE = "Conference Paper", "Book", "Edited Book", "Web Page"

NUMBERS = {
    "Artwork": 2,
    "Audiovisual Material": 3,
    "Bill": 4,
    "Book Section": 5,
    BOOK: 6,
    "Case": 7,
    "Catalog": 8,
    "Computer Program": 9,
    "Conference Proceedings": 10,
    WEB_PAGE: 12,
    "Generic": 13,
    "Hearing": 14,
    "Journal Article": 17,
    "Magazine Article": 19,
    "Map": 20,
    "Film or Broadcast": 21,
    "Newspaper Article": 23,
    "Pamphlet": 24,
    "Patent": 25,
    "Personal Communication": 26,
    "Report": 27,
    EDITED: 28,
    "Statute": 31,
    "Thesis": 32,
    "Unpublished Work": 34,
    "Manuscript": 36,
    "Figure": 37,
    "Chart or Table": 38,
    "Equation": 39,
    "Electronic Article": 43,
    "Electronic Book": 44,
    "Online Database": 45,
    "Government Document": 46,
    CONFERENCE: 47,
    "Online Multimedia": 48,
    "Classical Work": 49,
    "Legal Rule or Regulation": 50,
    "Ancient Text": 51,
    "Dictionary": 52,
    "Encyclopedia": 53,
    "Grant": 54,
    "Aggregated Database": 55,
    "Blog": 56,
    "Serial": 57,
    "Standard": 58,
    "Dataset": 59,
    "Electronic Book Section": 60,
    "Music": 61,
    "Interview": 64,
}
"""EndNote's reference types and their numbers. Other programs use other numbers, so the name counts."""

TYPES = {
    "article": "Unpublished Work",
    "article-journal": "Journal Article",
    "article-magazine": "Magazine Article",
    "article-newspaper": "Newspaper Article",
    "bill": "Bill",
    "book": BOOK,
    "broadcast": "Film or Broadcast",
    "chapter": "Book Section",
    "classic": "Classical Work",
    "collection": "Catalog",
    "dataset": "Dataset",
    "document": "Generic",
    "entry": "Online Database",
    "entry-dictionary": "Dictionary",
    "entry-encyclopedia": "Encyclopedia",
    "event": "Generic",
    "figure": "Figure",
    "graphic": "Artwork",
    "hearing": "Hearing",
    "interview": "Interview",
    "legal_case": "Case",
    "legislation": "Statute",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Film or Broadcast",
    "musical_score": "Music",
    "pamphlet": "Pamphlet",
    "paper-conference": CONFERENCE,
    "patent": "Patent",
    "performance": "Generic",
    "periodical": "Serial",
    "personal_communication": "Personal Communication",
    "post": "Blog",
    "post-weblog": "Blog",
    "regulation": "Legal Rule or Regulation",
    "report": "Report",
    "review": "Journal Article",
    "review-book": "Journal Article",
    "software": "Computer Program",
    "song": "Music",
    "speech": CONFERENCE,
    "standard": "Standard",
    "thesis": "Thesis",
    "treaty": "Legal Rule or Regulation",
    "webpage": WEB_PAGE,
}
"""Item types and the reference type that each is written as."""

_READ = {
    "Aggregated Database": "entry",
    BOOK: "book",
    EDITED: "book",
    "Electronic Book": "book",
    "Ancient Text": "classic",
    "Audiovisual Material": "motion_picture",
    "Film or Broadcast": "motion_picture",
    "Online Multimedia": "motion_picture",
    "Blog": "post-weblog",
    "Chart or Table": "figure",
    "Conference": "paper-conference",
    CONFERENCE: "paper-conference",
    "Conference Proceedings": "paper-conference",
    "Electronic Article": "article-journal",
    "Journal Article": "article-journal",
    "Electronic Book Section": "chapter",
    "Equation": "figure",
    "Discussion Forum": "post",
    "Generic": "document",
    "Government Document": "report",
    "Grant": "document",
    "Legal Rule or Regulation": "regulation",
    "Multimedia Application": "software",
    "Music": "song",
    "Podcast": "broadcast",
    "Press Release": "document",
    "Social Media": "post",
    "Television Episode": "broadcast",
}
"""The item types of reference types that no item type, or more than one, is written as."""

CSL_TYPES = {name.casefold(): type_ for name, type_ in ({kind: type_ for type_, kind in TYPES.items()} | _READ).items()}
"""The item type of each reference type, by its name in lower case."""

BOOKS = f"{BOOK}|{EDITED}|Electronic Book|Classical Work|Ancient Text|Pamphlet"
PARTS = f"Book Section|Electronic Book Section|Dictionary|Encyclopedia|{CONFERENCE}|Conference Proceedings|Conference"
MEETINGS = f"{CONFERENCE}|Conference Proceedings|Conference"
ARTICLES = "Journal Article|Electronic Article|Magazine Article|Newspaper Article"
FILMS = "Film or Broadcast|Audiovisual Material|Online Multimedia"
COUNTED = f"{BOOKS}|Thesis|Standard"

MEETING_PAPER, EDITORS_ONLY = " at a meeting", " of editors"
"""Layouts of a reference type: a paper with its meeting beside the proceedings; a book with only editors."""


class Layout(NamedTuple):
    """A layout of a reference type, and the conditions for it.

    In a file: any path of ``having`` and none of ``lacking``. In a reference: all of ``variables`` and any of
    ``others``.
    """

    kind: str
    name: str
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    variables: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def fits(self, paths: Container[str]) -> bool:
        """Whether a record with these paths has this layout."""
        return any(path in paths for path in self.having) and not any(path in paths for path in self.lacking)

    def is_needed_for(self, variables: Container[str]) -> bool:
        """Whether a reference with these variables needs this layout."""
        wanted = bool(self.variables) and all(variable in variables for variable in self.variables)
        return wanted and any(variable in variables for variable in self.others)


class Field(NamedTuple):
    """A path and its variable, in some types or layouts (separated by bars), or in all without a row of their own."""

    path: str
    variable: str
    kinds: str = ""


AUTHORS, SECOND, THIRD, FOURTH, TRANSLATED = (
    f"contributors/{prefix}authors/author" for prefix in ("", "secondary-", "tertiary-", "subsidiary-", "translated-")
)

FIELDS = (
    Field(AUTHORS, "editor", EDITED),
    Field(AUTHORS, "director", FILMS),
    Field(AUTHORS, "composer", "Music"),
    Field(AUTHORS, "author", "Music"),
    Field(AUTHORS, "author"),
    Field(SECOND, "editor", f"{PARTS}|{MEETINGS}{MEETING_PAPER}|{BOOK}{EDITORS_ONLY}"),
    Field(SECOND, "interviewer", "Interview"),
    Field(SECOND, "recipient", "Personal Communication"),
    Field(SECOND, "performer", "Music"),
    Field(SECOND, "collection-editor", f"{BOOKS}|Report"),
    Field(SECOND, "editor"),
    Field(THIRD, "editor", BOOKS),
    Field(THIRD, "contributor", "Thesis"),
    Field(THIRD, "producer", FILMS),
    Field(THIRD, "collection-editor"),
    Field(FOURTH, "performer", FILMS),
    Field(FOURTH, "contributor", "Dataset"),
    Field(FOURTH, "translator"),
    Field(TRANSLATED, "translator"),
    Field("titles/title", "title"),
    Field("titles/secondary-title", "event-title", CONFERENCE + MEETING_PAPER),
    Field("titles/secondary-title", "collection-title", f"{BOOKS}|Report|Map|{BOOK}{EDITORS_ONLY}"),
    Field("titles/secondary-title", "division", "Thesis"),
    Field("titles/secondary-title", "container-title"),
    Field("titles/tertiary-title", "authority", "Bill|Hearing"),
    Field("titles/tertiary-title", "collection-title"),
    Field("titles/alt-title", "container-title-short"),
    Field("titles/short-title", "title-short"),
    Field("titles/translated-title", "original-title"),
    Field("pages", "number-of-pages", COUNTED),
    Field("pages", "page"),
    Field("pages", "number-of-pages", "Report|Manuscript|Government Document"),
    Field("volume", "volume"),
    Field("number", "issue", ARTICLES),
    Field("number", "collection-number", f"{BOOKS}|Book Section|Electronic Book Section"),
    Field("number", "number"),
    Field("issue", "issue"),
    Field("num-vols", "collection-number", "Report"),
    Field("num-vols", "number-of-volumes"),
    Field("edition", "version", "Computer Program|Dataset"),
    Field("edition", "chapter-number", "Bill|Hearing|Statute"),
    Field("edition", "available-date", "Journal Article|Electronic Article"),
    Field("edition", "edition", "Journal Article|Electronic Article"),
    Field("edition", "edition"),
    Field("section", "chapter-number", PARTS),
    Field("section", "section"),
    Field("keywords/keyword", "keyword"),
    Field("pub-location", "jurisdiction", "Patent|Bill|Statute"),
    Field("pub-location", "publisher-place"),
    Field("publisher", "authority", "Case"),
    Field("publisher", "publisher"),
    Field("orig-pub", "original-date"),
    Field("orig-pub", "original-publisher"),
    Field("isbn", "ISBN"),
    Field("isbn", "ISSN"),
    Field("isbn", "number", "Report|Patent|Standard|Government Document"),
    Field("accession-num", "PMID"),
    Field("accession-num", "archive_location"),
    Field("call-num", "call-number"),
    Field("electronic-resource-num", "DOI"),
    Field("abstract", "abstract"),
    Field("notes", "note"),
    Field("research-notes", "annote"),
    Field("work-type", "genre"),
    Field("work-type", "medium", f"{FILMS}|Dataset|Interview|Music|Artwork"),
    Field("reviewed-item", "reviewed-title"),
    Field("meeting-place", "event-place"),
    Field("work-location", "archive-place"),
    Field("size", "dimensions"),
    Field("repro-ratio", "scale"),
    Field("remote-database-name", "archive"),
    Field("remote-database-provider", "source"),
    Field("language", "language"),
    Field("urls/related-urls/url", "URL"),
    Field("urls/web-urls/url", "URL"),
    Field("access-date", "accessed"),
    Field("custom2", "PMCID", "Journal Article|Electronic Article"),
    Field("custom3", "container-title", CONFERENCE + MEETING_PAPER),
    Field("custom4", "genre", FILMS),
    Field("custom5", "authority", "Patent"),
    Field("custom7", "number", "Journal Article|Electronic Article"),
    Field("misc1", "medium", "Computer Program"),
)
"""Elements in the order in which they are tried."""

LABEL = "label"
ACCESS_YEAR, ACCESS_DAY = "volume", "number"
"""The paths with the year and day on which a web page was accessed."""
YEAR, DAY, MONTH = "dates/year", "dates/pub-dates/date", "dates/month"

PATHS = tuple(dict.fromkeys([*(row.path for row in FIELDS), YEAR, DAY]))
"""The paths that are written, in their order within each element."""

SHARED = frozenset({"isbn", "pages", "edition", "orig-pub", "accession-num"})
"""Elements that may hold several variables; for other elements, only a type's own row counts."""

ORDER = """contributors auth-address titles periodical alt-periodical pages volume number issue num-vols edition section
    reprint-edition keywords dates pub-location publisher orig-pub isbn accession-num call-num report-id
    electronic-resource-num abstract label image caption notes research-notes work-type reviewed-item availability
    remote-source meeting-place work-location work-extent pack-method size repro-ratio remote-database-name
    remote-database-provider language urls access-date modified-date custom1 custom2 custom3 custom4 custom5 custom6
    custom7 misc1 misc2 misc3""".split()
"""The elements of a record in the order of the DTD, after those for where the record is from."""

FULL_TITLE, ABBREVIATION = "periodical/full-title", "periodical/abbr-1"
REPEATING = {
    FULL_TITLE: "container-title",
    ABBREVIATION: "container-title-short",
    "alt-periodical/full-title": "container-title-short",
    "alt-periodical/abbr-1": "container-title-short",
}
"""Elements that usually repeat another one, and the variable that they fill if it is missing."""

A_DAY = re.compile(r"(?:[Ee]pub +)?-?\d{4}(?:[-/~?].{0,20}|(?: +[A-Za-z]{3,9}.?(?: +\d\d?)?)?)")
"""A year, or a day that begins with it."""

VALUE_FORMS = {
    "number-of-pages": re.compile(r"(?=\D{0,20}\d)[^-–:]+"),
    "ISBN": re.compile(r".*(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx]\b.*", re.DOTALL),
    "ISSN": re.compile(r".*\b\d{4}-?\d{3}[\dXx]\b.*", re.DOTALL),
    "PMID": re.compile(r"\d{1,9}"),
    "available-date": A_DAY,
    "original-date": A_DAY,
    "PMCID": re.compile(r"PMC\d+"),
    "URL": re.compile(r"\w[\w+.-]*+:\S++|[\w-]++\.[\w-]\S*+"),
}
"""The form that a value must have for a variable; other values go to the next row or are kept."""

COMMENTS_ON_THE_YEAR = frozenset(
    "in press|forthcoming|submitted|in preparation|accepted|to appear|unpublished|in review|under review".split("|")
)
"""Words in place of a year that give the status of the work (`status`)."""


LAYOUTS = (
    Layout(
        CONFERENCE,
        MEETING_PAPER,
        ("custom3", "meeting-place"),
        (),
        ("event-title",),
        ("container-title", "event-place"),
    ),
    Layout(BOOK, EDITORS_ONLY, (SECOND,), (AUTHORS, "titles/secondary-title")),
)
"""The layouts of reference types."""


@cache
def paths(kind: str, layout: str = "") -> dict[str, tuple[str, ...]]:
    """The variables that each path may hold in a reference type with a layout, in the order in which to try them."""
    found: dict[str, tuple[str, ...]] = {}
    for row in fields(kind, layout):
        found[row.path] = (*found.get(row.path, ()), row.variable)
    return found


@cache
def places(kind: str, layout: str = "") -> dict[str, tuple[str, ...]]:
    """The paths where each variable may stand; those of the reference type's own rows come first."""
    found: dict[str, tuple[str, ...]] = {}
    for row in sorted(fields(kind, layout), key=lambda row: not row.kinds):
        found[row.variable] = (*found.get(row.variable, ()), row.path)
    return found


@cache
def fields(kind: str, layout: str = "") -> tuple[Field, ...]:
    """The rows of a reference type in a layout: its own rows, and the others for paths that those leave free."""
    rows = [row for row in FIELDS if kind + layout in row.kinds.split("|")]
    if layout:
        taken = {row.path for row in rows}
        rows += [row for row in FIELDS if kind in row.kinds.split("|") and row.path not in taken]
    taken = {row.path for row in rows} - SHARED
    rows += [row for row in FIELDS if not row.kinds and row.path not in taken]
    return tuple(sorted(rows, key=FIELDS.index))

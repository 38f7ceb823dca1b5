"""What the columns of tables are called: our own, and those of the exports of databases and reference managers.

Headers are compared without case, spaces and punctuation: ``Author(s)`` is ``authors``. Sources: exports of Zotero,
Scopus, Web of Science, PubMed, Embase, CINAHL, the Cochrane Library, Lens, IEEE Xplore and SpringerLink.
"""

from reflist.model import KINDS, TYPES

COLUMNS = tuple(
    """author editor translator issued year-suffix title container-title volume issue page edition chapter-number
    collection-title collection-number genre number publisher publisher-place event-title event-place event-date
    status DOI ISBN ISSN PMID URL accessed language keyword note abstract""".split()
)
"""The variables with a column of their own in what we write, between ``id``, ``type`` and ``other``."""

ID, TYPE, OTHER = "id", "type", "other"
FIRST_PAGE, LAST_PAGE = "first page", "last page"
"""Two columns that make one variable."""
CITATION = "citation"
"""The column of PubMed's tables that alone says volume, issue and pages."""

_HEADERS = {
    ID: "key citekey citationkey",
    TYPE: "itemtype type documenttype contenttype doctype publicationtype referencetype category documentidentifier",
    "author": "authorfullnames authors authornames",
    "editor": "editors bookeditors",
    "translator": "translators",
    "collection-editor": "serieseditor serieseditors",
    "issued": "date datepublished publicationdate dateofpublication year publicationyear pubyear",
    "title": "articletitle documenttitle itemtitle primarytitle",
    "container-title": """publicationtitle sourcetitle journaltitle journal journalbook publication booktitle
        secondarytitle source anthologytitle sourcetitleanthologytitle proceedingstitle""",
    "container-title-short": "journalabbreviation abbreviatedsourcetitle journalisoabbreviation isoabbreviation",
    "collection-title": "series seriestitle bookseriestitle",
    "collection-number": "seriesnumber",
    "volume": "journalvolume vol",
    "issue": "issuenumber journalissue issueno",
    "page": "pages pagerange pagination artno articlenumber articleno",
    FIRST_PAGE: "pagestart startpage beginningpage",
    LAST_PAGE: "pageend endpage endingpage",
    "number-of-pages": "numpages pagecount numberofpages",
    "DOI": "itemdoi doilink",
    "URL": "link sourceurls externalurl fulltextlink plink",
    "ISSN": "issns printissn eissn",
    "ISBN": "isbns",
    "PMID": "pubmedid medlinepmid",
    "abstract": "abstractnote",
    "keyword": "keywords authorkeywords manualtags subjects indexkeywords meshterms",
    "publisher": "bookpublisher",
    "publisher-place": "place placeofpublication publisherlocation publishercity",
    "language": "articlelanguage languageoforiginaldocument",
    "note": "notes extra",
    "event-title": "conferencename conferencetitle meetingname",
    "event-place": "conferencelocation meetingplace",
    "event-date": "conferencedate",
    "accessed": "accessdate dateaccessed",
    "archive_location": "archivelocation locinarchive",
    "call-number": "callnumber",
    "source": "librarycatalog databasename database",
    "title-short": "shorttitle",
    "original-title": "originaltitle",
    "number": "reportnumber patentnumber",
    "number-of-volumes": "numberofvolumes",
    "license": "rights",
}
"""Variables and the headers that others give them, the best first; beside each variable's own name."""

_TAGS = {
    ID: "ut",
    TYPE: "pt dt",
    "author": "af au ba",
    "editor": "be",
    "issued": "py",
    "title": "ti",
    "container-title": "so",
    "container-title-short": "ji j9",
    "collection-title": "se",
    "volume": "vl",
    "issue": "is",
    "page": "ar",
    FIRST_PAGE: "bp",
    LAST_PAGE: "ep",
    "number-of-pages": "pg",
    "DOI": "di",
    "ISSN": "sn ei",
    "ISBN": "bn",
    "PMID": "pm",
    "abstract": "ab",
    "keyword": "de",
    "publisher": "pu",
    "publisher-place": "pi",
    "language": "la",
    "event-title": "ct",
    "event-place": "cl",
    "event-date": "cy",
}
"""The same of Web of Science's tab-separated exports, whose headers are field tags."""

SIGNS = frozenset({"pt", "ti", "so"})
"""Headers that together tell such an export: the tags mean other things elsewhere."""

_TYPE_NAMES = {
    "article-journal": """journalarticle article journal ieeejournals j | review note letter editorial shortsurvey
        erratum articleinpress articlereview editorialmaterial articleearlyaccess ieeeearlyaccessarticles""",
    "book": "books b",
    "chapter": "booksection bookchapter",
    "paper-conference": """conferencepaper proceedingspaper conference conferences conferencepublication
        ieeeconferences c | conferenceproceeding
        conferenceproceedings conferenceproceedingsarticle conferenceabstract meetingabstract""",
    "thesis": "dissertation dissertationthesis",
    "article": "preprint",
    "article-magazine": "magazinearticle magazine magazines ieeemagazines",
    "article-newspaper": "newspaperarticle newspaper",
    "post-weblog": "blogpost",
    "post": "forumpost",
    "entry-encyclopedia": "encyclopediaarticle | referenceworkentry",
    "entry-dictionary": "dictionaryentry",
    "legal_case": "case",
    "legislation": "statute",
    "motion_picture": "film",
    "broadcast": "| tvbroadcast radiobroadcast podcast videorecording",
    "song": "| audiorecording",
    "speech": "presentation",
    "graphic": "artwork",
    "software": "computerprogram",
    "personal_communication": "| email instantmessage",
    "standard": "ieeestandards",
    "patent": "p",
}
"""Item types and the names that others give them, beside CSL's own; those behind a bar say more than it does."""


def folded(header: str) -> str:
    """A header or the name of a type as it is compared.

    >>> folded("Author(s)"), folded("ISSN/ISBN")
    ('authors', 'issnisbn')
    """
    return "".join(character for character in header.casefold() if character.isalnum())


def _ranks(table: dict[str, str]) -> dict[str, tuple[str, int]]:
    return {name: (column, rank) for column, names in table.items() for rank, name in enumerate(names.split(), 1)}


ELSEWHERE = frozenset({"references", "locator", "citation-number", "first-reference-note-number"})
"""Variables that tables do not mean where a column has their name: a database's ``References`` are the works cited."""

_OWN = {folded(name): (name, 0) for name in (ID, OTHER, FIRST_PAGE, LAST_PAGE, CITATION, *KINDS.keys() - ELSEWHERE)}
HEADERS = _OWN | _ranks(_HEADERS)
"""Folded headers: the column each names, and its rank among those that name it (the lowest that is filled counts)."""
ITEM_TYPE_APART, TYPE_IS_GENRE = frozenset({"itemtype", "type"}), {"type": ("genre", 1)}
"""Headers that together tell a table of Zotero's: the item type stands apart there, and the type is the genre."""
ISSUES = frozenset({"article-journal", "article-magazine"})
"""The item types whose number is that of the issue in the tables of EndNote and JabRef, which have no column for it."""
TAGS = _ranks(_TAGS)
"""The same for the field tags of Web of Science."""
TYPE_NAMES = {folded(csl): csl for csl in TYPES} | {
    name: csl for csl, names in _TYPE_NAMES.items() for name in names.replace("|", " ").split()
}
"""Folded names of types, and the item type of each."""
PLAIN_TYPES = frozenset(name for names in _TYPE_NAMES.values() for name in names.partition("|")[0].split())
"""Names that say no more than the item type does."""

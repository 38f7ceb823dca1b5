"""The names of columns: our own, and those in the exports of databases and reference managers.

Headers are compared without case, spaces and punctuation: ``Author(s)`` is ``authors``. Sources: exports of Zotero,
Scopus, Web of Science, PubMed, Embase, CINAHL, the Cochrane Library, Lens, OpenAlex, IEEE Xplore and SpringerLink.
"""

from unicodedata import normalize

from reflist.model import KINDS, TYPES

COLUMNS = tuple(
    """author editor translator issued year-suffix title container-title volume issue page edition chapter-number
    collection-title collection-number genre number publisher publisher-place event-title event-place event-date
    status DOI ISBN ISSN PMID URL accessed language keyword note abstract""".split()
)
"""The variables with a column in the tables that we write, between ``id``, ``type`` and ``other``."""

ID, TYPE, OTHER = "id", "type", "other"
FIRST_PAGE, LAST_PAGE = "first page", "last page"
"""Two columns for one variable."""
DAY = "day of the year"
"""The column of a month, or of a month and a day, beside that of the year."""
DAY_OF_MONTH = "day of the month"
"""The column of the day beside one of the month, as Rayyan has them."""
EXTRA = "extra"
"""The column in Zotero's tables with lines for variables that have no column (`reflist.formats.ris_extra`)."""
ANTHOLOGY = "anthologytitle"
"""The header of a book's title in tables whose source title is that of the book's series (Dimensions)."""
CITATION = "citation"
"""The column in PubMed's tables that alone gives volume, issue and pages."""

_HEADERS = {
    ID: "key citekey citationkey",
    TYPE: "itemtype type documenttype contenttype doctype publicationtype referencetype category documentidentifier",
    "author": """authorfullnames authors authornames authoreditororganization authoreditorororganization
        authorshipsauthordisplayname""",
    DAY: "month publicationmonth publishedmonth",
    DAY_OF_MONTH: "day",
    "editor": "editors bookeditors",
    "translator": "translators",
    "collection-editor": "serieseditor serieseditors",
    "issued": """date datepublished publicationdate dateofpublication year publicationyear publishedyear pubyear
        yearofpublication""",
    "title": "articletitle documenttitle itemtitle primarytitle papertitle worktitle",
    "container-title": """anthologytitle publicationtitle sourcetitle journaltitle journal journalbook publication
        booktitle secondarytitle source sourcetitleanthologytitle proceedingstitle
        journalname nameofjournal periodical venue primarylocationsourcedisplayname""",
    "container-title-short": "journalabbreviation abbreviatedsourcetitle journalisoabbreviation isoabbreviation",
    "collection-title": "series seriestitle bookseriestitle",
    "collection-number": "seriesnumber",
    "volume": "journalvolume vol volno bibliovolume",
    "issue": "issuenumber journalissue issueno biblioissue",
    "page": "pages pagerange pagination pagesfromto pagenumbers pp artno articlenumber articleno",
    FIRST_PAGE: "pagestart startpage beginningpage bibliofirstpage",
    LAST_PAGE: "pageend endpage endingpage bibliolastpage",
    "number-of-pages": "numpages pagecount numberofpages",
    "DOI": "itemdoi doilink",
    "URL": "link articleurl sourceurls externalurl fulltextlink plink",
    "ISSN": "issns printissn eissn primarylocationsourceissnl",
    "ISBN": "isbns",
    "PMID": "pubmedid medlinepmid",
    "abstract": "abstractnote",
    "keyword": "keywords authorkeywords manualtags subjects indexkeywords meshterms",
    "publisher": "bookpublisher",
    "publisher-place": "place placeofpublication publisherlocation publishercity location",
    "language": "articlelanguage languageoforiginaldocument",
    "note": "notes",
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
"""Other headers for variables, the best first; in addition to each variable's own name."""

_IN_OTHER_LANGUAGES = {
    TYPE: "dokumenttyp publikationstyp typededocument tipodedocumento tipodidocumento",
    "author": """autor autoren autorin autorinnen verfasser verfasserin auteur auteurs autores autore autori""",
    "editor": "herausgeber herausgeberin herausgebende curatore curatori organizador redacteur",
    "translator": "übersetzer übersetzerin traducteur traductor traduttore tradutor vertaler",
    "issued": """jahr erscheinungsjahr publikationsjahr datum année annéedepublication datedepublication año
        añodepublicación fecha anno annodipubblicazione ano anodepublicação jaar jaarvanuitgave""",
    "title": "titel titre título titolo",
    "container-title": """zeitschrift zeitschriftentitel quelle revue titredelarevue revista fuente rivista periódico
        tijdschrift""",
    "volume": "band jahrgang jg volumen tome tomo jaargang",
    "issue": "heft ausgabe numéro número numero fascicolo fascículo aflevering nummer",
    "page": "seiten seite seitenzahlen páginas pagine páginas pagina paginas",
    "publisher": "verlag maisondédition éditeur editorial casaeditrice editora uitgever",
    "publisher-place": """ort erscheinungsort verlagsort lieu lieudédition lieudepublication lugar lugardepublicación
        luogo luogodiedizione local localdepublicação plaats plaatsvanuitgave""",
    "edition": "auflage édition edición edizione edição druk",
    "collection-title": "reihe schriftenreihe collana colección coleção reeks",
    "language": "sprache langue idioma lingua taal",
    "keyword": """schlagwörter schlagworte schlagwort stichwörter stichworte motsclés palabrasclave palabraschave
        parolechiave trefwoorden""",
    "abstract": "zusammenfassung kurzfassung résumé resumen riassunto resumo samenvatting",
    "note": "anmerkung anmerkungen notiz notizen bemerkung bemerkungen remarque remarques notas notities opmerkingen",
    "accessed": "abgerufenam zugriffsdatum consultéle datedeconsultation fechadeacceso geraadpleegdop",
}
"""The same in German, French, Spanish, Italian, Portuguese and Dutch; of a word with two meanings, the first."""

SINGLE_AUTHORS = (
    *(f"{author}{number}" for author in ("author", "autor", "auteur") for number in range(1, 11)),
    *(f"{number}author" for number in ("first", "second", "third", "fourth", "fifth", "sixth")),
)
"""Headers of columns with one author each, which count if no column has all authors."""

_TAGS = {
    ID: "ut",
    TYPE: "pt dt",
    "author": "af au ba",
    "editor": "be",
    "issued": "py",
    DAY: "pd",
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
"""The same for Web of Science's tab-separated exports, whose headers are field tags."""

AFTER_VOLUME = frozenset({"no", "nr", "num"})
"""Headers that mean the issue after the column of the volume; elsewhere ``No`` only counts the rows."""

SIGNS = frozenset({"pt", "ti", "so"})
"""Headers that together identify such an export: elsewhere these tags mean other things."""

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
"""Item types and other names for them, in addition to CSL's own; those after a bar are narrower than the item type."""

_TYPES_IN_OTHER_LANGUAGES = {
    "article-journal": """zeitschriftenartikel zeitschriftenaufsatz aufsatz artículo artículoderevista articolo artigo
        articlederevue artikel tijdschriftartikel""",
    "book": "buch monographie monografie livre libro livro boek",
    "chapter": "buchkapitel buchbeitrag beitrag kapitel chapitre capítulo capitolo hoofdstuk",
    "paper-conference": "konferenzbeitrag tagungsbeitrag actesdecolloque ponencia",
    "thesis": "hochschulschrift thèse tesis tese tesi proefschrift",
    "report": "bericht forschungsbericht rapport informe rapporto relatório",
    "article-newspaper": "zeitungsartikel articledejournal artículodeperiódico krantenartikel",
    "webpage": "webseite internetdokument internetquelle pageweb páginaweb paginaweb webpagina",
}
"""The same in other languages."""


def folded(header: str) -> str:
    """A header or the name of a type in the form that is compared.

    >>> folded("Author(s)"), folded("ISSN/ISBN"), folded("Schlagwörter")
    ('authors', 'issnisbn', 'schlagworter')
    """
    plain = normalize("NFKD", header).casefold()
    return "".join(character for character in plain if character.isalnum())


def _ranks(table: dict[str, str]) -> dict[str, tuple[str, int]]:
    return {
        folded(name): (column, rank) for column, names in table.items() for rank, name in enumerate(names.split(), 1)
    }


ELSEWHERE = frozenset({"references", "locator", "citation-number", "first-reference-note-number"})
"""Variables whose names mean something else in tables: a database's ``References`` are the works cited."""

_OWN = {
    folded(name): (name, 0) for name in (ID, OTHER, FIRST_PAGE, LAST_PAGE, EXTRA, CITATION, *KINDS.keys() - ELSEWHERE)
}
SINGLE = 100
"""The rank of a column with one author."""
HEADERS = {
    **dict.fromkeys(SINGLE_AUTHORS, ("author", SINGLE)),
    **_ranks(_IN_OTHER_LANGUAGES),
    **_OWN,
    **_ranks(_HEADERS),
}
"""Folded headers: what the column holds, and its rank among such columns (the lowest that is not empty counts)."""
ZOTERO_HEADERS, TYPE_IS_GENRE = frozenset({"itemtype", "type"}), {"type": ("genre", 1)}
"""Headers that together identify a table of Zotero's: the item type has its own column, and the type is the genre."""
ISSUES = frozenset({"article-journal", "article-magazine"})
"""Item types whose number is the issue in the tables of EndNote and JabRef, which have no column for it."""
COUNTED = frozenset({"volume", "issue", "page", FIRST_PAGE, LAST_PAGE})
"""Columns in which zero stands for nothing, as in Publish or Perish."""
TAGS = _ranks(_TAGS)
"""The same for the field tags of Web of Science."""
TYPE_NAMES = {folded(csl): csl for csl in TYPES} | {
    folded(name): csl
    for table in (_TYPE_NAMES, _TYPES_IN_OTHER_LANGUAGES)
    for csl, names in table.items()
    for name in names.replace("|", " ").split()
}
"""Folded names of types, and the item type of each."""
PLAIN_TYPES = frozenset(
    folded(name)
    for table in (_TYPE_NAMES, _TYPES_IN_OTHER_LANGUAGES)
    for names in table.values()
    for name in names.partition("|")[0].split()
)
"""Names that mean just the item type."""

"""How MODS and CSL correspond, for reading and writing: genres, fields and roles.

Source: MODS 3.8 (Library of Congress), its guidelines, the MARC lists of genres (marcgt) and relators, and the genres
that Zotero and bibutils write.

A path names the elements from the record inwards, each with its ``type`` (for ``extent``, its ``unit``) in brackets.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

HOST, SERIES, ORIGINAL = "relatedItem[host]/", "relatedItem[series]/", "relatedItem[original]/"

TEXT, IMAGE, SOUND, FILM = "text", "still image", "sound recording", "moving image"


class Genre(NamedTuple):
    """An item type: Zotero's word for it, its type of resource, and its genre in the MARC list or in bibutils."""

    csl: str
    local: str
    resource: str = TEXT
    marc: str = ""


GENRES = (
    Genre("article", "preprint", marc="preprint"),
    Genre("article-journal", "journalArticle", marc="article"),
    Genre("article-magazine", "magazineArticle", marc="magazine article"),
    Genre("article-newspaper", "newspaperArticle", marc="newspaper article"),
    Genre("bill", "bill", marc="bill"),
    Genre("book", "book", marc="book"),
    Genre("broadcast", "tvBroadcast", FILM, "television broadcast"),
    Genre("chapter", "bookSection", marc="book chapter"),
    Genre("classic", "classic"),
    Genre("collection", "collection", "mixed material"),
    Genre("dataset", "dataset", "software, multimedia", "numeric data"),
    Genre("document", "document"),
    Genre("entry", "databaseEntry", marc="database"),
    Genre("entry-dictionary", "dictionaryEntry", marc="dictionary"),
    Genre("entry-encyclopedia", "encyclopediaArticle", marc="encyclopedia"),
    Genre("event", "event"),
    Genre("figure", "figure", IMAGE, "chart"),
    Genre("graphic", "artwork", IMAGE, "art original"),
    Genre("hearing", "hearing", marc="hearing"),
    Genre("interview", "interview", marc="interview"),
    Genre("legal_case", "case", marc="legal case and case notes"),
    Genre("legislation", "statute", marc="legislation"),
    Genre("manuscript", "manuscript", marc="manuscript"),
    Genre("map", "map", "cartographic", "map"),
    Genre("motion_picture", "film", FILM, "motion picture"),
    Genre("musical_score", "score", "notated music"),
    Genre("pamphlet", "pamphlet", marc="pamphlet"),
    Genre("paper-conference", "conferencePaper", marc="conference publication"),
    Genre("patent", "patent", marc="patent"),
    Genre("performance", "performance"),
    Genre("periodical", "periodical", marc="periodical"),
    Genre("personal_communication", "letter", marc="letter"),
    Genre("post", "forumPost"),
    Genre("post-weblog", "blogPost"),
    Genre("regulation", "regulation", marc="law report or digest"),
    Genre("report", "report", marc="technical report"),
    Genre("review", "review", marc="review"),
    Genre("review-book", "bookReview"),
    Genre("software", "computerProgram", "software, multimedia", "computer program"),
    Genre("song", "audioRecording", SOUND, "sound"),
    Genre("speech", "presentation", marc="speech"),
    Genre("standard", "standard", marc="standard or specification"),
    Genre("thesis", "thesis", marc="thesis"),
    Genre("treaty", "treaty", marc="treaty"),
    Genre("webpage", "webpage", marc="web site"),
)
"""The item types."""

SYNONYMS = {
    "article-journal": "journal article|academic journal|articles|research article|scholarly article",
    "article": "preprints|e-print|eprint",
    "article-magazine": "magazine|magazine articles",
    "article-newspaper": "newspaper|newspapers|newspaper articles|reporting|news article",
    "book": "books|monograph|monographs",
    "chapter": "chapter|book part|book section",
    "periodical": "journal|serial",
    "paper-conference": "conference paper|conference papers|conference object|conference contribution|conference item",
    "thesis": "theses|academic theses|dissertation|dissertations|electronic thesis or dissertation",
    "report": "reports|technical reports",
    "motion_picture": "motion pictures|moving image|video|videos",
    "song": "sound recording|sound recordings|audio",
    "graphic": "picture|pictures|graphic|image|images",
    "map": "maps",
    "musical_score": "score|scores|sheet music|notated music",
    "manuscript": "manuscripts",
    "webpage": "electronic|web page|website",
    "personal_communication": "letters|correspondence|communication",
    "post": "forum post",
    "post-weblog": "blog post|weblog",
    "review": "reviews",
    "dataset": "data|data set|datasets|research data",
    "software": "software|computer programs",
    "speech": "speeches",
    "patent": "patents",
    "interview": "interviews",
    "pamphlet": "pamphlets",
}
"""Further words for item types, used by the MARC list, bibutils, repositories and catalogues."""

NARROWER_KINDS = {
    "article-journal": "offprint",
    "article": "working paper draft",
    "book": "collection|comic or graphic novel|edited book|multivolume monograph|novel|proceedings|textbook",
    "periodical": "newsletter",
    "thesis": """ph.d. thesis|phd thesis|masters thesis|master's thesis|master thesis|diploma thesis|doctoral thesis|
        habilitation thesis|licentiate thesis|bachelor thesis|bachelor's thesis""",
    "report": "research report|working paper|working papers|discussion paper",
    "motion_picture": "videorecording|filmstrip",
    "song": "podcast|rehearsal|musical recording",
    "broadcast": "radiobroadcast|radio broadcast",
    "graphic": """photograph|photographs|art reproduction|comic strip|diorama|drawing|drawings|flash card|
        microscope slide|model|painting|paintings|poster|posters|print|realia|slide|technical drawing|toy|
        transparency""",
    "map": "atlas|globe|remote sensing image",
    "manuscript": "unpublished|handwritten note",
    "webpage": "online system or service",
    "personal_communication": "email|instantmessage",
    "review": "peer review",
    "speech": "lecture|oral presentation",
    "interview": "oral history|oral histories",
    "standard": "technical standard",
    "pamphlet": "brochure",
}
"""Words that are narrower than their item type: they also become its genre."""

OF_BOOKS = frozenset(
    "autobiography|biography|drama|essay|festschrift|fiction|folktale|handbook|history|humor, satire|hymnal|"
    "language instruction|memoir|poetry|programmed text|short story|yearbook".split("|")
)
"""Genres of the MARC list for the contents of a book, if nothing else gives the item type."""


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {" ".join(word.split()): type_ for type_, words in table.items() for word in words.split("|")}


ALSO_GENRES = frozenset(_by_word(NARROWER_KINDS)) - {row.local for row in GENRES}
"""The words of `NARROWER_KINDS`, except those that Zotero and we use for types."""

BY_GENRE = {
    word.casefold(): type_
    for word, type_ in {
        **_by_word(SYNONYMS),
        **_by_word(NARROWER_KINDS),
        **{row.marc: row.csl for row in GENRES if row.marc},
        **{row.local: row.csl for row in GENRES},
    }.items()
}
"""The item type of each word for a genre, in lower case."""

BY_RESOURCE = {
    IMAGE: "graphic",
    "three dimensional object": "graphic",
    "artifact": "graphic",
    SOUND: "song",
    "sound recording-musical": "song",
    "sound recording-nonmusical": "song",
    "audio": "song",
    FILM: "motion_picture",
    "cartographic": "map",
    "notated music": "musical_score",
    "software, multimedia": "software",
    "dataset": "dataset",
    "manuscript": "manuscript",
    "mixed material": "document",
    "collection": "collection",
}
"""The item type if only the type of resource is known."""

HOSTED = {
    "article-newspaper": "article-newspaper",
    "article-magazine": "article-magazine",
    "periodical": "article-journal",
    "article-journal": "article-journal",
    "paper-conference": "paper-conference",
    "book": "chapter",
}
"""The item type of a part of a host, by the host's item type."""

GOVERNMENT = frozenset({"government publication"})
"""Genres that show who published the work, but not what it is: a report, a bill, a hearing or a law."""

BY_CLASS = {
    **dict.fromkeys(("SHRG", "HHRG", "JHRG", "CHRG"), "hearing"),
    **dict.fromkeys(("hr", "s", "hres", "sres", "hjres", "sjres", "hconres", "sconres", "BILLS"), "bill"),
    **dict.fromkeys(("PLAW", "STATUTE", "USCODE", "COMPS"), "legislation"),
    **dict.fromkeys(("CFR", "ECFR"), "regulation"),
    **dict.fromkeys(("CRPT", "CDOC", "CPRT", "GAOREPORTS"), "report"),
    "USCOURTS": "legal_case",
}
"""Item types by the classes and collections of the United States' publishing office, which are in an extension."""


OF_LAW = {
    "bill": "authority",
    "hearing": "contributor",
    "legislation": "authority",
    "regulation": "authority",
}
"""If the class gave the item type: the variable for bodies that a catalogue calls authors, by item type."""


class Field(NamedTuple):
    """A path and its variable, in some item types (separated by spaces) or in all."""

    path: str
    variable: str
    types: str = ""


ARTICLES = "article-journal article-magazine article-newspaper review review-book"

FIELDS = (
    Field("originInfo/publisher", "publisher"),
    Field("originInfo/place/placeTerm[text]", "publisher-place"),
    Field("originInfo/place/placeTerm", "publisher-place"),
    Field("originInfo/edition", "version", "dataset software"),
    Field("originInfo/edition", "edition"),
    Field("originInfo/dateOther[submitted]", "submitted"),
    Field("originInfo/dateOther[event]", "event-date"),
    Field("originInfo/dateOther[available]", "available-date"),
    Field(ORIGINAL + "originInfo/dateIssued", "original-date"),
    Field(ORIGINAL + "originInfo/publisher", "original-publisher"),
    Field(ORIGINAL + "originInfo/place/placeTerm[text]", "original-publisher-place"),
    Field("genre", "genre"),
    Field("language/languageTerm[code]", "language"),
    Field("language/languageTerm[text]", "language"),
    Field("language/languageTerm", "language"),
    Field("language", "language"),
    Field("physicalDescription/form", "medium"),
    Field("physicalDescription/extent[pages]", "number-of-pages"),
    Field("physicalDescription/extent[page]/total", "number-of-pages"),
    Field("physicalDescription/extent", "dimensions"),
    Field("abstract", "abstract"),
    Field("note[annotation]", "annote"),
    Field("note[publication status]", "status"),
    Field("note[venue]", "event-place"),
    Field("note[numbering]", "number-of-volumes"),
    Field("note", "note"),
    Field("subject/topic", "keyword"),
    Field("subject/cartographics/scale", "scale"),
    Field("classification", "call-number"),
    Field(SERIES + "part/detail[volume]/number", "collection-number"),
    Field(SERIES + "part/detail[number]/number", "collection-number"),
    Field(SERIES + "titleInfo/partNumber", "collection-number"),
    Field("part/detail[volume]/number", "volume"),
    Field("part/detail[issue]/number", "issue"),
    Field("part/detail[number]/number", "issue", ARTICLES),
    Field("part/detail[number]/number", "number"),
    Field("part/detail[chapter]/number", "chapter-number"),
    Field("part/detail[section]/number", "section"),
    Field("part/detail[part]/number", "part-number"),
    Field("part/extent[page]/list", "page"),
    Field("part/extent/list", "page"),
    Field("part/detail[page]/number", "page"),
    Field("part/extent[page]/total", "number-of-pages"),
    Field("identifier[doi]", "DOI"),
    Field("identifier[isbn]", "ISBN"),
    Field("identifier[issn]", "ISSN"),
    Field("identifier[pmid]", "PMID"),
    Field("identifier[pubmed]", "PMID"),
    Field("identifier[pmc]", "PMCID"),
    Field("identifier[pmcid]", "PMCID"),
    Field("identifier[report number]", "number"),
    Field("location/url", "URL"),
    Field("identifier[uri]", "URL"),
    Field("location/physicalLocation", "archive"),
    Field("location/shelfLocator", "archive_location"),
    Field("accessCondition", "license"),
    Field("recordInfo/recordContentSource", "source"),
)
"""Elements in the order in which they are tried and written."""

IN_HOST = frozenset(
    "volume issue number chapter-number section page publisher publisher-place edition ISBN ISSN".split()
)
"""Variables that are written to the host, if the work has one."""

SEVERAL = {"keyword": ", ", "note": "\n", "language": ", "}
"""Variables that take several elements of a path, and what separates these."""

TITLES = {
    "titleInfo": "title",
    "titleInfo[abbreviated]": "title-short",
    HOST + "titleInfo": "container-title",
    HOST + "titleInfo[uniform]": "container-title",
    HOST + "titleInfo[abbreviated]": "container-title-short",
    SERIES + "titleInfo": "collection-title",
    ORIGINAL + "titleInfo": "original-title",
    "titleInfo[translated]": "original-title",
    "relatedItem[reviewOf]/titleInfo": "reviewed-title",
}
"""Elements with the parts of a title, by path, and their variables."""

ISSUED = tuple(
    where + element
    for element, places in (
        ("originInfo/dateIssued", ("",)),
        ("part/date", ("", HOST)),
        ("originInfo/dateIssued", (HOST,)),
        ("originInfo/copyrightDate", ("", HOST)),
        ("originInfo/dateCreated", ("", HOST)),
    )
    for where in places
)
"""The paths of the date of issue, the most reliable first."""

ACCESSED = "dateLastAccessed"
"""The attribute of ``url`` with the date of access."""


URLS = {"object in context": 1, "raw object": 3, "preview": 4}
"""The rank of an address by its attribute ``access``; 2 without a known value."""

_BOOKS = frozenset("book collection classic pamphlet thesis report document manuscript".split())

_PAGES_IN_WORDS = "p|pp|pages?|leaves|S|Seiten|Bl|Blätter|páginas|páxinas|pagine|stron|sider|с"
EXTENTS = (
    ("number-of-pages", _BOOKS, re.compile(rf"(?:[\[\]IVXLCDMivxlcdm]+, )?\[?(\d+)\]? ?(?:{_PAGES_IN_WORDS})\b")),
    ("number-of-volumes", _BOOKS - {"document"}, re.compile(r"(\d+) (?:v|vols?|volumes|Bde)\b")),
)
"""How the numbers of pages and volumes are read from an extent in words, in these item types."""


class Role(NamedTuple):
    """A role of a name: the element it is in, MARC's code and words for it (the first is written), and its variable."""

    where: str
    words: str
    variable: str

    @property
    def code(self) -> str:
        """MARC's code, which is written."""
        return self.words.partition("|")[0]


ROLES = (
    Role("", "aut|author|cre|creator|pht|photographer|art|artist|inv|inventor|ctg|ive|interviewee", "author"),
    Role("", "edt|editor|edc", "editor"),
    Role(HOST, "edt|editor", "editor"),
    Role(HOST, "aut|author|cre|creator", "container-author"),
    Role(SERIES, "edt|editor", "collection-editor"),
    Role(ORIGINAL, "aut|author|cre|creator", "original-author"),
    Role("relatedItem[reviewOf]/", "aut|author|cre|creator", "reviewed-author"),
    Role("", "trl|translator", "translator"),
    Role("", "ill|illustrator", "illustrator"),
    Role("", "cmp|composer", "composer"),
    Role("", "com|compiler", "compiler"),
    Role("", "ctb|contributor", "contributor"),
    Role("", "cur|curator", "curator"),
    Role("", "drt|director|fmd|film director", "director"),
    Role("", "fmp|film producer", "executive-producer"),
    Role("", "pro|producer", "producer"),
    Role("", "hst|host", "host"),
    Role("", "ivr|interviewer", "interviewer"),
    Role("", "nrt|narrator", "narrator"),
    Role("", "orm|organizer", "organizer"),
    Role("", "prf|performer|sng|singer|mus|musician", "performer"),
    Role("", "rcp|recipient|addressee", "recipient"),
    Role("", "aus|screenwriter", "script-writer"),
    Role("", "mod|moderator", "chair"),
    Role("", "isb|issuing body|court governed", "authority"),
    Role("", "conference|meeting|event", "event-title"),
    Role("", "dgg|degree grantor|degree granting institution|degree-granting institution", "publisher"),
    Role("", "jug|jurisdiction governed", "jurisdiction"),
)
"""The roles; a name without a role is an author."""

_MAKERS = """
    bkp book producer|cph copyright holder|cpc copyright claimant|dnr donor|
    dst distributor|dtc data contributor|fmo former owner|fnd funder|his host institution|mfr manufacturer|own owner|
    pbl publisher|prt printer|rps repository|spn sponsor"""
NO_CONTRIBUTORS = frozenset(word for role in _MAKERS.split("|") for word in role.strip().split(" ", 1)) | {
    "funding agency",
}
"""Roles in which a body makes, keeps or pays for a work without contributing to its content."""

PROCEEDINGS = frozenset({"book", "collection", "periodical"})
"""Item types that catalogues enter under the name of a meeting as under an author. In other item types, the meeting is
where the work was presented."""

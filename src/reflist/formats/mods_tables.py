"""How MODS and CSL correspond: genres, fields and roles; for reading and for writing.

Source: MODS 3.8 (Library of Congress), its guidelines, the MARC lists of genres (marcgt) and relators, and the genres
that Zotero and bibutils write.

A path names elements from the record inwards, each with its ``type`` (of an ``extent``: its ``unit``) in brackets.
"""

import re
from typing import NamedTuple

HOST, SERIES, ORIGINAL = "relatedItem[host]/", "relatedItem[series]/", "relatedItem[original]/"

TEXT, IMAGE, SOUND, FILM = "text", "still image", "sound recording", "moving image"


class Genre(NamedTuple):
    """An item type: Zotero's word for it, the resource that it is, and the genre of the MARC list or of bibutils."""

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

OTHER_GENRES = {
    "academic journal": "article-journal",
    "journal article": "article-journal",
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "collection": "book",
    "ph.d. thesis": "thesis",
    "masters thesis": "thesis",
    "theses": "thesis",
    "report": "report",
    "videorecording": "motion_picture",
    "picture": "graphic",
    "unpublished": "manuscript",
    "electronic": "webpage",
    "radioBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "podcast": "song",
    "email": "personal_communication",
    "instantMessage": "personal_communication",
}
"""More words for item types, as files have them."""

BY_GENRE = {
    word.casefold(): type_
    for word, type_ in {
        **OTHER_GENRES,
        **{row.marc: row.csl for row in GENRES if row.marc},
        **{row.local: row.csl for row in GENRES},
    }.items()
}
"""The item type of each word for a genre, in small letters."""

BY_RESOURCE = {
    IMAGE: "graphic",
    SOUND: "song",
    "sound recording-musical": "song",
    "sound recording-nonmusical": "song",
    FILM: "motion_picture",
    "cartographic": "map",
    "notated music": "musical_score",
    "software, multimedia": "software",
    "mixed material": "document",
}
"""The item type where nothing but the type of resource tells."""


class Field(NamedTuple):
    """An element by its path, and its variable; in some item types (separated by spaces) or in all."""

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
    Field(SERIES + "titleInfo/partNumber", "collection-number"),
    Field("part/detail[volume]/number", "volume"),
    Field("part/detail[issue]/number", "issue"),
    Field("part/detail[number]/number", "issue", ARTICLES),
    Field("part/detail[number]/number", "number"),
    Field("part/detail[chapter]/number", "chapter-number"),
    Field("part/detail[section]/number", "section"),
    Field("part/detail[part]/number", "part-number"),
    Field("part/extent[page]/list", "page"),
    Field("part/extent[page]/total", "number-of-pages"),
    Field("identifier[doi]", "DOI"),
    Field("identifier[isbn]", "ISBN"),
    Field("identifier[issn]", "ISSN"),
    Field("identifier[pmid]", "PMID"),
    Field("identifier[pubmed]", "PMID"),
    Field("identifier[pmc]", "PMCID"),
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
"""Variables that are said of what a work stands in, where it stands in something."""

SEVERAL = {"keyword": ", ", "note": "\n", "language": ", "}
"""Variables that take up several elements of a path, and what parts them."""

TITLES = {
    "titleInfo": "title",
    "titleInfo[abbreviated]": "title-short",
    "titleInfo[translated]": "original-title",
    HOST + "titleInfo": "container-title",
    HOST + "titleInfo[uniform]": "container-title",
    HOST + "titleInfo[abbreviated]": "container-title-short",
    SERIES + "titleInfo": "collection-title",
    "relatedItem[original]/titleInfo": "original-title",
    "relatedItem[reviewOf]/titleInfo": "reviewed-title",
}
"""Elements with the parts of a title, by path, and the variables they hold."""

ISSUED = tuple(
    where + element
    for element in ("originInfo/dateIssued", "part/date", "originInfo/copyrightDate", "originInfo/dateCreated")
    for where in ("", HOST)
)
"""Where the date of issue may stand, the surest first."""

ACCESSED = "dateLastAccessed"
"""The attribute of a location's ``url`` that says when it was visited."""


class Role(NamedTuple):
    """A role of a name: where it stands, MARC's code and word for it (the first written), and its variable."""

    where: str
    words: str
    variable: str


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
    Role("", "jug|jurisdiction governed", "jurisdiction"),
)
"""The roles; what has none is an author, or an editor within a series."""

BOOKKEEPING = re.compile(r"(?:.*/)?(?:recordInfo/(?!recordContentSource|recordIdentifier).*|originInfo/issuance)")
"""Paths of what says how a catalogue made and keeps its record; it means nothing outside of that."""

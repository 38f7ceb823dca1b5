"""How PubMed's tags and CSL correspond, for reading and writing: types and tags.

Source: "MEDLINE/PubMed Data Element (Field) Descriptions" and "PubMed Format" (National Library of Medicine), and
ERIC's use of them.
"""

from typing import NamedTuple

from reflist.model import KINDS

ARTICLES = "article article-journal article-magazine article-newspaper periodical review review-book"
PARTS = "chapter entry entry-dictionary entry-encyclopedia paper-conference"
WHOLE = "book report thesis"


class Tag(NamedTuple):
    """A tag and its variable, in some item types (separated by spaces) or in all without another row for the tag."""

    tag: str
    variable: str
    types: str = ""


TAGS = (
    Tag("PMID", "PMID"),
    Tag("IS", "ISSN"),
    Tag("ISBN", "ISBN"),
    Tag("VI", "volume"),
    Tag("IP", "issue"),
    Tag("DP", "issued"),
    Tag("TI", "title"),
    Tag("TT", "original-title"),
    Tag("BTI", "container-title", PARTS),
    Tag("VTI", "volume-title"),
    Tag("CTI", "collection-title"),
    Tag("PG", "page"),
    Tag("LID", "URL"),
    Tag("AB", "abstract"),
    Tag("FAU", "author"),
    Tag("FED", "editor"),
    Tag("LA", "language"),
    Tag("EN", "edition"),
    Tag("DEP", "available-date"),
    Tag("PL", "", ARTICLES),  # the country of the journal
    Tag("PL", "publisher-place"),
    Tag("PB", "publisher", WHOLE),
    Tag("PB", "publisher"),
    Tag("TA", "container-title-short"),
    Tag("JT", "publisher", WHOLE),  # in ERIC; PubMed's tag comes first and is written
    Tag("JT", "container-title"),
    Tag("PMC", "PMCID"),
    Tag("OT", "keyword"),
    Tag("AID", "DOI"),
    Tag("GN", "note"),
)
"""Tags in the order in which they are written."""


class Type(NamedTuple):
    """A publication type and the item type that it gives."""

    publication: str
    csl: str


TYPES = (
    Type("Book Chapter", "chapter"),
    Type("Book", "book"),
    Type("Journal Article", "article-journal"),
    Type("Journal Articles", "article-journal"),
    Type("Preprint", "article"),
    Type("Newspaper Article", "article-newspaper"),
    Type("Dataset", "dataset"),
    Type("Academic Dissertation", "thesis"),
    Type("Dissertations/Theses", "thesis"),
    Type("Patent", "patent"),
    Type("Technical Report", "report"),
    Type("Legislation", "legislation"),
    Type("Legal Case", "legal_case"),
    Type("Webcast", "broadcast"),
    Type("Speeches/Meeting Papers", "paper-conference"),
    Type("Computer Programs", "software"),
    Type("Books", "book"),
    Type("Reference Works", "book"),
    Type("Reports", "report"),
)
"""Publication types (PT) of PubMed and ERIC. If a record has several, the first row here counts; if an item type has
several rows, the first is written. What ERIC adds after a dash ("Reports - Research") is not in the table."""

LANGUAGES = dict(
    pair.split("=")
    for pair in """
    ara=ar bul=bg chi=zh cze=cs dan=da dut=nl eng=en est=et fin=fi fre=fr ger=de gre=el heb=he hrv=hr hun=hu ice=is
    ita=it jpn=ja kor=ko lav=lv lit=lt nor=no per=fa pol=pl por=pt rum=ro rus=ru slo=sk slv=sl spa=es srp=sr swe=sv
    tha=th tur=tr ukr=uk vie=vi
    """.split()
)
"""Languages: MARC's codes, which PubMed uses, and those of ISO 639-1, which CSL uses."""


def tag_of(variable: str, csl_type: str) -> str | None:
    """The tag of a variable in an item type; None if there is none.

    >>> tag_of("container-title", "chapter"), tag_of("container-title", "article-journal"), tag_of("medium", "song")
    ('BTI', 'JT', None)
    """
    tag = _TAG_BY_TYPE.get((csl_type, variable)) or _TAG_BY_TYPE.get(("", variable))
    return tag if tag and variable_of(tag, csl_type) == variable else None


def variable_of(tag: str, csl_type: str) -> str | None:
    """The variable of a tag in an item type; None if there is none.

    >>> variable_of("PL", "book"), variable_of("PL", "article-journal"), variable_of("MH", "book")
    ('publisher-place', None, None)
    """
    variable = _VARIABLE.get((csl_type, tag), _VARIABLE.get(("", tag)))
    return variable if variable in KINDS else None


def item_type(publication: str) -> tuple[int, str] | None:
    """The rank (the lower counts) and the item type that a publication type gives; None if it gives none."""
    return _TYPE_OF.get(publication.partition(" - ")[0].strip().casefold())


_ROWS = [(type_, row) for row in TAGS for type_ in (row.types.split() or [""])]
_TAG_BY_TYPE = {(type_, row.variable): row.tag for type_, row in reversed(_ROWS)}
_VARIABLE = {(type_, row.tag): row.variable for type_, row in _ROWS}
_TYPE_OF = {row.publication.casefold(): (rank, row.csl) for rank, row in enumerate(TYPES)}
PUBLICATION_TYPES = {row.csl: row.publication for row in reversed(TYPES)}
"""Item types and the publication type written for each."""
CODES = {code: marc for marc, code in LANGUAGES.items()}
"""CSL's language codes and MARC's."""
ORDER = {tag: place for place, tag in enumerate(dict.fromkeys(["PMID", "OWN", "STAT", *(row.tag for row in TAGS)]))}
"""The position of each tag in a record; other tags follow."""

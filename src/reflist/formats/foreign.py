"""Formats that cannot be read, recognised by their content so that a message can name them.

Each row describes how such files begin. A format that becomes readable is removed from this table.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from reflist.formats.sniffing import SNIFFED, XML_HEAD
from reflist.late import late


class Foreign(NamedTuple):
    """A format that cannot be read: its name, its name for users, and how its files begin.

    ``sure`` is how certain its signs are, on the scale of `reflist.formats.sniffing`.
    """

    name: str
    title: str
    matches: Callable[[str], object]
    sure: float = 0.95


def _search(pattern: re.Pattern[str]) -> Callable[[str], object]:
    """The same as the pattern's own method, but looking that up would compile the pattern."""

    def search(text: str) -> object:
        return pattern.search(text)

    return search


def _begins(pattern: str) -> Callable[[str], object]:
    """The text begins with the pattern, after a byte order mark and blank lines if any."""
    return _search(late(rf"\A\ufeff?\s*+(?:{pattern})"))


_TAG = late(r"\ufeff?\s*+<")


def _root(names: str, then: str = "") -> Callable[[str], object]:
    """XML whose root is one of these elements, with any prefix, followed by ``then``."""
    found = late(rf"{XML_HEAD}<(?:[\w.-]+:)?(?:{names})(?=[\s/>]){then}", re.DOTALL)
    return lambda text: _TAG.match(text) and found.search(text)


_OBJECT = late(r"\ufeff?\s*+(?:\[\s*+)?\{")


def _json(pattern: str) -> Callable[[str], object]:
    """JSON that has this pattern near the beginning."""
    found = late(pattern)
    return lambda text: _OBJECT.match(text) and found.search(text)


_LEADER = r".{0,4000}?<(?:\w+:)?leader>"
"""What every MARC record begins with, soon after the root."""

_KEY_BEFORE = late(r"\A\ufeff?(?>(?:(?:[#%][^\n]*+|---)?[ \t]*\n)*)[\w-]++:")


_TYPE_BELOW = r"(?:[ \t]++[^\n]*+\n){0,40}?[ \t]++type: *[\"']?[A-Za-z]"


def _yaml_with(key: str) -> Callable[[str], object]:
    """A YAML mapping that has a key."""
    found = late(rf"^{key}:", re.MULTILINE)
    return lambda text: _KEY_BEFORE.match(text) and found.search(text)


FOREIGN = (
    Foreign("html", "a saved web page (HTML)", _begins(r"(?i:(?:<!--[^>]*-->\s*)?<(?:!doctype html|html)\b)")),
    Foreign("bookmarks", "bookmarks of a browser", _begins(r"(?i:<!doctype netscape-bookmark)")),
    Foreign("rtf", "Rich Text Format", _begins(r"\{\\rtf")),
    # --- XML, by the root element
    Foreign("marcxml", "MARCXML", _root("collection|record", r"[^>]*MARC21")),
    Foreign("marcxml", "MARCXML", _root("collection|record|searchRetrieveResponse|OAI-PMH", _LEADER)),
    Foreign("mets", "METS", _root("mets")),
    Foreign("primo", "Primo's normalised records (PNX)", _root("record", r"[^>]*primo")),
    Foreign("crossrefxml", "Crossref XML", _root("doi_records|doi_batch|crossref_result|crossref")),
    Foreign("datacitexml", "DataCite XML", _root("resource", r"[^>]*datacite")),
    Foreign("pubmedxml", "PubMed XML", _root(r"Pubmed\w*+|MedlineCitation\w*+|eFetchResult")),
    Foreign("jats", "JATS", _root("article", r"[^>]*(?:dtd-version|article-type)")),
    Foreign("jats", "JATS", _root("pmc-articleset")),
    Foreign("tei", "TEI", _root("TEI|teiCorpus|listBibl|biblStruct")),
    Foreign("wordxml", "the bibliography of Word (XML)", _root("Sources", r"[^>]*bibliography")),
    Foreign("rdf", "RDF", _root("RDF")),
    Foreign("contextobject", "OpenURL context objects", _root("context-objects?")),
    Foreign("dublincore", "Dublin Core (XML)", _root("dc|dublin_core")),
    Foreign("ebixml", "Europe PMC's publications (XML)", _root("Publication", r"[^>]*Type")),
    Foreign("opendocument", "OpenDocument (LibreOffice)", _root(r"document(?:-content)?", r"[^>]*office")),
    Foreign("atom", "an Atom feed", _root("feed")),
    Foreign("cslstyle", "a citation style (CSL)", _root("style|locale", r"[^>]*xbiblio/csl")),
    # --- JSON, by a key or an address that no other format has
    Foreign("datacitejson", "DataCite JSON", _json(r'"resourceTypeGeneral"\s*:')),
    Foreign("openalexjson", "OpenAlex JSON", _json(r'"id"\s*:\s*"https://openalex\.org/')),
    Foreign("crossrefjson", "Crossref JSON", _json(r'"message-type"\s*:')),
    Foreign("zoterojson", "Zotero's own JSON (Better BibTeX JSON)", _json(r'"itemType"\s*:\s*"')),
    Foreign("bibjson", "BibJSON", _json(r'"journal"\s*:\s*\{\s*"(?:name|identifier)"|"_collection"\s*:')),
    Foreign("codemeta", "CodeMeta", _json(r'"@context"\s*:\s*\[?\s*"[^"]*codemeta')),
    Foreign("schemaorg", "schema.org (JSON-LD)", _json(r'"@context"\s*:\s*\[?\s*"https?://(?:www\.)?schema\.org')),
    # --- YAML
    Foreign("cff", "Citation File Format", _yaml_with("cff-version")),
    Foreign(
        "hayagriva",
        "Hayagriva (YAML)",
        _begins(r"(?>(?:#[^\n]*\n|---\s*\n|\s)*)[^\s#:-][^\n:]*+:[ \t]*\n" + _TYPE_BELOW),
        0.6,
    ),
    # --- tagged text
    Foreign("wos", "Web of Science tagged text", _begins(r"(?:FN |PT [A-Z]\n)"), 0.7),
    Foreign("marc21", "MARC 21", _begins(r"\d{5}[a-z ]{3}[ a-z]{2}22\d{5}")),
    Foreign("refworks", "RefWorks tagged text", _begins(r"(?i:RefWorks Export)|RT [A-Z][^\n]*\n[A-Z][A-Z0-9] ")),
    Foreign("ovidtagged", "Ovid tagged text", _begins(r"<\d{1,9}\.? ?>[ \t]*\n"), 0.6),
    Foreign("copac", "Copac's tagged text", _begins(r"(?:[A-Z]{2}- [^\n]*\n\s*){3}"), 0.6),
    Foreign("biblioscape", "Biblioscape tagged text", _begins(r"--[A-Z]{2}-- ")),
    Foreign("inspec", "Inspec's text", _begins(r"Record [^\n]*INSPEC")),
    Foreign("repec", "RePEc (NEP or ReDIF)", _begins(r"(?:nep\.repec\.org|Template-Type: *ReDIF)")),
    Foreign("bibtxt", "Bib.TXT", _begins(r"\[[^\]\n]*\]\n(?:\s*\[[^\]\n]*\]\n)*[ \t]+[a-z]+: "), 0.6),
    Foreign("org", "Org", _begins(r"(?i:#\+[a-z_]+:|:properties:)")),
    Foreign(
        "wikipedia", "templates of Wikipedia", _begins(r"(?:[*#]\s*)?(?:<ref[^>]*>)?\{\{(?i:cite|citation)\b"), 0.6
    ),
    # --- any other XML with a declaration
    Foreign("xml", "XML of a kind that is not known", _begins(r"<\?xml\s"), 0.5),
)
"""The formats. Of rows that are equally certain, the first counts."""

IN_JSON = [row for row in FOREIGN if "json" in row.name or row.name in ("codemeta", "schemaorg")]
"""The formats in JSON: no other begins like an array of objects."""

_OBJECTS = late(r"\ufeff?\s*+\[\s*+\{\s*+\"")

_ARCHIVE_END = 65_536
"""How much of the end of a ZIP archive is searched: it lists its files there."""

ARCHIVES = (
    (b"xl/workbook", "an Excel workbook (xlsx)"),
    (b"word/document", "a Word document (docx)"),
    (b"opendocument", "OpenDocument (LibreOffice)"),
    (b".ctv", "a Citavi project"),
    (b"citavi", "a Citavi project"),
)
"""Names of files in ZIP archives, and the formats of those archives."""

BINARIES = (
    (b"SQLite format 3\0", "a database (SQLite), such as that of Zotero or Mendeley"),
    (b"%PDF-", "a PDF"),
)
"""How other binary files begin, and what they are."""

ALTERNATIVES = {
    "a PDF": "read its text (pdftotext gives it)",
    "a Word document (docx)": "save it as plain text, or paste the list from it",
    "OpenDocument (LibreOffice)": "save it as plain text, or paste the list from it",
    "Rich Text Format": "save it as plain text, or paste the list from it",
    "a saved web page (HTML)": "save it as plain text, or paste what it shows",
    "an Excel workbook (xlsx)": "save the sheet as CSV",
    "a database (SQLite), such as that of Zotero or Mendeley": "export the references from the program",
    "a Citavi project": "export the references from the program",
}
"""What users can do instead, by title, if another program can convert the format."""


def recognise(text: str) -> Foreign | None:
    """The format that the text looks like, of those that cannot be read; None if it looks like none.

    >>> recognise("cff-version: 1.2.0").title
    'Citation File Format'
    """
    head = text[:SNIFFED]
    rows = IN_JSON if _OBJECTS.match(head) else FOREIGN
    return max((row for row in rows if row.matches(head)), key=lambda row: row.sure, default=None)


def recognise_binary(data: bytes) -> str:
    r"""What kind of file bytes that are not text are from, in words; empty if unknown.

    >>> recognise_binary(b"PK\x03\x04 ... xl/workbook.xml")
    'an Excel workbook (xlsx)'
    """
    if data.startswith(b"PK\x03\x04"):
        listed = data[:SNIFFED] + data[-_ARCHIVE_END:]
        return next((title for sign, title in ARCHIVES if sign in listed), "")
    if found := next((title for sign, title in BINARIES if data.startswith(sign)), ""):
        return found
    known = recognise(data[:SNIFFED].decode("latin-1"))
    return known.title if known else ""

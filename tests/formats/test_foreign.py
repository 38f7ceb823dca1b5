"""Formats that cannot be read, recognised by their content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats.foreign import FOREIGN, recognise, recognise_binary

SAMPLES = [
    ("<!DOCTYPE html>\n<html><head>", "html"),
    ("\n<!-- saved --> <html><body>", "html"),
    ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>", "bookmarks"),
    (r"{\rtf1\ansi", "rtf"),
    ('<collection xmlns="http://www.loc.gov/MARC21/slim">', "marcxml"),
    ("<zs:searchRetrieveResponse>\n<zs:records><record>\n<leader>00864naa</leader>", "marcxml"),
    ('<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/">', "mets"),
    ('<record xmlns="http://www.exlibrisgroup.com/xsd/primo/primo_nm_bib">', "primo"),
    ('<doi_records>\n<doi_record owner="10.9999">', "crossrefxml"),
    ('<resource xmlns="http://datacite.org/schema/kernel-4">', "datacitexml"),
    ('<?xml version="1.0"?><!DOCTYPE PubmedArticleSet><PubmedArticleSet>', "pubmedxml"),
    ("<PubmedArticle>\n<MedlineCitation>", "pubmedxml"),
    ('<article article-type="research-article">', "jats"),
    ("<pmc-articleset><article>", "jats"),
    ('<TEI xmlns="http://www.tei-c.org/ns/1.0">', "tei"),
    ('<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">', "wordxml"),
    ('<rdf:RDF\n xmlns:z="http://www.zotero.org/namespaces/export#">', "rdf"),
    ("<ctx:context-objects xmlns:ctx='info:ofi/fmt:xml:xsd:ctx'>", "contextobject"),
    ("<oai_dc:dc><dc:title>", "dublincore"),
    ('\ufeff<?xml version="1.0"?>\n<Publication Type="JournalArticle">', "ebixml"),
    ('<office:document-content xmlns:office="http://openoffice.org/2000/office">', "opendocument"),
    ('<feed xmlns="http://www.w3.org/2005/Atom">', "atom"),
    ('<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">', "cslstyle"),
    ('<?xml version="1.0"?><other/>', "xml"),
    ('{"id": "x", "types": {"resourceTypeGeneral": "Text"}}', "datacitejson"),
    ('{"meta": {}, "results": [{"id":"https://openalex.org/W1"}]}', "openalexjson"),
    ('{"status":"ok","message-type":"work"}', "crossrefjson"),
    ('[{"itemType": "book"}]', "zoterojson"),
    ('{"title": "x", "journal": {"name": "Things"}}', "bibjson"),
    ('{"@context": "https://doi.org/10.5063/schema/codemeta-2.0"}', "codemeta"),
    ('{"@context": "https://schema.org", "@type": "Book"}', "schemaorg"),
    ("cff-version: 1.2.0\n", "cff"),
    ("# YAML\n---\nabstract: x\nreferences:\n  - type: book\ncff-version: '1.2.0'\n", "cff"),
    ("# a comment\nkey:\n  title: x\n  type: Article\n", "hayagriva"),
    ("FN Clarivate Analytics\nVR 1.0\n", "wos"),
    ("PT J\nAU Doe, J\n", "wos"),
    ("00714cam a2200205 a 4500", "marc21"),
    ("RT Journal Article\nID 271\n", "refworks"),
    ("Refworks Export Tagged Format\n", "refworks"),
    ("<1. >\nVN  - Ovid Technologies\n", "ovidtagged"),
    ("<3>\nAuthor\n  Doe, J.\n", "ovidtagged"),
    ("TI- Plain things\n\nAU- Doe, J\nPY- 2001\n", "copac"),
    ("--AU-- Doe\n--RT-- article\n", "biblioscape"),
    ("Record 1 of 2 - INSPEC\n", "inspec"),
    ("nep.repec.org\n\n1. A title\n", "repec"),
    ("Template-Type: ReDIF-Paper 1.0\n", "repec"),
    ("[Doe86]\n    author: Doe\n", "bibtxt"),
    ("#+TITLE: Notes\n", "org"),
    ("* {{cite book |title=Plain things}}\n", "wikipedia"),
    ("Doe, J. (2001) A title.", None),
    ("[1] Doe, J. (2001) A title.\n    Pages: 1-2\n", None),
    ("References:\n  Doe, J. (2001) A type: theory and practice.\n", None),
    ("mail me @ home (work)", None),
    ("%PDF-1.4 \n%x", None),
]


@pytest.mark.parametrize(("text", "name"), SAMPLES)
def test_what_cannot_be_read_is_recognised(text: str, name: str | None) -> None:
    found = recognise(text)
    assert (found and found.name) == name


def test_every_row_has_a_sample() -> None:
    assert {row.name for row in FOREIGN} == {name for _, name in SAMPLES} - {None}
    for row in FOREIGN:
        assert any(row.matches(text) for text, name in SAMPLES if name == row.name), row


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"PK\x03\x04" + b"\0" * 99 + b"xl/workbook.xml", "an Excel workbook (xlsx)"),
        (b"PK\x03\x04" + b"\0" * 200_000 + b"word/document.xml", "a Word document (docx)"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument (LibreOffice)"),
        (b"PK\x03\x04\0\0project.ctv6", "a Citavi project"),
        (b"PK\x03\x04\0\0unknown", ""),
        (b"SQLite format 3\0\x10\0", "a database (SQLite), such as that of Zotero or Mendeley"),
        (b"00714cam a2200205 a 4500\x1e\x1f\0", "MARC 21"),
        (b"%PDF-1.4\0", "a PDF"),
        (b"\x89PNG\0", ""),
    ],
)
def test_binary_formats_have_names(data: bytes, title: str) -> None:
    assert recognise_binary(data) == title


@given(st.text(st.sampled_from("{[<?!-@:% \n\tTYa1\"',#*")))
def test_any_text_is_looked_at(text: str) -> None:
    recognise(text * 20)


def test_what_begins_a_file_is_looked_for_there_only() -> None:
    assert recognise("TY  - JOUR\nTI  - THE HEART OF THE MATTER\nAU  - Greene, G\nER  - \n") is None

"""What a page labels: ``DOI: 10...``, ``Pages29-39``, a label with its value on the next line; the line of an issue."""

import re
from enum import Enum
from typing import NamedTuple

from reflist.grammar.dates import MONTH


class Field(Enum):
    """What a label says its value is."""

    DOI = "doi"
    PAGES = "pages"
    AUTHORS = "authors"
    ISSUE_DATE = "issue date"  # of the printed issue
    DATE = "date"  # of publication
    ONLINE_DATE = "online date"
    HISTORY = "history"  # received, revised, accepted: not a date of publication
    VOLUME = "volume"
    ISSUE = "issue"
    JOURNAL = "journal"
    TITLE = "title"
    ISSN = "issn"
    EISSN = "eissn"
    ISBN = "isbn"
    PUBLISHER = "publisher"
    COPYRIGHT = "copyright"
    URL = "url"
    TYPE = "type"
    SUBJECT = "subject"
    AFFILIATION = "affiliation"
    LANGUAGE = "language"
    LICENSE = "license"
    KEYWORDS = "keywords"
    OTHER = "other"  # known, and no bibliographic detail


LABELS: dict[Field, str] = {
    Field.DOI: "doi; digital object identifier; identification number (doi); cite this article; article doi",
    Field.PAGES: "pages; page; page(s); page range; page numbers; pp; pp.; seiten; páginas",
    Field.AUTHORS: "author; authors; author(s); creator; creators; autor; autoren; auteur; auteurs; autores",
    Field.ISSUE_DATE: "issue published; published in print; print publication date; issue date; cover date; "
    "published in issue",
    Field.DATE: "date; published date; publication date; date published; date of publication; published; year; "
    "publication year; year of publication; publish date; publication; datum; erscheinungsdatum; veröffentlicht; "
    "date de parution; dc.date.issued; pub. date",
    Field.ONLINE_DATE: "published online; first published; first published online; available online; "
    "article first published online; online publication date; first online; version of record online; epub; "
    "online published; online erschienen; mise en ligne",
    Field.HISTORY: "received; revised; accepted; received date; accepted date; manuscript received; "
    "accepted for publication; received in revised form; revision received; date submitted",
    Field.VOLUME: "volume; vol; vol.; band; tome",
    Field.ISSUE: "issue; number; issue number; no.; heft; numéro; número",
    Field.JOURNAL: "journal; journal title; journal or publication title; publication title; published in; "
    "journal name; zeitschrift; revue; revista",
    Field.TITLE: "title; article title; titel; titre; título; dc.title",
    Field.ISSN: "issn; print issn; issn (print); p-issn; issn: print",
    Field.EISSN: "eissn; e-issn; online issn; electronic issn; issn (online); issn (electronic)",
    Field.ISBN: "isbn; isbn-13; isbn-10; print isbn; isbn (print)",
    Field.PUBLISHER: "publisher; published by; publisher name; verlag; éditeur; editorial; dc.publisher",
    Field.COPYRIGHT: "copyright; copyright information; copyright holder; rights",
    Field.URL: "url; uri; permalink; persistent link; stable url; item url; persistent url; article url; "
    "official url; handle; dc.identifier.uri",
    Field.TYPE: "type; article type; item type; document type; publication type; content type; dc.type",
    Field.SUBJECT: "subject matter; subject; subjects; topics; divisions; schools/departments; subject area",
    Field.AFFILIATION: "affiliation; affiliations; author affiliation; author affiliations",
    Field.LANGUAGE: "language; sprache; langue; idioma; dc.language",
    Field.LICENSE: "license; licence",
    Field.KEYWORDS: "keywords; uncontrolled keywords; author keywords; key words; index terms; subject headings",
    Field.OTHER: "depositing user; date deposited; last modified; deposited on; id code; status; refereed; "
    "peer reviewed; funders; sponsors; contact; e-mail; email; editor-in-chief; additional information; related url; "
    "extent; format; appears in collections; files; size; editorial board; frequency; indexed in; impact factor",
}
"""The labels of each field, without regard to case."""

_FIELDS = {label.strip(): field for field, labels in LABELS.items() for label in labels.split(";")}
_LABEL = "|".join(sorted(map(re.escape, _FIELDS), key=len, reverse=True))
_BULLET = r"(?:[•·*–-]\s+)?"
_PARTED = re.compile(
    rf"{_BULLET}(?P<label>{_LABEL})(?: by (?P<publisher>[^:]{{3,60}}))?\s?:\s*(?P<value>.*)", re.IGNORECASE
)
_SPACED = re.compile(
    rf"{_BULLET}(?P<label>{_LABEL})\s+(?P<value>(?:https?://|10\.\d|{MONTH}\s+\d|[A-Z]\w+day,|\(?©).*|\d[^:]{{0,60}})",
    re.IGNORECASE,
)
_GLUED = re.compile(
    rf"(?P<label>{'|'.join(re.escape(label.capitalize()) for label in _FIELDS)}|DOI|ISSN|EISSN|ISBN|URL|URI"
    r"|Subject Matter|Published Date)"
    rf"(?P<value>(?:https?://|10\.\d|\d|[A-ZÀ-Þ]).*)"
)
_NEXT = re.compile(rf"(?:\s*\|\s*|[;,]\s+)(?=(?:{_LABEL})\b\s?(?::|\d|{MONTH}\s))", re.IGNORECASE)
_LONGEST = 400
LONGEST_DETAIL = 200
"""A longer line below an abstract belongs to it."""

TELLING = frozenset(Field) - {Field.TITLE, Field.AUTHORS, Field.AFFILIATION, Field.PAGES, Field.VOLUME, Field.ISSUE}
"""Fields whose labels with a colon end an abstract; the others may stand in it as words."""


class Labelled(NamedTuple):
    """A field, its value as printed (empty where the label stands alone), and the publisher named between them."""

    field: Field
    value: str
    publisher: str = ""


def read_all_labelled(text: str) -> list[Labelled]:
    """What a line labels, each part of it: ``Received 12 Jan 2008, Published online: 15 Apr 2009``."""
    parts = _NEXT.split(text) if len(text) <= _LONGEST else [text]
    return [labelled for part in parts if (labelled := read_labelled(part))]


def tells_of_paper(text: str) -> bool:
    """Whether a line below an abstract labels a detail of the paper with a colon: ``Item Type: Article``."""
    labelled = read_labelled(text) if ":" in text[:40] else None
    return labelled is not None and labelled.field in TELLING and len(text) <= LONGEST_DETAIL


def read_labelled(text: str) -> Labelled | None:
    """What a line labels; None where it labels nothing.

    >>> read_labelled("Pages29-39"), read_labelled("DOIhttps://doi.org/10.1/x").value, read_labelled("Dating violence")
    (Labelled(field=<Field.PAGES: 'pages'>, value='29-39', publisher=''), 'https://doi.org/10.1/x', None)
    """
    if not text or len(text) > _LONGEST:
        return None
    if found := _PARTED.fullmatch(text):
        return Labelled(_FIELDS[found["label"].casefold()], found["value"], (found["publisher"] or "").strip())
    if field := _FIELDS.get(text.casefold()):
        return Labelled(field, "")
    if found := _SPACED.fullmatch(text) or _GLUED.fullmatch(text):
        return Labelled(_FIELDS[found["label"].casefold()], found["value"])
    return None


_VOLUME = re.compile(r"\bvol(?:ume|\.)?\s?:?\s*(?P<volume>\d+\w*)", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:issue|iss\.|no\.|number|part)\s?:?\s*(?P<issue>\d+(?:\s?[-–/]\s?\d+)?)", re.IGNORECASE)
_PAGES = re.compile(
    r"\b(?:pp?\.?|pages?|page\(s\)):?\s*(?P<pages>[A-Za-z]?\d+(?:\s?[-–]\s?[A-Za-z]?\d+)?)", re.IGNORECASE
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"\b(?:{_YEAR}-\d\d-\d\d|\d{{1,2}}\s{MONTH},?\s{_YEAR}|{MONTH}\s\d{{1,2}},?\s{_YEAR}|(?:{MONTH}[\s/–-]*)*{_YEAR})\b"
    r"(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)


def find_date(text: str) -> str:
    """The first date printed in a value, as printed; empty where there is none."""
    found = _DATE.search(text)
    return found[0] if found else ""


class IssueLine(NamedTuple):
    """What a line such as ``Volume 1 Issue 3 November 2006`` says: each part as printed, or empty."""

    journal: str
    volume: str
    issue: str
    pages: str
    date: str


def read_issue_line(text: str) -> IssueLine | None:
    """Read the line of a journal's issue; None where it is none.

    >>> read_issue_line("Policy Sciences volume 4, pages155–169 (1973)")
    IssueLine(journal='Policy Sciences', volume='4', issue='', pages='155–169', date='1973')
    """
    found = _VOLUME.search(text) if len(text) <= _LONGEST else None
    if not found:
        return None
    rest = text[found.end() :]
    issue, pages, date = _ISSUE.search(rest), _PAGES.search(rest), find_date(_PAGES.sub("|", _ISSUE.sub("|", rest)))
    if not (issue or pages or date):
        return None
    journal = text[: found.start()].strip(" ,;:|-–•(")
    return IssueLine(
        journal,
        found["volume"],
        issue["issue"] if issue else "",
        pages["pages"] if pages else "",
        date,
    )

"""Labelled details on a page, ``DOI: 10...``, ``Pages29-39``, a label with its value on the next line; issue lines."""

import re
from enum import Enum
from typing import NamedTuple

from reflist.grammar.dates import MONTH
from reflist.late import late


class Field(Enum):
    """The meaning of a labelled value."""

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
    CITATION = "citation"  # of the paper itself
    OTHER = "other"  # a known label that is no bibliographic detail


LABELS: dict[Field, str] = {
    Field.DOI: "doi; digital object identifier; identification number (doi); cite this article; article doi",
    Field.PAGES: "pages; page; page(s); article number; article no.; page range; page numbers; pp; pp.; "
    "seiten; páginas",
    Field.AUTHORS: "author; authors; author(s); creator; creators; authors/creators; creators/authors; autor; autoren; "
    "auteur; auteurs; autores; dc.contributor.author; dc.creator",
    Field.ISSUE_DATE: "issue published; published in print; print publication date; issue publication date; "
    "issue date; cover date; published in issue",
    Field.DATE: "date; published date; publication date; date published; date of publication; published; year; "
    "publication year; year of publication; publish date; publication; datum; erscheinungsdatum; veröffentlicht; "
    "date de parution; dc.date.issued; pub. date; date written",
    Field.ONLINE_DATE: "published online; first published; first published online; available online; "
    "article first published online; online publication date; first online; version of record online; epub; "
    "online published; online erschienen; mise en ligne; mis en ligne le; published (online); posted; "
    "article publication date",
    Field.HISTORY: "received; revised; accepted; received date; accepted date; manuscript received; "
    "accepted for publication; received in revised form; revision received; date submitted; last revised",
    Field.VOLUME: "volume; vol; vol.; band; tome; jahrgang",
    Field.ISSUE: "issue; number; issue number; no.; heft; numéro; número",
    Field.JOURNAL: "journal; journal title; journal or publication title; publication title; published in; "
    "journal name; journal/publication title; zeitschrift; revue; revista; erschienen in; dc.relation.ispartof",
    Field.TITLE: "title; article title; titel; titre; título; dc.title",
    Field.ISSN: "issn; print issn; issn (print); p-issn; issn: print",
    Field.EISSN: "eissn; e-issn; online issn; electronic issn; issn (online); issn (electronic)",
    Field.ISBN: "isbn; isbn-13; isbn-10; print isbn; isbn (print)",
    Field.PUBLISHER: "publisher; published by; publisher name; verlag; éditeur; editorial; dc.publisher",
    Field.COPYRIGHT: "copyright; copyright information; copyright holder; rights; "
    "copyright, publisher and additional information",
    Field.URL: "url; uri; permalink; persistent link; stable url; item url; persistent url; article url; "
    "please use this identifier to cite or link to this item; official url; handle; "
    "dc.identifier.uri; published version; link to published version; stable url",
    Field.TYPE: "type; article type; item type; document type; publication type; content type; dc.type",
    Field.SUBJECT: "subject matter; subject; subjects; topics; divisions; schools/departments; subject area",
    Field.AFFILIATION: "affiliation; affiliations; author affiliation; author affiliations",
    Field.LANGUAGE: "language; sprache; langue; idioma; dc.language",
    Field.LICENSE: "license; licence",
    Field.KEYWORDS: "keywords; uncontrolled keywords; author keywords; key words; index terms; subject headings",
    Field.CITATION: "citation; to cite this article; to cite this paper; to cite this document; to cite this chapter; "
    "how to cite; how to cite this article; cite this article as; cite as; cite this as; suggested citation; "
    "recommended citation; full citation; bibliographic citation; pour citer cet article; zitiervorschlag; "
    "zitationsvorschlag; como citar",
    Field.OTHER: "depositing user; date deposited; last modified; deposited on; id code; status; refereed; "
    "peer reviewed; funders; sponsors; contact; e-mail; email; editor-in-chief; additional information; related url; "
    "extent; format; appears in collections; files; size; editorial board; frequency; indexed in; impact factor; "
    "editor; handling editor; academic editor; associate editor; guest editor; section editor; reviewed by; "
    "issue section; section; academic units; institution; dates; metadata; jel classification; funding",
}
"""The labels of each field, regardless of case."""

_FIELDS = {label.strip(): field for field, labels in LABELS.items() for label in labels.split(";")}
_CAPITALISED = frozenset(
    (*map(str.capitalize, _FIELDS), "DOI", "ISSN", "EISSN", "ISBN", "URL", "URI", "Subject Matter", "Published Date")
)
"""The labels that a value may be glued to; in lower case these would be words in a sentence."""

_LONGEST_LABEL = max(map(len, _FIELDS))
_BULLET = re.compile(r"[•·*–-]\s+")
_BY = re.compile(r"(?P<label>.+?) by (?P<publisher>.{3,60})")
_SPACE = re.compile(r"\s+")
_TELLING_VALUE = re.compile(rf"(?:https?://|10\.\d|{MONTH}\s+\d|[A-Z]\w+day,|\(?©).*|\d[^:]{{0,60}}", re.IGNORECASE)
"""The form of a value after a label without a colon."""

_GLUED_VALUE = re.compile(r"(?:https?://|10\.\d|\d|[A-ZÀ-Þ]).*")
_BETWEEN = re.compile(r"\s*\|\s*|[;,]\s+")
_AFTER_LABEL = late(rf"\b\s?(?::|\d|{MONTH}\s)", re.IGNORECASE)
_LONGEST = 400
LONGEST_DETAIL = 200
"""A longer line below an abstract belongs to the abstract."""

TELLING = frozenset(Field) - {Field.TITLE, Field.AUTHORS, Field.AFFILIATION, Field.PAGES, Field.VOLUME, Field.ISSUE}
"""Fields whose labels, with a colon, end an abstract; the other labels may be words in it."""


class Labelled(NamedTuple):
    """A field, its value as printed (empty if the label is alone), and the publisher named between them."""

    field: Field
    value: str
    publisher: str = ""


def read_all_labelled(text: str) -> list[Labelled]:
    """The labelled values of a line, part by part: ``Received 12 Jan 2008, Published online: 15 Apr 2009``."""
    parts = _parts(text) if len(text) <= _LONGEST else [text]
    return [labelled for part in parts if (labelled := read_labelled(part))]


def _parts(text: str) -> list[str]:
    """A line divided before each label that has a value."""
    parts, begin = [], 0
    for between in _BETWEEN.finditer(text):
        start = between.end()
        if any(_AFTER_LABEL.match(text, end) for end, _ in _labels_at(text, start)):
            parts.append(text[begin : between.start()])
            begin = start
    return [*parts, text[begin:]]


def _labels_at(text: str, start: int) -> list[tuple[int, Field]]:
    """The possible ends of a label that begins here, each with its field; the longest first."""
    small = text[start : start + _LONGEST_LABEL].replace("İ", "i").lower()  # the only letter that would become two
    return [(start + end, _FIELDS[small[:end]]) for end in range(len(small), 1, -1) if small[:end] in _FIELDS]


def tells_of_paper(text: str) -> bool:
    """Whether a line below an abstract labels a detail of the paper with a colon: ``Item Type: Article``."""
    labelled = read_labelled(text) if ":" in text[:40] else None
    return labelled is not None and labelled.field in TELLING and len(text) <= LONGEST_DETAIL


def read_labelled(text: str) -> Labelled | None:
    """The labelled value of a line; None if it has no label.

    >>> read_labelled("Pages29-39"), read_labelled("DOIhttps://doi.org/10.1/x").value, read_labelled("Dating violence")
    (Labelled(field=<Field.PAGES: 'pages'>, value='29-39', publisher=''), 'https://doi.org/10.1/x', None)
    """
    if not text or len(text) > _LONGEST:
        return None
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    if split := _read_split(text[start:]):
        return split
    if field := _FIELDS.get(text.casefold()):
        return Labelled(field, "")
    return _read_spaced(text, start) or _read_glued(text)


def _read_split(text: str) -> Labelled | None:
    """A label, possibly ``by`` a publisher, and its value after a colon."""
    for colon in (text.rfind(":", 0, _LONGEST_LABEL), text.find(":")):  # a label may contain a colon: ``ISSN: print``
        if colon > 0 and (field := _FIELDS.get(_bare(text[:colon]))):
            return Labelled(field, text[colon + 1 :].lstrip())
    label, colon_mark, value = text.partition(":")
    found = _BY.fullmatch(label.strip()) if colon_mark else None
    if found and (field := _FIELDS.get(_bare(found["label"]))):
        return Labelled(field, value.lstrip(), found["publisher"])
    return None


def _bare(label: str) -> str:
    return label.strip().casefold()


def _read_spaced(text: str, start: int) -> Labelled | None:
    """A label, white space, and an unmistakable value: an address, a date, a number."""
    for end, field in _labels_at(text, start):
        space = _SPACE.match(text, end)
        if space and _TELLING_VALUE.fullmatch(text, space.end()):
            return Labelled(field, text[space.end() :])
    return None


def _read_glued(text: str) -> Labelled | None:
    """A label with a capital letter, and its value glued to it."""
    for end, field in _labels_at(text, 0):
        if text[:end] in _CAPITALISED and _GLUED_VALUE.fullmatch(text, end):
            return Labelled(field, text[end:])
    return None


_NUMBER = r"\d+(?:\s?[-–/]\s?\d+)?"
_VOLUME = re.compile(
    r"\b(?:vol(?:ume|\.)?\s?:?|jahrgang|jg\.|band|bd\.|tome)\s?(?P<volume>\d+\w*)"
    r"|\b(?P<before>\d+)\.\s?(?:Jg\.|Jahrgang)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"\b(?<!article )(?:issue|iss\.|no\.|number|part|heft|nr\.|n[°º]|numéro)\s?:?\s*(?P<issue>{_NUMBER})",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?:pp?\.?|pages?|page\(s\)|(?-i:S\.)|seiten|article (?:number|no\.)):?\s*"
    r"(?P<pages>[A-Za-z]?\d+(?:\s?(?:[-–]|(?:à|to|bis)(?=\s))\s?[A-Za-z]?\d+)?)",
    re.IGNORECASE,
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"\b(?:{_YEAR}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}|\d{{1,2}}\s{MONTH},?\s{_YEAR}"
    rf"|{MONTH}\s\d{{1,2}},?\s{_YEAR}"
    rf"|(?:{MONTH},?[\s/–-]*)*{_YEAR})\b"
    r"(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)


def find_date(text: str) -> str:
    """The first date in a value, as printed; empty if there is none."""
    found = _DATE.search(text)
    return found[0] if found else ""


def find_issn(text: str) -> str:
    """The first labelled ISSN of a line; empty if there is none."""
    found = _ISSN.search(text)
    return found["issn"] if found else ""


_ISSN = re.compile(r"\bISSN:?\s*(?P<issn>\d{4}-\d{3}[\dXx])\b")


class IssueLine(NamedTuple):
    """The parts of a line such as ``Volume 1 Issue 3 November 2006``, each as printed, or empty."""

    journal: str
    volume: str
    issue: str
    pages: str
    date: str


_OF_YEAR = re.compile(rf"\b(?P<date>{_YEAR})/(?P<part>\d+)(?=\s*\(|,|$)(?:\s*\((?i:n[°º])\s?(?P<issue>\d+)\))?")
"""A French issue: ``2012/3 (Vol. 53)``, ``2014/2 (n° 24)``."""

_IN_FIGURES = re.compile(
    r"(?P<journal>[^\W\d_].{2,100}?),?\s(?P<volume>\d{1,4})\s?(?:\((?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\)\s?)?"
    rf"(?:\((?P<date>{_YEAR})\),?\s|[,:]\s?)(?P<pages>[A-Za-z]?\d+\s?[-–]\s?[A-Za-z]?\d+)(?:\s?\((?P<year>{_YEAR})\))?"
)
"""A running head: ``Journal of Applied Geography 44 (2019) 101–118``."""

_LEAD = re.compile(r"(?:published in|erschienen in|in:|dans)\s|numéro$", re.IGNORECASE)


def read_issue_line(text: str) -> IssueLine | None:
    """Read the line of a journal's issue; None if it is none.

    >>> read_issue_line("Policy Sciences volume 4, pages155–169 (1973)")
    IssueLine(journal='Policy Sciences', volume='4', issue='', pages='155–169', date='1973')
    >>> read_issue_line("Town Studies 44 (2019) 101–118")
    IssueLine(journal='Town Studies', volume='44', issue='', pages='101–118', date='2019')
    """
    if len(text) > _LONGEST:
        return None
    if figures := _IN_FIGURES.fullmatch(text):
        parts = figures.groupdict(default="")
        date = parts["date"] or parts["year"]
        return IssueLine(parts["journal"], parts["volume"], parts["issue"], parts["pages"], date) if date else None
    volume, issue, pages = _VOLUME.search(text), _OF_YEAR.search(text) or _ISSUE.search(text), _PAGES.search(text)
    found = [part for part in (volume, issue, pages) if part]
    is_of_year = issue is not None and issue.re is _OF_YEAR
    if not (volume or is_of_year or (issue and pages and issue.start() == 0)):
        return None
    begin = min(part.start() for part in found)
    date = _issue_date(text, begin, issue)
    if not (issue or pages or date):
        return None
    return IssueLine(
        _LEAD.sub("", text[:begin].strip(" ,;:|-–•("), count=1) if _HAS_LETTER.search(text[:begin]) else "",
        (volume["volume"] or volume["before"]) if volume else "",
        (issue["issue"] or issue["part"] if is_of_year else issue["issue"]) if issue else "",
        pages["pages"] if pages else "",
        date,
    )


_HAS_LETTER = re.compile(r"[^\W\d_]{2}")


def _issue_date(text: str, begin: int, issue: re.Match[str] | None) -> str:
    if issue and issue.re is _OF_YEAR:
        return issue["date"]
    return find_date(_PAGES.sub("|", _ISSUE.sub("|", text[begin:])))

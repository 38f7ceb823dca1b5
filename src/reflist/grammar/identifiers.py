"""Identifiers as printed, alone or in a URL: DOI, ISBN, PMID, arXiv, command papers, papers of Parliament.

Each reader takes a printed string and gives the normalised value, or an empty string if there is none, so that two
ways of printing one identifier compare equal. Nothing is looked up.
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from reflist.late import late

_DASHES = str.maketrans("‐‑‒–—−", "------")

SICI = r"[^\s\"<>?#]+<\d+::?[^\s\"<>]{1,20}>[^\s\"<>?#]+"
"""What a DOI holds that a serial item's identifier made (ANSI/NISO Z39.56): ``(199604)11:2<75::AID-X>3.0.CO;2-G``."""

_DOI = late(rf"(?<![\w.])10\.\d{{4,9}}/(?:{SICI}|[^\s\"<>?#]+)", re.IGNORECASE)
_DOI_CLOSERS = {")": "(", "]": "[", "}": "{"}

_ISBN = late(r"(?<![\d-])(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx](?![\d-])")

_ARXIV = late(
    r"(?:arxiv[:\s./]*(?:org/)?(?:abs/|pdf/)?)(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?",
    re.IGNORECASE,
)
_BARE_ARXIV = late(r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)

_PMID = late(r"(?:pmid[:\s]*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/|^)(?P<id>[1-9]\d{0,7})(?!\w)", re.IGNORECASE)
_PMCID = late(r"(?<![a-z])pmc[:\s]*(?P<id>\d{3,8})(?!\d)", re.IGNORECASE)

_COMMAND_PAPER = late(
    r"(?<![A-Za-z])(?P<series>(?:C|c)(?:mnd|md|m)|CM(?:ND|D)?|Cd|CP)\.?[\s_-]?(?P<number>\d{3,4})(?![\d.]\d|\d)"
)
_COMMAND_FOLDER = late(r"/cm(?P<start>\d\d)/(?P<number>(?P=start)\d\d)(?!\d)", re.IGNORECASE)

_HOUSE_PAPER = late(
    r"(?<![A-Za-z])(?P<house>HC|HL)(?:\s+Paper)?\s*"
    r"(?:\((?P<before>\d{4}-\d{2,4})\)\s*)?(?P<number>\d{1,4}(?:-[IVX]+)?)(?!\d)"
    r"(?:[\s,(]*(?:Session\s+)?(?P<after>\d{4}-\d{2,4}))?",
)

_URL_NUMBER = late(r"(?<![0-9A-Za-z])\d{4,8}(?![0-9A-Za-z])")
_YEAR = late(r"1[5-9]\d\d|20\d\d")


class Identifier(NamedTuple):
    """The kind of an identifier, in plain words, and its normalised value."""

    kind: str
    value: str


def read_doi(printed: str) -> str:
    """A DOI in lower case, without resolver, label or punctuation after it (ISO 26324: case does not count).

    >>> read_doi("https://doi.org/10.1108/17466660200600021."), read_doi("DOI: 10.1002/(SICI)1097-4571")
    ('10.1108/17466660200600021', '10.1002/(sici)1097-4571')
    """
    found = _DOI.search(unquote(printed) if "%" in printed else printed)
    if not found:
        return ""
    value = found[0].lower().rstrip(".,;:'’”")
    while value[-1:] in _DOI_CLOSERS and value.count(value[-1]) > value.count(_DOI_CLOSERS[value[-1]]):
        value = value[:-1].rstrip(".,;:'’”")
    return value if value.partition("/")[2] else ""


def read_isbn(printed: str) -> str:
    """An ISBN as thirteen digits; empty if its check digit is wrong (ISO 2108).

    >>> read_isbn("ISBN 0-19-852663-6"), read_isbn("978 0 19 852663 6"), read_isbn("0-19-852663-7")
    ('9780198526636', '9780198526636', '')
    """
    found = _ISBN.search(printed.translate(_DASHES))
    digits = re.sub(r"[\s-]", "", found[0]).upper() if found else ""
    if len(digits) == 13 and digits.isdecimal() and _check_digit(digits[:12]) == digits[12]:
        return digits
    if len(digits) == 10 and sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits)) % 11 == 0:
        core = "978" + digits[:9]
        return core + _check_digit(core)
    return ""


def _check_digit(digits: str) -> str:
    return str(-sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10)


def is_isbn(printed: str) -> bool:
    """Whether this is an ISBN of ten or thirteen digits and nothing else; hyphens and spaces are ignored (ISO 2108).

    >>> is_isbn("0-19-852663-6"), is_isbn("978 0 19 852663 7")
    (True, False)
    """
    digits = _bare(printed)
    return len(digits) in (10, 13) and bool(read_isbn(digits))


def is_issn(printed: str) -> bool:
    """Whether this is an ISSN and nothing else (ISO 3297).

    >>> is_issn("0140-6736"), is_issn("2434-561X"), is_issn("0140-6737")
    (True, True, False)
    """
    digits = _bare(printed)
    if not re.fullmatch(r"[0-9]{7}[0-9X]", digits):
        return False
    return sum((8 - at) * (10 if digit == "X" else int(digit)) for at, digit in enumerate(digits)) % 11 == 0


def is_orcid(printed: str) -> bool:
    """Whether this is an ORCID, alone or in its address (ISO 7064, MOD 11-2).

    >>> is_orcid("https://orcid.org/0000-0002-1825-0097"), is_orcid("0000-0002-1825-0098")
    (True, False)
    """
    digits = _bare(re.sub(r"(?i)^(?:https?://)?(?:www\.)?orcid\.org/", "", printed.strip()))
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        return False
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == (10 if digits[15] == "X" else int(digits[15]))


def _bare(printed: str) -> str:
    """Letters and digits, in upper case."""
    return re.sub(r"[\W_]", "", printed).upper()


def read_arxiv(printed: str) -> str:
    """An arXiv identifier without its version: labelled, in a URL, or alone.

    >>> read_arxiv("arXiv:2101.00001v2"), read_arxiv("https://arxiv.org/abs/hep-th/9901001"), read_arxiv("2101.00001")
    ('2101.00001', 'hep-th/9901001', '2101.00001')
    """
    found = _ARXIV.search(printed) or _BARE_ARXIV.fullmatch(printed.strip())
    return found["id"].lower() if found else ""


def read_pmid(printed: str) -> str:
    """A PubMed number: labelled, in a URL, or alone."""
    found = _PMID.search(printed.strip())
    return found["id"] if found else ""


def read_pmcid(printed: str) -> str:
    """A PubMed Central number with its letters "PMC"."""
    found = _PMCID.search(printed)
    return f"PMC{int(found['id'])}" if found else ""


def read_command_paper(printed: str) -> str:
    """A British command paper's series and number; in a URL also in the form of the official archive's folders.

    >>> read_command_paper("Cm. 4310"), read_command_paper("CM4310"), read_command_paper("Cmnd 8173")
    ('cm 4310', 'cm 4310', 'cmnd 8173')
    >>> read_command_paper("http://www.archive.official-documents.co.uk/document/cm43/4310/4310-00.htm")
    'cm 4310'
    """
    folder = _COMMAND_FOLDER.search(printed)
    if folder:
        return f"cm {folder['number']}"
    found = _COMMAND_PAPER.search(printed)
    return f"{found['series'].lower()} {int(found['number'])}" if found else ""


def read_house_paper(printed: str) -> str:
    """A paper of the House of Commons or Lords: house, number and, if printed, the session.

    >>> read_house_paper("HC 104 Session 2006–2007"), read_house_paper("HC 888, Session 2012–13")
    ('hc 104 2006-2007', 'hc 888 2012-2013')
    >>> read_house_paper("HL Paper (2008-09) 12")
    'hl 12 2008-2009'
    """
    found = _HOUSE_PAPER.search(printed.translate(_DASHES))
    if not found:
        return ""
    session = found["before"] or found["after"] or ""
    if session:
        first, last = session.split("-")
        session = f"{first}-{first[: 4 - len(last)]}{last}"
    return " ".join(filter(None, (found["house"].lower(), found["number"].lower(), session)))


def read_report_number(printed: str) -> str:
    """A report's own number as letters and digits: ``WP/12-34`` and ``WP 12/34`` are equal. Empty without a digit.

    >>> read_report_number("WP/12–34"), read_report_number("no. 024"), read_report_number("Volume B")
    ('wp 12 34', '24', '')
    """
    parts = re.findall(r"[^\W\d_]+|\d+", re.sub(r"(?i)\b(?:no|number|nr|nos?)\b\.?", " ", printed))
    values = [part.lstrip("0") or "0" if part.isdecimal() else part.casefold() for part in parts]
    return " ".join(values) if any(value.isdecimal() for value in values) else ""


READERS: dict[str, Callable[[str], str]] = {
    "DOI": read_doi,
    "arXiv number": read_arxiv,
    "command paper": read_command_paper,
    "paper of Parliament": read_house_paper,
    "PubMed number": read_pmid,
    "PubMed Central number": read_pmcid,
    "ISBN": read_isbn,
}
"""The kinds of identifiers, and the function that reads each."""

IN_URL = ("DOI", "arXiv number", "command paper", "PubMed number", "PubMed Central number")
"""The kinds that a URL may contain."""


def in_url(url: str) -> tuple[Identifier, ...]:
    """The identifiers in a URL.

    >>> in_url("https://doi.org/10.1000/ABC")
    (Identifier(kind='DOI', value='10.1000/abc'),)
    """
    return tuple(Identifier(kind, value) for kind in IN_URL if (value := READERS[kind](url)))


def numbers_in_url(url: str) -> frozenset[str]:
    """The numbers of four to eight digits that stand by themselves in the path of a URL, except years.

    One of them may be a report's number.

    >>> sorted(numbers_in_url("http://www.example.org/2006/4310/4310-00.htm"))
    ['4310']
    """
    path = url.partition("://")[2] or url
    path = path.partition("/")[2]
    return frozenset(number for number in _URL_NUMBER.findall(path) if not _YEAR.fullmatch(number))


def same_document_version(doi: str, other: str) -> bool:
    """Whether two DOIs are versions of one document: Cochrane reviews and preprint servers number them in the suffix.

    >>> same_document_version("10.1002/14651858.cd002273.pub2", "10.1002/14651858.cd002273.pub3")
    True
    """
    first, second = (re.sub(r"(?:\.pub\d+|[./]v\d+|_v\d+)$", "", value) for value in (doi, other))
    return first == second

"""What databases have in common in all their formats.

Years among other words, ISSNs with remarks, DOIs as addresses, characters and markup of web pages.
"""

import re

from reflist.late import late
from reflist.model import Date
from reflist.report import Rule, Severity

REFERENCES = Rule(
    "character-reference",
    Severity.REPAIR,
    "A value holds character references of web pages (&amp;, &#x2019;), as some databases export them. The "
    "characters themselves were read; reported once per record.",
)

BEFORE_DOI = r"(?:doi:\s*|https?://(?:[\w-]{1,40}\.){0,3}doi[\w.-]{0,60}/(?=10\.))"
"""What may stand before a DOI and is not part of it, in any case; to be used in regular expressions.

A label, or the address of a resolver: doi.org, dx.doi.org, doi.acm.org, doi-org.proxy.example.edu.
"""

ISBD = late(r"(?:\s+[:;/=+]|,)\s*\Z")
"""The punctuation that catalogues put before the next element (International Standard Bibliographic Description)."""

_YEAR = late(r"\b(?:1[4-9]|20)\d\d\b")
_ISSN = late(r"(?<!\d)\d{4}-?\d{3}[\dXx](?![\dXx])")
_ISBN = late(r"(?<![\dXx-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\dXx-])")
_BEFORE_DOI = late(BEFORE_DOI, re.IGNORECASE)


def year_or_words(printed: str) -> tuple[Date, bool]:
    """The first year in a text that is not a date, else its words; and whether the text holds nothing more.

    >>> year_or_words("Article 10 2019"), year_or_words("in press")
    ((Date(parts=((2019,),)), False), (Date(literal='in press'), True))
    """
    year = _YEAR.search(printed)
    return (Date.of(int(year[0])), False) if year else (Date(literal=printed), True)


def issns_in(printed: str) -> list[str]:
    """All ISSNs, as printed.

    >>> issns_in("0027-8424 (Print), 10916490 (Electronic)")
    ['0027-8424', '10916490']
    """
    return _ISSN.findall(printed)


def isbn_in(printed: str) -> tuple[str, bool]:
    """The first ISBN without the text around it, else the whole text; and whether the text holds nothing more.

    >>> isbn_in("0801806887 (pbk.) :"), isbn_in("978-0-19-966317-0"), isbn_in("no number")
    (('0801806887', False), ('978-0-19-966317-0', True), ('no number', True))
    """
    found = _ISBN.search(printed)
    return (found[0], found[0] == printed) if found else (printed, True)


def issn_in(printed: str) -> tuple[str, bool]:
    """The first ISSN as printed, without the text around it; and whether the text holds nothing more.

    >>> issn_in("1234-5679 (Print) 0028-4793 (Linking)"), issn_in("12345679"), issn_in("none")
    (('1234-5679', False), ('12345679', True), ('none', True))
    """
    found = _ISSN.search(printed)
    return (found[0], found[0] == printed) if found else (printed, True)


def bare_doi(printed: str) -> str:
    """A DOI without the address of its resolver.

    >>> bare_doi("https://doi.org/10.1000/x")
    '10.1000/x'
    """
    return _BEFORE_DOI.sub("", printed, count=1).strip()

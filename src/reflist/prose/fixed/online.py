"""What is said of a work online: its medium and site, an archived copy, its day of publication."""

import re

from reflist.grammar.dates import MONTH, YEAR
from reflist.grammar.institutions import looks_like_institution
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_ARCHIVED = Form(
    "archived",
    r"(?<=[.\s])(?P<note>Archived\s(?:\([A-Z]+\)\s)?from\sthe\soriginal(?:\s\([A-Za-z]+\))?(?:\son\s[\w ,]{6,24}?)?)"
    r"(?:\.|\s*$)",
)
_CATALOGUED = Form(
    "cid oclc bibcode hdl citeseerx jstor lccn zbl ssrn",
    r"(?<=[.;\0]\s)(?P<note>(?:S2CID|OCLC|Bibcode|hdl|CiteSeerX|JSTOR|LCCN|Zbl|SSRN):?\s?[\w./-]{4,30}\w)(?=\.?(?:\s|$))",
)
_AS_FILE = Form("pdf", r"(?<=[”\"’])\s\(PDF\)(?=\.\s)")
_AHEAD = Form(
    "epub ahead advance advanced onlinefirst",
    r"(?<=[.,;]\s)(?P<status>(?:[Pp]ublished\sonline\s)?[Aa]head\sof\sprint|[Aa]dvanced?\sonline\spublication"
    r"|[Aa]dvance\s(?:[Aa]ccess|[Aa]rticle)(?:\s[Pp]ublication)?|OnlineFirst"
    r"|Epub(?:\sahead\sof\sprint)?(?:\s(?:19|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?)?)(?:[.,;]|\s*(?:\0|$))",
)
_PUBLISHED = Form(
    "published updated posted deposited modified revised",
    rf"(?<=[.\0”\"]\s)(?:Published|Updated|Posted|Deposited|Last\s(?:modified|updated|revised))\s(?:online\s|on\s)?"
    rf"(?:(?P<day>{MONTH}(?:\s\d{{1,2}},)?|\d{{1,2}}\s{MONTH})\s|(?<=online\s))(?P<year>{YEAR})(?:\.|(?=:\d|\0)|\s*$)"
    rf"|(?<=[.\0”\"]\s)Last\s(?:modified|updated|revised):?\s(?:on\s)?(?P<dated>\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}})(?=\.|\s?\0)"
    rf"|(?<=\d;\s)published\sonline\s(?P<online>{MONTH}\s\d{{1,2}})(?=[.,;\0]|$)",
    re.IGNORECASE,
)


def find_day_of_publication(line: Line) -> None:
    """``Published January 2020.``: the date after its label (AMA Manual of Style, 11th edition, 3.15.3).

    Or ``Last modified November 15, 2013.`` (Chicago Manual of Style, 17th edition, 14.207).
    """
    if found := _PUBLISHED.search(line):
        line.claim_match(found, day=Label.DAY, year=Label.DATE, online=Label.DAY, dated=Label.DAY)


def find_archived_copy(line: Line) -> None:
    """``Archived from the original on 1 July 2020``, ``S2CID 12345678``: copies and catalogue numbers in Wikipedia."""
    for form in (_ARCHIVED, _CATALOGUED):
        for found in list(form.finditer(line)):
            line.claim_match(found, note=Label.NOTE)
    if after := _AS_FILE.search(line):
        line.claim(after.start(), after.end(), Label.SEPARATOR)


def find_ahead_of_print(line: Line) -> None:
    """``Epub 2019 Jan 24.``: the day of publication ahead of print (Citing Medicine, 2nd edition, chapter 1)."""
    if found := _AHEAD.search(line):
        line.claim_match(found, status=Label.STATUS)


_ONLINE = Form(
    "online www elektronische cd dvd rom web website webpage",
    r"(?<=\w)\s(?:\[(?P<medium>Online-(?:Dokument|Ressource|Fassung)|WWW-Dokument|Elektronische Ressource"
    r"|[Ww]eb\s?(?:site|page))\]"
    r"|[(\[](?P<disc>CD-?ROM|DVD(?:-ROM)?|CD)[)\]])",
)


def find_online(line: Line) -> None:
    """The medium of a work after its title: ``Titel [Online-Dokument]``, ``Title (CD-ROM)``."""
    if found := _ONLINE.search(line):
        line.claim_match(found, medium=Label.MEDIUM, disc=Label.MEDIUM)


_SITE = Form(
    "online internet",
    r"\[(?:[Oo]nline|[Ii]nternet)\][.,]?\s(?P<site>[^\W\d_a-z][^.,;:\0()\[\]\d]{2,60})[.,]?\s?(?=\0)"
    r"|(?<=[.?!]\s)In:\s(?P<within>[^\W\d_a-z][^.;\0()\[\]\d]{2,80})\s\[Internet\]\.?\s(?=\0)",
)


def find_site(line: Line) -> None:
    """``Title [online]. Families Now. Available from: ...``: the body or site before a work's address."""
    if found := _SITE.search(line):
        is_body = found["site"] and looks_like_institution(found["site"])
        line.claim_match(found, site=Label.PUBLISHER if is_body else Label.CONTAINER, within=Label.CONTAINER)

"""Statutes, ``Public Offices (Conduct) Act 1997 (NSW)``, and journals as lawyers cite them, ``[2005] PL 440``."""

import re

from reflist.grammar.dates import YEAR
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_STATUTE = re.compile(
    r"[*_]*(?P<title>(?:The\s+)?[^\W\da-z][^.:;‘“\0]{2,120}\b(?:Act|Regulations?|Order|Bill|Rules|Directive)\s+"
    r"(?:of\s)?(?:(?:1[6-9]|20)\d\d)(?:\s*\((?:[A-Z][A-Za-z]+|[A-Z. ]+)\))?)[*_]*"
    rf"(?:,\s(?:(?P<number>(?:Pub(?:\.|lic)\sL(?:\.|aw)(?:\sNo\.)?|P\.?\s?L\.)\s\d{{2,3}}[-–]\d{{1,4}}|S\.?I\.?\s(?:No\.?\s)?(?:\d{{4}}/\d{{1,4}}|\d{{4}}\sNo\.?\s\d{{1,4}}))(?=[,.(]|\s|$)(?:,\s)?)?"
    rf"(?:(?P<volume>\d{{1,3}})\s(?P<container>U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|Stat\.)\s"
    rf"(?:(?P<part>§§?\s?\d[^()\0;]{{0,30}}?)|(?P<page>\d{{1,5}})))?"
    rf"(?:\s\((?P<date>{YEAR})\))?)?"
    r"(?:\s\((?P<regnal>\d{1,2}(?:\s&\s\d{1,2})?\s(?:Edw|Geo|Vict|Will|Eliz|Hen|Anne)\b\.?(?:\s(?:\d|[IVX]{1,4})\b)?)(?=,))?"
    r"(?:,?\s*\(?c(?:h(?:apter)?)?\.?\s?(?P<chapter>\d{1,3})\)?)?"
    r"(?:,\s(?P<section>(?:ss?|regs?|arts?|pt|sch|cl)\b\.?\s\d[\w()–-]*))?(?:[.,]?\s*(?=[^\W\d_][^:]{1,40}:\s)|\.?\s*$)"
)
_CANADIAN = Form(
    "act code",
    r"\A[*_]?(?P<title>[A-Z][^\0\d.:;“\"]{2,140}?\b(?:Act|Code|Charter))[*_]?,\s(?P<container>R?\.?S\.?\s?[A-Z]\.?(?:[A-Z]\.?){0,2})\s"
    rf"(?P<date>{YEAR}),?\sc(?:h)?\.?\s(?P<chapter>(?:[A-Z]-)?\d[\d.]*?)(?:,\s(?P<section>ss?\.?\s\d[\w().–-]*))?[\s.]*(?=\0|$)",
)
"""The statutes of Canada and its provinces: ``S.C. 2001, c. 27``, ``R.S.O. 1990, c. H.19`` (McGill Guide, 2.1)."""

_ORDER = Form(
    "order proclamation rule",
    r"\A(?P<title>(?:(?:Exec(?:utive|\.)\s)?Order|(?:Presidential\s)?Proclamation)\s(?:No\.\s)?\d{4,5}),\s(?P<volume>\d{1,3})\s"
    rf"(?P<container>Fed\.\s?Reg\.|C\.?F\.?R\.?|F\.?R\.)\s(?P<page>\d{{1,3}}(?:,\d{{3}})|\d{{1,6}})"
    rf"(?:\s\((?:[A-Z][a-z]+\.?\s\d{{1,2}},\s)?(?P<date>{YEAR})\))?[\s.]*(?=\0|$)",
)
_EUROPEAN = Form(
    "oj",
    r"\s*(?P<title>[A-Z][\w ]{0,60}?(?:Regulation|Directive|Decision)\s(?:\([A-Z, ]{2,12}\)\s)?(?:No\s)?\d{1,4}/\d{1,4}"
    rf"(?:/[A-Z]{{2,4}})?\s[^\[\0]{{2,300}}?)\s\[(?P<date>{YEAR})\]\s(?P<container>OJ\s[A-Z])\s?(?P<page>\d{{1,4}}/\d{{1,4}})"
    r"(?:,\s(?P<section>arts?\s\d[\w()–-]*))?",
)
_OFFICIAL_JOURNAL = Form(
    "oj official",
    r"(?<=[.,;]\s)(?:[Ii]n:?\s)?(?:the\s)?"
    r"(?P<container>(?:Official\sJournal(?:\sof\sthe\sEuropean\s(?:Union|Communities|Community))?|OJ)"
    r"(?:\s\(OJ\))?),?\s(?:No\.?\s)?(?P<volume>[LCS]\s?\d{1,3})(?:/(?P<page>\d{1,4}(?:[-–]\d{1,4})?)(?=\s*[,.;(]))?",
)
_REVIEW = late(
    r"(?:(?<=[,.]\s)|(?<=[,.][”’\"']\s))(?P<volume>\d{1,3})\s"
    r"(?P<container>(?=[^\d\0]*(?:\.|REV|JOURNAL|Rev|Journal))[A-Z][A-Za-z.&’' -]{2,70}?)\s"
    rf"(?P<page>\d{{1,5}})(?:,\s\d+(?:[-–]\d+)?)*(?:\s\((?P<date>{YEAR})\))?\.?\s*$"
)
_NUMBER_AFTER_QUOTES = re.compile(r"[”’\"']\s\d")

_JOURNAL = late(
    rf"(?<=[’'”\"])\s(?:\[(?P<date>{YEAR})\]|\((?P<date2>{YEAR})\))\s(?:(?P<volume>\d{{1,3}})(?:\((?P<issue>\d{{1,2}})\))?\s)?"
    r"(?P<container>[A-Z][A-Za-z&.’' ]{1,60}?)(?:\s(?P<page>\d{1,5})(?=\s*[.,;]|\s*$|\s[<\d])|(?=\s*[<\0]))"
)
_AFTER_QUOTES = tuple(f"{quote} {opening}" for quote in "’'”\"" for opening in "[(")


def find_statute(line: Line) -> None:
    """A statute at the beginning of a line: the short title of an act with its year and jurisdiction.

    It may have its public law number or its place in a code: ``42 U.S.C. § 12101 (1990)`` (Bluebook, rule 12). It may
    also be a regulation of the European Union in its Official Journal (OSCOLA, 4th edition, 2.6.1).
    """
    if found := _STATUTE.match(line.open):
        codified = {"volume": Label.VOLUME, "container": Label.CONTAINER, "part": Label.SECTION, "page": Label.PAGES}
        labels = {"chapter": Label.CHAPTER, "section": Label.SECTION, "number": Label.REPORT, "date": Label.DATE}
        labels["regnal"] = Label.NOTE
        line.claim_match(found, title=Label.STATUTE, **labels, **codified)
        line.body = found.end("title")
    elif canadian := _CANADIAN.search(line):
        labels = {"container": Label.CONTAINER, "date": Label.DATE, "chapter": Label.CHAPTER, "section": Label.SECTION}
        line.claim_match(canadian, title=Label.STATUTE, **labels)
    elif order := _ORDER.search(line):
        labels = {"volume": Label.VOLUME, "container": Label.CONTAINER, "page": Label.PAGES, "date": Label.DATE}
        line.claim_match(order, title=Label.STATUTE, **labels)
    elif (found := _EUROPEAN.search(line)) and not found.start():
        labels = {"date": Label.DATE, "container": Label.CONTAINER, "page": Label.PAGES, "section": Label.SECTION}
        line.claim_match(found, title=Label.STATUTE, **labels)


def find_law_journal(line: Line) -> None:
    """A law journal: ``‘Title’ [2005] PL 440``, ``(2009) 72 MLR 554`` (OSCOLA, 4th edition, 3.3.1).

    Also ``Title, 45 Yale L.J. 12 (1990)`` (Bluebook, rule 16.4), where the year may be missing after a title in quotes;
    and ``Official Journal of the European Union, L 251``.
    """
    labels = {"container": Label.CONTAINER, "volume": Label.VOLUME, "page": Label.PAGES}
    is_after_quotes = _NUMBER_AFTER_QUOTES.search(line.text) is not None
    if is_after_quotes or line.text.rstrip(" .").endswith(")"):
        review = _REVIEW.search(line.open)
        if review and (is_after_quotes or review["date"]):
            line.claim_match(review, date=Label.DATE, **labels)
            return
    if official := _OFFICIAL_JOURNAL.search(line):
        line.claim_match(official, **labels)
        return
    if any(mark in line.text for mark in _AFTER_QUOTES) and (found := _JOURNAL.search(line.open)):
        parts = {"container": Label.CONTAINER, "volume": Label.VOLUME, "issue": Label.ISSUE, "page": Label.PAGES}
        line.claim_match(found, date=Label.DATE, date2=Label.DATE, **parts)

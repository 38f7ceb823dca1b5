"""German and Spanish laws with the gazette that printed them, laws of the European Union, debates of Parliament."""

from reflist.grammar.dates import DAY, YEAR
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_DATE = rf"{DAY}\.\s?(?:\d\d?\.|[^\W\d_]{{3,9}})\s?{YEAR}"
_LAW = late(
    r"(?P<title>(?:Gesetz|Verordnung|Erstes|Zweites|Drittes|Viertes|[^\W\d_a-z][\w-]*(?:gesetz|ordnung|gesetzbuch))\b"
    rf"[^;\0]{{0,240}}?)(?:,?\s+(?:vom|v\.|in\sder\sFassung\svom)\s+(?P<day>{_DATE}))?[,.]?\s+\(?"
    rf"(?P<container>(?:BGBl|RGBl|GVBl|GBl)\b\.?(?:\s(?:Teil\s)?I{{1,3}}\b)?)(?:,?\s(?P<year>{YEAR}))?(?:,?\sNr\.\s(?P<issue>\d{{1,3}}))?"
    r",?\s(?:S\.\s?)?(?P<page>\d{1,5}(?:\s?[-–]\s?\d{1,5})?)(?:\s?ff?\.)?\)?[.\s]*$"
)
_GAZETTES = frozenset({"bgbl", "rgbl", "gvbl", "gbl"})

_EUROPEAN = Form(
    "directive regulation decision recommendation",
    rf"\A(?:(?P<names>[^\d\0:;]{{0,60}}\b(?:European|Council|Commission|Communities|Parliament)\b[^\d\0:;]{{0,60}}?)[\s,]+\(?(?P<year>{YEAR}[a-z]?)\)?[.,:]?\s)?"
    r"(?P<title>(?:(?:Council|Commission|Framework|European\sParliament(?:\sand\s(?:of\sthe\s)?Council)?|Delegated|Implementing)\s){0,2}"
    r"(?:Directive|Regulation|Decision|Recommendation)\s(?:\([A-Z]{2,4}\)\s)?(?:No\.?\s)?\d{2,4}/\d{1,4}(?:/[A-Z]{2,4})?\b[^;\0]{0,400}?)"
    r"(?=[.,;]\s(?:Official\sJournal|OJ\b)|[.;]\s[A-Z]|\.?\s*\Z)",
)
_CONGRESS = Form(
    "cong congress parl parliament",
    r"(?<=[.,;(]\s)\(?(?P<note>\d{1,3}(?:st|nd|rd|th|d)\s(?:Cong(?:ress|\.)?|Parl(?:iament|\.)?)(?:,\s(?:\d(?:st|nd|rd|d)|[Ff]irst|[Ss]econd)\s[Ss]ess(?:ion|\.)?)?)\)?(?=[.,;\s]|$)",
)
_ON_DAY = r"{}(?:,?\s\(?(?P<{}>\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}})\)?)?"
_DEBATE = Form(
    "deb debates hansard",
    r"\A(?P<title>(?:Hansard,?\s)?(?:H[CL]|House\sof\s(?:Commons|Lords))\s(?:Debates(?:\s\(Hansard\))?|Deb\.?|Hansard)|Hansard)"
    + _ON_DAY.format("", "day")
    + r"(?:,?\s[Vv]ol(?:\.|ume)?\s(?P<volume>\d{1,4}))?"
    r"(?:,?\s[Cc](?:ols?)?\b\.?\s?(?:(?P<page>\d+[WS]*[–-]\d+[WS]*)|(?P<column>\d+[WS]*)))?"
    + _ON_DAY.format("", "after")
    + r"[.\s]*$",
)
_RESOLUTION = Form(
    "resolution",
    rf"\W*(?P<names>(?:United\sNations|UN|U\.N\.)?,?\s?(?:Security\sCouncil|General\sAssembly|Human\sRights\sCouncil)(?:\s\(\w+\))?)"
    rf"(?:,?\s\(?(?P<year>{YEAR}[a-z]?)\)?)?[.,:]?\s"
    r"(?P<title>Resolution\s(?:No\.?\s)?(?:[A-Z]/RES/)?\d{1,4}(?:/\d{1,3})?(?:\s\((?:\d{4}|[IVXL]+)\))?)(?=[.,:;]|\s\(|\s*$)",
)
_TREATIES = Form("treaty", r"(?P<container>(?:United\sNations|League\sof\sNations),?\sTreaty\sSeries)(?=[.,]?\s[Vv\d])")
_SPANISH = Form(
    "ley decreto orden resolución",
    r"\A(?P<title>(?:Ley(?:\sOrgánica)?|Real\sDecreto(?:[-\s][Ll]ey|\s[Ll]egislativo)?|Decreto(?:[-\s][Ll]ey)?|Orden|Resolución)\s[^\0]{3,300}?)\.\s"
    rf"(?P<container>Boletín\sOficial[^,.\0]{{0,60}}|BOE)(?:,?\s(?:núm\.|n\.º|nº)\s(?P<issue>\d{{1,3}}))?(?:,\s(?:de\s)?(?P<day>{DAY}\sde\s[^\W\d_]{{4,10}}\sde\s{YEAR}))?"
    r"(?:,\s(?:pp?|págs?)\.\s(?P<page>\d+(?:\.\d+)*(?:\s?[-–]\s?\d+(?:\.\d+)*)?))?[.\s]*$",
)


def find_debate(line: Line) -> None:
    """A debate of Parliament: ``HC Deb 3 February 1977, vol 389, cols 973–76``, or the day last (OSCOLA, 2.5.1)."""
    if found := _DEBATE.match(line):
        labels = {"day": Label.DAY, "after": Label.DAY, "volume": Label.VOLUME, "page": Label.PAGES}
        line.claim_match(found, title=Label.TITLE, column=Label.SECTION, **labels)


def find_congress(line: Line) -> None:
    """``92nd Cong., 2nd sess.``: the Congress and session of a hearing or bill (Bluebook, rule 13)."""
    if found := _CONGRESS.search(line):
        line.claim_match(found, note=Label.NOTE)


def find_spanish_law(line: Line) -> None:
    """``Ley Orgánica 2/2006, de 3 de mayo, de Educación. Boletín Oficial del Estado, núm. 106``: a law and no more."""
    if found := _SPANISH.match(line):
        labels = {"title": Label.STATUTE, "day": Label.DAY, "container": Label.CONTAINER, "issue": Label.ISSUE}
        line.claim_match(found, **labels, page=Label.PAGES)


def find_european_law(line: Line) -> None:
    """``Council Directive 2000/43/EC of 29 June 2000 on …``: a law's name, up to the Official Journal if that follows.

    Also after the body that gave it: ``European Commission (2003): Directive …``.
    """
    if found := _EUROPEAN.search(line):
        line.claim_match(found, names=Label.AUTHOR, year=Label.DATE, title=Label.STATUTE)


def find_treaty_series(line: Line) -> None:
    """A collection of treaties: ``United Nations, Treaty Series, vol. 189, p. 137``."""
    if found := _TREATIES.search(line):
        line.claim_match(found, container=Label.CONTAINER)


def find_resolution(line: Line) -> None:
    """``United Nations Security Council, Resolution 1325 (2000)``: the body, and the number as the title."""
    if found := _RESOLUTION.match(line):
        line.claim_match(found, names=Label.AUTHOR, year=Label.DATE, title=Label.TITLE)


def find_german_law(line: Line) -> None:
    """``Gesetz über Teilzeitarbeit vom 21. Dezember 2000 (BGBl. I S. 1966)``: a law and no more."""
    if line.tells(_GAZETTES) and (found := _LAW.match(line.open)):
        labels = {"title": Label.STATUTE, "day": Label.DAY, "container": Label.CONTAINER, "issue": Label.ISSUE}
        year = {} if found["day"] else {"year": Label.DATE}
        line.claim_match(found, **labels, page=Label.PAGES, **year)

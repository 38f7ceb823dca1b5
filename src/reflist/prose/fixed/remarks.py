"""Remarks that are not among a work's own details: other printings, works that cite it, who commissioned it."""

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Form, Forms, Line

_ELSEWHERE = Form(
    "reprinted republished cited quoted zit zitiert",
    r"(?:(?<=[.,;?!]\s)|(?=[(\[]))(?P<opens>[(\[])?(?P<note>(?:(?:Reprinted|Republished)\s(?:in|as|from)"
    r"|(?:[Cc]ited|[Qq]uoted)\s(?:in|by|after)|[Zz]it(?:iert|\.)\s(?:nach|n\.|in))(?!\w)[^\0]{5,400}?)"
    r"(?(opens)[)\]]?)\.?\s*(?=\0|$)",
)


_LATER = Form(
    "reprinted republished reissued",
    r";\s(?P<note>(?:[Rr]eprinted|[Rr]epublished|[Rr]eissued)\s[^\0;]{5,200}?)\.?\s*(?=\0|$)",
)
"""``London: HMSO; reprinted Edinburgh: University Press, 1965.``"""

_PRINTED_AGAIN = Form(
    "neuauflage neuausgabe neudruck nachdruck nachdr neuaufl rééd réédition réimpr reed reimpr",
    r"[(\[](?P<note>(?:Neuauflage|Neuausgabe|Neudruck|Nachdruck|Nachdr\.|Neuaufl\."
    r"|[Rr](?:ééd|éimpr|eed|eimpr)\.|[Rr]éédition)[:,]?\s[^()\[\]\0]{0,60}\d{4})[)\]]",
)
_REPRINTED = Form("reprint repr", r"(?<=[.?!]\s)(?P<note>Reprint|Repr\.),?\s(?=[A-Z][^:.\0]{2,60}:\s)")
"""``Title. Reprint, Philadelphia, PA: Press`` (Chicago Manual of Style, 17th edition, 14.114)."""

_IN_ITALIAN = Form(
    "trad",
    rf"[;.,]\s*(?P<note>trad\.\sit\.,?\s[^\W\d_a-z][^\0]{{5,200}}?\b{YEAR})\)?\.?\s*(?=\0|$)",
)
"""The Italian translation of a work that is cited in its original language."""

_PUT_ONLINE = Form(
    "ligne",
    rf"(?:(?<=[.,;]\s)|(?<=[\])]\s))(?P<note>(?:[Mm]ise?|[Pp]ubliée?)\sen\sligne\s(?:le\s)?\d{{1,2}}(?:er)?\s[a-zûé]{{3,9}}\s{YEAR})(?=[.,;)]|\s*$)",
)
_THESIS_TOO = Form(
    "zugl zugleich",
    rf"(?:(?<=[.,;]\s)|\()(?P<note>[Zz]ugl(?:\.|eich)[:,]?\s[^\0();]{{0,60}}?\b(?:Diss|Habil)[^\0();]{{0,60}}?{YEAR})\)?(?=[.,;)]|\s*$)",
)
_COMMISSIONED = Form(
    "auftrag",
    r"(?<=[.,;]\s)(?P<note>(?=[^\W\d_a-z])[\w-]*(?:[Gg]utachten|[Ss]tudie|[Bb]ericht|[Ee]xpertise|[Uu]ntersuchung)\s"
    r"im\sAuftrag(?:e)?\s(?:der|des|von|vom)\s[^.,:;()\0]{2,120})(?=[.,]\s)",
)


_PARAGRAPHS = Form(
    "absätze paragraphs párrafos",
    r"\s\[(?P<note>\d{1,3}\s(?:Absätze|[Pp]aragraphs|[Pp]árrafos))\](?=[.,;\s\0])",
)
"""The length of an article in paragraphs, as the Forum Qualitative Sozialforschung prints it."""

_UNPUBLISHED = Form(
    "unpublished unveröffentlicht", r"(?<=\w\s)\((?P<note>[Uu]npublished|[Uu]nveröffentlicht)\)(?=\s*[.,;\0]|$)"
)

_SAID = Forms(
    _PARAGRAPHS, _ELSEWHERE, _LATER, _PRINTED_AGAIN, _REPRINTED, _THESIS_TOO, _IN_ITALIAN, _PUT_ONLINE, _UNPUBLISHED
)


def find_commission(line: Line) -> None:
    """``Prekäre Arbeit. Gutachten im Auftrag der Stiftung, Bonn``: who commissioned a report."""
    if found := _COMMISSIONED.search(line):
        line.claim_match(found, note=Label.NOTE)


def find_reprint(line: Line) -> None:
    """``Econometrica, 47, 263–291. Reprinted in: …``, ``Cited in: …``: all the rest is about another work.

    Also ``(Neuauflage Frankfurt 1990)``, in brackets; ``Zugl.: Hamburg, Univ., Diss., 2005``, as in library catalogues;
    ``trad. it. Economia e società, Milano, 1961``; ``mis en ligne le 3 mars 2001``, as on OpenEdition.
    """
    for form in _SAID.of(line):
        if found := form.search(line):
            line.claim_match(found, note=Label.NOTE)
            return

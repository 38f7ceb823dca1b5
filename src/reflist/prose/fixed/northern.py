"""Words that only Danish, Norwegian, Swedish, Polish, Czech and Turkish references use.

Translators (``Overs. av Ann Weir``, ``przeł. T. Kunz``), the book after ``I:``, editions (``2. utg.``, ``2. vyd.``),
and reports of commissions, numbered by year (``NOU 2011: 7``, ``SOU 2000:1``).
"""

from reflist.grammar.dates import YEAR
from reflist.grammar.names import FAMILY, INITIALS, UPPER
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_WORD = rf"[{UPPER}][\w’'‐-]+"
_NAME = rf"(?:{INITIALS}\s?(?:{FAMILY})|{_WORD}(?:\s(?:[{UPPER}]\.|av|af|van|von|de|{_WORD})){{1,3}})"
_NAMES = rf"{_NAME}(?>(?:(?:,\s|\s(?:och|og|i|a|ve|en|&)\s){_NAME})*)"
_TRANSLATORS = Form(
    "overs oversatt oversat övers översättning översatt przeł tłum přel çev vert vertaald suom",
    r"(?:(?<=[.,;!?\0]\s)|[(\[])(?:[Oo]vers(?:\.|atte?|at)|[Öö]vers(?:\.|ättning|att)|przeł\.|tłum\.|[Pp]řel\.|[Çç]ev\.|[Vv]ert(?:\.|aald)|[Ss]uom\.)"
    rf":?(?:\s(?:av|af|door))?\s(?P<names>{_NAMES})[)\]]?(?=\s*(?:[.,;)\]\0]|$))",
)
_EDITED_BOOK = Form(
    "i",
    rf"(?<=[.,;?!»”\"’'\0])\s+I:\s(?P<names>{_NAMES})\s\((?:[Rr]ed|[Ee]ds?)\.\)[,:.]?\s"
    r"(?:(?P<container>[^()\0]{3,200}?)(?=\s\((?:ss?|pp?)\.\s?\d))?",
)
_EDITION = Form(
    "utg uppl oppl udg vyd wyd baskı painos",
    r"(?<=[.,(]\s)(?:(?P<edition>\d{1,2})\.\s?(?:utg|uppl|oppl|udg|vyd|wyd|baskı|painos)\b\.?|[Ww]yd\.\s(?P<after>\d{1,2})(?!\d))"
    r"(?=\s*[.,;)\0]|\s*$|\s)",
)
_COMMISSION = Form(
    "nou sou ds",
    rf"\A(?P<report>(?:NOU|SOU|Ds)\s{YEAR}:\s?\d{{1,3}})[.,:]?(?:\s(?P<title>[^\0]{{5,300}}?[.!?]))?"
    rf"(?=\s[{UPPER}][^.:\0]{{2,30}}:\s|\s*$)",
)


def find_northern_translators(line: Line) -> None:
    """Translators after a punctuation mark: ``Overs. av Annick Prieur``, ``przeł. T. Kunz``."""
    if found := _TRANSLATORS.search(line):
        line.claim_match(found, names=Label.TRANSLATOR)


def find_northern_book(line: Line) -> None:
    """``I: N. Gilje & H. Grimen (red.), Samfunnsvitenskapene (s. 23–45)``: editors, and the book up to its pages."""
    if found := _EDITED_BOOK.search(line):
        line.claim_match(found, names=Label.EDITOR)
        if found["container"]:
            line.claim_title(*found.span("container"), Label.CONTAINER)


def find_northern_edition(line: Line) -> None:
    """An edition: ``2. utg.``, ``2. vyd.``, ``wyd. 3``."""
    if found := _EDITION.search(line):
        line.claim_match(found, edition=Label.EDITION, after=Label.EDITION)


def find_commission_of_year(line: Line) -> None:
    """A report of a Nordic commission, by year and number: ``NOU 2011: 7. Velferd og migrasjon.``, ``SOU 2000:1``."""
    if found := _COMMISSION.match(line):
        if found["title"]:
            line.claim_title(*found.span("title"), Label.TITLE)
        line.claim(*found.span("report"), Label.REPORT)

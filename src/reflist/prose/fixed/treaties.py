"""Treaties: ``Geneva Convention (adopted 12 August 1949) 75 UNTS 31`` (OSCOLA, 4th edition, international law, C)."""

from reflist.grammar.dates import DAY, MONTH, YEAR
from reflist.grammar.institutions import looks_like_institution
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_DAY = rf"(?i:{DAY}\s{MONTH}|{MONTH}\s{DAY},)\s{YEAR}"
_MADE = r"(?:[Aa]dopted|[Oo]pened\sfor\ssignature|[Ss]igned|[Dd]one|[Cc]oncluded)"
_IN_FORCE = rf"(?:[Ee]ntered|[Ee]ntry|[Cc]oming)\sinto\sforce(?:\son)?:?\s{_DAY}"
_COLLECTION = r"(?:U\.?\s?N|L\.?\s?N)\.?\s?T\.?\s?S\b\.?"
_COLLECTIONS = frozenset("unts lnts ets cets tias uias series".split())
_TREATY = Form(
    "convention covenant treaty protocol charter agreement statute pact accord accords constitution declaration",
    rf"\A(?:(?P<names>[A-Z][^\0\d,;:“”\"]{{2,70}}?)(?:,|\s\((?P<year>{YEAR})\)[.,:]?|\.)\s)?[“\"‘'*_]?"
    r"(?P<title>(?:[A-Z][^\0\d;:“”\"]{0,150}?\b)?(?:Convention|Covenant|Treaty|Protocol|Charter|Agreement|Statute|Pact|Accords?|Constitution"
    r"|Declaration)\b(?:\s(?:No\.\s)?\d{1,2}\b)?[^\0\d;“”\"]{0,160}?)[”\"’'*_]?"
    r"(?:[.,]?\s\(?(?:(?:"
    rf"{_MADE}(?:\s(?:on|in|at\s(?P<at>[A-Z]\w+)(?:\son)?))?\s|(?<=\()(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?),\s)?(?P<day>{_DAY})"
    rf"|(?P<force>{_IN_FORCE}))(?:,\s(?P<later>{_IN_FORCE}))?\)?)?"
    r"(?:,?\s(?:(?P<volume>\d{1,4})\s(?P<container>" + _COLLECTION + r")\s(?P<page>\d{1,5})"
    r"|(?P<series>(?:United\sNations|League\sof\sNations),?\sTreaty\sSeries),?\s[Vv]ol(?:\.|ume)?\s(?P<volume2>\d{1,4}),?"
    r"(?:\s[Nn]o\.\s(?P<issue>[I\d-]{1,8}),)?\sp(?:p|age)?\.?\s(?P<page2>\d{1,5}(?:[-–]\d{1,5})?)"
    r"|\(?(?P<number>(?:C?ETS|[TU]\.?I\.?A\.?S\.?)(?:\sNo\.?)?\s\d{1,5})\)?))"
    rf"(?:,?\s\(?(?P<last>{_IN_FORCE}|{YEAR})\)?)?[\s.,]*(?=\0|$)",
)
_LABELS = {
    "title": Label.TITLE,
    "year": Label.DATE,
    "at": Label.PLACE,
    "place": Label.PLACE,
    "day": Label.DAY,
    "force": Label.NOTE,
    "later": Label.NOTE,
    "volume": Label.VOLUME,
    "volume2": Label.VOLUME,
    "container": Label.CONTAINER,
    "series": Label.CONTAINER,
    "issue": Label.ISSUE,
    "page": Label.PAGES,
    "page2": Label.PAGES,
    "number": Label.NUMBER,
}


def find_treaty(line: Line) -> None:
    """A treaty: its name, the day on which it was made, the collection in which it is printed.

    The body that adopted it may come first: ``UN General Assembly, Convention on Hedges, 20 November 1989, United
    Nations, Treaty Series, vol. 1577, p. 3``.
    """
    if not (line.tells(_COLLECTIONS) or "T.S" in line.text):
        return
    found = _TREATY.match(line)
    if not found or (found["names"] and not looks_like_institution(found["names"])):
        return
    last = Label.DATE if (found["last"] or "").isdecimal() else Label.NOTE
    line.claim_match(found, names=Label.AUTHOR, last=last, **_LABELS)

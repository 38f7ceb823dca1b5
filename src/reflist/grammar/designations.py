"""What reports, papers and theses call themselves: a genre and a number, or a series and its number."""

import re
from functools import lru_cache
from typing import NamedTuple

from reflist.grammar.dates import read_day
from reflist.grammar.wordlists import KEPT, folded

LONGEST = 14
"""The most words that a designation has."""

_BODIES = """NOU SOU Ds Cm Cmd Cmnd Cd C HC HL H.C. H.L. SP SI S.I. COM SEC SWD NIA P.L.
BT-Drs BT-Drucksache Bundestagsdrucksache Bundestags-Drucksache Bundesratsdrucksache BR-Drs BR-Drucksache
Landtagsdrucksache LT-Drs LT-Drucksache Drucksache Drs"""
_BODY = "|".join(re.escape(body).replace(r"\.", r"\.?") for body in _BODIES.split())
OFFICIAL = re.compile(
    rf"(?<![\w-])(?:(?:{_BODY})\.?|Public\s+Law|Pub\.\s?L\.)\s*(?:[Pp]apers?\s*|[Nn]o\.?\s*)?"
    r"(?:\(\d{4}\)\s*)?\(?\d(?:(?!/H[CL]\b)[\w/().–-])*(?::\s?\d{1,3})?(?:\s+(?:[Ff]inal|\(?[Ss]ession\s+\d{4}[–-]\d{2,4}\)?|\(?\d{4}[–-]\d{2,4}\)?)"
    r"|,\s+[Ss]ession\s+\d{4}[–-]\d{2,4}|/H[CL]\s\d[\w-]*)?"
)
"""Numbers of command papers, papers of either House, and the like."""

STANDARD = re.compile(
    r"(?:(?:DIN|BS|NF|UNI|ÖNORM|ANSI|ASTM|IEEE|IEC|ISO|EN|ASME|NFPA|NIST|CEN|ETSI|ITU-T|3GPP)[ /]?){1,4}"
    r"(?:/?T[SR] |PAS |Std\.? |Standard |Guide |SP |FIPS )?[A-Z]?\.?\d[\d.A-Za-z]*(?:[-–—]\d[\w.]*)*"
    r"(?::\d{4}(?:[-–]\d\d)?)?(?:\+A\d:\d{4})?"
)
"""The number of a standard after the bodies that set it: ``ISO/IEC 14764:2006``, ``DIN EN 12831-1``."""

_ONLY_SIGN = re.compile(r"[Nn]o\.?")
_SESSION = re.compile(r"[Ss]ession\s+\d{4}(?:[–-]\d{2,4})?")
_CODE = re.compile(r"(?=.*\d)[A-Z][A-Za-z]{0,7}(?:[/.-](?:[A-Z0-9()]+|(?:Rev|Add|Corr|Amend|Res|Dec)(?=[./\d])))+")
"""The code of a document: ``A/RES/70/1``, ``WHO/HIS/2020.1``."""

_OF_YEAR = re.compile(
    r"[A-Z]{2,6}(?:-[A-Z]{1,5}){0,3}\s?\((?:\d{4}|\d\d)\)\s?\d{1,4}|(?:SN|(?:Council\s)?[Dd]oc(?:ument|\.)?)\s\d{3,5}/\d\d(?:\sREV\s?\d)?|"
    r"(?:[A-Z][A-Za-z]*[/-]){0,4}[A-Z][A-Za-z]{1,8}\(\d{4}\)\d{1,4}(?:/\w{1,6})?|[ABC]\d-\d{4}/\d{4}|P\d_TA(?:-PROV)?\(\d{4}\)\d{4}"
)
"""The same with its year: ``CRI(2015)19`` (Council of Europe), ``A6-0261/2008`` (European Parliament)."""

_DIVISION = re.compile(r"(?:Part|Teil|Phase|Round|Wave|Stage|Table|Appendix|Annex)\s(?:\d{1,2}|[IVX]{1,4})")
"""What a title may end in, although it looks like a series and its number."""

_LISTED = re.compile(r"(?:Cat(?:alogue)?\.?\s[Nn]o|(?:AI\s)?Index)\b[.:]?\s?(?=.*\d).+")
"""A number in a body's own list: ``Cat. No. 2071.0``."""

_SERIAL = re.compile(r"[A-Z]{2,4}\d{2,5}")
"""A number with the letters of its series: ``RS24``."""

_ADDRESSED = re.compile(
    r"(?:[Aa]n?\s+)?(?:\w+\s+)?(?:[Rr]eport|[Ss]ubmission|[Ee]vidence|[Mm]emorandum|[Pp]aper|[Ss]tudy|[Ss]tatement)\s+"
    r"(?:to|for|by|prepared|submitted|commissioned)\b|(?:[Tt]he\s+)?(?:\w+[ -]){1,2}[Rr]eport\s+of\s+[Ss]ession\b"
)
_OF_SESSION = re.compile(r"(?:[A-Z][\w-]+\s|\d{1,2}(?:st|nd|rd|th)\s){1,3}Report of (?:the )?Session \d{4}[–/-]\d{2,4}")
"""A report of a committee of either House: ``Third Report of Session 2006–07``."""

_SERIES_WORD = re.compile(r"\b(?:[Ss]eries|[Rr]eihe|[Cc]ollection|[Ss]tudies\s+in|[Bb]eiträge|[Ss]chriften)\b")
_SIGN = (
    r"(?:\b(?:[Nn]os?|[Nn]r|[Nn]úm|[Nn]umber|[Vv]ol|[Vv]olume|[Hh]eft|[Bb]and|[Bb]d)\b\.?:?\s*|[Nn]\.?\s?[°º]\s*|#\s*)"
)
_NUMBERED = re.compile(
    rf"(?P<words>[«“\"]?\s?[^\W\d_]{{2}}.*?)[\s,]*(?P<sign>{_SIGN})?(?P<number>(?<![-\d])(?:\b(?!DP\s|WP\s)[A-Z]{{1,2}}\s(?:[IVX]{{1,3}}\s)?)?(?:[A-Z]{{1,6}}[-/.]){{0,4}}(?:[A-Z]{{1,5}}|(?<!\w)[a-z](?=\d{{4}}))?\d\w*(?:[-–/.:]\w*\d\w*)*"
    r"(?:\s+\d{4}[-–]\d{2,4})?)",
    re.DOTALL,
)
_LETTERED = re.compile(r"(?P<genre>.+[a-z])\s(?P<letters>[A-Z]{2,6})")
"""What is before the digits of a number with letters: ``EUI Working Paper RSCAS 2011/17``."""

_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*-[^\W_]*(?:bericht|papier|papiere|paper|papers)")
"""``ZUMA-Methodenbericht``, ``WZB-Discussion-Paper``."""

_PAGES = re.compile(r"\d{2,4}-\d{2,4}")
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?")


_SPECIAL = re.compile(
    r"(?P<kind>Sonderheft|Sonderband|Sonderausgabe|Beiheft|Supplement|[Ss]pecial\s+[Ii]ssue)\s+(?:Nr\.?\s*|[Nn]o\.?\s*)?"
    r"(?P<number>\d{1,3}(?:/\d{2,4})?)\s+(?P<of>(?:der|des|von|zu|zur|zum|of)\s.+)",
    re.DOTALL,
)


_OF_BODY = re.compile(
    r"(?P<genre>[^\W\d_][^\d]*?),?\s(?:Nr\.|No\.)\s(?P<number>\d{1,4})\s(?:des|der)\s(?P<series>[^\W\d_a-z].+)"
)
"""``Arbeitspapier Nr. 7 des Sonderforschungsbereichs 333``."""


class Designation(NamedTuple):
    """A genre or a series (at most one of them), and the number."""

    genre: str = ""
    series: str = ""
    number: str = ""


@lru_cache(KEPT)
def read_designation(printed: str) -> Designation | None:
    """Read what may be a report's designation; None if it is not one.

    >>> read_designation("NESS Report 024")
    Designation(genre='NESS Report', series='', number='024')
    >>> read_designation("Think pieces 47")
    Designation(genre='', series='Think pieces', number='47')
    >>> read_designation("HC 104 Session 2006–2007").number
    'HC 104 Session 2006–2007'
    >>> read_designation("Planning and Evaluation"), read_designation("1997–2007"), read_designation("12 May 2007")
    (None, None, None)
    """
    printed = printed.strip(" .,;:()[]")
    if any(number.fullmatch(printed) for number in (_SESSION, _CODE, _OF_YEAR, _LISTED, _SERIAL)):
        return Designation(number=printed)
    if _OF_SESSION.fullmatch(printed):
        return Designation(genre=printed)
    official = OFFICIAL.search(printed)
    if official and printed[official.end() :].strip("()") == "":
        genre = _ONLY_SIGN.sub("", printed[: official.start()].strip(" ,"))
        if not genre or ends_in_genre(genre):
            return Designation(genre, number=printed[official.start() :])
    if _DIVISION.fullmatch(printed):
        return None
    if len(printed.split()) > LONGEST or read_day(printed) is not None:
        return None
    if printed[:1].isdigit() and STANDARD.fullmatch(printed):
        return Designation(number=printed)
    return _numbered(printed) or _named(printed)


_PATENT = re.compile(
    r"(?P<genre>(?:[A-Z][\w.]*\s){0,2}[Pp]at(?:ent|\.)(?:\s[Aa]ppl(?:ication|\.))?)(?:\s[Nn]o\.?)?"
    r"\s(?P<number>(?:[A-Z]{2}\s?)?\d[\d, /]{4,12}\d)"
)


def _numbered(printed: str) -> Designation | None:
    if patent := _PATENT.fullmatch(printed):
        return Designation(patent["genre"], number=patent["number"])
    if special := _SPECIAL.fullmatch(printed):
        return Designation(series=f"{special['kind']} {special['of']}", number=special["number"])
    if (of := _OF_BODY.fullmatch(printed)) and names_genre(of["genre"]):
        return Designation(of["genre"], of["series"], of["number"])
    found = _NUMBERED.fullmatch(printed)
    if not found:
        return None
    words, number = found["words"].strip(" ,;.:"), re.sub("[–—]", "-", found["number"])
    if _ONLY_SIGN.fullmatch(words):
        return Designation(number=number)
    if names_genre(words):
        return Designation(genre=words, number=number)
    if (lettered := _LETTERED.fullmatch(words)) and names_genre(lettered["genre"]):
        return Designation(genre=lettered["genre"], number=f"{lettered['letters']} {number}")
    if _YEARS.fullmatch(number) and not found["sign"] and not _counts(number):
        return None  # "Indices 2007" is not a series
    if _PAGES.fullmatch(number) and not found["sign"] and not _counts(number):
        return None  # a periodical with its pages
    return Designation(series=words, number=number)


def _counts(number: str) -> bool:
    """Whether a year and a number after it are not a range of years: ``2008-01``; but not ``2008-09``."""
    first, _, last = number.partition("-")
    return len(last) == 2 and last <= first[-2:]


def _named(printed: str) -> Designation | None:
    if names_genre(printed):
        return Designation(genre=printed)
    return Designation(series=printed) if _SERIES_WORD.search(printed) and ": " not in printed else None


def ends_in_genre(printed: str) -> bool:
    """Whether the last words are a name for a kind of report (``words/genres.txt``).

    >>> ends_in_genre("National Evaluation (NESS) Research Report"), ends_in_genre("Think pieces")
    (True, False)
    """
    words = printed.casefold().replace("’", "'").split()
    genres = folded("genres")
    if len(words) == 2 and words[0] in ("a", "an", "ein", "eine"):
        return False  # "European Governance. A White Paper"
    if words and _COMPOUND.fullmatch(words[-1].strip(" .,")):
        return True
    return any(" ".join(words[-length:]).strip(" .,") in genres for length in (3, 2, 1) if len(words) >= length)


def names_genre(printed: str) -> bool:
    """Whether these words name a kind of report, at their end or as in ``report to the Social Work Committee``."""
    return ends_in_genre(printed) or bool(_ADDRESSED.match(printed))

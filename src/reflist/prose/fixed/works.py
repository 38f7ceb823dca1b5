"""A first printing, the language, years that are none, and personal communications."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_LANGUAGES = """Afrikaans Arabic Basque Bulgarian Catalan Chinese Croatian Czech Danish Dutch English Estonian Finnish
Flemish French Gaelic Galician German Greek Hebrew Hindi Hungarian Icelandic Indonesian Irish Italian Japanese Korean
Latin Latvian Lithuanian Malay Norwegian Persian Polish Portuguese Romanian Russian Serbian Slovak Slovene Slovenian
Spanish Swedish Thai Turkish Ukrainian Vietnamese Welsh"""
_LANGUAGE = Form(
    _LANGUAGES.casefold(),
    rf"(?<=\d)[.,]?\s*[(\[](?P<note>[Ii]n\s(?:{'|'.join(_LANGUAGES.split())})\b[^()\[\]\0]{{0,60}})[)\]]",
)
_VARIOUS = Form("various", r"\(?(?P<year>[Vv]arious\s(?:[Yy]ears|[Ii]ssues|[Dd]ates))(?:\)|(?=[.,:]\s))")
_NO_DATE = Form("date undated", r"\((?:[Nn]o date|[Uu]ndated)\)")
_UNDATED = re.compile(
    r"(?P<names>[^\0\d()“”\"]{2,80}?),?\s\((?:[Nn]o\s[Dd]ate|[Uu]ndated|[Nn]\.\s?[Dd]\.?|s\.\s?[da]\.|o\.\s?J\.)\)[.:,]?\s(?=[^\W\d_a-z]|[“\"‘'])"
)
_PERSONAL = Form(
    "communication correspondence mail email letter conversation interview",
    r"[.,)]\s+(?P<title>[Pp]ersonal\s(?:[Cc]ommunication|[Cc]orrespondence)|(?:[Pp]ersonal|[Tt]elephone)\s[Ii]nterview"
    r"|(?:[Ee]-?mail|[Ll]etter|[Tt]elephone\s[Cc]onversation|[Pp]ersonal\s[Cc]onversation)\s(?:to|with)\s(?:the\s)?author)(?=\s*(?:[.,;(\0]|$))",
)
_FIRST_PRINTED = re.compile(
    rf"[(\[]\s*(?:(?:zuerst|[Ee]rst(?:ausgabe|druck|auflage|veröffentlichung)|(?:[a-zäöü]{{2,6}}\.\s+)?[Oo]rig(?:inal(?:ausgabe)?)?"
    rf"(?:\.-?[Aa]usg)?|[a-zäöü]{{2,6}}\.)\b\.?(?:\s+(?:erschienen|veröffentlicht))?:?\s+)(?P<original>{YEAR}(?:[-–]{YEAR})?)"
    r"\s*[)\]]"
)


def find_first_printing(line: Line) -> None:
    """The year of the first printing: ``(zuerst 1918)``, ``(engl. Orig. 1961)``, ``[Erstausgabe 1922]``."""
    if found := _FIRST_PRINTED.search(line.open):
        line.claim_match(found, original=Label.ORIGINAL_DATE)


def find_language(line: Line) -> None:
    """The language of the work after its pages: ``12:3-9 (in Icelandic)``, ``[In Spanish with English abstract]``."""
    if found := _LANGUAGE.search(line):
        line.claim_match(found, note=Label.NOTE)


def find_various_years(line: Line) -> None:
    """``OECD (various years)``: a work of many years, in place of a year; ``(no date)`` gives no year."""
    if found := _VARIOUS.search(line):
        line.claim_match(found, year=Label.DATE)
    elif undated := _NO_DATE.search(line):
        line.claim(*undated.span(), Label.SEPARATOR)
        if head := _UNDATED.match(line.text):
            line.claim(*head.span("names"), Label.AUTHOR)


def find_personal_communication(line: Line) -> None:
    """``Personal communication, 2019``: something only said or written to the author, with no other title."""
    if found := _PERSONAL.search(line):
        line.claim_match(found, title=Label.TITLE)

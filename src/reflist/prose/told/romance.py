"""What French, Italian, Portuguese and Spanish references say in words of their own.

Who translated (``trad. de l'anglais par``, ``[Trad. Ann Weir]``), who edited (``(a cura di)``, ``(Orgs.)``), when it was
new (``1re éd. 1989``, ``ed. or. 1922``), which year of a periodical and which number (``45e année, n° 1``).
"""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.names import FAMILY, INITIALS, UPPER
from reflist.grammar.places import is_place
from reflist.grammar.publishers import is_publisher
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import SURE, Form, Line

_WORD = rf"[{UPPER}][\w’'‐-]+"
_PARTICLE = r"(?>(?:(?:d[aeiou]|d[eo]s|de[lnr]|della|la|le|v[ao]n|y)\s){0,3})"
_INITIALS = rf"(?:[{UPPER}][a-z]?\.[\s-]?){{1,4}}(?<!\s)"
_NAME = rf"(?:{_INITIALS}|{_WORD})(?:\s(?:{_INITIALS}|{_PARTICLE}{_WORD})){{1,4}}"
_AND = r"(?:,\s|,?\s(?:et|y|e|ed|&|i)\s)"
_NAMES = rf"{_NAME}(?>(?:{_AND}{_NAME})*)"
_LANGUAGE = r"(?:l[’'])?(?!par\s|por\s)(?:[a-zà-ÿ]{4,12}|[a-zà-ÿ]{3,6}\.)"
_TRANSLATED = late(
    r"(?:(?<=[.,;:?!)»”\"’'\]\0])\s+|[(\[])"
    r"(?:(?P<note>(?:[Tt]rad\.|[Tt]radu(?:it|ction|cción|ç[aã]o|cido|zido)|[Tt]raduzione)\s(?:(?:it|fr|esp|cast|port|bras|cat|franç|ital)\."
    rf"|(?:de\s|du\s|d[aeo]l?\s|di\s|dall[’'])?{_LANGUAGE}))|[Tt]rad\.|[Tt]radu(?:it|ction|cción|ç[aã]o|cido|zido)|[Tt]raduzione)"
    r"(?:\sd[’']|\s(?:de|par|por|di|da|a\scura\sdi))?:?"
    rf"\s(?P<names>{_NAMES})[)\]]?(?=\s*(?:[.,;:)\]\0]|$))"
)
_TRANSLATION = late(
    r"(?:(?<=[.,;:?!)»”\"’'\]\0])\s+|[(\[])(?P<note>[Tt]rad\.\s(?:it|fr|esp|cast|port|bras|cat|franç|ital)\.)[)\]]?[,:]?(?=\s)"
)
_TRANSLATING = frozenset("trad traduit traduction traducción tradução traducao traducido traduzido traduzione".split())

_EDITORS_BEHIND_YEAR = Form(
    "cura dir dirs coord coords org orgs comp comps",
    rf"\A(?:(?P<names>[^()\0\d:]{{3,300}}?)|[\0\s,]+),?\s\(?(?P<year>{YEAR}[a-z]?)\)?,?\s\((?:a\scura\sdi|[Dd]irs?|[Cc]oords?|[Oo]rgs?|[Cc]omps?)\b\.?\)"
    r"\s?[:.,]?",
)
_DIRECT = rf"(?:{INITIALS}\s?(?:{FAMILY})|{_NAME})"
_EDITED_BOOK = Form(
    "cura dir dirs coord coords org orgs comp comps",
    rf"(?<=[.,;?!»”\"’'\0])\s+(?:[Ii]n|[Ee][nm]|[Dd]ans)\s?:?\s(?P<names>{_DIRECT}(?>(?:{_AND}{_DIRECT})*))"
    r",?\s\((?:a\scura\sdi|[Dd]irs?|[Cc]oords?|[Oo]rgs?|[Cc]omps?)\b\.?\)[,.:]?\s"
    r"(?:(?P<container>[^()\0]{3,200}?)(?=\s\((?:pp?|págs?)\.\s?\d))?",
)
_FIRST_EDITION = Form(
    "ed éd edição edición edizione édition",
    r"[(\[,;]\s?(?:1\s?(?:re|ère|ª|a|\.ª)\s[EeÉé]d(?:\.|ition|ición|ição|izione)|(?:[EeÉé]d(?:\.|izione)\s)?(?:[Oo]r(?:ig)?\.(?:inale)?)"
    rf"(?:\s[EeÉé]d\.)?|[EeÉé]d\.\sor(?:ig)?\.)(?:,|\s:)?\s(?P<original>{YEAR})(?=[)\],;.]|$)[)\]]?",
)
_PUBLISHER = Form(
    "éd éds ed eds édit",
    r"(?:(?<=[.,]\s)(?P<publisher>Éds?\.|Édit\.)|(?<=:\s)(?P<other>Eds?\.))"
    r"(?P<rest>\s(?:(?:de\s(?:la\s|l[’'])?|du\s|des\s)?(?:[^\W\d_a-z][^.,;:()\[\]\0]{1,50})|\d{1,3}))(?=\s?[.,;(\[\0]|$)",
)
"""``Éd. de l'EHESS``, ``Belo Horizonte: Ed. UFMG``: behind a name in front ``Ed.`` is an editor."""

_SERIES = Form(
    "colección coleção collana coll col",
    r"(?<=[.,(]\s)(?P<series>(?:[Cc]olección|[Cc]oleção|[Cc]ollana|coll?\.)\s(?:di\s|de\s)?[^\W\d_a-z][^.,;:()\[\]\0]{2,80}"
    r"(?:,\s(?:[Nn]\.?\s?[°ºo]|[Nn]úm\.|vol\.)?\s?\d{1,4})?)(?=\s*[.,;:)\]\0]|\s*$)",
)
_QUOTED_SERIES = Form(
    "",
    r"(?<=[^\W\d_],\s)«\s?(?P<series>[^«»\0]{2,80}?)\s?»(?=\s*(?:\.?\s*$|,\s(?:n°\s?\d{1,4},\s)?"
    rf"(?:{YEAR}|\d{{2,4}}\sp\.)))",
)
_ONLINE = Form("ligne línea linea linha", r"(?<=[^\s\0])\s\[(?:[Ee]n\s(?:ligne|línea|linea)|[Ee]m\slinha)\]")
_LATER_EDITION = Form(
    "nuova nueva nouvelle nova rééd reed ristampa rist",
    rf"[(\[](?P<note>(?:(?:[Nn]uova|[Nn]ueva|[Nn]ouvelle|[Nn]ova)\s[EeÉé]d(?:\.|ition|ición|ição|izione)|[Rr]éé?d\.|[Rr]ist(?:\.|ampa))"
    rf",?\s{YEAR})[)\]]",
)
_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
_ISSUE = r"(?:[Nn]\.?\s?[°ºo]|[Nn]úm\.|[Nn](?:um)?\.|[Nn]os?\.)"
_YEAR_OF_PERIODICAL = Form(
    "année annee annata anno año ano",
    r"(?<=,\s)(?:(?P<volume>\d{1,3})\s?(?:e|ème|ª|a|º|°)\s(?:année|annee|annata|año)|(?:[Aa]nno|[Aa]ño|[Aa]no)\s(?P<behind>\d{1,3}|[IVXLC]{1,7}))"
    rf"(?:,\s{_ISSUE}\s?(?P<issue>{_NUMBER}))?(?=\s*[,.;:(\0])",
)
_ISSUE_ALONE = Form(
    "n nº no núm num",
    rf"(?:(?<=[^\W\d_][,»”\"]\s)|(?<=[»”\"],\s)|(?<=\d{{4}},\s))(?:[Nn]\.?\s?[°º]|[Nn]úm\.|n\.)\s?(?P<issue>{_NUMBER})"
    rf"(?=,\s(?:pp?|págs?)\.\s?\d|,\s(?:[^\W\d_]{{3,10}}(?:[-/][^\W\d_]{{3,10}})?\.?)?\s?(?:{YEAR})?,?\s(?:pp?|págs?)\.\s?\d"
    r"|,\s[^\W\d_]{3,10}\.?,\s\d{1,3}\sp\.)",
)
_ROMAN_VOLUME = Form(
    "p pp",
    r"(?:(?<=[^\W\d_],\s)|(?<=[»”\"],\s))(?P<volume>[IVXLC]{1,8}),\s(?:(?:n\.|núm\.)\s?)?(?P<issue>\d{1,2}(?:\s?[-–/]\s?\d{1,2})?)"
    r"(?=,\s+pp?\.\s?\d+\s?[-–])",
)


def find_romance_translators(line: Line) -> None:
    """``trad. de l'allemand par P. Weir et J. Roe``, ``[Trad. Daniel Weir]``, ``trad. it.``: behind marks."""
    if not line.tells(_TRANSLATING):
        return
    for found in list(_TRANSLATED.finditer(line.open)):
        end = _end_of_names(found)
        if end > found.start("names"):
            line.claim(found.start(), end, Label.SEPARATOR)
            line.claim(found.start("names"), end, Label.TRANSLATOR)
            if found["note"]:
                line.claim(*found.span("note"), Label.NOTE)
            return
    if alone := _TRANSLATION.search(line.open):
        line.claim_match(alone, note=Label.NOTE)


def _end_of_names(found: re.Match[str]) -> int:
    """Where the names end, before a place or publisher behind them: ``trad. de Ann Weir, Buenos Aires, Alianza``."""
    names, begin = found["names"], found.start("names")
    pieces = re.split(r"(,\s)", names)
    end = 0
    for index in range(0, len(pieces), 2):
        if is_place(pieces[index]) or is_publisher(pieces[index]):
            break
        end += len(pieces[index]) + (len(pieces[index - 1]) if index else 0)
    return begin + end


def find_romance_editors(line: Line) -> None:
    """``Weir A. (2002) (a cura di),``; ``In J. Weir & A. Roe (Orgs.), Portugal``: words for editors in brackets."""
    if found := _EDITORS_BEHIND_YEAR.search(line):
        line.relabel(Label.AUTHOR, Label.EDITOR, SURE)
        line.claim_match(found, names=Label.EDITOR, year=Label.DATE)
    if within := _EDITED_BOOK.search(line):
        line.claim_match(within, names=Label.EDITOR)
        if within["container"]:
            line.claim_title(*within.span("container"), Label.CONTAINER)


def find_first_edition(line: Line) -> None:
    """``[1re éd. 1989]``, ``(ed. or. 1922)``: the year in which the work was new; ``(nuova ed. 2001)``: new again."""
    if found := _FIRST_EDITION.search(line):
        line.claim_match(found, original=Label.ORIGINAL_DATE)
    if later := _LATER_EDITION.search(line):
        line.claim_match(later, note=Label.NOTE)


def find_romance_numbers(line: Line) -> None:
    """``45e année, n° 1``, ``anno XII, n. 3``; ``n. 1, pp. 7-21``; ``XV, 3-4, pp. 235-287``."""
    if found := _YEAR_OF_PERIODICAL.search(line):
        line.claim_match(found, volume=Label.VOLUME, behind=Label.VOLUME, issue=Label.ISSUE)
    elif roman := _ROMAN_VOLUME.search(line):
        line.claim_match(roman, volume=Label.VOLUME, issue=Label.ISSUE)
    elif not line.has(Label.ISSUE) and (alone := _ISSUE_ALONE.search(line)):
        line.claim_match(alone, issue=Label.ISSUE)


def find_romance_publisher(line: Line) -> None:
    """``Paris, Éd. de l'EHESS``, ``São Paulo: Ed. 34``: a publisher that calls itself no more than that."""
    if found := _PUBLISHER.search(line):
        line.claim(*found.span(), Label.PUBLISHER)


def find_romance_series(line: Line) -> None:
    """``Colección Monografías, n.º 228``; ``Grasset, « Mondes vécus ».``: quoted behind the publisher, at the end."""
    if found := _SERIES.search(line):
        line.claim_match(found, series=Label.SERIES)
    elif "«" in line.text and line.text.count("«") == 1:
        quoted = _QUOTED_SERIES.search(line)
        if quoted and line.open.count(", ", 0, quoted.start()) >= LEAST_BEFORE:
            line.claim_match(quoted, series=Label.SERIES)


LEAST_BEFORE = 3
"""So many commas stand before a series in quotation marks: behind the names, the title, the place, the publisher."""


def find_romance_online(line: Line) -> None:
    """``Actes [En ligne]``: behind a name, and no part of it; the address says the same."""
    if found := _ONLINE.search(line):
        line.claim(*found.span(), Label.SEPARATOR)

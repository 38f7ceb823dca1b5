"""Words that only French, Italian, Portuguese and Spanish references use.

Translators (``trad. de l'anglais par``, ``[Trad. Ann Weir]``), editors (``(a cura di)``, ``(Orgs.)``), the year of the
first edition (``1re éd. 1989``, ``ed. or. 1922``), the year of a periodical and its number (``45e année, n° 1``).
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
_NAMES = rf"(?:{_WORD}{_AND})?{_NAME}(?>(?:{_AND}{_NAME})*)"
_SET_OFF = r"(?:(?<=[.,;:?!)»”\"’'\]\0])\s+|[(\[])"
_TRANSLATION = r"(?:[Tt]rad\.|[Tt]radu(?:it|ction|cción|ç[aã]o|cido|zido)|[Tt]raduzione)"
_ABBREVIATED = r"(?:it|fr|esp|cast|port|bras|cat|franç|ital)\."
_LANGUAGE = r"(?:l[’'])?(?!par\s|por\s)(?:[a-zà-ÿ]{4,12}|[a-zà-ÿ]{3,6}\.)"
_TRANSLATED = late(
    rf"{_SET_OFF}(?:(?P<note>(?:{_TRANSLATION}|[Tt]r\.)\s(?:{_ABBREVIATED}|(?:de\s|du\s|d[aeo]l?\s|di\s|dall[’'])?{_LANGUAGE}))"
    rf"|{_TRANSLATION})(?:\sd[’']|\s(?:de|par|por|di|da|a\scura\sdi))?:?"
    rf"\s(?P<names>{_NAMES})[)\]]?(?=\s*(?:[.,;:)\]\0]|$))"
)
_TRANSLATED_BY_NOBODY = late(rf"{_SET_OFF}(?P<note>[Tt]r(?:ad)?\.\s{_ABBREVIATED})[)\]]?[,:]?(?=\s)")
_TRANSLATING = frozenset(
    "tr trad traduit traduction traducción tradução traducao traducido traduzido traduzione".split()
)

_ROLE = r"(?:a\scura\sdi|sous\sla\sdir(?:\.|ection)\sde|(?:[Dd]irs?|[Cc]oords?|[Oo]rgs?|[Cc]omps?)\b\.?)"
_SMALL = r"(?:d[aeo]s?|d[ei]|del|dalla|della|la|le|y|et?|ed|i|&|v[ao]n|der)"
_PART = rf"(?>(?:[{UPPER}][\w’'‐.-]*|{_SMALL}|[,;])(?:(?<=[,;.])|(?=[\s,;])))"
_WRITTEN = rf"{_PART}(?:\s?{_PART}){{0,23}}?"
"""Names in any form: capitalised words, initials, particles, punctuation, words for "and"."""

_EDITORS_AT_HEAD = Form(
    "cura dir dirs direction coord coords org orgs comp comps",
    rf"\A(?:(?P<names>{_WRITTEN})|[\0\s,]+),?\s(?:\(?(?P<year>{YEAR}[a-z]?)\)?,?\s)?\({_ROLE}\)\s?[:.,]?",
)
_DIRECT = rf"(?:{INITIALS}\s?(?:{FAMILY})|{_NAME})"
_EDITED_BOOK = Form(
    "cura dir dirs coord coords org orgs comp comps",
    rf"(?<=[.,;?!»”\"’'\0])\s+(?:[Ii]n|[Ee][nm]|[Dd]ans)\s?:?\s(?P<names>{_DIRECT}(?>(?:{_AND}{_DIRECT})*))"
    rf",?\s\({_ROLE}\)[,.:]?\s"
    r"(?:(?P<container>[^()\0]{3,200}?)(?=\s\((?:pp?|págs?)\.\s?\d))?",
)
_EDITED_BY = Form(
    "cura edición édition établie dirigé direction coordinado compilado organizado organização coordenação edição",
    r"(?<=[.,;\0]\s)(?:(?P<note>(?:[Ee]dizione|[Éé]dition|[Ee]dición|[Ee]dição)(?:\s[a-zà-ÿ]+)?)\s)?"
    r"(?:a\scura\sdi|établie\spar|(?:dirigée?|édité)\spar|sous\sla\sdirection\sde|(?:coordinado|compilado|dirigido|editado)\spor"
    r"|(?:coordenad|organizad)[ao]\spor|(?<=edición )de|(?<=edição )de)"
    rf"\s(?P<names>{_NAMES})(?=\s*(?:[.,;()\0]|$))",
)
_FIRST_EDITION = Form(
    "ed éd edição edición edizione édition",
    r"[(\[,;]\s?(?:1\s?(?:re|ère|ª|a|\.ª)\s[EeÉé]d(?:\.|ition|ición|ição|izione)|(?:[EeÉé]d(?:\.|izione)\s)?(?:[Oo]r(?:ig)?\.(?:inale)?)"
    rf"(?:\s[EeÉé]d\.)?|[EeÉé]d\.\sor(?:ig)?\.)(?:,|\s:)?\s(?P<original>{YEAR})(?=[)\],;.]|$)[)\]]?",
)
_PUBLISHER = Form(
    "éd éds ed eds édit",
    r"(?:(?<=[.,]\s)(?P<publisher>Éds?\.|Édit\.)|(?<=[:;]\s)(?<!n:\s)(?P<other>(?:[^\W\d_a-z][^.,;:()/\0]{2,60}(?:/|;\s))?Eds?\.))"
    r"(?P<rest>\s(?:(?:de\s(?:la\s|l[’'])?|du\s|des\s|da\s|do\s)?(?:[^\W\d_a-z][^.,;:()\[\]\0]{1,50})|\d{1,3}))(?=\s?[.,;(\[\0]|$)",
)
"""A publisher: ``Éd. de l'EHESS``, ``Belo Horizonte: Ed. UFMG``. After a name at the start, ``Ed.`` is an editor."""

_OF_SERIES = (
    r"(?:di\s|de\s)?[^\W\d_a-z][^.,;:()\[\]\0]{2,80}"
    rf"(?:,\s(?!{YEAR}\b)(?:[Nn]\.?\s?[°ºo]|[Nn]úm\.|vol\.)?\s?\d{{1,4}})?"
)
_SERIES = Form(
    "colección coleção collana coll col serie série",
    rf"(?:(?<=[.,?!]\s)|\()(?:coll?\.\s(?P<short>{_OF_SERIES})|(?P<series>(?:[Cc]olección|[Cc]oleção|[Cc]ollana|Serie|Série)\s{_OF_SERIES}))"
    r"(?:\)|(?=\s*[.,;:\]\0]|\s*$))",
)
_QUOTED_SERIES = Form(
    "",
    r"(?<=[^\W\d_],\s)«\s?(?P<series>[^«»\0]{2,80}?)\s?»(?=\s*(?:\.?\s*$|,\s(?:n°\s?\d{1,4},\s)?"
    rf"(?:{YEAR}|\d{{2,4}}\sp\.)))",
)
_ONLINE = Form("ligne línea linea linha", r"(?<=[^\s\0])\s\[(?:[Ee]n\s(?:ligne|línea|linea)|[Ee]m\slinha)\]")
_LATER_EDITION = Form(
    "nuova nueva nouvelle nova rééd reed ristampa rist reimp reimpr",
    rf"(?:[(\[]|(?<=\d,\s))(?P<note>(?:(?:[Nn]uova|[Nn]ueva|[Nn]ouvelle|[Nn]ova)\s[EeÉé]d(?:\.|ition|ición|ição|izione)|[Rr]éé?d\."
    rf"|[Rr]ist(?:\.|ampa)),?\s{YEAR}|\d{{1,2}}\.?ª\sreimpr?\.)(?:[)\]]|(?=[.,;]|$))",
)
_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
_ISSUE = r"(?:[Nn]\.?\s?[°ºo]|[Nn]úm\.|[Nn](?:um)?\.|[Nn]os?\.)"
_YEAR_OF_PERIODICAL = Form(
    "année annee annata anno año ano a",
    r"(?<=,\s)(?:(?P<volume>\d{1,3})\s?(?:e|ème|ª|a|º|°)\s(?:année|annee|annata|año)|(?:[Aa]nno|[Aa]ño|[Aa]no|a\.(?=\s[IVX]))\s(?P<after>\d{1,3}|[IVXLC]{1,7}))"
    rf"(?:,\s{_ISSUE}\s?(?P<issue>{_NUMBER}))?(?=\s*[,.;:(\0])",
)
_ISSUE_ALONE = Form(
    "n nº no núm num",
    rf"(?:(?<=[^\W\d_][,»”\"]\s)|(?<=[»”\"],\s)|(?<=\d{{4}},\s)|(?<=\0))(?:[Nn]\.?\s?[°º]|[Nn]úm\.)\s?(?P<issue>{_NUMBER})"
    rf"(?=(?:\s\({YEAR}\))?,\s(?:pp?|págs?)\.\s?\d|,\s(?:[^\W\d_]{{3,10}}(?:[-/][^\W\d_]{{3,10}})?\.?)?\s?(?:{YEAR})?,?\s(?:pp?|págs?)\.\s?\d"
    r"|,\s[^\W\d_]{3,10}\.?,\s\d{1,3}\sp\.)",
)
_TOME = Form("t tome tomo", r"(?<=,\s)t(?:\.|omo|ome)\s(?P<volume>\d{1,2}|[IVX]{1,4})(?=,\s[^\W\d_])")
_ISSUE_OF_YEAR = Form(
    "n nº no",
    rf"(?<=,\s)(?P<year>{YEAR})/(?P<issue>\d{{1,2}}),?\s\(?(?:[Nn]\.?\s?[°º]|[Nn]o\b\.?)\s?(?P<volume>\d{{1,4}})\)?(?=,\s)",
)
"""``2003/1, n° 11``: issue 1 of the year and 11 of the whole run, which Cairn's own export has as the volume."""

_MONTHS = Form("p pp pág págs", r"(?<=\0,\s)(?P<day>[a-zç]{4,10}[-–][a-zç]{4,10})(?=,\s(?:pp?|págs?)\.\s?\d)")
_VOLUME_AND_ISSUE = Form("vol", r"(?<=,\s)vol\.\s(?P<volume>\d{1,3})[-–](?P<issue>\d{1,2})(?=,\s(?:pp?|págs?)\.\s?\d)")
"""``vol. 44-3``: volume 44, issue 3; but ``vol. 11-12`` is two volumes."""

_ROMAN_VOLUME = Form(
    "p pp",
    r"(?:(?<=[^\W\d_],\s)|(?<=[»”\"\0],\s))(?P<volume>[IVXLC]{1,8}),\s(?:(?:n\.|núm\.)\s?)?(?P<issue>\d{1,2}(?:\s?[-–/]\s?\d{1,2})?)"
    r"(?=,\s+pp?\.\s?\d+\s?[-–])",
)


def find_romance_translators(line: Line) -> None:
    """``trad. de l'allemand par P. Weir et J. Roe``, ``[Trad. Daniel Weir]``: translators. ``trad. it.``: a note."""
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
    if alone := _TRANSLATED_BY_NOBODY.search(line.open):
        line.claim_match(alone, note=Label.NOTE)


def _end_of_names(found: re.Match[str]) -> int:
    """Where the names end, before a place or publisher that follows: ``trad. de Ann Weir, Buenos Aires, Alianza``."""
    names, begin = found["names"], found.start("names")
    pieces = re.split(r"(,\s)", names)
    end = 0
    for index in range(0, len(pieces), 2):
        if is_place(pieces[index]) or is_publisher(pieces[index]):
            break
        end += len(pieces[index]) + (len(pieces[index - 1]) if index else 0)
    return begin + end


def find_romance_editors(line: Line) -> None:
    """Editors with the word in brackets: ``Weir A. (2002) (a cura di),``; ``In J. Weir & A. Roe (Orgs.), Portugal``."""
    if found := _EDITORS_AT_HEAD.search(line):
        line.relabel(Label.AUTHOR, Label.EDITOR, SURE)
        line.claim_match(found, names=Label.EDITOR, year=Label.DATE)
    if by := _EDITED_BY.search(line):
        end = _end_of_names(by)
        line.claim(by.start(), end, Label.SEPARATOR)
        line.claim(by.start("names"), end, Label.EDITOR)
        if by["note"]:
            line.claim(*by.span("note"), Label.NOTE)
    if within := _EDITED_BOOK.search(line):
        line.claim_match(within, names=Label.EDITOR)
        if within["container"]:
            line.claim_title(*within.span("container"), Label.CONTAINER)


def find_first_edition(line: Line) -> None:
    """Year of the first edition, ``[1re éd. 1989]``, ``(ed. or. 1922)``; of a later one, ``(nuova ed. 2001)``."""
    if found := _FIRST_EDITION.search(line):
        line.claim_match(found, original=Label.ORIGINAL_DATE)
    if later := _LATER_EDITION.search(line):
        line.claim_match(later, note=Label.NOTE)


def find_romance_numbers(line: Line) -> None:
    """Volumes and issues: ``45e année, n° 1``, ``anno XII, n. 3``; ``n.º 1, pp. 7-21``; ``XV, 3-4, pp. 235-287``."""
    if found := _YEAR_OF_PERIODICAL.search(line):
        line.claim_match(found, volume=Label.VOLUME, after=Label.VOLUME, issue=Label.ISSUE)
    elif (both := _VOLUME_AND_ISSUE.search(line)) and int(both["issue"]) != int(both["volume"]) + 1:
        line.claim_match(both, volume=Label.VOLUME, issue=Label.ISSUE)
    elif of_year := _ISSUE_OF_YEAR.search(line):
        line.claim_match(of_year, year=Label.DATE, issue=Label.ISSUE, volume=Label.VOLUME)
    elif tome := _TOME.search(line):
        line.claim_match(tome, volume=Label.VOLUME)
    elif roman := _ROMAN_VOLUME.search(line):
        line.claim_match(roman, volume=Label.VOLUME, issue=Label.ISSUE)
    elif not line.has(Label.ISSUE) and (alone := _ISSUE_ALONE.search(line)):
        line.claim_match(alone, issue=Label.ISSUE)
    if months := _MONTHS.search(line):
        line.claim_match(months, day=Label.DAY)


def find_romance_publisher(line: Line) -> None:
    """A publisher whose name begins with "Éd." or "Ed.": ``Paris, Éd. de l'EHESS``, ``São Paulo: Ed. 34``."""
    if found := _PUBLISHER.search(line):
        line.claim(*found.span(), Label.PUBLISHER)


def find_romance_series(line: Line) -> None:
    """``Colección Monografías, n.º 228``; ``Grasset, « Mondes vécus ».``: a series, quoted only at the end."""
    if found := _SERIES.search(line):
        line.claim_match(found, short=Label.SERIES, series=Label.SERIES)
    elif "«" in line.text and line.text.count("«") == 1:
        quoted = _QUOTED_SERIES.search(line)
        if quoted and line.open.count(", ", 0, quoted.start()) >= LEAST_BEFORE:
            line.claim_match(quoted, series=Label.SERIES)


LEAST_BEFORE = 3
"""At least so many commas precede a series in quotation marks: after the names, the title, the place, the publisher."""


def find_romance_online(line: Line) -> None:
    """``Actes [En ligne]``: not part of the name that it follows, and the address says the same."""
    if found := _ONLINE.search(line):
        line.claim(*found.span(), Label.SEPARATOR)

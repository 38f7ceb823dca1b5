"""An institution as the author, in a sentence of its own: ``Centers for Disease Control and Prevention. Title``."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.names import UPPER
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_SENTENCE = re.compile(
    rf"(?P<names>(?:[Tt]he\s)?[{UPPER}][^.,:;()\[\]“”\"\0]{{5,110}})(?:\s\((?P<short>[A-Z][\w-]{{1,9}})\))?"
    rf"(?:(?(short),\s(?=[{UPPER}])|(?!))|\.\s(?=[{UPPER}“\"'‘])|,\s(?=[“\"'‘])|\s(?={YEAR}[a-z]?,?\s[“\"'‘]))"
)
_ACRONYM = re.compile(rf"(?P<names>[A-Z]{{3,8}})[.:]\s(?=[{UPPER}][A-Za-z])")
_EXPLAINED = re.compile(
    rf"(?P<names>[A-Z]\w{{2,11}}\s[\[(][{UPPER}][^()\[\]\0\d]{{5,110}}[\])])(?=[.,]?\s\(?(?:\d{{4}}|Hrsg|Hg|[Ee]ds?\b))"
)
_COUNTRIES = (
    r"(?:United\s(?:States|Kingdom)|U\.S|USA|Great\sBritain|England\sand\sWales|Scotland|Ireland|Northern\sIreland|Canada|Australia"
    r"|New\sZealand|India|South\sAfrica|European\sUnion|UNITED\s(?:STATES|KINGDOM)|GREAT\sBRITAIN|CANADA|AUSTRALIA)"
)
_OF_COUNTRY = Form(
    "department ministry office congress parliament house senate treasury bureau commission committee board cabinet",
    rf"\A(?P<names>{_COUNTRIES}\.\s(?>(?:[A-Z][a-z]+\s){{0,3}}(?:Department|Ministry|Office|Congress|Parliament|House|Senate|Treasury|Bureau"
    r"|Commission|Committee|Board|Cabinet)\b[^.(\0]{0,90}(?:\.\s?|\s(?=\(\d{4}))){1,4})(?=[A-Z(\d])",
)
"""A body after its country, as library catalogues print it: ``Great Britain. Home Office.`` (AACR2, 24.18)."""

_IN_SENTENCES = re.compile(
    rf"(?P<names>[{UPPER}][^,:;()\[\]“”\"\0]{{8,150}})[.,]\s"
    rf"\(?(?:[Nn]\.\s?d\.|[Nn]o\sdate|(?P<year>{YEAR}[a-z]?))\)?[.,]?\s(?=[“\"‘'])"
)
"""A body and its division, before the year and a title in quotes: ``Council of Europe. Secretariat. 2015. “…``."""

_PUBLISHED_BY_IT = re.compile(
    rf"(?P<names>[{UPPER}][^,:;()\[\]“”\"\0\d]{{2,80}}),\s"
    rf"(?=[{UPPER}“\"‘'][^\0]{{4,250}}:\s(?P=names)(?=[.;)]|,\s[\da-z]|\s?\(|$))"
)
"""A body, a title, and the same body as the publisher: ``UNHCR, Global Trends, Geneva: UNHCR, 2015``."""

_QUOTED = (' "', " “", " '", " ‘")

_BEFORE_COLON = Form(
    "ministry department office committee commission board",
    rf"\A(?P<names>(?:[{UPPER}][a-z]+\s)?(?:Ministry|Department|Office|Committee|Commission|Board)\s(?:of|for|on)\s"
    rf"[^.:;()“”\"\0\d]{{3,120}}):\s(?=[{UPPER}])",
)
"""A body of state before the colon of its title: ``Ministry of Hedges, Ditches and Gates: Report``."""

_GROUPS = frozenset("Collaborators Collaboration Investigators Consortium Group Initiative Committee Network".split())
"""Last words of the names of groups of authors."""

_OFFICES = frozenset("Secretary Minister Ministers Commissioner Commissioners Chancellor Comptroller".split())
"""First words of the names of offices of state, before "of" or "for"."""

_NATIONS = frozenset("National European International World British American Royal Australian Canadian Federal".split())
_SMALL = frozenset("of for and the on in to de des du la y e und für der".split())
SURE = 0.97
"""The confidence of such an author."""


def find_body_that_publishes(line: Line) -> None:
    """A body before the title and again as the publisher: ``UNHCR, Global Trends: 2014, Geneva: UNHCR, 2015``."""
    found = _PUBLISHED_BY_IT.match(line.open) if ": " in line.text else None
    if found and any(is_institution_word(word) or is_acronym(word) for word in found["names"].split()):
        line.claim_match(found, SURE, names=Label.AUTHOR)


def find_body(line: Line) -> None:
    """The first sentence, if its first or last word is one that names bodies and all of it reads like a name.

    Or the text before a title in quotation marks: ``Secretary of State for Education, 'Schools and freedom'``.

    Or a name that is repeated as the publisher, in MDPI's journals: ``Ditch Office Hedges; Ditch Office: Leeds``.

    Or an acronym, ``OECD. PISA 2018 results``, ``UNHCR: Global trends``, also with the full name after it:
    ``ZA [Zentralarchiv]``.
    """
    if of_country := _OF_COUNTRY.search(line):
        line.claim_match(of_country, SURE, names=Label.AUTHOR)
        return
    if before := _BEFORE_COLON.search(line):
        line.claim_match(before, SURE, names=Label.AUTHOR)
        return
    if explained := _EXPLAINED.match(line.open):
        line.claim(*explained.span("names"), Label.AUTHOR)
        return
    if acronym := _ACRONYM.match(line.open):
        line.claim_match(acronym, SURE, names=Label.AUTHOR)
        return
    divided = _IN_SENTENCES.match(line.open) if any(mark in line.text for mark in _QUOTED) else None
    if divided and ". " in divided["names"] and _is_body(divided["names"].partition(". ")[0].split()):
        line.claim_match(divided, SURE, names=Label.AUTHOR, year=Label.DATE)
        return
    found = _SENTENCE.match(line.open)
    if found and _is_body(found["names"].removeprefix("The ").removeprefix("the ").split()):
        line.claim(*found.span(), Label.SEPARATOR)
        end = found.end("short") + len(")") if found["short"] else found.end("names")
        line.claim(found.start("names"), end, Label.AUTHOR, SURE)
        return
    for body in map(line.printed, line.of(Label.PUBLISHER) if line.has(Label.PUBLISHER) else ()):
        if line.open.startswith(f"{body} ") and is_institution_word(body.split()[0]):
            line.claim(0, len(body), Label.AUTHOR)


def _is_body(words: list[str]) -> bool:
    if len(words) < 2 or any(word[0].islower() and word not in _SMALL for word in words):
        return False
    first, *_, last = words
    if last in _GROUPS or is_institution_word(last):
        return True
    is_named = first in _NATIONS and any(map(is_institution_word, words[1:]))
    is_named = is_named or any(is_institution_word(word) and after in _SMALL for word, after in pairwise(words[1:]))
    return is_named or ((first in _OFFICES or is_institution_word(first)) and words[1] in _SMALL)

"""Editors and translators after words for their role: ``Edited by``, ``Aus dem Englischen von``."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.names import UPPER
from reflist.grammar.places import is_place
from reflist.grammar.publishers import is_publisher
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import SURE, Form, Line

_PLAIN_NAME = rf"[{UPPER}](?:[\w’'‐-]+|\.)(?:\s(?:[{UPPER}]\.|von|van|de|der|[{UPPER}][\w’'‐-]+)){{1,3}}"
_GERMAN_TRANSLATORS = late(
    r"(?<=[.,;(\[])\s*(?:[Aa]us\s+d(?:em\s+|\.\s*)\w+\.?(?:\s+(?:übersetzt|übertragen))?\s+v(?:on|\.)|[ÜüUu]bers(?:etzt|\.)?\s*(?:von|v\.)"
    rf"|[Dd]eutsch\s+von)\s+(?P<names>{_PLAIN_NAME}(?:(?:,\s|\su(?:nd|\.)\s){_PLAIN_NAME})*)[)\]]?(?=[.,;)\]])"
)
_GERMAN_EDITORS = Form(
    "hrsg hg besorgt herausgegeben bearbeitet",
    r"(?<=[.,;(\[])\s*(?:[Hh](?:rs)?g\.(?:\s*(?:für\s[^.,;()\0]{3,60}?\s)?(?:von|v\.))?"
    r"|(?:neu\s)?(?:besorgt|herausgegeben|bearbeitet)\svon)\s+"
    rf"(?P<names>{_PLAIN_NAME}(?:(?:,\s|\s?/\s?|\su(?:nd|\.)\s){_PLAIN_NAME})*)(?=\s*[.,;)\]\0])",
)
_TRANSLATED = frozenset({"aus", "deutsch"})

_WORD = rf"[{UPPER}][\w’'‐-]+"
_PARTICLE = r"(?>(?:(?:v[ao]n|d[aeiou]|d[eo]s|de[lnr]|della|la|le|ter|ten|zu[mr]?|af|al|el|bin|ibn|[’']t)\s){0,3})"
_INITIALS = rf"(?:[{UPPER}][a-z]?\.[\s-]?){{1,4}}(?<!\s)"
_GIVEN = rf"(?:{_INITIALS}|[{UPPER}]{{1,3}}|{_WORD})(?:\s(?:{_INITIALS}|{_WORD}(?=\s)))?"
_NAME = rf"{_GIVEN}\s{_PARTICLE}{_WORD}(?:,?\s(?:Jr|Sr)\b\.?)?"
_NAMES = rf"(?P<names>(?:{_WORD}\s(?:and|&)\s)?{_NAME}(?>(?:,\s{_NAME})*)(?:,?\s(?:and|&)\s{_NAME})?)"
_ROLE = (
    r"(?:edited|ed\.|translated(?:\sfrom\s(?:the\s)?[a-z]+)?|transl?\.|introduced|selected|compiled|collected|annotated|revised|abridged"
    r"|with\s(?:an\s)?introduction(?:\sand\snotes)?)"
)
_JOINT = r"(?:,\s(?:and\s)?|\s(?:and|&)\s|\s(?=with\s))"
_ROLES = Form(
    "edited ed eds translated trans transl tr",
    r"(?:(?<=[.,;:?!)\]”\"’'\0])\s+|[(\[])(?P<roles>"
    rf"(?i:{_ROLE}(?:{_JOINT}{_ROLE}){{0,3}},?\sby)|[Ee]d\.\s(?:and|&)\s[Tt]ransl?\.|[Tt]ransl?\.\s(?:and|&)\s[Ee]d\.|(?<=\()tr\.|"
    r"[Tt]ransl?\.(?!\s\w+\.?\s(?:Soc|Inst|Math|Acad)\b)|(?<!v\.\s)(?<!l\.\s)[Ee]ds?\.)"
    rf"\s{_NAMES}(?:(?<=[JS]r\.)(?=[\s,])|(?=\s*(?:[.,;:()\[\]\0]|$)|\swith\s(?!an?\s)|\s\d{3, 10}\.))",
)
_TRANSLATOR_WITHIN = Form(
    "trad trads trans translator translators",
    r"(?:[(\[]|;\s)(?P<names>[^()\[\]\0\d;]{3,80}?),\s(?:[Tt]rads?\b\.?|[Tt]rans\.|[Tt]ranslators?)(?:[)\]]|(?=[;\0]))",
)
_TRANSLATOR_AFTER = Form("trans transl translator", rf"(?<=[.,;\0]\s){_NAMES}\s\([Tt]rans(?:l|lators?)?\.?\)[,.:]?")
_EDITOR_AND_TRANSLATOR = Form(
    "trans transl",
    rf"(?<=\b[Ii]n\s){_NAMES}\s\((?:[Ee]ds?\.?\s(?:and|&)\s[Tt]ransl?|[Tt]ransl?\.?\s(?:and|&)\s[Ee]ds?)\b\.?\)[,.:]?",
)
_TITLE_BEFORE = re.compile(rf"(?P<first>{_WORD})\s[^,]+,\s(?=(?P<last>{_WORD})\s)")
_INTRODUCED = Form(
    "introduction foreword preface afterword epilogue"
    " vorwort nachwort einleitung einführung geleitwort beitrag beiträgen mitarbeit",
    r"(?:(?<=[.,;?!\0]\s)|\()(?P<note>(?:[Ww]ith\s(?:an?\s)?(?:new\s)?(?:[Ii]ntroduction|[Ff]oreword|[Pp]reface|[Aa]fterword|[Ee]pilogue)"
    r"|[Mm]it\s(?:einem\s|einer\s)?(?:[a-z]+en\s)?(?:Vorwort|Nachwort|Einleitung|Einführung|Geleitwort|Beitrag|Beiträgen)"
    r"|[Uu]nter\s(?:der\s)?Mitarbeit)"
    rf"(?:\s(?:by|von|to\sthe\s\w+\s[Ee]dition)(?:\s{_NAMES.replace('names', 'persons')})?)?"
    rf"(?:\sand\s(?:an?\s)?(?:new\s)?(?:introduction|afterword|preface)\sby\s{_NAMES.replace('names', 'others')})?)"
    r"\)?(?=\s*(?:[.,;(\0]|$))",
)
_HELPING = Form(
    "with",
    r"(?<=[\s\0])(?P<note>(?:\(|&\s|and\s)?(?:with\s(?:the\s)?(?:collaboration|assistance|cooperation|help|contributions?)\s(?:of|by|from)"
    r"|in\s(?:collaboration|cooperation|association|conjunction)\swith)"
    rf"\s{_NAMES.replace('names', 'helping')}\)?)"
    rf"|(?<=[\s\0])\(with\s(?:{_NAMES}|(?P<inverted>{_WORD},\s{_INITIALS}))\)(?=,?\s\(?\d{{4}}|\.\s)"
    r"|(?<=[\s\0])(?P<bracketed>\(in\s(?:collaboration|cooperation|conjunction)\swith\s[^()\0]{3,120}\))"
    rf"|(?<=\0),?\s(?P<beside>with\s(?!an?\s){_NAMES.replace('names', 'others')})(?=\s*[.,;(\0])",
)
_WITH_OTHERS = Form("with", rf"(?<=\d\)),\swith\s{_NAMES}(?=,\s[^\W\d_a-z])")
_EDITED = frozenset({"ed", "eds", "edited"})
_OF_SERIES = Form(
    "series gen general",
    rf"\b[Ii]n:?\s(?P<series>{_NAMES.replace('?P<names>', '?:')})\s\((?:Series|Gen(?:eral|\.))\s[Ee]ds?\.?\)"
    rf"(?:,?\s(?:&|and)\s|,\s){_NAMES}\s\(Vol(?:ume|\.)\s[Ee]ds?\.?\)[,.:]?\s",
)
_BOTH = re.compile(rf"(?P<roles>(?i:{_ROLE}(?:{_JOINT}{_ROLE}){{1,3}}))(?:,?\sby)?\Z", re.IGNORECASE)
LONGEST_ROLE = 90
"""The words for both roles have at most so many characters before the names."""

LONGEST_HEAD = 200
"""After so many characters the title has begun."""


def find_translators(line: Line) -> None:
    """Translators: ``Aus dem Französischen von Ann Weir``, ``Übers. v. Ann Weir``, ``Deutsch von …``."""
    may_be = line.tells(_TRANSLATED) or "bers" in line.text
    if may_be and (found := _GERMAN_TRANSLATORS.search(line.open)):
        line.claim_match(found, names=Label.TRANSLATOR)


def find_editors_by_role(line: Line) -> None:
    """Editors, in German: ``Hrsg. Ann Weir und Carl Lee``, ``hg. v. Ann Weir``, ``besorgt von J. Weir``."""
    if found := _GERMAN_EDITORS.search(line):
        line.claim_match(found, names=Label.EDITOR)


def find_english_roles(line: Line) -> None:
    """``Edited and introduced by Ann Weir``, ``Translated by A. Weir, Jr.``: full names after English words for a role.

    Those who translated and edited are labelled translators; `did_both` tells that they are the editors too.
    """
    for found in list(_ROLES.finditer(line)):
        roles = found["roles"].casefold()
        translated = "trans" in roles or roles == "tr."
        if roles.endswith(("ed.", "eds.")) and (is_place(found["names"]) or _is_said_of_name_before(line.text, found)):
            continue  # "Algeria. Ed. New York: Knopf"
        if translated or not _EDITED.isdisjoint(re.split(r"[^a-z]+", roles)):
            end = _end_of_persons(found)
            line.claim(found.start(), end, Label.SEPARATOR)
            line.claim(found.start("names"), end, Label.TRANSLATOR if translated else Label.EDITOR)
    if within := _TRANSLATOR_WITHIN.search(line):
        line.claim_match(within, names=Label.TRANSLATOR)
    if both := _EDITOR_AND_TRANSLATOR.search(line):
        line.claim_match(both, names=Label.EDITOR)
    if after := _TRANSLATOR_AFTER.search(line):
        title = _TITLE_BEFORE.match(after["names"])
        if title and title["last"] in words("given_names") and title["first"] not in words("given_names"):
            start = after.start("names") + title.end()  # "Homo Academicus, Ann Weir (trans.)"
            line.claim(start, after.end(), Label.SEPARATOR)
            line.claim(start, after.end("names"), Label.TRANSLATOR)
        else:
            line.claim_match(after, names=Label.TRANSLATOR)


_NAME_BEFORE = re.compile(
    rf"(?:^|[.,;”\"’]\s|\b(?:[Ii]n:?|and|&)\s)(?:{_WORD},\s{_GIVEN}|{_WORD}\s[{UPPER}]{{1,3}}|{_GIVEN}\s{_PARTICLE}{_WORD}),\Z"
)
LONGEST_NAME = 60
"""A name before the word for its role has at most so many characters."""


def _is_said_of_name_before(text: str, role: re.Match[str]) -> bool:
    """Whether ``ed.`` belongs to the name before it and a title follows: ``Leach, Neil, ed. Rethinking Architecture``.

    A title does not begin as a name does, with initials or a known given name.
    """
    first = role["names"].split()[0]
    if "." in first or first.partition("-")[0] in words("given_names"):
        return False
    return _NAME_BEFORE.search(text[: role.start("roles")].rstrip(), max(0, role.start() - LONGEST_NAME)) is not None


_ROLE_AFTER_YEAR = Form(
    "ed eds hrsg hg",
    rf"\A(?P<names>[^()\0\d:]{{3,300}}?),?\s\(?(?P<year>{YEAR}[a-z]?)\)?,?\s\((?:[Ee]ds?|Hrsg|Hg)\b\.?\)\s?[:.,]?",
)


def _end_of_persons(found: re.Match[str]) -> int:
    """Where the names end, before a publisher or a place that follows: ``trans. M. Cook, New York: Ditch``."""
    end, names = found.end(), found["names"]
    while ", " in names and (is_place(last := names.rpartition(", ")[2]) or is_publisher(last)):
        names = names.rpartition(", ")[0]
        end = found.start("names") + len(names)
    return end


_YEAR_AND_ROLE = Form(
    "ed eds hrsg hg",
    rf"\A(?:(?P<names>[^()\0\d]{{3,300}}?)|[\0\s,]+)\s?\((?P<year>{YEAR}[a-z]?),\s?(?:[Ee]ds?|Hrsg|Hg)\b\.?\)\s?[:.,]?",
)


def find_year_with_role(line: Line) -> None:
    """``Weir, A. (2006, Eds.)``, ``Weir, A. 2006 (ed.)``: the word for editors is next to the year."""
    if found := _YEAR_AND_ROLE.search(line) or _ROLE_AFTER_YEAR.search(line):
        line.relabel(Label.AUTHOR, Label.EDITOR, SURE)
        line.claim_match(found, names=Label.EDITOR, year=Label.DATE)


def find_editors_of_series(line: Line) -> None:
    """``In A. Weir (Series Ed.) & C. Roe (Vol. Ed.), Handbook``: the editors of the series and of the book."""
    if found := _OF_SERIES.search(line):
        line.claim_match(found, series=Label.SERIES_EDITOR, names=Label.EDITOR)


def find_introduction(line: Line) -> None:
    """``With an introduction by Ann Weir``: a remark about a book after its title, not part of the title."""
    if found := _INTRODUCED.search(line):
        line.claim(*found.span(), Label.SEPARATOR)
        line.claim(*found.span("note"), Label.NOTE)


def find_helpers(line: Line) -> None:
    """Further authors: ``Weir, A. (with C. Roe) (2004)``, ``(2004), with C. Roe, Title``.

    ``(with the assistance of C. Roe)`` becomes a note.
    """
    if others := _WITH_OTHERS.search(line):
        line.claim_match(others, names=Label.AUTHOR)
        return
    found = _HELPING.search(line)
    if not found or found.start() > LONGEST_HEAD:
        return
    if group := next((group for group in ("note", "bracketed", "beside") if found[group]), None):
        line.claim(*found.span(), Label.SEPARATOR)
        start, end = found.span(group)
        opened = line.text[start] == "("
        line.claim(start + opened, end - opened, Label.NOTE)
    else:
        line.claim_match(found, names=Label.AUTHOR, inverted=Label.AUTHOR)


def did_both(before: str) -> bool:
    """Whether the words right before names say that these persons both edited and translated.

    >>> did_both("Community. Translated and edited by "), did_both("Community. Translated by ")
    (True, False)
    """
    found = _BOTH.search(before.rstrip(), max(0, len(before) - LONGEST_ROLE))
    return found is not None and "trans" in found["roles"].casefold() and "ed" in found["roles"].replace("lated", "")

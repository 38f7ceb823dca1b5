"""What a work calls itself, set off from its title; and a series with its number in brackets."""

import re

from reflist.grammar.designations import read_designation
from reflist.grammar.places import is_place
from reflist.prose.labels import Label
from reflist.prose.line import Line

_SERIES = re.compile(
    r"[(\[]=?\s*(?P<report>[^\W\d_][^()\[\]\0]{3,120}?[,;.]?\s+(?:Bd|Band|Nr|No|Vol|Heft|H|Bde|Nos|Sonderband|Sonderheft)\b\.?\s*\d{1,4})\s*[)\]]"
)
_PERIODICAL = re.compile(r"\b(?:Jg|Jahrgang|pp|S)\b")
_DEGREE = (
    r"(?:[Ii]naugural-?)?[Dd]issertation|[Dd]iss\.|[Hh]abilitations?(?:schrift)?|[Hh]abil\.(?:-[Ss]chr\.)?"
    r"|(?:[Dd]iplom|[Mm]agister|[Mm]aster|[Bb]achelor|[Ss]taatsexamens|[Ll]izentiats)arbeit|[Mm]agisterarb\."
)
_FIELD = r"(?:(?:phil|jur|rer\.?\s?(?:pol|nat|soc)|oec|med|theol|soz)\.?\s*)?"
_THESIS = re.compile(
    r"(?<=[.,;])\s+(?P<genre>(?:[Uu]nver(?:öff(?:entlichte)?|\.)?\.?\s+|[Uu]nv\.\s+|[Mm]asch(?:inenschriftliche|\.)?\s+)?"
    rf"(?:[Pp]hil\.\s?)?(?:{_DEGREE})(?<=\w|\.)\s?{_FIELD})(?=\s*[.,;:(\0]|\s+[^\W\d_a-z])"
    rf"|\(\s*(?P<bracketed>(?:[Uu]nver(?:öff(?:entlichte)?)?\.?\s+|[Uu]nv\.\s+)?(?:{_DEGREE})\s?{_FIELD})(?=\s*[,)])"
)


def find_series_in_brackets(line: Line) -> None:
    """``(= Industrielle Welt, Bd. 44)``: a series and the number in it; no place of a periodical, no town."""
    for found in list(_SERIES.finditer(line.open)):
        named = read_designation(found["report"])
        is_series = named is not None and named.series and not is_place(found["report"].partition(",")[0])
        if is_series and not _PERIODICAL.search(found["report"]):
            line.claim_match(found, report=Label.REPORT)


def find_thesis_set_off(line: Line) -> None:
    """``, Diss.,``, ``(Unveröff. Diplomarbeit)``: between marks that set it off from the title."""
    if found := _THESIS.search(line.open):
        group = "genre" if found["genre"] else "bracketed"
        line.claim_match(found, **{group: Label.THESIS})

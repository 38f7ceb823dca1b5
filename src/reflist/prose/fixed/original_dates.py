"""The year of the original publication, beside that of the edition cited."""

import re

from reflist.grammar.dates import YEAR
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line

_ORIGINAL = re.compile(
    rf"\(\s*(?:original(?:ly)?\s+(?:work\s+)?published|first\s+published|orig\.?(?:\s+publ?\.?)?"
    r"|(?:\w+\.?\s)?orig(?:inal(?:ausgabe|fassung)?|\.)?:?"
    rf"|(?:trabajo|trabalho|obra|œuvre|ouvrage)\s+original\w*\s+pub\w+)\s*(?:(?:in|en|em)\s*)?"
    rf"(?P<original>{YEAR})\s*\)\.?|(?<=[.,;]\s)(?:originally|first)\s+published\s+(?:in\s+)?(?P<last>{YEAR})\.?\s*$",
    re.IGNORECASE,
)
_ORIGINAL_WORDS = frozenset("original originally orig origin originalausgabe originalfassung first".split())
_EARLIER_LAST = re.compile(rf"(?<=\s)(?P<year>{YEAR})\s?[(\[](?P<original>{YEAR}(?:/\d\d)?)[)\]](?:\.?\s*$|(?=\.\s))")
_BEFORE_YEAR = re.compile(rf"(?<=[.,])\s[\[(](?P<original>{YEAR})[\])]\s\(?(?P<year>{YEAR}[a-z]?)(?:\)|(?=[.:]\s))")
_REPRINTED = late(
    rf"[.?!]\s(?:(?P<quoted>[“\"])[^“”\".]{{3,150}}[.?!]?[”\"]|[^\s.,?!:\d]+[\s:][^.?!\d]{{2,150}}[.?!])\s(?P<original>{YEAR})\.\s"
    rf"(?=(?P<name>[^\W\d_a-z][^.,\d]{{2,100}}),(?:[^.\d]{{2,100}},)?\s(?P<year>{YEAR})[.,])"
)
LONGEST_HEAD = 300
"""After so many characters of names and years the title has begun."""

_AFTER_BRACKETS = re.compile(rf"(?<=\({YEAR}\))\s*\[(?P<original>{YEAR})\](?=\s*[:.,])")
_YEARS_BESIDE = re.compile(r"[(\[]\d{4}(?:/\d\d)?[)\]](?:\s\(?\d{4}|\s*\[|(?<=\d.{6})|(?<=\d\s.{6}))")
"""Text that all forms of two years have."""


def find_original_date(line: Line) -> None:
    """``(Original work published 1978)``, ``(first published 1978)``; ``Suhrkamp 1976 (1939).``.

    Also ``[1979] 1984.`` and ``[1979] (1984)`` after the names; ``The Title. 1979. Press, 1984.`` (MLA
    Handbook, 9th edition, 5.106).
    """
    if line.tells(_ORIGINAL_WORDS) and (found := _ORIGINAL.search(line.open, line.body)):
        line.claim_match(found, original=Label.ORIGINAL_DATE, last=Label.ORIGINAL_DATE)
    elif not _YEARS_BESIDE.search(line.text):
        if (reprint := _REPRINTED.search(line.text, 0, LONGEST_HEAD)) and reprint["original"] < reprint["year"]:
            line.claim(*reprint.span("original"), Label.ORIGINAL_DATE)
            if reprint["quoted"]:
                line.claim(*reprint.span("name"), Label.CONTAINER)
    elif after := _AFTER_BRACKETS.search(line.open):
        line.claim_match(after, original=Label.ORIGINAL_DATE)
    elif (before := _BEFORE_YEAR.search(line.open, 0, LONGEST_HEAD)) and before["original"] < before["year"]:
        line.claim_match(before, original=Label.ORIGINAL_DATE, year=Label.DATE)
    elif (last := _EARLIER_LAST.search(line.open, line.body)) and last["original"] < last["year"]:
        line.claim_match(last, year=Label.DATE, original=Label.ORIGINAL_DATE)

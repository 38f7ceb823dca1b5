"""A title in quotation marks right after the names, as IEEE, Chicago, MLA and ASA print titles of parts of works."""

import re

from reflist.grammar.names import UPPER
from reflist.grammar.persons import PARTICLES
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_SMALL = "|".join(sorted(map(re.escape, (*PARTICLES, "and", "und", "of", "for", "the", "with", "et", "al", "eds?"))))
_HEAD = rf"(?>(?:[\0\s,.&;:()\[\]]|\d{{4}}[a-z]?(?!\w)|[{UPPER}][\w’'‐-]*+|(?:{_SMALL})(?!\w)|[dl][’'])*)"
_NAMES = late(_HEAD)
"""What may precede the title: capitalised words, initials, years, and claimed parts."""

_MARKS = {
    "“": re.compile(r"[^“”\0]+”"),
    "‘": re.compile(r"(?:[^‘’\0]|’(?=\w)|(?<=s)’(?=\s[^‘’\0]*’\s*[.,;(]))+’"),
    '"': re.compile(r'[^"\0“”]+"'),
}
_BEFORE = re.compile(r"[\s,.)\]\0]\Z")
_AFTER = re.compile(r"\s*(?:[.,;(\[\0]|$)|\s+(?:[^\W\d_a-z]|in\b|\d)")
LONGEST = 600
"""The most characters up to the title; and the fewest of a quotation that counts as a title."""

SHORTEST = 8


_BEFORE_NUMBERS = re.compile(
    r"(?<=[\w?!][.,?!]\s)(?:\"(?P<container>[A-Z][^\"\0]{3,90})\"|“(?P<curled>[A-Z][^“”\0]{3,90})”),?\s"
    r"(?=(?:[Vv]ol|[Nn][or])\b\.?\s?\d|\d{1,4}\s?[(:;/]\s?\d)"
)
_ITALIAN = re.compile(
    r",\s«(?P<container>[^«»\0]{3,120})»,\s(?=(?:(?:[Aa]nno|[Aa]\.|[Vv]ol\.?)\s)?(?:(?P<volume>[IVXLC]{1,7})(?!\w)|\d|n\.\s?\d))"
)
_WITHIN = Form("in", r",\s+in:?\s+«(?P<container>[^«»\0]{3,120})»")


def find_quoted_container(line: Line) -> None:
    """``Cittadini in Europa, in «Rivista delle politiche sociali», n. 3``, also without "in", as in Italian references.

    Also ``Markets and clans. "Administrative Science Quarterly", 25(1)``, as in Polish references.
    """
    if found := _WITHIN.search(line):
        line.claim_match(found, container=Label.CONTAINER)
    elif "»," in line.text and (found := _ITALIAN.search(line.open)):
        if not _NAMES.fullmatch(line.open[: found.start()]):  # "Weir, Ann, « Le fossé », 24 images, n° 157"
            line.claim_match(found, container=Label.CONTAINER, volume=Label.VOLUME)
    elif line.open.count('"') == 2 or line.open.count("“") == 1:
        found = _BEFORE_NUMBERS.search(line.open)
        if found and not _NAMES.fullmatch(line.open[: found.start()]):
            line.claim_match(found, container=Label.CONTAINER, curled=Label.CONTAINER)


_BEGINNING = re.compile(
    rf"(?:(?<=[.,:)]\s)|(?<=\0))(?P<title>(?:“[^“”\0]{{3,90}}”|‘[^‘’\0]{{3,90}}’):\s[^.?!\0“”‘’]{{5,200}})\.\s(?=[{UPPER}][^.\0]{{3,90}}\d)"
)


def find_quoted_beginning(line: Line) -> None:
    """A title that begins with a quotation: ``“In a peaceful life”: Migration and crime. Punishment & Society 5``."""
    if "”: " in line.text or "’: " in line.text:
        found = _BEGINNING.search(line.open, 0, LONGEST)
        if found and _NAMES.fullmatch(line.open[: found.start()]):
            line.claim(*found.span("title"), Label.TITLE)


_ALONE = re.compile(
    r"(?P<title>“[^“”\0]{3,200}[.,?!]”|\"[^\"“”\0]{3,200}[.,?!]\")\s(?=[^\W\d_a-z][^.\0]{3,90}[,(\0]|In\s)"
)
"""The title of an unsigned work: a quotation at the beginning, with the punctuation mark that ends it."""


def find_quoted_title(line: Line) -> None:
    """``T. Wrona, “Edge learning for loss of mains,” IEEE Trans. Smart Grid``: the title, the only quotation."""
    start = min((at for mark in _MARKS if (at := line.open.find(mark, 0, LONGEST)) >= 0), default=-1)
    if not start and line.open.count(line.open[0]) < 3 and (whole := _ALONE.match(line.open)):
        line.claim(*whole.span("title"), Label.TITLE)
    if start < 1 or line.open.count("“") > 1 or line.open.count('"') > 2:
        return
    head = line.open[:start]
    if not _BEFORE.search(head) or not _NAMES.fullmatch(head):
        return
    found = _MARKS[line.open[start]].match(line.open, start + 1)
    if found and len(found[0]) > SHORTEST and _AFTER.match(line.open, found.end()):
        line.claim(start, found.end(), Label.TITLE)

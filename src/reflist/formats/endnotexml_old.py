"""EndNote XML as EndNote 4 to 7 wrote it, before 2004: elements in capitals, old numbers of reference types.

The fields of a record get the paths of the present format, so that one reader serves both.
"""

import re

from lxml import etree

from reflist.formats.endnotexml_fields import Content, Fields
from reflist.formats.endnotexml_tables import AUTHORS, DAY, FOURTH, NUMBERS, SECOND, THIRD, YEAR
from reflist.formats.xml import children, squeezed
from reflist.text import Mark

RECORD, _TYPE = "RECORD", "REFERENCE_TYPE"

MARKED = {"I": (Mark.ITALIC,), "B": (Mark.BOLD,), "SUP": (Mark.SUP,), "SUB": (Mark.SUB,)}
"""Elements that mark words."""

is_old = re.compile(r"<RECORDS\b[^>]*>\s*<RECORD\b").search
"""Whether a text has such records."""

KINDS = {
    "0": "Journal Article",
    "1": "Book",
    "2": "Thesis",
    "3": "Conference Proceedings",
    "4": "Personal Communication",
    "5": "Newspaper Article",
    "6": "Computer Program",
    "7": "Book Section",
    "8": "Magazine Article",
    "9": "Edited Book",
    "10": "Report",
    "11": "Map",
    "12": "Audiovisual Material",
    "13": "Artwork",
    "15": "Patent",
    "16": "Web Page",
    "17": "Bill",
    "18": "Case",
    "19": "Hearing",
    "20": "Manuscript",
    "21": "Film or Broadcast",
    "22": "Statute",
    "25": "Figure",
    "26": "Chart or Table",
    "27": "Equation",
    "31": "Generic",
}
"""The old numbers of the reference types, and their present names; 16 was "Electronic Source"."""

PATHS = {
    "AUTHOR": AUTHORS,
    "SECONDARY_AUTHOR": SECOND,
    "TERTIARY_AUTHOR": THIRD,
    "SUBSIDIARY_AUTHOR": FOURTH,
    "YEAR": YEAR,
    "DATE": DAY,
    "TITLE": "titles/title",
    "SECONDARY_TITLE": "titles/secondary-title",
    "TERTIARY_TITLE": "titles/tertiary-title",
    "ALTERNATE_TITLE": "titles/alt-title",
    "SHORT_TITLE": "titles/short-title",
    "TRANSLATED_TITLE": "titles/translated-title",
    "PLACE_PUBLISHED": "pub-location",
    "NUMBER_OF_VOLUMES": "num-vols",
    "TYPE_OF_WORK": "work-type",
    "ORIGINAL_PUB": "orig-pub",
    "ACCESSION_NUMBER": "accession-num",
    "CALL_NUMBER": "call-num",
    "ELECTRONIC_RESOURCE_NUMBER": "electronic-resource-num",
    "AUTHOR_ADDRESS": "auth-address",
    "KEYWORD": "keywords/keyword",
    "URL": "urls/related-urls/url",
}
"""Old elements and their present paths; any other element has its name in lower case as its path."""


def old_fields_of(record: etree._Element) -> Fields:
    """The fields of a record."""
    kind = ""
    contents: dict[str, list[Content]] = {}
    for name, element in children(record):
        if name == _TYPE:
            kind = squeezed(element.text or "")
            continue
        listed = [found for found in children(element) if found[0] in PATHS]
        for inner, child in listed or [(name, element)]:
            if content := _content(child):
                contents.setdefault(PATHS.get(inner, inner.lower().replace("_", "-")), []).append(content)
    named = KINDS.get(kind, kind)
    return Fields(named, str(NUMBERS.get(named, "")), contents)


def _content(element: etree._Element) -> Content:
    """What an element holds: a string or, if some words are marked, runs."""
    if not len(element):
        return squeezed(element.text or "")
    runs: list[tuple[str, tuple[Mark, ...]]] = [(element.text or "", ())]
    for name, child in children(element):
        runs.append(("".join(map(str, child.itertext())), MARKED.get(name, ())))
        runs.append((child.tail or "", ()))
    return tuple(run for run in runs if run[0])

"""Data sets, cited as their archives recommend: producers, distributors, numbers and versions."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_DATA_FILE = re.compile(
    r"(?:(?P<publisher>GESIS[^.,()\0]{0,40}),\s(?P<place>[^\W\d_][^.,()\0]{2,20}(?:,\s[A-Z][a-z]+)?)[.,]\s)?"
    r"\(?(?P<number>ZA\s?\d{4}|ICPSR\s?\d{3,5})[,;.]?\s+"
    r"(?P<kind>Daten(?:file|satz)|[Dd]ata\s?(?:[Ff]ile|set))?,?\s?[Vv]ersion\s(?P<version>\d+(?:\.\d+)*)\)?"
)
_HEAD = re.compile(rf"(?P<names>[^()\0:]{{3,300}}?),?\s\((?P<year>{YEAR}[a-z]?)\)\s?[:.,]\s")
_PRODUCER = Form("producer", r"(?<=[.;]\s)(?P<note>[^\W\d_][^.;:\[\]\0]{2,80}\s\[[Pp]roducers?\])(?=[.,;])")
_DISTRIBUTOR = Form(
    "distributor",
    r"(?<=[.;\0]\s)(?:(?P<place>[^\W\d_][^.:;\0]{2,40}(?:, D\.C\.)?):\s)?"
    r"(?P<publisher>[^\W\d_][^.:;\[\]\0]{2,100})\s\[[Dd]istributors?\](?=[.,;])",
)
_DATAVERSE = Form(
    "dataverse",
    r"(?:(?<=[.,;\0]\s)|\()(?P<publisher>(?:[A-Z][\w’-]+\s){0,3}Dataverse),\s"
    r"[Vv](?:ersion\s)?(?P<version>\d+(?:\.\d+)*)\)?(?:,\sUNF:\S+)?(?=[\s.,;]|$)",
)
_EDITION = Form(
    "data",
    r"(?:(?<=[.,;]\s)|(?<=\0))(?P<kind>[Dd]ata\s?(?:file|set))\s[Ee]dition\s(?P<version>\d+(?:\.\d+)*)(?=[.,;]\s|\.?$)"
    r"(?:\.\s(?P<publisher>[^\W\d_][^.,;\0]{2,80}),\s(?P<place>[A-Z][a-z]+)\s[–-]\s"
    r"(?P<note>Data Archive and distributor[^.\0]*))?",
)


def find_data_file(line: Line) -> None:
    """``ZA5500 Data file Version 2.0.0``: a data set's number in its archive, and the parts before and after it."""
    may_be = "ZA" in line.text or "ICPSR" in line.text
    if not may_be or not (found := _DATA_FILE.search(line.open)):
        return
    labels = {
        "number": Label.REPORT,
        "kind": Label.THESIS,
        "version": Label.VERSION,
        "publisher": Label.PUBLISHER,
        "place": Label.PLACE,
    }
    line.claim_match(found, **labels)
    find_producer(line)
    head = _HEAD.match(line.open)
    if head and found["publisher"]:
        line.claim_match(head, names=Label.AUTHOR, year=Label.DATE)
        line.claim_title(head.end(), line.open.index("\0", head.end()), Label.TITLE)


def find_producer(line: Line) -> None:
    """``TNS Opinion, Brussels [Producer].``: who made the data, if someone else distributes them."""
    if found := _PRODUCER.search(line):
        line.claim_match(found, note=Label.NOTE)


_ROUND = Form(
    "data",
    rf"\A(?P<title>[^().\0]{{8,120}}\s[Dd]ata)\s\((?P<year>{YEAR})\)\.\s"
    r"(?=[Dd]ata\s?(?:file|set)\s[Ee]dition\s\d)",
)
"""The form recommended by the European Social Survey: ``ESS Round 8: … Data (2016). Data file edition 2.1.``"""


_STUDY = Form("sn", r"(?<=[.,;]\s)(?P<number>SN:?\s?\d{4,5})(?=[.,;]|\s*(?:\0|$))")
"""The number of a study in the UK Data Service."""


def find_distributor(line: Line) -> None:
    """A distributor or a version: ``Ann Arbor, MI: ICPSR [distributor], 2006``; ``Harvard Dataverse, V2``.

    Also ``Data file edition 3.2``.
    """
    if head := _ROUND.search(line):
        line.claim_match(head, title=Label.TITLE, year=Label.DATE)
    if found := _DISTRIBUTOR.search(line):
        line.claim_match(found, place=Label.PLACE, publisher=Label.PUBLISHER)
    if found := _DATAVERSE.search(line):
        line.claim_match(found, publisher=Label.PUBLISHER, version=Label.VERSION)
    if study := _STUDY.search(line):
        line.claim_match(study, number=Label.NUMBER)
    if found := _EDITION.search(line):
        source = {"publisher": Label.PUBLISHER, "place": Label.PLACE, "note": Label.NOTE}
        line.claim_match(found, kind=Label.THESIS, version=Label.VERSION, **source)

"""Volumes and issues behind words that mean nothing else."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Line

_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
_VOLUMES = re.compile(
    r"(?<=[,.;(])\s*(?P<volumes>\d{1,2}|[Zz]wei|[Dd]rei|[Vv]ier)\s+(?:Bde|Bände|Teilbde|vols)\b\.?(?=\s*[,.;:)\d]|\s*$|\s)"
)
_VOLUME_WORDS = frozenset({"bde", "bände", "teilbde", "vols"})
_ISSUE_LABEL = r"(?:H(?:eft)?|N[or]s?|Nrn?|Issue|Ausg(?:abe)?|n°|[Nn]º|[Nn]ú?m|no|nr)\b\.?\s*"
_ISSUE = rf"(?P<issue>{_NUMBER})(?:/{YEAR})?"
_ISSUE_ALONE = re.compile(r"(?<=[^\W\d]\s)\((?P<issue>\d{1,3})\)(?=\s*[,:]\s*(?:S\.|pp?\.)?\s*\d+\s?[-–]\s?\d)")
_VOLUME_AND_ISSUE = re.compile(
    rf"(?<=[^\W\d]\s)(?P<volume>\d{{1,3}})\s?\((?!{YEAR})(?P<issue>{_NUMBER})\)(?=\s*[:,]\s*(?:S\.|pp?\.)?\s*\d+\s?[-–]\s?\d)"
)
_FORMS = (
    # Jg. 52, H. 2; 37. Jg. (2004), Heft 4; Jahrgang 12
    re.compile(
        rf"(?<=[\s,.;(])(?:(?:Jg\.?|Jahrgang)\s*(?P<volume>\d{{1,3}})|(?P<before>\d{{1,3}})\.\s?(?:Jg\b\.?|Jahrgang))"
        rf"(?:\s*\(?(?:,\s*)?(?P<year>{YEAR})\)?)?(?:\s*[,;/(]?\s*{_ISSUE_LABEL}{_ISSUE}\)?)?"
    ),
    # Vol. 78, No. 6; Bd. 12, Nr. 4; vol. 200, n°5; t. 12, n° 3
    re.compile(
        rf"(?<=[\s,.;(])(?:[Vv]ol(?:ume)?|VOL|Bd|Band|t(?:ome)?)\b\.?\s*(?P<volume>\d{{1,4}}[A-Z]?)"
        rf"(?:\s*\((?P<year>{YEAR})\))?\s*[,;:.]?\s*\(?{_ISSUE_LABEL}{_ISSUE}\)?"
    ),
    # 50 (2006), Nr. 4; 9 (1983) H. 3
    re.compile(rf"(?<=\s)(?P<volume>\d{{1,3}})\s*\((?P<year>{YEAR})\)\s*,?\s*{_ISSUE_LABEL}{_ISSUE}"),
    # 1988;94 Suppl:S95; 2002;42 Suppl 2:S93 (Citing Medicine, 2nd edition, chapter 1)
    re.compile(r"(?<=[;\s])(?P<volume>\d{1,3})\s(?P<issue>Suppl(?:ement|\b\.?)(?:\s\d{1,2})?)(?=\s?:\s?[A-Z]?\d)"),
    # 60, Heft 3
    re.compile(rf"(?<=\s)(?P<volume>\d{{1,3}})\s*[,;]\s*(?:H(?:eft)?\b\.?)\s*{_ISSUE}"),
    # Aus Politik und Zeitgeschichte B 34/98: 3-12; the numbers of a weekly's supplement
    re.compile(
        r"(?<=[a-z,]\s)(?P<issue>B\s?\d{1,2}(?:[-–]\d{1,2})?(?:/\d{2}(?!\d))?)"
        rf"(?:/(?P<year>{YEAR}))?(?=\s*[,:]\s*(?:S\.\s*)?\d)"
    ),
    # Bulletin (98): 5-24
    _ISSUE_ALONE,
    # Nr. 42/2006, S. 22
    re.compile(
        rf"(?<=[.,(]\s)(?:Nr|No|Heft|H)\b\.?\s*(?P<issue>\d{{1,3}})/(?P<year>{YEAR})(?=\s*[,:]\s*(?:S\.|pp?\.)?\s*\d)"
    ),
    # 77 (24): 2-8
    _VOLUME_AND_ISSUE,
    # H. 5/2005; Heft 3, S. 12
    re.compile(rf"(?<=[,(]\s)H(?:eft)?\b\.?\s+(?!{YEAR}){_ISSUE}(?=\s*(?:[,.:;)(]|$))"),
)
"""The forms, the fuller ones first."""

_LABELS = frozenset(
    """jg jahrgang vol volume bd band t tome h heft no nr nos nrs nrn n issue ausg ausgabe nº núm nm suppl supplement
    b""".split()
)
"""The words one of which every form has but two."""

_ARTICLE = re.compile(
    r"(?<=[\d)][,:;]\s)(?:Art(?:icle|ikel)?\b\.?(?:\s(?:ID|[Nn]o\b\.?|[Nn]umber))?\s*(?P<page>[eE]?\d{1,8}))(?=\s*[.,;\0]|\s*$)"
)


def find_volumes(line: Line) -> None:
    """How many volumes a work has: ``2 Bde.``."""
    if line.tells(_VOLUME_WORDS) and (found := _VOLUMES.search(line.open)):
        line.claim_match(found, volumes=Label.VOLUMES)


def find_numbers_by_label(line: Line) -> None:
    """The volume and issue of a periodical behind their labels, and the year that may stand between them."""
    labels = {"volume": Label.VOLUME, "before": Label.VOLUME, "year": Label.DATE, "issue": Label.ISSUE}
    for form in _FORMS if line.tells(_LABELS) else (_ISSUE_ALONE, _VOLUME_AND_ISSUE):
        if found := form.search(line.open):
            named = found.groupdict()
            line.claim_match(found, **{group: label for group, label in labels.items() if group in named})
            return


def find_article_number(line: Line) -> None:
    """``1(2), Art. 20``; ``12, e1002``: the number of an article that has no pages."""
    if found := _ARTICLE.search(line.open):
        line.claim_match(found, page=Label.PAGES)

"""Volumes and issues after labels that have no other meaning."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Form, Forms, Line

_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
_VOLUMES = Form(
    "bde bände teilbde vols voll",
    r"(?<=[,.;(])\s*(?P<volumes>\d{1,2}|[Zz]wei|[Dd]rei|[Vv]ier)\s+(?:Bde|Bände|Teilbde|vols|voll)\b\.?"
    r"(?=\s*[,.;:)\d]|\s*$|\s)",
)
_MANY = Form("vols", rf"(?:(?<=[,.]\s)|(?P<opens>\())[Vv]ols\.?\s(?P<volume>{_NUMBER})(?(opens)\)|(?=\s*[.,:;)]))")
_OF_SEVERAL = Form("vol volume", r"(?<=[\w)]\.\s)Vol(?:\.|ume)\s(?P<volume>\d{1,3}|[IVX]{1,5})\.(?=\s\0|\s[A-Z\d]|\0)")
_ISSUE_LABEL = r"(?:H(?:eft)?|N[or]s?|Nrn?|Issue|Ausg(?:abe)?|n°|[Nn]º|[Nn]ú?m|no|nr|n(?=\.))\b\.?\s*"
_ISSUE = rf"(?P<issue>{_NUMBER})(?:/{YEAR})?"
_WITHOUT_WORDS = tuple(
    map(
        re.compile,
        (
            rf"\((?:(?!{YEAR})\d[^()]{{0,12}}\)\s*[,:]|{YEAR}\)\s*(?:B\s)?\d)",
            rf"/{YEAR}\s*[,:]",
            r":\s\d{1,2},",
            rf",\s{YEAR}(?:\s\({YEAR}\))?[,:]\s",
            rf",\s?\d{{1,5}}\s\({YEAR}\),\s?\d",
        ),
    )
)
"""Signs, one of which every form without words needs; each contains a punctuation mark, so the search is fast."""

_ISSUE_WORDS = "h heft no nos nr nrs nrn n nº núm nm issue ausg ausgabe"
_BEFORE_PAGES = r"(?=\s*[,:]\s*(?:S\.|pp?\.)?\s*\d)"
_RANGE = r"(?:S\.|pp?\.)?\s*\d+\s?[-–]\s?\d"
_FORMS = Forms(
    # Jg. 52, H. 2; 37. Jg. (2004), Heft 4; Jahrgang 12; 62. Jg., 5-6/2012, S. 22
    Form(
        "jg jahrgang",
        rf"(?<=[\s,.;(])(?:(?:Jg\.?|Jahrgang)\s*(?P<volume>\d{{1,3}})|(?P<before>\d{{1,3}})\.\s?(?:Jg\b\.?|Jahrgang))"
        rf"(?:\s*\(?(?:,\s*)?(?P<year>{YEAR})\)?)?(?:\s*[,;/(]?\s*{_ISSUE_LABEL}{_ISSUE}\)?"
        rf"|,\s(?P<undated>\d{{1,2}}(?:[-–]\d{{1,2}})?)/(?={YEAR}{_BEFORE_PAGES}))?",
    ),
    # Vol. 78, No. 6; Bd. 12, Nr. 4; vol. 200, n°5; t. 12, n° 3
    Form(
        "vol volume bd band t tome",
        rf"(?<=[\s,.;(])(?:[Vv]ol(?:ume)?|VOL|Bd|Band|t(?:ome)?)\b\.?\s*(?P<volume>\d{{1,4}}[A-Z]?)"
        rf"(?:\s*\((?P<year>{YEAR})\))?\s*[,;:.]?\s*\(?{_ISSUE_LABEL}{_ISSUE}\)?",
    ),
    # 50 (2006), Nr. 4; 9 (1983) H. 3
    Form(_ISSUE_WORDS, rf"(?<=\s)(?P<volume>\d{{1,3}})\s*\((?P<year>{YEAR})\)\s*,?\s*{_ISSUE_LABEL}{_ISSUE}"),
    # 1988;94 Suppl:S95; 2002;42 Suppl 2:S93 (Citing Medicine, 2nd edition, chapter 1)
    Form(
        "suppl supplement",
        r"(?<=[;\s])(?P<volume>\d{1,3})\s(?P<issue>Suppl(?:ement|\b\.?)(?:\s\d{1,2})?)(?=\s?:\s?[A-Z]?\d)",
    ),
    # 352(Suppl 1):i512; 515 (19 SPEC. ISS.)
    Form(
        "suppl supplement spec pt part",
        r"(?<=\s|;|,)(?P<volume>\d{1,4})\s?\((?P<issue>(?:\d{1,4}[\s,]{1,2})?"
        r"(?:[Ss]uppl|SUPPL|[Ss]pec|SPEC|[Pp]t|PT|PART|[Pp]art)\b[^()\0]{0,25})\)",
    ),
    # Working Papers 8, no. 11
    Form(
        "no nr",
        r"(?<=[^\W\d_]{3}\s)(?P<volume>\d{1,3}),?\s\(?(?:[Nn]o|[Nn]r)\b\.?\s(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\)?(?=\s*[.,:;(\0])",
    ),
    # 60, Heft 3
    Form("h heft", rf"(?<=\s)(?P<volume>\d{{1,3}})\s*[,;]\s*(?:H(?:eft)?\b\.?)\s*{_ISSUE}"),
    # Aus Politik und Zeitgeschichte B 34/98: 3-12; the issues of a weekly's supplement
    Form(
        "b",
        r"(?:(?<=geschichte\s)|(?<=geschichte,\s)|(?<=arlament\s)|(?<=arlament,\s)|(?<=APuZ\s)|(?<=APuZ,\s)|(?<=[a-z,]\s)"
        r"(?=B\s?\d{1,2}(?:[-–]\d{1,2})?/\d))(?P<issue>B\s?\d{1,2}(?:[-–]\d{1,2})?(?:/\d{2}(?!\d))?)"
        rf"(?:/(?P<year>{YEAR}))?(?=\s*[,:]\s*(?:S\.\s*)?\d)",
    ),
    # XXXIV-1, pp. 69-95; XLVI, n° 4, p. 580-623
    Form(
        "p pp",
        r"(?<=[^\W\d_],\s)(?P<volume>[IVXLC]{1,8})(?:\s?[-–/]\s?|,\s(?:n°|nº|no\.)\s?)(?P<issue>\d{1,2})"
        r"(?=,\s+pp?\.\s?\d+\s?[-–])",
    ),
    # Bulletin (98): 5-24
    Form("", r"\((?<=[^\W\d]\s\()(?P<issue>\d{1,3})\)(?=\s*[,:]\s*(?:S\.|pp?\.)?\s*\d+\s?[-–]\s?\d)"),
    # Nr. 42/2006, S. 22
    Form(
        "nr no heft h",
        rf"(?<=[.,(]\s)(?:Nr|No|Heft|H)\b\.?\s*(?P<issue>\d{{1,3}})/(?P<year>{YEAR})"
        r"(?=\s*[,:]\s*(?:S\.|pp?\.)?\s*\d)",
    ),
    # 77 (24): 2-8
    Form(
        "",
        rf"(?<=[^\W\d]\s)(?P<volume>\d{{1,3}})\s?\((?!{YEAR})(?P<issue>{_NUMBER})\)"
        r"(?=\s*[:,]\s*(?:S\.|pp?\.)?\s*\d+\s?[-–]\s?\d)",
    ),
    # núm. 138, pp. 3-20
    Form("núm", rf"(?<=[,.]\s)[Nn]úm\b\.?\s*(?!{YEAR}){_ISSUE}(?=\s*,)"),
    # H. 5/2005; Heft 3, S. 12
    Form("h heft", rf"(?<=[,(]\s)H(?:eft)?\b\.?\s+(?!{YEAR}){_ISSUE}(?=\s*(?:[,.:;)(]|$))"),
    # 2 (2012) 1, S. 3-21; 53 (2003) B 52: 3-11
    Form(
        "",
        rf"(?<=\s)(?P<volume>\d{{1,3}})\s*\((?P<year>{YEAR})\)\s*"
        rf"(?P<issue>(?:B\s)?\d{{1,2}}(?:[-–/]\d{{1,2}})?){_BEFORE_PAGES}",
    ),
    # 15, 2004, 2, 17-31
    Form("", rf"(?<=\s)(?P<volume>\d{{1,3}}),\s(?P<year>{YEAR}),\s(?P<issue>\d{{1,2}}),\s(?=\d+\s?[-–]\s?\d)"),
    # WSI-Mitteilungen 3/2003, S. 157-166; Leviathan, 1-2/1998: 7
    Form("", rf"(?<=[^\W\d_]{{2}})[\s,]\s?(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)/(?P<year>{YEAR}){_BEFORE_PAGES}"),
    # Politische Vierteljahresschrift 50: 4, 893-904
    Form("", rf"(?<=[^\W\d]\s)(?P<volume>\d{{1,3}})\s?:\s(?P<issue>\d{{1,2}}),\s*(?={_RANGE})"),
    # Australian Studies, 2007 (2007), 4–30: a year as the volume
    Form("", rf"(?<=[^\W\d_],\s)(?P<volume>{YEAR})\s\((?P<year>(?P=volume))\)(?=[,:]\s(?:pp?\.\s)?\d)"),
    # Am. Nat. 100, 910 (1966), 65–75
    Form(
        "",
        rf"(?<=[^\W\d\s][\s.])\s?(?P<volume>\d{{1,4}}),\s?(?P<issue>\d{{1,5}})\s\((?P<year>{YEAR})\)(?=,\s?\d+\s?[-–]\s?\d)",
    ),
    # Population, 2002/4, vol. 57; 2002/4 (Vol. 57)
    Form(
        "vol volume",
        rf"(?<=,\s)(?P<year>{YEAR})/(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)(?:,\s|\s\()[Vv]ol(?:ume)?\.?\s(?P<volume>\d{{1,4}})\)?",
    ),
    # Revue de l'OFCE, n° 79, p. 315-359
    Form(
        "n nº núm",
        r"(?<=[^\W\d_],\s)(?:[Nn][°º]|[Nn]úm\.)\s?(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)(?=,\s(?:pp?|págs?)\.\s?\d)",
    ),
)
"""The forms, more complete ones first."""

_GROUPS = {
    "volume": Label.VOLUME,
    "before": Label.VOLUME,
    "year": Label.DATE,
    "issue": Label.ISSUE,
    "undated": Label.ISSUE,
}

_ARTICLE = Form(
    "art article artikel",
    r"(?<=[\d)][,:;]\s)(?:[Aa]rt(?:icle|ikel)?\b\.?(?:\s(?:ID|[Nn]o\b\.?|[Nn]umber))?\s*(?P<page>[eE]?\d{1,8}))"
    r"(?=\s*[.,;\0]|\s*$)",
)


def find_volumes(line: Line) -> None:
    """The number of volumes of a work, ``2 Bde.``, or which of them are cited, ``vols. 1–10``."""
    if found := _VOLUMES.search(line):
        line.claim_match(found, volumes=Label.VOLUMES)
    elif many := _MANY.search(line) or _OF_SEVERAL.search(line):
        line.claim_match(many, volume=Label.VOLUME)


def find_numbers_by_label(line: Line) -> None:
    """The volume and issue of a periodical after their labels, and the year that may stand between them."""
    for form in _FORMS.of(line, worded=not any(sign.search(line.open) for sign in _WITHOUT_WORDS)):
        if found := form.search(line):
            named = found.groupdict()
            line.claim_match(found, **{group: label for group, label in _GROUPS.items() if group in named})
            return


_CHAPTER = Form(
    "ch chap chapter chapitre cap capítulo capitolo",
    r"(?:(?<=[,;(]\s)(?:esp(?:\.|ecially)\s)?[Cc]h(?:ap(?:ter|itre)?)?|(?<=[.,;(]\s)[Cc]ap(?:ítulo|itolo)?)\b\.?\s"
    r"(?P<chapter>\d{1,3})(?=\s*[,.;)\0]|\s*$)",
)


def find_chapter_number(line: Line) -> None:
    """``2017, ch. 4, pp. 77–101``: the number of a chapter, set off by punctuation."""
    if found := _CHAPTER.search(line):
        line.claim_match(found, chapter=Label.CHAPTER)


def find_article_number(line: Line) -> None:
    """``1(2), Art. 20``: the number of an article that has no pages."""
    if found := _ARTICLE.search(line):
        line.claim_match(found, page=Label.PAGES)

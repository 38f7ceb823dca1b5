"""Numbers of papers and theses, set off by marks: official papers, working papers, dissertations."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import OFFICIAL, names_genre, read_designation
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_OFFICIAL_BODY = re.compile(r"H[CL]\s(?:[Pp]aper\s)?\d|COM|SEC|SWD|Cmn?d|Cm\b|B[TR]-|LT-|Bundes|Landtag|Dr(?:uck)?s")
"""How official numbers begin, excluding initials and the letter of a journal's section (``Phys. Rev. C 65``)."""
_SYMBOL = re.compile(
    r"(?<=[\s(])(?:A|E|S|ST|CAT|CCPR|CEDAW|CERD|CRC|CRPD|ECE|FCCC|HRI|TD|UNEP|WHO)/[A-Z\d][\w.()-]*(?:/[\w.()-]*\w)+(?:\s\(\d{4}\))?"
    rf"|(?<=[\s(])S[EG]/{YEAR}/\d{{1,4}}\b"
)
"""A document symbol of the United Nations or a sister body, as in the UN Editorial Manual; or one of Scotland's."""
_YEAR_WITHIN = re.compile(r"\((?:(?<=[A-Za-z]\()|(?<=[A-Z]\s\())\d\d(?:\d\d)?\)\s?\d")
_DIVIDED = re.compile(r"/(?:(?<=\d-\d{4}/)\d{4}|(?<=\d{3}/)\d\d)\b")
_CODE_OF_YEAR = re.compile(
    r"(?:(?<=[.,;]\s)|(?<=\())(?P<report>(?:[A-Z][A-Za-z]*[/-]){0,4}[A-Z][A-Za-z]{1,8}\((?:19|20)\d\d\)\d{1,4}(?:/\w{1,6})?"
    r"|[A-Z]{2,6}(?:-[A-Z]{1,5}){0,3}\s?\((?:(?:19|20)\d\d|\d\d)\)\s?\d{1,4}(?!,\s(?:pp?\.|S\.)?\s?\d)"
    r"|(?:SN|(?:Council\s)?[Dd]oc(?:ument|\.)?)\s\d{3,5}/\d\d(?:\sREV\s?\d)?"
    r"|[ABC]\d-\d{4}/(?:19|20)\d\d|P\d_TA(?:-PROV)?\((?:19|20)\d\d\)\d{4})(?=[.,;](?:\s|$)|\)|\s*(?:\0|$))"
)
"""A document of the Council of Europe or the OECD, ``CRI(2015)19``, or the European Parliament, ``A6-0261/2008``."""
_CATALOGUE = Form(
    "cat catalogue index",
    r"(?<=[.,;(]\s)(?P<report>(?:Cat(?:alogue)?\.?\s[Nn]o\.?\s?|(?:AI\s)?Index:?\s(?=[A-Z]{3}\s?\d))"
    r"[\dA-Z](?:[\w./ -]{1,20}\w)?)(?=\s?[.,;)](?:\s|$)|\s*$)",
)
"""A number in a body's own catalogue: ``Cat. No. 2071.0`` (Australia), ``Index: EUR 05/001/2014`` (Amnesty)."""
_OFFICIAL_WORDS = frozenset("com sec swd cm cmd cmnd cmn hc hl bt br lt drs".split())
_OF_SESSION = Form(
    "session hc hl",
    r"(?<=[.,;?]\s)(?P<report>(?:[A-Z][\w-]+\s|\d{1,2}(?:st|nd|rd|th)\s){1,3}"
    r"Report(?: of (?:the )?Session \d{4}[–/-]\d{2,4}(?=[.,;]|\s\()|(?=,\sH[CL]\b)))",
)
_OFFICIAL_PARTS = ("undes", "andtag", "rucks")
_NUMBERED_PAPER = Form(
    "paper papers",
    r"(?<=[.,;?!”\"’'\0])\s+(?P<report>(?:[A-Z][\w&/-]*(?:\s[A-Z][\w&/-]*){0,2},\s(?=(?:[A-Z][\w-]*,\s)?[A-Z][\w-]*\sand\s[A-Z]))?"
    r"(?:[A-Z][\w&/-]*\s(?:(?:of|for|and|on|in)\s(?:the\s)?)?){1,9}?"
    r"(?:Working|Discussion|Research|Occasional|Policy|Staff|Technical|Conference)\s[Pp]apers?(?:\s[Ss]eries)?"
    r"(?:,?\s(?:[Nn][or]s?\.?|[Nn]umber|#))?\s?(?:[A-Z]{1,5}[-/]?|(?<=\s)[a-z](?=\d{4}))?\d[\w/–-]{0,9})(?=\s*(?:[.,:;(\0]|$))",
)
_NUMBERED_REPORT = Form(
    "no nr number n nº n°",
    r"(?<=[.,;?!”\"’'\0(]\s)(?P<report>(?:[A-Z][\w&/-]*\s(?:(?:of|for|and|on|in)\s(?:the\s)?)?){1,8}?[A-Z][\w&/-]*,?\s"
    r"(?:[Nn][or]\.|[Nn]umber|[Nn][°º]|#)\s?(?:[A-Z]{1,6}[-/.]){0,3}\d[\w/–-]{0,9})(?=\s*(?:[.,:;()\0]|$))",
)
_REPORT_NUMBER = Form(
    "report", r"(?<=[.;]\s)(?P<report>Report\sNo\.:\s[^\W_](?:[\w/ –-]{0,20}\w)?)(?=\s?[.;,](?:[\s\0.]|$)|\s*(?:\0|$))"
)
"""The number of a report in the National Library of Medicine's form (Citing Medicine, 2nd edition, chapter 4)."""
_DEGREE = (
    r"(?:[Ii]naugural-?)?[Dd]issertation|[Dd]iss\.|[Hh]abilitations?(?:schrift)?|[Hh]abil\.(?:-[Ss]chr\.)?"
    r"|(?:[Dd]iplom|[Mm]agister|[Mm]aster|[Bb]achelor|[Ss]taatsexamens|[Ll]izentiats)arbeit|[Mm]agisterarb\."
)
_FIELD = r"(?:(?:phil|jur|rer\.?\s?(?:pol|nat|soc)|oec|med|theol|soz)\.?\s*)?"
_THESIS = re.compile(
    r"(?<=[.,;])\s+(?P<genre>(?:[Uu]nver(?:öff(?:entlichte)?|\.)?\.?\s+|[Uu]nv\.\s+|[Mm]asch(?:inenschriftliche|\.)?\s+)?"
    rf"(?:[Pp]hil\.\s?)?(?:{_DEGREE})(?<=\w|\.)\s?{_FIELD})(?=\s*[.,;:(\0]|\s+[^\W\d_a-z])"
    rf"|\(\s*(?P<whole>[Zz]ugl(?:eich|\.)?:?\s[^()\0]{{0,20}}?(?:[Dd]iss|[Hh]abil)[^()\0]{{0,60}})\)"
    rf"|\(\s*(?P<bracketed>(?:[Uu]nver(?:öff(?:entlichte)?)?\.?\s+|[Uu]nv\.\s+)?(?:{_DEGREE})\s?{_FIELD})(?=\s*[,)])"
)
_ENGLISH_THESIS = re.compile(
    r"(?<=[.,”\"’'])\s+(?P<genre>(?:[Uu]npublished\s+)?(?:Ph\.\s?D\.|PhD|D\.\s?Phil\.|DPhil|Ed\.\s?D\.|EdD|Psy\.\s?D\.|M\.\s?Sc\.|MSc|M\.\s?A\.|[MB]A|M\.\s?Ed\.|M\.?\s?Phil\.?|[Mm]aster['’]?s|[Dd]octoral)"
    r"\s+(?:[Tt]hesis|[Dd]issertation|[Dd]iss\.))(?=\s*[,.(])|(?<=[,.][”\"’'])\s+(?P<bare>thesis|dissertation)(?=,\s[A-Z])"
)
_OTHER_THESIS = Form(
    "thèse mémoire tesis tese tesi proefschrift",
    r"(?<=[.,])\s+(?P<genre>(?:[Tt]hèse|[Mm]émoire|[Tt]es[ei]s?)\s(?:(?:de|di)\s|(?:doctoral|d[’'])[^\W\d_])"
    r"[^.,;:()\0]{0,60}|(?:[Aa]cademisch\s|[Oo]ngepubliceerd\s)?[Pp]roefschrift(?=,?\s[A-Z]))(?=[.,]\s|\s[A-Z])",
)
_DEGREE_ALONE = Form(
    "phd ph dphil edd mphil msc", r"\s[(\[](?P<genre>(?i:Ph\.?\s?D|DPhil|EdD|MPhil|MSc)\.?)[)\]](?=[.,]\s)"
)
_DEGREES = ("Diss", "diss", "Habil", "habil", "arb")
_ENGLISH_DEGREES = ("hesis", "Diss", "diss")
"""Parts of words; every English thesis that is set off has one of them, as every German one has one of `_DEGREES`."""
_MANUSCRIPT = Form(
    "unpublished manuscript ms typescript mimeo mimeograph mimeographed",
    r"(?<=[.,;”\"’'?!\0])\s(?P<genre>(?:[Uu]npublished\s)?(?:[Mm]anuscript|[Mm]s\.|MS\.?|[Tt]ypescript|[Mm]imeo(?:graph(?:ed)?)?)"
    r"|[Uu]npublished\s(?:paper|report|document|mimeo))(?=[,.;]\s|,|\.?\s*(?:\0|$))",
)


def find_official_number(line: Line) -> None:
    """Official numbers, set off by marks: ``BT-Drucksache 16/12860``, ``COM(2008) 42 final``, ``Cat. No. 2071.0``."""
    if listed := _CATALOGUE.search(line):
        line.claim_match(listed, report=Label.REPORT)
    if session := _OF_SESSION.search(line):
        line.claim_match(session, report=Label.REPORT)
    if (_YEAR_WITHIN.search(line.text) or _DIVIDED.search(line.text)) and (coded := _CODE_OF_YEAR.search(line.open)):
        line.claim_match(coded, report=Label.REPORT)
        _claim_kind_before(line, coded.start())
        return
    if "/" in line.text and (symbol := _SYMBOL.search(line.open)):
        line.claim(*symbol.span(), Label.REPORT)
        return
    may_be = line.tells(_OFFICIAL_WORDS) or any(part in line.text for part in _OFFICIAL_PARTS)
    if not may_be or not _OFFICIAL_BODY.search(line.text):
        return
    for found in OFFICIAL.finditer(line.open):
        printed = found[0].rstrip(".")
        if printed.endswith(")") and "(" not in printed:
            printed = printed[:-1]  # "(Cm. 5860)": the bracket was opened before the number
        end = found.start() + len(printed)
        before, after = line.open[: found.start()].rstrip(), line.open[end:].lstrip()
        if (
            _OFFICIAL_BODY.match(found[0])
            and (not before or before.endswith((".", ",", ";", "(", ":", "*", "\0")))
            and after[:1] in (".", ",", "(", ")", ";", "")
        ):
            line.claim(found.start(), end, Label.REPORT)
            _claim_kind_before(line, found.start())
            return


_KIND_BEFORE = re.compile(r"\s\((?P<kind>[^\W\d_a-z][^(),\0]{3,40}),\s*\Z")


def _claim_kind_before(line: Line, number: int) -> None:
    """The kind of report before its number, in brackets with it: ``(White Paper, COM(94) 333)``."""
    if (found := _KIND_BEFORE.search(line.open[:number])) and names_genre(found["kind"]):
        line.claim(*found.span("kind"), Label.REPORT)


_REFERENCE = Form("ref reference", r"\s\([Rr]ef(?:erence)?\b\.?:?(?:\s[Nn]o\.?:?)?\s(?P<number>[\w/-]*\d[\w/-]*)\)")


def find_numbered_paper(line: Line) -> None:
    """Papers of a series, set off by marks: ``NBER Working Paper No. 3572``, ``World Bank Discussion Paper 1845``."""
    if reference := _REFERENCE.search(line):
        line.claim_match(reference, number=Label.NUMBER)
    if found := _REPORT_NUMBER.search(line) or _NUMBERED_PAPER.search(line):
        line.claim_match(found, report=Label.REPORT)
    elif (other := _NUMBERED_REPORT.search(line)) and (named := read_designation(other["report"])) and named.genre:
        line.claim_match(other, report=Label.REPORT)


def find_thesis_set_off(line: Line) -> None:
    """A thesis, set off from the title: ``, Diss.,``, ``(Diplomarbeit)``, ``[PhD]``, ``, thèse de doctorat,``."""
    text = line.text
    if manuscript := _MANUSCRIPT.search(line):
        line.claim_match(manuscript, genre=Label.THESIS)
    elif other := _OTHER_THESIS.search(line) or _DEGREE_ALONE.search(line):
        line.claim_match(other, genre=Label.THESIS)
    elif any(part in text for part in _ENGLISH_DEGREES) and (english := _ENGLISH_THESIS.search(line.open)):
        line.claim_match(english, genre=Label.THESIS, bare=Label.THESIS)
    elif any(part in text for part in _DEGREES) and (found := _THESIS.search(line.open)):
        group = found.lastgroup or "genre"
        line.claim_match(found, **{group: Label.THESIS})

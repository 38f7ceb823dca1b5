"""Details set off from a work's title: its genre, series and number, its dates, its language, where it is online."""

import re

from reflist.grammar.dates import MONTH, YEAR
from reflist.grammar.designations import OFFICIAL, names_genre, read_designation
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.pages import RANGE
from reflist.grammar.places import is_place
from reflist.prose.labels import Label
from reflist.prose.line import Form, Forms, Line

_NUMBER_IN = r"[A-Z]{0,4}\d{1,6}(?:/\d{2,4})?"
_SERIES_SIGN = r"(?:Bd|Band|[Nn]r|[Nn]o|[Vv]ol|Heft|H|Bde|Nos|Sonderband|Sonderheft|Beiheft)\b\.?\s*"
_COLLECTION = Form(
    "coll collection",
    r"(?<=[,.(]\s)[Cc]oll(?:\.|ection)\s+(?P<series>(?:«[^«»\0]{2,80}»|“[^“”\0]{2,80}”|\"[^\"\0]{2,80}\")"
    r"(?:,\s+(?:n°|no\.|vol\.)\s?\d{1,4})?)",
)
_ARCHIVED = Form(
    "archived",
    r"(?<=[.\s])(?P<note>Archived\s(?:\([A-Z]+\)\s)?from\sthe\soriginal(?:\s\([A-Za-z]+\))?(?:\son\s[\w ,]{6,24}?)?)"
    r"(?:\.|\s*$)",
)
_CATALOGUED = Form(
    "cid oclc bibcode hdl citeseerx jstor lccn zbl ssrn",
    r"(?<=[.;\0]\s)(?P<note>(?:S2CID|OCLC|Bibcode|hdl|CiteSeerX|JSTOR|LCCN|Zbl|SSRN):?\s?[\w./-]{4,30}\w)(?=\.?(?:\s|$))",
)
_AS_FILE = Form("pdf", r"(?<=[”\"’])\s\(PDF\)(?=\.\s)")
_AHEAD = Form(
    "epub ahead advance advanced onlinefirst",
    r"(?<=[.,;]\s)(?P<status>(?:[Pp]ublished\sonline\s)?[Aa]head\sof\sprint|[Aa]dvanced?\sonline\spublication"
    r"|[Aa]dvance\s(?:[Aa]ccess|[Aa]rticle)(?:\s[Pp]ublication)?|OnlineFirst"
    r"|Epub(?:\sahead\sof\sprint)?(?:\s(?:19|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?)?)(?:[.,;]|\s*(?:\0|$))",
)
_PUBLISHED = Form(
    "published updated posted deposited modified revised",
    rf"(?<=[.\0”\"]\s)(?:Published|Updated|Posted|Deposited|Last\s(?:modified|updated|revised))\s(?:online\s|on\s)?"
    rf"(?:(?P<day>{MONTH}(?:\s\d{{1,2}},)?|\d{{1,2}}\s{MONTH})\s|(?<=online\s))(?P<year>{YEAR})(?:\.|(?=:\d|\0)|\s*$)"
    rf"|(?<=[.\0”\"]\s)Last\s(?:modified|updated|revised):?\s(?:on\s)?(?P<dated>\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}})(?=\.|\s?\0)"
    rf"|(?<=\d;\s)published\sonline\s(?P<online>{MONTH}\s\d{{1,2}})(?=[.,;\0]|$)",
    re.IGNORECASE,
)
_SERIES = Forms(
    # (= Industrielle Welt, Bd. 44); (PVS-Sonderheft 29); (Titel, Beiheft 41, S. 73-92)
    Form(
        "bd band nr no vol heft h bde nos sonderband sonderheft beiheft",
        rf"[(\[]=?\s*(?P<report>[\"“„»]?[^\W\d_][^()\[\]\0]{{2,120}}?(?:[,;.]?\s+{_SERIES_SIGN}|-(?:Sonderheft|Sonderband|Beiheft)\s)"
        rf"{_NUMBER_IN})(?:,\s*S\.\s*(?P<page>{RANGE}))?\s*[)\]]",
    ),
    # (= Sozialwissenschaft und Praxis 29)
    Form("", rf"[(\[]=\s*(?P<report>[^\W\d_][^()\[\]\0\d]{{2,120}}\s{_NUMBER_IN})\s*[)\]]"),
    # (Campus Forschung ; 915); (Kritische Studien zur Geschichtswissenschaft. 55.)
    Form(
        "",
        rf"[(\[]=?\s*(?P<report>[^\W\d_]\w*\s[^()\[\]\0]{{0,100}}?[^\W\d_]{{4}}\s?[;.]\s(?!{YEAR}){_NUMBER_IN})\.?\s*[)\]]",
    ),
    # Schriftenreihe des Vereins, Bd. 3.
    Form(
        "schriftenreihe schriften reihe beiträge veröffentlichungen forschungsberichte materialien",
        r"(?<=[.,]\s)(?P<report>(?:Schriftenreihe|Schriften|Reihe|Beiträge|Veröffentlichungen|Forschungsberichte|Materialien)"
        r"\s[^.()\0]{3,120}?[,;]?\s(?:Bd|Band|Nr|H|Heft)\b\.?\s*\d{1,4})(?=\s*[.,;]\s)",
    ),
    # Sonderheft 31 der Zeitschrift für Soziologie. Stuttgart: Enke
    Form(
        "sonderheft sonderband beiheft",
        rf"(?<=[.,]\s)(?P<report>(?:Sonderheft|Sonderband|Beiheft)\s(?:Nr\.\s)?{_NUMBER_IN}\s(?:der|des|von|zu|zur)\s[^.:()\0]{{3,90}})"
        r"(?=[.,]\s|$)",
    ),
    # Soziologie, Gesamtausgabe Band 11, hrsg.; Gesammelte Schriften, Bd. 3. Bonn
    Form(
        "gesamtausgabe werkausgabe schriften werke",
        r"(?<=[a-zß?!][.,]\s)(?P<report>(?:Gesamtausgabe|Werkausgabe|(?:Gesammelte|Ausgewählte|Sämtliche)\s(?:Schriften|Werke))"
        r",?\s(?:Bd\.|Band)\s\d{1,2})(?=\s*[.,;]\s)",
    ),
    # Fachserie 1, Reihe 2.2, Wiesbaden
    Form(
        "fachserie",
        r"(?<=[.,]\s)(?P<report>Fachserie\s\d{1,2},?\s(?:Reihe|R\.)\s\d(?:[\d.]*\d)?|Fachserie\s\d{1,2})(?=\s*[.,;])",
    ),
    # Soziale Welt, Sonderband 2. Göttingen: Schwartz
    Form(
        "sonderheft sonderband beiheft",
        rf"(?<=[.,]\s)(?P<report>[^\W\d_a-z][^.,:()\0]{{2,60}}?(?:,?\s|-)(?:Sonderband|Sonderheft|Beiheft)\s{_NUMBER_IN})"
        r"(?=[.,]\s[^\W\d_a-z][^.:\d\0]{2,40}:\s)",
    ),
    # (Structural Analysis in the Social Sciences 19)
    Form(
        "series studies sciences research applications monographs library papers contributions advances techniques",
        r"(?<=\w\s)\((?P<report>[^\W\d_a-z](?:[^\W\d_]|[ ,&-]){8,90}?\b(?:Series|Studies|Sciences|Research|Applications"
        r"|Monographs|Library|Papers|Contributions|Advances|Techniques)(?:\s[^\W\d_]+){0,5}\s(?!(?:19|20)\d\d)\d{1,4})\)(?=[.,:]\s)",
    ),
    # VS Verlag für Sozialwissenschaften (Governance, 1).
    Form("", r"\((?<=[^\W\d_]\s\()(?P<report>[^\W\d_a-z](?:[^\W\d_]|[ &-]){2,80},\s\d{1,3})\)(?=\.?\s*$)"),
    # Wiley (Wiley series in urban research).
    Form("series", r"(?<=\w\s)\((?P<report>[^\W\d_a-z][^()\d\0]{4,80}\b[Ss]eries(?:\s[^()\d\0]{2,60})?)\)(?=\.?\s*$)"),
    # Suhrkamp (stw 666); UTB 1234
    Form("stw es utb rororo dtv stb", r"[(,]\s?(?P<report>(?:stw|es|UTB|rororo|dtv|stb)\s\d{2,5})(?=\)|\.?\s*$)\)?"),
    # Quantitative Applications in the Social Sciences, no. 07-106. Newbury Park: Sage
    Form(
        "series studies techniques monographs contributions applications advances",
        r"(?<=\.\s)(?<!\s[A-Z]\.\s)(?P<report>[^\W\d_a-z](?:[^.:()\0]|(?<=\s[A-Z])\.(?=\s)){0,80}\b(?:Series|Studies|Techniques|Monographs|Contributions|Applications|Advances)"
        r"\b[^.:()\0]{0,60}?,\s(?:(?:[Vv]ol|[Nn]o)\b\.?\s*)?\d{1,4}(?:-\d{3})?)(?=\.\s[^\W\d_a-z][^.:\d\0]{2,40}:\s)",
    ),
)
_PERIODICAL = re.compile(r"\b(?:Jg|Jahrgang|pp|S)\b")
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

_LANGUAGES = """Afrikaans Arabic Basque Bulgarian Catalan Chinese Croatian Czech Danish Dutch English Estonian Finnish
Flemish French Gaelic Galician German Greek Hebrew Hindi Hungarian Icelandic Indonesian Irish Italian Japanese Korean
Latin Latvian Lithuanian Malay Norwegian Persian Polish Portuguese Romanian Russian Serbian Slovak Slovene Slovenian
Spanish Swedish Thai Turkish Ukrainian Vietnamese Welsh"""
_LANGUAGE = Form(
    _LANGUAGES.casefold(),
    rf"(?<=\d)[.,]?\s*[(\[](?P<note>[Ii]n\s(?:{'|'.join(_LANGUAGES.split())})\b[^()\[\]\0]{{0,60}})[)\]]",
)
_VARIOUS = Form("various", r"\(?(?P<year>[Vv]arious\s(?:[Yy]ears|[Ii]ssues|[Dd]ates))(?:\)|(?=[.,:]\s))")
_NO_DATE = Form("date undated", r"\((?:[Nn]o date|[Uu]ndated)\)")
_UNDATED = re.compile(
    r"(?P<names>[^\0\d()“”\"]{2,80}?),?\s\((?:[Nn]o\s[Dd]ate|[Uu]ndated|[Nn]\.\s?[Dd]\.?|s\.\s?[da]\.|o\.\s?J\.)\)[.:,]?\s(?=[^\W\d_a-z]|[“\"‘'])"
)
_PERSONAL = Form(
    "communication correspondence mail email letter conversation interview",
    r"[.,)]\s+(?P<title>[Pp]ersonal\s(?:[Cc]ommunication|[Cc]orrespondence)|(?:[Pp]ersonal|[Tt]elephone)\s[Ii]nterview"
    r"|(?:[Ee]-?mail|[Ll]etter|[Tt]elephone\s[Cc]onversation|[Pp]ersonal\s[Cc]onversation)\s(?:to|with)\s(?:the\s)?author)(?=\s*(?:[.,;(\0]|$))",
)
_MANUSCRIPT = Form(
    "unpublished manuscript ms typescript mimeo mimeograph mimeographed",
    r"(?<=[.,;”\"’'?!\0])\s(?P<genre>(?:[Uu]npublished\s)?(?:[Mm]anuscript|[Mm]s\.|MS\.?|[Tt]ypescript|[Mm]imeo(?:graph(?:ed)?)?)"
    r"|[Uu]npublished\s(?:paper|report|document|mimeo))(?=[,.;]\s|,|\.?\s*(?:\0|$))",
)
_TITLE_OF_VOLUME = Form(
    "bd band teil teilband vol volume",
    r"(?<=[.,]\s)(?:(?:Bd\.|Band|Teil|Teilband)\s(?P<volume>\d{1,2})[:.]\s(?P<title>[^\W\d_][^.:()\0]{2,120})(?=\.\s)"
    r"|Vol(?:\.|ume)\s(?P<number>\d{1,2}|[IVX]{1,4}):\s(?P<name>[^\W\d_][^.:()\0]{2,120})(?=\.\s(?:\0|[^\W\d_a-z][^.:()\0]{2,40}:\s)))",
)
_VOLUME_OF_BOOK = Form(
    "vol",
    r"(?<=[^\W\d_]):\sVol\.\s?(?P<volume>\d{1,3}|[IVX]{1,4})\.\s(?P<title>[^\W\d_][^.:()\0]{2,120})"
    r"(?=\s\(pp|\.\s[^\W\d_a-z][^.:()\0]{2,40}:\s)",
)
_FIRST_PRINTED = re.compile(
    rf"[(\[]\s*(?:(?:zuerst|[Ee]rst(?:ausgabe|druck|auflage|veröffentlichung)|(?:[a-zäöü]{{2,6}}\.\s+)?[Oo]rig(?:inal(?:ausgabe)?)?"
    rf"(?:\.-?[Aa]usg)?|[a-zäöü]{{2,6}}\.)\b\.?(?:\s+(?:erschienen|veröffentlicht))?:?\s+)(?P<original>{YEAR}(?:[-–]{YEAR})?)"
    r"\s*[)\]]"
)
_SPECIAL_ISSUE = Form(
    "sonderheft sonderband sonderausgabe beiheft themenheft supplement ergänzungsheft extra special",
    r"(?<=,\s)(?P<issue>(?:Sonderheft|Sonderband|Sonderausgabe|Beiheft|Themenheft|Supplement)\s+(?:Nr\.\s)?\d{1,3}"
    r"|\d{1,3}\.\s(?:Sonderheft|Sonderband|Beiheft|Ergänzungsheft)|(?:[Ee]xtra|[Ss]pecial)\s[Ii]ssue)"
    rf"(?:\s*\((?P<year>{YEAR})\))?(?=(?:,\s{YEAR})?\s*[,:]\s*(?:S\.|pp?\.)?\s*\d+\s*[-–])"
    r"|(?<=[\w.]\s)\((?P<bracketed>(?:[Ee]xtra|[Ss]pecial)\s[Ii]ssue)\)(?=\s?[,:]\s*(?:pp?\.\s?)?\d+\s?[-–])",
)


def find_series(line: Line) -> None:
    """``(= Industrielle Welt, Bd. 44)``, ``Schriftenreihe des Vereins, Bd. 3.``: a series and the number in it.

    Periodicals with numbers, and towns, are excluded. In brackets also a report: ``(NBER Working Paper No. 20007)``.
    """
    for form in _SERIES.of(line):
        for found in form.finditer(line):
            named = read_designation(found["report"])
            is_named = named and (named.series or (named.genre and line.open[found.start()] in "(["))
            is_series = is_named and not is_place(found["report"].partition(",")[0])
            if is_series and not _PERIODICAL.search(found["report"]):
                labels = {"report": Label.REPORT, "page": Label.PAGES}
                line.claim_match(found, **{group: labels[group] for group in found.groupdict()})


def find_collection(line: Line) -> None:
    """A series in the French form: ``, coll. « NRF Essais », n° 12``."""
    if found := _COLLECTION.search(line):
        line.claim_match(found, series=Label.SERIES)


def find_day_of_publication(line: Line) -> None:
    """``Published January 2020.``: the date after its label (AMA Manual of Style, 11th edition, 3.15.3).

    Or ``Last modified November 15, 2013.`` (Chicago Manual of Style, 17th edition, 14.207).
    """
    if found := _PUBLISHED.search(line):
        line.claim_match(found, day=Label.DAY, year=Label.DATE, online=Label.DAY, dated=Label.DAY)


def find_archived_copy(line: Line) -> None:
    """``Archived from the original on 1 July 2020``, ``S2CID 12345678``: copies and catalogue numbers in Wikipedia."""
    for form in (_ARCHIVED, _CATALOGUED):
        for found in list(form.finditer(line)):
            line.claim_match(found, note=Label.NOTE)
    if after := _AS_FILE.search(line):
        line.claim(after.start(), after.end(), Label.SEPARATOR)


def find_ahead_of_print(line: Line) -> None:
    """``Epub 2019 Jan 24.``: the day of publication ahead of print (Citing Medicine, 2nd edition, chapter 1)."""
    if found := _AHEAD.search(line):
        line.claim_match(found, status=Label.STATUS)


_SERIES_AFTER_BOOK = Form(
    "vol volume",
    r"(?<=[\w)]\.\s)(?P<report>[A-Z][\w &/-]{2,80}(?:\s\([A-Z]{3,5}\))?,\s[Vv]ol(?:ume|\.)?\s?\d{1,5})"
    r"(?=,\spp?\.|\.\s[A-Z])",
)
_VOLUME_OF_SERIES = Form(
    "volume", r"(?<=[\w)],\s)volume\s(?P<volume>\d{1,4})\sof\s(?P<series>[A-Z][^.,:()\0]{3,90})(?=[.,])"
)
_SERIES_OF_OECD = Form(
    "oecd",
    rf"\(?\b{YEAR}[a-z]?\)?[,.:]?\s[^\0]{{8,250}}?,\s"
    r"(?P<series>PISA|TALIS|PIAAC|OECD\s[A-Z][^.,:()\0]{3,80}),\s(?=OECD\s(?:Publishing|iLibrary))",
)
"""The form in which the OECD asks to be cited: title, series, publisher."""

_IN = re.compile(r"[.?!]\s[Ii]n:\s")


def find_series_after_book(line: Line) -> None:
    """``In: Navab, N. (ed.) MICCAI 2015. LNCS, vol. 9351, pp. 234–241``: a series, in a sentence after the book.

    Also ``Learning, volume 1 of Adaptive Computation``, as BibTeX's own styles print it; and the series between a title
    and ``OECD Publishing``.
    """
    if within := _VOLUME_OF_SERIES.search(line):
        line.claim_match(within, volume=Label.VOLUME, series=Label.SERIES)
    if own := _SERIES_OF_OECD.search(line):
        line.claim(*own.span("series"), Label.SERIES)
    if (found := _SERIES_AFTER_BOOK.search(line)) and _IN.search(line.text, 0, found.start()):
        line.claim_match(found, report=Label.REPORT)


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


def find_title_of_volume(line: Line) -> None:
    """``Soziologie. Band 1: Situationslogik. Berlin``: the number of a volume and the volume's own title."""
    if found := _TITLE_OF_VOLUME.search(line):
        labels = {
            "volume": Label.VOLUME,
            "title": Label.VOLUME_TITLE,
            "number": Label.VOLUME,
            "name": Label.VOLUME_TITLE,
        }
        line.claim_match(found, **labels)
    elif of_book := _VOLUME_OF_BOOK.search(line):
        line.claim_match(of_book, volume=Label.VOLUME, title=Label.VOLUME_TITLE)


def find_first_printing(line: Line) -> None:
    """The year of the first printing: ``(zuerst 1918)``, ``(engl. Orig. 1961)``, ``[Erstausgabe 1922]``."""
    if found := _FIRST_PRINTED.search(line.open):
        line.claim_match(found, original=Label.ORIGINAL_DATE)


def find_special_issue(line: Line) -> None:
    """A named issue: ``Zeitschrift, Sonderheft 38, S. 81-112``, if the pages after it show that it is one."""
    if found := _SPECIAL_ISSUE.search(line):
        line.claim_match(found, issue=Label.ISSUE, bracketed=Label.ISSUE, year=Label.DATE)


def find_language(line: Line) -> None:
    """The language of the work after its pages: ``12:3-9 (in Icelandic)``, ``[In Spanish with English abstract]``."""
    if found := _LANGUAGE.search(line):
        line.claim_match(found, note=Label.NOTE)


_ONLINE = Form(
    "online www elektronische cd dvd rom web website webpage",
    r"(?<=\w)\s(?:\[(?P<medium>Online-(?:Dokument|Ressource|Fassung)|WWW-Dokument|Elektronische Ressource"
    r"|[Ww]eb\s?(?:site|page))\]"
    r"|[(\[](?P<disc>CD-?ROM|DVD(?:-ROM)?|CD)[)\]])",
)


def find_online(line: Line) -> None:
    """The medium of a work after its title: ``Titel [Online-Dokument]``, ``Title (CD-ROM)``."""
    if found := _ONLINE.search(line):
        line.claim_match(found, medium=Label.MEDIUM, disc=Label.MEDIUM)


_SITE = Form(
    "online internet",
    r"\[(?:[Oo]nline|[Ii]nternet)\][.,]?\s(?P<site>[^\W\d_a-z][^.,;:\0()\[\]\d]{2,60})[.,]?\s?(?=\0)"
    r"|(?<=[.?!]\s)In:\s(?P<within>[^\W\d_a-z][^.;\0()\[\]\d]{2,80})\s\[Internet\]\.?\s(?=\0)",
)


def find_site(line: Line) -> None:
    """``Title [online]. Families Now. Available from: ...``: the body or site before a work's address."""
    if found := _SITE.search(line):
        is_body = found["site"] and looks_like_institution(found["site"])
        line.claim_match(found, site=Label.PUBLISHER if is_body else Label.CONTAINER, within=Label.CONTAINER)


def find_various_years(line: Line) -> None:
    """``OECD (various years)``: a work of many years, in place of a year; ``(no date)`` gives no year."""
    if found := _VARIOUS.search(line):
        line.claim_match(found, year=Label.DATE)
    elif undated := _NO_DATE.search(line):
        line.claim(*undated.span(), Label.SEPARATOR)
        if head := _UNDATED.match(line.text):
            line.claim(*head.span("names"), Label.AUTHOR)


def find_personal_communication(line: Line) -> None:
    """``Personal communication, 2019``: something only said or written to the author, with no other title."""
    if found := _PERSONAL.search(line):
        line.claim_match(found, title=Label.TITLE)

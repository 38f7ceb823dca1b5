"""Series, volumes with a title of their own, and special issues, set off by marks or by their labels."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import read_designation
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


def find_special_issue(line: Line) -> None:
    """A named issue: ``Zeitschrift, Sonderheft 38, S. 81-112``, if the pages after it show that it is one."""
    if found := _SPECIAL_ISSUE.search(line):
        line.claim_match(found, issue=Label.ISSUE, bracketed=Label.ISSUE, year=Label.DATE)

"""Parts recognisable by their form, mostly in German: numbers without words, laws, newspapers, standards."""

from collections.abc import Callable

import pytest

from reflist.prose import learned
from reflist.prose.fixed.editions import find_edition
from reflist.prose.fixed.heads import find_names_before_colon
from reflist.prose.fixed.laws import find_german_law
from reflist.prose.fixed.newspapers import find_newspaper_head, find_newspaper_within
from reflist.prose.fixed.numbers import find_numbers_by_label
from reflist.prose.fixed.online import find_online
from reflist.prose.fixed.original_dates import find_original_date
from reflist.prose.fixed.publication import find_publisher_first
from reflist.prose.fixed.series import find_series, find_special_issue
from reflist.prose.line import Line
from reflist.prose.reference import read_string
from reflist.report import Place, Report
from reflist.text import Text


def parts(line: Line) -> dict[str, str]:
    return {span.label: line.printed(span) for span in line.spans}


CASES = {
    "2 (2012) 1": (
        find_numbers_by_label,
        "In: Land 2 (2012) 1, S. 3-21.",
        {"volume": "2", "date": "2012", "issue": "1"},
    ),
    "53 (2003) B 52": (
        find_numbers_by_label,
        "Land 53 (2003) B 52: 3",
        {"volume": "53", "date": "2003", "issue": "B 52"},
    ),
    "3/2003": (find_numbers_by_label, "in: Land 3/2003, S. 157-166", {"issue": "3", "date": "2003"}),
    "3/2003 that is no issue": (find_numbers_by_label, "im Herbst 3/2003 und danach", {}),
    "50: 4": (find_numbers_by_label, "Land 50: 4, 893-904.", {"volume": "50", "issue": "4"}),
    "50: 4 that are no issue": (find_numbers_by_label, "Land 50: 4, 893.", {}),
    "n. 1": (find_numbers_by_label, "Land vol. 108 n. 1, 33-60", {"volume": "108", "issue": "1"}),
    "a special issue with its year": (
        find_special_issue,
        "Land, Sonderheft 32 (1992), S. 421-445",
        {"issue": "Sonderheft 32", "date": "1992"},
    ),
    "a special issue by its number": (find_special_issue, "Land, 49. Beiheft, S. 95-173", {"issue": "49. Beiheft"}),
    "collected works": (
        find_series,
        "Hecken und Felder, Gesamtausgabe Band 11, hrsg. von Ann Weir",
        {"report": "Gesamtausgabe Band 11"},
    ),
    "a law": (
        find_german_law,
        "Gesetz über Hecken (Heckengesetz – HG) vom 21. Dezember 2000 (BGBl. I S. 1966).",
        {
            "statute": "Gesetz über Hecken (Heckengesetz – HG)",
            "day": "21. Dezember 2000",
            "container-title": "BGBl. I",
            "page": "1966",
        },
    ),
    "a law by the year of its gazette": (
        find_german_law,
        "Heckengesetz, BGBl. I 2000, Nr. 5, S. 19",
        {"statute": "Heckengesetz", "container-title": "BGBl. I", "date": "2000", "issue": "5", "page": "19"},
    ),
    "a gazette that is cited": (find_german_law, "Weir, A.: Das BGBl. I und andere.", {}),
    "a news magazine's number": (
        find_newspaper_head,
        "Der Spiegel 23/1997: Gefährliche Hecken, S. 78-93.",
        {
            "container-title": "Der Spiegel",
            "issue": "23",
            "date": "1997",
            "title": "Gefährliche Hecken",
            "page": "78-93",
        },
    ),
    "a number of what is no news magazine": (find_newspaper_head, "Das Dorf 23/1997: Gefährliche Hecken.", {}),
    "a newspaper after a title": (
        find_newspaper_within,
        "Hecken, Frankfurter Allgemeine Zeitung, 15.10.2001, S. 9.",
        {"container-title": "Frankfurter Allgemeine Zeitung", "day": "15.10.2001", "page": "9"},
    ),
    "a newspaper without its day": (find_newspaper_within, "Hecken, Die Zeit 2001", {}),
    "a newspaper's day alone": (
        find_newspaper_within,
        "In: Die Zeit vom 1./2. Dezember 1999",
        {"container-title": "Die Zeit", "day": "1./2. Dezember 1999"},
    ),
    "no newspaper": (find_newspaper_within, "Hecken, Das Dorf, 15.10.2001, S. 9.", {}),
    "a document online": (find_online, "Hecken [Online-Dokument]. www", {"medium": "Online-Dokument"}),
    "the first year in brackets of its own": (
        find_original_date,
        "Weir (2004) [1927]: Hecken",
        {"original-date": "1927"},
    ),
    "initials first": (find_names_before_colon, "W. Rudzio: Das System, Wiesbaden 2006", {"author": "W. Rudzio"}),
    "two by initials": (
        find_names_before_colon,
        "A. Weir und H.-P. von Lee (Hrsg.): Das System",
        {"editor": "A. Weir und H.-P. von Lee"},
    ),
    "two given names and a title": (find_names_before_colon, "Weir, Anna Lisa, Selling Hedges : Art, Bath", {}),
    "a place that is no name": (find_names_before_colon, "Weir, Anna, Das Dorf, München: Beck", {}),
    "an edition called A.": (find_edition, "Das Dorf. 3. A., Wiesbaden 2005", {"edition": "3."}),
    "the first year after the year": (
        find_original_date,
        "Bonn: Ditch 1976 (1939).",
        {"date": "1976", "original-date": "1939"},
    ),
    "a later year after the year": (find_original_date, "Bonn: Ditch 1939 (1976).", {}),
    "two places": (find_publisher_first, "Weinheim; München: Beck-Verl.-Union, 1986.", {}),
}


@pytest.mark.parametrize(("find", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_told(find: Callable[[Line], None], text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find(line)
    assert parts(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Times, 4 May 1979.", {"type": "article-newspaper", "container-title": "The Times"}),
        ('3GPP TS 23.161: "Hedges"', {"type": "standard", "number": "3GPP TS 23.161", "title": "Hedges"}),
        ("Weir, A. (2005): Hedges. Version 8.0, Berlin: DIW.", {"type": "book", "version": "8.0", "title": "Hedges"}),
        (
            "Gesetz über Hecken vom 21. Dezember 2000 (BGBl. I S. 1966).",
            {"type": "legislation", "title": "Gesetz über Hecken", "page": "1966"},
        ),
        (
            "Weir, A. (2006). Has it helped? A study. Rural Life Quarterly 70 (5, Special Issue): 794–809.",
            {"type": "article-journal", "issue": "5"},
        ),
    ],
)
def test_records_of_them(text: str, expected: dict[str, str]) -> None:
    reference = read_string(text, Place(), Report(), tag=learned.tag, is_certain=True)
    assert reference is not None
    got = {key: value.plain if isinstance(value, Text) else value for key, value in reference.variables.items()}
    assert {"type": reference.type, **got}.items() >= expected.items()

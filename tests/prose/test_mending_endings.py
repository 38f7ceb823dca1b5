"""Corrected parts at the ends of titles: series, proceedings, reports and imprints."""

import pytest

from spans_marked import mended

CASES = {
    "a series that calls itself one": (
        "{author|Weir} {date|2010}. {title|Long paths. Field Land Series}, {publisher-place|Ayr}.",
        "{author|Weir} {date|2010}. {title|Long paths}. {collection-title|Field Land Series}, {publisher-place|Ayr}.",
    ),
    "a series without a number": (
        "{title|Hedges}. {container-title|Land and Hedges}. {publisher|Moat}, {date|1990}.",
        "{title|Hedges}. {collection-title|Land and Hedges}. {publisher|Moat}, {date|1990}.",
    ),
    "what a book is contained in": (
        "{title|Hedges}. {container-title|Progress in land and hedges}. {publisher|Moat}, {date|1990}.",
        "{title|Hedges}. {container-title|Progress in land and hedges}. {publisher|Moat}, {date|1990}.",
    ),
    "a series with its publisher's name": (
        "{title|Long ditches. Moat History of Land}. {publisher-place|Ayr}: {publisher|Moat}.",
        "{title|Long ditches}. {collection-title|Moat History of Land}. {publisher-place|Ayr}: {publisher|Moat}.",
    ),
    "a subtitle before a publisher with an article": (
        "{title|Long trust. The Old Ways of Towns}. {publisher-place|Leeds}: {publisher|The Moat Press}, {date|2004}.",
        "{title|Long trust. The Old Ways of Towns}. {publisher-place|Leeds}: {publisher|The Moat Press}, {date|2004}.",
    ),
    "a subtitle in small letters": (
        "{title|Long ditches. Moat people speak}. {publisher-place|Ayr}: {publisher|Moat}.",
        "{title|Long ditches. Moat people speak}. {publisher-place|Ayr}: {publisher|Moat}.",
    ),
    "a conference": (
        "{author|Weir} {date|2015}. {title|Long ditches. 11th International Conference on Moats}.",
        "{author|Weir} {date|2015}. {title|Long ditches}. {container-title|11th International Conference on Moats}.",
    ),
    "the proceedings of a conference, a whole book": (
        "{editor|Weir}. {title|Ditches. Proceedings of the Moat Conference}. {publisher-place|Ayr}: {publisher|X}.",
        "{editor|Weir}. {title|Ditches. Proceedings of the Moat Conference}. {publisher-place|Ayr}: {publisher|X}.",
    ),
    "a report with its number": (
        "{author|Weir} {date|2007}. {title|Deep ditches. PEER Report 12/08}. {publisher|Moat Center}.",
        "{author|Weir} {date|2007}. {title|Deep ditches}. {report|PEER Report 12/08}. {publisher|Moat Center}.",
    ),
    "an imprint": (
        "{title|Yearbook of Towns. Leeds: Office of Moats}.",
        "{title|Yearbook of Towns}. {publisher-place|Leeds}: {publisher|Office of Moats}.",
    ),
    "a subtitle after a colon": (
        "{author|Weir} {date|2006}. {title|The Moat Project}: {publisher|Making of the Ditch}.",
        "{author|Weir} {date|2006}. {title|The Moat Project: Making of the Ditch}.",
    ),
    "cities before an edition and the imprint": (
        "{title|The Ditch}. {publisher-place|Leeds, Hull}. {edition|2nd} ed. {publisher-place|Ayr}: {publisher|Moat}.",
        "{title|The Ditch. Leeds, Hull}. {edition|2nd} ed. {publisher-place|Ayr}: {publisher|Moat}.",
    ),
    "a place before the full name of a periodical": (
        "{title|Flora in Ayr}, {container-title|Northern Hills. Journal of the Land} {volume|4}.",
        "{title|Flora in Ayr, Northern Hills}. {container-title|Journal of the Land} {volume|4}.",
    ),
    "partners after a title": (
        "{author|Weir} {date|1990} {title|Field hygiene}. {publisher|Barrow and Jinks}, {publisher-place|Leeds}.",
        "{author|Weir} {date|1990} {title|Field hygiene}. {publisher|Barrow and Jinks}, {publisher-place|Leeds}.",
    ),
    "a title that goes on after its quotation": (
        "{title|“Ditch us not?” What moats do to towns}. {container-title|Land} {volume|3}.",
        "{title|“Ditch us not?” What moats do to towns}. {container-title|Land} {volume|3}.",
    ),
    "a volume, and months": (
        "{title|Ditches}, {container-title|Left Land} {volume|53}, {day|Sep-Oct} {date|2008}.",
        "{title|Ditches}, {container-title|Left Land} {volume|53}, {day|Sep-Oct} {date|2008}.",
    ),
    "a month after a labelled volume": (
        "{title|Ditches}. {container-title|Land}, Vol. {volume|21} {day|March}, {date|2017}, {page|3-9}.",
        "{title|Ditches}. {container-title|Land}, Vol. {volume|21} {day|March}, {date|2017}, {page|3-9}.",
    ),
    "a special issue": (
        "{title|Ditches}, {container-title|Special Issue of Land Studies}, vol. {volume|21}.",
        "{title|Ditches}, {note|Special Issue} of {container-title|Land Studies}, vol. {volume|21}.",
    ),
    "two titles with a comma between": (
        "{title|Review of Ditches, 1861-1913}, {title|One of the Boys}. {container-title|Land} {volume|4}.",
        "{title|Review of Ditches, 1861-1913, One of the Boys}. {container-title|Land} {volume|4}.",
    ),
    "the halves of a periodical's name": (
        "{title|Ditches}. {container-title|Archivio di Terra}, {container-title|Acqua e Aria} {volume|33}, {page|3-9}.",
        "{title|Ditches}. {container-title|Archivio di Terra, Acqua e Aria} {volume|33}, {page|3-9}.",
    ),
    "a book before a periodical": (
        "{title|Ditches}. {container-title|Proceedings of Moats}, {container-title|Land Law} {volume|33}.",
        "{title|Ditches}. {container-title|Proceedings of Moats}, {container-title|Land Law} {volume|33}.",
    ),
    "a label at a title's end": (
        "{author|Weir}, {title|The Gospel of Ditches: Vol}.{volume|3}, {publisher-place|Leeds}: {publisher|Moat}.",
        "{author|Weir}, {title|The Gospel of Ditches}: Vol.{volume|3}, {publisher-place|Leeds}: {publisher|Moat}.",
    ),
    "a quoted title, and a dictionary": (
        "{title|“Ditch.”} {container-title|Dictionary of the Land}. {edition|10th} ed. {date|1993}.",
        "{title|“Ditch.”} {container-title|Dictionary of the Land}. {edition|10th} ed. {date|1993}.",
    ),
    "a further name after an ampersand": (
        "{author|Weir, Ann, Lee, Bert, & Ash, C. D.} {date|1997}, {container-title|ApJ}, {volume|475}.",
        "{author|Weir, Ann, Lee, Bert, & Ash, C. D.} {date|1997}, {container-title|ApJ}, {volume|475}.",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_endings_of_titles(marked: str, expected: str) -> None:
    assert mended(marked) == expected

"""Works without authors, and parts recognisable only by conventions of print."""

import pytest

import reflist
from spans_marked import mended


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "{author|Notes on a mining village}. {date|1978}. {title|MA thesis}, {publisher|University of Leeds}",
            "{title|Notes on a mining village}. {date|1978}. {thesis|MA thesis}, {publisher|University of Leeds}",
        ),
        (
            "{author|The Concise Atlas of Ditches} ({date|2002}) {title|3rd edn}, {publisher-place|Leeds}",
            "{title|The Concise Atlas of Ditches} ({date|2002}) {edition|3rd edn}, {publisher-place|Leeds}",
        ),
        (
            "{author|Review of Free School Meals} ({date|2007}). {title|22}. {publisher-place|Leeds}",
            "{title|Review of Free School Meals} ({date|2007}). {report|22}. {publisher-place|Leeds}",
        ),
        (
            "{author|‘Austerity’} ({date|2010}), {title|Dictionary of public policy}. {publisher-place|Leeds}",
            "‘{title|Austerity}’ ({date|2010}), {container-title|Dictionary of public policy}. {publisher-place|Leeds}",
        ),
        (
            "{author|A school for every child}. {container-title|The Sunday Post}, {day|3 May 2005}",
            "{title|A school for every child}. {container-title|The Sunday Post}, {day|3 May 2005}",
        ),
        (
            "{author|Walking in numbers} ({date|2019}). {title|Helping Hands}. {URL|https://a.example.org}",
            "{title|Walking in numbers} ({date|2019}). {container-title|Helping Hands}. {URL|https://a.example.org}",
        ),
        ("{author|Statement on rights}, {date|2011}.", "{title|Statement on rights}, {date|2011}."),
        ("{author|Age Concern} ({date|2019}). {title|Helping Hands}. {URL|https://a.example.org}", None),
        ("{author|Orwell}, {date|1949}. {title|198}. {publisher-place|London}", None),
        ("{author|Pisano et al.}, {date|2000}, {container-title|AJ}, {volume|120}, {page|763}", None),
        ("{author|Ditch Council} ({date|2004}), {container-title|The Guardian}, {day|3 May}", None),
        ("{author|Weir, A.} ({date|2004}), {title|MA thesis}", None),
        ("{author|Hursk Brone}. {date|2004}. {title|MA thesis}", None),
        ("{author|Hursk Brone}. {date|1755}. {title|A Dictionary of Ditches}. {publisher-place|Leeds}", None),
        ("{author|Samuel B Johnson}. {date|1755}. {title|A Dictionary of Ditches}. {publisher-place|Leeds}", None),
    ],
)
def test_titles_in_the_place_of_authors(text: str, after: str | None) -> None:
    assert mended(text).replace("{title|‘Austerity’}", "‘{title|Austerity}’") == (after or text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "{author|Ditch Group}. {title|Facts on ditches. Ditch Group}. {date|2020}. {URL|https://d.org}",
            "{author|Ditch Group}. {title|Facts on ditches}. {container-title|Ditch Group}. {date|2020}. {URL|https://d.org}",
        ),
        (
            "{author|Ditch Group}. {title|Facts on ditches}. {author|Ditch Group}. {date|2020}",
            "{author|Ditch Group}. {title|Facts on ditches}. {container-title|Ditch Group}. {date|2020}",
        ),
        ("{author|Ditch Group}. {title|Facts on ditches}. {publisher|Ditch Group}. {date|2020}", None),
    ],
)
def test_bodies_named_again(text: str, after: str | None) -> None:
    assert mended(text) == (after or text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "{author|Weir, A.}, {date|2012}. {title|Mills}. {container-title|Ditch Review}, {volume|367}, {date|2029}.",
            "{author|Weir, A.}, {date|2012}. {title|Mills}. {container-title|Ditch Review}, {volume|367}, {page|2029}.",
        ),
        (
            "{author|Weir, A.} ({date|2004}). {title|Mills}. {container-title|Ditch days, 2004}, pp. {page|1–9}.",
            "{author|Weir, A.} ({date|2004}). {title|Mills}. {container-title|Ditch days}, 2004, pp. {page|1–9}.",
        ),
        (
            "{author|Ash} {date|2004}. {title|Old mills. Hedges}. {publisher|Spade}, pp. {page|1–9}.",
            "{author|Ash} {date|2004}. {title|Old mills}. {container-title|Hedges}. {publisher|Spade}, pp. {page|1–9}.",
        ),
        (
            "{author|Weir} ({date|2004}). {title|Postwar. Hedges}. {publisher|Spade Press}, p. {page|640–643}.",
            None,
        ),
        ("{author|Weir, A.} ({date|2004}). {title|The road to M25}. {publisher|Spade Press}.", None),
    ],
)
def test_parts_that_print_tells(text: str, after: str | None) -> None:
    assert mended(text) == (after or text)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('Weir, A. (2001) ‘Hedges of the north," Ditch Review, 4(2): 11–19.', "Hedges of the north"),
        ('Weir, A. (2001) "Hedges of the north’, Ditch Review, 4(2): 11–19.', "Hedges of the north"),
        ("Weir, A. (2001) “Hedges' friends in the north', Ditch Review, 4(2): 11–19.", "Hedges' friends in the north"),
    ],
)
def test_quotation_marks_that_do_not_go_together(line: str, title: str) -> None:
    library = reflist.parse(line)
    assert library.references[0].plain("title") == title
    assert [one.code for one in library.report if one.code == "quote-mended"] == ["quote-mended"]


@pytest.mark.parametrize(
    ("line", "year", "title"),
    [
        ("Weir, Ann, and Bo Ash 2000Mills in the north. Ditch Review 4(2): 11–19.", 2000, "Mills in the north"),
        ("Weir, A.2019 Mills in the north. Ditch Review 4(2): 11–19.", 2019, "Mills in the north"),
        ("Weir, A., and B. Paulus2019 Mills in the north. Ditch Review 4(2): 11–19.", 2019, "Mills in the north"),
    ],
)
def test_years_glued_to_what_stands_beside_them(line: str, year: int, title: str) -> None:
    item = reflist.parse(line).to_csl()[0]
    assert (item["issued"]["date-parts"], item["title"]) == ([[year]], title)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Lamport L.Time, clocks, and events. Commun ACM 1978;21:558-65.", "Time, clocks, and events"),
        ("12. Weir AB, Ash C.Hedges of the north. Ditch Rev 2001;4:11-19.", "Hedges of the north"),
    ],
)
def test_titles_glued_to_initials(line: str, title: str) -> None:
    assert reflist.parse(line).references[0].plain("title") == title


@pytest.mark.parametrize(
    ("printed", "after"),
    [
        ("{report|Ditch Studies 3}", "{container-title|Ditch Studies} {volume|3}"),
        ("{report|Ditch Rev 1–24}", "{container-title|Ditch Rev} {page|1–24}"),
        ("{report|Research Briefing 1–24}", None),
        ("{report|Working Paper 3}", None),
    ],
)
def test_periodicals_with_one_number_alone(printed: str, after: str | None) -> None:
    head = "{author|Weir, A.} ({date|2004}). {title|Mills}. "
    assert mended(f"{head}{printed}.") == f"{head}{after or printed}."

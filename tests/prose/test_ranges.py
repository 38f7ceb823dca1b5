"""How a list prints its page ranges, with and without their dashes."""

import pytest

import reflist
from reflist.grammar.pages import Ending
from reflist.prose.values.ranges import UNKNOWN, Ranges, ranges_of


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("128–137 204–219 1001–1016", Ranges(Ending.FULL)),
        ("128–37 204–19 846–60", Ranges(Ending.TWO)),
        ("128–37 374–9 481–8 512–20", Ranges(Ending.CHANGED)),
        ("128–37 196–204 512–20 846–60", Ranges(Ending.TWO)),
        ("128137 204219 10011016 4859", Ranges(Ending.FULL, lossy=True)),
        ("91122 145666 37481 13709", Ranges(Ending.CHANGED, lossy=True)),
        ("128–37 204–219 374–9", Ranges()),
        ("128–137 204–219", Ranges()),
        ("101377 e0122051 54006 102233", Ranges()),
        ("2001–2012 1999–2001 1914–18", Ranges()),
        ("137–28 204–4 300–04", Ranges()),
        ("", UNKNOWN),
    ],
)
def test_what_a_list_tells(pages: str, expected: Ranges) -> None:
    texts = [f"Weir, A. (2001), ‘Hedges’, Ditch, 12, 2, {printed}." for printed in pages.split()]
    assert ranges_of(texts) == expected


LIST = """\
Weir A. Hedges of the north. Ditch Res. 2011;12(2):128–37.
Ash B, Bell C. Ponds of the north. Ditch Res. 2012;13(1):374–9.
Bell C. Meadows, and who mows them. Ditch Res. 2013;14(1):481–8.
Cole D. Mills without water. Ditch Res. 2014;15(4):91122.
Dean E, Ash B. Walls without stones. Ditch Res. 2015;16:145666.
Earl F. Gates without fences. Ditch Res. 2016;17(1):48793.
"""


def test_the_others_of_a_list_tell_where_a_dash_was_lost() -> None:
    pages = [reference.plain("page") for reference in reflist.parse(LIST).references]
    assert pages == ["128-137", "374-379", "481-488", "911-922", "1456-1466", "487-493"]


def test_each_line_by_itself_is_read_with_the_others_too() -> None:
    pages = [reference.plain("page") for reference in reflist.parse(LIST, lines=True).references]
    assert pages[3:] == ["911-922", "1456-1466", "487-493"]


PHYSICS = "Weir A, Hedges, Ditch Res. {}, {} (1973)."


@pytest.mark.parametrize(
    ("pages", "is_first"),
    [("1360 1053 558 371", True), ("1360 1053 558 371–9", False), ("1360 1053 661678", False), ("1360 1053", False)],
)
def test_articles_cited_by_their_first_page(pages: str, is_first: bool) -> None:
    assert ranges_of([PHYSICS.format(78, page) for page in pages.split()]).first_only is is_first


def test_a_first_page_is_no_range() -> None:
    strings = (
        f"{name} Weir, Hedges of the north, Ditch Res. 78, {page} (1973).\n"
        for name, page in zip("ABCD", (1360, 1053, 558, 2278), strict=True)
    )
    assert [reference.plain("page") for reference in reflist.parse("".join(strings), lines=True).references] == [
        "1360",
        "1053",
        "558",
        "2278",
    ]


def test_numbers_of_articles_are_no_ranges() -> None:
    line = "Weir A. Hedges. {}. 2014;14:4859."
    assert [reflist.parse(line.format(name)).references[0].plain("page") for name in ("BMC Ditches", "Ditches")] == [
        "4859",
        "48-59",
    ]


def test_two_ranges_tell_where_no_range_of_a_list_has_its_dash() -> None:
    assert ranges_of(["Weir, A. (2001), Ditch, 12, 52345.", "Ash, B. (2002), Ditch, 13, 25366."]).lossy
    assert not ranges_of(["Weir, A. (2001), Ditch, 12, 52345.", "Ash, B. (2002), Ditch, 13, 253–66."]).lossy

"""Dates: localised or not, ranges, seasons, eras."""

from typing import Any

import pytest

from csl.tiny import cited, dated, listed, one, people, program, ranged, work
from reflist.csl.processor.dates import sort_key
from reflist.model import Date

PARTS = '<date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>'


def date(value: Any, inside: str = PARTS, attributes: str = "", **options: Any) -> str:
    layout = f'<date variable="issued" {attributes}>{inside}</date>'
    return one(layout, work(issued=value), **options)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dated(2001, 3, 15), "15 March 2001"),
        (dated(2001, 3), "March 2001"),
        (dated(2001), "2001"),
        (Date.of(2001, 21), "Spring 2001"),
        (Date.of(2001, 99), "2001"),
        (Date.of(2001, 5, 99), "May 2001"),
        (Date(((0, 3),)), "March "),
        (dated(2001, season="4"), "Winter 2001"),
        (dated(2001, season="Herbst"), "Autumn 2001"),
        (dated(2001, season="Michaelmas"), "2001"),
        ({"literal": "in the war"}, "in the war"),
        (ranged([2001, 21], [2001, 22]), "Spring–Summer 2001"),
        (ranged([2001, 24], [2002, 21]), "Winter 2001–Spring 2002"),
        (dated(-44, 3, 15), "15 March 44 BC"),
        (dated(79), "79 AD"),
        (ranged([2001, 3, 15], [2001, 3, 20]), "15–20 March 2001"),
        (ranged([2001, 3, 15], [2001, 4, 2]), "15 March–2 April 2001"),
        (ranged([2001, 3, 15], [2002, 4, 2]), "15 March 2001–2 April 2002"),
        (ranged([2001], [2002]), "2001–2002"),
        (ranged([2001], [2001]), "2001"),
        (ranged([2001, 1], [2001, 2]), "January–February 2001"),
        ({"date-parts": [[2001], [0]]}, "2001–"),
    ],
)
def test_the_parts_that_a_style_lists(value: Any, expected: str) -> None:
    assert date(value).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("attributes", "inside", "expected"),
    [
        ('form="text"', "", "March 5, 2001"),
        ('form="numeric"', "", "03/05/2001"),
        ('form="text" date-parts="year-month"', "", "March 2001"),
        ('form="text" date-parts="year"', "", "2001"),
        ('form="text"', '<date-part name="month" form="short"/>', "Mar. 5, 2001"),
        ('form="text"', '<date-part name="month" form="short" strip-periods="true"/>', "Mar 5, 2001"),
        ('form="text"', '<date-part name="year" form="short" prefix="no"/>', "March 5, 01"),
        ('form="text" prefix="(" suffix=")" font-style="italic"', "", "({italic March 5, 2001})"),
        ('form="it\'s"', "", ""),
        ('delimiter="/"', '<date-part name="month" form="numeric-leading-zeros"/><date-part name="day"/>', "03/5"),
        ("", '<date-part name="day" form="numeric-leading-zeros"/>', "05"),
        ("", '<date-part name="day" form="ordinal"/>', "5th"),
        ("", '<date-part name="month" form="numeric"/>', "3"),
        ("", '<date-part name="decade"/>', ""),
    ],
)
def test_forms(attributes: str, inside: str, expected: str) -> None:
    assert date(dated(2001, 3, 5), inside, attributes) == expected


def test_ordinals_may_be_for_the_first_day_alone() -> None:
    inside = '<date-part name="day" form="ordinal"/>'
    assert date(dated(2001, 3, 1), inside, language="fr-FR") == "1ᵉʳ"
    assert date(dated(2001, 3, 2), inside, language="fr-FR") == "2"


@pytest.mark.parametrize(
    ("value", "expected"), [(ranged([2001, 3, 15], [2001, 3, 20]), "15-20/3"), (ranged([2001, 3], [2002, 3]), "3")]
)
def test_a_range_with_a_mark_of_its_own(value: Any, expected: str) -> None:
    inside = '<date-part name="day" range-delimiter="-"/><date-part name="month" form="numeric"/>'
    assert date(value, inside, 'delimiter="/"') == expected


def test_a_season_has_no_number() -> None:
    assert (
        date(Date.of(2001, 22), '<date-part name="month" form="numeric" suffix="/"/><date-part name="year"/>') == "2001"
    )


def test_what_has_no_part_to_show_counts_as_empty() -> None:
    layout = '<group><text value="of "/><date variable="issued"><date-part name="month"/></date></group>'
    assert one(layout, work(issued=dated(2001))) == ""
    assert one(layout, work(issued=Date(((0, 3),)))) == "of March"
    assert one('<date variable="issued"><date-part name="year"/></date>', work(issued=Date(((0, 3),)))) == ""


@pytest.mark.parametrize(
    ("date", "shown", "key"),
    [
        (Date.of(2001, 3, 5), ("year", "month", "day"), "20010305"),
        (Date.of(2001, 3, 5), ("year",), "20010000"),
        (Date.of(-44), ("year", "month", "day"), "000099999560000"),
        (Date(((2001,), (2002, 1))), ("year", "month"), "20010000-20020100"),
        (Date((), literal="soon"), ("year",), ""),
    ],
)
def test_keys(date: Date, shown: tuple[str, ...], key: str) -> None:
    assert sort_key(date, shown) == key


def test_dates_sort_by_what_they_say() -> None:
    values = [dated(2001, 3), dated(-44), dated(2001), {"literal": "soon"}, dated(79)]
    works = [work(str(number), title=str(number), issued=value) for number, value in enumerate(values)]
    sort = '<sort><key variable="issued"/></sort>'
    assert listed('<text variable="title"/>', *works, work("x", title="x"), sort=sort) == ["1", "4", "2", "0", "3", "x"]
    macros = f'<macro name="d"><date variable="issued">{PARTS}</date></macro>'
    sort = '<sort><key macro="d" sort="descending"/></sort>'
    assert listed('<text variable="title"/>', *works, sort=sort, macros=macros) == ["0", "2", "4", "1", "3"]


def test_a_range_with_a_missing_part() -> None:
    inside = '<date-part name="day"/><date-part name="month" prefix=" "/>'
    assert (
        one(f'<date variable="issued">{inside}</date>', work(issued=ranged([1921, 4], [1922, 1]))) == " April–January"
    )
    part = '<date-part name="day" range-delimiter=""/>'
    item = work(issued=ranged([2001, 3, 15], [2001, 3, 20]))
    assert one(f'<date variable="issued">{part}</date>', item) == "15–20"


def test_a_date_in_words_replaces_its_year_only() -> None:
    layout = """<date variable="issued"><date-part name="year" prefix="(" suffix=")"/></date>
        <date variable="issued" prefix=" "><date-part name="month"/><date-part name="day" prefix=" "/></date>"""
    assert one(layout, work(issued={"literal": "in the war"})) == "(in the war)"
    assert one(layout, work(issued=dated(2001, 3, 15))) == "(2001) March 15"


def test_the_letter_follows_the_day_of_access_only_without_a_year() -> None:
    layout = """<names variable="author"/><date variable="accessed" form="text" date-parts="year" prefix=" "/>
        <date variable="issued" form="text" date-parts="year" prefix=" "/>"""
    works = [work(id, author=people("Doe, J."), accessed=2001) for id in "ab"]
    style = program(layout, options='disambiguate-add-year-suffix="true"')
    assert cited(style, *works) == ["J. Doe 2001a", "J. Doe 2001b"]
    assert cited(style, *(given | {"issued": Date.of(1999)} for given in works)) == [
        "J. Doe 2001 1999a",
        "J. Doe 2001 1999b",
    ]

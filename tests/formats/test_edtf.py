"""Dates in EDTF."""

import pytest
from hypothesis import given

from reflist.model import Date, edtf
from strategies import dates


@given(dates())
def test_what_is_written_reads_back(date: Date) -> None:
    written = edtf.write(date)
    assert edtf.read(written) == (date if not date.literal else None)


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date.of(2007), "2007"),
        (Date.of(2007, 1, 18), "2007-01-18"),
        (Date(((1968,), (1974,))), "1968/1974"),
        (Date(((1968,), ())), "1968/.."),
        (Date(((-375,),), circa=True), "-0374~"),
        (Date(((12_000,),)), "Y12000"),
        (Date(((2020,),), season="4"), "2020-24"),
        (Date(((2020,),), season="Michaelmas"), ""),
        (Date(((2020, 3),), season="1"), ""),
        (Date(literal="forthcoming"), ""),
        (Date(), ""),
    ],
)
def test_written(date: Date, written: str) -> None:
    assert edtf.write(date) == written
    if written:
        assert edtf.read(written) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "forthcoming",
        "207",
        "2007-99",
        "2007-13",
        "2007-25",
        "2007-01-32",
        "2007-01-00",
        "2007/soon",
        "../2007",
        "2007-11-26T10:00",
    ],
)
def test_no_date(text: str) -> None:
    assert edtf.read(text) is None


def test_the_year_before_1_is_written_0() -> None:
    assert edtf.read("0000") == Date.of(-1)
    assert edtf.write(Date.of(-1)) == "0000"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016-07-18T20:26:06+10:00", Date.of(2016, 7, 18)),
        ("2004-04-25T14:34:00/2004-05-05T14:37:06", Date(((2004, 4, 25), (2004, 5, 5)))),
        ("199u", Date(((1990,), (1999,)))),
        ("19XX~", Date(((1900,), (1999,)), circa=True)),
        ("199X/200X", Date(((1990,), (2009,)))),
        ("1999-XX", Date.of(1999)),
        ("1999-uu-uu", Date.of(1999)),
        ("1999-01-XX", Date.of(1999, 1)),
        ("1273?~", Date(((1273,),), circa=True)),
        ("y-51234", Date.of(-51235)),
        ("2004-06-01/unknown", Date(((2004, 6, 1), ()))),
        ("2004/open", Date(((2004,), ()))),
        ("1999", Date.of(1999)),
        ("unknown/2006", None),
        ("soon", None),
        ("", None),
        ("X", None),
    ],
)
def test_the_nearest_date(text: str, date: Date | None) -> None:
    assert edtf.nearest(text) == date

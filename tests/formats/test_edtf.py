"""Dates in EDTF."""

import pytest
from hypothesis import given

from reflist.grammar import edtf
from reflist.model import Date
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


@pytest.mark.parametrize("text", ["", "forthcoming", "207", "2007-99", "2007/soon", "../2007", "2007-11-26T10:00"])
def test_no_date(text: str) -> None:
    assert edtf.read(text) is None


def test_the_year_before_1_is_written_0() -> None:
    assert edtf.read("0000") == Date.of(-1)
    assert edtf.write(Date.of(-1)) == "0000"

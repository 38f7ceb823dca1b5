"""Printed dates, in several languages and orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar.dates import MONTHS, match_day, read_day
from reflist.grammar.seasons import SEASONS
from reflist.model import Date, DateParts

ENGLISH = "January February March April May June July August September October November December".split()


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("12 November 2007", [(2007, 11, 12)]),
        ("12th November 2007", [(2007, 11, 12)]),
        ("3rd of May 2011", [(2011, 5, 3)]),
        ("(12 Nov. 2007", None),
        ("12 Nov. 2007,", [(2007, 11, 12)]),
        ("12November2007", [(2007, 11, 12)]),
        ("12\n November  2007", [(2007, 11, 12)]),
        ("12. November 2007", [(2007, 11, 12)]),
        ("1. März 2008", [(2008, 3, 1)]),
        ("17. bis 18. Juni 2009", [(2009, 6, 17), (2009, 6, 18)]),
        ("Jänner 2008", [(2008, 1)]),
        ("1er mai 2011", [(2011, 5, 1)]),
        ("15 août 2011", [(2011, 8, 15)]),
        ("février 2003", [(2003, 2)]),
        ("3 de mayo de 2011", [(2011, 5, 3)]),
        ("septiembre de 2011", [(2011, 9)]),
        ("15 agosto 2010", [(2010, 8, 15)]),
        ("November 12, 2007", [(2007, 11, 12)]),
        ("Nov. 12, 2007", [(2007, 11, 12)]),
        ("October 1st, 2009", [(2009, 10, 1)]),
        ("2007, November 12", [(2007, 11, 12)]),
        ("2007 Nov 12", [(2007, 11, 12)]),
        ("2021 Jun", [(2021, 6)]),
        ("2007, November", [(2007, 11)]),
        ("November 2007", [(2007, 11)]),
        ("November, 2007", [(2007, 11)]),
        ("January/February 2007", [(2007, 1), (2007, 2)]),
        ("May–June 2007", [(2007, 5), (2007, 6)]),
        ("17-18 September 2013", [(2013, 9, 17), (2013, 9, 18)]),
        ("17 and 18 September 2013", [(2013, 9, 17), (2013, 9, 18)]),
        ("17th to 18th September 2013", [(2013, 9, 17), (2013, 9, 18)]),
        ("September 17–18, 2013", [(2013, 9, 17), (2013, 9, 18)]),
        ("30 March – 2 April 2010", [(2010, 3, 30), (2010, 4, 2)]),
        ("29.12.2013", [(2013, 12, 29)]),
        ("29/12/2013", [(2013, 12, 29)]),
        ("12/29/2013", [(2013, 12, 29)]),
        ("29-12-2013", [(2013, 12, 29)]),
        ("3.5.11", [(2011, 5, 3)]),
        ("3/5/98", [(1998, 5, 3)]),
        ("2013-12-29", [(2013, 12, 29)]),
        ("2013/12/29", [(2013, 12, 29)]),
        ("2007", [(2007,)]),
        ("1998-2001", [(1998,), (2001,)]),
        ("2005–07", [(2005,), (2007,)]),
        ("1999/00", [(1999,), (2000,)]),
        ("2007-05", [(2007, 5)]),
        ("2007/2005", None),
        ("2007–05", None),
        ("2020-13", None),
        ("32 May 2007", None),
        ("29.13.2013", None),
        ("29.12/2013", None),
        ("12 Brumaire 2007", None),
        ("n.d.", None),
        ("forthcoming", None),
        ("207", None),
        ("", None),
    ],
)
def test_dates(printed: str, parts: list[DateParts] | None) -> None:
    day = read_day(printed)
    assert (list(day.in_year().parts) if day else None) == parts
    assert not (day and day.repaired)


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Spring 2007", Date(((2007,),), season="1")),
        ("Sommer 2007", Date(((2007,),), season="2")),
        ("automne 2008", Date(((2008,),), season="3")),
        ("Winter, 2008", Date(((2008,),), season="4")),
        ("Winter 2007/08", Date(((2007,), (2008,)), season="4")),
    ],
)
def test_seasons(printed: str, date: Date) -> None:
    day = read_day(printed)
    assert day
    assert day.in_year() == date


def test_a_season_runs_forward() -> None:
    assert read_day("Winter 2007-05") is None


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("26 October", [(2013, 10, 26)]),
        ("November", [(2013, 11)]),
        ("17-18 September", [(2013, 9, 17), (2013, 9, 18)]),
        ("Spring", [(2013,)]),
    ],
)
def test_a_day_in_the_year_given(printed: str, parts: list[DateParts]) -> None:
    day = read_day(printed)
    assert day
    assert list(day.in_year(2013).parts) == parts
    assert not day.in_year()


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("1718 September", (17, 18)),
        ("911 May", (9, 11)),
        ("912 May", (9, 12)),
        ("2930 June", (29, 30)),
        ("1213 May 2013", (12, 13)),
        ("2021 June 2013", (20, 21)),
        ("12 May", None),
        ("2021 June", None),
        ("1817 September", None),
        ("4050 September", None),
    ],
)
def test_days_that_lost_their_dash(printed: str, days: tuple[int, int] | None) -> None:
    day = read_day(printed)
    assert (day is not None and day.repaired) == (days is not None)
    if day and days:
        assert [parts[2] for parts in day.in_year(2013).parts] == list(days)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on 12 November 2007, at noon", 3, 19),
        ("12 November 2007", 0, 16),
        ("November 12, 2007.", 0, 17),
        ("November 2007: x", 0, 13),
        ("2007-08-12 x", 0, 10),
        ("12 November 20075", 0, None),
        ("Mayor", 0, None),
        ("no date", 0, None),
        ("4050 September", 0, None),
    ],
)
def test_dates_in_running_text(text: str, start: int, end: int | None) -> None:
    found = match_day(text, start)
    assert (found[1] if found else None) == end


def test_the_longest_date_is_matched() -> None:
    found = match_day("12 November 2007", 0)
    assert found
    assert found[0].in_year() == Date.of(2007, 11, 12)


def test_every_month_and_season_is_known() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(SEASONS.values()) == {"1", "2", "3", "4"}
    assert all(read_day(f"{name} 2007") for name in (*MONTHS, *SEASONS))


YEARS = st.integers(1400, 2099)
DAYS_OF_MONTH = st.integers(1, 28)
FORMATS = "{d} {m} {y}|{d}. {m} {y}|{m} {d}, {y}|{y}, {m} {d}|{d:02}.{n:02}.{y}|{y}-{n:02}-{d:02}|{d}/{n}/{y}"


@given(YEARS, st.integers(1, 12), DAYS_OF_MONTH, st.sampled_from(FORMATS.split("|")))
def test_a_day_that_is_written_reads_back(year: int, month: int, day: int, form: str) -> None:
    read = read_day(form.format(y=year, m=ENGLISH[month - 1], n=month, d=day))
    assert read
    assert read.in_year() == Date.of(year, month, day)


@given(YEARS, st.sampled_from(sorted(MONTHS)))
def test_a_month_in_any_language_reads_back(year: int, month: str) -> None:
    for printed in (f"{month} {year}", f"{month.title()} {year}", f"{month}. {year}", f"5 {month} {year}"):
        read = read_day(printed)
        assert read
        assert read.in_year().parts[0][:2] == (year, MONTHS[month])


@given(YEARS, st.integers(1, 12), DAYS_OF_MONTH, DAYS_OF_MONTH)
def test_a_range_of_days_reads_back(year: int, month: int, first: int, last: int) -> None:
    read = read_day(f"{first}–{last} {ENGLISH[month - 1]} {year}")
    assert read
    assert read.in_year() == Date(((year, month, first), (year, month, last)))


@given(YEARS, st.integers(1, 60))
def test_a_range_of_years_reads_back(year: int, length: int) -> None:
    read = read_day(f"{year}–{year + length}") if year + length < 2100 else None
    assert read is None or read.in_year() == Date(((year,), (year + length,)))


@given(st.text(max_size=40), st.integers(0, 40))
def test_anything_is_read(text: str, start: int) -> None:
    found = match_day(text, start)
    assert found is None or found[1] > start
    assert read_day(text) is None or any(c.isalnum() for c in text)

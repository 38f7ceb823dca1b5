"""Text that is no reference list: nothing is invented, nothing hangs, and unread text is reported."""

import time

import pytest

import reflist

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

NOVEL = (
    "It was late in the year when the coach came into the town, and nobody stood at the gate. “You are late,” said the "
    "old man. “We have been waiting since noon.” In 1848, when her father was alive, the house had been full of people "
    "(or so they said). Mr. Weir, J. P. as he was called, had gone home before that.\n\n"
)
PYTHON = """import os

def main(argv: list[str]) -> int:
    \"\"\"Run (2001).\"\"\"
    x = foo(argv[1], 2001)  # Smith, J. (2001)
    return 0 if x else 1
"""
C = """#include <stdio.h>
/* Copyright (c) 1999 Smith, J. */
int main(void) { printf("%d\\n", 1999); return 0; }
"""
TABLE = "Name\tYear\tN\tMean\nSmith, J.\t2001\t12\t3.4\nLee, A.\t2002\t15\t3.9\nAsh, C.\t2003\t9\t4.1\n"
PIPES = "| Name | Year | N |\n|---|---|---|\n| Smith | 2001 | 12 |\n| Lee | 2002 | 13 |\n"

HASKELL = """module Hedge (count, year) where
-- | Smith, J. (2001), counted
year :: Int
year = 1999
count :: Map String Int -> String -> Int
count m k = maybe 0 id (lookup k m)  -- see Weir (2004: 12-14)
"""
SQL = """-- 2014-03-12 A. Weir: first version
CREATE TABLE refs (author TEXT, year INTEGER DEFAULT 2001, title TEXT);
INSERT INTO refs VALUES ('Smith, J.', 2001, 'A title, London: Sage');
SELECT author, year FROM refs WHERE year BETWEEN 1999 AND 2004 ORDER BY author;
"""
LOG = """2024-03-12 10:11:12,345 INFO [main] org.example.Hedge - Started in 2.004 s (JVM running for 3.1)
2024-03-12 10:11:13,001 WARN [pool-1] org.example.Pond - Slow query: 1999 ms, A. Smith, rows 12-34
"""
CSV = 'id,name,year,city,phone\n1,"Smith, J.",2001,London,020 7946 0101\n2,"Lee, A.",2002,Leeds,0113 496 0202\n'
SALES = "date;region;product;price\n2019-03-01;North;Hedge, small;3,45\n2019-03-02;South;Hedge, large;13,45\n"
RANKS = """Rank  Player            Country   Year  Points
1     Smith, J.         ENG       2001  1,204
2     Lee, A.           KOR       2002  1,180
3     Ash, C.           ENG       2003  1,102
"""
DAY = """09:30-10:45 Hedges (Chair: A. Smith)
  Weir, B.: Who counts the hedges?
  Ash, J.: Ponds in Leeds, 1974-2004
10:45-11:15 Coffee
11:15-12:30 Ditches
  Okafor, M.: The law of the ditch, 1832
12:30-13:30 Lunch
"""
WINES = "Pie, mash, gravy (2, 7) £14.50\n\nAsh Estate, Marlborough, 2019 £28.50\nDomaine Lind, Chablis, 2018 £41.00\n"
LIVES = "Smith, Anna, b. 1832 Leeds, d. 1901 London\nWeir, Benjamin, b. 1801 Bath\nLind, Peter, b. 1790 Uppsala\n"

NO_LISTS = {
    "a program with dates": HASKELL * 6,
    "queries": SQL * 5,
    "a log": LOG * 8,
    "a table with commas": CSV * 5,
    "a table with semicolons": SALES * 5,
    "a table in columns": RANKS,
    "the programme of a day": DAY,
    "a menu": WINES,
    "lives": LIVES,
    "a novel": NOVEL * 10,
    "a program": PYTHON * 40,
    "another": C * 30,
    "a table": TABLE * 10,
    "a table in Markdown": PIPES * 10,
    "numbers": "a,b,c\n1,2,3\n4,5,6\n" * 20,
    "nothing": "",
    "white space": " \n \n\t\n",
    "a heading": "References\n\n",
    "a heading and a word": "References\n\nnone\n",
}


@pytest.mark.parametrize("text", NO_LISTS.values(), ids=NO_LISTS.keys())
def test_no_reference_is_invented(text: str) -> None:
    library = reflist.parse(text)
    assert library.references == ()
    assert {diagnostic.code for diagnostic in library.report} <= {"not-a-reference", "nothing-to-read"}
    assert library.report


def test_a_title_of_digits_is_one_all_the_same() -> None:
    [reference] = reflist.parse("Orwell, G. (1949), ‘1984’, London: Secker & Warburg.").references
    assert str(reference["title"]) == "Text('1984')"


REFERENCE = "Okafor, B. and Lind, P. (1999), ‘Who governs the clinic?’, Public Administration, 77, 3, 431–50."
LONG = {
    "words": "word " * 200_000,
    "a letter": "a" * 200_000,
    "brackets": "(" * 200_000,
    "quotation marks": "‘" * 200_000,
    "initials": "A. " * 60_000,
    "digits": "1" * 200_000,
    "names and years": "Smith, J. (2001), " * 10_000,
    "blank lines": "\n" * 100_000,
    "short lines": "a\n" * 20_000,
    "names alone": "Smith, J.\n" * 5_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_nothing_hangs(text: str) -> None:
    start = time.process_time()
    assert reflist.parse(text).references == ()
    assert time.process_time() - start < 60


def test_each_reference_of_a_very_long_line_is_read() -> None:
    assert len(reflist.parse(f"{REFERENCE} " * 200).references) == 200


@pytest.mark.parametrize(
    ("text", "family", "title"),
    [
        ("\u202bכהן, א׳ (2001), ‘כותרת’, כתב עת, 12, 3, 45–67.\u202c", "כהן", "כותרת"),
        ("Cohen, A. (2001), \u2066‘A title’\u2069, Journal of Forms, 12, 3, 45–67.", "Cohen", "A title"),
        ("Cohen, A.\x00 (2001), ‘A title’, Journal\x07 of\x1b Forms, 12, 3, 45–67.", "Cohen", "A title"),
        ("王明 (2001). 标题. 期刊, 12(3), 45–67.", "王明", "标题"),
        ("Иванов, И. (2001), ‘Название’, Журнал, 12, 3, 45–67.", "Иванов", "Название"),
    ],
)
def test_scripts_marks_of_direction_and_control_characters(text: str, family: str, title: str) -> None:
    [reference] = reflist.parse(text).references
    name = reference.names("author")[0]
    assert (name.family or name.literal, str(reference["title"])) == (family, f"Text({title!r})")


@pytest.mark.parametrize(
    "line", ["see my notes on this", "Please send me these by Friday.", "Page 3 of 7", "Here is my list"]
)
def test_a_line_below_a_whole_reference_of_a_short_list_is_no_part_of_it(line: str) -> None:
    book = "Weir, A. (2004) Hedges and their makers. Leeds: Gate."
    for text in (f"{book}\n{line}\n", f"{book}\n{line}\n{REFERENCE}\n", f"{book}\n{REFERENCE}\n{line}\n"):
        raws = [reference.origin.raw for reference in reflist.parse(text).references]
        assert raws == [printed for printed in (book, REFERENCE) if printed in text]

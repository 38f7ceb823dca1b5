"""Lists with several references in one line."""

import time

import pytest

import reflist
from reflist.model import to_csl
from reflist.prose.lists.runons import run_on

REFERENCES = (
    "Okafor, B. and Lind, P. (1999), ‘Who governs the clinic?’, Public Administration, 77, 3, 431–50.",
    "Harrow, M. (1987), The Making of the Provincial Town, London: Pluto Press.",
    "Sato, K. (2004), ‘Users as partners’, Social Policy & Administration, 38, 2, 101–15.",
    "Adeyemi, T. (2010), Falls in Care, Bristol: Policy Press.",
)
ITEMS = [to_csl(reference) for reference in reflist.parse("\n".join(REFERENCES)).references]


@pytest.mark.parametrize("form", ["[{}] {}", "({}) {}", "{}. {}", "{}) {}", "{1}"])
def test_each_reference_of_a_line_is_read(form: str) -> None:
    line = " ".join(form.format(number, text) for number, text in enumerate(REFERENCES, 1))
    library = reflist.parse(line)
    assert [to_csl(reference) for reference in library.references] == ITEMS
    assert all(reference.origin.line == 1 for reference in library.references)


@pytest.mark.parametrize(
    "joined",
    [
        (
            "Weir, A. (2004) Hedges of the north and the south, London: Sage; Roe, B. (2005) The ditch in Britain,"
            " Leeds: Gate Press; Lee, C. (2006) ‘Gates and their keepers’, Journal of Walls, 4(2), pp. 2–34."
        ),
        (
            "Weir, Anna (1998): Zur Theorie sozialer Gräben. Frankfurt: Campus. Roe, Karl/Lee, Jan P. (2001): Wände der"
            " Republik. In: Zeitschrift für Mauern 3, S. 1-20. Ash, Petra (2002): Hecken im Staat. Opladen: Leske."
        ),
    ],
)
def test_semicolons_part_references_and_given_names_begin_them(joined: str) -> None:
    assert len(reflist.parse(joined).references) == 3


def test_semicolons_part_no_authors() -> None:
    line = "Weir, A. F.; Roe, B.; Lee, C. (2004) Hedges of the north; Ash, D.; Beck, E. (Eds.) (2005) The south."
    assert list(run_on(f"{line} London: Sage, in the series of works on the hedge.")) == [(0, len(line) + 51)]


def test_a_message_says_where_in_the_line() -> None:
    last = "Weir, A. (2006), ‘Six digits’, Journal of Forms, 26, 4, 699721."
    library = reflist.parse(" ".join((*REFERENCES, last)))
    [repair] = library.report
    assert (repair.place.line, repair.place.column) == (1, len(" ".join((*REFERENCES, last))) - 6)


def test_with_lines_it_is_one_item() -> None:
    assert len(reflist.parse(" ".join(REFERENCES), lines=True).references) == 1


@pytest.mark.parametrize(
    "line",
    [
        "",
        REFERENCES[0],
        " ".join(REFERENCES[:2]),
        "Weir, A. (2001), Reply to Lee, B. (1999). London: Sage.",
        "Weir, A. (2001), On [1] and [2] and [3] in a text that is long enough to be run together, London: Sage.",
        "[1] a. [2] b. [3] c. [4] d. and so on until the line is long enough that it could be a list.",
        "(1) We asked in 1990. (2) We asked in 1991. (3) We asked in 1992, and then again in another year, say 1993.",
    ],
)
def test_any_other_line_is_whole(line: str) -> None:
    assert list(run_on(line)) == [(0, len(line))]


@pytest.mark.parametrize("fragment", ["[1] ", "1. ", "A, B. (2001) ", "Aa, B. ", "A. ", "(1) a. "])
def test_a_long_line_takes_time_in_proportion(fragment: str) -> None:
    start = time.process_time()
    list(run_on(fragment * (1_000_000 // len(fragment))))
    assert time.process_time() - start < 60

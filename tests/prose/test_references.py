"""The strings of a list, read by several processes."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

import reflist
from reflist.model import Date, Reference
from reflist.prose import read_lines, read_list, references
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text

CHUNK = 10

NAMES = ("Ash", "Beck", "Cole", "Dunn", "Ewing")
STRINGS = [
    f"{NAMES[number % 5]}, J. ({1950 + number % 60}), Volume {number} of the Works, London: Pluto Press."
    for number in range(CHUNK - 2)
]
DASHES = [f"——— ({1990 + number}), More of the Works, London: Pluto Press." for number in range(5)]


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short chunks, so that the lists may be short."""
    monkeypatch.setattr(references, "CHUNK", CHUNK)


@pytest.mark.parametrize("read", [read_list, read_lines])
def test_several_processes_find_what_one_does(read: Callable[[Source, Report, int], Iterator[Reference]]) -> None:
    source = Source.from_text("\n".join([*STRINGS, *DASHES, "no reference at all", *STRINGS]))
    alone, shared = Report(), Report()
    expected, found = list(read(source, alone, 1)), list(read(source, shared, 2))
    assert [whole(one) for one in found] == [whole(one) for one in expected]
    assert shared.diagnostics == alone.diagnostics
    assert "not-a-reference" in shared.counts()


def whole(reference: Reference) -> tuple[object, ...]:
    """A reference with its origin, which equality ignores."""
    return reference, reference.id, reference.origin.line, reference.origin.raw, reference.origin.fields


def test_a_dash_finds_its_authors_at_the_end_of_a_chunk() -> None:
    source = Source.from_text("\n".join([*STRINGS, *DASHES, *STRINGS]))
    found = list(read_list(source, Report(), 2))
    about = found[CHUNK - 3 : CHUNK + 3]
    assert len(found) == 2 * len(STRINGS) + len(DASHES)
    assert all(one.names("author") == other.names("author") for one, other in pairwise(about))


def test_so_it_does_where_each_line_is_one_reference() -> None:
    found = list(read_lines(Source.from_text("\n".join([*STRINGS, *DASHES])), Report()))
    assert len(found) == len(STRINGS) + len(DASHES)
    assert all(reference.names("author") == found[len(STRINGS) - 1].names("author") for reference in found[-5:])


def test_a_further_author_after_a_dash_that_stands_for_nobody() -> None:
    (found,) = read_lines(Source.from_text("———, and Carl Roe. 2009. Stiles. Leeds: Spade Press."), Report())
    assert [(name.given, name.family) for name in found.names("author")] == [("Carl", "Roe")]


def test_a_line_that_is_said_to_be_a_reference_needs_but_two_facts() -> None:
    told, untold = "Weir, A. and Ash, B. (2004), forthcoming.", "For the Spanish version see the other list."
    source = Source.from_text(f"{told}\n{untold}")
    assert list(read_list(source, Report())) == []
    report = Report()
    found, unread = read_lines(source, report)
    assert [name.family for name in found.names("author")] == ["Weir", "Ash"]
    assert found["issued"] == Date(((2004,),))
    assert unread.variables == {"note": Text(untold)}
    assert report.counts()["not-a-reference"] == 1


def test_a_number_in_a_list_says_that_a_line_is_meant_to_be_a_reference() -> None:
    numbered = "".join(f"{number}. Weir A. Hedges. Ditch Rev 20{number}; 4: 11-19.\n" for number in (11, 12, 13))
    brief = "14. Ash B. Island schools.\n15. T. Bell, 1998.\n16. Ibid., p. 3.\n17. Nobody knows.\n"
    read = reflist.parse(f"References\n\n{numbered}{brief}").references[3:]
    assert [reference.plain("title") for reference in read] == ["Island schools", ""]
    assert len(reflist.parse(f"References\n\n{numbered}\nAsh B. Island schools.\n").references) == 3


def test_so_do_the_links_that_a_page_glues_to_it() -> None:
    linked = "Weir A (2004) Hedges. Ditch Rev 4: 11-19.PubMed\nStatement on ditches (2011).PubMed\n"
    read = reflist.parse(f"References\n\n{linked}").references
    assert [reference.plain("title") for reference in read] == ["Hedges", "Statement on ditches"]
    assert len(reflist.parse(f"References\n\n{linked}"[:-7]).references) == 1

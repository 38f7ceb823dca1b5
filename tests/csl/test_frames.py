"""Values put into what other works of their way have around them: each entry as it is rendered alone."""

from itertools import product

import pytest

from csl.tiny import dated, listed, people, work
from reflist.csl.processor import frames

SENTENCES = """<group delimiter=". " suffix="."><text variable="title" quotes="true"/>
  <group delimiter=", "><text variable="publisher" font-style="italic"/>
    <text variable="genre" prefix="[" suffix="]"/></group>
  <text variable="note"/></group>"""
EDGES = (
    "word",
    "Word.",
    "Word?",
    "Word!.",
    ". word",
    ", Word,",
    "...",
    "a “b” c",
    "it's",
    'a "b"',
    "<i>A</i> b",
    "a: ",
    "." * 30,
    "a" + "." * 30,
)
NAMES = """<names variable="author editor" delimiter="; ">
  <name and="text" name-as-sort-order="all" initialize-with="."/>
  <et-al font-style="italic"/><label form="short" prefix=" (" suffix=")" text-case="capitalize-first"/></names>
  <text variable="title" prefix=". "/>"""


def test_signs_at_the_borders_of_values() -> None:
    works = [
        work(id=f"w{number}", title=title, publisher=publisher, genre="Kind", note=note)
        for number, (title, publisher, note) in enumerate(product(EDGES, EDGES[:3], EDGES[::6]))
    ]
    alone = [entry for one in works for entry in listed(SENTENCES, one)]
    assert listed(SENTENCES, *works) == alone


@pytest.mark.parametrize("kept", [frames.KEPT, 1])
def test_names_that_are_not_simple(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "KEPT", kept)
    lists = [
        people("Doe, Jane"),
        people("Doe, Jane", "Roe, Richard P."),
        people("de Vries, Hugo", "O'Neill, Eugene", "Roe, R."),
        people("Ünal, A. (Ali)"),
        people("van der Meer, J.", "Doe, Jane"),
        people("Roe, R.", "1066, The", "Doe, J.", "Poe, E.", "Moe, M."),
        people("Doe “X”, Jane"),
    ]
    works = [
        work(id=f"w{number}", title=f"Title {number}", author=lists[number % 7], editor=lists[number % 3])
        for number in range(42)
    ]
    alone = [entry for one in works for entry in listed(NAMES, one)]
    assert listed(NAMES, *works) == alone


def test_abbreviated_names_with_separate_words() -> None:
    layout = '<names variable="author"><name et-al-min="3" et-al-use-first="1"/><et-al font-style="italic"/></names>'
    lists = [people("Doe, Jane", "Roe, R.", "Poe, E."), people("d’Arc, J.", "Roe, R.", "Poe, E.")]
    works = [work(id=f"w{number}", title="T", author=lists[number % 2]) for number in range(6)]
    assert listed(layout, *works) == ["Jane Doe {italic et al.}", "J. d’Arc {italic et al.}"] * 3


def test_dates_and_names_with_marks_of_their_own() -> None:
    layout = """<text variable="title" suffix=" "/><date variable="issued"><date-part name="day" suffix=" "/>
      <date-part name="month" text-case="uppercase" suffix=" "/><date-part name="year"/></date>
      <names variable="author" prefix=", "><name><name-part name="family" font-style="italic"/></name></names>"""
    lists = [people("Doe, Jane"), people("Doe, Jane", "Roe, R."), people(*(f"Doe, {given}" for given in "ABCDE"))]
    works = [
        work(id=f"w{number}", title=f"T{number}", author=lists[number % 3], issued=dated(2001, 1 + number, 2))
        for number in range(9)
    ]
    alone = [entry for one in works for entry in listed(layout, one)]
    assert listed(layout, *works) == alone

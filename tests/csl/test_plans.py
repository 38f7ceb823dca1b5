"""Works of one shape by the way that one of them took: each as it is rendered alone."""

from typing import Any

import pytest

from csl.tiny import dated, listed, people, program, ranged, work
from reflist.csl.processor import plans
from reflist.csl.processor.document import Document
from reflist.model import Reference

CHOICE = """<group delimiter=", ">
  <choose><if is-numeric="volume"><number variable="volume" form="ordinal"/></if>
  <else><text variable="volume" prefix="vol. "/></else></choose>
  <text variable="title" font-style="italic"/><text variable="publisher"/></group>"""
MARKS = """<group font-style="italic" suffix="."><text variable="title"/>
  <text variable="publisher" font-style="normal" prefix=" (" suffix=")"/></group>"""
RECASED = """<group text-case="uppercase" delimiter=": "><text term="in"/>
  <group prefix="(" suffix=")"><text variable="title"/></group></group>"""
SUBSTITUTE = """<names variable="author"><name/><substitute><names variable="editor"/><text variable="title"/>
  </substitute></names><date variable="issued" prefix=" "><date-part name="year"/></date><text variable="title"/>"""
DATE = """<date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/></date>
  <text variable="title"/>"""
NAMES = ("title", "publisher", "note", "genre")
DATED: tuple[dict[str, Any], ...] = ({}, {}, {}, {"issued": 1990}, {"issued": 1991})
TWICE = """<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>"""


@pytest.mark.parametrize(
    ("layout", "works"),
    [
        pytest.param(
            CHOICE,
            [work(title=f"Title {n}", volume=n, publisher="P.") for n in ("1", "2", "III", "4", "V", "six", "7")],
            id="tests of values",
        ),
        pytest.param(
            MARKS,
            [work(title=f"A <i>{n}</i> “b” 'c' {n}", publisher=f"P <i>{n}</i>") for n in "abcd"],
            id="marks and quotation marks",
        ),
        pytest.param(RECASED, [work(title=f"A title {n}") for n in "abcd"], id="a part set in another case"),
        pytest.param(
            SUBSTITUTE,
            [work(title=f"T{n}", editor=people(f"Doe, Jane {n}", "Roe, R."), issued=n) for n in (1, 1990, 2000, 2010)],
            id="names that others stand for",
        ),
        pytest.param(SUBSTITUTE, [work(title=f"T{n}") for n in "abcd"], id="a title in the place of names"),
        pytest.param(
            DATE,
            [
                work(title=f"T{n}", issued=issued)
                for n, issued in enumerate(
                    [dated(2001, 2, 3), dated(2002, 1), dated(2003, 4, 5), dated(2004), ranged([2005, 1], [2005, 2])]
                )
            ],
            id="dates of more parts and of fewer",
        ),
        pytest.param(
            '<text macro="year"/><text macro="year" font-weight="bold"/>',
            [work(issued=n) for n in (1990, 1990, 1990, 1990, 1991)],
            id="one part that occurs twice",
        ),
        pytest.param(
            """<choose><if variable="publisher note" match="any"><text variable="title"/></if>
              <else-if variable="genre"><text variable="genre"/></else-if></choose>
              <text variable="note" prefix=" "/>""",
            [
                work(**{name: f"{name} {number}" for place, name in enumerate(NAMES) if number >> place & 1})
                for number in (1, 3, 5, 9, 15, 1, 3, 5, 9, 15, 1, 3, 5, 9, 15, 11, 4)
            ],
            id="variables that some have",
        ),
        pytest.param('<text variable="publisher"/>', [work(title=n) for n in "abcd"], id="nothing to print"),
    ],
)
def test_each_as_alone(layout: str, works: list[Reference]) -> None:
    works = [one.replace(id=f"w{number}") for number, one in enumerate(works)]
    alone = [entry for one in works for entry in listed(layout, one, macros=TWICE)]
    assert listed(layout, *works, macros=TWICE) == alone


def test_an_empty_substitute_for_names_has_no_plan() -> None:
    layout = """<names variable="author"><substitute><text variable="publisher" strip-periods="true"/>
      <text variable="title"/></substitute></names>"""
    works = [work(id=f"w{n}", title=f"T{n}", publisher=name) for n, name in enumerate(("A", "B", "C.", ".", ".", "."))]
    assert listed(layout, *works) == ["A", "B", "C", "T3", "T4", "T5"]


def test_keys_to_sort_by() -> None:
    sort = """<sort><key macro="key"/></sort>"""
    macro = """<macro name="key"><text variable="publisher" strip-periods="true"/><text variable="title"/></macro>"""
    works = [work(id=f"w{n}", title=f"T{n}", publisher=name) for n, name in enumerate(("C", "B", "A", ".", "U."))]
    assert listed('<text variable="title"/>', *works, sort=sort, macros=macro) == ["T2", "T1", "T0", "T3", "T4"]


def test_letters_of_years_do_not_matter_to_the_way() -> None:
    layout = """<names variable="author"/><date variable="issued" prefix=" "><date-part name="year"/></date>
      <text variable="year-suffix"/>"""
    bibliography = f"<bibliography><layout>{layout}</layout></bibliography>"
    style = program(layout, options='disambiguate-add-year-suffix="true"', bibliography=bibliography)
    years = (2001, 2002, 2003, 2003, 2004, 2003)
    works = [work(id=f"w{n}", author=people("Doe, Jane"), issued=year) for n, year in enumerate(years)]
    entries = [entry.finished.text.plain for entry in Document(style, works).bibliography()]
    assert entries == [f"Jane Doe {year}" for year in ("2001", "2002", "2003a", "2003b", "2004", "2003c")]


def test_letters_of_the_day_of_access() -> None:
    layout = """<names variable="author"/><date variable="accessed" prefix=" "><date-part name="year"/></date>"""
    bibliography = f"<bibliography><layout>{layout}</layout></bibliography>"
    style = program(layout, options='disambiguate-add-year-suffix="true"', bibliography=bibliography)
    works = [work(id=f"w{n}", author=people("Doe, Jane"), accessed=2001, **more) for n, more in enumerate(DATED)]
    entries = [entry.finished.text.plain for entry in Document(style, works).bibliography()]
    assert entries == [f"Jane Doe 2001{letter}" for letter in ("a", "b", "c", "", "")]


def test_few_ways_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "KEPT", 1)
    works = [work(id=f"w{n}", type=("book", "thesis")[n % 2], title=f"T{n}") for n in range(12)]
    assert listed('<text variable="title"/>', *works) == [f"T{n}" for n in range(12)]

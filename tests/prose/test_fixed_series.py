"""Parts recognisable by their form in German and social-science strings: newspapers, series, official numbers."""

from collections.abc import Callable

import pytest

from reflist.prose.fixed.data import find_data_file
from reflist.prose.fixed.heads import find_names_before_colon, find_same_within
from reflist.prose.fixed.newspapers import find_newspaper_head
from reflist.prose.fixed.numbers import find_numbers_by_label
from reflist.prose.fixed.papers import find_official_number, find_thesis_set_off
from reflist.prose.fixed.series import find_series
from reflist.prose.labels import Label
from reflist.prose.line import Line


def told(text: str, find: Callable[[Line], None]) -> dict[str, str]:
    """The labels that a rule claims, and the text of each."""
    line = Line(text)
    find(line)
    return {str(span.label): line.printed(span) for span in line.spans}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FAZ v. 1.9.2003, S. 4: A", {"container-title": "FAZ", "day": "1.9.2003", "page": "4", "title": "A"}),
        ("Die Zeit, 12. Mai 2005: Hedges", {"container-title": "Die Zeit", "day": "12. Mai 2005", "title": "Hedges"}),
        ("Spiegel, Nr. 1, 2.3.2011: A", {"container-title": "Spiegel", "issue": "1", "day": "2.3.2011", "title": "A"}),
        ("Der Spiegel: Hedges. Nr. 42/2006, S. 22", {"container-title": "Der Spiegel"}),
        ("Der Spiegel: Hedges. Leeds", {}),
        ("Weir v. 17.9.2003: Hedges", {}),
        ("FAZ v. 17 Hedges: Ditches", {}),
        ("FAZ v. 17.9.2003 Hedges", {}),
    ],
)
def test_a_newspaper_for_its_author(text: str, expected: dict[str, str]) -> None:
    assert told(text, find_newspaper_head) == expected


def test_a_newspaper_before_what_was_found_is_no_author() -> None:
    line = Line("FAZ v. 17.9.2003: Hedges, 10.1000/182")
    line.claim(26, 37, Label.DOI)
    find_newspaper_head(line)
    assert not line.has(Label.CONTAINER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges (= Ditches, Bd. 44).", {"report": "Ditches, Bd. 44"}),
        ("Hedges (PVS-Sonderheft 29), Bonn", {"report": "PVS-Sonderheft 29"}),
        ("Hedges (Ditches, Beiheft 41, S. 73-92). Bonn", {"report": "Ditches, Beiheft 41", "page": "73-92"}),
        ("Hedges. Bonn 1983. (Studien zur Hecke. 55.)", {"report": "Studien zur Hecke. 55"}),
        ("Hedges. Bonn 1983 (Campus Hecke ; 915).", {"report": "Campus Hecke ; 915"}),
        ("Hedges 29 (Suppl. 1), 3-9", {}),
        ("Hedges (Weir diss. 1990)", {}),
        ("Hedges. Soziale Hecke, Sonderband 2. Bonn: Ditch", {"report": "Soziale Hecke, Sonderband 2"}),
        ("Hedges. Hedge Growth Series, no. 07-106. Leeds: Ditch", {"report": "Hedge Growth Series, no. 07-106"}),
        ("Hedges. Sonderheft 31 der Hecke. Leeds: Ditch", {"report": "Sonderheft 31 der Hecke"}),
        ("Hedges, Fachserie 1, Reihe 2.2, Leeds", {"report": "Fachserie 1, Reihe 2.2"}),
        ("Hedges. Schriftenreihe der Hecke, Bd. 3. Bonn", {"report": "Schriftenreihe der Hecke, Bd. 3"}),
    ],
)
def test_a_series(text: str, expected: dict[str, str]) -> None:
    assert told(text, find_series) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges, Bundestagsdrucksache 13/1234, Bonn.", {"report": "Bundestagsdrucksache 13/1234"}),
        ("Hedges. COM(2008) 42 final. Brussels.", {"report": "COM(2008) 42 final"}),
        ("Weir, A. & Turner, J. C. (1986). Hedges", {}),
        ("Weir, A., Eur. Phys. J. C 75, 604", {}),
        ("Hedges in HC 104 bound. Leeds", {}),
    ],
)
def test_an_official_number(text: str, expected: dict[str, str]) -> None:
    assert told(text, find_official_number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges. Aus Politik und Zeitgeschichte B19: 3-10", {"issue": "B19"}),
        ("Hedges. Aus Politik und Zeitgeschichte, B 31–32/98, S. 3–13", {"issue": "B 31–32/98"}),
        ("Hedges. Bulletin (98): 5-24", {"issue": "98"}),
        ("Spiegel: Hedges. Nr. 42/2006, S. 22", {"issue": "42", "date": "2006"}),
        ("Hedges. DIW-Wochenbericht 77 (24): 2–8", {"volume": "77", "issue": "24"}),
        ("Hedges. Ditch 41 (1954), S. 333–364", {}),
        ("Das Parlament, B 18/1999, S. 9", {"issue": "B 18", "date": "1999"}),
        ("Hedges. Bulletin (98) Leeds", {}),
    ],
)
def test_the_issue_of_a_periodical_without_volumes(text: str, expected: dict[str, str]) -> None:
    assert told(text, find_numbers_by_label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges. Leeds: Ditch (zugleich Diss. Univ. Leeds).", {"thesis": "zugleich Diss. Univ. Leeds"}),
        ("Hedges (Unveröff. Diplomarbeit). Leeds", {"thesis": "Unveröff. Diplomarbeit"}),
        ("Hedges, Diss., Leeds", {"thesis": "Diss."}),
    ],
)
def test_a_thesis_set_off(text: str, expected: dict[str, str]) -> None:
    assert told(text, find_thesis_set_off) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hedges. ZA5500 Data file Version 2.0.0, 10.4232/1",
            {"report": "ZA5500", "thesis": "Data file", "version": "2.0.0"},
        ),
        (
            "Hedges. GESIS Datenarchiv, Köln. ZA5500 Datenfile Version 2.0.0",
            {
                "publisher": "GESIS Datenarchiv",
                "publisher-place": "Köln",
                "report": "ZA5500",
                "thesis": "Datenfile",
                "version": "2.0.0",
            },
        ),
        ("Hedges. ZA5500", {}),
    ],
)
def test_a_data_file(text: str, expected: dict[str, str]) -> None:
    assert told(text, find_data_file) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hedges, in: ders. (Hrsg.), Ditches", ["ders."]),
        ("Hedges, in: ders./Lee, Ann/Ash, Carl: Ditches", ["ders./Lee, Ann/Ash, Carl"]),
        ("Hedges, in: dies. und C. Ash (Hrsg.), Ditches", ["dies. und C. Ash"]),
        ("Hedges, in: derselben Ditch", []),
    ],
)
def test_the_same_authors_within(text: str, names: list[str]) -> None:
    assert list(told(text, find_same_within).values()) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [("Alber, Jens: Hedges", ["Alber, Jens"]), ("Schabert, Ina. Literaturgeschichte: Hedges", [])],
)
def test_names_before_a_colon(text: str, names: list[str]) -> None:
    assert list(told(text, find_names_before_colon).values()) == names

"""Works that look alike are disambiguated: names, given names, the style's condition, letters."""

import pytest

from csl.tiny import cited, dated, one, people, program, work
from reflist.csl.processor.disambiguation import year_suffix
from reflist.csl.processor.document import Document
from reflist.model import Reference

LAYOUT = """<group delimiter=" "><names variable="author"><name form="short" and="text" initialize-with="." {}/></names>
    <date variable="issued" form="numeric" date-parts="year"/></group>"""
ET_AL = 'et-al-min="3" et-al-use-first="1"'


def printed(names: list[list[str]], options: str, attributes: str = "", years: tuple[int, ...] = ()) -> list[str]:
    works = [
        work(str(at), title=str(at), author=people(*authors), issued=years[at] if years else 2001)
        for at, authors in enumerate(names)
    ]
    return cited(program(LAYOUT.format(attributes), options=options), *works)


NAMES = 'disambiguate-add-names="true"'
GIVEN = 'disambiguate-add-givenname="true"'
LETTER = 'disambiguate-add-year-suffix="true"'


def test_nothing_is_done_unless_asked_for() -> None:
    assert printed([["Doe, Jane"], ["Doe, John"]], "") == ["Doe 2001", "Doe 2001"]


def test_works_that_differ_stay_as_they_are() -> None:
    assert printed([["Doe, Jane"], ["Roe, John"]], f"{NAMES} {GIVEN} {LETTER}") == ["Doe 2001", "Roe 2001"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            [["Doe, J", "Roe, R", "Poe, E"], ["Doe, J", "Moe, M", "Poe, E"]],
            ["Doe, Roe, et al. 2001", "Doe, Moe, et al. 2001"],
        ),
        (
            [["Doe, J", "Roe, R", "Poe, E", "Aa, A"], ["Doe, J", "Roe, R", "Poe, E", "Bb, B"]],
            ["Doe, Roe, Poe, and Aa 2001", "Doe, Roe, Poe, and Bb 2001"],
        ),
        ([["Doe, J", "Roe, R", "Poe, E"]] * 2, ["Doe et al. 2001", "Doe et al. 2001"]),
        (
            [["Doe, J", "Roe, R", "Poe, E"], ["Doe, J", "Roe, R", "Poe, E", "Aa, A"]],
            ["Doe, Roe, and Poe 2001", "Doe, Roe, Poe, et al. 2001"],
        ),
    ],
)
def test_more_names(names: list[list[str]], expected: list[str]) -> None:
    assert printed(names, f"{NAMES} {ET_AL}") == expected


def test_three_that_differ_at_different_names() -> None:
    names = [["Doe, J", "Roe, R", "Aa, A"], ["Doe, J", "Roe, R", "Bb, B"], ["Doe, J", "Moe, M", "Cc, C"]]
    expected = ["Doe, Roe, and Aa 2001", "Doe, Roe, and Bb 2001", "Doe, Moe, et al. 2001"]
    assert printed(names, f"{NAMES} {ET_AL}") == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([["Doe, Jane"], ["Doe, Robert"]], ["J. Doe 2001", "R. Doe 2001"]),
        ([["Doe, Jane"], ["Doe, John"]], ["Jane Doe 2001", "John Doe 2001"]),
        ([["Doe, Jane"], ["Doe, Jane"]], ["Doe 2001", "Doe 2001"]),
        ([["Doe, Jane", "Roe, A"], ["Doe, Jane", "Roe, B"]], ["Doe and A. Roe 2001", "Doe and B. Roe 2001"]),
    ],
)
def test_given_names_by_cite(names: list[list[str]], expected: list[str]) -> None:
    assert printed(names, GIVEN) == expected
    assert printed(names, f'{GIVEN} givenname-disambiguation-rule="by-cite"') == expected


def test_by_cite_does_not_change_works_of_different_years() -> None:
    assert printed([["Doe, Jane"], ["Doe, Robert"]], GIVEN, years=(2001, 2002)) == ["Doe 2001", "Doe 2002"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("all-names", ["J. Doe and A. Roe 2001", "R. Doe and Jane Poe 2002", "John Poe and B. Roe 2003"]),
        ("all-names-with-initials", ["J. Doe and A. Roe 2001", "R. Doe and Poe 2002", "Poe and B. Roe 2003"]),
        ("primary-name", ["J. Doe and Roe 2001", "R. Doe and Poe 2002", "Poe and Roe 2003"]),
        ("primary-name-with-initials", ["J. Doe and Roe 2001", "R. Doe and Poe 2002", "Poe and Roe 2003"]),
    ],
)
def test_given_names_wherever_they_stand(rule: str, expected: list[str]) -> None:
    names = [["Doe, Jane", "Roe, Alan"], ["Doe, Robert", "Poe, Jane"], ["Poe, John", "Roe, Bob"]]
    options = f'{GIVEN} givenname-disambiguation-rule="{rule}"'
    assert printed(names, options, years=(2001, 2002, 2003)) == expected


def test_names_that_are_the_same_in_full_stay_short() -> None:
    options = f'{GIVEN} givenname-disambiguation-rule="all-names"'
    assert printed([["Doe, Jane"], ["Doe, Jane"]], options) == ["Doe 2001", "Doe 2001"]
    assert printed([["Doe, J.J."], ["Doe, J. J."]], options) == ["Doe 2001", "Doe 2001"]


def test_initials_may_distinguish_from_only_some() -> None:
    options = f'{GIVEN} givenname-disambiguation-rule="primary-name-with-initials"'
    names = [["Doe, Jo"], ["Doe, J"], ["Doe, R"]]
    assert printed(names, options, years=(2001, 2002, 2003)) == ["J. Doe 2001", "J. Doe 2002", "R. Doe 2003"]


def test_names_that_et_al_hides_count_where_they_may_be_added() -> None:
    names = [["Doe, J", "Roe, Al", "Poe, E"], ["Moe, J", "Roe, Bo", "Poe, E"], ["Moe, J", "Coe, C", "Poe, E"]]
    options = f'{GIVEN} {NAMES} {ET_AL} givenname-disambiguation-rule="all-names"'
    assert printed(names, options) == ["Doe et al. 2001", "Moe, B. Roe, et al. 2001", "Moe, Coe, et al. 2001"]


def test_letters_after_the_year() -> None:
    assert printed([["Doe, Jane"], ["Roe, R"], ["Doe, Jane"]], LETTER) == ["Doe 2001a", "Roe 2001", "Doe 2001b"]


def test_letters_in_the_order_of_the_bibliography() -> None:
    works = [work(title, title=title, author=people("Doe, J"), issued=2001) for title in "BA"]
    sort = '<sort><key variable="title"/></sort>'
    bibliography = f'<bibliography>{sort}<layout><text variable="title"/></layout></bibliography>'
    in_style = program(LAYOUT.format(""), options=LETTER, bibliography=bibliography)
    assert cited(in_style, *works) == ["Doe 2001b", "Doe 2001a"]


def test_a_letter_finds_no_place_without_a_year() -> None:
    layout = '<text variable="title"/><date variable="issued" prefix=" "><date-part name="month"/></date>'
    works = [work(id, title="T", issued=dated(2001, 3)) for id in "ab"]
    assert cited(program(layout, options=LETTER), *works) == ["T March", "T March"]


CONDITION = """<text variable="title"/><choose><if disambiguate="true"><text variable="volume" prefix=" "/></if>
    </choose>
    <text variable="year-suffix" prefix="-"/>"""


def test_the_condition_of_the_style() -> None:
    works = [work("a", title="T", volume="1"), work("b", title="T", volume="2"), work("c", title="U", volume="3")]
    assert cited(program(CONDITION), *works) == ["T 1", "T 2", "U"]


def test_conditions_hold_one_at_a_time() -> None:
    layout = """<text variable="title"/>
        <choose><if disambiguate="true"><text variable="volume" prefix=" "/></if></choose>
        <choose><if disambiguate="true"><text variable="edition" prefix="/"/></if><else><text value="."/></else>
        </choose>"""
    volumes = [work("a", title="T", volume="1", edition="7"), work("b", title="T", volume="2", edition="7")]
    editions = [work("c", title="T", volume="3", edition="8"), work("d", title="T", volume="3", edition="9")]
    assert cited(program(layout), *volumes, *editions) == ["T 1.", "T 2.", "T 3/8", "T 3/9"]


def test_letters_leave_nothing_to_a_condition() -> None:
    works = [work("a", title="T", volume="1"), work("b", title="T", volume="2")]
    assert cited(program(CONDITION), *works) == ["T 1", "T 2"]
    assert cited(program(CONDITION, options=LETTER), *works) == ["T-a", "T-b"]


def test_the_date_of_access_distinguishes_nothing() -> None:
    layout = """<text variable="title"/><text variable="year-suffix" prefix="-"/>
        <date variable="accessed" form="text" date-parts="year" prefix=" "/>"""
    works = [work("a", title="T", accessed=2001), work("b", title="T", accessed=2002)]
    assert cited(program(layout, options=LETTER), *works) == ["T-a 2001", "T-b 2002"]


def test_a_letter_may_be_asked_for_in_a_condition() -> None:
    layout = '<text variable="title"/><choose><if variable="year-suffix"><text variable="year-suffix"/></if></choose>'
    works: list[Reference] = [work("a", title="T"), work("b", title="T")]
    assert cited(program(layout, options=LETTER), *works) == ["Ta", "Tb"]
    assert one(layout, works[0], options=LETTER) == "T"


@pytest.mark.parametrize(
    ("index", "expected"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")]
)
def test_letters(index: int, expected: str) -> None:
    assert year_suffix(index) == expected


def test_a_thousand_authors_alike() -> None:
    crowd = [f"N{number}, A" for number in range(1000)]
    assert printed([crowd, crowd], f"{NAMES} {GIVEN} {ET_AL}") == ["N0 et al. 2001", "N0 et al. 2001"]


ENTRY = '<names variable="author"><name initialize-with="."/></names>'
SURNAMES = """<names variable="author"><name form="short" {}/></names>
    <date variable="issued" form="numeric" date-parts="year" prefix=" "/>"""


def entries(names: list[list[str]], initials: str = "", rule: str = "by-cite") -> list[str]:
    works = [work(str(at), author=people(*authors), issued=2001) for at, authors in enumerate(names)]
    options = f'{GIVEN} givenname-disambiguation-rule="{rule}"'
    bibliography = f"<bibliography><layout>{ENTRY}</layout></bibliography>"
    in_style = program(SURNAMES.format(initials), options=options, bibliography=bibliography)
    return [entry.finished.text.plain for entry in Document(in_style, works).bibliography()]


def test_persons_of_one_list_with_the_same_initials_are_written_in_full_in_its_entry() -> None:
    names = [["Poe, Paul", "Poe, Peter", "Poe, Ann"], ["Poe, Paul", "Roe, Paul"], ["Poe, Ann", "Poe, Ann"]]
    assert entries(names) == ["Paul Poe, Peter Poe, A. Poe", "P. Poe, P. Roe", "A. Poe, A. Poe"]
    assert entries(names, rule="primary-name") == ["P. Poe, P. Poe, A. Poe", "P. Poe, P. Roe", "A. Poe, A. Poe"]


def test_what_citations_without_initials_print_in_full_is_in_full_in_entries() -> None:
    names = [["Poe, Paul"], ["Poe, Ann"], ["Roe, Eve"]]
    assert entries(names) == ["Paul Poe", "Ann Poe", "E. Roe"]
    assert entries(names, 'initialize-with="."') == ["P. Poe", "A. Poe", "E. Roe"]


def test_initials_are_compared_as_they_are_printed() -> None:
    names = [["Doe, Min-jun"], ["Doe, Mina"]]
    expected = ["Min-jun Doe 2001", "Mina Doe 2001"]
    assert printed(names, f'{GIVEN} givenname-disambiguation-rule="all-names"') == expected


def listed_in(layout: str, entry: str, options: str, *works: Reference) -> list[str]:
    bibliography = f"<bibliography><layout>{entry}</layout></bibliography>"
    in_style = program(layout, options=options, bibliography=bibliography)
    return [entry.finished.text.plain for entry in Document(in_style, works).bibliography()]


def test_the_disambiguation_condition_holds_in_entries_too() -> None:
    entry = '<text variable="title"/><choose><if disambiguate="true"><text value="!"/></if></choose>'
    works = [work("a", title="T", volume="1"), work("b", title="T", volume="2"), work("c", title="S")]
    assert listed_in(CONDITION, entry, "", *works) == ["T!", "T!", "S"]


def test_names_added_to_citations_are_not_added_to_entries() -> None:
    works = [work(id, author=people("Doe, J", f"{other}, R", "Poe, E"), issued=2001) for id, other in ("aA", "bB")]
    entry = '<names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names>'
    layout = LAYOUT.format("")
    assert listed_in(layout, entry, f"{NAMES} {ET_AL}", *works) == ["Doe et al."] * 2
    assert listed_in(layout, entry, f"{NAMES} {GIVEN} {ET_AL}", *works) == ["Doe, A, et al.", "Doe, B, et al."]

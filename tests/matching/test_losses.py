"""Values that writers, readers and databases lose from one work, and differences that look like losses but are not."""

from typing import Any

import pytest

from described import article, described
from reflist.matching import match
from reflist.matching.comparisons import author, container, pages, publisher, title, volume, year
from reflist.matching.record import Record
from reflist.model import Name, Reference

BINS = "Who carries the bins: on collecting refuse in small towns"
SHORT = "Who carries bins"
WHOLE = "A grammar of bins: their parts and what is in them"


def book(authors: str = "Doe, Ann", issued: int | None = 1976, printed: str = SHORT, **variables: Any) -> Reference:
    return described(authors, issued, printed, **variables)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("MIT Press", "The MIT Press", publisher.SAME),
        ("Wadsworth Publishing Co.", "Wadsworth", publisher.SAME),
        ("Cambridge, MA: Wadsworth", "Wadsworth", publisher.SAME),
        ("Press", "The Press", None),
        ("Wadsworth", "Roe & Sons", None),
    ],
)
def test_a_person_s_book_and_its_publisher(one: str, other: str, expected: object) -> None:
    found = publisher.compare(Record(book(publisher=one)), Record(book(publisher=other)))
    assert (found and found.level) == expected


def test_a_body_s_reports_and_what_is_in_a_container_tell_nothing_by_their_publisher() -> None:
    bodies = [book("Town Council", year, publisher="Town Council") for year in (1976, None)]
    articles = [article("Doe, Ann", 1976, SHORT, "Bins", publisher="Roe") for _ in range(2)]
    for one, other in (bodies, articles):
        assert publisher.compare(Record(one), Record(other)) is None


def test_a_short_title_without_year_or_subtitle_is_enough_with_its_publisher() -> None:
    whole = book(printed=WHOLE, publisher="Roe")
    cut = book(printed="A grammar of bins", publisher="Roe Press")
    undated = book(issued=None, publisher="Roe")
    assert len(match([whole, cut]).works) == len(match([book(publisher="Roe"), undated]).works) == 1
    assert len(match([book(), book(issued=None)]).works) == 2


def test_the_whole_without_its_part_is_a_question_not_one_of_the_parts() -> None:
    part = book(printed="Lists of bins: Volume III (the towns of the north)", publisher="Roe")
    found = match([part, book(printed="Lists of bins", publisher="Roe")])
    assert (len(found.works), len(found.review)) == (2, 1)


@pytest.mark.parametrize("more", [": teacher's guide", ". Executive summary", " (Protocol)", ": solutions manual"])
def test_what_goes_with_a_work_is_a_question_not_the_work(more: str) -> None:
    found = match([book(printed=SHORT, publisher="Roe"), book(printed=SHORT + more, publisher="Roe")])
    assert (len(found.works), len(found.review)) == (2, 1)


def test_the_number_of_pages_of_a_book_does_not_distinguish_it() -> None:
    counted = [book(page=page) for page in ("xii, 215", "214", "viii+207 leaves")]
    found = pages.compare(Record(counted[0]), Record(counted[1]))
    assert found is not None
    assert found.level == pages.EXTENT
    assert len(match(counted).works) == 1


@pytest.mark.parametrize(
    "more",
    [" (p. viii+184)", " (pp. xi, 371)", " [storybook]", ", Town Bins 83"],
)
def test_what_is_glued_to_a_title(more: str) -> None:
    whole = article("Doe, Ann", 1976, SHORT, "Town Bins", volume="83")
    glued = described("Doe, A.", 1976, SHORT + more)
    assert len(match([whole, glued]).works) == 1


def test_brackets_after_two_titles_may_hold_their_kind() -> None:
    first, second = (
        described(("A, B.", "C, D."), 1998, f"{name} [elementary storybook]", page="17", number_of_volumes="1")
        for name in ("How the crow got black", "The duck and the rooster")
    )
    found = title.compare(Record(first), Record(second))
    assert found is not None
    assert found.level == title.TRANSLATED
    assert len(match([first, second]).works) == 2


def test_words_in_angle_brackets_are_not_markup_unless_they_are_tags() -> None:
    quoted = Record(described("Doe, Ann", 1946, "The value of the consonant <n>"))
    assert quoted.title.folded.endswith("consonant n")
    assert Record(described("Doe, Ann", 1946, 'The <i>n</i> of <span class="x">bins</span>')).title.words[-3:] == (
        "n",
        "of",
        "bins",
    )


def test_a_surname_with_initials_and_a_point_is_a_person() -> None:
    whole = book() | {"author": (Name(literal="Doe AB."),)}
    found = author.compare(Record(whole), Record(book("Doe, Ann B.")))
    assert found is not None
    assert found.level == author.SAME_ONE


@pytest.mark.parametrize("whole", ["AB Doe", "Doe AB", "Doe MD"])
def test_what_may_be_a_degree_may_be_initials(whole: str) -> None:
    given = "Mary D." if whole == "Doe MD" else "Ann B."
    found = author.compare(Record(book() | {"author": (Name(literal=whole),)}), Record(book(f"Doe, {given}")))
    assert found is not None
    assert found.level.weight > 0


def test_a_small_word_that_one_title_lacks_is_a_matter_of_spelling() -> None:
    found = title.compare(Record(book(printed="Bins and tinkering")), Record(book(printed="Bins & tinkering")))
    assert found is not None
    assert found.level == title.SPELT


@pytest.mark.parametrize(
    "heading", ["President's message", "In this issue", "Letters to the Editor", "Buchbesprechungen", "Avant-propos"]
)
def test_the_heading_of_a_column_is_not_a_title(heading: str) -> None:
    first, second = (article("Doe, Ann", year, heading, "Bins") for year in (2004, 2005))
    assert Record(first).title.is_generic
    assert (len(match([first, second]).works), len(match([first, second]).review)) == (2, 0)
    placed = [article(name, 2004, heading, "Bins", **PLACE) for name in ("Doe, Ann", "Doe, A.")]
    assert len(match(placed).works) == 1


@pytest.mark.parametrize("printed", ["To the", "Letters to Anna", "Report 2004", BINS])
def test_a_title_longer_than_a_heading_is_a_title(printed: str) -> None:
    assert not Record(book(printed=printed)).title.is_generic


def test_an_acronym_with_points_is_a_body() -> None:
    dotted = described((), 2004, BINS) | {"author": (Name(literal="N.I.C.E."),)}
    found = author.compare(Record(dotted), Record(described("NICE", 2004, BINS)))
    assert found is not None
    assert found.level == author.SAME_ONE


def test_working_papers_in_something_are_a_serial() -> None:
    serial, paper = "Working Papers in Language and Refuse", "Working Paper 12, University of Bath"
    assert Record(article("Doe, Ann", 1979, BINS, serial, volume="9")).container == serial.lower()
    assert Record(article("Doe, Ann", 1979, BINS, paper)).type == "report"


def test_a_number_after_the_name_of_both_is_not_another_volume() -> None:
    named = described("Doe, Ann", 1985, BINS, container_title="RNGL 22")
    numbered = described("Doe, Ann", 1985, BINS, container_title="RNGL 22", volume="63")
    assert Record(named).volume == "22"
    assert volume.compare(Record(named), Record(numbered)) is None
    assert len(match([named, numbered]).works) == 1


def test_proceedings_may_appear_years_after_the_meeting_in_their_name() -> None:
    meeting = "Bins and carts: papers from a symposium held in 1982"
    dated, undated = (article("Doe, Ann", 1987, BINS, meeting) | kept for kept in ({}, {"issued": None}))
    found = year.compare(Record(dated), Record(undated))
    assert found is not None
    assert found.level == year.MEETING_YEAR
    assert len(match([dated, undated]).works) == 1


def test_a_book_may_be_given_as_its_own_container() -> None:
    whole, cut = (described("Doe, Ann", 1999, one, container_title=WHOLE) for one in (WHOLE, "A grammar of bins"))
    found = title.compare(Record(whole), Record(cut))
    assert found is not None
    assert found.level == title.PART_SHORT
    same = container.compare(Record(whole), Record(cut))
    assert same is not None
    assert same.level == container.SAME


PLACE = {"volume": "4", "issue": "2", "page": "33-41"}


@pytest.mark.parametrize(
    ("one", "other", "works", "questions"),
    [
        (  # Cyrillic and its romanization
            article("Петров, Иван", 2004, "Сбор мусора в малых городах", "Вопросы отходов", **PLACE),
            article("Petrov, Ivan", 2004, "Sbor musora v malykh gorodakh", "Voprosy otkhodov", **PLACE),
            1,
            0,
        ),
        (  # Cyrillic and a translation
            article("Петров, Иван", 2004, "Сбор мусора в малых городах", "Вопросы отходов", **PLACE),
            article("Petrov I", 2004, "[Collecting refuse in small towns]", "Vopr Otkhodov", **PLACE),
            1,
            0,
        ),
        (  # titles in different scripts are a question if the place is the same
            article("王, 小明", 2004, "小城镇的垃圾收集", "垃圾研究", **PLACE),
            article("Wang X", 2004, "[Collecting refuse in small towns]", "Refuse Studies", **PLACE),
            2,
            1,
        ),
        (  # but not if it is a different one
            article("王, 小明", 2004, "小城镇的垃圾收集", "垃圾研究", volume="5", page="7-19"),
            article("Wang X", 2004, "[Collecting refuse in small towns]", "Refuse Studies", **PLACE),
            2,
            0,
        ),
        (
            article("Doe, Ann", 2004, "Twenty-five years of two large bins in towns", "Bins", volume="4"),
            article("Doe, A.", 2004, "25 years of 2 large bins in towns", "Bins"),
            1,
            0,
        ),
        (
            article("Doe, Ann", 2004, "Twenty-five years of large bins in towns", "Bins", volume="4"),
            article("Doe, A.", 2004, "26 years of large bins in towns", "Bins"),
            2,
            0,
        ),
        (book(edition="Second edition"), book(edition="2nd"), 1, 0),
        (book(edition="Rev. ed."), book(edition="revised edition"), 1, 0),
        (book(edition="Second edition"), book(edition="3"), 2, 0),
        (book(edition="Zweite, verbesserte Auflage"), book(edition="3. Aufl."), 2, 0),
        (book(edition="Deuxième édition"), book(edition="2e éd."), 1, 0),
        (
            described("House of Commons", 2011, BINS, type="report", number="HC 104"),
            described("House of Commons", 2011, BINS, type="report", number="HC 105"),
            2,
            0,
        ),
        (  # meetings of two years, given in their names
            article("Doe, Ann", 2010, "Overview of the task of bins", "CLEF 2010"),
            article("Doe, Ann", 2011, "Overview of the task of bins", "CLEF 2011"),
            2,
            0,
        ),
        (  # two pages of one site, and one page at two sites
            described("Town Council", 2015, "Contact the council", type="webpage", URL="https://bath.gov/contact"),
            described("Town Council", 2015, "Contact the council", type="webpage", URL="https://bath.gov/about"),
            2,
            1,
        ),
        (
            described("Town Council", 2015, "Contact the council", type="webpage", URL="https://bath.gov/contact"),
            described("Town Council", 2015, "Contact the council", type="webpage", URL="https://old.bath.gov/contact"),
            1,
            0,
        ),
        (  # after the heading and number of a series
            article("Doe, Ann", 1965, "Studies on bins. XII. The structure of town carts", "Bins", **PLACE),
            article("Doe, Ann", 1965, "The structure of town carts", "Bins", **PLACE),
            1,
            0,
        ),
        (  # an editorial's own title, missing in one record
            article("Doe, Ann", 2004, "Editorial: on bins", "Bins", **PLACE),
            article("Doe, Ann", 2004, "Editorial", "Bins", **PLACE),
            1,
            0,
        ),
    ],
)
def test_pairs_in_other_scripts_and_words(one: Reference, other: Reference, works: int, questions: int) -> None:
    found = match([one, other])
    assert (len(found.works), len(found.review)) == (works, questions)

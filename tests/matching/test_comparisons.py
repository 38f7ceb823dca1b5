"""What each comparison finds between two records, by its named levels."""

from typing import Any

import pytest

from described import article, described
from reflist.matching import match
from reflist.matching.comparisons import (
    COMPARISONS,
    author,
    container,
    identifiers,
    kind,
    listing,
    pages,
    title,
    volume,
    year,
)
from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record
from reflist.matching.score import MERGED, REVIEW, score
from reflist.model import Date, Name, Reference

LONG = "Who carries the bins: on collecting refuse in small towns"


def found(compare: Any, one: Reference, other: Reference) -> Finding | None:
    """The finding of a comparison, which must be the same both ways except for the order of words in the reason."""
    there, back = compare(Record(one), Record(other)), compare(Record(other), Record(one))
    assert (there and there.level) == (back and back.level)
    result: Finding | None = there
    return result


def level(compare: Any, one: Reference, other: Reference) -> Level | None:
    finding = found(compare, one, other)
    return finding and finding.level


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (LONG, LONG, title.SAME),
        (LONG, "WHO CARRIES THE BINS? On collecting re-fuse in small towns", title.SAME),
        (f"[{LONG}]. [Polish]", LONG, title.SAME),
        (LONG, f"{LONG} [Erratum appears in Towns. 2011;3:4]", title.SAME),
        ("Refuse", "Refuse", title.SAME_SHORT),
        ("Editorial", "Editorial", title.SAME_GENERIC),
        ("Reminiscences on influential papers", "Reminiscences in influential papers", title.SAME_GENERIC),
        (LONG, "Who carries the bins", title.PART),
        ("Refuse: on collecting it in small towns", "Refuse", title.PART_SHORT),
        (f"Four full bins and a broken cart: {LONG}", "Four full bins and a broken cart", title.PART),
        (LONG, LONG[:45], title.BREAKS_OFF),
        ("Collecting refuse: the BIN3 trial", "Collecting refuse", title.PART_SHORT),
        ("Collecting refuse: the ABCDE-1 study", "Collecting refuse", title.PART_SHORT),
        ("Collecting refuse: phase 1 study", "Collecting refuse", title.DIFFERENT),
        ("Collecting refuse: the second study", "Collecting refuse", title.DIFFERENT),
        (f"{LONG} (NCT01234567)", LONG, title.SAME),
        (f"Correction to {LONG}", f"{LONG} [Erratum]", title.SAME),
        ("Corrections to bins and carts in small towns", "Bins and carts in small towns", title.END),
        (f"{LONG}. ClinicalTrials.gov: NCT01234567.", f"{LONG} [ISRCTN01234567]", title.SAME),
        (f"P-123. {LONG}", LONG, title.LABELLED),
        (f"Abstract 12: {LONG}", LONG, title.LABELLED),
        (f"Abstract 12: {LONG}", f"Abstract 13: {LONG}", title.NUMBER),
        ("P53 in bins", "Bins", title.DIFFERENT),
        ("bins " * 5, "cart " * 5, title.DIFFERENT),
        ("Correction of refuse in small towns", "Correctoin of refuse in small towns", title.SPELT),
        ("Collecting the refuse of ?", "Collecting the refuse of small towns by cart", title.BEGINNING),
        ("Collecting the refuse of small towns by t", "Collecting the refuse of small towns by tram", title.PART),
        ("Collecting the refuse of small towns by tram", "Collecting the refuse of small towns by trams", title.SPELT),
        ("Collecting the refuse of small …", "Collecting the refuse of small towns by cart", title.PART),
        ("Collecting the refuse of", "Collecting the refuse of small towns by cart", title.BEGINNING),
        (f"The {LONG}", LONG, title.SPELT),
        (f"{LONG}. In Proc. of the 5th Conf. on Bins", LONG, title.SAME),
        ("Editorial: bins", "Editorial", title.PART_GENERIC),
        (LONG, LONG.replace("refuse", "all refuse"), title.ALMOST),
        (LONG, LONG.replace("collecting", "colecting"), title.SPELT),
        (LONG, LONG.replace("small towns", "smalltowns"), title.SAME),
        ("Organisation of refuse in towns and cities", "Organization of refuse in towns and cities", title.SPELT),
        (LONG, LONG + " 2", title.NUMBER),
        ("Refuse in small towns, part 1", "Refuse in small towns, part 2", title.NUMBER),
        ("Refuse in small towns: part 2", "Refuse in small towns", title.NUMBER),
        ("First report on refuse in towns", "Fourth report on refuse in towns", title.NUMBER),
        ("Refuse in towns II", "Refuse in towns III", title.NUMBER),
        ("Refuse in towns, part B", "Refuse in towns, part A", title.NUMBER),
        ("GLP-1 in small mice of towns", "GLP1 in small mice of towns", title.SAME),
        (
            "Hypertension in collectors of refuse in towns",
            "Hypotension in collectors of refuse in towns",
            title.OPPOSITE,
        ),
        ("Why refuse is collected in towns", "Why refuse is not collected in towns", title.OPPOSITE),
        ("Collecting refuse in small towns", "Refuse in small towns, collecting", title.REORDERED),
        (LONG, LONG.replace("collecting", "burning"), title.ONE_WORD),
        (LONG, LONG.replace("collecting", "correcting"), title.SPELT),
        (LONG, LONG.replace("refuse", "reuse"), title.SPELT),
        (LONG, LONG.replace(" in ", " n "), title.SPELT),
        ("Colleting refuse by carts", "Collecting refuse by carts", title.SPELT),
        ("Collecting ocncepts of bins", "Collecting concepts of bins", title.SPELT),
        ("Collecting bins of towns, 2001", "Collecting bins of towns", title.SAME_SHORT),
        ("Collecting bins of towns, 1999", "Collecting bins of towns", title.NUMBER),
        (LONG, LONG.replace("carries", "cares"), title.SPELT),
        (LONG, LONG.replace("bins", "buns"), title.LIKE_WORD),
        (LONG, LONG.replace(" on ", " in "), title.SPELT),
        (LONG, LONG.replace("carries the bins", "lugs the carts"), title.SIMILAR),
        ("Thémis: a language for bins of towns", "Th?mis: a language for bins of towns", title.SPELT),
        ("Bins of small towns", "SPECIAL SECTION Bins of small towns", title.END),
        ("Bins of small towns", "SPECIAL SECTION 2 Bins of small towns", title.NUMBERED_END),
        ("[On what the people of towns throw away]", "What goes into municipal bins. A study", title.TRANSLATED),
        ("Bins of small towns [Review] [16 refs] [Romanian]", "Bins of small towns", title.SAME_SHORT),
        ("Bins of the small towns (panel session)", "Bins of the small towns", title.SAME_SHORT),
        ("Bins of the towns (panel session): a wide view", "Bins of the towns: a wide view", title.SAME),
        ("Bins in small towns (FernUniversitaet)", "Bins in small towns", title.PART),
        ("Tutorial: Bins of the small towns", "Bins of the small towns (tutorial session)", title.SAME_SHORT),
        (f"{LONG}.[Erratum appears in Tow", LONG, title.SAME),
        (
            "Report on the fourth workshop on refuse in towns",
            "Report on the 4th workshop on refuse in towns",
            title.SPELT,
        ),
        ("Refuse from old towns in the north", "Refuse form old towns in the north", title.SPELT),
        ("TPC bins of old towns in the north", "TCP bins of old towns in the north", title.SPELT),
        ("TPA bins of old towns in the north", "TCX bins of old towns in the north", title.ONE_WORD),
        ("Bins of the small towns - Book Review", "Bins of the small towns", title.SAME_SHORT),
        ("The accounts of 1999", "Bins in 2001", title.DIFFERENT),
        ("Refuse in the towns of 1997-98 and after", "Refuse in the town of 199798 and after", title.SPELT),
        (LONG, "A completely separate matter of municipal finance", title.DIFFERENT),
        ("UNKNOWN", LONG, None),
    ],
)
def test_title(one: str, other: str, expected: Level | None) -> None:
    assert level(title.compare, described(year=2001, title=one), described(year=2001, title=other)) == expected


def test_a_title_may_stand_in_another_field() -> None:
    given = described(("Rao, J.",), 1998, LONG)
    cut = described((), 1998, container_title=f"{LONG}, Bins", volume="3")
    joined = described((), None, note="x") | {"author": (Name(literal=f"J. Rao 1998. {LONG}"),)}
    assert level(title.compare, given, cut) is title.ELSEWHERE
    assert level(title.compare, given, joined) is title.ELSEWHERE
    assert level(title.compare, described(title="On bins"), described(container_title="On bins")) is None
    assert len(match([given, cut | {"author": given.names("author")}]).works) == 1


def test_what_follows_a_title_may_be_its_proceedings() -> None:
    after = described((), 1998, f"{LONG} in proceedings of the 9th conference on carts")
    assert level(title.compare, described((), 1998, LONG), after) is title.SAME
    before = described((), 1998, f"Proceedings of a conference on carts {LONG}")
    assert level(title.compare, described((), 1998, LONG), before) is not title.SAME


def test_a_long_title_is_proof_where_there_is_nothing_else_to_compare() -> None:
    long = f"{LONG}, told by those who do it"
    assert level(title.compare, described(title=long), article("Doe, A.", 2001, long, "Bins")) == title.SAME_ALONE
    short = "Who carries the bins of towns"
    assert level(title.compare, described(title=short), article("Doe, A.", 2001, short, "Bins")) == title.SAME


def test_a_title_may_stand_after_its_authors() -> None:
    people = ("Doe, Ann", "Roe, Bob", "Low, Carl")
    one, other = described(people, 2001, f"Doe, Roe, Low: {LONG}"), described(people, 2001, LONG)
    assert level(title.compare, one, other) == title.SAME
    assert level(title.compare, described((), 2001, f"A. Doe, Roe: {LONG}"), other) == title.SAME
    assert level(title.compare, described(people, 2001, f"{LONG}. A. Doe, B. Roe"), other) == title.SAME


def test_the_reason_names_the_word_in_which_titles_differ() -> None:
    finding = found(title.compare, described(title=LONG), described(title=LONG.replace("refuse", "all refuse")))
    assert finding is not None
    assert finding.reason == "the titles agree except for “all”"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Smith, J.",), ("Smith, John",), author.SAME_ONE),
        (("Sørensen, E.",), ("Sorensen, Eva",), author.SAME_ONE),
        (("Smith, J.", "Doe, A."), ("Smith, J.", "Doe, Ann"), author.SAME_SEVERAL),
        (("Panatzis, C.",), ("Pantazis, C.",), author.SAME_ONE),
        (("Smith, J.", "Doe, A."), ("Smith, J.",), author.FIRST),
        (("Smith, J.", "Doe, A.", "Roe, B."), ("Smith, J.", "Doe, A."), author.SEVERAL_OF),
        (("Smith, J.", "Doe, A.", "Roe, B."), ("Doe, A.", "Roe, B."), author.SEVERAL_OF),
        (("Smith, J.", "Doe, A."), ("Doe, A.",), author.ONE_OF),
        (("Smith, J.", "Doe, A."), ("Doe, B.",), author.DIFFERENT),
        (("Raman, V.",), ("Ramna, V.",), author.SAME_ONE),
        (("Anil, Nori",), ("Nori, A.",), author.REARRANGED),
        (("Anil, Nori",), ("Nori, B.",), author.DIFFERENT),
        (("Ostrom, E.",), ("Ostrom, V.",), author.INITIALS),
        (("Doe, Ann", "Smith, John"), ("Smith, John", "Doe, Ann"), author.SAME_REORDERED),
        (("Doe, Ann", "Smith, John", "Roe, R."), ("Doe, Ann", "Roe, R.", "Smith, John"), author.SAME_REORDERED),
        (("N?rv?g, Kjetil",), ("Nørvåg, Kjetil",), author.SAME_ONE),
        (("Miller, Ren?e J.",), ("Miller, Renée J.",), author.SAME_ONE),
        (("Torbj?rnsen, ?ystein",), ("Torbjørnsen, Øystein",), author.SAME_ONE),
        (("Gerber, Bob",), ("Gerber, Robert H.",), author.SAME_ONE),
        (("Gerber, Bob",), ("Gerber, William",), author.INITIALS),
        (("Jones, Ted",), ("Jones, Edward",), author.SAME_ONE),
        (("Team, CORPORATE Bins",), ("Team, B.",), author.SAME_ONE),
        (("Doe, Ann", "others, and"), ("Doe, A.",), author.SAME_ONE),
        (("?, Kjetil",), ("Nørvåg, Kjetil",), None),
        (("Il Cheong, H.",), ("Cheong, H. I.",), author.SAME_ONE),
        (("Garcia Lopez, A.",), ("Garcia, A.",), author.SAME_ONE),
        (("Kim, Y. M.",), ("Kim, Yoon",), author.SAME_ONE),
        (("Kim, Y. M.",), ("Kim, M.",), author.INITIALS),
        (("Garcia, y Maria",), ("Garcia, M.",), author.SAME_ONE),
        (("[No authors listed]",), ("Brown, J.",), None),
        (("Schütz, H.", "Jonker, W."), ("Jonker, W.", "Sch?tz, H."), author.SAME_REORDERED),
        (("Doe, A.", "Roe, B.", "and others"), ("Doe, Ann", "Roe, Bob", "Low, C."), author.SEVERAL_OF),
        (("de Li, A.",), ("Li, A.",), author.DIFFERENT),
        (
            ("Cook, B. Abrahao; P. Parigi; A. Gupta",),
            ("Abrahao, B.", "Parigi, P.", "Gupta, A.", "Cook, K."),
            author.REARRANGED,
        ),
        (("Ann, Doe",), ("Doe, Ann",), author.REARRANGED),
        (("Doe, A.",), ("Ann, D.",), author.MAY_BE_SWAPPED),
        (("Doe, A.",), ("Roe, D.",), author.DIFFERENT),
        (("Smith, John", "Doe, Ann", "Roe, Richard"), ("Doe, Ann", "Roe, Bob", "Low, Peter"), author.SOME),
        (("Smith, J.",), ("Brown, J.",), author.DIFFERENT),
        (("Anonymous",), ("Brown, J.",), None),
        ((), ("Brown, J.",), None),
        (("Department of Health",), ("Department of Health (DoH)",), author.SAME_ONE),
        (("DfES",), ("Department for Education and Skills",), author.SAME_ONE),
        (("DfES",), ("Department for Schools (DfES)",), author.SAME_ONE),
        (("Dept of Health",), ("Department of Health",), author.SAME_ONE),
        (("Cabinet Office",), ("HM Government",), author.BODIES),
        (("Bourne, J.",), ("National Audit Office",), author.PERSON_OR_BODY),
    ],
)
def test_author(one: tuple[str, ...], other: tuple[str, ...], expected: Level | None) -> None:
    assert level(author.compare, described(one), described(other)) == expected


@pytest.mark.parametrize(
    "broken",
    [
        (Name("Doe"), Name("A.", "B."), Name("Roe"), Name("C.", "and"), Name("Low", "D.")),
        (Name(literal="doe, b. a., c. roe and d. low"),),
        (Name(literal="Doe B. A.; Roe C.; Low D."),),
        (Name("Doe", "B. A."), Name("Roe", "C."), Name("Low", "and D.")),
        (Name("Doe", "B. A."), Name(literal="C. Roe, D. Low")),
        (Name(literal="doe, b. a., roe, c., & low, d.,"),),
        (Name(literal="betty doe, carl roe and dora low"),),
        (Name("Doe BA"), Name("Roe C"), Name("Low D")),
        (Name(literal="doe, b.."), Name(literal="c. roe,"), Name(literal="dora low")),
    ],
)
def test_lists_that_were_cut_in_the_wrong_places_are_put_together(broken: tuple[Name, ...]) -> None:
    whole = described(("Doe, B. A.", "Roe, Carl", "Low, D."))
    assert level(author.compare, Reference("", "book", {"author": broken}), whole) == author.SAME_SEVERAL


def test_an_author_may_be_printed_with_the_title() -> None:
    named, written = described((), 1998, "Rao: On bins"), described(("Rao, J.",), 1998, "On bins")
    assert level(author.compare, named, written) is author.IN_TITLE
    assert level(author.compare, named, described(("Roe, B.",), 1998, "On bins")) is None
    assert level(author.compare, named, described(("Rao, J.",), 1998, "Rao: On bins")) is None  # they may be about Rao


def test_a_scanner_takes_letters_within_a_surname_for_others() -> None:
    one, misread, other = (described((name,), 1998, LONG) for name in ("Kim, J.", "Kirn, J.", "Hall, J."))
    assert level(author.compare, one, misread) is author.SAME_ONE
    assert level(author.compare, other, described(("Ball, J.",), 1998, LONG)) is author.DIFFERENT


def test_editors_are_not_compared_with_authors() -> None:
    written = described(("Rao, J.",), 1998, "On bins")
    assert level(author.compare, written, described((), 1998, "On bins", editor=(Name("Roe", "B."),))) is None
    assert (
        level(author.compare, written, described((), 1998, "On bins", editor=(Name("Rao", "J."),))) is author.SAME_ONE
    )


def test_editors_stand_in_for_authors() -> None:
    handbook = described("Bevir, M.")
    edited = Reference("", "book", {"editor": handbook.names("author")})
    assert level(author.compare, handbook, edited) == author.SAME_ONE


@pytest.mark.parametrize(
    ("one", "other", "type", "expected"),
    [
        (2007, 2007, "book", year.SAME),
        (2007, 2008, "article-journal", year.NEXT),
        (2007, 2008, "book", year.NEXT_EDITION),
        (2007, 2008, "paper-conference", year.NEXT_EVENT),
        (2007, 2010, "article-journal", year.DIFFERENT),
        (2007, 2010, "report", year.EDITION),
        (2007, "forthcoming", "book", year.FORTHCOMING),
        ("in press", "forthcoming", "book", year.BOTH_FORTHCOMING),
        (None, "forthcoming", "book", None),
        (None, 2007, "book", None),
    ],
)
def test_year(one: int | str | None, other: int | str | None, type: str, expected: Level | None) -> None:
    assert level(year.compare, described(year=one, type=type), described(year=other, type=type)) == expected


def test_what_has_no_place_of_publication_may_be_a_preprint_of_the_next_year_s() -> None:
    assert (
        level(year.compare, described(year=2007, type="article"), article("A, B.", 2008, LONG, "Bins"))
        == year.NEXT_PUBLISHED
    )


def test_a_year_in_a_date_that_could_not_be_read_counts() -> None:
    assert Record(described((), None, LONG) | {"issued": Date(literal="(July 1998),")}).year == 1998
    assert Record(described((), None, LONG) | {"issued": Date(literal="1998 or 1999")}).year is None


def test_a_newspaper_of_another_day_is_another_year_s_equal() -> None:
    first, second, sometime = (
        described(type="article-newspaper") | {"issued": Date.of(*parts)}
        for parts in ((2011, 10, 26), (2011, 10, 27), (2011,))
    )
    assert level(year.compare, first, second) == year.DAY
    assert level(year.compare, first, sometime) == year.SAME


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Journal of Bins", "Journal of bins", container.SAME),
        ("Children and Society", "Children & Society", container.SAME),
        ("Journal of Municipal Refuse", "J Munic Refuse", container.ABBREVIATED),
        ("Addiction (Abingdon, England)", "Addiction", container.ABBREVIATED),
        ("Brain", "Brain: a journal of bins", container.ABBREVIATED),
        ("Zeitschrift für Abfall", "Z Abfall", container.ABBREVIATED),
        ("Giornale di Rifiuti", "G Rifiuti", container.ABBREVIATED),
        ("Deutsche Müllzeitung", "Dtsch Mullztg", container.ABBREVIATED),
        ("BMJ : Bins of municipal journeys", "Bins Munic J", container.ABBREVIATED),
        ("Müll heute [Bins Today]", "Bins Today (Online)", container.ABBREVIATED),
        ("Very Large Data Bases", "VLDB", container.ABBREVIATED),
        ("VLDB", "VLDB Journal", container.KINDS),
        ("Bins Meeting", "BINS J.", container.KINDS),
        ("Very Large Data Bases", "VLDB J.", container.KINDS),
        ("In: Bins", "Bins", container.SAME),
        ("Town Press, Bath", "Bath: Town Press", container.PUBLISHER),
        ("Bins and Carts", "Town Press, Bath", container.PUBLISHER),
        ("Detroit Free Press", "Bins", container.DIFFERENT),
        ("Town Press Lecture Notes", "Bins", container.DIFFERENT),
        ("J. ABC", "Journal of the Association for Bin Collecting", container.ABBREVIATED),
        ("Proceedings of the International Conference on Very Large …", "VLDB", container.FITS),
        ("PROCEEDINGS OF THE LARGE CARTS", "PROCEEDINGS OF THE SMALL BINS", container.DIFFERENT),
        ("ACM TOBS", "ACM Trans. Bin Syst.", container.FITS),
        ("Proc. Very Wide Bins", "VLDB", container.ACRONYMS),
        ("Data Bases", "The Journal on Very Large Data Bases", container.DIFFERENT),
        ("Very Large Bins", "The VLB Journal - The International Journal on Very Large Bins", container.KINDS),
        ("International Conference on Refuse", "SIGBIN Conference", container.ACRONYMS),
        ("SIGBIN Conference", "In Proc. 5th ACM SIGBIN Int. Conf. on Refuse", container.ABBREVIATED),
        ("In Proc. of the 20th Int. Conf. on Very Large Data Bins", "VLDB", container.FITS),
        ("Proceedings of the Very Large Database Conference", "VLDB", container.FITS),
        ("In Proceedings of the Tenth Workshop on Large Bins", "Proc. Conf. Large Bins", container.ABBREVIATED),
        ("Symp. on Large Bins and Carts", "Proceedings, Large Bins", container.ABBREVIATED),
        ("Large Bins Conference", "Proc. of", container.UNNAMED),
        ("SIGBIN Conference", "SIGBIN Record", container.GROUP),
        ("International Conference on Bins", "SIGBIN Record", container.GROUP),
        ("SIGBIN Conference", "Readings in Refuse", container.DIFFERENT),
        ("SIGBIN Conference", "Workshop on Bone Collecting", container.ACRONYMS),
        ("International Conference on Bins", "SIGBIN Conference", container.FITS),
        ("Computational Bin Theory", "Proceedings of COBT", container.FITS),
        ("ACM SIGCART Record", "SIGBIN", container.ACRONYMS),
        ("Carts", "BC", container.DIFFERENT),
        ("J Bins Dev Ctries", "Journal of Bins in Developing Countries", container.ABBREVIATED),
        ("Municipal Refuse Today", "Municpial Refuse Today", container.SAME),
        ("Journal of Bins", "Workshop on Bins", container.KINDS),
        ("Bins", "Carts", container.DIFFERENT),
    ],
)
def test_container(one: str, other: str, expected: Level) -> None:
    assert level(container.compare, article("A, B.", 2001, LONG, one), article("A, B.", 2001, LONG, other)) == expected


def test_only_a_first_word_shows_that_the_container_follows() -> None:
    names = ("In: Bins in Towns", "In Bins in Towns", "Insides of Bins in Towns")
    read = [Record(article("A, B.", 2001, LONG, name)).container for name in names]
    assert read == ["bins in towns", "bins in towns", "insides of bins in towns"]


def test_marks_without_end_are_read_in_time() -> None:
    hostile = described("," * 1900 + "x", title="a" + " ," * 490 + "NCT", page="(" * 100_000)
    assert Record(hostile).pages.numbers == Record(described(page="(" * 100_000)).pages.numbers
    assert Record(hostile).title.words == ("a",)


def test_a_journal_may_have_the_name_of_a_meeting() -> None:
    meeting = article("A, B.", 2001, LONG, "Proc. Int. Conf. on Large Bins")
    journal = article("A, B.", 2001, LONG, "Large Bins", volume="3")
    assert level(container.compare, meeting, journal) == container.INFERRED


def test_different_books_and_journals_with_volumes_weigh_more() -> None:
    chapters = [described(type="chapter", container_title=book) for book in ("Bins", "Carts")]
    assert level(container.compare, *chapters) == container.BOOKS
    articles = [article("A, B.", 2001, LONG, journal, volume="3") for journal in ("Bins", "Carts")]
    assert level(container.compare, *articles) == container.VOLUMES
    assert found(container.compare, articles[0], described()) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("12", "3"), ("12", "3"), volume.SAME),
        (("12", "3"), ("Vol. 12", ""), volume.SAME_VOLUME),
        (("12", "3"), ("12", "4"), volume.OTHER_ISSUE),
        (("12", "3"), ("13", "3"), volume.OTHER_VOLUME),
        (("12", "3"), ("1", "3"), volume.CUT),
        (("12 (1) (no pagination)", "1"), ("012", "1"), volume.SAME),
        (("12", "Suppl"), ("12", "Suppl 2"), volume.SAME_VOLUME),
        (("", "3"), ("13", "3"), None),
    ],
)
def test_volume(one: tuple[str, str], other: tuple[str, str], expected: Level | None) -> None:
    first, second = (described(**_given(volume=volume, issue=issue)) for volume, issue in (one, other))
    assert level(volume.compare, first, second) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("846-860", "846–60", pages.SAME),
        ("846-860", "846", pages.SAME_FIRST),
        ("c837-842", "838-842", pages.SAME_FIRST),
        ("846-860", "850", pages.SAME_FIRST),
        ("S42-S57", "S57", pages.SAME_FIRST),
        ("1-15", "846-860", pages.OWN_COUNT),
        ("e12345", "846-860", pages.NUMBERED),
        ("846-860", "861-870", pages.DIFFERENT),
        ("A12", "A13", pages.ELSEWHERE),
        ("083-087", "83-7", pages.SAME),
        ("c37-c42", "37-42", pages.SAME),
        ("c37-c42", "d37-d42", pages.DIFFERENT),
        ("64--71", "64-71", pages.SAME),
        ("31+", "31-45", pages.SAME_FIRST),
        ("215 p", "31-45", None),
        ("xii, 215 pages", "31-45", None),
        ("10-Jul", "710-717", None),
        ("Oct-17", "10-17", None),
        ("12", "846-860", pages.NUMBERED),
        ("", "861-870", None),
        ("pp. 846-860", "846‐860", pages.SAME),
        ("846-860.e3", "846.e1-846.e9", pages.SAME_FIRST),
        ("xi-xiv", "XI-XIV", pages.SAME),
        ("no pagination", "861-870", None),
        ("(846-860)", "pages 846--860,", pages.SAME),
        ("846-860 15p", "846-860 (electronic)", pages.SAME),
        ("S279 (electronic)", "S279 3p.", pages.SAME_SINGLE),
    ],
)
def test_pages(one: str, other: str, expected: Level | None) -> None:
    first, second = (described(type="article-journal", **_given(page=page)) for page in (one, other))
    assert level(pages.compare, first, second) == expected


@pytest.mark.parametrize(
    ("printed", "volumes", "expected"),
    [
        ("846-860", ("3", "3"), pages.SAME_ARTICLE),
        ("846-860", ("3", "4"), pages.SAME),
        ("846-860", ("", ""), pages.SAME),
        ("846-847", ("3", "3"), pages.SAME),
        ("1-15", ("3", "3"), pages.SAME),
        ("S846-S860", ("3", "3"), pages.SAME),
    ],
)
def test_several_pages_of_one_volume_are_one_article_s(printed: str, volumes: tuple[str, str], expected: Level) -> None:
    first, second = (described(**_given(volume=volume, page=printed)) for volume in volumes)
    assert level(pages.compare, first, second) == expected


def test_pages_in_other_volumes_and_issues_weigh_more() -> None:
    first, issue, volume_ = (
        described(page=page, volume=volume, issue=issue)
        for page, volume, issue in (("5-9", "3", "1"), ("15-19", "3", "2"), ("25", "4", "1"))
    )
    assert level(pages.compare, first, issue) == pages.ELSEWHERE
    assert level(pages.compare, first, volume_) == pages.ELSEWHERE


def test_an_export_may_shift_the_volume_into_the_next_field() -> None:
    given = described(volume="26", issue="9", page="1746-1750")
    assert level(pages.compare, given, described(issue="26", page="9")) == pages.SHIFTED
    assert level(pages.compare, given, described(issue="25", page="9")) == pages.NUMBERED


def _given(**values: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


WHITE_PAPER = "http://www.example.org/document/cm43/4310/4310-00.htm"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"DOI": "10.1000/ABC"}, {"DOI": "https://doi.org/10.1000/abc"}, identifiers.SAME),
        ({"DOI": "10.1000/ABC"}, {"URL": "https://doi.org/10.1000/abc"}, identifiers.SAME),
        ({"DOI": "10.1000/abc"}, {"DOI": "10.1000/abd"}, identifiers.DIFFERENT),
        ({"DOI": "10.1000/x.pub2"}, {"DOI": "10.1000/x.pub3"}, None),
        ({"PMID": "12"}, {"PMID": "13"}, identifiers.DIFFERENT),
        ({"ISBN": "3-16-148410-X"}, {"ISBN": "978-3-16-148410-0"}, identifiers.SAME_BOOK),
        ({"number": "Cm 4310"}, {"number": "CM4310"}, identifiers.SAME),
        ({"number": "Cm 4310"}, {"number": "Cm 6737"}, identifiers.OTHER_NUMBER),
        ({"number": "Cm 4310"}, {"URL": WHITE_PAPER}, identifiers.IN_URL),
        ({"number": "54321"}, {"URL": "https://www.example.org/reports/54321.pdf"}, identifiers.IN_URL),
        ({"number": "2001"}, {"URL": "https://www.example.org/reports/2001.pdf"}, None),
        ({"genre": "HC", "number": "104"}, {"number": "HC 104"}, identifiers.SAME),
        ({"number": "HC 104 Session 2006-07"}, {"number": "HC 104"}, identifiers.SESSION_UNKNOWN),
        ({"number": "HC 104"}, {"number": "HC 1044"}, identifiers.OTHER_NUMBER),
        ({"number": "24"}, {"number": "no. 024"}, identifiers.SAME_NUMBER),
        ({"number": "24"}, {"number": "25"}, identifiers.OTHER_NUMBER),
        ({"number": "B"}, {"number": "C"}, None),
        ({"URL": "http://www.example.org/a/"}, {"URL": "https://example.org/a"}, identifiers.SAME_URL),
        ({"URL": "http://www.example.org"}, {"URL": "www.example.org"}, None),
        ({"note": "arXiv:2101.00001"}, {"URL": "https://arxiv.org/abs/2101.00001v2"}, identifiers.IN_URL),
    ],
)
def test_identifiers(one: dict[str, Any], other: dict[str, Any], expected: Level | None) -> None:
    assert level(identifiers.compare, described(**one), described(**other)) == expected


def test_a_chapter_has_its_book_s_isbn() -> None:
    chapters = [described(type="chapter", title=title, ISBN="3-16-148410-X") for title in ("One", "Two")]
    assert found(identifiers.compare, *chapters) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (described(type="chapter", container_title="Bins"), described(title="Bins"), kind.CHAPTER),
        (described(title="Reply to: bins"), described(title="Bins"), kind.NOTICE),
        (described(title="Erratum: bins"), described(title="Bins"), kind.NOTICE),
        (described(title="Bins (vol 360, pg 542, 2009)"), described(title="Bins"), kind.NOTICE),
        (described(title="Bins (Bin Journal (2009) 360 (542-544))"), described(title="Bins"), kind.NOTICE),
        (described(title="Addendum to bins"), described(title="Bins"), kind.NOTICE),
        (described(title="Bins (vol 360, pg 542, 2009)"), described(title="Erratum - Bins"), None),
        (described(title="Erratum"), described(title="Erratum"), None),
        (described(title="Bins - Author's reply"), described(title="Bins"), kind.NOTICE),
        (described(title="Reply to: bins"), described(title="Reply to: bins"), None),
        (described(edition="4"), described(edition="5th"), kind.EDITION),
        (described(edition="4"), described(), None),
        (described(part_number="1"), described(part_number="2"), kind.PART),
        (described(volume="1"), described(volume="2"), kind.PART),
        (described(type="thesis"), described(type="article-journal", volume="3"), kind.THESIS),
        (described(type="thesis"), described(type="article-journal"), None),
        (described(), described(type="report"), None),
    ],
)
def test_kind(one: Reference, other: Reference, expected: Level | None) -> None:
    assert level(kind.compare, one, other) == expected


def test_two_entries_of_one_list() -> None:
    a, b = described("Needham, C.", "2011a", "One"), described("Needham, C.", "2011b", "Two")
    together = listing.compare(Record(a, {1}), Record(b, {1, 2}))
    assert together is not None
    assert together.level == listing.LETTERS
    assert together.reason == "distinguished in one list: 2011a and 2011b"
    without = listing.compare(Record(a, {1}), Record(b | {"year-suffix": None}, {1}))
    assert without is not None
    assert without.level == listing.ONE_LIST
    assert listing.compare(Record(a, {1}), Record(b, {2})) is None
    assert listing.compare(Record(a), Record(b)) is None


def test_a_veto_outweighs_all_agreement() -> None:
    fourth, fifth = (article("Smith, J.", 2001, LONG, "Bins", DOI="10.1000/1", edition=edition) for edition in "45")
    result = score(Record(fourth), Record(fifth))
    assert (result.value, result.is_vetoed) == (0.0, True)
    assert "different editions: 4 and 5" in result.reasons


def test_the_score_grows_with_each_agreement_and_gives_each_reason() -> None:
    steps = [described(), described("Smith, J."), described("Smith, J.", 2001), described("Smith, J.", 2001, LONG)]
    values = [score(Record(step), Record(step)).value for step in steps]
    assert values == sorted(set(values))
    assert score(Record(steps[-1]), Record(steps[-1])).reasons == ("the same title", "the same author", "the same year")


def test_empty_records_are_not_alike() -> None:
    assert all(compare(Record(described()), Record(described())) is None for compare in COMPARISONS)
    assert score(Record(described()), Record(described())).value < 0.1


def test_a_thesis_and_its_entry_in_an_index_of_theses_differ_only_in_the_year() -> None:
    thesis = described("Doe, Ann", 2001, LONG, volume="Ph.D.", page="215 p", type="article-journal")
    indexed = article("Doe, Ann", 2001, LONG, "Dissertation Abstracts International: Section B", volume="73", page="15")
    assert {Record(one).type for one in (thesis, indexed)} == {"thesis"}
    assert score(Record(thesis), Record(indexed)).value > MERGED
    later = indexed | {"issued": Date.of(2002)}
    assert REVIEW < score(Record(thesis), Record(later)).value < MERGED


def test_editions_and_parts_without_a_number_are_not_compared() -> None:
    named, same = described(edition="revised", chapter_number="2"), described(edition="!", chapter_number="2")
    assert found(kind.compare, named, same) is None

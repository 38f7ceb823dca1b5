"""Candidate keys and the pairs that they give."""

from collections.abc import Iterable, Sequence

from described import article, described
from reflist.matching.keys import KEPT, NEAR, SMALL, Keys, candidate_keys, candidates
from reflist.matching.record import Record
from reflist.model import Reference


def share(one: Reference, other: Reference) -> bool:
    return candidates(candidate_keys(Record(reference)) for reference in (one, other)) == [(0, 1)]


def pairs(keys: Iterable[Sequence[str]]) -> list[tuple[int, int]]:
    return candidates(map(Keys, keys))


def test_what_may_be_the_same_work_shares_a_key() -> None:
    printed = article(
        "Bovaird, T.", 2007, "Beyond engagement – user co-production of services", "Review", page="846-860"
    )
    announced = article(
        "Bovaird, T.", "forthcoming", "Beyond engagement: user coproduction of public services", "Review"
    )
    assert share(printed, announced)
    assert share(described(title="Unlike", DOI="10.1000/A"), described(URL="https://doi.org/10.1000/a"))
    assert share(described("Doe, A.", 2001, "Bins"), described("Doe, A.", 2002, "Bins and other things"))
    assert share(
        described(title="A misprinted titel", volume="3", page="4-9", container_title="Bins"),
        described(title="A misprinted title", volume="3", page="4-9", container_title="Bins"),
    )


def test_uninformative_values_are_not_keys() -> None:
    assert not share(described(title="Editorial"), described(title="Editorial"))
    assert not share(described(number="12"), described(number="12"))
    assert not any(candidate_keys(Record(described())))
    assert not share(described("Doe, A.", 2001), described("Doe, A.", 2001))


def test_records_that_share_names_and_a_word_are_compared_unless_their_years_differ() -> None:
    keys = [Keys((), ["doe bins"], year) for year in (2001, None, 2004, 10**30)]
    assert candidates(keys) == [(0, 1), (0, 3), (1, 2), (1, 3), (2, 3)]
    crowd = [Keys((), ["doe bins"], 2001 + number % 2 * 20) for number in range(40)]
    assert {one % 2 == other % 2 for one, other in candidates(crowd)} == {True}
    assert share(described("Doe, A.", 2001, "Bins and carts"), described("Doe, A.", 2001, "Bins of the towns"))
    assert not share(described("Doe, A.", 2001, "Bins and carts"), described("Doe, A.", 2011, "Bins of the towns"))


def test_who_share_names_and_a_word_are_compared_where_half_of_the_words_of_one_title_are_shared() -> None:
    titles = "hedges of the towns", "hedges and other things", "hedges towns rivers lakes", "bins carts streets lamps"
    keys = [Keys((), ["doe hedges"], 2001, title) for title in titles]
    assert candidates(keys) == [(0, 1), (0, 2)]
    crowd = [Keys((), ["doe hedges"], 2001, titles[number % 2 * 3]) for number in range(40)]
    assert {one % 2 == other % 2 for one, other in candidates(crowd)} == {True}


def test_who_share_a_name_year_and_page_are_compared_whatever_their_titles() -> None:
    printed = described("Doe, A.", 2001, "Von den Hecken", page="7-9")
    assert share(printed, described("Doe, A.", 2001, "On roads", page="7-9"))
    assert not share(printed, described("Doe, A.", 2001, "On roads", page="17-19"))


def test_pairs_come_once_and_in_order() -> None:
    assert pairs([["a", "b"], ["c"], ["b", "a"], ["c", "a"]]) == [(0, 2), (0, 3), (1, 3), (2, 3)]


def test_a_small_block_is_compared_all_with_all() -> None:
    block = [["one block"] for _ in range(SMALL)]
    assert len(pairs(block)) == SMALL * (SMALL - 1) // 2


def test_in_a_larger_block_only_those_are_compared_whose_titles_are_near() -> None:
    crowd = [["all", f"title={number:04}"] for number in range(200)]
    assert pairs(crowd) == sorted(
        (number, number + step) for number in range(200) for step in range(1, NEAR + 1) if number + step < 200
    )
    shuffled = [["all", f"title={number * 37 % 200:04}"] for number in range(200)]
    by_title = {keys[1]: position for position, keys in enumerate(shuffled)}
    beside = sorted((by_title["title=0000"], by_title["title=0001"]))
    assert tuple(beside) in pairs(shuffled)


def test_of_the_larger_blocks_a_record_looks_into_the_smallest() -> None:
    """Each of the first records shares one block each of many sizes with a crowd; the largest block adds no pairs."""
    crowds = [[f"{size:02}" for size in range(KEPT + 1) if number < SMALL + 1 + size] for number in range(SMALL + 9)]
    looked_in = {frozenset(crowds[one]) & frozenset(crowds[other]) for one, other in pairs(crowds)}
    assert all(any(key != f"{KEPT:02}" for key in shared) or len(shared) == 1 for shared in looked_in)
    assert pairs([[f"{size:02}" for size in range(9)]]) == []


def test_candidates_grow_with_the_records_not_with_their_square() -> None:
    def count_of(count: int) -> int:
        return len(pairs([[f"a{n % 7}", f"b{n % 11}", f"c{n % 13}", f"d{n % 17}"] for n in range(count)]))

    assert count_of(4000) <= 2.2 * count_of(2000)
    assert count_of(4000) <= 4000 * 2 * NEAR * KEPT

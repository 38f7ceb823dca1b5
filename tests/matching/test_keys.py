"""Candidate keys and the pairs they give."""

from described import article, described
from reflist.matching.keys import KEPT, LARGEST, candidate_keys, candidates
from reflist.matching.record import Record
from reflist.model import Reference


def share(one: Reference, other: Reference) -> bool:
    return not candidate_keys(Record(one)).isdisjoint(candidate_keys(Record(other)))


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


def test_what_says_little_is_no_key() -> None:
    assert not share(described(title="Editorial"), described(title="Editorial"))
    assert not share(described(number="12"), described(number="12"))
    assert candidate_keys(Record(described())) == frozenset()
    assert not share(described("Doe, A.", 2001), described("Doe, A.", 2001))


def test_pairs_come_once_and_in_order() -> None:
    assert candidates([["a", "b"], ["c"], ["b", "a"], ["c", "a"]]) == [(0, 2), (0, 3), (1, 3), (2, 3)]


def test_the_smallest_blocks_are_kept_and_huge_ones_say_nothing() -> None:
    crowd = [["all", f"pair {number // 2}"] for number in range(LARGEST * 5)]
    assert candidates(crowd) == [(number, number + 1) for number in range(0, LARGEST * 5, 2)]
    many = [
        [f"{size:02}" for size in range(KEPT + 1)],
        *([f"{size:02}"] for size in range(KEPT + 1) for _ in range(size + 1)),
    ]
    sizes = [1 + size + 1 for size in range(KEPT)]
    of_first = [pair for pair in candidates([many[0], *many[1:]]) if 0 in pair]
    largest_block = KEPT + 2
    assert len(of_first) == sum(size - 1 for size in sizes) + largest_block - 1  # the others keep their only block

"""Candidate keys: records that share one may be the same work, and only those are compared."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from reflist.matching.decisions import Pair
from reflist.matching.folding import bones, skeleton
from reflist.matching.record import REPORT_NUMBER, Record
from reflist.value import remembered

SMALL = 4
"""A block of so many records at most is compared all with all."""

KEPT = 3
"""In how many of its larger blocks, the smallest ones, each record looks for its like."""

NEAR = 2
"""How many records before and behind it, in the order of their titles, a record is compared with in a larger block."""

COLUMNS = 64
"""In how many parts keys are looked through, one after the other, so that little is held at a time."""

TITLE_WORDS = 4
"""How many significant words of a title's beginning or end make a key."""


def candidate_keys(record: Record) -> frozenset[str]:
    """The keys of a record: its identifiers, its title in several cuts, names with year, the place in its container."""
    words = record.title.significant
    return frozenset([*_identifiers(record), *_titles(record, words), *_names(record, words), *_place(record)])


def candidates(keys: Iterable[Collection[str]]) -> list[Pair]:
    """The pairs of records to compare, as positions, each pair once and in order; from the keys of each record.

    Each record keeps only its smallest blocks, so that the number of pairs grows with the records, not their square.
    Of the keys that no other record has nothing is kept but a number, which is another one in each run: it tells which
    records have one key, and nothing else.
    """
    columns = [array("q") for _ in range(COLUMNS)]
    titles: list[str] = []
    for position, own in enumerate(keys):
        titles.append(max(own, default=""))
        for number in map(hash, own):
            column = columns[number % COLUMNS]
            column.append(number)
            column.append(position)
    rank = array("I", bytes(array("I").itemsize * len(titles)))
    for place, position in enumerate(sorted(range(len(titles)), key=titles.__getitem__)):
        rank[position] = place
    del titles
    pairs: set[Pair] = set()
    larger: list[array[int]] = []
    while columns:
        for block in _blocks(columns.pop()):
            if len(block) > SMALL:
                larger.append(array("I", sorted(block, key=rank.__getitem__)))
            else:
                pairs.update(combinations(block, 2))
    for looked_in in _smallest(larger, len(rank)):
        for step in range(1, NEAR + 1):
            near = zip(looked_in, looked_in[step:], strict=False)
            pairs.update((one, other) if one < other else (other, one) for one, other in near)
    return sorted(pairs)


def _blocks(column: Iterable[int]) -> Iterable[list[int]]:
    """The positions, two or more and in order, that have one number; from numbers, each with a position behind it."""
    alone: dict[int, int] = {}
    blocks: dict[int, list[int]] = {}
    both = iter(column)
    for number, position in zip(both, both, strict=True):
        if number not in alone:
            alone[number] = position
        elif number in blocks:
            blocks[number].append(position)
        else:
            blocks[number] = [alone[number], position]
    return blocks.values()


def _smallest(blocks: Sequence["array[int]"], count: int) -> Iterator["array[int]"]:
    """The blocks that are among the `KEPT` smallest of any record."""
    kept = bytearray(count)
    for block in sorted(blocks, key=lambda block: (len(block), block)):
        looking = [position for position in block if kept[position] < KEPT]
        for position in looking:
            kept[position] += 1
        if looking:
            yield block


def _identifiers(record: Record) -> list[str]:
    return [f"{kind}={value}" for kind, value in record.identifiers if kind != REPORT_NUMBER]


def _titles(record: Record, words: tuple[str, ...]) -> list[str]:
    title = record.title
    if not words or title.is_generic:
        return []
    found = [f"title={skeleton(title.folded)}"]
    if title.main:
        found.append(f"title={skeleton(title.main)}")
    if title.parallel:
        found.append(f"title={skeleton(title.parallel)}")
    if len(words) >= TITLE_WORDS:
        found += (f"begins={bones(words[:TITLE_WORDS])}", f"ends={bones(words[-TITLE_WORDS:])}")
    longest = sorted(sorted(set(words)), key=len, reverse=True)[:TITLE_WORDS]
    if len(longest) == TITLE_WORDS:
        longest.sort()
        found.append(f"longest={bones(longest)}")
    return found


def _names(record: Record, words: tuple[str, ...]) -> list[str]:
    people = record.people
    if not people or not words:
        return []
    length, place = max(map(len, words)), record.pages.first or record.container[:12]
    longest = max(word for word in words if len(word) == length)
    found: list[str] = []
    for surname in {_skeleton_of(people[0].surname), _skeleton_of(people[-1].surname)}:
        found += (f"name={surname} {longest}", f"name={surname} {words[0]}", f"name={surname} {record.year} {place}")
    return found


_skeleton_of = remembered(skeleton, 20_000)


def _place(record: Record) -> list[str]:
    if not record.pages.first or not (record.volume or record.container):
        return []
    return [
        f"place={record.container[:4]} {record.volume} {record.pages.first} {record.year}",
        f"place={record.volume} {record.issue} {record.pages.first} {record.pages.last}",
    ]

"""Candidate keys: records that share one may be the same work, and only those are compared."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, count
from typing import NamedTuple

from reflist.matching.decisions import Pair
from reflist.matching.folding import bones, significant, skeleton
from reflist.matching.record import REPORT_NUMBER, Record
from reflist.matching.titles import Title
from reflist.value import remembered

SMALL = 8
"""A block of so many records at most is compared all with all."""

KEPT = 3
"""In how many of its larger blocks, the smallest ones, each record looks for its like."""

NEAR = 2
"""How many records before and behind it, in the order of their titles, a record is compared with in a larger block."""

COLUMNS = 64
"""In how many parts keys are looked through, one after the other, so that little is held at a time."""

UNKNOWN = 10_000
"""In place of a year that is not known; years from this one on are taken for slips."""

TITLE_WORDS = 4
"""How many significant words of a title's beginning or end make a key."""


SHARED = 0.5
"""What share of the words of one title is in the other, where names and a word are all that two records share."""


_Block = tuple["array[int]", bool]
"""The positions that share a key, in the order of their titles, and whether it is one of names."""


class Keys(NamedTuple):
    """The candidate keys of a record.

    Records that share one of the ``telling`` ones, identifiers, cuts of the title and places, may be one work. Those
    that share but a name and a word, the ``names``, may be one where year and title, a folded one, allow it.
    """

    telling: Collection[str]
    names: Collection[str] = ()
    year: int | None = None
    title: str = ""


def candidate_keys(record: Record) -> Keys:
    """The keys of a record: identifiers, its title in several cuts, the place in its container; names with a word."""
    whole = tuple(record.title.folded.split())
    words = significant(whole)
    longest = sorted(sorted(set(words)), key=len, reverse=True)[:TITLE_WORDS]
    telling = [*_identifiers(record), *_titles(record.title, words, longest), *_place(record)]
    if not words:
        return Keys({*telling, *_within(record.untitled_words)})
    surnames = {_skeleton_of(surname) for surname in record.end_surnames}
    place = f"{record.year} {record.pages.first or record.container[:12]}"
    telling += [f"names={surname} {place}" for surname in surnames]
    names = {f"{surname} {beside}" for surname in surnames for beside in (longest[0], words[0])}
    return Keys(set(telling), names, record.year, record.title.folded)


def candidates(keys: Iterable[Keys], order: Sequence[int] | None = None) -> list[Pair]:
    """The pairs of records to compare, as positions, each pair once and in order; from the keys of each record.

    ``order`` is the position of each record whose keys are given, where they come in another order.
    Each record keeps only its smallest blocks, so that the number of pairs grows with the records, not their square.
    Of the keys that no other record has nothing is kept but a number, which is another one in each run: it tells which
    records have one key, and nothing else.
    """
    found = _gathered(keys, order)
    rank = array("I", bytes(array("I").itemsize * len(found.cuts)))
    for place, position in enumerate(sorted(range(len(rank)), key=found.cuts.__getitem__)):
        rank[position] = place
    found.cuts.clear()
    pairs: set[Pair] = set()
    larger: list[_Block] = []

    def take(both: Iterable[Pair], are_names: bool) -> None:
        if are_names:
            both = (pair for pair in both if pair not in pairs and found.may_be_one(*pair))
        pairs.update(both)

    for columns, are_names in ((found.telling, False), (found.names, True)):
        while columns:
            for block in _blocks(columns.pop()):
                if len(block) > SMALL:
                    larger.append((array("I", sorted(block, key=rank.__getitem__)), are_names))
                else:
                    take(combinations(sorted(block), 2), are_names)
    for looked_in, are_names in _smallest(larger, len(rank)):
        for step in range(1, NEAR + 1):
            near = zip(looked_in, looked_in[step:], strict=False)
            take(((one, other) if one < other else (other, one) for one, other in near), are_names)
    return sorted(pairs)


class _Gathered(NamedTuple):
    """The keys of all records: in parts the numbers of the telling ones and of names, each with a position behind it.

    By position the cuts of titles that order the records, and what the `Keys` say besides.
    """

    telling: list["array[int]"]
    names: list["array[int]"]
    cuts: dict[int, str]
    years: dict[int, int]
    titles: dict[int, str]

    def may_be_one(self, one: int, other: int) -> bool:
        """Whether years are no more than one apart, or one is unknown, and titles share so many words.

        A name and a word alone are shared by chance, the more often the more records there are.
        """
        year, other_year = self.years[one], self.years[other]
        if not -1 <= year - other_year <= 1 and year != UNKNOWN != other_year:
            return False
        mine, theirs = (set(significant(tuple(self.titles[at].split()))) for at in (one, other))
        return len(mine & theirs) >= SHARED * min(len(mine), len(theirs))


def _gathered(keys: Iterable[Keys], order: Sequence[int] | None) -> _Gathered:
    telling, names = ([array("q") for _ in range(COLUMNS)] for _ in range(2))
    found = _Gathered(telling, names, {}, {}, {})
    for position, own in zip(count() if order is None else order, keys, strict=False):
        found.cuts[position] = max(own.telling, default="")
        found.years[position] = own.year if own.year is not None and abs(own.year) < UNKNOWN else UNKNOWN
        found.titles[position] = own.title
        for kind, columns in ((own.telling, telling), (own.names, names)):
            for number in map(hash, kind):
                column = columns[number % COLUMNS]
                column.append(number)
                column.append(position)
    return found


def _blocks(column: Iterable[int]) -> Iterable[list[int]]:
    """The positions, two or more, that have one number; from numbers, each with a position behind it."""
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


def _smallest(blocks: Sequence[_Block], count: int) -> Iterator[_Block]:
    """The blocks that are among the `KEPT` smallest of any record."""
    kept = bytearray(count)
    for block, found in sorted(blocks, key=lambda block: (len(block[0]), block[0])):
        looking = [position for position in block if kept[position] < KEPT]
        for position in looking:
            kept[position] += 1
        if looking:
            yield block, found


def _identifiers(record: Record) -> list[str]:
    found = record.identifiers
    return [f"{kind}={value}" for kind, value in found if kind != REPORT_NUMBER] if found else []


def _titles(title: Title, words: tuple[str, ...], longest: list[str]) -> list[str]:
    if not words or title.is_generic:
        return []
    found = [f"title={skeleton(title.folded)}"]
    if title.main:
        found.append(f"title={skeleton(title.main)}")
    if title.parallel:
        found.append(f"title={skeleton(title.parallel)}")
    if len(words) >= TITLE_WORDS:
        found += (f"begins={bones(words[:TITLE_WORDS])}", f"ends={bones(words[-TITLE_WORDS:])}")
    if len(longest) == TITLE_WORDS:
        found.append(f"longest={bones(sorted(longest))}")
    return found


def _within(untitled: tuple[str, ...]) -> Iterator[str]:
    """Of a record without title the keys of any title that begins somewhere in what it says."""
    words = significant(untitled)
    for at in range(len(words) - TITLE_WORDS + 1):
        yield f"begins={bones(words[at : at + TITLE_WORDS])}"


_skeleton_of = remembered(skeleton, 20_000)


def _place(record: Record) -> list[str]:
    if not record.pages.first or not (record.volume or record.container):
        return []
    return [
        f"place={record.container[:4]} {record.volume} {record.pages.first} {record.year}",
        f"place={record.volume} {record.issue} {record.pages.first} {record.pages.last}",
    ]

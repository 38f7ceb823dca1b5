"""Candidate keys: records that share a key may be the same work, and only such records are compared."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, count
from typing import NamedTuple

from reflist.matching.decisions import Pair
from reflist.matching.folding import significant, skeleton, word_skeletons
from reflist.matching.record import REPORT_NUMBER, Record
from reflist.matching.titles import Title
from reflist.value import remembered

SMALL = 8
"""In a block of at most this many records, all are compared with each other."""

KEPT = 3
"""In how many of its larger blocks, smallest first, each record is compared with its neighbours."""

NEAR = 2
"""With how many records before and after it, in order of title, a record is compared in a larger block."""

COLUMNS = 64
"""The number of parts in which keys are processed, one after another, to save memory."""

UNKNOWN = 10_000
"""Replaces an unknown year; years from this one on are treated as errors."""

TITLE_WORDS = 4
"""How many significant words at the beginning or end of a title make a key."""


SHARED = 0.5
"""The share of the words of one title that must be in the other if records only share a name with a word."""


_Block = tuple["array[int]", bool]
"""The positions of the records that share a key, in order of title, and whether the key is one of names."""


class Keys(NamedTuple):
    """The candidate keys of a record.

    Records that share an ``identifying`` key (an identifier, an excerpt of the title, a place in a container) may be
    one work. Records that only share a key of ``names`` (a surname and a word) may be one work if the years and the
    folded titles allow it.
    """

    identifying: Collection[str]
    names: Collection[str] = ()
    year: int | None = None
    title: str = ""


def candidate_keys(record: Record) -> Keys:
    """The keys of a record: identifiers, excerpts of its title, place in its container, and surnames with a word."""
    whole = tuple(record.title.folded.split())
    words = significant(whole)
    longest = sorted(sorted(set(words)), key=len, reverse=True)[:TITLE_WORDS]
    identifying = [*_identifiers(record), *_titles(record.title, words, longest), *_place(record)]
    if not words:
        return Keys({*identifying, *_within(record.untitled_words)})
    surnames = {_skeleton_of(surname) for surname in record.end_surnames}
    place = f"{record.year} {record.pages.first or record.container[:12]}"
    identifying += [f"names={surname} {place}" for surname in surnames]
    names = {f"{surname} {beside}" for surname in surnames for beside in (longest[0], words[0])}
    return Keys(set(identifying), names, record.year, record.title.folded)


def candidates(keys: Iterable[Keys], order: Sequence[int] | None = None) -> list[Pair]:
    """The pairs of records to compare, as positions, each pair once and in order, from the keys of each record.

    ``order`` gives the position of each record if the keys are not in order of position. Each record keeps only its
    smallest blocks, so the number of pairs grows with the number of records, not with its square. Keys are stored only
    as hash values, which differ between runs but tell which records share a key.
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

    for columns, are_names in ((found.identifying, False), (found.names, True)):
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
    """Hash values of identifying keys and of names of all records, in parts, each followed by its record's position.

    Also, by position, the excerpts of titles that order the records, and the years and titles of their `Keys`.
    """

    identifying: list["array[int]"]
    names: list["array[int]"]
    cuts: dict[int, str]
    years: dict[int, int]
    titles: dict[int, str]

    def may_be_one(self, one: int, other: int) -> bool:
        """Whether the years differ by at most one, or one is unknown, and the titles share enough words.

        A surname and a word alone are often shared by chance, and more often the more records there are.
        """
        year, other_year = self.years[one], self.years[other]
        if not -1 <= year - other_year <= 1 and year != UNKNOWN != other_year:
            return False
        mine, theirs = (set(significant(tuple(self.titles[at].split()))) for at in (one, other))
        return len(mine & theirs) >= SHARED * min(len(mine), len(theirs))


def _gathered(keys: Iterable[Keys], order: Sequence[int] | None) -> _Gathered:
    identifying, names = ([array("q") for _ in range(COLUMNS)] for _ in range(2))
    found = _Gathered(identifying, names, {}, {}, {})
    for position, own in zip(count() if order is None else order, keys, strict=False):
        found.cuts[position] = max(own.identifying, default="")
        found.years[position] = own.year if own.year is not None and abs(own.year) < UNKNOWN else UNKNOWN
        found.titles[position] = own.title
        for kind, columns in ((own.identifying, identifying), (own.names, names)):
            for number in map(hash, kind):
                column = columns[number % COLUMNS]
                column.append(number)
                column.append(position)
    return found


def _blocks(column: Iterable[int]) -> Iterable[list[int]]:
    """The positions that share a hash value, two or more each, from hash values each followed by a position."""
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
    """The blocks that are among the `KEPT` smallest of at least one record."""
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
        found += (f"begins={word_skeletons(words[:TITLE_WORDS])}", f"ends={word_skeletons(words[-TITLE_WORDS:])}")
    if len(longest) == TITLE_WORDS:
        found.append(f"longest={word_skeletons(sorted(longest))}")
    return found


def _within(untitled: tuple[str, ...]) -> Iterator[str]:
    """For a record without a title, the keys of every title that may begin somewhere in its other fields."""
    words = significant(untitled)
    for at in range(len(words) - TITLE_WORDS + 1):
        yield f"begins={word_skeletons(words[at : at + TITLE_WORDS])}"


_skeleton_of = remembered(skeleton, 20_000)


def _place(record: Record) -> list[str]:
    if not record.pages.first or not (record.volume or record.container):
        return []
    return [
        f"place={record.container[:4]} {record.volume} {record.pages.first} {record.year}",
        f"place={record.volume} {record.issue} {record.pages.first} {record.pages.last}",
    ]

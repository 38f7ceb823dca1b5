"""Candidate keys: records that share one may be the same work, and only those are compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reflist.matching.folding import skeleton
from reflist.matching.record import REPORT_NUMBER, Record

SMALL = 4
"""A block of so many records at most is compared all with all."""

KEPT = 3
"""In how many of its larger blocks, the smallest ones, each record looks for its like."""

NEAR = 2
"""How many records before and behind it, in the order of their titles, a record is compared with in a larger block."""

TITLE_WORDS = 4
"""How many significant words of a title's beginning or end make a key."""


def candidate_keys(record: Record) -> frozenset[str]:
    """The keys of a record: its identifiers, its title in several cuts, names with year, the place in its container."""
    return frozenset(key for keys in (_identifiers, _titles, _names, _place) for key in keys(record))


def candidates(keys: Sequence[Iterable[str]]) -> list[tuple[int, int]]:
    """The pairs of records to compare, as positions, each pair once and in order; from the keys of each record.

    Each record keeps only its smallest blocks, so that the number of pairs grows with the records, not their square.
    """
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for position in sorted(range(len(keys)), key=lambda position: (max(keys[position], default=""), position)):
        for key in keys[position]:
            blocks[key].append(position)
    pairs: set[tuple[int, int]] = set()
    larger: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for key, block in blocks.items():
        if len(block) > SMALL:
            for position in block:
                larger[position].append((len(block), key))
        elif len(block) > 1:
            pairs.update((one, other) if one < other else (other, one) for one, other in combinations(block, 2))
    looked_in = {key for found in larger.values() for _, key in sorted(found)[:KEPT]}
    for key in looked_in:
        block = blocks[key]
        for step in range(1, NEAR + 1):
            pairs.update((min(pair), max(pair)) for pair in zip(block, block[step:], strict=False))
    return sorted(pairs)


def _identifiers(record: Record) -> Iterator[str]:
    for kind, value in record.identifiers:
        if kind != REPORT_NUMBER:
            yield f"{kind}={value}"


def _titles(record: Record) -> Iterator[str]:
    title = record.title
    if not title or title.is_generic:
        return
    yield f"title={skeleton(title.whole)}"
    yield f"title={skeleton(title.main)}"
    words = title.significant
    if len(words) >= TITLE_WORDS:
        yield f"begins={skeleton(' '.join(words[:TITLE_WORDS]))}"
        yield f"ends={skeleton(' '.join(words[-TITLE_WORDS:]))}"
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:TITLE_WORDS]
    if len(longest) == TITLE_WORDS:
        yield f"longest={skeleton(' '.join(sorted(longest)))}"


def _names(record: Record) -> Iterator[str]:
    if not record.people or not record.title:
        return
    words = record.title.significant
    longest, place = max(zip(map(len, words), words, strict=True))[1], record.pages.first or record.container[:12]
    for surname in {skeleton(record.people[at].surname) for at in (0, -1)}:
        yield f"name={surname} {longest}"
        yield f"name={surname} {words[0]}"
        yield f"name={surname} {record.year} {place}"


def _place(record: Record) -> Iterator[str]:
    if record.pages.first and (record.volume or record.container):
        yield f"place={record.container[:4]} {record.volume} {record.pages.first} {record.year}"
        yield f"place={record.volume} {record.issue} {record.pages.first} {record.pages.last}"

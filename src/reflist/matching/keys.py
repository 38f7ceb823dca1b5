"""Candidate keys: records that share one may be the same work, and only those are compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reflist.matching.record import REPORT_NUMBER, Record

KEPT = 5
"""In how many of its blocks, the smallest ones, each record looks for its like."""

LARGEST = 40
"""A block of more records than this tells nothing."""

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
    for position, own in enumerate(keys):
        for key in own:
            blocks[key].append(position)
    pairs: set[tuple[int, int]] = set()
    for position, own in enumerate(keys):
        sizes = sorted((len(blocks[key]), key) for key in own if 1 < len(blocks[key]) <= LARGEST)
        for _, key in sizes[:KEPT]:
            pairs.update((min(position, other), max(position, other)) for other in blocks[key] if other != position)
    return sorted(pairs)


def _identifiers(record: Record) -> Iterator[str]:
    for kind, value in record.identifiers:
        if kind != REPORT_NUMBER:
            yield f"{kind}={value}"


def _titles(record: Record) -> Iterator[str]:
    title = record.title
    if not title or title.is_generic:
        return
    yield f"title={title.whole}"
    yield f"title={title.main}"
    words = title.significant
    if len(words) >= TITLE_WORDS:
        yield f"begins={' '.join(words[:TITLE_WORDS])}"
        yield f"ends={' '.join(words[-TITLE_WORDS:])}"
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:TITLE_WORDS]
    if len(longest) == TITLE_WORDS:
        yield f"longest={' '.join(sorted(longest))}"


def _names(record: Record) -> Iterator[str]:
    if not record.people or not record.title:
        return
    longest = max(record.title.significant, key=lambda word: (len(word), word))
    for person in {record.people[0], record.people[-1]}:
        yield f"name={person.surname} {longest}"
        yield f"name={person.surname} {record.title.significant[0]}"
        yield f"name={person.surname} {record.year} {record.pages.first or record.container[:12]}"


def _place(record: Record) -> Iterator[str]:
    if record.pages.first and (record.volume or record.container):
        yield f"place={record.container[:4]} {record.volume} {record.pages.first} {record.year}"
        yield f"place={record.volume} {record.issue} {record.pages.first} {record.pages.last}"

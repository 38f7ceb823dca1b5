"""Whether two records appeared in the same journal, book or proceedings."""

from rapidfuzz import fuzz

from reflist.matching.comparisons.year import MEETING
from reflist.matching.levels import Finding, Level
from reflist.matching.people import abbreviates, same_words
from reflist.matching.record import Record

SAME = Level("same", 2)
ABBREVIATED = Level("abbreviated", 2)
DIFFERENT = Level("different", -3)
VOLUMES = Level("volumes of different journals", -6)
BOOKS = Level("different books", -7)
KINDS = Level("meeting against journal", -11)

JOURNAL = frozenset(
    "journal transactions annals archives letters zeitschrift revue rivista revista magazine quarterly".split()
)
"""Words of a container that is a journal's."""

ALIKE = 88
"""How alike (0 to 100) two titles of one container are at least."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the containers are the same, by name or abbreviation."""
    if not a.container or not b.container:
        return None
    if a.squeezed_container == b.squeezed_container:
        return Finding(SAME, f"both in {_name(a)}")
    if _one_is_more(a, b) or _abbreviated(a.container_words, b.container_words):
        return Finding(ABBREVIATED, f"{_name(a)} and {_name(b)} are one title")
    if fuzz.ratio(a.squeezed_container, b.squeezed_container) >= ALIKE:
        return Finding(SAME, f"both in {_name(a)}")
    if {_kind(a), _kind(b)} == {"meeting", "journal"}:
        return Finding(KINDS, "one was given at a meeting, the other is in a journal")
    return Finding(_different(a, b), f"in {_name(a)} and in {_name(b)}")


def _different(a: Record, b: Record) -> Level:
    if a.type == b.type == "chapter":
        return BOOKS
    return VOLUMES if a.volume and b.volume else DIFFERENT


def _name(record: Record) -> str:
    return record.reference.plain("container-title") or record.reference.plain("event-title")


def _one_is_more(a: Record, b: Record) -> bool:
    """Whether one title begins with the other, as with a place, a parallel title or a supplement behind it.

    Not where what follows makes a journal of it: "VLDB" is a meeting, "VLDB Journal" is not.
    """
    short, long = sorted((a.container_words, b.container_words), key=len)
    following = long[len(short) : len(short) + 1]
    return (
        long[: len(short)] == short
        and len("".join(short)) > 2
        and JOURNAL.isdisjoint(following)
        and following != ("j",)
    )


def _abbreviated(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    if same_words(short, long[: len(short)]) and (len(short) > 1 or len(long) == 1):
        return True
    return len(short) == 1 and abbreviates(short[0], long)


def _kind(record: Record) -> str:
    words = record.container_words
    if not MEETING.isdisjoint(words):
        return "meeting"
    return "journal" if not JOURNAL.isdisjoint(words) else ""

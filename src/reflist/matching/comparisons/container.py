"""Whether two records appeared in the same journal, book or proceedings."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from reflist.grammar.institutions import is_acronym
from reflist.matching.comparisons.year import MEETING
from reflist.matching.folding import fold
from reflist.matching.levels import Finding, Level
from reflist.matching.people import PASSED_OVER, abbreviates, same_words
from reflist.matching.record import Record

SAME = Level("same", 2)
ABBREVIATED = Level("abbreviated", 2)
DIFFERENT = Level("different", -3)
FITS = Level("an acronym of the other", 1)
UNKNOWN = Level("an acronym in one", -7)
ACRONYMS = Level("another acronym", -7)
VOLUMES = Level("volumes of different journals", -6)
BOOKS = Level("different books", -7)
KINDS = Level("meeting against journal", -11)

JOURNAL = frozenset(
    "journal transactions annals archives letters zeitschrift revue rivista revista magazine quarterly".split()
)
"""Words of a container that is a journal's."""

_PERIODICAL = JOURNAL | {"j", "international", "trans", "ann", "arch", "lett"}

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
    if {_kind(a), _kind(b)} == {"meeting", "journal"} or _journal_of(a, b):
        return Finding(KINDS, "one was given at a meeting, the other is in a journal")
    return _acronyms(a, b) or Finding(_different(a, b), f"in {_name(a)} and in {_name(b)}")


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


def _journal_of(a: Record, b: Record) -> bool:
    """Whether one is the journal that is named after what the other is: "VLDB" and "VLDB J."."""
    journals = [bool(_PERIODICAL.intersection(record.container_words)) for record in (a, b)]
    if journals[0] == journals[1]:
        return False
    one, other = (tuple(w for w in r.container_words if w not in _PERIODICAL and w not in PASSED_OVER) for r in (a, b))
    return _abbreviated(one, other) or any(
        len(short) == 1 and short[0] in long for short, long in ((one, other), (other, one))
    )


def _acronyms(a: Record, b: Record) -> Finding | None:
    """What it means that one is named by an acronym ("SIGMOD Conference"), the other by another one or by words."""
    if a.volume and b.volume:
        return None
    one, other = (_acronym(record) for record in (a, b))
    names = f"{_name(a)} and {_name(b)}"
    if one and other:
        return None if one == other else Finding(ACRONYMS, f"in {_name(a)} and in {_name(b)}")
    if not (one or other):
        return None
    acronym, words = (one, b.container.split()) if one else (other, a.container.split())
    if _stands_for(acronym, words) or _stands_for(acronym.removeprefix(OF_A_GROUP), words):
        return Finding(FITS, f"{names} may be one title")
    return Finding(UNKNOWN, f"in {_name(a)} and in {_name(b)}")


OF_A_GROUP = "sig"
"""How the acronyms of special interest groups begin, which their meetings' names leave out."""


def _acronym(record: Record) -> str:
    """The acronym that alone names a container; none where words do, or several acronyms."""
    words = [word.strip("'’(),.") for word in _name(record).split()]
    named = [word for word in words if fold(word) not in AROUND and not word.isdecimal()]
    found = fold(named[0]) if len(named) == 1 and is_acronym(named[0]) else ""
    return found if len(found) > 2 else ""


AROUND = MEETING | {
    "record",
    "proc",
    "proceedings",
    "conf",
    "annual",
    "international",
    "acm",
    "ieee",
    "in",
    "of",
    "the",
}
"""What stands around the name of a meeting."""


def _stands_for(acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym is made of first letters of words, in order; what stands around a name may count or not."""
    reached = {0}
    for word in words:
        taken = {at + n for at in reached for n in range(1, MOST_LETTERS + 1) if acronym[at : at + n] == word[:n]}
        reached = taken | (reached if word in AROUND or word in PASSED_OVER else set())
    return len(acronym) > 1 and len(acronym) in reached


MOST_LETTERS = 3
"""How many letters of a word go into an acronym at most."""


def _kind(record: Record) -> str:
    words = record.container_words
    if not MEETING.isdisjoint(words):
        return "meeting"
    return "journal" if not JOURNAL.isdisjoint(words) else ""

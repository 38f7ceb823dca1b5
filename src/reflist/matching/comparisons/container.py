"""Comparing containers: the same journal, book or proceedings, or different ones."""

from rapidfuzz import fuzz

from reflist.matching.folding import in_other_scripts
from reflist.matching.levels import Finding, Level
from reflist.matching.meetings import ABBREVIATED as ABBREVIATED_MEETING
from reflist.matching.meetings import MEETING, Meeting, fits, read_meeting, same_meeting
from reflist.matching.people import SKIPPED, abbreviates, same_words
from reflist.matching.record import Record

SAME = Level("same", 2)
ABBREVIATED = Level("abbreviated", 2)
DIFFERENT = Level("different", -5)
FITS = Level("an acronym of the other", 1)
GROUP = Level("a group's meeting and its periodical", -1)
PUBLISHER = Level("a publisher in place of a container", 0)
UNNAMED = Level("a meeting without a name", 0)
SERIES = Level("a series in place of a meeting", 0)
INFERRED = Level("a meeting and apparently a journal", -5)
ACRONYMS = Level("different acronyms", -7)
VOLUMES = Level("volumes of different journals", -9)
BOOKS = Level("different books", -7)
KINDS = Level("a meeting and a journal", -11)

JOURNAL = frozenset(
    "journal transactions annals archives letters zeitschrift revue rivista revista magazine quarterly".split()
)
"""Words that mark a container as a journal."""

SOCIETIES = frozenset("acm ieee siam usenix aaai iee ifip".split())
"""Societies whose name some lists leave out before the name of a meeting or journal."""

_PERIODICAL = JOURNAL | {"j", "international", "trans", "ann", "arch", "lett"}

PUBLISHING = frozenset(
    """press publishers publisher publishing publications verlag kaufmann springer wiley kluwer elsevier wesley prentice
    mcgraw wadsworth birkhauser plenum erlbaum benjamin""".split()
)
"""Words of publishers' names, which some lists print in place of a container."""

NO_PUBLISHER = (
    JOURNAL | MEETING | frozenset("journals review bulletin news newspaper free proc conf lecture notes series".split())
)
"""Words that are in names of containers but not of publishers."""

SERIES_OF_MEETINGS = ("lecture notes in", "lncs", "lnai", "ceur workshop")
"""Beginnings of series that publish proceedings of many meetings and may be given in place of any of them."""

LONGEST_PUBLISHER = 8
"""The most words of a publisher's name and place."""

ALIKE = 88
"""The least similarity (0 to 100) of two titles of the same container."""

SHORTEST_ALIKE = 8
"""The fewest letters for that test: in an acronym, one other letter makes another journal."""


SHORTEST_NAME = 2
"""This many letters are too few for a name, and this many words for an abbreviated one."""

TOO_SHORT = (0, 2)
"""Names of this many words are found in others by chance, while a single word may be an acronym."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the containers are the same, by name or abbreviation."""
    if not a.container or not b.container:
        return None
    if a.container == b.container or a.squeezed_container == b.squeezed_container:
        return Finding(SAME, f"both in {_name(a)}")
    if (
        _one_names_both(a, b)
        or _one_is_more(a, b)
        or _but_for_society(a, b)
        or _abbreviated(a.container_words, b.container_words)
    ):
        return Finding(ABBREVIATED, f"{_name(a)} and {_name(b)} are the same title")
    shorter = min(len(a.squeezed_container), len(b.squeezed_container))
    if shorter >= SHORTEST_ALIKE and fuzz.ratio(a.squeezed_container, b.squeezed_container) >= ALIKE:
        return Finding(SAME, f"both in {_name(a)}")
    if _is_publisher(a) or _is_publisher(b):
        return Finding(PUBLISHER, "one has a publisher in place of its journal, book or meeting")
    if _is_series(a) or _is_series(b):
        return Finding(SERIES, "one has a series of proceedings in place of its meeting")
    if in_other_scripts(a.container, b.container):
        return None
    if {_kind(a), _kind(b)} == {"meeting", "journal"} or _journal_of(a, b):
        return Finding(KINDS, "one was presented at a meeting, the other is in a journal")
    return _meetings(a, b) or Finding(_different(a, b), f"in {_name(a)} and in {_name(b)}")


def _different(a: Record, b: Record) -> Level:
    if a.type == b.type == "chapter":
        return BOOKS
    return VOLUMES if a.volume and b.volume else DIFFERENT


def _name(record: Record) -> str:
    return record.printed_container


def _one_names_both(a: Record, b: Record) -> bool:
    """Whether the title of one is a part of the other, with a subtitle, a place or a parallel title.

    It may be abbreviated if it has several words.
    """
    for one, other in ((a.container_titles, b.container_titles), (b.container_titles, a.container_titles)):
        if not one or len("".join(one[0])) <= SHORTEST_NAME:
            continue
        if one[0] in other or (len(one[0]) > SHORTEST_NAME and any(same_words(one[0], part) for part in other[1:])):
            return True
    return False


def _but_for_society(a: Record, b: Record) -> bool:
    """Whether the two differ only in a society before one of them: "ACM Bins" and "Bins"."""
    short, long = sorted((a.container_words, b.container_words), key=len)
    return long[:1] != short[:1] and long[0] in SOCIETIES and len(long) > 1 and same_words(short, long[1:])


def _one_is_more(a: Record, b: Record) -> bool:
    """Whether one title begins with the other, followed by a place, a parallel title or a supplement.

    Not if the addition makes it the name of a journal: "VLDB" is a meeting, "VLDB Journal" is not.
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
    few, many = sorted((one, other), key=len)
    if len(few) > 1 and same_words(few, many[: len(few)]):
        return True
    if len(short) == 1:
        return abbreviates(short[0], long)
    return same_words(short[:-1], long[: len(short) - 1]) and abbreviates(short[-1], long[len(short) - 1 :])


def _journal_of(a: Record, b: Record) -> bool:
    """Whether one is a journal named after the other: "VLDB J." and "VLDB"."""
    journals = [_kind(r) != "meeting" and bool(_PERIODICAL.intersection(r.container_words)) for r in (a, b)]
    if journals[0] == journals[1] or fits(read_meeting(_name(a)), read_meeting(_name(b))):
        return False
    one, other = (tuple(w for w in r.container_words if w not in _PERIODICAL and w not in SKIPPED) for r in (a, b))
    return _abbreviated(one, other) or _stands_in(one, other) or _stands_in(other, one)


def _stands_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name, an acronym or at least three words, is contained in the other."""
    places = range(len(long) - len(short) + 1)
    return len(short) not in TOO_SHORT and any(long[at : at + len(short)] == short for at in places)


def _meetings(a: Record, b: Record) -> Finding | None:
    """Compare names of meetings: the same, a fitting acronym, another acronym, or no information."""
    one, other = read_meeting(_name(a)), read_meeting(_name(b))
    if a.volume and b.volume:
        return Finding(FITS, f"{_name(a)} and {_name(b)} may be the same title") if fits(one, other) else None
    if not (one.is_meeting or other.is_meeting or one.acronyms or other.acronyms):
        lower = fits(one, other) and (_name(a).islower() or _name(b).islower())
        return Finding(FITS, f"{_name(a)} and {_name(b)} may be the same title") if lower else None
    if not one.core or not other.core:
        return Finding(UNNAMED, "one of them does not name its meeting")
    if same_meeting(one, other) or fits(one, other):
        if _in_journal(a, one, b, other):
            return Finding(INFERRED, "one was presented at a meeting, the other seems to be in a journal")
        if one.is_periodical != other.is_periodical:
            return Finding(GROUP, f"{_name(a)} and {_name(b)} belong to the same group")
        if same_meeting(one, other):
            return Finding(ABBREVIATED, f"{_name(a)} and {_name(b)} are the same title")
        return Finding(FITS, f"{_name(a)} and {_name(b)} may be the same title")
    named = [meeting.acronym in meeting.acronyms for meeting in (one, other)]
    if all(named) or (named[0] and _is_no_acronym(b, other)) or (named[1] and _is_no_acronym(a, one)):
        return Finding(ACRONYMS, f"in {_name(a)} and in {_name(b)}")
    return None


def _is_no_acronym(record: Record, meeting: Meeting) -> bool:
    """Whether it is a meeting or a journal under its full name, which an acronym of the other must fit."""
    return meeting.is_meeting or not _PERIODICAL.isdisjoint(record.container_words)


def _in_journal(a: Record, one: Meeting, b: Record, other: Meeting) -> bool:
    """Whether one is called a meeting, and the other has a volume, like a journal of the same name."""
    return (one.is_meeting and bool(b.volume) and not other.is_meeting) or (
        other.is_meeting and bool(a.volume) and not one.is_meeting
    )


def _is_publisher(record: Record) -> bool:
    """Whether a publisher, perhaps with its place, is given in place of the container."""
    words = record.container.split()
    return len(words) <= LONGEST_PUBLISHER and not PUBLISHING.isdisjoint(words) and NO_PUBLISHER.isdisjoint(words)


def _is_series(record: Record) -> bool:
    """Whether a series of proceedings is given in place of the meeting."""
    return record.container.startswith(SERIES_OF_MEETINGS)


def _kind(record: Record) -> str:
    words = record.container_words
    if not MEETING.isdisjoint(words):
        return "meeting"
    if not JOURNAL.isdisjoint(words) or "trans" in words:
        return "journal"
    return "meeting" if not ABBREVIATED_MEETING.isdisjoint(words) and read_meeting(_name(record)).acronym else ""

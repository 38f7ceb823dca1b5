"""Names of meetings as lists print them: "SIGMOD Conference", "In Proc. ACM SIGMOD Conf. on Management of Data"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from reflist.grammar.institutions import is_acronym
from reflist.matching.folding import SMALL_WORDS, fold
from reflist.matching.people import PASSED_OVER, same_words
from reflist.matching.titles import numeral
from reflist.value import remembered

MEETING = frozenset("conference proceedings symposium workshop congress meeting tagung kongress".split())
"""Words of a container that is a meeting."""

ABBREVIATED = frozenset("proc procs conf confer symp colloquium colloq wkshp workshops".split())
"""The same, as lists print them; a journal of an academy's proceedings has them too."""

PERIODICAL = frozenset("record rec notices bulletin bull newsletter news".split())
"""What the periodical of a group is called, which may print its meeting's proceedings."""

AROUND = (
    MEETING
    | ABBREVIATED
    | PERIODICAL
    | frozenset(
        """in of the on annual annu ann international intl int intern joint acm ieee usenix siam advances adv st nd rd
        th eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        thirtieth""".split()
    )
)
"""What stands around the name of a meeting and may be left out."""

NAMED_OTHERWISE = {
    "aaai": ("national", "artificial", "intelligence"),
    "ijcai": ("joint", "artificial", "intelligence"),
    "kdd": ("knowledge", "discovery"),
    "ecml": ("european", "machine", "learning"),
    "sigmod": ("management", "data"),
    "sigkdd": ("knowledge", "discovery"),
    "sigir": ("information", "retrieval"),
    "ismb": ("intelligent", "systems", "molecular", "biology"),
}
"""Meetings whose acronym is not made of the words of their name, or of few of them, and the words that name them."""

OF_A_GROUP = "sig"
"""How the acronyms of special interest groups begin, which their meetings' names leave out."""

OF_A_JOURNAL = "j"
"""How the acronyms of journals end whose names leave it out: the ``MLJ`` is called "Machine Learning"."""

MOST_LETTERS = 3
"""How many letters of a word go into an acronym at most."""

SHORTEST, LONGEST = 3, 8
"""How many letters an acronym has."""

SHOUTED = 4
"""From how many words on a name that is all in capitals is no row of acronyms."""

OF_SMALL_WORDS = frozenset("aof")
"""Letters of an acronym that may be a small word's, which abbreviations leave out: ``TODS``, "Trans. Data Syst."."""

LEAST_FITTING = 2
"""Of how many letters the words of a name that breaks off are at least."""

ALIKE = 88
"""How alike (0 to 100) two names of one meeting are at least."""

_WORDS = re.compile(r"[\w&]+")
_WITH_YEAR = re.compile(r"\b([A-Za-z]{3,8})(\d\d)\b")
"""An acronym and the year of the meeting, in one: "ICDE99"."""


class Meeting(NamedTuple):
    """A container as the name of a meeting: all its words, those that name it, its acronyms, whether it says it is.

    One that ``breaks_off`` says so with an ellipsis.
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    acronyms: frozenset[str]
    is_meeting: bool
    breaks_off: bool = False

    @property
    def is_periodical(self) -> bool:
        """Whether it is what a group prints, not a meeting."""
        return not self.is_meeting and not PERIODICAL.isdisjoint(self.words)

    @property
    def acronym(self) -> str:
        """What alone names the meeting and may be an acronym; nothing where several words name it."""
        return self.core[0] if len(self.core) == 1 and SHORTEST <= len(self.core[0]) <= LONGEST else ""


def _read(printed: str) -> Meeting:
    printed = _WITH_YEAR.sub(r"\1 \2", printed)
    words = tuple(fold(printed).split())
    around = AROUND.union(SMALL_WORDS)
    core = tuple(word for word in words if word not in around and not numeral(word) and not word.isdecimal())
    capitals = [word for word in _WORDS.findall(printed) if len(word) >= SHORTEST and is_acronym(word)]
    acronyms = frozenset(map(fold, capitals)) if len(words) < SHOUTED or not printed.isupper() else frozenset[str]()
    acronyms |= {one.removeprefix(OF_A_GROUP) for one in acronyms if len(one) >= len(OF_A_GROUP) + SHORTEST}
    is_meeting = not MEETING.isdisjoint(words) or not ABBREVIATED.isdisjoint(words)
    breaks_off = printed.rstrip(" ,").endswith(("…", "..."))
    return Meeting(words, core, acronyms.difference(AROUND), is_meeting, breaks_off)


read_meeting = remembered(_read, 20_000)
"""The name of a container, read as a meeting's."""


def same_meeting(one: Meeting, other: Meeting) -> bool:
    """Whether two names are one meeting's: the same words or acronym, or one has more of the same.

    >>> names = "Proc. 5th VLDB Conf.", "Very Large Data Bases (VLDB)", "SIGMOD Conference"
    >>> first, second, third = map(read_meeting, names)
    >>> same_meeting(first, second), same_meeting(first, third)
    (True, False)
    """
    short, long = sorted((one.core, other.core), key=lambda core: len("".join(core)))
    if not one.acronyms.isdisjoint(other.acronyms) or (short and short == long):
        return True
    if len(short) > 1 and (set(short) <= set(long) or same_words(short, long[: len(short)])):
        return True
    return bool(short) and fuzz.ratio("".join(short), "".join(long)) >= ALIKE


def fits(one: Meeting, other: Meeting) -> bool:
    """Whether the acronym that names one is made of the words of the other, in either direction."""
    return _named_otherwise(one, other) or any(
        _fits(x.acronym, [word for word in y.words if word not in y.acronyms], y.breaks_off)
        for x, y in ((one, other), (other, one))
    )


def _named_otherwise(one: Meeting, other: Meeting) -> bool:
    """Whether one goes by its acronym, the other by the name behind it."""
    named = ((NAMED_OTHERWISE.get(x.acronym), y.words) for x, y in ((one, other), (other, one)))
    return any(words and set(words) <= set(others) for words, others in named)


def _fits(acronym: str, words: Sequence[str], cut: bool) -> bool:
    shorter = {acronym.removeprefix(OF_A_GROUP), acronym.removesuffix(OF_A_JOURNAL)}
    return bool(acronym) and any(_stands_for(one, words, cut) for one in (acronym, *sorted(shorter - {acronym})))


def _stands_for(acronym: str, words: Sequence[str], cut: bool) -> bool:
    """Whether an acronym is made of first letters of words, in order; what stands around a name may count or not.

    Of words that are ``cut`` off its beginning is made.
    """
    reached = {0}
    for word in words[:MOST_WORDS]:
        before = reached | {at + 1 for at in reached if at and acronym[at : at + 1] in OF_SMALL_WORDS}
        taken = {at + n for at in before for n in range(1, MOST_LETTERS + 1) if _gives(word, acronym[at : at + n])}
        reached = taken | (reached if word in AROUND or word in PASSED_OVER or numeral(word) else set())
    return len(acronym) > 1 and (len(acronym) in reached or (cut and max(reached, default=0) >= LEAST_FITTING))


def _gives(word: str, letters: str) -> bool:
    """Whether letters of an acronym are a word's, its first and others in order: ``db`` of "database"."""
    rest = iter(word[1:])
    return word[:1] == letters[:1] and all(letter in rest for letter in letters[1:])


MOST_WORDS = 30
"""How many words of a name are looked at."""

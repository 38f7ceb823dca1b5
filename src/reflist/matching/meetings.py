"""Names of meetings as lists print them: "SIGMOD Conference", "In Proc. ACM SIGMOD Conf. on Management of Data"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from reflist.grammar.institutions import is_acronym
from reflist.matching.folding import SMALL_WORDS, fold
from reflist.matching.people import SKIPPED, same_words
from reflist.matching.titles import numeral
from reflist.value import remembered

MEETING = frozenset("conference proceedings symposium workshop congress meeting tagung kongress".split())
"""Words that mark a container as a meeting."""

ABBREVIATED = frozenset("proc procs conf confer symp colloquium colloq wkshp workshops".split())
"""The same words abbreviated; they also occur in journals named after an academy's proceedings."""

PERIODICAL = frozenset("record rec notices bulletin bull newsletter news".split())
"""Words that name a group's periodical, which may print the proceedings of its meeting."""

OPTIONAL_WORDS = (
    MEETING
    | ABBREVIATED
    | PERIODICAL
    | frozenset(
        """in of the on annual annu ann international intl int intern joint acm ieee usenix siam advances adv st nd rd
        th eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        thirtieth""".split()
    )
)
"""Words around the name of a meeting that may be left out."""

IRREGULAR_ACRONYMS = {
    "aaai": ("national", "artificial", "intelligence"),
    "ijcai": ("joint", "artificial", "intelligence"),
    "kdd": ("knowledge", "discovery"),
    "ecml": ("european", "machine", "learning"),
    "sigmod": ("management", "data"),
    "sigkdd": ("knowledge", "discovery"),
    "sigir": ("information", "retrieval"),
    "ismb": ("intelligent", "systems", "molecular", "biology"),
}
"""Meetings whose acronym does not follow from their name, with the words that identify the name."""

OF_A_GROUP = "sig"
"""The beginning of acronyms of special interest groups; the full names of their meetings leave it out."""

OF_A_JOURNAL = "j"
"""The last letter of acronyms of journals whose full name has no "Journal": ``MLJ`` for "Machine Learning"."""

MOST_LETTERS = 3
"""The most letters that one word contributes to an acronym."""

SHORTEST, LONGEST = 3, 8
"""The fewest and the most letters of an acronym."""

ALL_CAPITALS = 4
"""In a name of at least this many words, all in capitals, no word is taken for an acronym."""

OF_SMALL_WORDS = frozenset("aof")
"""Letters of an acronym that may be from small words, which abbreviations leave out: ``TODS``, "Trans. Data Syst."."""

LEAST_FITTING = 2
"""How many letters of an acronym the words of a truncated name must account for."""

ALIKE = 88
"""The least similarity (0 to 100) of two names of the same meeting."""

_WORDS = re.compile(r"[\w&]+")
_WITH_YEAR = re.compile(r"\b([A-Za-z]{3,8})(\d\d)\b")
"""An acronym joined with the year of the meeting: "ICDE99"."""


class Meeting(NamedTuple):
    """A container as the name of a meeting: all words, the identifying ones, acronyms, whether it is called a meeting.

    ``is_truncated``: whether an ellipsis shows that the name is truncated.
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    acronyms: frozenset[str]
    is_meeting: bool
    is_truncated: bool = False

    @property
    def is_periodical(self) -> bool:
        """Whether it is a group's periodical, not a meeting."""
        return not self.is_meeting and not PERIODICAL.isdisjoint(self.words)

    @property
    def acronym(self) -> str:
        """The only identifying word, if it is as long as an acronym; empty if there are several."""
        return self.core[0] if len(self.core) == 1 and SHORTEST <= len(self.core[0]) <= LONGEST else ""


def _read(printed: str) -> Meeting:
    printed = _WITH_YEAR.sub(r"\1 \2", printed)
    words = tuple(fold(printed).split())
    around = OPTIONAL_WORDS.union(SMALL_WORDS)
    core = tuple(word for word in words if word not in around and not numeral(word) and not word.isdecimal())
    capitals = [word for word in _WORDS.findall(printed) if len(word) >= SHORTEST and is_acronym(word)]
    acronyms = (
        frozenset(map(fold, capitals)) if len(words) < ALL_CAPITALS or not printed.isupper() else frozenset[str]()
    )
    acronyms |= {one.removeprefix(OF_A_GROUP) for one in acronyms if len(one) >= len(OF_A_GROUP) + SHORTEST}
    is_meeting = not MEETING.isdisjoint(words) or not ABBREVIATED.isdisjoint(words)
    is_truncated = printed.rstrip(" ,").endswith(("…", "..."))
    return Meeting(words, core, acronyms.difference(OPTIONAL_WORDS), is_meeting, is_truncated)


read_meeting = remembered(_read, 20_000)
"""Reads the name of a container as a meeting's; cached."""


def same_meeting(one: Meeting, other: Meeting) -> bool:
    """Whether two names are of the same meeting: same words or acronym, or the words of one are among the other's.

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
    """Whether the acronym that identifies one is formed from the words of the other, in either direction."""
    return _is_irregular(one, other) or any(
        _fits(x.acronym, [word for word in y.words if word not in y.acronyms], y.is_truncated)
        for x, y in ((one, other), (other, one))
    )


def _is_irregular(one: Meeting, other: Meeting) -> bool:
    """Whether one is a known acronym and the other the full name for which it stands."""
    named = ((IRREGULAR_ACRONYMS.get(x.acronym), y.words) for x, y in ((one, other), (other, one)))
    return any(words and set(words) <= set(others) for words, others in named)


def _fits(acronym: str, words: Sequence[str], cut: bool) -> bool:
    shorter = {acronym.removeprefix(OF_A_GROUP), acronym.removesuffix(OF_A_JOURNAL)}
    return bool(acronym) and any(_stands_for(one, words, cut) for one in (acronym, *sorted(shorter - {acronym})))


def _stands_for(acronym: str, words: Sequence[str], cut: bool) -> bool:
    """Whether an acronym is formed from initial letters of words, in order; words around a name may be skipped.

    If the words are ``cut``, the beginning of the acronym is enough.
    """
    reached = {0}
    for word in words[:MOST_WORDS]:
        before = reached | {at + 1 for at in reached if at and acronym[at : at + 1] in OF_SMALL_WORDS}
        taken = {at + n for at in before for n in range(1, MOST_LETTERS + 1) if _gives(word, acronym[at : at + n])}
        reached = taken | (reached if word in OPTIONAL_WORDS or word in SKIPPED or numeral(word) else set())
    return len(acronym) > 1 and (len(acronym) in reached or (cut and max(reached, default=0) >= LEAST_FITTING))


def _gives(word: str, letters: str) -> bool:
    """Whether letters of an acronym come from a word: its first letter and others in order: ``db`` from "database"."""
    rest = iter(word[1:])
    return word[:1] == letters[:1] and all(letter in rest for letter in letters[1:])


MOST_WORDS = 30
"""How many words of a name are used."""

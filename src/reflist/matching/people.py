"""The names of a record as comparisons look at them: surnames, initials, institutions and their acronyms."""

from typing import NamedTuple

from reflist.grammar.institutions import is_acronym
from reflist.matching.folding import fold, folded, squeezed
from reflist.model import Name

NOBODY = frozenset("anonymous anon unknown nn noauthor noauthorlisted etal".split())
"""What databases write where there is no author."""

LOST = frozenset("?\N{REPLACEMENT CHARACTER}")
"""What stands for a letter that a program did not know."""

PASSED_OVER = frozenset(
    "of for the and on in to a an at de des du la le les der die das und für von del y e et".split()
)
"""Words that an acronym may or may not count."""


class Person(NamedTuple):
    """One name: the surname (an institution's whole name) folded and squeezed, initials, words, known acronyms.

    One that is ``damaged`` has lost letters on its way through a program that did not know them (``N?rv?g``).
    """

    surname: str
    initials: str
    is_institution: bool
    words: tuple[str, ...]
    acronyms: frozenset[str]
    damaged: bool = False


def person(name: Name) -> Person | None:
    """The name as it is compared; None for one that stands for nobody."""
    words = tuple(folded(name.literal or (name.surname if name.non_dropping_particle else name.family)).split())
    surname = "".join(words)
    if not surname or surname in NOBODY:
        return None
    if not name.literal:
        initials = "".join(word[0] for word in folded(name.given).split())
        damaged = not LOST.isdisjoint(name.family)
        return Person(surname, initials, False, words, frozenset(), damaged)
    acronyms = {squeezed(fold(name.acronym))} if name.acronym else set()
    if len(words) == 1 and is_acronym(name.literal):
        acronyms.add(surname)
    return Person(surname, "", True, words, frozenset(acronyms))


def people(names: tuple[Name, ...]) -> tuple[Person, ...]:
    """Those of the names that say who it was."""
    return tuple(one for name in names if (one := person(name)))


def same_institution(one: Person, other: Person) -> bool:
    """Whether two institutions are one: the same name, the same acronym, or one is the acronym of the other.

    >>> health = person(Name(literal="Department of Health"))
    >>> [same_institution(health, person(Name(literal=name))) for name in ("DoH", "Dept of Health", "HM Treasury")]
    [True, True, False]
    """
    if one.surname == other.surname or one.acronyms & other.acronyms:
        return True
    if any(abbreviates(acronym, other.words) for acronym in one.acronyms):
        return True
    if any(abbreviates(acronym, one.words) for acronym in other.acronyms):
        return True
    return same_words(_counted(one.words), _counted(other.words))


def abbreviates(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym is made of the initials of the words; the small words may count or not.

    >>> abbreviates("dfes", ("department", "for", "education", "and", "skills")), abbreviates("doh", ("home", "office"))
    (True, False)
    """
    if len(words) < 2 or len(acronym) < 2:
        return False
    reached = {0}
    for word in words:
        taken = {at + 1 for at in reached if acronym[at : at + 1] == word[0]}
        reached = taken | (reached if word in PASSED_OVER else set())
    return len(acronym) in reached


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have the same words in order, some of them cut short: ``dept``, ``j``."""
    return len(one) == len(other) and all(map(shortens, one, other))


def shortens(one: str, other: str) -> bool:
    """Whether one of two words abbreviates the other: as its beginning, or as some of its letters in order."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    if len(short) < 3 or short[0] != long[0] or (short[1] != long[1] and (len(short) < 4 or short[-1] != long[-1])):
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _counted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in PASSED_OVER)

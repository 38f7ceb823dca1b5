"""Comparing authors (editors, if there are no authors)."""

from rapidfuzz import fuzz

from reflist.matching.folding import exchanged, in_other_scripts, looks_like
from reflist.matching.levels import Finding, Level
from reflist.matching.people import Person, same_institution
from reflist.matching.record import Record

SAME_SEVERAL = Level("same, several", 6)
SAME_ONE = Level("same", 4)
FIRST = Level("same first", 3)
SAME_REORDERED = Level("same, in another order", 6)
REARRANGED = Level("written differently", 4)
SEVERAL_OF = Level("several, all in the longer list", 5)
ONE_OF = Level("one of several", 2)
MOST_OF = Level("most, in another order", 2)
IN_TITLE = Level("beside the title in one", 3)
SOME = Level("some", -1)
MAY_BE_SWAPPED = Level("a single one, perhaps with swapped parts", 0)
SCRIPTS = Level("in different scripts", 0)
INITIALS = Level("different initials", -4)
BODIES = Level("different institutions", -3)
PERSON_OR_BODY = Level("a person and an institution", -4)
DIFFERENT = Level("different", -7)

MISPRINTED = 86
"""The least similarity (0 to 100) of surnames that differ by a misprint."""

DAMAGED = 70
"""The same if letters are lost in one of them."""

MOST_COMPARED = 30
"""The most names of each list that are compared one by one."""

FULL = 2
"""The number of words in a name of initials and a surname, and the most initials in it."""

LONG_NAME = 4
"""The fewest letters of a surname that may be a part of another."""

MOST = 0.75
HALF = 0.5
"""Shares of the shorter list's words that must be in the longer one."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the names agree: all, only the first, written differently, or not at all.

    If one record has authors and the other only editors, a disagreement counts for nothing.
    """
    if not a.people or not b.people:
        return _in_title(a, b) or _in_title(b, a)
    finding = _compared(a, b)
    are_of_one_sort = ("author" in a.reference) == ("author" in b.reference)
    return finding if finding.level.weight > 0 or are_of_one_sort else None


def _compared(a: Record, b: Record) -> Finding:
    one, other = a.people[0], b.people[0]
    if one.is_institution and other.is_institution:
        return _institutions(a.people, b.people)
    if same_surname(one, other) and not (one.is_institution or other.is_institution):
        if not same_initials(one, other):
            return _rearranged(a, b) or Finding(INITIALS, "the same surname with different initials")
        return _lists(a.people, b.people)
    if _is_swapped(one, other) or _is_swapped(other, one) or _are_swapped(a.people, b.people):
        return Finding(REARRANGED, "the same names, written differently")
    if one.is_institution != other.is_institution:
        if one.surname == other.surname or _is_whole(one, other) or _is_whole(other, one):
            return Finding(REARRANGED, "the same name, written differently")
        return (
            _among(a.people, b.people)
            or _rearranged(a, b)
            or Finding(PERSON_OR_BODY, "a person in one, an institution in the other")
        )
    return (
        _reordered(a.people, b.people)
        or _among(a.people, b.people)
        or _rearranged(a, b)
        or _most(a.people, b.people)
        or _may_be_swapped(a.people, b.people)
        or _unreadable(one, other)
        or Finding(DIFFERENT, "different authors")
    )


def _in_title(a: Record, b: Record) -> Finding | None:
    """A record without authors whose title contains the other's first author, while the other's title does not."""
    if a.people or not b.people:
        return None
    words = b.people[0].words
    if words and set(words).issubset(a.title.words) and set(words).isdisjoint(b.title.words):
        return Finding(IN_TITLE, "the author of one is named beside the title of the other")
    return None


def same_surname(one: Person, other: Person) -> bool:
    """Whether two surnames are the same, with a misprint if they are long enough, or one is a part of the other.

    The latter because one of two surnames may be left out, or a second given name be taken for a first surname.
    """
    if one.surname == other.surname:
        return True
    if one.damaged or other.damaged:
        return min(len(one.surname), len(other.surname)) > 1 and fuzz.ratio(one.surname, other.surname) >= DAMAGED
    short, long = sorted((one, other), key=lambda person: len(person.words))
    if len(short.words) < len(long.words) and len(short.surname) >= LONG_NAME and not one.is_institution:
        return short.words in (long.words[: len(short.words)], long.words[-len(short.words) :])
    least = min(len(one.surname), len(other.surname))
    if least > 4 and (fuzz.ratio(one.surname, other.surname) >= MISPRINTED or exchanged(one.surname, other.surname)):
        return True
    return least > 2 and one.surname[0] == other.surname[0] and looks_like(one.surname, other.surname)


def same_initials(one: Person, other: Person) -> bool:
    """Whether the initials do not contradict each other; missing or lost ones never do."""
    for at, (x, y) in enumerate(zip(one.initials, other.initials, strict=False)):
        if x != y and "?" not in (x, y) and (at or (x not in other.others and y not in one.others)):
            return False
    return True


def _institutions(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding:
    if any(same_institution(x, y) for x in one for y in other if x.is_institution and y.is_institution):
        return Finding(SAME_ONE, "the same institution")
    return Finding(BODIES, "different institutions")


def _lists(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding:
    if len(one) == len(other) and all(map(same_surname, one[1:], other[1:])):
        return Finding(SAME_SEVERAL, "the same authors") if len(one) > 1 else Finding(SAME_ONE, "the same author")
    return _reordered(one, other) or _beginning(one, other) or Finding(FIRST, "the same first author")


def _beginning(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding | None:
    """Whether the longer list begins with all authors of the shorter one, two or more."""
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and all(map(same_surname, short, long)):
        return Finding(SEVERAL_OF, "the same authors, as far as one record lists them")
    return None


def _among(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding | None:
    """Whether all authors of the shorter list are somewhere in the longer one."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long) or len(short) > MOST_COMPARED:
        return None
    if all(any(_same_person(x, y) for y in long[:MOST_COMPARED]) for x in short):
        return Finding(SEVERAL_OF if len(short) > 1 else ONE_OF, "authors of one are among those of the other")
    return None


def _most(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding | None:
    """Whether more than half of the shorter list, and at least two authors, are in the longer one."""
    short, long = sorted((one, other), key=len)
    shared = sum(any(_same_person(x, y) for y in long[:MOST_COMPARED]) for x in short[:MOST_COMPARED])
    if shared > 1 and shared > min(len(short), MOST_COMPARED) * HALF:
        return Finding(MOST_OF, "most of the authors, in another order")
    return None


def _same_person(one: Person, other: Person) -> bool:
    """Whether two names are the same, in parts or as a whole."""
    return (same_surname(one, other) and same_initials(one, other)) or _is_whole(one, other) or _is_whole(other, one)


def _is_swapped(one: Person, other: Person) -> bool:
    """Whether given name and surname are swapped in one of two names, perhaps with one as an initial."""
    return (
        len(one.given) > 1
        and one.given == other.surname
        and bool(other.initials)
        and one.surname.startswith(other.given if len(other.given) > len(other.initials) else other.initials[0])
    )


def _is_whole(one: Person, other: Person) -> bool:
    """Whether one is a whole name made of the other's initials and surname: ``AB Doe``, ``Doe MD``."""
    if not one.is_institution or len(one.words) != FULL or other.surname not in one.words:
        return False
    initials = one.words[one.words[0] == other.surname]
    return other.initials[:1] == initials[:1] and len(initials) <= FULL


def _are_swapped(one: tuple[Person, ...], other: tuple[Person, ...]) -> bool:
    """Whether all surnames of one list may be initials in the other: "Wang, L.; Li, Q." and "Li, W.; Qi, L."."""
    return 1 < len(one) == len(other) <= MOST_COMPARED and all(map(_initials_are_swapped, one, other))


def _initials_are_swapped(one: Person, other: Person) -> bool:
    """Whether each surname begins with the other's initial: "Wang, L." and "Li, W."."""
    if one.is_institution or other.is_institution:
        return False
    return one.initials[:1] == other.surname[:1] and other.initials[:1] == one.surname[:1]


def _may_be_swapped(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding | None:
    """A single author whose surname may be an initial in the other; it counts for nothing."""
    if len(one) == len(other) == 1 and _initials_are_swapped(one[0], other[0]):
        return Finding(MAY_BE_SWAPPED, "perhaps the same name, its parts swapped")
    return None


def _unreadable(one: Person, other: Person) -> Finding | None:
    """Names in different scripts, which count for nothing."""
    return Finding(SCRIPTS, "names in different scripts") if in_other_scripts(one.surname, other.surname) else None


def _reordered(one: tuple[Person, ...], other: tuple[Person, ...]) -> Finding | None:
    """Whether both lists have the same people, two or more, in another order."""
    if not 1 < len(one) == len(other):
        return None
    left = {person.surname: person for person in other}
    missing = [person for person in one if left.pop(person.surname, None) is None]
    if len(missing) > MOST_COMPARED or not all(any(same_surname(x, y) for y in left.values()) for x in missing):
        return None
    return Finding(SAME_REORDERED, "the same authors in another order")


def _rearranged(a: Record, b: Record) -> Finding | None:
    """Whether names have the same words in another order or in other fields, as exports may write them."""
    shorter = min(len(a.name_words), len(b.name_words))
    shared = len(a.name_words & b.name_words)
    if shared > 1 and shared >= shorter * MOST:
        return Finding(REARRANGED, "the same names, written differently")
    if shared > 1 and shared >= shorter * HALF:
        return Finding(SOME, "some of the same names")
    return None

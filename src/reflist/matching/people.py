"""The names of a record as they are compared: surnames, initials, institutions and their acronyms."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reflist.grammar.institutions import is_acronym
from reflist.grammar.names import is_institutional, read_names
from reflist.matching.folding import fold, folded, squeezed
from reflist.model import Name
from reflist.value import remembered

NOBODY = frozenset(
    """anonymous anonymus anon unknown nn noauthor noauthorlisted noauthorslisted noauthorsgiven noauthorstated
    etal al others andothers""".split()
)
"""Placeholders that databases write for a missing author, or for further authors."""

LINKS = frozenset("and und et y e og och en with corporate".split())
"""Words between names in a list that were taken for the beginning of a name; "CORPORATE" is used by the ACM."""

SHORT_FOR = {
    "R": "bob bobby dick rob",
    "W": "bill billy",
    "M": "peggy molly",
    "A": "tony sandy sasha drew bert",
    "E": "betty beth liz lisa ned ted gene",
    "T": "ted",
    "C": "kate kathy katherine katharine kathryn kurt karl",
    "K": "catherine cathy curt carl",
    "J": "geoff geoffrey",
    "G": "jeff jeffrey jerry",
    "P": "filip",
    "F": "philip phil",
}
"""Given names by another initial that they may stand for, as short or variant forms of a name."""

LOST = frozenset("?\N{REPLACEMENT CHARACTER}")
"""Characters that replace a letter that a program could not represent."""

SKIPPED = frozenset("of for the and on in to a an at de des du la le les der die das und für von del y e et".split())
"""Words that an acronym may skip."""


MOST_OF_WORD = 0.6
"""Any letters of a word, in order, abbreviate it if they are more than this share: ``dtsch`` of "deutsche"."""

LONGEST_LIST = 2_000
"""The longest whole name, in characters, that is read as a list of names."""


class Person(NamedTuple):
    """One name: surname (or an institution's whole name) folded without spaces, initials, words, known acronyms.

    ``damaged``: whether letters were lost in a program that could not represent them (``N?rv?g``); a lost initial is a
    question mark. ``others``: what the first initial may also be, as R for Bob.
    """

    surname: str
    initials: str
    is_institution: bool
    words: tuple[str, ...]
    acronyms: frozenset[str]
    damaged: bool = False
    others: str = ""
    given: str = ""


def person(name: Name) -> Person | None:
    """The name in the form that is compared; None for a placeholder."""
    if not name.literal:
        return _cached_person(f"{name.surname if name.non_dropping_particle else name.family}{_BETWEEN}{name.given}")
    words = tuple(folded(name.literal).split())
    surname = "".join(words)
    if not surname or surname in NOBODY or surname.isdecimal():
        return None
    acronyms = {squeezed(fold(name.acronym))} if name.acronym else set()
    if len(words) == 1 and is_acronym(name.literal):
        acronyms.add(surname)
    return Person(surname, "", True, words, frozenset(acronyms))


def _person(printed: str) -> Person | None:
    """The person with a surname and a given name, given as one string with a separator."""
    family, _, given_names = printed.partition(_BETWEEN)
    words = tuple(folded(family).split())
    surname = "".join(words)
    if not surname or surname in NOBODY or surname.isdecimal() or (len(surname) == 1 and not given_names):
        return None
    given = _given(given_names)
    others = _OTHER_INITIALS.get(given[0], "") if given else ""
    initials = "".join([word[0] for word in given])
    return Person(surname, initials, False, words, _NONE, not LOST.isdisjoint(family), others, "".join(given))


_BETWEEN = "\0"

_cached_person = remembered(_person, 20_000)

_NONE: frozenset[str] = frozenset()

_OTHER_INITIALS = {
    name: "".join(initial.lower() for initial, names in SHORT_FOR.items() if name in names.split())
    for name in " ".join(SHORT_FOR.values()).split()
}


def _given(printed: str) -> list[str]:
    """The words of a given name, with a question mark for a lost initial."""
    if LOST.isdisjoint(printed):
        words = folded(printed).split()
    else:
        kept = (
            ("?" if word[0] in LOST else "") + folded("".join(c for c in word if c not in LOST))
            for word in printed.split()
        )
        words = [word for word in kept if word]
    if "".join(words) in NOBODY:  # "Doe, et al."
        return []
    is_joint = len(words) > 1 and words[0] in LINKS and (len(words[0]) > 1 or printed.split(maxsplit=1)[0] in LINKS)
    return words[1:] if is_joint else words


def people(names: tuple[Name, ...]) -> tuple[Person, ...]:
    """The names that identify somebody.

    A list that was taken for one name is read as a list. Initials that were taken for a separate name, as ``A. B.``
    after ``Doe``, are returned to the name before them.
    """
    if not all(name.family and name.given for name in names):
        names = tuple(_without_lists(names))
    return tuple([one for name in names if (one := person(name))])


def end_surnames(names: tuple[Name, ...]) -> tuple[str, ...]:
    """The first and last surname of `people`, found without reading the others; empty if the names need repair."""
    for name in names:
        if not name.family or not name.given or name.literal:
            return ()
    first, last = (_surname(one.surname if one.non_dropping_particle else one.family) for one in (names[0], names[-1]))
    return (first, last) if first and last else ()


def _folded_surname(printed: str) -> str:
    surname = squeezed(folded(printed))
    return "" if surname in NOBODY else surname


_surname = remembered(_folded_surname, 20_000)


def _listed(name: Name) -> tuple[Name, ...]:
    """The persons in a whole name that is in fact a list of persons, or one person; empty otherwise."""
    whole = name.literal or ("" if name.given else name.family)
    if not 0 < len(whole) <= LONGEST_LIST or name.acronym or not _LISTED.search(whole) or _DOTTED.fullmatch(whole):
        return ()
    whole = _OTHERS.sub("", _LABEL.sub("", whole)).replace("..", ".").strip(" ,;")
    if whole.islower():
        whole = whole.title().replace(" And ", " and ")
    if ";" not in whole and is_institutional(whole):
        return ()
    return read_names(whole).names


def _without_lists(names: tuple[Name, ...]) -> Iterator[Name]:
    before: Name | None = None
    for name in names:
        if listed := _listed(name):
            if before is not None:
                yield before
                before = None
            yield from listed
            continue
        bare = before is not None and before.family and not before.given
        if bare and before is not None and _INITIALS.fullmatch(f"{name.given} {name.family}"):
            before = before.replace(given=f"{name.given} {name.family}".strip())
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


_INITIALS = re.compile(r"\s*(?:(?:and\s+)?\w\.?[\s.\-]*){1,4}")
"""Initials alone, as a comma may have separated them from their name."""

_LISTED = re.compile(r"\b[^\W\d_]\.|\w[,;&]? [A-Z]{1,3}\.?(?:[,;]|$)|[,;] \w|\band\b|^[^A-Z]+ [^A-Z]+$")
"""Signs of a list of persons, or of one: an initial at a name, a separator between names, or no capitals."""

_DOTTED = re.compile(r"(?:[A-Z]\.\s?){3,}")
"""An acronym with periods: "N.I.C.E."."""

_LABEL = re.compile(r"\A\s*\[[^\[\]]{1,12}\]\s*")
"""The label of an entry in its list: ``[Doe94]``."""

_OTHERS = re.compile(r"(?<![,;\s])[,;\s]*+(?:\b(?:and|et)|&)\s+(?:others|al)\b\.?|(?<=\w\w)\.[\s,]*$", re.IGNORECASE)


def same_institution(one: Person, other: Person) -> bool:
    """Whether two institutions are the same: by name, by acronym, or one being the acronym of the other.

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
    """Whether an acronym is formed from the initials of the words; small words may be skipped.

    >>> abbreviates("dfes", ("department", "for", "education", "and", "skills")), abbreviates("doh", ("home", "office"))
    (True, False)
    """
    if len(words) < 2 or len(acronym) < 2:
        return False
    reached = {0}
    for word in words:
        taken = {at + 1 for at in reached if acronym[at : at + 1] == word[0]}
        reached = taken | (reached if word in SKIPPED else set())
    return len(acronym) in reached


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have the same words in order, some of them abbreviated: ``dept``, ``j``."""
    return len(one) == len(other) and all(map(shortens, one, other))


def shortens(one: str, other: str) -> bool:
    """Whether one of two words abbreviates the other: by its beginning, or by some of its letters in order."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    if len(short) < 3 or short[0] != long[0]:
        return False
    if short[1] != long[1] and (len(short) < 4 or short[-1] != long[-1]) and len(short) <= len(long) * MOST_OF_WORD:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _counted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in SKIPPED)

"""Institutions: how they differ from persons, acronyms in brackets, and several institutions in one string."""

import re
from functools import cache, lru_cache

from reflist.grammar.wordlists import KEPT, folded
from reflist.late import late
from reflist.model import Name

_ACRONYM = late(r"(?P<name>.+?)\s*[(\[](?P<acronym>[^\W\d_][\w&.\-]{1,14})[)\]]")
_ACRONYM_FIRST = late(r"(?P<acronym>[^\W\d_]\w{1,11})\s[–-]\s(?P<name>[^\W\d_a-z]\S+\s.+)")
"""``BMFSFJ – Bundesministerium für Familie``."""

_NAME_IN_BRACKETS = late(r"(?P<acronym>[^\W\d_]\w{1,11})\s[(\[](?P<name>[^\W\d_a-z]\S+\s[^()\[\]]+)[)\]]")
"""``UNDP (United Nations Development Programme)``."""

LONGEST = 3_000
"""A longer text is not a list of institutions; besides, each of its words for "and" would cause a scan of all of it."""

_VOWELS = late("[aeiouäöü]", re.IGNORECASE)
_ACRONYM_AT_END = late(r"\([A-Z][^\s()]*\)\s*$")
_ABBREVIATED = late(r"(?:\b(?:Inc|Ltd|Co|Corp|Dept|Univ|Assoc)|\b[A-Z])\.$")
_JOINED = late(r"\s*/\s*|\s*;\s*|,?\s+(?:and|&|und|et|y)\s+")
_LAST_WORDS = frozenset(
    """agency alliance association authority bank college commission committee confederation council federation
    foundation fund institute institution league ministry network society trust union university""".split()
)
"""The ends of names of institutions that are hardly ever the end of only the first half of one."""

_CONTINUING = frozenset("police research service services staff statistics survey working".split())
"""Words that follow "and" within the name of one body as often as they begin another body's name."""

_WITHIN = late(r"\b(?:University|College|School|Institute|Faculty|Centre|Center)\b")
"""Words for what may be part of the body after the comma, or have it as a part."""

_SHORT_NAMES = frozenset({"Destatis", "destatis"})
"""Short names in brackets whose letters are not those of the name before them."""

_GERMAN_ENDINGS = tuple(
    f"-{word}" for word in "institut stiftung gesellschaft universität akademie verband kommission hochschule".split()
)
"""The ends of German compounds for bodies named after someone: ``Max-Planck-Institut``."""

_FUNCTION_WORDS = frozenset("of for the and on in to".split())
_OTHER_FUNCTION_WORDS = frozenset("de des du la le der die das für und von del y".split())
"""Words that, if capitalised, begin a family name of several words: ``Eliana La Ferrara``."""


@lru_cache(KEPT)
def is_institution_word(word: str) -> bool:
    """Whether this word by itself makes a name an institution's."""
    word = word.strip(".,'’\"()").casefold().replace("’", "'")
    if word in folded("institutions") or word in folded("other_institutions"):
        return True
    return word.startswith(_beginnings()) or word.endswith(_GERMAN_ENDINGS)


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(sorted(entry[:-1] for entry in folded("institutions") if entry.endswith("*")))


def looks_like_institution(printed: str) -> bool:
    """Whether a printed name without initials is more likely an institution's than a person's.

    >>> [looks_like_institution(name) for name in ("Cabinet Office", "DfES", "In Control", "Peter Scourfield")]
    [True, True, False, False]
    """
    words = re.findall(r"[^\s/()]+", printed)
    if any(is_institution_word(word) or _is_function_word(word) for word in words[1:] or words):
        return True
    return any(is_acronym(word) for word in words) or (bool(words) and is_institution_word(words[0])) or len(words) > 3


def _is_function_word(word: str) -> bool:
    folded = word.casefold()
    return folded in _FUNCTION_WORDS or (folded in _OTHER_FUNCTION_WORDS and not word.istitle())


def is_acronym(word: str) -> bool:
    """Two or more capitals in one word of up to twelve letters: ``DfES``, ``UNISON``, ``OECD``; not ``McGuire``.

    >>> [is_acronym(word) for word in ("DfES", "UNISON", "McGuire", "Smith", "HM", "J.")]
    [True, True, False, False, True, False]
    """
    letters = [c for c in word if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return (
        len(letters) <= 12
        and capitals >= 2
        and word[:1].isupper()
        and (capitals * 2 > len(letters) or letters[-1].isupper())
    )


def read_institution(printed: str) -> Name:
    """One institution; an acronym printed in brackets after its name is separated from it.

    >>> read_institution("Department of Health (DOH)")
    Name(literal='Department of Health', acronym='DOH')
    """
    printed = " ".join(printed.split()).strip(" ,;:").removeprefix("the ")
    if printed.endswith(".") and not _ABBREVIATED.search(printed):
        printed = printed[:-1]
    first = _ACRONYM_FIRST.fullmatch(printed) or _NAME_IN_BRACKETS.fullmatch(printed)
    if first and _abbreviates(first["acronym"], first["name"]):
        return Name(literal=first["name"], acronym=first["acronym"])
    found = _ACRONYM.fullmatch(printed)
    if found and (
        found["acronym"] in _SHORT_NAMES
        or is_acronym(found["acronym"])
        or _abbreviates(found["acronym"], found["name"])
    ):
        return Name(literal=found["name"], acronym=found["acronym"])
    return Name(literal=printed)


def _abbreviates(word: str, name: str) -> bool:
    """Whether a word consists of letters of a name in order, beginning with its first: Defra, Ofsted, mpfs."""
    name = name.removeprefix("The ")
    letters = iter(name.casefold())
    is_begun = word[0].casefold() == name[0].casefold() and (word[0].isupper() or not _VOWELS.search(word))
    return is_begun and word.isalpha() and all(letter in letters for letter in word.casefold())


def read_institutions(printed: str) -> tuple[Name, ...]:
    """One or more institutions: ``National Consumer Council (NCC)/Unison`` is two, ``Education and Skills`` is one.

    A slash or semicolon separates them. "and" does so only after an acronym in brackets, or if both sides begin or both
    end as names of institutions do, if each side is a complete name, or if one word follows a complete name.
    """
    printed = " ".join(printed.split())
    if len(printed) > LONGEST:
        return (read_institution(printed),)
    if listed := _listed(printed):
        return tuple(map(read_institution, listed))
    pieces, begin = [], 0
    for joint in _JOINED.finditer(printed):
        left, right = printed[begin : joint.start()], printed[joint.end() :]
        if (
            joint[0].strip() in ("/", ";")
            or _ACRONYM_AT_END.search(left)
            or (" " in right and _begins_institution(left) and _begins_institution(right))
            or (_ends_institution(left) and _ends_institution(right))
            or (_is_complete(left) and _is_complete(right))
            or (_ends_institution(left) and _is_short_name(right))
        ):
            pieces.append(left)
            begin = joint.end()
    pieces.append(printed[begin:])
    return tuple(read_institution(piece) for piece in pieces if piece.strip(" ,;:."))


def _listed(printed: str) -> list[str]:
    """The parts of ``A, B and C``, and of ``A, B``, if each is an institution's name by itself; else none."""
    parts = printed.split(", ")
    if len(parts) > 1 and " and " not in printed and all(map(_is_complete, parts)) and not _WITHIN.search(printed):
        return parts
    head, joint, last = printed.rpartition(" and ")
    parts = [*head.split(", "), last.strip(" ,;:.")] if joint and "," in head else []
    return parts if all(map(_is_whole, parts)) else []


def _is_whole(part: str) -> bool:
    words = part.split()
    if len(words) < 2:
        return is_acronym(part)
    last = words[-1].casefold()
    is_sure = last in _LAST_WORDS or last == "office" or is_institution_word(words[0]) or words[0] in ("HM", "National")
    own_acronym = _ACRONYM_AT_END.search(part)
    if own_acronym:
        return own_acronym[0][1] == part[0]  # else it is the acronym of all parts together
    return words[0][:1].isupper() and (is_sure or (is_institution_word(words[-1]) and len(words) > 2))


def _is_complete(printed: str) -> bool:
    """Whether this can be a complete name: an acronym, ``Home Office``, ``Ministry of Justice``."""
    words = printed.strip(" .,").split()
    if len(words) < 2:
        return bool(words) and len(words[0]) > 2 and words[0].isupper()
    is_of = words[1] in ("of", "for") and words[0] != "House" and _begins_institution(printed)
    is_at_end = words[0][:1].isupper() and words[-1].casefold() in (*_LAST_WORDS, "office", "executive")
    return (is_of or is_at_end) and " and " not in printed and "House of" not in printed


def _is_short_name(printed: str) -> bool:
    """``Unison``, ``Shelter``: one capitalised word that does not indicate an institution, as ``Trust`` does."""
    return printed.isalpha() and printed[0].isupper() and not is_institution_word(printed)


def _ends_institution(printed: str) -> bool:
    """``Daycare Trust``; not ``Social Services``, which may continue as ``and Housing Department``."""
    words = printed.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1].strip(" .,").casefold() in _LAST_WORDS


def _begins_institution(printed: str) -> bool:
    first = printed.split(maxsplit=1)[0] if printed.strip() else ""
    if first.casefold() in _CONTINUING:
        return False
    return first[:1].isupper() and (
        is_institution_word(first) or first in ("HM", "National", "World", "European", "International")
    )

"""Personal names as reference lists print them: inverted or direct, with initials, particles and suffixes."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reflist.grammar.capital_names import inverted_alike
from reflist.grammar.eastern import read_eastern
from reflist.grammar.institutions import is_acronym, is_institution_word, looks_like_institution, read_institutions
from reflist.grammar.name_order import read_if_inverted
from reflist.grammar.name_words import (
    COMPANY,
    ET_AL,
    HONORIFICS,
    IBERIAN_FAMILIES,
    ORDERS,
    PARTNERS,
    PERSON_PARTICLES,
    STATES,
    SUFFIXES,
)
from reflist.grammar.persons import CLOSED_PARTICLES, PARTICLES, begins_family, person, read_direct, read_inverted
from reflist.grammar.places import is_place
from reflist.grammar.plain_names import read_plain
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.model import Name

UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩЀ-ЯḀ-ỿἀ-῿"
"""The capital letters of the Latin, Greek and Cyrillic scripts, as character ranges of a regular expression.

The extended Latin blocks are included whole, with lower-case letters: these alternate with capitals, and a class of
600 characters in every pattern would take a third of the loading time.
"""

_INITIAL = rf"[{UPPER}](?:[a-z]{{0,2}}\.|(?![\w’']))"
INITIALS = rf"{_INITIAL}(?:[\s\-‐.]*{_INITIAL}){{0,5}}(?:\s*[-‐]?[a-z]\.)?"
"""Initials in any spelling, as a part of a regular expression: ``J. L.``, ``F.-X.``, ``P-O.``, ``C``, ``Ph.``."""

_PACKED = rf"[{UPPER}]{{1,4}}(?:[-‐][{UPPER}])?"
_WORD = rf"[{UPPER}’'‘][\w’'‘\-‐.]*"
_PARTICLE = rf"(?:{CLOSED_PARTICLES}|[’‘]t|" + "|".join(sorted(map(re.escape, PARTICLES), key=len, reverse=True)) + ")"
FAMILY = rf"(?>(?:{_PARTICLE}\s*)*){_WORD}(?:\s+(?>(?:{_PARTICLE}\s+)*){_WORD}){{0,3}}"
"""A family name: particles and up to four words, as a part of a regular expression."""

_SUFFIX = r"(?:" + "|".join(sorted(map(re.escape, SUFFIXES), key=len, reverse=True)) + r")"
_INITIALS_ONLY = late(
    rf"(?:{INITIALS}|{_PACKED})(?>(?:\s+{_PARTICLE}(?:\s{_INITIAL}(?![\w]))?)*)\.?(?:\s+{_SUFFIX})?|[a-z]\.(?:\s?[a-z]\.)*"
)
_INITIALS_ALONE = late(rf"(?:[{UPPER}]\.[\s-]?){{1,3}}")
_DIRECT_BEGUN = late(rf"(?P<given>{INITIALS})\s+(?P<family>(?:Ó|Ní)\s{_WORD})")
"""A family name that begins with a single letter, which is not an initial: ``Z. Ó Riain``."""

_TRAILING_BEGUN = late(rf"(?P<family>(?:Ó|Ní)\s{_WORD})\s(?P<given>{_PACKED}|{INITIALS})(?:\s+(?P<suffix>{_SUFFIX}))?")
"""The same with the initials after it: ``Ó Riain Z``."""

_DIRECT_INITIALS = late(rf"(?P<given>{INITIALS})\s*(?P<family>{FAMILY})")
# The family name is as short as possible, so that "Smith J A" has two initials.
_TRAILING_INITIALS = late(
    rf"(?P<family>{FAMILY}?)\s+(?!{_SUFFIX}$)(?P<given>(?:{_PACKED}|{INITIALS})(?>(?:\s+{_PARTICLE}(?!\S))*))"
    rf"(?:\s+(?P<suffix>{_SUFFIX}))?"
)
_PACKED_DIRECT = late(rf"(?P<given>[{UPPER}]{{1,3}})\s+(?P<family>(?:{_PARTICLE}\s+)*{_WORD})")
_INVERTED_FULL = late(rf"{FAMILY},\s*(?P<given>{_WORD})")
_INVERTED_PERSON = late(
    rf"(?:{_PARTICLE}\s+)*{_WORD}(?:\s{_WORD})?,\s(?:{INITIALS}|{_WORD})(?:\s(?:{INITIALS}|{_WORD}))?(?:\s{_PARTICLE})*"
    rf"(?:,?\s{_SUFFIX})?"
)
_DOUBLE_NAME = late(rf"{_WORD}(?:\s{_WORD})?")
_MIDDLE_INITIAL = late(rf"[{UPPER}][\w’'‐-]+(?:\s[{UPPER}]\.)+(?:\s(?:D[aeiu]|L[ae]|Van|Von|Del))?\s{_WORD}")
_FULL_GIVEN = late(rf"[{UPPER}][a-zß-öø-ÿ]{{2}}")
_LATIN = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+"
_CAPITALS_FIRST = late(
    rf"(?P<family>[A-ZÀ-ÖØ-Þ]{{3,}}(?:-[A-ZÀ-ÖØ-Þ]{{3,}})?) (?P<given>{_LATIN}(?:-{_LATIN})?(?: [A-Z]\.)?)"
)
_AND = r"\s*(?:[,;]\s*)?(?:\s(?:and|und|(?-i:u\.|y|e)|et|og|och|en|with)\s|&|\+)\s*"
_SEPARATOR = late(rf",|{_AND}", re.IGNORECASE)
_WITH = late(r"\s*\((?:with|mit|avec|con)\s([^()]+)\)")
"""People who helped the authors: ``Weir, A. (with B. Ash)``."""

_SEMICOLON = late(r"\s*;\s*(?:(?:and|und|et|y|&)\s+)?")
_LEFT_OUT = late(r",?\s*(?:…|\.\s?\.\s?\.)\s*(?:&\s)?")
"""The mark for omitted names between the first ones and the last, as in APA: ``Gomez, A. N., … Polosukhin, I.``"""

_PLAIN_OTHERS = late(r",? et al\.?$")
_COUNTRY_INITIALS = late(r"(?:HM|H\.M\.|US|U\.S\.|UK|U\.K\.|EU|UN|U\.N\.)\s")
_LONGEST_ACRONYM = 6  # longer words in capitals are family names
_MOST_WORDS = 4  # of one name


class People(NamedTuple):
    """The names read, and whether the list is abbreviated ("et al.")."""

    names: tuple[Name, ...]
    others: bool


def read_names(printed: str, are_persons: bool = False) -> People:
    """Read a printed list of names of persons, institutions or both.

    ``are_persons``: they have a role of persons, such as translator; then two words are a person unless a word differs.

    >>> [name.display for name in read_names("Skelcher, C and Johnston Miller, K.").names]
    ['C Skelcher', 'K. Johnston Miller']
    >>> read_names("Department for Education and Skills (DfES)").names
    (Name(literal='Department for Education and Skills', acronym='DfES'),)
    >>> read_names("Xu Deng").names, read_names("Xu Deng", are_persons=True).names
    ((Name(literal='Xu Deng'),), (Name(family='Deng', given='Xu'),))
    """
    squeezed = inverted_alike(" ".join(printed.split()))
    if eastern := read_eastern(squeezed):
        return People(*eastern)
    others = _PLAIN_OTHERS.search(squeezed)
    listed = squeezed[: others.start()] if others else squeezed
    if not COMPANY.fullmatch(listed) and (bare := read_plain(listed) or read_if_inverted(listed)):
        return People(bare, others is not None)
    without = _WITH.sub(r", \1", ET_AL.sub(" ", _LEFT_OUT.sub(", ", squeezed)))
    names: list[Name] = []
    groups = list(_groups(without.strip(" ,;:")))
    longest = 3 if len(groups) > 1 and any(map(_is_person_in_list, groups)) else 2 * are_persons
    for group in groups:
        if is_institutional(group, longest):
            names += read_institutions(group)
        else:
            pieces = _with_shared_family(_joined(_joints(group)))
            in_full = any(map(_is_in_full, pieces))
            for piece in pieces:
                names += _read_piece(piece, in_full)
    return People(tuple(names), bool(ET_AL.search(squeezed)))


def is_institutional(printed: str, longest_person: int = 0) -> bool:
    """Whether a whole list is the name of one institution (or several), which commas do not separate.

    ``longest_person``: each name of two to this many words is a person's, unless a word shows an institution.
    """
    bare = " ".join(re.sub(r"\([^()]*\)", "", printed).split()).strip(" ,")
    pieces = _parts(bare)
    if COMPANY.fullmatch(bare):
        return True
    if any(_INITIALS_ONLY.fullmatch(piece) for piece in pieces[1:]) or _is_inverted_full(bare):
        return False
    if pieces and all(map(_inverted_in_capitals, pieces)):
        return False
    if _are_two_inverted(_joints(bare)) or (len(pieces) == 2 and _shares_family(*pieces)):
        return False
    if _COUNTRY_INITIALS.match(bare) or (pieces and all(_ends_in_state(piece) for piece in pieces)):
        return True
    if any(_by_initials(_honorific(piece)[1]) for piece in pieces) or all(_is_direct_full(piece) for piece in pieces):
        return False
    if len(pieces) > 1 and all(len(piece.split()) >= 2 for piece in pieces) and _can_be_persons(bare):
        return False
    if len(pieces) > 1 and "," not in bare and all(map(_is_family_alone, pieces)):
        return bare.replace(" and ", " & ") in PARTNERS or bare in words("publishers")
    if all(2 <= len(piece.split()) <= longest_person for piece in pieces):
        return looks_like_institution(bare)
    return looks_like_institution(bare) or "," not in bare


def _are_two_inverted(joints: list[tuple[str, str]]) -> bool:
    """``Pérez Ruiz, Millán y López Sanz, Igor``: two names with a comma inside, joined by "and"."""
    if len(joints) != 4 or joints[1][0] != "," or joints[2][0] == "," or joints[3][0] != ",":
        return False
    family, given, other_family, other_given = (part for _, part in joints)
    if not all(map(_DOUBLE_NAME.fullmatch, (family, given, other_family, other_given))):
        return False
    return not any(map(looks_like_institution, (family, other_family))) and not (
        is_place(given) or is_place(other_given)
    )


def _is_family_alone(piece: str) -> bool:
    """Whether a piece may be a family name by itself, as when two are joined: ``Brandsen & Pestoff``."""
    return piece.istitle() and piece.isalpha() and not looks_like_institution(piece)


def _groups(text: str) -> Iterator[str]:
    """The parts between semicolons, which only ever separate names; and between slashes if these separate persons."""
    for group in _SEMICOLON.split(text):
        sides = [side.strip(" ,") for side in group.split("/")]
        if len(sides) > 1 and (all(map(_is_person, sides)) or _are_persons_alike(sides)):
            yield from sides
        elif group.strip(" ,"):
            yield group


def _are_persons_alike(sides: list[str]) -> bool:
    """Whether all names are inverted, all direct, or only the first inverted: ``Tiemann, Guido/Detlev Jahn``."""
    if all(_INVERTED_PERSON.fullmatch(side) for side in sides):
        return not any(is_institution_word(word) for side in sides for word in re.findall(r"\w+", side))
    return (bool(_INVERTED_PERSON.fullmatch(sides[0])) and all(map(_is_direct_full, sides[1:]))) or all(
        map(_is_direct_full, sides)
    )


def _parts(group: str) -> list[str]:
    """The parts between commas and words for "and"; but ``Ortega y Gasset`` and ``von und zu Stein`` are one name."""
    return [part for _, part in _joints(group)]


def _joints(group: str) -> list[tuple[str, str]]:
    """The parts, each with what joins it to the one before: a comma, or a word for "and"."""
    parts: list[tuple[str, str]] = []
    begin, joint = 0, ""
    for found in _SEPARATOR.finditer(group):
        _add(parts, joint, group[begin : found.start()])
        begin, joint = found.end(), found[0].strip().casefold()
        if joint == "y" and (len(parts) % 2 == 0 or not _begins_with_family(group[begin:])):
            joint = ""  # after "Linz, Juan J." it separates two persons
    _add(parts, joint, group[begin:])
    return parts


def _begins_with_family(group: str) -> bool:
    """Whether a group begins with a family name, followed by a comma and a given name or initials."""
    given = _SEPARATOR.split(group.partition(",")[2], 1)[0].strip()
    return bool(_INITIALS_ONLY.fullmatch(given)) or _is_given_name(given.partition(" ")[0])


def _add(parts: list[tuple[str, str]], joint: str, part: str) -> None:
    part = part.strip()
    before, left = parts[-1] if parts else ("", "")
    is_double = joint == "y" and _DOUBLE_NAME.fullmatch(left) and _DOUBLE_NAME.fullmatch(part)
    if (is_double and not _INITIALS_ONLY.fullmatch(left)) or (joint == "und" and left in PARTICLES):
        parts[-1] = before, f"{left} {joint} {part}"
    elif part:
        parts.append((joint, part))


def _by_initials(piece: str) -> re.Match[str] | None:
    """A person recognized by initials before or after the family name."""
    if (
        found := _TRAILING_BEGUN.fullmatch(piece)
        or _DIRECT_BEGUN.fullmatch(piece)
        or _DIRECT_INITIALS.fullmatch(piece)
        or _TRAILING_INITIALS.fullmatch(piece)
    ):
        return None if _is_team(found["family"], found["given"]) else found
    found = _PACKED_DIRECT.fullmatch(piece)
    is_body = found is None or _COUNTRY_INITIALS.match(piece) or is_institution_word(found["family"])
    return None if is_body else found


def _is_team(family: str, given: str) -> bool:
    """Whether what looks like a person with initials is a body: ``Libraries NI``, ``R Core Team``."""
    others = family.split()[1:]
    return (given in STATES and is_institution_word(family)) or (bool(others) and is_institution_word(others[-1]))


def _honorific(piece: str) -> tuple[str, str]:
    """An honorific with the space after it, if there is one, and the rest."""
    first, space, rest = piece.partition(" ")
    return (first + space, rest) if rest and first in HONORIFICS else ("", piece)


def _is_person(printed: str) -> bool:
    """Whether this is certainly a person: it has initials, or a given name after the comma."""
    found = _INVERTED_FULL.fullmatch(printed)
    return _is_person_by_initials(printed) or (found is not None and _is_given_name(found["given"]))


def _is_person_in_list(printed: str) -> bool:
    """The same, or any person with the given name first, since other names in its list show persons too."""
    return _is_person(printed) or (printed.count(" ") > 0 and _is_direct_full(printed))


def _is_person_by_initials(printed: str) -> bool:
    family, comma, given = printed.partition(",")
    if comma:
        return bool(_INITIALS_ONLY.fullmatch(given.strip())) and not is_institution_word(family)
    return bool(_by_initials(printed)) and not _ends_in_state(printed)


def _ends_in_state(piece: str) -> bool:
    return piece.rpartition(" ")[2] in STATES


def _is_direct_full(piece: str) -> bool:
    """``Peter Scourfield``, ``Arie van der Berg``: capitalised words with a known given name or a particle.

    An initial between them shows a person too: ``Milton E. Barker``.
    """
    parts = [part for part in piece.split() if part not in HONORIFICS and part not in SUFFIXES]
    capitalised = [part for part in parts if part not in PARTICLES]
    if not 2 <= len(capitalised) <= 4 or parts[0] in PARTICLES or any(map(is_institution_word, parts[1:])):
        return False
    if _is_given_name(parts[0]):
        return True
    is_certain = any(part in PERSON_PARTICLES for part in parts[1:3]) or _MIDDLE_INITIAL.fullmatch(piece)
    if "." not in parts[0] and any(part in IBERIAN_FAMILIES for part in capitalised[1:]):
        is_certain = True  # "Aurelio Garzón Ruiz"
    return bool(is_certain) and not is_institution_word(parts[0]) and all(part[0].isupper() for part in capitalised)


def _is_in_full(piece: str) -> bool:
    """Whether a person's given name is printed in full: ``Weir, Ann B.``, ``Ann B. Weir``."""
    _, comma, given = piece.partition(", ")
    return bool(_FULL_GIVEN.match(given)) if comma else _is_direct_full(piece)


def _inverted_in_capitals(piece: str) -> re.Match[str] | None:
    """``WEBER Max``: a family name in capitals, followed by a known given name."""
    found = _CAPITALS_FIRST.fullmatch(piece)
    return found if found and _is_given_name(found["given"].partition(" ")[0]) else None


def _is_given_name(word: str) -> bool:
    first = word.partition("-")[0]
    return (first.capitalize() if first.isupper() and len(first) > 2 else first) in words("given_names")


def _is_inverted_full(printed: str) -> bool:
    """``Scourfield, Peter``: a family name, a comma, and a given name, common or without words of institutions."""
    found = _INVERTED_FULL.match(printed)
    if found is None:
        return False
    family = [word for word in printed.partition(",")[0].split() if word not in PARTICLES]
    in_capitals = all(word.isupper() and len(word) > 2 for word in family) and not is_place(found["given"])
    if len(family) > 1 and any(map(is_institution_word, family)):
        in_capitals = False
    return _is_given_name(found["given"]) or in_capitals or (len(family) == 1 and _can_be_persons(printed))


def _can_be_persons(printed: str) -> bool:
    """Whether no word shows an institution, and each name has four words at most."""
    shows_institution = any(
        is_institution_word(word)
        or (is_acronym(word) and len(word) <= _LONGEST_ACRONYM)
        or word.casefold() in ("of", "for", "the", "in", "on", "to")
        for word in re.findall(r"[^\s,/()]+", printed)
    )
    return not shows_institution and all(len(piece.split()) <= _MOST_WORDS for piece in _parts(printed))


def _joined(parts: list[tuple[str, str]]) -> list[str]:
    """Join what commas inside names have separated: ``Smith`` and ``J.`` become ``Smith, J.``; then suffixes."""
    pieces: list[str] = []
    inverted = False
    first_alone = _ends_in_direct(parts)
    for joint, part in parts:
        follows = joint == "," and bool(pieces) and "," not in pieces[-1]
        if pieces and (part in SUFFIXES or (part in ORDERS and not follows)):
            pieces[-1] += f", {part}"
        elif follows and (
            _INITIALS_ONLY.fullmatch(part)
            or (_given_like(part) and not (inverted and first_alone) and _lacks_given(pieces[-1], part, inverted))
            or (len(pieces) == 1 and _is_first_inverted(pieces[0], part))
        ):
            pieces[-1] += f", {part}"
            inverted = True
        else:
            pieces.append(part)
    return pieces


def _with_shared_family(pieces: list[str]) -> list[str]:
    """The pieces; a given name without a family name gets that of the next piece.

    ``B. and R. North``, ``Anna and Ben North``.
    """
    for index, (piece, after) in enumerate(pairwise(pieces)):
        if _INITIALS_ALONE.fullmatch(piece) and (found := _DIRECT_INITIALS.fullmatch(after)):
            pieces[index] += f" {found['family']}"
        elif _shares_family(piece, after):
            pieces[index] += f" {after.partition(' ')[2]}"
    return pieces


def _shares_family(piece: str, after: str) -> bool:
    """Whether a given name alone comes before a complete name that begins with a given name."""
    return piece.isalpha() and _is_given_name(piece) and after.count(" ") == 1 and _is_direct_full(after)


def _is_first_inverted(family: str, part: str) -> bool:
    """Whether a list begins with one word, a comma and several, or several, a comma and one, that are one person.

    Such are ``Spivak, Gayatri Chakravorty`` and ``Inga Quispe, Rosaura``.
    """
    words = [*family.split(), *part.split()]
    others = [word for word in words if word not in PARTICLES]
    is_one = len([word for word in family.split() if word not in PARTICLES]) == 1
    first, *initials = part.split()
    is_given = first.isalpha() and not is_acronym(first) and (not initials or _is_given_name(first))
    is_given = is_given and all(map(_INITIALS_ONLY.fullmatch, initials))  # "AGUILAR VILLANUEVA, Luis F."
    return (is_one or is_given) and len(words) <= _MOST_WORDS and not any(map(is_institution_word, others))


def _ends_in_direct(parts: list[tuple[str, str]]) -> bool:
    """Whether "and" and a name with the given name first end the list: then only the first name is inverted."""
    joint, last = parts[-1] if parts else ("", "")
    words = last.split()
    is_name = len(words) >= 2 and words[0] not in PARTICLES and not _INITIALS_ONLY.fullmatch(words[-1])
    return joint not in ("", ",") and is_name and not any(map(is_institution_word, words))


def _given_like(part: str) -> bool:
    """``Peter``, ``Mary Ann``, ``Melvin J.``: what may follow the comma if given names are in full."""
    first, *others = part.split()
    while others and others[-1] in PARTICLES:  # "Vries, Hanneke de"
        others.pop()
    if len(others) > 2 or not first[0].isupper():
        return False
    if len(others) == 1 and re.fullmatch(r"[^\W\d_]\.", first) and _is_given_name(others[0]):
        return True  # "Lepsius, M. Rainer"
    return _is_given_name(first) or not others or bool(re.fullmatch(_INITIAL, others[-1]))


def _lacks_given(piece: str, part: str, inverted: bool) -> bool:
    """Whether a piece is a family name, so that what follows its comma can be the given name."""
    first, *others = piece.split()
    if first.casefold() in PARTICLES and _is_given_name(part.partition(" ")[0]):
        return True  # "De Vreese, Claes H."
    if inverted and re.fullmatch(rf"[^\W\d_]{{2,}}(?:\s{_INITIAL})+", part) and not _by_initials(piece):
        return True  # "Plano Clark, Vicki L."
    if _by_initials(piece) or (_is_direct_full(piece) and not _is_given_name(part)):
        return False
    if first not in PARTICLES and others and _is_direct_full(part) and not all(map(_is_given_name, part.split())):
        return False  # "Ratree Wayland, John Hartmann"
    return inverted or len(others) <= 1 or first.casefold() in PARTICLES


def _read_piece(piece: str, in_full: bool = False) -> tuple[Name, ...]:
    """One name of a list; an institution among persons stays whole. ``in_full``: others have full given names."""
    if "," in piece:
        head, *suffixes = (part.strip() for part in piece.split(","))
        if all(suffix in SUFFIXES for suffix in suffixes) and (_by_initials(head) or _is_direct_full(head)):
            return tuple(name.replace(suffix=" ".join(suffixes)) for name in _read_piece(head, in_full))
        return (read_inverted(piece),)
    if found := _inverted_in_capitals(piece):
        return (person(found["family"], found["given"]),)
    honorific, bare = _honorific(piece)
    if found := _by_initials(bare):
        given, family = found["given"], found["family"]
        if bare.startswith(given):
            given, family = _with_middle(given, family, in_full)
        return (person(family, honorific + given, found.groupdict().get("suffix") or ""),)
    if not _is_direct_full(piece) and (looks_like_institution(bare) or " " not in piece):
        return read_institutions(piece)
    return (read_direct(piece),)


def _with_middle(given: str, family: str, in_full: bool) -> tuple[str, str]:
    """Initials and what follows them as given name, if other given names are in full: ``R. Brian Haynes``."""
    first, _, rest = family.partition(" ")
    is_middle = rest and first[:1].isupper() and rest not in SUFFIXES and not begins_family(first)
    if is_middle and (in_full or _is_given_name(first)):
        return f"{given} {first}", rest
    return given, family

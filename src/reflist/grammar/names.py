"""Personal names as reference lists print them, in every order: inverted, direct, with initials, particles and suffixes."""

import re
from typing import NamedTuple

from reflist.grammar.institutions import looks_like_institution, read_institutions
from reflist.grammar.wordlists import words
from reflist.model import Name

PARTICLES = frozenset(
    """van von de der den del della dela di da dos das do du des le la las los ten ter te tot zu zum zur vom af av bin ibn
    ben al el y e 't op in'""".split()
)
"""Lower-case words before a family name. Printed with a capital they are part of the family name (CSL 1.0.2, "Names")."""

SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV 2nd 3rd Jnr Jnr. Snr Snr. Esq. PhD Ph.D. MD".split())

UPPER = "".join(chr(c) for c in range(0x41, 0x0530) if chr(c).isupper())
"""The capital letters of the Latin, Greek and Cyrillic scripts."""

_INITIAL = rf"[{UPPER}](?:[a-z]{{0,2}}\.|(?![\w’']))"
INITIALS = rf"{_INITIAL}(?:[\s\-‐.]*{_INITIAL}){{0,5}}(?:\s*[-‐]?[a-z]\.)?"
"""Initials in any spelling: ``J. L.``, ``F.-X.``, ``P-O.``, ``C``, ``Ph.``; as a part of a regular expression."""

_PACKED = rf"[{UPPER}]{{1,4}}"
_WORD = rf"[{UPPER}’'‘][\w’'‘\-‐.]*"
_PARTICLE = r"(?:" + "|".join(sorted(map(re.escape, PARTICLES), key=len, reverse=True)) + r"|[dl][’'])"
FAMILY = rf"(?:{_PARTICLE}\s*)*{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{0,3}}"
"""A family name: particles and up to four words, as a part of a regular expression."""

_INITIALS_ONLY = re.compile(rf"(?:{INITIALS}|{_PACKED})(?:\s+{_PARTICLE})*\.?")
_DIRECT_INITIALS = re.compile(rf"(?P<given>{INITIALS})\s*(?P<family>{FAMILY})")
_TRAILING_INITIALS = re.compile(rf"(?P<family>{FAMILY})\s+(?P<given>{_PACKED}|{INITIALS})")
_ET_AL = re.compile(
    r"[,;]?\s*\b(?:et\s+al(?:ii|\.)?|and\s+others|and\s+colleagues|u\.\s?a\.|et\s+coll\.?)(?!\w)\.?,?", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:[,;]\s*)?(?:\s(?:and|und|et|y|e|og|och|en)\s|&|\+)\s*", re.IGNORECASE)
_COUNTRY_INITIALS = re.compile(r"(?:HM|H\.M\.|US|U\.S\.|UK|U\.K\.|EU|UN|U\.N\.)\s")


class People(NamedTuple):
    """The names read, and whether the print says there are others ("et al.")."""

    names: tuple[Name, ...]
    others: bool


def read_names(printed: str) -> People:
    """Read a printed list of names: persons, institutions or both.

    >>> [name.display for name in read_names("Skelcher, C and Johnston Miller, K.").names]
    ['C Skelcher', 'K. Johnston Miller']
    >>> read_names("Department for Education and Skills (DfES)").names
    (Name(literal='Department for Education and Skills', acronym='DfES'),)
    """
    without = _ET_AL.sub(" ", printed)
    others = without != printed
    text = without.strip(" ,;:")
    if not text:
        return People((), others)
    names: list[Name] = []
    for group in text.split(";"):
        if not group.strip(" ,"):
            continue
        if is_institutional(group):
            names += read_institutions(group)
            continue
        parts = [part.strip() for part in re.split(r",|" + _AND.pattern, group) if part and part.strip()]
        for piece in _joined(parts):
            names += _read_piece(piece)
    return People(tuple(names), others)


def is_institutional(printed: str) -> bool:
    """Whether a whole list of names is one institution's name (or several), which commas do not part."""
    bare = re.sub(r"\([^)]*\)", "", printed).strip(" ,")
    pieces = [piece.strip() for piece in re.split(r",|" + _AND.pattern, bare) if piece and piece.strip()]
    if any(_INITIALS_ONLY.fullmatch(piece) for piece in pieces[1:]) or _is_inverted_full(bare):
        return False
    if _COUNTRY_INITIALS.match(bare):
        return True
    if any(_DIRECT_INITIALS.fullmatch(piece) or _TRAILING_INITIALS.fullmatch(piece) for piece in pieces):
        return False
    if all(_is_direct_full(piece) for piece in pieces):
        return False
    return looks_like_institution(bare) or "," not in bare


def _is_direct_full(piece: str) -> bool:
    """``Peter Scourfield``: two to four capitalised words, the first of them a common given name."""
    parts = piece.split()
    return 2 <= len(parts) <= 4 and parts[0].split("-")[0] in words("given_names")


def _is_inverted_full(printed: str) -> bool:
    """``Scourfield, Peter``: a family name, a comma, a common given name."""
    found = re.match(rf"(?:{FAMILY}),\s*({_WORD})", printed)
    return bool(found) and found[1].split("-")[0] in words("given_names")


def _joined(parts: list[str]) -> list[str]:
    """Join what the commas inside names have parted: ``Smith`` and ``J.`` to ``Smith, J.``, then a suffix."""
    pieces: list[str] = []
    inverted = False
    for part in parts:
        follows = bool(pieces) and "," not in pieces[-1]
        if pieces and part in SUFFIXES:
            pieces[-1] += f", {part}"
        elif follows and (_INITIALS_ONLY.fullmatch(part) or (_given_like(part) and _lacks_given(pieces[-1], inverted))):
            pieces[-1] += f", {part}"
            inverted = True
        else:
            pieces.append(part)
    return pieces


def _given_like(part: str) -> bool:
    """``Peter``, ``Mary Ann``, ``Melvin J.``: what stands after the comma where given names are in full."""
    first, *others = part.split()
    if len(others) > 2 or not first[0].isupper():
        return False
    return (
        first.split("-")[0] in words("given_names") or bool(others and re.fullmatch(_INITIAL, others[-1])) or not others
    )


def _lacks_given(piece: str, inverted: bool) -> bool:
    if _DIRECT_INITIALS.fullmatch(piece) or _TRAILING_INITIALS.fullmatch(piece) or _is_direct_full(piece):
        return False
    return inverted or len(piece.split()) <= 2 or piece.split()[0].casefold() in PARTICLES


def _read_piece(piece: str) -> tuple[Name, ...]:
    """One name of a list; an institution among persons stays whole."""
    if "," in piece:
        return (read_inverted(piece),)
    if found := _DIRECT_INITIALS.fullmatch(piece):
        return (_person(found["family"], found["given"]),)
    if found := _TRAILING_INITIALS.fullmatch(piece):
        return (_person(found["family"], found["given"]),)
    if looks_like_institution(piece) or " " not in piece:
        return read_institutions(piece)
    return (read_direct(piece),)


def read_inverted(printed: str) -> Name:
    """``Berg, J. van der, Jr.``: family name first.

    >>> read_inverted("van der Berg, J., Jr.")
    Name(family='Berg', given='J.', non_dropping_particle='van der', suffix='Jr.')
    """
    family, *others = (part.strip() for part in printed.split(","))
    suffix = " ".join(part for part in others if part in SUFFIXES)
    given = ", ".join(part for part in others if part and part not in SUFFIXES)
    return _person(family, given, suffix)


def read_direct(printed: str) -> Name:
    """``Maria van der Berg Jr.``: given name first.

    >>> read_direct("Ludwig van Beethoven")
    Name(family='Beethoven', given='Ludwig', non_dropping_particle='van')
    """
    parts = printed.split()
    suffix = parts.pop().rstrip(",") if len(parts) > 2 and parts[-1] in SUFFIXES else ""
    begin = next((i for i, part in enumerate(parts[:-1]) if i and part in PARTICLES), len(parts) - 1)
    return _person(" ".join(parts[begin:]), " ".join(parts[:begin]), suffix)


def _person(family: str, given: str, suffix: str = "") -> Name:
    """Part the particles from a family name (they stay with it) and from a given name (they go when it is inverted)."""
    parts = family.split()
    begin = 0
    while begin < len(parts) - 1 and parts[begin] in PARTICLES:
        begin += 1
    particle, family = " ".join(parts[:begin]), " ".join(parts[begin:])
    if not begin and (found := re.match(r"([dl][’'])(?=\w)", family)):
        particle, family = found[1], family[found.end() :]
    givens = given.split()
    end = len(givens)
    while end > 1 and givens[end - 1] in PARTICLES:
        end -= 1
    return Name(
        family,
        " ".join(givens[:end]),
        dropping_particle=" ".join(givens[end:]),
        non_dropping_particle=particle,
        suffix=suffix,
    )

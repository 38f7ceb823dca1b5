"""Bylines: a page's line of authors, with the marks that tie them to their affiliations."""

import re
from typing import NamedTuple

from reflist.grammar.institutions import is_institution_word, looks_like_institution
from reflist.grammar.name_words import FAMILY_BEGINNINGS, SUFFIXES
from reflist.grammar.names import FAMILY, read_names
from reflist.grammar.persons import CLOSED_PARTICLES, PARTICLES, read_direct, read_inverted
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.model import Name


class Author(NamedTuple):
    """An author of a byline: the printed form without marks, the name, and the marks."""

    printed: str
    name: Name
    marks: tuple[str, ...]


class Byline(NamedTuple):
    """The authors, and whether a known given name, initials, a mark or "by" proves that the line is a byline."""

    authors: tuple[Author, ...]
    is_sure: bool


_LEAD = re.compile(
    r"(?:[•·]\s*)?(?:author links open overlay panel\s*)?(?:(?:written )?by[:\s]\s*|authors?:\s*|(?:von|par)\s)?",
    re.IGNORECASE,
)
_MARK = (
    r"\(a\d{1,2}\)|[*∗†‡§¶#]{1,3}|[¹²³⁰-⁹]+|(?<=[^\W\d_.])\d{1,2}(?:[,;]\s?\d{1,2})*(?!\d)"
    r"|(?<=[^\W\d_])\s[a-z](?:[\s,]+(?:[a-z]|\d{1,2})(?![^\W_]))*(?=\s*(?:[,;&*]|and\b|$))"
)
_PARTS = re.compile(
    rf"(?P<mark>{_MARK})|\s*(?:[,;•·|&]|(?<![^\W\d_])(?:and|und|et|y)(?=\s))\s*"
    r"|\s*(?:ORCID(?: [Ii]con)?|https?://\S+|[^\s@]{1,80}@\S+)\s*"
)
_BESIDE_NAMES = re.compile(
    r"\s*[(\[]?(?:ORCID(?: (?:logo|icon|iD))?:?\s?)?(?:(?:https?://)?(?:www\.)?orcid\.org/\S+|[^\s@]{1,80}@\S+)[)\]]?"
    r"|\s*ORCID(?: (?:logo|icon|iD))?(?![\w.])",
    re.IGNORECASE,
)
"""Text beside names that is not a name: an identifier or address."""

_AND = frozenset(("and", "und", "et", "y", "&"))
_WORD = re.compile(rf"(?:{CLOSED_PARTICLES})?[^\W\d_a-z][\w’'‘\-‐]*\.?|[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_INVERTED = late(rf"{FAMILY},\s[^\W\d_]")
_INVERTED_ALONE = re.compile(r"[^\W\d_][^,.;]{1,40}, [^\W\d_][^,;]{0,40}")
_ONE_EACH = re.compile(r"\s*;\s*|\s(?:and|und|et|&)\s")
_INITIALS = re.compile(r"[^\W\d_](?:\.|$)")
LONGEST = 400
ROLES = frozenset("Scholar Researcher Professor Lecturer Fellow Student Candidate Consultant Editor".split())
"""Positions of persons, as in a line below their name."""

GROUPS = frozenset("Group Team Consortium Collaboration Collaborative Network Investigators".split())
"""The last words of names of groups that sign together."""

MOST_WORDS = 5
"""The most words of a personal name."""


def read_byline(text: str) -> Byline | None:
    """Read a line of names with given names first; None if it is no byline.

    An institution together with persons is an author; a line of institutions only is an affiliation.

    >>> [author.printed for author in read_byline("Ann Lee1,Bo Fry2and Care Research Team3").authors]
    ['Ann Lee', 'Bo Fry', 'Care Research Team']
    """
    if not 3 < len(text) <= LONGEST:
        return None
    lead = _LEAD.match(text)
    body = text[lead.end() :] if lead else text
    authors = _authors(body)
    if not authors or not any(author.name.family for author in authors):
        return None
    is_sure = body != text or any(author.marks or _has_given_name(author.printed) for author in authors)
    return Byline(tuple(authors), is_sure)


def read_inverted_byline(text: str) -> Byline | None:
    """Read names with family names first, as in catalogues; None if the line is no byline.

    >>> [author.printed for author in read_inverted_byline("Lee, Ann ORCID logo; van Fry, B.").authors]
    ['Ann Lee', 'B. van Fry']
    """
    text = without_identifiers(text).strip(" ;,")
    if not 3 < len(text) <= LONGEST or not (_INVERTED.match(text) or _INVERTED_ALONE.match(text)):
        return None
    pieces = _ONE_EACH.split(text)
    names = tuple(map(read_inverted, pieces)) if all(map(_INVERTED_ALONE.fullmatch, pieces)) else read_names(text).names
    if not all(name.family and name.given for name in names):
        return None
    return Byline(tuple(Author(name.display, name, ()) for name in names), is_sure=True)


def without_identifiers(text: str) -> str:
    """A line without the identifiers and addresses beside names."""
    return _BESIDE_NAMES.sub("", text)


def is_sure_byline(text: str) -> bool:
    """Whether a line alone proves that it is a byline."""
    byline = read_byline(text)
    return byline is not None and byline.is_sure


def _authors(body: str) -> list[Author] | None:
    pieces: list[_Piece] = []
    begin, is_joined = 0, False
    for part in (*_PARTS.finditer(body), None):
        piece = body[begin : part.start() if part is not None else len(body)].strip(" ,")
        begin = part.end() if part is not None else len(body)
        if piece in SUFFIXES and pieces:
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text} {piece}")
        elif piece:
            pieces.append(_Piece(piece, [], is_joined))
        if part is not None and part["mark"] and pieces:
            pieces[-1].marks.extend(re.findall(r"\d+|[^\s\d,;()]", part["mark"].replace("(a", "(")))
        is_joined = part is not None and part[0].strip(" ,") in _AND
    authors = [author for piece in pieces if (author := _author(piece))]
    return authors if len(authors) == len(pieces) else None


class _Piece(NamedTuple):
    text: str
    marks: list[str]
    is_joined: bool  # whether "and" precedes it


def _author(piece: _Piece) -> Author | None:
    """A person, or an institution that is an author because it is marked, joined by "and", or a group."""
    if is_person(piece.text):
        return Author(piece.text, read_direct(piece.text), tuple(piece.marks))
    is_group = piece.text.split()[-1] in GROUPS
    if (piece.marks or piece.is_joined or is_group) and looks_like_institution(piece.text) and piece.text[0].isupper():
        return Author(piece.text, Name(literal=piece.text), tuple(piece.marks))
    return None


def is_person(text: str) -> bool:
    """Whether a string may be one person's name, given name first: ``Eva Lloyd``, ``J. van der Berg``."""
    parts = text.split()
    if not 2 <= len(parts) <= MOST_WORDS or parts[0] in PARTICLES or parts[-1] in PARTICLES or parts[-1] in ROLES:
        return False
    if not all(part in PARTICLES or part in SUFFIXES or _WORD.fullmatch(part) for part in parts):
        return False
    has_particle = not (
        PARTICLES.isdisjoint(parts) and FAMILY_BEGINNINGS.isdisjoint(parts[1:-1])
    ) and not is_institution_word(parts[0])
    return len(parts[-1]) > 1 and (has_particle or _has_given_name(text) or not looks_like_institution(text))


def _has_given_name(printed: str) -> bool:
    first = printed.split(maxsplit=1)[0]
    return first.split("-")[0] in words("given_names") or bool(_INITIALS.match(first) and "." in first)

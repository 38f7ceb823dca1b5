"""Lists of full names without commas inside a name: ``Ann Weir and Carl Ash``, ``Weir Ann & Ash Carl``.

In a single such name, only a known given name shows which word is the family name. The names of a whole reference list
show it for one another.
"""

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.persons import person, read_direct
from reflist.grammar.places import is_place
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.model import Name


class NameOrder(Enum):
    """The order of a name without a comma: given name first, or family name first."""

    DIRECT = "Ann Weir"
    INVERTED = "Weir Ann"


FEWEST = 3
"""The least number of lists of authors that must show the order."""

SHARE = 0.8
"""The share of these that must agree."""

OFTEN = 0.3
"""The share of a list's strings that must show it; if fewer do, names are mostly printed in another way."""

FAMILIES_TOO = frozenset(
    """Adam Albert Alexander Allen Arnold Barry Bernard Bruce Charles Clark Craig Daniel David Dean Douglas Duncan
    Francis Franco Frank Franz Friedrich George Gilbert Glenn Gordon Graham Grant Gregory Harris Harvey Henry Herbert
    Hermann Howard Jacob James John Jordan Joseph Kelly Kim Klaus Lambert Lawrence Lee Leo Leon Leonard Lewis Louis
    Lucas Ludwig Marion Martin Maurice Michael Michel Mitchell Morgan Morris Nelson Norman Oliver Otto Owen Patrick
    Paul Perry Ralph Ray Raymond Reid Richard Robert Rose Ross Roy Russell Scott Simon Stanley Stewart Stuart Thomas
    Tyler Vincent Walter Warren Wayne Werner Wolf""".split()
)
"""Given names that are often family names too."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆŞÇŻ]"
_WORD = rf"{_CAPITAL}[\w’'-]*[a-zß-öø-ÿā-ž][\w’'-]*"
_INITIAL = rf"{_CAPITAL}\."
_NAME = rf"{_WORD}(?: (?:{_INITIAL}|{_WORD})){{1,3}}"
_HEAD = late(rf"\s*(?:\[?\d+[\].)]?\s+)?(?P<name>{_NAME})(?=\s\(|[.,]?\s\d{{4}}\b|[,.:;]\s|,?\s(?:&|and|et|und)\s)")
_PARTS = late(r"\s*(?:;|,|/)\s*(?:(?:&|and|et|und|y|e)\s+)?|\s+(?:&|and|et|und|y|e)\s+")
_BARE = late(_NAME)
_INITIAL_LAST = late(rf"\s{_INITIAL}\Z")


def order_of(strings: Iterable[str]) -> NameOrder | None:
    """The order of names in the lists of authors at the beginning of strings, if enough of them show it and agree.

    >>> order_of(["Becker Anna (1999), Hedges.", "Lang Peter (2001), Mills.", "Sorel Marie (2003), Ditches."])
    <NameOrder.INVERTED: 'Weir Ann'>
    """
    votes, count = Counter[NameOrder](), 0
    for string in strings:
        count += 1
        if (found := _HEAD.match(string)) and (order := _order_shown(found["name"].split())):
            votes[order] += 1
    if votes.total() < max(FEWEST, OFTEN * count):
        return None
    order, most = votes.most_common(1)[0]
    return order if most >= SHARE * votes.total() else None


def read_in_order(printed: str, order: NameOrder) -> tuple[Name, ...]:
    """The names of a list without commas inside names; empty if it is not such a list, or a name is not a person's.

    If given names stand second, a known one shows the order of its own name: editors usually have it first.

    >>> [name.display for name in read_in_order("Becker Hanno & Jean Petit", NameOrder.INVERTED)]
    ['Hanno Becker', 'Jean Petit']
    """
    printed = printed.strip(" ,;:")
    pieces = _PARTS.split(printed if _INITIAL_LAST.search(printed) else printed.rstrip("."))
    if not all(map(_is_bare, pieces)):
        return ()
    return tuple(read_direct(piece) if order is NameOrder.DIRECT else _read_inverted(piece) for piece in pieces)


def read_if_inverted(printed: str) -> tuple[Name, ...]:
    """The names of a list without commas inside names, if their given names show that they stand second.

    A single name must end in a word that is hardly ever a family name. Empty if it is not such a list.

    >>> [name.display for name in read_if_inverted("Becker Hanno et Sorel Marie")], read_if_inverted("Osric Thomas")
    (['Hanno Becker', 'Marie Sorel'], ())
    """
    pieces = _PARTS.split(printed.strip(" ,;:."))
    orders = [_order_shown(piece.split()) for piece in pieces if " " in piece]
    if len(orders) < len(pieces) or NameOrder.INVERTED not in orders or NameOrder.DIRECT in orders:
        return ()
    if orders.count(NameOrder.INVERTED) < 2 and pieces[0].rpartition(" ")[2] in FAMILIES_TOO:
        return ()
    return read_in_order(printed, NameOrder.INVERTED)


def _is_bare(piece: str) -> bool:
    parts = piece.split()
    if not _BARE.fullmatch(piece) or any(is_institution_word(part) or is_acronym(part) for part in parts):
        return False
    return not is_place(parts[-1]) or _is_given(parts[0])


def _read_inverted(piece: str) -> Name:
    parts = piece.split()
    if _order_shown(parts) is NameOrder.DIRECT:
        return read_direct(piece)
    begin = len(parts) - 1
    while begin > 1 and (parts[begin].endswith(".") or _is_given(parts[begin - 1])):
        begin -= 1
    return person(" ".join(parts[:begin]), " ".join(parts[begin:]))


def _order_shown(parts: list[str]) -> NameOrder | None:
    """The order of a name's parts if one end, and not the other, is a known given name."""
    while len(parts) > 2 and parts[-1].endswith("."):
        parts = parts[:-1]
    first, last = _is_given(parts[0]), _is_given(parts[-1])
    if first is last:
        return None
    return NameOrder.DIRECT if first else NameOrder.INVERTED


def _is_given(word: str) -> bool:
    return word.partition("-")[0] in words("given_names")

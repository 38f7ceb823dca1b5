"""The model's attributes: by which short names it knows the features of tokens, and groups of them.

CRFsuite takes a time for each attribute of a token, and more for a long name. So the names that the shipped model has
for them are numbers in base 16, of the lines of ``attributes.txt`` beside it; and a group of features that is often
found has a line and a number of its own, with the sums of their weights. ``make train`` writes both files.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from reflist.prose.learned.features import Features
from reflist.prose.learned.features.words import Group

ATTRIBUTES = Path(__file__).with_name("attributes.txt")
"""A line for each attribute: a feature, or the features of a group with spaces between them."""

_UNKNOWN: Group = ()


def name(number: int) -> str:
    """The model's name of the attribute on a line, counted from 0."""
    return f"{number:x}"


def joined(group: Iterable[object]) -> str:
    """A group as a line has it; no feature holds a space."""
    return " ".join(map(str, group))


def attributes(lines: Sequence[str]) -> Features:
    """Features as a model knows them that has attributes with these lines; without those that it does not know."""
    known = {line: name(number).encode() for number, line in enumerate(lines)}
    alone: dict[str, Group] = {line: (one,) for line, one in known.items()}

    def tell(group: tuple[str, ...]) -> Group:
        return alone.get(" ".join(group)) or tuple([known[one] for one in group if one in known])

    return Features(tell, lambda feature: alone.get(feature, _UNKNOWN))


@cache
def shipped() -> Features:
    """The attributes of the model that ships."""
    return attributes(ATTRIBUTES.read_text("utf-8").split("\n"))

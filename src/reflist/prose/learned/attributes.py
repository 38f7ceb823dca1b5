"""The model's attributes: its short names for features of tokens and for groups of features.

CRFsuite needs time for each attribute of a token, and more for long names. So the shipped model names each attribute by
a hexadecimal number, that of its line in ``attributes.txt`` beside this file. A frequent group of features has a line
and a number of its own, with the sums of their weights. ``make train`` writes both files.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from reflist.prose.learned.features import Features
from reflist.prose.learned.features.words import Group

ATTRIBUTES = Path(__file__).with_name("attributes.txt")
"""A line for each attribute: a feature, or the features of a group separated by spaces."""

_UNKNOWN: Group = ()


def name(number: int) -> str:
    """The model's name for the attribute on a line, counted from 0."""
    return f"{number:x}"


def joined(group: Iterable[object]) -> str:
    """A group as a line of the file; no feature contains a space."""
    return " ".join(map(str, group))


def attributes(lines: Sequence[str]) -> Features:
    """Features under a model's names, which number these lines; features unknown to the model are left out."""
    known = {line: name(number).encode() for number, line in enumerate(lines)}
    alone: dict[str, Group] = {line: (one,) for line, one in known.items()}

    def tell(group: tuple[str, ...]) -> Group:
        return alone.get(" ".join(group)) or tuple([known[one] for one in group if one in known])

    return Features(tell, lambda feature: alone.get(feature, _UNKNOWN))


@cache
def shipped() -> Features:
    """The attributes of the shipped model."""
    return attributes(ATTRIBUTES.read_text("utf-8").split("\n"))

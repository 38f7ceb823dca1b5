"""What other packages add: objects that they declare as entry points (packaging.python.org, "Entry points").

They are looked for once, and only for a name that reflist itself does not have.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from reflist.report import ReflistError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_Kind = TypeVar("_Kind")


class AddonError(ReflistError):
    """Something that another package declares and that cannot be loaded, or is not what it should be."""


def names(group: str) -> list[str]:
    """The names that other packages add to a group, sorted."""
    return sorted(_declared(group))


def load(group: str, name: str, kind: type[_Kind]) -> _Kind:
    """What a package adds under this name. Raises `AddonError`, with the reason, where it cannot be had.

    Raises `KeyError` for a name that no package adds.
    """
    declared = _declared(group)[name]
    try:
        found = declared.load()
    except Exception as error:  # other people's code, and whatever it raises
        raise AddonError(f"{name!r} is declared by {declared.value}, which cannot be loaded: {error}") from error
    if not isinstance(found, kind):
        raise AddonError(f"{name!r}: {declared.value} is no {kind.__name__}")
    return found


@cache
def _declared(group: str) -> "Mapping[str, EntryPoint]":
    from importlib.metadata import entry_points  # noqa: PLC0415  # takes longer to load than reflist to start

    return {point.name: point for point in entry_points(group=group)}

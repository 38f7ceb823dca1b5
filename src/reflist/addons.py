"""What other packages add: objects declared as entry points (packaging.python.org, "Entry points").

Entry points are looked up once, and only for names that reflist itself does not have.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from reflist.report import ReflistError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_Kind = TypeVar("_Kind")


class AddonError(ReflistError):
    """An object that another package declares cannot be loaded, or is not of the right kind."""


def names(group: str) -> list[str]:
    """The names that other packages add to a group, sorted."""
    return sorted(_declared(group))


def load(group: str, name: str, kind: type[_Kind]) -> _Kind:
    """The object that a package adds under this name. Raises `AddonError`, with the reason, if it cannot be loaded.

    Raises `KeyError` for a name that no package adds.
    """
    declared = _declared(group)[name]
    try:
        found = declared.load()
    except Exception as error:  # other people's code may raise anything
        raise AddonError(f"{name!r} is declared by {declared.value}, which cannot be loaded: {error}") from error
    if not isinstance(found, kind):
        raise AddonError(f"{name!r}: {declared.value} is not a {kind.__name__}")
    return found


@cache
def _declared(group: str) -> "Mapping[str, EntryPoint]":
    from importlib.metadata import entry_points  # noqa: PLC0415  # takes longer to load than reflist to start

    return {point.name: point for point in entry_points(group=group)}

"""A work that is watched while it is rendered: it tells which of its variables are asked for."""

from collections.abc import Collection, Mapping
from typing import Any, Self, TypeVar

from reflist.csl.processor.state import Trail, Work

_VALUE = TypeVar("_VALUE")


def watched(work: Work, trail: Trail) -> Work:
    """The work, as one that tells the trail which of its variables it is asked for, and whether they are there."""
    told = work.copied()
    told.values = _Values(work.values, trail)
    told.names = _Values(work.names, trail)
    told.dates = _Values(work.dates, trail)
    told.present = _Variables.of(work.present, trail)
    return told


class _Values(dict[str, _VALUE]):
    """Values by variable."""

    def __init__(self, values: Mapping[str, _VALUE], trail: Trail) -> None:
        super().__init__(values)
        self.trail = trail

    def get(self, name: str, default: Any = None) -> Any:
        self.trail.answers[name] = super().__contains__(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.trail.answers[str(name)] = found
        return found


class _Variables(frozenset[str]):
    """The names of variables that are there."""

    trail: Trail

    @classmethod
    def of(cls, names: Collection[str], trail: Trail) -> Self:
        """These variables, which tell a trail."""
        made = cls(names)
        made.trail = trail
        return made

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.trail.answers[str(name)] = found
        return found

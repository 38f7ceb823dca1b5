"""A work that records, while it is rendered, which of its variables are asked for."""

from collections.abc import Collection, Mapping
from typing import Any, Self, TypeVar

from reflist.csl.processor.state import Trail, Work

_VALUE = TypeVar("_VALUE")


def watched(work: Work, trail: Trail) -> Work:
    """A copy of the work that records on the trail which variables it is asked for, and whether it has them."""
    recorded = work.copied()
    recorded.values = _Values(work.values, trail)
    recorded.names = _Values(work.names, trail)
    recorded.dates = _Values(work.dates, trail)
    recorded.present = _Variables.of(work.present, trail)
    return recorded


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
    """The names of the variables that have a value."""

    trail: Trail

    @classmethod
    def of(cls, names: Collection[str], trail: Trail) -> Self:
        """These variables, recorded on a trail when asked for."""
        made = cls(names)
        made.trail = trail
        return made

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.trail.answers[str(name)] = found
        return found

"""A work that records, while it is rendered, which of its variables are asked for."""

from collections.abc import Collection, Mapping
from typing import Any, Self, TypeVar

from reflist.csl.processor.state import Recording, Work

_VALUE = TypeVar("_VALUE")


def recording_copy(work: Work, recording: Recording) -> Work:
    """A copy of the work that records which variables it is asked for, and whether it has them."""
    recorded = work.copied()
    recorded.values = _Values(work.values, recording)
    recorded.names = _Values(work.names, recording)
    recorded.dates = _Values(work.dates, recording)
    recorded.present = _Variables.of(work.present, recording)
    return recorded


class _Values(dict[str, _VALUE]):
    """Values by variable."""

    def __init__(self, values: Mapping[str, _VALUE], recording: Recording) -> None:
        super().__init__(values)
        self.recording = recording

    def get(self, name: str, default: Any = None) -> Any:
        self.recording.answers[name] = super().__contains__(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.recording.answers[str(name)] = found
        return found


class _Variables(frozenset[str]):
    """The names of the variables that have a value."""

    recording: Recording

    @classmethod
    def of(cls, names: Collection[str], recording: Recording) -> Self:
        """These variables, recorded when asked for."""
        made = cls(names)
        made.recording = recording
        return made

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.recording.answers[str(name)] = found
        return found

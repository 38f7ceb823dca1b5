"""Regular expressions that are compiled when they are first used: most runs need few of the many there are."""

import re
from typing import Any, AnyStr, cast


class _Late:
    """Stands for a compiled pattern; its methods are the pattern's, fetched once each."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._pattern, self._flags), name)
        self.__dict__[name] = value
        return value


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern as `re.compile` gives it, compiled when one of its methods is first asked for.

    For large ones, and those that few runs need: compiling them takes longer than all else when a command starts.
    Raises `re.error` as late. The ``re`` of a match is not this object.

    >>> late("a+").fullmatch("aa")
    <re.Match object; span=(0, 2), match='aa'>
    """
    return cast(re.Pattern[AnyStr], _Late(pattern, flags))

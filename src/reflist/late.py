"""Regular expressions that are compiled on first use: most runs need few of them."""

import re
from typing import Any, AnyStr, cast


class _Late:
    """A stand-in for a compiled pattern; each of the pattern's methods is fetched once, when needed."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._pattern, self._flags), name)
        self.__dict__[name] = value
        return value


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern, as from `re.compile`, that is compiled when one of its methods is first used.

    For large patterns, and those that few runs need: compiling them takes longer than all else at start-up.
    Raises `re.error` only then. The ``re`` attribute of a match is not this object.

    >>> late("a+").fullmatch("aa")
    <re.Match object; span=(0, 2), match='aa'>
    """
    return cast(re.Pattern[AnyStr], _Late(pattern, flags))

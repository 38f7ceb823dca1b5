"""The base class of the model's immutable, slotted values."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar


class Frozen:
    """An immutable value: its slots are set once, in ``__init__`` by :meth:`_set` or `setters`; compared by content.

    A subclass lists its attributes (two or more) in ``__slots__``, in the order of its ``__init__`` parameters. It is
    written by hand because a frozen dataclass takes several times as long to create, and millions of these values are
    created.

    A value that holds a mapping (`sealed`) or a reference can be compared and pickled, but not hashed.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()

    _set = object.__setattr__
    _get: "ClassVar[attrgetter[tuple[Any, ...]]]"

    def __init_subclass__(cls) -> None:
        cls._get = attrgetter(*cls.__slots__)

    def _values(self) -> tuple[Any, ...]:
        return self._get(self)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: cannot delete {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._get(self) == self._get(other)

    def __hash__(self) -> int:
        return hash(self._get(self))

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{name}={value!r}" for name, value in zip(self.__slots__, self._values(), strict=True) if value
        )
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), tuple(map(_unsealed, self._values()))

    def replace(self, **changes: Any) -> Self:
        """A copy with some attributes changed."""
        return type(self)(**{name: changes.pop(name, getattr(self, name)) for name in self.__slots__}, **changes)


def setters(frozen: type) -> tuple[Callable[[Any, Any], None], ...]:
    """Functions that set each slot of a value being made, in order: twice as fast as ``_set``."""
    return tuple(vars(frozen)[name].__set__ for name in vars(frozen)["__slots__"])


_RESULT = TypeVar("_RESULT")


class _Remembered(dict[str, _RESULT]):
    """A function's results for strings; emptied when it is full."""

    def __init__(self, function: Callable[[str], _RESULT], most: int, longest: int) -> None:
        self.function, self.most, self.longest = function, most, longest

    def __missing__(self, string: str) -> _RESULT:
        made = self.function(string)
        if len(string) < self.longest:
            if len(self) >= self.most:
                self.clear()
            self[string] = made
        return made


def remembered(function: Callable[[str], _RESULT], most: int = 8192, longest: int = 200) -> Callable[[str], _RESULT]:
    """The function, which must be pure, with its results for recent strings cached, except for long ones.

    So memory is bounded, whatever is read. A known string costs only a dictionary lookup, a third of the time that
    `functools.lru_cache` takes with such a bound.
    """
    return _Remembered(function, most, longest).__getitem__


def any_in(parts: tuple[str, ...], string: str) -> bool:
    """Whether any of the parts occurs in the string: for short ones several times as fast as a regular expression."""
    for part in parts:  # noqa: SIM110  # a generator would take as long as all the rest
        if part in string:
            return True
    return False


_PRINTABLE = bytes(range(0x20, 0x7F))
_LONG = 200
"""The length in characters from which taking away the printable ASCII characters is faster."""


def is_printable(string: str) -> bool:
    """The same as `str.isprintable`, three times as fast for long ASCII texts."""
    if len(string) < _LONG or not string.isascii():
        return string.isprintable()
    return not string.encode().translate(None, _PRINTABLE)


_KEY = TypeVar("_KEY")
_VALUE = TypeVar("_VALUE")


def sealed(mapping: Mapping[_KEY, _VALUE] | None) -> Mapping[_KEY, _VALUE]:
    """A read-only copy of a mapping; an empty one for None."""
    return MappingProxyType(dict(mapping)) if mapping else _EMPTY


def _unsealed(value: object) -> object:
    """A mapping as a plain dictionary, since a read-only one cannot be pickled."""
    return dict(value) if isinstance(value, MappingProxyType) else value


_EMPTY: Mapping[Any, Any] = MappingProxyType({})


class lazy(Generic[_RESULT]):  # noqa: N801  # it is used as a decorator, like `property`
    """A property that is computed once, when first used.

    `functools.cached_property` takes a lock (until Python 3.12), which costs more than computing most properties does.
    """

    def __init__(self, function: Callable[[Any], _RESULT]) -> None:
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type) -> _RESULT:
        made = self.function(instance)
        setattr(instance, self.name, made)
        return made

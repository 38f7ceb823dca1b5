"""The base of the immutable, slotted values of the model."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar


class Frozen:
    """A value: its slots are set once, in ``__init__`` through :meth:`_set` or its `setters`, and compared by content.

    A subclass lists its attributes (two or more) in ``__slots__``, in the order of its ``__init__`` parameters. Written
    by hand because a frozen dataclass costs several times as much to create, and these values are created by the
    million.

    A value that holds a mapping (`sealed`) or a reference can be compared and pickled but has no hash.
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
        """The same value with some attributes changed."""
        return type(self)(**{name: changes.pop(name, getattr(self, name)) for name in self.__slots__}, **changes)


def setters(frozen: type) -> tuple[Callable[[Any, Any], None], ...]:
    """What sets each slot of a value that is being made, in order: in half the time that ``_set`` takes."""
    return tuple(vars(frozen)[name].__set__ for name in vars(frozen)["__slots__"])


_RESULT = TypeVar("_RESULT")


class _Remembered(dict[str, _RESULT]):
    """What a function made of strings; emptied when it is full."""

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
    """The function, which must be a pure one, with what it made of the last strings at hand; of long ones it is not.

    So what is kept is bounded, whatever is read. A string that is known costs no more than a look into a dictionary,
    a third of what `functools.lru_cache` takes with such a bound.
    """
    return _Remembered(function, most, longest).__getitem__


def any_in(parts: tuple[str, ...], string: str) -> bool:
    """Whether any of the parts stands in the string: for short ones several times as fast as a regular expression."""
    for part in parts:  # noqa: SIM110  # a generator would take as long as all else
        if part in string:
            return True
    return False


_CONTROLS = (*map(chr, range(0x20)), "\x7f")
_LONG = 300
"""Characters from which on it is faster to look for each control character of ASCII."""


def is_printable(string: str) -> bool:
    """The same as `str.isprintable`, for long texts of ASCII several times as fast."""
    if len(string) < _LONG or not string.isascii():
        return string.isprintable()
    return not any_in(_CONTROLS, string)


_KEY = TypeVar("_KEY")
_VALUE = TypeVar("_VALUE")


def sealed(mapping: Mapping[_KEY, _VALUE] | None) -> Mapping[_KEY, _VALUE]:
    """A copy of a mapping that nobody can change; an empty one for None."""
    return MappingProxyType(dict(mapping)) if mapping else _EMPTY


def _unsealed(value: object) -> object:
    """A mapping as a plain dictionary, since a read-only one cannot be pickled."""
    return dict(value) if isinstance(value, MappingProxyType) else value


_EMPTY: Mapping[Any, Any] = MappingProxyType({})


class lazy(Generic[_RESULT]):  # noqa: N801  # it is used as a decorator, like `property`
    """A property that is worked out once, when it is first asked for.

    `functools.cached_property` takes a lock for that (until Python 3.12), which costs more than most properties do.
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

"""The reference and its origin."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from reflist.model.date import Date
from reflist.model.name import Name
from reflist.model.variables import KINDS, Kind
from reflist.report import Place
from reflist.text import Text
from reflist.value import Frozen, sealed, setters

Value = Text | str | Date | tuple[Name, ...]
"""The value of a variable, whose `Kind` decides the type."""

Extras = Mapping[tuple[str, str], tuple[str, ...]]
"""What no variable can hold: (format, tag) -> values, as written in that format."""

PYTHON_TYPES: dict[Kind, type] = {
    Kind.NAMES: tuple,
    Kind.DATE: Date,
    Kind.NUMBER: str,
    Kind.TEXT: Text,
    Kind.VERBATIM: str,
}


class _Types(dict[str, type]):
    """The Python type of the values of each variable."""

    def __missing__(self, name: str) -> NoReturn:
        raise KeyError(f"{name!r} is not a CSL variable")


_TYPE_OF = _Types({name: PYTHON_TYPES[kind] for name, kind in KINDS.items()})


class FieldOrigin(Frozen):
    """Where the value of a variable was: ``raw[start:end]`` of the origin, as printed there.

    ``confidence`` is how sure the reading is (0 to 1), ``repair`` is what was repaired, in words.
    """

    __slots__ = ("start", "end", "printed", "confidence", "repair")

    start: int
    end: int
    printed: str
    confidence: float
    repair: str

    def __init__(self, start: int, end: int, printed: str, confidence: float = 1.0, repair: str = "") -> None:
        _set_start(self, start)
        _set_end(self, end)
        _set_printed(self, printed)
        _set_certainty(self, confidence)
        _set_repair(self, repair)


_set_start, _set_end, _set_printed, _set_certainty, _set_repair = setters(FieldOrigin)


class Origin(Frozen):
    """Where a reference came from: the source's name, the line (counted from 1) and the raw string.

    If it was read from free text, also the `FieldOrigin` of each variable.
    """

    __slots__ = ("source", "line", "raw", "confidence", "fields")

    source: str
    line: int | None
    raw: str
    confidence: float
    fields: Mapping[str, FieldOrigin]

    def __init__(
        self,
        source: str = "",
        line: int | None = None,
        raw: str = "",
        confidence: float = 1.0,
        fields: Mapping[str, FieldOrigin] | None = None,
    ) -> None:
        _set_source(self, source)
        _set_line(self, line)
        _set_raw(self, raw)
        _set_confidence(self, confidence)
        _set_fields(self, sealed(fields))

    @property
    def place(self) -> Place:
        """The place, as in diagnostics."""
        return Place(self.source or None, self.line)


_set_source, _set_line, _set_raw, _set_confidence, _set_fields = setters(Origin)


NOWHERE = Origin()


class Reference:
    """One bibliographic description: an id, a CSL type, and the variables it has.

    ``variables`` maps CSL variable names to typed values, in the order they were found. Variables without a value, or
    with an empty one, are absent. Equality ignores the origin. A reference is immutable:
    ``reference | {"title": Text("…"), "note": None}`` is a new one with the title set and the note removed.

    Raises `TypeError` for a value not of its variable's kind, and `KeyError` for a name that is not a CSL variable.
    """

    __slots__ = ("id", "type", "variables", "extras", "origin")

    id: str
    type: str
    variables: Mapping[str, Value]
    extras: Extras
    origin: Origin

    def __init__(
        self,
        id: str,
        type: str,
        variables: Mapping[str, Value] | None = None,
        extras: Extras | None = None,
        origin: Origin = NOWHERE,
    ) -> None:
        for name, value in (variables or {}).items():
            if not isinstance(value, _TYPE_OF[name]):
                raise TypeError(f"{name} takes {_TYPE_OF[name].__name__}, not {value!r}")
        _set_id(self, id)
        _set_type(self, type)
        _set_variables(self, sealed({name: value for name, value in (variables or {}).items() if value}))
        _set_extras(self, sealed(extras))
        _set_origin(self, origin)

    @staticmethod
    def made(
        id: str,
        type: str,
        variables: dict[str, Value],
        extras: dict[tuple[str, str], tuple[str, ...]],
        origin: Origin = NOWHERE,
    ) -> "Reference":
        """A reference made from values that are known to be of their variables' kinds and not empty.

        For readers: the mappings are neither checked nor copied, so the caller must not change them afterwards.
        """
        reference = _new(Reference)
        _set_id(reference, id)
        _set_type(reference, type)
        _set_variables(reference, MappingProxyType(variables))
        _set_extras(reference, MappingProxyType(extras) if extras else sealed(None))
        _set_origin(reference, origin)
        return reference

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Reference is immutable: cannot set {name!r}; write reference | {{...}}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a Reference is immutable: cannot delete {name!r}; write reference | {{...: None}}")

    def __reduce__(self) -> tuple[Callable[..., "Reference"], tuple[Any, ...]]:
        return Reference, (self.id, self.type, dict(self.variables), dict(self.extras), self.origin)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reference):
            return NotImplemented
        return (
            self.id == other.id
            and self.type == other.type
            and self.variables == other.variables
            and self.extras == other.extras
        )

    __hash__ = None  # type: ignore[assignment]  # the mappings are not hashable; compare references, or key them by id

    def __repr__(self) -> str:
        return f"Reference({self.id!r}, {self.type!r}, {dict(self.variables)!r})"

    def __contains__(self, name: str) -> bool:
        return name in self.variables

    def __getitem__(self, name: str) -> Value:
        return self.variables[name]

    def __or__(self, changes: Mapping[str, Value | None]) -> "Reference":
        merged = {name: value for name, value in {**self.variables, **changes}.items() if value is not None}
        return self.replace(variables=merged)

    def replace(self, **changes: Any) -> "Reference":
        """A copy with another id, type, variables, extras or origin."""
        if changes.keys() <= {"id", "origin"}:  # the mappings can be shared, since they cannot be changed
            reference = _new(Reference)
            _set_id(reference, changes.get("id", self.id))
            _set_type(reference, self.type)
            _set_variables(reference, self.variables)
            _set_extras(reference, self.extras)
            _set_origin(reference, changes.get("origin", self.origin))
            return reference
        return Reference(**{name: changes.pop(name, getattr(self, name)) for name in self.__slots__}, **changes)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names in a variable; an empty tuple if it is absent."""
        value = self.variables.get(variable, ())
        return value if isinstance(value, tuple) else ()

    def date(self, variable: str) -> Date:
        """The date in a variable; an empty date, which is false, if it is absent."""
        value = self.variables.get(variable)
        return value if isinstance(value, Date) else Date()

    def text(self, variable: str) -> Text:
        """The text of a text, number or verbatim variable; an empty text if it is absent."""
        value = self.variables.get(variable, "")
        return value if isinstance(value, Text) else Text(value if isinstance(value, str) else "")

    def plain(self, variable: str) -> str:
        """The text of a variable without its marks."""
        value = self.variables.get(variable)
        if value is None:
            return ""
        return value.plain if isinstance(value, Text) else value if isinstance(value, str) else ""


_new = object.__new__
_set_id, _set_type, _set_variables, _set_extras, _set_origin = setters(Reference)

"""The one place where raw strings become typed variables; what fits no variable is kept as an extra, never dropped."""

from collections.abc import Callable, Mapping

from reflist.grammar.dates import read_day
from reflist.grammar.names import read_names
from reflist.grammar.pages import read_pages
from reflist.model import KINDS, NOWHERE, Date, FieldOrigin, Kind, Origin, Reference, Value
from reflist.text import Text


def _date(raw: str) -> Value | None:
    day = read_day(raw)
    date = day.in_year() if day else Date()
    return date or Date(literal=raw)


READERS: Mapping[Kind, Callable[[str], Value | None]] = {
    Kind.NAMES: lambda raw: read_names(raw).names or None,
    Kind.DATE: _date,
    Kind.NUMBER: lambda raw: raw,
    Kind.TEXT: Text,
    Kind.VERBATIM: lambda raw: raw,
}
"""For each kind of variable, the function that reads its raw string, if the reader has not done so already."""


def _in_words(value: Value) -> str:
    """A value as a string, to be kept as an extra."""
    if isinstance(value, Text):
        return value.plain
    if isinstance(value, Date):
        return value.literal or "/".join("-".join(map(str, parts)) for parts in value.parts)
    return value.strip() if isinstance(value, str) else "; ".join(name.display for name in value)


class Draft:
    """A reference in the making: raw strings and values go in, a typed `Reference` comes out."""

    def __init__(self, format: str, type: str = "document") -> None:
        self.format = format
        self.type = type
        self.variables: dict[str, Value] = {}
        self.kept: dict[tuple[str, str], list[str]] = {}
        self.fields: dict[str, FieldOrigin] = {}

    def __contains__(self, variable: str) -> bool:
        return variable in self.variables

    def put(self, variable: str, value: Value | str, field: FieldOrigin | None = None) -> None:
        """Set a variable from a typed value, or from a raw string.

        A name that is not a CSL variable, a second value, or a string that cannot be read is kept as an extra.
        """
        if variable not in KINDS or variable in self.variables:
            read = None
        else:
            read = self._read(variable, value) if isinstance(value, str) else value
        if read:
            self.variables[variable] = read
            if field:
                self.fields[variable] = field
        elif raw := _in_words(value):
            self.keep(variable, raw)

    def rename(self, variable: str, other: str) -> None:
        """Make the value of a variable, if there is one, that of another one, which has none."""
        if variable in self.variables:
            self.variables[other] = self.variables.pop(variable)
        if variable in self.fields:
            self.fields[other] = self.fields.pop(variable)

    def keep(self, tag: str, raw: str, format: str = "") -> None:
        """Keep a raw string under its tag as an extra, of this draft's format unless another is named."""
        self.kept.setdefault((format or self.format, tag), []).append(raw)

    def build(self, id: str = "", origin: Origin = NOWHERE) -> Reference:
        """Make the reference; its origin records the place of each variable."""
        if self.fields:
            origin = origin.replace(fields=self.fields)
        variables = {variable: value for variable, value in self.variables.items() if value}
        extras = {key: tuple(values) for key, values in self.kept.items()}
        return Reference.made(id, self.type, variables, extras, origin)

    def _read(self, variable: str, raw: str) -> Value | None:
        if variable == "page":
            return read_pages(raw, lost_dash=False).value
        return READERS[KINDS[variable]](raw.strip())

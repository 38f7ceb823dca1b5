"""Fields of RIS and similar formats from a reference.

Each variable is written under its tag; one without a tag as lines for Zotero's field Extra, if they can hold it
(``M2  - event-place: London``). What these do not give back is written to notes in CSL-JSON: in ``csl: {...}`` if it
also has a tag, in ``also: {...}`` if not. Readable notes hold details of names, and extras of other formats.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from operator import itemgetter

from reflist.formats.ris_extra import KEY, TYPE, extra_lines, read_extra
from reflist.formats.ris_habits import is_class
from reflist.formats.ris_lines import (
    INEXACT,
    RIS,
    Dialect,
    Line,
    columns_of,
    detail_notes,
    order_of,
)
from reflist.formats.ris_tables import DISTINCT_BY_FORM, EXTRA, NOTES, SEVERAL, implied_type, variable_of
from reflist.formats.ris_values import line
from reflist.grammar import markup
from reflist.late import late
from reflist.model import KINDS, Date, Kind, Name, Reference, Value, edtf, to_csl
from reflist.model.csl import plain_item

WRITTEN, UNWRITTEN = "csl", "also"
"""The titles of notes in CSL-JSON: for values that also have a tag, and for those that do not."""

NOTE = re.compile(r"(?:(?P<format>[a-z][a-z0-9]*):(?P<tag>[^\s:]+)|(?P<variable>[A-Za-z][\w-]*)): (?P<value>.+)")
"""A readable note: on an extra of another format, or on a variable (which is read but not written)."""

_CONTROL = late("[\x7f\x85\u2028\u2029]")
"""Characters that end lines in some programs, or are not characters, and that JSON does not escape."""

_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

_NEVER_EXTRA = frozenset({"TY", "ER", "ID", "SP", "EP", "PG", "PY", "Y1", "DA", NOTES})


def fields(reference: Reference, dialect: Dialect = RIS) -> list[Line]:
    """The reference type and the other fields, in order, under the tags of RIS."""
    return _Writing(reference, dialect).fields()


class _Writing:
    """One reference being written: blocks of lines under one tag, and notes."""

    def __init__(self, reference: Reference, dialect: Dialect) -> None:
        self.reference, self.dialect = reference, dialect
        self.type = dialect.type_of(reference.type)
        self.columns = columns_of(dialect, self.type)
        self.blocks: list[tuple[int, list[Line]]] = []
        self.extra_lines: list[str] = []
        self.notes: list[str] = []
        self.written: dict[str, Value] = {}
        self.unwritten: dict[str, Value] = {}
        self.extras: dict[tuple[str, str], tuple[str, ...]] = {}
        self.used: dict[str, str] = {}

    def fields(self) -> list[Line]:
        """All fields, the type first."""
        for variable, value in sorted(self.reference.variables.items(), key=self._is_read_as_another):
            self._variable(variable, value)
        if "status" in self.reference.variables:
            self._status()
        for (format, tag), values in self.reference.extras.items():
            self._extra(format, tag, values)
        self._type()
        self._exact()
        self.blocks.sort(key=itemgetter(0))
        written = [("TY", self.type), ("ID", line(self.reference.id))]
        for _, lines in self.blocks:
            written += lines
        return written + [(EXTRA, value) for value in self.extra_lines] + [(NOTES, note) for note in self.notes]

    def _is_read_as_another(self, item: tuple[str, Value]) -> bool:
        """Whether the tag of a variable is read as another variable, which is then written first."""
        column = self.columns.get(item[0])
        return column is not None and not column.readable

    def _variable(self, variable: str, value: Value) -> None:
        column = self.columns.get(variable)
        lines, exactness = column.write(value) if column else ([], INEXACT)
        details = self._details(value) if isinstance(value, tuple) else []
        exact = exactness != INEXACT and details is not None and not _refers(lines)
        own = self.dialect.own(column.tag) if column else ""
        if not column or not lines or (own in self.used and not (exact and self._may_share(column.tag, own))):
            self._note(variable, value, details)
            return
        self.used[own] = variable
        self.blocks.append((column.order, lines))
        if exact:
            self.notes += details or ()
            return
        if isinstance(value, Date) and variable == "issued" and (printed := edtf.write(value)):
            self.extra_lines.append(f"issued: {printed}")
            if edtf.read(printed) == value:
                return
        self.written[variable] = value

    def _may_share(self, tag: str, own: str) -> bool:
        """Whether a tag can hold two variables here: not if one is the number, which could be read as either."""
        return tag in DISTINCT_BY_FORM and self.used[own] != "number"

    def _details(self, names: tuple[Name, ...]) -> list[str] | None:
        """Notes on details of names; None if a name occurs twice, since notes would be ambiguous."""
        notes = {name: details for name in names if (details := detail_notes(name))}
        if notes:
            values = self.reference.variables.values()
            shown = Counter(name.display for value in values if isinstance(value, tuple) for name in value)
            if any(shown[name.display] > 1 for name in notes):
                return None
        return [note for details in notes.values() for note in details]

    def _note(self, variable: str, value: Value, details: list[str] | None) -> None:
        """Write a variable without a tag: as lines of Extra if they can hold it."""
        is_id = variable == KEY and not self.reference.id
        lines = extra_lines(variable, value) if details is not None and not is_id else []
        if lines:
            self.extra_lines += lines
            self.notes += details or ()
        else:
            self.unwritten[variable] = value

    def _status(self) -> None:
        """Write the status in place of a missing year, where people look for it, unless it has a tag."""
        status = line(self.reference.plain("status"))
        lines = [("PY", status)]
        if status and "issued" not in self.reference and "status" not in self.used.values() and not _refers(lines):
            self.blocks.append((order_of("PY"), lines))

    def _extra(self, format: str, tag: str, values: tuple[str, ...]) -> None:
        """Write an extra: as a line if it is from this format, else as a note."""
        if not values:
            self.extras[format, tag] = values
        elif format == self.dialect.name and all(self._has_line(tag, value) for value in values):
            self.blocks.append((order_of(tag), [(tag, value) for value in values]))
        elif "" not in values and tuple(map(line, values)) == values and (begin := note_beginning(format, tag)):
            self.notes += [begin + value for value in values]
        else:
            self.extras[format, tag] = values

    def _has_line(self, tag: str, value: str) -> bool:
        """Whether a line with this tag and value would be read as an extra."""
        if not self.dialect.own_tag.fullmatch(tag) or tag in _NEVER_EXTRA or not value or line(value) != value:
            return False
        if tag in self.dialect.tags.values() or _refers([(tag, value)]):
            return False
        variable = variable_of(tag, value, self.type)
        if variable is None:
            return tag != EXTRA or read_extra(value) is None
        if variable == "genre" and variable not in self.reference:
            return is_class(value, self.reference.type, self.reference.id)
        is_second = variable in self.used.values() and KINDS[variable] not in (Kind.NAMES, Kind.DATE)
        return is_second and tag not in SEVERAL and line(self.reference.plain(variable)) != value

    def _type(self) -> None:
        tags = (tag for _, block in self.blocks for tag, _ in block[:1])
        if self.reference.type != implied_type(self.type, tags, self.dialect.unknown):
            self.extra_lines.append(f"{TYPE}: {self.reference.type}")

    def _exact(self) -> None:
        """Write the notes in CSL-JSON."""
        if self.written:
            self.notes.append(f"{WRITTEN}: {in_json(self.written)}")
        id_ = self.reference.id if line(self.reference.id) != self.reference.id else ""
        if self.unwritten or self.extras or id_:
            self.notes.append(f"{UNWRITTEN}: {in_json(self.unwritten, self.extras, id_)}")


def _refers(lines: list[Line]) -> bool:
    """Whether some value would be read as containing a character reference: ``&amp;``."""
    return any(markup.resolved(value) != value for _, value in lines)


@lru_cache(maxsize=1024)
def note_beginning(format: str, tag: str) -> str:
    """How a readable note on an extra begins; empty if the note would not give the extra back."""
    found = NOTE.fullmatch(f"{format}:{tag}: x")
    return f"{format}:{tag}: " if found and found.group("format", "tag", "value") == (format, tag, "x") else ""


def in_json(
    variables: Mapping[str, Value], extras: Mapping[tuple[str, str], tuple[str, ...]] | None = None, id_: str = ""
) -> str:
    """The content of a note in CSL-JSON: these variables and extras, and an id."""
    written = "" if extras or id_ else _names_in_json(variables) or _simple_values_in_json(variables)
    if not written:
        item = to_csl(Reference(id_, "document", variables, extras))
        del item["type"]
        if not id_:
            del item["id"]
        written = _encoded(item)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", written) if not written.isprintable() else written


def _simple_values_in_json(variables: Mapping[str, Value]) -> str:
    """The same for variables only; empty if CSL-JSON cannot hold all of some value."""
    item = plain_item(variables)
    return _encoded(item) if item else ""


def _names_in_json(variables: Mapping[str, Value]) -> str:
    """The same for names only, the content of most notes; empty if CSL-JSON cannot hold all of some name."""
    lists = []
    for variable, names in variables.items():
        if not isinstance(names, tuple):
            return ""
        written = [
            f'{{"family": {_encoded(name.family)}, "given": {_encoded(name.given)}}}'
            if name.has_two_parts
            else _other_name_in_json(name)
            for name in names
        ]
        if "" in written:
            return ""
        lists.append(f'"{variable}": [{", ".join(written)}]')
    return f"{{{', '.join(lists)}}}"


@lru_cache(maxsize=4096)
def _other_name_in_json(name: Name) -> str:
    item = plain_item({"author": (name,)})
    return _encoded(item["author"][0]) if item else ""

"""A reference to the fields of RIS, and of what is like it.

Each variable goes to its tag. What has none, and what the tag alone would not give back, goes into notes: readable ones
(``U1  - event-place: London``) where they say it all, else CSL-JSON, in ``csl: {...}`` for what also stands under its
tag, in ``also: {...}`` for what does not.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from reflist.formats.ris_tables import (
    CLEANED,
    GENERIC,
    NOT_YET,
    NOTES,
    SEVERAL,
    TAGS,
    TOLD_APART,
    TYPES,
    implied_type,
    tag_of,
    variable_of,
)
from reflist.formats.ris_values import (
    join_pages,
    line,
    read_date,
    read_issued,
    read_name,
    words,
    write_date,
    write_issued,
    write_name,
    write_pages,
)
from reflist.grammar import edtf
from reflist.model import KINDS, Date, Kind, Name, Reference, Value, to_csl
from reflist.text import Text

NAME_DETAILS = {"acronym": "acronym", "affiliation": "affiliation", "orcid": "ORCID"}
"""What a name carries beyond its parts, and what the note on it is called."""

WRITTEN, UNWRITTEN = "csl", "also"
"""The notes in CSL-JSON: of what also stands under its tag, and of what does not."""

NOTE = re.compile(r"(?:(?P<format>[a-z][a-z0-9]*):(?P<tag>[^\s:]+)|(?P<variable>[A-Za-z][\w-]*)): (?P<value>.+)")
"""A readable note: of what another format brought, or of a variable."""

Line = tuple[str, str]
"""A tag of RIS and its value."""

_ORDER = {row.tag: at for at, row in enumerate(TAGS)} | {NOTES: len(TAGS) + 1}
_ORDER |= {"EP": _ORDER["SP"], "DA": _ORDER["PY"]}
_NEVER_EXTRA = frozenset({"TY", "ER", "ID", "SP", "EP", "PG", "PY", "Y1", "DA", NOTES})


class Dialect(NamedTuple):
    """A format with the fields of RIS, maybe under tags of its own (none for RIS itself).

    ``places`` names the tag of a variable where it is not RIS's: in some types of reference, or (without a type) in
    all others. ``types`` names the types of reference, ``own_tag`` says what a tag of its own looks like, ``ranges``
    whether first and last page stand together.
    """

    name: str
    tags: Mapping[str, str] = {}
    places: Mapping[tuple[str, str], str] = {}
    types: Mapping[str, str] = {}
    own_tag: re.Pattern[str] = re.compile("[A-Z][A-Z0-9]")
    ranges: bool = False

    def own(self, tag: str) -> str:
        """A tag of RIS as the format has it; one that RIS has not, as it stands."""
        return self.tags.get(tag, tag)

    def tag_of(self, variable: str, type_: str) -> str | None:
        """The tag of RIS that a variable is written under; None where the format has none for it."""
        tag = self.places.get((variable, type_)) or self.places.get((variable, "")) or tag_of(variable, type_)
        return tag if not self.tags or tag in self.tags else None

    def type_of(self, csl: str) -> str:
        """The type of reference of an item type: RIS's, or the one that stands for it where the format has not that."""
        return self.types.get(TYPES[csl], GENERIC) if self.types else TYPES[csl]


RIS = Dialect("ris")


def fields(reference: Reference, dialect: Dialect = RIS) -> list[Line]:
    """The type of reference and the other fields, in order, under the tags of RIS."""
    return _Writing(reference, dialect).fields()


def lines_of(variable: str, value: Value, type_: str, dialect: Dialect) -> list[Line]:
    """A variable's lines under its tag in a type of reference; none where it has no tag."""
    tag = dialect.tag_of(variable, type_)
    if tag is None:
        return []
    if isinstance(value, tuple):
        return [(tag, written) for name in value if (written := write_name(name))]
    if isinstance(value, Date):
        return write_issued(value) if variable == "issued" else [(tag, write_date(value))]
    plain = value.plain if isinstance(value, Text) else value
    if variable == "page" and not dialect.ranges:
        return write_pages(plain)
    if tag in SEVERAL:
        parts = plain.split(", " if variable == "keyword" else "\n")
        return [(tag, written) for part in parts if (written := line(part))]
    return [(tag, line(plain))]


class _Writing:
    """One reference being written."""

    def __init__(self, reference: Reference, dialect: Dialect) -> None:
        self.reference, self.dialect = reference, dialect
        self.type = dialect.type_of(reference.type)
        self.lines: list[Line] = []
        self.notes: list[str] = []
        self.written: dict[str, Value] = {}
        self.unwritten: dict[str, Value] = {}
        self.extras: dict[tuple[str, str], tuple[str, ...]] = {}
        self.used: set[str] = set()
        self.placed: set[str] = set()

    def fields(self) -> list[Line]:
        """All fields, the type first."""
        for variable, value in self.reference.variables.items():
            self._variable(variable, value)
        self._status()
        self._details()
        for (format, tag), values in self.reference.extras.items():
            self._extra(format, tag, values)
        self._type()
        self._exact()
        self.lines += [(NOTES, note) for note in self.notes]
        ordered = sorted(self.lines, key=lambda written: _ORDER.get(written[0], len(TAGS)))
        return [("TY", self.type), ("ID", line(self.reference.id)), *ordered]

    def _variable(self, variable: str, value: Value) -> None:
        lines = lines_of(variable, value, self.type, self.dialect)
        tag = lines[0][0] if lines else ""
        exact = bool(lines) and reads_back(variable, value, lines, self.type) and not self._doubled(value)
        if not lines or (tag in self.used and not (exact and tag in TOLD_APART)):
            self._note(variable, value)
            return
        self.used.add(tag)
        self.placed.add(variable)
        self.lines += lines
        if exact:
            return
        if variable == "issued" and isinstance(value, Date) and (said := edtf.write(value)):
            self.notes.append(f"issued: {said}")
            if edtf.read(said) == value:
                return
        self.written[variable] = value

    def _note(self, variable: str, value: Value) -> None:
        """A variable without a tag: a readable note where that says all."""
        notes = [f"{variable}: {said}" for said in _said(value)]
        said = [note.partition(": ")[2] for note in notes]
        if notes and _note_says_all(value, said) and not self._doubled(value):
            self.notes += notes
        else:
            self.unwritten[variable] = value

    def _doubled(self, value: Value) -> bool:
        """Whether details belong to a name that stands twice in the reference: a note would not say to which."""
        detailed = [name for name in value if detail_notes(name)] if isinstance(value, tuple) else []
        if not detailed:
            return False
        values = self.reference.variables.values()
        shown = Counter(name.display for names in values if isinstance(names, tuple) for name in names)
        return any(shown[name.display] > 1 for name in detailed)

    def _status(self) -> None:
        """What is forthcoming has no year: the status stands there, where people look for it."""
        status = line(self.reference.plain("status"))
        if status and "issued" not in self.reference:
            self.lines.append(("PY", status))

    def _details(self) -> None:
        """What names carry beyond their parts."""
        for variable, value in self.reference.variables.items():
            if isinstance(value, tuple) and variable not in self.written and variable not in self.unwritten:
                self.notes += [note for name in value for note in detail_notes(name)]

    def _extra(self, format: str, tag: str, values: tuple[str, ...]) -> None:
        """What no variable holds: its own line where it came from this format, else a note."""
        own = self.dialect.name
        if not values:
            self.extras[format, tag] = values
        elif format == own and all(self._has_line(tag, value) for value in values):
            self.lines += [(tag, value) for value in values]
        elif all(_is_note(format, tag, value) for value in values):
            self.notes += [f"{format}:{tag}: {value}" for value in values]
        else:
            self.extras[format, tag] = values

    def _has_line(self, tag: str, value: str) -> bool:
        """Whether a line with this tag and value would be read as an extra."""
        if not self.dialect.own_tag.fullmatch(tag) or tag in _NEVER_EXTRA or not value or line(value) != value:
            return False
        if tag in self.dialect.tags.values():
            return False
        variable = variable_of(tag, value, self.type)
        if variable is None:
            return True
        is_second = variable in self.placed and KINDS[variable] not in (Kind.NAMES, Kind.DATE) and tag not in SEVERAL
        return is_second and line(self.reference.plain(variable)) != value

    def _type(self) -> None:
        if self.reference.type != implied_type(self.type, [tag for tag, _ in self.lines]):
            self.notes.append(f"type: {self.reference.type}")

    def _exact(self) -> None:
        """The notes in CSL-JSON."""
        if self.written:
            self.notes.append(f"{WRITTEN}: {_json(self.written)}")
        id_ = self.reference.id if line(self.reference.id) != self.reference.id else ""
        if self.unwritten or self.extras or id_:
            self.notes.append(f"{UNWRITTEN}: {_json(self.unwritten, self.extras, id_)}")


def reads_back(variable: str, value: Value, lines: list[Line], type_: str) -> bool:
    """Whether a reader gets the value from these lines, details of names aside."""
    if any(variable_of(tag, said, type_) != variable for tag, said in lines if tag != "EP"):
        return False
    said = [said for _, said in lines]
    if isinstance(value, tuple):
        return _says_names(value, said)
    if isinstance(value, Date):
        if variable == "issued" and value.literal.casefold() in NOT_YET:
            return False
        return (read_issued(tuple(said))[0] if variable == "issued" else read_date(said[0])) == value
    if isinstance(value, Text):
        return not value.spans and value.plain == (", " if variable == "keyword" else "\n").join(said)
    if variable == "page":
        return join_pages(said[0], said[1] if len(said) > 1 else "") == value
    return said[0] == value and not (variable in CLEANED and CLEANED[variable].search(value))


def detail_notes(name: Name) -> list[str]:
    """The notes on what a name carries beyond its parts."""
    return [
        f"{title} of {line(name.display)}: {line(said)}"
        for detail, title in NAME_DETAILS.items()
        if (said := getattr(name, detail))
    ]


def _says_names(names: tuple[Name, ...], said: list[str]) -> bool:
    """Whether lines give the names back, and notes their details."""
    if len(said) != len(names):
        return False
    for name, written in zip(names, said, strict=True):
        bare = name
        if name.acronym or name.affiliation or name.orcid:
            if _unclear(name):
                return False
            bare = name.replace(acronym="", affiliation="", orcid="")
        if read_name(written) != (bare,):
            return False
    return True


def _unclear(name: Name) -> bool:
    """Whether a note on a name does not tell where the name ends, or says less than there is."""
    details = [getattr(name, detail) for detail in NAME_DETAILS]
    return ": " in name.display or any(line(said) != said for said in (*details, name.display))


def _said(value: Value) -> list[str]:
    """A value as plain strings: one, or one for each name."""
    if isinstance(value, tuple):
        return [written for name in value if (written := write_name(name))]
    if isinstance(value, Date):
        return [line(words(value))]
    return [said] if (said := line(value.plain if isinstance(value, Text) else value)) else []


def _note_says_all(value: Value, said: list[str]) -> bool:
    if isinstance(value, tuple):
        return _says_names(value, said)
    if isinstance(value, Date):
        return (edtf.read(said[0]) or Date(literal=said[0])) == value
    return said[0] == (value.plain if isinstance(value, Text) and not value.spans else value)


def _is_note(format: str, tag: str, value: str) -> bool:
    """Whether a readable note gives an extra back."""
    found = NOTE.fullmatch(f"{format}:{tag}: {value}")
    return found is not None and line(value) == value and found.group("format", "tag", "value") == (format, tag, value)


def _json(
    variables: Mapping[str, Value], extras: Mapping[tuple[str, str], tuple[str, ...]] | None = None, id_: str = ""
) -> str:
    item: dict[str, Any] = to_csl(Reference(id_, "document", variables, extras))
    del item["type"]
    if not id_:
        del item["id"]
    return json.dumps(item, ensure_ascii=False).replace("\x7f", "\\u007f")

"""Variables set in a note, as in Zotero and other programs that have no field for them.

They are written ``original-date: 1886`` on a line of its own among the first lines of a note, or
``{:original-date: 1886}`` anywhere in it. Like citeproc-js and pandoc, we read both only for formatting a work: when
references are read and converted, the note stays as it is.
"""

import re
from collections.abc import Callable, Iterator

from reflist.late import late
from reflist.model import KINDS, TYPES, Kind, Name, Reference, Value
from reflist.model.csl_reading import date_from_csl
from reflist.text import Text

_NAME = "[A-Z]++|[a-z]++(?>(?:[-_][a-z]++)*)"
_FIELD = late(
    rf"\{{:(?P<braced>{_NAME}):(?P<in_braces>[^{{}}]*+)\}}|^[^\S\n]*+(?P<lined>{_NAME}):(?P<on_line>.*+)$", re.MULTILINE
)
_OF_CITATIONS = frozenset({"citation-number", "first-reference-note-number", "locator", "year-suffix"})
_BETWEEN = "||"
"""Separates the family name from the given name; a name without it is an institution's."""


def with_note_variables(reference: Reference) -> Reference:
    """The reference with the variables that its note sets and that it lacks, and with the rest of the note.

    The note may also set the type. Names are written ``author: Family || Given``, one per line.
    """
    variables = dict(reference.variables)
    note = variables["note"]
    assert isinstance(note, Text)
    type, offset = reference.type, 0
    left = list[Text]()
    people = dict[str, list[Name]]()
    for found in _fields(note.plain):
        name = found["braced"] or found["lined"]
        start, end = found.span("in_braces" if found["braced"] else "on_line")
        value = note[start:end].strip()
        if name == "type" and value.plain in TYPES:
            type = value.plain
        elif KINDS.get(name) is Kind.NAMES:
            if name in reference.variables or not value:
                continue
            people.setdefault(name, []).append(_person(value.plain))
        elif name in KINDS.keys() - _OF_CITATIONS - variables.keys() and (made := _VALUES[KINDS[name]](value)):
            variables[name] = made
        else:
            continue
        left.append(note[offset : found.start()].strip())
        offset = found.end()
    if not offset:
        return reference
    left.append(note[offset:].strip())
    variables["note"] = Text.join("\n", [text for text in left if text])
    for name, persons in people.items():
        variables[name] = tuple(persons)
    return Reference(reference.id, type, variables, reference.extras, reference.origin)


def _fields(plain: str) -> Iterator[re.Match[str]]:
    """The fields in braces, and those on lines up to the first line, other than the very first, that is not one."""
    in_head = True
    offset = 0
    for found in _FIELD.finditer(plain):
        between = plain[offset : found.start()].strip()
        in_head = in_head and (not between or (not offset and "\n" not in between))
        if found["braced"] or in_head:
            yield found
            offset = found.end()


def _person(plain: str) -> Name:
    family, between, given = (part.strip() for part in plain.partition(_BETWEEN))
    return Name(family=family, given=given) if between else Name(literal=family)


_VALUES: dict[Kind, Callable[[Text], Value | None]] = {
    Kind.TEXT: lambda text: text,
    Kind.NUMBER: lambda text: text.plain,
    Kind.VERBATIM: lambda text: text.plain,
    Kind.DATE: lambda text: date_from_csl(text.plain),
}

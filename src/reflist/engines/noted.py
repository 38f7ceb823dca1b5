"""Variables that a note names, as Zotero and other managers keep what they have no field for.

``original-date: 1886`` on a line of its own, among the first of a note, or ``{:original-date: 1886}`` anywhere in it:
citeproc-js and pandoc read both when they format a work, and write neither anywhere else. So do we: what is read and
converted is the note as it stands.
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
"""What stands between the family and the given name; a name without it is an institution's."""


def with_noted(reference: Reference) -> Reference:
    """The reference with the variables that its note names and that it lacks, and a note without them.

    Its type too is what the note says. Names are ``author: Family || Given``, one to a line.
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
    """The fields in braces, and those on lines, which end with the first line but the very first that is none."""
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

"""The record of a reference with only simple values, in a third of the time that `reflist.formats.ris_writing` takes.

Most references are such: every variable has a tag or a line in Extra, and every value can be written as it is, which is
checked for the whole record together. What depends only on the type and the names of the variables is computed once
(`_plan`). The record is the same that `reflist.formats.ris_writing` would write; other references are left to it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from reflist.formats.ris_extra import TYPE
from reflist.formats.ris_lines import EXACT, INEXACT, RIS, Column, Line, Written, columns_of, name_lines
from reflist.formats.ris_tables import EXTRA, NOTES, depends_on_tags, implied_type
from reflist.formats.ris_types import ITEM_TYPES
from reflist.formats.ris_values import line
from reflist.formats.ris_writing import WRITTEN, in_json, note_beginning
from reflist.grammar import markup
from reflist.model import KINDS, Date, Extras, Kind, Reference, Value
from reflist.text import Text
from reflist.value import is_printable

_MORE, _NOTE = f"{EXTRA}  - ", f"{NOTES}  - "
_BETWEEN = "~"
"""A character for line ends while all lines of a record are checked together; in ASCII, as most records are."""


class _Step(NamedTuple):
    """A variable: how its line begins, and the function that makes lines from its values.

    If it is ``verbatim``, texts and strings are put into a line as they are; ``names`` are put into one line each.
    """

    variable: str
    begin: str
    verbatim: bool
    names: bool
    write: Callable[[Any], Written] | None


class _Plan(NamedTuple):
    """What references with the same type and variables have in common: the first line, and the variables in order.

    ``of_type`` is the line for the item type, if it would be read differently. Of the values that do not come back from
    their lines, those of ``read_as_others`` come last in the note.
    """

    begin: str
    steps: Sequence[_Step]
    of_type: Sequence[str]
    read_as_others: frozenset[str]


@lru_cache(maxsize=4096)
def _plan(type: str, variables: tuple[str, ...]) -> _Plan | None:
    """How references with an item type and these variables are written; None if two of them share a place."""
    reference_type = RIS.type_of(type)
    columns = columns_of(RIS, reference_type)
    in_order = {columns[variable].order: variable for variable in variables if variable in columns}
    in_extra = [variable for variable in variables if variable not in columns]
    if len(in_order) + len(in_extra) < len(variables) or not all(map(_is_verbatim_in_extra, in_extra)):
        return None
    placed = [in_order[order] for order in sorted(in_order)]
    tags = [columns[variable].tag for variable in placed]
    read_as = implied_type(reference_type, tags, RIS.unknown)
    if not depends_on_tags(reference_type):
        read_as = ITEM_TYPES[reference_type]
    known = _steps(reference_type)
    steps = [known[name] for name in placed]
    steps += [_Step(name, f"{_MORE}{name}: ", verbatim=True, names=False, write=None) for name in in_extra]
    of_type = [] if read_as == type else [f"{_MORE}{TYPE}: {type}"]
    others = frozenset(variable for variable in placed if not columns[variable].readable)
    return _Plan(f"TY  - {reference_type}", steps, of_type, others)


@cache
def _steps(reference_type: str) -> Mapping[str, _Step]:
    """The variables that have a tag in a reference type."""
    return {variable: _step(variable, column) for variable, column in columns_of(RIS, reference_type).items()}


def _step(variable: str, column: Column) -> _Step:
    are_names = KINDS[variable] is Kind.NAMES and column.readable
    return _Step(variable, f"{column.tag}  - ", column.verbatim, are_names, column.write)


def _is_verbatim_in_extra(variable: str) -> bool:
    return KINDS[variable] not in (Kind.NAMES, Kind.DATE) and variable != "status"


def plain_record(reference: Reference) -> str | None:
    """The lines of the reference before ER; None if it has a value that is not simple."""
    variables = reference.variables
    plan = _plan(reference.type, tuple(variables))
    if plan is None or (not reference.id and "citation-key" in variables):  # it would be read as the id
        return None
    lines = [plan.begin, f"ID  - {reference.id}"] if reference.id else [plan.begin]
    inexact: dict[str, Value] = {}
    if not _write(variables, plan.steps, lines, inexact):
        return None
    lines += plan.of_type
    if reference.extras and not _noted(reference.extras, lines):
        return None
    body = _BETWEEN.join(lines)
    if not _is_verbatim(body, len(lines)):
        return None
    written = body.replace(_BETWEEN, "\n") + "\n"
    if not inexact:
        return written
    return written + _exact_note(inexact, variables, plan.read_as_others)


def _write(variables: Mapping[str, Value], steps: Sequence[_Step], lines: list[str], inexact: dict[str, Value]) -> bool:
    """Add the lines of all variables, and values that these do not give back to ``inexact``; False if impossible."""
    for variable, begin, verbatim, names, write in steps:
        value = variables[variable]
        if verbatim:
            if type(value) is str:
                lines.append(begin + value)
                continue
            if type(value) is Text and not value.spans:
                lines.append(begin + value.plain)
                continue
        elif names and type(value) is tuple:
            written, exactness = name_lines(value)
            if exactness != EXACT:
                if exactness != INEXACT or not written:
                    return False
                inexact[variable] = value
            lines += [begin + name for name in written]
            continue
        fields, exactness = write(value) if write else ([], INEXACT)
        if exactness != EXACT:
            if _needs_other_writer(value, fields, exactness):
                return False
            inexact[variable] = value
        lines += [f"{tag}  - {written}" for tag, written in fields]
    return True


def _needs_other_writer(value: Value, fields: Sequence[Line], exactness: int) -> bool:
    """Whether a value that its lines do not give back is not simple."""
    if exactness != INEXACT or not fields or isinstance(value, Date):
        return True
    return isinstance(value, str) and line(value) != value


def _noted(extras: Extras, lines: list[str]) -> bool:
    """Put extras into notes; False if that is impossible."""
    for extra, values in extras.items():
        begin = _notes[extra]
        if not (begin and values):
            return False
        if len(values) == 1:
            lines.append(begin + values[0])
        else:
            lines += [begin + value for value in values]
    return True


class _Notes(dict[tuple[str, str], str]):
    """How the line of each extra begins, by its format and tag; empty if no note can hold it."""

    def __missing__(self, extra: tuple[str, str]) -> str:
        beginning = "" if extra[0] == RIS.name else note_beginning(*extra)
        begin = f"{_NOTE}{beginning}" if beginning else ""
        if len(self) < _MOST_EXTRAS:
            self[extra] = begin
        return begin


_MOST_EXTRAS = 4_000
_notes = _Notes()


def _is_verbatim(body: str, lines: int) -> bool:
    """Whether all lines hold their values as they are: none empty, with a space at an end, or with special characters.

    In doubt the answer is False, for instance for two spaces after a colon.
    """
    if not is_printable(body) or body.count(_BETWEEN) != lines - 1:
        return False
    spaced = f" {_BETWEEN}" in body or "  -  " in body or ":  " in body or body[-1] == " "
    return not (spaced or "<" in body or markup.resolved(body) != body)


def _exact_note(inexact: Mapping[str, Value], variables: Iterable[str], read_as_others: frozenset[str]) -> str:
    """The note in CSL-JSON with values that their lines do not give back; those read as other variables come last."""
    if len(inexact) > 1:
        ordered = sorted(variables, key=read_as_others.__contains__)
        inexact = {name: inexact[name] for name in ordered if name in inexact}
    return f"{_NOTE}{WRITTEN}: {in_json(inexact)}\n"

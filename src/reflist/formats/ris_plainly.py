"""The record of a reference that lines of RIS say plainly, in two thirds of the time that a closer look takes, or less.

Most references are such: every variable has a tag of its own or a line for Extra, and every value can stand in a line
as it is, which is one question for all of them. For these it is what `reflist.formats.ris_writing` would write; where
anything is otherwise, there is no such record.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reflist.formats.ris_extra import TYPE
from reflist.formats.ris_lines import EXACT, INEXACT, RIS, Column, columns_of
from reflist.formats.ris_tables import EXTRA, NOTES, implied_type, is_told_by_tags
from reflist.formats.ris_types import ITEM_TYPES
from reflist.formats.ris_writing import WRITTEN, in_json, note_beginning
from reflist.grammar import markup
from reflist.model import Date, Extras, Reference, Value
from reflist.text import Text

_MORE, _NOTE = f"{EXTRA}  - ", f"{NOTES}  - "


class _Type(NamedTuple):
    """What an item type is written as, where its variables go, and the item type that is read from it.

    That is empty where the tags of the record tell it.
    """

    reference_type: str
    columns: Mapping[str, Column]
    read_as: str


@cache
def _type(csl: str) -> _Type:
    type_ = RIS.type_of(csl)
    return _Type(type_, columns_of(RIS, type_), "" if is_told_by_tags(type_) else ITEM_TYPES[type_])


def plain_record(reference: Reference) -> str | None:
    """The lines of the reference up to the last, ER; None where some value needs a closer look."""
    type_, columns, read_as = _type(reference.type)
    blocks: dict[int, str] = {}
    tags: list[str] = []
    more: list[str] = []
    notes: list[str] = []
    texts = [reference.id]
    inexact: dict[str, Value] = {}
    for variable, value in reference.variables.items():
        plain = value.plain if isinstance(value, Text) and not value.spans else value
        if variable not in columns:
            if not isinstance(plain, str) or variable == "status":
                return None
            more.append(f"{_MORE}{variable}: {plain}\n")
            texts.append(plain)
            continue
        tag, order, say, stands, _ = columns[variable]
        if order in blocks:
            return None
        tags.append(tag)
        if stands and isinstance(plain, str):
            blocks[order] = f"{tag}  - {plain}\n"
            texts.append(plain)
            continue
        lines, told = say(value)
        if told != EXACT:
            if told != INEXACT or not lines or isinstance(value, Date):
                return None
            inexact[variable] = value
            texts += [value] if isinstance(value, str) else []
        blocks[order] = "".join([f"{tag}  - {said}\n" for tag, said in lines])
    if not (_noted(reference.extras, notes, texts) and _stand(texts)):
        return None
    more += _said_of_type(reference.type, read_as or implied_type(type_, tags, RIS.unknown))
    body = "".join([*map(blocks.__getitem__, sorted(blocks)), *more, *notes])
    if "<" in body or markup.resolved(body) != body:
        return None
    return f"TY  - {type_}\nID  - {reference.id}\n{body}{_said_exactly(inexact, columns)}"


def _said_of_type(type_: str, read_as: str) -> list[str]:
    """The line on the item type, where another one would be read."""
    return [] if type_ == read_as else [f"{_MORE}{TYPE}: {type_}\n"]


def _said_exactly(values: Mapping[str, Value], columns: Mapping[str, Column]) -> str:
    """The note in CSL-JSON on values that their lines do not give back; the last are those read as other variables."""
    if not values:
        return ""
    ordered = sorted(values.items(), key=lambda said: not columns[said[0]].readable)
    return f"{_NOTE}{WRITTEN}: {in_json(dict(ordered))}\n"


def _noted(extras: Extras, notes: list[str], texts: list[str]) -> bool:
    """Put what no variable holds into notes, and its values to the other texts; whether that can be done."""
    for (format, tag), values in extras.items():
        beginning = "" if format == RIS.name else note_beginning(format, tag)
        if not (beginning and values):
            return False
        notes += [f"{_NOTE}{beginning}{value}\n" for value in values]
        texts += values
    return True


_BETWEEN = "¶"
"""A sign between texts that are looked at together; beside a space it may be the end of one, or not."""


def _stand(texts: Sequence[str]) -> bool:
    """Whether all texts stand in lines as they are: none is empty, has control characters, or a space at an end."""
    if "" in texts:
        return False
    together = f"{_BETWEEN}{_BETWEEN.join(texts)}{_BETWEEN}"
    return together.isprintable() and f" {_BETWEEN}" not in together and f"{_BETWEEN} " not in together

"""CSL-YAML: CSL-JSON's items in YAML, as pandoc keeps bibliographies (pandoc manual, "Specifying bibliographic data").

It is read event by event, so that the items before a mistake are kept, and no nesting or aliases expand without bound.
A plain scalar is a string whatever it looks like (``volume: 010``), except for numbers and booleans of CSL. Texts are
in Markdown for pandoc, which ignores CSL-JSON's tags; both are read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

import yaml

from reflist.formats.base import Format, Item
from reflist.formats.csljson import LONGEST_NUMBER, without_surrogates
from reflist.formats.csljson_crossref import as_csl
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar import markdown
from reflist.grammar.keys import keyed
from reflist.model import KINDS, Kind, Reference, Remainder, edtf, from_csl, to_csl
from reflist.model.csl import date_to_csl
from reflist.report import Report, Rule, Severity
from reflist.source import Source

SYNTAX = Rule(
    "cslyaml-syntax",
    Severity.ERROR,
    "From here on the text is not YAML. The items before were read; the rest is kept unchanged.",
)
NO_ITEM = Rule(
    "cslyaml-no-item",
    Severity.ERROR,
    "There is something other than a mapping in place of a CSL-YAML item. It was skipped.",
)
DUPLICATE_FIELD = Rule(
    "cslyaml-duplicate-field",
    Severity.LOSS,
    "A mapping has the same key twice, which YAML forbids. The last value was read.",
)
TOO_BIG = Rule(
    "cslyaml-too-big",
    Severity.ERROR,
    "The aliases would make the file expand without bound, or values are nested too deeply. Reading stopped there.",
)

NOT_UNICODE = Rule(
    "cslyaml-not-unicode",
    Severity.LOSS,
    "A value holds half of a character (a lone surrogate), which YAML cannot hold. It became the replacement "
    "character.",
)

NAME = "cslyaml"
MOST_BREAKS = 100
"""How many broken items of a file are skipped; reading starts again after each."""

_NEVER_IN_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ITEM = re.compile(r"^([ ]*)- ", re.MULTILINE)

LISTS = ("references", "items")
DEEPEST = 100
"""How deep values may nest."""
MOST_NODES = 100_000
"""How many nodes all aliases of a file together may stand for."""


class _TooBigError(Exception):
    """The nodes of a file exceed the bounds."""


class _Found(NamedTuple):
    """A complete value, and the line where it begins."""

    value: Any
    line: int


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; an item that is not YAML, and what follows the last, as a `Remainder`."""
    text = source.text.removeprefix("\ufeff")
    at = 0
    for _ in range(MOST_BREAKS):
        builder = _Builder()
        before = text.count("\n", 0, at)
        part = text[at:] if at else text
        try:
            yield from _items(part, builder, before, source, report)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = before + (mark.line + 1 if mark else _line_of(getattr(error, "position", 0), part))
            problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML"
            report.add(SYNTAX, str(problem), source.place(line, mark.column + 1 if mark else None))
            if not mark and (cleaned := _NEVER_IN_YAML.sub(" ", text)) != text:
                text, at = cleaned, at + builder.offset
                continue
        except _TooBigError as error:
            report.add(TOO_BIG, str(error), source.place(before + _line_of(builder.offset, part)))
            yield from _rest(part, builder.offset, before, source)
            return
        else:
            return
        next_ = _next_item(part, builder.offset)
        yield from _rest(part[:next_], builder.offset, before, source)
        at += next_
        if next_ == len(part):
            return
    yield from _rest(text, at, 0, source)


def _items(text: str, builder: "_Builder", before: int, source: Source, report: Report) -> Iterator[Item]:
    """The references of YAML text after ``before`` lines. Raises `yaml.YAMLError` and `_TooBigError`."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        found = builder.take(event)
        if found is not None:
            yield from _reference(found._replace(line=before + found.line), source, report)
        for key, line in builder.take_duplicates():
            report.add(DUPLICATE_FIELD, f"{key} occurs twice: the last was read", source.place(before + line))


def _next_item(text: str, at: int) -> int:
    """The offset of the item after the first one from ``at`` on; the end of the text if there is none."""
    broken = _ITEM.search(text, at)
    following = re.compile(rf"^{broken[1]}- ", re.MULTILINE).search(text, broken.end()) if broken else None
    return following.start() if following else len(text)


def write(references: Iterable[Reference], report: Report, origin: bool = False) -> Iterator[str]:
    """A document with the list ``references``, one item after the other. CSL-YAML can hold everything."""
    yield "---\nreferences:"
    opening = "\n"
    for reference in keyed(references):
        item = _in_markdown(to_csl(reference, origin))
        try:
            written = _dumped(item)
        except UnicodeEncodeError:
            report.add(NOT_UNICODE, "half a character", reference.origin.place, reference.id)
            written = _dumped(without_surrogates(item))
        yield opening + written
        opening = ""
    yield " []\n...\n" if opening else "...\n"


def _in_markdown(item: dict[str, Any]) -> dict[str, Any]:
    return {name: markdown.write(value) if _is_text(name, value) else value for name, value in item.items()}


def _is_text(name: str, value: Any) -> bool:
    return isinstance(value, str) and KINDS.get(name) is Kind.TEXT


def _dumped(item: dict[str, Any]) -> str:
    return yaml.dump([item], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _reference(found: _Found, source: Source, report: Report) -> Iterator[Reference]:
    place = source.place(found.line)
    if not isinstance(found.value, dict):
        report.add(NO_ITEM, f"{found.value!r:.40} where an item should be", place)
        return
    item = {name: _field(name, value) for name, value in found.value.items()}
    yield from_csl(as_csl(item), report, place)


def _rest(text: str, at: int, before: int, source: Source) -> Iterator[Remainder]:
    """The text that was not read, from an offset on; ``before`` lines stand before the text."""
    raw = text[at:].strip(" ,\n")
    if raw:
        yield Remainder(NAME, raw, source.place(before + _line_of(at, text)))


def _line_of(offset: int, text: str) -> int:
    """The line of the first text after an offset."""
    here = offset + len(text[offset:]) - len(text[offset:].lstrip(" ,\n"))
    return text.count("\n", 0, here) + 1


# --- events to values -----------------------------------------------------------------------------


class _Open:
    """A list or mapping that is being built."""

    def __init__(self, value: "list[Any] | dict[str, Any]", line: int, anchor: str | None) -> None:
        self.value, self.line, self.anchor = value, line, anchor
        self.key: str | None = None  # the key of the next value
        self.nodes = 1

    def add(self, value: Any, nodes: int) -> str | None:
        """Take a complete value as the next element, key or member; returns the key if it occurs a second time."""
        self.nodes += nodes
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is None:
            self.key = value if isinstance(value, str) else str(value)
        else:
            key, self.key = self.key, None
            again = key in self.value
            self.value[key] = value
            return key if again else None
        return None


class _Builder:
    """Builds values from YAML events, and returns each item as soon as it is complete.

    ``offset`` is where the part that has not yet been returned begins.
    """

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.expanded = 0
        self.duplicates: list[tuple[str, int]] = []
        self.offset = 0

    def take(self, event: yaml.Event) -> _Found | None:
        """Take an event; returns the item that it completes, if any."""
        line = _line(event.start_mark)
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            empty: list[Any] | dict[str, Any] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            self.stack.append(_Open(empty, line, event.anchor))
            if len(self.stack) > DEEPEST:
                raise _TooBigError("nested too deeply")
            return None
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            closed = self.stack.pop()
            return self._add(closed.value, closed.nodes, closed.line, closed.anchor, event)
        if isinstance(event, yaml.ScalarEvent):
            return self._add(_scalar(event), 1, line, event.anchor, event)
        if isinstance(event, yaml.AliasEvent):
            value, nodes = self.anchors.get(str(event.anchor), (None, 1))
            self.expanded += nodes
            if self.expanded > MOST_NODES:
                raise _TooBigError(f"the aliases up to {event.anchor} stand for {self.expanded} nodes")
            return self._add(value, nodes, line, None, event)
        return None

    def _add(self, value: Any, nodes: int, line: int, anchor: str | None, event: yaml.Event) -> _Found | None:
        if anchor:
            self.anchors[anchor] = (value, nodes)
        if self._is_list_of_items():
            self.offset = _offset(event.end_mark)
            return _Found(value, line)
        if not self.stack:
            return _Found(value, line) if isinstance(value, dict) and not value.keys() & set(LISTS) else None
        if again := self.stack[-1].add(value, nodes):
            self.duplicates.append((again, line))
        return None

    def take_duplicates(self) -> list[tuple[str, int]]:
        """The duplicate keys found since the last call, and their lines."""
        found, self.duplicates = self.duplicates, []
        return found

    def _is_list_of_items(self) -> bool:
        """Whether the innermost open list is the document itself, or the member of it that holds the items."""
        if not self.stack or not isinstance(self.stack[-1].value, list):
            return False
        above = self.stack[:-1]
        return not above or (len(above) == 1 and above[0].key in LISTS)


def _line(mark: Any) -> int:
    """The line of a mark. By its type it may be None, but the parser always gives one."""
    return int(mark.line) + 1


def _offset(mark: Any) -> int:
    return int(mark.index)


_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = re.compile(rf"-?(?:0|[1-9]\d{{0,{LONGEST_NUMBER}}})(?:\.\d{{1,20}})?(?:e[+-]\d{{1,3}})?")


def _scalar(event: yaml.ScalarEvent) -> Any:
    """The value of a scalar: a string; or a boolean, null or number, if plain and written back the same way."""
    printed = str(event.value)
    if not event.implicit[0]:
        return printed
    if printed.lower() in _CONSTANTS:
        return _CONSTANTS[printed.lower()]
    if _NUMBER.fullmatch(printed):
        number = float(printed) if "." in printed or "e" in printed else int(printed)
        return number if str(number) == printed else printed
    return printed


def _field(name: str, value: Any) -> Any:
    """The value of an item's field as CSL-JSON has it: numbers as printed, dates from any of pandoc's forms."""
    kind = KINDS.get(name)
    if _is_text(name, value):
        return markdown.read(value)
    if kind is Kind.DATE:
        return _date(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and (kind is not None or name in ("id", "type")):
        return str(value)
    return value


def _date(value: Any) -> Any:
    """A date in pandoc's YAML: EDTF, a year, or a list of mappings of year, month and day (pandoc before 2.11)."""
    if isinstance(value, str | int):
        date = edtf.read(str(value))
        return date_to_csl(date) if date else value
    days = value if isinstance(value, list) else [value]
    if not days or not all(isinstance(day, dict) and "year" in day for day in days):
        return value
    parts = [[day[part] for part in ("year", "month", "day") if part in day] for day in days]
    return {"date-parts": parts} | {part: days[0][part] for part in ("season", "circa") if part in days[0]}


# --- writing --------------------------------------------------------------------------------------


class _Dumper(yaml.CSafeDumper):
    """Writes strings in quotes if any YAML reader, of version 1.1 or 1.2, would take them for something else."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # a value used twice is written twice
        """Never write aliases."""
        return True


_AMBIGUOUS = re.compile(r"[-+.]?\d[\d_.:,eExXoObBaAcCdDfF+-]*|[yYnN]|[-+.]*(?:inf|nan)", re.IGNORECASE)


def _represent(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "'" if _AMBIGUOUS.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent)

FORMAT = Format(
    NAME,
    "CSL-YAML",
    (".yaml", ".yml"),
    read,
    write,
    SNIFFERS["cslyaml"],
    extras="unknown fields as they are; ours in custom.reflist",
    write_origin=partial(write, origin=True),
)

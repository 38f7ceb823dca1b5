"""CSL-JSON: the data of CSL processors (CSL 1.0.2, data schema), as Zotero, pandoc and Crossref write it.

The items are in an array, in the array ``items`` (or ``references``) of an object, or there is only one. Each item is
decoded by itself, so that a broken item does not affect any other.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from reflist.formats.base import Format, Item
from reflist.formats.csljson_crossref import as_csl
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar.keys import keyed
from reflist.late import late
from reflist.model import Date, Extras, Name, Reference, Remainder, from_csl, to_csl
from reflist.model.csl import MEMBERS, NAME_FIELDS, OWN, date_to_csl, name_to_csl
from reflist.model.date import DateParts
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Places, Source
from reflist.text import Text

SYNTAX = Rule(
    "csljson-syntax",
    Severity.ERROR,
    "From here on the text is not JSON, or it ends too early. The items before were read, and those after if the end "
    "of the broken one could be found. The broken part is kept unchanged.",
)
SEVERAL = Rule(
    "csljson-several",
    Severity.REPAIR,
    "After the end of an array or object another one begins, as if files were put together. Its items were read.",
)
NO_ITEM = Rule(
    "csljson-no-item",
    Severity.ERROR,
    "There is something other than an object in place of a CSL-JSON item. It was kept unchanged and skipped.",
)
TOO_DEEP = Rule(
    "csljson-too-deep",
    Severity.ERROR,
    "An item nests arrays or objects deeper than any bibliographic record does. It was kept unchanged, unread.",
)
DUPLICATE_FIELD = Rule(
    "csljson-duplicate-field",
    Severity.LOSS,
    "An item has the same field twice. JSON does not say which one counts; the last was read.",
)

HALF = Rule(
    "csljson-half-character",
    Severity.LOSS,
    "An item holds half of a character (a lone surrogate, ``\\ud800``), which nothing can write. It became the "
    "replacement character (\ufffd).",
)

NAME = "csljson"
LISTS = ("items", "references")
"""The members of an enclosing object that hold the items."""


class _Found(NamedTuple):
    """One item: its text, the offset where it begins, and its value or what is wrong with it.

    ``is_whole`` is whether it has no half of a surrogate pair.
    """

    raw: str
    start: int
    value: Any = None
    error: tuple[Rule, str, int] | None = None
    duplicates: tuple[str, ...] = ()
    is_whole: bool = True


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; what is not an item as a `Remainder`."""
    text = source.text.removeprefix("\ufeff")
    lines = Places(text, source)
    for found in _Scanner(text).items():
        place = lines.place(found.start)
        reference = _reference(found, report, place)
        if reference is not None:
            yield reference
            continue
        rule, message, offset = found.error or (NO_ITEM, f"{_kind(found.value)} where an item should be", found.start)
        report.add(rule, message, lines.place(offset))
        if found.raw:
            yield Remainder(NAME, found.raw, place)


def write(
    references: Iterable[Reference],
    report: Report,  # noqa: ARG001  # a writer's parameter; CSL-JSON carries everything
    origin: bool = False,
) -> Iterator[str]:
    """An array of items, one after the other; with their origins in ``custom.reflist`` if asked for."""
    opening = "[\n"
    for reference in keyed(references):
        yield opening + (indented(to_csl(reference, True)) if origin else item_text(reference))
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def item_text(reference: Reference) -> str:
    """The item of a reference as `indented` writes it, but directly, if all values are simple."""
    fields = [f'"id": {encode_basestring(reference.id)}', f'"type": {encode_basestring(reference.type)}']
    for variable, value in reference.variables.items():
        plain = encode_basestring(value) if isinstance(value, str) else _simple_json(value)
        if plain is None:
            return indented(to_csl(reference))
        fields.append(f'"{variable}": {plain}')
    if reference.extras:
        kept = _kept(reference.extras)
        if NAME in kept or MEMBERS[0] in kept:
            return indented(to_csl(reference))
        formats = [
            f"{encode_basestring(format)}: {{{_OF_EXTRAS}{f',{_OF_EXTRAS}'.join(fields)}{_OF_FORMATS}}}"
            for format, fields in kept.items()
        ]
        fields.append(f"{_BEFORE_EXTRAS}{f',{_OF_FORMATS}'.join(formats)}{_AFTER_EXTRAS}")
    return f"{{{_INNER}{f',{_INNER}'.join(fields)}\n}}"


def _kept(extras: Extras) -> dict[str, list[str]]:
    """The extras by format, as written in an item."""
    kept: dict[str, list[str]] = {}
    for (format, tag), values in extras.items():
        written = f",{_OF_VALUES}".join(map(encode_basestring, values))
        array = f"[{_OF_VALUES}{written}{_OF_EXTRAS}]" if values else "[]"
        kept.setdefault(format, []).append(f"{encode_basestring(tag)}: {array}")
    return kept


_INNER = "\n  "
_OF_NAMES = "\n    "
_OF_FORMATS, _OF_EXTRAS, _OF_VALUES = ("\n" + depth * "  " for depth in (4, 5, 6))
"""The line breaks before each format, each of its tags, and each value of a tag."""
_BEFORE_EXTRAS = f'"custom": {{\n    "{OWN}": {{\n      "extras": {{{_OF_FORMATS}'
_AFTER_EXTRAS = "\n      }\n    }\n  }"


def _simple_json(value: Text | Date | tuple[Name, ...]) -> str | None:
    """A text without markup, a date, or names with only what CSL-JSON holds, as JSON; None for any other value."""
    if isinstance(value, Text):
        return None if value.spans or "<" in value.plain else encode_basestring(value.plain)
    if isinstance(value, Date):
        is_days = not (value.season or value.circa or value.literal)
        return _days(value.parts) if is_days else indented(date_to_csl(value), _INNER)
    people = []
    for name in value:
        if name.has_two_parts:
            family, given = encode_basestring(name.family), encode_basestring(name.given)
            people.append(f'{{\n      "family": {family},\n      "given": {given}\n    }}')
        elif name.acronym or name.affiliation or name.orcid:
            return None
        else:
            people.append(indented(name_to_csl(name), _OF_NAMES))
    return f"[{_OF_NAMES}{f',{_OF_NAMES}'.join(people)}\n  ]"


@lru_cache(maxsize=2_000)
def _days(parts: tuple[DateParts, ...]) -> str:
    return indented(date_to_csl(Date(parts)), _INNER)


def indented(value: Any, margin: str = "\n") -> str:
    """A JSON value as ``json.dumps`` with an indent of 2 writes it, in a fifth of the time.

    ``margin`` is the line break and the white space before the value.
    """
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return repr(value)
    if not value or kind not in (dict, list):
        return json.dumps(value)
    inner, parts = margin + "  ", []
    if kind is list:
        for element in value:
            parts.append(indented(element, inner))  # noqa: PERF401  # a comprehension halves the depth that can be written
        return f"[{inner}{f',{inner}'.join(parts)}{margin}]"
    for name, element in value.items():
        written = encode_basestring(element) if type(element) is str else indented(element, inner)
        parts.append(f"{encode_basestring(name)}: {written}")
    return f"{{{inner}{f',{inner}'.join(parts)}{margin}}}"


def _reference(found: _Found, report: Report, place: Place) -> Reference | None:
    """The reference of an item; None if it is not one."""
    if found.error or not isinstance(found.value, dict):
        return None
    own = Report()
    try:
        reference = from_csl(as_csl(found.value), own, place)
    except RecursionError:  # nesting just below the decoder's own limit
        return None
    for field in found.duplicates:
        own.add(DUPLICATE_FIELD, f"{field} occurs twice: the last was read", place, reference.id)
    if not found.is_whole:
        own.add(HALF, "half a character was replaced", place, reference.id)
    if own.diagnostics:
        report.extend(own)
    return reference


def _kind(value: Any) -> str:
    kinds = {
        dict: "an object nested too deeply",
        list: "an array",
        str: "a string",
        bool: "a truth value",
        type(None): "null",
    }
    return kinds.get(type(value), "a number")


# --- the text: items one by one -------------------------------------------------------------------

_SPACE = re.compile(r"[ \t\n\r]*")
_BETWEEN = re.compile(r"[ \t\n\r]*+,[ \t\n\r]*+(?=[^\]])")
_SURROGATE = late("[\ud800-\udfff]")
_STRUCTURE = late(r'"(?:[^"\\\n]|\\.)*+"|[\[{\]}]')
_MEMBER = late(r'[ \t\n\r,]*"([^"\\]*(?>(?:\\.[^"\\]*)*))"[ \t\n\r]*:[ \t\n\r]*', re.DOTALL)
_SCALAR = late(r'"(?:[^"\\]|\\.)*+"|[^,\[\]{}"]+', re.DOTALL)
_NEXT_ITEM = late(rf'\}}(?=\s*,\s*\{{\s*"(?!{"|".join(NAME_FIELDS)})[\w-]+"\s*:)')
"""Where one item certainly ends and another begins: one object follows another, and the second is not a name."""


def _float(printed: str) -> Any:
    """The number; as printed if a float cannot hold it, since JSON could not write that."""
    value = float(printed)
    return value if math.isfinite(value) else printed


def _int(printed: str) -> Any:
    return int(printed) if len(printed) < LONGEST_NUMBER else printed


LONGEST_NUMBER = 4_000
"""Numbers with more digits are kept as printed, since Python does not convert them."""


class _Scanner:
    """Finds the items in a text, in order, whatever encloses them."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.duplicates: list[str] = []
        self.broken = False
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_float=_float, parse_int=_int, parse_constant=str
        )

    def items(self) -> Iterator[_Found]:
        """The items, and whatever is in place of one."""
        self._skip_space()
        if self.at >= len(self.text):
            yield self._fault("an empty file")
        first = True
        while self.at < len(self.text):
            if not first and (self._is_at("{") or self._is_at("[")):
                yield _Found("", self.at, error=(SEVERAL, "another array or object begins", self.at))
            if self._is_at("{"):
                yield from self._enclosing_object()
            elif self._is_at("["):
                yield from self._array()
            else:
                yield self._broken("neither an array nor an object" if first else "text after the end")
            self._skip_space()
            first = False

    def _array(self) -> Iterator[_Found]:
        """The elements of the array that begins here."""
        self._step()
        while not self._is_at("]"):
            found = self._element()
            yield found
            if between := _BETWEEN.match(self.text, self.at):
                self.at = between.end()
                continue
            self._skip_space()
            if self.at >= len(self.text):
                if not found.error:
                    yield self._fault("the text ends before the array does")
                return
            if self._is_at(","):
                self._step()
                if self._is_at("]"):
                    yield self._fault("a comma without an item after it")
            elif not self._is_at("]"):
                yield self._fault("a comma is missing between items")
        self._step()

    def _enclosing_object(self) -> Iterator[_Found]:
        """The item that the object is, or the items in one of its members."""
        start = self.at
        self._step()
        while member := _MEMBER.match(self.text, self.at):
            self.at = member.end()
            if member[1] in LISTS and self._is_at("["):
                yield from self._array()
                self._skip_members()
                return
            self.at = self._end(self.at)
        self.at = start
        yield self._element()

    def _skip_members(self) -> None:
        """Move past the members after the list of items, and past the end of the object."""
        while member := _MEMBER.match(self.text, self.at):
            self.at = self._end(member.end())
        self._skip_space()
        self.at += self._is_at("}")

    def _element(self) -> _Found:
        """The value that begins here, or its raw text and what is wrong with it."""
        start, self.duplicates = self.at, []
        try:
            value, self.at = self._cut_out(start) if self.broken else self.decoder.raw_decode(self.text, start)
        except RecursionError:
            error = (TOO_DEEP, "nested too deeply", start)
        except json.JSONDecodeError as problem:
            message = problem.msg[0].lower() + problem.msg[1:].removesuffix(" at")
            error = (SYNTAX, message, min(problem.pos + (start if self.broken else 0), len(self.text)))
            self.broken = True
        else:
            raw = self.text[start : self.at]
            if "\\u" in raw and "\\ud" in raw.lower():
                whole = without_surrogates(value)
                return _Found(raw, start, whole, duplicates=tuple(self.duplicates), is_whole=whole == value)
            return _Found(raw, start, value, duplicates=tuple(self.duplicates))
        self.at = self._end(start, error[2])
        return _Found(self.text[start : self.at], start, error=error)

    def _cut_out(self, start: int) -> tuple[Any, int]:
        """The value that begins here and its end; used once there was an error.

        For an error, the decoder counts the lines of all text before it; so from then on each item is decoded as a
        string of its own.
        """
        value, length = self.decoder.raw_decode(self.text[start : self._end(start)])
        return value, start + length

    def _end(self, start: int, broken_at: int = 0) -> int:
        """The offset after the value that begins here, by its brackets alone.

        If they are not closed, it is where another item certainly begins, or the end of the text.
        """
        if not self.text.startswith(("{", "["), start):
            match = _SCALAR.match(self.text, start)
            return match.end() if match else min(start + 1, len(self.text))
        waiting: list[str] = []
        for token in _STRUCTURE.finditer(self.text, start):
            if token[0] in "[{":
                waiting.append("]" if token[0] == "[" else "}")
            elif token[0] in "]}":
                if token[0] != waiting.pop():
                    break
                if not waiting:
                    return token.end()
        follows = _NEXT_ITEM.search(self.text, max(start, broken_at))
        return follows.end() if follows else len(self.text)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            names = Counter(name for name, _ in pairs)
            self.duplicates += sorted(name for name, times in names.items() if times > 1)
        return value

    def _broken(self, what: str) -> _Found:
        """All the remaining text, which cannot be read."""
        start, self.at = self.at, len(self.text)
        return _Found(self.text[start:].rstrip(), start, error=(SYNTAX, what, start))

    def _fault(self, what: str) -> _Found:
        """A mistake at this place by which no text is lost."""
        return _Found("", self.at, error=(SYNTAX, what, self.at))

    def _is_at(self, character: str) -> bool:
        return self.text.startswith(character, self.at)

    def _step(self) -> None:
        """Move past one character and the space after it."""
        self.at += 1
        self._skip_space()

    def _skip_space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at


def without_surrogates(value: Any) -> Any:
    """The value with lone surrogates, which no encoding can write, replaced."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [without_surrogates(part) for part in value]
    if isinstance(value, dict):
        return {without_surrogates(name): without_surrogates(part) for name, part in value.items()}
    return value


FORMAT = Format(
    NAME,
    "CSL-JSON",
    (".json",),
    read,
    write,
    SNIFFERS["csljson"],
    extras="unknown fields as they are; ours in custom.reflist",
    write_origin=partial(write, origin=True),
)

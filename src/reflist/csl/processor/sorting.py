"""Sorting (CSL 1.0.2, "Sorting"): sort keys are rendered separately, as plain text."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from reflist.csl.collation import sort_key
from reflist.csl.processor.dates import sort_key as date_key
from reflist.csl.processor.elements import Compiler
from reflist.csl.processor.names import NameList, setting_of
from reflist.csl.processor.numbers import is_numeric
from reflist.csl.processor.plans import TextPlans
from reflist.csl.processor.sequences import together
from reflist.csl.processor.state import NO_DISTINCTION, Cite, Render, State, Work, label_of
from reflist.csl.processor.tree import plain
from reflist.csl.xml import Element, whole_number
from reflist.model import KINDS, Kind

Item = TypeVar("Item")
WIDTH = 20
"""The number of digits to which numbers are padded for comparison."""

_DIGITS = re.compile(r"\d+")
SortValue = tuple[str, ...] | tuple[int, ...]
"""The value of a sort key; all values of one key have the same type."""

LIMITS = ("names-min", "names-use-first")
"""The attributes of a key that limit how many names it compares."""


class Key(NamedTuple):
    """A sort key: a function from a state to a value (None if it has none), and its direction."""

    make: Callable[[State], SortValue | None]
    descending: bool
    limits: dict[str, int]


def compile_sort(element: Element | None, compiler: Compiler, language: str) -> list[Key]:
    """The sort keys of a ``cs:sort``."""
    return [] if element is None else [_key(key, compiler, language) for key in element.all("key")]


def date_keys(element: Element | None, macros: Mapping[str, Element]) -> int:
    """The number of keys of a ``cs:sort`` up to the last one by date of issue; of all keys if there is none."""
    keys = [] if element is None else element.all("key")
    by_date = [place for place, key in enumerate(keys, start=1) if _is_by_date(key, macros)]
    return by_date[-1] if by_date else len(keys)


def _is_by_date(key: Element, macros: Mapping[str, Element]) -> bool:
    called = [key.get("macro")]
    for name in called:
        macro = macros.get(name or "")
        if macro is not None:
            if any(part.name == "date" and part.get("variable") == "issued" for part in macro.inside()):
                return True
            called += {part.get("macro") for part in macro.inside() if part.name == "text"} - set(called)
    return key.get("variable") == "issued"


def _printed_letter(state: State) -> SortValue | None:
    letter = state.work.letter
    return (len(letter), *map(ord, letter)) if letter else None


BY_LETTER = Key(_printed_letter, False, {})
"""Sorts by the letter that the source printed after the year: its citations follow the order of its list."""


def _key(element: Element, compiler: Compiler, language: str) -> Key:
    attributes = element.attributes
    limits = {name: number for name in LIMITS if (number := whole_number(attributes, name)) is not None}
    if attributes.get("names-use-last") == "true":
        limits["names-use-last"] = 1
    macro, variable = attributes.get("macro"), attributes.get("variable", "")
    make = (
        _macro(together(compiler.macro(macro, element.line)), language)
        if macro
        else _variable(variable, compiler, language)
    )
    return Key(make, attributes.get("sort") == "descending", limits)


def _macro(macro: Render, language: str) -> Callable[[State], SortValue | None]:
    plans = TextPlans(macro)

    def make(state: State) -> SortValue | None:
        words = plans.write(state)
        return sort_key(words, language) if words else None

    return make


def _variable(name: str, compiler: Compiler, language: str) -> Callable[[State], SortValue | None]:
    kind = KINDS.get(name, Kind.TEXT)
    if kind is Kind.DATE:
        return lambda state: _dated(state, name)
    if kind is Kind.NAMES:
        element = Element("names", {"variable": name})
        names = NameList(
            setting_of(element, {**compiler.name_defaults, "name-as-sort-order": "all", "form": "long"}),
            compiler.locales,
            compiler.style_options,
        )

        def make(state: State) -> SortValue | None:
            words = plain(names.write(state))
            return sort_key(words, language) if words else None

        return make
    if name == "citation-number":
        return lambda state: (state.work.number,)
    if name == "citation-label":
        return lambda state: sort_key(label_of(state.work), language)
    return lambda state: _worded(state, name, language)


def _dated(state: State, name: str) -> SortValue | None:
    date = state.work.dates.get(name)
    return (date_key(date) or date.literal,) if date is not None else None


def _worded(state: State, name: str, language: str) -> SortValue | None:
    text = state.work.values.get(name)
    if text is None:
        return None
    if KINDS.get(name) is Kind.NUMBER and is_numeric(text.plain) and (digits := _DIGITS.search(text.plain)):
        return digits[0].lstrip("0").zfill(WIDTH), "", text.plain
    return sort_key(text.plain.replace(",", " "), language)  # a comma ends a part of a name, but not of a title


def ordered(items: Sequence[Item], work_of: Callable[[Item], tuple[Work, Cite]], keys: Sequence[Key]) -> list[Item]:
    """The items in the order of the keys; items without a value come last, whatever the direction.

    A key is computed only for items that are equal in the keys before it.
    """
    groups = [list(items)]
    for key in keys:
        groups = [part for group in groups for part in (_grouped(group, work_of, key) if len(group) > 1 else (group,))]
    return [item for group in groups for item in group]


def _grouped(items: Sequence[Item], work_of: Callable[[Item], tuple[Work, Cite]], key: Key) -> list[list[Item]]:
    """The items grouped by their value of a key, in the order of the values."""
    parts: dict[SortValue | None, list[Item]] = {}
    state = State(*work_of(items[0]), sorting=True, limits=key.limits, joins=True)
    for item in items:
        state.start(*work_of(item), NO_DISTINCTION)
        parts.setdefault(key.make(state), []).append(item)
    empty = parts.pop(None, [])
    values: list[Any] = list(parts)  # all of one type
    return [*(parts[value] for value in sorted(values, reverse=key.descending)), *([empty] if empty else [])]

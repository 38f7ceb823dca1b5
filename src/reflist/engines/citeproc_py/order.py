"""The order of a bibliography by the style's sort keys, independent of the order of the references.

CSL 1.0.2, "Sorting".
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from reflist.csl.collation import SortKey, sort_key

DIGITS = 12
"""Whole numbers are padded to this many digits, so that 9 comes before 10."""


class SortValues(NamedTuple):
    """What an entry is sorted by: the style's keys, the year suffix that its source printed, and its id."""

    keys: tuple[str | None, ...]
    letter: str
    id: str


T = TypeVar("T")


def ordered(
    entries: Sequence[tuple[SortValues, T]], descending: Sequence[bool], letter_after: int, language: str
) -> list[tuple[SortValues, T]]:
    """The entries in order. Those without a value for a key come last. Without any key, the order stays as given.

    The source's year suffix is compared after the first ``letter_after`` keys (author and date): works that are still
    equal keep the order for which the citations (2006a, 2006b) of their list were written.
    """
    if not descending:
        return list(entries)
    result = sorted(entries, key=lambda entry: entry[0].id)
    for index in reversed(range(letter_after, len(descending))):
        _sort_by(result, index, descending[index], language)
    result.sort(key=lambda entry: _letter_key(entry[0].letter))
    for index in reversed(range(letter_after)):
        _sort_by(result, index, descending[index], language)
    return result


def _sort_by(entries: list[tuple[SortValues, T]], index: int, backwards: bool, language: str) -> None:
    """Sort by one key, keeping the order of entries that are equal in it."""
    entries.sort(key=lambda entry: _value_key(entry[0].keys[index] or "", language), reverse=backwards)
    entries.sort(key=lambda entry: not entry[0].keys[index])


def _value_key(value: str, language: str) -> SortKey:
    return sort_key(value.zfill(DIGITS) if value.isdecimal() else value, language)


def _letter_key(letter: str) -> tuple[bool, int, str]:
    return not letter, len(letter), letter

"""The order of a bibliography by the style's sort keys, the same whatever order the references came in.

CSL 1.0.2, "Sorting".
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from reflist.csl.collation import SortKey, sort_key

DIGITS = 12
"""Whole numbers are filled up to this length, so that 9 comes before 10."""


class SortValues(NamedTuple):
    """What one entry is sorted by: the style's keys; the letter its source gave its year; its id."""

    keys: tuple[str | None, ...]
    letter: str
    id: str


T = TypeVar("T")


def ordered(
    entries: Sequence[tuple[SortValues, T]], descending: Sequence[bool], letter_after: int, language: str
) -> list[tuple[SortValues, T]]:
    """The entries in order. What a key is missing for comes last. Without any key, the order is the one given.

    The source's letter counts after the first ``letter_after`` keys, those by author and date: where works are still
    tied, a list keeps the order that its own citations (2006a, 2006b) are written for.
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
    """Sort by one key, what is equal in it staying in its order."""
    entries.sort(key=lambda entry: _value_key(entry[0].keys[index] or "", language), reverse=backwards)
    entries.sort(key=lambda entry: not entry[0].keys[index])


def _value_key(value: str, language: str) -> SortKey:
    return sort_key(value.zfill(DIGITS) if value.isdecimal() else value, language)


def _letter_key(letter: str) -> tuple[bool, int, str]:
    return not letter, len(letter), letter

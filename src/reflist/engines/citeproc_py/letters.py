"""Year suffixes, which tell apart works of the same author and year: 2006a, 2006b.

CSL 1.0.2, "Disambiguation": ``disambiguate-add-year-suffix``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

from reflist.engines.citeproc_py.marks import (
    ISSUED_OFF,
    ISSUED_ON,
    LABEL_OFF,
    LABEL_ON,
    LETTER,
    LETTER_OFF,
    LETTER_ON,
    without_marks,
)

_PLACE = re.compile(f"{LETTER_ON}([^{LETTER_OFF}]*){LETTER_OFF}")
_LABEL = re.compile(f"{LABEL_ON}[^{LABEL_OFF}]*{LABEL_OFF}")
_WORD = re.compile(r"[\w&]+")
_YEAR = re.compile(f"({ISSUED_ON}[^{ISSUED_OFF}]*?[0-9]{{1,4}})(?![0-9])")


def with_place(raw: str) -> str:
    """A rendered string with a place for the year suffix: after the first year, unless the style has a place for it."""
    if LETTER_ON in raw:
        return raw
    return _YEAR.sub(rf"\1{LETTER_ON}{LETTER}{LETTER_OFF}", raw, count=1)


def letters(raws: Sequence[str], acronyms: Mapping[str, str]) -> list[str]:
    """The year suffix of each rendered string of a list, in order; empty if it needs none.

    Compared is what would be printed up to the suffix, without labels such as "(ed.)", which citations do not have: the
    author and the year as a reader sees them. An institution that the list names in full and by its acronym
    (``acronyms``: acronym -> name) is one author.
    """
    names = {acronym: " ".join(_WORD.findall(name)) for acronym, name in acronyms.items()}
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index, raw in enumerate(raws):
        before, place, _ = raw.partition(LETTER_ON)
        if place:
            first, *others = _WORD.findall(without_marks(_LABEL.sub("", before))) or [""]
            groups[" ".join((names.get(first, first), *others))].append(index)
    assigned = [""] * len(raws)
    for indexes in groups.values():
        if len(indexes) > 1:
            for index, letter in zip(indexes, _alphabet(), strict=False):
                assigned[index] = letter
    return assigned


def with_letter(raw: str, letter: str) -> str:
    """The string with this year suffix in its place; with an empty one, without the place."""
    return _PLACE.sub(lambda place: place[1].replace(LETTER, letter) if letter else "", raw)


def _alphabet() -> Iterator[str]:
    """The year suffixes: a to z, then aa to az, ba and so on."""
    prefixes = [""]
    while True:
        words = [prefix + letter for prefix in prefixes for letter in ascii_lowercase]
        yield from words
        prefixes = words

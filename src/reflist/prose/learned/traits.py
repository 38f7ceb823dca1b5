"""The traits of a reading as a whole: its parts and their words, the text between them, and which labels occur.

The model only sees neighbouring tokens. That a title is a whole sentence, that a container is a known periodical, or
that there are two volumes is visible only in the parts. A trait is a few words such as ``title size 4``; `ranking` has
its weight. After changing a trait, train again (``make train``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from reflist.grammar.wordlists import folded
from reflist.prose.labels import Label
from reflist.prose.learned.agreement import BEGINNING, Step, end_of, step
from reflist.prose.learned.readings import Part

KNOWN: dict[str, tuple[str, ...]] = {
    Label.CONTAINER: ("periodicals", "newspapers", "publishers", "places"),
    Label.PUBLISHER: ("publishers", "institutions", "places", "periodicals"),
    Label.PLACE: ("places", "regions", "publishers"),
    Label.AUTHOR: ("institutions", "publishers", "given_names"),
    Label.TITLE: ("periodicals", "publishers", "places"),
    Label.SERIES: ("periodicals", "publishers"),
}
"""The word lists in which a whole part is looked up."""

AWAITED = tuple(
    label.value
    for label in (
        *(Label.AUTHOR, Label.EDITOR, Label.TITLE, Label.CONTAINER, Label.VOLUME, Label.ISSUE, Label.PAGES),
        *(Label.PUBLISHER, Label.PLACE, Label.SERIES, Label.DATE, Label.EVENT, Label.REPORT, Label.THESIS, Label.NOTE),
    )
)
"""The labels whose absence from a reading is a trait."""

SIZES = (1, 2, 3, 4, 6, 9, 14, 20)
"""Limits of the size classes of parts, in words."""

SHORT = 16
"""The form of a part is a trait if the part has at most this many characters."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?] [A-ZÀ-Ý]")
_INITIAL = re.compile(r"\b[A-Z]\b")
_ALIKE = re.compile(r"[a-zß-ÿ]+|[A-ZÀ-Þ]|\d+")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


class Words(NamedTuple):
    """A part of a reading: its label and its text."""

    label: str
    text: str


class Run(NamedTuple):
    """Three labels in a row."""

    first: str
    then: str
    last: str


class Labels(NamedTuple):
    """The labels of all parts, sorted."""

    labels: tuple[str, ...]


Piece = Words | Step | Run | Labels
"""The kinds of piece that have traits."""


def pieces(raw: str, parts: Sequence[Part]) -> Iterator[Piece]:
    """The pieces of a reading; most are shared with other readings of the string."""
    last, before = BEGINNING, "beginning"
    for part in (*parts, end_of(raw)):
        yield step(raw, last, part)
        yield Run(before, last.label, part.label)
        if part.end > part.start:
            yield Words(part.label, raw[part.start : part.end])
        last, before = part, last.label
    yield Labels(tuple(sorted(part.label for part in parts)))


def traits(piece: Piece) -> Iterable[str]:
    """The traits of a piece."""
    match piece:
        case Words():
            return [f"{piece.label} {trait}" for trait in traits_of_words(piece)]
        case Step(before, marks, after):
            return f"{before}|{marks}|{after}", f"{before} then {marks[:1]}"
        case Run():
            return (" > ".join(piece),)
        case Labels():
            return _of_labels(piece.labels)


def _of_labels(labels: Sequence[str]) -> Iterator[str]:
    for one, other in pairwise(labels):
        if one == other:
            yield f"two {one}"
    there = dict.fromkeys(labels)
    missing = [label for label in AWAITED if label not in there]
    for label in missing:
        yield f"no {label}"
    for one, other in combinations(there, 2):
        yield f"{one} with {other}"
    for one in there:
        for other in missing:
            yield f"{one} without {other}"


def traits_of_words(part: Words) -> Iterator[str]:
    """The traits of a part, without the label that begins each."""
    label, text = part
    words = _WORD.findall(text)
    size = bisect_right(SIZES, len(words))
    yield f"size {size}"
    yield f"{_capitals(words)} {min(size, 4)}"
    yield f"begins {_alike(text[:6])[:4]}"
    yield f"ends {_alike(text[-6:])[-3:]}"
    if len(text) <= SHORT:
        yield f"looks {_alike(text)}"
    yield from (f"has {mark}" for mark in dict.fromkeys(text) if not (mark.isalnum() or mark == " "))
    yield from _oddities(text)
    name = text.casefold().strip(" .,")
    yield from (f"in {one}" for one in KNOWN.get(label, ()) if name in folded(one))
    low = [word.casefold() for word in words]
    if low:
        yield f"first {low[0]}"
        yield f"last {low[-1]}"
    yield from (f"word {word}" for word in dict.fromkeys(low) if len(word) > 1 and not word.isdigit())


def _capitals(words: Sequence[str]) -> str:
    """A class for how many words begin with a capital."""
    capitals = sum(word[0].isupper() for word in words)
    if not capitals:
        return "small"
    return "all capital" if capitals == len(words) else "most capital" if 2 * capitals > len(words) else "few capital"


def _oddities(text: str) -> Iterator[str]:
    """Unusual content: digits, an end of a sentence, initials, unbalanced brackets and quotation marks."""
    if any(map(str.isdigit, text)):
        yield "digits"
    if _SENTENCE.search(text):
        yield "sentences"
    if _INITIAL.search(text):
        yield "initials"
    if text.count('"') % 2 or any(text.count(opens) != text.count(closes) for opens, closes in _PAIRS):
        yield "open"


def _alike(text: str) -> str:
    """A text with words, capitals and numbers replaced by their class."""
    return _ALIKE.sub(_class, text)


def _class(found: re.Match[str]) -> str:
    return "9" if found[0].isdigit() else "X" if found[0].isupper() else "x"

"""Damage done by web pages, scanners and word processors to a printed reference: a visible list of functions."""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from printing import Printed
from reflist.prose.labels import Label, Span

SHARE = 0.35
"""The share of house styles whose strings are damaged."""


class Cell(NamedTuple):
    """A character and the number of the span that it belongs to (-1: none)."""

    character: str
    span: int


Line = list[Cell]
Damage = Callable[[Line, Sequence[Span], random.Random], Line]


def damaged(printed: Printed, damages: Sequence[Damage], rng: random.Random) -> Printed:
    """A reference after some kinds of damage."""
    owners = [-1] * len(printed.text)
    for index, span in enumerate(printed.spans):
        owners[span.start : span.end] = [index] * (span.end - span.start)
    line = list(map(Cell, printed.text, owners))
    for damage in damages:
        line = damage(line, printed.spans, rng)
    return _mended(line, printed.spans)


def _mended(line: Line, spans: Sequence[Span]) -> Printed:
    """The line as a text, with its spans at the present places of their characters."""
    places: dict[int, list[int]] = {}
    for at, cell in enumerate(line):
        places.setdefault(cell.span, []).append(at)
    found = [Span(span.label, places[i][0], places[i][-1] + 1) for i, span in enumerate(spans) if i in places]
    return Printed("".join(cell.character for cell in line), tuple(found))


DASHES = {Label.PAGES: "-–— ", Label.EVENT_DATE: "-–—"}
"""The characters that ranges lose with their dash, by label."""


def lost_dashes(line: Line, spans: Sequence[Span], _rng: random.Random) -> Line:
    """Ranges of pages and days lose their dash."""
    return [cell for cell in line if not (cell.span >= 0 and cell.character in DASHES.get(spans[cell.span].label, ""))]


def closed_up(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """Spaces after some separators are lost."""
    return [
        cell
        for at, cell in enumerate(line)
        if not (at and cell == Cell(" ", -1) and line[at - 1].character in ".,:;)" and rng.random() < 0.5)
    ]


def _lost_marks(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """One of the separators between fields is lost."""
    marks = [at for at, cell in enumerate(line) if cell.span < 0 and cell.character in ".,:;"]
    lost = rng.choice(marks) if marks else -1
    return [cell for at, cell in enumerate(line) if at != lost]


def _other_quotes(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """Opening and closing quotation marks no longer match."""
    return [Cell(rng.choice("\"'“”’"), cell.span) if cell.character in "“”„»«" else cell for cell in line]


LOST = {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "Ä": "A", "Ö": "O", "Ü": "U", "é": "e", "è": "e", "í": "i", "ó": "o"}
SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
SLIPS = {"l": "1", "I": "l", "e": "c", "m": "rn", "n": "ri", "h": "li", "O": "0", "ü": "ii", "B": "8"}


def _spelled(table: dict[str, str]) -> Damage:
    """Accented letters are spelled in another way."""

    def damage(line: Line, _spans: Sequence[Span], _rng: random.Random) -> Line:
        return [Cell(letter, cell.span) for cell in line for letter in table.get(cell.character, cell.character)]

    return damage


def _misread(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """A scanner misreads some words."""
    found: Line = []
    for cell in line:
        slip = SLIPS.get(cell.character, "") if rng.random() < 0.02 else ""
        found += [Cell(letter, cell.span) for letter in slip or cell.character]
    return found


def _ligatures(line: Line, spans: Sequence[Span], _rng: random.Random) -> Line:
    """``fi`` and ``fl`` become single characters, as in a PDF."""
    found: Line = []
    for cell in line:
        if found and found[-1].character == "f" and cell.character in "il" and found[-1].span == cell.span:
            found[-1] = Cell("ﬁ" if cell.character == "i" else "ﬂ", cell.span)
        else:
            found.append(cell)
    return found if spans else line


def _broken(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """A word is divided by a hyphen and a space, as at the end of a line."""
    inside = [
        at
        for at in range(3, len(line) - 3)
        if line[at].span >= 0 and all(cell.character.islower() for cell in line[at - 2 : at + 2])
    ]
    if not inside:
        return line
    at = rng.choice(inside)
    return [*line[:at], Cell("-", line[at].span), Cell(" ", line[at].span), *line[at:]]


def _spaced(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """Spaces are added before punctuation."""
    found: Line = []
    for cell in line:
        if cell.span < 0 and cell.character in ".,:;)" and rng.random() < 0.4:
            found.append(Cell(" ", -1))
        found.append(cell)
    return found


def _misspaced(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """Spaces move from after to before punctuation, as when some programs extract text from a PDF."""
    found: Line = []
    for cell in line:
        before = found[-1] if found else Cell(" ", -1)
        if cell.character == " " and before.character in ",.:;" and rng.random() < 0.6:
            found[-1:] = [Cell(" ", before.span), before]
        else:
            found.append(cell)
    return found


def _glued(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """Words lose the space between them."""
    return [
        cell
        for before, cell in zip([Cell(" ", -1), *line], line, strict=False)
        if not (cell.character == " " and before.character.isalpha() and rng.random() < 0.15)
    ]


def _split(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """A space is inserted in a word."""
    inside = [at for at in range(2, len(line) - 2) if all(cell.character.islower() for cell in line[at - 2 : at + 2])]
    at = rng.choice(inside) if inside else 0
    return [*line[:at], Cell(" ", line[at].span), *line[at:]] if at else line


TAILS = (
    *(" Google Scholar", " CrossRef", " [CrossRef]", " [Google Scholar]", " CrossRef Google Scholar", " PubMed"),
    *(" [Google Scholar] [CrossRef]", " [CrossRef] [PubMed]", " [Green Version]", " View Article Google Scholar"),
    *(
        " PubMed Abstract | CrossRef Full Text | Google Scholar",
        " Article CAS PubMed Google Scholar",
        " Digital Library",
    ),
    *(" View PDF View article View in Scopus", " Crossref. Web of Science.", " Medline", " ISI", " [DOI]", " Article"),
)


def _tailed(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """The words of a link are added at the end."""
    return [*line, *(Cell(character, -1) for character in rng.choice(TAILS))]


def _truncated(line: Line, _spans: Sequence[Span], _rng: random.Random) -> Line:
    """The final full stop is lost."""
    return line[:-1] if re.fullmatch(r"\W", line[-1].character) else line


DAMAGES: tuple[Damage, ...] = (
    lost_dashes,
    closed_up,
    _lost_marks,
    _other_quotes,
    _spelled(LOST),
    _spelled(SPELLED),
    _misread,
    _ligatures,
    _broken,
    _broken,
    _spaced,
    _misspaced,
    _glued,
    _split,
    _tailed,
    _truncated,
)


def damages(rng: random.Random, share: float = SHARE) -> list[Damage]:
    """The damage that a page does to all references in one house style: often none."""
    return rng.sample(DAMAGES, rng.choice((1, 1, 2))) if rng.random() < share else []

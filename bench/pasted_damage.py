"""Damage to a reference list that is copied from a publisher's page: links attached, dashes and marks lost.

Damage does not change what a person reads: a mark is lost only before a number or publisher, and the words of values
stay.
"""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from damage import Cell, Damage, Line, closed_up, damaged, lost_dashes
from pasted_truth import Stretch
from printing import Printed
from reflist.prose.labels import Label, Span


class Links(NamedTuple):
    """The links that a publisher prints after each reference, one of ``tails``, with the ``gap`` before them."""

    gap: str
    tails: tuple[str, ...]


LINKS: dict[str, Links] = {
    "none": Links("", ("",)),
    "cambridge": Links("", ("Google Scholar", "CrossRefGoogle Scholar", "CrossRef | Google Scholar", "PubMed")),
    "mdpi": Links(" ", ("[Google Scholar] [CrossRef]", "[Google Scholar]", "[CrossRef] [PubMed]")),
    "springer": Links("\n", ("Google Scholar ", "Article  PubMed  Google Scholar ", "Article  CAS  Google Scholar ")),
    "taylor": Links("", ("[Crossref], [Web of Science ®], [Google Scholar]", "[Google Scholar]")),
    "taylor-new": Links("", ("(Open in a new window)Web of Science ®Google Scholar", "Google Scholar")),
    "wiley": Links("\n", ("Web of Science®Google Scholar", "Wiley Online LibraryGoogle Scholar", "Google Scholar")),
    "sage": Links("\n", ("Crossref\nGoogle Scholar", "Google Scholar", "Crossref\nPubMed\nGoogle Scholar")),
    "elsevier": Links("\n", ("View PDFView articleView in ScopusGoogle Scholar", "Google Scholar")),
    "ieee": Links(" ", ("Show in Context CrossRef Google Scholar", "Google Scholar")),
    "acm": Links("", ("Google ScholarDigital Library", "Google Scholar", "Digital Library")),
    "emerald": Links("", (" [Google Scholar] [Infotrieve]", " [Google Scholar]")),
    "oxford": Links(" ", ("Google Scholar Crossref Search ADS", "Google Scholar Crossref Search ADS PubMed")),
}
"""Links by publisher."""

NUMBERS = frozenset({"volume", "issue", "page", "publisher", "publisher-place", "DOI", "URL", "accessed"})
"""Variables before which a mark may be lost without hiding from a person that something begins."""

LOST = 0.1
"""The share of such marks that is lost."""


def lost_marks(line: Line, spans: Sequence[Span], rng: random.Random) -> Line:
    """Remove some commas or colons before a number or publisher; the space stays."""
    numbers = {index for index, span in enumerate(spans) if span.label in NUMBERED}
    lost = {
        at
        for at, (mark, space, first) in enumerate(zip(line, line[1:], line[2:], strict=False))
        if mark.span < 0 and mark.character in ",:" and space.character == " " and first.span in numbers
        if rng.random() < LOST
    }
    return [cell for at, cell in enumerate(line) if at not in lost]


NUMBERED = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES, Label.PUBLISHER, Label.PLACE})


def mixed_quotes(line: Line, _spans: Sequence[Span], rng: random.Random) -> Line:
    """Replace quotation marks with opening and closing ones that do not match."""
    other = {mark: rng.choice(kind) for kind in ("“‘\"'", "”’\"'") for mark in kind[:1]}
    return [Cell(other.get(cell.character, cell.character), cell.span) for cell in line]


def spaced_ranges(line: Line, spans: Sequence[Span], rng: random.Random) -> Line:
    """Put spaces around the dash of pages, on one side or both."""
    found: Line = []
    for cell in line:
        is_dash = cell.span >= 0 and spans[cell.span].label is Label.PAGES and cell.character in "-–"
        before, after = (rng.choice(("", " ")), " ") if is_dash else ("", "")
        found += [Cell(character, cell.span) for character in f"{before}{cell.character}{after}"]
    return found


def entities(line: Line, _spans: Sequence[Span], _rng: random.Random) -> Line:
    """Write ``&`` as an HTML entity."""
    return [Cell(character, cell.span) for cell in line for character in cell.character.replace("&", "&amp;")]


DAMAGES: tuple[tuple[Damage, ...], ...] = (
    (lost_dashes,),
    (lost_dashes,),
    (lost_dashes, lost_marks),
    (lost_dashes, mixed_quotes),
    (mixed_quotes,),
    (lost_marks,),
    (spaced_ranges,),
    (closed_up,),
    (),
)
"""Combinations of damage, each for all lines of a list; a lost dash is the most frequent."""


class Pasted(NamedTuple):
    """A line as pasted, its text without what the page attached, and the positions of its variables in that text."""

    line: str
    text: str
    stretches: tuple[Stretch, ...]


LABELS = {"page": Label.PAGES, "volume": Label.VOLUME, "issue": Label.ISSUE, "publisher": Label.PUBLISHER}
LABELS["publisher-place"] = Label.PLACE


def paste(text: str, printed: Sequence[Stretch], damages: Sequence[Damage], links: Links, rng: random.Random) -> Pasted:
    """A rendered line as copied from a page."""
    spans = tuple(Span(LABELS.get(one.variable, Label.NOTE), one.start, one.end) for one in printed)
    damaged_line = damaged(Printed(text, spans), damages, rng)
    moved = (
        one._replace(start=span.start, end=span.end) for one, span in zip(printed, damaged_line.spans, strict=True)
    )
    return Pasted(damaged_line.text + links.gap + rng.choice(links.tails), damaged_line.text, tuple(moved))


NUMBER = re.compile(r"^(?:\[\d+\]|\d+[.)]?)(?=[^\s\d.,])")
"""The number of an entry without a space after it, as pages have it in a separate column."""


def set_off(text: str, printed: Sequence[Stretch]) -> tuple[str, list[Stretch]]:
    """An entry with a space after its number, and the adjusted positions of its variables."""
    numbered = NUMBER.match(text)
    if not numbered:
        return text, list(printed)
    moved = [one._replace(start=one.start + 1, end=one.end + 1) if one.start else one for one in printed]
    return f"{numbered[0]} {text[numbered.end() :]}", moved

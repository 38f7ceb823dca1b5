"""Invented works and their kin: different works that look similar, as one group writes on one subject."""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple


class Venue(NamedTuple):
    """A journal or meeting: its name, abbreviation, acronym (may be empty), and a subtitle that some databases add."""

    name: str
    short: str
    acronym: str = ""
    subtitle: str = ""
    is_meeting: bool = False


class Work(NamedTuple):
    """A work: its authors as (family, given) in full, its place, and other values that printed forms may use."""

    key: str
    authors: tuple[tuple[str, str], ...]
    title: str
    venue: Venue
    year: int
    volume: int
    issue: int
    first: int
    last: int
    doi: str
    original: str = ""


class Printed(NamedTuple):
    """One form of a work: the CSL-JSON item without id, the key of the work, the letter of its source."""

    item: dict[str, Any]
    work: str
    source: str = "r"


FAMILIES = """Smith Johnson Brown Müller Schmidt Weber García López Rossi Bianchi Dubois Martin Kim Lee Park Wang Li
Zhang Chen Liu Nguyen Tanaka Suzuki Kowalski Nowak Novák Jensen Hansen Andersson O'Brien MacDonald McCarthy Singh Kumar
Gupta Cohen Levy Ivanov Petrov Silva Santos Oliveira Yılmaz Papadopoulos Horváth Popescu Okafor Mensah Haddad
Al-Rashid""".split()
COMPOUND = "van der Berg|de la Cruz|von Hagen|García-Moreno|Smith-Jones|van Dijk|Le Goff|Di Marco".split("|")
GIVEN = """James Mary Robert Patricia Michael Linda William Elizabeth David Susan Richard Karen Thomas Nancy Daniel Anna
Peter Julia Hans Ingrid Pierre Claire Marco Giulia Carlos Lucía Hiroshi Yuki Wei Jing Min-Jun Soo-Jin Rajesh Priya Igor
Olga Erik Astrid José Ana Mehmet Ayşe Kwame Fatima Jean-Luc Anne-Marie""".split()
MIDDLE = "Alan Brian Catherine Dora Edward Frances George Helen Ian Jane Louise Mark Neil Paul Rose Stephen".split()


def group(chance: random.Random, most: int) -> tuple[tuple[str, str], ...]:
    """Between one and ``most`` people."""
    number = chance.randint(1, most)
    families = chance.sample([*FAMILIES, *COMPOUND], number)
    return tuple(
        (family, chance.choice(GIVEN) + (f" {chance.choice(MIDDLE)}" if chance.random() < 0.4 else ""))
        for family in families
    )


class Library:
    """Makes works, each with its own key."""

    def __init__(self, chance: random.Random, venues: Sequence[Venue], years: tuple[int, int], most: int) -> None:
        self.chance, self.venues, self.years, self.most = chance, venues, years, most
        self._keys = count(1)

    def work(self, title: str, original: str = "") -> Work:
        """A work with random authors, venue and year."""
        venue = self.chance.choice(self.venues)
        return self._made(group(self.chance, self.most), title, venue, self.chance.randint(*self.years), original)

    def kin(self, work: Work, title: str, later: int = 0, venue: Venue | None = None, lead: str = "same") -> Work:
        """Another work: ``later`` by some years, in another venue, by the same people, some of them, or others."""
        authors = work.authors
        if lead == "swapped" and len(authors) > 1:
            authors = (authors[1], authors[0], *authors[2:])
        elif lead == "fewer" and len(authors) > 2:
            authors = authors[:-1]
        elif lead == "others":
            authors = group(self.chance, self.most)
        return self._made(authors, title, venue or self.chance.choice(self.venues), work.year + later)

    def _made(
        self, authors: tuple[tuple[str, str], ...], title: str, venue: Venue, year: int, original: str = ""
    ) -> Work:
        chance = self.chance
        first = chance.randint(1, 1900)
        volume = year - 1960 if not venue.is_meeting else 0
        doi = f"10.{chance.randint(1001, 1200)}/{venue.acronym.lower() or 'j'}.{year}.{chance.randint(10000, 99999)}"
        last = first + chance.randint(3, 18)
        return Work(
            f"w{next(self._keys)}",
            authors,
            title,
            venue,
            year,
            volume,
            chance.randint(1, 12),
            first,
            last,
            doi,
            original,
        )


def initials(given: str, mark: str = ".", between: str = "") -> str:
    """The initials of given names, with a mark after each: ``J.L.`` for ``Jean-Luc``."""
    return between.join(f"{word[0]}{mark}" for word in given.replace("-", " ").split())


def misprinted(chance: random.Random, text: str) -> str:
    """A text with one error in one of its longer words: a letter left out, doubled, or swapped with the next."""
    words = text.split(" ")
    longer = [at for at, word in enumerate(words) if len(word) > 5]
    if not longer:
        return text
    at = chance.choice(longer)
    word, where = words[at], chance.randint(1, len(words[at]) - 3)
    words[at] = chance.choice(
        (
            word[:where] + word[where + 1 :],
            word[:where] + word[where] + word[where:],
            word[:where] + word[where + 1] + word[where] + word[where + 2 :],
        )
    )
    return " ".join(words)


def vocabulary(table: str) -> dict[str, list[str]]:
    """Words by kind, from lines such as ``task: planning | control``; an indented line continues the one before."""
    rows = table.strip().replace("\n ", " ").splitlines()
    return {
        kind: [word.strip() for word in words.split("|")] for kind, _, words in (row.partition(": ") for row in rows)
    }


def titles(chance: random.Random, templates: Sequence[str], words: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """An endless sequence of different titles from templates such as ``{method} for {task}``."""
    known: set[str] = set()
    while True:
        title = chance.choice(templates).format(**{name: chance.choice(choices) for name, choices in words.items()})
        title = title[0].upper() + title[1:]
        if title not in known:
            known.add(title)
            yield title

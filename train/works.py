"""Random works, made from the words in ``pools/``."""

import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

POOLS = Path(__file__).with_name("pools")

LANGUAGES = {"de": 10, "en": 7, "fr": 2, "es": 1}
"""The languages of invented works, and how frequent each is."""

LETTERED = "Aus Politik und Zeitgeschichte"
"""A journal with a letter before its numbers (``B 34/98``) and no volumes."""

KINDS = {
    "article": 12,
    "book": 9,
    "chapter": 9,
    "edited": 2,
    "report": 4,
    "thesis": 2,
    "paper": 2,
    "newspaper": 1,
    "web": 2,
}
"""The kinds of works, and how frequent each is."""


class Person(NamedTuple):
    """A person; with a family name only, an institution."""

    family: str
    given: str = ""


class Work(NamedTuple):
    """A work to be printed; empty values are not printed."""

    kind: str
    language: str
    authors: tuple[Person, ...] = ()
    title: str = ""
    subtitle: str = ""
    year: str = ""
    first_year: str = ""
    status: str = ""
    day: str = ""
    container: str = ""
    editors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: tuple[str, ...] = ()
    edition: int = 0
    series: str = ""
    series_number: str = ""
    publisher: str = ""
    place: str = ""
    genre: str = ""
    event: str = ""
    url: str = ""
    doi: str = ""
    accessed: str = ""


class Pool:
    """The words of one language, and the random works made from them."""

    def __init__(self, language: str, titles: Sequence[str] = ()) -> None:
        lists = json.loads(POOLS.joinpath(f"{language}.json").read_text("utf-8"))
        self.language = language
        self.words: dict[str, list[str]] = {name: entries.split("; ") for name, entries in lists.items()}
        self.titles = titles

    def one(self, name: str, rng: random.Random) -> str:
        """A random entry of a list."""
        return rng.choice(self.words[name])

    def person(self, rng: random.Random) -> Person:
        """A random person, sometimes with two family names or a second given name."""
        family = self.one("families", rng)
        if rng.random() < 0.06:
            family = f"{family}-{self.one('families', rng)}"
        given = self.one("given", rng)
        if rng.random() < 0.3:
            given += " " + rng.choice((self.one("given", rng), f"{self.one('given', rng)[0]}."))
        return Person(family, given)

    def people(self, rng: random.Random, most: int = 4) -> tuple[Person, ...]:
        """One or several persons, rarely many."""
        count = rng.choices(range(1, most + 1), [8, 6, 3, 1, 1, 1][:most])[0]
        return tuple(self.person(rng) for _ in range(count))

    def institution(self, rng: random.Random) -> tuple[Person, ...]:
        """An institution as an author."""
        return (Person(self.one("institutions", rng)),)

    def title(self, rng: random.Random) -> tuple[str, str]:
        """A title and its subtitle, which may be empty: a printed or an invented one."""
        if self.titles and rng.random() < 0.5:
            title = rng.choice(self.titles)
            head, _, tail = title.partition(": ")
            return (head, tail) if rng.random() < 0.8 else (title, "")
        topics = [self.one("topics", rng) for _ in range(3)]
        slots = dict(zip("abc", topics, strict=True)) | {"A": topics[0][0].upper() + topics[0][1:]}
        subtitle = self.one("subtitles", rng) if rng.random() < 0.45 else ""
        return self.one("frames", rng).format(**slots), subtitle

    def house(self, rng: random.Random) -> tuple[str, str]:
        """A publisher and its place."""
        publisher, _, place = self.one("publishers", rng).partition("|")
        return publisher, place

    def day(self, rng: random.Random) -> str:
        """A day of the year in words or numbers, or only a month."""
        month, day = rng.randrange(12), rng.randint(1, 28)
        name = self.words["months"][month]
        forms = {
            "de": (f"{day}. {name}", f"{day}.{month + 1}.", f"{day:02}.{month + 1:02}.", name),
            "en": (f"{day} {name}", f"{name} {day}", name, f"{name[:3]}. {day}"),
        }
        return rng.choice(forms.get(self.language, (f"{day} {name}", name)))


def _pages(rng: random.Random) -> tuple[str, ...]:
    first = int(rng.lognormvariate(4.6, 1.1)) + 1
    return (str(first), str(first + rng.randint(2, 45)))


def _article(pool: Pool, rng: random.Random) -> Work:
    volume = str(rng.randint(1, 95)) if rng.random() < 0.93 else ""
    issue = rng.choice(
        ("", str(rng.randint(1, 12)), f"{rng.randint(1, 5)}/{rng.randint(2, 6)}")[: 2 + (rng.random() < 0.1)]
    )
    pages = _pages(rng) if rng.random() < 0.93 else ()
    doi = (
        f"10.{rng.randint(1000, 9999)}/{rng.choice('sjxab')}{rng.randint(10**5, 10**7)}" if rng.random() < 0.07 else ""
    )
    container = pool.one("journals", rng)
    if container == LETTERED:
        numbers = rng.choice(
            (f"{rng.randint(1, 53)}", f"{rng.randint(1, 26)}-{rng.randint(27, 53)}", f"{rng.randint(1, 53)}/98")
        )
        volume, issue = "", f"B {numbers}"
    work = _work("article", pool, rng)
    if work.status:
        volume, issue, pages = "", "", ()
    return work._replace(container=container, volume=volume, issue=issue or "", pages=pages, doi=doi)


def _work(kind: str, pool: Pool, rng: random.Random) -> Work:
    title, subtitle = pool.title(rng)
    letter = rng.choice("abc") if rng.random() < 0.07 else ""
    year = rng.randint(1950, 2022)
    return Work(
        kind,
        pool.language,
        pool.people(rng, 6 if kind == "article" else 4),
        title,
        subtitle,
        f"{year}{letter}",
        first_year=str(year - rng.randint(3, 90)) if rng.random() < 0.02 else "",
        status=pool.one("statuses", rng) if rng.random() < 0.015 else "",
    )


def _book(pool: Pool, rng: random.Random, kind: str = "book") -> Work:
    publisher, place = pool.house(rng)
    series = pool.one("series", rng) if rng.random() < 0.15 else ""
    return _work(kind, pool, rng)._replace(
        publisher=publisher,
        place=place,
        edition=rng.randint(2, 9) if rng.random() < 0.15 else 0,
        series=series,
        series_number=str(rng.randint(1, 120)) if series and rng.random() < 0.7 else "",
        translators=pool.people(rng, 2) if kind == "book" and rng.random() < 0.08 else (),
        volume=str(rng.randint(1, 4)) if kind == "book" and rng.random() < 0.05 else "",
    )


def _edited(pool: Pool, rng: random.Random) -> Work:
    book = _book(pool, rng, "edited")
    return book._replace(authors=pool.institution(rng)) if rng.random() < 0.25 else book


def _chapter(pool: Pool, rng: random.Random) -> Work:
    title, subtitle = pool.title(rng)
    return _book(pool, rng, "chapter")._replace(
        container=f"{title}{rng.choice(('. ', ': '))}{subtitle}" if subtitle else title,
        editors=pool.people(rng) if rng.random() < 0.92 else (),
        pages=_pages(rng) if rng.random() < 0.9 else (),
    )


def _report(pool: Pool, rng: random.Random) -> Work:
    institution = pool.institution(rng)
    by_institution = rng.random() < 0.45
    publisher, place = pool.house(rng)
    if not by_institution:
        publisher = rng.choice((institution[0].family, pool.one("universities", rng), publisher))
    number = rng.choice(
        (
            str(rng.randint(1, 1500)),
            f"{rng.randint(90, 99)}-{rng.randint(1, 60)}",
            f"{rng.randint(1, 40)}/{rng.randint(1990, 2019)}",
        )
    )
    report = _work("report", pool, rng)._replace(
        publisher="" if by_institution and rng.random() < 0.6 else publisher,
        place=place if rng.random() < 0.75 else "",
        genre=pool.one("reports", rng).format(n=number) if rng.random() < 0.75 else "",
    )
    return report._replace(authors=institution) if by_institution else report


def _thesis(pool: Pool, rng: random.Random) -> Work:
    return _work("thesis", pool, rng)._replace(
        authors=(pool.person(rng),),
        genre=pool.one("theses", rng),
        publisher=pool.one("universities", rng) if rng.random() < 0.85 else "",
        place=pool.house(rng)[1] if rng.random() < 0.3 else "",
    )


def _paper(pool: Pool, rng: random.Random) -> Work:
    return _work("paper", pool, rng)._replace(
        event=pool.one("events", rng),
        place=pool.house(rng)[1] if rng.random() < 0.8 else "",
        day=pool.day(rng) if rng.random() < 0.6 else "",
    )


def _newspaper(pool: Pool, rng: random.Random) -> Work:
    """An article in a newspaper, which may take the author's place if there is none."""
    is_online, is_author = rng.random() < 0.4, rng.random() < 0.2
    newspaper = pool.one("newspapers", rng)
    return _work("newspaper", pool, rng)._replace(
        authors=(Person(newspaper) if is_author else pool.person(rng),),
        container="" if is_author else newspaper,
        day=pool.day(rng),
        url=_address(pool, rng) if is_online else "",
        pages=(str(rng.randint(1, 40)),) if not is_online and rng.random() < 0.7 else (),
    )


def _address(pool: Pool, rng: random.Random) -> str:
    file = rng.choice(("index", "report", "artikel", "story"))
    path = rng.choice(("", f"/{rng.randint(1, 9999)}.pdf", f"/{file}-{rng.randint(1, 99)}.html", f"/{file}/2012/11"))
    return f"{rng.choice(('http://', 'https://', ''))}{pool.one('sites', rng)}{path}"


def _web(pool: Pool, rng: random.Random) -> Work:
    authors = pool.institution(rng) if rng.random() < 0.6 else pool.people(rng, 2)
    year = rng.randint(2000, 2021)
    day = f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.{year}" if pool.language == "de" else f"{pool.day(rng)} {year}"
    return _work("web", pool, rng)._replace(
        authors=authors,
        url=_address(pool, rng),
        accessed=day if rng.random() < 0.7 else "",
        year=str(year) if rng.random() < 0.9 else "",
        status="",
    )


MAKERS = {
    "article": _article,
    "book": _book,
    "edited": _edited,
    "chapter": _chapter,
    "report": _report,
    "thesis": _thesis,
    "paper": _paper,
    "newspaper": _newspaper,
    "web": _web,
}


@cache
def pool(language: str, titles: tuple[str, ...] = ()) -> Pool:
    """The pool of a language."""
    return Pool(language, titles)


def invented(rng: random.Random, language: str, titles: tuple[str, ...] = ()) -> Work:
    """A work in a language, of a random kind."""
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    return MAKERS[kind](pool(language, titles), rng)

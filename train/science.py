"""Random works of science, made from the words in ``pools/science.json``."""

import random
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from works import Person, Pool, Work

KINDS = {
    "article": 30,
    "book": 7,
    "chapter": 6,
    "paper": 9,
    "thesis": 2,
    "report": 3,
    "web": 5,
    "preprint": 3,
    "software": 2,
    "dataset": 1,
    "standard": 1,
}
"""The kinds of works, and how frequent each is."""

MANY = 0.1
"""The share of works with more authors than most house styles print."""

PRINTED = 0.6
"""The share of titles taken from samples, if there are any."""


class Day(NamedTuple):
    """A day, or a range of days within one month."""

    year: int
    month: int
    first: int
    last: int = 0


class Scientific(NamedTuple):
    """A work, with what only science prints of it; empty values are not printed."""

    work: Work
    short_container: str = ""
    event_place: str = ""
    event: Day | None = None
    looked_up: Day | None = None
    month: int = 0
    number: str = ""
    """The number of an arXiv preprint, of a standard, or of an article without pages."""


def scientific(rng: random.Random, titles: tuple[str, ...] = ()) -> Scientific:
    """A work of science of a random kind; ``titles`` are printed ones that some works get."""
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    return MAKERS[kind](_pool(titles), kind, rng)


@cache
def _pool(titles: tuple[str, ...]) -> Pool:
    return Pool("science", titles)


@cache
def _abbreviations() -> Mapping[str, str]:
    entries = (entry.partition("|") for entry in _pool(()).words["abbreviations"])
    return {word: short for word, _, short in entries}


def abbreviated(title: str) -> str:
    """The title of a journal or congress abbreviated by ISO 4: small words are dropped, some words are cut.

    >>> abbreviated("Journal of Plant Science"), abbreviated("Water")
    ('J. Plant Sci.', 'Water')
    """
    small = _pool(()).words["small words"]
    words = [word for word in title.replace(" & ", " ").split() if word.casefold() not in small]
    if len(words) < 2:
        return title
    return " ".join(_short(word) for word in words)


def _short(word: str) -> str:
    bare = word.rstrip(",:")
    return _abbreviations().get(bare, bare)


def _people(pool: Pool, rng: random.Random) -> tuple[Person, ...]:
    if rng.random() < MANY:
        return tuple(pool.person(rng) for _ in range(rng.randint(7, 14)))
    count = rng.choices(range(1, 7), [5, 7, 7, 6, 4, 3])[0]
    return tuple(pool.person(rng) for _ in range(count))


def _titled(pool: Pool, name: str, rng: random.Random) -> str:
    """A title from the pool: a frame filled with topics, capitalised if a topic begins it."""
    a, b, c = rng.sample(pool.words["topics"], 3)
    frame = pool.one(name, rng)
    big = a if frame.endswith("{A}") and name == "books" and rng.random() < 0.3 else a[0].upper() + a[1:]
    return frame.format(a=a, b=b, c=c, A=_capitalised(big) if name == "books" and rng.random() < 0.7 else big)


def _capitalised(words: str) -> str:
    """Words, each capitalised: ``HIV Infection``."""
    return " ".join(word[0].upper() + word[1:] for word in words.split())


def _title(pool: Pool, rng: random.Random) -> str:
    if pool.titles and rng.random() < PRINTED:
        return rng.choice(pool.titles)
    return _titled(pool, "titles", rng)


def _work(pool: Pool, kind: str, rng: random.Random) -> Work:
    return Work(kind, "en", _people(pool, rng), _title(pool, rng), year=str(rng.randint(1975, 2024)))


def _journal(pool: Pool, rng: random.Random) -> tuple[str, str]:
    """The title of a real or plausible journal, and its abbreviation."""
    if rng.random() < 0.45:
        title, _, short = pool.one("journals", rng).partition("|")
        return title, short
    title = pool.one("journal frames", rng)
    while "{}" in title:
        title = title.replace("{}", pool.one("fields", rng), 1)
    return title, abbreviated(title)


def _doi(rng: random.Random) -> str:
    ending = rng.choice(("s{a}-{b}-z", "j.abc.{y}.{a}", "{a}", "journal.pone.00{a}", "TXY.{y}.{a}", "{b}.{a}"))
    ending = ending.format(a=rng.randint(10_000, 999_999), b=f"{rng.randint(1, 999):03}", y=rng.randint(2000, 2024))
    return f"10.{rng.randint(1000, 9999)}/{ending}"


def _article(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    container, short = _journal(pool, rng)
    first = int(rng.lognormvariate(5.2, 1.5)) + 1
    pages: tuple[str, ...] = (str(first), str(first + rng.randint(2, 25)))
    number = ""
    if rng.random() < 0.22:
        digits = rng.randint(1, 99_999)
        number = rng.choice((f"e{digits}", f"{digits:06}", f"e0{digits:06}", f"{digits + 100}", f"{digits + 1000}"))
        pages = ()
    work = _work(pool, kind, rng)._replace(
        container=container,
        volume=str(int(rng.lognormvariate(3.2, 1.0)) + 1) if rng.random() < 0.96 else "",
        issue=rng.choice((str(rng.randint(1, 12)), str(rng.randint(1, 52)), "1-2", "Suppl 1")[: rng.choice((1, 2, 4))])
        if rng.random() < 0.7
        else "",
        pages=pages,
        doi=_doi(rng) if rng.random() < 0.5 else "",
    )
    if rng.random() < 0.03:
        work = work._replace(authors=(Person(pool.one("institutions", rng)),))
    return Scientific(work, short, number=number, month=rng.randint(1, 12) if rng.random() < 0.4 else 0)


def _book(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    publisher, _, place = pool.one("publishers", rng).partition("|")
    work = _work(pool, kind, rng)
    return Scientific(
        work._replace(
            authors=work.authors[:3],
            title=_titled(pool, "books", rng),
            publisher=publisher,
            place=place,
            edition=rng.randint(2, 14) if rng.random() < 0.3 else 0,
            doi=_doi(rng) if rng.random() < 0.1 else "",
        )
    )


def _chapter(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    book, first = _book(pool, kind, rng).work, rng.randint(1, 600)
    return Scientific(
        book._replace(
            container=book.title,
            title=_title(pool, rng),
            editors=_people(pool, rng)[:3] if rng.random() < 0.9 else (),
            pages=(str(first), str(first + rng.randint(5, 30))) if rng.random() < 0.92 else (),
            series=pool.one("book series", rng) if rng.random() < 0.12 else "",
            volume=str(rng.randint(1, 1200)) if rng.random() < 0.15 else "",
        )
    )


def _paper(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    """A paper in the proceedings of a congress."""
    subject, _, acronym = pool.one("conferences", rng).partition("|")
    year = rng.randint(1985, 2024)
    name = pool.one("conference frames", rng).format(n=_ordinal(rng.randint(1, 58)), y=year, c=subject)
    publisher, _, place = pool.one("congress publishers", rng).partition("|")
    first = rng.randint(1, 9000)
    event = rng.randint(1, 24)
    years = rng.choice(("", "", f" {year}", f" '{year % 100:02}", f" ’{year % 100:02}"))
    after = f" ({acronym}{years})" if acronym and rng.random() < 0.45 else ""
    work = _work(pool, kind, rng)._replace(
        container=name + after,
        year=str(year),
        publisher=publisher if rng.random() < 0.6 else "",
        place=place,
        pages=(str(first), str(first + rng.randint(3, 14))) if rng.random() < 0.9 else (),
        doi=_doi(rng) if rng.random() < 0.4 else "",
        series=pool.one("book series", rng) if rng.random() < 0.2 else "",
        volume=str(rng.randint(100, 14_000)) if rng.random() < 0.1 else "",
    )
    month = rng.randint(1, 12)
    return Scientific(
        work if work.publisher else work._replace(place=""),
        abbreviated(name) + after,
        pool.one("places", rng) if rng.random() < 0.7 else "",
        Day(year, month, event, event + rng.randint(1, 4)) if rng.random() < 0.7 else None,
        month=month if rng.random() < 0.6 else 0,
    )


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _thesis(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    publisher, _, place = pool.one("universities", rng).partition("|")
    work = _work(pool, kind, rng)
    return Scientific(
        work._replace(
            authors=work.authors[:1],
            genre=pool.one("theses", rng),
            publisher=publisher,
            place=place if rng.random() < 0.85 else "",
        )
    )


def _report(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    book = _book(pool, kind, rng).work
    institution, is_author = pool.one("institutions", rng), rng.random() < 0.6
    genre = pool.one("reports", rng).format(n=rng.randint(1, 2000)) if rng.random() < 0.7 else ""
    work = book._replace(title=_title(pool, rng), edition=0, genre=genre, publisher=institution)
    return Scientific(work._replace(authors=(Person(institution),)) if is_author else work)


def _web(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    path = rng.choice(("", "/", f"/{rng.choice(pool.words['topics']).split()[0].lower()}", "/about.html", "/data/2021"))
    work = _work(pool, kind, rng)
    institution = pool.one("institutions", rng)
    year = rng.randint(2008, 2024)
    return Scientific(
        work._replace(
            authors=(Person(institution),) if rng.random() < 0.75 else work.authors[:2],
            title=_titled(pool, "websites", rng),
            url=f"{rng.choice(('https://', 'http://', 'https://', ''))}{pool.one('sites', rng)}{path}",
            year=str(year) if rng.random() < 0.75 else "",
            publisher=institution if rng.random() < 0.3 else "",
            place=pool.one("places", rng).partition(",")[0] if rng.random() < 0.5 else "",
        ),
        looked_up=Day(min(year + 1, 2024), rng.randint(1, 12), rng.randint(1, 28)) if rng.random() < 0.85 else None,
    )


def _preprint(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    archive = pool.one("preprints", rng)
    number = f"{rng.randint(10, 24)}{rng.randint(1, 12):02}.{rng.randint(100, 19_999):05}" if archive == "arXiv" else ""
    return Scientific(
        _work(pool, kind, rng)._replace(
            publisher="" if number else archive,
            doi="" if number else _doi(rng),
            url=f"https://arxiv.org/abs/{number}" if number else "",
            year=str(rng.randint(2010, 2024)),
        ),
        number=number,
    )


def _software(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    web, is_program = _web(pool, kind, rng), kind == "software"
    work = _work(pool, kind, rng)
    return web._replace(
        work=web.work._replace(
            authors=work.authors if rng.random() < 0.7 else web.work.authors,
            title=pool.one("software", rng) if is_program else f"Data from: {work.title}",
            publisher=pool.one("archives", rng) if rng.random() < 0.7 else pool.one("institutions", rng),
            place=pool.one("places", rng) if is_program and rng.random() < 0.6 else "",
            doi=_doi(rng) if not is_program or rng.random() < 0.3 else "",
            year=work.year,
        )
    )


def _standard(pool: Pool, kind: str, rng: random.Random) -> Scientific:
    number, _, institution = pool.one("standards", rng).partition("|")
    year = rng.randint(1985, 2023)
    return Scientific(
        _work(pool, kind, rng)._replace(
            authors=(Person(institution),),
            year=str(year),
            publisher=institution,
            place=pool.one("places", rng) if rng.random() < 0.8 else "",
        ),
        number=number.format(n=rng.randint(100, 29_999), y=year, s=year % 100),
    )


MAKERS: dict[str, Callable[[Pool, str, random.Random], Scientific]] = {
    "article": _article,
    "book": _book,
    "chapter": _chapter,
    "paper": _paper,
    "thesis": _thesis,
    "report": _report,
    "web": _web,
    "preprint": _preprint,
    "software": _software,
    "dataset": _software,
    "standard": _standard,
}
"""The function that makes a work of each kind."""

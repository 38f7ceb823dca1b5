"""An invented bibliography of databases, and what a search engine has found of it."""

import random
from collections.abc import Iterator
from typing import Any

from invented_works import Library, Made, Printed, Venue, initials, misprinted, titles, vocabulary

WORKS = 60
"""How many works have kin and are found; all of them are in the bibliography, the kin are or are not."""

DATABASES = (
    Venue("VLDB", "Very Large Data Bases", "VLDB", is_meeting=True),
    Venue("SIGMOD Conference", "Management of Data", "SIGMOD", is_meeting=True),
    Venue("VLDB J.", "The VLDB Journal", ""),
    Venue("ACM Trans. Database Syst.", "ACM Transactions on Database Systems", "TODS"),
    Venue("SIGMOD Record", "ACM SIGMOD Record", ""),
)
QUERYING = vocabulary("""
what: joins | views | XML documents | data streams | spatial objects | data cubes | semistructured data | moving objects
how: sampling | histograms | wavelets | bitmap indexes | materialized views | hashing | signatures | user feedback
verb: optimizing | maintaining | indexing | clustering | caching | querying | mining | compressing
place: data warehouses | sensor networks | parallel systems | peer-to-peer systems | main memory | mediators
adjective: adaptive | efficient | approximate | incremental | scalable | distributed | secure | online
name: HyperJoin | Telos | STREAMER | XCache | Garnet | Minos | QUEST
""")
OF_QUERYING = (
    "{verb} {what} in {place}",
    "{adjective} {verb} of {what} using {how}",
    "{name}: {adjective} {verb} of {what} in {place}",
    "{how} for {adjective} {verb} of {what}",
    "{name}: a system for {verb} {what}",
    "on {verb} {what} in {place} with {how}",
    "towards {adjective} {verb} of {what} in {place}",
)


NO_VENUES = (
    "Lecture Notes in Computer Science",
    "portal.acm.org",
    "Proc. of",
    "Technical Report",
    "TECHNICAL REPORT-STANFORD",
    "submitted",
)
"""What a search engine prints where a venue would stand."""


def search(chance: random.Random) -> Iterator[Printed]:
    """A clean bibliography (d) and what a search engine has of it (s), with much that is not in the bibliography."""
    library = Library(chance, DATABASES, (1995, 2003), 5)
    found = titles(chance, OF_QUERYING, QUERYING)
    for _ in range(WORKS):
        work = library.work(next(found))
        listed, unlisted = [work], list[Made]()
        for one, is_listed in chance.sample(_relatives(library, work, next(found)), chance.choice((0, 1, 2, 3))):
            (listed if is_listed else unlisted).append(one)
        for one in listed:
            yield Printed(_catalogued(one), one.key, "d")
        names = [one.title for one in (*listed, *unlisted)]
        for one in (*listed, *unlisted):
            for _ in range(chance.choice((0, 1, 1, 2, 3, 5)) if one in listed else chance.choice((1, 1, 2))):
                yield Printed(_found(chance, one, names.count(one.title) == 1), one.key, "s")


def _relatives(library: Library, work: Made, other: str) -> list[tuple[Made, bool]]:
    """Other works, and whether each is in the bibliography."""
    chance, make, words, main = library.chance, library.kin, work.title.split(), work.title.partition(":")[0]
    at = chance.randrange(1, len(words))
    more = chance.choice(("dynamic", "parallel", "robust", "temporal", "fuzzy"))
    place = chance.choice(QUERYING["place"])
    journal = DATABASES[chance.choice((2, 3))]
    return [
        *([(make(work, work.title, 2, journal), True)] if work.venue.is_meeting else ()),  # the journal's version
        (make(work, " ".join([*words[:at], more, *words[at:]]), 1), False),  # the next, with a word more
        (make(work, f"{more.title()} {work.title[0].lower()}{work.title[1:]}", 1), True),
        (make(work, f"{' '.join(words[:-1])} {place.split()[-1]}", -1), False),  # with another word at the end
        (make(work, " ".join([*words[:-1], "databases"]), 1, lead="others"), False),
        (make(work, f"{' '.join(words[:4])} revisited: {other.lower()}", 2), False),
        (make(work, f"{main}: a demonstration" if main != work.title else other, 1, DATABASES[1]), False),
        (make(work, other, 0, work.venue), True),
        (make(work, other, -1, Venue("Ph.D. thesis", "Ph.D. Thesis, University"), lead="fewer"), False),
        (make(work, work.title, 2, lead="others"), False),
    ]


def _catalogued(work: Made) -> dict[str, Any]:
    people = sorted(work.authors, key=lambda name: name[1])
    return {
        "type": "article-journal",
        "title": work.title,
        "author": [{"family": family, "given": given} for family, given in people],
        "container-title": work.venue.name,
        "issued": {"date-parts": [[work.year]]},
    }


def _found(chance: random.Random, work: Made, is_alone: bool) -> dict[str, Any]:
    """A work as a search engine has put it together from citations and web pages.

    Of one that is not alone with its title venue or year is told.
    """
    item: dict[str, Any] = {"type": "article-journal", "title": _searched_title(chance, work)}
    item["author"] = _searched_authors(chance, list(work.authors))
    roll = chance.random()
    if roll < 0.6:
        item["container-title"] = chance.choice(_venues(work))
    elif roll < 0.72:
        item["container-title"] = chance.choice(NO_VENUES)
    if chance.random() < 0.5 or (roll > 0.6 and not is_alone):
        item["issued"] = {"date-parts": [[work.year + (chance.choice((-1, 1)) if chance.random() < 0.05 else 0)]]}
    return item


def _venues(work: Made) -> tuple[str, ...]:
    """What it may say of the place of a work."""
    venue = work.venue
    if not venue.is_meeting:
        return (venue.name, venue.short, f"{venue.short},", venue.short.upper())
    return (
        venue.name,
        venue.short,
        f"{venue.short},",
        f"Proceedings of the {work.year} {venue.acronym}",
        f"Proc. {venue.acronym} Conf., {work.year}",
        f"PROCEEDINGS OF THE INTERNATIONAL CONFERENCE ON {venue.short.upper()}",
        f"Proceedings of the ACM {venue.acronym} International …",
    )


def _searched_authors(chance: random.Random, people: list[tuple[str, str]]) -> list[dict[str, str]]:
    count = len(people)
    if count > 3 and chance.random() < 0.5:
        people = people[:3]
    elif count > 1 and chance.random() < 0.05:
        people = people[1:]
    if chance.random() < 0.05:
        chance.shuffle(people)
    if chance.random() < 0.05:
        return [{"literal": f"{initials(people[0][1], '')} {people[0][0]}"}]
    others = [{"family": "…", "given": ""}, {"literal": "others"}]
    shown = [{"family": family, "given": initials(given, "")} for family, given in people]
    return [*shown, chance.choice(others)] if len(people) < count and chance.random() < 0.5 else shown


def _searched_title(chance: random.Random, work: Made) -> str:
    roll, title = chance.random(), work.title
    words = title.split()
    family, given = work.authors[0]
    if roll < 0.1 and len(words) > 6:
        return f"{' '.join(words[: len(words) - 2])} …"
    if roll < 0.16:
        return misprinted(chance, title)
    if roll < 0.2 and len(title.partition(": ")[0].split()) > 1:
        return title.partition(": ")[0]
    if roll < 0.25:
        return title.upper()
    if roll < 0.28:
        return f"{initials(given)} {family}: {title}"
    if roll < 0.34:
        return f"{title} - group of {chance.randint(2, 9)} »"
    if roll < 0.37:
        return f"[{chance.choice(('PDF', 'CITATION', 'PS'))}] {title}"
    return chance.choice(("{}", "{}", "{}.")).format(title)

"""An invented bibliography on databases, and the results of a search engine for it."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from invented_works import Library, Printed, Venue, Work, initials, misprinted, titles, vocabulary

WORKS = 60
"""The number of works, all in the bibliography; their kin may be in it or not."""

DATABASES = (
    Venue("VLDB", "Very Large Data Bases", "VLDB", is_meeting=True),
    Venue("SIGMOD Conference", "Management of Data", "SIGMOD", is_meeting=True),
    Venue("VLDB J.", "The VLDB Journal", ""),
    Venue("ACM Trans. Database Syst.", "ACM Transactions on Database Systems", "TODS"),
    Venue("SIGMOD Record", "ACM SIGMOD Record", ""),
)
MANY = 300
"""The number of works of the larger set."""

ELSEWHERE = (
    Venue("Inf. Syst.", "Information Systems", ""),
    Venue("ICDE", "Data Engineering", "ICDE", is_meeting=True),
    Venue("IEEE Trans. Knowl. Data Eng.", "IEEE Transactions on Knowledge and Data Engineering", "TKDE"),
    Venue("EDBT", "Extending Database Technology", "EDBT", is_meeting=True),
)
COLUMNS = ("Editor's Notes", "Chair's Message", "Guest Editorial", "Report on the workshop", "Treasurer's Message")
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
"""What a search engine prints in place of a venue."""


def search(chance: random.Random) -> Iterator[Printed]:
    """A clean bibliography (d) and the results of a search engine (s), many of which are not in the bibliography."""
    yield from _searched(chance, WORKS, _found)


def haystack(chance: random.Random) -> Iterator[Printed]:
    """The same with many more works, as an older search engine found them, half of them about other things.

    Many values are truncated or wrongly combined, and some titles are columns of a periodical, shared by many works.
    """
    yield from _searched(chance, MANY, _found_amid_hay)
    library = Library(chance, (*DATABASES, *ELSEWHERE), (1990, 2005), 5)
    found = titles(chance, OF_QUERYING, QUERYING)
    for _ in range(2 * MANY):
        work = library.work(next(found))
        for _ in range(chance.choice((1, 1, 2))):
            yield Printed(_found_amid_hay(chance, work, True), work.key + "hay", "s")
    for title in COLUMNS:
        work = library.work(title)._replace(venue=DATABASES[-1])
        for later in range(chance.randint(2, 6)):
            one = library.kin(work, title, later, work.venue)
            yield Printed(_catalogued(one), one.key + "column", "d")
            if chance.random() < 0.3:
                yield Printed(_found_amid_hay(chance, one, False), one.key + "column", "s")


def _searched(
    chance: random.Random, works: int, shown: Callable[[random.Random, Work, bool], dict[str, Any]]
) -> Iterator[Printed]:
    library = Library(chance, DATABASES, (1995, 2003), 5)
    found = titles(chance, OF_QUERYING, QUERYING)
    for _ in range(works):
        work = library.work(next(found))
        listed, unlisted = [work], list[Work]()
        for one, is_listed in chance.sample(relatives(library, work, next(found)), chance.choice((0, 1, 2, 3))):
            (listed if is_listed else unlisted).append(one)
        for one in listed:
            yield Printed(_catalogued(one), one.key, "d")
        names = [one.title for one in (*listed, *unlisted)]
        for one in (*listed, *unlisted):
            for _ in range(chance.choice((0, 1, 1, 2, 3, 5)) if one in listed else chance.choice((1, 1, 2))):
                yield Printed(shown(chance, one, names.count(one.title) == 1), one.key, "s")


def relatives(library: Library, work: Work, other: str) -> list[tuple[Work, bool]]:
    """Similar works, and whether each is in the bibliography."""
    chance, make, words, main = library.chance, library.kin, work.title.split(), work.title.partition(":")[0]
    at = chance.randrange(1, len(words))
    more = chance.choice(("dynamic", "parallel", "robust", "temporal", "fuzzy"))
    place = chance.choice(QUERYING["place"])
    journal = DATABASES[chance.choice((2, 3))]
    return [
        *([(make(work, work.title, 2, journal), True)] if work.venue.is_meeting else ()),  # the version in a journal
        (make(work, " ".join([*words[:at], more, *words[at:]]), 1), False),  # a later one with one more word
        (make(work, f"{more.title()} {work.title[0].lower()}{work.title[1:]}", 1), True),
        (make(work, f"{' '.join(words[:-1])} {place.split()[-1]}", -1), False),  # with another word at the end
        (make(work, " ".join([*words[:-1], "databases"]), 1, lead="others"), False),
        (make(work, f"{' '.join(words[:4])} revisited: {other.lower()}", 2), False),
        (make(work, f"{main}: a demonstration" if main != work.title else other, 1, DATABASES[1]), False),
        (make(work, other, 0, work.venue), True),
        (make(work, other, -1, Venue("Ph.D. thesis", "Ph.D. Thesis, University"), lead="fewer"), False),
        (make(work, work.title, 2, lead="others"), False),
    ]


def _catalogued(work: Work) -> dict[str, Any]:
    people = sorted(work.authors, key=lambda name: name[1])
    return {
        "type": "article-journal",
        "title": work.title,
        "author": [{"family": family, "given": given} for family, given in people],
        "container-title": work.venue.name,
        "issued": {"date-parts": [[work.year]]},
    }


def _found(chance: random.Random, work: Work, is_alone: bool) -> dict[str, Any]:
    """A work as a search engine has compiled it from citations and web pages.

    If other works share its title, venue or year is given.
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


def _venues(work: Work) -> tuple[str, ...]:
    """Forms of the venue of a work."""
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


def _searched_title(chance: random.Random, work: Work) -> str:
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


def _found_amid_hay(chance: random.Random, work: Work, is_alone: bool) -> dict[str, Any]:
    """A work as an older search engine shows it: long values are truncated, and errors in citations are repeated."""
    item: dict[str, Any] = {"type": "article-journal", "title": _hay_title(chance, work)}
    if chance.random() < 0.98:
        item["author"] = _hay_authors(chance, list(work.authors))
    roll, venue = chance.random(), work.venue
    if roll < 0.55:
        item["container-title"] = chance.choice(
            (
                *_venues(work),
                f"{venue.short[:22].rstrip()} …" if len(venue.short) > 24 else venue.short,
                f"{venue.name}, {work.year}",
                *(
                    _of_a_meeting(venue, work.year)
                    if venue.is_meeting
                    else (f"{venue.short}, Vol. {work.year - 1979}",)
                ),
            )
        )
    elif roll < 0.68:
        item["container-title"] = chance.choice(
            (*NO_VENUES, "Citeseer", "research.microsoft.com", "ACM Press", "To appear")
        )
    if chance.random() < 0.45 or (roll > 0.55 and not is_alone):
        item["issued"] = {"date-parts": [[work.year + (chance.choice((-1, 1)) if chance.random() < 0.06 else 0)]]}
    return item


def _of_a_meeting(venue: Venue, year: int) -> tuple[str, ...]:
    """Forms of a meeting in citations of its papers."""
    return (
        f"Proc. of the {year - 1974}th {venue.acronym}",
        f"… of the {year} ACM {venue.acronym}",
        f"In {venue.acronym}",
        f"{venue.acronym}{year % 100:02}",
    )


def _hay_title(chance: random.Random, work: Work) -> str:
    roll, title = chance.random(), work.title
    words = title.split()
    year = f"{work.year % 100:02}"
    if roll < 0.06 and len(title) > 50:
        return f"{title[: chance.randint(40, len(title) - 5)].rstrip()} …"
    if roll < 0.09:
        return f"{title}, {chance.choice((work.venue.short, f'{work.venue.acronym} {work.year}'.strip()))}"
    if roll < 0.11:
        return (
            f"{title} ({chance.choice(('demo', 'extended abstract', 'full version', work.venue.acronym or 'invited'))})"
        )
    if roll < 0.13 and work.venue.acronym:
        return f"{work.venue.acronym}{year}. {title}"
    if roll < 0.15:
        return f"{', '.join(family for family, _ in work.authors)}: {title}"
    if roll < 0.17:
        return f"{title}. {initials(work.authors[0][1], '')} {work.authors[0][0]}"
    if roll < 0.19 and len(words) > 5:
        return " ".join(words[: len(words) - 2])
    if roll < 0.21:
        return title.replace(" of ", " for ", 1).replace(" in ", " on ", 1)
    if roll < 0.23:
        return f"{words[0]}{words[1]} {' '.join(words[2:])}"
    return _searched_title(chance, work)


def _hay_authors(chance: random.Random, people: list[tuple[str, str]]) -> list[dict[str, str]]:
    roll = chance.random()
    if roll < 0.06:
        return [{"family": "".join(family.split()).replace("-", ""), "given": given[0]} for family, given in people]
    if roll < 0.1:
        return [{"family": misprinted(chance, family), "given": initials(given, "")} for family, given in people]
    if roll < 0.13:
        return [*_searched_authors(chance, people), {"family": "Center", "given": "IBM Almaden Research"}]
    if roll < 0.16:
        return [{"family": given.split()[0], "given": initials(family, "")} for family, given in people]
    if roll < 0.18:
        return [{"literal": " ".join(family for family, _ in people)}]
    return _searched_authors(chance, people)

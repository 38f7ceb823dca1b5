"""An invented set of a few works that are cited very often, in several versions."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from invented_citations import LEARNING, OF_LEARNING, ORDINALS, SPELT, VENUES, lowered, whole
from invented_works import Library, Printed, Venue, Work, initials, misprinted, titles

GROUPS = 7
"""The number of groups of authors; each writes some works on one subject."""

MOST = 180
"""The most citations of a work."""

UNIVERSITIES = ("Carnegie Mellon University", "MIT", "University of California, Santa Cruz", "Univ. of Toronto")
PLACES = ("San Mateo, CA", "Pittsburgh, Pennsylvania", "Cambridge, MA", "Amherst", "Santa Cruz")
PUBLISHERS = ("Morgan Kaufmann", "ACM Press", "MIT Press", "Morgan Kaufmann Publishers, San Mateo, CA")
EDITORS = ("D. S. Touretzky", "J. Cowan and G. Tesauro", "Warmuth, M. and Valiant, L.", "R. Lippmann, J. Moody")
REPORT = Venue("Technical Report", "Tech. Rep.", "TR")
THESIS = Venue("PhD thesis", "Ph.D. dissertation", "PHD")
OF_A_VERSION = re.compile(r"(?:unpublished )?(?:technical report|tech\. rep\.|ph\.?d\.?)", re.IGNORECASE)
OF_A_HOUSE = re.compile(r"(?:univ|mit\b|carnegie|morgan|acm press)[^:]*", re.IGNORECASE)
NUMBER = re.compile(r" (\d+)$")


def versions(chance: random.Random) -> Iterator[Printed]:
    """Works of a few groups, each in up to four versions that are works of their own, cited up to `MOST` times."""
    library = Library(chance, VENUES, (1986, 1994), 3)
    found = titles(chance, OF_LEARNING, LEARNING)
    for _ in range(GROUPS):
        work = library.work(next(found))
        for _ in range(chance.choice((2, 3, 4))):
            for one in _versions(library, work):
                number = chance.randint(10, 10_000)
                for _ in range(min(MOST, int(3 * chance.paretovariate(0.55)))):
                    yield Printed(_cited(chance, one, number), one.key)
            work = library.kin(work, next(found), chance.choice((-1, 0, 1, 2)), lead=chance.choice(("same", "swapped")))


def in_own_fields(chance: random.Random) -> Iterator[Printed]:
    """The same from a program with more fields: genre and number, publisher, or note, instead of only a container."""
    field = chance.choice(("genre", "note", "publisher"))
    for one in versions(chance):
        yield one._replace(item=_in_own_fields(one.item, field))


def _in_own_fields(item: dict[str, Any], field: str) -> dict[str, Any]:
    printed = item.get("container-title", "")
    if OF_A_HOUSE.fullmatch(printed):
        item["publisher"] = item.pop("container-title")
    elif OF_A_VERSION.match(printed):
        del item["container-title"]
        name, _, house = printed.partition(", ")
        if field != "genre":
            return item | {field: printed}
        found = NUMBER.search(name)
        item |= {"genre": NUMBER.sub("", name)} | ({"number": found[1]} if found else {})
        return item | ({"publisher": house} if house else {})
    return item


def _versions(library: Library, work: Work) -> Iterator[Work]:
    """A paper, and perhaps the report before it, the article after it, or a thesis."""
    chance = library.chance
    title, venue = work.title, work.venue
    article = chance.choice([one for one in VENUES if not one.is_meeting])
    yield work
    roll = chance.random()
    if roll < 0.35:
        yield library.kin(work, title, chance.choice((0, -1)), REPORT)
    if 0.25 < roll < 0.6 and venue.is_meeting:
        yield library.kin(work, title, chance.choice((1, 2, 3)), article)
    if 0.6 < roll < 0.7:
        yield library.kin(work, title, 1, THESIS)._replace(authors=work.authors[:1])


def _cited(chance: random.Random, work: Work, number: int) -> dict[str, Any]:
    """A version as an author cites it, after a program has parsed the citation."""
    item: dict[str, Any] = {"type": "article-journal", "title": _title(chance, work)}
    item["author"] = _authors(chance, list(work.authors))
    if venue := _venue(chance, work, number):
        item["container-title"] = venue
    if chance.random() < 0.86:
        item["issued"] = {"date-parts": [[work.year + (chance.choice((-1, 1, 1)) if chance.random() < 0.07 else 0)]]}
    if work.volume and work.venue not in (REPORT, THESIS) and chance.random() < 0.75:
        wrong = chance.random() < 0.03
        item["volume"] = chance.choice(("{0}", "{0}({1})", "vol. {0}", "{0},", "{0}, no. {1}", "{0}:{1}")).format(
            work.volume + wrong, work.issue
        )
    if work.venue not in (REPORT, THESIS) and chance.random() < 0.6:
        item["page"] = _pages(chance, work)
    return lowered(item) if chance.random() < 0.7 else item


def _pages(chance: random.Random, work: Work) -> str:
    roll, first, last = chance.random(), work.first, work.last
    if roll < 0.04:
        last += chance.choice((-1, 1, 10))
    elif roll < 0.07:
        first += chance.choice((1, 10, 100))
    form = chance.choice(("{0}-{1}", "pages {0}-{1}", "pp. {0}--{1},", "{0}", "{0}-{2}", "pp {0} - {1}.", "({0}-{1})"))
    return form.format(first, last, str(last)[-2:])


def _title(chance: random.Random, work: Work) -> str:
    title, roll = work.title, chance.random()
    words = title.split()
    if chance.random() < 0.08:
        title = misprinted(chance, title)
    if roll < 0.05 and len(words) > 4:
        dropped = chance.randrange(len(words))
        title = " ".join(word for at, word in enumerate(words) if at != dropped or len(word) > 4)
    elif roll < 0.08 and ": " in title:
        title = title.partition(": ")[0]
    elif roll < 0.14 and len(words) > 5:
        title = " ".join(words[: len(words) - 2])
    elif roll < 0.17:
        title = f"{chance.choice(('A', 'The', 'On', 'Towards'))} {title}"
    elif roll < 0.20:
        title = title.replace("-", "- ").replace("tion", "- tion", 1)
    elif roll < 0.22:
        title = f"({work.year}). {title}"
    elif roll < 0.24:
        title = f"{initials(work.authors[-1][1])} {work.authors[-1][0]}. {title}"
    return chance.choice(("{}", "{}.", "{},", "``{}''", '"{},"', "{}. In", "`{}',")).format(title)


def _authors(chance: random.Random, people: list[tuple[str, str]]) -> list[dict[str, str]]:
    roll = chance.random()
    others: list[dict[str, str]] = []
    if len(people) > 2 and roll < 0.1:
        people, others = people[:1], [{"literal": "et al."}]
    elif len(people) > 1 and roll < 0.14:
        people = people[:-1]
    elif len(people) > 1 and roll < 0.16:
        people = people[1:]
    if roll > 0.96:
        people = [(misprinted(chance, family), given) for family, given in people]
    roll = chance.random()
    if roll < 0.2:
        return [{"literal": whole(chance, people)}]
    forms: tuple[Callable[[str], str], ...] = (
        initials,
        lambda given: initials(given, ""),
        lambda given: initials(given, ".", " "),
        str,
        lambda given: given.split()[0],
    )
    form = chance.choice(forms)
    names = [{"family": family, "given": form(given)} for family, given in people]
    if roll < 0.26:
        names = [{"family": name["given"], "given": name["family"]} for name in names]
    elif roll < 0.3 and len(names) > 1:
        names[-1]["given"] = f"and {names[-1]['given']}"
    elif roll < 0.33:
        names[-1]["family"] = f"{names[-1]['family']}."
    elif roll < 0.36 and len(names) > 1:
        names[0] = {"literal": f"{names[0]['given']} {names[0]['family']}"}
    return [*names, *others]


def _venue(chance: random.Random, work: Work, number: int) -> str:
    venue = work.venue
    if chance.random() < 0.08:
        return chance.choice(
            ("", "", "In", "To appear", "Submitted", "In Proceedings of the" if work.venue.is_meeting else "")
        )
    if venue in (REPORT, THESIS):
        place = UNIVERSITIES[number % len(UNIVERSITIES)]
        return chance.choice(
            (
                f"{venue.name}, {place}",
                f"{venue.short} {number}" if venue is REPORT else venue.short,
                place,
                f"{venue.name} {number}, {place}" if venue is REPORT else f"{venue.name}, {place}",
                f"Unpublished {venue.name.lower()}",
                "",
            )
        )
    if not venue.is_meeting:
        forms = (
            venue.name,
            venue.name,
            venue.short,
            f"{venue.name},",
            venue.acronym or venue.name,
            f"The {venue.name}",
        )
        return chance.choice((*forms, f"{venue.name} {work.volume}", f"{venue.name} (to appear)"))
    edition = chance.choice((ORDINALS, SPELT))[work.year - 1984]
    digits = work.year % 100
    return chance.choice(
        (
            f"Proceedings of the {edition} {venue.name}",
            f"Proceedings of the {edition} {venue.name} ({venue.acronym}-{digits})",
            f"Proceedings of the {edition} {venue.name}, {chance.choice(PLACES)}",
            f"Proceedings of the {edition} {venue.name}. {chance.choice(PUBLISHERS)}",
            f"In Proc. {edition} {venue.short}",
            f"Proc. {edition} Annu. {venue.short}, pages {work.first}-{work.last}",
            venue.acronym,
            f"{venue.acronym}'{digits}",
            f"{venue.acronym} {work.year}",
            f"In {venue.acronym}-{digits}",
            f"In Proceedings of {venue.acronym}-{digits}",
            venue.name,
            venue.short,
            f"Proceedings of the {work.year} {venue.name}",
            f"In {chance.choice(EDITORS)} (eds.), {venue.name}",
            f"In {chance.choice(EDITORS)}, editors, Proceedings of the {edition} {venue.name}",
            f"{venue.name} {work.year - 1987}" if work.year > 1987 else venue.name,
            chance.choice(PUBLISHERS),
        )
    )

"""An invented bibliography on databases, beside ten times as many records that a search engine has read from pages."""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from invented_search import DATABASES, ELSEWHERE, OF_QUERYING, QUERYING, relatives
from invented_works import Library, Printed, Work, group, initials, misprinted, titles

WORKS = 150
"""The number of works in the bibliography; each may have kin in it or outside."""

HAY = 1500
"""The number of additional works of the search engine, none of which are in the bibliography."""

SCANNED = {"ffi": "f", "fi": "", "ff": "", "fl": "", "rn": "m", "cl": "d", "ll": "U", "h": "b", "m": "rn"}
"""How OCR misreads or loses letters that are not printed clearly."""

BEFORE = ("1. ", "Chapter 4: ", "Paper: ", "Research Paper: ", "2.3 ", "", "Invited Talk: ", "RJ 9512: ")
AFTER = (
    "*",
    " 1",
    ", 1998",
    " (full version)",
    " (extended abstract)",
    " (Technical report)",
    " (draft)",
    " Abstract",
)
HOUSES = ("University of Wisconsin", "IBM Almaden", "INRIA", "Stanford University", "AT&T Labs", "Bell Labs")
SITES = ("cs.wisc.edu", "citeseer.ist.psu.edu", "www-db.stanford.edu", "CiteSeer", "doi.ieeecomputersociety.org")
PUBLISHERS = ("ACM Press New York, NY, USA", "Morgan Kaufmann Publishers Inc.", "Springer", "IEEE Computer Society")


def web(chance: random.Random) -> Iterator[Printed]:
    """A clean bibliography (d) and records of a search engine (s), read from pages and lists, mostly of other works."""
    library = Library(chance, DATABASES, (1994, 2004), 5)
    found = titles(chance, OF_QUERYING, QUERYING)
    for _ in range(WORKS):
        work = library.work(next(found))
        kin = chance.sample(relatives(library, work, next(found)), chance.choice((0, 1, 1, 2)))
        known = [work, *(one for one, is_listed in kin if is_listed)]
        works = [*known, *(one for one, is_listed in kin if not is_listed)]
        names = [one.title for one in works]
        for one in works:
            if one in known:
                yield Printed(_catalogued(one), one.key, "d")
            for _ in range(min(25, int(chance.paretovariate(0.9)) + chance.choice((-1, 0, 0)))):
                yield Printed(_read_off(chance, one, names.count(one.title) == 1), one.key, "s")
    elsewhere = Library(chance, (*DATABASES, *ELSEWHERE), (1985, 2005), 5)
    for _ in range(HAY):
        work = elsewhere.work(next(found))
        yield Printed(_read_off(chance, work, True), f"{work.key}hay", "s")


def _catalogued(work: Work) -> dict[str, Any]:
    venue = f"{work.venue.name}" if not work.venue.is_meeting else work.venue.short
    return {
        "type": "article-journal",
        "title": work.title,
        "author": [{"family": family, "given": given} for family, given in work.authors],
        "container-title": venue,
        "issued": {"date-parts": [[work.year]]},
    }


def _read_off(chance: random.Random, work: Work, is_alone: bool) -> dict[str, Any]:
    """A work as a program has read it from a page or list; if others share its title, place or year is given."""
    item: dict[str, Any] = {"type": "article-journal", "title": _title(chance, work)}
    if chance.random() < 0.97:
        item["author"] = _authors(chance, list(work.authors))
    where = _where(chance, work, is_alone)
    if where:
        item["container-title"] = where
    if chance.random() < 0.45 or (not where and not is_alone):
        item["issued"] = {"date-parts": [[work.year + _slip(chance, is_alone)]]}
    return item


def _slip(chance: random.Random, is_alone: bool) -> int:
    """The error in the year, which may be that of an earlier report, of a page, or of a much later copy."""
    roll = chance.random()
    if roll < 0.05:
        return chance.choice((-1, 1))
    return chance.choice((-2, 2, 3)) if is_alone and roll < 0.07 else 0


def _where(chance: random.Random, work: Work, is_alone: bool) -> str:
    venue, roll = work.venue, chance.random()
    if roll < 0.3:
        return ""
    if roll < 0.42 and is_alone:
        report = f"{chance.choice(('Technical Report', 'Tech. Rep.'))}, {chance.choice(HOUSES)}"
        return chance.choice((report, report.upper(), *SITES, *PUBLISHERS, chance.choice(HOUSES)))
    if not venue.is_meeting:
        cut = f"{venue.short[:20].rstrip()} …" if len(venue.short) > 22 else venue.short
        return chance.choice((venue.name, venue.short, venue.short.lower(), cut, f"… {venue.short[4:]}"))
    year = work.year
    return chance.choice(
        (
            venue.name,
            venue.acronym,
            f"{venue.acronym} {year}",
            f"Proc. of {venue.acronym}",
            f"Proceedings of the {year} ACM {venue.acronym} international conference on …",
            f"Proceedings of the {year - 1974}th International Conference on {venue.short}",
            f"PROC INT CONF {venue.short.upper()}",
            f"Proceedings of the … International Conference on {venue.short[:12]} …",
            f"Proc. {year - 1974}th Int'l Conf. {venue.short}({venue.acronym}",
            f"Proc. ACM {venue.acronym} Int. Conf. on {venue.short}, pages {work.first}-{work.last}",
        )
    )


def _title(chance: random.Random, work: Work) -> str:
    """The title, unchanged or with one of the `SLIPS`."""
    roll = chance.random()
    for share, slip in SLIPS:
        roll -= share
        if roll < 0:
            return slip(chance, work)
    return work.title


def _cut(chance: random.Random, work: Work) -> str:
    title = work.title
    return f"{title[: max(30, len(title) - chance.randint(5, 20))]} …" if len(title) > 45 else title


def _main(_: random.Random, work: Work) -> str:
    main = work.title.partition(": ")[0]
    return main if len(main.split()) > 1 else work.title


def _run_together(chance: random.Random, work: Work) -> str:
    """A title with one space lost."""
    words = work.title.split()
    at = chance.randrange(len(words))
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


def _more(chance: random.Random) -> list[str]:
    """The text that follows a title on its page."""
    return [name for person in group(chance, 2) for name in (person[1].split()[0], person[0])]


def _authors(chance: random.Random, people: list[tuple[str, str]]) -> list[dict[str, str]]:
    roll, count = chance.random(), len(people)
    if roll < 0.05 and count > 1:
        people = people[1:]
    elif roll < 0.08:
        chance.shuffle(people)
    elif roll < 0.11:
        people = [(given.split()[0], family) for family, given in people]
    elif roll < 0.14:
        people = [(_without_accents(chance, family), given) for family, given in people]
    elif roll < 0.17:
        people = [(_scanned(chance, family), given) for family, given in people]
    elif roll < 0.19:
        return [{"literal": ", ".join(f"{initials(given, '')} {family}" for family, given in people)}]
    elif roll < 0.21:
        return [{"family": family, "given": ""} for family, _ in people]
    elif roll < 0.23:
        people = [*people, ("University", "C Science")]
    elif roll < 0.24:
        people = list(group(chance, 2))
    shown = people[:4] if count > 4 or chance.random() < 0.1 else people
    names = [{"family": family, "given": initials(given, "")} for family, given in shown]
    return [*names, {"family": "…", "given": ""}] if len(shown) < len(people) and chance.random() < 0.7 else names


def _without_accents(chance: random.Random, name: str) -> str:
    """A name whose accented letters were replaced, lost or left without accents."""
    lost = chance.choice(("", "\N{REPLACEMENT CHARACTER}", "?", " "))
    if name.isascii():
        return name.replace("-", "").replace(" ", "")
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return chance.choice((flat, "".join(c if c.isascii() else lost for c in name)))


def _scanned(chance: random.Random, text: str) -> str:
    """A text in which OCR has misread or lost some letters."""
    places = [printed for printed in SCANNED if printed in text]
    if not places:
        return text
    printed = chance.choice(places[:4])
    return text.replace(printed, SCANNED[printed], 1)


SLIPS: tuple[tuple[float, Callable[[random.Random, Work], str]], ...] = (
    (0.05, lambda chance, work: _scanned(chance, work.title)),
    (0.03, lambda chance, work: misprinted(chance, work.title)),
    (0.03, lambda _, work: work.title.lower()),
    (0.02, lambda _, work: work.title.upper()),
    (0.04, lambda chance, work: chance.choice(BEFORE) + work.title),
    (0.04, lambda chance, work: work.title + chance.choice(AFTER)),
    (0.03, _cut),
    (0.03, _main),
    (0.02, lambda _, work: f"{work.title}, {initials(work.authors[0][1], '')} {work.authors[0][0]}"),
    (0.02, lambda _, work: f"{work.authors[-1][0]}, {work.title}"),
    (0.02, lambda _, work: re.sub(r"(\w{3,}?)(\w{4,})", r"\1- \2", work.title, count=1)),
    (0.02, _run_together),
    (0.02, lambda chance, work: " ".join([work.title, *_more(chance)])),
)
"""Changes of a title, each with its share of titles."""

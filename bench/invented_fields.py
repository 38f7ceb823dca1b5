"""An invented set of citations of works on machine learning that a program has cut into fields in the wrong places."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from invented_citations import LEARNING, OF_LEARNING, ORDINALS, SPELT, VENUES, lowered, whole
from invented_works import Library, Printed, Venue, Work, initials, misprinted, titles

GROUPS = 14
"""The number of groups of authors; each writes some works on one subject."""

MOST = 150
"""The most citations of a work."""

REPORT = Venue("Technical Report", "Tech. Rep.", "TR")
THESIS = Venue("PhD thesis", "Ph.D. dissertation", "PHD")
HOUSES = ("AT&T Bell Laboratories", "Dept. of Computer Science, Univ. of Toronto", "MIT AI Lab", "UC Santa Cruz, CA")
EDITORS = ("D. S. Touretzky", "J. Cowan, G. Tesauro and J. Alspector", "Warmuth, M. and Valiant, L.", "M. I. Jordan")
PUBLISHERS = ("Morgan Kaufmann", "ACM Press", "MIT Press", "IEEE Computer Society Press", "Springer-Verlag")
PLACES = ("San Mateo, CA", "Pittsburgh, PA", "Cambridge, MA", "Denver, Colorado", "New York, NY", "Berlin")
MONTHS = ("January", "July", "Oct.", "Dec.", "June")
NOTES = ("to appear", "(to appear)", "extended abstract", "unpublished manuscript", "submitted for publication")

Parts = list[tuple[str, str]]
"""The fields of a citation in the order of printing, each with its text."""


def fields(chance: random.Random) -> Iterator[Printed]:
    """Works of groups that write on one subject each, one or two of them cited very often, in badly cut fields."""
    library = Library(chance, VENUES, (1985, 1994), 4)
    found = titles(chance, OF_LEARNING, LEARNING)
    for _ in range(GROUPS):
        work = library.work(next(found))
        for one in (work, *_kin(library, work, next(found))):
            number = chance.randint(10, 10_000)
            for _ in range(min(MOST, 1 + int(2 * chance.paretovariate(0.6)))):
                yield Printed(_item(chance, _cut(chance, _printed(chance, one, number))), one.key)


def _kin(library: Library, work: Work, other: str) -> Iterator[Work]:
    """Other works of the group: versions of the same work, and works with nearly the same title."""
    chance, make, title = library.chance, library.kin, work.title
    journals = [one for one in VENUES if not one.is_meeting]
    lower = title[0].lower() + title[1:]
    kin: tuple[Callable[[], Work], ...] = (
        lambda: make(work, title, chance.choice((0, -1)), REPORT),
        lambda: make(work, title, chance.choice((1, 2, 3)), chance.choice(journals)),
        lambda: make(work, title, 1, THESIS)._replace(authors=work.authors[:1]),
        lambda: make(work, f"{title.partition(':')[0]}: {other}", 1),
        lambda: make(work, f"More on {lower}", 1, lead="swapped"),
        lambda: make(work, f"{title} in practice", 0, lead="fewer"),
        lambda: make(work, _reworded(chance, title), 1),
        lambda: make(work, other, 0, work.venue),
        lambda: make(work, other, -1, lead="swapped"),
    )
    for made in chance.sample(kin, chance.choice((1, 2, 3, 4))):
        yield made()


def _reworded(chance: random.Random, title: str) -> str:
    """A title with one word replaced by another of the same kind."""
    for kind in ("what", "how", "task", "quality", "adjective"):
        for word in LEARNING[kind]:
            if word in title.lower():
                other = chance.choice([one for one in LEARNING[kind] if one != word])
                return re.sub(re.escape(word), other, title, count=1, flags=re.IGNORECASE)
    return f"{title} revisited"


def _printed(chance: random.Random, work: Work, number: int) -> Parts:
    """A citation as printed in a list, field by field."""
    wrong = chance.choice((-1, 1)) if chance.random() < 0.05 else 0
    year = ("issued", f"{work.year + wrong}")
    title = ("title", _title(chance, work))
    begin = [("author", _authors(chance, list(work.authors)))]
    is_early = chance.random() < 0.4
    begin += [year, title] if is_early else [title]
    where = _where(chance, work, number)
    if chance.random() < 0.08:
        where.append(("note", chance.choice(NOTES)))
    return [*begin, *where, *([] if is_early else [("issued", f"{chance.choice(MONTHS)} {year[1]}")])]


def _where(chance: random.Random, work: Work, number: int) -> Parts:
    """The fields for the place of publication, by type of work."""
    venue = work.venue
    house = HOUSES[number % len(HOUSES)]
    if venue is REPORT:
        numbered = chance.choice((f"Technical Report {number}", f"Tech. Rep. CS-TR-{number}", "Technical report"))
        return [("genre", numbered), ("publisher", house)]
    if venue is THESIS:
        return [("genre", chance.choice((venue.name, venue.short, "Doctoral dissertation"))), ("publisher", house)]
    pages = ("page", chance.choice(("{}-{}", "pages {}--{}", "pp. {} - {}", "{}-{}.")).format(work.first, work.last))
    if not venue.is_meeting:
        volume = chance.choice(("{}", "{}({})", "vol. {}, no. {}", "{}:{}")).format(work.volume, work.issue)
        return [
            ("container-title", chance.choice((venue.name, venue.name, venue.short))),
            ("volume", volume),
            *([pages] if chance.random() < 0.8 else []),
        ]
    parts = [("container-title", _meeting(chance, work))]
    if chance.random() < 0.25:
        parts.insert(
            chance.randint(0, 1), ("editor", f"{chance.choice(EDITORS)}, {chance.choice(('editors', 'Eds.'))}")
        )
    parts += [pages] if chance.random() < 0.6 else []
    parts += [("publisher-place", chance.choice(PLACES))] if chance.random() < 0.35 else []
    return [*parts, *([("publisher", chance.choice(PUBLISHERS))] if chance.random() < 0.4 else [])]


def _meeting(chance: random.Random, work: Work) -> str:
    venue, edition = work.venue, chance.choice((ORDINALS, SPELT))[work.year - 1984]
    return chance.choice(
        (
            f"In Proceedings of the {edition} {venue.name}",
            f"In Proc. of the {edition} {venue.short}",
            f"Proc. {edition} Annu. {venue.short}",
            f"Proceedings of the {edition} Annual ACM {venue.name}",
            f"In {venue.name}",
            f"In {venue.name} {work.year - 1983}",
            f"In {venue.acronym}-{work.year % 100}",
            f"Proc. {venue.acronym} {work.year}",
        )
    )


def _title(chance: random.Random, work: Work) -> str:
    title, roll = work.title, chance.random()
    words = title.split()
    if roll < 0.1:
        return misprinted(chance, title)
    if roll < 0.14 and len(words) > 4:
        return " ".join(words[: len(words) - chance.choice((1, 2))])
    if roll < 0.18:
        at = chance.randrange(len(words) - 1)
        return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])
    if roll < 0.22:
        return re.sub(r"(\w{3,})(\w{4,})\Z", r"\1- \2", title)
    return f"{chance.choice(('The', 'A'))} {title}" if roll < 0.24 else title


def _authors(chance: random.Random, people: list[tuple[str, str]]) -> str:
    roll = chance.random()
    if roll < 0.08 and len(people) > 2:
        return f"{people[0][0]}, {initials(people[0][1])} et al"
    if roll < 0.14:
        people = [(misprinted(chance, family), given) for family, given in people]
    elif roll < 0.18 and len(people) > 1:
        people.pop(chance.randrange(len(people)))
    elif roll < 0.2:
        return ", ".join(family for family, _ in people)
    listed = whole(chance, people)
    label = f"[{people[0][0][:3]}{chance.randint(84, 96)}] " if chance.random() < 0.06 else ""
    return label + listed


def _cut(chance: random.Random, parts: Parts) -> Parts:
    """The fields as a program has cut them: two joined, one divided, or one lost."""
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2))):
        at = chance.randrange(len(parts) - 1)
        (name, text), (after, following) = parts[at : at + 2]
        roll = chance.random()
        if roll < 0.45:
            mark = chance.choice((". ", ", ", " "))
            parts[at : at + 2] = [(chance.choice((name, name, after)), f"{text}{mark}{following}")]
        elif roll < 0.8 and (found := re.search(r": |, (?=and|[A-Z]\.)|\. (?=[A-Z]\w)", text)):
            end = found.end() if chance.random() < 0.5 else found.start()
            parts[at : at + 2] = [(name, text[:end]), (after, f"{text[found.end() :]}. {following}")]
        elif name != "title":
            del parts[at]
        if len(parts) < 3:
            break
    return parts


def _item(chance: random.Random, parts: Parts) -> dict[str, Any]:
    """The item for badly cut fields; a date that is not a plain year stays as printed."""
    ends: tuple[Callable[[str], str], ...] = (str, str, str, "{},".format, "{}.".format)
    item: dict[str, Any] = {"type": "article-journal"}
    for name, text in parts:
        if name in ("author", "editor"):
            item[name] = _names(chance, text)
        elif name == "issued":
            year = re.search(r"\d{4}", text)
            plain = year and len(text) < 16 and chance.random() < 0.9
            item[name] = {"date-parts": [[int(year[0])]]} if year and plain else {"literal": f"({text})"}
        else:
            item[name] = chance.choice(ends)(text)
    return lowered(item) if chance.random() < 0.6 else item


def _names(chance: random.Random, text: str) -> list[dict[str, str]]:
    """All names in one string, or split at each separator, which may be within a name."""
    if chance.random() < 0.6:
        return [{"literal": text}]
    names = [one for one in re.split(r"(?:,\s+|\s+)(?:and|&)\s+|,\s+(?=\w\w+ \w)|(?<=\.),\s+", text) if one]
    return [_name(one) for one in names]


def _name(text: str) -> dict[str, str]:
    if ", " in text:
        family, _, given = text.partition(", ")
        return {"family": family, "given": given}
    given, _, family = text.rpartition(" ")
    return {"family": family, "given": given}

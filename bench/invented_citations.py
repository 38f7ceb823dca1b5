"""An invented set of citations of works on machine learning, as authors write them."""

import json
import random
from collections.abc import Iterator
from typing import Any

from invented_works import Library, Printed, Venue, Work, initials, misprinted, titles, vocabulary

WORKS = 60
"""The number of works; every third of them has kin as well."""

VENUES = (
    Venue("Machine Learning", "Mach. Learn.", "MLJ"),
    Venue("Artificial Intelligence", "Artif. Intell.", "AIJ"),
    Venue("Journal of the ACM", "J. ACM", "JACM"),
    Venue("Communications of the ACM", "Comm. ACM", "CACM"),
    Venue("Information and Computation", "Inf. Comput."),
    Venue("SIAM Journal on Computing", "SIAM J. Comput."),
    Venue("Neural Computation", "Neural Comp."),
    Venue("IEEE Transactions on Neural Networks", "IEEE Trans. Neural Netw.", "TNN"),
    Venue("International Conference on Machine Learning", "Int. Conf. Machine Learning", "ICML", is_meeting=True),
    Venue("Conference on Computational Learning Theory", "Conf. Comput. Learning Theory", "COLT", is_meeting=True),
    Venue("National Conference on Artificial Intelligence", "Nat. Conf. Artif. Intell.", "AAAI", is_meeting=True),
    Venue("Symposium on Theory of Computing", "Symp. Theory of Comput.", "STOC", is_meeting=True),
    Venue("Advances in Neural Information Processing Systems", "Adv. Neural Inf. Proc. Sys.", "NIPS", is_meeting=True),
    Venue("Symposium on Foundations of Computer Science", "Symp. Found. Comp. Sci.", "FOCS", is_meeting=True),
)
LEARNING = vocabulary("""
what: weights | decision trees | finite automata | hidden units | concept classes | Boolean formulas | Horn clauses
how: queries | membership queries | noisy examples | few labels | committees | boosting | pruning | weighted votes
quality: complexity | stability | robustness | convergence | generalization | power | sample complexity
adjective: incremental | probabilistic | adaptive | recurrent | evolutionary | lazy | hierarchical | multistrategy
task: classification | credit assignment | speech recognition | planning | function approximation | robot control
name: C-Trees | FLAIR | Winnowing | ADAGIO | RIPPLE | COBBLE | PROTEUS
""")
OF_LEARNING = (
    "learning {what} with {how}",
    "{name}: {adjective} induction of {what} from {how}",
    "on the {quality} of {what}",
    "{adjective} methods for {task}",
    "the {quality} of {adjective} learning for {task}",
    "{adjective} {task}",
    "{what} and {how}: a comparison of {adjective} methods for {task}",
    "why {how} help in {task}",
)


def citations(chance: random.Random) -> Iterator[Printed]:
    """Works cited two to forty times each, most of them a few times."""
    library = Library(chance, VENUES, (1984, 1994), 4)
    found = titles(chance, OF_LEARNING, LEARNING)
    for at in range(WORKS):
        work = library.work(next(found))
        works = [work, *(_kin(library, work, next(found)) if at % 3 == 0 else ())]
        for one in works:
            for _ in range(min(40, 2 + int(chance.paretovariate(0.9)))):
                yield Printed(_cited(chance, one), one.key)


def _kin(library: Library, work: Work, other: str) -> Iterator[Work]:
    """A different work that looks similar."""
    chance = library.chance
    kind = chance.randrange(6)
    if kind == 0:
        yield library.kin(work, f"{work.title}: part II", 1, work.venue)
    elif kind == 1:
        yield library.kin(work, f"Further results on {work.title[0].lower()}{work.title[1:]}", 1)
    elif kind == 2:
        yield library.kin(work, other, 0, work.venue)
    elif kind == 3:
        yield library.kin(work, work.title, 3, lead="others")
    elif kind == 4:
        yield library.kin(work, f"Limits of {work.title[0].lower()}{work.title[1:]}", 2)
    else:
        yield library.kin(work, other, 1, lead="swapped")


def _cited(chance: random.Random, work: Work) -> dict[str, Any]:
    """A work as an author cites it."""
    lower = chance.random() < 0.6
    item: dict[str, Any] = {"type": "article-journal", "title": _title(chance, work)}
    item["author"] = _authors(chance, work)
    if chance.random() < 0.9:
        item["container-title"] = _venue(chance, work)
    if chance.random() < 0.88:
        wrong = chance.choice((-1, 1)) if chance.random() < 0.06 else 0
        item["issued"] = {"date-parts": [[work.year + wrong]]}
    if work.volume and chance.random() < 0.8:
        item["volume"] = chance.choice(("{0}", "{0}({1})", "vol. {0}", "{0},")).format(work.volume, work.issue)
    if chance.random() < 0.65:
        item["page"] = chance.choice(
            ("{0}-{1}", "pages {0}-{1}", "pp. {0}--{1},", "{0}", "{0}-{2}", "pp {0} - {1}")
        ).format(work.first, work.last, str(work.last)[-2:])
    return lowered(item) if lower else item


def lowered(item: dict[str, Any]) -> dict[str, Any]:
    """An item in lower case."""
    lowered: dict[str, Any] = json.loads(json.dumps(item, ensure_ascii=False).lower())
    return lowered


def _title(chance: random.Random, work: Work) -> str:
    title = work.title
    if chance.random() < 0.1:
        title = misprinted(chance, title)
    roll = chance.random()
    if roll < 0.05 and ": " in title and "part II" not in title:
        return title.partition(": ")[0]
    if roll < 0.1:
        return f"{title}. In {_venue(chance, work).removeprefix('In ')}"
    if roll < 0.14:
        words = title.split()
        at = chance.randrange(len(words))
        words[at] = (
            f"{words[at][: len(words[at]) // 2]}- {words[at][len(words[at]) // 2 :]}"
            if len(words[at]) > 6
            else words[at]
        )
        return " ".join(words)
    if roll < 0.17:
        return f"{work.authors[0][0]}: {title}"
    return chance.choice(
        ("{}", "{}.", "{},", "``{}''", '"{},"', "{} (extended abstract)" if work.venue.is_meeting else "{}")
    ).format(title)


def _authors(chance: random.Random, work: Work) -> list[dict[str, str]]:
    people = list(work.authors)
    if len(people) > 2 and chance.random() < 0.12:
        people = people[:1]
        return [*_listed(chance, people), {"literal": "et al."}]
    if len(people) > 1 and chance.random() < 0.04:
        people = people[:-1]
    roll = chance.random()
    if roll < 0.25:
        return [{"literal": whole(chance, people)}]
    if roll < 0.3:
        return [{"family": given, "given": family} for family, given in people]
    if roll < 0.34:
        family, given = people[0]
        return [{"family": misprinted(chance, family), "given": initials(given)}, *_listed(chance, people[1:])]
    return _listed(chance, people)


def _listed(chance: random.Random, people: list[tuple[str, str]]) -> list[dict[str, str]]:
    form = chance.choice((initials, lambda given: initials(given, ".", " "), str, lambda given: given.split()[0]))
    return [{"family": family, "given": form(given)} for family, given in people]


def whole(chance: random.Random, people: list[tuple[str, str]]) -> str:
    """All names in one string."""
    form = chance.choice(("{1} {0}", "{0}, {1}"))
    names = [form.format(family, initials(given, ".", " ")) for family, given in people]
    if len(names) == 1:
        return names[0]
    joint = chance.choice((", and ", " and ", ", & "))
    return ", ".join(names[:-1]) + joint + names[-1]


ORDINALS = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th".split()
SPELT = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth""".split()


def _venue(chance: random.Random, work: Work) -> str:
    venue = work.venue
    if not venue.is_meeting:
        return chance.choice((venue.name, venue.name, venue.short, f"{venue.name},", venue.acronym or venue.name))
    number = chance.choice((ORDINALS, SPELT))[work.year - 1984]
    return chance.choice(
        (
            f"Proceedings of the {number} {venue.name}",
            f"In Proc. {number} {venue.short}",
            venue.acronym,
            venue.name,
            f"Proceedings of the {number.title()} International {venue.name}, pages {work.first}-{work.last}",
            f"In Proceedings of {venue.acronym}-{work.year % 100}",
            f"{venue.acronym} {work.year}",
            f"Proc. of the {number} annual {venue.name} ({venue.acronym})",
            f"In {venue.name}, Morgan Kaufmann",
            f"In {chance.choice(('J. Cowan, editor', 'D. Touretzky (ed.)'))}, {venue.name}",
        )
    )

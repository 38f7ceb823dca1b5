"""An invented set for a systematic review: articles on medicine as six databases export them."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from invented_works import Library, Printed, Venue, Work, initials, misprinted, titles, vocabulary

WORKS = 60
"""The number of works; every second one has kin as well."""

VENUES = (
    Venue("Stroke", "Stroke", "STR"),
    Venue("Journal of Neurology, Neurosurgery and Psychiatry", "J Neurol Neurosurg Psychiatry", "JNNP"),
    Venue("American Journal of Physical Medicine & Rehabilitation", "Am J Phys Med Rehabil", "AJPMR"),
    Venue("Archives of Physical Medicine and Rehabilitation", "Arch Phys Med Rehabil", "APMR"),
    Venue("Brain", "Brain", "BRN", "A Journal of Neurology"),
    Venue("The Lancet", "Lancet", "LAN"),
    Venue("BMJ", "BMJ", "BMJ", "British Medical Journal (Clinical Research Ed.)"),
    Venue("Journal of Clinical Psychology", "J Clin Psychol", "JCLP"),
    Venue("Zeitschrift für Neuropsychologie", "Z Neuropsychol", "ZNP", "Journal of Neuropsychology"),
    Venue("Diabetes Care", "Diabetes Care", "DC"),
    Venue("PLoS ONE", "PLoS One", "PONE", "Public Library of Science One"),
    Venue("Clinical Rehabilitation", "Clin Rehabil", "CRE"),
    Venue("European Journal of Neurology", "Eur J Neurol", "EJN", "the official journal of the European Federation"),
    Venue("International Journal of Rehabilitation Research", "Int J Rehabil Res", "IJRR"),
    Venue("Neuropsychological Rehabilitation", "Neuropsychol Rehabil", "NPR", "An International Journal"),
)
WORDS = vocabulary("""
treatment: constraint-induced movement therapy | mirror therapy | prism adaptation | aerobic exercise |
  metformin | cognitive behavioural therapy | botulinum toxin type A | transcranial magnetic stimulation |
  virtual reality training | motivational interviewing
condition: acute stroke | chronic aphasia | unilateral neglect | type 2 diabetes | traumatic brain injury |
  post-stroke depression | multiple sclerosis | upper limb spasticity | mild cognitive impairment | Parkinson's disease
outcome: quality of life | gait speed | hand function | activities of daily living | fatigue | glycaemic control |
  return to work | balance | attention | caregiver burden
design: a randomised controlled trial | a pilot study | a systematic review | a cohort study | a case series |
  a double-blind, placebo-controlled trial | a qualitative study | a multicentre trial
people: older adults | women | men | children | adolescents | inpatients | community-dwelling adults
""")
TEMPLATES = (
    "effects of {treatment} on {outcome} in {condition}: {design}",
    "{treatment} for {condition}: {design}",
    "{outcome} in {people} with {condition}: {design}",
    "{treatment} improves {outcome} in {people} with {condition}",
    "predictors of {outcome} after {treatment} in {people} with {condition}",
    "does {treatment} improve {outcome} after {condition}? {design}",
    "{outcome} and {condition} in {people}",
)
GERMAN = vocabulary("""
Behandlung: Spiegeltherapie | Prismenadaptation | Ausdauertraining | Verhaltenstherapie | Gangtraining
Krankheit: Schlaganfall | Aphasie | Neglect | Schädel-Hirn-Trauma | Hirnblutung
Ziel: Lebensqualität | Handfunktion | Aufmerksamkeit | Berufsfähigkeit | Alltagsfähigkeiten
""")
IN_GERMAN = (
    "Wirksamkeit der {Behandlung} auf die {Ziel} nach {Krankheit}",
    "{Behandlung} bei Patienten mit {Krankheit} und ihre {Ziel}",
    "Zur {Ziel} nach {Krankheit} unter {Behandlung}",
)

Item = dict[str, Any]


def reviews(chance: random.Random) -> Iterator[Printed]:
    """Works as up to six databases have them, and different works that look similar."""
    library = Library(chance, VENUES, (1995, 2021), 7)
    found, german = titles(chance, TEMPLATES, WORDS), titles(chance, IN_GERMAN, GERMAN)
    for at in range(WORKS):
        work = library.work(next(found), next(german) if at % 10 == 0 else "")
        for one in (work, *(_kin(library, work, next(found)) if at % 2 else ())):
            databases = chance.sample(DATABASES, chance.choice((1, 2, 2, 3, 3, 4, 6)))
            for database in databases:
                yield Printed(slipped(chance, database(chance, one)), one.key)
    for _ in range(4):  # generic titles, in one journal
        letter = library.work(chance.choice(("Editorial", "Letter to the editor", "Introduction", "Commentary")))
        for one in (
            letter,
            library.kin(letter, letter.title, 0, letter.venue),
            library.kin(letter, letter.title, 2, letter.venue, "others"),
        ):
            for database in chance.sample(DATABASES, 2):
                yield Printed(database(chance, one), one.key)


def _kin(library: Library, work: Work, other: str) -> Sequence[Work]:
    """Different works that look similar: about the work, from the same study, or by the same people."""
    chance, title, main = library.chance, work.title, work.title.partition(":")[0]
    make = library.kin
    abstract = _abstract(make(work, other, 0, work.venue), chance)
    beside = make(abstract, _with_another(chance, other), 0, work.venue)
    after = make(work, other, 0, work.venue)
    return chance.choice(
        (
            [_abstract(make(work, title, -1), chance)],  # presented at a meeting the year before
            [abstract, beside._replace(volume=abstract.volume, issue=-1, first=abstract.first, last=abstract.first)],
            [make(work, f"Erratum: {title}", 0, work.venue)._replace(last=0)],
            [make(work, f"{main}: study protocol for a randomised controlled trial", -2)],
            [make(work, f"{main}: one-year follow-up", 1)],
            [make(work, f"Comment on: {title}", 0, work.venue, "others"), make(work, f"{main} - Reply", 0, work.venue)],
            [make(work, _with_another(chance, title), 0, work.venue)],
            [make(work, f"{title}. Part 2", 0, work.venue)],
            [make(work, title, 5)],  # the update of a review
            [make(work, title, 0, lead="others")],
            [after._replace(volume=work.volume, issue=work.issue, first=work.last + 1)],
        )
    )


def _abstract(work: Work, chance: random.Random) -> Work:
    page = chance.randint(20, 400)
    return work._replace(first=page, last=page, issue=-1)


def _with_another(chance: random.Random, title: str) -> str:
    """A title with other people, another outcome or another treatment."""
    for choices in (WORDS["people"], WORDS["outcome"], WORDS["treatment"]):
        for choice in choices:
            if found := re.search(rf"\b{choice}\b", title, re.IGNORECASE):
                other = chance.choice([one for one in choices if one != choice])
                return title[: found.start()] + other + title[found.end() :]
    return f"{title} in women"


def _people(work: Work, form: Callable[[str, str], tuple[str, str]]) -> list[dict[str, str]]:
    return [dict(zip(("family", "given"), form(*name), strict=True)) for name in work.authors]


def _item(work: Work, title: str, journal: str, issue: str, page: str, authors: list[dict[str, str]]) -> Item:
    values = {"title": title, "container-title": journal, "volume": str(work.volume), "issue": issue, "page": page}
    return {
        "type": "article-journal",
        **{name: value for name, value in values.items() if value},
        "author": authors,
        "issued": {"date-parts": [[work.year]]},
    }


def _issue(work: Work, supplement: str = "Suppl 1") -> str:
    return supplement if work.issue < 0 else str(work.issue)


def _full(work: Work, before: str = "") -> str:
    if work.last <= work.first:
        return f"{before or 'S' if work.issue < 0 else ''}{work.first}"
    return f"{work.first}-{work.last}"


def _short(work: Work) -> str:
    """Pages as in MEDLINE: ``123-9``."""
    first, last = str(work.first), str(work.last)
    same = 0
    while len(first) == len(last) and same < len(last) - 1 and first[same] == last[same]:
        same += 1
    return f"{first}-{last[same:]}" if work.last > work.first else _full(work)


def _medline(chance: random.Random, work: Work) -> Item:
    title = f"[{work.title}]." if work.original else f"{work.title}."
    people = _people(work, lambda family, given: (family, initials(given, "")))
    item = _item(work, title, work.venue.short, _issue(work), _short(work), people)
    return item | ({"DOI": work.doi} if chance.random() < 0.7 and work.issue > 0 else {})


def _embase(chance: random.Random, work: Work) -> Item:
    title = chance.choice((work.title, f"{work.title}." if not work.original else f"[{work.title}]. [German]"))
    people = _people(work, lambda family, given: (family, initials(given)))
    item = _item(work, title, work.venue.name, f"({_issue(work, 'SUPPL. 1')})", _full(work), people)
    item |= {"DOI": f"http://dx.doi.org/{work.doi}"} if chance.random() < 0.6 else {}
    if chance.random() < 0.1:
        item["page"] = "no pagination"
    return item


def _central(chance: random.Random, work: Work) -> Item:
    """The register of trials: initials without periods, journals in full or abbreviated."""
    title = work.original if work.original and chance.random() < 0.5 else work.title
    if chance.random() < 0.1:
        title = f"{title} ({chance.choice(('Abstract', 'Review'))})" if work.issue < 0 else title
    people = _people(work, lambda family, given: (family, initials(given, "")))
    if chance.random() < 0.2 and len(people) > 3:
        people = [*people[:3], {"family": "et al", "given": ""}]
    item = _item(work, title, chance.choice((work.venue.short, work.venue.name)), _issue(work), _full(work), people)
    if chance.random() < 0.15:
        item.pop("issue", None)
    return item


def _psycinfo(chance: random.Random, work: Work) -> Item:
    """PsycINFO: capitalized titles, full given names, subtitles of journals, parallel titles."""
    title = " ".join(
        word if word in ("of", "in", "a", "on", "for", "with", "and", "after") else word[:1].upper() + word[1:]
        for word in work.title.split()
    )
    title = f"{work.original}. = {title}." if work.original else f"{title}."
    journal = f"{work.venue.name}: {work.venue.subtitle}" if work.venue.subtitle else work.venue.name
    page = "No Pagination Specified" if chance.random() < 0.15 else _full(work)
    item = _item(work, title, journal, _issue(work), page, _people(work, lambda family, given: (family, given)))
    return item | ({"DOI": f"https://dx.doi.org/{work.doi}"} if chance.random() < 0.4 else {})


def _web_of_science(chance: random.Random, work: Work) -> Item:
    """Web of Science: older records in capitals, corrections named by volume and page."""
    old = work.year < 2008
    title = work.title.upper() if old else work.title
    people = _people(work, lambda family, given: (family.upper() if old else family, initials(given, "")))
    title = (
        f"{title} (vol {work.volume}, pg {work.first}, {work.year})" if title.lower().startswith("erratum") else title
    )
    item = _item(work, title, work.venue.name.replace("&", "and").upper(), _issue(work), _full(work), people)
    return item | ({"DOI": work.doi.upper()} if chance.random() < 0.5 and not old else {})


def _scopus(chance: random.Random, work: Work) -> Item:
    title = f"{work.title} [{work.original}]" if work.original else work.title
    people = _people(work, lambda family, given: (family, initials(given)))
    item = _item(work, title, work.venue.name, _issue(work, "SUPPL.1"), _full(work), people)
    if chance.random() < 0.12:
        item["page"] = f"art. no. e{work.first}{work.last}"
    if chance.random() < 0.1:
        item["issued"] = {"date-parts": [[work.year - 1]]}  # online first
        item = {name: value for name, value in item.items() if name not in ("volume", "issue", "page")}
    return item | ({"DOI": work.doi} if chance.random() < 0.7 else {})


DATABASES = (_medline, _embase, _central, _psycinfo, _web_of_science, _scopus)


def slipped(chance: random.Random, item: Item) -> Item:
    """An item, now and then with an error."""
    roll = chance.random()
    if roll < 0.04:
        item["title"] = misprinted(chance, item["title"])
    elif roll < 0.06:
        item["author"] = [{"family": one["given"], "given": one["family"]} for one in item["author"]]
    elif roll < 0.08:
        item["author"] = [{"literal": "; ".join(f"{one['family']}, {one['given']}" for one in item["author"])}]
    elif roll < 0.1:
        item.pop("author", None)
    elif roll < 0.12:
        item["title"] = f"{item['title'][:70]}..." if len(item["title"]) > 75 else item["title"]
    elif roll < 0.14 and len(item["author"]) > 2:
        item["author"] = item["author"][1:]
    elif roll < 0.16:
        item["container-title"] = f"{item['container-title']} (London, England)"
    return item

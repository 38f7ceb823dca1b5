"""A harder invented set for a systematic review: trials reported in many papers, as databases export them."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from invented_reviews import DATABASES, GERMAN, IN_GERMAN, VENUES, WORDS, Item, slipped
from invented_works import Library, Printed, Venue, Work, titles

TRIALS = 40
"""The number of trials, each reported in several papers."""

COCHRANE = Venue("Cochrane Database of Systematic Reviews", "Cochrane Database Syst Rev", "CD")
ABSTRACTS = Venue(
    "Dissertation Abstracts International: Section B: The Sciences and Engineering", "Diss Abstr Int", "DAI"
)
OF_TRIALS = (
    "{treatment} for {outcome} in {people} with {condition}: {design}",
    "a randomised trial of {treatment} in {people} with {condition}",
    "the {name} trial: {treatment} and {outcome} after {condition}",
    "efficacy and safety of {treatment} in {condition} ({name}): {design}",
    "effect of {treatment} on {outcome} in {condition}: results from {name}",
)
TRIAL_WORDS = {**WORDS, "name": ["ASPECT", "RECOVER-2", "MOTION", "STRIDE", "ACT III", "HALT-1", "the OPTIMA study"]}
SECONDARY = (
    "quality of life",
    "cost-effectiveness",
    "long-term follow-up",
    "a subgroup analysis",
    "a post hoc analysis",
)


class Paper(NamedTuple):
    """A paper on a trial, how it is exported, and the most databases that have it."""

    work: Work
    export: Callable[[random.Random, Work, Item], Item]
    most: int = 6


def trials(chance: random.Random) -> Iterator[Printed]:
    """Trials and everything published about each, mostly with nearly the same title and by the same people."""
    library = Library(chance, VENUES, (2000, 2022), 9)
    found, german = titles(chance, OF_TRIALS, TRIAL_WORDS), titles(chance, IN_GERMAN, GERMAN)
    for at in range(TRIALS):
        main = library.work(next(found), next(german) if at % 8 == 0 else "")
        papers = [
            Paper(main, _as_it_is),
            *chance.sample(_about(library, main), chance.choice((1, 2, 3, 4))),
        ]
        for work, export, most in papers:
            for database in chance.sample(DATABASES, min(most, chance.choice((1, 2, 3, 3, 4, 6)))):
                item = export(chance, work, slipped(chance, database(chance, work)))
                yield Printed(_as_exported(chance, item), work.key)


def _about(library: Library, main: Work) -> list[Paper]:
    """Other publications about a trial."""
    chance, make, title = library.chance, library.kin, main.title
    begin = title.partition(":")[0]
    page = chance.randint(20, 600)
    given = make(main, title, -1)._replace(first=page, last=page, issue=-1)
    again = make(given, title, 0)._replace(first=page + 7, last=page + 7, issue=-1)
    yearly = make(given, title, 1, given.venue)._replace(first=page + 31, last=page + 31, issue=-1)
    review = make(main, f"{begin} for adults", -1, COCHRANE)
    review = review._replace(first=review.first + 3000, volume=0, issue=chance.randint(1, 12))
    update = make(review, review.title, 5, COCHRANE)._replace(first=review.first, volume=0)
    thesis = make(main, title, -2, ABSTRACTS)._replace(authors=main.authors[:1])
    return [
        Paper(given, _as_it_is),
        Paper(again, _as_it_is, 3),
        Paper(yearly, _as_it_is, 3),
        Paper(make(main, f"{begin}: {chance.choice(SECONDARY)}", chance.choice((0, 1, 2)), main.venue), _as_it_is),
        Paper(make(main, f"{begin}: {chance.choice(SECONDARY)}", 1, lead="swapped"), _as_it_is),
        Paper(make(main, f"{begin} in {chance.choice(WORDS['people'])}", 1, lead="fewer"), _as_it_is),
        Paper(make(main, f"{begin}: study protocol", -3), _as_it_is),
        Paper(make(main, title, -3, Venue("clinicaltrials.gov", "ClinicalTrials.gov", "NCT")), _registered, 3),
        Paper(
            make(main, title, 0, main.venue)._replace(volume=main.volume, first=main.last + 300, last=0), _corrected, 3
        ),
        Paper(review, _reviewed),
        Paper(update, _updated),
        Paper(thesis, _of_a_thesis, 3),
        Paper(make(main, title, 0, lead="others"), _as_it_is, 3),
    ]


def _as_it_is(_chance: random.Random, _work: Work, item: Item) -> Item:
    return item


def _corrected(chance: random.Random, work: Work, item: Item) -> Item:
    """A correction, which each database marks in another way."""
    title = item["title"].rstrip(".")
    return item | {
        "title": chance.choice(
            (
                f"Erratum: {title}",
                f"{title} (vol {work.volume}, pg {work.first - 300}, {work.year})",
                f"Corrigendum to: {title}",
                f"Correction to {title[0].lower()}{title[1:]}",
                f"{title} [Erratum]",
            )
        )
    }


def _reviewed(chance: random.Random, work: Work, item: Item) -> Item:
    """A Cochrane review, with issue, number and pages as different databases give them."""
    number = f"CD{work.first:06}"
    item.pop("volume", None)
    item["issue"] = str(work.issue)
    if chance.random() < 0.4:
        item |= {"volume": chance.choice((str(work.year), str(work.issue)))}
    item["page"] = chance.choice((number, number, f"{number}-{number}", f"Art. No.: {number}", ""))
    item["DOI"] = f"10.1002/14651858.{number}"
    drop = "DOI" if chance.random() < 0.5 else "page" if not item["page"] else ""
    return {name: value for name, value in item.items() if name != drop}


def _updated(chance: random.Random, work: Work, item: Item) -> Item:
    """The update of a Cochrane review, as its DOI shows."""
    item = _reviewed(chance, work, item)
    return item | ({"DOI": f"{item['DOI']}.pub2"} if "DOI" in item else {})


def _registered(chance: random.Random, work: Work, _: Item) -> Item:
    """An entry in a register of trials: no people, and a web address in place of the journal."""
    number = f"NCT{work.first + 1_000_000:08}"
    where = chance.choice(("clinicaltrials.gov", f"https://clinicaltrials.gov/show/{number}", "ClinicalTrials.gov"))
    entry: Item = {"type": "article-journal", "title": work.title, "container-title": where}
    entry["issued"] = {"date-parts": [[work.year]]}
    if chance.random() < 0.6:
        entry["author"] = [{"literal": number}]
    return entry


def _of_a_thesis(chance: random.Random, work: Work, item: Item) -> Item:
    """A thesis, as an index of theses or a database of articles has it."""
    people = [{"family": family, "given": given} for family, given in work.authors]
    if chance.random() < 0.5:
        return {"type": "thesis", "title": item["title"], "author": people, "issued": item["issued"]}
    return item | {"author": people, "issue": "3-B", "page": str(work.first), "container-title": work.venue.name}


def _as_exported(chance: random.Random, item: dict[str, Any]) -> dict[str, Any]:
    """An item as databases may change any: people, form of the journal, pages, title."""
    roll = chance.random()
    people = item.get("author", [])
    if roll < 0.08 and len(people) > 3:
        item["author"] = people[: chance.choice((1, 3))]
    elif roll < 0.12:
        item["author"] = [*people, {"literal": f"{chance.choice(TRIAL_WORDS['name'])} Investigators"}]
    elif roll < 0.17 and "container-title" in item:
        name = item["container-title"]
        item["container-title"] = chance.choice(
            (f"{name} (Online)", f"{name}.", f"{name} : official journal", re.sub(r"(\w)\b(?= )", r"\1.", name))
        )
    elif roll < 0.21 and "page" in item:
        item["page"] = chance.choice(("", "n. pag.", f"{item['page']} (electronic)", f"{item['page']} 6p"))
    elif roll < 0.24:
        item["title"] = f"{item['title'].rstrip('.')} [{chance.choice(('abstract', 'NCT01234567', 'see comment'))}]"
    elif roll < 0.27:
        item["title"] = f"P{chance.randint(1, 900):03}: {item['title']}"
    elif roll < 0.3 and "volume" in item:
        item["volume"] = f"{item['volume']} ({item.pop('issue', '1')})"
    elif roll < 0.33:
        item = {name: value for name, value in item.items() if name not in ("volume", "issue", "page", "DOI")}
        item["issued"] = {"date-parts": [[item["issued"]["date-parts"][0][0] - chance.choice((0, 0, 1))]]}
    return item

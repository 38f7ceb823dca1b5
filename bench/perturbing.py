"""Accuracy of deduplication when labelled records are changed as databases change them.

usage: python bench/perturbing.py [NAME...]: the changes named, or all. Each change is made in half of the records of
each set of systematic reviews; the set and the change alone determine which half. Compare with the row "as they are".
Without the data there is nothing to measure.
"""

import argparse
import io
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import reflist
from matching import ACROSS, GOALS, SETS, pairs_of, truth_of
from reflist.matching import match

Item = dict[str, Any]
Change = Callable[[random.Random, Item], None]

SHARE = 0.5
"""The share of records in which a change is made."""

AFTER_TITLES = "{} [abstract]|{} (conference abstract)|[{}]. [German]|{} (NCT01234567)|{} [Review] [45 refs]".split("|")
BEFORE_TITLES = "P-{}. |Abstract {}: |OP-{} ".split("|")
JOURNALS = "The {}|{} (London, England)|{}: official journal of a society|{} [Internet]|{} = Revue".split("|")
PAGES = "S{0}-S{1}|{0}|pp. {0}-{1}|{0}-{1}.e3|{0}+".split("|")


def after_title(chance: random.Random, item: Item) -> None:
    """Additions by indexers after the title, or brackets around a translated one."""
    item["title"] = chance.choice(AFTER_TITLES).format(item["title"].rstrip("."))


def before_title(chance: random.Random, item: Item) -> None:
    """A number in a meeting's programme, in only a fifth of the records, as one abstract rarely has two numbers."""
    if chance.random() < SHARE * 0.8:
        item["title"] = chance.choice(BEFORE_TITLES).format(chance.randint(1, 999)) + item["title"]


def cut_title(chance: random.Random, item: Item) -> None:
    """A truncated title, perhaps with a mark that shows it."""
    length = chance.choice((40, 60, 80))
    if len(item["title"]) > length + 5:
        item["title"] = item["title"][:length].rstrip() + chance.choice(("", "...", " …", " ?"))


def marked_title(chance: random.Random, item: Item) -> None:
    """A tag or entity as on web pages, or the whole title in capitals."""
    words = item["title"].split() or [""]
    at = chance.randrange(len(words))
    words[at] = chance.choice(("<i>{}</i>", "&lt;sup&gt;{}&lt;/sup&gt;", "&quot;{}&quot;")).format(words[at])
    item["title"] = " ".join(words) if chance.random() < SHARE else item["title"].upper()


def few_authors(chance: random.Random, item: Item) -> None:
    """Only a few of the authors, with initials without periods, and "et al."."""
    authors = item.get("author", [])
    kept = [
        {"family": one.get("family", ""), "given": "".join(word[0] for word in one.get("given", "").split())}
        for one in authors[: chance.randint(1, 4)]
    ]
    item["author"] = kept + ([{"literal": "et al."}] if len(kept) < len(authors) else [])


def one_string(chance: random.Random, item: Item) -> None:
    """All authors in one string."""
    authors = [(one.get("family", ""), one.get("given", "")) for one in item.get("author", [])]
    written = ("; ".join(f"{a}, {b}" for a, b in authors), " and ".join(f"{b} {a}" for a, b in authors))
    item["author"] = [{"literal": chance.choice(written)}]


def nobody(chance: random.Random, item: Item) -> None:
    """A placeholder for a missing author."""
    item["author"] = [{"literal": chance.choice(("Anonymous", "[No authors listed]", "Anon"))}]


def journal(chance: random.Random, item: Item) -> None:
    """The journal's name with a place, a subtitle or a parallel title, or abbreviated."""
    name = item.get("container-title", "").rstrip(".")
    short = " ".join(f"{word[:4]}." if len(word) > 5 else word for word in name.split())
    item["container-title"] = chance.choice((*(one.format(name) for one in JOURNALS), short))


def supplement(chance: random.Random, item: Item) -> None:
    """A supplement in the issue or volume field, or left out."""
    issue, volume = item.get("issue", ""), item.get("volume", "")
    item["issue"], item["volume"] = chance.choice((("Suppl 1", volume), ("", f"{volume} Suppl 1"), ("", volume)))
    item["issue"] = item["issue"] or (f"{issue} Suppl. 2" if chance.random() < SHARE else "")


def pages(chance: random.Random, item: Item) -> None:
    """The pages in other forms."""
    if found := re.fullmatch(r"(\d+)-+(\d+)", item.get("page", "")):
        item["page"] = chance.choice(PAGES).format(*found.groups())


def no_pages(chance: random.Random, item: Item) -> None:
    """A placeholder for missing pages, or an article number."""
    item["page"] = chance.choice(("", "no pagination", "N.PAG-N.PAG", f"e{chance.randint(1000, 99999)}", "1-9"))


def online_first(chance: random.Random, item: Item) -> None:
    """The year before, usually without volume, issue and pages."""
    if item.get("issued"):
        item["issued"] = {"date-parts": [[int(item["issued"]["date-parts"][0][0]) - 1]]}
    if chance.random() < 0.7:
        item |= {"volume": "", "issue": "", "page": ""}


def no_year(_: random.Random, item: Item) -> None:
    """No year."""
    item.pop("issued", None)


CHANGES: tuple[Change, ...] = (
    after_title,
    before_title,
    cut_title,
    marked_title,
    few_authors,
    one_string,
    nobody,
    journal,
    supplement,
    pages,
    no_pages,
    online_first,
    no_year,
)


def f1(name: str, change: Change | None) -> float:
    """The F1 for a set with the change made in some of its records."""
    items = json.loads((SETS / f"{name}.json").read_text(encoding="utf-8"))
    chance = random.Random(f"{name} {change.__name__ if change else ''}")
    for item in items:
        item.setdefault("title", "")
        if change and chance.random() < SHARE:
            change(chance, item)
    references = list(reflist.read(io.BytesIO(json.dumps(items).encode()), "csljson"))
    ids, truth = [one.id for one in references], truth_of(name)
    ours = pairs_of(zip(ids, match(references).work_ids, strict=True), across=False)
    theirs = pairs_of(((id, truth[id]) for id in ids), across=False)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def lines(changes: list[Change]) -> Iterator[str]:
    """One line per change, one column per set."""
    names = [name for name in GOALS if name not in ACROSS]
    yield f"{'':<14}" + "".join(f"{name:>13}" for name in names)
    for change in (None, *changes):
        title = change.__name__.replace("_", " ") if change else "as they are"
        yield f"{title:<14}" + "".join(f"{f1(name, change):>13.4f}" for name in names)


if __name__ == "__main__":
    if not SETS.is_dir():
        sys.exit("the labelled sets are not there: set REFLIST_DATA")
    named = {change.__name__: change for change in CHANGES}
    parser = argparse.ArgumentParser(prog="bench/perturbing.py", description="Matching of damaged records.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(named))
    chosen = parser.parse_args().names
    if unknown := set(chosen) - set(named):
        parser.error(f"unknown change {min(unknown)}; there are {', '.join(named)}")
    for line in lines([named[name] for name in chosen or named]):
        print(line, flush=True)

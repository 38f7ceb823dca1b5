"""Accuracy of deduplication on real records as three programs would give them.

usage: python bench/rewritten.py [--seed N] [--losses N-M] [--wrong]

Two thousand records of the bibliographies beside the benchmarks are each written in three of our formats and read
again, the second and third copy with a number of the losses below (none to four) that databases and people cause.
Entries with the same title, year and first family name in the bibliographies count as one work. With ``--wrong``,
prints each pair on which we and the truth disagree. Without the data there is nothing to measure.
"""

import argparse
import io
import json
import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import reflist
from inputs import DATA
from matching import Measured, compared, disagreements
from reflist.matching.folding import fold
from reflist.model import Reference, from_csl, to_csl

Item = dict[str, Any]
Loss = Callable[[random.Random, Item], None]

SOURCES = {"items-1000.json": 800, "bib_20k.bib": 700, "ris_1k.ris": 500}
"""The bibliographies, and how many records are taken from each."""

FORMATS = "bibtex biblatex ris refer csljson endnotexml mods nbib csv".split()
IDENTIFYING = "DOI PMID PMCID ISBN ISSN URL abstract note keyword".split()
OMITTED = frozenset("of the and for in on de la et der die und für a &".split())


def abbreviated(chance: random.Random, item: Item) -> None:
    """The journal's title with its words abbreviated at a consonant."""
    words = [word.strip(",:") for word in item.get("container-title", "").split()]
    kept = [word for word in words if word.lower() not in OMITTED]
    if item["type"] == "article-journal" and len(kept) > 1:
        item["container-title"] = " ".join(_cut(word) + chance.choice(("", ".")) for word in kept)


def _cut(word: str) -> str:
    found = re.match(r".{3,5}?[bcdfghjklmnprstvz](?=[aeiouy])", f"{word}a") if len(word) > 4 else None
    return found[0] if found and len(found[0]) < len(word) else word[:5]


def initials(chance: random.Random, item: Item) -> None:
    """Given names as initials."""
    for name in (*item.get("author", ()), *item.get("editor", ())):
        if name.get("given"):
            name["given"] = _initials(chance, name["given"])


def _initials(chance: random.Random, given: str) -> str:
    letters = re.findall(r"(?<![^\W\d_])[^\W\d_]", given)
    return chance.choice(("", ". ", ".")).join(letters) + chance.choice(("", "."))


def whole_names(chance: random.Random, item: Item) -> None:
    """Each author in one string, as some databases have it."""
    for name in item.get("author", ()):
        if name.get("family") and name.get("given"):
            whole = f"{name['family']} {_initials(chance, name['given'])}"
            name.clear()
            name["literal"] = whole


def et_al(chance: random.Random, item: Item) -> None:
    """The first authors only."""
    if len(item.get("author", ())) > 3:
        item["author"] = [*item["author"][: chance.choice((1, 3))], {"literal": "et al."}]


def capitals(_: random.Random, item: Item) -> None:
    """The title in capitals."""
    item["title"] = item["title"].upper()


def no_subtitle(_: random.Random, item: Item) -> None:
    """The title up to a colon, dash or question mark."""
    short = re.split(r":\s|\s[–—-]\s|\?\s", item["title"])[0]
    item["title"] = short if len(short) > 10 else item["title"]


def marked(chance: random.Random, item: Item) -> None:
    """A tag in the title, and perhaps an entity."""
    words = item["title"].split()
    at = chance.randrange(len(words))
    words[at] = chance.choice(("<i>{}</i>", "<b>{}</b>", "<sup>{}</sup>")).format(words[at])
    item["title"] = " ".join(words).replace(" and ", chance.choice((" &amp; ", " and ")), 1)


def no_accents(_: random.Random, item: Item) -> None:
    """Title and authors without accents."""
    for holder in (item, *item.get("author", ())):
        for name, value in holder.items():
            if isinstance(value, str) and name not in ("id", "type"):
                holder[name] = "".join(c for c in unicodedata.normalize("NFKD", value) if not unicodedata.combining(c))


def first_page(_: random.Random, item: Item) -> None:
    """The first page only."""
    item["page"] = re.split(r"[-–,]", item.get("page", ""))[0]


def short_pages(_: random.Random, item: Item) -> None:
    """211-36 for 211-236."""
    found = re.fullmatch(r"(\d{3,})[-–](\d{3,})", item.get("page", ""))
    if found and len(found[1]) == len(found[2]):
        same = next((at for at in range(len(found[1]) - 1) if found[1][at] != found[2][at]), len(found[1]) - 1)
        item["page"] = f"{found[1]}-{found[2][same:]}"


def no_issue(_: random.Random, item: Item) -> None:
    """No issue."""
    item.pop("issue", None)


def no_place(chance: random.Random, item: Item) -> None:
    """No place of publication, volume, issue or pages, each at random."""
    for name in ("publisher-place", "volume", "issue", "page"):
        if chance.random() < 0.6:
            item.pop(name, None)


def no_year(_: random.Random, item: Item) -> None:
    """No date."""
    item.pop("issued", None)


def year_before(_: random.Random, item: Item) -> None:
    """The year before, in which an article was published online."""
    parts = item.get("issued", {}).get("date-parts")
    if parts and item["type"] == "article-journal":
        item["issued"] = {"date-parts": [[int(parts[0][0]) - 1]]}


LOSSES: tuple[Loss, ...] = (
    abbreviated,
    initials,
    whole_names,
    et_al,
    capitals,
    no_subtitle,
    marked,
    no_accents,
    first_page,
    short_pages,
    no_issue,
    no_place,
    no_year,
    year_before,
)


def originals(chance: random.Random) -> Iterator[Item]:
    """Records of the bibliographies as CSL-JSON items."""
    for name, count in SOURCES.items():
        references = list(reflist.read(DATA / name))
        yield from (to_csl(one) for one in chance.sample(references, min(count, len(references))) if one.plain("title"))


def rewritten(seed: int, least: int, most: int) -> tuple[list[Reference], dict[str, str]]:
    """The records in random order, and the work of each by id."""
    chance = random.Random(seed)
    truth: dict[str, str] = {}
    by_format: defaultdict[str, list[Item]] = defaultdict(list)
    for number, original in enumerate(originals(chance)):
        for copy, format in enumerate(chance.sample(FORMATS, 3)):
            item = json.loads(json.dumps(original)) | {"id": f"x{number}c{copy}"}
            item.pop("custom", None)
            for lose in chance.sample(LOSSES, chance.randint(least, most) if copy else 0):
                lose(chance, item)
            if copy and chance.random() < 0.8:
                for name in IDENTIFYING:
                    item.pop(name, None)
            by_format[format].append(item)
            truth[item["id"]] = _work(original)
    references = [
        one.replace(id=item["id"])
        for format, items in sorted(by_format.items())
        for one, item in zip(_through(items, format), items, strict=True)
    ]
    chance.shuffle(references)
    return references, truth


def _work(item: Item) -> str:
    """A string that identifies the work of an entry."""
    first = next(iter(item.get("author") or item.get("editor") or [{}]))
    year = item.get("issued", {}).get("date-parts", [[""]])[0][0]
    return f"{fold(item['title'])} {year} {fold(first.get('family', first.get('literal', '')))}"


def _through(items: list[Item], format: str) -> list[Reference]:
    """The items, written in a format and read back."""
    written = io.StringIO()
    reflist.write([from_csl(item) for item in items], written, format)
    return list(reflist.read(io.BytesIO(written.getvalue().encode()), format))


def line(found: Measured) -> str:
    """The results as a line of text."""
    right, ours = len(found.right), len(found.right | found.false)
    count = len(found.references)
    return (
        f"{count} records: F1 {found.f1:.4f}, precision {right / ours:.4f}, "
        f"recall {right / len(found.right | found.missed):.4f}, {found.false_merges} false merges, "
        f"{len(found.matching.review) * 100 / count:.2f} questions per 100"
    )


if __name__ == "__main__":
    if not DATA.is_dir():
        sys.exit("the bibliographies are not there: set REFLIST_DATA")
    parser = argparse.ArgumentParser(
        prog="bench/rewritten.py", description="Matching of real records rewritten by programs."
    )
    parser.add_argument("--seed", type=int, default=1, help="the seed of random choices (1)")
    parser.add_argument("--losses", default="0-4", help="how many losses a record has (0-4)")
    parser.add_argument("--wrong", action="store_true", help="print each pair on which we and the truth disagree")
    options = parser.parse_args()
    least, _, most = options.losses.partition("-")
    measured = compared(*rewritten(options.seed, int(least), int(most or least)), across=False)
    print("\n".join(disagreements(measured)) if options.wrong else line(measured))

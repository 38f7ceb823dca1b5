"""The test files of Zotero's translators and the items expected from them, compared with what we read."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from foreign.pandoc import EXCEPTIONS, rows
from reflist.formats import built_in
from reflist.grammar.pages import read_pages
from reflist.model import Name, Reference
from reflist.report import Report
from reflist.source import Source

Item = dict[str, Any]
"""An item in the form of Zotero's translators."""

TYPES = {
    "journalArticle": "article-journal",
    "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper",
    "preprint": "article",
    "bill": "bill",
    "book": "book",
    "tvBroadcast": "broadcast",
    "radioBroadcast": "broadcast",
    "podcast": "broadcast",
    "bookSection": "chapter",
    "dataset": "dataset",
    "document": "document",
    "dictionaryEntry": "entry-dictionary",
    "encyclopediaArticle": "entry-encyclopedia",
    "artwork": "graphic",
    "hearing": "hearing",
    "interview": "interview",
    "case": "legal_case",
    "statute": "legislation",
    "manuscript": "manuscript",
    "map": "map",
    "film": "motion_picture",
    "videoRecording": "motion_picture",
    "conferencePaper": "paper-conference",
    "patent": "patent",
    "letter": "personal_communication",
    "email": "personal_communication",
    "instantMessage": "personal_communication",
    "forumPost": "post",
    "blogPost": "post-weblog",
    "report": "report",
    "computerProgram": "software",
    "audioRecording": "song",
    "presentation": "speech",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""Zotero's item types, and the CSL types that its schema gives for them."""

ROLES = {
    "author": "author",
    "artist": "author",
    "cartographer": "author",
    "inventor": "author",
    "performer": "performer",
    "podcaster": "author",
    "presenter": "author",
    "programmer": "author",
    "sponsor": "author",
    "interviewee": "author",
    "bookAuthor": "container-author",
    "composer": "composer",
    "attorneyAgent": "contributor",
    "castMember": "performer",
    "contributor": "contributor",
    "counsel": "contributor",
    "director": "director",
    "editor": "editor",
    "interviewer": "interviewer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewedAuthor": "reviewed-author",
    "scriptwriter": "script-writer",
    "seriesEditor": "collection-editor",
    "translator": "translator",
    "wordsBy": "contributor",
}
"""Zotero's creator types, and CSL's name variables; if CSL has none with that meaning, the nearest."""


class Difference(NamedTuple):
    """A fact that we read differently from Zotero: format, file and number of the item, the fact, both values."""

    format: str
    item: str
    fact: str
    ours: Any
    theirs: Any


class Comparison(NamedTuple):
    """How many facts the expected items of a format's files have, and those that we read differently."""

    facts: int
    differences: list[Difference]

    @property
    def share(self) -> float:
        """The share of the facts that are equal."""
        return 1 - len(self.differences) / self.facts


def compared(format: str, folder: Path) -> Comparison:
    """All files with expected items in a folder, read in a format."""
    count, differences = 0, []
    for path in sorted(folder.rglob("*.items.json")):
        items = json.loads(path.read_text("utf-8"))
        for number, (ours, theirs) in enumerate(_paired(_read(format, path), items), start=1):
            name = f"{path.name.partition('.')[0]} {number}"
            facts = [fact for fact in FACTS if theirs[fact]]
            count += len(facts)
            differences += [
                Difference(format, name, fact, ours[fact], theirs[fact]) for fact in facts if ours[fact] != theirs[fact]
            ]
    return Comparison(count, differences)


def _read(format: str, path: Path) -> list[Reference]:
    read = built_in(format).read
    assert read is not None
    source = Source.from_path(path.with_name(path.name.replace(".items.json", ".input")))
    return [item for item in read(source, Report()) if isinstance(item, Reference)]


def _paired(references: Sequence[Reference], items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The facts of our items and theirs, in order; an item on one side only is paired with no facts."""
    for reference, item in zip_longest(references, items):
        yield (
            {fact: reference and read(reference) for fact, (read, _) in FACTS.items()},
            {fact: read(item) if item else fact == "type" for fact, (_, read) in FACTS.items()},
        )


# --- the facts -------------------------------------------------------------------------------------------

_YEAR = re.compile(r"(?<!\d)[1-9]\d{3}(?!\d)")
_DOI_OF_EXTRA = re.compile(r"^DOI: *(\S+)", re.MULTILINE)

People = list[tuple[str, str]]
"""Names by role, each as its words in sorted order, without repetitions."""


def _our_people(reference: Reference) -> People:
    names = [(role, name) for role in sorted(set(ROLES.values())) for name in reference.names(role)]
    return sorted({(role, _words(*_parts(name))) for role, name in names})


def _parts(name: Name) -> tuple[str, ...]:
    return name.literal, name.non_dropping_particle, name.dropping_particle, name.family, name.given, name.suffix


def _their_people(item: Item) -> People:
    return sorted(
        {
            (
                ROLES.get(who["creatorType"], who["creatorType"]),
                _words(who.get("lastName", ""), who.get("firstName", "")),
            )
            for who in item.get("creators", ())
        }
    )


def _words(*parts: str) -> str:
    return " ".join(sorted(re.findall(r"\w+", " ".join(parts).casefold())))


def _our_year(reference: Reference) -> int | None:
    return reference.date("issued").year


def _their_year(item: Item) -> int | None:
    found = _YEAR.search(item.get("date", ""))
    return int(found[0]) if found else None


def _pages(printed: str) -> str:
    return read_pages(printed, lost_dash=False).value


def _their_doi(item: Item) -> str:
    found = _DOI_OF_EXTRA.search(item.get("extra", ""))
    return str(item.get("DOI") or (found[1] if found else "")).casefold()


FACTS: dict[str, tuple[Callable[[Reference], Any], Callable[[Item], Any]]] = {
    "type": (lambda reference: reference.type, lambda item: TYPES.get(item["itemType"], item["itemType"])),
    "names": (_our_people, _their_people),
    "year": (_our_year, _their_year),
    "pages": (lambda reference: _pages(reference.plain("page")), lambda item: _pages(item.get("pages", ""))),
    "DOI": (lambda reference: reference.plain("DOI").casefold(), _their_doi),
}
"""The facts that are compared, for a reference and for an item, if the expected item has them."""

# --- where we differ on purpose ----------------------------------------------------------------------------


Listed = tuple[str, str, str, str]
"""A line of EXCEPTIONS.md: format, fact, ours, theirs."""


def listed() -> set[Listed]:
    """The exceptions listed on the page, with types one by one."""
    found = set()
    for format, fact, ours, theirs, _ in rows(EXCEPTIONS.read_text("utf-8").partition("\n## Zotero's items\n")[2]):
        if fact != "type":
            found.add((format, fact, ours, theirs))
            continue
        types = theirs.split() if " " in theirs else [theirs] * len(ours.split())
        found |= {(format, fact, *pair) for pair in zip(ours.split(), types, strict=True)}
    return found


def exception(difference: Difference) -> Listed:
    """The line of EXCEPTIONS.md that would cover a difference; except for types, it names the item."""
    if difference.fact == "type":
        return difference.format, "type", str(difference.ours), difference.theirs
    return difference.format, difference.fact, difference.item, ""

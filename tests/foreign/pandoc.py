"""Our files as read by pandoc, and where that differs from what was written."""

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypandoc  # type: ignore[import-untyped]  # it has no types; one call is made

from reflist.formats import built_in
from reflist.model import Reference, to_csl
from reflist.report import Report

READERS = {"bibtex": "bibtex", "biblatex": "biblatex", "ris": "ris", "csljson": "csljson"}
"""Our names of formats and pandoc's."""

NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")

Item = dict[str, Any]
Person = tuple[str, ...]


class Departure(NamedTuple):
    """A fact that was read differently from what was written."""

    format: str
    id: str
    fact: str
    ours: Any
    theirs: Any


def written(format: str, references: Sequence[Reference]) -> str:
    """The references in a format of ours."""
    write = built_in(format).write
    assert write is not None
    return "".join(write(references, Report()))


def read_by_pandoc(format: str, text: str) -> tuple[list[Item], str]:
    """The items that pandoc reads, and its messages on standard error."""
    command = [pypandoc.get_pandoc_path(), "--from", READERS[format], "--to", "csljson"]
    run = subprocess.run(command, input=text, capture_output=True, text=True, check=True, encoding="utf-8")
    items: list[Item] = json.loads(run.stdout)
    return items, run.stderr


def facts(item: Item) -> Item:
    """The facts that are compared: type, year, page, and all names for which pandoc has a variable."""
    days = item.get("issued", {}).get("date-parts") or [[]]
    compared: Item = {"type": item["type"], "year": days[0][0] if days[0] else None, "page": item.get("page")}
    for field in ("author", "editor"):
        compared |= {f"{field} {at}": person(name) for at, name in enumerate(item.get(field, ()), start=1)}
    return compared


def person(name: Item) -> Person:
    return tuple(name.get(part, "") for part in NAME_PARTS)


def departures(format: str, references: Sequence[Reference], items: Sequence[Item]) -> list[Departure]:
    """Every fact of the references that differs in pandoc's items, is missing there, or was added."""
    assert [item["id"] for item in items] == [reference.id for reference in references]
    found = []
    for reference, item in zip(references, items, strict=True):
        ours, theirs = facts(to_csl(reference)), facts(item)
        different = [fact for fact in ours | theirs if ours.get(fact) != theirs.get(fact)]
        found += [Departure(format, reference.id, fact, ours.get(fact), theirs.get(fact)) for fact in different]
    return found


# --- the rules of the reader ----------------------------------------------------------------------


def _words(name: Person) -> str:
    family, given, dropped, kept, suffix, literal = name
    return " ".join(filter(None, (literal, given, dropped, kept, family, suffix)))


def _squeezed(name: Person) -> list[str]:
    """The letters of a name in sorted order: equal if nothing was added or lost."""
    return sorted(re.sub(r"[\W_]", "", "".join(name)))


def _ends_in_family(theirs: Person, ours: Person) -> bool:
    return not theirs[5] and _words(theirs) == _words(ours)


RULES: dict[str, Callable[[Person, Person], bool]] = {
    "apostrophe": lambda ours, theirs: theirs == tuple(part.replace("'", "’") for part in ours),
    "initials": lambda ours, theirs: (
        theirs == (ours[0], re.sub(r"\.(?=\w)", ". ", ours[1]), *ours[2:]) and ours[1] != theirs[1]
    ),
    "several words": lambda ours, theirs: " " in ours[0] and not ours[1] and theirs[5] == ours[0],
    "particle found": lambda ours, theirs: (
        theirs[3] != "" and f"{theirs[3]} {theirs[0]}" == ours[0] and ours[1] == theirs[1]
    ),
    "one kind of particle": lambda ours, theirs: (
        {ours[2], ours[3]} == {theirs[2], theirs[3]} and ours[:2] == theirs[:2]
    ),
    "institution": lambda ours, theirs: ours[5] == theirs[0] and not any(theirs[1:]),
    "comma": lambda ours, theirs: "," in "".join(ours) and _squeezed(ours) == _squeezed(theirs),
    "suffix": lambda ours, theirs: bool(ours[4]) and (ours[1], ours[4]) == (theirs[4], theirs[1]),
    "particle": lambda ours, theirs: (
        f"{theirs[2]} {theirs[0]}" in (ours[0], f"{ours[3]} {ours[0]}") and ours[1] == theirs[1]
    ),
}
"""The rules about names in EXCEPTIONS.md: tests of one name as written and as read."""

EXCEPTIONS = Path(__file__).with_name("EXCEPTIONS.md")


def listed() -> set[tuple[str, str, str]]:
    """The exceptions listed on the page: (format, type, pandoc's type) and (format, "name", rule)."""
    types, names, *_ = EXCEPTIONS.read_text("utf-8").split("\n## ")[1:]
    found = set()
    for format, ours, theirs, _ in rows(types):
        paired = dict(zip(ours.split(), theirs.split(), strict=True)) if len(theirs.split()) > 1 else {}
        found |= {(format, type_, paired.get(type_, theirs)) for type_ in ours.split()}
    for formats, rule, _ in rows(names):
        found |= {(format, "name", rule) for format in formats.split()}
    return found


def rows(table: str) -> list[list[str]]:
    """The cells of a table of the page."""
    rows = [line.strip().strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def exception(departure: Departure) -> tuple[str, str, str] | None:
    """The listed exception that covers a departure; None if there is none."""
    if departure.fact == "type":
        found = {(departure.format, departure.ours, departure.theirs)}
    elif departure.ours is None or departure.theirs is None or not isinstance(departure.ours, tuple):
        return None
    else:
        found = {
            (departure.format, "name", rule) for rule, holds in RULES.items() if holds(departure.ours, departure.theirs)
        }
    return next(iter(sorted(found & listed())), None)

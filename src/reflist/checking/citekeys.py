"""Markdown that cites by key, as pandoc reads it (User's Guide, "Citation syntax"): ``[@doe2001, p. 3]``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reflist.checking.base import Input
from reflist.report import Report, Rule, Severity
from reflist.source import Source

UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    "The text cites a key that no reference in the files beside it has.",
)
KEY_NOT_CITED = Rule(
    "key-not-cited",
    Severity.NOTE,
    "A file of references has an entry that the text beside it does not cite.",
)
NO_BIBLIOGRAPHY = Rule(
    "no-bibliography",
    Severity.NOTE,
    "The text cites by key, but no file of references was given with it. Name that file as well.",
)

_CODE = re.compile(r"^(?P<fence>```|~~~)[^\n]*\n.*?(?:^(?P=fence)|\Z)|`[^`\n]++`", re.DOTALL | re.MULTILINE)
_KEY = r"@(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w))*))"
_CITATION = re.compile(rf"(?<![\w\\/.]){_KEY}")
_IN_BRACKETS = re.compile(r"\[[^\[\]]{0,300}?(?<![\w\\/.])-?@[\w{]")
_NO_REFERENCE = re.compile(r"(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|def|exm)[:-]", re.IGNORECASE)
"""Keys of figures, tables, equations and sections, as filters for cross-references have them."""


class Cited(NamedTuple):
    """A key that a text cites, and the offset where it does."""

    key: str
    offset: int


def cites_by_key(source: Source) -> bool:
    """Whether a text has a citation by key in square brackets."""
    return _IN_BRACKETS.search(_without_code(source.text)) is not None


def keys_cited(text: str) -> Iterator[Cited]:
    """Each key that the text cites, where it does."""
    for found in _CITATION.finditer(_without_code(text)):
        key = found["braced"] or found["key"]
        if not _NO_REFERENCE.match(key):
            yield Cited(key, found.start())


def _without_code(text: str) -> str:
    """The text with code blanked out."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def citation_keys(inputs: Sequence[Input], report: Report) -> None:
    """Compare the keys that texts cite with those of the files of references."""
    texts = [checked.source for checked in inputs if checked.cites_by_key]
    files = [checked for checked in inputs if checked.is_file]
    references = [reference for checked in files for reference in checked.listed]
    known = {reference.id for reference in references}
    cited: set[str] = set()
    for text in texts:
        found = {one.key: one for one in reversed(list(keys_cited(text.text)))}
        cited |= found.keys()
        if not files:
            report.add(NO_BIBLIOGRAPHY, "keys are cited, but no file of references is given", text.place())
            continue
        starts = [0, *(line.end() for line in re.finditer("\n", text.text))]
        for key, offset in sorted(found.values(), key=lambda one: one.offset):
            if key not in known:
                line = bisect_right(starts, offset)
                place = text.place(line, offset - starts[line - 1] + 1)
                report.add(UNKNOWN_KEY, f"no reference has the key {key}", place, key)
    for reference in references if texts else ():
        if reference.id not in cited:
            report.add(KEY_NOT_CITED, "the text does not cite this", reference.origin.place, reference.id)

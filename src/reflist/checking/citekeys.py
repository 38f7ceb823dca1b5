"""Texts that cite by key: LaTeX, and pandoc's Markdown (``[@doe2001]``; "Citation syntax" in pandoc's manual)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reflist.checking.base import ALL, Cited, Input
from reflist.checking.texkeys import is_latex, keys_in_latex
from reflist.report import Report, Rule, Severity
from reflist.source import Source

UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    "The text cites a key that no reference in the files given with it has.",
)
KEY_NOT_CITED = Rule(
    "key-not-cited",
    Severity.NOTE,
    "A file of references has an entry that the text given with it does not cite.",
)
NO_BIBLIOGRAPHY = Rule(
    "no-bibliography",
    Severity.NOTE,
    "The text cites by key, but no file of references was given with it. Name that file as well.",
)

_CODE = re.compile(r"^(?P<fence>```|~~~)[^\n]*\n.*?(?:^(?P=fence)|\Z)|`[^`\n]++`", re.DOTALL | re.MULTILINE)
_KEY = r"@(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w))*))"
_CITATION = re.compile(rf"(?<![\w\\/.])(?:{_KEY}|^nocite:[^\n]*\n?[^\n]*@\*)", re.MULTILINE)
_IN_BRACKETS = re.compile(r"\[[^\[\]]{0,300}?(?<![\w\\/.])-?@[\w{]")
_NO_REFERENCE = re.compile(r"(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|def|exm)[:-]", re.IGNORECASE)
"""Keys of figures, tables, equations and sections, as pandoc's filters for cross-references write them."""


def cites_by_key(source: Source) -> bool:
    """Whether a text is LaTeX, or has a citation by key in square brackets."""
    return is_latex(source) or _IN_BRACKETS.search(_without_code(source.text)) is not None


def keys_cited(source: Source) -> Iterator[Cited]:
    """Each key that a text cites, with its offset."""
    return keys_in_latex(source.text) if is_latex(source) else _keys_in_markdown(source.text)


def _keys_in_markdown(text: str) -> Iterator[Cited]:
    for found in _CITATION.finditer(_without_code(text)):
        key = found["braced"] or found["key"] or ALL
        if not _NO_REFERENCE.match(key):
            yield Cited(key, found.start())


def _without_code(text: str) -> str:
    """The text with code blanked out."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def citation_keys(inputs: Sequence[Input], report: Report) -> None:
    """Compare the keys that texts cite with the keys in the files of references."""
    texts = [checked.source for checked in inputs if checked.cites_by_key]
    files = [checked for checked in inputs if checked.has_keys]
    references = [reference for checked in files for reference in checked.listed]
    known = {reference.id for reference in references}
    cited: set[str] = set()
    for text in texts:
        found = {one.key: one for one in reversed(list(keys_cited(text)))}
        cited |= found.keys()
        if not found:
            continue
        if not files:
            report.add(NO_BIBLIOGRAPHY, "keys are cited, but no file of references is given", text.place())
            continue
        starts = [0, *(line.end() for line in re.finditer("\n", text.text))]
        for key, offset in sorted(found.values(), key=lambda one: one.offset):
            if key not in known and key != ALL:
                line = bisect_right(starts, offset)
                place = text.place(line, offset - starts[line - 1] + 1)
                report.add(UNKNOWN_KEY, f"no reference has the key {key}", place, key)
    for reference in references if texts and ALL not in cited else ():
        if reference.id not in cited:
            report.add(KEY_NOT_CITED, "the text does not cite this", reference.origin.place, reference.id)

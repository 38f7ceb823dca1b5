"""Recognising the format of a text by its beginning.

A format declares its own sniffer; sniffers that share patterns are here.
"""

import re
from collections.abc import Callable, Iterable
from operator import itemgetter

from reflist.formats.base import Format
from reflist.late import late

SNIFFED = 65_536
"""How many characters are looked at."""

SURE = 0.5
"""How certain a format must be to claim a text."""


def _json_items(text: str) -> float:
    """JSON items: an object or array with keys such as id and type."""
    head = text.lstrip("\ufeff \t\n")
    if head[:1] not in ("{", "["):
        return 0
    if re.match(r"\[\s*(\]\s*)?\Z", head):
        return 0.5
    keys = re.search(r'"(?:id|type|title|author|issued|DOI)"\s*:', head)
    return 0.9 if keys and re.match(r"\[\s*\{|\{\s*\"", head) else 0.1


def _json_lines(text: str) -> float:
    """Lines that are objects; a single line may also be CSL-JSON."""
    lines = re.match(r"\ufeff?\s*\{\s*\"[^\n]*\}[ \t]*(\n\s*\{|\s*\Z)", text)
    if lines is None or _json_items(text) < 0.5:
        return 0
    return 0.95 if lines[1].strip() else 0.5


_COLUMN = late(
    r"(?:\w+ )?(?:title|author(?:s|\(s\)| names)?|year|date|doi|journal|volume|issue|abstract|issn|url|id|type)",
    re.IGNORECASE,
)
"""A header of a column that is common in tables of references."""

HEADER_WITHIN = 10
"""The header of a table is among so many first lines; databases print their query before it."""


def _tabs(text: str) -> float:
    """Web of Science's table, or another one with tabs."""
    return 0.9 if re.match(r"\ufeff?PT\t(?:[A-Z][A-Z0-9]\t){5}", text) else _table(text, "\t")


def _table(text: str, delimiters: str = ",;|") -> float:
    """A line with the names of four columns of a table of references, and cells in the line below."""
    lines = text.lstrip("\ufeff").split("\n", HEADER_WITHIN)[:HEADER_WITHIN]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        for delimiter in delimiters:
            known = sum(_COLUMN.fullmatch(cell.strip(' "')) is not None for cell in line.split(delimiter))
            if known >= 4 and (below.count(delimiter) >= 3 or not below.strip()):
                return 0.6
    return 0.0


def _pattern(pattern: str, sure: float = 0.9) -> Callable[[str], float]:
    compiled = late(pattern, re.MULTILINE)
    return lambda text: sure if compiled.search(text) else 0.0


_YAML_ITEM = late(r"\A\ufeff?(?:(?:---|%YAML|#).*\n)*- +(?:id|type|title|author|DOI|URL):")
_YAML_REFERENCES = late(r"^(?:references|items):[ \t]*$", re.MULTILINE)
_YAML_END = late(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def _csl_yaml(text: str) -> float:
    """A list of items, or a mapping that holds one; but no manuscript, which has text after such a block."""
    text = text.lstrip("\ufeff")
    if _YAML_ITEM.match(text):
        return 0.9
    references = _YAML_REFERENCES.search(text)
    if references is None:
        return 0
    end = _YAML_END.search(text, 3)
    if text.startswith("---") and end and (end.start() < references.start() or text[end.end() :].strip()):
        return 0
    return 0.9


_BIBTEX_ENTRY = re.compile(r"^[ \t\ufeff]*+@\s*+[A-Za-z]++\s*+[{(]\s*+[^\s,]*\s*[,=\"]", re.MULTILINE)
_BIBTEX_TEXT = late(r"^[ \t\ufeff]*[^%\s]", re.MULTILINE)
BIBTEX_HEADING = 2_000
"""How much text other than comments may stand before the first entry; further down, a page quotes an entry."""


def _bibtex(text: str) -> float:
    """An entry near the beginning, or after nothing but comments."""
    entry = _BIBTEX_ENTRY.search(text)
    near = entry and (entry.start() < BIBTEX_HEADING or not _BIBTEX_TEXT.search(text, 0, entry.start()))
    return 0.8 if near else 0


_SIGNS = late(
    r"""(?:^|,)[ \t]*+(?:
        (?P<biblatex>@(?:online|report|thesis|dataset|software|(?:in|mv)?reference|mv\w+|supp\w+|bookinbook|artwork
                |audio|image|jurisdiction|legislation|legal|letter|movie|music|performance|review|standard|video)\s*\{
            |(?:(?:event|orig|url)?date|(?:journal|sub|main|booksub|mainsub|issue)title|titleaddon|location|langid
            |eprinttype|editor[abc]?type|pagetotal|annotation|pubstate)\s*=)
        |@(?:techreport|phdthesis|mastersthesis|conference)\s*\{
        |(?:year|month|journal|address|school|annote)\s*=)""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""Entry types and fields that only biblatex has, and those that it names differently (manual, 2.1.2 and 2.2.5)."""


def _biblatex(text: str) -> float:
    """BibTeX's syntax, with more that only biblatex has than what it names differently; in doubt it is BibTeX."""
    if not _bibtex(text):
        return 0
    return 0.85 if sum(1 if sign["biblatex"] else -1 for sign in _SIGNS.finditer(text)) > 0 else 0.6


XML_HEAD = (
    r"\A\ufeff?\s*(?>(?:(?:<\?[^>]*>|<!--(?>(?:[^-]++|-(?!->))*)-->|<!DOCTYPE[^\[\]<>]*+(?:\[[^\]]*+\]\s*+)?>)\s*+)*)"
)
"""What may stand before the first element."""

SNIFFERS: dict[str, Callable[[str], float]] = {
    "csljson": _json_items,
    "csljsonl": _json_lines,
    "cslyaml": _csl_yaml,
    "bibtex": _bibtex,
    "biblatex": _biblatex,
    "ris": _pattern(r"\A(?:[^\n]{0,200}\n){0,12}?[ \t\ufeff]*(?i:TY)[ \t]{1,2}-[ \t]{0,2}[A-Za-z]"),
    "refer": _pattern(r"\A\ufeff?\s*%[0-9A-Z] .*(?:\n%[0-9A-Z@+?!] |\s*\Z)"),
    "nbib": _pattern(r"\A\ufeff?\s*(?:PMID {0,2}- ?\d|OWN {0,2}- )"),
    "endnotexml": _pattern(
        XML_HEAD + r"(?:<xml\b[^>]*>\s*<records\b|<records\b[^>]*>\s*<record\b"
        r"|<XML\b[^>]*>\s*<RECORDS\b|<RECORDS\b[^>]*>\s*<RECORD\b)"
    ),
    "mods": _pattern(XML_HEAD + r"<(?:[\w.-]+:)?mods(?:Collection)?\b"),
    "csv": _table,
    "tsv": _tabs,
}
"""How certain it is, from 0 to 1, that a text is in a format, given its first 64 KiB."""


def sniff(text: str, formats: Iterable[Format]) -> Format | None:
    """The most likely format of a text, of equals the first; None if no format is likely."""
    claims = [(sureness(text, format), format) for format in formats]
    sure, found = max(claims, key=itemgetter(0), default=(0, None))
    return found if sure >= SURE else None


def sureness(text: str, format: Format) -> float:
    """How certain it is, from 0 to 1, that the text is in the format."""
    return format.sniff(text[:SNIFFED]) if format.sniff else 0

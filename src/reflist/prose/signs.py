"""Characters that a PDF or its fonts have garbled: accents, ligatures, quotation marks, dashes, unprintable ones."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reflist.prose.accents import misplaced_accents
from reflist.prose.page.lines import HYPHEN_REPAIRED
from reflist.prose.spacing import in_address
from reflist.report import Rule, Severity

ACCENT_REPAIRED = Rule(
    "umlaut-repaired",
    Severity.REPAIR,
    "An accent stood beside its letter instead of on it (fu¨r for für, Garc´ıa for García), as in the text of some "
    "PDFs. They were combined.",
)

LIGATURE_REPAIRED = Rule(
    "ligature-repaired",
    Severity.REPAIR,
    "Letters were printed as one character, a ligature (\ufb01 for fi), perhaps with a space after it. They were "
    "separated.",
)

SIGN_REPAIRED = Rule(
    "sign-repaired",
    Severity.REPAIR,
    "A quotation mark was written as two characters (``Title''), or the dash of a range as two hyphens, a minus sign "
    "or an unreadable character (12--34). The mark that is meant was read.",
)


class Garbled(NamedTuple):
    """A garbled stretch of a string, what is meant by it, and the finding."""

    start: int
    end: int
    meant: str
    rule: Rule
    message: str


_ACCENTS = re.compile("[¨´`ˆ˜¸ˇ\u0300-\u0303\u0308\u030c\u0327]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_LIGATURE = re.compile(
    r"[\ufb01-\ufb04](?:\s(?=[a-z]))?"
    r"|(?<!\bo)(?<!\b[Ss]ta)(?<!\b[Ss]tu)(?<!\b[Cc]li)(?<!pay)(?<!lay)\ufb00\s(?=[a-z])|[\ufb00\ufb05\ufb06]"
)
"""A ligature; a space after it is the font's, unless it may end a word: ``o\ufb00 the``."""

_SIGNS = {
    "opening": "“",
    "low": "„",
    "closing": "”",
    "straight": "'",
    "single": "‘",
    "turned": "“",
    "turned_single": "‘",
    "single_closing": "’",
    "dash": "–",
}
"""What is meant by each group of this pattern."""

_SIGN = re.compile(
    r"(?<![^\s(\[-])(?:(?P<opening>``|‘‘|''|´´)(?=\S)|(?P<low>,,|‚‚)(?=\w)|(?P<turned>”)(?=\w)"
    r"|(?P<straight>[`´])(?=[^´`’]{3,300}'(?!\w))|(?P<single>[`´])(?=[^´`]{3,300}[´’](?!\w))"
    r"|(?P<turned_single>’)(?=[^‘’]{3,300}’(?!\w)))"
    r"|(?P<closing>(?<=[^\s(])(?:''|’’|´´|``|‘‘)(?![\w'’]))|(?P<single_closing>(?<=[\w.,?!])´(?!\w))"
    r"|(?P<dash>(?<=\d)(?:\s?(?:--|[—−‒―\ufffd\x01-\x08\x0e-\x1b])\s?|\?)(?=\d))"
)
_SIGN_WITHIN = re.compile(r"``|''|,,|‘‘|’’|[`´”‚−‒―\ufffd]|--| ’|\d[—?\x01-\x1b]")
"""Text in every string with such a sign."""

_LONGEST_END = 20
_DASH_LOST = re.compile(r"[\d)][:,] (?:pp\. )?(?P<first>\d{2,4}) (?P<last>\d{2,4})\.?\Z")
"""Pages at the end of a string, with a space in place of their dash: ``76(5), 786 807``."""

_CLOSES = {"closing": {"opening", "low"}, "single_closing": {"single"}}
"""The groups that each of these closes."""

_DIVIDING = re.compile(r"(?<=[^\W\d_])[¬\x01-\x08\x0e-\x1b\x7f]\s?(?=(?P<small>[a-z])|[^\W\d_])")
"""An unprintable character for the hyphen of a divided word, or for that of a double name."""


def garbled(raw: str) -> Iterator[Garbled]:
    """The garbled characters of a string, those of a kind in order. Linear in its length.

    >>> [found.meant for found in garbled("Mu¨ller, ``Pro\ufb01 ts'', 12--34")]
    ['ü', 'fi', '“', '”', '–']
    """
    if not raw.isascii():
        if _ACCENTS.search(raw):
            for start, end, meant in misplaced_accents(raw):
                yield Garbled(start, end, meant, ACCENT_REPAIRED, f"'{raw[start:end]}' read as {meant.strip()}")
        for found in _LIGATURE.finditer(raw) if _LIGATURES.search(raw) else ():
            letters = unicodedata.normalize("NFKC", found[0][0])
            yield Garbled(*found.span(), letters, LIGATURE_REPAIRED, f"'{found[0]}' read as {letters}")
    if _SIGN_WITHIN.search(raw):
        yield from _signs(raw)
    if lost := _DASH_LOST.search(raw, max(0, len(raw) - _LONGEST_END)):
        first, last = lost["first"], lost["last"]
        if len(first) == len(last) and first < last:
            start = lost.end("first")
            yield Garbled(start, start + 1, "–", SIGN_REPAIRED, f"'{first} {last}' read as {first}–{last}")
    if not raw.isprintable() or "¬" in raw:
        for found in _DIVIDING.finditer(raw):
            hyphen = "" if found["small"] else "-"
            yield Garbled(*found.span(), hyphen, HYPHEN_REPAIRED, f"closed up a word divided by {found[0]!a}")


def _signs(raw: str) -> Iterator[Garbled]:
    seen: set[str] = set()
    for found in _SIGN.finditer(raw):
        group = found.lastgroup or ""
        if (group in _CLOSES and seen.isdisjoint(_CLOSES[group])) or in_address(raw, found.start()):
            continue
        seen.add(group)
        yield Garbled(*found.span(), _SIGNS[group], SIGN_REPAIRED, f"'{found[0]}' read as {_SIGNS[group]}")

"""Characters that a PDF or its fonts have garbled: accents, ligatures, quotation marks, dashes, unprintable ones."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reflist.prose.repairs.accents import misplaced_accents
from reflist.prose.repairs.brackets import lost_brackets
from reflist.prose.repairs.spacing import in_address
from reflist.prose.text_lines import HYPHEN_REPAIRED
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
    "or an unreadable character (12--34); a comma or stop was doubled; one of the two brackets around a year, a role, "
    "pages or an issue was lost; or letters were apart from the rest of a name (W EBER), or a note's number beside it "
    "(12Weber). What is meant was read.",
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
    "roman": "“",
    "roman_single": "‘",
    "roman_closing": "”",
    "roman_apostrophe": "’",
    "dash": "–",
}
"""What is meant by each group of this pattern."""

_SIGN = re.compile(
    r"(?<![^\s(\[-])(?:(?P<opening>``|‘‘|''|´´)(?=\S)|(?P<low>,,|‚‚)(?=\w)|(?P<turned>[”‟])(?=\w)"
    r"|(?P<roman>Ò)(?=[A-Z][^Ò]{3,300}Ó(?!\w))"
    r"|(?P<roman_single>Ô)(?=[A-Z][^Ô]{3,300}Õ(?!\w))"
    r"|(?P<straight>[`´])(?=[^´`’]{3,300}'(?!\w))|(?P<single>[`´])(?=[^´`]{3,300}[´’](?!\w))"
    r"|(?P<turned_single>’)(?=[^‘’]{3,300}’(?!\w)))"
    r"|(?P<closing>(?<=[^\s(])(?:''|’’|´´|``|‘‘)(?![\w'’]))|(?P<single_closing>(?<=[\w.,?!])´(?!\w))"
    r"|(?P<roman_closing>(?<=[\w.,?!])Ó(?!\w))|(?P<roman_apostrophe>(?<=[\w.,?!])Õ(?=s?(?!\w)))"
    r"|(?P<dash>(?<=\d)(?:\s?(?:--|[—−‒―±Ð\ufffd\x01-\x08\x0e-\x1b])\s?|\?)(?=\d))"
)
_SIGN_WITHIN = re.compile(r"``|''|,,|‘‘|’’|[`´”‟‚−‒―ÒÔ±Ð\ufffd]|--| ’|\d[—?\x01-\x1b]")
"""Text in every string with such a sign."""

_LONGEST_END = 20
_DASH_LOST = re.compile(r"[\d)][:,] (?:pp\. )?(?P<first>\d{2,4}) (?P<last>\d{2,4})\.?\Z")
"""Pages at the end of a string, with a space in place of their dash: ``76(5), 786 807``."""

_DOUBLES = ("..", ",,", ";;", "::")
_DOUBLED = re.compile(r"(?<=[\w)”’\"][.,;:])(?:(?<=\.)\.|(?<=,),|(?<=;);|(?<=:):)(?=\s)")
"""The second of two equal marks."""

_NUMBER_BESIDE = re.compile(r"\d{1,3}(?=[A-ZÀ-Þ][a-zß-ÿ]+(?:,\s|\s[A-Z]{1,3}\b))")
"""The number of a note beside the first name."""

_INITIAL_APART = re.compile(r"(?<=\b[A-ZÀ-Þ])\s(?=[A-ZÀ-Þ]{2,}(?:-[A-ZÀ-Þ]{2,})?\s?,)(?<![\w.’'-][A-ZÀ-Þ]\s)")
"""The space after the first letter of a name in small capitals, before a comma."""

_CAPITAL_APART = re.compile(
    rf"(?<=[\s.(][A-ZÀ-Þ])\s(?=[A-ZÀ-Þ]{{3,}}(?:,|\s(?:and|und|&|\()))|{_INITIAL_APART.pattern}"
)
"""The same in a string that begins with such a name."""

_LONGEST_HEAD = 200
_CAPITALS = re.compile(r" [A-ZÀ-Þ]{2}")
_DIGIT = re.compile(r"\d|[“‘\"]")


def _head_end(raw: str) -> int:
    """The end of the names that may begin a string: its first number or quotation mark."""
    found = _DIGIT.search(raw)
    return found.start() if found else len(raw)


_CLOSES = {
    "closing": {"opening", "low"},
    "single_closing": {"single"},
    "roman_closing": {"roman"},
    "roman_apostrophe": {"roman_single", "roman"},
}
"""The groups that each of these closes."""

_DIVIDING = re.compile(r"(?<=[^\W\d_])[¬\x01-\x08\x0e-\x1b\x7f]\s?(?=(?P<small>[a-z])|[^\W\d_])")
"""An unprintable character for the hyphen of a divided word, or for that of a double name."""


def garbled(raw: str) -> Iterator[Garbled]:
    """The garbled characters of a string, those of a kind in order. Linear in its length.

    >>> [found.meant for found in garbled("Mu¨ller, ``Pro\ufb01 ts'', 12--34")]
    ['ü', 'fi', '“', '”', '–']
    """
    if not raw.isascii():
        yield from _letters(raw)
    if _SIGN_WITHIN.search(raw):
        yield from _signs(raw)
    yield from _slips(raw)
    if not raw.isprintable() or "¬" in raw:
        for found in _DIVIDING.finditer(raw):
            hyphen = "" if found["small"] else "-"
            yield Garbled(*found.span(), hyphen, HYPHEN_REPAIRED, f"closed up a word divided by {found[0]!a}")


def _letters(raw: str) -> Iterator[Garbled]:
    if _ACCENTS.search(raw):
        for start, end, meant in misplaced_accents(raw):
            yield Garbled(start, end, meant, ACCENT_REPAIRED, f"'{raw[start:end]}' read as {meant.strip()}")
    for found in _LIGATURE.finditer(raw) if _LIGATURES.search(raw) else ():
        letters = unicodedata.normalize("NFKC", found[0][0])
        yield Garbled(*found.span(), letters, LIGATURE_REPAIRED, f"'{found[0]}' read as {letters}")


def _slips(raw: str) -> Iterator[Garbled]:
    """Doubled and lost marks, and what stands beside names or apart from them."""
    if any(double in raw for double in _DOUBLES):
        for found in _DOUBLED.finditer(raw):
            yield Garbled(*found.span(), "", SIGN_REPAIRED, f"'{found[0] * 2}' read as {found[0]}")
    if numbered := _NUMBER_BESIDE.match(raw):
        yield Garbled(0, numbered.end(), "", SIGN_REPAIRED, f"left out {numbered[0]} before a name")
    if _CAPITALS.search(raw, 0, _LONGEST_HEAD) and _INITIAL_APART.search(raw, 0, _head_end(raw)):
        for found in _CAPITAL_APART.finditer(raw):
            yield Garbled(*found.span(), "", SIGN_REPAIRED, "closed up a name in capitals")
    for start, end, bracket in lost_brackets(raw):
        yield Garbled(start, end, bracket, SIGN_REPAIRED, f"put in {bracket}")
    if lost := _DASH_LOST.search(raw, max(0, len(raw) - _LONGEST_END)):
        first, last = lost["first"], lost["last"]
        if len(first) == len(last) and first < last:
            start = lost.end("first")
            yield Garbled(start, start + 1, "–", SIGN_REPAIRED, f"'{first} {last}' read as {first}–{last}")


def _signs(raw: str) -> Iterator[Garbled]:
    seen: set[str] = set()
    for found in _SIGN.finditer(raw):
        group = found.lastgroup or ""
        if (group in _CLOSES and seen.isdisjoint(_CLOSES[group])) or in_address(raw, found.start()):
            continue
        seen.add(group)
        yield Garbled(*found.span(), _SIGNS[group], SIGN_REPAIRED, f"'{found[0]}' read as {_SIGNS[group]}")

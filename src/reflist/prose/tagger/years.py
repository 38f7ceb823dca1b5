"""Years, original years, and publication status."""

import re

from reflist.grammar.dates import YEAR, match_day, read_day
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line

FORTHCOMING = r"""(?: forthcoming | in\s+(?:press|preparation|review) | under\s+review | submitted | accepted
    | to\s+appear | im\s+Erscheinen | im\s+Druck | à\s+paraître | sous\s+presse | en\s+prensa
    | (?:advanced?|early)\s+on-?line(?:\s+(?:publication|view|access))? | early\s+(?:view|access) | advance\s+access
    | (?:published\s+)?online\s+first | (?:e?pub\s+)?ahead\s+of\s+print)"""
# In capitals these are initials: "Altschul, S.F.".
_NO_DATE = r"(?:(?-i:[nN]\.?\s?d\.? | o\.\s?J\. | s\.\s?[adf]\.) | no\s+date | undated)"

UNDATED = re.compile(rf"(?<!\w){_NO_DATE}(?!\w)", re.IGNORECASE | re.VERBOSE)
"""Words for a work without a date."""

_BRACKETED = re.compile(
    rf"""[(\[]\s*
    (?:[©c]\.?\s* | ca\.?\s* | circa\s+)?
    (?:(?P<earlier>{YEAR})\s*/\s*(?={YEAR}))?
    (?: (?P<year>{YEAR} (?:[a-z](?![a-z]) | \s*[-–]\s*(?:{YEAR}|\d\d)(?!\d) | /\d\d(?!\d))?)
      | (?P<status>{FORTHCOMING}) (?:(?:\s*-)?\s?[a-z])? (?:,?\s+(?P<expected>{YEAR}))?
      | {_NO_DATE}(?:-?[a-z])? )
    (?:\s*[\[(/]\s*(?:orig\.?\s*)?(?P<original>{YEAR})\s*[\])]?
      | ,?\s*(?:first|orig(?:inally|\.)?)\s+publ(?:ished|\.)\s*(?:in\s+)?(?P<first>{YEAR}))?
    (?:,\s*(?P<day>[^()\[\]\0]{{3,30}}?))?
    \s*[)\]]""",
    re.IGNORECASE | re.VERBOSE,
)
_ORIGINAL_FIRST = re.compile(
    rf"(?:[(\[]\s*(?P<original>{YEAR})\s*[)\]]|[(\[]\s*\[(?P<inner>{YEAR})\])\s*\(?(?P<year>{YEAR})(?:\)|(?=[.,;]))"
)
_BARE = re.compile(
    rf"(?<=[.,)\s])\s (?: (?P<year>{YEAR}[a-z]?) | (?P<status>{FORTHCOMING}) | {_NO_DATE} ) \s*[.,:;]\s",
    re.IGNORECASE | re.VERBOSE,
)
_BARE_LATE = re.compile(rf"(?<=[,.;:\s\0(])(?P<year>{YEAR}[a-z]?)(?=[,.;:)\s\0]|$)")
_UNSPLIT = late(
    rf"(?<=\w)\s (?: (?P<year>{YEAR}[a-z]?) | (?P<status>{FORTHCOMING}) | {_NO_DATE} ) \s*,\s",
    re.IGNORECASE | re.VERBOSE,
)
_ORIGINAL_AFTER = re.compile(rf"(?<=[.,\s])\s(?P<year>{YEAR})\s?[(\[](?P<original>{YEAR})[)\]](?=[.,:]\s)")
HEAD_YEARS = (_ORIGINAL_FIRST, _ORIGINAL_AFTER, _BRACKETED, _BARE, _UNSPLIT)
"""The forms of a year after the authors, the most certain first; the last has only white space before the year."""

_YEAR = re.compile(YEAR)
_STATUS = re.compile(
    rf"{FORTHCOMING}(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)


def claim_year(line: Line, found: re.Match[str]) -> None:
    """Claim a match of one of the forms of a year: the year or status, and an original year or day with it.

    Of two years the earlier is the original one, whichever is in brackets.
    """
    labels = {
        "year": Label.DATE,
        "expected": Label.DATE,
        "status": Label.STATUS,
        "original": Label.ORIGINAL_DATE,
        "inner": Label.ORIGINAL_DATE,
        "first": Label.ORIGINAL_DATE,
        "earlier": Label.ORIGINAL_DATE,
        "day": Label.DAY,
    }
    printed = found.groupdict()
    original = printed.get("original") or printed.get("inner")
    if original and printed["year"] and original > printed["year"]:
        labels |= {"year": Label.ORIGINAL_DATE, "original": Label.DATE, "inner": Label.DATE}
    line.claim_match(found, **{group: label for group, label in labels.items() if group in printed})


def is_year(found: re.Match[str]) -> bool:
    """Whether the text after the year in its brackets, if there is any, is a day."""
    day = found.groupdict().get("day")
    return not day or match_day(day, 0) is not None


def is_only_year(line: Line, printed: str) -> bool:
    """Whether digits that could be pages are the year, in a line without any other year."""
    return not line.has(Label.DATE, Label.STATUS) and bool(_YEAR.fullmatch(printed))


def find_late_year(line: Line) -> None:
    """A year that does not follow the authors: the last one in brackets, or bare between punctuation."""
    if line.has(Label.DATE, Label.STATUS):
        return
    for form in (_BRACKETED, _BARE_LATE):
        if years := [found for found in form.finditer(line.open, line.body) if is_year(found)]:
            claim_year(line, years[-1])
            return


def find_status(line: Line) -> None:
    """A segment that only gives the publication status: ``in press``, ``Epub ahead of print 12 May 2017``."""
    for start, end in line.segments():
        found = _STATUS.match(line.open, start, end)
        if not found or line.has(Label.STATUS):
            continue
        rest = line.open[found.end() : end].strip(" .()[],")
        if not rest or read_day(rest):
            line.claim_title(found.end(), end, Label.DAY if rest else Label.SEPARATOR)
            line.claim(start, found.end(), Label.STATUS)

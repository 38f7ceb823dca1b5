"""Spaces that a page has lost after the punctuation of a reference: ``Politics of place.Oxford,2009``."""

import re
from collections.abc import Iterator

_ACCESSED = re.compile(r"(?<=[\w/])\.(?=Accessed)|(?<=[\w/]),(?=accessed\s)|\bAccessed(?=[A-Z\d])")
"""An access date glued to the address before it, or to its introducing word."""

_YEAR = r"(?:1[89]|20)\d\d"
_GLUED_TITLE = re.compile(
    r"(?:\W*\d{1,3}\W*)?(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ] [A-Z]{1,3},? (?:and |& )?){0,8}"
    r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ] [A-Z]{1,3}\.(?=[A-Z][a-z]{2})"
)
"""Names with packed initials, and the title glued to the last one's: ``Weir AB, Ash C.Hedges``."""

_GLUED_YEAR = re.compile(
    rf"(?<=\s{_YEAR})(?=[A-Z][a-z]{{2}})|(?<=[a-z]{{3}})(?={_YEAR}[a-z]? [A-Z])"
    rf"|(?<=\b[A-Z]\.)(?={_YEAR}\b)|(?:(?<=[a-z]{{3}})|(?<=\b[A-Z]\.))(?=n\.d\.)"
    rf"|(?<=[Ee]d\.\))(?={_YEAR}\b)|(?<=[”’\"])(?={_YEAR}[ A-Z])"
)
"""A year, or the words for no date, glued to a name or title: ``Paulus2000 Hedges``, ``Weir, A.n.d.``."""

_YEAR_BESIDE = re.compile(rf"[a-z.)”’\"]{_YEAR}|\d\d[A-Z][a-z]{{2}}|n\.d\.")
"""Text in every string with such a year; it is found in a fifth of the time."""

_ADDRESS = re.compile(r"(?:https?:|www\.|doi|10\.\d{4,9}/|\S*[@\\/<>])\S*", re.IGNORECASE)
_LOST = re.compile(
    r"(?<=[^\W\d_]{2})\.(?=[A-Z“‘\"][^\W\d_])"  # a sentence and the next: place.Oxford
    r"|(?<=\b(?:1[89]|20)\d\d)\.(?=[A-Z“‘\"][^\W\d_])"  # a year and a title: 2018.Practising
    r"|(?<=\d\d\d\d\))(?=[A-Z“‘\"][^\W\d_])"  # (2017)Attention
    r"|(?<=[Ee]d\.\))(?=[A-Z])|(?<=[Ee]ds\.\))(?=[A-Z])"
    r"|(?<=[^\W\d_]{2}),(?=[A-Z][a-z]{2})"  # Cape Town,May
    r"|(?<=\d{3}),(?=[A-Z][a-z]{2})|(?<=[^\W\d_]{3}),(?=(?:in|eds?\.?) [A-Z])"  # Cm 6287,The Office
    r"|(?<=[^\W\d_]{2}):(?=[A-Z][a-z]{2}|An? \w)|(?<=[^\W\d_]{3}):(?=[a-z]{3,} [a-z])"  # Inequality:Changing
    r"|(?<=[’”\"']):(?=[A-Z])"
    r"|(?<=\d{4}\)):(?=[A-Z])|(?<=[^\W\d_]{3});(?=[A-Z][a-z])"  # (2003):Directive, Oxford;New York
    r"|(?<=[^\W\d_]{2})[,;](?=(?:and|und|or|et) )|(?<=\b[A-Z]\.),?(?=(?:and|und|&) )"  # Race,and Class; J.and Weir
    r"|(?<=[^\W\d_]{3}),(?=[A-Z]\.|[A-Z]{2,}\b|\d{1,4}(?:st|nd|rd|th)?\b)"  # Rose,R.; York,NY; Moats,8th
    r"|(?<=[^\W\d_]{3})(?<!\bcis)(?<!\btrans),(?=[a-z]{3,}[ ,])"  # class,race; but cis,trans isomers
    r"|(?<=\b[A-Z])\.(?=\((?:[Ee]ds?|Hrsg|Hg|\d{4})\b)"  # Flick U.(Ed.)
    r"|(?<=[^\W\d_]{2})\.(?=A [A-Z])|(?<=[a-z]{3})\.(?=(?:1[89]|20)\d\d\. )"  # Perspective.A Book; Erving.1983. The
)
"""Punctuation that has lost its space, in a word without other marks."""

_MARK_BESIDE = re.compile(
    r"[.,:;)][A-Z“‘\"]|[^\W\d_][,;:][a-z\d]|\.,?(?:and|und|&) |\.\((?:[Ee]d|H|\d)|[a-z]\.(?:1[89]|20)\d\d\. "
)
"""Text in every string with such a mark; it is found in a fraction of the time."""

_SPACED_INITIAL = re.compile(r"\b[A-Z]\. [A-Z][a-z]{2}")
_INITIAL = re.compile(r"(?<=\b[A-Z])(?<!\.[A-Z])\.(?=[A-Z][a-z]{2})")
"""An initial and a name: ``Richard M.Walker``. Its space was lost if other initials have one."""

_BESIDE = re.compile(
    rf"{_INITIAL.pattern}"  # also before a title: M.Street-Level
    r"|(?<=\b[A-Z]{2})\.(?=[A-Z][a-z])|(?<=[A-Z]{3})\.(?=[A-Z])"
    r"|(?<=[^\W\d_]),(?=(?:(?:1[89]|20)\d\d\b|pp?\.))|(?<=\bIn):(?=[A-Z])|(?<=[^\W\d_]{3})\.(?=https?:)"
    r"|(?<=[^\W\d_]{2})[;:](?=[A-Z][a-z])"
)
"""Marks that may have no space in any case; they have lost it only if others have."""

_LOST_OR_BESIDE = re.compile(f"{_LOST.pattern}|{_BESIDE.pattern}")


def lost_spaces(raw: str) -> list[int]:
    """The offsets in a reference string at which a space was lost, in order.

    >>> lost_spaces("Lipsky M.Street-Level Bureaucracy.Sage,1980, www.Sage.Com")
    [9, 34, 39]
    >>> lost_spaces("J.Smith, The U.S.News")
    []
    """
    found = {match.end() for match in _ACCESSED.finditer(raw)} if "ccessed" in raw else set()
    if _YEAR_BESIDE.search(raw):
        found.update(match.end() for match in _outside_addresses(_GLUED_YEAR, raw))
    if _MARK_BESIDE.search(raw):
        if titled := _GLUED_TITLE.match(raw):
            found.add(titled.end())
        if any(True for _ in _at_marks(_LOST, raw)):
            found.update(match.end() for match in _at_marks(_LOST_OR_BESIDE, raw))
        elif _SPACED_INITIAL.search(raw):
            found.update(match.end() for match in _at_marks(_INITIAL, raw))
    return sorted(found)


_MARK = re.compile(r"[.,:;](?=\S)|(?<=[.)])(?=\S)")
"""Where the patterns of lost spaces can match; trying them only there takes a fraction of the time."""


def _at_marks(pattern: re.Pattern[str], raw: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins at a punctuation mark or right after one, outside addresses."""
    found = (pattern.match(raw, mark.start()) for mark in _MARK.finditer(raw))
    return (match for match in found if match and not in_address(raw, match.start()))


def _outside_addresses(pattern: re.Pattern[str], raw: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(raw) if not in_address(raw, match.start()))


def in_address(raw: str, at: int) -> bool:
    """Whether the word around this offset is an address or the like."""
    begin = raw.rfind(" ", 0, at) + 1
    return _ADDRESS.match(raw, begin, at + 1) is not None

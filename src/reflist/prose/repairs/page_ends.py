"""What a page leaves beside a reference on its line: page numbers, running heads, notices, bits of others."""

import re

from reflist.grammar.periodicals import is_named_periodical, is_periodical
from reflist.grammar.places import is_place
from reflist.grammar.publishers import is_publisher

_NOTICE = re.compile(
    r"\s(?:Downloaded (?:from \S+ (?:at|by) [^\n]{3,100} on|by:?)|This content downloaded|"
    r"Copyright of .{3,100} is the property|Reproduced with permission of the copyright|All use subject to|"
    r"by guest on \w+ \d)\b.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOTICES = ("ownload", "opyright", "ll use subject", "by guest")
"""Text in every such notice. ``Downloaded from`` an address alone is the reference's own."""

_YEARS = r"(?:1[4-9]|20)\d\d"
_NUMBER = rf"(?!{_YEARS}\b)\d{{1,4}}"
"""A page number that is not a year."""

_AFTER_PAGES = re.compile(rf"(?<!\d)(?!{_YEARS}[-–]{_YEARS})\d{{1,4}}[-–]\d{{2,4}}\.?(?P<page>\s(?:\|\s)?{_NUMBER})\Z")
_AFTER_IDENTIFIER = re.compile(
    rf"(?:\bdoi|\b10\.\d{{4,9}}/|://)\S*[a-z\d/]>?\)?\.?(?P<page>\s{_NUMBER})\Z", re.IGNORECASE
)
_YEAR = re.compile(rf"(?<!\d){_YEARS}(?!\d)")
_LAST = re.compile(rf"(?<![-–])\s(?:\|\s)?{_NUMBER}\Z")
_AFTER_IMPRINT = re.compile(rf"[ .)\]]*(?:,?\s\(?{_YEARS}[a-z]?[ .)\]]*)?\Z")
"""The marks and the year that may follow a publisher."""

_BEFORE_PUBLISHER = re.compile(r"([.,:;(])\s*")
_HEAD = re.compile(
    rf"[.)](?P<head>\s{_NUMBER}\s(?P<after>[A-Z][^\d.]{{5,60}})|\s(?P<before>[A-Z][^\d.]{{5,60}})\s{_NUMBER})\Z"
)
_NAME = r"[^\W\d_a-z][\w’'-]+,?\s(?:[A-ZÀ-Þ]\.[\s-]?){1,3}"
_NEXT = re.compile(
    rf"[.\]](?P<next>\s{_NAME}(?:[,&]?\s?(?:(?:and|und|&)\s)?{_NAME}){{0,3}}[\s,]*"
    rf"\(?{_YEARS}[a-z]?\)?[.:,]?(?:\s[^.]{{0,60}})?)\Z"
)
"""The names and the year of the next reference, and perhaps its first words."""

_NEXT_ENDS = tuple(")].,:;") + tuple("abcdefghijklmnopqrstuvwxyz")
_PAGES_LAST = re.compile(r"\d[-–]\d{1,4}\.\Z")
_DIRECT = r"(?:[A-ZÀ-Þ]\.\s?){1,3}[^\W\d_a-z][\w’'-]+"
_AUTHORS = (
    rf"{_DIRECT}(?:(?:,\s|,?\s(?:and|und|&)\s){_DIRECT}){{0,3}}|[^\W\d_a-z][\w’'-]+\s(?:and|und|&)\s[^\W\d_a-z][\w’'-]+"
)
_HEAD_OF_AUTHORS = re.compile(rf"[.)](?P<head>\s{_NUMBER}\s(?:{_AUTHORS})|\s(?:{_AUTHORS})\s{_NUMBER})\Z")
"""A running head with the names of the paper's authors."""

_HEAD_IN_CAPITALS = re.compile(
    rf"(?<!\b[Nn]o)(?<!\b[Vv]ol)[.)](?P<head>\s(?:{_NUMBER}\s)?"
    r"(?=[A-Z&, ]{12})(?![A-Z&, ]*\b(?:PAPER|SERIES|REPORT|NO)\b)"
    rf"[A-Z]{{3,}},?(?:\s[A-Z&]+,?){{1,8}}(?:\s\d{{1,4}}(?:\(\d{{1,3}}\))?)?)\Z"
)
"""A running head in capitals."""

LONGEST_TAIL = 80
"""The most characters of a running head with its page number."""


def content_end(raw: str) -> int:
    """The offset at which a reference ends, before a notice, a page number, a running head or the next one's names.

    A page number or the next reference's names follow the reference's own pages, publisher or place, in a text with a
    year; a page number also an address. A running head is a periodical's name and a page number.

    >>> raw = "Weir, A. 2004. Hedges. London: Sage. 213"
    >>> raw[content_end(raw):]
    ' 213'
    """
    end = len(raw)
    if any(notice in raw for notice in _NOTICES) and (notice := _NOTICE.search(raw)):
        end = notice.start()
        raw = raw[:end]
    if raw.endswith(_NEXT_ENDS) and (following := _NEXT.search(raw, max(0, end - 2 * LONGEST_TAIL))):
        before = raw[: following.start("next")]
        if _YEAR.search(before) and (_PAGES_LAST.search(before) or _ends_in_imprint(before)):
            return following.start("next")
    if raw[-1:].isdigit() and (page := _page_number(raw)) is not None and _YEAR.search(raw, 0, page):
        return page
    if not (raw[-1:].isalnum() or raw.endswith(")")):
        return end
    if (head := _HEAD.search(raw, max(0, end - LONGEST_TAIL))) and _is_periodical(head["after"] or head["before"]):
        return head.start("head")
    for form in (_HEAD_OF_AUTHORS, _HEAD_IN_CAPITALS):
        if (head := form.search(raw, max(0, end - LONGEST_TAIL))) and _YEAR.search(raw, 0, head.start()):
            return head.start("head")
    return end


_LAST_BEFORE = re.compile(rf"(?P<last>[^\W\d_a-z][^.,:;\d]{{2,40}}|\d{{1,4}}[-–]\d{{1,4}})\.\s(?={_NAME})")


def content_start(raw: str) -> int:
    """The offset at which a reference begins, after the last pages or publisher of the one before it; mostly 0.

    >>> raw = "Sage. Weir, A. (2004) Hedges. London: Sage."
    >>> raw[:content_start(raw)]
    'Sage. '
    """
    found = _LAST_BEFORE.match(raw)
    return found.end() if found and (found["last"][0].isdigit() or is_publisher(found["last"])) else 0


def _page_number(raw: str) -> int | None:
    """The offset of a page number at the end of a text."""
    begin = max(0, len(raw) - 3 * LONGEST_TAIL)
    found = _AFTER_PAGES.search(raw, begin) or _AFTER_IDENTIFIER.search(raw, begin)
    if found:
        return found.start("page")
    last = _LAST.search(raw, begin)
    if last and _ends_in_imprint(raw[begin : last.start()]):
        return last.start()
    return None


def _ends_in_imprint(raw: str) -> bool:
    """Whether a text ends with a publisher or place, perhaps with a year after it."""
    *before, mark, last = "", "", *_BEFORE_PUBLISHER.split(_AFTER_IMPRINT.sub("", raw))
    return is_publisher(last) or is_place(last) or (mark == ":" and is_place(before[-1]))


def _is_periodical(printed: str) -> bool:
    titled = printed.title() if printed.isupper() else printed
    return is_named_periodical(titled) or is_periodical(titled)

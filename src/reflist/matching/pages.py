"""Pages in a form that can be compared: in full, however they are printed."""

import re

from reflist.grammar.pages import read_pages

_DIGITS = frozenset("0123456789")
_LEADING_ZEROS = re.compile(r"(?<![\w.])0+(?=\d)")
_EXTENT = re.compile(r"(?:[ivxlcdm]+,?\s)?\d+\s?(?:pp?|pages|leaves|bl|s)\b\.?", re.IGNORECASE)
"""A number of pages, not a range: the extent of a book."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = re.compile(rf"\d{{1,2}}-{_MONTH}|{_MONTH}-\d{{1,2}}", re.IGNORECASE)
"""A date that a spreadsheet made of pages: the tenth of July for 7-10."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz."
_BEFORE_PAGES = re.compile(r"\A[\s(\[]*+(?:(?:pp?|pages?|s)(?:\.\s*|\s+))?(?=\w)", re.IGNORECASE)
_AFTER_PAGES = " )].,;:"
_BESIDE_PAGES = re.compile(r"(?<=\d)\s*[\s(](?:\d{1,3}\s?p\)?|[^\d()]{3,20}\))\.?\Z")
"""Additions after pages, such as their number or the medium: ``75-80 6p``, ``e12 (electronic)``."""

_NUMERAL = re.compile(r"[ivxlcdm]+")
_PLAIN_PAGES = re.compile(r"([1-9]\d*)(?:[-–]{1,2}([1-9]\d*))?", re.ASCII)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class Pages:
    """First and last page, or an article number, in full and without leading zeros."""

    __slots__ = ("first", "last")

    first: str
    last: str

    def __init__(self, printed: str) -> None:
        if found := _PLAIN_PAGES.fullmatch(printed):
            first, last = found.groups(found[1])
            last = first[: len(first) - len(last)] + last
            if first <= last and len(first) == len(last):
                self.first, self.last = first, last
                return
        if not printed or (printed[-1] not in _DIGITS and _EXTENT.fullmatch(printed)) or _DAY.fullmatch(printed):
            self.first = self.last = ""
            return
        plain = _LEADING_ZEROS.sub(
            "", _BEFORE_PAGES.sub("", _BESIDE_PAGES.sub("", printed.translate(_HYPHENS)).rstrip(_AFTER_PAGES), count=1)
        )
        value = read_pages(plain, lost_dash=False).value.casefold().replace(" ", "")
        first, _, last = re.split(r"[,;&+.]", value)[0].partition("-")
        self.first = first if not first.isalpha() or _NUMERAL.fullmatch(first) else ""
        self.last = last.lstrip("-") or self.first

    @property
    def numbers(self) -> tuple[str, str]:
        """First and last page without their letters, which some databases leave out (``c37-c42``)."""
        return self.first.lstrip(_LETTERS), self.last.lstrip(_LETTERS)


NO_PAGES = Pages("")

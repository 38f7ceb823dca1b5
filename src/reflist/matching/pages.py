"""Pages as they are compared: in full, whatever form they are printed in."""

import re

from reflist.grammar.pages import read_pages

_DIGITS = frozenset("0123456789")
_LEADING_ZEROS = re.compile(r"(?<![\w.])0+(?=\d)")
_EXTENT = re.compile(r"(?:[ivxlcdm]+,?\s)?\d+\s?(?:pp?|pages|leaves|bl|s)\b\.?", re.IGNORECASE)
"""How many pages there are, not which."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = re.compile(rf"\d{{1,2}}-{_MONTH}|{_MONTH}-\d{{1,2}}", re.IGNORECASE)
"""What a spreadsheet makes of the pages 7-10: the tenth of July."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz."
_BEFORE_PAGES = re.compile(r"\A[\s(\[]*+(?:(?:pp?|pages?|s)(?:\.\s*|\s+))?(?=\w)", re.IGNORECASE)
_BEHIND_PAGES = " )].,;:"
_BESIDE_PAGES = re.compile(r"(?<=\d)\s*[\s(](?:\d{1,3}\s?p\)?|[^\d()]{3,20}\))\.?\Z")
"""What stands behind pages: how many there are, or in what: ``75-80 6p``, ``e12 (electronic)``."""

_NUMERAL = re.compile(r"[ivxlcdm]+")
_PLAIN_PAGES = re.compile(r"([1-9]\d*)(?:[-–]{1,2}([1-9]\d*))?", re.ASCII)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class Pages:
    """First and last page (or an article's number) as they are compared: in full, without leading zeros."""

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
            "", _BEFORE_PAGES.sub("", _BESIDE_PAGES.sub("", printed.translate(_HYPHENS)).rstrip(_BEHIND_PAGES), count=1)
        )
        value = read_pages(plain, lost_dash=False).value.casefold().replace(" ", "")
        first, _, last = re.split(r"[,;&+.]", value)[0].partition("-")
        self.first = first if not first.isalpha() or _NUMERAL.fullmatch(first) else ""
        self.last = last.lstrip("-") or self.first

    @property
    def numbers(self) -> tuple[str, str]:
        """The two without their letters, which one database prints and another leaves out (``c37-c42``)."""
        return self.first.lstrip(_LETTERS), self.last.lstrip(_LETTERS)


NO_PAGES = Pages("")

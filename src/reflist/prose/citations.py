"""Citations in running text: author and year, in brackets or around them.

Every bracket is examined once. A year in it is a citation if names precede it in the bracket (``(Wilson & Pirrie,
2000)``) or, if the bracket begins with the year, before the bracket (``Skelcher and Torfing's (2010, p. 88)``). A year
after only a separator belongs to the names of the year before (``DoH 1997; 2001``).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reflist.grammar.places import is_place
from reflist.model import Citation
from reflist.prose.beginnings import YEAR_WORDS
from reflist.prose.citations_names import Names, names_at_end, names_of
from reflist.prose.text_lines import Line

LONGEST_BRACKET = 1_000
LONGEST_LEAD = 200
"""The greatest lengths examined: of a bracket, and of the text before one that begins with a year."""

_BRACKET = re.compile(rf"\(([^()]{{3,{LONGEST_BRACKET}}})\)|\[([^\[\]]{{3,{LONGEST_BRACKET}}})\]")
_YEAR = re.compile(
    rf"""(?<![\w–—/-])
    (?:c(?:irca|a?\.)\s?)?
    (?:\[?(?:1[4-9]|20)\d\d\]?\s?/\s?)?         # the year of the original
    (?P<year>(?:1[4-9]|20)\d\d|(?:{YEAR_WORDS.replace(" ", "[ ]")})(?!\w))
    [-–]?(?P<suffix>[a-z](?!\w))?
    (?![\w–—]|-\w|/\d)                             # 2000–2005 is a time, not a year
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MORE_SUFFIXES = re.compile(r"\s?(?:[,/&+]|and)\s?(?P<suffix>[a-z])(?![\w.])")

LOCATOR_LABELS = r"""
    p pp page pages S s ch chs chap chaps chapter chapters para paras paragraph paragraphs § §§ section sections sec
    fig figs figure table vol fn n note notes f ff Kap Abschn Bd
"""
"""Labels of the part of a work that a citation points to."""

_LOCATOR = re.compile(
    rf"""\s?(?:[:,]\s?|\s)
    (?:(?P<label>{"|".join(sorted(LOCATOR_LABELS.split(), key=len, reverse=True))})\.?\s?)?
    (?P<pages>[ivxlc]+(?![a-z])
      |[A-Z]?\d+(?:\.\d+)*(?:\s?[-‐–—]\s?[A-Z]?\d+|(?:,\s?|\sand\s|\s?&\s?)\d{{1,3}}(?!\d))*(?:\s?ff?\b\.?)?)(?!\w)
    """,
    re.VERBOSE,
)
_ENDS = re.compile(r"\s*(?:$|[;,.\])]|(?:and|und|et|y|&|cited|quoted|in|my|our|original|emphasis|see|cf|for|on)\b)")
_GOES_ON = re.compile(r"[^\W\d_]-$|\d[-‐–]$")  # inside a word, or a range of pages
_JOINT = re.compile(r"[&/]|\b(?:and|und|et|y)\b")
_SEPARATORS = " ,;:.&–—-\n"
_JUST_A_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?$")


def read_citations(lines: Sequence[Line], families: Collection[str] = ()) -> Iterator[Citation]:
    """The citations in running text, one for each work mentioned, in order. Linear in its length.

    ``families`` are the family names in the works that the text lists: a name that is also a place, ``(London, 2004)``,
    counts only if it is one of them.

    ``text`` of a citation is as printed, with white space folded, and closed by a bracket if it opens one.
    """
    text = _Running(lines)
    for bracket in _BRACKET.finditer(text.plain):
        group = 1 if bracket[1] else 2
        yield from _Bracket(text, bracket.start(), *bracket.span(group), families).citations()


class _Running:
    """The lines as one text, with a line feed between paragraphs, and the line of each offset."""

    def __init__(self, lines: Sequence[Line]) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._numbers: list[int] = []
        length = 0
        for line in lines:
            if not line:
                gap = "\n" if pieces and pieces[-1] != "\n" else ""
                pieces.append(gap)
                length += len(gap)
                continue
            self._starts.append(length)
            self._numbers.append(line.number)
            piece = line.text if _GOES_ON.search(line.text) else f"{line.text} "
            pieces.append(piece)
            length += len(piece)
        self.plain = "".join(pieces)

    def line_of(self, offset: int) -> int:
        """The number of the line that contains this character."""
        return self._numbers[bisect_right(self._starts, offset) - 1]

    def printed(self, start: int, end: int) -> str:
        """This stretch of text on one line."""
        return " ".join(self.plain[start:end].split())


class _Mention(NamedTuple):
    """A year in a bracket with its names: where these begin, and where the year and its locator end."""

    names: Names
    start: int
    end: int
    year: str
    suffix: str
    locator: str


class _Bracket:
    """One pair of brackets, the offsets of its content, and the names that the next bare year belongs to."""

    def __init__(self, text: _Running, opens: int, start: int, end: int, families: Collection[str]) -> None:
        self.text = text
        self.opens = opens
        self.start = start
        self.end = end
        self.families = families
        self.names: Names | None = None

    def citations(self) -> Iterator[Citation]:
        position = self.start
        while found := _YEAR.search(self.text.plain, position, self.end):
            mentions = self._mentions(found, position)
            for mention in mentions:
                yield self._citation(mention)
            if not mentions:
                self.names = None
            position = mentions[-1].end if mentions else found.end()

    def _mentions(self, year: re.Match[str], position: int) -> list[_Mention]:
        """The works that a year and the letters after it stand for; none if no names precede it."""
        plain = self.text.plain
        start, names = self._leads_up(position, year.start())
        if not names or self._is_imprint(names, plain[start : year.start()]):
            return []
        end, locator = self._locator(year.end())
        suffixes = [(year["suffix"] or "", start, year.end())]
        while year["suffix"] and not locator and (more := _MORE_SUFFIXES.match(plain, end, self.end)):
            suffixes.append((more["suffix"], more.start("suffix"), more.end()))
            end, locator = self._locator(more.end())
        if not _ENDS.match(plain, end, self.end):
            return []
        self.names = names
        mentions = [_Mention(names, begin, to, year["year"], suffix, "") for suffix, begin, to in suffixes]
        mentions[-1] = mentions[-1]._replace(end=end, locator=locator)
        return mentions

    def _is_imprint(self, names: Names, lead: str) -> bool:
        """Whether the text before a year is where something was or appeared, not who wrote it.

        That is ``London``, ``Leeds and Hull``, and ``London, Sage`` with only a comma between.
        """
        first, *rest = names.printed
        if names.others or first in self.families or not is_place(first):
            return False
        return all(map(is_place, rest)) or not _JOINT.search(lead)

    def _leads_up(self, begin: int, end: int) -> tuple[int, Names | None]:
        """The names for a year, and where they begin: in the bracket, before it, or those of the year before."""
        plain = self.text.plain
        lead = plain[begin:end]
        if semicolon := lead.rfind(";") + 1:
            begin, lead = begin + semicolon, lead[semicolon:]
        if lead.strip(_SEPARATORS) not in ("", "and", "und", "et"):
            found = names_of(lead)
            return (begin + found.start, found.names) if found else (begin, None)
        if self.names:
            return end, self.names
        if begin != self.start:
            return end, None
        window = max(0, self.opens - LONGEST_LEAD)
        before = names_at_end(plain[window : self.opens])
        return (window + before.start, before.names) if before else (begin, None)

    def _locator(self, begin: int) -> tuple[int, str]:
        """The end and the text of the pages after a year; a bare number that may be another year is no locator."""
        found = _LOCATOR.match(self.text.plain, begin, self.end)
        if not found or (not found["label"] and (":" not in found[0] and _JUST_A_YEAR.match(found["pages"]))):
            return begin, ""
        if not found["label"] and not found[0].lstrip().startswith((":", ",")):
            return begin, ""
        return found.end(), " ".join(found["pages"].split())

    def _citation(self, mention: _Mention) -> Citation:
        printed = self.text.printed(mention.start, mention.end)
        if printed.count("(") > printed.count(")"):
            printed += ")"
        elif printed.count("[") > printed.count("]"):
            printed += "]"
        names = mention.names
        return Citation(
            printed,
            self.text.line_of(mention.start),
            names.printed,
            names.others,
            mention.year,
            mention.suffix,
            mention.locator,
        )

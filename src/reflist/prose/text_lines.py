"""The lines of a pasted text, and joining lines that a PDF has wrapped."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reflist.report import Report, Rule, Severity
from reflist.source import Source

HYPHEN_REPAIRED = Rule(
    "hyphen-repaired",
    Severity.REPAIR,
    "A word was divided at the end of a line. It was joined; a hyphen was kept if the same text has it within a "
    "line, or if it follows a prefix such as co- or inter-.",
)

SOFT_HYPHEN = "\u00ad"
HYPHENS = f"-\u2010{SOFT_HYPHEN}"
"""Characters that may end a line inside a word: hyphen-minus, hyphen, soft hyphen."""

PREFIXES = frozenset(
    """anti bi co cross ex extra high inter intra low mid multi neo non post pre pro pseudo re self semi socio sub super
    trans ultra un well""".split()
)
"""Prefixes that often have a hyphen after them; without other evidence the hyphen is kept."""

SECOND_HALVES = frozenset(
    """analyses analysis analytic based benefit centered centred dependent driven effectiveness level oriented
    regression related scale specific term""".split()
)
SHORTEST_FIRST = 4
"""Words after a hyphen that belongs to the word, if at least this many letters precede it: ``evidence-based``, but
``cor-related``.
"""

GOES_ON = frozenset("and or nor und oder bzw sowie bis et ou y vs versus og och eller samt en of e o".split())
"""Words that a hyphen before them does not divide: ``Sozial- und Wirtschaftsgeschichte``."""

_QUOTED = re.compile(r"^(?:>+(?: |$))+", re.MULTILINE)
_BLOCK_TAGS = re.compile(r"(?i)</?(?:p|li|ol|ul|div|br|td|tr|table|tbody|dl|dt|dd)(?:\s[^<>\n]{0,300})?/?>")
_DIVIDED = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
_RANGE_BEGUN = re.compile(r"\d[-–]$")
_DOI_BEGUN = re.compile(r"10\.\d{4,9}/\S*$")
_ADDRESS_BEGUN = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S*$")
_NO_REST = r"(?!https?:|www\.|10\.\d{4}|\d+[-–]\d+\.?$|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?$)"
_ADDRESS_REST = re.compile(rf"{_NO_REST}(?=\S*[\d/])\w+(?:[._/=?&%#~+-]+\w+)+[./]?|\d{{5,}}\.?")
"""The rest of an address: no range of pages and no day, but words or numbers joined by an address's punctuation, or a
long number.
"""

_CUT_OFF = re.compile(rf"{_NO_REST}(?!\d{{1,4}}$)[a-z\d/][\w./,?=&%-]*")
"""The rest of an address that fills its line and was cut off anywhere; a line of few digits is a page number."""

_WITHIN_WORD = re.compile(rf"{SOFT_HYPHEN}+(?=\S)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")


class Line(NamedTuple):
    """A line of the source: its number, counted from 1, its text with white space folded, and its indentation."""

    number: int
    text: str
    indent: int = 0

    def __bool__(self) -> bool:
        """Whether the line has any text."""
        return bool(self.text)


def lines_of(source: Source) -> list[Line]:
    r"""All lines of a source, including blank ones, without the marks before lines quoted from an e-mail.

    Tags of HTML around paragraphs, items and cells are spaces.

    >>> [line.text for line in lines_of(Source.from_text("> > Weir (2004)\n>\n>5 metres"))]
    ['Weir (2004)', '', '>5 metres']
    """
    printed = _QUOTED.sub("", source.text)
    if "<" in printed:
        printed = _BLOCK_TAGS.sub(" ", printed)
    return [
        Line(number, fold(text), len(text) - len(text.lstrip()))
        for number, text in enumerate(printed.split("\n"), start=1)
    ]


def fold(text: str) -> str:
    """The text with every run of white space as one space, none at its ends, and without invisible characters.

    These include marks of direction, which the letters themselves show. A soft hyphen is kept at the end of a line.
    """
    if SOFT_HYPHEN in text:
        text = _WITHIN_WORD.sub("", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def reads_on(text: str) -> bool:
    """Whether most words of a line begin in lower case, as in running text but not in names and headings."""
    words = text.split()
    return sum(word[0].islower() for word in words) > len(words) / 2


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The runs of lines between blank lines."""
    run: list[Line] = []
    for line in lines:
        if line:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


class Joiner:
    """Joins lines that were wrapped, and decides whether a hyphen at the end of a line is removed.

    It is made from all lines of a source, because the best evidence whether ``inter-`` and ``agency`` are one word or
    two is how the same text prints them within a line.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def _hyphenated(self) -> frozenset[str]:
        """The words that are printed with a hyphen within a line."""
        with_hyphens = (line.text for line in self._lines if any(hyphen in line.text for hyphen in HYPHENS))
        return frozenset(_plain_hyphens(word) for text in with_hyphens for word in _HYPHENATED.findall(text))

    def glue(self, left: str, right: str) -> tuple[int, str]:
        """How two lines are joined: how many characters are removed from the left one, and the text between them."""
        if _ends_inside_url(left) or _ends_inside_doi(left, right) or goes_on_with_address(left, right):
            return 0, ""
        if _RANGE_BEGUN.search(left[-3:]) and right[0].isdigit():
            return 0, ""
        divided, first = _DIVIDED.search(left[-60:]), _FIRST_WORD.match(right)
        if not divided or not first:
            return 0, " "
        beginning, rest = divided[1].casefold(), first[0]
        if rest in GOES_ON and left[-1] != SOFT_HYPHEN:
            return 0, " "
        is_compound = (
            rest[0].isupper()
            or beginning in PREFIXES
            or (rest in SECOND_HALVES and len(beginning) >= SHORTEST_FIRST)
            or f"{beginning}-{rest.casefold()}" in self._hyphenated
        )
        return (0, "") if is_compound and left[-1] != SOFT_HYPHEN else (1, "")

    def join(self, lines: Sequence[Line], report: Report, source: Source) -> str:
        """The lines as one text; each removed hyphen is reported at the line that it ended."""
        pieces: list[str] = []
        for index, line in enumerate(lines):
            if not index:
                pieces.append(line.text)
                continue
            before = lines[index - 1]
            cut, between = self.glue(before.text, line.text)
            if cut:
                pieces[-1] = pieces[-1][:-cut]
                report_repair(before, line, report, source)
            pieces += between, line.text
        return "".join(pieces)


def report_repair(before: Line, after: Line, report: Report, source: Source) -> None:
    """Report that the word divided between these two lines was closed up."""
    first = _FIRST_WORD.match(after.text)
    word = before.text.rsplit(" ", 1)[-1] + "|" + (first[0] if first else "")
    report.add(HYPHEN_REPAIRED, f"closed up the divided word {word}", source.place(before.number))


def _plain_hyphens(word: str) -> str:
    return word.casefold().replace("\u2010", "-")


def goes_on_with_address(left: str, right: str) -> bool:
    """Whether a line ends with a DOI or URL and the next one begins with what can only be the rest of it.

    >>> goes_on_with_address("3, 12–34. doi:10.1016/j.lan", "dusepol.2004.01.003")
    True
    >>> goes_on_with_address("3, 12–34. doi:10.1016/j.lan", "10.1016/j.geoforum.2004.01.003")
    False
    """
    last, first = left.rsplit(" ", 1)[-1], right.partition(" ")[0]
    if not _ADDRESS_BEGUN.search(last):
        return False
    if _ADDRESS_REST.fullmatch(first):
        return True
    return left == last and (first == right or "/" in first) and bool(_CUT_OFF.fullmatch(first))


def _ends_inside_doi(left: str, right: str) -> bool:
    """Whether the line ends with a part of a DOI, and the next one cannot be the beginning of a sentence."""
    last = left.rsplit(" ", 1)[-1]
    if not _DOI_BEGUN.search(last) or right[:4] == "http":
        return False
    return last[-1] in "-_/(;" or (last[-1] == "." and (right[0].islower() or right[0].isdigit()))


def _ends_inside_url(left: str) -> bool:
    """Whether the line ends with a URL and a mark after which URLs continue."""
    last = left.rsplit(" ", 1)[-1]
    return ("://" in last or last.startswith("www.")) and last[-1] in "-_=?&%/#"

"""A reference list in its strings: one for each reference, however its lines were wrapped, numbered or parted."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from reflist.grammar.keys import INSIGNIFICANT
from reflist.grammar.names import FAMILY, INITIALS
from reflist.model import Reference
from reflist.prose.page.furniture import is_furniture, split_tail
from reflist.prose.page.headings import is_subheading
from reflist.prose.page.lines import Joiner, Line, report_repair
from reflist.report import Place, Report
from reflist.source import Source

WRAPPED_SHARE = 0.75
"""A list of which fewer lines than this begin a reference is a wrapped one."""

FEWEST_BEGUN = 0.15
"""Text of which fewer lines than this begin a reference is no list."""

LONGEST_WRAPPED = 140
"""No page is so wide that its wrapped lines are longer."""

SHORT_LINE = 0.85
"""A wrapped line shorter than this share of the longest is the last of its reference."""

YEAR = r"(?:1[4-9]|20)\d\d[a-z]?"
YEAR_WORDS = (
    r"forthcoming|in press|in preparation|n\.\s?d\.|no date|undated|im Druck|im Erscheinen|i\.\s?E\.|o\.\s?J\."
    r"|à paraître|sous presse|s\.\s?d\.|en prensa"
)
"""What stands where a year would: not yet printed, or without a date."""

MOST_SMALL_WORDS = 2
"""The most words in small letters, articles and the like aside, that an institution's name is believed to have."""

_DATED = re.compile(rf"\b(?:{YEAR}\b|{YEAR_WORDS})", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?:{FAMILY}),?\s+(?:{INITIALS}|[^\W\d_a-z]{{1,3}}\b)(?=[\s,.;:&(]|$)|(?:{FAMILY}), [^\W\d_a-z]\w+(?:[\s,.]|$)"
)
_NAMED_AND_DATED = re.compile(
    r"(?P<name>[^\W\d_a-z][^()\[\]=]{1,160})(?:\([A-Z]\w{1,12}\)[^()\[\]=]{0,80})?"
    rf"[(\[](?:c\.\s?)?(?:{YEAR}|(?i:{YEAR_WORDS}))"
)
_DITTO = re.compile(r"(?:[—–―_]{1,6}|-{2,6}|\*{3})[.,]?\s")
_LABEL = re.compile(
    r"(?:\[(?P<bracketed>\d{1,4})\]|\((?P<round>\d{1,3})\)|(?P<plain>\d{1,4})[.)]"
    r"|(?P<bare>\d{1,3})(?=\s+[^\W\d_a-z]))\s*"
)
_BULLET = re.compile(r"(?:[•·▪◦‣○●*–-]\s+)")
_OPEN_END = re.compile(
    r"(?:[,:;(\[/&-]|[‐–—]|\b(?:and|und|et|y|in|of|the|for|a|an|to|on|with|at|by|from|pp?\.|vol\.|no\.))$"
)
_COMPLETE = re.compile(r"[.)\]*”’\"]$|\d$|/\S*$")
_OPEN_NAMES = re.compile(r"(?:[,;&]|\b(?:and|und|et|y))$")
_LOOKED_AT = 400


class ReadString(Protocol):
    """Reads one reference string; None where it is none."""

    def __call__(self, raw: str, place: Place, report: Report, printed: str | None = None, /) -> Reference | None:
        """``raw`` is what to read, ``printed`` the line as it stands in the source."""


class String(NamedTuple):
    """One reference as printed: its text on one line, where it begins, and which parts of it are not its own.

    ``raw`` is the line as printed, or the lines joined with a space; ``cuts`` are the spans of it (a number before
    it, a hyphen that only
    divided a word, "Google Scholar" after it) that ``text`` is without.
    """

    line: int
    raw: str
    cuts: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The reference, free of what is not its own."""
        pieces, begin = [], 0
        for cut in self.cuts:
            pieces.append(self.raw[begin : cut[0]])
            begin = cut[1]
        return "".join((*pieces, self.raw[begin:]))

    def in_raw(self, offset: int) -> int:
        """Where in ``raw`` the character at this offset of ``text`` stands."""
        for start, end in self.cuts:
            if offset < start:
                break
            offset += end - start
        return offset


class Strings(NamedTuple):
    """The strings of a list, and the furniture taken off: the words at tails and the lines of nothing else."""

    all: tuple[String, ...]
    taken: tuple[str, ...]


def split_list(lines: Sequence[Line], joiner: Joiner, report: Report, source: Source) -> Strings:
    """Part the lines of a reference list into one string per reference. Linear in their length."""
    printed, taken = _printed(lines)
    strings = [_joined(run, joiner, report, source) for run in _runs(printed)]
    return Strings(tuple(strings), tuple(taken))


def looks_like_reference(text: str) -> bool:
    """Whether a line alone reads as a reference: it begins as one and is dated."""
    return begins_like_reference(text) and bool(_DATED.search(text))


def begins_like_reference(text: str) -> bool:
    """Whether a line begins as references do: with a name and initials, a name and a year in brackets, or a dash."""
    head = without_label(text)[:_LOOKED_AT]
    if _PERSON.match(head) or _DITTO.match(head):
        return True
    named = _NAMED_AND_DATED.match(head)
    return named is not None and _reads_as_name(named["name"])


def _reads_as_name(text: str) -> bool:
    """Whether what stands before a year in brackets may be a name, not the beginning of a sentence."""
    small = [word for word in text.split() if word[0].islower() and word.casefold() not in INSIGNIFICANT]
    return len(small) <= MOST_SMALL_WORDS


def without_label(text: str) -> str:
    """A line without the number or bullet before it."""
    return text[_label_end(text) :]


class _Printed(NamedTuple):
    """A line that is no furniture: where its own text begins and ends, and what it says of where it belongs."""

    line: Line
    begin: int
    end: int
    number: int | None
    after_blank: bool
    is_closed: bool
    begins: bool  # whether it begins like a reference
    is_dated: bool

    @property
    def text(self) -> str:
        return self.line.text[self.begin : self.end]


def _printed(lines: Sequence[Line]) -> tuple[list[_Printed], list[str]]:
    numbers = _list_numbers(lines)
    printed: list[_Printed] = []
    taken: list[str] = []
    after_blank = True
    for line in lines:
        if not line or is_subheading(line.text) or is_furniture(line.text):
            if line and not is_subheading(line.text):
                taken.append(line.text)
                if printed:
                    printed[-1] = printed[-1]._replace(is_closed=True)
            after_blank = after_blank or not line
            continue
        tail = split_tail(line.text)
        taken += tail.taken
        begin = _label_end(line.text) if line.number in numbers or _BULLET.match(line.text) else 0
        text = tail.content[begin:]
        item = _Printed(
            line,
            begin,
            len(tail.content),
            numbers.get(line.number),
            after_blank,
            bool(tail.taken),
            begins_like_reference(text),
            bool(_DATED.search(text)),
        )
        printed.append(item)
        after_blank = False
    return printed, taken


def _list_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """The line numbers at which a numbered list has its 1, 2, 3 ...; nothing where the list is not numbered."""
    found: dict[int, int] = {}
    expected: int | None = None
    lines_with_text = 0
    for line in lines:
        lines_with_text += bool(line)
        label = _LABEL.match(line.text)
        number = int(next(filter(None, label.groups()))) if label else None
        if number is not None and number == (expected if expected is not None else number) and number <= 3000:
            found[line.number] = number
            expected = number + 1
    return found if len(found) >= 2 and len(found) * 8 >= lines_with_text else {}


def _label_end(text: str) -> int:
    label = _LABEL.match(text) or _BULLET.match(text)
    return label.end() if label and label.end() < len(text) else 0


def _runs(printed: Sequence[_Printed]) -> Iterator[list[_Printed]]:
    """The lines of each reference."""
    layout = _Layout(printed)
    run: list[_Printed] = []
    for item in printed:
        if run and layout.begins_new(run, item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


class _Layout:
    """How a list is laid out: numbered, indented, wrapped, or one reference a line."""

    def __init__(self, printed: Sequence[_Printed]) -> None:
        count = len(printed) or 1
        self.is_numbered = any(item.number is not None for item in printed)
        self.width = max((len(item.line.text) for item in printed), default=0)
        begun = sum(item.begins for item in printed)
        self.hangs = _hangs(printed)
        self.is_wrapped = (
            self.width <= LONGEST_WRAPPED
            and FEWEST_BEGUN * count <= begun < WRAPPED_SHARE * count
            and _goes_on(printed)
        )

    def begins_new(self, run: Sequence[_Printed], item: _Printed) -> bool:
        """Whether a line begins a new reference, after the lines of the one before."""
        last = run[-1]
        if self.is_numbered and (run[0].number is not None or item.number is not None):
            return item.number is not None
        if last.is_closed:
            return True
        if self.hangs:
            return item.line.indent == 0
        if item.begins:
            return item.after_blank or not self._names_go_on(run)
        if item.after_blank:
            return not self._must_go_on(run, item)
        if not self.is_wrapped:
            return not self._must_go_on(run, item)
        return (
            len(last.line.text) < SHORT_LINE * self.width and last.text.endswith((".", ")")) and item.text[0].isupper()
        )

    def _must_go_on(self, run: Sequence[_Printed], item: _Printed) -> bool:
        """Whether a reference was begun that plainly is not at its end, and the line goes on with no capital."""
        return run[0].begins and bool(_OPEN_END.search(run[-1].text[-40:])) and not item.text[0].isupper()

    def _names_go_on(self, run: Sequence[_Printed]) -> bool:
        """Whether a line that begins with a name only goes on with the authors of the line before."""
        return not any(item.is_dated for item in run) and bool(_OPEN_NAMES.search(run[-1].text[-10:]))


def _hangs(printed: Sequence[_Printed]) -> bool:
    """Whether the lines that begin at the margin, and hardly any other, begin a reference."""
    at_margin = [item.begins for item in printed if not item.line.indent]
    indented = [item.begins for item in printed if item.line.indent]
    return bool(at_margin and indented) and sum(at_margin) > len(at_margin) / 2 and sum(indented) < len(indented) / 2


def _goes_on(printed: Sequence[_Printed]) -> bool:
    """Whether most lines that begin no reference follow one that is not at its end."""
    rest = [
        not _COMPLETE.search(last.text) for last, item in pairwise(printed) if not (item.begins or item.after_blank)
    ]
    return sum(rest) > len(rest) / 2


def _joined(run: Sequence[_Printed], joiner: Joiner, report: Report, source: Source) -> String:
    raw, cuts = "", list[tuple[int, int]]()
    for index, item in enumerate(run):
        glue = " "
        if index:
            before = run[index - 1]
            cut, glue = joiner.glue(before.text, item.text)
            if cut:
                report_repair(before.line, item.line, report, source)
                cuts.append((len(raw) - cut, len(raw) + 1))
            elif not glue:
                cuts.append((len(raw), len(raw) + 1))
            raw += " "
        if item.begin:
            cuts.append((len(raw), len(raw) + item.begin))
        if item.end < len(item.line.text):
            cuts.append((len(raw) + item.end, len(raw) + len(item.line.text)))
        raw += item.line.text
    return String(run[0].line.number, raw, tuple(cuts))

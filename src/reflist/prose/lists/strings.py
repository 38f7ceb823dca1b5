"""A reference list in strings: one for each reference, however its lines were wrapped, numbered or separated."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reflist.grammar.markup import references
from reflist.prose.lists.glued import NOTHING, Glued
from reflist.prose.lists.layout import content_of, lay_out
from reflist.prose.lists.runons import run_on
from reflist.prose.lists.runs import Run, runs
from reflist.prose.text_lines import Joiner, Line, report_repair
from reflist.report import Report, Rule, Severity
from reflist.source import Source

CHARACTER_WRITTEN = Rule(
    "character-written-out",
    Severity.REPAIR,
    "A character was written as a character reference of HTML (&amp; for &), as in the source of a page. The "
    "character itself was read.",
)

_NUMBER = re.compile(r"\W*\d{1,4}\W*")

_STOPS = (".", "?", "!")

SAME_NAMES = "——— "
"""Stands for the names of the reference above, for a work printed below it without names."""

LENGTH_OF_YEAR = len("(2004a)")

LONGEST_ALONE = 120
"""A shorter line contains only one reference."""


class Edit(NamedTuple):
    """A stretch of a string as printed, and its replacement in the text that is read."""

    start: int
    end: int
    text: str = ""


class String(NamedTuple):
    """One reference as printed: its first line, its lines joined with spaces, and how ``text`` differs from that.

    The edits remove what is not part of the reference (a number before it, the hyphen of a divided word, "Google
    Scholar" after it). If only the end of a line separates title and source, they insert the marks that usually do.
    """

    line: int
    raw: str
    edits: tuple[Edit, ...] = ()
    offset: int = 0  # of ``raw`` in its line: not 0 only if the line contains several references

    @property
    def text(self) -> str:
        """The reference, free of what is not part of it."""
        pieces, begin = list[str](), 0
        for edit in self.edits:
            pieces += self.raw[begin : edit.start], edit.text
            begin = edit.end
        return "".join((*pieces, self.raw[begin:]))

    @property
    def is_numbered(self) -> bool:
        """Whether its number in the list was removed from its beginning."""
        if not self.edits or self.edits[0].text:
            return False
        start, end, _ = self.edits[0]
        return not start and _NUMBER.fullmatch(self.raw, 0, end) is not None

    @property
    def is_linked(self) -> bool:
        """Whether words that the page glues to its references were removed from its end."""
        last = self.edits[-1] if self.edits else Edit(0, 0)
        return last.end == len(self.raw) and not last.text and any(map(str.isalpha, self.raw[last.start :]))

    def in_raw(self, offset: int) -> int:
        """The offset in ``raw`` of the character at this offset of ``text``, or of what it was inserted for."""
        for start, end, text in self.edits:
            if offset < start:
                break
            if offset < start + len(text):
                return start
            offset += end - start - len(text)
        return offset


class Strings(NamedTuple):
    """The strings of a list, and the furniture removed from it: words at the ends of lines, and whole lines."""

    all: tuple[String, ...]
    taken: tuple[str, ...]


def split_list(
    lines: Sequence[Line],
    joiner: Joiner,
    report: Report,
    source: Source,
    heads: frozenset[int] = frozenset(),
    glued: Glued = NOTHING,
) -> Strings:
    """Divide the lines of a reference list into one string per reference. Linear in their length.

    ``heads``: the numbers of lines that are running heads, from `reflist.prose.breaks.running_heads`; ``glued``: the
    text that the page glues to lines, from `reflist.prose.lists.glued.glued_to`.
    """
    laid = lay_out(lines, heads, glued)
    joined = (_joined(run, joiner, report, source) for run in runs(laid.lines))
    return Strings(tuple(part for string in joined for part in _split(string)), tuple(laid.taken))


def string_of(line: Line, report: Report, source: Source, glued: Glued) -> tuple[String, tuple[str, ...]]:
    """The string of a line that is one reference, and the words removed from its end.

    A line that reads as furniture, or that contains several references, still becomes one string and is left whole.
    """
    whole = String(line.number, line.text)
    content = content_of(line, glued)
    if content is None:
        return whole, ()
    edits = _around(content.begin, content.end, len(line.text), 0)
    string = whole._replace(edits=_with_characters(line.text, edits, line, report, source))
    return (string, content.taken) if len(list(_split(string))) == 1 else (whole, ())


def _around(begin: int, end: int, length: int, offset: int) -> list[Edit]:
    """The edits that remove the text before and after the content of a line, which begins at ``offset``."""
    edits = [Edit(offset, offset + begin)] if begin else []
    return [*edits, Edit(offset + end, offset + length)] if end < length else edits


def _split(string: String) -> Iterator[String]:
    """The strings of a line with several references; any other line is one string."""
    text = string.raw
    parts = list(run_on(text)) if len(text) > LONGEST_ALONE else []
    if len(parts) < 2:
        yield string
        return
    for begin, end in parts:
        edits = [edit._replace(start=edit.start - begin, end=edit.end - begin) for edit in string.edits]
        inner = tuple(edit for edit in edits if edit.start >= 0 and edit.end <= end - begin)
        yield String(string.line, text[begin:end], inner, string.offset + begin)


def _joined(run: Run, joiner: Joiner, report: Report, source: Source) -> String:
    pieces: list[str] = []
    edits = [Edit(0, 0, SAME_NAMES)] if run.lacks_names else []
    length = 0
    joints = _group_joints(run) if run.has_head else _joints_of_names(run) if run.names_apart else {}
    for index, item in enumerate(run.lines):
        if index:
            edits += _joint(run, index, length, joints, joiner, report, source)
            pieces.append(" ")
            length += 1
        begin = item.end if run.has_head and not index else item.begin
        edits += _around(begin, item.end, len(item.line.text), length)
        pieces.append(item.line.text)
        length += len(item.line.text)
    raw = "".join(pieces)
    return String(run.first.line.number, raw, _with_characters(raw, edits, run.first.line, report, source))


def _with_characters(raw: str, edits: list[Edit], line: Line, report: Report, source: Source) -> tuple[Edit, ...]:
    """The edits, together with those that replace character references, in order."""
    written = [
        Edit(start, end, " " if meant.isspace() else meant)
        for start, end, meant in references(raw)
        if not any(edit.start < end and start < edit.end for edit in edits)
    ]
    for edit in written:
        message = f"{raw[edit.start : edit.end]} read as {edit.text}"
        report.add(CHARACTER_WRITTEN, message, source.place(line.number))
    return tuple(sorted((*edits, *written)))


def _joint(
    run: Run, index: int, length: int, joints: dict[int, str], joiner: Joiner, report: Report, source: Source
) -> list[Edit]:
    """The edits of the space between a line and the one before it, and of a hyphen before that space."""
    before, item = run.lines[index - 1], run.lines[index]
    if index in joints:
        return [Edit(length, length + 1, joints[index])]
    if not before.text or not item.text:
        return [Edit(length, length + 1)] if index == 1 or not item.text else []
    cut, glue = joiner.glue(before.text, item.text)
    if cut:
        report_repair(before.line, item.line, report, source)
        return [Edit(length - cut, length + 1)]
    return [] if glue else [Edit(length, length + 1)]


def _joints_of_names(run: Run) -> dict[int, str]:
    """The separators between names on lines of their own, and between title and source after the line with the year."""
    year = next((index for index, item in enumerate(run.lines) if item.is_dated), len(run.lines))
    titled = year + 1 if run.lines[year:] and len(run.lines[year].text) <= LENGTH_OF_YEAR else year
    joints = dict.fromkeys(range(1, year), ", ")
    after = run.lines[titled : titled + 2]
    if len(after) > 1 and not after[1].is_identifier and not after[0].text.endswith(_STOPS):
        joints[titled + 1] = ". "
    return joints


def _group_joints(run: Run) -> dict[int, str]:
    """The separators between the lines of a group: authors, ‘title’, source; none if each line is a sentence."""
    if all(item.text.endswith(_STOPS) for item in run.lines[1:]):
        return {}
    if len(run.lines) == 3:
        return {1: "‘", 2: "’, "}
    return {1: "", 2: ", ‘", 3: "’, "} if len(run.lines) > 3 else {}

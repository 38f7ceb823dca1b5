"""The parts of a page: front matter, abstract, keywords, running text, reference lists, and others."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reflist.prose.beginnings import is_numbered, list_numbers, looks_like_reference
from reflist.prose.notes import cites_work
from reflist.prose.page.fields import tells_of_paper
from reflist.prose.page.furniture import is_furniture, is_links, is_weak, split_tail
from reflist.prose.page.headings import NOTES, STRUCTURED, Part, folded, is_subheading, part_of
from reflist.prose.page.kinds import COPYRIGHT
from reflist.prose.text_lines import Line, reads_on


class Section(NamedTuple):
    """A heading (None before the first) and the lines below it, without furniture but with blank lines."""

    part: Part
    heading: Line | None
    lines: tuple[Line, ...]


class Sections(NamedTuple):
    """The sections of a page, in order, and the furniture lines that were removed from them."""

    all: tuple[Section, ...]
    furniture: tuple[Line, ...]

    def of(self, *parts: Part) -> list[Section]:
        """The sections of these parts that have any text."""
        return [section for section in self.all if section.part in parts and any(section.lines)]

    def lines(self, *parts: Part) -> list[Line]:
        """All lines of these parts, with a blank line between sections."""
        lines: list[Line] = []
        for section in self.of(*parts):
            lines += section.lines
            lines.append(Line(section.lines[-1].number, ""))
        return lines


INLINE = re.compile(
    r"(?P<heading>abstract|summary|key ?words|index terms|zusammenfassung|schlüsselwörter|résumé|resumen"
    r"|mots[- ]clés|palabras clave)"
    r"(?:\s*[:—]\s*|\s[–-]\s|\.\s)(?P<text>\S.*)",
    re.IGNORECASE,
)
"""A heading with its text on the same line."""

_INLINE_KEYWORDS = re.compile(r"(?P<heading>Key ?[Ww]ords)\s(?P<text>[^.]+[,;·][^.]*)")
_HAS_INLINE = (Part.FRONT, Part.ABSTRACT, Part.FIELD)

SHORT_LINE = 90
"""A longer line below a reference list belongs to the list."""

_ABOVE_TEXT = (Part.ABSTRACT, Part.KEYWORDS, Part.BODY)
_MARKDOWN = re.compile(r"#{1,6} \S")
_LIKE_HEADING = re.compile(r"[^\W\d_][^\d\s]*(?: [^\d\s]+){0,5}")

_APPENDIX = re.compile(r"(?i:appendix|anhang|annexe?)\s(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b(?!\s*,)[^;]{0,90}[^.,;]")
_LETTERED = re.compile(rf"{_APPENDIX.pattern}|[A-H](?:\.\d{{1,2}})?[.:]?\s[A-ZÀ-Þ][^.,;:]{{2,70}}")
"""The headings of appendices: ``Appendix A. Proofs``, ``B Further experiments``."""

_ENDED = re.compile(r"(?:[.)\]]|\d|/\S*)$")

FEWEST_LISTED, LOOKED_AT = 3, 12
"""On a page without a known heading of a list, a line is taken for one if ``FEWEST_LISTED`` of the next ``LOOKED_AT``
lines are references.
"""

LONG_LINE = 300
LONG_SENTENCE = 120
PROSE_WORDS = 12
CITING_WORDS = 4
"""Running text: a line or a sentence of these lengths, with at least so many words, most of them in lower case.

A sentence that cites a work needs only a few words in lower case.
"""

_CITES = re.compile(r"\([^\W\d_a-z][^()]*[\s,](?:1[5-9]|20)\d\d[a-z]?(?:[,;:][^()]*)?\)")


def split_sections(lines: Sequence[Line]) -> Sections:
    """Divide a page into sections. Linear in its length."""
    builder = _Builder(_wrapped_prose(lines), _read_on_below(lines))
    outline = outline_of(lines)
    lists = _lists_under_subheadings(lines) or _lists_under_other_headings(lines)
    for index, line in enumerate(lines):
        if index in outline:
            builder.furniture += [line] if line else []
        elif index in lists and builder.part is not Part.REFERENCES:
            builder.open(Part.REFERENCES, line)
        else:
            builder.add(line)
    return Sections(tuple(builder.sections()), tuple(builder.furniture))


def _lists_under_subheadings(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of lines such as "Primary sources" that begin a list, because there is no other heading above them.

    Such a line with references above and below it divides a list that has already begun.
    """
    found: set[int] = set()
    if not any(is_subheading(line.text) for line in lines):
        return frozenset()
    last: int | None = None
    goes_on = False  # whether the line above is a reference
    for index, line in enumerate(lines):
        if not line:
            continue
        if is_subheading(line.text):
            last = index
            continue
        is_reference = looks_like_reference(line.text)
        if last is not None and is_reference and not goes_on:
            found.add(last)
        last, goes_on = None, is_reference
    return frozenset(found)


def _lists_under_other_headings(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of lines that head several references below running text, if no known heading of a list occurs."""
    parts = [part_of(line.text) for line in lines]
    if Part.REFERENCES in parts:
        return frozenset()
    text = (index for index, line in enumerate(lines) if parts[index] in _ABOVE_TEXT or is_prose(line.text))
    begin = next(text, len(lines))
    printed = [(index, line.text) for index, line in enumerate(lines) if line and index >= begin]
    reads = [looks_like_reference(text) or is_numbered(text) for _, text in printed]
    return frozenset(
        index
        for at, (index, text) in enumerate(printed[:-1])
        if (
            reads[at + 1]
            and not reads[at]
            and parts[index] is None
            and _LIKE_HEADING.fullmatch(text.lstrip("# "))
            and sum(reads[at + 1 : at + 1 + LOOKED_AT]) >= FEWEST_LISTED
        )
        or (parts[index] is Part.BODY and folded(text) in NOTES and _cite(printed[at + 1 : at + 1 + LOOKED_AT]))
    )


def _cite(below: Sequence[tuple[int, str]]) -> bool:
    """Whether several of the lines below a heading are notes that cite works."""
    return sum(cites_work(text) for _, text in below) >= FEWEST_LISTED


def outline_of(lines: Sequence[Line]) -> range:
    """The indices of a table of contents that a page prints above the paper: headings that recur below.

    It extends from an abstract's heading to that of a list, provided that both recur in this order below and that none
    of its lines is longer than a heading.
    """
    heads = [(index, part_of(line.text)) for index, line in enumerate(lines) if line]
    abstracts = [index for index, part in heads if part is Part.ABSTRACT]
    lists = [index for index, part in heads if part is Part.REFERENCES]
    if len(abstracts) < 2 or len(lists) < 2 or not abstracts[0] < lists[0] < abstracts[1] < lists[-1]:
        return range(0)
    is_short = all(len(line.text) <= SHORT_LINE for line in lines[abstracts[0] : lists[0]])
    begin, end = abstracts[0], lists[0] + 1
    while begin and _is_around(lines[begin - 1].text):
        begin -= 1
    while end < abstracts[1] and _is_around(lines[end].text):
        end += 1
    return range(begin, end) if is_short else range(0)


def _is_around(text: str) -> bool:
    return not text or is_furniture(text) or part_of(text) is Part.ASIDE


def end_of_list(lines: Sequence[Line]) -> int:
    """The index at which the rest of the page begins after a reference list, if no known heading follows.

    The lines after the last possible line of a reference are not part of the list if they follow a blank line, are all
    short, none of them ends a sentence, and the first reads as a heading. An appendix is not part of the list either.
    """
    end = _appendix(lines)
    for index in range(end - 1, -1, -1):
        text = lines[index].text
        if text and (len(text) > SHORT_LINE or text.endswith(".") or looks_like_reference(text)):
            break
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        if not text and _LIKE_HEADING.fullmatch(below) and not is_subheading(below):
            end = index
    return end


def _appendix(lines: Sequence[Line]) -> int:
    """The index of an appendix's heading: with a known word, or with a letter after the last numbered reference."""
    last_number = max(list_numbers(lines), default=None)
    is_numbered = False  # whether all numbers are above
    before = ""
    for index, line in enumerate(lines):
        form = _LETTERED if is_numbered else _APPENDIX
        if before and _ENDED.search(before) and form.fullmatch(line.text):
            return index
        is_numbered = is_numbered or line.number == last_number
        before = line.text or before
    return len(lines)


class _Builder:
    def __init__(self, wrapped: frozenset[int], read_on: frozenset[int]) -> None:
        self.wrapped = wrapped
        self.read_on = read_on
        self.furniture: list[Line] = []
        self.has_text = False  # whether the current section has any text
        self._sections: list[tuple[Part, Line | None, list[Line]]] = [(Part.FRONT, None, [])]

    @property
    def part(self) -> Part:
        return self._sections[-1][0]

    @property
    def under(self) -> list[Line]:
        return self._sections[-1][2]

    def sections(self) -> Iterable[Section]:
        for part, heading, lines in self._sections:
            end = end_of_list(lines) if part is Part.REFERENCES else len(lines)
            yield Section(part, heading, tuple(lines[:end]))
            if any(lines[end:]):
                yield Section(Part.ASIDE, None, tuple(lines[end:]))

    def add(self, line: Line) -> None:
        part = part_of(line.text)
        if part is Part.ASIDE and self.part is Part.FRONT and is_furniture(line.text):
            self.furniture.append(line)  # a button above the paper, not the heading of an aside below it
        elif part and not self._goes_on(part, line):
            self.open(part, line)
        elif (
            self.part is Part.ABSTRACT
            and self.has_text
            and (tells_of_paper(line.text) or COPYRIGHT.fullmatch(line.text))
        ):
            self.open(Part.FIELD, None, line)
        elif self.part is Part.REFERENCES and _MARKDOWN.match(line.text) and not is_subheading(line.text):
            self.open(Part.BODY, line)
        elif inline := self._inline(line.text):
            opened = part_of(inline["heading"]) or Part.ABSTRACT
            self.open(opened, line, line._replace(text=inline["text"]))
        elif part is None and (is_furniture(line.text) or self._is_among_furniture(line)):
            is_end = self.part is Part.REFERENCES and is_links(line.text)  # of the reference above
            (self.under if is_end else self.furniture).append(line)
        else:
            if self._running_text_begins(line):
                self.open(Part.BODY, None)
            self.under.append(line)
            self.has_text = self.has_text or bool(line)

    def _is_among_furniture(self, line: Line) -> bool:
        """Whether a line continues links, because the line directly above it was furniture."""
        return bool(self.furniture) and self.furniture[-1].number == line.number - 1 and is_weak(line.text)

    def _inline(self, text: str) -> re.Match[str] | None:
        if self.part not in _HAS_INLINE:
            return None
        return INLINE.fullmatch(text) or _INLINE_KEYWORDS.fullmatch(text)

    def open(self, part: Part, heading: Line | None, *lines: Line) -> None:
        """Begin a section with these lines in it."""
        self._sections.append((part, heading, list(lines)))
        self.has_text = bool(lines)

    def _goes_on(self, part: Part, line: Line) -> bool:
        """Whether the heading belongs to the current section: a label in front matter, "Methods" in an abstract.

        In a list, a word alone on its line is no heading if the reference above is incomplete; a label is none if the
        next line begins in lower case, since narrow columns have lines of one word.
        """
        above = self.under[-1] if self.under else None
        if self.part is Part.REFERENCES and above and above.number == line.number - 1:
            goes_on = part is Part.FIELD and (line.text[0].islower() or line.number in self.read_on)
            if " " in line.text and line.text[0].isupper():
                return goes_on
            return goes_on or not (_ENDED.search(above.text) or split_tail(above.text, alone=True).taken)
        if part is Part.FIELD:
            return self.part in (Part.FRONT, Part.FIELD, Part.BODY)
        in_abstract = self.part is Part.ABSTRACT and folded(line.text) in STRUCTURED
        return in_abstract and (not self.has_text or folded(next(filter(None, self.under)).text) in STRUCTURED)

    def _running_text_begins(self, line: Line) -> bool:
        if self.part not in (Part.FRONT, Part.FIELD, Part.KEYWORDS) or not line:
            return False
        if self.part is not Part.FRONT and not self.has_text:
            return False  # this is the value itself
        has_title = self.has_text or len(line.text) > LONG_LINE or _CITES.search(line.text) is not None
        return has_title and (is_prose(line.text) or line.number in self.wrapped)


def is_prose(text: str) -> bool:
    """Whether a line is running text, not a title, name or address: it is long, or a sentence that cites a work."""
    if _CITES.search(text) and text.endswith("."):
        return sum(word[0].islower() for word in text.split()) >= CITING_WORDS
    is_long = len(text) >= LONG_LINE or (len(text) >= LONG_SENTENCE and text.endswith("."))
    return is_long and reads_on(text) and len(text.split()) >= PROSE_WORDS


def _read_on_below(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines after which the text continues in lower case."""
    return frozenset(line.number for line, below in pairwise(lines) if below.text[:1].islower())


def _wrapped_prose(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines of running text wrapped to short lines: four or more in a row."""
    numbers: set[int] = set()
    run: list[Line] = []
    for line in (*lines, Line(0, "")):
        if line and len(line.text) >= 30 and part_of(line.text) is None:
            run.append(line)
            continue
        if line:
            run.append(line)  # the short last line of a paragraph
        if len(run) >= 4 and all(reads_on(item.text) for item in run[:-1]):
            numbers.update(item.number for item in run)
        run = []
    return frozenset(numbers)

"""A page's authors: the bylines nearest to its title, and the authors' affiliations."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reflist.model import Name
from reflist.prose.page.bylines import Author, Byline, is_person, read_byline, read_inverted_byline
from reflist.prose.page.fields import Field, read_all_labelled, read_issue_line
from reflist.prose.page.headings import Part, folded, part_of
from reflist.prose.page.kinds import (
    FrontLine,
    Kind,
    clean_affiliation,
    is_affiliation,
    is_contact,
    same_letters,
    tells,
)
from reflist.prose.page.sections import Section, Sections
from reflist.prose.page.titles import Candidate, repeated_title
from reflist.prose.text_lines import Line

SIGNATURE_LINES = 8
"""The number of last lines of the text that are searched for its author."""

LONGEST_SIGNATURE = 120
LONGEST_MARKED = 400
"""The longest line below a signature, and the longest affiliation tied to authors by a mark, in characters."""

NAMES_APART = 8
"""The number of lines without a name or affiliation that end the bylines."""


class Authors:
    """The authors in order, the lines of their names, and their affiliations by position."""

    def __init__(self) -> None:
        self.all: list[Author] = []
        self.lines: list[Line] = []
        self.affiliations: dict[int, list[str]] = {}

    def add(self, byline: Byline, line: Line) -> list[int]:
        """Add the names of a byline that are not yet known; returns the positions of all its names."""
        known = {author.printed: position for position, author in enumerate(self.all)}
        positions = []
        for author in byline.authors:
            position = known.setdefault(author.printed, len(self.all))
            positions.append(position)
            if position == len(self.all):
                self.all.append(author)
                self.lines.append(line)
            elif author.marks:
                self.all[position] = author
        return positions

    def work_at(self, positions: Sequence[int], text: str) -> None:
        """Add an affiliation of these authors."""
        if text := clean_affiliation(text):
            for position in positions:
                self.affiliations.setdefault(position, []).append(text)

    def names(self) -> tuple[Name, ...]:
        """The names, with known affiliations."""
        return tuple(map(self._name, range(len(self.all))))

    def _name(self, position: int) -> Name:
        parts = dict.fromkeys(self.affiliations.get(position, ()))
        name = self.all[position].name
        return name.replace(affiliation=", ".join(parts)) if parts else name


def read_authors(lines: Sequence[FrontLine], title: Candidate | None, sections: Sections) -> Authors:
    """The authors of a page: from the bylines below its title, else the one above it, else from below the text."""
    authors = Authors()
    if title:
        _below_title(lines[title.end :], title, authors)
        if not authors.all:
            _above_title(lines[: title.begin], authors)
    else:
        read_labelled_authors(lines, authors)
    body = [line for line in sections.lines(Part.BODY) if line]
    if title:
        _better_byline(body, title.text, authors)
    if not authors.all:
        _signature(body[-SIGNATURE_LINES:], authors)
    _marked_affiliations(sections, authors)
    _affiliations_first(sections, authors)
    return authors


def read_labelled_authors(lines: Sequence[FrontLine], authors: Authors) -> None:
    """Add the names that are labelled as authors, printed in either order."""
    for line in lines:
        for found in line.found:
            if found.field is Field.AUTHORS and (byline := _labelled_byline(found.value)):
                authors.add(byline, found.lines[0])


def _labelled_byline(text: str) -> Byline | None:
    return read_byline(text) or read_inverted_byline(text)


def _below_title(lines: Sequence[FrontLine], title: Candidate, authors: Authors) -> None:
    at_hand: list[int] = []  # the positions of the authors of the last byline
    after_names = True  # whether the line above was the title or a byline
    apart = 0
    for index, line in enumerate(lines):
        above, after_names = after_names, False
        apart += 1
        byline = read_byline(line.text) if line.kind is Kind.PLAIN else None
        following = lines[index + 1] if index + 1 < len(lines) else None
        if marked := [place for place, author in enumerate(authors.all) if line.text in author.marks]:
            at_hand, apart = marked, 0  # a mark alone, with its affiliation on the next line
        elif line.gives(Field.AUTHORS):
            read_labelled_authors([line], authors)
            at_hand, apart = [], 0  # what follows a label's value is no affiliation
        elif line.gives(Field.AFFILIATION):
            for found in line.found:
                authors.work_at(at_hand, found.value)
            apart = 0
        elif line.kind is Kind.PLAIN and same_letters(line.text, title.text):
            after_names = True
        elif byline and (byline.is_sure or above or _works_somewhere(following)):
            at_hand, after_names, apart = authors.add(byline, line.line), True, 0
        elif line.kind is Kind.PLAIN and _affiliation(line.text, at_hand, authors):
            apart = 0
        elif authors.all and apart > NAMES_APART:
            return


def _works_somewhere(line: FrontLine | None) -> bool:
    return line is not None and (
        line.gives(Field.AFFILIATION) or (line.kind is Kind.PLAIN and is_affiliation(line.text))
    )


def _affiliation(text: str, at_hand: Sequence[int], authors: Authors) -> bool:
    for position, author in enumerate(authors.all):
        if text.startswith(f"{author.printed},"):
            authors.work_at([position], text.removeprefix(f"{author.printed},").strip())
            return True
    if at_hand and is_affiliation(text):
        authors.work_at(at_hand, text)
        return True
    return False


def _above_title(lines: Sequence[FrontLine], authors: Authors) -> None:
    read_labelled_authors(lines, authors)
    for line in reversed(lines if not authors.all else ()):
        byline = read_byline(line.text) if line.kind is Kind.PLAIN else None
        if byline and byline.is_sure:
            authors.add(byline, line.line)
            return
        if line.kind is Kind.PLAIN:
            return


def _better_byline(body: Sequence[Line], title: str, authors: Authors) -> None:
    """Use the authors printed where the text repeats the title, if they are more, or marked, there."""
    after = repeated_title(body, title)
    if after is None or after == len(body) or not (byline := read_byline(body[after].text)):
        return
    if {author.printed for author in authors.all} <= {author.printed for author in byline.authors}:
        authors.all[:] = byline.authors
        authors.lines[:] = [body[after]]


def _signature(lines: Sequence[Line], authors: Authors) -> None:
    """An author after the text: a person's name alone on a line, with affiliations below it."""
    for index, line in enumerate(lines):
        below = [item.text for item in lines[index + 1 :]]
        if not is_person(line.text) or not all(len(text) < LONGEST_SIGNATURE for text in below):
            continue
        byline = read_byline(line.text)
        if byline and (byline.is_sure or (below and is_affiliation(below[0]))):
            authors.add(byline, line)
            authors.affiliations[0] = [clean_affiliation(text) for text in below if is_affiliation(text)]
            return


def _marked_affiliations(sections: Sections, authors: Authors) -> None:
    """Affiliations that a number or sign ties to authors, ``1Senior Officer, Institute``, also over several lines."""
    marks = {mark for author in authors.all for mark in author.marks}
    if not marks:
        return
    lines = sections.lines(Part.FRONT)
    for section in sections.of(Part.KEYWORDS):
        lines += printed_lines(section)[keyword_lines(section) :]
    for mark, text in _marked_blocks(lines, marks):
        for position, author in enumerate(authors.all):
            if mark in author.marks and not text.startswith(f"{author.printed}:"):
                authors.work_at([position], text)


def _marked_blocks(lines: Sequence[Line], marks: set[str]) -> Iterator[tuple[str, str]]:
    any_mark = "|".join(sorted(map(re.escape, marks), key=len, reverse=True))
    begin = re.compile(rf"\(?a?(?P<mark>{any_mark})\)?\s?(?=[^\W\d_a-z])(?P<text>.*)")
    mark, block = "", list[str]()
    for line in (*lines, Line(0, "")):
        found = begin.fullmatch(line.text)
        ends = not line or _is_detail(line.text)
        if (found or ends) and block:
            yield mark, " ".join(block)[:LONGEST_MARKED]
            block = []
        if found and not _is_detail(found["text"]):
            mark, block = found["mark"], [found["text"]]
        elif block:
            block.append(line.text)


def _is_detail(text: str) -> bool:
    """Whether a line is not part of an affiliation of several lines."""
    if is_contact(text) or tells(text) or read_issue_line(text) or part_of(text):
        return True
    return any(labelled.value for labelled in read_all_labelled(text))


def _affiliations_first(sections: Sections, authors: Authors) -> None:
    """Affiliations below the text, printed above the names of their authors: Springer's "Author information"."""
    known = {author.printed: position for position, author in enumerate(authors.all)}
    for section in sections.of(Part.ASIDE):
        if not section.heading or folded(section.heading.text) not in _AUTHOR_INFORMATION:
            continue
        lines = printed_lines(section)
        for above, line in pairwise(lines):
            byline = read_byline(line.text) if is_affiliation(above.text) else None
            printed = [author.printed for author in byline.authors] if byline else []
            if printed and known.keys() >= set(printed):
                authors.work_at([known[name] for name in printed], above.text)


_AUTHOR_INFORMATION = frozenset(("author information", "authors and affiliations"))

_SEPARATORS = ";,-–·|"
_HAS_SEPARATOR = re.compile(r"[;,·|]|\s[–-]\s")
MOST_KEYWORD_WORDS = 4
"""The most words of a keyword that is alone on its line."""


def keyword_lines(section: Section) -> int:
    """The number of lines of the keywords: the first, and each line after one that ends with a separator.

    If the first line has no separator, each keyword may have a line of its own.
    """
    lines = printed_lines(section)
    goes_on = _is_keyword_alone if _is_keyword_alone(lines[0], lines[0]) else _is_open
    count = 1
    while (
        count < len(lines)
        and lines[count].number == lines[count - 1].number + 1
        and goes_on(lines[count - 1], lines[count])
    ):
        count += 1
    return count


def _is_open(above: Line, _: Line) -> bool:
    return above.text.endswith(tuple(_SEPARATORS))


def has_separator(line: Line) -> bool:
    """Whether a line of keywords contains a separator."""
    return _HAS_SEPARATOR.search(line.text) is not None


def _is_keyword_alone(_: Line, line: Line) -> bool:
    is_short = len(line.text.split()) <= MOST_KEYWORD_WORDS
    return is_short and not has_separator(line) and not any(map(str.isdigit, line.text))


def printed_lines(section: Section) -> list[Line]:
    """The non-blank lines of a section."""
    return [line for line in section.lines if line]

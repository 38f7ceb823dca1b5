"""The front matter of a page and other parts with details: every value found, the title, the authors."""

from collections.abc import Iterable, Sequence

from reflist.grammar.periodicals import is_periodical
from reflist.prose.page.authors import Authors, read_authors, read_labelled_authors
from reflist.prose.page.bylines import is_sure_byline
from reflist.prose.page.cited_as import SelfCitation
from reflist.prose.page.fields import Field, read_issue_line
from reflist.prose.page.headings import Part, folded, part_of
from reflist.prose.page.kinds import Found, FrontLine, Kind, letters_of, read_kinds
from reflist.prose.page.sections import Sections
from reflist.prose.page.titles import Candidate, find_title
from reflist.prose.text_lines import Line

TELLING_ASIDES = frozenset(
    "recommend this journal; about this article; information; rights and permissions; article information; "
    "citing literature; metadata; details; paper statistics; cite this article; additional information".split("; ")
)
"""Headings of asides in which a page prints details of the paper or its journal."""

LONGEST_JOURNAL = 120
"""The longest possible name of a journal, in characters."""

_OF_ARTICLES = (Field.VOLUME, Field.ISSUE, Field.ISSN, Field.EISSN, Field.DOI, Field.ONLINE_DATE)
"""Values that show that the paper is in a periodical."""


class Front:
    """The details found so far: the values in order, and the authors."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.authors = Authors()

    def add(self, field: Field, value: str, lines: Sequence[Line]) -> None:
        """Add a value."""
        if value := value.strip(" ;,"):
            self.found.append(Found(field, value, tuple(lines)))

    def all(self, *fields: Field) -> list[Found]:
        """The values of these fields, by field in the order given."""
        return [found for field in fields for found in self.found if found.field is field]

    def first(self, *fields: Field) -> Found | None:
        """The first of these values."""
        return next(iter(self.all(*fields)), None)


def read_front(sections: Sections, citations: Sequence[SelfCitation]) -> Front:
    """Read a page's front matter and labelled details; ``citations``: the lines that may cite the paper itself."""
    front = Front()
    cited_on = {citation.line.number for citation in citations}
    lines = read_kinds([line for line in sections.lines(Part.FRONT) if line.number not in cited_on])
    _take(lines, front)
    _name_journal(lines, front)
    below = [read_kinds(part) for part in _telling(sections, cited_on)]
    for part in below:
        _take(part, front)
        _name_journal(part, front, is_below=True)
    title = _title(lines, front, [citation.letters for citation in citations])
    front.authors = read_authors(lines, title, sections)
    if not front.authors.all:
        for part in below:
            read_labelled_authors(part, front.authors)
    return front


def _telling(sections: Sections, cited_on: set[int]) -> Iterable[list[Line]]:
    """The lines of each part below the front matter that gives details, with its heading if that is a label."""
    for section in sections.of(Part.FIELD, Part.ASIDE):
        lines = [line for line in section.lines if line.number not in cited_on]
        if section.part is Part.FIELD:
            yield [section.heading, *lines] if section.heading else lines
        elif section.heading and folded(section.heading.text) in TELLING_ASIDES:
            yield lines


def _take(lines: Iterable[FrontLine], front: Front) -> None:
    for line in lines:
        for found in line.found:
            front.add(found.field, found.value, found.lines)


def _name_journal(lines: Sequence[FrontLine], front: Front, is_below: bool = False) -> None:
    """Find a journal's name without a label: above its ISSN, or above or below the line of its issue."""
    for index, line in enumerate(lines):
        if front.all(Field.JOURNAL):
            return
        issue = read_issue_line(line.text) if line.gives(Field.VOLUME) or line.gives(Field.ISSUE) else None
        if line.gives(Field.ISSN) or line.gives(Field.EISSN):
            beside = _above(lines, index, is_below)
        elif issue and not issue.journal:
            beside = _above(lines, index, is_below) or _below(lines, index)
        else:
            continue
        for named in beside:
            front.add(Field.JOURNAL, named.text, (named.line,))


def _above(lines: Sequence[FrontLine], index: int, is_below: bool) -> Sequence[FrontLine]:
    """The line above, if it may be a journal's name; in front matter, only if another line may be the title."""
    above = lines[index - 1 : index] if index else []
    others = is_below or any(line not in above and _may_be_title(line) for line in lines)
    return above if any(map(_may_be_journal, above)) and (others or is_periodical(above[0].text)) else []


def _below(lines: Sequence[FrontLine], index: int) -> Sequence[FrontLine]:
    """The line below that of an issue, if it may be a journal's name and the title is above."""
    has_title = any(map(_may_be_title, lines[:index]))
    return [line for line in lines[index + 1 : index + 2] if has_title and _may_be_journal(line)]


def _may_be_journal(line: FrontLine) -> bool:
    text = line.text
    return (
        line.kind is Kind.PLAIN
        and text[0].isupper()
        and len(text) <= LONGEST_JOURNAL
        and not part_of(text)
        and not is_sure_byline(text)
    )


def _may_be_title(line: FrontLine) -> bool:
    return line.kind is Kind.PLAIN and not is_sure_byline(line.text)


def _title(lines: Sequence[FrontLine], front: Front, cited: Sequence[str]) -> Candidate | None:
    """Add the title, unless it has a label, and the journal's name above it."""
    journals = frozenset(letters_of(found.value) for found in front.all(Field.JOURNAL))
    labelled = front.first(Field.TITLE)
    if labelled:
        index = next(i for i, line in enumerate(lines) if labelled in line.found or line.gives(Field.TITLE))
        return Candidate(index, 1, labelled.value)
    title = find_title(lines, cited, journals)
    if title:
        of_title = [line.line for line in lines[title.begin : title.end]]
        front.add(Field.TITLE, title.text, of_title)
        if not journals and front.all(*_OF_ARTICLES):
            _journal_above(lines[: title.begin], front)
    return title


def _journal_above(lines: Sequence[FrontLine], front: Front) -> None:
    for line in lines:
        if _may_be_journal(line) and is_periodical(line.text):
            front.add(Field.JOURNAL, line.text, (line.line,))
            return
